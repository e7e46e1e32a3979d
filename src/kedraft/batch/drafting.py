"""One process's share: the members of some classes, the short way where the mould fits, the long way elsewhere, and into the folder."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from kedraft.batch.classes import Class, Member
from kedraft.batch.full import drafted, in_folder, proved, reviewed
from kedraft.batch.job import BatchJob
from kedraft.batch.lacks import Lacks
from kedraft.batch.mould import Likeness, Mould, mould_for
from kedraft.batch.places import file_name, title
from kedraft.batch.probe import MANY
from kedraft.errors import KedraftError
from kedraft.lint.run import told_once
from kedraft.model.batch import BatchResult, BatchStatus
from kedraft.model.finding import Finding, Findings, Severity
from kedraft.model.making import known, makes_many
from kedraft.model.place import Location
from kedraft.rendering import Template, render
from kedraft.vietnamese.remembering import forget
from kedraft.workspace.disk import digest_of
from kedraft.workspace.folder import Folder, Made, Standing, Writer
from kedraft.workspace.record import Said

Prove = Literal["sample", "all"]
FAILED = "HL-01"
CHANGED = "HL-02"
#: After a class of more members what was read of their names is forgotten: it is a load by then, and no other class has them.
_FORGOTTEN = 512


class Told(NamedTuple):
    """A result with its place in the table."""

    at: int
    result: BatchResult


class Sheet(NamedTuple):
    """A member's file and what is said of it; `proved`: imported again and compared."""

    data: bytes
    findings: Findings
    proved: bool


@dataclass(frozen=True)
class Desk:
    """Where members are drafted: what is drafted, into which folder, how strictly."""

    job: BatchJob
    template: Template
    folder: Folder
    prove: Prove = "sample"
    force: bool = False

    @classmethod
    def of(cls, job: BatchJob, folder: Folder, prove: Prove, force: bool) -> "Desk":
        """A desk with the job's template compiled. Raises `TemplateInvalid`."""
        return cls(job, job.compiled(), folder, prove, force)

    def draft(self, groups: Iterable[Class], writer: Writer, stopping: Callable[[], bool]) -> Iterator[Told]:
        """Every member's result, once its file stands in the folder; stops between two members when told to."""
        waiting: list[Told] = []
        for group in groups:
            mould = None if stopping() else self._mould(group)
            for member, short in _in_turn(group, mould):
                if stopping():
                    break
                told = Told(member.at, self._one(group, member, mould, short, writer))
                if told.result.status is not BatchStatus.WRITTEN:
                    yield told
                    continue
                waiting.append(told)
                if writer.full:
                    yield from _settled(waiting, writer)
            if len(group.members) > _FORGOTTEN:
                forget()
        yield from _settled(waiting, writer)
        forget()

    @cached_property
    def _compared(self) -> set[Likeness]:
        """What the moulds made so far are like."""
        return set()

    def _mould(self, group: Class) -> Mould | None:
        """The mould of a class; where it cannot be made, each member's own draft says why."""
        if not group.witnesses or self.prove == "all":
            return None
        try:
            return mould_for(self.job, group, self.template, self._compared)
        except KedraftError:
            return None

    @makes_many
    def _one(self, group: Class, member: Member, mould: Mould | None, short: bool, writer: Writer) -> BatchResult:
        try:
            if mould is not None and short:
                data, layout = mould.fill(member)
                sheet = Sheet(data, told_once(mould.said(member), layout), member == group.witnesses[0])
            else:
                sheet = self._long_way(member, mould)
            return self._put(group, member, sheet, writer)
        except KedraftError as error:
            return failed(member, group.label, _faults(error))
        except Exception as error:  # one locality's trouble must not stop the others
            message = (
                f"Không soạn được vì lỗi của chương trình ({type(error).__name__}: {error}); các địa phương khác không bị ảnh hưởng. "
                "Hãy soạn riêng địa phương này bằng `kedraft draft` và báo lỗi cho nhóm phát triển."
            )
            return failed(member, group.label, (fault(message),))

    def _long_way(self, member: Member, mould: Mould | None = None) -> Sheet:
        """Drafted and checked by itself; proved by itself, too, unless the file is the very one that the mould of its class gives."""
        draft, noticed = drafted(self.job, member.row, member.locality)
        document = render(draft, self.template)
        words = reviewed(self.job, draft, noticed)
        if mould is not None and (said := mould.layout_of(member, document.data)) is not None:
            return Sheet(document.data, told_once(words, said), False)
        layout = proved(draft.plan, in_folder(document, member.locality), draft.spec.overrides)
        return Sheet(document.data, told_once(words, layout), True)

    @cached_property
    def _lacks(self) -> Lacks:
        return Lacks(self.job)

    def _put(self, group: Class, member: Member, sheet: Sheet, writer: Writer) -> BatchResult:
        name = file_name(member.locality)
        words = self._lacks.besides(sheet.findings)
        inputs = self.job.digest_for(member.row)
        said = Said(self.job.key_for(member.row, inputs), sheet.proved, words)
        made = Made(name, sheet.data, inputs, said)
        status, findings = BatchStatus.UNCHANGED, (*self._lacks.of(member), *words)
        match self._standing(made):
            case Standing.CURRENT if not self.force:
                writer.note(made)  # only the memory of what was said of it was lost, or of what it was made from
            case Standing.FOREIGN if not self.force:
                findings = (_changed(name), *findings)
            case _:
                writer.put(made)
                status = BatchStatus.WRITTEN
        return result_of(member, group.label, name, status, findings, sheet.proved)

    def _standing(self, made: Made) -> Standing:
        """What stands under the name: the very same bytes are current whatever is known of them, and no others are."""
        standing = self.folder.standing(made.name, made.inputs)
        if standing is Standing.NOTHING or self.force:
            return standing
        if self.folder.digest(made.name) == digest_of(made.data):
            return Standing.CURRENT
        return Standing.FOREIGN if standing is Standing.FOREIGN else Standing.STALE


def _in_turn(group: Class, mould: Mould | None) -> Iterator[tuple[Member, bool]]:
    """The members in their order, and whether the mould fits; names are looked at some at a time, so that a stop is heard soon."""
    for start in range(0, len(group.members), MANY):
        some = group.members[start : start + MANY]
        fitting = mould.fitting([one for one in some if one.at not in group.odd]) if mould else frozenset()
        yield from ((member, member.at in fitting) for member in some)


def _settled(waiting: list[Told], writer: Writer) -> Iterator[Told]:
    """The results whose files stand in the folder now; those that could not get their names have failed."""
    refused = writer.flush()
    for at, result in waiting:
        error = refused.get(result.file or "")
        if error is None:
            yield Told(at, result)
        else:
            yield Told(at, result.evolve(file=None, status=BatchStatus.FAILED, findings=_faults(error), proved=False))
    waiting.clear()


def result_of(
    member: Member, label: str, name: str | None, status: BatchStatus, findings: Findings, proof: bool
) -> BatchResult:
    """What came of one locality; `label`: its class."""
    unit = member.locality.unit
    values = {
        "code": unit.code if unit else member.row.code,
        "name": title(member.locality),
        "province": member.locality.province.name,
        "file": name,
        "status": status,
        "findings": findings,
        "group": label,
        "proved": proof,
        "pdf": None,
    }
    return known(BatchResult, values)


def failed(member: Member, label: str, findings: Findings) -> BatchResult:
    """The result of a locality that gets no file."""
    return result_of(member, label, None, BatchStatus.FAILED, findings, False)


def fault(message: str, where: Location | None = None) -> Finding:
    """Why a locality gets no file."""
    return Finding(rule=FAILED, severity=Severity.ERROR, message=message, where=where or Location())


def _faults(error: KedraftError) -> Findings:
    return error.findings or (fault(error.message, error.where),)


def _changed(name: str) -> Finding:
    message = (
        "Tệp này đã được sửa sau khi soạn, hoặc không phải do phiếu này tạo ra, nên được giữ nguyên; "
        "đổi tên tệp ấy rồi chạy lại để có bản mới, hoặc thêm --force để ghi đè."
    )
    return Finding(rule=CHANGED, severity=Severity.WARNING, message=message, where=Location(file=name))


__all__ = ["CHANGED", "FAILED", "Desk", "Prove", "Sheet", "Told", "failed", "fault"]
