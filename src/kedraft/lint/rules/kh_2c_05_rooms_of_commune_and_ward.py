"""KH-2C-05: a ward's room named in a commune, or a commune's in a ward."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import (
    unit_of,
)
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity

_WARD = re.compile(r"\bPhòng Kinh tế, Hạ tầng và Đô thị\b")
_COMMUNE = re.compile(r"\bPhòng Kinh tế\b(?!,? (?:Hạ tầng|[-–]|và Hạ tầng|tỉnh|huyện))")


def _check(content: Content) -> Iterator[Hit]:
    unit = unit_of(content.plan)
    if not unit or not content.two_tier or unit.kind not in ("XÃ", "PHƯỜNG"):
        return
    pattern, right = (_WARD, "Phòng Kinh tế") if unit.kind == "XÃ" else (_COMMUNE, "Phòng Kinh tế, Hạ tầng và Đô thị")
    for spot in (*content.prose, *content.recipients):
        for found in pattern.finditer(spot.own):
            yield spot.hit(
                f'"{found.group()}" thường không có ở {unit.kind.lower()}; {unit.kind.lower()} có {right}. Hãy kiểm tra lại tên phòng.'
            )


RULE = Rule(
    id="KH-2C-05",
    name="tên phòng không khớp loại đơn vị xã, phường",
    severity=Severity.WARNING,
    manual=Manual(
        what="Ở xã là Phòng Kinh tế; ở phường là Phòng Kinh tế, Hạ tầng và Đô thị; đặc khu có thể là một trong hai.",
        why="Hai tên phòng được đặt theo loại đơn vị hành chính; sai tên thường do dùng mẫu của đơn vị khác.",
        instead="Ghi đúng tên phòng đang có của đơn vị.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Phòng Kinh tế, Hạ tầng và Đô thị theo dõi việc thực hiện./."),
        plan(
            issuer="ỦY BAN NHÂN DÂN PHƯỜNG KỲ LỪA",
            place="Kỳ Lừa",
            subject="Chuyển đổi số năm 2026",
            opening="Ủy ban nhân dân phường ban hành Kế hoạch như sau:",
            closing="Phòng Kinh tế theo dõi việc thực hiện./.",
        ),
    ),
    good=(
        plan(closing="Phòng Kinh tế theo dõi việc thực hiện./."),
        plan(
            issuer="ỦY BAN NHÂN DÂN PHƯỜNG KỲ LỪA",
            place="Kỳ Lừa",
            subject="Chuyển đổi số năm 2026",
            opening="Ủy ban nhân dân phường ban hành Kế hoạch như sau:",
            closing="Phòng Kinh tế, Hạ tầng và Đô thị theo dõi việc thực hiện./.",
        ),
        plan(
            issuer="ỦY BAN NHÂN DÂN ĐẶC KHU CÁT HẢI",
            place="Cát Hải",
            subject="Chuyển đổi số năm 2026",
            opening="Ủy ban nhân dân đặc khu ban hành Kế hoạch như sau:",
            closing="Phòng Kinh tế theo dõi./.",
        ),
    ),
)
