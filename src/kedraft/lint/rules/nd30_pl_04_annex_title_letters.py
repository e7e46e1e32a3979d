"""ND30-PL-04: how the title of an annex is set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    for annex in layout.parts.annexes:
        yield from typography(layout, Component.ANNEX_TITLE, annex.title)
        if not annex.title:
            yield layout.hit(annex.label.paragraph, f"Không tìm thấy tên phụ lục ngay dưới dòng {annex.label.text}.")


RULE = Rule(
    id="ND30-PL-04",
    name="tên phụ lục trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.WARNING,
    citation=decree("PL1-III.1b"),
    manual=Manual(
        what="Tên phụ lục canh giữa, in hoa, cỡ chữ 13 đến 14, đứng, đậm.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn dòng tên phụ lục, đặt cỡ 13 hoặc 14, in hoa, đậm, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(annex=True, annex_title=say(text="Phân công nhiệm vụ")), sheet(annex=True, annex_title=say(bold=False))),
    good=(sheet(annex=True), sheet(annex=True, annex_title=say(size=13))),
)
