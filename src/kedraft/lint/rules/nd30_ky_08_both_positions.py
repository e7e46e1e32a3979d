"""ND30-KY-08: a steering committee's signatory without his position in the host agency."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import is_steering_committee
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    signatory = content.plan.signatory
    if is_steering_committee(content.plan) and signatory.position and not signatory.second_position:
        yield Hit(
            Location(field="signatory.second_position"),
            f"Ban Chỉ đạo ký với chức danh {signatory.position} nhưng chưa ghi chức vụ trong cơ quan; nếu dùng con dấu của "
            "Ủy ban nhân dân, hãy ghi thêm chức vụ ở phía trên họ tên, ví dụ CHỦ TỊCH UBND XÃ.",
        )


RULE = Rule(
    id="ND30-KY-08",
    name="Ban Chỉ đạo dùng con dấu của cơ quan mà không ghi cả hai chức danh",
    severity=Severity.WARNING,
    citation=decree("PL1-II.7c"),
    manual=Manual(
        what="Ban Chỉ đạo được dùng con dấu của cơ quan thì ghi cả chức danh trong Ban và chức vụ trong cơ quan.",
        why="Con dấu là của cơ quan; chức vụ trong cơ quan cho biết người ký được đóng dấu ấy.",
        instead="Ghi TRƯỞNG BAN ở dòng chức danh, CHỦ TỊCH UBND XÃ ở trên họ tên. Không dùng dấu cơ quan thì bỏ qua quy tắc này.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            issuer="BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
            superior="UBND XÃ BA SƠN",
            symbol="KH-BCĐ",
            authority=("TM. BAN CHỈ ĐẠO",),
            position="TRƯỞNG BAN",
        ),
        plan(
            issuer="BAN CHỈ ĐẠO XÃ BA SƠN",
            symbol="KH-BCĐ",
            authority=("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN"),
            position="PHÓ TRƯỞNG BAN",
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
