"""What a checker of layout sees of a Word file, as values: sections, paragraphs in their looks, tables, page headers."""

from dataclasses import dataclass
from typing import NamedTuple

from kedraft.ooxml.drawn import LineShape
from kedraft.ooxml.said import Letters, ParagraphFormat


class Run(NamedTuple):
    """Words in one look; `field` is the field they come from (`PAGE`)."""

    text: str
    letters: Letters
    field: str | None = None


class Cell(NamedTuple):
    """Where in a table a paragraph stands, counted from 0; `width` is that of the words, in twips, 0 when not known."""

    table: int
    row: int
    column: int
    columns: int
    width: int
    depth: int = 1


class Box(NamedTuple):
    """The text box that a paragraph stands in; `left` is its distance from the text's left edge, None when not known."""

    number: int
    width: int
    left: int | None


class TableView(NamedTuple):
    """A table: its section, whether any of its lines print, whether each row keeps together on one page."""

    section: int
    bordered: bool
    whole_rows: tuple[bool, ...]
    first: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `text` holds tabs and line ends; `label` is its automatic number; `drawn` are lines anchored in it.

    `changes` and `comments` count tracked changes and comments; `decomposed` says that letters stand apart from their marks.
    """

    number: int
    runs: tuple[Run, ...]
    text: str
    format: ParagraphFormat
    style: str
    section: int
    label: str | None = None
    cell: Cell | None = None
    box: Box | None = None
    drawn: tuple[LineShape, ...] = ()
    page_break: bool = False
    changes: int = 0
    comments: int = 0
    hidden: bool = False
    decomposed: bool = False


class PageNote(NamedTuple):
    """A page header or footer: `where` is header or footer, `pages` default, first or even."""

    where: str
    pages: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section; lengths in twips. `notes` are its page headers and footers, those it inherits included."""

    width: int
    height: int
    landscape: bool
    top: int
    bottom: int
    left: int
    right: int
    gutter: int
    gutter_top: bool
    title_page: bool
    number_form: str
    number_start: int | None
    kind: str
    notes: tuple[PageNote, ...]
    first: int
    tables: int

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right - (0 if self.gutter_top else self.gutter)

    def note(self, where: str, pages: str) -> PageNote | None:
        """The header or footer of those pages."""
        return next((one for one in self.notes if one.where == where and one.pages == pages), None)


@dataclass(frozen=True, slots=True)
class DocxView:
    """Bản nhìn của tệp Word - everything that rules of layout ask for, as values."""

    name: str
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[TableView, ...]
    even_and_odd: bool = False
