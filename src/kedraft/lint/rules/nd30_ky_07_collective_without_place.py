"""ND30-KY-07: `TM.` before an abbreviated committee, or one with its place name."""

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

_LONGER = re.compile(r"T/?M\.?\s+(?:UBND\b.*|ỦY BAN NHÂN DÂN\s+\S.*)\Z")


def _check(content: Content) -> Iterator[Hit]:
    for line in content.plan.signatory.authority:
        if is_people_committee(content.plan) and _LONGER.match(capitals(line)):
            yield Hit(
                Location(field="signatory.authority"),
                f'Quyền hạn ghi "{line}"; theo mẫu của Nghị định chỉ ghi "TM. ỦY BAN NHÂN DÂN", không viết tắt, '
                "không kèm tên địa phương. Nên sửa lại.",
            )


RULE = Rule(
    id="ND30-KY-07",
    name='"TM. ỦY BAN NHÂN DÂN" kèm tên địa phương hoặc viết tắt',
    severity=Severity.WARNING,
    citation=decree("PL1-V"),
    manual=Manual(
        what='Dòng quyền hạn ghi "TM. ỦY BAN NHÂN DÂN", không viết tắt UBND, không kèm tên địa phương.',
        why="Tên địa phương đã có ở đầu văn bản; ví dụ chính thức của Nghị định ghi như vậy.",
        instead="Bỏ tên địa phương, viết đầy đủ ỦY BAN NHÂN DÂN.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(authority=("TM. UBND",)), plan(authority=("TM. ỦY BAN NHÂN DÂN XÃ",))),
    good=(plan(), plan(authority=("TM. UỶ BAN NHÂN DÂN",))),
)
