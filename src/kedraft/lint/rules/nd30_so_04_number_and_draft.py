"""ND30-SO-04: a draft that numbers itself, or an issued plan without a number."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import draft, plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    number = content.plan.number.number
    if content.draft and not content.final and number:
        yield Hit(
            Location(field="number"),
            f"Dự thảo đã ghi số {number}; số do văn thư cấp sau khi ký. Hãy để trống số trong dự thảo.",
            Severity.WARNING,
        )
    if content.final and not number and not content.plan.wrapped_in:
        yield Hit(
            Location(field="number"),
            "Văn bản đã ghi đủ ngày ban hành nhưng chưa có số; hãy đề nghị văn thư cấp số, "
            "hoặc để trống cả ngày nếu đây còn là dự thảo.",
        )


RULE = Rule(
    id="ND30-SO-04",
    name="dự thảo tự điền số hoặc văn bản phát hành chưa có số",
    severity=Severity.ERROR,
    citation=decree("Điều 15"),
    manual=Manual(
        what="Số và ngày được cấp sau khi văn bản được ký: dự thảo để trống, văn bản phát hành phải có.",
        why="Số tự điền dễ trùng với số khác trong năm; văn bản đã ghi ngày mà thiếu số thì không đăng ký được.",
        instead="Để trống số trong dự thảo; khi phát hành, văn thư ghi số theo sổ đăng ký.",
    ),
    subject=Content,
    check=_check,
    bad=(draft(number="15"), plan(number=None)),
    good=(draft(), plan(number="15"), plan(number=None, date="2026-02")),
)
