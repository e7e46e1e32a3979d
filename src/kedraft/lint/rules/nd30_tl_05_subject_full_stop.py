"""ND30-TL-05: a full stop after the subject."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    subject = content.plan.subject.rstrip()
    if subject.endswith((".", ";", ",")) and not subject.endswith(("...", "…")):
        yield Hit(
            Location(field="subject"),
            f'Trích yếu kết thúc bằng dấu "{subject[-1]}"; trích yếu không có dấu câu ở cuối. Hãy bỏ dấu này.',
        )


RULE = Rule(
    id="ND30-TL-05",
    name="trích yếu kết thúc bằng dấu chấm",
    severity=Severity.INFO,
    citation=decree("PL1-II.5b"),
    manual=Manual(
        what="Trích yếu là một câu hay cụm từ ngắn gọn đặt như tiêu đề, không có dấu chấm ở cuối.",
        why="Nghị định không nêu dấu chấm; các mẫu văn bản và thực tế đều không ghi.",
        instead="Bỏ dấu câu ở cuối trích yếu.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(subject="Chuyển đổi số xã Ba Sơn năm 2026."), plan(subject="Chuyển đổi số xã Ba Sơn năm 2026;")),
    good=(
        plan(subject="Chuyển đổi số xã Ba Sơn năm 2026"),
        plan(subject="Triển khai Tháng hành động vì trẻ em năm 2026"),
    ),
)
