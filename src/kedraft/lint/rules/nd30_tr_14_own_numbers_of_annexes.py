"""ND30-TR-14: page numbers of an annex."""

from collections.abc import Iterator

from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.view import Paragraph, Section


def _check(layout: Layout) -> Iterator[Hit]:
    for annex in layout.parts.annexes:
        paragraph = annex.label.paragraph
        section = layout.view.sections[min(paragraph.section, len(layout.view.sections) - 1)]
        if layout.parts.annex_only or (_opens(layout, section, paragraph) and section.number_start == 1):
            continue
        message = f"{annex.label.text} chưa được đánh số trang riêng; quy định số trang của phụ lục đánh riêng theo từng phụ lục, từ 1."
        yield layout.hit(paragraph, message)


def _opens(layout: Layout, section: Section, label: Paragraph) -> bool:
    """Whether nothing is written in the section before the label."""
    inside = (one for one in layout.view.paragraphs if section.first <= one.number < label.number)
    return not any(one.text.strip() for one in inside)


RULE = Rule(
    id="ND30-TR-14",
    name="phụ lục không được đánh số trang riêng",
    severity=Severity.WARNING,
    citation=decree("PL1-III.1đ"),
    manual=Manual(
        what="Số trang của phụ lục được đánh số riêng theo từng phụ lục.",
        why="Phụ lục có thể được tách ra dùng riêng.",
        instead="Đặt Section Break (Next Page) trước phụ lục; vào Format Page Numbers, chọn Start at 1.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(annex=True, annex_page=say(number_start=None)), sheet(annex=True, annex_page=say(number_start=4))),
    good=(sheet(annex=True), sheet()),
)
