"""read: a file's bytes to its words. The format is told by content; the name only helps where content cannot."""

from pathlib import PurePosixPath
from typing import Final, Literal

from kedraft.importers.reading_findings import Reading, note
from kedraft.importers.sniff import Kind, kind_of
from kedraft.model.finding import Finding, Severity
from kedraft.model.making import makes_many
from kedraft.model.source import SourceText

#: What a name's ending promises.
_SUFFIXES: Final = {
    ".txt": Kind.TEXT, ".text": Kind.TEXT, ".md": Kind.TEXT, ".markdown": Kind.TEXT,
    ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML,
    ".docx": Kind.ZIP, ".doc": Kind.OLE, ".odt": Kind.ODT, ".rtf": Kind.RTF, ".pdf": Kind.PDF,
    ".png": Kind.IMAGE, ".jpg": Kind.IMAGE, ".jpeg": Kind.IMAGE, ".tif": Kind.IMAGE, ".tiff": Kind.IMAGE,
}  # fmt: skip


@makes_many
def read(data: bytes, name: str, *, revisions: Literal["final", "original"] = "final") -> SourceText:
    """The words of a file in order, whatever its format.

    `revisions` says whether tracked changes of a Word file count as accepted or as rejected.

    Raises:
        SourceUnreadable: the file is hostile, broken, empty, or of no format that is read.
    """
    kind = kind_of(data, name)
    source = _read_as(kind, data, name, revisions)
    surprise = _surprise(kind, name)
    return source.evolve(findings=(*source.findings, surprise)) if surprise else source


def _read_as(kind: Kind, data: bytes, name: str, revisions: Literal["final", "original"]) -> SourceText:
    """Readers are imported when they are needed: most calls need one."""
    match kind:
        case Kind.ZIP:
            from kedraft.importers.docx import read_docx

            return read_docx(data, name, revisions=revisions)
        case Kind.ODT | Kind.OLE | Kind.RTF:
            from kedraft.importers.office import read_office

            return read_office(data, name, revisions=revisions)
        case Kind.PDF:
            from kedraft.importers.pdf import read_pdf

            return read_pdf(data, name)
        case Kind.IMAGE:
            from kedraft.importers.ocr import read_image

            return read_image(data, name)
        case Kind.HTML:
            from kedraft.importers.html import read_html

            return read_html(data, name)
        case Kind.TEXT:
            from kedraft.importers.text import read_text

            return read_text(data, name)


def _surprise(kind: Kind, name: str) -> Finding | None:
    """A finding when the name promises another kind of file."""
    suffix = PurePosixPath(name.replace("\\", "/")).suffix
    promised = _SUFFIXES.get(suffix.lower(), kind)
    if promised is kind or (kind is Kind.TEXT and promised is Kind.HTML):
        return None
    message = f"Tên tệp có đuôi {suffix} nhưng nội dung là {kind.value}; đã đọc theo nội dung."
    return note(Reading.OTHER_KIND, Severity.INFO, message, name)
