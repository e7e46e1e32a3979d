"""read: a file's bytes to its words. The format is told by content; the name only helps where content cannot."""

from kedraft.importers.text import read_text
from kedraft.model.source import SourceText


def read(data: bytes, name: str) -> SourceText:
    """The words of a file in order, whatever its format.

    Raises:
        SourceUnreadable: the file is hostile, broken, empty, or of no format that is read.
    """
    return read_text(data, name)
