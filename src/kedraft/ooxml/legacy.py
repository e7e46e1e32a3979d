"""Fonts older than Unicode: TCVN3 (ABC; `.VnTime`, `.VnTimeH`), whose letters are other letters in disguise.

The code of each letter is that of TCVN 5712:1993 (VN3), read as Latin-1.
"""

from typing import Final

_CODES: Final = (
    "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦",
    "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ",
)
_TCVN3: Final = str.maketrans(*_CODES)


def is_legacy_font(font: str | None) -> bool:
    """Whether text in this font is TCVN3 or VNI, not Unicode."""
    return (font or "").lower().startswith((".vn", "vni-"))


def is_convertible(font: str) -> bool:
    """TCVN3 is turned into Unicode letter by letter; VNI is not."""
    return font.lower().startswith(".vn")


def from_legacy(text: str, font: str) -> str:
    """The text as it prints. Text that is Unicode already, and VNI, stay as they are."""
    if not is_convertible(font) or any(ord(c) > 0xFF for c in text):
        return text
    text = text.translate(_TCVN3)
    return text.upper() if font.lower().endswith("h") else text
