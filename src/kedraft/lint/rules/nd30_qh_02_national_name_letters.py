"""ND30-QH-02: how the Quốc hiệu is set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_form import Line
from kedraft.lint.layout_lines import room_of
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(
        layout, Component.NATIONAL_NAME, (one._replace(text=one.text.upper()) for one in layout.parts.national)
    )
    for line in layout.parts.national[:1]:
        if not _is_right(layout, line):
            yield layout.hit(
                line.paragraph, "Quốc hiệu không nằm ở phía bên phải; quy định đặt ở phía trên, bên phải trang đầu."
            )


def _is_right(layout: Layout, line: Line) -> bool:
    paragraph = line.paragraph
    if line.column is not None or paragraph.cell is not None or paragraph.box is not None:
        return line.column != 0
    return paragraph.format.align == "right" or paragraph.format.left > room_of(layout, paragraph) / 4


RULE = Rule(
    id="ND30-QH-02",
    name="Quốc hiệu trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.ERROR,
    citation=decree("PL1-II.1a"),
    manual=Manual(
        what="Quốc hiệu in hoa, cỡ chữ 12 đến 13, đứng, đậm, ở phía trên bên phải trang đầu.",
        why="Phần đầu văn bản thống nhất trong cả nước.",
        instead="Đặt Quốc hiệu trong cột phải của bảng phần đầu, canh giữa, cỡ 12 hoặc 13, đậm.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(national=say(size=14)), sheet(national=say(bold=False, align="left"))),
    good=(sheet(national=say(size=12)), sheet(national=say(size=13))),
)
