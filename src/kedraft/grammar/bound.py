"""Which words of a plan name the level that drafts the child."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kedraft.grammar.bodies import ACTS, CAP
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Level, Plan
from kedraft.vietnamese.letters import lazily

_KIND = r"(?<!\w)(?:thị xã|thị trấn|đặc khu|thành phố|TP\.?|TX\.?|xã(?!\s+hội)|phường|huyện(?! ủy| đoàn)|quận|tỉnh(?! ủy| đoàn))(?!\w)"
#: `các huyện, thành, thị`: short for cities and towns, only in a list.
_SHORT = r"(?:thành|thị)(?!\w)(?! (?:phố|xã|trấn|viên|trường|lập|tích|phần|công))"
_JOIN = r"(?:\s*[,;/–-]\s*(?:và\s+)?|\s+(?:và|hoặc)\s+)"
_COMMITTEE = r"(?:(?:(?:(?:các|những)\s+)?(?:(?:đồng chí|ông,? bà)\s+)?(?:(?:phó\s+)?chủ tịch|lãnh đạo)|các)\s+)?(?:(?:(?:cấp ủy(?: đảng)?|đảng ủy|ban chỉ đạo)(?:,| và)\s+)?(?:HĐND(?:,| và)\s+)?(?:UBND|Ủy ban nhân dân|chính quyền|đơn vị hành chính)|(?:chủ tịch|lãnh đạo)(?=\s+(?:các\s+)?(?:xã|phường|đặc khu|huyện)(?!\w)))"
_UNITS = rf"{_KIND}(?:{_JOIN}(?:(?<!;\s)(?:(?:các|từng|cấp)\s+|(?:UBND|Ủy ban nhân dân)\s+(?:(?:các|cấp)\s+)?))?(?:{_KIND}|{_SHORT}))*"
_SOME = r"(?:các|từng|mỗi|những|tất cả các|toàn bộ các|cấp|tuyến|\d+)\s+"
_SUBORDINATE = (
    rf"(?:công an|công chức|cán bộ|ban (?:chỉ huy|CHQS|chỉ đạo|quản lý|tổ chức|an toàn giao thông|ATGT|công tác|giám sát|vận động|bảo vệ)|trạm y tế|đài truyền thanh|trung tâm|văn phòng|phòng(?!,| ngừa| chống| cháy)|các phòng|cơ quan|bộ phận|(?<!ã )hội(?! nghị| thảo| thi| viên| đồng phối)|đoàn(?! kết| thể| viên)|hội đồng phối hợp|hội đồng(?! nhân dân)|ủy ban bầu cử|chủ đầu tư|hệ thống chính trị|tổ (?:công tác|công nghệ|giúp việc|chỉ đạo)|lực lượng)"
    rf"(?:(?!\s(?:tỉnh|thành phố|huyện|cùng|do|gửi|giao|chuyển|trình|lập|báo cáo|thông báo|cung cấp|bàn giao|làm việc|thống nhất|ký|tại|ở|trên|đến|tới|cho|với|từ|theo|trong|để|về|hướng dẫn|đôn đốc|kiểm tra|yêu cầu|giúp|hỗ trợ|phối hợp|và UBND|và Ủy|và các)\b)(?:[^,;:.()]|,(?!\s+(?:(?-i:[{CAP}])|các|chủ tịch|lãnh đạo|cán bộ|công chức|đơn vị|tổ chức|chính quyền|địa phương|cơ quan|ngành|sở|ban|phòng|doanh nghiệp|thanh niên|hội viên)))){{0,90}}?\s+(?:thuộc\s+|của\s+)?(?:(?:UBND|Ủy ban nhân dân)\s+)?"
)
#: A unit named by its own name: `phường Hồng Gai`, `UBND xã Tân Lập`.
NAMED_UNIT = lazily(
    rf"(?:(?:[Cc]hủ tịch\s+)?(?:UBND|Ủy ban nhân dân)\s+)?{_KIND}\s+[{CAP}][\wà-ỹ]*(?:\s+(?:[{CAP}][\wà-ỹ]*|\d{{1,2}}(?!\w)))*"
)
#: Boards that a committee leads itself: those of a district are told what its committee is told.
_BOARD = lazily(r"(?i:ban chỉ (?:đạo|huy)|hội đồng|ủy ban bầu cử)")
#: Offices of a commune that are named without `các` or `cấp`: `Công an xã, phường`.
_OFFICE = r"(?:công an|ủy ban bầu cử(?: ở)?|chủ đầu tư(?: là| do)?|công chức(?:\s(?!cấp|các|tỉnh|huyện|và\b|ở|tại|của|làm)[^\s,;:.()]+){1,6}|trạm y tế|đội(?! ngũ| tuyển)(?:\s(?!cấp|các|tỉnh|huyện)[^\s,;:.()]+){1,5}|quân sự|đoàn thanh niên|ban (?:chỉ (?:huy|đạo)|quản lý)(?:\s(?!cấp|các|tỉnh|huyện|và\b|ủy|UBND)[^\s,;:.()]+){0,6}|hội đồng(?! nhân dân)(?:\s(?!cấp|các|tỉnh|huyện)[^\s,;:.()]+){1,7}|trung tâm (?:phục vụ hành chính công|học tập cộng đồng|cung ứng dịch vụ[^,;:.]{0,30}))"
_NAME = rf"[{CAP}][\wà-ỹ]*(?:\s+(?:[{CAP}][\wà-ỹ]*|\d{{1,2}}(?!\w)))*"
#: `Sơn Tịnh, Bình Sơn hỗ trợ …` behind `UBND các xã:`
NAMES_FIRST = lazily(rf"{_NAME}(?:(?:\s*,\s*|\s+và\s+){_NAME})*\s+[a-zđà-ỹ]")
#: `các phường ven biển (Bãi Cháy, Hạ Long)`
_BRACKETED = (
    rf"(?:\s*\((?:gồm:?\s+)?(?P<bracketed>(?:{_KIND}\s+)?{_NAME}(?:(?:\s*[,;]\s*|\s+và\s+)(?:{_KIND}\s+)?{_NAME})+)\))?"
)
_NAMES = rf"\s*:?\s+(?P<names>(?!(?:UBND|Ủy ban|Chủ tịch|Phó Chủ|Bí thư|Phó Bí|Trưởng|Sở|Ban|Phòng|Công an|Các|Hội|Đoàn|Mặt trận)\b)(?=[{CAP}]\w*(?:\s+|,\s+|\s+và\s+)[{CAP}])[{CAP}][\wà-ỹ]*(?:\s+[{CAP}][\wà-ỹ]*)*(?:(?:\s*,\s*|\s+và\s+)(?!(?:UBND|Ủy|Sở|Ban|Phòng|Công|Các|Đề|Hội|Đoàn|Mặt)\b)[{CAP}][\wà-ỹ]*(?:\s+[{CAP}][\wà-ỹ]*)*)*)"
_TAIL = (
    r"(?:\s+(?:trực thuộc trung ương|trực thuộc tỉnh|thuộc tỉnh|trong tỉnh|toàn tỉnh|trên địa bàn(?: toàn)?(?: (?:tỉnh|thành phố|huyện))?|có liên quan|liên quan|biên giới|ven biển|"
    r"miền núi|trọng điểm|nêu trên|được phân công|được giao(?: nhiệm vụ)?))*"
)
#: `ngân sách xã bảo đảm …`: what a budget pays for its committee must provide.
_PAYS = r"bảo đảm|đảm bảo|chi trả|chi(?! thường xuyên| tiết| phí)|đối ứng|bố trí|cân đối|lo"
#: `đơn vị cấp tỉnh, UBND các huyện`: the province's word ends one member of the list, it does not begin the next.
_NOT_PROVINCE = r"(?!(?<=cấp )tỉnh(?:\s*[,;]|\s+và|\s+cùng)\s*(?:UBND|Ủy ban|chủ tịch))"
#: `thuộc UBND tỉnh, UBND các xã`: two committees, of which the first is the parent's own.
_NOT_ISSUER = r"(?!tỉnh\s*[,;]\s*(?:UBND|Ủy ban|chủ tịch))"
_FROM_TOP = r"từ\s+(?:tỉnh|thành phố|huyện)\s+(?:đến|tới|xuống)\s+(?:tận\s+)?(?:cơ sở|xã|phường|thôn)(?!\w)"
_OURS = lazily(
    rf"(?i:(?P<body>(?<!\w){_SUBORDINATE})(?:(?:các|cấp)\s+){_NOT_PROVINCE}(?P<body_units>{_UNITS})"
    rf"|(?<!\w)(?P<office>{_OFFICE}\s+)(?!(?:tỉnh|thành phố)(?!\w))(?P<office_units>{_UNITS})(?!\s+(?-i:[{CAP}]))"
    rf"|(?<!\w)(?P<head>{_COMMITTEE})\s+{_NOT_ISSUER}(?P<some>(?:{_SOME})*)(?P<head_units>{_UNITS})"
    rf"|(?<!\w)(?:{_COMMITTEE}|(?:cả\s+)?hệ thống chính trị(?= (?:các cấp|cơ sở)))\s+(?P<levels>các cấp|hai cấp|địa phương(?: các cấp)?|cơ sở|nơi (?:đó|ấy))(?:\s+{_FROM_TOP})?"
    rf"|(?<!\w)(?P<ranks>(?:các|mọi)\s+cấp (?:ủy,?\s+(?:đảng,?\s+)?(?:và\s+)?)?chính quyền)(?!,\s*(?:các\s+)?(?:ban,\s*)?ngành)(?:\s+(?:địa phương|cơ sở|xã|phường))?(?!\w)"
    rf"|(?<!\w)(?:các\s+)?cấp ủy(?:\s+đảng)?(?:,(?:\s+tổ chức đảng(?:,|\s+và))?|\s+và)\s+(?P<party>chính quyền)(?:,\s+(?:đoàn thể|mặt trận)(?!\w))*(?:\s+{_FROM_TOP})?(?!\s+(?:tỉnh|thành phố|huyện|xã|phường|đô thị|cơ sở|địa phương|các cấp|cấp|của|từ|nơi)(?!\w))"
    rf"|(?<!\w)(?P<budget>ngân sách\s+)(?:(?:cấp|các)\s+)?(?P<budget_units>{_UNITS})(?=\s+(?:tự\s+)?(?:{_PAYS})(?!\w))"
    r"|(?<!\w)(?:ban chỉ (?:đạo|huy)|hội đồng(?! nhân dân))(?:\s[^;:.()]{0,70}?)?\s(?:các ngành, )?(?P<boards>các cấp)(?!\w)"
    rf"|(?<!\w)(?P<bare>{_SOME}){_NOT_PROVINCE}(?P<bare_units>{_UNITS})"
    rf"|(?<!\w)(?P<pair>{_KIND}(?:\s*,\s*(?:và\s+)?{_KIND}|\s+(?:và|hoặc)\s+{_KIND})+)(?!\s+(?-i:[{CAP}]))"
    rf"|(?=xã|phường|thị|đặc|thành|t[px]|huyện|quận|tỉnh)(?:(?<=\A)|(?<=[;:.]\s)|(?<=\d,\s)|(?<=thì\s)|(?<=\bdo\s)|(?<=việc của\s)(?=xã|phường)|(?<=\scủa\s)(?=(?:xã|phường|huyện)\s+là\s)|(?<=[a-zà-ỹ],\s)(?=(?:xã|phường|đặc khu|huyện)\s+(?:{ACTS})(?!\w)))(?P<listed>{_KIND}(?:(?<=của xã)|(?<=của phường)|(?<=của huyện)|(?=\s+nào\s[^,;.:]{{2,60}}\s(?:phải|cần|chịu trách nhiệm)\s)|(?:{_JOIN}(?:{_KIND}))+(?=\s+[a-zđà-ỹ])|(?=(?:\s+(?:đó|ấy))?\s+(?:{ACTS})(?!\w)|\s+(?:có|bị|chưa)\s(?:[^\s,;:.]+\s){{1,8}}(?:báo cáo|đề nghị|phải|cần|chủ động|thực hiện|tổ chức|triển khai|xây dựng)(?!\w))))"
    rf"|(?<!\w)(?P<after>(?:sở|ban|ngành|đoàn thể|cơ quan|đơn vị)(?:\s+(?:cấp\s+)?tỉnh)?(?:,|\s+và)\s+)(?P<after_units>{_UNITS})"
    rf"|(?<!\w)(?P<named>{_KIND})(?=\s+(?-i:[{CAP}])))(?:(?-i:{_NAMES}))?(?i:{_TAIL})(?-i:{_BRACKETED})"
)
_EVERY = r"(?:(?:các|mọi|mỗi|tất cả các|từng)\s+)?"
_LOCALITIES = lazily(
    rf"(?i:(?<!\w)(?:(?:cấp ủy,?\s*)?(?:chính quyền|UBND|Ủy ban nhân dân)\s+)?(?:(?:các|mọi|mỗi|từng|tất cả các|những)\s+(?:[^,;.:()]{{0,12}},\s*)?(?:cơ quan|đơn vị|sở|bộ|ban|ngành)?(?:,\s*|\s+và\s+)?(?:các\s+)?địa phương|{_EVERY}cấp(?: chính quyền)?,\s*(?:các\s+)?(?:ban,\s*)?ngành"
    rf"|các ngành,\s*(?:các\s+)?cấp|(?:các\s+)?địa phương)(?!\w)(?!\s+(?:(?:thuộc\s+)?(?:các\s+)?(?:tỉnh|nước)\s+(?:bạn|ngoài|khác|lân cận|giáp)|bạn|ngoài tỉnh))){_TAIL}"
)
_ALONE = lazily(rf"(?i:(?:(?:chính quyền|UBND|Ủy ban nhân dân)\s+)?{_EVERY}địa phương){_TAIL}")
#: No text without one of these names a level.
_LEVEL_WORD = lazily(
    r"(?i:xã|phường|huyện|quận|thị|thành phố|TP|TX|đặc khu|tỉnh|địa phương|các cấp|hai cấp|cấp,|chính quyền|ngành, |cơ sở)"
)
AGENCIES = lazily(
    rf"(?i:(?<!\w){_EVERY}(?:thủ trưởng\s+|người đứng đầu\s+)?(?:các\s+)?(?:cơ quan|đơn vị)(?!\w)(?! (?:thường trực|đầu mối|chủ trì|tham mưu|tổng hợp|chủ quản|soạn thảo|quản lý))){_TAIL}"
)
_MEDIA = lazily(r"(?i:báo chí|báo, đài|thông tấn|đài)[^,;.]*(?:,|,?\s+và)?\s+địa phương\Z")
_FULL = {"tp": "thành phố", "tx": "thị xã"}
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
class Mention:
    """The words that name the bound level; `others`: they name more bodies (`các cơ quan, đơn vị, địa phương`)."""

    start: int
    end: int
    others: bool = False
    bare: bool = False


_SAME_KIND = lazily(
    rf"(?i:(?:(?:chủ tịch\s+)?(?:UBND|Ủy ban nhân dân)\s+)?(?:{_KIND}\s+(?-i:[{CAP}]\w*(?:\s+[{CAP}]\w*)*){_JOIN})+)"
)
_HEADS = lazily(
    r"(?i:(?:các\s+)?(?:đồng chí\s+)?bí thư(?:\s+(?:cấp ủy|đảng ủy))?(?:,|\s+và)\s+|(?:người đứng đầu|thủ trưởng|lãnh đạo|(?:phó\s+)?trưởng)\s+(?:cấp ủy,?\s*)?)"
)
#: `Tuyến xã`, `Quy mô cấp xã`, `Ngân sách huyện`: a title that names a level by what it has or does.
_LEVEL_TITLE = lazily(
    rf"(?i:(?:(?:về|phần|khối|theo|với|quy mô|ngân sách|phạm vi|tuyến|cấp|hoạt động)\s+)*(?:(?P<units>{_UNITS})|(?<=cấp )cơ sở|(?<=tuyến )cơ sở)(?:\s*\([^()]*\))?\s*[:.]?\s*\Z)"
)


@dataclass(frozen=True, slots=True)
class Bound:
    """Which words name the level that drafts: its own kinds of unit, and the districts above it in the three-tier model."""

    level: Level
    issuer: Level
    levels: frozenset[Level]
    places: tuple[Place, ...]
    province: str = ""
    others: bool = False

    @classmethod
    def of(cls, plan: Plan, locality: Locality) -> "Bound":
        levels = {locality.level}
        issuer = plan.issuing_body.level
        if locality.level is Level.COMMUNE and issuer is not Level.DISTRICT and _three_tier(plan, locality.on):
            levels.add(Level.DISTRICT)
        places = tuple(p for p in (locality.commune, locality.district) if p and p is not None)
        named = places or (locality.province,)
        return cls(locality.level, issuer, frozenset(levels), named, locality.province.name.casefold())

    @property
    def elsewhere(self) -> "Bound":
        """The same level, but only its other units, where they are named one by one: `đặc khu Vân Đồn, đặc khu Cô Tô`."""
        return replace(self, others=True)

    @property
    def through_province(self) -> bool:
        """Whether a central body speaks: its `các địa phương` are the provinces, which hand the work on."""
        return self.issuer is Level.CENTRAL and self.level is not Level.PROVINCE

    def mention_end(self, text: str) -> int:
        """Where a mention ends that begins `text`; 0 when none does."""
        ours = _OURS.match(text)
        if ours and not ours["after"] and self._means_us(ours):
            return ours.end()
        local = None if self.others else _LOCALITIES.match(text)
        return local.end() if local else 0

    def mentions(self, text: str) -> list[Mention]:
        """Every place of `text` (in new tone style) that names the bound level, from left to right, without overlaps."""
        if not _LEVEL_WORD.search(text):
            return []
        found = [
            Mention(max(m.start(), m.start("after_units")), m.end(), bare=bool(m["bare"]))
            for m in _OURS.finditer(text)
            if self._means_us(m)
        ]
        taken = [(m.start, m.end) for m in found]
        for m in () if self.others else _LOCALITIES.finditer(text):
            if self.through_province and "địa phương" in m.group().casefold():
                continue
            if not _MEDIA.search(text, 0, m.end()) and not any(
                start < m.end() and m.start() < end for start, end in taken
            ):
                found.append(Mention(m.start(), m.end(), others=not _ALONE.fullmatch(m.group())))
        return sorted(found, key=lambda one: one.start)

    def only_units(self, words: str) -> bool:
        """Whether words before a mention name units of the same kind only, or who heads them: `Ủy ban nhân dân thành phố Thủ Đức và`."""
        return not words.strip() or bool(_SAME_KIND.fullmatch(words) or _HEADS.fullmatch(words))

    def level_of_title(self, title: str) -> bool:
        """Whether a title is nothing but the name of our level."""
        found = _LEVEL_TITLE.match(title)
        if found is None:
            return False
        kinds = re.findall(rf"(?i:{_KIND})", found["units"] or "xã")
        return any(_LEVEL_OF[_FULL.get(kind.lower().rstrip("."), kind.lower())] in self.levels for kind in kinds)

    def _means_us(self, m: re.Match[str]) -> bool:
        if m["levels"] or m["ranks"] or m["boards"] or m["party"]:
            return not self.others
        units = (
            m["body_units"]
            or m["office_units"]
            or m["head_units"]
            or m["bare_units"]
            or m["after_units"]
            or m["budget_units"]
            or m["pair"]
            or m["listed"]
            or m["named"]
            or ""
        )
        kinds = [_FULL.get(kind.lower().rstrip("."), kind.lower()) for kind in re.findall(rf"(?i:{_KIND})", units)]
        levels = {_LEVEL_OF[kind] for kind in kinds}
        if Level.PROVINCE in levels:
            levels -= {Level.DISTRICT} - ({Level.DISTRICT} if {"huyện", "quận", "thị xã"} & set(kinds) else set())
        if m["body"] and _BOARD.match(m["body"]):
            return bool(levels & self.levels) and not self.others
        if m["body"] or m["office"]:
            return self.level in levels and not self.others
        if m["budget"]:
            return bool(levels & self.levels) and Level.PROVINCE not in levels and not self.others
        if not levels & self.levels:
            return False
        listed = len(kinds) > 1 or "," in units or bool(m["some"] or m["bare"] or m["after"] or m["listed"])
        if m["bracketed"]:
            return self._named(re.sub(rf"(?i:{_KIND})\s+|;", lambda one: "," * (one[0] == ";"), m["bracketed"]), kinds)
        if m["names"] and not (len(kinds) > 1 and kinds[-1] in ("thành phố", "thị xã", "đặc khu")):
            return self._named(m["names"], kinds)
        if m["named"] or self.others:
            return False
        return listed or (
            _LEVEL_OF[kinds[0]] is self.level and self.level is not self.issuer and kinds != ["thành phố"]
        )

    def _named(self, names: str, kinds: Sequence[str]) -> bool:
        """Whether one of the named units is ours."""
        said = [name.strip().casefold() for name in re.split(r",|\s+và\s+", names)]
        ours = any(place.name.casefold() in said and place.kind.value in kinds for place in self.places)
        return not ours and self.province not in said if self.others else ours


def _three_tier(plan: Plan, on: date) -> bool:
    issued = plan.place_and_date.date
    return issued < _TWO_TIER if issued else on.isoformat() < _TWO_TIER
