"""Regular expressions of one adaptation, built once per source body and kind of target."""

import re
from functools import lru_cache
from typing import NamedTuple

from kedraft.adaptation.agency_names import AgencyPattern, agency_pattern
from kedraft.adaptation.names import name_pattern, spellings
from kedraft.adaptation.source import SourceBody
from kedraft.adaptation.unit_names import CAP, NOT_NAMES, alone_pattern, named_pattern, unit_pattern, words
from kedraft.agencies import AGENCIES
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.letters import lazily


class Lexicon(NamedTuple):
    """The compiled patterns of one source body towards one level and kind."""

    agencies: AgencyPattern
    sectors: re.Pattern[str]
    party: re.Pattern[str]
    collective: re.Pattern[str]
    unknown: re.Pattern[str]
    lower: re.Pattern[str]
    counted: re.Pattern[str]
    of_source: re.Pattern[str]
    bodies: re.Pattern[str]
    levels: re.Pattern[str]
    unit: re.Pattern[str]
    upper_case: re.Pattern[str]
    name: re.Pattern[str]
    named: re.Pattern[str]
    communes: re.Pattern[str]
    provincial: re.Pattern[str]
    central: re.Pattern[str]


_KIND = r"(?:huyện|quận|thị xã|thành phố|xã(?!\s+hội)|phường|thị trấn|đặc khu)"
_CAPS = rf"(?:\s+[{CAP}]\w*)*"
_COMMITTEE = (
    r"(?:(?:[Cc]hủ tịch|[Ll]ãnh đạo)\s+)?(?:HĐND(?:\s+và|,)\s+UBND|UBND|[ỦUủ]y ban nhân dân|Uỷ ban nhân dân)\s+"
)
#: `các huyện, thành, thị`: towns and cities by their first syllable, where both stand together.
_CUT_SHORT = r"(?:thành,?\s+thị(?!\w)(?!\s+(?:trấn|xã|trường|ủy))|thị,\s+thành(?!\w)(?!\s+(?:lập|công|tích|viên|phần|quả))(?:\s+phố)?)"
_UNITS = rf"{_KIND}{_CAPS}(?:(?:\s*,\s*|\s+và\s+|\s*/\s*|\s*-\s*)(?:{_CUT_SHORT}|{_KIND}(?!\w){_CAPS}))+"
#: `các huyện, thị xã, thành phố`, `UBND các xã, phường`, `huyện Tuy Phong và thành phố Phan Thiết`, `UBND cấp huyện`
LOWER = (
    rf"(?:(?P<head>{_COMMITTEE})(?:(?P<hmany>các\s+)?(?P<hlist>{_UNITS})|(?P<hone>các\s+{_KIND})(?!\w)|(?P<hlevel>(?:cấp\s+)?(?:huyện|xã))(?!\w)(?!\s+[{CAP}]))"
    rf"|(?P<many>[Cc]ác\s+)?(?P<list>{_UNITS})|(?P<one>[Cc]ác\s+{_KIND})(?!\w)(?!\s+[{CAP}])"
    rf""
    rf"|(?<=\d\s)(?P<count>{_KIND})(?!\w)(?!\s+[{CAP}])"
    rf"|(?<!cấp )(?P<bare>huyện)(?!\w)(?!\s+[{CAP}]))"
)


_JOINT = r"(?:\s*,\s*(?:và\s+)?|\s+và\s+|\s+hoặc\s+|\s*/\s*|\s+-\s+)"
_RURAL = r"thôn|bản|xóm|ấp|buôn|làng|bon|sóc"
_URBAN = r"tổ dân phố|khu dân phố|khối phố|khu phố|khóm|khối|phố"
_ANY_HAMLET = rf"{_RURAL}|{_URBAN}|khu dân cư"
_HAMLET = rf"(?:(?:[Tt]ổ trưởng|[Tt]rưởng)\s+)?(?:các\s+)?(?:{_ANY_HAMLET})(?:\s+trưởng)?(?!\w)"
#: `thôn, tổ dân phố, khối phố`, `Trưởng thôn, Tổ trưởng tổ dân phố`, `trưởng thôn, khối trưởng`: what lies below communes and wards, as one list.
HAMLETS = lazily(
    rf"(?<![\w-])(?:(?:[Tt]ổ trưởng|[Tt]rưởng)\s+)?(?:[Cc]ác\s+)?(?:[Tt]hôn|[Tt]ổ dân phố|[Kk]hối phố|[Kk]hu phố|[Kk]hối|[Kk]hóm|{_ANY_HAMLET})(?:\s+trưởng)?(?!\w)"
    rf"(?:{_JOINT}{_HAMLET})+(?!\s+(?:văn hóa|kiểu mẫu|mới)(?!\w))"
)
HAMLET_JOINT = lazily(_JOINT)
#: Names that only a ward has, and names that only a commune has.
URBAN = lazily(rf"(?i:(?<!\w)(?:{_URBAN})(?!\w))")
RURAL = lazily(rf"(?i:(?<!\w)(?:{_RURAL})(?!\w))")
#: A group of hamlets after a list of communes: `các xã, phường, thôn, tổ dân phố`.
HAMLETS_TOO = lazily(rf"{_JOINT}{_HAMLET}(?:{_JOINT}{_HAMLET})*")


def _counted(unit: str) -> re.Pattern[str]:
    """`toàn tỉnh có 65 xã, phường`, `65 xã, phường của tỉnh`: how many units lie below the source."""
    number = r"\d[\d.]*(?:\s*/\s*\d[\d.]*)?"
    below = rf"{_KIND}(?!\w)(?:(?:\s*,\s*|\s+và\s+|\s*/\s*|\s*-\s*){_KIND}(?!\w))*(?!\s+[{CAP}])"
    hamlets = r"(?:thôn|bản|xóm|ấp|khu phố|khối phố|tổ dân phố)(?!\w)"
    ours = rf"(?:[Tt]oàn\s+|[Tt]rên địa bàn\s+(?:toàn\s+)?|[Tt]rong\s+(?:toàn\s+)?)?(?:{unit})"
    has = r"(?:(?:hiện|hiện nay|đã|sẽ|mới|phấn đấu|cũng)\s+)*(?:có|còn|gồm)\s+(?:(?:đủ|trên|hơn|gần|khoảng|ít nhất|thêm|tổng số|tất cả|cả)\s+)*"
    return lazily(
        rf"(?<!\w)(?:{ours}\s+{has}{number}\s+(?:{below}|{hamlets})|(?<![\d.,/])(?:0?[2-9]|[1-9]\d[\d.]*)(?:\s*/\s*\d[\d.]*)?\s+{below}(?=\s+(?:của|thuộc|trên địa bàn|trong)\s+(?:toàn\s+)?{unit}))"
    )


@lru_cache(maxsize=256)
def lexicon(source: SourceBody, level: Level, kind: UnitKind) -> Lexicon:
    """Every pattern that depends on the source."""
    unit = unit_pattern(source)
    name = rf"(?:{named_pattern(source)}|{alone_pattern(source)})"
    party = words(source.party) if source.party else r"(?!)"
    youth = rf"{words(source.party.split(' ')[0])}\s+[Đđ]oàn" if source.party else r"(?!)"
    own = words(source.level_word) if source.level_word else r"(?!)"
    return Lexicon(
        agencies=agency_pattern(source, level, kind),
        sectors=_sectors(source),
        party=lazily(
            rf"(?<!\w)(?P<head>(?:(?:Ban Thường vụ|Thường trực|Ban Chấp hành|Bí thư|Phó Bí thư|Thường vụ|BTV|TT)\s+)?)"
            rf"(?:{party}(?!\s+(?:quyền|thác|nhiệm)(?!\w))(?:\s+{name}(?!\w))?|(?P<base>[Đđ]ảng bộ)\s+{unit}"
            rf"|(?P<youth>{youth}(?:\s+{name}(?!\w))?))(?!\w)(?P<member>\s+viên(?!\w))?"
        ),
        collective=lazily(_collective(source.level, unit, own, kind)),
        unknown=_unknown(source),
        lower=lazily(r"(?<!\w)" + LOWER),
        counted=_counted(unit),
        of_source=lazily(rf"\s+(?P<word>của|thuộc|trên địa bàn|trong|ở|tại)(?:\s+toàn)?\s+{unit}"),
        bodies=lazily(rf"(?<!\w)(?P<body>{_BODY}){_SHORT}\s+(?:cấp\s+)?(?P<unit>{unit})"),
        levels=lazily(
            r"(?<!\w)[Cc]ấp\s+(?:tỉnh|huyện|xã)(?!\w)(?:(?:\s*,\s*|\s+(?:đến|tới|xuống)\s+|\s+và\s+|\s+hoặc\s+|\s*/\s*|\s*-\s*)(?:cấp\s+)?(?:tỉnh|huyện|xã)(?!\w))*"
        ),
        unit=lazily(rf"(?<!\w)(?P<unit>{unit})"),
        upper_case=lazily(_upper(source)),
        name=lazily(rf"(?<![\w]){alone_pattern(source)}"),
        named=lazily(rf"{named_pattern(source)}|(?<!\w){alone_pattern(source)}"),
        communes=lazily(_communes(unit)),
        provincial=lazily(_provincial(unit) if source.level is Level.PROVINCE else r"(?!)"),
        central=lazily(
            rf"(?<!\w)(?:Bộ(?:\s+[{CAP}][\wÀ-ỹ]*(?:,?\s+(?:và\s+|-\s+)?[{CAP}][\wÀ-ỹ]*)*)|Chính phủ"
            r"|Thủ tướng Chính phủ|Trung ương|Quốc hội"
            r"|Ban Tuyên giáo(?: và Dân vận)? Trung ương|[Cc]ác bộ, ngành(?: Trung ương)?)(?!\w)"
        ),
    )


#: `Chi cục Kiểm lâm`, `Chi cục Chăn nuôi và Thú y`: each word with a capital may have one syllable after it.
_BRANCH = (
    rf"Chi cục(?:\s+(?:và\s+)?(?!{NOT_NAMES})[{CAP}][\wÀ-ỹ]*(?:\s+(?!(?:chủ|phối|tham|có|tổ|và|để|về|theo)(?!\w))[a-zà-ỹđ]+)?)+"
    r"(?:\s+(?:thị trường|thực vật|vệ sinh thực phẩm|thực phẩm|nông thôn))?"
)


#: Bodies of a province that stand in its plans without its name and that no commune has.
_ONLY_THERE = (
    rf"(?:Ban Quản lý\s+(?:các\s+)?[Kk]hu\s+(?:kinh tế|công nghiệp|chế xuất|công nghệ cao)(?:\s+cửa khẩu)?(?:(?:\s*[-–]\s*|\s+)[{CAP}]\w*)*"
    r"|Trung tâm Kiểm soát bệnh tật|Liên minh Hợp tác xã|Ban An toàn giao thông|Quỹ Đầu tư phát triển)"
)


def _unknown(source: SourceBody) -> re.Pattern[str]:
    """Departments that no row names, and departments as a group: `Sở An toàn thực phẩm`, `Chi cục Kiểm lâm`, `các sở`."""
    word = {Level.PROVINCE: "Sở", Level.DISTRICT: "Phòng"}.get(source.level)
    if word is None:
        return lazily(r"(?!)")
    low = word.lower()
    branch = (
        rf"|(?<!\w)(?:{_BRANCH}|{_ONLY_THERE})(?!\w)(?:\s+{unit_pattern(source)})?"
        if source.level is Level.PROVINCE
        else ""
    )
    return lazily(
        rf"(?<!\w){word}\s+[{CAP}][\wÀ-ỹ]*(?:\s+(?:và\s+|[-–]\s+)?(?!{NOT_NAMES})[{CAP}][\wÀ-ỹ]*"
        r"|\s+(?!(?:chủ|phối|tham|có|chịu|tổ|triển|xây|và|các|để|về|trước|hướng|theo|thực hiện|báo|tiếp|kiểm|rà)(?!\w))[a-zà-ỹđ]+){0,4}(?!\w)"
        # "tổ chuyên trách của sở": the department named before, by its kind alone.
        rf"|(?<=của\s)(?:{word}|{low})(?!\w)(?=\s*[.,;)]|\s*$|\s+(?:liên quan|trong|theo|để|và|đến)(?!\w))"
        rf"|(?<!\w)[Cc]ác\s+(?:{word}|{low})(?!\w)(?!\s+(?:hữu|thích|tại|học|bệnh|thí nghiệm|họp|trưng bày|đọc)){branch}"
    )


def _sectors(source: SourceBody) -> re.Pattern[str]:
    """`các Sở: Y tế, Tài chính`, `các Phòng Tư pháp, Nội vụ`: one word for many departments."""
    word = {Level.PROVINCE: "Sở", Level.DISTRICT: "Phòng"}.get(source.level)
    if word is None:
        return lazily(r"(?!)")
    names = sorted(
        {
            name.removeprefix(f"{word} ")
            for row in AGENCIES
            if row.level is source.level
            for name in row.names
            if name.startswith(f"{word} ")
        },
        key=len,
        reverse=True,
    )
    one = "(?:" + "|".join(words(name) for name in names) + r")(?!\w)"
    return lazily(
        rf"(?<!\w)[Cc]ác\s+[{word[0]}{word[0].lower()}]{word[1:]}\s*:?\s+(?P<list>{one}(?:(?:\s*,\s*(?:và\s+)?|\s+và\s+|\s*;\s*){one})+)"
    )


_BODY = (
    r"(?:(?:(?:Phó\s+)?[Cc]hủ tịch|Thường trực|Lãnh đạo|lãnh đạo|Đoàn|PCT|CT)\s+(?:,\s*)?)*"
    r"(?:Đảng ủy các cơ quan [Đđ]ảng|HĐND(?:,| và)\s+UBND|[ỦU]y ban nhân dân|ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND"
    r"|(?:Ban Thường trực\s+)?(?:(?:[ỦU]y ban|Uỷ ban|UB)\s*)?(?:Mặt trận Tổ quốc Việt Nam|Mặt trận Tổ quốc"
    r"|MTTQ Việt Nam|MTTQVN|MTTQ)"
    r"|Hội\s+(?:Nông dân|Liên hiệp Phụ nữ|LHPN|Phụ nữ|Cựu chiến binh|CCB|Chữ thập đỏ|Người cao tuổi|Khuyến học"
    r"|Người mù|Cựu giáo chức)(?:\s+Việt Nam)?"
    r"|(?:(?:(?:Văn phòng|[Cc]ơ quan)(?:\s+[Tt]hường trực)?(?:\s+của)?\s+)?(?:Ban [Cc]hỉ đạo|BCĐ|Ban [Cc]hỉ huy|[ỦU]y ban [Bb]ầu cử)|Hội đồng"
    r"|Tổ (?:công tác|giúp việc|giám sát|thư ký))(?!\s+nhân dân)(?!\s+[Qq]uân sự)(?:\s+(?!tỉnh"
    r"|huyện|thành phố|thị xã|quận|xã(?!\s+hội)|cấp|và\s+các|các(?!\s+[Cc]hương trình)|của|từ(?!\w))[^\s.;:()“”]+){0,18}?"
    r"|Đoàn\s+(?:Thanh niên|TNCS\s+Hồ Chí Minh|Thanh niên Cộng sản Hồ Chí Minh)"
    r"|các tổ chức chính trị\s*[-–]\s*xã hội|các đoàn thể|các hội, đoàn thể|Nhân dân"
    r"|các cơ quan, đơn vị(?:\s+(?:trực\s+)?thuộc)?)"
)


#: `Ủy ban nhân dân (UBND) tỉnh`, `Ban Chỉ đạo … (sau đây gọi tắt là Ban Chỉ đạo) tỉnh`: the short form before the unit.
_SHORT = rf"(?:\s*\((?:[Ss]au đây\s+)?(?:[Gg]ọi tắt là\s+|[Vv]iết tắt là\s+)?[{CAP}][^()]{{1,24}}\))?"


def _whole(name: str, pattern: str, *, optional: bool = False) -> str:
    """A group that is taken whole or not at all, never in part.

    Written with a lookahead: possessive repeats report wrong groups in some releases of Python 3.11.
    """
    group = rf"(?=(?P<{name}>{pattern}))(?P={name})"
    return rf"(?:{group}|(?!{pattern}))" if optional else group


#: `đơn vị` as the last of a group, not the first word of a kind of unit: `các sở, ngành, đơn vị sự nghiệp`.
_UNITS_ALONE = (
    r"đơn vị(?!\s+(?:sự nghiệp|tổ chức|lực lượng|vũ trang|quân đội|doanh nghiệp|hành chính|dự toán|trường học)(?!\w))"
)
#: `ban`, `ngành` of a group, with a capital only where no body's name begins (`Ban An toàn giao thông`).
_SECTORS = rf"(?:[Bb]an [Nn]gành|ban|ngành|Ban(?=\s*,\s+[Nn]gành)|Ngành(?!\s+(?!(?:Thành phố|Tỉnh|TP)(?!\w))[{CAP}]))"
_MASS = _whole("mass", r"(?:,|\s+và)\s*(?:các\s+)?(?:hội,\s*)?đoàn thể(?!\w)", optional=True)


def _collective(level: Level, unit: str, own: str, kind: UnitKind) -> str:
    """`các sở, ban, ngành, đoàn thể cấp tỉnh và các địa phương`; not followed by the target's own word."""
    stop = rf"(?!\s+(?:(?:thuộc|của)\s+)?(?:cấp\s+xã|{kind.value})(?!\w))"
    tail = (
        rf"(?P<own>\s+(?:(?:(?:trực\s+)?thuộc|của)\s+)?(?:UBND\s+|[Ủủ]y ban nhân dân\s+)?(?:cấp\s+{own}(?!\w)|{unit}))?{stop}"
        r"(?P<places>\s*(?:,|\s+và)\s+(?:các\s+)?địa phương(?!\w))?"
    )
    many = r"(?<!\w)(?P<many>[Cc]ác\s+)?"
    if level is Level.PROVINCE:
        head = (
            _whole(
                "core",
                rf"(?:[Bb]an,\s+)?[Ss]ở(?:\s*,\s*(?:{_SECTORS}|{_UNITS_ALONE})(?!\w)|\s*[-–]?\s*{_SECTORS}(?!\w)|\s+và\s+ngành(?!\w))+(?:\s+chuyên môn(?!\w))?",
            )
            + _MASS
        )
        special = (
            rf"|(?P<proper>cơ quan chuyên môn(?:\s+thuộc\s+(?:UBND|[ỦU]y ban nhân dân)\s+(?:cấp\s+{own}(?!\w)|{unit})))"
        )
        return many + rf"(?:{head}{special}){tail}"
    if level is Level.DISTRICT:
        head = (
            _whole(
                "core",
                rf"[Pp]hòng(?:\s*,\s*(?:{_SECTORS}|{_UNITS_ALONE})(?!\w))+(?:\s+chuyên môn)?",
            )
            + _MASS
        )
        special = (
            r"|(?P<proper>(?:phòng|cơ quan) chuyên môn"
            rf"(?:\s+thuộc\s+(?:UBND|[ỦU]y ban nhân dân)\s+(?:cấp\s+{own}(?!\w)|{unit}))?)"
        )
        return many + rf"(?:{head}{special}){tail}"
    return r"(?!)(?P<many>)(?P<core>)(?P<mass>)(?P<proper>)(?P<own>)(?P<places>)"


def _upper(source: SourceBody) -> str:
    if not source.word:
        return r"(?!)"
    word = source.word.upper().replace(" ", r"\s+")
    name = (
        "(?:" + "|".join(name_pattern(one.upper()) for one in spellings(source.name)) + ")" if source.name else r"(?!)"
    )
    if source.kind is UnitKind.THANH_PHO:
        word = rf"(?:{word}|TP\.?(?=\s+{name}))"
    level = (source.level_word or source.word).upper()
    return (
        r"(?<!\w)(?:(?P<lead>ĐỊA BÀN|TOÀN|TRONG|TẠI|CỦA|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND"
        rf"|HỘI ĐỒNG NHÂN DÂN)\s+)?{word}(?!\w)"
        rf"(?P<name>\s+{name}(?!\w)|(?!\s+[{CAP}])|(?=\s+(?:NĂM|GIAI ĐOẠN|VÀ|ĐẾN|TRONG|THEO|QUÝ|THỜI KỲ|TỪ)(?!\w)))"
        rf"|(?<!\w)CẤP\s+{level}(?!\w)"
    )


def _communes(unit: str) -> str:
    """`các xã Ba Sơn, Cao Lộc của tỉnh`: units below the source by their names, with the source that they belong to."""
    name = rf"[{CAP}]\w*(?:\s+[{CAP}]\w*)*"
    more = rf"(?:(?:\s*,\s*|\s+và\s+)(?:{_KIND}\s+)?{name})"
    return (
        rf"(?<!\w)(?:[Cc]ác\s+{_KIND}\s+{name}{more}*|{_KIND}\s+{name}{more}+)"
        rf"\s+(?:của|thuộc|trên địa bàn|ở|tại)\s+(?:toàn\s+)?(?:{unit})"
    )


def _provincial(unit: str) -> str:
    """Bodies that only a province has: its members of the National Assembly, its school of politics."""
    return (
        r"(?<!\w)(?:(?:(?:Lãnh đạo\s+|Phó\s+|[Tt]rưởng\s+)*Đoàn\s+)?(?:[Đđ]ại biểu Quốc hội|ĐBQH)(?:\s+(?:khóa|khoá)\s+[XVI]+)?"
        r"(?:\s+(?:đơn vị|của))?|Trường Chính trị)\s+" + rf"(?:{unit})"
    )
