"""Totals that the office above set for its whole area: a lower office must be given its own share, so a blank with a name stands there.

A share of a whole (`100%`), what each unit must have (`mỗi xã ít nhất 01 mô hình`), small counts and figures of time are no totals.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kedraft.model.locality import Locality
from kedraft.model.plan import Table

_UNITS = (
    r"ha|héc ta|km|tấn|tạ|con|cây|triệu cây|cây xanh|hộ|hộ gia đình|hộ dân|người|lượt người|lượt|lao động|học viên|học sinh|trẻ em|hội viên|đoàn viên"
    r"|lớp|khóa|cuộc|buổi|hội nghị|đợt|mô hình|công trình|dự án|sản phẩm|nhà|căn nhà|căn|ngôi nhà|doanh nghiệp|hợp tác xã|tổ hợp tác|trang trại|cơ sở|điểm|tin, bài|tin|bài"
    r"|phóng sự|chuyên đề|chuỗi|phiên|phiên giao dịch|câu lạc bộ|hồ sơ|vụ|trường|công dân|thanh niên|trường hợp|suất|suất quà|phần quà|chiếc|cái|bộ|lượt khách|khách|sáng kiến|đảng viên|giáo viên|gia đình|tỷ đồng|triệu đồng|nghìn đồng|liều"
    r"|tờ rơi|tờ gấp|áp phích|băng rôn|pa nô|tài liệu|ấn phẩm|cuốn|mẫu|m3|m³|bao tải|bao|rọ thép|trọng điểm|vị trí|biển báo|tập thể|cá nhân|vườn ươm|gian hàng|học bổng|video|clip|hồ chứa|tuyến đường|khu vực|chợ|siêu thị|cửa hàng|nhà văn hóa|thư viện|bể bơi|làng nghề|vùng trồng|vùng|tàu cá|lồng bè|camera|tủ sách|tổ|đội|thôn|phụ nữ|nông dân|nghệ nhân|cựu chiến binh|cán bộ|công chức|đại biểu|cộng tác viên|tuyên truyền viên"
)
_TOTAL = re.compile(
    rf"(?<![\w/.,-])(?P<number>\d{{1,3}}(?:\.\d{{3}})+|\d+(?:,\d+)?)(?P<scale>\s+(?:triệu|nghìn|ngàn))?(?P<unit>\s+(?:{_UNITS}))(?![\w/])",
    re.IGNORECASE,
)
#: A large number of anything is a total, but for what is no count: times, ages, rates, names with a number.
_ANYTHING = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,3}(?:\.\d{3})+|[1-9]\d{2}(?:,\d+)?)(?P<scale>\s+(?:triệu|nghìn|ngàn))?(?P<unit>\s+(?:bản chụp|bản(?!\w)|thửa đất|nhân viên|sự kiện|trẻ"
    r"|(?!(?:giờ|phút|giây|ngày|tuần|tháng|quý|năm|tuổi|lần|kỳ|dân|mét|m|mm|km|kg|kW|độ|cấp|điểm phần|đồng|trở|đến|và|hoặc|theo|của|về|được|là|có|đối|để|khi|tại|trên|do|với|giai đoạn|triệu|nghìn|ngàn|tỷ)(?!\w))[a-zđà-ỹ]+))(?![\w/])"
)
_NAME_BEFORE = re.compile(
    r"(?:[Ss]ố|[Đđ]iều|[Kk]hoản|[Mm]ục|[Nn]ghị quyết|[Nn]ghị định|[Cc]hương trình|[Đđ]ề án|[Dd]ự án|[Kk]ế hoạch|[Tt]hông tư|[Qq]uyết định|[Tt]ổng đài|[Mm]ã|[Qq]uốc lộ|[Tt]ỉnh lộ|[Đđ]ường|[Tt]iểu đoàn|[Tt]rung đoàn|[Nn]ăm|[Nn]hóm|[Ll]oại)\s+\Z"
)
#: A smaller number of the same kind of thing beside a total is one as well: `10 sản phẩm, 05 điểm du lịch`.
_BESIDE = re.compile(
    rf"(?<=[a-zà-ỹđ,] )(?<!thứ )(?<!ít nhất )(?<!tối thiểu )(?P<number>0?[2-5](?:,\d+)?)(?P<unit>\s+(?:{_UNITS}))(?![\w/])"
)
#: So many of all there are: `60/72 trường học`.
_OF_ALL = re.compile(rf"(?<![\w/.,-])(?P<part>\d+)/\d+(?P<unit>\s+(?:trường học|{_UNITS}))(?![\w/])")
_EACH = re.compile(
    r"(?<!\w)(?:mỗi|từng)\s+(?!năm|tháng|quý|tuần|ngày)\w+|(?:mỗi|từng|một|bình quân|trung bình)\s+(?:\w+\s+){0,2}(?:xã|phường|thôn|bản|tổ|khu|đơn vị|cơ quan|trường|lớp|hộ|người|địa phương|huyện|cơ sở|mô hình|năm|tháng|quý|tuần)"
    r"|/\s?(?:xã|phường|thôn|đơn vị|hộ|người|trường|lớp|cơ sở|năm|tháng|tuần|ha|km|mô hình)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[;.](?=\s|\Z)|\n|,(?=\s+(?:mỗi|từng)\s)")
#: What must not happen from a number on is a threshold, no total.
_THRESHOLD = re.compile(r"không (?:để )?(?:xảy ra|phát sinh)|không để", re.IGNORECASE)
#: A limit is a norm.
_LIMIT = re.compile(r"(?:không (?:quá|vượt quá|vượt)|tối đa(?: không quá)?|từ \d+ đến)\s+\Z", re.IGNORECASE)
_SMALL = 5


_AT_LEAST = re.compile(r"(?:ít nhất|tối thiểu)\s+\Z", re.IGNORECASE)


class Share(NamedTuple):
    """What a table hands out to the office: the column's title, the total of the office above, the office's own figure."""

    title: str
    total: str
    own: str


class Shared(NamedTuple):
    """A text with the office's own figures, or blanks for them: the totals that a person must share out, and those that a table did."""

    text: str
    asked: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def with_blanks(text: str, locality: Locality, shares: Sequence[Share] = (), *, norms: bool = False) -> Shared:
    """The text with the office's own figure for each total of the office above; a blank where no table hands it out.

    `norms`: the text is said to each unit, so what it has at least is its own.
    """
    asked: list[str] = []
    told: list[str] = []

    def own(found: re.Match[str]) -> str:
        if not _is_total(found.string, found) or (norms and _AT_LEAST.search(found.string, 0, found.start())):
            return found.group()
        unit = found["unit"].strip()
        share = next((one for one in shares if one.total == found["number"] and f"({unit})" in one.title), None)
        (told if share else asked).append(found.group())
        return (share.own if share else f"[điền số của {locality.place.kind.value}]") + found["unit"]

    text = _OF_ALL.sub(lambda found: f"{found['part']}{found['unit']}", text)
    shared = _ANYTHING.sub(own, _TOTAL.sub(own, text))
    if asked:
        shared = _beside(shared, locality)
    return Shared(shared, tuple(asked), tuple(told))


def _beside(text: str, locality: Locality) -> str:
    """Small counts in the same clause as a blank, blank as well."""
    blank = f"[điền số của {locality.place.kind.value}]"

    def own(found: re.Match[str]) -> str:
        near = blank in _clause(text, found.start(), found.end()) or re.search(
            rf"{re.escape(blank + found['unit'])}(?!\w)", text
        )
        same = near and not _EACH.search(_clause(text, *found.span()))
        return blank + found["unit"] if same else found.group()

    def of_each(found: re.Match[str]) -> str:
        counted = re.search(rf"{re.escape(blank)} {found['what']}(?!\w)", text[: found.start()])
        return found["each"] + blank + found["unit"] if counted else found.group()

    return _OF_ONE.sub(of_each, _BESIDE.sub(own, text))


#: How many each of the things has whose own number is a blank: `[…] lớp, mỗi lớp 80 người`.
_OF_ONE = re.compile(
    rf"(?P<each>, mỗi (?P<what>lớp|khóa|cuộc|buổi|đợt|hội nghị) (?:khoảng |từ )?)(?P<number>\d+)(?P<unit>\s+(?:{_UNITS}))(?!\w)"
)


def with_norm(text: str) -> str:
    """A blank filled with what each unit must have at least of the same: `Tổ chức […] lớp về …; tổ chức ít nhất 02 lớp.`"""
    found = _NORM.search(text)
    blank = re.search(rf"\[điền số của [^\]]+\] {re.escape(found['unit'])}(?!\w)", text) if found else None
    if found is None or blank is None or blank.start() > found.start():
        return text
    least = f"{found['least']} {found['number']} {found['unit']}"
    return text[: blank.start()] + least + text[blank.end() : found.start()] + text[found.end() :]


_NORM = re.compile(
    rf"[;,] (?:mỗi \w+ )?(?:tổ chức|mở|trồng|xây dựng|kiểm tra|thành lập|có) (?P<least>ít nhất|tối thiểu) (?P<number>\d[\d.]*) (?P<unit>{_UNITS})(?=[.;]|\Z)"
)
_UNIT_COLUMN = re.compile(r"\s*(?:đơn vị(?: tính)?|ĐVT)\s*\Z", re.IGNORECASE)
_COUNTED = re.compile(rf"\s*(?:{_UNITS})\s*\Z", re.IGNORECASE)
_FIGURE = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)\s*\Z")


def table_with_blanks(table: Table, locality: Locality) -> Shared | None:
    """A table of targets as text, a blank for each count of the office above; None where it holds none, or has cells that span others."""
    if any(cell.across > 1 or cell.down > 1 for row in table.rows for cell in row) or table.header != 1:
        return None
    rows = table.grid()
    unit = next((at for at, title in enumerate(rows[0]) if _UNIT_COLUMN.match(title)), None) if rows else None
    if unit is None:
        return None
    asked: list[str] = []
    out = [rows[0], *(_counts_asked(row, unit, locality, asked) for row in rows[1:])]
    return Shared(_piped(out), tuple(asked)) if asked else None


def _counts_asked(row: Sequence[str], unit: int, locality: Locality, asked: list[str]) -> Sequence[str]:
    if not _COUNTED.match(row[unit]) or _EACH.search(" ".join(row)):
        return row
    out = list(row)
    for at in range(unit + 1, len(row)):
        found = _FIGURE.match(row[at])
        if found and _value(found["number"]) > _SMALL:
            asked.append(f"{row[at].strip()} {row[unit].strip()}")
            out[at] = f"[điền số của {locality.place.kind.value}]"
    return out


def _piped(rows: Sequence[Sequence[str]]) -> str:
    """Rows as own text is written: cells between pipes, a rule below the head."""
    lines = ["| " + " | ".join(" ".join(cell.split()) for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def shares_of(table: Table, locality: Locality) -> tuple[Share, ...] | None:
    """What a table of the units of our level hands out to us; None where it is no such table."""
    rows = table.grid()
    heads, body = rows[table.header - 1] if table.header else (), rows[table.header :]
    named = [row for row in body if any(_UNIT.match(cell) for cell in row)]
    if len(named) < _LEAST or len(named) < len(body) - 2:
        return None
    full = locality.place.full.casefold()
    mine = next((row for row in named if any(cell.strip().casefold() == full for cell in row)), None)
    total = next((row for row in body if any(_SUM.match(cell) for cell in row)), None)
    if mine is None or total is None:
        return ()
    return tuple(
        Share(title, theirs.strip(), own.strip())
        for title, own, theirs in zip(heads, mine, total, strict=False)
        if re.fullmatch(r"[\d.,]+", own.strip()) and re.fullmatch(r"[\d.,]+", theirs.strip())
    )


_UNIT = re.compile(
    r"\s*(?:Xã|Phường|Thị trấn|Đặc khu|Huyện|Quận|Thị xã|Thành phố|TP\.?|UBND (?:xã|phường|huyện))\s+\S", re.IGNORECASE
)
_SUM = re.compile(r"\s*(?:Tổng cộng|Tổng số|Tổng|Cộng|Toàn tỉnh|Toàn huyện)\s*\Z", re.IGNORECASE)
_LEAST = 3


def _is_total(text: str, found: re.Match[str]) -> bool:
    clause = _clause(text, *found.span())
    many = bool(found["scale"]) or _value(found["number"]) > _SMALL or found["unit"].strip().lower() == "tỷ đồng"
    named = _NAME_BEFORE.search(text, 0, found.start())
    limit = _LIMIT.search(text, 0, found.start())
    return many and not named and not limit and not _EACH.search(clause) and not _THRESHOLD.search(clause)


def _clause(text: str, start: int, end: int) -> str:
    """The clause that holds a span."""
    ends = [one.end() for one in _CLAUSE_END.finditer(text, 0, start)]
    after = _CLAUSE_END.search(text, end)
    return text[ends[-1] if ends else 0 : after.start() if after else len(text)]


def _value(number: str) -> float:
    return float(number.replace(".", "").replace(",", "."))
