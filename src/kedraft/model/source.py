"""SourceText: what `read` hands to `parse`, whatever the file was: paragraphs and tables in order, with their looks."""

from collections.abc import Iterator
from enum import StrEnum

from kedraft.model.base import Frozen
from kedraft.model.finding import Finding
from kedraft.model.inline import Inline
from kedraft.model.place import Location


class SourceFormat(StrEnum):
    """Định dạng nguồn."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    OCR = "ocr"


class Look(Frozen):
    """How a paragraph looks, as hints for `parse`. None: the format does not say."""

    bold: bool | None = None
    italic: bool | None = None
    align: str | None = None  # left, center, right, both
    size: float | None = None  # points
    typed: str | None = None  # the text's own letters, where a paragraph's style shows it in capitals
    depth: int = 0  # in how many lists of a web page an item stands
    gap_before: bool = False  # a blank line, or the start of a page column, stands before it


class SourceParagraph(Frozen):
    """One paragraph, or one line of a text whose paragraphs are still broken into lines.

    `label` is an automatic number as Word shows it (`I.`, `1.1.`, `-`), not part of `text`.
    """

    text: Inline
    label: str | None = None
    look: Look = Look()
    place: Location = Location()

    @property
    def own(self) -> Inline:
        """The text in the letters that were typed."""
        return self.text if self.look.typed is None else self.text.evolve(text=self.look.typed)


class SourceCell(Frozen):
    """A cell: its paragraphs (those of nested tables follow in reading order), and its spans."""

    paragraphs: tuple[SourceParagraph, ...] = ()
    across: int = 1
    down: int = 1


class SourceTable(Frozen):
    """A table; a cell that another one spans is left out. `header` rows repeat on each page."""

    rows: tuple[tuple[SourceCell, ...], ...]
    header: int = 0
    widths: tuple[int, ...] = ()
    place: Location = Location()


class SourceText(Frozen):
    """Văn bản nguồn - the whole of a file's words in order.

    `broken_lines`: the paragraphs are lines that may still have to be joined. `asides` are words outside the flow (footnotes,
    page headers, text boxes). `findings` is what reading noticed (tracked changes taken as final, …). `landscape` holds the
    indexes of blocks that stand on landscape pages; `digest` is that of the bytes read.
    """

    name: str
    format: SourceFormat
    blocks: tuple[SourceParagraph | SourceTable, ...]
    broken_lines: bool = False
    asides: tuple[SourceParagraph, ...] = ()
    landscape: frozenset[int] = frozenset()
    digest: str = ""
    findings: tuple[Finding, ...] = ()

    def paragraphs(self) -> Iterator[SourceParagraph]:
        """Every paragraph in reading order, those in table cells included, then the asides."""
        for block in self.blocks:
            if isinstance(block, SourceTable):
                for row in block.rows:
                    for cell in row:
                        yield from cell.paragraphs
            else:
                yield block
        yield from self.asides
