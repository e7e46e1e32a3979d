"""ND30-SO-06: a steering committee that numbers its plan in the series of its host."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import is_steering_committee
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    symbol = content.plan.number.symbol or ""
    if is_steering_committee(content.plan) and symbol.split("-")[-1] == "UBND":
        yield Hit(
            Location(field="symbol"),
            f'Ban Chỉ đạo ban hành văn bản với ký hiệu "{symbol}" của Ủy ban nhân dân; Ban Chỉ đạo phải có hệ thống số riêng. '
            "Hãy ghi ký hiệu của Ban, ví dụ KH-BCĐ.",
        )


RULE = Rule(
    id="ND30-SO-06",
    name="Ban Chỉ đạo dùng chung hệ thống số với Ủy ban nhân dân",
    severity=Severity.ERROR,
    citation=decree("PL1-II.3a"),
    manual=Manual(
        what="Hội đồng, Ban, Tổ của cơ quan được dùng con dấu của cơ quan nhưng phải lấy hệ thống số riêng.",
        why="Nếu lấy chung số thì hai văn bản của hai chủ thể lẫn vào một sổ và không phân biệt được thẩm quyền.",
        instead="Dùng ký hiệu của Ban, ví dụ Số: 02/KH-BCĐ, đăng ký trong sổ riêng.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            issuer="BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
            superior="UBND XÃ BA SƠN",
            authority=("TM. BAN CHỈ ĐẠO",),
            position="TRƯỞNG BAN",
            second_position="CHỦ TỊCH UBND XÃ",
        ),
        plan(
            issuer="BAN CHỈ ĐẠO XÃ BA SƠN",
            authority=("TM. BAN CHỈ ĐẠO",),
            position="TRƯỞNG BAN",
            number="02",
            second_position="CHỦ TỊCH UBND XÃ",
        ),
    ),
    good=(
        plan(
            issuer="BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
            superior="UBND XÃ BA SƠN",
            symbol="KH-BCĐ",
            authority=("TM. BAN CHỈ ĐẠO",),
            position="TRƯỞNG BAN",
            second_position="CHỦ TỊCH UBND XÃ",
        ),
        plan(symbol="KH-UBND"),
    ),
)
