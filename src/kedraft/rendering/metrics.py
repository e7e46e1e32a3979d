"""How wide words are in Times New Roman: advance widths per 1/2048 em, which Liberation Serif shares.

Accented letters are as wide as their base letters, but for ơ and ư.
"""

import unicodedata
from functools import lru_cache

from kedraft.decree import pt

_EM = 2048
_UNKNOWN = 1024

_REGULAR = {
    369: "'",
    410: "|",
    512: " ,.",
    569: "/:;\\ijlt",
    614: "²³",
    682: "!()-I[]`fr‘’·",
    717: "•",
    797: "Js",
    819: "°",
    836: '"',
    909: "?acez“”",
    961: "^",
    983: "{}",
    1024: "#$*0123456789_bdghknopquvxyđ–",
    1083: "ơ",
    1108: "~",
    1110: "ư",
    1124: "≥≤±",
    1139: "FPS",
    1155: "+<=>×",
    1251: "ELTZ",
    1366: "BCR",
    1479: "ADGHKNOQUVXYwĐƠ",
    1536: "½",
    1589: "Ư",
    1593: "&m",
    1706: "%",
    1821: "M",
    1886: "@",
    1933: "W",
    2048: "—…",
}
_BOLD = {
    451: "|",
    512: " ,.",
    569: "'/\\il",
    614: "²³",
    682: "!()-:;[]`fjt‘’",
    683: "·",
    717: "•",
    797: "Is",
    807: "{}",
    819: "°",
    909: "cerz",
    1024: "#$*0123456789?J_agovxy–“”",
    1065: "~",
    1124: "≥≤±",
    1134: "ơ",
    1137: '"',
    1139: "Sbdhknpquđ",
    1167: "+<=>×",
    1190: "^",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1536: "½",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "&m",
    1905: "@",
    1933: "M",
    2048: "%W—…",
}
_ITALIC = {
    438: "'",
    512: " ,.·",
    563: "|",
    569: "/\\fijlt",
    614: "²³",
    682: "!()-:;I`‘’",
    717: "•",
    797: "[]rsz",
    819: "{}°",
    860: '"',
    864: "^",
    909: "Jcekvxy",
    1024: "#$*0123456789?S_abdghnopquđ–",
    1093: "ơ",
    1108: "~",
    1117: "ư",
    1124: "≥≤±",
    1139: "LTYZ“”",
    1251: "ABEFPRVX",
    1366: "CKNw",
    1382: "+<=>×",
    1479: "DGHOQUmĐƠ",
    1536: "½",
    1544: "Ư",
    1593: "&",
    1706: "%MW",
    1821: "—…",
    1884: "@",
}


def _table(groups: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in groups.items() for letter in letters}


_TABLES = {"regular": _table(_REGULAR), "bold": _table(_BOLD), "italic": _table(_ITALIC)}
_TONES = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u0323")


@lru_cache(maxsize=4096)
def _advance(letter: str, style: str) -> int:
    table = _TABLES[style]
    if letter in table:
        return table[letter]
    bare = unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", letter) if c not in _TONES))
    if not bare:
        return 0  # a tone by itself stands above the letter before it
    return table.get(bare, 0 if unicodedata.combining(letter) else _UNKNOWN)


@lru_cache(maxsize=4096)
def width(text: str, size: float, style: str = "regular") -> int:
    """The length of `text` on one line, in twips; `size` in points, `style` is `regular`, `bold` or `italic`."""
    return pt(sum(_advance(letter, style) for letter in text) * size / _EM)
