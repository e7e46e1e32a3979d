"""What a page holds, as boxes: words, lines, ruled tables. PDF text and OCR both come in this shape."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

BOLD: Final = 1
ITALIC: Final = 2


@dataclass(slots=True)
class Word:
    """Words that stand together without a gap: left and right edge, baseline (points, downwards), size, style bits.

    `first` is the width of the first of them.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    style: int = 0
    first: float = 0.0

    def __post_init__(self) -> None:
        self.first = self.first or self.x1 - self.x0


@dataclass(slots=True)
class Line:
    """One line of one column; `left` and `right` are the edges of its column."""

    words: list[Word]
    left: float = 0.0
    right: float = 0.0
    page: int = 0
    loose: bool = False  # a line of the header or the signature: a paragraph of its own
    centered: bool = False
    text: str = ""

    def __post_init__(self) -> None:
        self.text = "".join(text for text, _ in self.parts())

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def y(self) -> float:
        return max(self.words, key=lambda word: word.size).y

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def style(self) -> int:
        style = BOLD | ITALIC
        for word in self.words:
            style &= word.style
        return style

    def parts(self) -> Iterator[tuple[str, int]]:
        """The words with the spaces between them, and their style."""
        before: Word | None = None
        for word in self.words:
            glued = before is not None and word.x0 - before.x1 < 0.08 * word.size
            space = "" if before is None or glued else " "
            yield space + word.text, word.style
            before = word

    def first_width(self) -> float:
        """Width of the line's first word."""
        return self.words[0].first


@dataclass(slots=True)
class Grid:
    """A ruled table: column and row edges, and per row its cells as (words, across, down)."""

    xs: list[float]
    ys: list[float]
    rows: list[list[tuple[list[Word], int, int]]]
    page: int = 0
    header: int = 0  # rows that the next page repeats


@dataclass(slots=True)
class Page:
    """One page as read: words, rulings (x0, y0, x1, y1), size in points, downwards."""

    number: int
    width: float
    height: float
    words: list[Word]
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    scanned: bool = False
    hidden: int = 0


Item = Line | Grid


@dataclass(slots=True)
class Arranged:
    """A document's lines and tables in reading order, what stands outside the flow, and pages that lie sideways."""

    items: list[Item] = field(default_factory=list)
    asides: list[Line] = field(default_factory=list)
    landscape: set[int] = field(default_factory=set)


def said(row: Sequence[Word]) -> str:
    """The words of a row, a space between them."""
    return " ".join(word.text for word in row)


def rows_of(words: list[Word]) -> list[list[Word]]:
    """Words on one baseline, from the top, each row from the left. A raised or lowered small word belongs to its line."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.y):
        if rows:
            main = max(rows[-1], key=lambda one: one.size)
            reach = (
                0.35 * max(main.size, word.size)
                if main.size < 1.25 * word.size < 1.6 * main.size
                else 0.5 * max(main.size, word.size)
            )
            if word.y - main.y < reach:
                rows[-1].append(word)
                continue
        rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word.x0)
    return rows
