"""ND30-TR-04: the left margin, with the gutter."""

from collections.abc import Iterator

from kedraft.decree import mm
from kedraft.lint.layout_checks import margin
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.view import Section


def _check(layout: Layout) -> Iterator[Hit]:
    yield from margin(layout, "Lề trái", layout.edition.page.left, _left)


def _left(section: Section) -> int:
    return section.left + (0 if section.gutter_top else section.gutter)


RULE = Rule(
    id="ND30-TR-04",
    name="lề trái khác quy định",
    severity=Severity.ERROR,
    citation=decree("PL1-I.3"),
    manual=Manual(
        what="Lề trái của trang giấy từ 30 đến 35 mm, kể cả phần gáy (gutter).",
        why="Lề trái đủ rộng để đóng tập mà không mất chữ.",
        instead="Vào Layout > Margins > Custom Margins, đặt lề trái từ 30 đến 35 mm, gutter bằng 0.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(page=say(left=mm(20))), sheet(page=say(gutter=mm(10)))),
    good=(sheet(page=say(left=mm(35))), sheet(page=say(left=mm(20), gutter=mm(10)))),
)
