"""The words of a paragraph: runs, fields, tracked changes, text boxes, notes, in the order in which they print."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from lxml import etree

from kedraft.ooxml.glyphs import glyph, readable
from kedraft.ooxml.legacy import from_legacy
from kedraft.ooxml.pieces import Piece
from kedraft.ooxml.styles import Face, RunLook, Styles, raw_look
from kedraft.ooxml.xml import COMPATIBILITY, DIAGRAM, MATH, RELATIONS, VAL, VML, on, w, whole
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import clean

#: Which side of tracked changes is read.
Revisions = Literal["final", "original"]

_RUN, _TEXT, _RPR, _PPR = w("r"), w("t"), w("rPr"), w("pPr")
_ALTERNATE: Final = f"{{{COMPATIBILITY}}}AlternateContent"
_CHOICE, _FALLBACK = f"{{{COMPATIBILITY}}}Choice", f"{{{COMPATIBILITY}}}Fallback"
_BOX: Final = w("txbxContent")
_TEXT_PATH: Final = f"{{{VML}}}textpath"
_DIAGRAM: Final = f"{{{DIAGRAM}}}relIds"
_MATH_TEXT, _MATH_UNDER = f"{{{MATH}}}t", f"{{{MATH}}}den"
_PICTURES: Final = frozenset({w("drawing"), w("pict"), w("object")})
_SILENT: Final = frozenset(
    w(tag)
    for tag in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "rt", "rubyPr", "tblPr")
)
_NOTES: Final = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_GONE: Final = {
    "final": frozenset({w("del"), w("moveFrom")}),
    "original": frozenset({w("ins"), w("moveTo")}),
}
_TEXT_TAGS: Final = frozenset({_TEXT, w("delText")})
# What `clean`, or Word, would change in a text of a run; most texts hold none of it.
_UNCLEAN: Final = lazily(
    "[\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ud800-\udfff\uf000-\uf0ff\ufeff\ufffe\uffff]"
)
_LINE_ENDS: Final = str.maketrans({"\r": " ", "\n": " ", "\u2028": "\n", "\u2029": "\n"})

_SHORT: Final = 8  # a lone sign of a symbol font, with spaces around it


class Note(NamedTuple):
    """A reference to a note: `kind` is footnote or endnote."""

    kind: str
    id: str


@dataclass(slots=True)
class Attached:
    """What hangs on a paragraph and is not its text; `boxes` are the contents of text boxes, `hidden` never prints."""

    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    pictured: list[str] = field(default_factory=list)  # words inside pictures (WordArt)
    pictures: int = 0
    comments: int = 0

    def join(self, other: "Attached") -> None:
        """Takes in what hangs on the paragraph that prints right behind this one."""
        self.boxes += other.boxes
        self.notes += other.notes
        self.hidden += other.hidden
        self.pictured += other.pictured
        self.pictures += other.pictures
        self.comments += other.comments


class Line:
    """What one paragraph holds: its words, and what hangs on it, which most paragraphs do not have."""

    __slots__ = ("attached", "own", "pieces")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.attached: Attached | None = None
        self.own: dict[int, str] = {}  # by piece: its own letters, where the paragraph's style shows capitals

    @property
    def beside(self) -> Attached:
        """What hangs on the paragraph, to be added to."""
        if self.attached is None:
            self.attached = Attached()
        return self.attached

    @property
    def typed(self) -> list[Piece]:
        """The pieces with their own letters."""
        return [piece._replace(text=self.own.get(at, piece.text)) for at, piece in enumerate(self.pieces)]

    def join(self, other: "Line") -> None:
        """Takes in the paragraph that prints right behind this one."""
        self.own |= {len(self.pieces) + at: text for at, text in other.own.items()}
        self.pieces += other.pieces
        if other.attached is not None:
            self.beside.join(other.attached)


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The one branch of `mc:AlternateContent` that is read: the first choice with content, else the fallback."""
    fallback = alternate.find(_FALLBACK)
    for choice in alternate.iterchildren(_CHOICE):
        if len(choice) and (fallback is None or _has_words(choice) or not _has_words(fallback)):
            return choice
    return fallback


def _has_words(branch: etree._Element) -> bool:
    return next(branch.iter(_TEXT, _TEXT_PATH, _DIAGRAM), None) is not None


class WordReader:
    """Reads paragraphs one after the other; fields may go on from one paragraph to the next."""

    def __init__(self, styles: Styles, revisions: Revisions) -> None:
        self._styles = styles
        self._original = revisions == "original"
        self._gone = _GONE[revisions] | _SILENT
        self.legacy: set[str] = set()  # fonts of old encodings met so far
        self._fields: list[bool] = []  # of each open field: whether its result has begun

    def read(self, paragraph: etree._Element, base: RunLook) -> Line:
        """Everything in a `w:p`; `base` is the look that its style gives."""
        line = Line()
        self._walk(paragraph, line, base)
        if self._fields:
            self._end_fields()
        return line

    def _end_fields(self) -> None:
        """A field without result does not swallow the next paragraph."""
        while self._fields and not self._fields[-1]:
            self._fields.pop()

    def apart(self) -> "WordReader":
        """A reader for another story (text box, note, header), with no field open."""
        other = WordReader(self._styles, "original" if self._original else "final")
        other.legacy = self.legacy
        return other

    def _walk(self, parent: Iterable[etree._Element], line: Line, base: RunLook) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, line, base)
            elif tag in self._gone:
                continue
            elif tag == _ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._walk(branch, line, base)
            elif tag in _PICTURES:
                self._picture(child, line)
            elif tag == _MATH_TEXT:
                self._add(child.text or "", self._styles.face(base), line)
            else:
                if tag == _MATH_UNDER:
                    self._add("/", self._styles.face(base), line)
                self._walk(child, line, base)

    def _run(self, run: etree._Element, line: Line, base: RunLook) -> None:
        face: Face | None = None
        for child in run:
            tag = child.tag
            if tag == _RPR:
                face = self._face(child, base)
            elif tag in _TEXT_TAGS:
                text = child.text
                if text:
                    face = face or self._styles.face(base)
                    if face.plain and not self._fields and text.isprintable():  # nothing in it is to be cleaned
                        line.pieces.append(Piece(text, face.code, face.size))
                    else:
                        self._add(text, face, line, styled=bool(base.caps))
            else:
                self._special(child, line, face or self._styles.face(base), base)

    def _face(self, properties: etree._Element, base: RunLook) -> Face:
        if self._original:
            before = properties.find(f"{w('rPrChange')}/{_RPR}")
            properties = before if before is not None else properties
        return self._styles.face(base, raw_look(properties))

    def _special(self, child: etree._Element, line: Line, face: Face, base: RunLook) -> None:
        """Whatever is not plain text in a run."""
        tag = child.tag
        if tag == w("tab") or tag == w("ptab"):
            self._put("\t", face, line)
        elif tag == w("br") or tag == w("cr"):
            self._put("\n", face, line)
        elif tag == w("noBreakHyphen"):
            self._put("-", face, line)
        elif tag == w("sym"):
            self._symbol(child, face, line)
        elif tag == w("fldChar"):
            self._field(child, face, line)
        elif tag in _NOTES:
            line.beside.notes.append(Note(_NOTES[tag], child.get(w("id"), "")))
        elif tag == w("commentReference"):
            line.beside.comments += 1
        elif tag in _PICTURES:
            self._picture(child, line)
        elif tag == _ALTERNATE:
            branch = chosen(child)
            for inner in branch if branch is not None else ():
                self._special(inner, line, face, base)
        elif tag == w("ruby"):
            self._walk(child, line, base)
        elif tag == _TEXT and child.text:
            self._add(child.text, face, line)

    def _symbol(self, child: etree._Element, face: Face, line: Line) -> None:
        try:
            code = int(child.get(w("char"), ""), 16)
        except ValueError:
            return
        self._put(clean(glyph(code & 0xFFFF, child.get(w("font")))), face, line)

    def _field(self, child: etree._Element, face: Face, line: Line) -> None:
        match child.get(w("fldCharType")):
            case "begin":
                shown = _form_value(child)
                if shown:
                    self._put(shown, face, line)
                self._fields.append(False)
            case "separate" if self._fields:
                self._fields[-1] = True
            case "end" if self._fields:
                self._fields.pop()

    def _picture(self, element: etree._Element, line: Line) -> None:
        """Text boxes and lettering inside a drawing; the rest of it is a picture."""
        line.beside.pictures += 1
        for found in _inside(element):
            if found.tag == _BOX:
                line.beside.boxes.append(found)
            else:
                line.beside.pictured.append(clean(found.get("string", "")).strip())

    def _add(self, text: str, face: Face, line: Line, *, styled: bool = False) -> None:
        """Text of a `w:t`, cleaned; `styled`: the paragraph's style shows capitals, and its own letters are kept beside them."""
        if face.legacy:
            self.legacy.add(face.font or "")
            text = from_legacy(text, face.font or "")
        if face.symbol and len(text) < _SHORT:
            text = readable(text, face.font)
        if _UNCLEAN.search(text):
            text = readable(text, face.font).translate(_LINE_ENDS)
            text = "\t".join(map(clean, text.split("\t"))) if "\t" in text else clean(text)
        if face.caps and styled and not face.hidden and False not in self._fields:
            line.own[len(line.pieces)] = text
        self._put(text.upper() if face.caps else text, face, line)

    def _put(self, text: str, face: Face, line: Line) -> None:
        if False in self._fields or not text:
            return
        if face.hidden:
            line.beside.hidden.append(text)
        else:
            line.pieces.append(Piece(text, face.code, face.size))


def _form_value(begin: etree._Element) -> str:
    """What an old form field shows without a result: a ticked or empty box, or the entry chosen."""
    box = begin.find(f"{w('ffData')}/{w('checkBox')}")
    if box is not None:
        state = box.find(w("checked"))
        state = state if state is not None else box.find(w("default"))
        return "☒" if state is not None and on(state) else "☐"
    entries = begin.findall(f"{w('ffData')}/{w('ddList')}/{w('listEntry')}")
    if entries:
        result = begin.find(f"{w('ffData')}/{w('ddList')}/{w('result')}")
        at = whole(result.get(VAL)) if result is not None else 0
        return clean(entries[at if 0 <= at < len(entries) else 0].get(VAL, ""))
    return ""


def _inside(element: etree._Element) -> Iterator[etree._Element]:
    """Contents of text boxes and lettering below a drawing, outermost only, one branch of each alternative."""
    for child in element:
        if child.tag == _ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _inside(branch)
        elif child.tag == _BOX or child.tag == _TEXT_PATH:
            yield child
        else:
            yield from _inside(child)


def diagrams(root: etree._Element) -> Iterator[str]:
    """Relationship ids of the data parts of diagrams (SmartArt) in a story."""
    for found in root.iter(_DIAGRAM):
        key = found.get(f"{{{RELATIONS}}}dm")
        if key:
            yield key
