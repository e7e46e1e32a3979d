"""VH-05: `Thủ đô Hà Nội`, `Thành phố Hồ Chí Minh`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity

_WRONG = re.compile(r"\b(?:thành phố|thành Phố|Thành Phố) Hồ Chí Minh\b|\b(?:thủ đô|Thủ Đô|thủ Đô) Hà Nội\b")


def _check(content: Content) -> Iterator[Hit]:
    for spot in (*content.spots, *content.recipients):
        for found in _WRONG.finditer(spot.unquoted):
            right = "Thành phố Hồ Chí Minh" if "Minh" in found.group() else "Thủ đô Hà Nội"
            yield spot.hit(
                f'"{found.group()}" viết hoa chưa đúng; trường hợp đặc biệt này viết "{right}". Hãy sửa lại.'
            )


RULE = Rule(
    id="VH-05",
    name='"thành phố Hồ Chí Minh", "thủ đô Hà Nội" viết thường chữ đầu',
    severity=Severity.INFO,
    citation=decree("PL2-III.1c"),
    manual=Manual(
        what='Viết "Thủ đô Hà Nội", "Thành phố Hồ Chí Minh": đây là trường hợp viết hoa đặc biệt.',
        why="Các tỉnh, thành phố khác viết thường danh từ chung; riêng hai nơi này viết hoa.",
        instead="Viết hoa chữ Thủ, chữ Thành; không viết hoa chữ đô, chữ phố.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Học tập mô hình của thành phố Hồ Chí Minh./."),
        plan(closing="Tham quan thủ đô Hà Nội./."),
    ),
    good=(
        plan(closing="Học tập mô hình của Thành phố Hồ Chí Minh, Thủ đô Hà Nội./."),
        plan(closing="Học tập thành phố Đà Nẵng./."),
    ),
)
