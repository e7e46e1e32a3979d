"""ND30-CQ-03: the line below issuer."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import rule_below
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.drawn import LineShape


def _check(layout: Layout) -> Iterator[Hit]:
    yield from rule_below(layout, Component.ISSUER, "tên cơ quan ban hành")


RULE = Rule(
    id="ND30-CQ-03",
    name="thiếu hoặc sai đường kẻ dưới tên cơ quan ban hành",
    severity=Severity.WARNING,
    citation=decree("PL1-II.2b"),
    manual=Manual(
        what="Dưới tên cơ quan ban hành có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ, cân đối.",
        why="Đường kẻ tách phần đầu với các thành phần khác.",
        instead="Vẽ đường kẻ bằng Insert > Shapes > Line hoặc viền đoạn, nét liền, canh giữa dưới dòng chữ.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(issuer_rule=None), sheet(issuer_rule=say(left=200, right=200))),
    good=(sheet(issuer_rule=say(top=None, left=0, right=0, drawn=(LineShape(1100),))), sheet()),
)
