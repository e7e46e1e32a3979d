"""ND30-KY-06: academic titles before the signatory's name."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.vietnamese.text import squeeze

_TITLE = re.compile(
    r"(?:GS|PGS|TSKH|TS|ThS|Th\.\s?S|BSCKI{0,2}|DSCKI{0,2}|BS|DS|KS|CN|NGƯT|NGND|NSƯT|NSND|AHLĐ|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Dược sĩ|Kỹ sư|Cử nhân|Luật sư)"
    r"(?:[.,]\s?|\s)(?=\S)"
)


def _check(content: Content) -> Iterator[Hit]:
    name = (content.plan.signatory.name or "").strip()
    found = _TITLE.match(name)
    if found:
        yield Hit(
            Location(field="signatory.name"),
            f'Họ tên người ký ghi "{name}"; trước họ tên không ghi học hàm, học vị, danh hiệu. Hãy bỏ "{found.group().strip()}".',
        )


def _typed(layout: Layout) -> Iterator[Hit]:
    line = layout.parts.name
    found = _TITLE.match(squeeze(line.text)) if line else None
    if line and found:
        yield layout.hit(
            line.paragraph,
            f'Họ tên người ký ghi "{squeeze(line.text)}"; trước họ tên không ghi học hàm, học vị, danh hiệu. '
            f'Hãy bỏ "{found.group().strip()}".',
        )


RULE = Rule(
    id="ND30-KY-06",
    name="học hàm, học vị, danh hiệu trước họ tên người ký",
    severity=Severity.ERROR,
    citation=decree("PL1-II.7c"),
    manual=Manual(
        what="Trước họ tên người ký không ghi học hàm, học vị và các danh hiệu danh dự khác.",
        why="Văn bản được ký theo chức vụ; riêng lực lượng vũ trang, giáo dục, y tế, khoa học có quy định của ngành thì khác.",
        instead="Chỉ ghi họ và tên: Nguyễn Văn An.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(name="ThS. Nguyễn Văn An"), plan(name="TS Nguyễn Văn An"), plan(name="PGS.TS. Nguyễn Văn An")),
    good=(plan(), plan(name="Kim Ngọc Thái"), plan(name=None)),
)
PAGE = RULE.on(
    subject=Layout,
    check=_typed,
    bad=(sheet(name=say(text="ThS. Nguyễn Văn An")), sheet(name=say(text="Tiến sĩ Nguyễn Văn An"))),
    good=(sheet(), sheet(name=say(text="Kim Ngọc Thái"))),
)
