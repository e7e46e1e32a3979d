"""ND30-DD-06: a unit named by a number, a person or an event, whose kind is left out of the place."""

from collections.abc import Iterator

from kedraft import units
from kedraft.lint.content import Content
from kedraft.lint.issuer import NamedUnit, capitals, unit_of
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.vietnamese.dates import first_day

_COMMUNES = ("XÃ", "PHƯỜNG", "THỊ TRẤN", "ĐẶC KHU")
_PROVINCES = ("TỈNH", "THÀNH PHỐ")


def _check(content: Content) -> Iterator[Hit]:
    place, unit = content.plan.place_and_date.place, unit_of(content.plan)
    if not place or unit is None or capitals(place) != unit.name:
        return
    if unit.name.isdigit() or _is_eponymous(unit, content.plan.place_and_date.date):
        whole = f"{unit.kind.capitalize()} {place}"
        yield Hit(
            Location(field="place"),
            f'Địa danh là "{place}"; đơn vị mang tên người, chữ số hoặc sự kiện lịch sử phải ghi đủ cả loại đơn vị. Hãy ghi {whole}.',
        )


def _is_eponymous(unit: NamedUnit, date: str | None) -> bool:
    """Whether the table of units knows the unit, on the day of issue, as one named after a person or an event."""
    if not date:
        return False
    name, on = f"{unit.kind} {unit.name}".lower(), first_day(date)
    if unit.kind in _COMMUNES:
        found = units.find(commune=name, province=None, on=on)
    elif unit.kind in _PROVINCES:
        found = units.find(commune=None, province=name, on=on)
    else:
        return False
    return found.unit is not None and found.unit.eponymous


RULE = Rule(
    id="ND30-DD-06",
    name="địa danh mang tên người, chữ số, sự kiện thiếu loại đơn vị",
    severity=Severity.WARNING,
    citation=decree("PL1-II.4a"),
    manual=Manual(
        what="Đơn vị hành chính đặt theo tên người, bằng chữ số hoặc sự kiện lịch sử thì địa danh ghi cả loại: Phường Lương Văn Tri, Quận 1.",
        why="Bỏ loại đơn vị thì chỉ còn tên người hoặc con số, không còn là địa danh.",
        instead="Ghi Phường Lương Văn Tri, ngày 05 tháng 02 năm 2026.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            issuer="ỦY BAN NHÂN DÂN\nXÃ HOÀNG VĂN THỤ",
            place="Hoàng Văn Thụ",
            opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
        ),
        plan(
            issuer="ỦY BAN NHÂN DÂN\nPHƯỜNG LƯƠNG VĂN TRI",
            place="Lương Văn Tri",
            opening="Ủy ban nhân dân phường ban hành Kế hoạch như sau:",
        ),
    ),
    good=(
        plan(),
        plan(
            issuer="ỦY BAN NHÂN DÂN\nXÃ HOÀNG VĂN THỤ",
            place="Xã Hoàng Văn Thụ",
            opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
        ),
    ),
)
