"""ND30-CQ-05: the issuing body's name abbreviated."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.prose import all_caps
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location

_SHORT = re.compile(r"\b(UBND|HĐND|BCĐ|TP\.)(?!\w)", re.IGNORECASE)
_LONG = {"UBND": "ỦY BAN NHÂN DÂN", "HĐND": "HỘI ĐỒNG NHÂN DÂN", "BCĐ": "BAN CHỈ ĐẠO", "TP.": "THÀNH PHỐ"}


def _check(content: Content) -> Iterator[Hit]:
    name = content.plan.issuing_body.name
    for found in (
        _SHORT.finditer(name) if all_caps(name) else ()
    ):  # small letters: taken from the lead-in, not from the header
        yield Hit(
            Location(field="issuing_body.name"),
            f'Tên cơ quan ban hành viết tắt "{found.group()}"; tên cơ quan ban hành phải ghi đầy đủ. '
            f"Hãy ghi {_LONG[found.group().upper()]}.",
        )


RULE = Rule(
    id="ND30-CQ-05",
    name="tên cơ quan ban hành viết tắt",
    severity=Severity.WARNING,
    citation=decree("PL1-II.2a"),
    manual=Manual(
        what="Tên cơ quan ban hành ở đầu văn bản ghi đầy đủ; chỉ cơ quan chủ quản ở dòng trên mới được viết tắt.",
        why="Đó là tên chính thức của chủ thể chịu trách nhiệm về văn bản.",
        instead="Ghi ỦY BAN NHÂN DÂN XÃ BA SƠN thay cho UBND XÃ BA SƠN.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(issuer="UBND XÃ BA SƠN"), plan(issuer="BCĐ XÃ BA SƠN", symbol="KH-BCĐ", authority=("TM. BAN CHỈ ĐẠO",))),
    good=(
        plan(),
        plan(
            issuer="PHÒNG VĂN HÓA - XÃ HỘI",
            superior="UBND XÃ BA SƠN",
            symbol="KH-VHXH",
            authority=(),
            position="TRƯỞNG PHÒNG",
        ),
    ),
)
