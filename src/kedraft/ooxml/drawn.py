"""Drawn lines and text boxes: DrawingML and VML shapes, reduced to what a checker of layout asks."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from kedraft.ooxml.words import chosen
from kedraft.ooxml.xml import COMPATIBILITY, DRAWING, VML, w, whole

_EMU_PER_TWIP: Final = 635
_FLAT: Final = 80  # a shape lower than this (twips) is a line
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_LINES: Final = frozenset(("line", "straightConnector1", "lineInv"))
_CONNECTORS: Final = re.compile(r"#_x0000_t(?:20|32)\b")
_ALTERNATE: Final = f"{{{COMPATIBILITY}}}AlternateContent"
_UNITS: Final = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "px": 15.0, "": 15.0}
_LENGTH: Final = re.compile(r"\s*(-?[\d.]+)\s*(pt|in|cm|mm|px)?")
_BOX: Final = w("txbxContent")


class LineShape(NamedTuple):
    """A horizontal line drawn as a shape: `length` in twips; `left` from the column's left edge, None when aligned or unknown."""

    length: int
    solid: bool = True
    left: int | None = None
    down: int = 0


def line_shapes(element: etree._Element) -> Iterator[LineShape]:
    """The horizontal lines in a `w:drawing` or `w:pict`."""
    for child in element:
        if child.tag == _ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from line_shapes(branch)
        elif child.tag in (f"{{{_PICTURE}}}anchor", f"{{{_PICTURE}}}inline"):
            yield from _drawing_lines(child)
        else:
            yield from _vml_lines(child)


def box_of(element: etree._Element) -> tuple[int, int | None]:
    """Width, and distance from the text's left edge when known, of the text box in a `w:drawing` or `w:pict`."""
    for found in element.iter(f"{{{_PICTURE}}}anchor", f"{{{_PICTURE}}}inline"):
        return _extent(found)[0], _offset(found, "positionH")
    for found in element.iter(f"{{{VML}}}shape", f"{{{VML}}}rect"):
        style = _style(found)
        return _twips(style.get("width")), _twips(style["margin-left"]) if "margin-left" in style else None
    return 0, None


def _drawing_lines(anchor: etree._Element) -> Iterator[LineShape]:
    wide, high = _extent(anchor)
    kinds = [shape.get("prst", "") for shape in anchor.iter(f"{{{DRAWING}}}prstGeom")]
    if next(anchor.iter(_BOX), None) is not None or not kinds:
        return
    if any(kind in _LINES for kind in kinds) or (kinds == ["rect"] and high < _FLAT):
        dash = next(anchor.iter(f"{{{DRAWING}}}prstDash"), None)
        solid = dash is None or dash.get("val", "solid") == "solid"
        length = _own_extent(anchor) or wide
        if high <= max(_FLAT, length // 4):
            yield LineShape(length, solid, _offset(anchor, "positionH"), _offset(anchor, "positionV") or 0)


def _extent(anchor: etree._Element) -> tuple[int, int]:
    found = anchor.find(f"{{{_PICTURE}}}extent")
    if found is None:
        return 0, 0
    return whole(found.get("cx")) // _EMU_PER_TWIP, whole(found.get("cy")) // _EMU_PER_TWIP


def _own_extent(anchor: etree._Element) -> int:
    """The length of the longest line in the anchor's own measure."""
    if next(anchor.iter("{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}wgp"), None) is not None:
        return 0
    sizes = [whole(size.get("cx")) for size in anchor.iterfind(f".//{{{DRAWING}}}xfrm/{{{DRAWING}}}ext")]
    return max(sizes, default=0) // _EMU_PER_TWIP


def _offset(anchor: etree._Element, axis: str) -> int | None:
    position = anchor.find(f"{{{_PICTURE}}}{axis}")
    found = position.find(f"{{{_PICTURE}}}posOffset") if position is not None else None
    return whole((found.text or "").strip()) // _EMU_PER_TWIP if found is not None else None


def _vml_lines(element: etree._Element) -> Iterator[LineShape]:
    for shape in element.iter():
        if not isinstance(shape.tag, str) or not shape.tag.startswith(f"{{{VML}}}"):
            continue
        kind = shape.tag.rpartition("}")[2]
        if kind == "line":
            yield from _vml_line(shape)
        elif kind in ("shape", "rect") and next(shape.iter(_BOX), None) is None:
            style = _style(shape)
            low = kind == "rect" and _twips(style.get("height")) < _FLAT and "height" in style
            if low or (_CONNECTORS.match(shape.get("type", "")) and _twips(style.get("height")) < _FLAT):
                yield LineShape(_twips(style.get("width")), _is_solid(shape), _margin(style))


def _vml_line(shape: etree._Element) -> Iterator[LineShape]:
    start, end = _point(shape.get("from", "0,0")), _point(shape.get("to", "0,0"))
    length, rise = abs(end[0] - start[0]), abs(end[1] - start[1])
    if rise <= max(_FLAT, length // 4):
        style = _style(shape)
        centred = "mso-position-horizontal" in style
        yield LineShape(length, _is_solid(shape), None if centred else min(start[0], end[0]), start[1])


def _is_solid(shape: etree._Element) -> bool:
    stroke = shape.find(f"{{{VML}}}stroke")
    return stroke is None or stroke.get("dashstyle", "solid") == "solid"


def _margin(style: dict[str, str]) -> int | None:
    return None if "mso-position-horizontal" in style or "margin-left" not in style else _twips(style["margin-left"])


def _style(shape: etree._Element) -> dict[str, str]:
    parts = (part.partition(":") for part in shape.get("style", "").split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in parts if value}


def _point(text: str) -> tuple[int, int]:
    x, _, y = text.partition(",")
    return _twips(x), _twips(y)


def _twips(length: str | None) -> int:
    found = _LENGTH.match(length or "")
    try:
        return round(float(found.group(1)) * _UNITS[found.group(2) or ""]) if found else 0
    except (ValueError, OverflowError):
        return 0
