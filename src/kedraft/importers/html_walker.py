"""The walk over a web page: every word once, in lines and tables, or set aside when nobody sees it."""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from kedraft.errors import SourceUnreadable
from kedraft.importers.html_elements import BLOCKS, CODE, Style, is_seen, list_number, styled, whole_number
from kedraft.importers.html_lines import TextLine, whole_paragraphs
from kedraft.importers.text import MAX_LINES, too_long
from kedraft.model.inline import Inline, Run, inline
from kedraft.model.place import Location
from kedraft.model.source import Look, SourceCell, SourceParagraph, SourceTable
from kedraft.vietnamese.labels import Marker, labels_at
from kedraft.vietnamese.text import clean, squeeze

_PLAIN_LIST: Final = re.compile(r"breadcrumb|menu|nav|list-unstyled", re.IGNORECASE)
_SPACES: Final = re.compile(r"\s+")
_MOST_CELLS: Final = 60_000
_WIDEST: Final = 200
_UNSEEN_PLACE: Final = "phần không hiển thị"
_TOO_MANY_CELLS: Final = "Trang HTML có bảng lớn bất thường; hãy chép riêng phần kế hoạch vào Word rồi lưu .docx."
_CENTURY: Final = 50  # a numeral from here on is a letter (`CV: VX, TH;`)
_LONG_CELL: Final = 12  # paragraphs; a table of few rows with a longer cell only lays out the page


_Row = list[etree._Element]  # its cells


@dataclass(slots=True)
class _Flow:
    """Where lines go: the page, or a cell."""

    out: list[TextLine | SourceTable] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    label: str | None = None
    depth: int = 0
    align: str | None = None
    broken: bool = False
    gap: bool = False


class Walker:
    """Walks the visible page once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._cells = self._lines = 0
        self.flow = _Flow()
        self.asides: list[SourceParagraph] = []

    def page(self, root: etree._Element | None) -> None:
        """Everything under `root`."""
        if root is not None:
            self._element(root, Style(), self.flow)
            self._flush(self.flow)

    def _element(self, element: etree._Element, style: Style, flow: _Flow) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in CODE:
            return
        if not is_seen(element):
            self._unseen(element)
            return
        style = styled(element, tag, style)
        if tag == "br":
            self._break(flow)
        elif tag == "table":
            self._table(element, style, flow)
        elif tag in ("ul", "ol"):
            self._list(element, style, flow)
        elif tag in BLOCKS:
            self._block(element, style, flow)
        else:
            self._inside(element, style, flow)

    def _unseen(self, element: etree._Element) -> None:
        """Sets the words of an element aside."""
        parts = [
            text
            for one in element.iter()
            if one.tag not in CODE
            for text in (one.text, one is not element and one.tail)
            if text
        ]
        text = squeeze(clean(" ".join(parts)))
        if text:
            self._count_line()
            self.asides.append(
                SourceParagraph(text=Inline(text=text), place=Location(file=self._name, field=_UNSEEN_PLACE))
            )

    def _inside(self, element: etree._Element, style: Style, flow: _Flow) -> None:
        self._words(element.text, style, flow)
        for child in element:
            self._element(child, style, flow)
            self._words(child.tail, style, flow)

    def _block(self, element: etree._Element, style: Style, flow: _Flow) -> None:
        self._flush(flow)
        self._inside(element, style, flow)
        self._flush(flow)

    def _list(self, element: etree._Element, style: Style, flow: _Flow) -> None:
        """A list: its items show the numbers or bullets that a browser prints."""
        self._flush(flow)
        marked = not _PLAIN_LIST.search(
            f"{element.get('class', '')} {element.get('id', '')}"
        ) and "none" not in element.get("style", "")
        number = whole_number(element.get("start"), 1)
        flow.depth += 1
        self._words(element.text, style, flow)
        for child in element:
            if child.tag == "li" and is_seen(child):
                number = whole_number(child.get("value"), number)
                flow.label = (
                    (list_number(number, element.get("type", "1")) if element.tag == "ol" else "•") if marked else None
                )
                self._element(child, style, flow)
                flow.label, number = None, number + 1
            else:
                self._element(child, style, flow)
            self._words(child.tail, style, flow)
        self._flush(flow)
        flow.depth -= 1

    def _words(self, text: str | None, style: Style, flow: _Flow) -> None:
        if not text:
            return
        if not text.isspace():
            flow.align = style.align
        if not style.spaces:
            flow.runs.append(Run(_SPACES.sub(" ", text), style.bold, style.italic))
            return
        for at, line in enumerate(text.split("\n")):
            if at:
                self._break(flow)
            flow.runs.append(Run(line, style.bold, style.italic))

    def _break(self, flow: _Flow) -> None:
        """The end of a line inside a block; two of them leave a blank line."""
        if not self._flush(flow):
            flow.gap = True
        flow.broken = True

    def _flush(self, flow: _Flow) -> bool:
        """Ends the line; returns whether it had words."""
        broken, flow.broken = flow.broken, False
        if not flow.runs:
            return False
        text = _inline(flow.runs)
        flow.runs = []
        if text.text:
            self._count_line()
            flow.out.append(TextLine(self._paragraph(text, flow), broken))
            flow.gap = False
        return bool(text.text)

    def _count_line(self) -> None:
        self._lines += 1
        if self._lines > MAX_LINES:
            raise too_long(self._name)

    def _paragraph(self, text: Inline, flow: _Flow) -> SourceParagraph:
        shown = [run for run in text.runs if not run.text.isspace()]
        bold, italic = all(run.bold for run in shown), all(run.italic for run in shown)
        if bold or italic:
            text = inline([Run(run.text, run.bold and not bold, run.italic and not italic) for run in text.runs])
        label, flow.label = flow.label, None
        if label is not None and any(
            one.marker is not Marker.ROMAN or one.value < _CENTURY for one in labels_at(text.text)
        ):
            label = None
        depth = flow.depth if label is not None else 0
        look = Look(bold=bold, italic=italic, align=flow.align, depth=depth, gap_before=flow.gap)
        return SourceParagraph(text=text, label=label, look=look, place=Location(file=self._name))

    # --- tables ---

    def _table(self, element: etree._Element, style: Style, flow: _Flow) -> None:
        """A table of data as a table; one that only lays out the page as what it holds."""
        self._flush(flow)
        rows: list[_Row] = []
        self._rows(element, style, flow, rows)
        self._flush(flow)
        rows = [row for row in rows if row]
        read = [[self._cell(cell, style) for cell in row] for row in rows]
        self._cells += sum(map(len, read))
        if self._cells > _MOST_CELLS:
            raise SourceUnreadable(_TOO_MANY_CELLS, Location(file=self._name))
        if _lays_out(read):
            flow.out += [one for row in read for cell in row for one in cell]
        else:
            flow.out.append(_source_table(rows, read, self._name))

    def _rows(self, element: etree._Element, style: Style, flow: _Flow, rows: list[_Row]) -> None:
        """Gathers the rows below a table or a part of it. What stands in no cell (its caption, words between rows) is read at once."""
        row: _Row | None = None
        if element.tag == "tr":
            row = []
            rows.append(row)
        self._words(element.text, style, flow)
        for child in element:
            seen = is_seen(child)
            if seen and child.tag in ("thead", "tbody", "tfoot", "tr"):
                self._rows(child, style, flow, rows)
            elif seen and row is not None and child.tag in ("td", "th"):
                row.append(child)
            else:
                self._element(child, style, flow)
            self._words(child.tail, style, flow)

    def _cell(self, element: etree._Element, style: Style) -> list[TextLine | SourceTable]:
        inner = _Flow()
        self._inside(element, styled(element, str(element.tag), style), inner)
        self._flush(inner)
        return inner.out


def _source_table(rows: list[_Row], read: list[list[list[TextLine | SourceTable]]], name: str) -> SourceTable:
    cells = tuple(
        tuple(_source_cell(cell, lines) for cell, lines in zip(row, held, strict=True))
        for row, held in zip(rows, read, strict=True)
    )
    return SourceTable(rows=cells, header=_header_rows(rows), place=Location(file=name))


def _lays_out(read: list[list[list[TextLine | SourceTable]]]) -> bool:
    """Whether a table only arranges the page: another table inside, one cell in all, or few rows with a long cell."""
    held = [cell for row in read for cell in row if cell]
    if len(held) <= 1 or any(isinstance(one, SourceTable) for cell in held for one in cell):
        return True
    return len(read) <= 2 and max(map(len, held)) > _LONG_CELL and not _is_foot(held)


def _is_foot(held: list[list[TextLine | SourceTable]]) -> bool:
    """Two cells of short lines: recipients and signature, however many they are."""
    return all(len(one.paragraph.text.text) < 120 for cell in held for one in cell if isinstance(one, TextLine))


def _source_cell(element: etree._Element, lines: list[TextLine | SourceTable]) -> SourceCell:
    return SourceCell(
        paragraphs=tuple(whole_paragraphs([one for one in lines if isinstance(one, TextLine)])),
        across=min(max(whole_number(element.get("colspan"), 1), 1), _WIDEST),
        down=min(max(whole_number(element.get("rowspan"), 1), 1), _MOST_CELLS),
    )


def _header_rows(rows: list[list[etree._Element]]) -> int:
    count = 0
    for row in rows:
        if not (all(cell.tag == "th" for cell in row) or any(True for _ in row[0].iterancestors("thead"))):
            break
        count += 1
    return min(count, len(rows) - 1)


def _inline(runs: list[Run]) -> Inline:
    """Runs with one space between words and none at the ends."""
    parts: list[tuple[list[str], bool, bool]] = []  # neighbours of one style are one run
    space = True
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        if space and text.startswith(" "):
            text = text[1:]
        if not text:
            continue
        space = text.endswith(" ")
        if parts and parts[-1][1:] == (run.bold, run.italic):
            parts[-1][0].append(text)
        else:
            parts.append(([text], run.bold, run.italic))
    out = [Run("".join(texts), bold, italic) for texts, bold, italic in parts]
    while out and not out[-1].text.rstrip():
        out.pop()
    if out:
        out[-1] = out[-1]._replace(text=out[-1].text.rstrip())
    whole = "".join(run.text for run in out)
    return inline(out) if clean(whole) == whole else Inline(text=clean(whole).replace("\n", " ").strip())
