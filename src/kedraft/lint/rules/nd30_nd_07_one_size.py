"""ND30-ND-07: different letter sizes in the text."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_form import Kind
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, grouped, how_many, number
from kedraft.lint.layout_tolerance import SIZE
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.view import Paragraph

_OWN = (Kind.PART, Kind.PART_TITLE, Kind.SECTION)


def _check(layout: Layout) -> Iterator[Hit]:
    allowed = layout.edition.type_of(Component.BODY).size.allowed
    texts = (one.paragraph for one in layout.running if one.kind not in _OWN)
    groups = grouped((number(size), one) for one in texts for size in _sizes(one) if allowed.holds(size, SIZE))
    if len(groups) > 1:
        fewer = min(groups, key=lambda size: len(groups[size]))
        message = f"Nội dung dùng cỡ chữ {' và '.join(sorted(groups))}; {how_many(groups[fewer]).lower()} cỡ {fewer}. Nên dùng một cỡ chữ trong cả văn bản."
        yield layout.hit(groups[fewer][0], message)


def _sizes(paragraph: Paragraph) -> list[float]:
    return sorted({run.letters.size for run in paragraph.runs if run.text.strip()})


RULE = Rule(
    id="ND30-ND-07",
    name="cỡ chữ nội dung không thống nhất",
    severity=Severity.WARNING,
    citation=decree("PL1-II.6đ"),
    manual=Manual(
        what="Lời văn trong một văn bản dùng cùng một cỡ chữ.",
        why="Cỡ chữ lẫn lộn là dấu vết của việc ghép văn bản.",
        instead="Chọn toàn bộ nội dung và đặt một cỡ chữ, 13 hoặc 14.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(clause=say(size=13)), sheet(heading=say(size=13))),
    good=(sheet(section=say(size=13)), sheet()),
)
