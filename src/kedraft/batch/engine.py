"""`draft_all`: every locality of a job to a file of its own."""

import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from types import FrameType

from kedraft.batch.again import Again
from kedraft.batch.classes import Class, Classing, Member
from kedraft.batch.drafting import Desk, Prove, Told, fault
from kedraft.batch.job import BatchJob
from kedraft.batch.lacks import Lacks
from kedraft.batch.pdf import with_pdfs
from kedraft.batch.places import Places, file_name
from kedraft.batch.processes import Share, run, shares
from kedraft.batch.titles import subject_for
from kedraft.errors import KedraftError, OutputRefused
from kedraft.model.batch import BatchReport, BatchResult, BatchStatus
from kedraft.model.localities import LocalityRow
from kedraft.model.making import looking_seldom, makes_many
from kedraft.model.place import Location
from kedraft.vietnamese.dates import first_day
from kedraft.workspace import signature_of
from kedraft.workspace.disk import same_folder
from kedraft.workspace.folder import Folder, clean, held

Listener = Callable[[BatchResult], None]


def draft_all(
    job: BatchJob,
    folder: Path,
    *,
    jobs: int = 1,
    pdf: bool = False,
    prove: Prove = "sample",
    force: bool = False,
    on_result: Listener | None = None,
) -> BatchReport:
    """Drafts, checks, renders, proves and writes a file for each locality; the folder is made when it is missing.

    `jobs`: processes; `pdf`: PDFs beside the Word files (LibreOffice); `prove`: on which files the full proof runs (imported again and
    compared, package, layout); `force`: files that a person has changed are written again. `on_result` is called in this process, for
    each locality as it is done, in any order. A locality that fails does not stop the others; Ctrl-C gives a report with `stopped`.

    Raises:
        KedraftError: nothing can be drafted at all (template, parent, folder).
    """
    began = time.perf_counter()
    job.compiled()
    results: dict[int, BatchResult] = {}
    members, unknown = _members(job)
    _refuse_inputs(job, folder, members)
    groups = Classing(job).classes(members)
    signature = signature_of(job.draft_file, folder / "tệp")
    with held(folder), looking_seldom(), _stoppable() as stopping:
        clean(folder)
        before = Again.of(job, _joined(folder, signature, doubted=True), prove)
        standing, left = ([], groups) if force else before.sorted_out(groups)
        told = _told(job, folder, signature, left, jobs, prove, force, stopping)
        for at, result in chain(unknown, standing, told):
            result = _placed(result, job.rows[at])
            results[at] = result
            if on_result:
                on_result(result)
        opened = _joined(folder, signature, doubted=False)
        if pdf and not stopping():
            results |= _pdfs(results, opened, force, stopping)
            opened = _joined(folder, signature, doubted=False)
        stopped = stopping()
        leftover = opened.others(frozenset(_every_name(members)))
    return BatchReport(
        draft_file=job.draft_file.name,
        subject=subject_for(job.spec.value.document.subject, members),
        folder=str(folder),
        results=tuple(results[at] for at in sorted(results)),
        classes=len(groups),
        seconds=time.perf_counter() - began,
        stopped=stopped,
        leftover=leftover,
    )


def _placed(result: BatchResult, row: LocalityRow) -> BatchResult:
    """A locality that failed, told at its row of the table where nothing says a place of its own."""
    if result.status is not BatchStatus.FAILED:
        return result
    findings = (one if str(one.where) else one.evolve(where=row.where) for one in result.findings)
    return result.evolve(findings=tuple(findings))


def _pdfs(
    results: dict[int, BatchResult], folder: Folder, force: bool, stopping: Callable[[], bool]
) -> dict[int, BatchResult]:
    """The results that have PDFs now, or a finding that says why not."""
    told = [Told(at, result) for at, result in sorted(results.items())]
    with folder.writing(0) as writer:
        return dict(with_pdfs(told, folder, writer, force, stopping))


def _refuse_inputs(job: BatchJob, folder: Path, members: Sequence[Member]) -> None:
    """Raises `OutputRefused` when a locality's file would stand in the place of one that the batch is made from."""
    read = {one.name.casefold(): one for one in job.sources if same_folder(one, folder)}
    for name in _every_name(members):
        if name.casefold() in read:
            message = (
                "Tệp này đang được đọc để soạn (kế hoạch cấp trên, phiếu hoặc mẫu trình bày), mà một địa phương trong bảng cũng "
                "ghi ra đúng tên ấy; chọn thư mục khác bằng -o để khỏi mất tệp ấy."
            )
            raise OutputRefused(message, Location(file=read[name.casefold()].name))


def _every_name(members: Sequence[Member]) -> Iterator[str]:
    for member in members:
        name = file_name(member.locality)
        yield from (name, f"{name.removesuffix('.docx')}.pdf")


def _joined(folder: Path, signature: str, *, doubted: bool) -> Folder:
    Folder(folder, signature).join_journals(doubted=doubted)
    return Folder.opened(folder, signature)


def _told(
    job: BatchJob,
    folder: Path,
    signature: str,
    groups: tuple[Class, ...],
    jobs: int,
    prove: Prove,
    force: bool,
    stopping: Callable[[], bool],
) -> Iterator[Told]:
    """The results of all classes, in this process or in several."""
    parts = shares(groups, max(1, jobs)) if jobs > 1 else []
    if len(parts) < 2:
        desk = Desk.of(job, Folder.opened(folder, signature), prove, force)
        with desk.folder.writing(0) as writer:
            yield from desk.draft(groups, writer, stopping)
        return
    yield from run(
        [Share(at, job.alone(), folder, signature, part, prove, force) for at, part in enumerate(parts)], stopping
    )


# --- who takes part --------------------------------------------------------------------------------------------------


@makes_many
def _members(job: BatchJob) -> tuple[list[Member], list[Told]]:
    """The localities that were found, and the results of those that were not, or that would write another's file."""
    places = Places(first_day(job.spec.value.document.date), job.units)
    members: list[Member] = []
    unknown: list[Told] = []
    names: dict[str, str] = {}
    lacks = Lacks(job)
    for at, row in enumerate(job.rows):
        try:
            locality = places.locality(row)
        except KedraftError as error:
            unknown.append(Told(at, _unknown(row, error)))
            continue
        name = file_name(locality)
        if name.casefold() in names:
            message = (
                f"Bảng đã có một dòng cho {names[name.casefold()]}; mỗi địa phương chỉ một dòng, xóa bớt dòng này."
            )
            unknown.append(Told(at, _unknown(row, KedraftError(message, row.where))))
            continue
        names[name.casefold()] = locality.place.full
        members.append(Member(at, lacks.signed(row, locality), locality))
    return members, unknown


def _unknown(row: LocalityRow, error: KedraftError) -> BatchResult:
    asked = row.locality
    chain = (asked.commune, asked.district, asked.province)
    where = error.where if str(error.where) else row.where
    return BatchResult(
        code=row.code,
        name=", ".join(part for part in chain if part),
        province=asked.province,
        file=None,
        status=BatchStatus.FAILED,
        findings=(fault(error.message, where),),
    )


# --- Ctrl-C, SIGTERM ----------------------------------------------------------------------------------------------------------


@contextmanager
def _stoppable() -> Iterator[Callable[[], bool]]:
    """Whether somebody has asked to stop. The first Ctrl-C or SIGTERM is heard between two localities, a second one at once."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop(number: int, frame: FrameType | None) -> None:
        asked.set()
        _set(before)

    for number in before:
        signal.signal(number, stop)
    try:
        yield asked.is_set
    finally:
        _set(before)


def _set(handlers: Mapping[signal.Signals, "signal._HANDLER"]) -> None:
    for number, handler in handlers.items():
        signal.signal(number, handler)
