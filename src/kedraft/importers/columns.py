"""Where a page has two columns: the header and the foot. They are told by their words and parted by the gap between them."""

import re
from itertools import pairwise
from statistics import median
from typing import Final

from kedraft.importers.boxes import Word, said
from kedraft.importers.foot import is_recipients, is_signature
from kedraft.importers.frame import title_of
from kedraft.importers.head import is_dateline, is_nation, is_number_line
from kedraft.vietnamese.labels import labels_at
from kedraft.vietnamese.text import clean, squeeze

_MOTTO: Final = re.compile(r"[ĐD]ộc lập\s*[-–—]\s*Tự do")

_Columns = tuple[list[list[Word]], list[list[Word]]]


def stretches(rows: list[list[Word]], foot: bool) -> tuple[list[list[list[Word]] | _Columns], bool]:
    """Rows cut into stretches of one column (a list) and of two (a pair), and whether the last is the foot."""
    anchors = [_anchor(row) for row in rows]
    parts: list[list[list[Word]] | _Columns] = []
    single: list[list[Word]] = []
    at, in_foot = 0, False
    while at < len(rows):
        region = _region(rows, anchors, at, foot and at == 0)
        if region is None:
            single.append(rows[at])
            at, in_foot = at + 1, False
            continue
        parts += [single] if single else []
        single = []
        columns, at, in_foot = region
        parts.append(columns)
    return [*parts, single] if single else parts, in_foot


_Region = tuple[_Columns, int, bool]


def _region(rows: list[list[Word]], anchors: list[str | None], at: int, foot: bool) -> _Region | None:
    """The two columns that begin with row `at`: (left, right), the row after them, and whether they are the foot."""
    for anchor in range(at, min(at + 5, len(rows))):
        kind = anchors[anchor]
        if (kind is None and not (foot and anchor == 0)) or (kind != "head" and anchor != at):
            continue
        found = _columns(rows, at, anchor, kind != "head")
        if found is not None:
            return found
    return None


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


def _columns(rows: list[list[Word]], at: int, anchor: int, foot: bool) -> _Region | None:
    """Rows around `anchor` parted by a gutter that no word crosses; None without words on both sides."""
    gutter = _Gutter(rows[anchor])
    if not gutter.open:
        return None
    first = anchor
    while first > at and gutter.takes(rows[first - 1]):
        first -= 1
    last = anchor + 1
    while last < len(rows) and not _ends_region(rows[last], foot) and gutter.takes(rows[last]):
        last += 1
    if first > at or not gutter.left or not gutter.right:
        return None
    sides = gutter.sides(rows[first:last])
    return (sides[0], sides[1]), last, foot


def _ends_region(row: list[Word], foot: bool) -> bool:
    text = squeeze(clean(said(row)))
    return not foot and (title_of(text) is not None or bool(labels_at(text)))


class _Gutter:
    """The empty strip between two columns; it narrows with each row that it takes."""

    def __init__(self, row: list[Word]) -> None:
        halves = _halves(row)
        self.left = self.right = False
        self.open = True
        if len(halves) == 2:
            self.a, self.b = halves[0][-1].x1, halves[1][0].x0
            self.left = self.right = True
            return
        text = squeeze(clean(said(row)))
        if is_recipients(text) or is_number_line(text):
            self.a, self.b, self.left = row[-1].x1, float("inf"), True
        else:
            self.a, self.b, self.right = float("-inf"), row[0].x0, True

    def takes(self, row: list[Word]) -> bool:
        """Whether no word of the row crosses the strip; the strip then is narrower, or its other edge is known."""
        left, right = self._parted(row)
        a = max([self.a, *(word.x1 for word in left)])
        b = min([self.b, *(word.x0 for word in right)])
        if b - a < 0.5 * row[0].size or (left and right and not _is_wide(left, right)):
            return False
        self.a, self.b, self.left, self.right = a, b, self.left or bool(left), self.right or bool(right)
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

    def sides(self, rows: list[list[Word]]) -> tuple[list[list[Word]], list[list[Word]]]:
        middle = (self.a + self.b) / 2
        left = [[word for word in row if word.x0 < middle] for row in rows]
        right = [[word for word in row if word.x0 >= middle] for row in rows]
        return [row for row in left if row], [row for row in right if row]
