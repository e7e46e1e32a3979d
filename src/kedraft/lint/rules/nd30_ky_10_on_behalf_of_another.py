"""ND30-KY-10: signed on behalf of another collective than the one that issues."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import capitals, is_people_committee, is_steering_committee
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location

_BEHALF = re.compile(r"T/?M\.?\s+(?P<whom>.+)")
_COMMITTEE = re.compile(r"(?:ỦY BAN NHÂN DÂN|UBND)\b")


def _check(content: Content) -> Iterator[Hit]:
    for line in content.plan.signatory.authority:
        found = _BEHALF.match(capitals(line))
        wrong = found and _other(content, found["whom"])
        if wrong:
            yield Hit(
                Location(field="signatory.authority"),
                f'Phần đầu văn bản là {" ".join(content.plan.issuing_body.name.split())} nhưng phần ký ghi "{line}"; '
                f'hãy ghi "{wrong}", hoặc sửa tên cơ quan ban hành.',
            )


def _other(content: Content, whom: str) -> str | None:
    """What the line should read when it names another collective."""
    if is_people_committee(content.plan) and not _COMMITTEE.match(whom):
        return "TM. ỦY BAN NHÂN DÂN"
    if is_steering_committee(content.plan) and _COMMITTEE.match(whom):
        return "TM. BAN CHỈ ĐẠO"
    return None


RULE = Rule(
    id="ND30-KY-10",
    name='"TM." không khớp với cơ quan ban hành',
    severity=Severity.ERROR,
    citation=decree("PL1-II.7b"),
    manual=Manual(
        what='Sau "TM." là tên tập thể lãnh đạo hoặc cơ quan ban hành ghi ở phần đầu văn bản.',
        why="Ký thay mặt một tập thể khác thì sai thẩm quyền; thường do dùng lại mẫu của Ban Chỉ đạo hoặc của Ủy ban.",
        instead="Kế hoạch của Ủy ban nhân dân ghi TM. ỦY BAN NHÂN DÂN; của Ban Chỉ đạo ghi TM. BAN CHỈ ĐẠO.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(authority=("TM. BAN CHỈ ĐẠO",)),
        plan(
            issuer="BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
            superior="UBND XÃ BA SƠN",
            symbol="KH-BCĐ",
            position="TRƯỞNG BAN",
            second_position="CHỦ TỊCH UBND XÃ",
        ),
    ),
    good=(
        plan(),
        plan(
            issuer="BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
            superior="UBND XÃ BA SƠN",
            symbol="KH-BCĐ",
            authority=("TM. BAN CHỈ ĐẠO",),
            position="TRƯỞNG BAN",
            second_position="CHỦ TỊCH UBND XÃ",
        ),
    ),
)
