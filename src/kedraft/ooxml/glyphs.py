"""Characters of symbol fonts (Symbol, Wingdings, Webdings) as Unicode that prints everywhere."""

import re
from functools import lru_cache
from typing import Final

#: A character of a symbol font, stored at U+F000 + its code.
PRIVATE: Final = re.compile("[\uf000-\uf0ff]")

_GREEK: Final = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
_SYMBOL: Final = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "-", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼",
    0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←",
    0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xBE: "-", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩",
    0xC8: "∪", 0xCC: "⊂", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√",
    0xD7: "⋅", 0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓", 0xE5: "∑",
    0xF2: "∫",
}  # fmt: skip
_WINGDINGS: Final = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "⌧", 0x9E: "·",
    0x9F: "•", 0xA0: "•", 0xA1: "○", 0xA2: "⭕", 0xA4: "◉", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xB2: "✧", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF3: "⬄", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2: Final = {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x54: "☒", 0x97: "●", 0xA3: "□", 0x30: "☐"}
_DINGS: Final = ("wingdings", "webdings", "zapfdingbats", "monotype sorts")


@lru_cache(maxsize=256)
def is_symbol_font(font: str | None) -> bool:
    """Whether letters in this font print as pictures."""
    name = (font or "").lower()
    return name.startswith(_DINGS) or name == "symbol"


def glyph(code: int, font: str | None) -> str:
    """The character that prints at `code` (with or without the 0xF000) of a font; "•" for an unknown picture."""
    code &= 0xFF if 0xF000 <= code <= 0xF0FF else 0x10FFFF
    name = (font or "").lower()
    if name.startswith("wingdings 2"):
        return _WINGDINGS_2.get(code, "•")
    if name.startswith(_DINGS):
        return _WINGDINGS.get(code, "•")
    if code in _SYMBOL and (name == "symbol" or code >= 0x80):
        return _SYMBOL[code] if name == "symbol" else _WINGDINGS.get(code, _SYMBOL[code])
    letter = chr(code) if 0x20 <= code < 0x7F else ""
    if name == "symbol":
        return _GREEK.get(letter, letter or "•")
    return letter or _WINGDINGS.get(code, "•")


def readable(text: str, font: str | None) -> str:
    """Text in which characters of symbol fonts stand as Unicode.

    Whole words in such a font are left alone: they are a slip of formatting, and the words must not be lost.
    """
    lone = text.strip()
    if len(lone) == 1 and ord(lone) < 0x100 and is_symbol_font(font):
        return text.replace(lone, glyph(ord(lone), font))
    return PRIVATE.sub(lambda found: glyph(ord(found.group()), font), text)
