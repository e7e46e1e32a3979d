"""ND30-TR-11: the page number shown on the first page."""

from collections.abc import Iterator

from kedraft.lint.layout_pages import page_numbers
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    first = layout.view.sections[0]
    numbered = any(page_numbers(first, "default"))
    if numbered and (not first.title_page or any(page_numbers(first, "first"))):
        message = "Trang thứ nhất đang hiển thị số trang; quy định không hiển thị số trang thứ nhất."
        yield layout.page_hit(first, "số trang", message)


RULE = Rule(
    id="ND30-TR-11",
    name="hiển thị số trang ở trang thứ nhất",
    severity=Severity.ERROR,
    citation=decree("PL1-I.7"),
    manual=Manual(
        what="Số trang được đánh từ số 1 nhưng không hiển thị số trang thứ nhất.",
        why="Trang thứ nhất đã có phần đầu của văn bản.",
        instead="Nhấp đúp vào đầu trang, chọn Different First Page và xóa số ở đầu trang thứ nhất.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(page=say(title_page=False)), sheet(first_page=say(text="1"))),
    good=(sheet(page=say(title_page=True)), sheet(annex=True)),
)
