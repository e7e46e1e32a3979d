"""Boxes to lines in reading order: margins and footnotes aside, two columns one after the other, tables where they stand."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kedraft.grammar.shape import is_page_number
from kedraft.importers.boxes import Arranged, Grid, Line, Page, Word, rows_of, said
from kedraft.importers.columns import Strip, stretches
from kedraft.importers.ruled import Ruler, continue_tables
from kedraft.vietnamese.labels import labels_at
from kedraft.vietnamese.text import clean, squeeze

_BY_CHANCE: Final = 0.12  # share of a page's width
_NOTE: Final = re.compile(r"(?:\[?\d{1,3}\]?|\(\d{1,2}\)|\*{1,3})\s?(?=\S)")


def arrange(pages: Sequence[Page]) -> Arranged:
    """All pages in reading order: the header's left cell before its right one, Nơi nhận before the signature."""
    out = Arranged()
    ruler = Ruler()
    tables = {page.number: ruler.grids(page) if page.rules else [] for page in pages}
    rows = {page.number: rows_of(page.words) for page in pages}
    running = _running(rows)
    body = _body_size(rows)
    foot: Strip | None = None
    for page in pages:
        flow = _without_margins(rows[page.number], page, running, out)
        flow = _without_notes(flow, page, body, out)
        foot = _page_items(flow, tables[page.number], page, out, foot)
        if page.width > page.height and (page.words or tables[page.number]):
            out.landscape.add(page.number)
    continue_tables(out)
    return out


def _running(rows: dict[int, list[list[Word]]]) -> frozenset[str]:
    """Texts that stand at the top or bottom of three pages or more."""
    seen: Counter[str] = Counter()
    for lines in rows.values():
        seen.update({_numberless(said(line)) for line in (*lines[:2], *lines[-2:])})
    return frozenset(text for text, times in seen.items() if text and times >= 3 and 2 * times > len(rows))


def _numberless(text: str) -> str:
    return re.sub(r"\d+", "#", squeeze(clean(text)))


def _body_size(rows: dict[int, list[list[Word]]]) -> float:
    """The size in which most letters are printed."""
    sizes: Counter[float] = Counter()
    for lines in rows.values():
        for line in lines:
            for word in line:
                sizes[round(word.size, 1)] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 14.0


def _without_margins(rows: list[list[Word]], page: Page, running: frozenset[str], out: Arranged) -> list[list[Word]]:
    """The rows without page numbers and running headers, which go aside."""
    rows = list(rows)
    for end in (0, -1):
        for _ in range(3):
            if not rows or not _is_margin(rows, end, page, running):
                break
            row = rows.pop(end)
            out.asides.append(Line(row, 0.0, page.width, page.number))
    return rows


def _is_margin(rows: list[list[Word]], end: int, page: Page, running: frozenset[str]) -> bool:
    text = squeeze(clean(said(rows[end])))
    if _numberless(text) in running:
        return True
    if not is_page_number(text) or labels_at(text):
        return False
    y = rows[end][0].y
    return y < 0.12 * page.height if end == 0 else y > 0.88 * page.height


def _without_notes(rows: list[list[Word]], page: Page, body: float, out: Arranged) -> list[list[Word]]:
    """The rows without the footnotes: small lines at the bottom, the first of them numbered, under a short rule."""
    small = len(rows)
    while small > 0 and max(word.size for word in rows[small - 1]) <= body - 1.4:
        small -= 1
    above = rows[small - 1][0].y if small else 0.0
    for at in range(small, len(rows)):
        top = rows[at][0].y
        ruled = any(above < y1 < top + 2 and x1 - x0 > 60 > y1 - y0 for x0, y0, x1, y1 in page.rules)
        if at and _NOTE.match(said(rows[at])) and (ruled or rows[at][0].size < 0.8 * body) and page.number:
            if not ruled and rows[at][0].size > 0.75 * rows[at][-1].size:
                continue
            out.asides += [Line(row, 0.0, page.width, page.number) for row in rows[at:]]
            return rows[:at]
    return rows


def _page_items(
    rows: list[list[Word]], grids: list[Grid], page: Page, out: Arranged, foot: Strip | None
) -> Strip | None:
    """Puts a page's lines and tables in order; returns the gutter of the foot's two columns if the page ends within them."""
    at: int = 0
    open_foot: Strip | None = None
    for end, grid in [*((_first_below(rows, grid), grid) for grid in grids), (len(rows), None)]:
        part = rows[at:end]
        open_foot = _ordered(part, page, out, foot if at == 0 else None)
        at = max(at, end)
        if grid is not None:
            out.items.append(grid)
    return open_foot


def _first_below(rows: list[list[Word]], grid: Grid) -> int:
    return next((at for at, row in enumerate(rows) if row[0].y > grid.ys[0]), len(rows))


def _ordered(rows: list[list[Word]], page: Page, out: Arranged, foot: Strip | None) -> Strip | None:
    """Lines of rows between two tables: regions of two columns are read one column after the other."""
    parts, strip = stretches(rows, foot)
    left, right = _edges([row for part in parts if not isinstance(part, tuple) for row in part], page)
    for part in parts:
        if isinstance(part, tuple):
            for side in filter(None, part):
                a, b = min(row[0].x0 for row in side), max(row[-1].x1 for row in side)
                out.items += [Line(row, a, b, page.number, loose=True) for row in side]
        else:
            out.items += [Line(row, left, right, page.number) for row in part]
    return strip


def _edges(rows: list[list[Word]], page: Page) -> tuple[float, float]:
    """Left and right edge of the text: where at least two lines begin or end, as far out as possible.

    Two lines that end alike far inside the longest one do so by chance: then the longest one shows the edge.
    """
    if not rows:
        return 0.0, page.width
    starts, ends = sorted(row[0].x0 for row in rows), sorted((row[-1].x1 for row in rows), reverse=True)
    left = next((a for a, b in pairwise(starts) if b - a < 3.0), starts[0])
    right = next((a for a, b in pairwise(ends) if a - b < 3.0), ends[0])
    return left, right if ends[0] - right < _BY_CHANCE * page.width else ends[0]
