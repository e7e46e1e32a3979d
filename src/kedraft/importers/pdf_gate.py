"""The gate of PDFs: what is too large, or unpacks to absurd sizes, is refused before the PDF library sees it."""

import re
import zlib
from typing import Final

from kedraft.errors import SourceUnreadable
from kedraft.model.place import Location

MEGABYTE: Final = 1 << 20
MAX_FILE: Final = 200 * MEGABYTE
MAX_STREAM: Final = 64 * MEGABYTE  # unpacked, of one stream
CHECKED_FROM: Final = 16_384  # packed bytes; deflate unpacks to at most 1,032 times

_STREAM: Final = re.compile(rb"stream\r?\n")
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_FILTER: Final = re.compile(
    rb"/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|ASCIIHexDecode|AHx|ASCII85Decode|A85)(?![A-Za-z])"
)
_FILTER_ELSEWHERE: Final = re.compile(rb"/Filter\s*\[?\s*\d+\s+\d+\s+R")
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image\b")


def check(data: bytes, name: str) -> None:
    """Refuse what is too large, holds no object, or swells absurdly when unpacked, before the PDF library sees it."""
    if len(data) > MAX_FILE:
        raise _unreadable(
            name,
            f"Tệp PDF lớn {len(data) // MEGABYTE} MB, quá giới hạn {MAX_FILE // MEGABYTE} MB; "
            "hãy tách tệp hoặc giảm dung lượng ảnh.",
        )
    if b"endobj" not in data:
        raise damaged(name)
    at = 0
    while found := _STREAM.search(data, at):
        start = found.end()
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        _check_filters(_dictionary(data, found.start()), end - start, name)
        if end - start > CHECKED_FROM and _swells(data[start:end], _dictionary(data, found.start())):
            raise _bomb(name)
        at = end + len(b"endstream")


def _dictionary(data: bytes, end: int) -> bytes:
    """The bytes of the dictionary that stands before a stream, its names without escapes."""
    start = data.rfind(b"obj", max(0, end - 4096), end)
    about = data[max(start, 0, end - 4096) : end]
    return _ESCAPED.sub(lambda found: bytes([int(found.group(1), 16)]), about)


def _check_filters(about: bytes, size: int, name: str) -> None:
    """Refuse filters that hide how much a stream swells: one within the other, or named elsewhere."""
    filters = _FILTER.findall(about)
    if not filters and size <= CHECKED_FROM:
        return
    flat = sum(one in (b"FlateDecode", b"Fl", b"RunLengthDecode", b"RL") for one in filters)
    pressed = sum(one in (b"LZWDecode", b"LZW") for one in filters)
    coded = any(one in (b"ASCIIHexDecode", b"AHx", b"ASCII85Decode", b"A85") for one in filters)
    large = size > CHECKED_FROM
    if (
        flat + pressed > 1
        or (large and ((coded and flat) or _FILTER_ELSEWHERE.search(about)))
        or (pressed and size > MEGABYTE)
    ):
        raise _bomb(name)


def _swells(packed: bytes, about: bytes) -> bool:
    """Whether a stream that looks packed unpacks to an absurd size, whatever filter it names."""
    limit = MAX_STREAM * (8 if _PICTURE.search(about) else 1)
    return packed[0] & 0x0F == 8 and int.from_bytes(packed[:2], "big") % 31 == 0 and _unpacks_over(packed, limit)


def _unpacks_over(packed: bytes, limit: int) -> bool:
    engine, total, rest = zlib.decompressobj(), 0, packed
    try:
        while rest and total <= limit and not engine.eof:
            total += len(engine.decompress(rest, MEGABYTE))
            rest = engine.unconsumed_tail
    except zlib.error:
        return False
    return total > limit


def _bomb(name: str) -> SourceUnreadable:
    return _unreadable(
        name,
        "Tệp PDF giải nén ra lớn bất thường (kiểu bom nén) nên không được mở; hãy xin lại tệp, hoặc in lại ra PDF mới.",
    )


def damaged(name: str) -> SourceUnreadable:
    """The refusal of a PDF that is broken."""
    return _unreadable(name, "Tệp PDF bị hỏng hoặc tải về chưa hết nên không mở được; hãy tải lại tệp từ nguồn.")


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))
