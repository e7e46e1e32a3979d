"""What may stand before the body that a sentence tells to act: a circumstance, words that join it to what was said, or who orders it.

`Khi có thiên tai, UBND các xã …`, `Mặt khác, UBND các xã …`, `Sở lo vật tư, còn UBND các xã …`, `Thống nhất giao UBND các xã …`.
"""

from kedraft.grammar.bodies import CAP, PIECE, TASK_START, VERB
from kedraft.vietnamese.letters import lazily

#: Words that begin a circumstance, whatever it says.
OPENER = lazily(
    r"(?i:(?:ngày|thứ|sáng|chiều|cuối|đầu|bước|căn cứ|trên cơ sở|theo|định kỳ|hằng|hàng|trước|chậm nhất|trong|khi|nếu|để|nhằm|ngoài|từ|sau|trường hợp|bên cạnh|đồng thời|trên đây|quá trình|vào|kể từ|cùng với|thông qua|với|hết|kết thúc|đến|"
    r"theo đó|riêng|thực hiện|đối với|tại|nơi|chỗ nào|mỗi (?:khi|ngày|tuần|tháng|quý|năm|đợt|lần|buổi|vụ)|tùy|do|mọi|những|giai đoạn|năm|quý|tháng|6 tháng|phát huy vai trò|xuất phát|tiếp tục|nhận được|để triển khai|kế hoạch này|căn cứ vào)(?!\w))"
)
#: Words that join a clause to what was said before; the body follows at once.
_JOINS = lazily(
    r"\s*(?i:riêng|đồng thời|theo đó|bên cạnh đó|ngoài ra|mặt khác|cụ thể(?: là)?|đặc biệt(?: là)?|nhất là|trước hết(?: là)?|trong đó|tiếp đó|tiếp theo|sau đó|song song với đó|cùng với đó|do đó|vì vậy|cũng theo đó)\s*,?\s*"
)
#: `Sở lo vật tư, còn UBND các xã lo nhân công`: the second clause has a body of its own.
_TURNS = lazily(r"(?i:(?:,\s*|\s)còn|,\s*(?:riêng|sau đó|trong khi đó|đồng thời),?)\s+\Z")
_CIRCUMSTANCE_ENDS = lazily(r"(?:vướng mắc|khó khăn|phát sinh|phân công|nhiệm vụ|được giao|Kế hoạch này)\s*\Z")
#: Words of the longest circumstance that no word of `OPENER` begins.
_LONGEST = 14
PARENT_SPEAKS = lazily(
    r"(?i:(?:^|[,;:.]\s*)(?:(?:phó\s+)?chủ tịch\s+|lãnh đạo\s+|thường trực\s+)?(?:UBND|Ủy ban nhân dân|ban chỉ đạo|thủ tướng chính phủ|chính phủ)[^,;.]{0,60}\Z)"
)
#: The parent's unit for its committee: `Tỉnh yêu cầu …`, `Thành phố đề nghị …`.
_UNIT_SPEAKS = lazily(
    rf"(?:[^,;:.]{{1,60}},\s*)?(?:[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Tt]hị xã)(?:\s+[{CAP}][\wà-ỹ]*){{0,4}}(?:\s(?:cũng|còn|tiếp tục|vừa|đã))?\Z"
)
#: `Sở Y tế đề nghị các xã …`: a department that asks in the parent's own text, and does nothing else in the sentence.
_DEPARTMENT_ASKS = lazily(
    rf"(?:[^,;:]{{1,60}},\s*)?(?:Sở|Công an tỉnh|Công an thành phố|Công an Thành phố|Bộ Chỉ huy|Văn phòng|Thanh tra tỉnh)(?:(?!(?<!\w){VERB}(?!\w))(?:[^,;:.]|\.(?=\S)))*(?:\s(?:cũng|còn|tiếp tục|vừa))?\Z"
)
#: What says of the order only that it stands: `Thống nhất giao UBND các xã …`.
_AGREED = lazily(r"(?i:(?:thống nhất|chủ trương|tiếp tục|đồng thời|nay|cũng)\Z)")

#: `Nhiệm vụ này giao UBND các xã …`: the work stands before the order.
_WORK_HANDED_ON = lazily(
    r"(?i:(?:các\s+)?(?:nhiệm vụ|việc|công việc|công tác|nội dung|phần việc|phần còn lại|khâu|hạng mục)(?!\w))"
)


def opens(clause: str) -> bool:
    """Whether `clause` is nothing but what may stand before a body that begins to act."""
    begins = clause.strip()
    if _JOINS.fullmatch(clause) or _TURNS.search(clause):
        return True
    if OPENER.match(begins):
        return begins.endswith((",", "thì")) or bool(_CIRCUMSTANCE_ENDS.search(clause))
    return begins.endswith(",") and "," not in begins[:-1] and names_nobody(begins)


def may_order(before: str) -> bool:
    """Whether the parent itself speaks: nothing before the order, a circumstance, or the committee's own name."""
    begins = before.strip()
    if not begins or _AGREED.match(begins) or PARENT_SPEAKS.search(before) or _UNIT_SPEAKS.match(begins):
        return True
    handed = _WORK_HANDED_ON.match(begins) and names_nobody(begins)
    return bool(OPENER.match(begins) or handed or _JOINS.fullmatch(begins) or _DEPARTMENT_ASKS.match(begins))


def names_nobody(words: str) -> bool:
    """Whether words tell neither a task nor who does one, so that the body after them is the first to act."""
    brief = len(words.split()) <= _LONGEST
    return brief and not TASK_START.match(words.strip()[:1].upper() + words.strip()[1:]) and not PIECE.search(words)
