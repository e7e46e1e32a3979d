"""What the parent says of all units of our level, said of us: counts of units, lists of their kinds, lists of levels."""

import re
from functools import lru_cache

from kedraft.grammar.bodies import CAP
from kedraft.model.locality import Locality
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind
from kedraft.proposal.wording import DEED, NEXT_DEED, capital, lower

_KINDS = {
    Level.COMMUNE: r"xã(?! hội)|phường|thị trấn|đặc khu",
    Level.DISTRICT: r"huyện(?! (?:ủy|đoàn))|quận|thị xã|thành phố",
}
#: Levels from the top down, as lists of levels name them.
_LADDER = ("trung ương", "tỉnh", "huyện", "xã")
_RANK = {Level.DISTRICT: "huyện", Level.COMMUNE: "xã"}
#: Bodies that each unit has: with the list of units after them, ours is one of them.
_BODIES = (
    r"UBND|[ỦU]y ban nhân dân|HĐND|Công an|Trạm [Yy] tế|[Tt]rạm y tế|Ban Chỉ huy Quân sự|Ban Chỉ huy Phòng thủ dân sự|[Đđ]ài [Tt]ruyền thanh|[Tt]rang thông tin điện tử"
    r"|(?:[Cc]ấp ủy, )?[Cc]hính quyền|[Cc]ấp ủy|Ban Chỉ đạo|Hội đồng nhân dân"
)
#: Which units are meant, or what happens to them, and not what each of them does.
_NO_DEED = (
    r"thuộc|vùng|miền|biên giới|trọng điểm|nông thôn|đặc biệt|có (?:nguy cơ|điều kiện|tiềm năng|lợi thế|rừng|biển|hồ|liên quan|đông)|còn|khó khăn|loại|khu vực|ven"
    r"|trên|nơi|mới|đã|chưa|không có|được (?:chọn|giao|lựa chọn|phân công)|trong|ngoài|này|sau|liên quan|báo cáo|và|theo|để|làm|là"
)


@lru_cache(maxsize=64)
def _patterns(level: Level, own: str) -> dict[str, re.Pattern[str]]:
    unit = f"(?:{_KINDS[level]})"
    listed = rf"{unit}(?:(?:\s*,\s*|\s+và\s+)(?:các\s+)?{unit})*(?:\s+{re.escape(own)})?(?!\w)(?!\s+[A-ZĐ])"
    several = rf"{unit}(?:(?:\s*,\s*|\s+và\s+)(?:các\s+)?{unit})+(?:\s+{re.escape(own)})?(?!\w)(?!\s+[A-ZĐ])"
    count = r"(?:100%(?: số)?(?: các)?|(?P<n>\d+)/(?P=n)|[Mm]ỗi|[Tt]ừng|[Tt]ất cả(?: các)?|[Cc]ác)"
    area = r"(?:\s+trên địa bàn(?:\s+(?:toàn\s+)?(?:tỉnh|huyện|xã|phường|đặc khu))?)?"
    return {
        "each": re.compile(
            rf"\A(?P<aim>(?:[Pp]hấn đấu|[Bb]ảo đảm|[Đđ]ảm bảo)\s+)?{count}\s+{listed}(?:\s+còn lại)?{area}\s+(?:{_WHICH})?(?!(?:{_NO_DEED})(?!\w))(?P<rest>[a-zà-ỹđ].+)",
            re.DOTALL,
        ),
        "bodies": re.compile(rf"(?P<body>{_BODIES})\s+(?:các\s+{listed}|{several}|cấp\s+{unit}(?!\w))"),
        "area": re.compile(
            rf"(?P<at>(?:trên )?địa bàn|của|tại)\s+(?:các|mỗi|từng)\s+{listed}(?!\s+(?:{_NO_DEED})(?!\w))"
        ),
        "list": re.compile(rf"(?<!các )(?<!Các )(?<!cấp )(?<!số )(?<![\d%] ){several}"),
    }


#: Which of the units are meant, in few words before what each of them has: a person is asked of it elsewhere.
_WHICH = (
    r"(?:(?:khu vực|vùng|miền)\s+[^,;.]{3,30}?\s(?=(?:có (?:ít nhất|tối thiểu)|thành lập|xây dựng|phấn đấu)(?!\w)))"
)
_BREAK = re.compile(
    r"(?<=;)\s+|(?<=,)\s+(?=(?:mỗi|100%|\d+/\d+|các)\s+(?:số\s+)?(?:xã|phường|huyện))|(?<=:)\s+(?=mỗi\s+(?:xã|phường|thị trấn|huyện))"
)
_LEVEL = r"(?:trung ương|tỉnh|huyện|xã|thành phố)"
_LEVELS = re.compile(
    rf"(?P<kind>cấp|tuyến)\s+(?P<first>{_LEVEL})(?P<more>(?:(?:,\s+|\s+và\s+)(?:(?P=kind)\s+)?{_LEVEL})+)(?!\w)"
)
_RATES = re.compile(
    rf"(?:cấp|tuyến)\s+{_LEVEL}\s+(?:đạt\s+)?(?:trên\s+)?\d+(?:,\d+)?%(?:,\s+(?:cấp|tuyến)\s+{_LEVEL}\s+(?:đạt\s+)?(?:trên\s+)?\d+(?:,\d+)?%)+"
)
_BY_PLACE = re.compile(
    r"(?:tại|ở)\s+(?:thị trấn|phường|các phường|đô thị|khu vực đô thị)[^,;]{0,30}\s+đạt\s+[^,;]{2,20}%,\s+(?:tại|ở)\s+(?:các xã|khu vực nông thôn)\s+đạt"
)
_WHICH_OF = re.compile(rf",\s+trong đó(?::|,)?\s+(?:cấp|tuyến)\s+{_LEVEL}[^;.]*?[\d\[](?:[^;.]|\.(?=\d))*")
_MEDIA = re.compile(
    r"(?<!\w)trên\s+(?=[^;.]{0,160}?(?:Báo|Đài|Cổng))(?:[^;.]{4,160}?)(?:\s+và|,)\s+(?P<own>(?:hệ thống )?(?:truyền thanh|thông tin) cơ sở"
    r"|đài truyền thanh(?= (?:các|cấp|xã|phường))|trang thông tin điện tử(?= (?:các|cấp|xã|phường)))"
)
_LAUNCH = re.compile(
    r"\ATổ chức\s+(?P<what>(?:[Ll]ễ (?:phát động|ra quân|mít tinh|hưởng ứng)|[Cc]hương trình “)[^;]*?)\s+(?:cấp (?:tỉnh|huyện|thành phố|xã)|tại\s)(?:[^;]*?(?P<time>\s(?:trong tháng|vào tháng|trong tuần|dịp)\s[^;,]{3,40}))?[^;]*;\s+"
    r"(?:các|mỗi|UBND)\s[^;]{2,60}?\s(?:tổ chức|triển khai|thực hiện)\s+(?:các\s+)?(?:lễ\s+)?(?:(?:phát động|mít tinh|ra quân|hưởng ứng)(?:, (?:mít tinh|diễu hành|ra quân))*|(?=(?:trước|vào|trong|từ|xong)\s))(?P<rest>[^;]*?)(?:\s+cấp (?:xã|huyện))?(?P<end>[.;].*|\Z)",
    re.DOTALL,
)
#: Places by name before all of their kind: `tại hồ A, hồ B và các ao, hồ khác`.
_NAMES_AND_ALL = re.compile(
    rf"tại\s+[^;.]{{0,160}}?[{CAP}][^;.]{{0,80}}?\s+và\s+(?=các\s+(?!xã|phường|huyện)[a-zà-ỹđ])"
)
_TWICE = re.compile(r"(?P<body>[A-ZĐ][^,;.]{8,60}?) (?:huyện|xã|phường), (?P=body) (?=cấp )")


def in_own_words(text: str, locality: Locality) -> str:
    """The text with what it says of all units of our level said of us alone; as it is where it says nothing of them."""
    if locality.level not in _KINDS:
        return text
    kind, found = locality.place.kind.value, _patterns(locality.level, locality.place.name)
    text = said_once(text)
    text = _NAMES_AND_ALL.sub(r"tại ", text)
    if launch := _LAUNCH.match(text):
        what = f"Tổ chức {lower(launch['what'])} {launch['rest'].strip() or (launch['time'] or '').strip()}"
        text = what.replace(" quốc gia ", " ", 1).rstrip() + launch["end"]
    text = _MEDIA.sub(r"trên \g<own>", text)
    text = _without_all_levels(text, kind) if locality.level is Level.COMMUNE else text
    if locality.place.kind is UnitKind.XA:
        text = _BY_PLACE.sub("đạt", text)
    text = _WHICH_OF.sub("", text)
    text = _RATES.sub(lambda one: _own_rates(one.group(), locality), text)
    text = _LEVELS.sub(lambda one: _own_levels(one, locality), text)
    text = " ".join(_clauses(text, kind, found["each"]))
    text = found["bodies"].sub(rf"\g<body> {kind}", text)
    text = found["area"].sub(lambda one: f"{'trên địa bàn' if one['at'] == 'tại' else one['at']} {kind}", text)
    text = found["list"].sub(kind, text)
    text = re.sub(r"(?:về|cho|đến) Thanh tra (?=Phòng\s)", "về ", text)
    return _below_us(text) if locality.level is Level.DISTRICT else text


def _without_all_levels(text: str, kind: str) -> str:
    """Organisations and committees of all levels as our own: `Hội Nông dân các cấp làm nòng cốt` -> `Hội Nông dân xã làm nòng cốt`."""
    text = _OF_ALL_LEVELS.sub(rf"\g<body> {kind}", text)
    text = _ANY_UNIT.sub(rf"nếu {kind} ", text)
    return _TOLD_ITSELF.sub(r"\g<said>", text)


#: `Hội Khuyến học các cấp`, `UBND các cấp`.
_OF_ALL_LEVELS = re.compile(
    rf"(?P<body>(?<!\w)(?:Hội|Liên đoàn|Đoàn|Công đoàn|Mặt trận|MTTQ|UBND|[ỦU]y ban nhân dân)(?:\s[{CAP}][^,;.()]{{1,40}}?)?)\s+các cấp(?!\w)(?! (?:ủy|chính quyền|ngành|học))"
)
#: `xã, phường nào để xảy ra …`: among all of them, ours.
_ANY_UNIT = re.compile(r"(?:(?:xã|phường|đặc khu|thị trấn)(?:, )?)+ nào\s+(?=(?:không|để|chậm|chưa)\s)", re.IGNORECASE)
#: What our committee is to tell at once, told to itself after a change of level.
_TOLD_ITSELF = re.compile(
    r"(?P<said>(?:UBND|[ỦU]y ban nhân dân) (?P<kind>xã|phường|đặc khu)(?!\w)[^.]*?báo (?:ngay|cáo ngay)(?: cho)? [^,;.]{5,40}?) và (?:UBND|[ỦU]y ban nhân dân) (?P=kind)(?!\w)"
)


#: What a committee does, after its name; not which one is meant.
_DOES = rf"(?i:báo cáo|cung cấp|xác nhận|cử|tiếp tục|chịu)\s|{DEED.pattern.replace('(?:', '(?i:', 1)}"


def own_committees(text: str, locality: Locality) -> str:
    """Committees of our level that do something, as ours: `UBND các huyện, thị xã, thành phố kiểm tra …` -> `UBND huyện kiểm tra …`."""
    kinds, kind = _KINDS.get(locality.level), locality.place.kind.value
    if kinds is None:
        return text
    listed = rf"(?:{kinds})(?:(?:\s*,\s*|\s+và\s+)(?:{kinds}))*"
    several = rf"(?:{kinds})(?:(?:\s*,\s*|\s+và\s+)(?:{kinds}))+"
    who = rf"các\s+{listed}" if locality.level is Level.DISTRICT else several
    deed = NEXT_DEED if locality.level is Level.DISTRICT else rf"(?={_DOES})"
    text = re.sub(rf"(?P<body>UBND|[ỦU]y ban nhân dân)\s+{who}\s+{deed}", rf"\g<body> {kind} ", text)
    if locality.level is Level.COMMUNE:
        return text
    return re.sub(rf"\A[Cc]ác {several}\s+{NEXT_DEED}", f"{capital(kind)} ", text)


def _below_us(text: str) -> str:
    """A district's text in which its own level has become that of the province: the level then named is the one below."""
    text = re.sub(r"UBND huyện(?:,| và) (?=UBND cấp xã)", "", text)
    return re.sub(r"(UBND huyện[^;.]{0,20}?(?:với|,|và) )UBND huyện(?!\w)", r"\1UBND cấp xã", text)


def said_once(text: str) -> str:
    """The text in which one body that stands twice after a change of level stands once: `Bộ phận A huyện, Bộ phận A cấp huyện`."""
    return _TWICE.sub(r"\g<body> ", text)


def _clauses(text: str, kind: str, each: re.Pattern[str]) -> list[str]:
    """The clauses said of us; those for units of other kinds go, where one is for our kind by name."""
    parts = _BREAK.split(text)
    for_kind = [re.match(r"[Mm]ỗi (?P<kind>xã|phường|thị trấn|đặc khu)(?!\w|,| và)", part) for part in parts]
    whole = text.rstrip()
    if any(one and one["kind"] == kind for one in for_kind):
        last = parts[-1]
        parts = [part for part, one in zip(parts, for_kind, strict=True) if not one or one["kind"] == kind]
        when = re.search(r"\s(?:trước ngày|trong năm|trong quý|hoàn thành)\s.+\Z", last, re.DOTALL)
        if parts[-1] is not last and when:
            parts[-1] = parts[-1].rstrip(" ,;") + when[0]
        elif parts[-1] is not last:
            parts[-1] = parts[-1].rstrip(" ,;") + whole[-1:].strip("abcdefghijklmnopqrstuvwxyz")
    deeds = bool(DEED.match(capital(parts[0])))
    bare = deeds or bool(each.match(parts[0]))
    return [
        _clause(parts[0], capital(kind), each, bare=False),
        *(_clause(one, kind, each, bare=bare) for one in parts[1:]),
    ]


def _clause(clause: str, kind: str, each: re.Pattern[str], *, bare: bool) -> str:
    """What each unit has or does, said of us; without the subject where a clause before it has one already."""
    found = each.match(clause)
    if found is None:
        return clause
    aim, rest = found["aim"] or "", found["rest"]
    if bare and DEED.match(capital(rest)) and not _LEANING.match(rest):
        return f"{aim}{rest}"
    return f"{aim}{kind.lower() if aim else kind} {rest}"


#: Deeds that would lean on the clause before them if they had no subject.
_LEANING = re.compile(r"(?:bảo đảm|đảm bảo|đáp ứng|phục vụ)(?!\w)")


def _own_levels(found: re.Match[str], locality: Locality) -> str:
    """Of a list of levels, those that a plan of ours speaks of: our own and those below."""
    levels = re.findall(_LEVEL, f"{found['first']}{found['more']}")
    own = [level for level in levels if _not_above(level, locality)]
    return f"{found['kind']} {', '.join(own)}" if own and len(own) < len(levels) else found.group()


def _own_rates(text: str, locality: Locality) -> str:
    parts = re.split(r",\s+(?=cấp|tuyến)", text)
    own = [part for part in parts if _not_above(re.findall(_LEVEL, part)[0], locality)]
    return ", ".join(own) if own else text


def _not_above(level: str, locality: Locality) -> bool:
    rank = _LADDER.index("tỉnh" if level == "thành phố" else level)
    return rank >= _LADDER.index(_RANK[locality.level])
