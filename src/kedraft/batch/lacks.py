"""What a batch must not print of the one locality that its draft file was written for: its name, and who signs there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kedraft.batch.classes import Member
from kedraft.batch.job import BatchJob
from kedraft.model.finding import Finding, Findings, Severity
from kedraft.model.localities import LocalityRow
from kedraft.model.locality import Locality
from kedraft.model.making import known
from kedraft.model.place import Location
from kedraft.model.spec import SignatorySpec
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.text import squeeze

UNSIGNED = "HL-03"
FOREIGN_NAME = "HL-04"
#: The rule by which a single draft is asked the same; it stands aside where the draft file itself is named as the source.
_ASKED_OF_ONE = "KH-CA-07"
#: Parts of a draft file that print nothing, or that each locality has of its own.
_UNPRINTED = ("parent", "above", "locality", "template", "units", "figures", "distribute", "overrides")
_REPLACED = "adapt.replace"
_COMMUNES = (UnitKind.XA, UnitKind.PHUONG, UnitKind.THI_TRAN, UnitKind.DAC_KHU)


@dataclass(frozen=True)
class Lacks:
    """What the localities of one job lack."""

    job: BatchJob

    def of(self, member: Member) -> Findings:
        """No signer; the draft file's own locality named in another's document."""
        same_name = self._own.casefold() == member.locality.place.name.casefold()
        return (*self._unsigned(member), *(() if same_name else self._named_elsewhere(member)))

    def signed(self, row: LocalityRow, locality: Locality) -> LocalityRow:
        """The row of the locality that the draft file was written for, with the signer that the draft file names."""
        signer = self.job.spec.value.document.signatory.name
        given = row.signatory or SignatorySpec()
        if signer is None or given.name or not self._is_home(locality):
            return row
        return row.evolve(signatory=given.evolve(name=signer))

    def _is_home(self, locality: Locality) -> bool:
        """Whether the draft file was written for this locality."""
        asked = squeeze(self.job.spec.value.locality.province).casefold()
        same_name = self._own.casefold() == locality.place.name.casefold()
        return same_name and asked.endswith(locality.province.name.casefold())

    def besides(self, findings: Findings) -> Findings:
        """What rules found in a member's document, without what `of` says of the draft file's own locality at its line there."""
        own = self._own.casefold()
        return tuple(
            one
            for one in findings
            if one.rule != _ASKED_OF_ONE or not re.search(rf' {re.escape(own)}"', one.message.casefold())
        )

    def _unsigned(self, member: Member) -> Iterator[Finding]:
        given = member.row.signatory
        if given and given.name:
            return
        who, state = member.locality.place.full, "chỗ này để trống"
        if signer := self.job.spec.value.document.signatory.name:
            state = f"người ký ghi trong phiếu ({signer}) là của nơi khác, nên chỗ này để trống"
        where = member.row.where
        table = "của bảng địa phương" if str(where) else "của bảng địa phương (tạo bảng bằng `kedraft localities`)"
        message = f"Chưa có tên người ký của {who}: {state}; điền cột “Họ tên người ký” {table}."
        values = {"rule": UNSIGNED, "severity": Severity.WARNING, "message": message, "where": where, "citation": None}
        yield known(Finding, values)

    def _named_elsewhere(self, member: Member) -> Iterator[Finding]:
        for where, said, phrase in self._places:
            if phrase in member.row.bodies:
                continue
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
    def _places(self) -> tuple[tuple[Location, str, str | None], ...]:
        """Where the draft file's own words name that locality, the words that do, and the phrase of the parent that they replace."""
        above = {squeeze(name).casefold() for name in self._chain if name}
        # a name of one syllable is a word of the language, too; some communes have the name of their province
        common = " " not in self._own or self._own.casefold() in above
        pattern = re.compile(rf"\b{self._kinds}{'' if common else '?'}{re.escape(self._own)}\b", re.IGNORECASE)
        data = self.job.spec.value.model_dump(by_alias=True, exclude=set(_UNPRINTED))
        data["document"].pop("signatory", None)
        data["adapt"] = {"replace": data["adapt"]["replace"]}
        found = ((path, pattern.search(words)) for path, words in _words(data, ""))
        return tuple((self.job.spec.locate(path), said.group(), _phrase(path)) for path, said in found if said)

    @property
    def _chain(self) -> tuple[str | None, ...]:
        asked = self.job.spec.value.locality
        return (asked.province, asked.district if asked.commune else None)


def _phrase(path: str) -> str | None:
    """The parent's phrase that the words at this place stand for: a row may replace it by words of its own."""
    before, _, phrase = path.partition(f"{_REPLACED}.")
    return phrase if phrase and not before else None


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
