"""ND30-ND-05: paragraphs closer than the decree allows."""

from collections.abc import Iterator
from itertools import pairwise

from kedraft.decree import pt
from kedraft.lint.layout_form import Kind
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, as_pt, grouped, how_many, number
from kedraft.lint.layout_tolerance import GAP
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.view import Paragraph


def _check(layout: Layout) -> Iterator[Hit]:
    least = layout.edition.body.gap.allowed.low
    close = ((as_pt(gap), one) for gap, one in _gaps(layout) if gap < pt(least) - GAP)
    for gap, paragraphs in grouped(close).items():
        message = f"{how_many(paragraphs)} cách đoạn trước {gap}; quy định khoảng cách giữa các đoạn tối thiểu {number(least)} pt."
        yield layout.hit(paragraphs[0], message)


def _gaps(layout: Layout) -> Iterator[tuple[int, Paragraph]]:
    """The gap above each paragraph that follows another one directly."""
    for above, below in pairwise(layout.running):
        titled = above.kind is Kind.PART and below.kind is Kind.PART_TITLE
        one, other = above.paragraph, below.paragraph
        if other.number == one.number + 1 and not titled and not one.page_break and not other.format.page_break_before:
            yield _gap(one, other), other


def _gap(one: Paragraph, other: Paragraph) -> int:
    same = one.style == other.style
    after = 0 if same and one.format.contextual else one.format.after
    before = 0 if same and other.format.contextual else other.format.before
    return max(after, before)


RULE = Rule(
    id="ND30-ND-05",
    name="khoảng cách giữa các đoạn nhỏ hơn quy định",
    severity=Severity.WARNING,
    citation=decree("PL1-II.6e"),
    manual=Manual(
        what="Khoảng cách giữa các đoạn văn tối thiểu là 6 pt.",
        why="Các đoạn tách nhau rõ ràng thì dễ đọc.",
        instead="Chọn các đoạn được nêu, vào Paragraph > Spacing, đặt Before hoặc After từ 6 pt; bỏ chọn Don’t add space between paragraphs of the same style.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(clause=say(before=0)), sheet(clause=say(contextual=True))),
    good=(sheet(clause=say(before=0), point=say(after=120)), sheet(clause=say(before=240))),
)
