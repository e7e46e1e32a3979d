"""What a batch must not print of the one locality that its draft file was written for: its name, and who signs there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kedraft.batch.classes import Member
from kedraft.batch.job import BatchJob
from kedraft.model.finding import Finding, Findings, Severity
from kedraft.model.place import Location
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.text import squeeze

UNSIGNED = "HL-03"
FOREIGN_NAME = "HL-04"
#: Parts of a draft file that print nothing, or that each locality has of its own.
_UNPRINTED = ("parent", "above", "locality", "template", "units", "adapt", "figures", "distribute", "overrides")
_COMMUNES = (UnitKind.XA, UnitKind.PHUONG, UnitKind.THI_TRAN, UnitKind.DAC_KHU)


@dataclass(frozen=True)
class Lacks:
    """What the localities of one job lack."""

    job: BatchJob

    def of(self, member: Member) -> Findings:
        """A signer of somewhere else, or none; the draft file's own locality named in another's document."""
        place, province = member.locality.place.name, member.locality.province.name
        same_name = self._own.casefold() == place.casefold()
        at_home = same_name and squeeze(self.job.spec.value.locality.province).casefold().endswith(province.casefold())
        return (*self._unsigned(member, own=at_home), *(() if same_name else self._named_elsewhere(member)))

    def _unsigned(self, member: Member, *, own: bool) -> Iterator[Finding]:
        given = member.row.signatory
        signer = self.job.spec.value.document.signatory.name
        if (given and given.name) or (own and signer):
            return
        who = member.locality.place.full
        state = f"đang in tên trong phiếu ({signer})" if signer else "chỗ này để trống"
        where = member.row.where
        table = "của bảng địa phương" if str(where) else "của bảng địa phương (tạo bảng bằng `kedraft localities`)"
        message = f"Chưa có tên người ký của {who}: {state}; điền cột “Họ tên người ký” {table}."
        yield Finding(rule=UNSIGNED, severity=Severity.WARNING, message=message, where=where)

    def _named_elsewhere(self, member: Member) -> Iterator[Finding]:
        for where, said in self._places:
            message = (
                f"Phiếu viết thẳng “{said}” nên dự thảo của {member.locality.place.full} cũng in tên ấy; "
                "trong phiếu thay tên ấy bằng {đơn vị}, mỗi địa phương sẽ in tên của mình."
            )
            yield Finding(rule=FOREIGN_NAME, severity=Severity.ERROR, message=message, where=where)

    @cached_property
    def _own(self) -> str:
        """The name, without its kind, of the locality that the draft file was written for."""
        asked = self.job.spec.value.locality
        name = squeeze(asked.commune or asked.district or asked.province)
        return re.sub(rf"^{self._kinds}", "", name, flags=re.IGNORECASE)

    @cached_property
    def _kinds(self) -> str:
        """The kinds of unit that the draft file may have been written for, as a pattern."""
        for_communes = self.job.spec.value.locality.commune is not None
        kinds = (kind.value for kind in UnitKind if (kind in _COMMUNES) is for_communes)
        return rf"(?:(?:{'|'.join(sorted(kinds, key=len, reverse=True))})\s+)"

    @cached_property
    def _places(self) -> tuple[tuple[Location, str], ...]:
        """Where the draft file's own words name that locality, and the words that do."""
        above = {squeeze(name).casefold() for name in self._chain if name}
        # a name of one syllable is a word of the language, too; some communes have the name of their province
        common = " " not in self._own or self._own.casefold() in above
        pattern = re.compile(rf"\b{self._kinds}{'' if common else '?'}{re.escape(self._own)}\b", re.IGNORECASE)
        data = self.job.spec.value.model_dump(by_alias=True, exclude=set(_UNPRINTED))
        data["document"].pop("signatory", None)
        found = ((path, pattern.search(words)) for path, words in _words(data, ""))
        return tuple((self.job.spec.locate(path), said.group()) for path, said in found if said)

    @property
    def _chain(self) -> tuple[str | None, ...]:
        asked = self.job.spec.value.locality
        return (asked.province, asked.district if asked.commune else None)


def _words(data: object, path: str) -> Iterator[tuple[str, str]]:
    """Every text that a draft file prints, with its place: `sections[2].text`."""
    match data:
        case str():
            yield path, data
        case dict():
            for key, value in data.items():
                if key != "reason":
                    yield from _words(value, f"{path}.{key}" if path else str(key))
        case list() | tuple():
            for at, value in enumerate(data):
                yield from _words(value, f"{path}[{at}]")
