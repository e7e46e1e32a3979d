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

_DEPUTY = re.compile(r"(?:Q\. ?)?(?:PHÓ\b|P\. ?|THỨ TRƯỞNG\b)")


def _check(content: Content) -> Iterator[Hit]:
    signatory = content.plan.signatory
    position = capitals(signatory.position or "")
    deputy = bool(_DEPUTY.match(position))
    instead = next((line for line in signatory.authority if re.match(r"KT\b", capitals(line))), None)
    if position and instead and not deputy:
        yield Hit(
            Location(field="signatory.position"),
            f'Phần ký có dòng "{instead}" nhưng chức vụ người ký là {signatory.position}, không phải cấp phó; "KT." chỉ dùng khi cấp phó '
            'ký thay cấp trưởng. Hãy bỏ dòng "KT." hoặc ghi đúng chức vụ cấp phó.',
        )
    if deputy and not instead:
        head = position.removeprefix("PHÓ ").replace("THỨ TRƯỞNG", "BỘ TRƯỞNG")
        yield Hit(
            Location(field="signatory.authority"),
            f'Người ký là {signatory.position} nhưng thiếu dòng "KT." trước chức vụ cấp trưởng; hãy thêm "KT. {head}" lên trên.',
        )


RULE = Rule(
    id="ND30-KY-02",
    name='cấp phó ký không có "KT.", hoặc có "KT." mà không phải cấp phó',
    severity=Severity.ERROR,
    citation=decree("PL1-II.7b"),
    manual=Manual(
        what='Cấp phó ký thay cấp trưởng phải ghi "KT." trước chức vụ của cấp trưởng; người khác ký thì không ghi "KT.".',
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
        plan(issuer="BỘ KHOA HỌC VÀ CÔNG NGHỆ", symbol="KH-BKHCN", authority=(), position="THỨ TRƯỞNG"),
        plan(authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), position="CHỦ TỊCH"),
        plan(authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), position="CHÁNH VĂN PHÒNG"),
    ),
    good=(
        plan(authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), position="PHÓ CHỦ TỊCH"),
        plan(issuer="BỘ KHOA HỌC VÀ CÔNG NGHỆ", symbol="KH-BKHCN", authority=("KT. BỘ TRƯỞNG",), position="THỨ TRƯỞNG"),
        plan(),
    ),
)
