"""ND30-TR-06: landscape pages without a table."""

from collections.abc import Iterator

from kedraft.decree import mm
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.view import TableView


def _check(layout: Layout) -> Iterator[Hit]:
    own = _tables_of_the_form(layout)
    for at, section in enumerate(layout.view.sections):
        if section.landscape and section.tables <= sum(table.section == at for table in own):
            message = "Trang đặt theo chiều ngang mà không có bảng, biểu; quy định trình bày theo chiều dài của khổ A4."
            yield layout.page_hit(section, "hướng giấy", message)


def _tables_of_the_form(layout: Layout) -> list[TableView]:
    """Those in which header and signature stand: no reason for a landscape page."""
    parts = layout.parts
    lines = (*parts.head, *parts.recipients, *parts.office)
    numbers = {line.paragraph.cell.table for line in lines if line.paragraph.cell}
    return [table for number, table in enumerate(layout.view.tables) if number in numbers]


RULE = Rule(
    id="ND30-TR-06",
    name="trang ngang không có bảng, biểu",
    severity=Severity.WARNING,
    citation=decree("PL1-I.2"),
    manual=Manual(
        what="Văn bản trình bày theo chiều dài; trang ngang chỉ dùng khi có bảng, biểu không làm thành phụ lục riêng.",
        why="Trang ngang khó đọc và khó đóng tập.",
        instead="Vào Layout > Orientation, chọn Portrait cho phần này.",
    ),
    subject=Layout,
    check=_check,
    bad=(
        sheet(page=say(width=mm(297), height=mm(210), landscape=True)),
        sheet(annex=True, annex_page=say(width=mm(297), height=mm(210), landscape=True)),
    ),
    good=(sheet(annex=True, annex_page=say(width=mm(297), height=mm(210), landscape=True, tables=1)), sheet()),
)
