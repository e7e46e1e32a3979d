"""ND30-TL-04: the line below subject."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import rule_below
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.drawn import LineShape
from kedraft.ooxml.said import Border


def _check(layout: Layout) -> Iterator[Hit]:
    yield from rule_below(layout, Component.SUBJECT, "trích yếu")


RULE = Rule(
    id="ND30-TL-04",
    name="thiếu hoặc sai đường kẻ dưới trích yếu",
    severity=Severity.WARNING,
    citation=decree("PL1-II.5b"),
    manual=Manual(
        what="Dưới trích yếu có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ, cân đối.",
        why="Đường kẻ tách phần đầu với các thành phần khác.",
        instead="Vẽ đường kẻ bằng Insert > Shapes > Line hoặc viền đoạn, nét liền, canh giữa dưới dòng chữ.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(subject_rule=None), sheet(subject_rule=say(drawn=(LineShape(4200),)))),
    good=(sheet(subject_rule=say(drawn=(), top=Border("single"), left=3800, right=3800)), sheet()),
)
