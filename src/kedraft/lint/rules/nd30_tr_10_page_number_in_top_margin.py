"""ND30-TR-10: the page number in the middle of the top margin."""

from collections.abc import Iterator

from kedraft.lint.layout_pages import is_centred, page_numbers
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.layout_tolerance import ONE_PAGE
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.view import Section


def _check(layout: Layout) -> Iterator[Hit]:
    seen: set[str] = set()
    for section in layout.view.sections:
        for pages in ("default", "even") if layout.view.even_and_odd else ("default",):
            fault = _fault(layout, section, pages)
            if fault and fault not in seen:
                seen.add(fault)
                message = f"{fault}; quy định số trang canh giữa theo chiều ngang trong phần lề trên."
                yield layout.page_hit(section, "số trang", message)


def _fault(layout: Layout, section: Section, pages: str) -> str | None:
    found = list(page_numbers(section, pages))
    if not found:
        return "Chưa có số trang" if layout.pages > ONE_PAGE else None
    if any(one.note.where == "footer" for one in found):
        return "Số trang đặt ở lề dưới (chân trang)"
    return None if all(is_centred(one.paragraph) for one in found) else "Số trang không canh giữa"


RULE = Rule(
    id="ND30-TR-10",
    name="số trang không đặt giữa lề trên",
    severity=Severity.ERROR,
    citation=decree("PL1-I.7"),
    manual=Manual(
        what="Số trang được đặt canh giữa theo chiều ngang trong phần lề trên của văn bản.",
        why="Vị trí số trang thống nhất để tra cứu và kiểm đếm trang.",
        instead="Vào Insert > Page Number > Top of Page, chọn kiểu ở giữa; xóa số trang ở chân trang.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(pages=("first",)), sheet(page_number=say(align="right"))),
    good=(sheet(page_number=say(align="center")), sheet(text=None, pages=("first",))),
)
