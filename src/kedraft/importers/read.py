"""read: a file's bytes to its words. The format is told by content; the name only helps where content cannot."""

from kedraft.importers.text import read_text
from kedraft.model.source import SourceText


def read(data: bytes, name: str) -> SourceText:
    """The words of a file in order, whatever its format.

    Raises:
        SourceUnreadable: the file is hostile, broken, empty, or of no format that is read.
    """
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        from kedraft.importers.docx import read_docx

        return read_docx(data, name)
    if data.startswith(b"%PDF"):
        from kedraft.importers.pdf import read_pdf
        return read_pdf(data,name)
    return read_text(data, name)
