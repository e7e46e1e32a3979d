"""ND30-TR-13: size and slant of the page number."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import size_faults, weight_faults
from kedraft.lint.layout_pages import page_numbers
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    wanted = layout.edition.type_of(Component.PAGE_NUMBER)
    for section in layout.view.sections:
        for one in (*page_numbers(section, "default"), *page_numbers(section, "even")):
            look = one.run._replace(text="1")
            faults = [*size_faults((look,), wanted.size), *weight_faults((look,), wanted)]
            if faults:
                yield layout.page_hit(section, "số trang", f"{wanted.title}: {'; '.join(faults)}.")
                return


RULE = Rule(
    id="ND30-TR-13",
    name="số trang sai cỡ chữ hoặc kiểu chữ",
    severity=Severity.WARNING,
    citation=decree("PL1-I.7"),
    manual=Manual(
        what="Số trang dùng cỡ chữ 13 đến 14, kiểu chữ đứng.",
        why="Số trang cùng cỡ với lời văn để dễ đọc.",
        instead="Nhấp đúp vào đầu trang, chọn số trang và đặt cỡ chữ 13 hoặc 14, kiểu đứng, không đậm.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(page_number=say(size=11)), sheet(page_number=say(italic=True))),
    good=(sheet(page_number=say(size=13)), sheet(page_number=say(size=14))),
)
