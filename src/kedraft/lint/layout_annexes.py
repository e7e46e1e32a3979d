"""Annexes: label, title, the note that says what they belong to."""

import re
from collections.abc import Sequence

from kedraft.grammar.shape import is_rule, is_upper
from kedraft.lint.layout_form import Annex, Line, Parts
from kedraft.lint.layout_head import ATTACHED, mostly
from kedraft.vietnamese.labels import labels_at
from kedraft.vietnamese.text import fold, squeeze

_ANNEX = re.compile(r"phu luc\s*(?:so\s*)?(?:[ivxlc]{1,6}|\d{1,2}|[a-z])?\s*[.:]?\Z")


def read_annexes(parts: Parts, start: int, behind_foot: bool) -> None:
    """Reads the annexes from a line on; `behind_foot`: only they can stand there."""
    lines = parts.lines
    found = []
    for at in range(start, len(lines)):
        line = lines[at]
        if (
            line.paragraph.cell is None
            and names_annex(line)
            and (behind_foot or line.paragraph.format.align == "center")
        ):
            found.append(_annex(lines, at))
    parts.annexes = tuple(found)


def names_annex(line: Line) -> bool:
    """Whether the line is the label of an annex: `Phụ lục II`."""
    return 0 < len(line.text) < 30 and bool(_ANNEX.match(fold(squeeze(line.text))))


def _annex(lines: Sequence[Line], at: int) -> Annex:
    title: list[Line] = []
    note: list[Line] = []
    behind = [line for line in lines[at + 1 : at + 14] if line.text]
    last_note = next((i for i, line in enumerate(behind[:7]) if ATTACHED.match(line.text)), None)
    for index, line in enumerate(behind):
        if line.paragraph.cell is not None or is_rule(line.text):
            break
        if last_note is not None and index >= last_note:
            if index > last_note and (")" in note[-1].text or line.paragraph.format.align != "center"):
                break
            note.append(line)
        elif last_note is not None or _titles(line):
            title.append(line)
        else:
            break
    return Annex(lines[at], tuple(title), tuple(note))


def _titles(line: Line) -> bool:
    upper = is_upper(line.text)
    return not labels_at(line.text) and (
        upper or (line.paragraph.format.align == "center" and mostly(line.runs, "bold"))
    )
