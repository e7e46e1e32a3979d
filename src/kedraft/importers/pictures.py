"""Pictures of pages: their size as their head declares it, and the page of a PDF made of one without decoding it."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8"
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})  # marks of a JPEG without a body
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TURNED: Final = {3: 180, 6: 90, 8: 270}  # EXIF orientation -> degrees to turn the page by
_COLOURS: Final = {1: b"/DeviceGray", 3: b"/DeviceRGB"}
_A4: Final = (595.0, 842.0)


def pixels(data: bytes) -> tuple[int, int] | None:
    """Width and height that a picture's head declares; None when the head is broken. TIFF: its first page."""
    try:
        if data.startswith(b"\x89PNG"):
            width, height = struct.unpack_from(">2L", data, 16)
            return width, height
        return _jpeg_pixels(data) if data.startswith(b"\xff\xd8") else _tiff_pixels(data)
    except struct.error:
        return None


def _jpeg_pixels(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        kind = data[at + 1]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">2H", data, at + 5)
            return width, height
        at += (
            1
            if kind == 0xFF
            else 2 + (0 if 0xD0 <= kind <= 0xD9 or kind == 1 else struct.unpack_from(">H", data, at + 2)[0])
        )
    return None


def _tiff_pixels(data: bytes) -> tuple[int, int] | None:
    order = "<" if data.startswith(b"II") else ">"
    start = struct.unpack_from(f"{order}L", data, 4)[0]
    found: dict[int, int] = {}
    for at in range(start + 2, start + 2 + 12 * struct.unpack_from(f"{order}H", data, start)[0], 12):
        tag, kind, _ = struct.unpack_from(f"{order}2HL", data, at)
        found[tag] = struct.unpack_from(f"{order}{'H' if kind == 3 else 'L'}", data, at + 8)[0]
    return (found[256], found[257]) if 256 in found and 257 in found else None


def as_pdf(data: bytes) -> bytes | None:
    """The picture as a PDF of one page, its dots as they are; None for a kind or a state that a PDF does not take."""
    try:
        image = _jpeg(data) if data.startswith(_JPEG) else _png(data) if data.startswith(_PNG) else None
    except struct.error:
        return None
    return _page(image) if image is not None else None


@dataclass(frozen=True, slots=True)
class _Image:
    width: int
    height: int
    entries: bytes  # of its dictionary
    stream: bytes
    turned: int = 0


def _jpeg(data: bytes) -> _Image | None:
    if b"\xff\xd9" not in data[-65_536:]:  # cut off
        return None
    turned = 0
    for kind, body in _segments(data):
        if kind == 0xE1 and body.startswith(b"Exif\x00\x00"):
            turned = _TURNED.get(_orientation(body[6:]), 0)
        if kind in _FRAMES:
            bits, height, width, parts = struct.unpack_from(">BHHB", body)
            if bits != 8 or parts not in _COLOURS:
                return None
            entries = b"/ColorSpace %s /BitsPerComponent 8 /Filter /DCTDecode" % _COLOURS[parts]
            return _Image(width, height, entries, data, turned)
    return None


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF or kind in _ALONE:
            at += 1 if kind == 0xFF else 2
            continue
        size = struct.unpack_from(">H", data, at + 2)[0]
        yield kind, data[at + 4 : at + 2 + size]
        at += 2 + size


def _orientation(tiff: bytes) -> int:
    """How the camera was held, from the first directory of a picture's EXIF; 1 (upright) when it does not say."""
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        start = struct.unpack_from(f"{order}L", tiff, 4)[0]
        for at in range(start + 2, start + 2 + 12 * struct.unpack_from(f"{order}H", tiff, start)[0], 12):
            if struct.unpack_from(f"{order}H", tiff, at)[0] == 0x0112:
                return int(struct.unpack_from(f"{order}H", tiff, at + 8)[0])
    except struct.error:
        return 1
    return 1


def _png(data: bytes) -> _Image | None:
    """A PNG's packed rows are what a PDF calls a prediction; layers of transparency and interlacing it does not take."""
    chunks: dict[bytes, list[bytes]] = {}
    at = len(_PNG)
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">L4s", data, at)
        chunks.setdefault(kind, []).append(data[at + 8 : at + 8 + size])
        at += 12 + size
    if b"IEND" not in chunks or b"IDAT" not in chunks or b"IHDR" not in chunks:
        return None
    width, height, bits, kind, _, _, woven = struct.unpack(">2L5B", chunks[b"IHDR"][0])
    colours = {0: b"/DeviceGray", 2: b"/DeviceRGB"}.get(kind)
    if kind == 3 and b"PLTE" in chunks:
        table = chunks[b"PLTE"][0]
        colours = b"[/Indexed /DeviceRGB %d <%s>]" % (len(table) // 3 - 1, table.hex().encode())
    if woven or colours is None or bits == 16:
        return None
    entries = b"/ColorSpace %s /BitsPerComponent %d /Filter /FlateDecode" % (colours, bits)
    parms = b" /DecodeParms << /Predictor 15 /Colors %d /BitsPerComponent %d /Columns %d >>"
    return _Image(width, height, entries + parms % (3 if kind == 2 else 1, bits, width), b"".join(chunks[b"IDAT"]))


def _page(image: _Image) -> bytes:
    """One page as wide as A4, upright or lying, and as high as the picture asks."""
    across = _A4[1] if image.width > image.height else _A4[0]
    down = across * image.height / max(image.width, 1)
    content = b"q %.3f 0 0 %.3f 0 0 cm /I Do Q" % (across, down)
    head = b"<< /Type /XObject /Subtype /Image /Width %d /Height %d %s /Length %d >>"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.3f %.3f] /Rotate %d "
        b"/Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>" % (across, down, image.turned),
        _stream(b"<< /Length %d >>" % len(content), content),
        _stream(head % (image.width, image.height, image.entries, len(image.stream)), image.stream),
    )
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(out),
    )  # fmt: skip


def _stream(entries: bytes, data: bytes) -> bytes:
    return entries + b"\nstream\n" + data + b"\nendstream"
