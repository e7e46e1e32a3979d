"""The runs of one paragraph as a checker of layout sees them: words with their letters, fields, breaks, drawings, tracked changes."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from kedraft.ooxml.drawn import LineShape, line_shapes
from kedraft.ooxml.effective import Cascade, TableLook
from kedraft.ooxml.glyphs import glyph, is_symbol_font, readable
from kedraft.ooxml.legacy import from_legacy, is_legacy_font
from kedraft.ooxml.said import Letters, said_of_run
from kedraft.ooxml.view_tables import whole_hex
from kedraft.ooxml.view_values import Run
from kedraft.ooxml.words import chosen
from kedraft.ooxml.xml import COMPATIBILITY, w
from kedraft.vietnamese.text import clean

_R, _T, _TAB, _BR, _CR = w("r"), w("t"), w("tab"), w("br"), w("cr")
_RPR: Final = w("rPr")
ALTERNATE: Final = f"{{{COMPATIBILITY}}}AlternateContent"
_PICTURES: Final = frozenset((w("drawing"), w("pict"), w("object")))
GONE: Final = frozenset((w("del"), w("moveFrom")))
_NEW: Final = frozenset((w("ins"), w("moveTo")))
_CHANGED: Final = frozenset(
    (w("rPrChange"), w("pPrChange"), w("sectPrChange"), w("tblPrChange"), w("tcPrChange"), w("trPrChange"))
)
SILENT: Final = frozenset(
    w(tag)
    for tag in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "rt", "rubyPr", "tblPr")
)
#: The contents of a text box.
BOX: Final = w("txbxContent")


class Spell:
    """What one paragraph holds, while it is read."""

    __slots__ = ("boxes", "changes", "comments", "decomposed", "drawn", "hidden", "page_break", "runs")

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.drawn: list[LineShape] = []
        self.boxes: list[tuple[etree._Element, etree._Element]] = []
        self.changes = self.comments = 0
        self.page_break = self.hidden = self.decomposed = False


class Speller:
    """Reads paragraphs of one story after the other: a field may begin in one and end in another."""

    def __init__(self, cascade: Cascade) -> None:
        self._cascade = cascade
        self._fields: list[list[str]] = []  # of each open field: its code, and "shown" once its result has begun
        self._runs: dict[tuple[str | None, TableLook], Letters] = {}

    def begin(self) -> None:
        """Another story begins: no field of the last one is open in it."""
        self._fields = []

    def spell(self, paragraph: etree._Element, key: str | None, look: TableLook) -> Spell:
        """What a paragraph of the style `key` holds."""
        spell = Spell()
        if (properties := paragraph.find(w("pPr"))) is not None:
            _count_marks(properties, spell)
        self._walk(paragraph, key, look, spell)
        return spell

    def _walk(self, parent: Iterable[etree._Element], key: str | None, look: TableLook, spell: Spell) -> None:
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, key, look, spell)
            elif tag in SILENT:
                continue
            elif tag in GONE:
                spell.changes += 1
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._walk(branch, key, look, spell)
            elif tag in _PICTURES:
                _picture(child, spell)
            elif tag == w("fldSimple"):
                self._fields.append([child.get(w("instr"), ""), "shown"])
                self._walk(child, key, look, spell)
                self._fields.pop()
            else:
                spell.changes += tag in _NEW
                self._walk(child, key, look, spell)

    def _run(self, run: etree._Element, key: str | None, look: TableLook, spell: Spell) -> None:
        letters: Letters | None = None
        for child in run:
            tag = child.tag
            if tag == _RPR:
                letters = self._cascade.letters(key, said_of_run(child), look)
                spell.changes += child.find(w("rPrChange")) is not None
                continue
            letters = letters or self._plain(key, look)
            if tag == _T:
                if child.text:
                    self._add(child.text, letters, spell)
            else:
                self._special(child, letters, spell)

    def _plain(self, key: str | None, look: TableLook) -> Letters:
        found = self._runs.get((key, look))
        if found is None:
            found = self._runs[key, look] = self._cascade.letters(key, {}, look)
        return found

    def _special(self, child: etree._Element, letters: Letters, spell: Spell) -> None:
        tag = child.tag
        if tag == _TAB or tag == w("ptab"):
            self._put("\t", letters, spell)
        elif tag in (_BR, _CR):
            if child.get(w("type")) == "page":
                spell.page_break = True
            else:
                self._put("\n", letters, spell)
        elif tag == w("noBreakHyphen"):
            self._put("-", letters, spell)
        elif tag == w("sym"):
            self._put(clean(glyph(whole_hex(child.get(w("char"))), child.get(w("font")))), letters, spell)
        elif tag == w("fldChar"):
            self._field(child)
        elif tag == w("instrText"):
            self._code(child.text or "", letters, spell)
        elif tag == w("pgNum"):
            spell.runs.append(Run("1", letters, "PAGE"))
        elif tag == w("commentReference"):
            spell.comments += 1
        elif tag in _PICTURES:
            _picture(child, spell)
        elif tag == ALTERNATE:
            branch = chosen(child)
            for inner in branch if branch is not None else ():
                self._special(inner, letters, spell)

    def _field(self, child: etree._Element) -> None:
        match child.get(w("fldCharType")):
            case "begin":
                self._fields.append([""])
            case "separate" if self._fields:
                self._fields[-1].append("shown")
            case "end" if self._fields:
                self._fields.pop()

    def _code(self, text: str, letters: Letters, spell: Spell) -> None:
        """A field's code; the look of its letters counts, since a field may have no result yet."""
        if self._fields:
            self._fields[-1][0] += text
        if text.strip():
            spell.runs.append(Run("", letters, text.strip()))

    def _add(self, text: str, letters: Letters, spell: Spell) -> None:
        if not text.isascii():
            if not unicodedata.is_normalized("NFC", text):
                spell.decomposed = True
            if is_legacy_font(letters.font):
                text = from_legacy(text, letters.font)
            if is_symbol_font(letters.font):
                text = readable(text, letters.font)
            text = clean(text)
        elif "\n" in text or "\r" in text or "\t" in text:
            text = text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
        self._put(text.upper() if letters.caps else text, letters, spell)

    def _put(self, text: str, letters: Letters, spell: Spell) -> None:
        if self._fields and "shown" not in self._fields[-1]:
            return
        if letters.hidden:
            spell.hidden = spell.hidden or bool(text.strip())
            return
        field = self._fields[-1][0].strip() if self._fields else None
        last = spell.runs[-1] if spell.runs else None
        if last is not None and last.letters is letters and last.field == field and last.text:
            spell.runs[-1] = Run(last.text + text, letters, field)
        else:
            spell.runs.append(Run(text, letters, field))


def _count_marks(properties: etree._Element, spell: Spell) -> None:
    """Tracked changes of the paragraph itself."""
    mark = properties.find(_RPR)
    spell.changes += sum(child.tag in _CHANGED for child in properties)
    if mark is not None:
        spell.changes += sum(child.tag in GONE or child.tag in _NEW for child in mark)


def _picture(element: etree._Element, spell: Spell) -> None:
    spell.drawn.extend(line_shapes(element))
    spell.boxes.extend((box, element) for box in _outermost(element))


def _outermost(element: etree._Element) -> Iterator[etree._Element]:
    """Contents of text boxes below a drawing, one branch of each alternative."""
    for child in element:
        if child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _outermost(branch)
        elif child.tag == BOX:
            yield child
        else:
            yield from _outermost(child)
