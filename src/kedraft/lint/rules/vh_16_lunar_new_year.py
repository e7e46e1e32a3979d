"""VH-16: `Tết Nguyên Đán` for `tết Nguyên đán`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.prose import begins_sentence
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity

_TET = re.compile(r"\b(?P<tet>[Tt]ết) (?P<name>[Nn]guyên [Đđ]án|[Tt]rung [Tt]hu|[Đđ]oan [Nn]gọ)\b")


def _check(content: Content) -> Iterator[Hit]:
    for spot in content.prose:
        for found in _TET.finditer(spot.unquoted):
            right = found["name"].capitalize()
            tet = "Tết" if begins_sentence(spot.text, found.start()) else "tết"
            if found["name"] != right or found["tet"] != tet:
                yield spot.hit(f'"{found.group()}" viết hoa chưa đúng; Nghị định viết "{tet} {right}". Nên sửa lại.')


RULE = Rule(
    id="VH-16",
    name="tên ngày tết viết hoa sai",
    severity=Severity.INFO,
    citation=decree("PL2-V.8"),
    manual=Manual(
        what='Viết "tết Nguyên đán", "tết Trung thu"; chữ "Tết" đứng một mình viết hoa khi thay cho tết Nguyên đán.',
        why="Đó là ví dụ của Nghị định; nhiều cơ quan viết khác nên đây chỉ là lời khuyên.",
        instead="Viết thường chữ tết trước tên, viết hoa chữ đầu của tên.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(closing="Chuẩn bị đón Tết Nguyên Đán./."), plan(closing="Tổ chức tết Trung Thu cho trẻ em./.")),
    good=(
        plan(closing="Chuẩn bị đón tết Nguyên đán; trực Tết nghiêm túc./."),
        plan(closing="Tết Trung thu tổ chức tại các thôn./."),
    ),
)
