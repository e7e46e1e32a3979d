"""ND30-CQ-02: how the managing body's name is set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(layout, Component.SUPERIOR)


RULE = Rule(
    id="ND30-CQ-02",
    name="tên cơ quan chủ quản trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.ERROR,
    citation=decree("PL1-II.2b"),
    manual=Manual(
        what="Tên cơ quan chủ quản trực tiếp in hoa, cỡ chữ 12 đến 13, đứng, không đậm, canh giữa.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn dòng tên cơ quan chủ quản, đặt cỡ 12 hoặc 13, in hoa, không đậm, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(
        sheet(issuer_1=say(text="UBND TỈNH LẠNG SƠN"), issuer_2=say(text="BAN QUẢN LÝ DỰ ÁN")),
        sheet(issuer_1=say(text="UBND TỈNH LẠNG SƠN", bold=False, size=14), issuer_2=say(text="BAN QUẢN LÝ DỰ ÁN")),
    ),
    good=(sheet(issuer_1=say(text="UBND TỈNH LẠNG SƠN", bold=False), issuer_2=say(text="BAN QUẢN LÝ DỰ ÁN")), sheet()),
)
