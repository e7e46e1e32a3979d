"""The door for Word files: `open_package` lets in what passes the gate, `Package` hands out parts, `pack` writes a package.

The same parts always give the same bytes.
"""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from lxml import etree

from kedraft.ooxml.gate import (
    MEGABYTE,
    RESAVE,
    RIGHT_FILE,
    check_body,
    check_entries,
    check_kind,
    check_parts,
    check_relationship,
    check_xml,
    check_xml_bytes,
    open_zip,
    refuse,
    unpack,
    zip_reason,
)
from kedraft.ooxml.relations import ContentTypes, Relationship, relationships_of, source_of
from kedraft.ooxml.xml import parse_xml

_END: Final = b"PK\x05\x06"


@dataclass(frozen=True)
class Package:
    """A Word file that has passed the gate. Part names have no leading slash: `word/document.xml`."""

    name: str
    main: str
    _zip: zipfile.ZipFile = field(repr=False)
    _names: Mapping[str, str] = field(repr=False)  # lower case -> as stored
    _types: ContentTypes = field(repr=False)
    _xml: dict[str, bytes] = field(repr=False)

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._names

    @property
    def parts(self) -> tuple[str, ...]:
        """All part names, in the order of the file."""
        return tuple(self._names.values())

    def part(self, part: str) -> bytes:
        """The bytes of a part. Raises `KeyError` for a name that is not there, `SourceUnreadable` for damage."""
        stored = self._names[part.lower()]
        return self._xml[stored] if stored in self._xml else unpack(self._zip, stored, self.name)

    def content_type(self, part: str) -> str:
        """Content type of a part, "" when none is declared."""
        return self._types.of(part)

    def xml(self, part: str) -> etree._Element:
        """Root element of an XML part. Raises `SourceUnreadable` when it is not well formed."""
        return _parse(self.part(part), part, self.name)

    def relationships(self, part: str = "") -> Mapping[str, Relationship]:
        """The pointers that a part holds, by id; those of the package itself for ""."""
        return self._relations.get(part.lower(), {})

    def related(self, part: str, kind: str) -> str | None:
        """Name of the first inner part that `part` points to with this kind (`styles`, `numbering`, …)."""
        for relation in self.relationships(part).values():
            if relation.kind == kind and not relation.external and relation.target in self:
                return relation.target
        return None

    @cached_property
    def _relations(self) -> Mapping[str, Mapping[str, Relationship]]:
        found = {}
        for stored in self._names.values():
            if stored.lower().endswith(".rels"):
                source = source_of(stored)
                found[source.lower()] = relationships_of(self.xml(stored), source)
        return found


def open_package(data: bytes, name: str) -> Package:
    """Open a .docx of any origin; `name` is what the messages call it.

    Raises `SourceUnreadable`, with the reason and the remedy, for anything that is not a harmless Word file.
    """
    check_kind(data, name)
    archive = open_zip(data, name)
    names = check_entries(archive, name)
    types = _content_types(archive, names, name)
    xml = check_xml(archive, names, types, name)
    package = Package(name, _main_part(xml, names, types, name), archive, names, types, xml)
    check_parts(package.parts, types, name)
    for source, relations in package._relations.items():
        for relation in relations.values():
            check_relationship(relation, source, name)
    check_body(package.part(package.main), name)
    return package


def _content_types(archive: zipfile.ZipFile, names: Mapping[str, str], name: str) -> ContentTypes:
    stored = names.get("[content_types].xml")
    if stored is None:
        raise refuse(name, zip_reason(archive, names))
    data = unpack(archive, stored, name, MEGABYTE)
    check_xml_bytes(data, archive.getinfo(stored), name)
    return ContentTypes(_parse(data, stored, name))


def _main_part(xml: Mapping[str, bytes], names: Mapping[str, str], types: ContentTypes, name: str) -> str:
    """The part with the document. Says what the package is when it is no Word document."""
    stored = names.get("_rels/.rels")
    relations = relationships_of(_parse(xml[stored], stored, name), "") if stored else {}
    for relation in relations.values():
        if relation.kind != "officeDocument" or relation.external or relation.target.lower() not in names:
            continue
        kind = types.of(relation.target)
        if "spreadsheetml" in kind or "ms-excel" in kind:
            raise refuse(name, f"Tệp này thực ra là bảng tính Excel, không phải văn bản Word; {RIGHT_FILE}.")
        if "presentationml" in kind or "ms-powerpoint" in kind:
            raise refuse(name, f"Tệp này thực ra là trình chiếu PowerPoint, không phải Word; {RIGHT_FILE}.")
        return names[relation.target.lower()]
    raise refuse(name, f"Gói tệp thiếu phần chính của văn bản (word/document.xml); hãy tải lại, hoặc {RESAVE}.")


def _parse(data: bytes, part: str, name: str) -> etree._Element:
    try:
        return parse_xml(data)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refuse(name, f"Phần {part} của tệp Word bị hỏng, không đọc được; hãy {RESAVE}.") from error


def pack(parts: Mapping[str, bytes], level: int = 6) -> bytes:
    """A zip of the parts in the order given (content types first): the same parts always give the same bytes.

    `level` is zlib's, 0 (stored) to 9.
    """
    ordered = sorted(parts.items(), key=lambda item: item[0] != "[Content_Types].xml")
    body, directory = bytearray(), bytearray()
    for name, data in ordered:
        at = len(body)
        local, central, packed = _entry(name, data, level)
        body += local + packed
        directory += central + struct.pack("<L", at) + name.encode()
    end = struct.pack("<4s4H2LH", _END, 0, 0, len(ordered), len(ordered), len(directory), len(body), 0)
    return bytes(body + directory + end)


def _entry(name: str, data: bytes, level: int) -> tuple[bytes, bytes, bytes]:
    """Local header with name, central header without offset and name, packed bytes. Time is 1980-01-01."""
    squeeze = zlib.compressobj(level, zlib.DEFLATED, -15)
    packed = squeeze.compress(data) + squeeze.flush() if level else data
    encoded = name.encode()
    flags = 0 if name.isascii() else 0x800
    about = struct.pack(
        "<5H3L2H", 20, flags, 8 if level else 0, 0, 0x21, zlib.crc32(data), len(packed), len(data), len(encoded), 0
    )
    local = b"PK\x03\x04" + about + encoded
    central = b"PK\x01\x02" + struct.pack("<H", 20) + about + struct.pack("<3HL", 0, 0, 0, 0)
    return local, central, packed
