"""Agency rows: the model, and the two questions asked of them."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind

#: Departments merged in every province (Nghị định 45/2025/NĐ-CP).
MERGER = date(2025, 3, 1)
#: The district level ends, communes get offices of their own (Luật 72/2025/QH15, Nghị định 150/2025/NĐ-CP).
TWO_TIER = date(2025, 7, 1)


class Field(StrEnum):
    """Lĩnh vực - what an agency is there for; bodies of two levels with one field are counterparts."""

    COMMITTEE = "ủy ban nhân dân"
    COUNCIL = "hội đồng nhân dân"
    OFFICE = "văn phòng"
    INTERIOR = "nội vụ"
    LABOUR = "lao động, người có công và xã hội"
    JUSTICE = "tư pháp"
    FINANCE = "tài chính"
    PLANNING = "kế hoạch và đầu tư"
    TRADE = "công thương"
    FARMING = "nông nghiệp và phát triển nông thôn"
    ENVIRONMENT = "tài nguyên và môi trường"
    CONSTRUCTION = "xây dựng"
    TRANSPORT = "giao thông vận tải"
    SCIENCE = "khoa học và công nghệ"
    INFORMATION = "thông tin và truyền thông"
    CULTURE = "văn hóa, thể thao"
    TOURISM = "du lịch"
    EDUCATION = "giáo dục và đào tạo"
    HEALTH = "y tế"
    FOREIGN = "ngoại vụ"
    ETHNIC = "dân tộc"
    RELIGION = "tôn giáo"
    INSPECTION = "thanh tra"
    ONE_STOP = "hành chính công"
    POLICE = "công an"
    MILITARY = "quân sự"
    BORDER = "biên phòng"
    COURT = "tòa án"
    PROSECUTION = "kiểm sát"
    TAX = "thuế"
    INSURANCE = "bảo hiểm xã hội"
    STATISTICS = "thống kê"
    TREASURY = "kho bạc"
    BANK = "ngân hàng"
    MARKET = "quản lý thị trường"
    CUSTOMS = "hải quan"
    PARTY = "cấp ủy"
    PARTY_OFFICE = "văn phòng cấp ủy"
    PROPAGANDA = "tuyên giáo"
    ORGANISATION = "tổ chức cấp ủy"
    MASSES = "dân vận"
    INTERNAL = "nội chính"
    PARTY_CONTROL = "kiểm tra đảng"
    FRONT = "mặt trận"
    YOUTH = "đoàn thanh niên"
    WOMEN = "phụ nữ"
    FARMERS = "nông dân"
    VETERANS = "cựu chiến binh"
    UNION = "công đoàn"
    CLINIC = "cơ sở y tế"
    PORTAL = "cổng thông tin điện tử"
    BROADCAST = "phát thanh, truyền hình"


class Asked(StrEnum):
    """How a body may be addressed: the Party, the Front and mass organisations are asked, not ordered (KH-CA-03)."""

    ORDERED = "giao"
    REQUESTED = "đề nghị"


class Agency(NamedTuple):
    """Cơ quan - one body at one level between two dates (`until` exclusive), with what it does.

    `names`: the official name first, then other ways of writing it. `{đv}` stands for the unit's word (`tỉnh`, `xã
    Ba Sơn`); a name without it may still be followed by the word. `kinds` restricts a row to some kinds of unit.
    `confidence`: H name read in the source, M established practice (`source` says where to verify), L own reading.
    """

    id: str
    level: Level
    names: tuple[str, ...]
    fields: tuple[Field, ...]
    source: str
    confidence: str = "M"
    since: date | None = None
    until: date | None = None
    kinds: tuple[UnitKind, ...] = ()
    asked: Asked = Asked.ORDERED
    place: bool = True  # `Sở Y tế tỉnh`: the unit's word may follow a name without {đv}
    work: bool = False  # a work of its unit (a portal): the target's own is another one, so that a person must say

    @property
    def name(self) -> str:
        """The official name, with `{đv}` where the unit's word stands."""
        return self.names[0]

    def exists(self, on: date) -> bool:
        """Whether it is there on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)

    def serves(self, kind: UnitKind | None) -> bool:
        """Whether units of that kind have it."""
        return not self.kinds or kind is None or kind in self.kinds


def counterpart(
    rows: Iterable[Agency], fields: tuple[Field, ...], level: Level, on: date, kind: UnitKind | None = None
) -> Agency | None:
    """The body that does the first of these fields at that level on that day; None if the rows know none."""
    return _by_field(tuple(rows), level, on, kind).get(fields[0]) if fields else None


def lives_on(rows: Iterable[Agency], row: Agency, on: date) -> bool:
    """Whether a body of the same name and level is there on that day: the department stayed, only its fields grew."""
    return any(one.level is row.level and one.name == row.name and one.exists(on) for one in rows)


@cache
def _by_field(rows: tuple[Agency, ...], level: Level, on: date, kind: UnitKind | None) -> dict[Field, Agency]:
    found: dict[Field, Agency] = {}
    for row in rows:
        if row.level is level and row.exists(on) and row.serves(kind):
            for field in row.fields:
                found.setdefault(field, row)
    return found
