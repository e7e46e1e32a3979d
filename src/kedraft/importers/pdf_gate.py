"""The gate of PDFs: what is too large, unpacks to absurd sizes or draws without end is refused before the PDF library sees it."""

import re
from collections.abc import Iterator
from typing import Final

from kedraft.errors import SourceUnreadable
from kedraft.importers.pdf_forms import Uses, drawings, drawn_in
from kedraft.importers.pdf_streams import MAX_DRAWING, MAX_STREAM, MEGABYTE, Stream, inflated, streams
from kedraft.model.place import Location

MAX_FILE: Final = 200 * MEGABYTE
CHECKED_FROM: Final = 16_384  # packed bytes; deflate unpacks to at most 1,032 times
RATIO_FROM: Final = 2 * MEGABYTE
MAX_RATIO: Final = 60  # above RATIO_FROM; drawings shrink three to ten times
MAX_DRAWN: Final = 64 * MEGABYTE  # of all drawings; 300 pages have less than 30
MAX_SWOLLEN: Final = (
    512 * MEGABYTE
)  # of all fonts and the like, and of what unpacks to more than MAX_RATIO times its size
MAX_SAVED: Final = 5_000  # states of drawing kept one upon the other; real ones are fewer than thirty
MAX_FORMS: Final = 100_000  # drawings within drawings, in all
MAX_LZW: Final = MEGABYTE

_FILTER_ELSEWHERE: Final = re.compile(rb"/Filter\s*\[?\s*\d+\s+\d+\s+R")
_SAVED: Final = re.compile(rb"(?<![^\s\]>)])([qQ])(?![^\s\[/<(])")


def check(data: bytes, name: str) -> None:
    """Refuse what is too large, holds no object, or swells or draws absurdly, before the PDF library sees it."""
    if len(data) > MAX_FILE:
        raise _unreadable(
            name,
            f"Tệp PDF lớn {len(data) // MEGABYTE} MB, quá giới hạn {MAX_FILE // MEGABYTE} MB; "
            "hãy tách tệp hoặc giảm dung lượng ảnh.",
        )
    if b"endobj" not in data:
        raise damaged(name)
    if drawings(data, list(_checked(data, name)), MAX_FORMS) > MAX_FORMS:
        raise _drawn_too_often(name)


def _checked(data: bytes, name: str) -> Iterator[tuple[Stream, Uses]]:
    """The streams but pictures, with what they draw, once each has been found harmless."""
    swollen = drawn = 0
    for one in streams(data):
        _check_filters(one, name)
        swollen += _swollen(one, name)
        if not one.is_picture:
            content = one.content()
            swollen += len(content) if one.is_other else 0
            drawn += 0 if one.is_other else len(content)
            _check_drawing(one, content, name)
            yield one, drawn_in(content)
        if swollen > MAX_SWOLLEN or drawn > MAX_DRAWN:
            raise _bomb(name)


def _check_filters(one: Stream, name: str) -> None:
    """Refuse filters that hide how much a stream swells: one within the other, or named elsewhere."""
    filters, size = one.filters, len(one.packed)
    if not filters and size <= CHECKED_FROM:
        return
    flat = sum(form in (b"FlateDecode", b"Fl", b"RunLengthDecode", b"RL") for form in filters)
    pressed = sum(form in (b"LZWDecode", b"LZW") for form in filters)
    coded = any(form in (b"ASCIIHexDecode", b"AHx", b"ASCII85Decode", b"A85") for form in filters)
    large = size > CHECKED_FROM
    if (
        flat + pressed > 1
        or (large and ((coded and flat) or _FILTER_ELSEWHERE.search(one.about)))
        or (pressed and size > MAX_LZW)
    ):
        raise _bomb(name)


def _swollen(one: Stream, name: str) -> int:
    """The bytes of a stream that unpacks to far more than its size. Raises `SourceUnreadable` when they are absurdly many."""
    packed, limit = one.packed, MAX_STREAM * (8 if one.is_picture else 1)
    if len(packed) <= CHECKED_FROM or packed[0] & 0x0F != 8 or int.from_bytes(packed[:2]) % 31:
        return 0
    size = sum(map(len, inflated(packed, limit)))
    if size > limit:
        raise _bomb(name)
    return size if size > MAX_RATIO * len(packed) else 0


def _check_drawing(one: Stream, content: bytes, name: str) -> None:
    """Refuse a page's or form's drawing that is longer than any, or keeps states without end."""
    size = len(content)
    if not one.is_other and (size > MAX_DRAWING or (size > RATIO_FROM and size > MAX_RATIO * len(one.packed))):
        raise _bomb(name)
    if content.count(b"q") > MAX_SAVED and _saved(content) > MAX_SAVED:
        raise _drawn_too_often(name)


def _saved(content: bytes) -> int:
    """How many states of drawing are kept at most, one upon the other."""
    depth = deepest = 0
    for sign in _SAVED.findall(content):
        depth = depth + 1 if sign == b"q" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _bomb(name: str) -> SourceUnreadable:
    return _unreadable(
        name,
        "Tệp PDF giải nén ra lớn bất thường (kiểu bom nén) nên không được mở; hãy xin lại tệp, hoặc in lại ra PDF mới.",
    )


def _drawn_too_often(name: str) -> SourceUnreadable:
    return _unreadable(
        name,
        "Tệp PDF lồng hình vẽ trong hình vẽ nhiều bất thường nên không được mở; hãy xin lại tệp, hoặc in lại ra PDF mới.",
    )


def damaged(name: str) -> SourceUnreadable:
    """The refusal of a PDF that is broken."""
    return _unreadable(name, "Tệp PDF bị hỏng hoặc tải về chưa hết nên không mở được; hãy tải lại tệp từ nguồn.")


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))
