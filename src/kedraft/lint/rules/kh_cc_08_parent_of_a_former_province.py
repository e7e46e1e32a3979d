"""KH-CC-08: a parent issued by a province that is gone: still a ground, but its bodies are the successor's now."""

from collections.abc import Iterator
from typing import Any

from kedraft.lint.content import Content, first_day
from kedraft.lint.issuer import unit_of
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, province
from kedraft.lint.succession import units_at
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Level
from kedraft.model.spec import LocalitySpec
from kedraft.units import find


def _check(content: Content) -> Iterator[Hit]:
    parent, on = content.parent, content.earliest
    unit = unit_of(parent) if parent else None
    if not parent or not unit or on is None or not content.draft or parent.issuing_body.level is not Level.PROVINCE:
        return
    issued = first_day(parent.place_and_date.date) or on
    then = find(commune=None, province=unit.name, on=issued).unit
    if then is None or then.valid_until is None or then.valid_until > on:
        return
    ours = find(commune=None, province=content.draft.spec.locality.province, on=on).unit
    if ours is not None and ours.code in {one.code for one in units_at(then, on)}:
        now = f"{ours.kind.value} {ours.name}"
        merged = f"nay là {now}" if now != f"{then.kind.value} {then.name}" else f"từ ngày đó {now} được sắp xếp lại"
        yield Hit(
            Location(field="parent"),
            f"Kế hoạch cấp trên do {then.kind.value} {then.name} ban hành trước ngày {then.valid_until:%d/%m/%Y}; {merged}. Hãy kiểm tra văn bản còn hiệu lực và nơi nhận báo cáo thuộc {ours.kind.value} {ours.name}.",
        )


_PARENT = province(issuer="ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN", place="Bình Thuận", date="2023-03-24")
_OURS: dict[str, Any] = {
    "opening": "Thực hiện Kế hoạch số 13/KH-UBND ngày 24/3/2023 của Ủy ban nhân dân tỉnh Bình Thuận về chuyển đổi số "
    "năm 2026, Ủy ban nhân dân xã Bắc Bình ban hành Kế hoạch như sau:",
    "issuer": "ỦY BAN NHÂN DÂN XÃ BẮC BÌNH",
    "place": "Bắc Bình",
    "subject": "Chuyển đổi số xã Bắc Bình năm 2026",
    "closing": "Trên đây là Kế hoạch chuyển đổi số xã Bắc Bình năm 2026./.",
    "locality": LocalitySpec(commune="Bắc Bình", province="Lâm Đồng"),
}

RULE = Rule(
    id="KH-CC-08",
    name="kế hoạch cấp trên của tỉnh đã sáp nhập",
    severity=Severity.INFO,
    manual=Manual(
        what="Kế hoạch cấp trên do một tỉnh đã sáp nhập ban hành thì vẫn viện dẫn được theo tên cũ, nhưng cơ quan trong đó nay thuộc tỉnh mới.",
        why="Tỉnh mới có thể đã thay kế hoạch ấy; báo cáo gửi về sở của tỉnh cũ thì không có nơi nhận.",
        instead="Kiểm tra văn bản thay thế của tỉnh mới; viện dẫn giữ tên cơ quan như khi ban hành, nơi nhận ghi theo tỉnh mới.",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(parent=_PARENT, **_OURS),
        draft(
            parent=province(issuer="ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG", place="Đắk Nông", date="2024-02-05"),
            **(
                _OURS
                | {
                    "opening": "Thực hiện Kế hoạch số 13/KH-UBND ngày 05/02/2024 của Ủy ban nhân dân tỉnh Đắk Nông về chuyển đổi số "
                    "năm 2026, Ủy ban nhân dân xã Bắc Bình ban hành Kế hoạch như sau:"
                }
            ),
        ),
    ),
    good=(draft(), draft(parent=_PARENT)),
)
