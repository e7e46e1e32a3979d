"""What a line of a plan looks like: sentence end, capitals, names, rules. Questions that several readers ask."""

import re

from kedraft.vietnamese.letters import pattern

_RULE = pattern(r"[\s\-–—_*=.·•~]{3,}\Z")
_TERMINAL = pattern(r"[.;:!?…](?:[\"”’'»)\]]|\[\d+\])*\s*\Z")
_CLOSED = pattern(r"[.!?…](?:[\"”’'»)\]]|\[\d+\])*\s*\Z")
_PAGE_NUMBER = pattern(r"(?:Trang\s*|Page\s*)?[-–]?\s*\d{1,3}\s*(?:/\s*\d{1,3})?\s*[-–]?\Z", re.IGNORECASE)
_SPACED = pattern(r"(?:\w ){3,}\w\Z")
#: `Nguyễn`, `A`, and the names of the Central Highlands: `H'Lơm`, `K’Ré`, `K'` before `Brôi`.
_TITLE_WORD = pattern(r"[A-ZÀ-Ỹ][a-zà-ỹ]*(?:['’-][A-ZÀ-Ỹ]?[a-zà-ỹ]+)*['’]?\Z")
_PARTED = pattern(r"[A-ZÀ-Ỹ]['’][A-ZÀ-Ỹ]?[a-zà-ỹ]+\Z")
_HONOUR = pattern(
    r"(?<!\w)(?:(?:BS|DS|YS|CN|ĐD)?\.?\s?C\.?K\.?\s?(?:I{1,2}|[12])|GS|PGS|TSKH|TS|T[hH]S|Th\.S|BS|DS|YS|KS|CN|LS|TTND|TTƯT|NGƯT|NGND|NSND|NSƯT|"
    r"Bác sĩ|Dược sĩ|Tiến sĩ|Thạc sĩ|Kỹ sư|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy))\b\.?\s*"
)


def is_rule(line: str) -> bool:
    """Whether the line only draws a line (`-------`, `____`, `* * *`)."""
    return bool(_RULE.match(line))


def is_ornament(line: str) -> bool:
    """Whether the line has no letter and no digit (a drawn line, the star or dash under a body's name)."""
    return bool(line) and not any(c.isalnum() for c in line)


def is_terminal(line: str) -> bool:
    """Whether the line ends as a paragraph does: with . ; : ! ? or an ellipsis."""
    return bool(_TERMINAL.search(line))


def is_closed(line: str) -> bool:
    """Whether the line ends a sentence."""
    return bool(_CLOSED.search(line))


def is_page_number(line: str) -> bool:
    """Whether the line is only a page number (`2`, `- 2 -`, `Trang 2/5`)."""
    return bool(_PAGE_NUMBER.match(line)) and bool(line)


def is_upper(text: str) -> bool:
    """Whether the text is written in capitals (some letters, nearly all of them upper case)."""
    capitals = sum(map(str.isupper, text))
    return capitals >= 2 and capitals >= 0.9 * sum(map(str.isalpha, text))


def starts_lower(text: str) -> bool:
    """Whether the first letter is lower case, or no letter or digit comes first (a sentence that goes on)."""
    return bool(text) and (text[0].islower() or not (text[0].isalnum() or text[0] in "“\"'‘«([+-–—•*"))


def is_spaced(line: str) -> bool:
    """Whether the letters of the line are set apart (`K Ế  H O Ạ C H`)."""
    return bool(_SPACED.match(line.replace("  ", " ").strip()))


def unspaced(text: str) -> str:
    """`K Ế  H O Ạ C H` -> `KẾ HOẠCH`: letters set apart are put together, wider gaps stay gaps."""
    if not is_spaced(text):
        return text
    return " ".join("".join(word.split()) for word in re.split(r"\s{2,}", text.strip()))


def is_person(line: str) -> bool:
    """Whether the line may be a person's name: two to six words, each with one capital at its start; `K'Brôi` is one alone."""
    words = _HONOUR.sub("", line).strip(" .").split()
    if len(words) == 1:
        return bool(_PARTED.match(words[0]))
    return (
        2 <= len(words) <= 6 and all(_TITLE_WORD.match(word) for word in words) and any(len(word) > 1 for word in words)
    )


def without_honours(name: str) -> str:
    """A person's name without what stands before it: `PGS.TS. Trần Thị A` -> `Trần Thị A`."""
    while (rest := _HONOUR.sub("", name, count=1)) != name and rest:
        name = rest
    return name


def is_person_in_capitals(line: str) -> bool:
    """Whether a line in capitals is surely a person's name (`NGUYỄN VĂN A`, `K'BRÔI`): it opens with a common family name."""
    words = line.split()
    if not is_upper(line) or not words or not is_person(" ".join(word.capitalize() for word in words)):
        return False
    return words[0] in _FAMILIES or "'" in line or "’" in line


def may_be_person_in_capitals(line: str) -> bool:
    """Whether a line in capitals below an office may be a person's name of any family: no word of offices, bodies or fields in it."""
    words = line.split()
    named = is_upper(line) and 2 <= len(words) <= 5 and is_person(" ".join(word.capitalize() for word in words))
    return named and not _NO_NAME.search(line)


_NO_NAME = pattern(
    r"\A(?:SỞ|BỘ|PHÒNG|BAN|HỘI|ĐOÀN|ĐẢNG|KHOA|TỔ|ĐỘI|VIỆN|THÔN|LIÊN|NGƯỜI|NƠI|LƯU:|KÝ)(?!\w)|(?<!\w)(?:CHỦ (?:TỊCH|NHIỆM)|GIÁM ĐỐC|TRƯỞNG|PHÓ|CHÁNH (?:VĂN|THANH)|BÍ THƯ|THƯ KÝ|CHỈ HUY|PHỤ TRÁCH|"
    r"THƯỜNG (?:TRỰC|VỤ)|KIÊM|[ỦU]Y (?:BAN|VIÊN)|UBND|HĐND|MTTQ|NHÂN DÂN|TỈNH|HUYỆN|XÃ|PHƯỜNG|QUẬN|THỊ TRẤN|THÀNH PHỐ|ĐẶC KHU|VÀ|VĂN (?:PHÒNG|HÓA)|CÔNG (?:AN|THƯƠNG|ĐOÀN|NGHỆ|TÁC|TY)|"
    r"TRUNG TÂM|TRƯỜNG|KINH TẾ|GIÁO DỤC|ĐÀO TẠO|LAO ĐỘNG|NÔNG (?:NGHIỆP|DÂN|THÔN)|TÀI (?:CHÍNH|NGUYÊN)|TƯ PHÁP|NỘI VỤ|Y TẾ|XÂY DỰNG|DU LỊCH|THỂ THAO|QUÂN SỰ|THANH (?:TRA|NIÊN)|KHOA HỌC|"
    r"PHỤ (?:NỮ|LỤC)|DÂN TỘC|DUYỆT|KẾ HOẠCH)(?!\w)"
)
#: The commonest family names, of the Kinh and of other peoples.
_FAMILIES = frozenset(
    """
    NGUYỄN TRẦN LÊ PHẠM HOÀNG HUỲNH PHAN VŨ VÕ ĐẶNG BÙI ĐỖ HỒ NGÔ DƯƠNG LÝ ĐINH ĐOÀN TRƯƠNG LÂM MAI TRỊNH ĐÀO CAO TẠ LƯƠNG VƯƠNG NÔNG HỨA
    LÒ QUÀNG SÙNG GIÀNG VÀNG THÀO MÙA HẠNG LẦU BẾ ĐÀM TRIỆU PHÙNG CHU QUÁCH THÁI KIỀU NGHIÊM LƯU TĂNG TÒNG THẠCH CHÂU SIU KSOR KPĂ ĐIỂU
    LƯỜNG CẦM ĐIÊU TÔ KHỔNG
    """.split()  # noqa: SIM905
)
