"""Lines of the foot: what opens the Nơi nhận, what belongs to a signature, what OCR may have made of either."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from kedraft.grammar.shape import is_person, is_upper
from kedraft.vietnamese.letters import lazily, pattern
from kedraft.vietnamese.text import fold, squeeze

#: `Nơi nhận:`, also without its colon at a line's end or before a recipient; not `Nơi nhận hồ sơ: …`.
RECIPIENTS = pattern(
    r"N[ơo]i\s+(?:nh\S{1,2}n|gửi(?=\s*:))(?:\s*[:.;]\s*|\s*(?=[-–—+•*_(),]|\Z)|\s+(?=(?-i:[A-ZÀ-Ỹ][a-zà-ỹ]|(?:TM|KT|TL|TUQ|Q)\b|\d)))",
    re.IGNORECASE,
)
AUTHORITY = pattern(
    r"['‘“]?(?:T/?M|KT|K/T|TL|T/L|TUQ|Q)\s*[.:]?\s+(?=[A-ZÀ-Ỹ])|(?:TM|KT|TL|TUQ|Q)\.(?=[A-ZÀ-Ỹ])|(?:TM|KT),\s(?=[A-ZÀ-Ỹ]{2})"
)
_OFFICE = (
    r"(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?GIÁM ĐỐC|(?:PHÓ )?CHÁNH (?:VĂN PHÒNG|THANH TRA)|(?:PHÓ )?TRƯỞNG (?:BAN|PHÒNG|ĐOÀN|TIỂU BAN|CÔNG AN)|(?:PHÓ )?CỤC TRƯỞNG|THỨ TRƯỞNG|"
    r"BỘ TRƯỞNG|(?:PHÓ )?THỦ TƯỚNG|(?:PHÓ )?BÍ THƯ|(?:PHÓ )?HIỆU TRƯỞNG|(?:PHÓ )?TỔ TRƯỞNG|(?:PHÓ )?CHỦ NHIỆM|(?:PHÓ )?CHI CỤC TRƯỞNG|(?:PHÓ )?VIỆN TRƯỞNG|"
    r"(?:PHÓ )?TRƯỞNG (?:KHOA|TRẠM|THÔN|ẤP|KHU PHỐ|BỘ MÔN|CHI NHÁNH)|(?:PHÓ )?(?:ĐỘI|KHỐI|NHÓM|TRẠM|HẠT) TRƯỞNG|THỦ TRƯỞNG|TỔNG (?:BIÊN TẬP|THƯ KÝ|PHỤ TRÁCH)|"
    r"NGƯỜI (?:LẬP|XÂY DỰNG|VIẾT|BÁO CÁO)|(?:PHÓ )?TỔNG GIÁM ĐỐC|(?:PHÓ )?TỔNG CỤC TRƯỞNG|(?:PHÓ )?CHỈ HUY TRƯỞNG|ỦY VIÊN|TRƯỞNG BAN"
)
#: An authority whose body is written in small letters: `TM. Ủy ban nhân dân`, `KT. Chủ tịch`.
_SPOKEN = pattern(
    r"(?:T/?M|KT|TL|TUQ)\.\s?(?:[ỦU][yỷ] ban nhân dân|UBND|Ban (?:Chỉ đạo|Thường vụ|Thường trực|Chấp hành)|Hội đồng|Chủ tịch|Giám đốc|Chánh Văn phòng|Trưởng (?:ban|phòng)|Hiệu trưởng)"
    r"(?:\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn))?\Z"
)
_POSITION = pattern(rf"(?:{_OFFICE})\b")
_POSITION_FOLDED = lazily(rf"(?:{fold(_OFFICE)})(?: thuong truc)?\Z")
#: The last word of an office and the first of the name, glued by a page that lost its line ends (`TỊCHSơn Thị …`).
_GLUED_NAME = pattern(r"[A-ZÀ-Ỹ]{2,}(?P<name>[A-ZÀ-Ỹ][a-zà-ỹ]+)\Z")
_APPROVER = pattern(r"(?:PHÊ )?DUYỆT(?: CỦA\b|\Z)|XÁC NHẬN CỦA\b")
_NEAR = 0.75  # how like an office a damaged one still is
GARBAGE = 25  # letters; what OCR makes of a pen's strokes is shorter
SIGNED = pattern(
    r"\(?\s*(?:đã ký|đã kí|ký tên|chữ ký|\[daky\]|\(signed\)|ký bởi|người ký|ngày ký\s*:|ký ngày|thời gian ký|signature|digitally signed).*",
    re.IGNORECASE,
)
#: What a digital signature prints of itself, one line each.
_SIGNING_DATA = pattern(r"(?:ký bởi|người ký|ngày ký|ký ngày|thời gian ký|digitally signed by)\s*:?\s", re.IGNORECASE)
DASH = pattern(r"(?:~\s?(?=-))?[-–—+•*~]\s*")
KEPT = pattern(r"[-–—•~]*\s*L[ưu]u\b", re.IGNORECASE)


def is_recipients(text: str) -> bool:
    """Whether the line opens the Nơi nhận."""
    return bool(RECIPIENTS.match(text.lstrip("*_ \"'")))


def is_signature(text: str) -> bool:
    """Whether the line belongs to the signature: an authority (`TM.`, `KT.`) or an office in capitals."""
    line = squeeze(text)
    if len(line) > 120 or not line:
        return False
    acting = AUTHORITY.match(line)
    if (acting and _mostly_upper(line[acting.end() :])) or (_APPROVER.match(line) and is_upper(line)):
        return True
    if _SPOKEN.match(line):
        return True
    name = name_behind(line)
    office = (line[: len(line) - len(name)].strip() if name else line).lstrip("'‘“")
    return is_upper(office) and is_office(office) and len(line) < 90


def has_authority(text: str) -> bool:
    """Whether the line names an authority to sign: `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.`."""
    return bool(AUTHORITY.match(squeeze(text)))


def is_kept(text: str) -> bool:
    """Whether the line is the list's last one: `- Lưu: VT.`"""
    return bool(KEPT.match(text))


def is_signed_note(text: str) -> bool:
    """Whether the line stands for a signature: `(Đã ký)`."""
    return bool(SIGNED.fullmatch(text))


def is_signing_data(text: str) -> bool:
    """Whether the line is one that a digital signature prints: `Ký bởi: …`, `Ngày ký: …`."""
    return bool(_SIGNING_DATA.match(text)) and len(text) < 120


def is_office(text: str) -> bool:
    """Whether words in capitals are an office, also where OCR lost their marks (`PHO CHU TỊCH`)."""
    return bool(_POSITION.match(text)) or (len(text) < 40 and bool(_POSITION_FOLDED.match(fold(text))))


def is_near_office(text: str) -> bool:
    """Whether damaged words are likely an office (`PHO GHỤ TỊCH`); asked only below an authority."""
    words = fold(text)
    offices = ("pho chu tich", "chu tich", "giam doc", "pho giam doc", "truong ban", "pho truong ban")
    return any(SequenceMatcher(None, words, office).ratio() >= _NEAR for office in offices)


def _mostly_upper(line: str) -> bool:
    words = [word for word in line.split() if any(c.isalpha() for c in word)]
    return sum(word.upper() == word for word in words) >= 0.5 * len(words)


def is_foot_line(text: str) -> bool:
    """Whether the foot begins with this line."""
    return is_recipients(text) or is_signature(text)


def lost_recipients(texts: Sequence[str], first: int) -> int | None:
    """Where a Nơi nhận begins whose label OCR has lost: at the lines with dashes above `Lưu: VT`, or the short line over them."""
    kept = next((at for at in range(len(texts) - 1, first, -1) if KEPT.match(texts[at])), None)
    if kept is None:
        return None
    at = kept
    while at - 1 > first and DASH.match(texts[at - 1]) and ";" in texts[at - 1]:
        at -= 1
    above = texts[at - 1]
    if at - 1 > first and len(above) < GARBAGE + 15 and not above.rstrip().endswith((".", ";", ":")):
        return at - 1
    return at if at < kept else None


def name_behind(part: str) -> str | None:
    """The person's name printed behind the office in one line (`PHÓ CHỦ TỊCH Nguyễn Văn A`)."""
    words = part.split()
    at = next((i for i, word in enumerate(words) if word.upper() != word), None)
    if at is None or at == 0:
        return None
    first = glued["name"] if (glued := _GLUED_NAME.match(words[at])) else words[at]
    name = " ".join([first, *words[at + 1 :]])
    return name if is_person(name) else None
