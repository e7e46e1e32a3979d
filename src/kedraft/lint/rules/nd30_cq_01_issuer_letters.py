"""ND30-CQ-01: how the issuing body's name is set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(layout, Component.ISSUER)


RULE = Rule(
    id="ND30-CQ-01",
    name="tên cơ quan ban hành trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.ERROR,
    citation=decree("PL1-II.2b"),
    manual=Manual(
        what="Tên cơ quan ban hành in hoa, cỡ chữ 12 đến 13, đứng, đậm, canh giữa.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn các dòng tên cơ quan ban hành, đặt cỡ 12 hoặc 13, in hoa, đậm, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(issuer_2=say(bold=False)), sheet(issuer_1=say(size=14), issuer_2=say(size=14))),
    good=(sheet(issuer_1=say(size=12), issuer_2=say(size=12)), sheet()),
)
