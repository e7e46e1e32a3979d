"""VH-13: orders, medals and titles of honour with the wrong capitals: `Huân chương lao động hạng ba`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.lint.spelling import Spellings, everywhere
from kedraft.model.finding import Severity

_NAMES = Spellings(
    "Huân chương Sao vàng",
    "Huân chương Hồ Chí Minh",
    "Huân chương Độc lập",
    "Huân chương Quân công",
    "Huân chương Lao động",
    "Huân chương Chiến công",
    "Huân chương Kháng chiến",
    "Huân chương Hữu nghị",
    "Anh hùng Lao động",
    "Nghệ sĩ Nhân dân",
)
_CLASS = re.compile(r"\b[Hh]u[âa]n chương [^.,;]{3,20}? (?P<rank>hạng (?P<which>nhất|nhì|ba))\b", re.IGNORECASE)


def _check(content: Content) -> Iterator[Hit]:
    for spot in everywhere(content):
        for shown, _, right in _NAMES.wrong(spot.own):
            if not shown.islower() or shown.startswith("huân chương"):
                yield spot.hit(f'"{shown}" viết hoa chưa đúng; hãy sửa thành "{right}".')
        for one in _CLASS.finditer(spot.own) if "hạng " in spot.own else ():
            right = f"hạng {one['which'].capitalize()}"
            if one["rank"] != right and not one["rank"].isupper():
                yield spot.hit(f'"{one["rank"]}" của huân chương viết hoa từ chỉ hạng; hãy sửa thành "{right}".')


RULE = Rule(
    id="VH-13",
    name="tên huân chương, danh hiệu vinh dự viết hoa sai",
    severity=Severity.INFO,
    citation=decree("PL2-V.2"),
    manual=Manual(
        what="Huân chương, huy chương, danh hiệu vinh dự viết hoa chữ đầu của các thành phần tạo thành tên riêng và của từ chỉ thứ, hạng.",
        why="Đó là quy định của Nghị định; Luật Thi đua, khen thưởng viết hơi khác nên đây chỉ là lời khuyên.",
        instead="Viết Huân chương Lao động hạng Ba, Huân chương Sao vàng, Nghệ sĩ Nhân dân, Anh hùng Lao động.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Xã được tặng Huân chương lao động trong phong trào thi đua./."),
        plan(closing="Xã được tặng Huân chương Lao động hạng ba trong phong trào thi đua./."),
    ),
    good=(
        plan(closing="Xã được tặng Huân chương Lao động hạng Ba, có Anh hùng Lao động, Nghệ sĩ Nhân dân./."),
        plan(closing="Tuyên dương tấm gương anh hùng lao động sản xuất; đường hạng ba, hạng nhất của hội thi./."),
    ),
)
