"""Administrative units that a text names: `xã Ba Sơn`, `Quận 1`, with the letters of their kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kedraft.lint.prose import small
from kedraft.vietnamese.remembering import remembered

_KIND = re.compile(r"(?<![\w¤])(?P<kind>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (?=[^\W_])")
_WORD = re.compile(r"[^\W_][\w'’]*")
#: A sentence that looks back names units as they were.
HISTORIC = re.compile(
    r"trước đây|\(cũ\)|\bcũ\b|trước ngày 01/7/2025|trước 01/7/2025|sáp nhập|sắp xếp|đã kết thúc|kết thúc hoạt động|không còn|bàn giao|tiếp nhận|"
    r"chuyển giao|giải thể|không tổ chức cấp huyện|bỏ cấp huyện|kế thừa",
    re.IGNORECASE,
)
#: Words that open the name of a body, not of a unit: `Huyện Đoàn`, `Tỉnh Ủy`.
_BODIES = frozenset(("Đoàn", "Ủy", "Uỷ", "Đội", "Hội", "Đảng"))
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A unit named in a text: its kind as written there, its bare name, and where."""

    start: int
    end: int
    kind: str
    name: str

    @property
    def numbered(self) -> bool:
        """Whether a number is its name: `Quận 1`."""
        return self.name.isdigit()


@remembered(maxsize=1024)
def named_places(text: str) -> tuple[NamedPlace, ...]:
    """Every unit named in the text, in reading order. A name goes on as long as its words begin with a capital."""
    return tuple(_places(text))


def _places(text: str) -> Iterator[NamedPlace]:
    for found in _KIND.finditer(small(text)):
        end = _name_end(text, found.end())
        if end is not None:
            yield NamedPlace(found.start(), end, text[found.start() : found.end() - 1], text[found.end() : end])


def _name_end(text: str, start: int) -> int | None:
    first = _WORD.match(text, start)
    if not first or first.group() in _BODIES:
        return None
    if _is_number(first.group()):
        after = _next(text, first.end())
        named = after and _is_name(after.group())  # Phường 2 Bảo Lộc
        return _words_end(text, after) if named else first.end()
    return _words_end(text, first)


def _words_end(text: str, first: re.Match[str] | None) -> int | None:
    """Where the words with a capital end, and a number behind them: `xã Vị Thanh 1`."""
    end: int | None = None
    word = first
    for _ in range(_LONGEST):
        if not word or not _is_name(word.group()):
            break
        end = word.end()
        word = _next(text, end)
    return word.end() if end is not None and word and _is_number(word.group()) else end


def _next(text: str, end: int) -> re.Match[str] | None:
    return _WORD.match(text, end + 1) if text[end : end + 1] in (" ", "-") else None


def _is_number(word: str) -> bool:
    return word.isdigit() and len(word) <= 2


def _is_name(word: str) -> bool:
    """Whether the word may stand in a name: a capital and small letters; `UBND` does not."""
    return word[0].isupper() and (len(word) == 1 or not word.isupper())
