"""Markdown as texts carry it: emphasis, headings, rows of pipes. Words are never lost; stray signs are."""

import re
from collections.abc import Sequence

from kedraft.grammar.shape import is_rule
from kedraft.model.inline import Inline, Mark
from kedraft.model.place import Location
from kedraft.model.source import Look, SourceCell, SourceParagraph, SourceTable
from kedraft.vietnamese.text import squeeze

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\Z")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3})(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:https?:|/|#|mailto:)[^()\s]*\)")
_SEPARATOR = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*\Z")
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
    text, marks, at = "", [], 0
    for found in _EMPHASIS.finditer(line):
        text += _plain(line[at : found.start()])
        inner = _plain(found.group(2))
        width = len(found.group(1))
        marks.append(Mark(start=len(text), end=len(text) + len(inner), bold=width != 1, italic=width != 2))
        text += inner
        at = found.end()
    text += _plain(line[at:])
    return _squeezed(Inline(text=text, marks=tuple(marks)))


def _plain(text: str) -> str:
    text = _ESCAPED.sub(r"\1", text)
    return text.replace("**", "") if not is_rule(text) else text


def _squeezed(line: Inline) -> Inline:
    while (at := line.text.find("  ")) >= 0:
        line = line.splice(at, at + 2, " ")
    if line.text.startswith(" "):
        line = line.splice(0, 1, "")
    if line.text.endswith(" "):
        line = line.splice(len(line.text) - 1, len(line.text), "")
    return line


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
