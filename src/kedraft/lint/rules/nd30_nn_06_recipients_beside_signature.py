"""ND30-NN-06: Nơi nhận and signature side by side."""

from collections.abc import Iterator

from kedraft.lint.layout_form import Line
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    label, office = layout.parts.recipients_label, layout.parts.office
    if label is None or not office or label.paragraph.box or office[0].paragraph.box:
        return
    if not _side_by_side(label, office[0]):
        message = "Nơi nhận và khối chữ ký không ngang hàng; quy định Nơi nhận ở bên trái, ngang hàng với quyền hạn, chức vụ của người ký."
        yield layout.hit(label.paragraph, message)


def _side_by_side(label: Line, office: Line) -> bool:
    one, other = label.paragraph, office.paragraph
    if one is other:
        return True
    level = one.cell is not None and other.cell is not None and one.cell[:2] == other.cell[:2]
    return level and one.cell is not None and other.cell is not None and one.cell.column < other.cell.column


RULE = Rule(
    id="ND30-NN-06",
    name="Nơi nhận và khối chữ ký không ngang hàng",
    severity=Severity.WARNING,
    citation=decree("PL1-II.9d"),
    manual=Manual(
        what="Nơi nhận trình bày ở bên trái, ngang hàng với quyền hạn, chức vụ của người ký ở bên phải.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Đặt Nơi nhận và khối chữ ký trong hai ô của cùng một hàng bảng không viền.",
    ),
    subject=Layout,
    check=_check,
    bad=(
        sheet(recipients_label=say(cell=None), recipient_1=say(cell=None), recipient_2=say(cell=None)),
        sheet(office_1=say(cell=None), office_2=say(cell=None), room=say(cell=None), name=say(cell=None)),
    ),
    good=(sheet(), sheet(annex=True)),
)
