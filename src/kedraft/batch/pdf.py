"""PDFs beside the Word files, many in one run of LibreOffice, which runs once at a time."""

from collections.abc import Callable, Iterator, Sequence

from kedraft.batch.drafting import Told
from kedraft.errors import OutputRefused
from kedraft.model.batch import BatchStatus
from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location
from kedraft.ooxml.libreoffice import to_pdfs
from kedraft.workspace.folder import Folder, Made, Standing, Writer, inputs_digest

#: So many files a run: starting LibreOffice costs some seconds, each file a part of one.
A_RUN = 100
NO_PDF = "HL-05"


def with_pdfs(
    told: Sequence[Told], folder: Folder, writer: Writer, force: bool, stopping: Callable[[], bool]
) -> Iterator[Told]:
    """The results with the names of their PDFs; a PDF that stands there already, made from the same Word file, is not made again."""
    waiting: list[tuple[Told, Made]] = []
    for one in told:
        name = one.result.file
        if name is None or one.result.status is BatchStatus.FAILED:
            continue
        made = Made(f"{name.removesuffix('.docx')}.pdf", b"", inputs_digest(folder.digest(name).encode()))
        standing = folder.standing(made.name, made.inputs)
        if standing is Standing.CURRENT:
            yield _named(one, made.name)
        elif standing is Standing.FOREIGN and not force:
            yield _without(
                one,
                f"Tệp {made.name} đã được sửa hoặc không phải do phiếu này tạo ra nên được giữ nguyên; đổi tên tệp ấy.",
            )
        else:
            waiting.append((one, made))
    for start in range(0, len(waiting), A_RUN):
        if stopping():
            return
        yield from _converted(waiting[start : start + A_RUN], folder, writer)


def _converted(some: Sequence[tuple[Told, Made]], folder: Folder, writer: Writer) -> Iterator[Told]:
    sources = {one.result.file or "": (folder.path / (one.result.file or "")).read_bytes() for one, _ in some}
    try:
        pdfs = to_pdfs(sources)
    except OutputRefused as error:
        yield from (_without(one, error.message) for one, _ in some)
        return
    for one, made in some:
        pdf = pdfs.get(one.result.file or "")
        if pdf is None:
            yield _without(one, "LibreOffice không xuất được PDF từ tệp này; mở tệp Word rồi chọn Lưu thành PDF.")
            continue
        try:
            writer.put(made._replace(data=pdf))
        except OutputRefused as error:
            yield _without(one, error.message)
            continue
        refused = writer.flush().get(made.name)
        yield _without(one, refused.message) if refused else _named(one, made.name)


def _named(one: Told, pdf: str) -> Told:
    return Told(one.at, one.result.evolve(pdf=pdf))


def _without(one: Told, message: str) -> Told:
    where = Location(file=one.result.file)
    finding = Finding(rule=NO_PDF, severity=Severity.WARNING, message=message, where=where)
    return Told(one.at, one.result.evolve(findings=(*one.result.findings, finding)))
