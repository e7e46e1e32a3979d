"""ND30-QH-05: the line below motto."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import rule_below
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.drawn import LineShape


def _check(layout: Layout) -> Iterator[Hit]:
    yield from rule_below(layout, Component.MOTTO, "Tiêu ngữ")


RULE = Rule(
    id="ND30-QH-05",
    name="thiếu hoặc sai đường kẻ dưới Tiêu ngữ",
    severity=Severity.WARNING,
    citation=decree("PL1-II.1b"),
    manual=Manual(
        what="Dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ.",
        why="Đường kẻ tách phần đầu với các thành phần khác.",
        instead="Vẽ đường kẻ bằng Insert > Shapes > Line hoặc viền đoạn, nét liền, canh giữa dưới dòng chữ.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(motto_rule=None), sheet(motto_rule=say(left=2000, right=2000))),
    good=(sheet(motto_rule=say(top=None, left=0, right=0, drawn=(LineShape(3200),))), sheet()),
)
