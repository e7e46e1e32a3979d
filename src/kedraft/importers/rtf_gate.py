"""The gate of RTF: embedded objects, fields that fetch, groups, raw bytes and paragraphs without number are refused.

The control words are told from what only looks like them (`\\\\object` prints a backslash and a word). Dangerous ones are looked
for in raw picture bytes too: a reader that counts those bytes otherwise than this one must not find what was not looked at.
"""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from kedraft.errors import SourceUnreadable
from kedraft.importers.office_limits import MAX_DEPTH, MAX_PARAGRAPHS, RESAVE, too_deep, too_many_paragraphs
from kedraft.model.place import Location

MAX_GROUPS: Final = 600_000  # 250 pages have some five to two hundred thousand
MAX_FIELDS: Final = 50_000
MAX_CONTROLS: Final = 6_000_000  # 300 pages have up to a million, each accented letter is one
_FIELD_WORDS: Final = 200  # characters of an instruction that are looked at: what it does comes first
_FIELD_LENGTH: Final = 20_000  # bytes in which they must stand

_OBJECT: Final = re.compile(rb"\\obj(?:ect|data|update|autlink|link|emb|ocx)(?![a-z])")
_TEMPLATE: Final = re.compile(rb"\\template\s+(?:https?:|\\\\\\\\|file://[^/])", re.IGNORECASE)
_FIELD: Final = re.compile(rb"\\fldinst(?![a-z])")
_BINARY: Final = re.compile(rb"\\bin(?![a-z])(-?\d*) ?")
_PARAGRAPH: Final = re.compile(rb"\\(?:par|cell|nestcell|line|sect|page|row)(?![a-z])")
_TOKEN: Final = re.compile(
    rb"\\'([0-9A-Fa-f]{2})|\\u(-?\d{1,6}) ?\??|(\\\*)|\\[a-zA-Z]{1,40}-?\d{0,10} ?|\\[^a-zA-Z]|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_FETCHES: Final = re.compile(rb"INCLUDETEXT|INCLUDEPICTURE|\bDDE(?:AUTO)?\b|\bIMPORT\b", re.IGNORECASE)
_GROUP_END: Final = re.compile(rb"[ \r\n]*\}")
_NO_BRACES: Final = bytes(sorted(set(range(256)) - set(b"{}")))


def check_rtf(data: bytes, name: str) -> None:
    """Raises `SourceUnreadable` for a file that embeds, fetches, or holds more than any text does."""
    bare, raw = _without_binary(data, name)
    if data.count(b"\\") > MAX_CONTROLS:
        raise _too_many(name, f"{MAX_CONTROLS} lệnh định dạng")
    if any(_is_control(data, found, raw) for form in (_OBJECT, _TEMPLATE) for found in form.finditer(data)):
        raise _fetches(name)
    _check_groups(bare, name)
    if sum(1 for _ in _PARAGRAPH.finditer(bare)) > MAX_PARAGRAPHS:
        raise too_many_paragraphs(name, ".rtf")
    for count, found in enumerate(_FIELD.finditer(data)):
        if count >= MAX_FIELDS:
            raise _too_many(name, f"{MAX_FIELDS} trường (field)")
        if _is_control(data, found, raw) and _field_fetches(data, found.end()):
            raise _fetches(name)


def _fetches(name: str) -> SourceUnreadable:
    message = f"Tệp .rtf nhúng đối tượng hoặc trỏ ra ngoài nên không được mở; hãy {RESAVE}."
    return SourceUnreadable(message, Location(file=name))


def _too_many(name: str, what: str) -> SourceUnreadable:
    return SourceUnreadable(f"Tệp .rtf có hơn {what}, nhiều bất thường; hãy {RESAVE}.", Location(file=name))


def _is_control(data: bytes, found: re.Match[bytes], raw: bool) -> bool:
    """Whether the backslash of a match is not itself escaped; with raw bytes about, every one counts."""
    return raw or not _is_escaped(data, found.start(), 0)


def _is_escaped(data: bytes, at: int, since: int) -> bool:
    """Whether an odd number of backslashes stands before `at`."""
    start = at
    while start > since and data[start - 1] == 0x5C:
        start -= 1
    return (at - start) % 2 == 1


def _without_binary(data: bytes, name: str) -> tuple[bytes, bool]:
    """The file without the bytes of pictures that stand in it raw, and whether there are any.

    Raises `SourceUnreadable` for bytes that reach beyond the end of their group.
    """
    kept: list[bytes] = []
    at = start = 0
    while found := _BINARY.search(data, at):
        at = found.end()
        length = _length(found)
        if length <= 0 or _is_escaped(data, found.start(), start):
            continue
        at += length
        if not _GROUP_END.match(data, at):
            message = (
                f"Tệp .rtf có hình ảnh ghi sai độ dài (lệnh \\bin), dấu hiệu của tệp hỏng hoặc độc hại; hãy {RESAVE}."
            )
            raise SourceUnreadable(message, Location(file=name))
        kept.append(data[start : found.start()])
        start = at
    return (b"".join((*kept, data[start:])), True) if kept else (data, False)


def _length(found: re.Match[bytes]) -> int:
    """How many raw bytes a `\\bin` announces; figures without end announce more than any file has."""
    figures = found.group(1)
    if len(figures) > 12:
        return 1 << 40
    return int(figures) if figures not in (b"", b"-") else 0


def _check_groups(data: bytes, name: str) -> None:
    """Refuse groups without number or depth: LibreOffice keeps a state of some kilobytes for each that is open."""
    bare = data.replace(rb"\\", b"").replace(rb"\{", b"").replace(rb"\}", b"") if b"\\" in data else data
    braces = bare.translate(None, _NO_BRACES)
    if len(braces) > 2 * MAX_GROUPS:
        raise _too_many(name, f"{MAX_GROUPS} nhóm")
    if max(accumulate(1 if brace == ord("{") else -1 for brace in braces), default=0) > MAX_DEPTH:
        raise too_deep(name, ".rtf")


def _field_fetches(data: bytes, start: int) -> bool:
    """Whether an instruction brings in what stands elsewhere; one that never comes to its words is taken to do so."""
    words, size = bytearray(), 0
    for said in _instruction(data, start):
        if said is None:
            return True
        words += said
        size = len(words.strip())
        if size > _FIELD_WORDS:
            break
    return bool(_FETCHES.search(words))


def _instruction(data: bytes, start: int) -> Iterator[bytes | None]:
    """What an instruction says up to the end of its group: formatting and asides left out, letters written as codes read.

    None when it is still going on after more bytes than one has.
    """
    depth, aside = 0, 0
    at = start
    while found := _TOKEN.match(data, at):
        at = found.end()
        code, unicode, star, brace, plain = found.groups()
        if brace == b"{":
            depth += 1
        elif brace == b"}":
            depth -= 1
            aside = aside if depth >= aside else 0
            if depth < 0:
                return
        elif star and depth:
            aside = aside or depth
        elif not aside and (said := _said(code, unicode, plain)):
            yield said
        if at - start > _FIELD_LENGTH:
            yield None
            return


def _said(code: bytes | None, unicode: bytes | None, plain: bytes | None) -> bytes:
    if plain is not None:
        return plain
    if code is None and unicode is None:
        return b""
    value = int(code, 16) if code is not None else int(unicode or b"0")
    return bytes((value,)) if 0x20 <= value < 0x7F else b"?"
