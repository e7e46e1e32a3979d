"""ND30-SO-02: a number below ten without its leading zero."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import is_party
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    number = content.plan.number.number or ""
    if number.isdecimal() and int(number) < 10 and len(number) != 2 and not is_party(content.plan):
        yield Hit(
            Location(field="number"),
            f"Số của văn bản ghi là {number}; số nhỏ hơn 10 phải có một số 0 phía trước. Hãy ghi {int(number):02d}.",
        )
    elif number.isdecimal() and int(number) >= 10 and number.startswith("0") and not is_party(content.plan):
        yield Hit(
            Location(field="number"),
            f"Số của văn bản ghi là {number}; chỉ số nhỏ hơn 10 mới có số 0 phía trước. Hãy ghi {int(number)}.",
            Severity.WARNING,
        )


RULE = Rule(
    id="ND30-SO-02",
    name="số nhỏ hơn 10 thiếu số 0 phía trước",
    severity=Severity.ERROR,
    citation=decree("PL1-II.3c"),
    manual=Manual(
        what="Số của văn bản nhỏ hơn 10 phải ghi thêm số 0 phía trước: 07, không phải 7 hay 007.",
        why="Nghị định quy định như vậy, và số có hai chữ số khó bị viết thêm về sau.",
        instead="Ghi 01, 02, …, 09; từ 10 trở lên ghi như thường.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(number="7"), plan(number="007"), plan(number="031")),
    good=(plan(number="07"), plan(number="10")),
)
