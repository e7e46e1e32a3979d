"""ND30-KY-09: a signature block that may stand alone on the last page."""

from collections.abc import Iterator

from kedraft.lint.layout_form import Line
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    office = layout.parts.office
    if not office or not layout.body:
        return
    last, first = layout.body[-1].paragraph, layout.parts.recipients_label or office[0]
    between = [one for one in layout.view.paragraphs if last.number < one.number <= first.paragraph.number]
    if any(one.page_break or one.format.page_break_before for one in between):
        message = "Có ngắt trang ngay trước khối chữ ký nên khối này đứng một mình ở trang cuối; hãy bỏ ngắt trang."
        yield layout.hit(first.paragraph, message, Severity.WARNING)
    elif not last.format.keep_next or not _whole(layout, office[0]):
        message = (
            "Khối chữ ký có thể rơi riêng sang trang cuối hoặc bị cắt đôi; nên bật Keep with next cho đoạn cuối của nội dung "
            "và bỏ Allow row to break across pages ở bảng chữ ký."
        )
        yield layout.hit(last, message)


def _whole(layout: Layout, line: Line) -> bool:
    """Whether the row of the signature stays on one page."""
    cell = line.paragraph.cell
    return cell is None or layout.view.tables[cell.table].whole_rows[cell.row]


RULE = Rule(
    id="ND30-KY-09",
    name="khối chữ ký có thể tách khỏi nội dung",
    severity=Severity.INFO,
    citation=decree("PL1-II.7d"),
    manual=Manual(
        what="Khối chữ ký đi liền với nội dung, không đứng một mình ở trang cuối.",
        why="Trang chỉ có chữ ký và dấu dễ bị lợi dụng.",
        instead="Bật Keep with next cho đoạn cuối của nội dung, bỏ Allow row to break across pages ở bảng chữ ký.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(closing=say(keep_next=False)), sheet(recipients_label=say(page_break_before=True))),
    good=(sheet(), sheet(annex=True)),
)
