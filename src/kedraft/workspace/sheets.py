"""Sheets on disk as lines of cells: .xlsx through the gate, .csv in the encodings and with the marks that Excel writes."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from kedraft.errors import SourceUnreadable, misuse
from kedraft.localities.entries import Cell
from kedraft.model.finding import Finding
from kedraft.model.place import Location
from kedraft.ooxml.workbook import check_workbook
from kedraft.vietnamese.text import clean, squeeze
from kedraft.workspace.disk import read_bytes
from kedraft.workspace.yaml_in import read_text

MAX_SHEET = 30 * 1024 * 1024
_MOST_COLUMNS = 400
_MOST_LINES = 20_000
_BLANK_LINES = 1000  # so many of them end the table: a sheet's formats may reach its very end


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet: its cells from the first column on, and what is wrong with any of them."""

    where: Location
    cells: tuple[Cell, ...]
    faults: tuple[Finding, ...] = ()
    place: Callable[[int], Location] | None = None

    @property
    def holds(self) -> bool:
        """Whether any cell holds words."""
        return any(cell.words for cell in self.cells)

    def widened(self, wide: int) -> "Line":
        """The line with empty cells up to that many."""
        place = self.place
        if place is None or len(self.cells) >= wide:
            return self
        return replace(self, cells=(*self.cells, *(Cell("", place(at)) for at in range(len(self.cells), wide))))


# --- .xlsx -----------------------------------------------------------------------------------------------------------


def workbook_sheets(path: Path) -> dict[str, list[Line]]:
    """Every sheet's lines by its name. Raises `SourceUnreadable`."""
    from openpyxl import load_workbook

    data = read_bytes(path, MAX_SHEET)
    formulas = check_workbook(data, path.name)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        plain = load_workbook(BytesIO(data), read_only=True) if formulas else None
        return {
            sheet.title: _even(_lines(sheet, plain[sheet.title] if plain else None, path.name))
            for sheet in book.worksheets
        }
    except SourceUnreadable:
        raise
    except Exception as error:  # openpyxl raises what its parsers raise: KeyError, ValueError, TypeError and more
        message = "Tệp Excel bị hỏng nên không đọc được; hãy mở bằng Excel rồi lưu thành tệp .xlsx mới."
        raise SourceUnreadable(message, Location(file=path.name)) from error


def _lines(sheet: Any, plain: Any, name: str) -> Iterator[Line]:
    sheet.reset_dimensions()
    if plain is not None:
        plain.reset_dimensions()
    typed = plain.iter_rows() if plain is not None else None
    rows = enumerate(sheet.iter_rows(), 1)
    empty = 0
    for at, row in rows:
        line = _line(row, next(typed, ()) if typed is not None else (), name, sheet.title, at)
        empty = 0 if line.holds or line.faults else empty + 1
        yield line
        if empty > _BLANK_LINES or at == _MOST_LINES:
            break
    for at, row in rows:
        if (column := _first_words(row, 0)) is not None:
            where = _place(name, sheet.title, column, at)
            yield Line(where, (), (misuse("DP-05", _too_far(gap=empty > _BLANK_LINES), where),))
            return


def _too_far(*, gap: bool) -> str:
    if not gap:
        return f"Bảng dài quá {_MOST_LINES} dòng nên từ dòng này không đọc được; tách bảng, mỗi địa phương một dòng."
    return f"Ô này cách phần trên hơn {_BLANK_LINES} dòng trống nên sẽ bị bỏ sót; dời lên liền bảng, hoặc xóa."


def _line(row: Sequence[Any], asked: Sequence[Any], name: str, title: str, at: int) -> Line:
    """One row of a sheet; `asked`: the same row with its formulas."""
    cells, faults = [], []
    for column, cell in enumerate(row[:_MOST_COLUMNS]):
        where = _place(name, title, column, at)
        words, fault = _cell(cell, asked[column] if column < len(asked) else None)
        number = isinstance(cell.value, int) and words
        cells.append(Cell(words, where, words.replace(".", "") if number else ""))
        faults += [misuse("DP-05", fault, where)] if fault else []
    if (beyond := _first_words(row, _MOST_COLUMNS)) is not None:
        message = f"Cột này ở xa hơn {_MOST_COLUMNS} cột nên không đọc được; dời về gần bảng, hoặc xóa."
        faults.append(misuse("DP-05", message, _place(name, title, beyond, at)))
    where = Location(file=name, field=f"trang {title}, dòng {at}")
    return Line(where, tuple(cells), tuple(faults), partial(_in_row, name, title, at))


def _first_words(row: Sequence[Any], start: int) -> int | None:
    """The first column from `start` on in which something stands."""
    return next((at for at in range(start, len(row)) if str(row[at].value or "").strip()), None)


def _in_row(name: str, title: str, row: int, column: int) -> Location:
    return _place(name, title, column, row)


def _place(name: str, title: str, column: int, row: int) -> Location:
    """`trang Địa phương, ô C7`; the column counts from 0, the row from 1."""
    from openpyxl.utils import get_column_letter

    return Location(file=name, field=f"trang {title}, ô {get_column_letter(column + 1)}{row}")


def _even(lines: Iterable[Line]) -> list[Line]:
    """The lines, those that hold words all as long as the longest: a cell that was never touched is an empty one."""
    found = list(lines)
    wide = max((len(line.cells) for line in found if line.holds), default=0)
    return [line.widened(wide) if line.holds else line for line in found]


def _cell(cell: Any, asked: Any) -> tuple[str, str | None]:
    """What a cell says, and what is wrong with it."""
    value = cell.value
    if value is None:
        formula = asked is not None and str(getattr(asked, "data_type", "")) == "f"
        return "", _NOT_COUNTED if formula else None
    match value:
        case bool():
            return "", "Ô này là TRUE hoặc FALSE; ghi bằng chữ, ví dụ có hoặc không."
        case int() | float():
            form = str(cell.number_format or "General")
            return number_words(value, form), _unit_in(form, number_words(value, form))
        case datetime() if (value.hour, value.minute, value.second) != (0, 0, 0):
            return f"{value.hour} giờ {value.minute:02} ngày {_day(value)}", None
        case datetime() | date():
            return _day(value), None
        case time():
            return f"{value.hour} giờ {value.minute:02}", None
    words = clean(str(value)).strip()
    if str(cell.data_type) == "e":
        return "", f"Ô này báo lỗi {words}; sửa công thức, hoặc ghi giá trị."
    return words, None


_NOT_COUNTED = (
    "Ô này là công thức chưa có kết quả; mở tệp bằng Excel rồi lưu lại, hoặc chép ô và dán dạng giá trị (Paste Values)."
)
_DECIMALS = re.compile(r"\.(0+)(#*)")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|[_*].')


def number_words(value: int | float, form: str = "General") -> str:
    """A number as a plan prints it: `1.234`, `12,5`, `12,5%`. `form` is the cell's number format."""
    form = _LITERAL.sub("", form.split(";")[0])
    exact = Decimal(str(value)) if isinstance(value, int) else Decimal(f"{value:.15g}")  # as a sheet shows it
    percent = "%" in form
    text = _rounded(exact * 100 if percent else exact, form)
    if re.fullmatch(r"0+", form) and "." not in text:  # zeros in front, as in codes
        return text.zfill(len(form))
    whole, _, part = text.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+\Z)", ".", digits)
    return sign + grouped + (f",{part}" if part else "") + ("%" if percent else "")


def _rounded(value: Decimal, form: str) -> str:
    """The number with the decimals that the cell shows, without zeros that say nothing; never `-0`."""
    places = _DECIMALS.search(form)
    least, most = (len(places[1]), len(places.group()) - 1) if places else (0, 10)
    shown = value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP, Context(prec=400))
    whole, _, part = f"{shown if shown else abs(shown):f}".partition(".")
    part = part[:least] + part[least:].rstrip("0")
    return f"{whole}.{part}" if part else whole


def _unit_in(form: str, words: str) -> str | None:
    """What is wrong with a format that shows words beside the number: they are not in the cell, so they would be lost."""
    shown = "".join(quoted or escaped for quoted, escaped in _LITERAL.findall(form.split(";")[0]))
    if not any(letter.isalpha() for letter in shown):
        return None
    unit = squeeze(shown)
    return (
        f"Chữ “{unit}” chỉ nằm trong định dạng số của ô nên không đọc được; đổi định dạng ô thành Text rồi ghi “{words} {unit}”, "
        "hoặc viết đơn vị tính trong phiếu và bỏ chữ khỏi định dạng."
    )


def _day(value: date) -> str:
    """As plans write days: `05/02/2026`, `15/3/2026`."""
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    return f"{value.day:02}/{month}/{value.year}"


# --- .csv ------------------------------------------------------------------------------------------------------------


def csv_lines(path: Path) -> list[Line]:
    """The lines of a .csv; what parts the cells is told by its first line. Raises `SourceUnreadable`."""
    text = _csv_text(path)
    mark = _mark(text)
    lines: list[Line] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark)
    try:
        before = 0
        for row in reader:
            number, before = before + 1, reader.line_num
            cells = tuple(
                Cell(clean(words).strip(), Location(file=path.name, line=number, column=at))
                for at, words in enumerate(row, 1)
            )
            where = Location(file=path.name, line=number)
            lines.append(Line(where, cells, place=partial(_in_line, path.name, number)))
    except csv.Error:
        message = "Dòng này có dấu ngoặc kép không khớp; sửa lại, hoặc lưu bảng thành tệp .xlsx."
        raise SourceUnreadable(message, Location(file=path.name, line=reader.line_num)) from None
    return _even(lines)


def _in_line(name: str, line: int, column: int) -> Location:
    return Location(file=name, line=line, column=column + 1)


def _csv_text(path: Path) -> str:
    data = read_bytes(path, MAX_SHEET)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):  # Excel's “Unicode Text”
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            pass
    return read_text(path, MAX_SHEET)


def _mark(text: str) -> str:
    """Comma, semicolon (Excel where a comma is the decimal mark) or tab: what the first line has most of, outside quotes."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max(",;\t", key=bare.count)
