"""ND30-PL-03: how the label of an annex is set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.grammar.shape import is_upper
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    for annex in layout.parts.annexes:
        yield from typography(layout, Component.ANNEX_LABEL, (annex.label,))
        if is_upper(annex.label.text.split()[0]):
            message = (
                f'Số phụ lục ghi là "{annex.label.text}"; quy định từ "{layout.edition.literals.annex.text}" in thường.'
            )
            yield layout.hit(annex.label.paragraph, message)


RULE = Rule(
    id="ND30-PL-03",
    name="số phụ lục trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.WARNING,
    citation=decree("PL1-III.1b"),
    manual=Manual(
        what="Từ Phụ lục và số thứ tự đứng riêng một dòng, canh giữa, in thường, cỡ chữ 14, đứng, đậm.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn dòng Phụ lục, đặt cỡ 14, chữ thường, đậm, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(annex=True, annex_label=say(size=13)), sheet(annex=True, annex_label=say(text="PHỤ LỤC I"))),
    good=(sheet(annex=True), sheet(annex=True, annex_label=say(text="Phụ lục II"))),
)
