"""The streams of a PDF as a reader will meet them: unpacked within bounds, whatever filters they name."""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

MEGABYTE: Final = 1 << 20
MAX_STREAM: Final = 64 * MEGABYTE  # unpacked, of one stream
MAX_DRAWING: Final = 8 * MEGABYTE  # unpacked, of what one stream draws; a page of a plan has less than 0.1
_LONGEST_DICTIONARY: Final = 65_536

_STREAM: Final = re.compile(rb"stream\r?\n")
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_FILTER: Final = re.compile(
    rb"/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|ASCIIHexDecode|AHx|ASCII85Decode|A85)(?![A-Za-z])"
)
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image\b")
_FORM: Final = re.compile(rb"/Subtype\s*(?:/Form\b|\d+\s+\d+\s+R)")
_NO_DRAWING: Final = re.compile(
    rb"/Length[123]\b|/Type\s*/(?:XRef|ObjStm|Metadata|EmbeddedFile)\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b"
    rb"|/FunctionType\b|/N\s+[134]\b"
)
_NUMBER: Final = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+\Z")


@dataclass(frozen=True)
class Stream:
    """A stream as it stands in the file: the number of its object, its dictionary (names without escapes), its bytes."""

    number: int
    about: bytes
    packed: bytes

    @property
    def filters(self) -> list[bytes]:
        """The filters that its dictionary names, in their order, pictures' own left out."""
        return _FILTER.findall(self.about)

    @property
    def is_picture(self) -> bool:
        """Whether it says that it holds a picture, and is no form."""
        return bool(_PICTURE.search(self.about)) and not self.is_form

    @property
    def is_form(self) -> bool:
        """Whether it holds a drawing that pages and other drawings call (Form XObject)."""
        return bool(_FORM.search(self.about))

    @property
    def is_other(self) -> bool:
        """Whether it says that it holds a font, colours, objects, an attachment: what may be longer than a page's drawing."""
        return not self.is_form and bool(_NO_DRAWING.search(self.about))

    def content(self) -> bytes:
        """The bytes unpacked, up to MAX_DRAWING and a little more; what cannot be unpacked stays as it is."""
        data = self.packed
        for one in self.filters:
            try:
                data = _unpacked(data, one)
            except (ValueError, zlib.error, binascii.Error):
                break
        return data


def streams(data: bytes) -> Iterator[Stream]:
    """Every stream of a file, in its order."""
    at = 0
    while found := _STREAM.search(data, at):
        start = found.end()
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        yield _stream(data, found.start(), start, end)
        at = end + len(b"endstream")


def _stream(data: bytes, dictionary_end: int, start: int, end: int) -> Stream:
    first = max(0, dictionary_end - _LONGEST_DICTIONARY)
    head = data.rfind(b"obj", first, dictionary_end)
    number = _NUMBER.search(data[max(0, head - 24) : head]) if head >= 0 else None
    about = data[max(head, first) : dictionary_end]
    return Stream(int(number.group(1)) if number else -1, unescaped(about), data[start:end])


def unescaped(names: bytes) -> bytes:
    """Names without escapes: `/A#42` -> `/AB`."""
    if b"#" not in names:
        return names
    return _ESCAPED.sub(lambda found: bytes([int(found.group(1), 16)]), names)


def inflated(packed: bytes, limit: int) -> Iterator[bytes]:
    """Deflated bytes unpacked piece by piece, up to a little more than `limit`; of damaged ones what can be read."""
    engine, total, rest = zlib.decompressobj(), 0, packed
    while rest and total <= limit and not engine.eof:
        try:
            part = engine.decompress(rest, MEGABYTE)
        except zlib.error:
            return
        yield part
        total += len(part)
        rest = engine.unconsumed_tail


def _unpacked(data: bytes, form: bytes) -> bytes:
    match form:
        case b"FlateDecode" | b"Fl":
            return b"".join(inflated(data, MAX_DRAWING))
        case b"ASCII85Decode" | b"A85":
            return base64.a85decode(data.partition(b"~>")[0].strip().removeprefix(b"<~"))
        case b"ASCIIHexDecode" | b"AHx":
            figures = bytes(one for one in data.partition(b">")[0] if chr(one).isalnum())
            return binascii.unhexlify(figures + b"0" * (len(figures) % 2))
        case b"LZWDecode" | b"LZW":
            return _from_lzw(data)
        case _:
            return data


def _from_lzw(data: bytes, limit: int = MAX_DRAWING) -> bytes:
    """LZW as PDF has it: codes of 9 to 12 bits, 256 starts anew, 257 ends."""
    singles = [bytes((value,)) for value in range(256)] + [b"", b""]
    table, out, total, before = list(singles), [], 0, b""
    held = bits = 0
    width = 9
    for byte in data:
        held, bits = (held << 8 | byte) & 0xFFFFF, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & ((1 << width) - 1)
        if code == 257 or total > limit:
            break
        if code == 256:
            table, width, before = list(singles), 9, b""
            continue
        if code > len(table) or (code == len(table) and not before):
            break
        said = table[code] if code < len(table) else before + before[:1]
        out.append(said)
        total += len(said)
        if before and len(table) < 4096:
            table.append(before + said[:1])
            width = min(max(9, (len(table) + 1).bit_length()), 12)
        before = said
    return b"".join(out)
