"""ND30-KY-04: how authority and position of the signatory are set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(layout, Component.AUTHORITY)


RULE = Rule(
    id="ND30-KY-04",
    name="quyền hạn, chức vụ của người ký trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.ERROR,
    citation=decree("PL1-II.7đ"),
    manual=Manual(
        what="Quyền hạn, chức vụ của người ký in hoa, cỡ chữ 13 đến 14, đứng, đậm, canh giữa.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn các dòng quyền hạn, chức vụ, đặt cỡ 13 hoặc 14, in hoa, đậm, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(office_1=say(bold=False), office_2=say(bold=False)), sheet(office_2=say(text="Chủ tịch"))),
    good=(sheet(office_1=say(size=14), office_2=say(size=14)), sheet()),
)
