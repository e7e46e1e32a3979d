"""A Word file as `SourceText`: every word that prints, with automatic numbers, in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Final

from lxml import etree

from kedraft.errors import SourceUnreadable
from kedraft.importers.docx_budget import Budget
from kedraft.importers.docx_findings import Seen, findings
from kedraft.importers.docx_margins import shown_margins
from kedraft.importers.docx_tables import ALTERNATE, MARK_GONE, TableReader
from kedraft.model.inline import Inline
from kedraft.model.making import known, makes_many
from kedraft.model.place import Location
from kedraft.model.source import Look, SourceFormat, SourceParagraph, SourceTable, SourceText
from kedraft.ooxml.numbering import Label, Numbering
from kedraft.ooxml.package import Package, open_package
from kedraft.ooxml.pieces import assemble
from kedraft.ooxml.styles import BOLD, ITALIC, ParagraphStyle, Styles, alignment, children, num_pr, properties_of
from kedraft.ooxml.words import Attached, Line, Note, Revisions, WordReader, chosen, diagrams
from kedraft.ooxml.xml import DRAWING, VAL, on, w, whole
from kedraft.vietnamese.text import clean, squeeze

_P, _PPR, _RPR, _TBL = w("p"), w("pPr"), w("rPr"), w("tbl")
_SDT, _SDT_CONTENT, _SECTION = w("sdt"), w("sdtContent"), w("sectPr")
_PAGE_NUMBER: Final = re.compile(r"\W*(?:(?:trang|page)\W*)?\d*\W*(?:(?:/|of|trên|trong)\W*\d*\W*)?", re.IGNORECASE)

_PSTYLE, _NUM_PR, _JC, _PPR_CHANGE = w("pStyle"), w("numPr"), w("jc"), w("pPrChange")
_SPEC_VANISH: Final = w("specVanish")
_FRAME, _DROP_CAP = w("framePr"), w("dropCap")

Block = SourceParagraph | SourceTable
Properties = dict[str, etree._Element]


@makes_many
def read_docx(data: bytes, name: str, *, revisions: Revisions = "final") -> SourceText:
    """Read a .docx; `revisions` says whether tracked changes count as accepted or as rejected.

    What prints is all there: in `blocks`, or in `asides` (notes, page headers and footers, hidden words, tables of
    contents). Raises `SourceUnreadable` for a file that is damaged, hostile or no Word file.
    """
    package = open_package(data, name)
    try:
        reader = _Reader(package, revisions)
        reader.body()
    except RecursionError:
        raise SourceUnreadable(
            "Tệp Word lồng bảng, khung quá nhiều tầng nên không đọc được; hãy mở bằng Word, bỏ bớt khung rồi lưu lại.",
            Location(file=name),
        ) from None
    return SourceText(
        name=name,
        format=SourceFormat.DOCX,
        blocks=tuple(reader.blocks),
        asides=tuple(reader.asides),
        landscape=frozenset(reader.landscape),
        digest=blake2b(data, digest_size=8).hexdigest(),
        findings=tuple(findings(reader.seen, name, revisions)),
    )


@dataclass(slots=True)
class _Pending:
    """A paragraph whose mark does not print, or a large first letter: its words go on into the next one."""

    line: Line
    number: int
    properties: Properties
    keeps: bool  # the joined paragraph looks and counts like this one, not like the next


@dataclass(slots=True)
class _Flow:
    """Where blocks go: the body, a cell, a text box, a note."""

    words: WordReader
    blocks: list[Block] = field(default_factory=list)
    pending: _Pending | None = None
    place: Location | None = None  # one place for all, where paragraphs are not counted
    in_table: bool = False


class _Reader:
    """Walks the document once."""

    def __init__(self, package: Package, revisions: Revisions) -> None:
        self._package = package
        self._revisions: Revisions = revisions
        styles, numbering = package.related(package.main, "styles"), package.related(package.main, "numbering")
        self._styles = Styles(package.xml(styles) if styles else None)
        self._numbering = Numbering(package.xml(numbering) if numbering else None, self._styles)
        self._here = Location(file=package.name).__dict__
        self._looks: dict[tuple[int, str, float | None], Look] = {}
        self._budget = Budget(package.name)
        self._count = 0
        self._section_start = 0
        self._notes: list[tuple[Note, int]] = []
        self._sections: list[etree._Element] = []
        self._flow = _Flow(WordReader(self._styles, revisions))
        self.blocks = self._flow.blocks
        self.asides: list[SourceParagraph] = []
        self.landscape: set[int] = set()
        self.seen = Seen(old_fonts=self._flow.words.legacy)

    def body(self) -> None:
        """Everything, in the order: body, diagrams, notes, page headers and footers."""
        root = self._package.xml(self._package.main)
        self._count_revisions(root)
        found = root.find(w("body"))
        if found is not None:
            self._children(found, self._flow)
        self._finish(self._flow)
        self._diagrams(root)
        self._read_notes()
        self._margins()
        self.seen.letters = sum(len(paragraph.text.text) for paragraph in _flat(self.blocks))

    def _count_revisions(self, root: etree._Element) -> None:
        for element in root.iter(w("ins"), w("moveTo"), w("del"), w("moveFrom")):
            if element.tag == w("ins") or element.tag == w("moveTo"):
                self.seen.inserted += 1
            else:
                self.seen.deleted += 1

    # --- blocks ---

    def _children(self, parent: etree._Element, flow: _Flow) -> None:
        for child in parent:
            self._block(child, flow)

    def _block(self, element: etree._Element, flow: _Flow) -> None:
        tag = element.tag
        if tag == _P:
            self._paragraph(element, flow)
        elif tag == _TBL:
            self._table(element, flow)
        elif tag == _SDT:
            self._control(element, flow)
        elif tag == ALTERNATE:
            branch = chosen(element)
            if branch is not None:
                self._children(branch, flow)
        elif tag == _SECTION:
            self._section(element, flow)
        elif tag not in MARK_GONE[self._revisions]:
            self._children(element, flow)

    def _control(self, element: etree._Element, flow: _Flow) -> None:
        """A content control; a table of contents is set aside."""
        content = element.find(_SDT_CONTENT)
        if content is None:
            return
        gallery = element.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
        if gallery is None or gallery.get(VAL) != "Table of Contents":
            self._children(content, flow)
            return
        inner = _Flow(flow.words.apart(), place=flow.place)
        self._children(content, inner)
        self._finish(inner)
        self.asides.extend(_flat(inner.blocks))

    def _section(self, element: etree._Element, flow: _Flow) -> None:
        """The end of a section: `element` says how its pages lie."""
        if flow is not self._flow:
            return
        self._flush(flow)
        self._sections.append(element)
        size = element.find(w("pgSz"))
        if size is not None and (
            size.get(w("orient")) == "landscape" or whole(size.get(w("w"))) > whole(size.get(w("h")), 1 << 30)
        ):
            self.landscape.update(range(self._section_start, len(flow.blocks)))
        self._section_start = len(flow.blocks)

    # --- paragraphs ---

    def _paragraph(self, element: etree._Element, flow: _Flow) -> None:
        self._budget.block(flow.in_table)
        if flow.place is None:
            self._count += 1
        properties = children(properties_of(element, _PPR))
        current = self._current(properties)
        style = self._style(current)
        line = flow.words.read(element, style.run)
        gone, keeps = self._mark(properties[_RPR]) if _RPR in properties else (False, False)
        if _FRAME in properties:
            gone = gone or properties[_FRAME].get(_DROP_CAP) in ("drop", "margin")
        if gone or flow.pending is not None:
            self._joined(line, current, gone, keeps, flow)
        else:
            self._emit(line, self._count, current, style, flow)
        if _SECTION in properties:
            self._section(properties[_SECTION], flow)

    def _joined(self, line: Line, current: Properties, gone: bool, keeps: bool, flow: _Flow) -> None:
        """A paragraph whose own mark or that of the one before does not print."""
        before, flow.pending = flow.pending, None
        number = self._count
        if before is not None:
            before.line.join(line)
            line, number = before.line, before.number
            current = before.properties if before.keeps else current
            keeps = keeps or before.keeps
        if gone:
            flow.pending = _Pending(line, number, current, keeps)
        else:
            self._emit(line, number, current, self._style(current), flow)

    def _current(self, properties: Properties) -> Properties:
        """The properties to read: those before a tracked change of format, when the original is wanted."""
        if self._revisions == "final" or _PPR_CHANGE not in properties:
            return properties
        return children(properties[_PPR_CHANGE].find(_PPR))

    def _style(self, properties: Properties) -> ParagraphStyle:
        named = properties.get(_PSTYLE)
        return self._styles.paragraph(named.get(VAL) if named is not None else None)

    def _mark(self, properties: etree._Element) -> tuple[bool, bool]:
        """Whether the paragraph mark does not print, and whether the joined paragraph then looks like this one."""
        mark = children(properties)
        if any(tag in mark for tag in MARK_GONE[self._revisions]):
            return True, False
        separator = _SPEC_VANISH in mark and on(mark[_SPEC_VANISH])
        return separator, separator

    def _emit(self, line: Line, number: int, properties: Properties, style: ParagraphStyle, flow: _Flow) -> None:
        """One paragraph, then the text boxes anchored in it."""
        place = flow.place or self._place(number)
        text, code, size = assemble(line.pieces)
        self._budget.words(len(text.text))
        label = None
        if line.pieces or line.attached is None or not line.attached.hidden:
            label = self._label(properties, style)
        if text.text or (label and not label.bullet):
            look = self._look(code, alignment(properties.get(_JC)) or style.align or "left", size)
            if line.own:
                look = _with_own_letters(look, line, text)
            printed = label.text if label else None
            shown = known(SourceParagraph, {"text": text, "label": printed, "look": look, "place": place})
            (self.asides if style.contents else flow.blocks).append(shown)
        if line.attached is not None:
            self._attachments(line.attached, number, place, flow)

    def _place(self, number: int) -> Location:
        return known(Location, self._here | {"paragraph": number})

    def _look(self, code: int, align: str, size: float | None) -> Look:
        key = (code, align, size)
        if key not in self._looks:
            self._looks[key] = Look(bold=bool(code & BOLD), italic=bool(code & ITALIC), align=align, size=size)
        return self._looks[key]

    def _label(self, properties: Properties, style: ParagraphStyle) -> Label | None:
        direct = num_pr(properties.get(_NUM_PR))
        if direct is None and not style.numbered:
            return None
        return self._numbering.label(direct, style)

    def _attachments(self, attached: Attached, number: int, place: Location, flow: _Flow) -> None:
        """What hangs on a paragraph and is not its text."""
        self.seen.comments += attached.comments
        self.seen.pictures += attached.pictures
        self._notes += [(note, number) for note in attached.notes]
        hidden = squeeze(clean("".join(attached.hidden)))
        if hidden:
            self.seen.hidden += 1
            self._aside(hidden, place)
        for text in attached.pictured:
            self._aside(text, place)
        for box in attached.boxes:
            inner = _Flow(flow.words.apart(), place=place)
            self._children(box, inner)
            self._finish(inner)
            flow.blocks.extend(inner.blocks)

    def _aside(self, text: str, place: Location) -> None:
        if text:
            self.asides.append(SourceParagraph(text=Inline(text=text), place=place))

    def _flush(self, flow: _Flow) -> None:
        """A paragraph that waited for a next one and has none."""
        before, flow.pending = flow.pending, None
        if before is not None and (before.line.pieces or before.keeps):
            self._emit(before.line, before.number, before.properties, self._style(before.properties), flow)
        elif before is not None and before.line.attached is not None:
            self._attachments(before.line.attached, before.number, Location(file=self._package.name), flow)

    _finish = _flush

    # --- tables ---

    def _table(self, element: etree._Element, flow: _Flow) -> None:
        self._flush(flow)
        place = flow.place or Location(file=self._package.name, paragraph=self._count + 1)
        reader = TableReader(self._revisions, lambda cell: self._cell(cell, flow))
        table = reader.read(element, place)
        if table is not None:
            flow.blocks.append(table)
        self.seen.hidden += len(reader.covered)
        self.asides += [paragraph for cell in reader.covered for paragraph in cell]

    def _cell(self, element: etree._Element, flow: _Flow) -> tuple[SourceParagraph, ...]:
        self._budget.block(True)
        inner = _Flow(flow.words, place=flow.place, in_table=True)
        self._children(element, inner)
        self._finish(inner)
        return tuple(_flat(inner.blocks))

    # --- outside the flow ---

    def _story(self, root: etree._Element, place: Location) -> list[SourceParagraph]:
        """Paragraphs of a note, page header or footer."""
        flow = _Flow(self._flow.words.apart(), place=place)
        self._children(root, flow)
        self._finish(flow)
        return list(_flat(flow.blocks))

    def _read_notes(self) -> None:
        """Foot- and endnotes in the order in which the text refers to them, with their numbers as labels."""
        stories = {kind: self._note_stories(kind) for kind in ("footnote", "endnote")}
        seen = {"footnote": 0, "endnote": 0}
        for note, number in self._notes:
            story = stories[note.kind].pop(note.id, None)
            if story is None:
                continue
            seen[note.kind] += 1
            place = Location(file=self._package.name, paragraph=number, field="chú thích")
            for at, paragraph in enumerate(self._story(story, place)):
                label = paragraph.label if at else str(seen[note.kind])
                self.asides.append(paragraph.evolve(label=label))

    def _note_stories(self, kind: str) -> dict[str, etree._Element]:
        part = self._package.related(self._package.main, f"{kind}s")
        if part is None or not any(note.kind == kind for note, _ in self._notes):
            return {}
        root = self._package.xml(part)
        self._count_revisions(root)
        return {note.get(w("id"), ""): note for note in root.iterchildren(w(kind))}

    def _margins(self) -> None:
        """Page headers and footers that some page shows, each text once, page numbers left out."""
        texts = set()
        for part, title in shown_margins(self._package, self._sections):
            place = Location(file=self._package.name, field=title)
            for paragraph in self._story(self._package.xml(part), place):
                text = paragraph.text.text
                if text not in texts and not _PAGE_NUMBER.fullmatch(text):
                    texts.add(text)
                    self.asides.append(paragraph)

    def _diagrams(self, root: etree._Element) -> None:
        """Words of SmartArt, which stand in parts of their own."""
        if not self.seen.pictures:
            return
        relations = self._package.relationships(self._package.main)
        for key in dict.fromkeys(diagrams(root)):
            relation = relations.get(key)
            if relation is None or relation.target not in self._package:
                continue
            place = Location(file=self._package.name, field="sơ đồ")
            for paragraph in self._package.xml(relation.target).iter(f"{{{DRAWING}}}p"):
                text = "".join(found.text or "" for found in paragraph.iter(f"{{{DRAWING}}}t"))
                self._aside(squeeze(clean(text)), place)


def _with_own_letters(look: Look, line: Line, shown: Inline) -> Look:
    """The look of a paragraph that its style shows in capitals, with the letters that were typed."""
    typed = assemble(line.typed)[0].text
    return look.evolve(typed=typed) if len(typed) == len(shown.text) and typed != shown.text else look


def _flat(blocks: list[Block]) -> Iterator[SourceParagraph]:
    """Paragraphs of blocks in reading order, tables opened."""
    for block in blocks:
        if isinstance(block, SourceTable):
            for row in block.rows:
                for cell in row:
                    yield from cell.paragraphs
        else:
            yield block
