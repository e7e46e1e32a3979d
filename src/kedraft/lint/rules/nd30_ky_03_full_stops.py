"""ND30-KY-03: TM, KT, TL, TUQ, Q without their full stop."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import (
    is_party,
)
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.vietnamese.text import squeeze

_LINE = re.compile(r"(?P<short>T[/.]?M|K[/.]?T|T[/.]?L|T[/.]?UQ|Q)\s*(?P<dot>[.,:;]?)\s+(?P<rest>\S.*)")


def _check(content: Content) -> Iterator[Hit]:
    if is_party(content.plan):
        return
    for line in (*content.plan.signatory.authority, content.plan.signatory.position or ""):
        message = _wrong(line)
        if message:
            yield Hit(Location(field="signatory.authority"), message)


def _on_the_page(layout: Layout) -> Iterator[Hit]:
    if layout.parts.party:
        return
    for line in (*layout.parts.office, *layout.parts.second_office):
        message = _wrong(squeeze(line.text))
        if message:
            yield layout.hit(line.paragraph, message)


def _wrong(line: str) -> str | None:
    found = _LINE.match(line.strip())
    if found is None or (found["dot"] == "." and found["short"].isalpha()):
        return None
    wanted = f"{found['short'].replace('/', '').replace('.', '')}. {found['rest']}"
    return f'Quyền hạn ghi "{line}"; chữ viết tắt quyền hạn viết liền, có một dấu chấm ngay sau. Hãy ghi "{wanted}".'


RULE = Rule(
    id="ND30-KY-03",
    name="chữ viết tắt quyền hạn thiếu dấu chấm",
    severity=Severity.ERROR,
    citation=decree("PL1-II.7b"),
    manual=Manual(
        what='Chữ viết tắt quyền hạn ghi có dấu chấm: "TM.", "KT.", "TL.", "TUQ.", "Q.".',
        why='Đó là cách ghi của Nghị định; "T/M" là cách của văn bản Đảng.',
        instead="Ghi TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(authority=("TM ỦY BAN NHÂN DÂN",)),
        plan(authority=("TM, ỦY BAN NHÂN DÂN",)),
        plan(authority=("T/M ỦY BAN NHÂN DÂN", "KT CHỦ TỊCH"), position="PHÓ CHỦ TỊCH"),
    ),
    good=(plan(), plan(authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), position="PHÓ CHỦ TỊCH")),
)
PAGE = RULE.on(
    subject=Layout,
    check=_on_the_page,
    bad=(sheet(office_1=say(text="TM, ỦY BAN NHÂN DÂN")), sheet(office_1=say(text="T.M. ỦY BAN NHÂN DÂN"))),
    good=(sheet(),),
)
