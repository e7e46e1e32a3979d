"""ND30-SO-05: how number and symbol are set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(layout, Component.NUMBER)
    if layout.parts.is_above(layout.parts.number, layout.parts.issuer):
        message = "Số, ký hiệu nằm trên tên cơ quan ban hành; quy định đặt dưới tên cơ quan ban hành."
        yield layout.hit(layout.parts.of(Component.NUMBER)[0].paragraph, message)


RULE = Rule(
    id="ND30-SO-05",
    name="số, ký hiệu trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.WARNING,
    citation=decree("PL1-II.3c"),
    manual=Manual(
        what="Số, ký hiệu cỡ chữ 13, đứng, canh giữa dưới tên cơ quan ban hành.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn dòng Số, đặt cỡ 13, đứng, không đậm, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(number=say(size=12)), sheet(number=say(bold=True))),
    good=(sheet(number=say(size=13)), sheet(number=say(text="Số:        /KH-UBND"))),
)
