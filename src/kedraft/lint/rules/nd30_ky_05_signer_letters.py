"""ND30-KY-05: how the signatory's name is set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.grammar.shape import is_upper
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(layout, Component.SIGNER)
    for line in layout.parts.of(Component.SIGNER):
        if is_upper(line.text):
            yield layout.hit(
                line.paragraph, "Họ tên người ký in hoa toàn bộ; quy định chữ in thường, viết hoa chữ cái đầu."
            )
    office = layout.parts.office
    if layout.final and office and layout.whole and layout.parts.name is None:
        message = "Dưới quyền hạn, chức vụ chưa có họ tên người ký; hãy ghi họ tên, in thường, đậm, canh giữa."
        yield layout.hit(office[-1].paragraph, message)


RULE = Rule(
    id="ND30-KY-05",
    name="họ tên người ký trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.ERROR,
    citation=decree("PL1-II.7đ"),
    manual=Manual(
        what="Họ tên người ký in thường, cỡ chữ 13 đến 14, đứng, đậm, canh giữa dưới chức vụ.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn dòng họ tên, đặt cỡ 13 hoặc 14, chữ thường, đậm, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(name=say(bold=False)), sheet(name=say(text="NGUYỄN VĂN AN")), sheet(name=None, final=True)),
    good=(sheet(name=say(size=13)), sheet()),
)
