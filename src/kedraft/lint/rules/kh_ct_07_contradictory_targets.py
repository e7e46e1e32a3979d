"""KH-CT-07: two figures for the same target in one plan."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.contradictions import contradictions
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.vietnamese.quoting import first_words


def _check(content: Content) -> Iterator[Hit]:
    for earlier, later in contradictions(content.plan):
        yield Hit(
            Location(field=later.node),
            f'Chỉ tiêu "{first_words(later.clause, 90)}" khác mức {earlier.printed} đặt cho cùng nội dung ở mục {earlier.node}; '
            "hãy thống nhất một mức, hoặc ghi rõ thời gian, đối tượng của từng mức.",
        )


RULE = Rule(
    id="KH-CT-07",
    name="hai mức khác nhau cho cùng một chỉ tiêu",
    severity=Severity.WARNING,
    manual=Manual(
        what="Một chỉ tiêu được nhắc lại trong cùng Kế hoạch thì phải giữ một mức.",
        why="Hai mức khác nhau thì đơn vị thực hiện chọn mức thấp, cuối kỳ không rõ đạt hay chưa.",
        instead="Sửa cho thống nhất; nếu là mức của từng năm, từng nhóm thì ghi rõ năm, nhóm ấy.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(
            sections="I. MỤC TIÊU\n- 90% hộ gia đình phân loại rác tại nguồn.\nII. NHIỆM VỤ\n- Vận động để ít nhất 80% hộ gia đình phân loại rác tại nguồn."
        ),
        plan(
            sections="I. MỤC TIÊU\n1. Tỷ lệ trẻ em dưới 1 tuổi tiêm đủ vắc xin đạt 95%.\n2. Phấn đấu tỷ lệ trẻ em dưới 1 tuổi tiêm đủ vắc xin đạt 98%."
        ),
    ),
    good=(
        plan(
            sections="I. MỤC TIÊU\n- Năm 2026, 80% hộ gia đình phân loại rác tại nguồn.\n- Năm 2027, 90% hộ gia đình phân loại rác tại nguồn."
        ),
        plan(
            sections="I. MỤC TIÊU\n1. Đến năm 2026\n- 80% hộ gia đình phân loại rác tại nguồn.\n2. Đến năm 2028\n- 90% hộ gia đình phân loại rác tại nguồn.",
            subject="Chuyển đổi số giai đoạn 2026 - 2030",
            closing="Trên đây là Kế hoạch của xã./.",
        ),
        plan(
            sections="I. MỤC TIÊU\n- 90% hộ gia đình phân loại rác tại nguồn; hiện có 60% hộ gia đình phân loại rác tại nguồn."
        ),
    ),
)
