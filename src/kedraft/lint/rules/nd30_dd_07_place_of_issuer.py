"""ND30-DD-07: the place before the date is not that of the issuing body."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import capitals, is_people_committee, unit_of
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Level

#: Bodies of a province or district that have their seat in one of its communes.
_SEATED_BELOW = re.compile(r"(?:TRƯỜNG|TRẠM|BỆNH VIỆN|TRUNG TÂM|HẠT|ĐỘI|ĐỒN|CHI CỤC|BAN QUẢN LÝ|VƯỜN QUỐC GIA)\b")
_WIDE = ("TỈNH", "THÀNH PHỐ", "HUYỆN", "QUẬN", "THỊ XÃ")


def _check(content: Content) -> Iterator[Hit]:
    place = content.plan.place_and_date.place
    unit = unit_of(content.plan)
    if not place or not unit or "," in place or content.level is Level.CENTRAL:
        return
    shown = capitals(place)
    if shown in (unit.name, f"{unit.kind} {unit.name}") or shown.removeprefix("TP. ") == unit.name:
        return
    if not is_people_committee(content.plan) and shown in capitals(content.plan.issuing_body.superior or ""):
        return
    if _SEATED_BELOW.match(capitals(content.plan.issuing_body.name)) and unit.kind in _WIDE:
        return
    yield Hit(
        Location(field="place"),
        f'Địa danh là "{place}" nhưng cơ quan ban hành là {" ".join(content.plan.issuing_body.name.split())}; '
        f"địa danh phải là tên đơn vị hành chính của cơ quan ban hành. Hãy ghi {unit.name.title()}, hoặc sửa tên cơ quan.",
    )


RULE = Rule(
    id="ND30-DD-07",
    name="địa danh không khớp cơ quan ban hành",
    severity=Severity.ERROR,
    citation=decree("PL1-II.4a"),
    manual=Manual(
        what="Địa danh trước ngày tháng là tên đơn vị hành chính mà cơ quan ban hành quản lý, đặt trụ sở.",
        why="Địa danh khác tên cơ quan thường là chữ còn sót của văn bản mẫu hoặc của cấp trên.",
        instead="Ủy ban nhân dân xã Ba Sơn ghi Ba Sơn; Ủy ban nhân dân tỉnh Lạng Sơn ghi Lạng Sơn.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(place="Lạng Sơn"), plan(place="Mẫu Sơn")),
    good=(
        plan(),
        plan(issuer="TRƯỜNG TIỂU HỌC HÒA CƯ", superior="UBND HUYỆN CAO LỘC", symbol="KH-THHC", place="Hòa Cư"),
        plan(
            issuer="ỦY BAN NHÂN DÂN\nXÃ HOÀNG VĂN THỤ",
            place="Xã Hoàng Văn Thụ",
            opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
        ),
    ),
)
