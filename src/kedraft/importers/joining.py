"""Lines to paragraphs, by where they stand; ruled tables to cells."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from kedraft.grammar.shape import is_terminal, is_upper, starts_lower
from kedraft.importers.annex_lines import annex_label
from kedraft.importers.boxes import BOLD, ITALIC, Arranged, Grid, Item, Line, Word, rows_of
from kedraft.importers.columns import signs
from kedraft.importers.foot_lines import is_recipients
from kedraft.model.inline import Inline, Run, inline
from kedraft.model.place import Location
from kedraft.model.source import Look, SourceCell, SourceParagraph, SourceTable
from kedraft.vietnamese.labels import labels_at
from kedraft.vietnamese.text import clean, squeeze

_FEW: Final = 25  # lines of a page whose right edge may be a chance
_NARROW: Final = 8.0  # points
_PORTRAIT: Final = 595.0  # width of A4
_DASHED: Final = re.compile(r"[-–—+•]\s")

Block = SourceParagraph | SourceTable


def blocks_of(arranged: Arranged, name: str) -> tuple[list[Block], set[int]]:
    """Lines joined to paragraphs, tables as cells, and the indexes of blocks on landscape pages."""
    joiner = _Joiner([item for item in arranged.items if isinstance(item, Line)])
    blocks: list[Block] = []
    landscape: set[int] = set()
    for group in _groups(arranged.items, joiner):
        page = group.page if isinstance(group, Grid) else group[0].page
        if page in arranged.landscape:
            landscape.add(len(blocks))
        if isinstance(group, Grid):
            blocks.append(_table(group, name))
        else:
            blocks.append(paragraph_of(group, name, joiner.gap_before(group[0])))
    return blocks, landscape


def _groups(items: Sequence[Item], joiner: "_Joiner") -> Iterator[list[Line] | Grid]:
    group: list[Line] = []
    for item in items:
        if isinstance(item, Line) and group and joiner.goes_on(group, item):
            group.append(item)
            continue
        if group:
            yield group
        group = [item] if isinstance(item, Line) else []
        if isinstance(item, Grid):
            yield item
    if group:
        yield group


class _Joiner:
    """Tells whether a line goes on with the paragraph above it."""

    def __init__(self, lines: list[Line]) -> None:
        main = [line for line in lines if not line.loose]
        _widen(main)
        _mark_centered(main)
        self._pitch = _pitch(main)
        self._gaps: set[int] = set()
        before: Line | None = None
        for line in lines:
            if before is not None and self._gapped(before, line):
                self._gaps.add(id(line))
            before = line
        indented = sum(line.x0 > line.left + 8 for line in main)
        self._indents = indented >= 0.15 * len(main)
        self._stands_out = self._first_lines(main)
        self._spaced = self._sets_apart(main)

    def _first_lines(self, lines: list[Line]) -> bool:
        """Whether first lines stand in (or out), by what follows full lines that stand in; not where whole blocks do."""
        out = level = 0
        for above, line in pairwise(lines):
            if (
                above.page == line.page
                and above.x0 > above.left + 8
                and id(line) not in self._gaps
                and not _is_short(above, line)
            ):
                out += line.x0 < above.x0 - 3.0
                level += abs(line.x0 - above.x0) <= 3.0
        return out >= level

    def _sets_apart(self, lines: list[Line]) -> bool:
        """Whether room above tells paragraphs apart: it stands below nearly every short line."""
        below = [id(b) in self._gaps for a, b in pairwise(lines) if a.page == b.page and _is_short(a, b)]
        return len(below) >= 5 and sum(below) >= 0.9 * len(below)

    def gap_before(self, line: Line) -> bool:
        """Whether more room stands above the line than between the lines of a paragraph."""
        return id(line) in self._gaps

    def _gapped(self, above: Line, line: Line) -> bool:
        if above.page != line.page or line.y < above.y:
            return False
        return line.y - above.y > 1.22 * self._pitch * max(above.size, line.size) + 0.5

    def goes_on(self, group: list[Line], line: Line) -> bool:
        """Whether `line` belongs to the paragraph whose lines so far are `group`."""
        last = group[-1]
        if line.loose or last.loose:
            return line.loose and last.loose and _recipient_goes_on(group, line)
        if id(line) in self._gaps or _is_short(last, line) or abs(last.size - line.size) > 1.6:
            return False
        if is_recipients(line.text) or signs(line.text) or _is_bare_annex(last.text):
            return False
        if self._spaced and line.page == last.page:
            return True
        label = bool(labels_at(line.text))
        ended = is_terminal(last.text)
        if last.style & BOLD and not line.style & BOLD and is_upper(last.text) and not is_upper(line.text):
            return False
        shift = line.x0 - last.x0
        if line.page != last.page:
            shift = min(shift, (line.x0 - line.left) - (last.x0 - last.left), key=abs)
        return self._fits(group, line, shift, label, ended)

    def _fits(self, group: list[Line], line: Line, shift: float, label: bool, ended: bool) -> bool:
        """By indentation: a first line stands out to either side of the lines that follow it."""
        last = group[-1]
        if line.centered and _is_amid(last) and last.style == line.style:
            return not label and not ended
        if shift > 3.0:
            return len(group) == 1 and _hangs(last, line) and not (label and ended)
        if shift < -3.0:
            return len(group) == 1 and not (label and ended)
        if len(group) == 1 and last.x0 > last.left + 8 and self._stands_out:  # two first lines
            return not ended and not label and starts_lower(line.text)
        if label and ended:
            return False
        return not ended or self._indents or starts_lower(line.text) or (len(group) > 1 and bool(self._gaps))


def _is_bare_annex(text: str) -> bool:
    """Whether the line is an annex's label alone; its heading stands below."""
    found = annex_label(text)
    return found is not None and found.end() >= len(text.rstrip())


def _widen(lines: list[Line]) -> None:
    """The right edge of pages that have too few lines to show it is that of the others."""
    rights = Counter(round(line.right) for line in lines)
    usual = max(rights, key=lambda right: (rights[right], right), default=0)
    counts = Counter(line.page for line in lines)
    for line in lines:
        if counts[line.page] <= _FEW and line.right < usual - _NARROW and usual < _PORTRAIT:
            line.right = float(usual)


def _pitch(lines: list[Line]) -> float:
    """Distance of baselines inside paragraphs, as a share of the letters' size."""
    seen: Counter[float] = Counter()
    for above, line in pairwise(lines):
        if above.page == line.page and not above.loose and not line.loose and not _is_short(above, line):
            seen[round((line.y - above.y) / max(above.size, 1.0), 2)] += 1
    likely = [share for share in seen.elements() if 0.9 <= share <= 2.6]
    return median(likely) if likely else 1.35


def _is_short(last: Line, line: Line) -> bool:
    """Whether the next line's first word would have had room in the line above."""
    room = last.right - last.x1
    if last.centered:
        room = (last.right - last.left) - (last.x1 - last.x0)
    return line.first_width() + 0.3 * last.size < room


def _is_amid(line: Line) -> bool:
    """Whether the line's middle is the column's."""
    return abs((line.x0 + line.x1) - (line.left + line.right)) < 8.0


def _mark_centered(lines: list[Line]) -> None:
    """Lines in the middle of the column that do not begin where first lines do."""
    starts = Counter(round(line.x0) for line in lines)
    for line in lines:
        line.centered = _is_amid(line) and line.x0 > line.left + 20.0 and starts[round(line.x0)] < 3 + len(lines) // 50


def _hangs(last: Line, line: Line) -> bool:
    """Whether the line stands under the words behind the label of the line above."""
    found = labels_at(last.text)
    if not found:
        return False
    width = last.x1 - last.x0
    start = last.x0 + width * found[0].end / max(1, len(last.text))
    if len(last.words) > 1:
        start = min((word.x0 for word in last.words[1:]), key=lambda x: abs(x - start))
    return abs(start - line.x0) < 1.2 * line.size


def _recipient_goes_on(group: list[Line], line: Line) -> bool:
    """In the foot's left column: a line without a dash goes on with the recipient above."""
    first, last = squeeze(group[0].text), squeeze(group[-1].text)
    if not _DASHED.match(first) or _DASHED.match(line.text) or abs(line.left - group[0].left) > 1.0:
        return False
    return not last.endswith((";", ".")) and not is_recipients(line.text) and line.page == group[-1].page


def paragraph_of(lines: Sequence[Line], name: str, gap: bool) -> SourceParagraph:
    """Lines as one paragraph; a style that all words share is its look, else spans."""
    runs: list[Run] = []
    for line in lines:
        if runs and not _is_broken_word(runs[-1].text, line):
            runs[-1] = runs[-1]._replace(text=runs[-1].text + " ")
        runs += [Run(text, bool(style & BOLD), bool(style & ITALIC)) for text, style in line.parts()]
    bold = all(run.bold for run in runs if not run.text.isspace())
    italic = all(run.italic for run in runs if not run.text.isspace())
    first = lines[0]
    look = Look(bold=bold, italic=italic, align=_align(lines), size=round(first.size, 1), gap_before=gap)
    text = _inline([Run(run.text, run.bold and not bold, run.italic and not italic) for run in runs])
    return SourceParagraph(text=text, look=look, place=Location(file=name, page=first.page or None))


def _is_broken_word(text: str, line: Line) -> bool:
    """Whether the line above ends in a hyphen that belongs to a word: `12/KH-` and `UBND`."""
    return bool(re.search(r"[^\W_]-\Z", text)) and line.text[:1].isalnum()


def _inline(runs: list[Run]) -> Inline:
    """Runs with clean words and one space between them."""
    out: list[Run] = []
    for run in runs:
        text = re.sub(r"\s+", " ", clean(run.text))
        if text.startswith(" ") and (not out or out[-1].text.endswith(" ")):
            text = text[1:]
        if text and out and out[-1][1:] == run[1:]:
            out[-1] = out[-1]._replace(text=out[-1].text + text)
        elif text:
            out.append(Run(text, run.bold, run.italic))
    if out:
        out[-1] = out[-1]._replace(text=out[-1].text.rstrip())
    if len(out) == 1 and not out[0].bold and not out[0].italic:
        return Inline(text=clean(out[0].text))
    return _composed(inline(out))


def _composed(text: Inline) -> Inline:
    """Marks dropped in the rare case that composing letters across runs would move them."""
    return text if clean(text.text) == text.text else Inline(text=clean(text.text))


def _align(lines: Sequence[Line]) -> str | None:
    first = lines[0]
    if first.loose:
        return None
    if all(line.centered for line in lines):
        return "center"
    if len(lines) == 1 and first.x0 > (first.left + first.right) / 2 and first.right - first.x1 < 4.0:
        return "right"
    return None


def _table(grid: Grid, name: str) -> SourceTable:
    place = Location(file=name, page=grid.page or None)
    rows = tuple(
        tuple(SourceCell(paragraphs=_cell(words, grid, name), across=across, down=down) for words, across, down in row)
        for row in grid.rows
    )
    widths = tuple(round(20 * (b - a)) for a, b in pairwise(grid.xs))
    return SourceTable(rows=rows, header=grid.header, widths=widths, place=place)


def _cell(words: list[Word], grid: Grid, name: str) -> tuple[SourceParagraph, ...]:
    """A cell's lines joined to paragraphs."""
    rows = rows_of(words)
    if not rows:
        return ()
    middle = sum(word.x0 + word.x1 for word in words) / (2 * len(words))
    column = min(max(bisect_right(grid.xs, middle) - 1, 0), len(grid.xs) - 2)
    left, right = min(row[0].x0 for row in rows), max(grid.xs[column + 1] - 5.0, max(row[-1].x1 for row in rows))
    groups: list[list[Line]] = []
    for row in rows:
        line = Line(row, left, right, grid.page)
        if groups and _cell_goes_on(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(paragraph_of(group, name, False) for group in groups)


def _cell_goes_on(last: Line, line: Line) -> bool:
    if labels_at(line.text) and (is_terminal(last.text) or _DASHED.match(line.text)):
        return False
    room = (last.right - last.left) - (last.x1 - last.x0)
    return line.first_width() + 0.3 * last.size >= room or starts_lower(line.text)
