"""What may stand before the body that a sentence tells to act: a circumstance, words that join it to what was said, or who orders it.

`Khi có thiên tai, UBND các xã …`, `Mặt khác, UBND các xã …`, `Sở lo vật tư, còn UBND các xã …`, `Thống nhất giao UBND các xã …`.
"""

from kedraft.grammar.bodies import ACTS, CAP, MORE_VERBS, PIECE, TASK_START, VERB
from kedraft.vietnamese.letters import lazily

#: Words that begin a circumstance, whatever it says.
OPENER = lazily(
    r"(?i:(?:ngày|thứ|sáng|chiều|cuối|đầu|bước|căn cứ|trên cơ sở|theo|định kỳ|hằng|hàng|trước|chậm nhất|trong|khi|nếu|để|nhằm|ngoài|từ|sau|trường hợp|bên cạnh|đồng thời|trên đây|quá trình|vào|kể từ|cùng với|thông qua|với|hết|kết thúc|đến|"
    r"theo đó|riêng|thực hiện|đối với|tại|nơi|chỗ nào|mỗi (?:khi|ngày|tuần|tháng|quý|năm|đợt|lần|buổi|vụ)|tùy|do|mọi|những|giai đoạn|năm|quý|tháng|6 tháng|phát huy vai trò|xuất phát|tiếp tục|nhận được|không chỉ|không những|vừa|để triển khai|kế hoạch này|căn cứ vào)(?!\w))"
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
    r"(?i:(?:^|[,;:.]\s*)(?:đồng chí\s+|ông\s+|bà\s+)?(?:(?:phó\s+)?chủ tịch\s+(?:thường trực\s+)?|lãnh đạo\s+|(?:ban\s+)?thường (?:trực|vụ)\s+)?(?:UBND|Ủy ban nhân dân|ban chỉ (?:đạo|huy)|tỉnh ủy|thành ủy|huyện ủy|thủ tướng chính phủ|chính phủ)[^,;.]{0,60}\Z)"
)
#: Times that need no comma before the body: `Thời gian tới UBND các xã …`.
_TIME = lazily(
    r"(?i:\s*(?:(?:trong\s+)?(?:thời gian tới|thời gian này|những ngày tới|mùa này)|trước mắt|từ nay(?: đến (?:cuối|hết) năm)?|(?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm))\s*)"
)
#: Those who ask for themselves, and order nobody.
_PEOPLE = r"(?i:người|nhân dân|hộ|gia đình|cá nhân|tổ chức|doanh nghiệp|hợp tác xã|học sinh|sinh viên|phụ huynh|cử tri|công dân|dân|chủ (?:hộ|rừng|cơ sở)|du khách|xã|phường|thôn|khu phố)(?!\w)"
#: Whoever asks, with nothing said of him but who he is: `Giám đốc Sở Y tế`, `Đoàn kiểm tra số 2`. Papers that only carry a request are no order.
_SOMEBODY_ASKS = lazily(
    rf"(?:[^,;:]{{1,80}},\s*)?(?=[{CAP}])(?!(?:Các\s+|Những\s+)?{_PEOPLE})(?:(?:Đoàn|Tổ|Ban|Đội|Hội đồng)\s+(?:kiểm tra|thanh tra|giám sát|thẩm định|công tác|chỉ đạo|tổ chức|tuyển chọn|điều tra)(?!\w))?"
    rf"(?:(?!(?<!\w)(?<!thường )(?:{VERB}|{MORE_VERBS}|{ACTS}|có|được|bị|khi|nếu|việc|để)(?!\w))(?:[^,;:.]|\.(?=\S))){{0,90}}"
    r"(?<!văn bản )(?<!giấy )(?<!đơn )(?<!hồ sơ )(?<!tờ trình )(?<!ý kiến )(?<!kiến nghị )(?:\s(?:cũng|còn|vừa|đã|tiếp tục|thống nhất|tiếp tục thống nhất))?\s*\Z"
)
#: What says of the order only that it stands: `Thống nhất giao UBND các xã …`.
_AGREED = lazily(r"(?i:(?:thống nhất|chủ trương|tiếp tục|đồng thời|nay|cũng)\Z)")

#: `Nhiệm vụ này giao UBND các xã …`: the work stands before the order.
_WORK_HANDED_ON = lazily(
    r"(?i:(?:các\s+)?(?:nhiệm vụ|việc|công việc|công tác|nội dung|phần việc|phần còn lại|khâu|hạng mục)(?!\w))"
)


#: What a sentence speaks of, pointed at: `Danh sách này`, `Những hộ còn lại`.
_TOPIC = lazily(r"(?i:[^,;:.]{2,60}\s(?:này|đó|ấy|trên|kể trên|còn lại))")
#: When it is, told in words that need a body behind them: not `Sau khi UBND các xã …`.
_WHEN = lazily(
    r"(?i:(?:khi|mỗi khi|sau|ngay sau|trước|trong|từ|đến|vào|cuối|đầu|hết|suốt)\s[^,;:.]{2,60}?(?<!\skhi)(?<!\snếu)(?<!\sđể)(?<!\smà)(?<!\svì)(?<!\sdo)(?<!\scủa)(?<!\scho)(?<!\svới)(?<!\stại)(?<!\sở)(?<!\svề)(?<!\sgiữa)(?<!\svà)(?<!\sgian)(?<!\strình)(?<!\sviệc)(?<!\sgiúp)(?<!\strợ)(?<!\smức)(?<!\ssố)(?<!\sdẫn))"
)


def opens(clause: str) -> bool:
    """Whether `clause` is nothing but what may stand before a body that begins to act."""
    begins = clause.strip()
    if _JOINS.fullmatch(clause) or _TIME.fullmatch(clause) or _TURNS.search(clause):
        return True
    if OPENER.match(begins):
        return begins.endswith((",", "thì")) or bool(_CIRCUMSTANCE_ENDS.search(clause))
    return begins.endswith(",") and "," not in begins[:-1] and names_nobody(begins)


def may_order(before: str) -> bool:
    """Whether somebody above hands out what follows: nothing before the order, a circumstance, or a name with no deed of its own."""
    begins = before.strip()
    if not begins or _AGREED.match(begins) or PARENT_SPEAKS.search(before) or OPENER.match(begins):
        return True
    if _JOINS.fullmatch(begins) or (_WORK_HANDED_ON.match(begins) and names_nobody(begins)):
        return True
    named = PIECE.match(begins) or not TASK_START.match(begins)
    return bool(named and _SOMEBODY_ASKS.match(begins))


def stands_apart(clause: str) -> bool:
    """Whether `clause` is what a sentence speaks of or when it is, with the acting body behind it and no comma: `Danh sách này UBND các xã niêm yết`."""
    told = clause.strip()
    return bool(_TOPIC.fullmatch(told) or _WHEN.fullmatch(told)) and names_nobody(told)


def names_nobody(words: str) -> bool:
    """Whether words tell neither a task nor who does one, so that the body after them is the first to act."""
    brief = len(words.split()) <= _LONGEST
    return brief and not TASK_START.match(words.strip()[:1].upper() + words.strip()[1:]) and not PIECE.search(words)
