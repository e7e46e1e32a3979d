"""KH-CT-05: parts of a sum that do not add up to it."""

from collections.abc import Iterator

from kedraft.lint.amounts import column_faults, has_total, parts_of_total
from kedraft.lint.content import Content
from kedraft.lint.prose import own_words
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    for item in content.plan.walk():
        if item.table:
            yield from (Hit(Location(field=item.id), message) for message in column_faults(item.table))
        elif has_total(item.words):
            below = (own_words(child.words) for child in item.children if not child.table)
            split = parts_of_total("; ".join([own_words(item.words), *below]))
            if split and not split.adds_up:
                yield Hit(
                    Location(field=item.id),
                    f'Tổng "{split.printed}" không bằng các khoản bên trong cộng lại ({split.shown_sum}); hãy tính lại.',
                )


RULE = Rule(
    id="KH-CT-05",
    name="tổng kinh phí không bằng các khoản cộng lại",
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
    ),
    good=(
        plan(
            sections="I. KINH PHÍ\n1. Tổng kinh phí thực hiện là 1,2 tỷ đồng, trong đó: ngân sách tỉnh 900 triệu đồng (năm 2026: 500 triệu "
            "đồng), ngân sách xã 300 triệu đồng."
        ),
        plan(
            sections="I. KINH PHÍ\n| Nội dung | Số tiền || Tập huấn | 20.000.000 || Thiết bị | 30.000.000 || Tổng cộng | 50.000.000 |"
        ),
    ),
)
