"""The blank form of a table of localities as a file: .xlsx with drop-downs and explanations, .csv, .yaml. Same form, same bytes."""

import csv
import io
import re
import zipfile
from typing import Any

from kedraft.localities.columns import Column
from kedraft.localities.form import Form
from kedraft.model.unit import UnitKind
from kedraft.ooxml.package import pack
from kedraft.workspace.localities import SHEET

_FONT = "Times New Roman"
_GUIDE = "Hướng dẫn"
_LISTS = 6  # the column of the guide in which the lists of the drop-downs begin
_SPARE = 200  # lines below the last one that have drop-downs too
_TEXT, _NUMBER = "@", "#,##0"

RULES = (
    "Mỗi địa phương một dòng. Được đổi thứ tự cột, thêm cột, xóa cột không dùng, để dòng trống; không đổi tiêu đề của cột có sẵn.",
    "Ô bỏ trống nghĩa là theo phiếu kế thừa. Chỉ cột “Địa phương” (hoặc “Mã đơn vị”) là bắt buộc.",
    "Muốn có số liệu riêng thì thêm một cột, ví dụ “Dân số”, rồi viết {dân số} vào lời tự viết của phiếu.",
    "Muốn thay một cụm từ của cấp trên theo từng nơi thì thêm cột có tiêu đề “Thay: cụm từ”, ví dụ “Thay: Trung tâm Y tế”.",
    "Số ghi dạng số được in theo cách viết Việt Nam: 1234 in là 1.234; 12,5 in là 12,5. Năm, mã số thì in liền. Chữ in như đã ghi.",
    "Công thức dùng được khi tệp đã lưu bằng Excel. Không dùng macro, không lấy số liệu từ tệp khác.",
    "Điền xong, lưu tệp rồi chạy: kedraft batch PHIẾU.yaml --localities BẢNG.xlsx -o THƯ-MỤC",
)


def localities_form(form: Form, suffix: str) -> bytes:
    """The file's bytes, by its ending: `.xlsx`, `.csv` or `.yaml`."""
    match suffix.lower():
        case ".csv":
            return _csv(form)
        case ".yaml" | ".yml":
            return _yaml(form)
        case _:
            return _xlsx(form)


# --- .csv, .yaml -----------------------------------------------------------------------------------------------------


def _csv(form: Form) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.title for column in form.columns])
    writer.writerows(form.lines)
    return out.getvalue().encode("utf-8-sig")


_GIVEN = ("code", "kind", "unit", "district", "province")


def _yaml(form: Form) -> bytes:
    """Entries with what is known; the keys that may be filled stand once, as a comment."""
    text = ["# Bảng địa phương. Khóa bỏ trống nghĩa là theo phiếu kế thừa."]
    free = [column for column in form.columns if column.key not in _GIVEN]
    text += [f"#   {_key(column)}: {column.about}" for column in free]
    text.append("localities:")
    figures = [column.title for column in form.columns if column.key == "figures"]
    for line in form.lines:
        known = [(c.key, words) for c, words in zip(form.columns, line, strict=True) if words]
        text += [f"{'  -' if at == 0 else '   '} {key}: {_quoted(words)}" for at, (key, words) in enumerate(known)]
        if figures:
            text.append("    figures:")
            text += [f"      {_quoted(title)}:" for title in figures]
    return ("\n".join(text) + "\n").encode()


def _key(column: Column) -> str:
    match column.key:
        case "figures":
            return f"figures → {column.title}"
        case "replace":
            return f"replace → {column.title.partition(':')[2].strip()}"
        case key:
            return key


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


# --- .xlsx -----------------------------------------------------------------------------------------------------------


def _xlsx(form: Form) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    _table(sheet, form)
    lists = _guide(book.create_sheet(_GUIDE), form)
    _choices(sheet, form, lists)
    stream = io.BytesIO()
    book.save(stream)
    return _timeless(stream.getvalue())


def _table(sheet: Any, form: Form) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.append([column.title for column in form.columns])
    for line in form.lines:
        sheet.append(list(line))
    for row in sheet.iter_rows(min_row=2, max_row=len(form.lines) + 1):
        for column, cell in zip(form.columns, row, strict=True):
            cell.font = Font(name=_FONT, size=12)
            cell.number_format = _NUMBER if column.key == "figures" else _TEXT
            if cell.value:
                cell.data_type = "s"
    for at, column in enumerate(form.columns, 1):
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = column.width
        _head(sheet.cell(1, at), column)
    sheet.row_dimensions[1].height = 36
    first_free = next(
        (at for at, column in enumerate(form.columns, 1) if column.key == "district" or column.key == "province"), 4
    )
    sheet.freeze_panes = f"{get_column_letter(first_free)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(form.columns))}{len(form.lines) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.cell(1, 1).alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")


def _head(cell: Any, column: Column) -> None:
    """Known columns are grey, the unit's own yellow, free columns green, replaced phrases blue."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    colour = {"unit": "FFFFE699", "figures": "FFD9EAD3", "replace": "FFD0E0F0"}.get(column.key, "FFE4E8EE")
    side = Side(style="thin", color="FFB9C0C9")
    cell.font = Font(name=_FONT, size=12, bold=True)
    cell.fill = PatternFill("solid", fgColor=colour)
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")


def _guide(sheet: Any, form: Form) -> dict[str, str]:
    """The second sheet: what each column means, the rules, and the lists of the drop-downs; tells where each list stands."""
    from openpyxl.styles import Alignment, Font, PatternFill

    def write(row: int, column: int, words: str, *, bold: bool = False, size: int = 12) -> None:
        cell = sheet.cell(row, column)
        cell.value, cell.data_type = words, "s"
        cell.font = Font(name=_FONT, size=size, bold=bold)
        cell.alignment = Alignment(wrap_text=True, vertical="top")

    day = f"{form.on.day:02}/{form.on.month:02}/{form.on.year}"
    write(1, 1, "HƯỚNG DẪN ĐIỀN BẢNG ĐỊA PHƯƠNG", bold=True, size=14)
    write(2, 1, f"Đơn vị hành chính tại ngày {day}: {len(form.lines)} địa phương.")
    write(4, 1, "Cột", bold=True)
    write(4, 2, "Cách ghi", bold=True)
    for cell in sheet[4][:2]:
        cell.fill = PatternFill("solid", fgColor="FFE4E8EE")
    row = 5
    for column in form.columns:
        write(row, 1, column.title, bold=True)
        write(row, 2, column.about)
        row += 1
    write(row + 1, 1, "Quy ước", bold=True)
    for at, rule in enumerate(RULES):
        write(row + 2 + at, 1, str(at + 1))
        write(row + 2 + at, 2, rule)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 28, 100
    return _lists(form, write, sheet)


def _lists(form: Form, write: Any, sheet: Any) -> dict[str, str]:
    from openpyxl.utils import get_column_letter

    places: dict[str, str] = {}
    at = _LISTS
    for column in form.columns:
        if not column.choices:
            continue
        letter = get_column_letter(at)
        write(4, at, f"Danh sách: {column.title}", bold=True)
        choices = _chosen(column, form)
        for row, choice in enumerate(choices, 5):
            write(row, at, choice)
        sheet.column_dimensions[letter].width = max(18, *(len(choice) + 2 for choice in choices))
        places[column.key] = f"'{_GUIDE}'!${letter}$5:${letter}${4 + len(choices)}"
        at += 1
    return places


def _chosen(column: Column, form: Form) -> tuple[str, ...]:
    """Before 01/7/2025 there were thị trấn and no đặc khu."""
    if column.key == "kind" and any(one.key == "district" for one in form.columns):
        return (UnitKind.XA.value, UnitKind.PHUONG.value, UnitKind.THI_TRAN.value)
    return column.choices


def _choices(sheet: Any, form: Form, lists: dict[str, str]) -> None:
    """Drop-downs, and a word on each column when a cell of it is chosen; nothing is refused."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    last = len(form.lines) + 1 + _SPARE
    for at, column in enumerate(form.columns, 1):
        place = lists.get(column.key)
        rule = DataValidation(type="list" if place else None, formula1=place, allow_blank=True, showErrorMessage=False)
        rule.showInputMessage = True
        rule.promptTitle, rule.prompt = column.title[:32], column.about[:255]
        rule.add(f"{get_column_letter(at)}2:{get_column_letter(at)}{last}")
        sheet.add_data_validation(rule)


_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def _timeless(data: bytes) -> bytes:
    """The package without the time of its making."""
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return pack({name: _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", made.read(name)) for name in made.namelist()})
