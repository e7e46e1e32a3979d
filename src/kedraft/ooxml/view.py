"""DocxView: a Word file as a checker of layout sees it: sections, paragraphs with effective formatting, drawn lines.

Paragraphs are counted as the importer counts them: body and cells, in reading order; what stands in a text box has the
number of the paragraph that the box hangs on.
"""

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from kedraft.errors import SourceUnreadable
from kedraft.model.place import Location
from kedraft.ooxml.drawn import LineShape, box_of
from kedraft.ooxml.effective import (
    NO_TABLE,
    Cascade,
    TableLook,
    margins,
)
from kedraft.ooxml.numbering import Numbering
from kedraft.ooxml.package import Package, open_package
from kedraft.ooxml.styles import num_pr
from kedraft.ooxml.view_tables import (
    cell_width,
    conditions_met,
    is_whole,
    look_flags,
    nested,
    section_of,
    value_of,
)
from kedraft.ooxml.view_values import Box, Cell, DocxView, PageNote, Paragraph, Run, Section, TableView
from kedraft.ooxml.view_words import ALTERNATE, BOX, GONE, SILENT, Spell, Speller
from kedraft.ooxml.words import chosen
from kedraft.ooxml.xml import RELATION_ID, VAL, on, w, whole

__all__ = [
    "Box",
    "Cell",
    "DocxView",
    "LineShape",
    "PageNote",
    "Paragraph",
    "Run",
    "Section",
    "TableView",
    "view",
]


def view(data: bytes, name: str) -> DocxView:
    """A .docx as a view. Raises `SourceUnreadable` for what is no harmless Word file."""
    package = open_package(data, name)
    try:
        return _Viewer(package).document()
    except RecursionError:
        raise SourceUnreadable(
            "Tệp Word lồng bảng, khung quá nhiều tầng nên không đọc được; hãy mở bằng Word, bỏ bớt khung rồi lưu lại.",
            Location(file=name),
        ) from None


_P = w("p")
_PPR, _PSTYLE, _NUM_PR, _SECTION = w("pPr"), w("pStyle"), w("numPr"), w("sectPr")
_TBL, _TR, _TC, _SDT, _CONTENT = w("tbl"), w("tr"), w("tc"), w("sdt"), w("sdtContent")


class _Viewer:
    """Walks a document once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        main = package.main

        def part(kind: str) -> etree._Element | None:
            found = package.related(main, kind)
            return package.xml(found) if found else None

        numbering, settings = part("numbering"), part("settings")
        self._cascade = Cascade(part("styles"), numbering, part("theme"))
        self._numbering = Numbering(numbering, self._cascade.styles)
        self._settings = settings
        self._paragraphs: list[Paragraph] = []
        self._tables: list[TableView] = []
        self._sections: list[Section] = []
        self._notes: dict[tuple[str, str], PageNote] = {}
        self._number = 0
        self._boxes = 0
        self._section_first = 1
        self._section_tables = 0
        self._speller = Speller(self._cascade)

    def document(self) -> DocxView:
        """Everything."""
        root = self._package.xml(self._package.main)
        body = root.find(w("body"))
        if body is not None:
            self._children(body, None, NO_TABLE)
        if not self._sections:
            self._end_section(etree.Element(_SECTION))
        even = self._settings.find(w("evenAndOddHeaders")) if self._settings is not None else None
        return DocxView(
            self._package.name,
            tuple(self._sections),
            tuple(self._paragraphs),
            tuple(self._tables),
            even is not None and on(even),
        )

    # --- blocks ---

    def _children(self, parent: Iterable[etree._Element], cell: Cell | None, look: TableLook) -> None:
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, cell, look)
            elif tag == _TBL:
                self._table(child, cell)
            elif tag == _SDT:
                content = child.find(_CONTENT)
                if content is not None:
                    self._children(content, cell, look)
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._children(branch, cell, look)
            elif tag == _SECTION:
                if cell is None:
                    self._end_section(child)
            elif tag not in GONE and tag not in SILENT:
                self._children(child, cell, look)

    def _paragraph(self, element: etree._Element, cell: Cell | None, look: TableLook) -> None:
        self._number += 1
        self._emit(element, cell, None, look)
        properties = element.find(_PPR)
        section = properties.find(_SECTION) if properties is not None and cell is None else None
        if section is not None:
            self._end_section(section)

    def _emit(self, element: etree._Element, cell: Cell | None, box: Box | None, look: TableLook) -> None:
        """One paragraph, then those of the text boxes that hang on it."""
        made, spell = self._read(element, cell, box, look)
        self._paragraphs.append(made)
        for content, holder in spell.boxes:
            self._boxes += 1
            width, left = box_of(holder)
            inner = Box(self._boxes, width, left)
            for paragraph in content.iter(_P):
                if _nearest(paragraph, BOX) is content:
                    self._emit(paragraph, cell, inner, look)

    def _read(
        self, element: etree._Element, cell: Cell | None, box: Box | None, look: TableLook
    ) -> tuple[Paragraph, Spell]:
        properties = element.find(_PPR)
        named = properties.find(_PSTYLE) if properties is not None else None
        key = named.get(VAL) if named is not None else None
        spell = self._speller.spell(element, key, look)
        text = "".join(run.text for run in spell.runs)
        return (
            Paragraph(
                number=self._number,
                runs=tuple(spell.runs),
                text=text,
                format=self._cascade.format(key, properties, look),
                style=key or "",
                section=len(self._sections),
                label=self._label(key, properties),
                cell=cell,
                box=box,
                drawn=tuple(spell.drawn),
                page_break=spell.page_break,
                changes=spell.changes,
                comments=spell.comments,
                hidden=spell.hidden,
                decomposed=spell.decomposed,
            ),
            spell,
        )

    def _label(self, key: str | None, properties: etree._Element | None) -> str | None:
        direct = num_pr(properties.find(_NUM_PR)) if properties is not None else None
        style = self._cascade.style(key)
        if direct is None and not any(style.numbering):
            return None
        label = self._numbering.label(direct, style)
        return label.text if label else None

    # --- tables ---

    def _table(self, element: etree._Element, outer: Cell | None) -> None:
        number = len(self._tables)
        properties = element.find(w("tblPr"))
        style = value_of(properties, "tblStyle")
        rows = list(nested(element, _TR))
        self._tables.append(
            TableView(
                len(self._sections), self._bordered(properties, style), tuple(map(is_whole, rows)), self._number + 1
            )
        )
        self._section_tables += outer is None
        grid = [whole(column.get(w("w"))) for column in element.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
        padding = self._padding(properties, style)
        looks = look_flags(properties)
        for at, row in enumerate(rows):
            cells = list(nested(row, _TC))
            column = 0
            for place, cell in enumerate(cells):
                about = cell.find(w("tcPr"))
                span = max(1, whole(value_of(about, "gridSpan"), 1))
                wide = cell_width(about) or sum(grid[column : column + span])
                inner = (
                    margins(found, padding)
                    if about is not None and (found := about.find(w("tcMar"))) is not None
                    else padding
                )
                conditions = conditions_met(looks, at, len(rows), place, len(cells))
                here = Cell(
                    number,
                    at,
                    place,
                    len(cells),
                    max(0, wide - sum(inner)) if wide else 0,
                    outer.depth + 1 if outer else 1,
                )
                self._children(cell, here, self._cascade.table(style, conditions))
                column += span

    def _padding(self, properties: etree._Element | None, style: str | None) -> tuple[int, int]:
        own = properties.find(w("tblCellMar")) if properties is not None else None
        base = self._cascade.cell_margins(style)
        return margins(own, base) if own is not None else base

    def _bordered(self, properties: etree._Element | None, style: str | None) -> bool:
        own = properties.find(w("tblBorders")) if properties is not None else None
        if own is not None:
            return any(side.get(VAL) not in ("none", "nil", None) for side in own)
        return self._cascade.table_has_borders(style)

    # --- sections ---

    def _end_section(self, element: etree._Element) -> None:
        for where in ("header", "footer"):
            for reference in element.iterchildren(w(f"{where}Reference")):
                self._note(where, reference)
        self._sections.append(
            section_of(element, tuple(self._notes.values()), self._section_first, self._section_tables, self._settings)
        )
        self._section_first = self._number + 1
        self._section_tables = 0

    def _note(self, where: str, reference: etree._Element) -> None:
        pages = reference.get(w("type"), "default")
        relation = self._package.relationships(self._package.main).get(reference.get(RELATION_ID, ""))
        if relation is None or relation.external or relation.target not in self._package:
            return
        root = self._package.xml(relation.target)
        kept, self._paragraphs = self._paragraphs, []
        self._speller.begin()
        tables, number = len(self._tables), self._number
        self._children(root, None, NO_TABLE)
        found = tuple(replace(paragraph, number=0) for paragraph in self._paragraphs)
        self._paragraphs, self._number = kept, number
        del self._tables[tables:]
        self._notes[where, pages] = PageNote(where, pages, found)


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)
