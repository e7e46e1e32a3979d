"""Word's XML vocabulary, and the one parser that reads it: no entities, no network."""

from typing import Final

from lxml import etree

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
DIAGRAM: Final = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
VML: Final = "urn:schemas-microsoft-com:vml"
XML: Final = "http://www.w3.org/XML/1998/namespace"

# "Strict Open XML" says the same things under other names.
_STRICT: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": DRAWING.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/diagram": DIAGRAM.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/chart": CHART.encode(),
}

FALSE: Final = frozenset({"0", "false", "off"})


def w(tag: str) -> str:
    """`p` -> `{…wordprocessingml…}p`."""
    return f"{{{WORD}}}{tag}"


VAL: Final = w("val")
RELATION_ID: Final = f"{{{RELATIONS}}}id"


def parse_xml(data: bytes) -> etree._Element:
    """Root element of a part that has passed the gate of `open_package`.

    Raises `etree.XMLSyntaxError` when the part is not well formed.
    """
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, transitional in _STRICT.items():
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,  # the gate has bounded the size
    )
    return etree.fromstring(data, parser)


def on(element: etree._Element) -> bool:
    """Whether an on/off property is on: `<w:b/>` is, `<w:b w:val="0"/>` is not."""
    return element.get(VAL, "1") not in FALSE


def whole(value: str | None, otherwise: int = 0) -> int:
    """An integer attribute; anything else counts as `otherwise`."""
    try:
        return int(value) if value else otherwise
    except ValueError:
        return otherwise
