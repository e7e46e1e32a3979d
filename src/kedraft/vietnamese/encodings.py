"""Bytes to letters: Unicode in its forms, and the Vietnamese encodings and fonts from before it."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import nfc, share_of_vietnamese

_CAPITALS: Final = 4  # plain letters that tell a line in capitals
#: A word of capitals within a line of others: two plain capitals, no plain small letter.
_CAPITAL_WORD: Final = lazily(r"(?<!\w)(?=\w*[A-Z]\w*[A-Z])(?!\w*[a-z])(?=\w*[^\W\dA-Z_])\w+")
_SURE: Final = 0.9  # share of well-spelt words from which an old encoding is believed
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


class UnknownEncoding(ValueError):
    """No encoding gives Vietnamese beyond doubt."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and where its letters come from."""

    text: str
    encoding: str | None = None  # the old encoding of its bytes; None for Unicode
    font: str | None = None  # the old font encoding whose letters had been saved as Unicode (`KÕ ho¹ch`)

    @property
    def lost(self) -> int:
        """Letters that could not be read, shown as U+FFFD."""
        return self.text.count("\ufffd")


def decode(data: bytes, otherwise: str | None = None) -> Decoded:
    """Text of bytes in Unicode, or in the one old Vietnamese encoding that fits beyond doubt.

    `otherwise` is the encoding of what is not Unicode, where that is known. Raises `UnknownEncoding`.
    """
    for attempt in (_unicode, _nearly_utf8):
        text = attempt(data)
        if text is not None:
            return _undressed(text)
    return Decoded(data.decode(otherwise, "replace"), otherwise) if otherwise else _old(data)


def bare_utf16(data: bytes) -> str | None:
    """The kind of UTF-16 without a mark, by a null in every second place of mostly Latin text; None for other bytes."""
    sample = data[:4096]
    half = max(1, len(sample) // 2)
    for encoding, nulls in (("utf-16-le", sample[1::2].count(0)), ("utf-16-be", sample[0::2].count(0))):
        if 0.5 * half < nulls and sample.count(0) < 1.2 * nulls and len(data) % 2 == 0:
            return encoding
    return None


def _unicode(data: bytes) -> str | None:
    encoding = next((known for mark, known in _MARKS if data.startswith(mark)), None) or bare_utf16(data)
    if encoding is not None:
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 in which a few bytes are damaged."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(ord(c) > 0x7F for c in text) - bad
    return text if bad * 20 <= good else None


def _undressed(text: str) -> Decoded:
    """Unicode text; one typed with an old font and saved as Unicode is given its real letters."""
    strange = sum(0xA0 < ord(c) < 0x100 for c in text)
    if strange < 30 or share_of_vietnamese(text) > 0.03:
        return Decoded(text)
    scores = {name: _score(reader(text)) for name, reader in _FONTS.items()}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _SURE or scores[best] < _score(text) + 0.15:
        return Decoded(text)
    return Decoded(_FONTS[best](text), font=best)


def _old(data: bytes) -> Decoded:
    """Bytes that are not Unicode, read with the one old encoding that gives Vietnamese."""
    texts = {encoding: text for encoding, reader in _OLD.items() if (text := reader(data)) is not None}
    scores = {encoding: _score(text) for encoding, text in texts.items()}
    ranked = sorted(scores, key=lambda encoding: scores[encoding], reverse=True)
    best = ranked[0] if ranked else ""
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    if not best or scores[best] < _SURE or (scores[best] - second < 0.1 and texts[best] != texts[ranked[1]]):
        raise UnknownEncoding
    return Decoded(texts[best], best)


# --- tables -----------------------------------------------------------------------------------------------------------

_TCVN3: Final = dict(zip(
    range(0xA1, 0xFF),
    "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ",
    strict=True,
))  # fmt: skip
_TCVN3_LETTERS: Final = {code: letter for code, letter in _TCVN3.items() if letter != " "}
#: TCVN 5712:1993 VN1 has capitals in the places of control characters, which the fonts leave empty.
_TCVN5712: Final = (
    dict(zip(range(0x80, 0xA0), "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ", strict=True))
    | dict(zip((*range(0xAF, 0xB5), 0xBA), "\u1eb6\u0300\u0309\u0303\u0301\u0323\u1eb2", strict=True))
    | dict(zip((*range(0xBF, 0xC6), 0xCD, 0xD9, 0xDA, 0xDB, 0xE0, 0xF0, 0xFF), "ẴẮẦẨẪẤỀỂỄẾỒỔỖỐ", strict=True))
    | dict(zip((1, 2, 4, 5, 6, *range(0x11, 0x18)), "ÚỤỪỬỮỨỰỲỶỸÝỴ", strict=True))
    | _TCVN3_LETTERS
)
_VISCII_HIGH: Final = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
_VISCII: Final = dict(zip(range(0x80, 0x100), _VISCII_HIGH, strict=True)) | {
    2: "Ẳ", 5: "Ẵ", 6: "Ẫ", 20: "Ỷ", 25: "Ỹ", 30: "Ỵ",
}  # fmt: skip
_VNI_SINGLE: Final = dict(zip("ìæóíòîñôöÌÆÓÍÒÎÑÔÖ", "ìỉĩíịỵđơưÌỈĨÍỊỴĐƠƯ", strict=True))
_VNI_MARKS: Final = {
    "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ù": "\u0301", "ï": "\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323",
}  # fmt: skip
_VNI_SECOND: Final = "".join(_VNI_MARKS) + "".join(_VNI_MARKS).upper()
_VNI: Final = lazily(f"([aeouyôöAEOUYÔÖ])([{_VNI_SECOND}])")


def from_tcvn3(text: str) -> str:
    """Letters of a TCVN3 (ABC, `.VnTime`) font, which look like Western letters, as Vietnamese."""
    return _capitals_put_back(text.translate(_TCVN3_LETTERS))


def _capitals_put_back(text: str) -> str:
    return "\n".join(map(_with_capitals, text.split("\n")))


def _with_capitals(line: str) -> str:
    """A line whose plain letters are all capitals, with capitals for those with marks too: these fonts have none (`CHủ TịCH`)."""
    plain = [letter for letter in line if letter.isascii() and letter.isalpha()]
    raised = len(plain) >= _CAPITALS and sum(map(str.isupper, plain)) >= 0.95 * len(plain)
    return line.upper() if raised else _CAPITAL_WORD.sub(lambda word: word.group(0).upper(), line)


def from_vni(text: str) -> str:
    """Letters of a VNI font, which look like Western letters, as Vietnamese."""

    def letter(found: re.Match[str]) -> str:
        base = _VNI_SINGLE.get(found.group(1), found.group(1))
        return nfc(base + _VNI_MARKS[found.group(2).lower()])

    singles = str.maketrans(_VNI_SINGLE)
    out, at = [], 0
    for found in _VNI.finditer(text):
        out += [text[at : found.start()].translate(singles), letter(found)]
        at = found.end()
    return "".join([*out, text[at:].translate(singles)])


def _cp1258(data: bytes) -> str | None:
    try:
        return nfc(data.decode("cp1258"))
    except UnicodeDecodeError:
        return None


_FONTS: Final[dict[str, Callable[[str], str]]] = {"TCVN3": from_tcvn3, "VNI": from_vni}
_OLD: Final[dict[str, Callable[[bytes], str | None]]] = {
    "TCVN3 (ABC)": lambda data: _capitals_put_back(nfc(data.decode("latin-1").translate(_TCVN5712))),
    "VNI": lambda data: from_vni(data.decode("cp1252", "replace")),
    "VISCII": lambda data: data.decode("latin-1").translate(_VISCII),
    "Windows-1258": _cp1258,
}

_ONSET: Final = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x"
_NUCLEUS: Final = (
    "iêu|yêu|uôi|ươi|ươu|uya|uyê|uyu|uây|oai|oay|oeo|oao|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|ưa|ưi|ươ|ưu|uy|yê|"
    "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_TONES: Final = lazily("[\u0300\u0301\u0303\u0309\u0323]")


@cache
def _syllable() -> re.Pattern[str]:
    return re.compile(f"(?:{_ONSET})?(?:{_NUCLEUS})(?:ch|c|m|ng|nh|n|p|t)?")


def _score(text: str) -> float:
    """Share of the words with marked letters that Vietnamese could spell; 0 for fewer than five such words."""
    words = [word for word in re.findall(r"[^\W\d_]+", text[:60_000]) if not word.isascii()]
    if len(words) < 5:
        return 0.0
    odd = sum(c in "¹²³¼½¾¸·µ¶§©®¬¨ª«»\ufffd" or 0x7F < ord(c) < 0xA0 for c in text[:60_000])
    return max(0.0, sum(map(_is_syllable, words)) / len(words) - odd / max(1, len(words)))


def _is_syllable(word: str) -> bool:
    bare = unicodedata.normalize("NFD", word.lower())
    tones = len(_TONES.findall(bare))
    return tones <= 1 and bool(_syllable().fullmatch(nfc(_TONES.sub("", bare))))
