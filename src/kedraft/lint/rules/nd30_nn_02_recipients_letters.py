"""ND30-NN-02: how the list of recipients is set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(layout, Component.RECIPIENTS)


RULE = Rule(
    id="ND30-NN-02",
    name="danh sách nơi nhận trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.WARNING,
    citation=decree("PL1-II.9d"),
    manual=Manual(
        what="Danh sách nơi nhận in thường, cỡ chữ 11, đứng, sát lề trái.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn danh sách nơi nhận, đặt cỡ 11, đứng, không đậm, canh trái.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(recipient_1=say(size=12)), sheet(recipient_1=say(italic=True), recipient_2=say(italic=True))),
    good=(sheet(recipient_1=say(align="both")), sheet()),
)
