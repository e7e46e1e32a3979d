"""Labels of official documents: Phần I, A., I., Điều 1., 1., 1.1., a), 1), (1), -, +: read from text and computed.

Points run a, b, c, d, đ, e, g, h, i, k … (Nghị định 30/2020/NĐ-CP, PL1-II.6đ and the decree's own lists): no f, j, w, z.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from kedraft.vietnamese.letters import pattern

#: The letters of points in official order.
POINTS = "abcdđeghiklmnopqrstuvxy"

#: Of the letters that Vietnamese lists do not have, the one that letters of sections show: A, B, C, D, E, F.
_FOREIGN_CAPITALS = {"f": 6}

_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_STEPS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_CARDINALS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


class Marker(StrEnum):
    """Kiểu đánh số - how the items of one list are labelled."""

    PART = "part"  # Phần I, Phần thứ nhất
    CHAPTER = "chapter"  # Chương I
    UPPER = "upper"  # A.
    ROMAN = "roman"  # I.
    ARTICLE = "article"  # Điều 1.
    ARABIC = "arabic"  # 1.
    DECIMAL = "decimal"  # 1.1. 1.1.1.
    LETTER = "letter"  # a)
    ARABIC_PAREN = "arabic_paren"  # 1)
    ROMAN_LOWER = "roman_lower"  # i)
    PAREN = "paren"  # (1)
    DASH = "dash"  # -
    PLUS = "plus"  # +
    BULLET = "bullet"  # • * and the like
    NONE = "none"  # a plain paragraph or a table


#: Markers whose items are counted; the others only open a line.
NUMBERED = frozenset(Marker) - {Marker.DASH, Marker.PLUS, Marker.BULLET, Marker.NONE}


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a line: how it is printed, what it counts, and where the words after it begin.

    `path` holds the numbers of a decimal label (`1.2.` -> (1, 2)); `value` is its last number. Lines that only open an item have
    value 0.
    """

    marker: Marker
    printed: str
    value: int
    end: int
    path: tuple[int, ...] = ()


def roman(value: int) -> str:
    """`4` -> `IV`."""
    text = ""
    for step, digits in _ROMAN_STEPS:
        while value >= step:
            text += digits
            value -= step
    return text


def roman_value(text: str) -> int | None:
    """`IV` -> 4; None for what is not a well-formed numeral up to CCC."""
    total = 0
    if not text:
        return None
    for here, after in zip(text, text[1:] + " ", strict=True):
        value = _ROMAN_DIGITS.get(here)
        if value is None:
            return None
        total += -value if value < _ROMAN_DIGITS.get(after, 0) else value
    return total if total and roman(total) == text else None


_LOOKALIKE = {
    "1": "I",
    "l": "I",
    "|": "I",
    "!": "I",
    "i": "I",
    "í": "I",
    "Ỉ": "I",
    "Í": "I",
    "H": "II",
    "T": "I",
    "v": "V",
    "y": "V",
    "Y": "V",
    "x": "X",
    "U": "II",
    "N": "IV",
    "W": "IV",
    "Ị": "I",
    "Ì": "I",
    "Ĩ": "I",
}


def roman_lookalike(text: str) -> int | None:
    """What a numeral damaged by OCR may have been: `111` -> 3, `I1` -> 2, `HI` -> 3. None when it may not be one.

    Only the sequence in which it stands can tell whether it was: callers check that.
    """
    return roman_value("".join(_LOOKALIKE.get(c, c) for c in text)) if len(text) <= 5 else None


# What OCR with Vietnamese data makes of strokes: `L.` and `U` hold the stop or slash behind an I.
_SCANNED = {
    "L": ("I",),
    "N": ("IV", "II"),
    "M": ("III",),
    "W": ("IV", "I", "II"),
    **dict.fromkeys("UƯỤỰỨỪ", ("I", "II")),
}
#: Strokes that OCR counts double: `VIHII` for VIII, `I1V` for IV.
_TOO_MANY = re.compile(r"I{4,}|I{2,}(?=[VX])")
_STROKES = ((1, 2, 3), (4, 5), (6, 7, 8), (9, 10), (11, 12, 13))


def roman_readings(text: str) -> frozenset[int]:
    """The values that a numeral in a scan may show: `HU`, `HIL` -> 3, `U` -> 1 or 2. Empty when it is no numeral."""
    if not 0 < len(text) <= 6:
        return frozenset()
    ways = product(*(_SCANNED.get(c) or (_LOOKALIKE.get(c, c),) for c in text))
    found = frozenset(value for way in ways if (value := roman_value(_TOO_MANY.sub(_fewer, "".join(way)))))
    return found | roman_readings(text[:-1]) if text.endswith("UV") else found  # `I/` read twice


def _fewer(strokes: re.Match[str]) -> str:
    """As many strokes as a numeral may have: three at its end, one before V or X."""
    return "III" if strokes.end() == len(strokes.string) else "I"


def lost_strokes(one: int, other: int) -> bool:
    """Whether OCR may show `one` where `other` is printed, by a stroke lost or added: I, II, III; IV, V; VI, VII, VIII; IX, X."""
    return any(one in family and other in family for family in _STROKES) or (one, other) == (6, 5)  # `V/`


def point(value: int) -> str:
    """`5` -> `đ`; after `y` the letters double."""
    letter = POINTS[(value - 1) % len(POINTS)]
    return letter * ((value - 1) // len(POINTS) + 1)


def point_value(letter: str) -> int | None:
    """`đ` -> 5. The letters f, j, w, z, which Word's own lists use, have no place in the official order: None."""
    at = POINTS.find(letter)
    return at + 1 if at >= 0 else None


_PART = pattern(
    r"(?P<word>phần|chương)\s+(?:(?P<roman>[IVXLC]+)|(?P<digits>\d{1,2})|thứ\s+(?P<ordinal>"
    + "|".join(_ORDINALS)
    + r")|(?P<cardinal>"
    + "|".join(_CARDINALS)
    + r")(?=\s*(?:\Z|[.:)–-]|(?-i:[A-ZÀ-Ỹ]))))\b\s*[.:)]?\s*(?:[-–]\s+)?",
    re.IGNORECASE,
)
_ARTICLE = pattern(r"Đi[ềê]u\s+(\d{1,3})\s*[.:]\s*")
_USUAL_SECTION = r"(?:MỤC (?:ĐÍCH|TIÊU)|YÊU CẦU|QUAN ĐIỂM|CĂN CỨ|NỘI DUNG|NHIỆM VỤ|GIẢI PHÁP|TỔ CHỨC|KINH PHÍ|ĐÁNH GIÁ|THỰC TRẠNG|SỰ CẦN THIẾT|TÌNH HÌNH|THỜI GIAN|ĐỐI TƯỢNG|PHẠM VI|CHỈ TIÊU)"
_ROMAN = pattern(
    r"(?:Mục\s+)?(?!V/[vV]\b)([IVXLC]{1,7})(?:\s?[.)/:]+(?!\d)-?\s*|\s*[-–]\s+|-(?=[A-ZÀ-Ỹ])|,\s+(?=[A-ZÀ-Ỹ]{2})(?![IVXLC]+\b)"
    rf"|(?<=[IVX])\s+(?={_USUAL_SECTION}\b))"  # the stop forgotten
)
_ROMAN_PATH = pattern(r"([IVX]{1,5})\.(\d{1,2}(?:\.\d{1,2})*)(?:[.)/:]?\s+|[.)](?=[A-ZÀ-Ỹ]))")
_DECIMAL = pattern(r"(\d{1,2}(?:\.\s?\d{1,2}){1,4})(?:[.)/:-]+(?!\d)\s*|\s+(?=[^\W\d_]))")
_ARABIC = pattern(r"(?:Mục\s+)?(\d{1,3})(?:\s?[./](?![\d/])\s*-?\s*|\s?[-–]\s+(?=[^\W\d_])|,\s+(?=[A-ZÀ-Ỹ][a-zà-ỹ]))")
_ARABIC_PAREN = pattern(r"(\d{1,2})\)\s*")
_UPPER = pattern(r"([A-ZĐ])(?:\s?[.)/](?![A-ZĐ]\.)\s+|\s*[-–]\s+(?=[A-ZÀ-Ỹ]))")
_LETTER = pattern(r"([a-zđ])(?:\s?\)|[./](?=\s|[A-ZÀ-Ỹ]))\s*")
_LETTER_PATH = pattern(r"([a-zđ])(\d{1,2}|\.\d{1,2})[.)/]\s*")
_ROMAN_LOWER = pattern(r"([ivx]{1,5})[).]\s*")
_DAMAGED_C = pattern(r"[¢©]\)\s*")  # what OCR makes of `c)`
_PAREN = pattern(r"\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*")
_DASH = pattern(r"(?:~\s)?[-–—−‒‑⁻˗]\s*(?![-–—−\s\d]*$)(?![-–—_])")
_PLUS = pattern(r"\+\s*(?=\S)")
_BULLET = pattern(r"(?:[•●▪■◦○►▶➢✓✔❖◆·\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf0a8]|\*(?!\*)(?=\s)|o(?=\s+[A-ZÀ-Ỹ]))\s*")


def labels_at(line: str) -> tuple[Label, ...]:
    """Every label that `line` may start with, the likeliest first; empty for a plain line.

    `C.` may be a letter or a numeral, `i)` a letter or a small numeral: the sequence decides, so both are returned.
    """
    if not line:
        return ()
    first = line[0]
    if first in "pPcC" and (part := _part(line)):
        return (part,)
    if first == "Đ" and (found := _ARTICLE.match(line)):
        return (_label(Marker.ARTICLE, found, int(found.group(1))),)
    if first.isdigit():
        return _digits(line)
    if first.isupper():
        return _uppers(line)
    if first.islower():
        return _lowers(line)
    return _signs(line)


def _label(marker: Marker, found: re.Match[str], value: int, path: tuple[int, ...] = ()) -> Label:
    return Label(marker, found.group(0).strip(), value, found.end(), path)


def _part(line: str) -> Label | None:
    found = _PART.match(line)
    if not found or not (found.group("word")[0].isupper()):
        return None
    numeral = found.group("roman")
    if numeral is not None:
        value = roman_value(numeral.upper())
    elif found.group("digits"):
        value = int(found.group("digits"))
    elif found.group("cardinal"):
        value = _CARDINALS.index(found.group("cardinal").lower()) + 1
    else:
        value = _ORDINALS.index(found.group("ordinal").lower()) + 1
    if value is None:
        return None
    return _label(Marker.PART if found.group("word").lower() == "phần" else Marker.CHAPTER, found, value)


def _digits(line: str) -> tuple[Label, ...]:
    found = _DECIMAL.match(line)
    if found and not _counts(found, line):
        path = tuple(int(number) for number in re.split(r"\.\s?", found.group(1)))
        if all(path):
            return (_label(Marker.DECIMAL, found, path[-1], path),)
        return ()
    if (found := _ARABIC.match(line)) and int(found.group(1)) < 200:
        return (_label(Marker.ARABIC, found, int(found.group(1))),)
    if found := _ARABIC_PAREN.match(line):
        return (_label(Marker.ARABIC_PAREN, found, int(found.group(1))),)
    return ()


def _counts(found: re.Match[str], line: str) -> bool:
    """Whether it is the label `1.` before a number of things: `1. 20 mô hình`, not `1. 1 Mục đích`."""
    parted, stopped = " " in found.group(1), found.group().rstrip()[-1:] in ".)/:-"
    return parted and not stopped and line[found.end() : found.end() + 1].islower()


def _uppers(line: str) -> tuple[Label, ...]:
    if found := _ROMAN_PATH.match(line):
        head, tail = roman_value(found.group(1)), tuple(int(number) for number in found.group(2).split("."))
        if head:
            marker = Marker.ARABIC if len(tail) == 1 else Marker.DECIMAL
            return (_label(marker, found, tail[-1], tail if len(tail) > 1 else ()),)
    options: list[Label] = []
    if line.startswith("Mục ") and (found := _ARABIC.match(line)):
        options.append(_label(Marker.ARABIC, found, int(found.group(1))))
    if (found := _ROMAN.match(line)) and (value := roman_value(found.group(1))) and found.end() <= len(line):
        options.append(_label(Marker.ROMAN, found, value))
    if found := _UPPER.match(line):
        letter = found.group(1).lower()
        if value := _FOREIGN_CAPITALS.get(letter) or point_value(letter):
            upper = _label(Marker.UPPER, found, value)
            options = [upper, *options] if letter in "cdlm" else [*options, upper]
    return tuple(options)


def _lowers(line: str) -> tuple[Label, ...]:
    options: list[Label] = []
    if found := _LETTER_PATH.match(line):
        head, last = point_value(found.group(1)), int(found.group(2).lstrip("."))
        if head and last:
            return (_label(Marker.DECIMAL, found, last, (head, last)),)
    if found := _LETTER.match(line):
        value = point_value(found.group(1)) or {"f": 6, "j": 10, "w": 23, "z": 24}[found.group(1)]
        options.append(_label(Marker.LETTER, found, value))
    if (found := _ROMAN_LOWER.match(line)) and (small := roman_value(found.group(1).upper())):
        options.append(_label(Marker.ROMAN_LOWER, found, small))
    if found := _BULLET.match(line):
        options.append(_label(Marker.BULLET, found, 0))
    return tuple(options)


def _signs(line: str) -> tuple[Label, ...]:
    if found := _DAMAGED_C.match(line):
        return (_label(Marker.LETTER, found, 3),)
    if found := _PAREN.match(line):
        return tuple(_label(Marker.PAREN, found, value) for value in _bracketed(found.group(1)))
    for marker, form in ((Marker.DASH, _DASH), (Marker.PLUS, _PLUS), (Marker.BULLET, _BULLET)):
        if found := form.match(line):
            return (_label(marker, found, 0),)
    return ()


def _bracketed(inner: str) -> tuple[int, ...]:
    """The values of what stands in brackets, the likeliest first: `2`; `i` as a numeral or a letter; `c`, `l` as letters."""
    if inner.isdigit():
        return (int(inner),)
    values = (roman_value(inner.upper()) if inner not in ("c", "l") else None, point_value(inner))
    return tuple(value for value in values if value)


def label_text(marker: Marker, value: int, parent: str | None = None) -> str | None:
    """The label as it is printed at position `value` (from 1) under an item labelled `parent`; None for plain paragraphs."""
    match marker:
        case Marker.PART:
            return f"Phần {roman(value)}"
        case Marker.CHAPTER:
            return f"Chương {roman(value)}"
        case Marker.UPPER:
            return f"{point(value).upper()}."
        case Marker.ROMAN:
            return f"{roman(value)}."
        case Marker.ARTICLE:
            return f"Điều {value}."
        case Marker.ARABIC:
            return f"{value}."
        case Marker.DECIMAL:
            head = (parent or "").rstrip(".") if parent and parent[0].isdigit() else ""
            return f"{head}.{value}." if head else f"{value}."
        case Marker.LETTER:
            return f"{point(value)})"
        case Marker.ARABIC_PAREN:
            return f"{value})"
        case Marker.ROMAN_LOWER:
            return f"{roman(value).lower()})"
        case Marker.PAREN:
            return f"({value})"
        case Marker.DASH:
            return "-"
        case Marker.PLUS:
            return "+"
        case Marker.BULLET:
            return "•"
        case Marker.NONE:
            return None


def id_part(marker: Marker, printed: str | None, value: int, position: int, table: bool = False) -> str:
    """One step of a node id: `I`, `2`, `b`, `(1)`, `P1` (Phần), `C1` (Chương), `D1` (Điều), `-2`, `+1`, `p1`, `t1`.

    `value` is what the label counts, `position` the place among the siblings of the same kind, from 1.
    """
    match marker:
        case Marker.PART:
            return f"P{value}"
        case Marker.CHAPTER:
            return f"C{value}"
        case Marker.ARTICLE:
            return f"D{value}"
        case Marker.UPPER:
            return "F" if printed and printed[0] == "F" else point(value).upper()
        case Marker.ROMAN:
            return roman(value)
        case Marker.ARABIC | Marker.DECIMAL:
            return str(value)
        case Marker.LETTER:
            letters = printed.rstrip(")./ ") if printed else ""
            return letters if letters.isalpha() else point(value)
        case Marker.ARABIC_PAREN:
            return f"{value})"
        case Marker.ROMAN_LOWER:
            return f"{roman(value).lower()})"
        case Marker.PAREN:
            return f"({value})"
        case Marker.DASH:
            return f"-{position}"
        case Marker.PLUS:
            return f"+{position}"
        case Marker.BULLET:
            return f"*{position}"
        case Marker.NONE:
            return f"t{position}" if table else f"p{position}"
