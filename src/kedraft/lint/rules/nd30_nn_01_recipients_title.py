"""ND30-NN-01: how the words Nơi nhận are set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.vietnamese.text import squeeze


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(layout, Component.RECIPIENTS_HEADING)
    wanted = layout.edition.literals.recipients.text
    for line in layout.parts.of(Component.RECIPIENTS_HEADING):
        shown = squeeze(line.text).replace(" :", ":")
        behind = shown.removeprefix(wanted)
        if not shown.startswith(wanted) or (behind and not any(map(str.isalnum, behind))):
            yield layout.hit(line.paragraph, f'Dòng này ghi là "{squeeze(line.text)}"; quy định ghi "{wanted}".')
    office = layout.parts.office
    if office and layout.whole and layout.parts.recipients_label is None:
        yield layout.hit(
            office[0].paragraph, f'Bên trái phần ký không có dòng "{wanted}"; hãy ghi dòng này trên danh sách nơi nhận.'
        )


RULE = Rule(
    id="ND30-NN-01",
    name="từ Nơi nhận trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.ERROR,
    citation=decree("PL1-II.9d"),
    manual=Manual(
        what="Từ Nơi nhận in thường, cỡ chữ 12, nghiêng, đậm, sát lề trái, sau có dấu hai chấm.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn dòng Nơi nhận:, đặt cỡ 12, nghiêng, đậm, canh trái.",
    ),
    subject=Layout,
    check=_check,
    bad=(
        sheet(recipients_label=say(size=13)),
        sheet(recipients_label=say(italic=False)),
        sheet(recipients_label=say(text="Nơi gửi:")),
    ),
    good=(sheet(recipients_label=say(align="both")), sheet()),
)
