"""ND30-QH-04: how the Tiêu ngữ is set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(layout, Component.MOTTO)
    if layout.parts.is_above(layout.parts.motto, layout.parts.national):
        yield layout.hit(
            layout.parts.of(Component.MOTTO)[0].paragraph, "Tiêu ngữ nằm trên Quốc hiệu; quy định đặt dưới Quốc hiệu."
        )


RULE = Rule(
    id="ND30-QH-04",
    name="Tiêu ngữ trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.ERROR,
    citation=decree("PL1-II.1b"),
    manual=Manual(
        what="Tiêu ngữ in thường, cỡ chữ 13 đến 14, đứng, đậm, canh giữa dưới Quốc hiệu.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn dòng Tiêu ngữ, đặt cỡ 13 hoặc 14, đậm, đứng, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(motto=say(size=15)), sheet(motto=say(italic=True))),
    good=(sheet(motto=say(size=13), motto_rule=say(left=1300, right=1300)), sheet()),
)
