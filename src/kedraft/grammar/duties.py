"""Duties: every sentence of a parent plan that binds the level which drafts the child, and nothing else.

Three ways of binding: a block headed by the addressee (`14. Ủy ban nhân dân các huyện, thị xã, thành phố`), a sentence in which
the addressee acts, is told to act, or is named as partner, and a row of a task table. A body that is only spoken of (a place, an
audience, somebody whom a department guides) is not bound: what stands before the list of bodies decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kedraft.grammar.tasks import rows_of
from kedraft.model.base import Frozen, Words
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Cell, Item, Level, NodeId, Plan, Table
from kedraft.vietnamese.labels import NUMBERED, Marker
from kedraft.vietnamese.text import new_tone

#: Addressee of a sentence that names nobody and so binds whoever carries the plan out.
EVERYONE = "các cơ quan, đơn vị thực hiện Kế hoạch"


class Role(StrEnum):
    """Vai trò - `lead` alone or first, `partner` beside another body, `all` together with others."""

    LEAD = "lead"
    PARTNER = "partner"
    ALL = "all"


class Duty(Frozen):
    """Nhiệm vụ cấp trên giao - in the source's words; `deadline` and `to` None where it does not say.

    `node` is the nearest numbered item, `leaf` the paragraph or table itself (`closing` for the closing paragraphs).
    """

    text: Words
    addressed: Words
    role: Role
    deadline: Words | None = None
    to: Words | None = None
    node: NodeId
    leaf: NodeId


def duties(plan: Plan, locality: Locality) -> tuple[Duty, ...]:
    """Every duty of `plan` for the level of `locality`, in reading order."""
    reader = _Reader(_Bound.of(plan, locality))
    for section in plan.sections:
        reader.read(section, _Around(node=section.id))
    if plan.sections:
        last = plan.sections[-1].id
        for paragraph in plan.closing:
            reader.prose(paragraph.text.text, "closing", _Around(node=last, closing=True))
    for annex in plan.annexes:
        heading = (annex.heading,) if annex.heading else ()
        for child in annex.children:
            reader.read(child, _Around(node=annex.id, headings=heading))
    return tuple(reader.found)


# --- who is bound ----------------------------------------------------------------------------------------------------

_CAP = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_KIND = r"(?<!\w)(?:thị xã|thị trấn|đặc khu|thành phố|TP\.?|xã(?!\s+hội)|phường|huyện(?! ủy| đoàn)|quận|tỉnh(?! ủy| đoàn))(?!\w)"
_JOIN = r"(?:\s*[,;/–-]\s*(?:và\s+)?|\s+(?:và|hoặc)\s+)"
_COMMITTEE = r"(?:(?:chủ tịch|lãnh đạo|các)\s+)?(?:(?:cấp ủy(?: đảng)?,\s*|HĐND(?:,| và)\s+)?(?:UBND|Ủy ban nhân dân|chính quyền))"
_UNITS = rf"{_KIND}(?:{_JOIN}(?:(?:các|từng|cấp)\s+|(?:UBND|Ủy ban nhân dân)\s+(?:(?:các|cấp)\s+)?)?{_KIND})*"
_SOME = r"(?:các|từng|mỗi|những|tất cả các|toàn bộ các|cấp|\d+)\s+"
_SUBORDINATE = (
    r"(?:công an|ban (?:chỉ huy|CHQS|chỉ đạo|quản lý|tổ chức)|trạm y tế|đài truyền thanh|trung tâm|văn phòng|phòng(?!,| ngừa| chống| cháy)|các phòng|cơ quan|bộ phận|(?<!ã )hội(?! nghị| thảo| thi)|đoàn(?! kết))"
    r"(?:(?!\s(?:tỉnh|thành phố|huyện|tại|ở|trên|đến|tới|cho|với|từ|theo|trong|để|về|hướng dẫn|đôn đốc|kiểm tra|yêu cầu|giúp|hỗ trợ|phối hợp|và UBND|và Ủy|và các)\b)[^,;:.()]){0,70}?\s+(?:thuộc\s+|của\s+)?(?:(?:UBND|Ủy ban nhân dân)\s+)?"
)
_NAMES = rf"\s*:?\s+(?P<names>(?=[{_CAP}]\w*(?:\s+|,\s+|\s+và\s+)[{_CAP}])[{_CAP}][\wà-ỹ]*(?:\s+[{_CAP}][\wà-ỹ]*)*(?:(?:\s*,\s*|\s+và\s+)(?!(?:UBND|Ủy|Sở|Ban|Phòng|Công|Các|Đề|Hội|Đoàn|Mặt)\b)[{_CAP}][\wà-ỹ]*(?:\s+[{_CAP}][\wà-ỹ]*)*)*)"
_TAIL = (
    r"(?:\s+(?:trực thuộc trung ương|trực thuộc tỉnh|thuộc tỉnh|trong tỉnh|toàn tỉnh|trên địa bàn(?: toàn)?(?: (?:tỉnh|thành phố|huyện))?|có liên quan|liên quan|biên giới|ven biển|"
    r"miền núi|trọng điểm|nêu trên|được phân công|được giao(?: nhiệm vụ)?))*"
)
_OURS = re.compile(
    rf"(?i:(?P<body>(?<!\w){_SUBORDINATE})(?:(?:các|cấp)\s+)(?P<body_units>{_UNITS})"
    rf"|(?<!\w)(?P<head>{_COMMITTEE})\s+(?P<some>(?:{_SOME})*)(?P<head_units>{_UNITS})"
    rf"|(?<!\w){_COMMITTEE}\s+(?P<levels>các cấp|hai cấp|địa phương(?: các cấp)?|cơ sở)"
    rf"|(?<!\w)(?P<bare>{_SOME})(?P<bare_units>{_UNITS})"
    rf"|(?<!\w)(?P<named>{_KIND})(?=\s+(?-i:[{_CAP}])))(?:(?-i:{_NAMES}))?(?i:{_TAIL})"
)
_EVERY = r"(?:(?:các|mọi|mỗi|tất cả các|từng)\s+)?"
_LOCALITIES = re.compile(
    rf"(?i:(?<!\w)(?:(?:cấp ủy,?\s*)?(?:chính quyền|UBND|Ủy ban nhân dân)\s+)?(?:(?:các|mọi|mỗi|từng|tất cả các|những)\s+(?:[^,;.:()]{{0,12}},\s*)?(?:cơ quan|đơn vị|sở|bộ|ban|ngành)?(?:,\s*|\s+và\s+)?(?:các\s+)?địa phương|{_EVERY}cấp,\s*(?:các\s+)?(?:ban,\s*)?ngành"
    rf"|các ngành,\s*(?:các\s+)?cấp|(?:các\s+)?địa phương)(?!\w)){_TAIL}"
)
_AGENCIES = re.compile(
    rf"(?i:(?<!\w){_EVERY}(?:thủ trưởng\s+|người đứng đầu\s+)?(?:các\s+)?(?:cơ quan|đơn vị)(?!\w)){_TAIL}"
)
_MEDIA = re.compile(r"(?i:báo chí|báo, đài|thông tấn|đài)[^,;.]*(?:,|,?\s+và)?\s+địa phương\Z")
_LEVEL_OF = {
    "thị xã": Level.DISTRICT,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
    "thành phố": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "tỉnh": Level.PROVINCE,
}
_TWO_TIER = "2025-07-01"


@dataclass(frozen=True, slots=True)
class _Mention:
    """The words that name the bound level; `others`: they name more bodies (`các cơ quan, đơn vị, địa phương`)."""

    start: int
    end: int
    others: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Bound:
    """Which words name the level that drafts: its own kinds of unit, and the districts above it in the three-tier model."""

    level: Level
    issuer: Level
    levels: frozenset[Level]
    places: tuple[Place, ...]

    @classmethod
    def of(cls, plan: Plan, locality: Locality) -> "_Bound":
        levels = {locality.level}
        issuer = plan.issuing_body.level
        if locality.level is Level.COMMUNE and issuer is not Level.DISTRICT and _three_tier(plan, locality.on):
            levels.add(Level.DISTRICT)
        places = tuple(p for p in (locality.commune, locality.district) if p and p is not None)
        return cls(locality.level, issuer, frozenset(levels), places or (locality.province,))

    def mentions(self, text: str) -> list[_Mention]:
        """Every place of `text` (in new tone style) that names the bound level, from left to right, without overlaps."""
        found = [_Mention(m.start(), m.end(), bare=bool(m["bare"])) for m in _OURS.finditer(text) if self._means_us(m)]
        taken = [(m.start, m.end) for m in found]
        for m in _LOCALITIES.finditer(text):
            if not _MEDIA.search(text, 0, m.end()) and not any(
                start < m.end() and m.start() < end for start, end in taken
            ):
                alone = bool(re.fullmatch(rf"(?i:{_EVERY}địa phương){_TAIL}", m.group()))
                found.append(_Mention(m.start(), m.end(), others=not alone))
        return sorted(found, key=lambda one: one.start)

    def _means_us(self, m: re.Match[str]) -> bool:
        if m["levels"]:
            return True
        units = m["body_units"] or m["head_units"] or m["bare_units"] or m["named"] or ""
        kinds = [
            kind.lower().replace("tp.", "thành phố").replace("tp", "thành phố")
            for kind in re.findall(rf"(?i:{_KIND})", units)
        ]
        levels = {_LEVEL_OF[kind] for kind in kinds}
        if Level.PROVINCE in levels:
            levels -= {Level.DISTRICT} - ({Level.DISTRICT} if {"huyện", "quận", "thị xã"} & set(kinds) else set())
        if m["body"]:
            return self.level in levels
        if not levels & self.levels:
            return False
        listed = len(kinds) > 1 or bool(m["some"] or m["bare"])
        if m["names"] and not (len(kinds) > 1 and kinds[-1] in ("thành phố", "thị xã")):
            return self._named(m["names"], kinds)
        if m["named"]:
            return False
        return listed or (
            _LEVEL_OF[kinds[0]] is self.level and self.level is not self.issuer and kinds != ["thành phố"]
        )

    def _named(self, names: str, kinds: Sequence[str]) -> bool:
        """Whether one of the named units is ours."""
        said = [name.strip().casefold() for name in re.split(r",|\s+và\s+", names)]
        return any(place.name.casefold() in said and place.kind.value in kinds for place in self.places)


def _three_tier(plan: Plan, on: date) -> bool:
    issued = plan.place_and_date.date
    return issued < _TWO_TIER if issued else on.isoformat() < _TWO_TIER


# --- lists of bodies -------------------------------------------------------------------------------------------------

_ORGANS = (
    r"(?:Sở|Bộ(?! máy| phận| thủ tục)|Ban(?! hành)|Phòng(?!,| ngừa| chống| cháy)|Công an|Ủy ban|UBND|UBMTTQ|HĐND|Hội đồng|Văn phòng|Thanh tra|Cục|Chi cục|Tổng cục|Trung tâm|Đài|Báo(?! cáo)|Hội(?! nghị| thảo| thi| họp)|Đoàn(?! kết)|Liên đoàn|Liên hiệp|Liên minh|"
    r"Mặt trận|MTTQ|Trường(?! hợp)|Bệnh viện|Ngân hàng|Kho bạc|Bảo hiểm|Bưu điện|Viễn thông|Tòa án|Viện(?! trợ)|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Tỉnh đoàn|Thành đoàn|Huyện đoàn|"
    r"Thường trực|Chủ tịch|Phó Chủ tịch|Giám đốc|Thủ trưởng|Trưởng|Cổng|Trạm|Công ty|Điện lực|Hạt|Đội(?! ngũ)|Tổ(?! chức)|Lực lượng|Cơ quan|Đơn vị|Chánh|Bí thư|Người đứng đầu|Thành viên|BHXH|LLVT|Các|Tất cả)"
)
_GROUPS = (
    r"(?:(?:các|những|tất cả các|toàn thể)\s+)?(?:(?<!cơ )sở|(?<!cán )(?<!nội )(?<!đồng )bộ|(?<!ủy )ban|ngành|phòng|cơ quan|đơn vị|đoàn thể|(?<!ã )hội|tổ chức|cá nhân|doanh nghiệp|hợp tác xã|(?<!ôi )(?<!thị )trường(?! hợp)|(?<!rên )cơ sở|lực lượng|thành viên|"
    r"thủ trưởng|giám đốc|người đứng đầu|địa phương|cấp ủy|chủ đầu tư|chủ rừng|bệnh viện|trung tâm|công ty|nhà trường|mặt trận|quân đội|lực lượng vũ trang|đoàn viên|hội viên|cấp(?= huyện| tỉnh| xã)|(?<!nông )thôn|khu phố|tổ dân phố)"
)
_VERB = (
    r"(?:hướng dẫn|chỉ đạo|đôn đốc|kiểm tra|giám sát|theo dõi|tham mưu|(?<!các )(?<!Các )(?<!, )(?<!và )(?<!Ban )tổ chức(?!\s+(?:có )?liên quan|\s+(?:chính trị|xã hội|đoàn thể|tín dụng|cá nhân|Đảng|đảng)|,)|triển khai|xây dựng(?! nông thôn)|thực hiện|cung cấp|tổng hợp|báo cáo|đề xuất|rà soát|"
    r"tuyên truyền|vận động|hỗ trợ|giúp|đẩy mạnh|tăng cường|nâng cao|chủ động|chủ trì|căn cứ|có trách nhiệm|chịu trách nhiệm|bố trí|huy động|phối hợp|lồng ghép|quản lý(?! thị trường| khu| dự án| rừng)|"
    r"tập huấn|phổ biến|quán triệt|yêu cầu|đề nghị|giao|cử|lập|gửi|xử lý|bảo đảm|đảm bảo|đưa|phát huy|phát động|tiếp tục|kịp thời|thường xuyên|nghiêm túc|khẩn trương|tập trung|thống nhất|tạo|mở|cần|phải|sử dụng|ban hành|nghiên cứu|trong|để|nhằm|theo|về|đã|sẽ|được)"
)
_MORE_VERBS = (
    r"(?:thành lập|kiện toàn|củng cố|duy trì|chọn|lựa chọn|phát hiện|ngăn chặn|cập nhật|công khai|niêm yết|tiếp nhận|khai thác|quan tâm|khuyến khích|phấn đấu|đăng ký|thống kê|điều tra|khảo sát|bồi dưỡng|đào tạo|"
    r"ứng dụng|số hóa|đầu tư|phê duyệt|thẩm định|trình|cấp|cân đối|phân bổ|ưu tiên|treo|trang trí|ra quân|trồng|chăm sóc|bảo vệ|diễn tập|ứng phó|khắc phục|sơ tán|thông báo|tiến hành|nắm|phản ánh|kiểm soát|đánh giá|"
    r"sơ kết|tổng kết|phát triển|hoàn thành|đạt|xác định|phân công|chuẩn bị|thông tin|tham gia|là|đồng loạt|chấp hành|vận hành|áp dụng|thu|chi|nêu cao|quyết định|nhanh chóng|tích cực|chú trọng|làm|nhận|cam kết|ký|hưởng ứng|"
    r"liên hệ|đóng góp|chia sẻ|kết nối|tạm dừng|hỗ trợ|không|góp ý|chịu|điều chỉnh|bổ sung|gắn|đề ra|quyết toán|biên soạn|in|phát|tuyển|cụ thể hóa|giải quyết|đôn đốc|xem)"
)
_BRIEF = {
    "cấp",
    "in",
    "thu",
    "chi",
    "phát",
    "làm",
    "ký",
    "xem",
    "nhận",
    "không",
    "gắn",
    "trình",
    "nắm",
    "đạt",
    "treo",
    "trồng",
    "chọn",
}
_ENDS = "|".join(word for word in _MORE_VERBS[3:-1].split("|") if word not in _BRIEF)
_STOP = re.compile(rf"(?<!\w){_VERB}(?!\w)")
_LIST_STOP = re.compile(rf"\s*(?:[,;:.()]|\s(?:và|cùng với)\s|(?<!\w)(?:{_VERB}|{_ENDS})(?!\w)|\Z)")
_PIECE = re.compile(rf"(?:(?<!\w){_ORGANS}|(?<!\w){_GROUPS})(?!\w)")
_PART_OF_NAME = re.compile(
    rf"(?:[{_CAP}][^\W\d_]*(?:\s+[^\W\d_]+){{0,4}}|phát triển nông thôn|đào tạo|môi trường|xã hội|truyền thông|công nghệ|đầu tư|thể thao|du lịch|tôn giáo|hạ tầng|đô thị|trường học|bệnh viện|"
    r"thị xã|thành phố|phường|thị trấn|cá nhân|xã)\Z"
)
_SEPARATOR = re.compile(r"\s*(?:[,;](?:\s+(?:và|cùng(?:\s+với)?))?|\s(?:và|cùng với|cùng|hoặc))\s+\Z")
_NEXT = re.compile(r"\s*(?:[,;](?:\s+(?:và|cùng(?:\s+với)?))?|(?<=\s)(?:và|cùng với|hoặc))\s+|\s*/\s*")


_CIRCUMSTANCE = re.compile(r"(?i:(?:trên cơ sở|căn cứ|theo|thực hiện)\s.*(?:của|từ)\s+\Z)")
_HEADED_BY = re.compile(r"(?i:(?<!\w)(?:người đứng đầu|thủ trưởng|lãnh đạo)(?:\s+cấp ủy,?\s*chính quyền)?)\s+\Z")


def _list_start(text: str, at: int) -> int:
    """Where the list of bodies begins that goes on at `at`, with the words for those who head them."""
    start = _first_body(text, at)
    headed = _HEADED_BY.search(text, 0, start)
    return headed.start() if headed else start


def _first_body(text: str, at: int) -> int:
    sure = at
    while separator := _SEPARATOR.search(text, 0, at):
        begin = max(
            (m.end() for m in re.finditer(r"[,;:.(]\s*|\s(?:và|cùng với|cùng|hoặc)\s+", text[: separator.start()])),
            default=0,
        )
        piece = text[begin : separator.start()]
        organ = next((m for m in _PIECE.finditer(piece) if not _STOP.search(piece, m.end())), None)
        if organ is not None and _CIRCUMSTANCE.match(piece[: organ.start()]):
            return sure
        if organ is not None:
            sure = begin + organ.start()
            if organ.start():
                return sure
        elif not _PART_OF_NAME.match(piece):
            return sure
        if begin == 0 or text[begin - 1] == "." or text[:begin].rstrip().endswith((":", "(")):
            return sure
        at = begin
    return sure


def _list_end(text: str, at: int, bound: _Bound) -> int:
    """Where the list of bodies ends that has a member ending at `at`."""
    while found := _NEXT.match(text, at):
        here = found.end()
        ours = next((m for m in bound.mentions(text[here:]) if m.start == 0), None)
        if ours:
            at = here + ours.end
            continue
        organ = _PIECE.match(text, here)
        if organ is None:
            return at
        stop = _LIST_STOP.search(text, organ.end())
        assert stop is not None  # the pattern ends with \Z
        at = stop.start()
    return at


# --- what stands before and after ------------------------------------------------------------------------------------

_ORDER = re.compile(
    r"(?i:(?:đề nghị|yêu cầu|phân công|giao(?:\s+(?:nhiệm vụ|trách nhiệm))?(?:\s+cho)?|trách nhiệm của|nhiệm vụ của|về phía))\s*\Z"
)
_PARTNER = re.compile(
    r"(?i:phối hợp(?:\s+chặt chẽ|\s+thường xuyên|\s+đồng bộ)?(?:\s+(?:với|cùng với|cùng))?|(?<!\w)cùng(?:\s+với)?)\s*\Z"
)
_ABSTRACT = re.compile(
    r"(?i:(?:sự|cơ chế|quy chế|chương trình|kế hoạch|công tác|tính|việc|mối|chế độ|hiệu quả)\s+(?:[^,;.]{0,20}\s)?phối hợp[^,;.]*|phối hợp giữa)\s*\Z"
)
_AGENT = re.compile(r"(?i:(?<!\w)do)\s*\Z")
_AGENT_VERB = re.compile(
    r"\s*(?:(?:tự|trực tiếp|chủ động)\s+)?(?:chủ trì|thực hiện|tổ chức|bố trí|bảo đảm|đảm bảo|cân đối|chi trả|chịu trách nhiệm|đảm nhận|triển khai)(?!\w)"
)
_OPENER = re.compile(
    r"(?i:(?:căn cứ|trên cơ sở|theo|định kỳ|hằng|hàng|trước|chậm nhất|trong|khi|nếu|để|nhằm|ngoài|từ|sau|trường hợp|bên cạnh|đồng thời|trên đây|quá trình|vào|kể từ|cùng với|thông qua|với|hết|kết thúc|đến|"
    r"theo đó|riêng|thực hiện|đối với|mỗi khi|tùy|do|mọi|những|giai đoạn|năm|quý|tháng|6 tháng|phát huy vai trò|xuất phát|tiếp tục|nhận được|để triển khai|kế hoạch này|căn cứ vào)(?!\w))"
)
_APART = re.compile(r"\s*(?i:riêng|đồng thời|theo đó|bên cạnh đó|ngoài ra)\s*,?\s*")
_PARENT_SPEAKS = re.compile(
    r"(?i:(?:^|[,;:.]\s*)(?:chủ tịch\s+)?(?:UBND|Ủy ban nhân dân|ban chỉ đạo|thủ tướng chính phủ|chính phủ)[^,;.]{0,60}\Z)"
)
_STATE = re.compile(
    r"\s*(?:đã|đang|đạt|chưa|còn|chiếm|gồm|bao gồm|có\s+(?:ít nhất|tối thiểu|tỷ lệ|từ|trên|trung bình|\d+|mô hình|tổ|đội|thôn)|được(?!\s+(?:giao|phân công))|là(?!\s+(?:cơ quan|đơn vị|đầu mối))|của|tại|thuộc diện|về|cho|với|nhận thức|hiểu)(?!\w)"
)
_STRONG = re.compile(
    r"(?i:có trách nhiệm|chịu trách nhiệm|(?<!\w)phải(?!\w)|đề nghị|yêu cầu|(?<!\w)giao(?!\w)|có nhiệm vụ|chủ động|tổ chức|xây dựng|triển khai|báo cáo|thực hiện|khẩn trương|nghiêm túc|tiếp tục|tập trung|phấn đấu|kịp thời)"
)
_ANY_VERB = re.compile(rf"(?i:(?<!\w)(?:{_VERB}|{_MORE_VERBS})(?!\w))")
_BINDING = re.compile(r"(?i:có trách nhiệm|chịu trách nhiệm|đề nghị|yêu cầu|(?<!\w)giao(?! tiếp)(?!\w)|có nhiệm vụ)")


def _relation(text: str, start: int, end: int, *, inside: bool = False) -> Role | None:
    """How the list of bodies at `start`..`end` stands in its sentence: acting (LEAD), beside another (PARTNER), or only spoken of.

    `inside`: the sentence is one of another body's tasks, so that an order within it is that body's.
    """
    left, rest = text[:start], text[end:]
    clause = re.split(r"[;:]\s*", left)[-1]
    if _PARTNER.search(left):
        return None if _ABSTRACT.search(left) else Role.PARTNER
    if _AGENT.search(left):
        return Role.LEAD if _AGENT_VERB.match(rest) and not re.match(r"\s*thực hiện\s+(?:trong|năm)", rest) else None
    if order := _ORDER.search(clause):
        before = clause[: order.start()].rstrip(" ,")
        by_another = inside and not before and len(clause) < len(left)
        return Role.LEAD if not by_another and _may_order(before) and _acts(rest) else None
    if re.fullmatch(r"\s*(?i:ở|đối với|về phía)\s+", clause):
        return Role.LEAD if rest.startswith(":") and _acts(rest) else None
    if left.endswith("("):
        return Role.LEAD if _AGENT_VERB.match(rest) else None
    if (
        not clause.strip()
        or _APART.fullmatch(clause)
        or (clause.rstrip().endswith((",", "thì")) and _OPENER.match(clause.strip()))
    ):
        return Role.LEAD if _acts(rest) else None
    if _OPENER.match(clause.strip()) and re.search(
        r"(?:vướng mắc|khó khăn|phát sinh|phân công|nhiệm vụ|được giao|Kế hoạch này)\s*\Z", clause
    ):
        return Role.LEAD if _acts(rest) else None
    return None


def _may_order(before: str) -> bool:
    """Whether the parent itself speaks: nothing before the order, a circumstance, or the committee's own name."""
    return not before.strip() or bool(_OPENER.match(before.strip()) or _PARENT_SPEAKS.search(before))


def _acts(rest: str) -> bool:
    """Whether what follows a body says that it is to do something."""
    if len(rest.split()) < 2 or re.match(r"\s*[;).]", rest) or not _ANY_VERB.search(rest):
        return False
    if re.match(r"\s*có\s[^,;]{0,60}\sđược\s", rest):
        return False
    state = _STATE.match(rest)
    return state is None or (
        bool(_STRONG.search(rest)) and not re.match(r"\s*(?:đã|đang|đạt|được|của|tại|nhận thức)", rest)
    )


# --- deadlines and receivers -----------------------------------------------------------------------------------------

_YEARLY = r"(?:\s*,?\s*(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần))?"
_DAY = rf"(?:(?:ngày\s+)?\d{{1,2}}\s?[/.]\s?\d{{1,2}}(?:\s?[/.]\s?\d{{4}})?|ngày\s+\d{{1,2}}(?:\s+tháng\s+(?:\d{{1,2}}|cuối quý|cuối|đầu)(?:\s+năm\s+\d{{4}})?|\s+của tháng cuối quý)?|tháng\s+\d{{1,2}}(?:\s?/\s?\d{{4}}|\s+năm\s+\d{{4}})?|quý\s+[IV]{{1,3}}(?:\s?/\s?\d{{4}}|\s+năm\s+\d{{4}})?|năm\s+\d{{4}}){_YEARLY}"
_DATED = re.compile(
    rf"(?i:(?:trước|chậm nhất(?:\s+là)?(?:\s+vào)?(?:\s+đến)?(?:\s+trước)?|muộn nhất|xong trước|không muộn hơn|đến hết|hết|vào)\s+{_DAY}"
    rf"|(?:hoàn thành\s+|xong\s+)?(?:trong|từ)\s+(?:tháng\s+\d{{1,2}}|quý\s+[IV]{{1,3}})(?:\s?/\s?\d{{4}}|\s+năm\s+\d{{4}})?|hoàn thành (?:trong\s+)?(?:tháng \d{{1,2}}|quý\s+[IV]{{1,3}}|năm \d{{4}})(?:\s?/\s?\d{{4}}| năm \d{{4}})?"
    rf"|trong (?:vòng|thời hạn)\s+\d{{1,3}}\s+(?:ngày|giờ)(?:\s+làm việc)?(?:[,\s]+(?:kể )?từ (?:khi|ngày)[^,;.]{{0,50}})?)"
)
_PERIODIC = re.compile(
    r"(?i:định kỳ\s+(?:hằng|hàng)?\s*(?:(?:tuần|tháng|quý|năm|6 tháng|06 tháng|9 tháng|01 năm|một năm|sáu tháng|cả năm)(?:\s*[,;]\s*|\s+và\s+|/lần)?(?:(?:hằng|hàng)\s+)?)+|(?:hằng|hàng)\s+(?:tuần|tháng|quý|năm)(?:,\s*(?:quý|năm|6 tháng)| và (?:cả )?năm)*)"
)
_SENDS = re.compile(
    r"(?i:báo cáo(?! viên| tuyên truyền)|gửi|phản ánh|đăng ký|kiến nghị|trình|thông tin (?:về|cho|kịp thời))"
)
_TO = re.compile(
    rf"(?i:(?:về|cho|gửi|đến|với|lên|báo cáo|phản ánh|trình|kiến nghị|tới)\s+(?:kịp thời\s+)?(?:bằng văn bản\s+)?(?:về\s+|cho\s+|đến\s+)?)(?P<to>{_ORGANS.replace('|Các|Tất cả', '|Chính phủ|Thủ tướng')}(?!\w)[^,;.:()]*(?:\(\s*(?:qua|thông qua)\s[^)]*\))?)"
)
_THROUGH = re.compile(rf"\(?\s*(?:thông )?qua\s+(?P<to>{_ORGANS}(?!\w)[^,;.:()]*)")
_TO_END = re.compile(
    r"\s+(?:để|trước|theo|chậm nhất|định kỳ|vào|nhằm|đúng|kết quả|tình hình|và báo cáo|xem xét|tổng hợp|hằng|hàng|khi|những|các|về|việc|phối hợp|biết|chỉ đạo|có|là|kịp thời|trong|hoặc|giải quyết|hướng dẫn|tham mưu|thẩm định|qua|được|\d)(?!\w).*",
    re.DOTALL,
)


def deadline_of(text: str) -> str | None:
    """When it is due, in the source's words: a date before a rhythm; None when neither is said."""
    dated = _dates(text)
    if dated:
        return text[dated[0].start() : dated[-1].end()].strip(" ,;/")
    found = _PERIODIC.search(text)
    return found.group(0).strip(" ,;/") if found else None


def dates_of(text: str) -> tuple[str, ...]:
    """The deadlines of a text one by one, where `deadline_of` gives them with the words between."""
    return tuple(found.group(0).strip(" ,;/") for found in _dates(text)) or tuple(filter(None, [deadline_of(text)]))


def _dates(text: str) -> list[re.Match[str]]:
    """The first date and those that belong to it: close by, in one sentence, and not the collector's own."""
    dated = [m for m in _DATED.finditer(text) if _is_due(text, m)]
    for at in range(1, len(dated)):
        between = text[dated[at - 1].end() : dated[at].start()]
        if len(between) > 90 or re.search(r"[.!?]\s|tổng hợp|để báo cáo", between):
            return dated[:at]
    return dated


def _is_due(text: str, found: re.Match[str]) -> bool:
    """Not the date of a cited document, nor a period that the duty is about (`từ tháng 2 đến tháng 4` has its own words)."""
    before = text[: found.start()].rstrip()
    return not re.search(r"(?i:ban hành|ký|số \S+|kết quả|số liệu|tính)\Z", before)


def receiver_of(text: str) -> str | None:
    """To whom it is reported or sent, in the source's words; with `(qua …)` when that follows. None when it does not say."""
    sends = _SENDS.search(text)
    if sends is None:
        return None
    found = _TO.search(text, sends.start())
    if found is None:
        through = _THROUGH.search(text)
        return _TO_END.sub("", through["to"]).strip() if through else None
    head, bracket, inner = found["to"].partition("(")
    if bracket and "(" not in inner and not _TO_END.search(head):
        return found["to"].strip()
    return _TO_END.sub("", head).strip() or None


def _as_printed(words: str | None, plain: str, text: str) -> str | None:
    """`words`, found in `plain`, as `text` prints them: the two differ in tone marks only."""
    at = plain.find(words) if words else -1
    return text[at : at + len(words)] if words and at >= 0 else words


# --- reading the tree ------------------------------------------------------------------------------------------------

_AIM = re.compile(r"(?i:mục tiêu|chỉ tiêu|kết quả cần đạt|kết quả phấn đấu)")
_PURPOSE = re.compile(
    r"(?i:mục đích|quan điểm|ý nghĩa|sự cần thiết|thực trạng|kết quả (?:thực hiện|đạt được)|tình hình|đánh giá|tồn tại|hạn chế)"
)
_SCOPE = re.compile(r"(?i:đối tượng|phạm vi|địa điểm|thành phần|địa bàn|quy mô|nhận định)")
_TASKS = re.compile(r"(?i:yêu cầu|nhiệm vụ|giải pháp|tổ chức thực hiện|phân công|trách nhiệm)")
_REPORTING = re.compile(
    r"(?i:chế độ (?:thông tin,? )?báo cáo|thông tin,? (?:và )?báo cáo|(?:công tác|thời gian|thời hạn|định kỳ|về) báo cáo|báo cáo (?:kết quả|định kỳ|6 tháng|năm|quý|tháng|sơ kết|tổng kết))"
)
_ORGANISATION = re.compile(r"(?i:tổ chức thực hiện|phân công|trách nhiệm|giải pháp|nhiệm vụ)")
_LEAD_IN = re.compile(
    r"(?i:(?:\d+[.)]\s*)?(?:(?:đề nghị|giao|yêu cầu|phân công|nhiệm vụ của|trách nhiệm của|nhiệm vụ|trách nhiệm|đối với|về phía|ở|tại)\s+(?:các\s+cơ quan:\s*)?)+)"
)
_WEAK_LEAD = re.compile(r"(?i:đối với|ở|tại)\s+\Z")
_HEAD_REST = re.compile(
    r"(?i:\s*(?:có trách nhiệm|chịu trách nhiệm|thực hiện(?: (?:tốt|một số|các|những))?(?: (?:nhiệm vụ|nội dung|công việc))?(?:,? giải pháp)?(?: sau| như sau)?|tập trung|cần|phối hợp thực hiện|căn cứ chức năng, nhiệm vụ)*\s*[:.]?\s*)\Z"
)
_BOUNDARY = re.compile(r"(?<=[.!?])\s+(?=[A-ZĐÀ-Ỹ“\"(])|\n+")
_GENERIC = re.compile(
    r"(?i:(?:thực hiện|tập trung|triển khai|có trách nhiệm|làm)\b[^.;]{0,40}(?:nhiệm vụ|nội dung|công việc|giải pháp|việc)(?: \w+){0,4}\s*:\s*\Z)"
)
_ASSIGNED = re.compile(
    r"(?i:(?:(?:các\s+)?(?:cơ quan|đơn vị|bộ phận)\s+|phân công\s+|trách nhiệm\s+)?(?P<what>(?:chủ trì(?:,| và)? phối hợp|chủ trì(?: thực hiện| tổ chức thực hiện)?|phối hợp(?: thực hiện)?|đầu mối|(?:(?<=đơn vị )|(?<=cơ quan )|(?<=phân công )|(?<=trách nhiệm ))thực hiện))\s*:\s*)"
)
_NOTES = re.compile(
    r"(?i:(?:thời gian|thời hạn|tiến độ|kinh phí|địa điểm|sản phẩm|kết quả|nội dung|hình thức|số lượng|đối tượng|thành phần|quy mô)[^:.;]{0,30}:)"
)
_WHEN = re.compile(r"(?i:(?:thời gian|thời hạn|tiến độ)(?: thực hiện| hoàn thành| tổ chức)*\s*:\s*(?P<when>[^;)\n]+))")


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch of the plan that speaks to one list of bodies."""

    addressed: str
    role: Role | None


@dataclass(frozen=True, slots=True)
class _Around:
    """Where a paragraph stands: nearest numbered item, headings above, the body that its block speaks to."""

    node: NodeId
    headings: tuple[str, ...] = ()
    block: _Block | None = None
    closing: bool = False

    @property
    def topic(self) -> str:
        """`aim`, `purpose`, `scope` or `` as the nearest heading with such a word says."""
        for heading in reversed(self.headings):
            for topic, pattern in (("purpose", _PURPOSE), ("aim", _AIM), ("scope", _SCOPE)):
                if pattern.search(heading) and not _TASKS.search(heading):
                    return topic
            if _TASKS.search(heading) or re.search(r"(?i:kinh phí|tiến độ|báo cáo)", heading):
                return "" if not _PURPOSE.search(heading) else "purpose"
        return ""

    @property
    def reports(self) -> bool:
        """Whether a heading above is about reporting."""
        return any(len(heading) < 120 and _REPORTING.search(heading) for heading in self.headings[-2:])


@dataclass(slots=True)
class _Taken:
    """A list of bodies in a sentence that binds us."""

    addressed: str
    role: Role


class _Reader:
    """Walks the plan and collects duties."""

    def __init__(self, bound: _Bound) -> None:
        self.bound = bound
        self.found: list[Duty] = []

    def read(self, item: Item, around: _Around, before: Item | None = None, above: Item | None = None) -> None:
        """One item with everything below it."""
        if item.marker in NUMBERED:
            around = _Around(item.id, around.headings, around.block, around.closing)
        if item.table is not None:
            self._table(item, item.table, around)
            return
        heading = item.heading.text if item.heading else ""
        text = item.text.text if item.text else ""
        if assigned := self._assigned(heading, text):
            self._from_assignment(item, assigned, around, before, above)
            return
        inner = self._inside(heading or (text if item.children or text.rstrip().endswith(":") else ""), around)
        if heading or item.children:
            said = text if inner.block is around.block or heading else ""
            self._own_words(item, heading, said, inner)
        else:
            self.prose(text, item.id, around)
        if not self._is_content_list(item, inner):
            self._children(item, inner)

    def _children(self, item: Item, inner: _Around) -> None:
        before: Item | None = None
        for child in item.children:
            self.read(child, inner, before, item)
            if not (child.marker is Marker.NONE and before) and not _is_note(child):
                before = child

    def _inside(self, title: str, around: _Around) -> _Around:
        """What the title changes for everything below it."""
        if not title:
            return around
        block = self._block(title, around)
        return _Around(around.node, (*around.headings, title), block or around.block, around.closing)

    def _block(self, title: str, around: _Around) -> _Block | None:
        text = new_tone(title.strip())
        lead = _LEAD_IN.match(text)
        at = lead.end() if lead else 0
        body = text[at:]
        if around.topic or len(body) > 260:
            return None
        for mention in self.bound.mentions(body):
            end = _list_end(body, mention.end, self.bound)
            if _list_start(body, mention.start) == 0 and _HEAD_REST.match(body[end:]):
                weak = mention.bare and (not lead or bool(_WEAK_LEAD.search(lead.group())))
                if weak and not any(_ORGANISATION.search(above) for above in around.headings):
                    return None
                shown = title.strip()[at : at + end].strip(" :.")
                return _Block(shown, _role(mention, first=mention.start == 0))
        if re.match(rf"(?:{_ORGANS}|{_GROUPS})(?!\w)", body) and not _STOP.search(body.split(",")[0].split(":")[0]):
            return _Block(body.strip(" :."), None)
        return None

    def _own_words(self, item: Item, heading: str, text: str, inner: _Around) -> None:
        """The words of an item that also has a heading or children."""
        if not text and not item.children and heading:
            text = heading if inner.block is None or not heading.startswith(inner.block.addressed[:20]) else ""
        if not text:
            return
        ours = inner.block is not None and inner.block.role is not None
        if item.children and text.rstrip().endswith(":") and ours and not self._is_content_list(item, inner):
            return
        self.prose(text, item.id, inner)

    def _is_content_list(self, item: Item, around: _Around) -> bool:
        """Whether the items below only tell what the lead-in is about, so that the lead-in is the duty."""
        text = item.text.text.rstrip() if item.text else ""
        ours = around.block is not None and around.block.role is not None
        if not (ours and item.heading is None and text.endswith(":") and item.children) or _GENERIC.search(text):
            return False
        if self._block(text, _Around(around.node, around.headings)) is not None:
            return False
        tasks = sum(bool(_TASK_START.match(child.words)) for child in item.children)
        return 2 * tasks < len(item.children)

    # --- paragraphs

    def prose(self, text: str, leaf: NodeId, around: _Around) -> None:
        """A paragraph: as a whole inside a block that speaks to us, sentence by sentence elsewhere."""
        block = around.block
        if block is not None and block.role is not None:
            for part in _parts([one for one in _sentences(text) if not self._speaks_to_another(one)]):
                self._add(part, block.addressed, block.role, leaf, around)
            return
        running: _Taken | None = None
        for sentence in _sentences(text):
            taken = self._taken(sentence, around)
            if (taken is None or taken.addressed == EVERYONE) and running and self._goes_on(sentence):
                taken = running
            if taken is not None:
                self._add(sentence, taken.addressed, taken.role, leaf, around)
            running = taken if taken and taken.role is not Role.PARTNER and block is None else None

    def _add(self, text: str, addressed: str, role: Role, leaf: NodeId, around: _Around) -> None:
        plain = new_tone(text)
        self.found.append(
            Duty(
                text=text,
                addressed=addressed,
                role=role,
                deadline=_as_printed(deadline_of(plain), plain, text),
                to=_as_printed(receiver_of(plain), plain, text),
                node=around.node,
                leaf=leaf,
            )
        )

    def _taken(self, sentence: str, around: _Around) -> _Taken | None:
        text = new_tone(sentence)
        best: _Taken | None = None
        for mention in self.bound.mentions(text):
            start, end = _list_start(text, mention.start), _list_end(text, mention.end, self.bound)
            relation = _relation(text, start, end, inside=around.block is not None)
            if relation is None or not self._counts(text, mention, relation, around):
                continue
            role = relation if relation is Role.PARTNER else _role(mention, first=mention.start == start)
            if best is None or best.role is Role.PARTNER:
                best = _Taken(_shown(sentence, start, end, mention), role)
        return best or self._everyone(text, sentence, around)

    def _counts(self, text: str, mention: _Mention, relation: Role, around: _Around) -> bool:
        """Aims, purposes and lists of those concerned bind nobody, unless the words themselves do."""
        if re.match(r"(?i:mỗi)", text[mention.start :]) and re.match(_STATE, text[mention.end :]):
            return False
        if not around.topic:
            return True
        return relation is not Role.PARTNER and bool(_BINDING.search(text))

    def _everyone(self, text: str, sentence: str, around: _Around) -> _Taken | None:
        """Closing words and reporting rules that name only `các cơ quan, đơn vị`, or nobody."""
        if around.topic or around.block is not None or not (around.closing or around.reports):
            return None
        for found in _AGENCIES.finditer(text):
            start, end = _list_start(text, found.start()), _list_end(text, found.end(), self.bound)
            limited = re.search(r"(?i:cấp tỉnh|thuộc tỉnh|của tỉnh|cấp huyện|của huyện)", text[start : end + 12])
            if _relation(text, start, end) is Role.LEAD and not limited:
                return _Taken(sentence[start:end].strip(), Role.ALL)
        if _starts_with_body(text) or re.search(r"(?i:ban hành|(?:được|đã) báo cáo)", text[:40]):
            return None
        asks = receiver_of(text) or (around.reports and deadline_of(text))
        acts = re.search(r"(?i:(?<!\w)(?:nếu|trong quá trình|đề nghị|yêu cầu|kịp thời|định kỳ|báo cáo|phản ánh))", text)
        return _Taken(EVERYONE, Role.ALL) if asks and acts and not _OTHER_ACTS.search(text) else None

    def _goes_on(self, sentence: str) -> bool:
        text = new_tone(sentence)
        return (
            not _starts_with_body(text)
            and bool(_TASK_START.match(text) or _OPENER.match(text))
            and len(text.split()) > 3
            and not _OTHER_ACTS.search(text)
        )

    def _speaks_to_another(self, text: str) -> bool:
        plain = new_tone(text)
        if self.bound.mentions(plain[:160]):
            return False
        told = re.match(rf"(?:Đề nghị|Giao|Yêu cầu)\s+(?={_ORGANS})", plain)
        named = re.match(
            rf"(?:{_ORGANS})(?!\w)[^,;.:]{{3,60}}?\s(?:có trách nhiệm|chủ trì|tham mưu|tổng hợp|hướng dẫn|kiểm tra|cung cấp|giám sát|theo dõi|thẩm định|hỗ trợ|đôn đốc)(?!\w)",
            plain,
        )
        return bool(
            told or (named and not re.match(r"(?:Báo cáo|Tổ chức|Phòng, chống|Ban hành|Đội ngũ|Đoàn kết)", plain))
        )

    # --- lines that assign, and tables

    def _assigned(self, heading: str, text: str) -> list[tuple[Role, str]]:
        """`Cơ quan chủ trì: …; cơ quan phối hợp: …` as roles and lists of bodies; empty for other paragraphs."""
        whole = f"{heading} {text}".strip()
        if not _ASSIGNED.match(whole):
            return []
        return _assignments(whole)

    def _from_assignment(
        self, item: Item, lines: list[tuple[Role, str]], around: _Around, before: Item | None, above: Item | None
    ) -> None:
        task = (
            before if before is not None and item.marker is Marker.NONE and before.marker is not Marker.NONE else above
        )
        told = next((who for who in (self._among(role, words) for role, words in lines) if who), None)
        if told is None or task is None:
            return
        text = task.words
        if any(duty.leaf == task.id for duty in self.found):
            return
        when = _when(task, item)
        self.found.append(
            Duty(
                text=text,
                addressed=told.addressed,
                role=told.role,
                deadline=when or deadline_of(text),
                node=around.node,
                leaf=task.id,
            )
        )

    def _among(self, role: Role, words: str) -> _Taken | None:
        """Whether a list of assignees names us, and as what."""
        text = new_tone(words)
        mention = next(iter(self.bound.mentions(text)), None)
        if mention is None:
            return None
        shown = " ".join((words if mention.others else words[mention.start : mention.end]).split())
        first = not text[: mention.start].strip(" -+\n")
        return _Taken(shown, role if role is Role.PARTNER else _role(mention, first=first))

    def _table(self, item: Item, table: Table, around: _Around) -> None:
        for task in rows_of(_filled(table), around.node):
            told = self._among(Role.LEAD, task.lead) if task.lead else None
            told = told or self._among(Role.PARTNER, "; ".join(task.partners))
            if told is not None:
                self.found.append(
                    Duty(
                        text=task.content,
                        addressed=told.addressed,
                        role=told.role,
                        deadline=task.due,
                        node=around.node,
                        leaf=item.id,
                    )
                )


_TASK_START = re.compile(
    r"(?:[-+•]\s*)?(?:Xây dựng|Tổ chức|Triển khai|Chỉ đạo|Chủ động|Chủ trì|Phối hợp|Căn cứ|Tăng cường|Đẩy mạnh|Rà soát|Bố trí|Báo cáo|Thực hiện|Tuyên truyền|Phổ biến|Quán triệt|Kiểm tra|Giám sát|Đôn đốc|"
    r"Hướng dẫn|Theo dõi|Tổng hợp|Lập|Kiện toàn|Thành lập|Củng cố|Duy trì|Huy động|Vận động|Tiếp tục|Bảo đảm|Đảm bảo|Ban hành|Phân công|Giao|Cử|Lồng ghép|Nâng cao|Tham mưu|Quản lý|Xử lý|Phát hiện|Ngăn chặn|"
    r"Cung cấp|Cập nhật|Công khai|Niêm yết|Tiếp nhận|Khai thác|Phát huy|Quan tâm|Khuyến khích|Hỗ trợ|Tạo|Chịu|Định kỳ|Hằng|Hàng|Kịp thời|Thường xuyên|Đưa|Đăng|Lựa chọn|Phấn đấu|Tập trung|Khẩn trương|Nghiêm túc|"
    r"Đề xuất|Gửi|Nghiên cứu|Phát động|Sơ kết|Tổng kết|Đánh giá|Thống kê|Điều tra|Khảo sát|Tập huấn|Bồi dưỡng|Đào tạo|Ứng dụng|Số hóa|Đầu tư|Phê duyệt|Thẩm định|Trình|Cấp|Cân đối|Phân bổ|Ưu tiên|Mở|In|Treo|"
    r"Trang trí|Ra quân|Trồng|Chăm sóc|Bảo vệ|Diễn tập|Ứng phó|Khắc phục|Sơ tán|Thông báo|Tiến hành|Nắm|Không|Đồng thời|Trước|Chậm nhất|Trong quá trình|Trường hợp|Phản ánh|Kiểm soát|Kết quả)(?!\w)"
)
_OTHER_ACTS = re.compile(
    rf"(?:^|[,;:.]\s*|(?i:giao|đề nghị)\s+){_ORGANS.replace('|Các|Tất cả', '')}(?!\w)[^,;:]{{2,90}}?\s(?:có trách nhiệm|chủ trì|tham mưu|theo dõi|tổng hợp|hướng dẫn|đôn đốc)(?!\w)"
)


def _role(mention: _Mention, *, first: bool) -> Role:
    return Role.LEAD if first and not mention.others else Role.ALL


def _shown(sentence: str, start: int, end: int, mention: _Mention) -> str:
    """The list of bodies as it stands; only our own words when the list is long."""
    words = sentence[start:end].strip(" ,;")
    return words if len(words) <= 160 else sentence[mention.start : mention.end].strip(" ,;")


def _starts_with_body(text: str) -> bool:
    return bool(re.match(rf"(?:(?:Đề nghị|Giao|Yêu cầu)\s+)?{_ORGANS}(?!\w)(?! cáo)", text)) and not re.match(
        r"(?:Báo cáo|Tổ chức|Ban hành)", text
    )


def _sentences(text: str) -> list[str]:
    return [part for part in (piece.strip() for piece in _BOUNDARY.split(text)) if part]


def _parts(said: Sequence[str]) -> list[str]:
    """The sentences of a paragraph as one part, but for a later one that reports by a date of its own."""
    parts: list[str] = []
    for sentence in said:
        own = bool(_SENDS.search(sentence)) and deadline_of(sentence) is not None
        if parts and not own and not (len(parts) > 1):
            parts[-1] += " " + sentence
        else:
            parts.append(sentence)
    return parts


def _assignments(text: str) -> list[tuple[Role, str]]:
    found = list(_ASSIGNED.finditer(text))
    ends = [m.start() for m in found[1:]] + [len(text)]
    out: list[tuple[Role, str]] = []
    for m, end in zip(found, ends, strict=True):
        words = text[m.end() : end]
        note = _NOTES.search(words)
        role = Role.PARTNER if re.match(r"(?i:phối hợp)", m["what"]) else Role.LEAD
        out.append((role, words[: note.start()] if note else words))
    return out


def _is_note(item: Item) -> bool:
    return bool(_ASSIGNED.match(item.words) or _NOTES.match(item.words))


def _when(*items: Item) -> str | None:
    for words in (inner.words for item in items for inner in item.walk()):
        if found := _WHEN.search(words):
            return found["when"].strip(" .,")
    return None


def _filled(table: Table) -> Table:
    """The table with merged cells written out in every row that they span."""
    width = max((sum(cell.across for cell in row) for row in table.rows), default=0)
    below: dict[tuple[int, int], Cell] = {}
    rows: list[tuple[Cell, ...]] = []
    for r, row in enumerate(table.rows):
        line: list[Cell] = []
        cells = iter(row)
        while len(line) < width:
            if (cell := below.pop((r, len(line)), None)) is not None:
                line.append(cell)
                continue
            if (own := next(cells, None)) is None:
                break
            for offset in range(own.down - 1):
                below[(r + 1 + offset, len(line))] = Cell(lines=own.lines)
            line += [Cell(lines=own.lines), *[Cell()] * (own.across - 1)]
        rows.append(tuple(line))
    return Table(rows=tuple(rows), header=table.header)


def addressee(title: str) -> str | None:
    """The body that a title names (`Giao Phòng Kinh tế:` -> `Phòng Kinh tế`); None when it is no name of a body."""
    text = new_tone(title.strip())
    lead = _LEAD_IN.match(text)
    body = title.strip()[lead.end() if lead else 0 :].strip(" :.")
    plain = new_tone(body)
    named = re.match(rf"(?:(?:Các\s+)?{_ORGANS}|{_GROUPS}|(?:Các|các)\s+(?:thôn|khu phố|bản|tổ))(?!\w)", plain)
    told = len(body) <= 160 and bool(named) and not _TASK_START.match(plain) and not _STOP.search(plain.split(",")[0])
    return body if told else None
