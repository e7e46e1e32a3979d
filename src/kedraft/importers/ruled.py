"""Tables from the lines that are drawn around their cells, also over the end of a page."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kedraft.grammar.shape import is_terminal, starts_lower
from kedraft.importers.boxes import Arranged, Grid, Item, Line, Page, Word, rows_of, said

_NEAR: Final = 3.0
MAX_CROSSINGS: Final = 20_000  # of level and upright lines on one page: more are a drawing; a full table has some 3,000
MAX_CELLS: Final = 5_000  # of one table on one page
MAX_WORK: Final = 600_000  # lines and crossings on all pages: 300 full tables drawn border by border have 500,000


@dataclass(slots=True)
class _Rule:
    """A level or upright line: its place across, its start and end along."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Ruler:
    """Finds the ruled tables of pages one after the other, until they have drawn more lines than any tables of a plan."""

    room: int = MAX_WORK

    def grids(self, page: Page) -> list[Grid]:
        """The page's ruled tables, from the top; their words are taken out of the page."""
        self.room -= len(page.rules)
        if self.room < 0:
            return []
        level, upright = _rules(page)
        crossings = len(level) * len(upright)
        if len(level) < 2 or len(upright) < 2 or crossings > min(MAX_CROSSINGS, self.room):
            return []
        self.room -= crossings
        grids = [grid for lines in _touching(level, upright) if (grid := _grid(*lines, page)) is not None]
        return sorted(grids, key=lambda grid: grid.ys[0])


def _rules(page: Page) -> tuple[list[_Rule], list[_Rule]]:
    """The level and the upright rules."""
    level = _merged(_Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in page.rules if x1 - x0 > y1 - y0)
    upright = _merged(_Rule((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in page.rules if x1 - x0 <= y1 - y0)
    return level, upright


def _merged(rules: Iterable[_Rule]) -> list[_Rule]:
    """Rules in one line that meet are one."""
    out: list[_Rule] = []
    for group in _clusters(sorted(rules, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in group) / len(group)
        for rule in sorted(group, key=lambda rule: rule.start):
            if out and out[-1].at == at and rule.start <= out[-1].end + _NEAR:
                out[-1].end = max(out[-1].end, rule.end)
            else:
                out.append(_Rule(at, rule.start, rule.end))
    return out


def _clusters(rules: list[_Rule]) -> Iterator[list[_Rule]]:
    group: list[_Rule] = []
    for rule in rules:
        if group and rule.at - group[-1].at > 2.0:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _touching(level: list[_Rule], upright: list[_Rule]) -> list[tuple[list[_Rule], list[_Rule]]]:
    """Level and upright rules sorted into groups that hang together."""
    owner = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    for i, h in enumerate(level):
        for j, v in enumerate(upright):
            if h.start - _NEAR <= v.at <= h.end + _NEAR and v.start - _NEAR <= h.at <= v.end + _NEAR:
                owner[root(i)] = root(len(level) + j)
    groups: dict[int, tuple[list[_Rule], list[_Rule]]] = {}
    for i, h in enumerate(level):
        groups.setdefault(root(i), ([], []))[0].append(h)
    for j, v in enumerate(upright):
        groups.setdefault(root(len(level) + j), ([], []))[1].append(v)
    return list(groups.values())


def _grid(level: list[_Rule], upright: list[_Rule], page: Page) -> Grid | None:
    """The table that the rules draw, or None when they draw no more than a box."""
    ys, xs = sorted({rule.at for rule in level}), sorted({rule.at for rule in upright})
    if len(xs) < 2 or len(ys) < 2 or not 2 <= (len(xs) - 1) * (len(ys) - 1) <= MAX_CELLS:
        return None
    inside = [
        word
        for word in page.words
        if xs[0] - _NEAR < (word.x0 + word.x1) / 2 < xs[-1] + _NEAR and ys[0] < word.y - 0.3 * word.size < ys[-1]
    ]
    spans = _spans(xs, ys, level, upright)
    owner = {(r + i, c + j): (r, c) for (r, c), (a, d) in spans.items() for i in range(d) for j in range(a)}
    held: dict[tuple[int, int], list[Word]] = {key: [] for key in spans}
    for word in inside:
        r = min(max(bisect_right(ys, word.y - 0.3 * word.size) - 1, 0), len(ys) - 2)
        c = min(max(bisect_right(xs, (word.x0 + word.x1) / 2) - 1, 0), len(xs) - 2)
        held[owner[r, c]].append(word)
    if sum(bool(words) for words in held.values()) < 2:
        return None
    taken = set(map(id, inside))
    page.words = [word for word in page.words if id(word) not in taken]
    rows: list[list[tuple[list[Word], int, int]]] = [[] for _ in ys[1:]]
    for (r, c), (across, down) in sorted(spans.items()):
        rows[r].append((held[r, c], across, down))
    return Grid(xs, ys, rows, page.number)


def _spans(
    xs: list[float], ys: list[float], level: list[_Rule], upright: list[_Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Top left corner of each cell -> its columns and rows; a border that is not drawn joins what it would part."""

    across_at, down_at = _by_place(upright), _by_place(level)

    def drawn(rules: list[_Rule], middle: float) -> bool:
        return any(rule.start <= middle <= rule.end for rule in rules)

    done: set[tuple[int, int]] = set()
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for r in range(len(ys) - 1):
        for c in range(len(xs) - 1):
            if (r, c) in done:
                continue
            across = down = 1
            row, column = (ys[r] + ys[r + 1]) / 2, (xs[c] + xs[c + 1]) / 2
            while (
                c + across < len(xs) - 1 and (r, c + across) not in done and not drawn(across_at[xs[c + across]], row)
            ):
                across += 1
            while r + down < len(ys) - 1 and not drawn(down_at[ys[r + down]], column):
                down += 1
            done |= {(r + i, c + j) for i in range(down) for j in range(across)}
            spans[r, c] = across, down
    return spans


def _by_place(rules: list[_Rule]) -> dict[float, list[_Rule]]:
    """Rules that lie in one line, by where that is."""
    places: dict[float, list[_Rule]] = {}
    for rule in rules:
        places.setdefault(rule.at, []).append(rule)
    return places


def continue_tables(out: Arranged) -> None:
    """A table that ends one page and begins the next with the same columns is one; its repeated head goes aside."""
    items: list[Item] = []
    for item in out.items:
        last = items[-1] if items else None
        if isinstance(item, Grid) and isinstance(last, Grid) and item.page == last.page + 1 and _same(last, item):
            _append(last, item, out)
        else:
            items.append(item)
    out.items = items


def _same(above: Grid, below: Grid) -> bool:
    return len(above.xs) == len(below.xs) and all(abs(a - b) < 6.0 for a, b in zip(above.xs, below.xs, strict=True))


def _append(above: Grid, below: Grid, out: Arranged) -> None:
    rows = list(below.rows)
    repeated = 0
    while (
        repeated < min(len(rows), len(above.rows) - 1)
        and _row_said(rows[repeated]) == _row_said(above.rows[repeated]) != ""
    ):
        repeated += 1
    for row in rows[:repeated]:
        out.asides += [Line(line, 0.0, 0.0, below.page) for words, _, _ in row for line in rows_of(words)]
    above.header = max(above.header, repeated)
    rows = rows[repeated:]
    if rows and above.rows and _goes_on(above.rows[-1], rows[0]):
        above.rows[-1] = [
            ([*_above(upper), *lower], across, down)
            for (upper, across, down), (lower, _, _) in zip(above.rows[-1], rows[0], strict=True)
        ]
        rows = rows[1:]
    above.rows += rows
    above.page = below.page


def _above(words: list[Word]) -> list[Word]:
    """Words of the page before, moved up so that they come first."""
    return [Word(w.text, w.x0, w.x1, w.y - 10_000, w.size, w.style) for w in words]


def _row_said(row: list[tuple[list[Word], int, int]]) -> str:
    return "|".join(said(words) for words, _, _ in row).strip("|")


def _goes_on(above: list[tuple[list[Word], int, int]], below: list[tuple[list[Word], int, int]]) -> bool:
    """Whether a row was cut by the page's end: its first cell is empty below, and the words of a cell go on."""
    if len(above) != len(below) or below[0][0] or not above[0][0]:
        return False
    going = [(a, b) for (a, _, _), (b, _, _) in zip(above, below, strict=True) if b]
    return (
        bool(going)
        and all(a for a, _ in going)
        and any(starts_lower(said(b)) or not is_terminal(said(a)) for a, b in going)
    )
