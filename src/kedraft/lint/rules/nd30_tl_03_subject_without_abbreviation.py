"""ND30-TL-03: `V/v` before the subject of a plan."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    found = re.match(r"v/v\b[:\s]*", content.plan.subject.lstrip(), re.IGNORECASE)
    if found:
        rest = content.plan.subject.lstrip()[found.end() :]
        yield Hit(
            Location(field="subject"),
            f'Trích yếu bắt đầu bằng "V/v"; "V/v" chỉ dùng cho công văn. Hãy bỏ "V/v" và ghi: {rest[:1].upper()}{rest[1:60]}.',
        )


def _typed(layout: Layout) -> Iterator[Hit]:
    for line in layout.parts.subject[:1]:
        if layout.parts.title is not None and re.match(r"v/v\b", line.text, re.IGNORECASE):
            message = 'Trích yếu bắt đầu bằng "V/v"; "V/v" chỉ dùng cho công văn. Hãy bỏ "V/v".'
            yield layout.hit(line.paragraph, message)


RULE = Rule(
    id="ND30-TL-03",
    name='trích yếu của kế hoạch bắt đầu bằng "V/v"',
    severity=Severity.ERROR,
    citation=decree("PL1-II.5b"),
    manual=Manual(
        what='Trích yếu của văn bản có tên loại đứng ngay dưới tên loại, không có "V/v".',
        why='"V/v" là cách ghi trích yếu của công văn, loại văn bản không có tên loại.',
        instead="Ghi thẳng nội dung: Triển khai …, Thực hiện …, Chuyển đổi số xã Ba Sơn năm 2026.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(subject="V/v chuyển đổi số xã Ba Sơn năm 2026"), plan(subject="v/v: Chuyển đổi số xã Ba Sơn năm 2026")),
    good=(plan(subject="Về chuyển đổi số xã Ba Sơn năm 2026"), plan(subject="Chuyển đổi số xã Ba Sơn năm 2026")),
)
PAGE = RULE.on(
    subject=Layout,
    check=_typed,
    bad=(
        sheet(subject=say(text="V/v chuyển đổi số xã Ba Sơn năm 2026")),
        sheet(subject=say(text="v/v: Chuyển đổi số xã Ba Sơn năm 2026")),
    ),
    good=(sheet(subject=say(text="Về chuyển đổi số xã Ba Sơn năm 2026")), sheet()),
)
