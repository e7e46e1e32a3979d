"""Markdown as texts carry it: emphasis, headings, rows of pipes. Words are never lost; stray signs are."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from kedraft.grammar.shape import is_rule
from kedraft.model.inline import Inline, Run, inline
from kedraft.model.place import Location
from kedraft.model.source import Look, SourceCell, SourceParagraph, SourceTable
from kedraft.vietnamese.text import squeeze

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\Z")
_SIGN = re.compile(r"\*{1,3}|_{2,3}")
_MOST_MARKS = 200  # more in one line are a converter's noise
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:https?:|/|#|mailto:)[^()\s]*\)")
_SEPARATOR = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*\Z")
_STRAY = re.compile(r"(?<=\w)\*\*(?=\w)")  # a sign without its other half, between two words
_SPACES = re.compile(" {2,}")
_HTML_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def paragraph(line: str, place: Location, gap: bool) -> SourceParagraph:
    """A line as a paragraph; a heading sign or emphasis all over makes it bold."""
    heading = _HEADING.match(line)
    text = emphasis(heading.group(1) if heading else line)
    bold = bool(heading) or _all(text, "bold")
    if bold:
        text = Inline(text=text.text, marks=tuple(m for m in text.marks if m.italic and not m.bold))
    return SourceParagraph(text=text, look=Look(bold=bold or None, gap_before=gap), place=place)


def _all(text: Inline, style: str) -> bool:
    letters = [run for run in text.runs if any(c.isalnum() for c in run.text)]
    return bool(letters) and all(getattr(run, style) for run in letters)


def emphasis(line: str) -> Inline:
    """Markdown emphasis to marks; stray stars and escapes are dropped, words never are."""
    line = _LINK.sub(r"\1", line)
    runs: list[Run] = []
    at = 0
    for start, end, width in _emphasised(line):
        runs.append(Run(_plain(line[at:start]), False, False))
        runs.append(Run(_plain(line[start + width : end - width]), width != 1, width != 2))
        at = end
    runs.append(Run(_plain(line[at:]), False, False))
    return _squeezed(runs)


def _emphasised(line: str) -> list[tuple[int, int, int]]:
    """Spans between two equal signs (`**…**`), each with the width of its sign."""
    signs = list(_SIGN.finditer(line))
    closers: dict[str, list[int]] = {}
    for i, sign in enumerate(signs):
        if sign.start() and not line[sign.start() - 1].isspace():
            closers.setdefault(sign.group(0), []).append(i)
    out: list[tuple[int, int, int]] = []
    i = 0
    while i < len(signs):
        sign = signs[i]
        after = line[sign.end() : sign.end() + 1]
        ends = closers.get(sign.group(0), [])
        at = bisect_right(ends, i) if after and not after.isspace() else len(ends)
        if at < len(ends):
            out.append((sign.start(), signs[ends[at]].end(), len(sign.group(0))))
            i = ends[at]
        i += 1
    return out


def _plain(text: str) -> str:
    text = _ESCAPED.sub(r"\1", text)
    return _STRAY.sub(" ", text).replace("**", "") if not is_rule(text) else text


def _squeezed(runs: list[Run]) -> Inline:
    """Runs joined, with one space between words and none at the ends."""
    out: list[Run] = []
    ended = True
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        text = text[1:] if ended and text.startswith(" ") else text
        if text:
            out.append(run._replace(text=text))
            ended = text.endswith(" ")
    while out and not (last := out[-1].text.rstrip(" ")):
        out.pop()
    if out:
        out[-1] = out[-1]._replace(text=last)
    if len(out) > _MOST_MARKS:
        return Inline(text="".join(run.text for run in out))
    return inline(out)


def pipe_rows(lines: Sequence[str], at: int) -> int:
    """How many lines from `at` are rows of a pipe table (0: none)."""
    n = 0
    while at + n < len(lines) and lines[at + n].count("|") >= 1 and _is_row(lines[at + n].strip()):
        if lines[at + n].strip() == "|":  # a cell's end on a line of its own
            return n or 1
        n += 1
    return n


def _is_row(line: str) -> bool:
    return line.startswith("|") or line.endswith("|") or line.count("|") >= 2


def pipe_blocks(lines: Sequence[str], start: Location, first: int, gap: bool) -> list[SourceParagraph | SourceTable]:
    """Rows of pipes as one table; rows of a single cell as plain lines."""
    rows = [
        (first + i, [squeeze(cell) for cell in line.strip().removeprefix("|").removesuffix("|").split("|")])
        for i, line in enumerate(lines)
        if not _SEPARATOR.match(line.strip())
    ]
    if not any(sum(bool(cell) for cell in cells) > 1 for _, cells in rows):
        texts = [(n, cell) for n, cells in rows for cell in cells if cell]
        return [paragraph(text, start.evolve(line=n), gap and i == 0) for i, (n, text) in enumerate(texts)]
    width = max(len(cells) for _, cells in rows)
    table = SourceTable(
        rows=tuple(
            tuple(_cell(cell, start.evolve(line=n)) for cell in (*cells, *[""] * (width - len(cells))))
            for n, cells in rows
        ),
        header=1,
        place=start.evolve(line=first),
    )
    return [table]


def _cell(text: str, place: Location) -> SourceCell:
    parts = [part.strip() for part in _HTML_BREAK.split(text)]
    return SourceCell(paragraphs=tuple(paragraph(part, place, False) for part in parts if part))
