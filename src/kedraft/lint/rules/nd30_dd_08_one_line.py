"""ND30-DD-08: number and date on different lines."""

from collections.abc import Iterator

from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    number, dated = layout.parts.number, layout.parts.dated
    if number is None or dated is None or number.paragraph.box or dated.paragraph.box:
        return
    one, other = number.paragraph, dated.paragraph
    level = one is other or (one.cell is not None and other.cell is not None and one.cell[:2] == other.cell[:2])
    if not level:
        message = "Số, ký hiệu và địa danh, thời gian không cùng một dòng; quy định trình bày trên cùng một dòng."
        yield layout.hit(other, message)


RULE = Rule(
    id="ND30-DD-08",
    name="số, ký hiệu và địa danh, thời gian không cùng một dòng",
    severity=Severity.WARNING,
    citation=decree("PL1-II.4c"),
    manual=Manual(
        what="Địa danh và thời gian ban hành được trình bày trên cùng một dòng với số, ký hiệu.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Đặt số, ký hiệu và địa danh, thời gian trong hai ô của cùng một hàng bảng.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(number=say(cell=None)), sheet(dated=say(cell=None))),
    good=(sheet(), sheet(number=say(text="Số:        /KH-UBND"))),
)
