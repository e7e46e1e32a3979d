"""Unit: an administrative unit in a span of time."""

from datetime import date
from enum import StrEnum

from kedraft.model.base import Frozen, Words
from kedraft.model.plan import Level


class UnitKind(StrEnum):
    """Loại đơn vị hành chính - the value is the Vietnamese word as it stands before the name."""

    TINH = "tỉnh"
    THANH_PHO = "thành phố"
    HUYEN = "huyện"
    QUAN = "quận"
    THI_XA = "thị xã"
    XA = "xã"
    PHUONG = "phường"
    THI_TRAN = "thị trấn"
    DAC_KHU = "đặc khu"


class Unit(Frozen):
    """Đơn vị hành chính - one unit between `valid_from` and `valid_until`.

    `valid_until` is exclusive; None means still, or (for `valid_from`) since before the table.

    `code` is the official one (2 figures a province, 3 a district, 5 a commune); codes were used again in 2025, so only
    (code, date) names one unit. `predecessors` are codes of units that ended on `valid_from`, `successors` codes of
    units that began on `valid_until`. `province` is the bare name of its province at that time (`Lạng Sơn`), `district`
    the name with its kind (`huyện Cao Lộc`), for a huyện and a thị xã of one province may share a name. `resolution`
    made the unit; `source` says where the row comes from, `confidence` how well it is confirmed (H, M, L).

    `name` is the bare name (`Ba Sơn`). `eponymous`: named after a person, a number or an event, so that the place line
    keeps the kind (`Phường Điện Biên Phủ, ngày …`; Nghị định 30, PL1-II.4a).
    """

    code: str
    level: Level
    kind: UnitKind
    name: Words
    province: Words
    district: Words | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    eponymous: bool = False
    source: str = ""
    confidence: str = "H"
    resolution: str = ""
