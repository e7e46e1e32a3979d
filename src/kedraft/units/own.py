"""An office's own units, as typed, over a table: every conflict told, none settled silently."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kedraft.errors import DataInvalid, misuse
from kedraft.model.finding import Finding
from kedraft.model.own_units import OwnUnit
from kedraft.model.place import Location
from kedraft.model.plan import Level
from kedraft.model.unit import Unit, UnitKind
from kedraft.units.table import UnitTable
from kedraft.units.wording import located, written
from kedraft.vietnamese.text import fold, name_key, squeeze

RULE = "DV-01"
_KINDS = {fold(kind.value): kind for kind in UnitKind}
_COMMUNES = (UnitKind.XA, UnitKind.PHUONG, UnitKind.DAC_KHU, UnitKind.THI_TRAN)
_LEVELS = {2: Level.PROVINCE, 3: Level.DISTRICT}
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\Z")
_YES = frozenset({"co", "x", "true", "1"})
_LATEST = date(9999, 12, 31)

Place = Callable[[str], Location]


@dataclass(frozen=True, slots=True)
class Typed:
    """One own unit and where its fields stand."""

    unit: OwnUnit
    at: Place


def with_own(table: UnitTable, typed: Sequence[Typed]) -> UnitTable:
    """The table with the units over it.

    Raises:
        DataInvalid: every unit that cannot be, and every one that clashes with another.
    """
    faults: list[Finding] = []
    units: list[tuple[Unit, Typed]] = []
    for one in typed:
        unit = _unit(one, table, faults)
        if unit is not None:
            faults += _twice(unit, one, units)
            units.append((unit, one))
    for unit, one in units:
        faults += _clashes(unit, one, table, [own for own, _ in units])
    if faults:
        raise DataInvalid(tuple(dict.fromkeys(faults)))
    return table.with_overrides(unit for unit, _ in units)


def _unit(one: Typed, table: UnitTable, faults: list[Finding]) -> Unit | None:
    own, before = one.unit, len(faults)
    kind = _KINDS.get(fold(squeeze(own.kind)))
    if kind is None:
        listed = ", ".join(UnitKind)
        faults.append(misuse(RULE, f"“{own.kind}” không phải loại đơn vị hành chính; dùng {listed}.", one.at("kind")))
    since, until = _day(own.since, "since", one, faults), _day(own.until, "until", one, faults)
    if since and until and until <= since:
        faults.append(misuse(RULE, "Ngày kết thúc phải sau ngày bắt đầu; sửa một trong hai.", one.at("until")))
    if own.replaces and since is None:
        faults.append(misuse(RULE, "Đã ghi đơn vị bị thay thì phải ghi từ ngày nào.", one.at("replaces")))
    level = _level(one, kind, faults) if kind else None
    province = _province(one, since, table, faults) if level in (Level.COMMUNE, Level.DISTRICT) else own.name
    if kind is None or level is None or len(faults) > before:
        return None
    name = _bare(squeeze(own.name), kind)
    return Unit(
        code=own.code or _own_code(kind, name, province, own.district),
        level=level,
        kind=kind,
        name=name,
        province=province,
        district=own.district,
        valid_from=since,
        valid_until=until,
        predecessors=own.replaces,
        eponymous=fold(own.keeps_kind.strip()) in _YES,
        source="bảng riêng của cơ quan",
        resolution=own.resolution,
    )


def _bare(name: str, kind: UnitKind) -> str:
    return name[len(kind.value) + 1 :] if name_key(name).startswith(f"{kind.value} ") else name


def _own_code(kind: UnitKind, name: str, province: str, district: str | None) -> str:
    """A code that no official one is like, the same for the same unit."""
    words = " ".join(part for part in (kind.value, name, district or "", province) if part)
    return "r-" + re.sub(r"[^a-z0-9]+", "-", fold(words))


def _level(one: Typed, kind: UnitKind, faults: list[Finding]) -> Level | None:
    """The level by the code, which must fit the kind; units without a code are communes."""
    code = one.unit.code
    level = _LEVELS.get(len(code), Level.COMMUNE) if code else Level.COMMUNE
    if (level is Level.COMMUNE) == (kind in _COMMUNES):
        return level
    message = (
        f"Mã {code} không hợp với loại {kind.value}: tỉnh có mã 2 chữ số, huyện 3 chữ số, xã 5 chữ số."
        if code
        else f"Đơn vị loại {kind.value} phải ghi mã chính thức (tỉnh 2 chữ số, huyện 3 chữ số)."
    )
    faults.append(misuse(RULE, message, one.at("code")))
    return None


def _province(one: Typed, since: date | None, table: UnitTable, faults: list[Finding]) -> str:
    if one.unit.province is None:
        faults.append(misuse(RULE, f"Chưa ghi {one.unit.name} thuộc tỉnh, thành phố nào.", one.at("name")))
        return ""
    found = table.find(commune=None, province=one.unit.province, on=since or date(2025, 7, 1))
    if found.unit is None:
        faults.append(misuse(RULE, found.reason or "Không rõ tỉnh nào.", one.at("province")))
        return ""
    return found.unit.name


def _day(text: str | None, field: str, one: Typed, faults: list[Finding]) -> date | None:
    if text is None:
        return None
    found = _DAY.match(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” không phải là ngày có thật; viết 2026-09-01 hoặc 01/9/2026."
        faults.append(misuse(RULE, message, one.at(field)))
        return None


# --- conflicts -------------------------------------------------------------------------------------------------------


def _twice(unit: Unit, one: Typed, before: Sequence[tuple[Unit, Typed]]) -> Iterator[Finding]:
    for other, _ in before:
        if other.code == unit.code and _overlap(unit, other):
            message = f"Mã {unit.code} đã dùng cho {written(other.kind, other.name, other.eponymous)} trong cùng thời gian; sửa mã hoặc ngày."
            yield misuse("DV-02", message, one.at("code"))


def _overlap(one: Unit, other: Unit) -> bool:
    starts = max(one.valid_from or date.min, other.valid_from or date.min)
    return starts < min(one.valid_until or _LATEST, other.valid_until or _LATEST)


def _clashes(unit: Unit, one: Typed, table: UnitTable, own: Sequence[Unit]) -> Iterator[Finding]:
    """Replaced units that are not there on that day, and known units of the same name that would stay beside the new one."""
    on = unit.valid_from or date(2025, 7, 1)
    gone = {unit.code, *(code for other in own for code in (other.code, *other.predecessors))}
    for code in unit.predecessors:
        if table.by_code(code, on) is None:
            message = f"Ngày {on.day:02}/{on.month:02}/{on.year} không có đơn vị nào mang mã {code} để thay; xem lại mã hoặc ngày."
            yield misuse("DV-02", message, one.at("replaces"))
    if unit.level is not Level.COMMUNE:
        return
    found = table.find(commune=f"{unit.kind} {unit.name}", district=unit.district, province=unit.province, on=on)
    same = found.unit
    if same is not None and same.code not in gone and name_key(same.name) == name_key(unit.name):
        message = (
            f"{located(same, same.province)} đã có trong bảng với mã {same.code}; muốn thay thì ghi mã ấy ở cột Mã, "
            f"hoặc ghi “Thay cho: {same.code}”."
        )
        yield misuse("DV-02", message, one.at("name"))
