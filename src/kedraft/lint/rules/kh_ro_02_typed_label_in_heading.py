"""KH-RO-02: a heading that begins with a typed number, so that two numbers are printed."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Marker

_TYPED = re.compile(
    r"(?P<label>(?:(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:[IVX]+|\d+)|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.):/]|[a-zđ]\))\s*(?=[^\W\d_])"
)


def _check(content: Content) -> Iterator[Hit]:
    for item in content.plan.walk():
        found = _TYPED.match(item.heading.text) if item.heading and item.marker is not Marker.NONE else None
        if found and item.heading:
            rest = item.heading.text[found.end() :]
            yield Hit(
                Location(field=item.id),
                f'Tiêu đề "{item.heading.text}" đã có sẵn số thứ tự "{found["label"]}" nên khi in sẽ có hai số; số thứ tự được đánh '
                f"tự động. Hãy chỉ ghi: {rest}.",
            )


RULE = Rule(
    id="KH-RO-02",
    name="tiêu đề tự gõ số thứ tự",
    severity=Severity.ERROR,
    manual=Manual(
        what="Tiêu đề của mục chỉ ghi tên mục, không gõ số thứ tự ở đầu.",
        why='Số thứ tự được đánh tự động theo vị trí; gõ thêm thì in ra "VI. III. TỔ CHỨC THỰC HIỆN".',
        instead="Bỏ số đã gõ; muốn đổi thứ tự thì đổi chỗ các mục.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(sections="I. III. TỔ CHỨC THỰC HIỆN\n- Các thôn phối hợp thực hiện Kế hoạch này."),
        plan(sections="I. NHIỆM VỤ\n1. 2. Tuyên truyền, phổ biến\n- Các thôn tuyên truyền đến hộ dân."),
    ),
    good=(
        plan(sections="I. TỔ CHỨC THỰC HIỆN\n- Các thôn phối hợp thực hiện Kế hoạch này."),
        plan(sections="I. NHIỆM VỤ\n1. 100% thôn có tổ công nghệ số\n- Các thôn thực hiện."),
    ),
)
