"""styles.xml resolved: what a paragraph or character style says once everything that it is based on is counted in."""

from typing import NamedTuple

from lxml import etree

from kedraft.ooxml.xml import VAL, on, w, whole

_RPR, _PPR, _NUM_PR = w("rPr"), w("pPr"), w("numPr")
_RSTYLE = w("rStyle")
_TOGGLES = {w("b"): 0, w("i"): 1, w("caps"): 2, w("vanish"): 3}
_SIZE, _FONTS = w("sz"), w("rFonts")
_ALIGN = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "both",
}
_FONT_NAMES = (w("ascii"), w("hAnsi"), w("cs"), w("eastAsia"))
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


class NumPr(NamedTuple):
    """A reference to a list: `num` "0" switches numbering off; None: not said."""

    num: str | None = None
    level: int | None = None


class ParagraphStyle(NamedTuple):
    """A paragraph style: `chain` holds its own id and those it is based on, `numbering` what each of them says."""

    name: str
    run: RunLook
    align: str | None
    chain: tuple[str, ...]
    numbering: tuple[NumPr | None, ...]


def run_look(properties: etree._Element) -> tuple[RunLook, str | None]:
    """The look that a `w:rPr` itself says, and the character style that it names."""
    toggles: list[bool | None] = [None, None, None, None]
    size: float | None = None
    font = style = None
    for child in properties:
        tag = child.tag
        at = _TOGGLES.get(tag)
        if at is not None:
            toggles[at] = on(child)
        elif tag == _SIZE:
            size = whole(child.get(VAL)) / 2 or None
        elif tag == _FONTS:
            font = next((name for key in _FONT_NAMES if (name := child.get(key))), None)
        elif tag == _RSTYLE:
            style = child.get(VAL)
    return RunLook._make((*toggles, size, font)), style


def alignment(properties: etree._Element | None) -> str | None:
    """left, center, right or both; None when a `w:pPr` does not say."""
    found = properties.find(w("jc")) if properties is not None else None
    return _ALIGN.get(found.get(VAL, "")) if found is not None else None


def num_pr(properties: etree._Element | None) -> NumPr | None:
    """The list that a `w:pPr` names, None when it names none."""
    found = properties.find(_NUM_PR) if properties is not None else None
    if found is None:
        return None
    num, level = found.find(w("numId")), found.find(w("ilvl"))
    return NumPr(num.get(VAL) if num is not None else None, whole(level.get(VAL)) if level is not None else None)


class Styles:
    """All styles of a document, resolved when first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default: dict[str, str] = {}
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, RunLook] = {}
        self._looks: dict[tuple[RunLook, RunLook, RunLook], RunLook] = {}
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
            self.defaults = run_look(found)[0]

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
        properties = [style.find(_PPR) for style in chain]
        run = PLAIN
        for style in reversed(chain):
            run = _own_look(style).over(run)
        name = chain[0].find(w("name")) if chain else None
        return ParagraphStyle(
            name=name.get(VAL, "") if name is not None else "",
            run=run,
            align=next((align for p in properties if (align := alignment(p))), None),
            chain=tuple(style.get(w("styleId"), "") for style in chain),
            numbering=tuple(num_pr(p) for p in properties),
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
            found = num_pr(style.find(_PPR))
            if found is not None:
                return found
        return None

    def effective(self, paragraph: RunLook, character: RunLook, direct: RunLook) -> RunLook:
        """What Word shows: toggles of paragraph and character style cancel out, direct formatting wins."""
        key = (paragraph, character, direct)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self._effective(paragraph, character, direct)
        return found

    def _effective(self, paragraph: RunLook, character: RunLook, direct: RunLook) -> RunLook:
        toggles = [
            own if own is not None else bool(base) or bool(one) != bool(two)
            for own, base, one, two in zip(direct[:4], self.defaults[:4], paragraph[:4], character[:4], strict=True)
        ]
        rest = direct.over(character).over(paragraph).over(self.defaults)
        return RunLook._make((*toggles, rest.size or 10.0, rest.font))


def _own_look(style: etree._Element) -> RunLook:
    properties = style.find(_RPR)
    return run_look(properties)[0] if properties is not None else PLAIN
