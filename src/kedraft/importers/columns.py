"""Where a page has two columns: the header and the foot. They are told by their words and parted by the gap between them."""

import re
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple, Self

from kedraft.importers.annex_lines import may_open_annex
from kedraft.importers.boxes import Word, said
from kedraft.importers.foot_lines import is_recipients, is_signature
from kedraft.importers.head import is_dateline, is_nation, is_number_line
from kedraft.importers.title import title_of
from kedraft.vietnamese.labels import labels_at
from kedraft.vietnamese.text import clean, squeeze

_ANNEX_TITLE: Final = 60  # letters of an annex's first line
_INDENT: Final = 60.0  # points that a line of the left column may stand in
_OFF_CENTRE: Final = 60.0  # points that a line of the right column may stand off its middle
_MOTTO: Final = re.compile(r"[ĐD]ộc lập\s*[-–—]\s*Tự do")

_Columns = tuple[list[list[Word]], list[list[Word]]]


class Strip(NamedTuple):
    """The gutter of a foot that the page's end cuts: its edges, the left column's left edge, the middle of the right column."""

    a: float
    b: float
    edge: float
    middle: float


def stretches(rows: list[list[Word]], foot: Strip | None) -> tuple[list[list[list[Word]] | _Columns], Strip | None]:
    """Rows cut into stretches of one column (a list) and of two (a pair); the gutter of the last when that is the foot.

    `foot`: the gutter with which the page before ended.
    """
    anchors = [_anchor(row) for row in rows]
    parts: list[list[list[Word]] | _Columns] = []
    single: list[list[Word]] = []
    at, strip = 0, None
    while at < len(rows):
        region = (_rest(rows, anchors, foot) if foot and at == 0 else None) or _region(rows, anchors, at)
        if region is None:
            single.append(rows[at])
            at, strip = at + 1, None
            continue
        parts += [single] if single else []
        single = []
        columns, at, strip = region
        parts.append(columns)
    return [*parts, single] if single else parts, strip


_Region = tuple[_Columns, int, Strip | None]


def _region(rows: list[list[Word]], anchors: list[str | None], at: int) -> _Region | None:
    """The two columns that begin with row `at`: (left, right), the row after them, and the gutter when they are the foot."""
    for anchor in range(at, min(at + 5, len(rows))):
        kind = anchors[anchor]
        if kind is None or (kind != "head" and anchor != at):
            continue
        found = _columns(rows, anchors, at, anchor)
        if found is not None:
            return found
    return None


def _rest(rows: list[list[Word]], anchors: list[str | None], strip: Strip) -> _Region | None:
    """What stands on this page of a foot that the one before began."""
    gutter = _Gutter.of(strip)
    header = anchors.index("head") if "head" in anchors else len(rows)  # of the document behind this one
    last = _end(rows[:header], 0, gutter, foot=True)
    return (gutter.sides(rows[:last]), last, gutter.strip()) if last else None


def _halves(row: list[Word]) -> list[list[Word]]:
    """A row cut at its widest gap, when that is wide for this row; else the row."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(row)]
    if not gaps:
        return [row]
    widest = max(gaps)
    cut = gaps.index(widest) + 1
    others = gaps[: cut - 1] + gaps[cut:]
    if widest < 0.6 * row[0].size or (others and widest < 1.8 * max(median(others), 1.0)):
        return [row]
    return [row[:cut], row[cut:]]


def _is_wide(left: list[Word], right: list[Word]) -> bool:
    """Whether the gap between two parts of a row is wider than the gaps inside them."""
    gaps = [b.x0 - a.x1 for part in (left, right) for a, b in pairwise(part)]
    return len(gaps) < 3 or right[0].x0 - left[-1].x1 > 1.8 * max(median(gaps), 1.0)


def _anchor(row: list[Word]) -> str | None:
    """head or foot, when the row holds words that only stand in a header's or a foot's two columns."""
    for text in (squeeze(clean(said(half))) for half in _halves(row)):
        if len(text) > 120:
            continue
        if is_recipients(text) or signs(text):
            return "foot"
        if is_nation(text) or _MOTTO.search(text) or is_number_line(text) or (len(text) < 70 and is_dateline(text)):
            return "head"
    return None


def signs(text: str) -> bool:
    """Whether the line belongs to a signature; most lines are told apart by their first two letters."""
    return (text[:2].isupper() or text[1:2] in "./") and is_signature(text)


def _columns(rows: list[list[Word]], anchors: list[str | None], at: int, anchor: int) -> _Region | None:
    """Rows around `anchor` parted by a gutter that no word crosses; None without words on both sides."""
    gutter = _Gutter(rows[anchor])
    if not gutter.open:
        return None
    foot = anchors[anchor] != "head"
    first = anchor
    while first > at and gutter.takes(rows[first - 1]):
        first -= 1
    last = _end(rows, anchor + 1, gutter, foot=foot)
    if first > at or not gutter.left or not gutter.right:
        return None
    return gutter.sides(rows[first:last]), last, gutter.strip() if foot else None


def _end(rows: list[list[Word]], at: int, gutter: "_Gutter", *, foot: bool) -> int:
    """The first row, from `at` on, that belongs to no column."""
    while at < len(rows):
        if (_ends_foot(rows[at], gutter) if foot else _ends_head(rows[at])) or not gutter.takes(rows[at]):
            break
        at += 1
    return at


def _ends_head(row: list[Word]) -> bool:
    text = squeeze(clean(said(row)))
    return title_of(text) is not None or bool(labels_at(text.lstrip("* ")))  # a star stands under a Party body's name


def _ends_foot(row: list[Word], gutter: "_Gutter") -> bool:
    """Behind the foot comes an annex, or a title in the middle of the page."""
    text = squeeze(clean(said(row)))
    return (len(text) < _ANNEX_TITLE and may_open_annex(text)) or title_of(text) == "" or gutter.is_between(row)


class _Gutter:
    """The empty strip between two columns; it narrows with each row that it takes."""

    def __init__(self, row: list[Word]) -> None:
        halves = _halves(row)
        self.left = self.right = False
        self.open = True
        self.edge: float | None = None  # where the left column begins
        self.middle: float | None = None  # of the right column's lines, which are centred
        if len(halves) == 2:
            self.a, self.b = halves[0][-1].x1, halves[1][0].x0
            self.left = self.right = True
            self._note(halves[0], halves[1])
            return
        text = squeeze(clean(said(row)))
        if is_recipients(text) or is_number_line(text):
            self.a, self.b, self.left = row[-1].x1, float("inf"), True
            self._note(row, [])
        else:
            self.a, self.b, self.right = float("-inf"), row[0].x0, True
            self._note([], row)

    @classmethod
    def of(cls, strip: Strip) -> Self:
        """The gutter that another page began."""
        gutter = cls.__new__(cls)
        gutter.a, gutter.b, gutter.edge, gutter.middle = strip
        gutter.left = gutter.right = gutter.open = True
        return gutter

    def strip(self) -> Strip | None:
        """The gutter as the next page takes it over; None before both columns are known."""
        if self.edge is None or self.middle is None:
            return None
        return Strip(self.a, self.b, self.edge, self.middle)

    def _note(self, left: list[Word], right: list[Word]) -> None:
        if left:
            self.edge = left[0].x0 if self.edge is None else min(self.edge, left[0].x0)
        if right and self.middle is None:
            self.middle = (right[0].x0 + right[-1].x1) / 2

    def is_between(self, row: list[Word]) -> bool:
        """Whether a row stands in neither column: it begins far right of the left one and is not centred as the right one is."""
        if self.edge is None or self.middle is None or len(_halves(row)) == 2:
            return False
        off = (row[0].x0 + row[-1].x1) / 2 - self.middle
        return row[0].x0 > self.edge + _INDENT and off < -_OFF_CENTRE

    def takes(self, row: list[Word]) -> bool:
        """Whether no word of the row crosses the strip; the strip then is narrower, or its other edge is known."""
        left, right = self._parted(row)
        a = max([self.a, *(word.x1 for word in left)])
        b = min([self.b, *(word.x0 for word in right)])
        if b - a < 0.5 * row[0].size or (left and right and not _is_wide(left, right)):
            return False
        self.a, self.b, self.left, self.right = a, b, self.left or bool(left), self.right or bool(right)
        self._note(left, right)
        return True

    def _parted(self, row: list[Word]) -> tuple[list[Word], list[Word]]:
        if self.left and self.right:
            middle = (self.a + self.b) / 2
            return [w for w in row if w.x0 + w.x1 < 2 * middle], [w for w in row if w.x0 + w.x1 >= 2 * middle]
        halves = _halves(row)
        if len(halves) == 2 and self.a <= halves[0][-1].x1 <= halves[1][0].x0 <= self.b:
            return halves[0], halves[1]
        if self.left:
            return (row, []) if row[0].x0 < self.a else ([], row)
        return ([], row) if row[-1].x1 > self.b else (row, [])

    def sides(self, rows: list[list[Word]]) -> _Columns:
        middle = (self.a + self.b) / 2
        left = [[word for word in row if word.x0 < middle] for row in rows]
        right = [[word for word in row if word.x0 >= middle] for row in rows]
        return [row for row in left if row], [row for row in right if row]
