"""KH-NN-01: a body that gets work and does not get the plan."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.receiving import assignees, is_received
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    lines = tuple(spot.text for spot in content.recipients if not spot.text.startswith("Lưu"))
    if not lines:
        return
    for field, name in assignees(content.plan):
        if not is_received(name, lines):
            yield Hit(
                Location(field=field),
                f'"{name}" được giao nhiệm vụ nhưng không có trong Nơi nhận; hãy thêm vào Nơi nhận, hoặc thêm nhóm có cơ quan này.',
            )


RULE = Rule(
    id="KH-NN-01",
    name="đơn vị được giao nhiệm vụ không có trong Nơi nhận",
    severity=Severity.WARNING,
    manual=Manual(
        what="Cơ quan, đơn vị được giao nhiệm vụ phải có tên hoặc nằm trong một nhóm ở Nơi nhận.",
        why="Không nhận được văn bản thì không biết mà làm.",
        instead="Thêm tên cơ quan, hoặc một nhóm: Các phòng chuyên môn, Các thôn.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(sections="I. TỔ CHỨC THỰC HIỆN\n1. Trạm Y tế xã\n- Cập nhật sổ sức khỏe điện tử."),
        plan(sections="I. TỔ CHỨC THỰC HIỆN\n1. Phòng Văn hóa - Xã hội\n- Hướng dẫn các thôn."),
    ),
    good=(
        plan(),
        plan(
            sections="I. TỔ CHỨC THỰC HIỆN\n1. Phòng Văn hóa - Xã hội\n- Hướng dẫn các thôn.",
            recipients=("UBND tỉnh (b/c)", "Các cơ quan, đơn vị thuộc xã", "Các thôn", "Lưu: VT, VHXH"),
        ),
    ),
)
