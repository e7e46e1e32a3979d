"""VH-02: a signatory's name with a syllable that is not capital."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location

_RANK = re.compile(
    r"(?:(?:Thượng|Đại|Trung|Thiếu)\s+(?:tướng|tá|úy|uý)|(?:PGS|GS|TS|ThS|BS|KS|CN)\.?)\s*", re.IGNORECASE
)


def _check(content: Content) -> Iterator[Hit]:
    given = " ".join((content.plan.signatory.name or "").split())
    name = _RANK.sub("", given)
    syllables = name.replace("-", " ").split()
    if len(syllables) < 2 or not all(re.match(r"[^\W\d_]", one) for one in syllables):
        return
    if any(one[0].islower() for one in syllables):
        right = " ".join(one[0].upper() + one[1:] for one in name.split())
        yield Hit(
            Location(field="signatory.name"),
            f'Họ tên người ký ghi "{given}"; tên người Việt Nam viết hoa chữ cái đầu tất cả các âm tiết. Hãy ghi: {right}.',
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
