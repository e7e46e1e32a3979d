"""KH-CT-01: a target lower than the parent's for the same thing."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.goals import Goal, Goals
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, province
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.vietnamese.quoting import first_words


def _check(content: Content) -> Iterator[Hit]:
    if not content.parent:
        return
    parents = Goals(content.parent)
    for goal in Goals(content.plan).all:
        bound = parents.like(goal)
        if (
            bound
            and not _said_of_the_level(content, goal, bound)
            and goal.less == bound.less
            and (goal.value > bound.value if goal.less else goal.value < bound.value)
        ):
            yield Hit(
                Location(field=goal.node),
                f'Chỉ tiêu "{first_words(goal.clause, 90)}" thấp hơn chỉ tiêu {bound.printed} của Kế hoạch cấp trên '
                f"(mục {bound.node}); hãy nâng lên ít nhất bằng, hoặc ghi lý do ở overrides.",
            )


def _said_of_the_level(content: Content, goal: Goal, bound: Goal) -> bool:
    """Whether the parent's clause gives each level a figure, and ours has the one of that level: `cấp huyện đạt 97%`."""
    named = re.search(rf"(?:cấp|tuyến) \w+ (?:đạt )?(?:trên )?{re.escape(goal.printed)}", goal.clause)
    theirs = content.parent.find(bound.node) if content.parent else None
    said = " ".join(theirs.words.split()) if theirs else ""
    ours = re.search(rf"(?:tại|ở) các (?:xã|phường|huyện) (?:đạt )?(?:từ |trên )?{re.escape(goal.printed)}", said)
    return bool(ours or (named and named[0] in said))


RULE = Rule(
    id="KH-CT-01",
    name="chỉ tiêu thấp hơn chỉ tiêu cấp trên giao",
    severity=Severity.ERROR,
    manual=Manual(
        what="Chỉ tiêu của cấp dưới không thấp hơn chỉ tiêu cùng nội dung của Kế hoạch cấp trên.",
        why="Cấp trên đạt chỉ tiêu nhờ các cấp dưới; cấp dưới đặt thấp hơn mà không có lý do sẽ bị yêu cầu sửa.",
        instead="Đặt bằng hoặc cao hơn; nếu có lý do chính đáng thì ghi vào overrides của phiếu kế thừa.",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(
            sections="I. MỤC TIÊU\n- 70% cán bộ, công chức được tập huấn kỹ năng số.",
            parent=province(sections="I. MỤC TIÊU\n- 80% cán bộ, công chức cấp xã được tập huấn kỹ năng số."),
        ),
        draft(
            sections="I. MỤC TIÊU\n- Tỷ lệ hộ gia đình chưa có điện thoại thông minh còn dưới 5%.",
            parent=province(sections="I. MỤC TIÊU\n- Tỷ lệ hộ gia đình chưa có điện thoại thông minh còn dưới 3%."),
        ),
    ),
    good=(
        draft(
            sections="I. MỤC TIÊU\n- 90% cán bộ, công chức xã được tập huấn kỹ năng số.",
            parent=province(sections="I. MỤC TIÊU\n- 80% cán bộ, công chức cấp xã được tập huấn kỹ năng số."),
        ),
        draft(
            sections="I. MỤC TIÊU\n- 100% cán bộ, công chức xã được tập huấn kỹ năng số.\n- 60% người dân dùng sổ sức khỏe điện tử.",
            parent=province(sections="I. MỤC TIÊU\n- 80% cán bộ, công chức cấp xã được tập huấn kỹ năng số."),
        ),
    ),
)
