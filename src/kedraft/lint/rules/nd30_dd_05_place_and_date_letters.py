"""ND30-DD-05: how place and date are set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(layout, Component.PLACE_AND_DATE)
    if layout.parts.is_above(layout.parts.dated, layout.parts.of(Component.MOTTO)):
        message = "Địa danh và thời gian nằm trên Tiêu ngữ; quy định đặt dưới Quốc hiệu và Tiêu ngữ."
        yield layout.hit(layout.parts.of(Component.PLACE_AND_DATE)[0].paragraph, message)


RULE = Rule(
    id="ND30-DD-05",
    name="địa danh và thời gian trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.ERROR,
    citation=decree("PL1-II.4c"),
    manual=Manual(
        what="Địa danh và thời gian cỡ chữ 13 đến 14, nghiêng, canh giữa dưới Quốc hiệu và Tiêu ngữ.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn dòng địa danh và thời gian, đặt cỡ 13 hoặc 14, nghiêng, không đậm, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(dated=say(italic=False)), sheet(dated=say(size=12, align="right"))),
    good=(sheet(dated=say(size=13)), sheet(dated=say(text="Ba Sơn, ngày      tháng 02 năm 2026"))),
)
