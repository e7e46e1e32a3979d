"""ND30-KY-01: a People's Committee's plan signed without `TM. ỦY BAN NHÂN DÂN`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import (
    capitals,
    is_people_committee,
)
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location

#: On behalf of the committee; by order and by mandate one signs for its chairman only.
_BEHALF = re.compile(r"T[/.]?M\b|(?:TUQ|TL)\b(?!\W*(?:ỦY BAN NHÂN DÂN|UBND)\Z)")


def _check(content: Content) -> Iterator[Hit]:
    if not is_people_committee(content.plan):
        return
    lines = [capitals(line) for line in content.plan.signatory.authority]
    if any(map(_BEHALF.match, lines)):
        return
    shown = " / ".join([*content.plan.signatory.authority, content.plan.signatory.position or ""]).strip(" /")
    yield Hit(
        Location(field="signatory.authority"),
        f'Phần ký ghi "{shown}", thiếu dòng "TM. ỦY BAN NHÂN DÂN"; Ủy ban nhân dân làm việc theo chế độ tập thể. Hãy thêm dòng này lên trên.'
        if shown
        else 'Phần ký chưa có quyền hạn, chức vụ; kế hoạch của Ủy ban nhân dân ký "TM. ỦY BAN NHÂN DÂN". Hãy bổ sung.',
    )


RULE = Rule(
    id="ND30-KY-01",
    name='văn bản của Ủy ban nhân dân không ghi "TM. ỦY BAN NHÂN DÂN"',
    severity=Severity.ERROR,
    citation=decree("PL1-II.7b"),
    manual=Manual(
        what='Văn bản của Ủy ban nhân dân ghi "TM. ỦY BAN NHÂN DÂN" ở dòng đầu của quyền hạn người ký.',
        why="Ủy ban nhân dân làm việc theo chế độ tập thể; Chủ tịch hay Phó Chủ tịch ký thay mặt tập thể.",
        instead="TM. ỦY BAN NHÂN DÂN, rồi CHỦ TỊCH; cấp phó ký thì thêm KT. CHỦ TỊCH ở giữa.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(authority=()), plan(authority=("KT. CHỦ TỊCH",), position="PHÓ CHỦ TỊCH")),
    good=(
        plan(authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), position="PHÓ CHỦ TỊCH"),
        plan(authority=("TM. UỶ BAN NHÂN DÂN",)),
    ),
)
