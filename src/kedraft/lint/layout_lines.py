"""The lines below Tiêu ngữ, issuing body and subject: shapes, borders, typed dashes, underlining; and how long they are."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from kedraft.decree import Component
from kedraft.grammar.shape import is_rule
from kedraft.lint.layout_form import Line
from kedraft.lint.layout_head import has_border, mostly
from kedraft.lint.layout_subject import Layout
from kedraft.ooxml.metrics import width
from kedraft.ooxml.view import Paragraph

_RAISED = 0.65  # letters set as superscript
_SOLID_BORDERS = frozenset(("single", "thick", "double", "thinThickSmallGap", "thickThinSmallGap"))
_MOTTO_LIKE = 0.7
_CONNECTED = "_—─⎯―‒"


class How(StrEnum):
    """How a line is drawn."""

    SHAPE = "shape"
    BORDER = "border"
    TYPED = "typed"
    UNDERLINE = "underline"


class Drawn(NamedTuple):
    """A line below a component; `length` in twips, None when it cannot be told."""

    how: How
    paragraph: Paragraph
    length: int | None
    solid: bool = True


def line_below(layout: Layout, component: Component) -> Drawn | None:
    """The line below the component, None when there is none."""
    lines = layout.parts.of(component)
    if not lines:
        return None
    zone = list(_zone(layout, lines[-1], component))
    return (
        _bordered(layout, lines, zone)
        or _typed(zone)
        or _shape(layout, lines, zone, component)
        or _underlined(layout, lines)
    )


def _zone(layout: Layout, last: Line, component: Component) -> Iterator[Line]:
    """The lines from the component's last one to the next that has words; that one is the end and counts too."""
    every = layout.parts.lines
    at = next(index for index, line in enumerate(every) if line is last)
    yield every[at]
    for line in every[at + 1 :]:
        if component is Component.SUBJECT and line.paragraph.cell is not None:
            return
        if line.place != last.place or (line.column is not None and line.column != last.column):
            if last.place == (None,) * 4:
                continue
            return
        yield line
        if line.text and not is_rule(line.text):
            return


def _bordered(layout: Layout, lines: Sequence[Line], zone: Sequence[Line]) -> Drawn | None:
    for line in zone:
        paragraph, form = line.paragraph, line.paragraph.format
        if not has_border(paragraph):
            continue
        own = line is zone[0]
        border = form.bottom if own else form.top or form.bottom
        if border is None or (line is zone[-1] and line.text and not own and form.top is None):
            continue
        room = room_of(layout, paragraph)
        length = room - form.left - form.right if room else None
        return Drawn(How.BORDER, paragraph, length, border.style in _SOLID_BORDERS)
    return None


def _typed(zone: Sequence[Line]) -> Drawn | None:
    for line in zone[1:]:
        if line.text and is_rule(line.text):
            length = sum(
                round(width(run.text.strip(), run.letters.size, _style(run.letters.bold, run.letters.italic)))
                * (_RAISED if run.letters.raised else 1)
                for run in line.runs
            )
            return Drawn(How.TYPED, line.paragraph, round(length), all(c in _CONNECTED for c in line.text))
    return None


def _style(bold: bool, italic: bool) -> str:
    return "bold" if bold else "italic" if italic else "regular"


def _shape(layout: Layout, lines: Sequence[Line], zone: Sequence[Line], component: Component) -> Drawn | None:
    """A drawn shape: in the paragraphs of the zone, else anywhere in the same cell, else anywhere in the header."""
    for line in (*zone[1:], *zone[:1], *_same_place(layout, lines[-1], component)):
        for shape in line.paragraph.drawn:
            if _fits(layout, line, shape.length, component):
                return Drawn(How.SHAPE, line.paragraph, shape.length, shape.solid)
    return None


def _same_place(layout: Layout, last: Line, component: Component) -> Iterator[Line]:
    parts = layout.parts
    if component is Component.SUBJECT:
        end = parts.subject_end
        yield from (line for line in (*parts.subject, *parts.of(Component.DOCUMENT_TYPE), *parts.lines[end : end + 2]))
        return
    yield from (line for line in parts.head if line.place == last.place)
    yield from (line for line in parts.head if line.paragraph.cell is None)
    yield from (line for line in parts.head if line.column == last.column)


def _fits(layout: Layout, line: Line, length: int, component: Component) -> bool:
    """Whether a shape may be this component's: where both columns share a paragraph, the longer one is below Tiêu ngữ."""
    if component is Component.SUBJECT or line.paragraph.cell is not None or line.paragraph.box is not None:
        return True
    motto = layout.parts.motto
    long = motto is not None and length >= _MOTTO_LIKE * width_of(motto)
    return long == (component is Component.MOTTO)


def _underlined(layout: Layout, lines: Sequence[Line]) -> Drawn | None:
    if all(mostly(line.runs, "underline", 0.8) for line in lines[-1:]):
        return Drawn(How.UNDERLINE, lines[-1].paragraph, None)
    return None


def room_of(layout: Layout, paragraph: Paragraph) -> int:
    """The width that a paragraph has for its words, indents included; 0 when not known."""
    if paragraph.box is not None:
        return paragraph.box.width
    if paragraph.cell is not None:
        return paragraph.cell.width
    return layout.view.sections[min(paragraph.section, len(layout.view.sections) - 1)].text_width


def width_of(line: Line) -> int:
    """The length of a line's words."""
    text = line.text
    first = next((run.letters for run in line.runs if run.text.strip()), None)
    return width(text, first.size, _style(first.bold, first.italic)) if first else 0


def printed_widths(layout: Layout, lines: Sequence[Line]) -> tuple[int, ...]:
    """The lengths of the lines as they print, broken where they do not fit."""
    widths: list[int] = []
    for line in lines:
        form = line.paragraph.format
        room = room_of(layout, line.paragraph) - form.left - form.right
        widths += _wrapped(line, room) if 0 < room < width_of(line) else [width_of(line)]
    return tuple(widths)


def _wrapped(line: Line, room: int) -> list[int]:
    first = next(run.letters for run in line.runs if run.text.strip())
    style = _style(first.bold, first.italic)
    space = width(" ", first.size, style)
    widths: list[int] = []
    for word in line.text.split():
        size = width(word, first.size, style)
        if widths and widths[-1] + space + size <= room:
            widths[-1] += space + size
        else:
            widths.append(size)
    return widths
