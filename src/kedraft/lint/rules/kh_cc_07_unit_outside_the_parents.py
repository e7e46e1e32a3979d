"""KH-CC-07: a parent whose province or district does not hold the drafting unit."""

from collections.abc import Iterator
from datetime import date

from kedraft.lint.content import Content, first_day
from kedraft.lint.issuer import capitals, same_body, spoken_name, unit_of
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, province
from kedraft.lint.succession import units_at
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Level, Plan
from kedraft.model.spec import LocalitySpec
from kedraft.units import find


def _check(content: Content) -> Iterator[Hit]:
    parent, on = content.parent, content.earliest
    if not parent or not content.draft or on is None or same_body(parent, content.plan):
        return
    ours = content.draft.spec.locality
    outside = _outside_district(parent, ours, on) or _outside_province(parent, ours, on)
    if outside:
        yield Hit(
            Location(field="locality"),
            f"Kế hoạch cấp trên do {spoken_name(parent)} ban hành, nhưng đơn vị soạn thuộc {outside}; "
            "hãy kiểm tra lại địa phương trong phiếu, hoặc chọn kế hoạch của cấp trên trực tiếp.",
        )


def _outside_province(parent: Plan, ours: LocalitySpec, on: date) -> str | None:
    """Our province, if the parent's did not become it; a province that was merged into ours is right."""
    unit = unit_of(parent)
    if unit is None or parent.issuing_body.level is not Level.PROVINCE:
        return None
    here = find(commune=None, province=ours.province, on=on).unit
    then = first_day(parent.place_and_date.date) or on
    theirs = find(commune=None, province=unit.name, on=then).unit
    if here is None or theirs is None or here.code in {one.code for one in units_at(theirs, on)}:
        return None
    return f"{here.kind.value} {here.name}"


def _outside_district(parent: Plan, ours: LocalitySpec, on: date) -> str | None:
    """Our district, if it is another than the parent's. Since 01/7/2025 there is none (KH-2C-04 says so)."""
    unit = unit_of(parent)
    if unit is None or parent.issuing_body.level is not Level.DISTRICT or not ours.district or on >= date(2025, 7, 1):
        return None
    return None if capitals(ours.district).endswith(unit.name) else f"huyện {ours.district}"


RULE = Rule(
    id="KH-CC-07",
    name="đơn vị soạn không thuộc tỉnh, huyện của kế hoạch cấp trên",
    severity=Severity.WARNING,
    manual=Manual(
        what="Đơn vị soạn phải thuộc tỉnh (huyện) đã ban hành kế hoạch cấp trên, tính vào ngày ban hành của đơn vị.",
        why="Kế hoạch của tỉnh khác không phải là căn cứ; thường là chọn nhầm tệp hoặc ghi nhầm địa phương.",
        instead="Sửa địa phương hoặc chọn đúng kế hoạch cấp trên. Tỉnh đã sáp nhập vào tỉnh mình thì vẫn hợp lệ.",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(locality=LocalitySpec(commune="Ba Sơn", province="Cao Bằng")),
        draft(
            parent=province(issuer="ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN", place="Bình Thuận", date="2023-03-24"),
            opening="Thực hiện Kế hoạch số 13/KH-UBND ngày 24/3/2023 của Ủy ban nhân dân tỉnh Bình Thuận về chuyển đổi số "
            "năm 2026, Ủy ban nhân dân xã Ba Sơn ban hành Kế hoạch như sau:",
        ),
    ),
    good=(
        draft(),
        draft(
            parent=province(issuer="ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN", place="Bình Thuận", date="2023-03-24"),
            opening="Thực hiện Kế hoạch số 13/KH-UBND ngày 24/3/2023 của Ủy ban nhân dân tỉnh Bình Thuận về chuyển đổi số "
            "năm 2026, Ủy ban nhân dân xã Bắc Bình ban hành Kế hoạch như sau:",
            issuer="ỦY BAN NHÂN DÂN XÃ BẮC BÌNH",
            place="Bắc Bình",
            subject="Chuyển đổi số xã Bắc Bình năm 2026",
            closing="Trên đây là Kế hoạch chuyển đổi số xã Bắc Bình năm 2026./.",
            locality=LocalitySpec(commune="Bắc Bình", province="Lâm Đồng"),
        ),
    ),
)
