"""ND30-NN-05: `Như trên` or `Kính gửi` in a plan."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.text import fold

#: So many lines below the document's type an addressee may stand.
_NEAR = 12


def _check(content: Content) -> Iterator[Hit]:
    for spot in content.recipients:
        if re.match(r"như (?:trên|kính gửi)\b", spot.text.strip(), re.IGNORECASE):
            yield spot.hit(
                f'Nơi nhận ghi "{spot.text}"; kế hoạch không có "Kính gửi" nên không ghi như vậy. Hãy ghi tên nơi nhận.'
            )
    for spot in content.prose:
        if re.match(r"kính gửi\b", spot.text.strip(), re.IGNORECASE):
            yield spot.hit(
                'Nội dung có dòng "Kính gửi"; kế hoạch không có phần này. Hãy bỏ và ghi các cơ quan ở Nơi nhận.'
            )


def _typed(layout: Layout) -> Iterator[Hit]:
    parts = layout.parts
    if parts.title is None or fold(parts.title.text).strip() != "ke hoach":
        return
    start = parts.lines.index(parts.title)
    for line in parts.lines[start : start + _NEAR]:
        if re.match(r"kính gửi\b", line.text, re.IGNORECASE):
            yield layout.hit(
                line.paragraph,
                'Dưới tên loại có dòng "Kính gửi"; kế hoạch không có phần này. Hãy bỏ và ghi các cơ quan ở Nơi nhận.',
            )


RULE = Rule(
    id="ND30-NN-05",
    name='kế hoạch ghi "Kính gửi" hoặc "Như trên"',
    severity=Severity.ERROR,
    citation=decree("PL1-II.9b"),
    manual=Manual(
        what='Kế hoạch chỉ có phần "Nơi nhận" ở cuối; "Kính gửi" và "Như trên" dành cho công văn, tờ trình, báo cáo.',
        why="Không có Kính gửi thì Như trên không chỉ vào đâu.",
        instead="Ghi rõ từng nơi nhận.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(recipients=("Như trên", "UBND tỉnh (b/c)", "Các thôn", "Lưu: VT, VHXH")),
        plan(opening=("Kính gửi: Các thôn.", "Ủy ban nhân dân xã ban hành Kế hoạch như sau:")),
    ),
    good=(plan(), plan(closing="Đề nghị các thôn gửi danh sách như trên về xã./.")),
)
PAGE = RULE.on(
    subject=Layout,
    check=_typed,
    bad=(sheet(basis=say(text="Kính gửi: Các phòng, đơn vị")), sheet(opening=say(text="Kính gửi: Các thôn."))),
    good=(sheet(), sheet(title=say(text="TỜ TRÌNH"), basis=say(text="Kính gửi: Ủy ban nhân dân tỉnh"))),
)
