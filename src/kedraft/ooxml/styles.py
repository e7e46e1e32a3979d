"""styles.xml resolved: what a paragraph or character style says once everything that it is based on is counted in."""

from typing import Final, NamedTuple

from lxml import etree

from kedraft.ooxml.glyphs import is_symbol_font
from kedraft.ooxml.legacy import is_legacy_font
from kedraft.ooxml.xml import FALSE, VAL, w, whole

_RPR, _PPR, _NUM_PR, _JC = w("rPr"), w("pPr"), w("numPr"), w("jc")
_NUM_ID, _ILVL = w("numId"), w("ilvl")
_SLOTS = {w("b"): 0, w("i"): 1, w("caps"): 2, w("vanish"): 3, w("sz"): 4, w("rFonts"): 5, w("rStyle"): 6}
_FONT = 5
_ALIGN = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "both",
}
_ASCII, _HANSI = w("ascii"), w("hAnsi")
_DEPTH = 40


class RunLook(NamedTuple):
    """How a run looks. None: nothing said here. `size` in points."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    font: str | None = None

    def over(self, below: "RunLook") -> "RunLook":
        """This look where it says something, else the one below it."""
        if below is PLAIN:
            return self
        return RunLook._make(mine if mine is not None else its for mine, its in zip(self, below, strict=True))


PLAIN = RunLook()

BOLD: Final = 1
ITALIC: Final = 2


class Face(NamedTuple):
    """How Word prints a run: `code` is BOLD | ITALIC, `size` in points.

    `symbol`: its letters print as pictures; `legacy`: they stand for others, in an encoding older than Unicode. `plain`: letters
    print as they are written.
    """

    code: int
    size: float
    caps: bool
    hidden: bool
    font: str | None
    symbol: bool
    legacy: bool
    plain: bool


class NumPr(NamedTuple):
    """A reference to a list: `num` "0" switches numbering off; None: not said."""

    num: str | None = None
    level: int | None = None


class ParagraphStyle(NamedTuple):
    """A paragraph style: `chain` holds its own id and those it is based on, `numbering` what each of them says.

    `contents`: it is one of those in which a table of contents is set.
    """

    name: str
    run: RunLook
    align: str | None
    chain: tuple[str, ...]
    numbering: tuple[NumPr | None, ...]
    numbered: bool
    contents: bool


#: What a `w:rPr` says, as written: bold, italic, caps, vanish, size, font, character style.
RawLook = tuple[str | None, ...]
NOTHING: Final[RawLook] = (None,) * 7


def raw_look(properties: etree._Element) -> RawLook:
    """The values of a `w:rPr` that matter, not yet understood: a key under which looks are kept."""
    values: list[str | None] = [None] * 7
    for child in properties:
        at = _SLOTS.get(child.tag)
        if at is not None:
            values[at] = _font(child) if at == _FONT else child.get(VAL, "1")
    return tuple(values)


def run_look(properties: etree._Element) -> RunLook:
    """The look that a `w:rPr` itself says, its character style left out."""
    return _understood(raw_look(properties))


def _font(fonts: etree._Element) -> str | None:
    return fonts.get(_HANSI) or fonts.get(_ASCII)


def _understood(raw: RawLook) -> RunLook:
    bold, italic, caps, hidden = (value not in FALSE if value is not None else None for value in raw[:4])
    return RunLook(bold, italic, caps, hidden, whole(raw[4]) / 2 or None, raw[5])


def alignment(jc: etree._Element | None) -> str | None:
    """left, center, right or both; None when a `w:jc` is not there."""
    return _ALIGN.get(jc.get(VAL, "")) if jc is not None else None


def properties_of(element: etree._Element, tag: str) -> etree._Element | None:
    """The `w:pPr` of a paragraph, `w:trPr` of a row …: where it should be, the first child, or wherever it is."""
    first = element[0] if len(element) else None
    return first if first is None or first.tag == tag else element.find(tag)


def num_pr(found: etree._Element | None) -> NumPr | None:
    """The list that a `w:numPr` names, None when it is not there."""
    if found is None:
        return None
    num, level = found.find(_NUM_ID), found.find(_ILVL)
    return NumPr(num.get(VAL) if num is not None else None, whole(level.get(VAL)) if level is not None else None)


def children(properties: etree._Element | None) -> dict[str, etree._Element]:
    """The children of a properties element by tag; empty for None."""
    return {child.tag: child for child in properties} if properties is not None else {}


class Styles:
    """All styles of a document, resolved when first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default: dict[str, str] = {}
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, RunLook] = {}
        self._faces: dict[tuple[RunLook, RawLook], Face] = {}
        self.defaults = PLAIN
        if root is not None:
            self._index(root)

    def _index(self, root: etree._Element) -> None:
        for style in root.iterchildren(w("style")):
            key, kind = style.get(w("styleId"), ""), style.get(w("type"), "paragraph")
            self._styles.setdefault(key, style)
            if style.get(w("default"), "0") in ("1", "true", "on"):
                self._default.setdefault(kind, key)
        found = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{_RPR}")
        if found is not None:
            self.defaults = run_look(found)

    def _chain(self, key: str | None) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while key is not None and len(chain) < _DEPTH:
            style = self._styles.get(key)
            if style is None or style in chain:
                break
            chain.append(style)
            based = style.find(w("basedOn"))
            key = based.get(VAL) if based is not None else None
        return chain

    def paragraph(self, key: str | None) -> ParagraphStyle:
        """The style with this id; the default paragraph style for None or an unknown id."""
        found = self._paragraphs.get(key)
        if found is None:
            known = key if key in self._styles else self._default.get("paragraph")
            found = self._paragraphs[key] = self._resolve(known)
        return found

    def _resolve(self, key: str | None) -> ParagraphStyle:
        chain = self._chain(key)
        properties = [children(style.find(_PPR)) for style in chain]
        run = PLAIN
        for style in reversed(chain):
            run = _own_look(style).over(run)
        found = chain[0].find(w("name")) if chain else None
        name = found.get(VAL, "") if found is not None else ""
        numbering = tuple(num_pr(p.get(_NUM_PR)) for p in properties)
        return ParagraphStyle(
            name=name,
            run=run,
            align=next((align for p in properties if (align := alignment(p.get(_JC)))), None),
            chain=tuple(style.get(w("styleId"), "") for style in chain),
            numbering=numbering,
            numbered=any(numbering),
            contents=name.lower().startswith("toc "),
        )

    def character(self, key: str) -> RunLook:
        """The look of a character style; a plain one for an unknown id."""
        found = self._characters.get(key)
        if found is None:
            found = PLAIN
            for style in reversed(self._chain(key)):
                found = _own_look(style).over(found)
            self._characters[key] = found
        return found

    def numbering_style(self, key: str) -> NumPr | None:
        """The list that a numbering style stands for."""
        for style in self._chain(key):
            found = num_pr(children(style.find(_PPR)).get(_NUM_PR))
            if found is not None:
                return found
        return None

    def face(self, paragraph: RunLook, raw: RawLook = NOTHING) -> Face:
        """What Word shows: toggles of paragraph and character style cancel out, direct formatting wins."""
        key = (paragraph, raw)
        found = self._faces.get(key)
        if found is None:
            style = raw[6]
            found = self._faces[key] = self._face(
                paragraph, self.character(style) if style else PLAIN, _understood(raw)
            )
        return found

    def _face(self, paragraph: RunLook, character: RunLook, direct: RunLook) -> Face:
        bold, italic, caps, hidden = (
            own if own is not None else bool(base) or bool(one) != bool(two)
            for own, base, one, two in zip(direct[:4], self.defaults[:4], paragraph[:4], character[:4], strict=True)
        )
        rest = direct.over(character).over(paragraph).over(self.defaults)
        code = (BOLD if bold else 0) | (ITALIC if italic else 0)
        symbol, legacy = is_symbol_font(rest.font), is_legacy_font(rest.font)
        plain = not (caps or hidden or symbol or legacy)
        return Face(code, rest.size or 10.0, bool(caps), bool(hidden), rest.font, symbol, legacy, plain)


def _own_look(style: etree._Element) -> RunLook:
    properties = style.find(_RPR)
    return run_look(properties) if properties is not None else PLAIN
