"""Tables of a Word file: rows and cells wherever they are nested, merged cells as spans."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from kedraft.model.place import Location
from kedraft.model.source import SourceCell, SourceParagraph, SourceTable
from kedraft.ooxml.styles import children
from kedraft.ooxml.words import Revisions, chosen
from kedraft.ooxml.xml import COMPATIBILITY, VAL, on, w, whole

ALTERNATE: Final = f"{{{COMPATIBILITY}}}AlternateContent"
MARK_GONE: Final = {"final": (w("del"), w("moveFrom")), "original": (w("ins"), w("moveTo"))}
_ROW_GONE: Final = {"final": w("del"), "original": w("ins")}
_CELL_GONE: Final = {"final": w("cellDel"), "original": w("cellIns")}
_P, _TR, _TC = w("p"), w("tr"), w("tc")
_TR_PR, _TC_PR, _HEADER, _GRID_BEFORE = w("trPr"), w("tcPr"), w("tblHeader"), w("gridBefore")
_GRID_SPAN, _V_MERGE, _H_MERGE = w("gridSpan"), w("vMerge"), w("hMerge")
_WIDEST: Final = 200  # columns that one cell may claim to span; Word itself stops at 63

Paragraphs = tuple[SourceParagraph, ...]


@dataclass(slots=True)
class _Cell:
    paragraphs: Paragraphs
    across: int
    down: int = 1


@dataclass(slots=True)
class TableReader:
    """Reads one table. `cell` reads what a cell holds; `covered` are words that merged cells hide: Word does not show them."""

    revisions: Revisions
    cell: Callable[[etree._Element], Paragraphs]
    covered: list[Paragraphs] = field(default_factory=list)
    _open: dict[int, _Cell] = field(default_factory=dict)  # by column: the cell that may go on downwards

    def read(self, element: etree._Element, place: Location) -> SourceTable | None:
        """The table, or None when no row of it prints."""
        rows: list[list[_Cell]] = []
        header = 0
        for row in self._nested(element, _TR):
            properties = children(row.find(_TR_PR))
            if _ROW_GONE[self.revisions] in properties:
                continue
            if header == len(rows) and _HEADER in properties and on(properties[_HEADER]):
                header += 1
            rows.append(self._row(row, _span(properties.get(_GRID_BEFORE), 0)))
        if not rows:
            return None
        grid = element.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
        return SourceTable(
            rows=tuple(tuple(map(_source_cell, row)) for row in rows),
            header=header,
            widths=tuple(whole(column.get(w("w"))) for column in grid),
            place=place,
        )

    def _nested(self, element: etree._Element, wanted: str) -> Iterator[etree._Element]:
        """Rows of a table or cells of a row, also inside content controls and the like."""
        for child in element:
            if child.tag == wanted:
                yield child
            elif child.tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    yield from self._nested(branch, wanted)
            elif child.tag not in MARK_GONE[self.revisions] and child.tag != _P:
                yield from self._nested(child, wanted)

    def _row(self, row: etree._Element, before: int) -> list[_Cell]:
        """The cells of a row that begins `before` columns from the left."""
        column = before
        cells = [_Cell((), before)] if before else []
        for element in self._nested(row, _TC):
            about = children(element.find(_TC_PR))
            if _CELL_GONE[self.revisions] in about:
                continue
            across = _span(about.get(_GRID_SPAN), 1)
            paragraphs = self.cell(element)
            above = self._open.get(column)
            vertical = _merge(about.get(_V_MERGE))
            if vertical == "continue" and above is not None:
                above.down += 1
                self._cover(paragraphs)
            elif _merge(about.get(_H_MERGE)) == "continue" and cells:
                cells[-1].across += across
                self._cover(paragraphs)
            else:
                cells.append(_Cell(paragraphs, across))
                self._open.pop(column, None)
                if vertical is not None:
                    self._open[column] = cells[-1]
            column += across
        return cells

    def _cover(self, paragraphs: Paragraphs) -> None:
        if paragraphs:
            self.covered.append(paragraphs)


def _source_cell(cell: _Cell) -> SourceCell:
    return SourceCell(paragraphs=cell.paragraphs, across=cell.across, down=cell.down)


def _span(found: etree._Element | None, otherwise: int) -> int:
    return min(max(whole(found.get(VAL), otherwise), otherwise), _WIDEST) if found is not None else otherwise


def _merge(found: etree._Element | None) -> str | None:
    """restart or continue; None for a cell that is not merged."""
    return found.get(VAL, "continue") if found is not None else None
