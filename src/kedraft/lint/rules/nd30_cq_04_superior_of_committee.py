"""ND30-CQ-04: a People's Committee with a managing body printed above it."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import is_people_committee
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    superior = content.plan.issuing_body.superior
    if superior and is_people_committee(content.plan):
        yield Hit(
            Location(field="issuing_body.superior"),
            f'Phía trên tên Ủy ban nhân dân có dòng "{superior}"; Ủy ban nhân dân không ghi cơ quan chủ quản. Nên bỏ dòng này.',
        )


RULE = Rule(
    id="ND30-CQ-04",
    name="Ủy ban nhân dân ghi cơ quan chủ quản phía trên",
    severity=Severity.WARNING,
    citation=decree("PL1-II.2a"),
    manual=Manual(
        what="Ủy ban nhân dân các cấp chỉ ghi tên của mình, không ghi Ủy ban nhân dân cấp trên ở dòng trên.",
        why="Ủy ban nhân dân cấp trên là cơ quan hành chính cấp trên, không phải cơ quan chủ quản trực tiếp.",
        instead="Bỏ dòng cơ quan chủ quản. Phòng, sở, Ban Chỉ đạo thì vẫn ghi.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(superior="UBND TỈNH LẠNG SƠN"), plan(superior="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN")),
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
