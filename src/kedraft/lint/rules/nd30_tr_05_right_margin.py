"""ND30-TR-05: the right margin."""

from collections.abc import Iterator

from kedraft.decree import mm
from kedraft.lint.layout_checks import margin
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    yield from margin(layout, "Lề phải", layout.edition.page.right, lambda section: section.right)


RULE = Rule(
    id="ND30-TR-05",
    name="lề phải khác quy định",
    severity=Severity.ERROR,
    citation=decree("PL1-I.3"),
    manual=Manual(
        what="Lề phải của trang giấy từ 15 đến 20 mm.",
        why="Lề trang thống nhất để đóng dấu, đóng tập và lưu trữ.",
        instead="Vào Layout > Margins > Custom Margins, đặt lề phải từ 15 đến 20 mm.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(page=say(right=mm(25))), sheet(page=say(right=mm(10)))),
    good=(sheet(page=say(right=mm(15))), sheet(page=say(right=mm(20)))),
)
