"""ND30-TR-03: the bottom margin."""

from collections.abc import Iterator

from kedraft.decree import mm
from kedraft.lint.layout_checks import margin
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    yield from margin(layout, "Lề dưới", layout.edition.page.bottom, lambda section: section.bottom)


RULE = Rule(
    id="ND30-TR-03",
    name="lề dưới khác quy định",
    severity=Severity.ERROR,
    citation=decree("PL1-I.3"),
    manual=Manual(
        what="Lề dưới của trang giấy từ 20 đến 25 mm.",
        why="Lề trang thống nhất để đóng dấu, đóng tập và lưu trữ.",
        instead="Vào Layout > Margins > Custom Margins, đặt lề dưới từ 20 đến 25 mm.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(page=say(bottom=mm(18))), sheet(page=say(bottom=mm(27)))),
    good=(sheet(page=say(bottom=mm(25))), sheet(page=say(bottom=mm(20)))),
)
