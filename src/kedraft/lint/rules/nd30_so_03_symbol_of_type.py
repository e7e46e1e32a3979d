"""ND30-SO-03: the symbol does not fit the type of document."""

import re
from collections.abc import Iterator

from kedraft.decree import ND30_2020
from kedraft.lint.content import Content
from kedraft.lint.issuer import (
    is_party,
)
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    wanted = ND30_2020.abbreviation(content.plan.document_type)
    symbol = content.plan.number.symbol
    if not symbol or not wanted or "-" not in symbol or content.plan.wrapped_in or is_party(content.plan):
        return
    given = re.split(r"[-/\s]", symbol)[0]
    if given != wanted:
        yield Hit(
            Location(field="symbol"),
            f'Ký hiệu "{symbol}" bắt đầu bằng {given}, trong khi tên loại là {content.plan.document_type} viết tắt là {wanted}; '
            f"hãy ghi {wanted}-{symbol.split('-', 1)[-1]}.",
        )


RULE = Rule(
    id="ND30-SO-03",
    name="ký hiệu không khớp tên loại văn bản",
    severity=Severity.ERROR,
    citation=decree("PL3-I"),
    manual=Manual(
        what="Phần đầu của ký hiệu phải là chữ viết tắt của tên loại theo Phụ lục III: Kế hoạch là KH.",
        why="Ký hiệu cho biết loại văn bản; thường sai vì sửa lại từ một văn bản loại khác.",
        instead="Sửa phần đầu của ký hiệu cho đúng tên loại, ví dụ KH-UBND.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(symbol="QĐ-UBND"), plan(symbol="CTr-UBND")),
    good=(plan(symbol="KH-UBND"), plan(symbol="KH-VHXH")),
)
