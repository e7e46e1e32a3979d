"""ND30-KY-02: a deputy signs without `KT.`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import (
    capitals,
)
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    signatory = content.plan.signatory
    position = capitals(signatory.position or "")
    deputy = position.startswith(("PHÓ ", "Q. PHÓ"))
    if deputy and not any(re.match(r"KT\b", capitals(line)) for line in signatory.authority):
        head = position.removeprefix("PHÓ ")
        yield Hit(
            Location(field="signatory.authority"),
            f'Người ký là {signatory.position} nhưng thiếu dòng "KT." trước chức vụ cấp trưởng; hãy thêm "KT. {head}" lên trên.',
        )


RULE = Rule(
    id="ND30-KY-02",
    name='cấp phó ký không có "KT."',
    severity=Severity.ERROR,
    citation=decree("PL1-II.7b"),
    manual=Manual(
        what='Cấp phó ký thay cấp trưởng phải ghi "KT." trước chức vụ của cấp trưởng.',
        why="Chữ KT. cho biết người ký được ký thay; thiếu thì sai thẩm quyền ký.",
        instead="KT. CHỦ TỊCH ở trên, PHÓ CHỦ TỊCH ở dưới.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(position="PHÓ CHỦ TỊCH"),
        plan(
            issuer="BAN CHỈ ĐẠO XÃ BA SƠN",
            symbol="KH-BCĐ",
            authority=("TM. BAN CHỈ ĐẠO",),
            position="PHÓ TRƯỞNG BAN",
            second_position="PHÓ CHỦ TỊCH UBND XÃ",
        ),
    ),
    good=(plan(authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), position="PHÓ CHỦ TỊCH"), plan()),
)
