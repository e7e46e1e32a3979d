"""How a list of bodies stands in its sentence: acting, told to act, beside another body, or only spoken of.

What stands before the list decides: `UBND các xã bố trí …` acts, `phối hợp với UBND các xã` is beside, `hướng dẫn UBND các xã` is spoken of.
"""

import re
from enum import StrEnum

from kedraft.grammar.bodies import ACTS, CAP, ENDS, LIST_STOP, MORE_VERBS, ORGANS, PART_OF_NAME, PIECE, STOP, VERB
from kedraft.grammar.bound import NAMED_UNIT, Bound
from kedraft.grammar.openers import PARENT_SPEAKS, may_order, names_nobody, opens, stands_apart
from kedraft.vietnamese.letters import lazily


class Role(StrEnum):
    """Vai trò - `lead` alone or first, `partner` beside another body, `all` together with others."""

    LEAD = "lead"
    PARTNER = "partner"
    ALL = "all"


# --- lists of bodies -------------------------------------------------------------------------------------------------

#: As far as one member of a list, or the words around a list, reach.
_NEAR = 400
_CUTS = lazily(r"[,;:(]\s*|\.(?=\s)\s*|\s(?:và|cùng với|cùng|hoặc)\s+")
_SEPARATOR = lazily(r"\s*(?:[,;](?:\s+(?:và|cùng(?:\s+với)?))?|\s(?:và|cùng với|cùng|hoặc))\s+\Z")
_NEXT = lazily(r"\s*(?:[,;](?:\s+(?:và|cùng(?:\s+với)?))?|(?<=\s)(?:và|cùng với|hoặc))\s+|\s*/\s*")
#: `UBND các xã và nhân dân tại chỗ tham gia …`: people beside the bodies are no body.
_CROWD = lazily(
    rf"\s+(?:và|cùng(?: với)?)\s+(?:(?:các tầng lớp|bà con)\s+)?(?:[Nn]hân dân|[Nn]gười dân)(?:\s+(?!(?:{VERB}|{ENDS})(?!\w))[^\s,;:.]+){{0,4}}?(?=\s+(?:{VERB}|{ENDS})(?!\w))"
)
_CIRCUMSTANCE = lazily(r"(?i:(?:\A|[;:.,]\s*)(?:trên cơ sở|căn cứ|theo|thực hiện|tùy|từ)\s[^;:.]*(?:của|từ)\s+\Z)")
#: `Kế hoạch của UBND tỉnh, các sở, ngành …`: the parent's own committee is no member of the list.
_OF_ISSUER = lazily(r"(?i:(?:chủ tịch\s+)?(?:UBND|Ủy ban nhân dân)\s+(?:tỉnh|thành phố|huyện)\s*\Z)")
#: A name holds neither object nor tense: `Trạm Thú y chỉ cách làm cho các hộ` is a clause.
_HAS_OBJECT = lazily(r"(?<!\w)(?:cho|đến|tới|bằng|báo(?!,| chí| cáo| đài)|tự|đã|bị|không|chưa|sẽ|phải|còn|đang)\s")
#: What may stand before the first body of a list.
_LEADS_LIST = lazily(
    r"(?i:(?<!\w)(?:đề nghị|yêu cầu|giao|phân công|đồng chí|các|của|là|cho|gồm|trưởng|lãnh đạo)\Z|:\Z)"
)
#: `Tại các điểm cầu cấp xã, phường, Chủ tịch UBND cấp xã …`: where it is, not who.
AT_PLACE = lazily(r"(?i:(?:tại|ở|trên|bên cạnh|ngoài)\s[^,;:.]*\Z)")
_PLACED = lazily(r"(?<!\w)(?:tại|ở|trong|của|cho|đến|tới|từ|về|theo)\s+\Z")
_ACTS_ITSELF = lazily(rf"(?<!\w)(?:{VERB}|{ENDS})(?!\w)")
_HEADED_BY = lazily(
    r"(?i:(?<!\w)(?:người đứng đầu|thủ trưởng|lãnh đạo|(?:phó\s+)?trưởng)(?:\s+cấp ủy,?\s*chính quyền)?)\s+\Z"
)
#: Commas inside names of bodies: `Ban Chỉ huy Phòng, chống thiên tai`, `Cảnh sát phòng cháy, chữa cháy`.
_COMMA_IN_NAME = lazily(r"(?<=hòng),(?= chống)|(?<=hòng cháy),(?= chữa)")


def list_start(text: str, at: int) -> int:
    """Where the list of bodies begins that goes on at `at`, with the words for those who head them."""
    start = _first_body(text, at)
    headed = _HEADED_BY.search(text, 0, start)
    return headed.start() if headed else start


def _first_body(text: str, at: int) -> int:
    text = _COMMA_IN_NAME.sub("‚", text)
    sure = at
    while separator := _SEPARATOR.search(text, max(0, at - _NEAR), at):
        floor = max(0, separator.start() - _NEAR)
        begin = max((m.end() for m in _CUTS.finditer(text, floor, separator.start())), default=floor)
        piece = text[begin : separator.start()]
        organ = next((m for m in PIECE.finditer(piece) if not _acts_before_next(piece, m)), None)
        if organ is not None and (
            _CIRCUMSTANCE.search(text[floor : begin + organ.start()])
            or (_OF_ISSUER.match(piece[organ.start() :]) and piece[: organ.start()].endswith("của "))
        ):
            return sure
        if AT_PLACE.match(piece) and not text[:begin].strip():
            return sure
        if organ is not None and "cùng" in separator.group() and STOP.search(piece[: organ.start()]):
            return sure  # `bố trí lực lượng cùng UBND các xã …`: the force is what is sent
        apart = ";" in separator.group()
        if apart and _is_clause(piece, organ):
            return sure
        if organ is None and NAMED_UNIT.fullmatch(piece):
            sure = begin
        elif organ is not None:
            sure = begin + organ.start()
            if organ.start():
                return sure
        elif not PART_OF_NAME.match(piece) or STOP.search(piece):
            return sure
        if begin == 0 or text[begin - 1] == "." or text[:begin].rstrip().endswith((":", "(")):
            return sure
        at = begin
    return sure


def _acts_before_next(piece: str, organ: re.Match[str]) -> bool:
    """Whether a body acts within `piece`, so that the list begins after it: `Sở Tài chính thẩm định dự toán của các sở`."""
    if STOP.search(piece, organ.end()):
        return True
    later = (m.start() for m in PIECE.finditer(piece, organ.end()) if _PLACED.search(piece, organ.end(), m.start()))
    at = next(later, organ.end())
    return bool(_ACTS_ITSELF.search(piece, organ.end(), at))


def _is_clause(piece: str, organ: re.Match[str] | None) -> bool:
    """Whether what stands before a semicolon is a clause of its own and no member of the list: a body in it acts, or is a place."""
    if organ is None:
        return False
    if _HAS_OBJECT.search(piece):
        return True
    before = piece[: organ.start()].strip()
    if before and not _LEADS_LIST.search(before):
        return True
    named = PIECE.search(piece)
    acting = named is not None and _ACTS_ITSELF.search(piece, named.end())
    return bool(acting or _PLACED.search(piece[: organ.start()]))


def list_end(text: str, at: int, bound: Bound, *, clause: bool = False) -> int:
    """Where the list of bodies ends that has a member ending at `at`. `clause`: at the latest with its clause."""
    if crowd := _CROWD.match(text, at):
        at = crowd.end()
    while found := _NEXT.match(text, at):
        here = found.end()
        if clause and ";" in found.group():
            return at
        if ours := bound.mention_end(text[here : here + _NEAR]):
            at = here + ours
            continue
        if named := NAMED_UNIT.match(text, here):
            at = named.end()
            continue
        organ = PIECE.match(text, here)
        if organ is None:
            return at
        stop = LIST_STOP.search(text, organ.end())
        assert stop is not None  # the pattern ends with \Z
        at = stop.start()
    return at


# --- what stands before and after ------------------------------------------------------------------------------------

_ORDER = lazily(
    r"(?i:(?:đề nghị|yêu cầu|lưu ý|nghiêm cấm|(?:phân công|(?<!bàn )(?<!chuyển )(?<!tiếp )giao(?:\s+(?:nhiệm vụ|trách nhiệm))?|ủy quyền|phân cấp)(?:\s+cho)?|(?<!chịu )(?<!có )trách nhiệm(?: của)?|nhiệm vụ của|về phía))\s*\Z"
)
#: What only the parent's own committee does to us: a department that directs or urges is no order of the parent's.
_DIRECTS = lazily(r"(?i:chỉ đạo|kêu gọi|phát động)\s*\Z")
_PARTNER = lazily(
    r"(?i:phối hợp(?:\s+chặt chẽ|\s+thường xuyên|\s+đồng bộ)?(?:\s+(?:với|cùng với|cùng))?|(?<!\w)cùng(?:\s+với)?)\s*\Z"
)
_ABSTRACT = lazily(
    r"(?i:(?:sự|cơ chế|quy chế|chương trình|kế hoạch|công tác|tính|việc|mối|chế độ|hiệu quả)\s+(?:[^,;.]{0,20}\s)?phối hợp[^,;.]*|phối hợp giữa)\s*\Z"
)
#: `Đề nghị UBND các tỉnh …; yêu cầu UBND các xã …`: the second order is the first committee's own.
_COMMITTEE_TOLD = lazily(
    r"(?:Đề nghị|Giao|Yêu cầu)\s+(?:Chủ tịch\s+)?(?:UBND|Ủy ban nhân dân)\s+(?:(?:các|cấp)\s+)?(?:tỉnh|huyện)(?!\w)[^;]*;"
)
#: `100 % UBND các xã …` are told to act; `100 % xã …` only counts them.
_COMMITTEE_FIRST = lazily(r"(?i:(?:chủ tịch\s+)?(?:UBND|Ủy ban nhân dân|chính quyền))(?!\w)")
_AGENT = lazily(r"(?i:(?<!\w)do)\s*\Z")
#: `Việc sơ tán là việc của UBND các xã`, `Đơn vị thực hiện là UBND các xã`: whose the work is.
_OWNS = lazily(
    r"(?i:(?<!\w)là\s+(?:công việc|phần việc|việc|nhiệm vụ|trách nhiệm)(?:\s+(?:chính|riêng|chung|thường xuyên|trực tiếp|hằng ngày))?\s+của"
    r"|\A\s*(?:việc|công tác|phần việc|nhiệm vụ)\s[^,;]{2,80}\sthuộc\s+(?:trách nhiệm|nhiệm vụ)\s+của(?=\s*\Z)|\A\s*trách nhiệm(?:\s+[^\s,;]+){0,6}\s+thuộc về"
    r"|(?:đơn vị|cơ quan|bên|nơi|đầu mối)(?:\s+(?:chủ trì|thực hiện|tổ chức|triển khai|chịu trách nhiệm|đầu mối|phụ trách|chính|và))+\s+là)\s*\Z"
)
#: What kind of bodies those are whose names follow.
_SORT_OF_BODY = lazily(r"(?i:(?<=với )các\s+(?:sở|ngành|đơn vị|cơ quan|sở,\s+ngành)(?:\s+(?:sau|gồm|liên quan))?\s+\Z)")
#: `Xác định phòng cháy là trách nhiệm của chính quyền`: a view of the work, no work handed out.
_VIEWS = lazily(r"(?i:\s*(?:xác định|coi|xem|nhận thức|quán triệt|khẳng định)(?!\w))")
#: `Việc cần làm của UBND các xã là lập sổ`: the work follows its owner.
_WORK_OF = lazily(
    r"(?i:\s*(?:[^,;:]{1,60},\s*)?(?:công việc|phần việc|việc|nhiệm vụ|trách nhiệm)(?:\s+[^\s,;:.]+){0,5}\s+của\s*\Z)"
)
_IS_TO = lazily(rf"\s+là\s*:?\s+(?:{VERB}|{MORE_VERBS}|{ACTS})(?!\w)")
#: Those whose every task it is: `trách nhiệm của các cấp, các ngành` hands nothing out.
_WHOLE_SYSTEM = lazily(r"(?i:(?:các\s+)?(?:cấp|ngành)(?:,|\s+ủy)|cả hệ thống|hệ thống|toàn)")
#: `phối hợp với các đơn vị: Công an tỉnh, UBND các xã`, `các Sở: Nội vụ, Tài chính, UBND các xã`: the colon only begins the list.
_LIST_BEGINS = lazily(
    r"(?i:(?<!\w)(các\s+(?:sở|ngành|đơn vị|cơ quan|sở,\s+ngành)(?:\s+(?:sau|gồm|liên quan))?)\s*:\s*)"
)
#: A clause that begins so goes on after the body: `qua hội nghị do các địa phương tổ chức`.
_WITHIN = lazily(
    r"(?i:(?:thông qua|qua|tại|trong|từ|bằng|tham gia|tham dự|dự|hưởng ứng|lồng ghép|kiểm tra|sử dụng)(?!\w))"
)
_AGENT_VERB = lazily(
    r"\s*(?:(?:tự|trực tiếp|chủ động)\s+)?(?:làm (?:chủ đầu tư|[Tt]rưởng|[Tt]ổ trưởng)|chủ trì|thực hiện|tổ chức|bố trí|bảo đảm|đảm bảo|cân đối|chi trả|chịu trách nhiệm|đảm nhận|đảm nhiệm|phụ trách|triển khai|lập danh sách|tự lo|lo|chi)(?!\w)"
)
STATE = lazily(
    r"\s*(?:(?:tiếp tục|vẫn|luôn|thường)\s+(?:là|còn|có)|đã|đang|đạt|chưa|còn(?! lại)|chiếm|gồm|bao gồm|có\s+(?:ít nhất|tối thiểu|tỷ lệ|từ|trên|trung bình|\d+|mô hình|tổ|đội|thôn)|được(?!\s+(?:giao|phân công|yêu cầu|đề nghị|ủy quyền))|là(?!\s+(?:cơ quan|đơn vị|đầu mối))|của|tại|thuộc diện|về|cho(?! (?:mượn|thuê|vay|phép))|với|nhận thức|hiểu)(?!\w)"
)
#: `được kiểm tra`, `được chọn làm điểm`: which of the units are meant, before what they are to do.
_CHOSEN = lazily(
    r"\s*được\s+(?:kiểm tra|thanh tra|giám sát|(?:lựa )?chọn(?: làm điểm| thí điểm)?|phân bổ (?:vốn|kinh phí)|hỗ trợ (?:vốn|kinh phí)|thí điểm)"
    rf"(?=\s+(?:{VERB}|{MORE_VERBS})(?!\w))"
    rf"|\s*thuộc (?:diện|đối tượng|danh sách|vùng|khu vực)(?:\s+[^\s,;:]+){{1,6}}?(?=\s+(?:{VERB}|{MORE_VERBS}|{ACTS})(?!\w))"
    rf"|\s*chưa\s+(?:có|đạt|hoàn thành|xảy ra|triển khai)(?:\s+[^\s,;]+){{1,3}}?(?=\s+(?:{MORE_VERBS}|{ACTS})(?!\w))"
    r"|\s*đã\s+(?:đạt chuẩn|được công nhận|hoàn thành)(?:\s+[^\s,;]+){0,4}?(?=\s+(?:tiếp tục|duy trì|khẩn trương|tập trung|nâng cao|phấn đấu|chủ động|rà soát)(?!\w))"
)
#: What people feel or know is no task: `và Nhân dân phấn khởi, tin tưởng`.
_FEELS = lazily(
    rf"(?i:(?:\s+(?:và|cùng)\s+(?:(?:các tầng lớp|bà con|cán bộ|đảng viên|chiến sĩ)[\s,]+(?:và\s+)?)*(?:nhân dân|người dân|cán bộ|chiến sĩ|đảng viên)(?:\s+(?!(?:{VERB}|{ENDS})(?!\w))[^\s,;:.]+){{0,6}})?"
    r"(?:\s+(?:trong|toàn|trên địa bàn|tại|ở)(?:\s+[^\s,;:.]+){1,3}?)?"
    r"\s+(?:rất\s+|hết sức\s+|luôn\s+|đều\s+)?(?:vui|phấn khởi|hân hoan|tự hào|vinh dự|tin tưởng|an tâm|yên tâm|hài lòng|đồng tình|đồng thuận|nhất trí|ghi nhận|biết ơn|mong|thấy|nắm được|nắm rõ|biết|hiểu)(?!\w))"
)
_EACH_OF_THEM = lazily(r"(?i:\s*,?\s*mỗi (?:đơn vị|địa phương|nơi|xã|phường)(?=\s+[a-zđà-ỹ]))")
#: After the body that begins a clause any word is its deed, but for those that say which body, where, or how it is.
_ANY_WORD = lazily(
    r":?\s+(?!(?:nghèo|khó khăn|vùng|miền|ven|giáp|dọc|điểm|mới|khác|này|đó|ấy|nào|nêu|trên|dưới|tại|ở|ngoài|trong|từ|đến|với|và|hoặc|hay|của|cho(?! (?:mượn|thuê|vay|phép))|là|cũ|sau|trước|theo|qua|nói|như|nơi|thì|mà|chủ yếu|bình quân|trung bình|tỷ lệ|diện tích|mức|khoảng|tối đa|tương ứng|lân cận|sở tại)(?!\w))[a-zđà-ỹ]{2,}\s+\w"
)
#: `các xã không phải đóng góp`: told that there is nothing to do.
_SPARED = lazily(r"\s*(?:thì\s+)?không\s+(?:phải|cần)(?!\s+là)(?!\w)")
#: `các xã bị ảnh hưởng nặng`: no deed unless one follows.
_SUFFERS = lazily(r"\s*bị\s")
#: What befalls those who do well or badly is no task of theirs.
_JUDGED = lazily(
    r"(?i:[^,;.]{0,70}?\s(?:(?:được|bị|sẽ)\s+(?:(?:UBND|Ủy ban nhân dân|Chủ tịch)[^,;.]{0,30}?\s)?(?:xem xét,?\s+|xét,?\s+)?(?:đề nghị\s+|tặng\s+)?(?:khen|thưởng|hưởng|cộng điểm|vinh danh|biểu dương|tuyên dương|phê bình|kiểm điểm)|bị (?:xử lý|trừ điểm|hạ bậc|nhắc nhở|xem xét))(?!\w))"
)
#: `được kiện toàn …, xong trước ngày …`: a state with a day to reach it is a task.
_SET_UP_BY = lazily(
    r"\s*(?:phải\s+)?được\s+(?:kiện toàn|củng cố|thành lập|bố trí|trang bị)(?!\w)[^;.]*?(?<!\w)(?:xong|hoàn thành|kết thúc)\s+(?:trước|trong|chậm nhất)(?!\w)"
)
#: `Báo cáo của UBND các xã gửi về Sở Tư pháp trước ngày …`: whose paper has a day to come in must send it.
_PAPER_OF = lazily(
    r"(?i:(?:(?:thời hạn|thời gian|hạn)\s+(?:gửi|nộp)\s+)?(?:báo cáo|kế hoạch|danh sách|hồ sơ|đăng ký|văn bản|kết quả|số liệu)(?:\s+[^\s,;:.]+){0,5}?\s+(?:của|đối với)\s*\Z)"
)
_HANDED_IN = lazily(r"[^;.]{0,80}?(?<!\w)(?:trước|chậm nhất|muộn nhất)\s+(?:là\s+)?(?:ngày\s+|\d)")
#: `giao cho 9 huyện theo Phụ lục`: a share is given, no deed is told.
_GIVEN = lazily(
    r"\s*(?:theo(?! dõi| chức năng| nhiệm vụ| thẩm quyền)|tại|như|tối thiểu|ít nhất|từ\s+\d|\d|(?:các\s+)?(?:chỉ tiêu|kinh phí|vốn|quyền|đất|biên chế|dự toán|nguồn lực|nhiệm vụ)(?!\w))(?!\w)"
)
#: `Cơ sở không đăng ký, UBND xã lập biên bản.`: a condition that needs no `nếu`.
_CONDITION = lazily(
    r"(?i:\s*(?:[^\s,;:]+\s+){1,8}?(?:không|chưa|vi phạm|hết hạn|để xảy ra|có dấu hiệu)(?!\w)[^,;:]*,\s*)"
)
#: `Mẫu biểu do Sở ban hành, các xã điền …`: what another gives is told, then who goes on with it.
_GIVEN_OUT = lazily(
    rf"[^,;:]{{2,60}}\sdo\s(?:{ORGANS})(?!\w)[^,;:]{{2,60}}\s(?:{VERB}|{MORE_VERBS}|{ACTS})[^,;:]{{0,40}},\s*"
)
#: `Trong thời gian UBND các xã rà soát, Sở …`: the sentence is about the second body.
_ANOTHER_ACTS = lazily(rf"[^;:.]*,\s*(?:{ORGANS})(?!\w)")
_STRONG = lazily(
    r"(?i:có trách nhiệm|chịu trách nhiệm|(?<!\w)phải(?!\w)|đề nghị|yêu cầu|(?<!\w)giao(?!\w)|có nhiệm vụ|chủ động|tổ chức|xây dựng|triển khai|báo cáo|thực hiện|khẩn trương|nghiêm túc|tiếp tục|tập trung|phấn đấu|kịp thời)"
)
#: `Sở Xây dựng chủ trì; UBND các xã phối hợp.`
_HELPS_ANOTHER = lazily(r"chủ trì[^;]*[;,]\s*\Z")
#: `Sở Xây dựng chủ trì, UBND các xã vận động dân.`: each its own deed.
_BESIDE_LEADER = lazily(r"(?<!\w)chủ trì\s*[;,]\s*(?:và\s+)?\Z")
_HELPS = lazily(r"\s*tham gia(?!\w)|\s*phối hợp(?:\s+(?:tổ chức\s+)?(?:thực hiện|triển khai))?\s*(?:[.;)]|\Z)")
_ORDERED = lazily(
    r"(?i:(?<!\w)(?:đề nghị|yêu cầu|giao(?! thông| tiếp| dịch| lưu| ban)|phân công)(?:\s+(?:nhiệm vụ\s+)?cho)?)\s+"
)
_LISTED = lazily(
    rf"\s*(?:(?:các|những|toàn thể)\s+)?(?:đồng chí|ông,? bà|thủ trưởng|lãnh đạo|giám đốc|người đứng đầu|cấp ủy|{PIECE.pattern})(?!\w)"
)
_GOES_ON = lazily(r"(?:[,;]|\s(?:và|cùng|cùng với)|(?<!\w)(?:lãnh đạo|thủ trưởng|đồng chí|người đứng đầu))\s+\Z")
#: What members of a list are said to do only to tell which ones: `các sở chủ trì từng nội dung và UBND …`.
_WHO_DO = lazily(
    r"(?i:(?:chủ trì|phụ trách)\s+(?:(?:từng|các)\s+)?(?:nội dung|nhiệm vụ|tiêu chí|lĩnh vực|dự án|đề án)(?:\s+(?:thành phần|cụ thể|chi tiết))?|được (?:giao|phân công)(?: nhiệm vụ| chủ trì)?)"
)
#: Departments named by their field alone, some of which are verbs: `các Sở: Tư pháp, Xây dựng, UBND các xã`.
_DEPARTMENT = lazily(rf"(?<=[\s,])[{CAP}][^\W\d_]*\s+[^\W\d_]+(?=\s*[,;]|\s+và\s)")
_ANY_VERB_PLAIN = lazily(rf"(?<!\w)(?:{VERB}|{MORE_VERBS}|{ACTS})(?!\w)")
_ANY_VERB = lazily(rf"(?i:(?<!\w)(?!cấp (?:cơ sở|xã|huyện|tỉnh)(?!\w))(?:{VERB}|{MORE_VERBS}|{ACTS})(?!\w))")


def relation(text: str, start: int, end: int, *, inside: bool = False, below: bool = False) -> Role | None:
    """How the list of bodies at `start`..`end` stands in its sentence: acting (LEAD), beside another (PARTNER), or only spoken of.

    `inside`: the sentence is one of another body's tasks, so that an order within it is that body's; `below`: that body is the
    committee above us, which is told what to have us do (`Chỉ đạo UBND các xã …`).
    """
    left, rest = text[max(0, start - 2 * _NEAR) : start], text[end : end + 2 * _NEAR]
    if ":" in left:
        left = _LIST_BEGINS.sub(r"\1 ", left)
    opened = left.rfind("(") + 1 if left.rfind("(") > left.rfind(")") else 0
    clause = re.split(r"[;:]\s*", left[opened:])[-1]
    if _PARTNER.search(_SORT_OF_BODY.sub("", left)):
        return None if _ABSTRACT.search(left) else Role.PARTNER
    if _HELPS_ANOTHER.search(left) and _HELPS.match(rest):
        return Role.PARTNER
    if _BESIDE_LEADER.search(left) and _ANY_VERB_PLAIN.match(rest.lstrip()):
        return Role.LEAD if _acts(rest) else None
    if _WORK_OF.match(clause) and _IS_TO.match(rest):
        return None if inside else Role.LEAD
    if _OWNS.search(clause) and not _VIEWS.match(clause):
        return None if inside or _WHOLE_SYSTEM.match(text, start) else Role.LEAD
    if below and rest.startswith(":") and _DIRECTS.fullmatch(clause.strip()):
        return Role.LEAD if _acts(rest[1:], any_verb=True) else None
    if agent := _AGENT.search(clause):
        return Role.LEAD if _agent_acts(clause[: agent.start()].strip(), rest) else None
    by_another = (inside and not opened and len(clause) < len(left)) or bool(_COMMITTEE_TOLD.match(left))
    if order := _ORDER.search(clause):
        before = clause[: order.start()].rstrip(" ,")
        return (
            Role.LEAD
            if not (by_another and not before)
            and (may_order(before) or (names_nobody(before) and _COMMITTEE_FIRST.match(text, start)))
            and not _GIVEN.match(rest)
            and _acts(rest, any_verb=True)
            else None
        )
    if _is_subject(text[start:end], clause, rest) or (left.endswith("(") and _AGENT_VERB.match(rest)):
        return Role.LEAD
    return Role.LEAD if not by_another and _is_last_of_list(clause) and _acts(rest) else None


def _agent_acts(before: str, rest: str) -> bool:
    """Whether a body after `do` is told to act: `do UBND các xã bố trí`, not `số liệu do UBND các xã cung cấp`."""
    if not before:
        return _acts(rest)
    told = (_AGENT_VERB.match(rest) or _HANDED_IN.match(rest)) and not re.match(r"\s*thực hiện\s+(?:trong|năm)", rest)
    return bool(told) and not _WITHIN.match(before)


def _is_subject(bodies: str, clause: str, rest: str) -> bool:
    """Whether the bodies begin their clause, but for a circumstance, and are said to act."""
    begins = clause.strip()
    if re.fullmatch(r"(?i:ở|tại|đối với)", begins) and re.match(r"(?:cấp|tuyến)\s", bodies):
        return ("," in bodies or rest[:1] in ",:") and _acts(rest.lstrip(",:"))
    if re.fullmatch(r"(?i:ở|đối với|về phía)", begins):
        told = rest.startswith(":") or re.match(r"\s+thì\s", rest)
        return bool(told) and _acts(rest.removeprefix(" thì"), any_verb=True)
    if re.fullmatch(r"\d{1,3}\s?%(?:\s+số)?", begins):
        return bool(_COMMITTEE_FIRST.match(bodies)) and _acts(rest)
    if _PAPER_OF.match(clause):
        return bool(_HANDED_IN.match(rest))
    if _CONDITION.fullmatch(clause) and _COMMITTEE_FIRST.match(bodies):
        return bool(_ANY_VERB_PLAIN.match(rest.lstrip())) and _acts(rest)
    if _GIVEN_OUT.fullmatch(clause) or (stands_apart(clause) and not _ANOTHER_ACTS.search(rest)):
        return bool(_ANY_VERB_PLAIN.match(rest.lstrip())) and _acts(rest)
    directs = _DIRECTS.search(clause)
    stands = (
        not begins
        or begins.endswith((" thì", ", thì"))
        or opens(clause)
        or (directs and PARENT_SPEAKS.search(clause[: directs.start()].rstrip()))
    )
    return bool(stands) and _acts(rest, any_verb=not directs)


def _is_last_of_list(clause: str) -> bool:
    """Whether `clause` is nothing but a list of bodies that goes on: it names bodies, and nobody acts in it yet."""
    order = max(_ORDERED.finditer(clause), key=re.Match.end, default=None)
    listed = clause[order.end() :] if order else clause
    if order and not may_order(clause[: order.start()].rstrip(" ,")):
        return False
    named = _DEPARTMENT.sub("", _WHO_DO.sub("", listed))
    return bool(_LISTED.match(listed) and _GOES_ON.search(listed) and not _ANY_VERB_PLAIN.search(named))


def _acts(rest: str, *, any_verb: bool = False) -> bool:
    """Whether what follows a body says that it is to do something. `any_verb`: the next word is one, whichever it is."""
    if each := _EACH_OF_THEM.match(rest):
        rest = rest[each.end() :]
    if len(rest.split()) < 2 or re.match(r"\s*[;).]", rest) or _FEELS.match(rest) or _SPARED.match(rest):
        return False
    if (suffers := _SUFFERS.match(rest)) and not _ANY_VERB_PLAIN.search(rest, suffers.end()):
        return False
    if not (_ANY_VERB.search(rest) or (any_verb and _ANY_WORD.match(rest))):
        return False
    if re.match(
        r"\s*có\s(?!trách nhiệm|nhiệm vụ|kế hoạch|phương án|giải pháp|biện pháp)[^,;]{0,60}\sđược\s", rest
    ) or _JUDGED.match(rest):
        return False
    if chosen := _CHOSEN.match(rest):
        return _acts(rest[chosen.end() :])
    if _SET_UP_BY.match(rest):
        return True
    state = STATE.match(rest)
    return state is None or (
        bool(_STRONG.search(rest))
        and not re.match(r"\s*(?:(?:tiếp tục|vẫn|luôn|thường) (?:là|còn)|đã|đang|đạt|được|của|tại|nhận thức)", rest)
    )
