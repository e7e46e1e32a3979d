"""One process's share: the members of some classes, the short way where the mould fits, the long way elsewhere, and into the folder."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from kedraft.batch.classes import Class, Member
from kedraft.batch.full import drafted, proved, reviewed
from kedraft.batch.job import BatchJob
from kedraft.batch.lacks import Lacks
from kedraft.batch.mould import Mould, mould_for
from kedraft.batch.places import file_name, title
from kedraft.batch.probe import MANY
from kedraft.errors import KedraftError
from kedraft.model.batch import BatchResult, BatchStatus
from kedraft.model.finding import Finding, Findings, Severity
from kedraft.model.making import known, makes_many
from kedraft.model.place import Location
from kedraft.rendering import Template, render
from kedraft.workspace.disk import digest_of
from kedraft.workspace.folder import Folder, Made, Standing, Writer

Prove = Literal["sample", "all"]
FAILED = "HL-01"
CHANGED = "HL-02"


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
        kinds: set[str] = set()
        for group in groups:
            mould = None if stopping() else self._mould(group, words=group.kind not in kinds)
            kinds.add(group.kind)
            for member, short in _in_turn(group, mould):
                if stopping():
                    break
                told = Told(member.at, self._one(group, member, mould if short else None, writer))
                if told.result.status is not BatchStatus.WRITTEN:
                    yield told
                    continue
                waiting.append(told)
                if writer.full:
                    yield from _settled(waiting, writer)
        yield from _settled(waiting, writer)

    def _mould(self, group: Class, *, words: bool) -> Mould | None:
        """The mould of a class; where it cannot be made, each member's own draft says why."""
        if not group.witnesses or self.prove == "all":
            return None
        try:
            return mould_for(self.job, group, self.template, words=words)
        except KedraftError:
            return None

    @makes_many
    def _one(self, group: Class, member: Member, mould: Mould | None, writer: Writer) -> BatchResult:
        try:
            if mould is not None:
                sheet = Sheet(mould.fill(member), (*mould.said(member), *mould.layout), member == group.witnesses[0])
            else:
                sheet = self._long_way(member)
            return self._put(group, member, sheet, writer)
        except KedraftError as error:
            return failed(member, group.label, _faults(error))
        except Exception as error:  # one locality's trouble must not stop the others
            message = (
                f"Không soạn được vì lỗi của chương trình ({type(error).__name__}: {error}); các địa phương khác không bị ảnh hưởng. "
                "Hãy soạn riêng địa phương này bằng `kedraft draft` và báo lỗi cho nhóm phát triển."
            )
            return failed(member, group.label, (fault(message),))

    def _long_way(self, member: Member) -> Sheet:
        draft, noticed = drafted(self.job, member.row, member.locality)
        document = render(draft, self.template)
        words = reviewed(self.job, draft, noticed)
        return Sheet(document.data, (*words, *proved(draft.plan, document, draft.spec.overrides)), True)

    @cached_property
    def _lacks(self) -> Lacks:
        return Lacks(self.job)

    def _put(self, group: Class, member: Member, sheet: Sheet, writer: Writer) -> BatchResult:
        name = file_name(member.locality)
        made = Made(name, sheet.data, self.job.digest_for(member.row))
        standing = self.folder.standing(name, made.inputs)
        if standing is Standing.FOREIGN and self.folder.digest(name) == digest_of(sheet.data):
            writer.note(made)  # the very same words: only the memory of it was lost
            standing = Standing.CURRENT
        status, findings = BatchStatus.UNCHANGED, (*self._lacks.of(member), *self._lacks.besides(sheet.findings))
        if standing is Standing.FOREIGN and not self.force:
            findings = (_changed(name), *findings)
        elif standing is not Standing.CURRENT:
            writer.put(made)
            status = BatchStatus.WRITTEN
        return _result(member, group.label, name, status, findings, sheet.proved)


def _in_turn(group: Class, mould: Mould | None) -> Iterator[tuple[Member, bool]]:
    """The members in their order, and whether the mould fits; names are looked at some at a time, so that a stop is heard soon."""
    for start in range(0, len(group.members), MANY):
        some = group.members[start : start + MANY]
        fitting = mould.fitting(some) if mould else frozenset()
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


def _result(
    member: Member, label: str, name: str | None, status: BatchStatus, findings: Findings, proof: bool
) -> BatchResult:
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
    return _result(member, label, None, BatchStatus.FAILED, findings, False)


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
