"""The trace as an Excel workbook: four sheets with frozen headers and filters, every word in full. Same input, same bytes."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kedraft.report.duties import question_of
from kedraft.report.places import place
from kedraft.report.rows import Fate, Row
from kedraft.report.trace import Trace
from kedraft.report.trace_html import FATES, ROLES, TAKINGS, reason_of, summary, verdict_note, when, where

if TYPE_CHECKING:
    from openpyxl import Workbook

_LIMIT = 32_767  # characters that a cell may hold


def trace_xlsx(found: Trace) -> bytes:
    """The whole workbook."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    _summary(book, found)
    _sheet(book, "Đối chiếu", ("Phần", "Mục cấp trên", "Kế hoạch cấp trên", "Xử lý", "Mục dự thảo", "Trong dự thảo", "Điều chỉnh", "Lý do", "Nêu trước tại"),
           (24, 14, 60, 14, 14, 60, 40, 36, 30), _rows(found.rows))  # fmt: skip
    _sheet(book, "Việc được giao", ("Mục", "Việc cấp trên giao", "Giao cho", "Vai trò", "Thời hạn", "Báo cáo, gửi", "Tình trạng", "Mục dự thảo", "Cơ quan nhận",
           "Thời hạn của dự thảo", "Chưa thấy", "Lý do bỏ"), (10, 60, 30, 12, 24, 28, 20, 20, 26, 24, 40, 36), _duties(found))  # fmt: skip
    _sheet(book, "Chỉ tiêu", ("Mục", "Giá trị", "Chỉ tiêu cấp trên", "So sánh", "Mục dự thảo", "Giá trị dự thảo", "Chỉ tiêu của dự thảo"),
           (10, 12, 60, 24, 12, 16, 60), _targets(found))  # fmt: skip
    _sheet(
        book,
        "Tự viết thêm",
        ("Phần", "Mục", "Nội dung"),
        (40, 14, 110),
        [(one.section, place(one.node), one.words) for one in found.added],
    )
    stream = io.BytesIO()
    book.save(stream)
    return _timeless(stream.getvalue())


def _summary(book: "Workbook", found: Trace) -> None:
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet("Tóm tắt")
    lines = [
        "ĐỐI CHIẾU KẾ HOẠCH VỚI KẾ HOẠCH CẤP TRÊN",
        f"Cấp trên: {found.parent_title}. {found.parent_subject}",
        f"Dự thảo: {found.child_title}. {found.child_subject}",
        *summary(found),
    ]
    for at, line in enumerate(lines, 1):
        cell = sheet.cell(at, 1)
        cell.value, cell.data_type = line, "s"
        cell.font = Font(name="Times New Roman", size=13, bold=at == 1 or line.startswith("Cần xem"))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width = 130


def _sheet(
    book: "Workbook", name: str, titles: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str | None]]
) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    side = Side(style="thin", color="FFB9C0C9")
    border = Border(left=side, right=side, top=side, bottom=side)
    fill = PatternFill("solid", fgColor="FFE4E8EE")
    count = 1
    for count, row in enumerate([titles, *rows], 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(count, column)
            if value:
                cell.value, cell.data_type = value[:_LIMIT], "s"  # a text that begins with `=` stays a text
            cell.font = Font(name="Times New Roman", size=12, bold=count == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = border
            if count == 1:
                cell.fill = fill
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(titles))}{count}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _rows(listed: Sequence[Row]) -> Iterable[Sequence[str | None]]:
    for row in listed:
        changes = "\n".join(f"{one.before} → {one.after}" for one in row.changes)
        words = row.child_words or ("" if row.together is None else reason_of(row, None))
        shown = "" if row.fate is Fate.KEPT and row.child_words == row.words else words
        yield (
            row.section,
            place(row.node),
            row.words,
            FATES[row.fate],
            place(row.child) if row.child else None,
            "(giữ nguyên văn)" if row.fate is Fate.KEPT and not shown else shown,
            changes,
            row.reason,
            row.first,
        )


def _duties(found: Trace) -> Iterable[Sequence[str | None]]:
    for one in found.duties:
        yield (
            one.at,
            one.duty.text,
            one.duty.addressed,
            ROLES[one.duty.role.value],
            when(one),
            one.duty.to,
            TAKINGS[one.taking],
            where(one.nodes),
            one.by,
            one.deadline,
            "\n".join(one.missing),
            "\n".join(filter(None, (one.reason, question_of(one.duty)))),
        )


def _targets(found: Trace) -> Iterable[Sequence[str | None]]:
    for one in found.targets:
        child = one.child
        own = (place(child.node), child.value, child.text) if child else (None, None, None)
        yield (place(one.parent.node), one.parent.value, one.parent.text, verdict_note(one), *own)


_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def _timeless(data: bytes) -> bytes:
    """The package without the time of its making."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", old.read(name))
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
