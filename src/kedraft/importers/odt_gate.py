"""The gate of OpenDocument texts: what is hostile, encrypted or holds macros is refused before LibreOffice sees it.

The XML is parsed as LibreOffice parses it: names count by their namespaces, attributes by what they say once read.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import Final, cast

from lxml import etree

from kedraft.errors import SourceUnreadable
from kedraft.importers.office_limits import MAX_DEPTH, MAX_PARAGRAPHS, RESAVE, too_deep, too_many_paragraphs
from kedraft.model.place import Location
from kedraft.ooxml.gate import (
    MAX_ENTRIES,
    MAX_NODES,
    MAX_RATIO,
    MAX_TOTAL,
    MAX_XML_PART,
    MAX_XML_TOTAL,
    NODES_FROM,
    RATIO_FROM,
)

MAX_SPACES: Final = 500_000  # in a file, as `text:c` counts them
MAX_REPEATED: Final = 100_000  # cells that repeated rows and columns stand for

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_META: Final = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_HREF: Final = f"{{{_XLINK}}}href"
_ROWS, _COLUMNS = f"{_TABLE}number-rows-repeated", f"{_TABLE}number-columns-repeated"
#: Elements that only point, as a reader may follow by hand; what any other one names is fetched.
_POINTERS: Final = frozenset(
    {
        f"{_TEXT}a",
        f"{_DRAW}a",
        f"{_DRAW}area-rectangle",
        f"{_DRAW}area-circle",
        f"{_DRAW}area-polygon",
        f"{_META}template",
    }
)
_LIVE: Final = (f"{_OFFICE}dde-source", f"{_TEXT}dde-connection-decl", f"{_TABLE}database-source-query")
_OUTSIDE: Final = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2}|\.\.|/)")
#: Parts that LibreOffice itself writes with a DOCTYPE.
_DECLARED: Final = ("META-INF/manifest.xml", "script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")
_ENCODINGS: Final = frozenset({None, "UTF-8", "utf-8", "US-ASCII", "ASCII", "ISO-8859-1"})
_BOMB: Final = "giải nén ra lớn bất thường (kiểu bom nén)"
_BROKEN: Final = (
    zipfile.BadZipFile,
    KeyError,
    OSError,
    RuntimeError,
    ValueError,
    NotImplementedError,
    EOFError,
    struct.error,
    zlib.error,
    etree.XMLSyntaxError,
)


def check_odt(data: bytes, name: str) -> None:
    """Raises `SourceUnreadable` for a file that is encrypted, broken, fetches, or unpacks to absurd sizes."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_parts(archive, name)
    except _BROKEN as error:
        raise _refusal(name, f"Tệp .odt bị hỏng hoặc tải về chưa hết; hãy tải lại, hoặc {RESAVE}.") from error


def _refusal(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))


def _check_parts(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    _check_sizes(entries, name)
    names = {entry.filename for entry in entries}
    manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    if b"encryption-data" in manifest:
        raise _refusal(name, "Tệp .odt được đặt mật khẩu; hãy gỡ mật khẩu rồi lưu lại thành tệp .docx.")
    archive.getinfo("content.xml")
    for entry in entries:
        if entry.filename.endswith((".xml", ".rdf")):
            _check_xml(archive.read(entry), entry, name)
    if any(
        one.startswith(("Basic/", "Scripts/")) and not one.endswith(("/", "script-lc.xml", "script-lb.xml"))
        for one in names
    ):
        raise _refusal(name, f"Tệp .odt chứa macro nên không được mở; hãy {RESAVE}.")


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    total = sum(entry.file_size for entry in entries)
    swollen = any(e.file_size > RATIO_FROM and e.file_size > MAX_RATIO * max(e.compress_size, 1) for e in entries)
    parts = [e.file_size for e in entries if e.filename.endswith((".xml", ".rdf"))]
    large = max(parts, default=0) > MAX_XML_PART or sum(parts) > MAX_XML_TOTAL
    if len(entries) > MAX_ENTRIES or total > MAX_TOTAL or swollen or large:
        raise _bomb(name)


def _bomb(name: str) -> SourceUnreadable:
    return _refusal(name, f"Tệp .odt {_BOMB} nên không được mở; hãy {RESAVE}.")


def _check_xml(data: bytes, entry: zipfile.ZipInfo, name: str) -> None:
    """Every XML part, not the content alone: LibreOffice reads styles, settings and scripts too."""
    may_declare = entry.filename.endswith(_DECLARED)
    if (b"<!DOCTYPE" in data and not may_declare) or b"\x00" in data or b"<!ENTITY" in data:
        raise _declares(name)
    nodes = data.count(b"<") - data.count(b"</") + data.count(b'="') + data.count(b"='")
    if nodes > MAX_NODES or (nodes > NODES_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)):
        raise _bomb(name)
    if not data.strip():
        return
    root = _parsed(data, name)
    about = root.getroottree().docinfo
    if (about.internalDTD is not None and not may_declare) or about.encoding not in _ENCODINGS:
        raise _declares(name)
    _check_content(root, name)


def _declares(name: str) -> SourceUnreadable:
    return _refusal(name, f"Tệp .odt khai báo DOCTYPE hoặc dùng bảng mã lạ, dấu hiệu của tệp độc hại; hãy {RESAVE}.")


def _parsed(data: bytes, name: str) -> etree._Element:
    """The part's root. Raises `SourceUnreadable` for one that nests without end."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise too_deep(name, ".odt") from error
        raise
    if root.xpath("boolean(" + "/*" * (MAX_DEPTH + 1) + ")"):
        raise too_deep(name, ".odt")
    return root


def _check_content(root: etree._Element, name: str) -> None:
    outside = filter(_is_fetched, cast("list[etree._Element]", root.xpath("//*[@x:href]", namespaces={"x": _XLINK})))
    if next(outside, None) is not None or next(root.iter(*_LIVE), None) is not None:
        raise _refusal(name, f"Tệp .odt lấy nội dung từ bên ngoài nên không được mở; hãy {RESAVE}.")
    if sum(1 for _ in root.iter(f"{_TEXT}p", f"{_TEXT}h")) > MAX_PARAGRAPHS:
        raise too_many_paragraphs(name, ".odt")
    if sum(_counts(root.iter(f"{_TEXT}s"), f"{_TEXT}c")) > MAX_SPACES or _repeated(root) > MAX_REPEATED:
        raise _refusal(name, f"Tệp .odt lặp khoảng trắng hoặc ô bảng nhiều bất thường nên không được mở; hãy {RESAVE}.")


def _is_fetched(element: etree._Element) -> bool:
    """Whether an element names a thing outside of the file that a program would bring in."""
    return element.tag not in _POINTERS and bool(_OUTSIDE.match(element.get(_HREF, "")))


def _repeated(root: etree._Element) -> int:
    """How many cells a part's rows and columns stand for."""
    columns = sum(_counts(root.iter(f"{_TABLE}table-column"), _COLUMNS))
    cells = (
        _count(row, _ROWS)
        * sum(_counts(row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"), _COLUMNS))
        for row in root.iter(f"{_TABLE}table-row")
    )
    return columns + sum(cells)


def _counts(elements: Iterable[etree._Element], attribute: str) -> Iterable[int]:
    return (_count(element, attribute) for element in elements)


def _count(element: etree._Element, attribute: str) -> int:
    """How often something stands there; what is no figure stands once."""
    said = element.get(attribute, "1").strip()
    return min(int(said[:12]), 1 << 40) if said.isascii() and said.isdigit() else 1
