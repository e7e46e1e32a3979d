"""VH-02: a signatory's name with a syllable that is not capital."""

import re
from collections.abc import Iterator

from kedraft.grammar.shape import is_person
from kedraft.lint.content import Content
from kedraft.lint.layout_foot import is_name
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location

_RANK = re.compile(
    r"(?:(?:Thượng|Đại|Trung|Thiếu)\s+(?:tướng|tá|úy|uý)|(?:PGS|GS|TS|ThS|BS|KS|CN)\.?)\s*", re.IGNORECASE
)


def _check(content: Content) -> Iterator[Hit]:
    message = _fault(" ".join((content.plan.signatory.name or "").split()))
    if message:
        yield Hit(Location(field="signatory.name"), message)


def _printed(layout: Layout) -> Iterator[Hit]:
    """A name that is no name by its letters is not among the plan's data; its line on the page is."""
    line = layout.parts.name
    given = " ".join(line.text.split()) if line else ""
    if line and is_name(given) and not is_person(given):
        message = _fault(given)
        if message:
            yield layout.hit(line.paragraph, message)


def _fault(given: str) -> str | None:
    name = _RANK.sub("", given)
    syllables = name.replace("-", " ").split()
    if len(syllables) < 2 or not all(re.match(r"[^\W\d_]", one) for one in syllables):
        return None
    if not any(one[0].islower() for one in syllables):
        return None
    right = " ".join(one[0].upper() + one[1:] for one in name.split())
    return (
        f'Họ tên người ký ghi "{given}"; tên người Việt Nam viết hoa chữ cái đầu tất cả các âm tiết. Hãy ghi: {right}.'
    )


RULE = Rule(
    id="VH-02",
    name="họ tên người ký không viết hoa đủ các âm tiết",
    severity=Severity.ERROR,
    citation=decree("PL2-II.1"),
    manual=Manual(
        what="Tên người Việt Nam viết hoa chữ cái đầu tất cả các âm tiết.",
        why="Phụ lục II của Nghị định quy định cách viết hoa tên người; họ tên người ký là chỗ dễ thấy nhất.",
        instead="Viết Nguyễn Văn An, không viết Nguyễn văn an.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(name="Nguyễn văn An"), plan(name="nguyễn văn an")),
    good=(plan(name="Y Bhăm Niê"), plan(name="Nông Thị Ngọc-Anh"), plan()),
)
PAGE = RULE.on(
    subject=Layout,
    check=_printed,
    bad=(sheet(name=say(text="Nguyễn thị An")),),
    good=(sheet(name=say(text="Y Bhăm Niê")), sheet()),
)
