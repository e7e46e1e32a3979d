"""Names of bodies that hold a comma or an `và`, at which a list would be cut: joined before a text is cut."""

import re
from functools import lru_cache

from kedraft.agencies import AGENCIES
from kedraft.grammar.bodies import CAP, ORGANS
from kedraft.vietnamese.letters import lazily, pattern
from kedraft.vietnamese.text import new_tone

#: Stand inside a joined name for a comma and for the blanks around `và`; no document may hold them.
_COMMA, _BLANK = "\uffff", "\ufffe"
_PART = str.maketrans({_BLANK: " ", _COMMA: ","})
_BREAKS = re.compile(r",| và ")
#: Fields with a comma, which stand in names of boards and committees (`Ban Chỉ huy Phòng, chống thiên tai tỉnh`).
_FIELDS = (
    "phòng, chống",
    "phòng cháy, chữa cháy",
    "tham nhũng, lãng phí, tiêu cực",
    "lãng phí, tiêu cực",
    "phổ biến, giáo dục pháp luật",
    "phát thanh, truyền hình",
    "truyền thanh, truyền hình",
    "thể dục, thể thao",
    "an ninh, trật tự",
)
#: A name of a department that no table knows: `Sở Công nghiệp, Khoáng sản và Năng lượng`.
_PIECE = rf"(?!{ORGANS}(?!\w))[{CAP}]\w{{0,12}}(?:\s[^\W\d_A-Z]\w{{0,8}}){{0,3}}"
_UNKNOWN = lazily(
    rf"(?<!\w)(?:Sở|Bộ|Phòng|Trung tâm|Ban|Cục|Chi cục)\s{_PIECE}(?:,\s{_PIECE}){{1,2}}\s(?:và|-)\s(?!{ORGANS}(?!\w))[{CAP}]\w{{0,12}}"
)


def joined(text: str) -> str:
    """The text, as long as it was, with every name that has a break in it made one word; `parted` undoes it."""
    if not _BREAKS.search(text):
        return text
    plain = new_tone(text)
    spans = [found.span() for found in _known().finditer(plain)]
    spans += [found.span() for found in _UNKNOWN.finditer(plain)]
    for start, end in spans:
        text = text[:start] + _join(text[start:end]) + text[end:]
    return text


def _join(name: str) -> str:
    return name.replace(",", _COMMA).replace(" và ", f"{_BLANK}và{_BLANK}")


def parted(text: str) -> str:
    """A joined text, or a piece of one, as it was written."""
    return text.translate(_PART)


def first_of(names: str) -> str:
    """The first name of a list: `Sở Văn hóa, Thể thao và Du lịch, Sở Y tế` -> `Sở Văn hóa, Thể thao và Du lịch`."""
    return parted(joined(names).split(",")[0]).strip()


@lru_cache(maxsize=1)
def _known() -> re.Pattern[str]:
    """The names in the agency rows that hold a break, the longest first."""
    said = {new_tone(name.partition("{")[0].strip()) for row in AGENCIES for name in (row.name, *row.names)}
    names = sorted((name for name in {*said, *_FIELDS} if _BREAKS.search(name)), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


_BETWEEN_NAMES = pattern(
    r"\s*[,;]\s+(?=(?:các\s|[A-ZÀ-Ỹ]))(?!Thể thao|Hạ tầng|Du lịch)|\s+và\s+(?=(?:các\s|[A-ZĐ][^,]*\b(?:Sở|Ban|UBND)\b|Sở|Ủy ban|UBND|Phòng|Công an))"
)


def names_in(text: str) -> tuple[str, ...]:
    """A list of bodies cut at its commas and its last `và`, not inside names that contain them."""
    parts = _BETWEEN_NAMES.split(text.strip(" .;,"))
    return tuple(part.strip(" .;,") for part in parts if part and part.strip(" .;,"))
