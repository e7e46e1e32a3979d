"""How many pages a Word file fills, estimated from its letters: quickly, and more exactly where the answer hangs on it."""

from collections.abc import Iterator
from math import ceil

from kedraft.decree.measure import TWIPS_PER_POINT
from kedraft.lint.layout_tolerance import NEAR_ONE_PAGE
from kedraft.ooxml.metrics import LINE_HEIGHT, width
from kedraft.ooxml.view import DocxView, Paragraph

_LETTERS_OF_A_LINE = 74  # on average, at 14 points between the decree's margins
_SIZE = 14  # of a paragraph without letters
_SINGLE = 240  # `line` of single spacing, where it is counted in parts of a line


def pages_filled(view: DocxView) -> float:
    """The pages of the whole file, annexes included."""
    section = view.sections[0]
    room = max(section.height - section.top - section.bottom, 1)
    breaks = sum(one.page_break or one.format.page_break_before for one in view.paragraphs)
    breaks += len(view.sections) - 1
    rough = sum(map(_rough_height, view.paragraphs)) / room + breaks
    if breaks or not NEAR_ONE_PAGE[0] < rough < NEAR_ONE_PAGE[1]:
        return rough
    return sum(_row_heights(view)) / room


def _rough_height(paragraph: Paragraph) -> float:
    lines = max(1, ceil(len(paragraph.text) / _LETTERS_OF_A_LINE))
    height = lines * _size(paragraph) * LINE_HEIGHT * TWIPS_PER_POINT + paragraph.format.before
    return height / paragraph.cell.columns if paragraph.cell else height


def _size(paragraph: Paragraph) -> float:
    return paragraph.runs[0].letters.size if paragraph.runs else _SIZE


def _row_heights(view: DocxView) -> Iterator[float]:
    """Heights from top to bottom: of paragraphs, and of table rows, which are as high as their highest cell."""
    rows: dict[tuple[int, int], dict[int, float]] = {}
    for paragraph in view.paragraphs:
        height = _height(paragraph, view.sections[paragraph.section].text_width)
        if paragraph.box is not None:
            continue
        if paragraph.cell is None:
            yield height
        else:
            cells = rows.setdefault(paragraph.cell[:2], {})
            cells[paragraph.cell.column] = cells.get(paragraph.cell.column, 0) + height
    yield from (max(cells.values()) for cells in rows.values())


def _height(paragraph: Paragraph, room: int) -> float:
    form, size = paragraph.format, _size(paragraph)
    across = (paragraph.cell.width if paragraph.cell and paragraph.cell.width else room) - form.left - form.right
    lines = sum(_lines(text, size, form.first_line, max(across, 1)) for text in paragraph.text.split("\n"))
    return lines * _line_height(paragraph, size) + form.before + form.after


def _lines(text: str, size: float, first_line: int, across: int) -> int:
    return max(1, ceil((width(text, size) + first_line) / across))


def _line_height(paragraph: Paragraph, size: float) -> float:
    form, natural = paragraph.format, size * LINE_HEIGHT * TWIPS_PER_POINT
    if form.line_rule == "exact":
        return form.line
    return max(form.line, natural) if form.line_rule == "atLeast" else natural * form.line / _SINGLE
