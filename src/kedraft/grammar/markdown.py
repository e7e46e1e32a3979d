"""Markdown as texts carry it: emphasis, headings, links, rows of pipes. Words and figures are never lost; signs are."""

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
#: What a text that nobody wrote as Markdown does not hold; in others a star is a star (`5 * 6`, `(*) Ghi chú`).
_MARKED = re.compile(
    r"^[ >]{0,9}#{1,6} +\S|(?<!\d)\*\*[^\s*)][^*\n]{0,500}\*\*|(?<![\w_])__[^\s_][^_\n]{0,500}[^\s_]__(?![\w_])"
    r"|^ {0,9}\*[^\s*)][^*\n]{0,500}[^\s*(]\* *$|^ {0,9}\|? *:?-{3,}:? *\||\]\((?:https?:|/|#|mailto:)"
    r"|^ {0,9}(?:\d{1,3}|[a-zđIVX]{1,4})?\\[-+*.)]",
    re.MULTILINE,
)
_WIDEST = 63  # columns of a table, as in Word; a line with more pipes is none of its rows
_MOST_MARKS = 200  # more in one line are a converter's noise
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_LINK = re.compile(r"!?\[([^\[\]]{0,2000})\]\(((?:https?:|/|#|mailto:)[^()\s]*)\)")
_NO_PICTURE = re.compile(r"!\[\]\(\s*\)")
_SEPARATOR = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*\Z")
_STRAY = re.compile(r"(?<=\w)(?<!\d)\*\*(?=\w)|(?<=\w)\*\*(?=\w)(?!\d)")  # without its other half, between two words
_DROPPED = re.compile(r"(?<![\d(])\*\*|\*\*(?![\d)])")
_EMPTY = SourceCell()
_SPACES = re.compile(" {2,}")
_LOOKS = {(bold, gap): Look(bold=bold or None, gap_before=gap) for bold in (False, True) for gap in (False, True)}
_HTML_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def is_marked(text: str) -> bool:
    """Whether a text holds what only Markdown does: heading signs, bold words, links, rules of tables."""
    return bool(_MARKED.search(text))


def without_links(line: str) -> tuple[str, tuple[str, ...]]:
    """The line with the words of its links only, and where the links lead."""
    if "](" not in line:
        return line, ()
    line = _NO_PICTURE.sub("", line)
    return _LINK.sub(r"\1", line), tuple(found.group(2) for found in _LINK.finditer(line))


def without_pictures(line: str) -> str:
    """The line without what a page's picture leaves: `![]()` says nothing, whether or not the text is Markdown."""
    return _NO_PICTURE.sub("", line)


def paragraph(line: str, place: Location, gap: bool, marked: bool = True) -> SourceParagraph:
    """A line as a paragraph; where Markdown counts, a heading sign or emphasis all over makes it bold."""
    if not marked:
        return SourceParagraph(text=Inline(text=squeeze(line)), look=_LOOKS[False, gap], place=place)
    heading = _HEADING.match(line)
    text = emphasis(heading.group(1) if heading else line)
    bold = bool(heading) or _all(text, "bold")
    if bold:
        text = Inline(text=text.text, marks=tuple(m for m in text.marks if m.italic and not m.bold))
    return SourceParagraph(text=text, look=_LOOKS[bold, gap], place=place)


def _all(text: Inline, style: str) -> bool:
    letters = [run for run in text.runs if any(c.isalnum() for c in run.text)]
    return bool(letters) and all(getattr(run, style) for run in letters)


def emphasis(line: str) -> Inline:
    """Markdown emphasis to marks; stray stars and escapes are dropped, words, figures and the targets of links never are."""
    line = _LINK.sub(r"\1 (\2)", _NO_PICTURE.sub("", line))
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
    signs = [sign for sign in _SIGN.finditer(line) if _is_mark(line, sign.start(), sign.end())]
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


def _is_mark(line: str, start: int, end: int) -> bool:
    """Whether a sign may be one of emphasis: `5*6`, `a_b` and `(*)` hold none, `**Điều 1.**Tên` does."""
    before, after = line[start - 1 : start], line[end : end + 1]
    if before == "(" and after == ")":
        return False
    if not (before.isalnum() and after.isalnum()):
        return True
    return line[start] == "*" and end - start > 1 and not (before.isdigit() and after.isdigit())


def _plain(text: str) -> str:
    text = _ESCAPED.sub(r"\1", text)
    return _DROPPED.sub("", _STRAY.sub(" ", text)) if "**" in text and not is_rule(text) else text


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
    while at + n < len(lines) and 1 <= lines[at + n].count("|") <= _WIDEST + 1 and _is_row(lines[at + n].strip()):
        if lines[at + n].strip() == "|":  # a cell's end on a line of its own
            return n or 1
        n += 1
    return n


def _is_row(line: str) -> bool:
    return line.startswith("|") or line.endswith("|") or line.count("|") >= 2


def pipe_blocks(
    lines: Sequence[str], start: Location, first: int, gap: bool, marked: bool = True
) -> list[SourceParagraph | SourceTable]:
    """Rows of pipes as one table; rows of a single cell as plain lines."""
    rows = [
        (first + i, [squeeze(cell) for cell in line.strip().removeprefix("|").removesuffix("|").split("|")])
        for i, line in enumerate(lines)
        if not _SEPARATOR.match(line.strip())
    ]
    if not any(sum(bool(cell) for cell in cells) > 1 for _, cells in rows):
        texts = [(n, cell) for n, cells in rows for cell in cells if cell]
        return [paragraph(text, start.evolve(line=n), gap and i == 0, marked) for i, (n, text) in enumerate(texts)]
    width = max(len(cells) for _, cells in rows)
    table = SourceTable(
        rows=tuple(_row((*cells, *[""] * (width - len(cells))), start.evolve(line=n), marked) for n, cells in rows),
        header=1,
        place=start.evolve(line=first),
    )
    return [table]


def _row(cells: Sequence[str], place: Location, marked: bool) -> tuple[SourceCell, ...]:
    return tuple(_cell(cell, place, marked) for cell in cells)


def _cell(text: str, place: Location, marked: bool) -> SourceCell:
    if not text:
        return _EMPTY
    parts = [part.strip() for part in _HTML_BREAK.split(text)]
    return SourceCell(paragraphs=tuple(paragraph(part, place, False, marked) for part in parts if part))
