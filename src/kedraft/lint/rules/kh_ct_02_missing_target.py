"""KH-CT-02: a target of the parent that the draft neither takes over nor drops with a reason."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.goals import Goals
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, province
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Level
from kedraft.vietnamese.quoting import first_words

_OURS = {
    Level.COMMUNE: re.compile(r"\b(?:xã|phường|thị trấn|địa phương|thôn|bản)\b"),
    Level.DISTRICT: re.compile(r"\b(?:huyện|địa phương)\b"),
}


def _check(content: Content) -> Iterator[Hit]:
    if not content.parent or not content.draft:
        return
    ours = Goals(content.plan)
    taken = {twin.id for item in content.plan.walk() if (twin := content.counterpart(item))}
    dropped = tuple(one.node for one in content.draft.dropped)
    pattern = _OURS.get(content.level)
    for goal in Goals(content.parent).all:
        left_out = any(goal.node == node or goal.node.startswith(f"{node}.") for node in dropped)
        if goal.aim and goal.node not in taken and not left_out and not ours.like(goal):
            binds = bool(pattern and pattern.search(goal.clause.casefold()))
            yield Hit(
                Location(field="sections"),
                f'Chỉ tiêu "{first_words(goal.clause, 90)}" (mục {goal.node} của Kế hoạch cấp trên) chưa có trong '
                "văn bản này; hãy đưa vào, hoặc lược bỏ kèm lý do.",
                Severity.ERROR if binds else Severity.INFO,
            )


RULE = Rule(
    id="KH-CT-02",
    name="thiếu chỉ tiêu của cấp trên",
    severity=Severity.ERROR,
    manual=Manual(
        what="Chỉ tiêu mà Kế hoạch cấp trên đặt cho cấp mình phải có trong kế hoạch; chỉ tiêu khác thì nên xem.",
        why="Bỏ sót chỉ tiêu thì cuối kỳ không có số liệu báo cáo.",
        instead="Đưa chỉ tiêu vào kế hoạch, hoặc lược bỏ đề mục kèm lý do trong phiếu kế thừa.",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(parent=province(sections="I. MỤC TIÊU\n- 80% các xã, phường có tổ công nghệ số cộng đồng hoạt động.")),
        draft(parent=province(sections="I. MỤC TIÊU\n- 95% doanh nghiệp sử dụng hóa đơn điện tử.")),
    ),
    good=(
        draft(
            sections="I. MỤC TIÊU\n- 100% các thôn có tổ công nghệ số cộng đồng hoạt động.",
            parent=province(sections="I. MỤC TIÊU\n- 80% các xã, phường có tổ công nghệ số cộng đồng hoạt động."),
        ),
        draft(
            dropped=(("I", "xã không có doanh nghiệp"),),
            parent=province(sections="I. MỤC TIÊU\n- 95% doanh nghiệp trên địa bàn các xã sử dụng hóa đơn điện tử."),
        ),
    ),
)
