"""What one element of a Word file says of looks, before the levels are laid over each other; and the looks that come out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from lxml import etree

from kedraft.ooxml.styles import alignment
from kedraft.ooxml.xml import FALSE, VAL, w


class Letters(NamedTuple):
    """How letters print. `size` in points, colours as RRGGBB or `auto`; `ascii` is the font of unaccented letters, `font` of the others."""

    size: float = 10.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    underline: bool = False
    raised: bool = False
    colour: str = "auto"
    highlight: str | None = None
    shade: str | None = None
    ascii: str = "Times New Roman"
    font: str = "Times New Roman"


class Border(NamedTuple):
    """One border of a paragraph; `style` is Word's word for it (`single`, `dashed`)."""

    style: str
    size: int = 4


class ParagraphFormat(NamedTuple):
    """How a paragraph is set. Lengths in twips; a negative `first_line` hangs; `line` as Word counts it under `line_rule`."""

    align: str = "left"
    left: int = 0
    right: int = 0
    first_line: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    line_rule: str = "auto"
    contextual: bool = False
    keep_next: bool = False
    page_break_before: bool = False
    top: Border | None = None
    bottom: Border | None = None
    centre_tab: bool = False
    framed: str | None = None
    outline: int | None = None


#: Properties of one level, not yet resolved: what a `w:pPr` or a `w:rPr` says.
Said = Mapping[str, str]
NOTHING: Final[Said] = {}

_TOGGLES: Final = {w("b"): "b", w("i"): "i", w("caps"): "caps", w("vanish"): "vanish"}
_PLAIN_RUN: Final = {
    w("sz"): "sz",
    w("highlight"): "highlight",
    w("u"): "u",
    w("vertAlign"): "raise",
    w("rStyle"): "style",
}
_FONTS, _COLOUR, _SHADE = w("rFonts"), w("color"), w("shd")
_SWITCHES: Final = {
    w("contextualSpacing"): "contextual",
    w("keepNext"): "keepNext",
    w("pageBreakBefore"): "pageBreakBefore",
}
_SPACING, _IND, _JC, _BORDERS, _TABS = w("spacing"), w("ind"), w("jc"), w("pBdr"), w("tabs")
_FRAME, _OUTLINE = w("framePr"), w("outlineLvl")
_SPACES: Final = (
    "before",
    "after",
    "line",
    "lineRule",
    "beforeAutospacing",
    "afterAutospacing",
    "beforeLines",
    "afterLines",
)
#: The attributes of `w:ind` by what they say; `start` and `end` are left and right.
INDENTS: Final = {
    "left": "left",
    "start": "left",
    "right": "right",
    "end": "right",
    "firstLine": "firstLine",
    "hanging": "hanging",
    "firstLineChars": "firstLineChars",
    "hangingChars": "hangingChars",
    "leftChars": "leftChars",
    "startChars": "leftChars",
}
_SPACE_NAMES: Final = tuple((w(name), name) for name in _SPACES)
_INDENT_NAMES: Final = tuple((w(name), key) for name, key in INDENTS.items())
#: What replaces what: the first key of a higher level hides the second of a lower one.
_RIVALS: Final = (
    ("firstLine", "hanging"),
    ("hanging", "firstLine"),
    ("firstLineChars", "hangingChars"),
    ("hangingChars", "firstLineChars"),
)


def said_of_run(properties: etree._Element | None) -> Said:
    """What a `w:rPr` says itself."""
    if properties is None:
        return NOTHING
    said: dict[str, str] = {}
    for child in properties:
        tag = child.tag
        if tag in _TOGGLES:
            said[_TOGGLES[tag]] = "0" if child.get(VAL, "1") in FALSE else "1"
        elif tag in _PLAIN_RUN:
            said[_PLAIN_RUN[tag]] = child.get(VAL, "")
        elif tag == _FONTS:
            said.update(_fonts(child))
        elif tag == _COLOUR:
            said["colour"] = _colour(child)
        elif tag == _SHADE:
            said["shade"] = child.get(w("fill"), "auto")
    return said


def _fonts(element: etree._Element) -> Iterator[tuple[str, str]]:
    for name in ("ascii", "hAnsi"):
        theme, plain = element.get(w(f"{name}Theme")), element.get(w(name))
        if theme or plain:
            yield name, f"theme:{theme}" if theme else plain or ""


def _colour(element: etree._Element) -> str:
    value, theme = element.get(VAL, "auto"), element.get(w("themeColor"), "")
    plain_theme = theme in ("text1", "dark1") and not element.get(w("themeTint"))
    return "auto" if plain_theme or value == "auto" else value.upper()


def said_of_paragraph(properties: etree._Element | None) -> Said:
    """What a `w:pPr` says itself."""
    if properties is None:
        return NOTHING
    said: dict[str, str] = {}
    for child in properties:
        tag = child.tag
        if tag == _SPACING:
            said.update((name, value) for key, name in _SPACE_NAMES if (value := child.get(key)) is not None)
        elif tag == _IND:
            said.update((name, value) for key, name in _INDENT_NAMES if (value := child.get(key)) is not None)
        elif tag == _JC:
            said["align"] = alignment(child) or "left"
        elif tag in _SWITCHES:
            said[_SWITCHES[tag]] = "0" if child.get(VAL, "1") in FALSE else "1"
        elif tag == _BORDERS:
            said.update(_borders(child))
        elif tag == _TABS:
            said["tabs"] = "center" if any(tab.get(VAL) == "center" for tab in child) else "other"
        elif tag == _FRAME:
            said["frame"] = child.get(w("xAlign"), "left")
        elif tag == _OUTLINE:
            said["outline"] = child.get(VAL, "9")
    return said


def _borders(element: etree._Element) -> Iterator[tuple[str, str]]:
    for side in ("top", "bottom"):
        found = element.find(w(side))
        if found is not None:
            yield side, f"{found.get(VAL, 'none')} {found.get(w('sz'), '4')}"


def over(levels: Iterable[Said]) -> dict[str, str]:
    """Levels from the lowest to the highest, as one."""
    said: dict[str, str] = {}
    for level in levels:
        for mine, other in _RIVALS:
            if mine in level and other not in level:
                said.pop(other, None)
        said.update(level)
    return said
