"""ND30-DM-02: a printed number that is skipped, doubled, or does not fit its place."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.labels import Numbered, label_at, numbered_lists, value_of
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Item
from kedraft.vietnamese.labels import NUMBERED


def _check(content: Content) -> Iterator[Hit]:
    if content.draft:  # labels of a draft are the parent's; the child's own are computed when it is printed
        return
    trees = [content.plan.sections, *(annex.children for annex in content.plan.annexes)]
    for tree in trees:
        for run in numbered_lists(tree):
            yield from _run(run)
        yield from _repeated_below(tree)


def _repeated_below(siblings: tuple[Item, ...]) -> Iterator[Hit]:
    """A label that comes again right below itself: `1. Mục đích`, `1. Yêu cầu`, read as a list inside the first one's."""
    for at, item in enumerate(siblings):
        numbered = [one for one in _below(item) if one.marker is item.marker and one.label]
        goes_on = any(one.marker is item.marker and one.label for one in siblings[at + 1 :])
        if item.marker in NUMBERED and numbered and numbered[0].label == item.label and not goes_on:
            again = numbered[0]
            yield Hit(
                Location(field=again.id),
                f'Đề mục đánh số "{again.label}" trùng với đề mục "{item.label}" ngay trên; ở vị trí này phải là '
                f'"{label_at(item, (value_of(item) or 0) + 1)}". Hãy đánh lại số.',
            )
        yield from _repeated_below(item.children)


def _below(item: Item) -> Iterator[Item]:
    for child in item.children:
        yield child
        yield from _below(child)


def _run(run: Numbered) -> Iterator[Hit]:
    expected = run.start
    for item, value in run.members:
        if value != expected:
            what = "trùng với đề mục trước" if value == expected - 1 else "không theo thứ tự"
            yield Hit(
                Location(field=item.id),
                f'Đề mục đánh số "{item.label}" {what}; ở vị trí này phải là "{label_at(item, expected)}". Hãy đánh lại số.',
            )
        expected = value + 1


RULE = Rule(
    id="ND30-DM-02",
    name="số thứ tự đề mục bị nhảy hoặc trùng",
    severity=Severity.ERROR,
    citation=decree("PL1-II.6đ"),
    manual=Manual(
        what="Các đề mục cùng cấp đánh số liên tục từ đầu, không nhảy, không trùng.",
        why="Viện dẫn tới một mục bị trùng hoặc không có số thì không biết là mục nào.",
        instead="Đánh lại số theo thứ tự, rồi sửa các câu và dòng nơi nhận có nhắc tới số cũ.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(sections="I. MỤC ĐÍCH\n- Phổ biến kỹ năng số.\nIII. TỔ CHỨC THỰC HIỆN\n- Các thôn phối hợp."),
        plan(sections="I. MỤC ĐÍCH\n1. Phổ biến kỹ năng số.\n1. Huy động người dân.\n2. Tổ chức lớp học."),
        plan(sections="I. MỤC ĐÍCH\n1. Yêu cầu\na) Thiết thực;\nb) Tiết kiệm;\nd) Hiệu quả."),
    ),
    good=(
        plan(
            sections="I. MỤC ĐÍCH\n1. Phổ biến kỹ năng số.\n2. Huy động người dân.\nII. TỔ CHỨC THỰC HIỆN\n3. Các thôn phối hợp."
        ),
        plan(sections="I. MỤC ĐÍCH\n1. Yêu cầu\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu."),
        plan(sections="I. MỤC ĐÍCH\n1. Yêu cầu\n1.1. Thiết thực.\n1.2. Tiết kiệm."),
    ),
)
