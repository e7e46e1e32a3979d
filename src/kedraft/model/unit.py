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
    """Đơn vị hành chính - one unit between `valid_from` and `valid_until` (exclusive; None: still, or since before the table).

    `name` is the bare name (`Ba Sơn`). `eponymous`: named after a person, a number or an event, so that the place line keeps
    the kind (`Phường Điện Biên Phủ, ngày …`; Nghị định 30, PL1-II.4a).
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
