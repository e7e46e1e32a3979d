"""KH-TM-02: tracked changes, comments and hidden text left in the file."""

from collections.abc import Iterator

from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, how_many
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.model.finding import Severity
from kedraft.ooxml.view import Paragraph


def _check(layout: Layout) -> Iterator[Hit]:
    severity = Severity.ERROR if layout.final else Severity.WARNING
    for what, remedy, paragraphs in (
        ("còn theo dõi sửa đổi (track changes)", "hãy chấp nhận hoặc từ chối hết", _with(layout, "changes")),
        ("còn chú thích (comment)", "hãy xóa trước khi ký", _with(layout, "comments")),
        ("còn chữ ẩn", "hãy xóa hoặc cho hiện lên", _with(layout, "hidden")),
    ):
        if paragraphs:
            yield layout.hit(paragraphs[0], f"{how_many(paragraphs)} {what}; {remedy}.", severity)


def _with(layout: Layout, what: str) -> list[Paragraph]:
    return [one for one in layout.view.paragraphs if getattr(one, what)]


RULE = Rule(
    id="KH-TM-02",
    name="còn theo dõi sửa đổi, chú thích hoặc chữ ẩn",
    severity=Severity.ERROR,
    manual=Manual(
        what="Văn bản trình ký không còn theo dõi sửa đổi, chú thích, chữ ẩn.",
        why="Dấu vết soạn thảo có thể lộ nội dung đã bỏ hoặc ý kiến nội bộ.",
        instead="Vào Review, chấp nhận hoặc từ chối mọi sửa đổi và xóa chú thích; chọn toàn bộ văn bản, bỏ Hidden trong Font.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(clause=say(changes=1), final=True), sheet(clause=say(comments=2))),
    good=(sheet(final=True), sheet()),
)
