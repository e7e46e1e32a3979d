"""KH-CT-05: parts of a sum that do not add up to it."""

from collections.abc import Iterator

from kedraft.lint.amounts import column_faults, has_total, parts_of_total
from kedraft.lint.content import Content
from kedraft.lint.counts import count_faults, splits
from kedraft.lint.prose import own_words
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Item


def _check(content: Content) -> Iterator[Hit]:
    for item in content.plan.walk():
        where = Location(field=item.id)
        if item.table:
            yield from (Hit(where, message) for message in column_faults(item.table))
        else:
            yield from (Hit(where, message) for message in _told(item, item.words))


def _told(item: Item, said: str) -> Iterator[str]:
    """What is wrong with the sums of a paragraph, and of a total that the items below it split."""
    if splits(said):
        for fault in count_faults(own_words(said)):
            yield f'"{fault.printed}" không khớp với các số bên trong cộng lại ({fault.shown_sum}); hãy tính lại.'
    if has_total(said):
        below = (own_words(child.words) for child in item.children if not child.table)
        split = parts_of_total("; ".join([own_words(said), *below]))
        if split and not split.adds_up:
            yield f'Tổng "{split.printed}" không bằng các khoản bên trong cộng lại ({split.shown_sum}); hãy tính lại.'


RULE = Rule(
    id="KH-CT-05",
    name="tổng kinh phí, số lượng không bằng các khoản cộng lại",
    severity=Severity.ERROR,
    manual=Manual(
        what="Các khoản thành phần cộng lại phải bằng số tổng, trong câu văn cũng như trong bảng.",
        why="Sai tổng là lỗi bị trả lại ngay khi thẩm định kinh phí.",
        instead="Tính lại các khoản và số tổng.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(
            sections="I. KINH PHÍ\n1. Tổng kinh phí thực hiện là 100 triệu đồng, trong đó: ngân sách tỉnh 60 triệu đồng, ngân sách xã "
            "30 triệu đồng."
        ),
        plan(
            sections="I. KINH PHÍ\n| Nội dung | Số tiền || Tập huấn | 20.000.000 || Thiết bị | 30.000.000 || Tổng cộng | 60.000.000 |"
        ),
        plan(sections="I. NHIỆM VỤ\n1. Trao 80 suất quà, gồm: 50 suất cho thôn Pò Mã, 40 suất cho thôn Co Loi."),
    ),
    good=(
        plan(sections="I. NHIỆM VỤ\n1. Trao 80 suất quà, gồm: 50 suất cho thôn Pò Mã, 30 suất cho thôn Co Loi."),
        plan(
            sections="I. NHIỆM VỤ\n1. Tập huấn 60 học viên, trong đó 40 học viên nữ, 35 học viên người dân tộc thiểu số."
        ),
        plan(
            sections="I. KINH PHÍ\n1. Tổng kinh phí thực hiện là 1,2 tỷ đồng, trong đó: ngân sách tỉnh 900 triệu đồng (năm 2026: 500 triệu "
            "đồng), ngân sách xã 300 triệu đồng."
        ),
        plan(
            sections="I. KINH PHÍ\n| Nội dung | Số tiền || Tập huấn | 20.000.000 || Thiết bị | 30.000.000 || Tổng cộng | 50.000.000 |"
        ),
    ),
)
