"""ND30-TL-01: how the document's type is set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(layout, Component.DOCUMENT_TYPE)


RULE = Rule(
    id="ND30-TL-01",
    name="tên loại trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.ERROR,
    citation=decree("PL1-II.5b"),
    manual=Manual(
        what="Tên loại văn bản in hoa, cỡ chữ 13 đến 14, đứng, đậm, canh giữa.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn dòng tên loại, đặt cỡ 13 hoặc 14, in hoa, đậm, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(title=say(text="Kế hoạch")), sheet(title=say(size=16))),
    good=(sheet(title=say(size=13)), sheet(title=say(size=14))),
)
