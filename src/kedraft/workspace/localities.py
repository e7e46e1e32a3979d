"""The table of localities on disk: .xlsx, .csv or .yaml to rows, each fault with its cell, line or key."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from kedraft.errors import DataInvalid, SourceUnreadable, misuse
from kedraft.localities.columns import BY_KEY, Column, column_of, is_built_in, nearly, phrase_of, taken
from kedraft.localities.entries import Cell, Entry, rows_from
from kedraft.model.finding import Finding
from kedraft.model.localities import LocalityRow
from kedraft.model.place import Location
from kedraft.units import UnitTable
from kedraft.units import table as packaged
from kedraft.vietnamese.text import clean, fold, name_key, squeeze
from kedraft.workspace.localities_yaml import yaml_entries
from kedraft.workspace.sheets import Line, csv_lines, workbook_sheets

SUFFIXES = (".xlsx", ".csv", ".yaml", ".yml")
SHEET = "Địa phương"
#: Titles of free columns whose numbers are years or codes: no marks of thousands.
_NO_AMOUNT = re.compile(r"(?:năm|mã|số hiệu|số điện thoại|điện thoại)\b")
_TITLES_WITHIN = 20  # lines in which the line of titles is looked for


def load_localities(path: Path, on: date, *, table: UnitTable | None = None) -> tuple[LocalityRow, ...]:
    """The rows of a table of localities, their units as they are on that day, in the order of the table.

    Columns may stand in any order, blank lines anywhere. A number typed as a number is printed the Vietnamese way
    (`1.234`, `12,5`), but for years; everything else as typed.

    Raises:
        SourceUnreadable: no such file, or one that is not to be opened.
        DataInvalid: every fault of the table, with its place.

    """
    units = table or packaged()
    match path.suffix.lower():
        case ".xlsx":
            sheets = workbook_sheets(path)
            found = _chosen(sheets, path.name)
        case ".csv":
            found = csv_lines(path)
        case ".yaml" | ".yml":
            entries, faults = yaml_entries(path)
            return _some(rows_from(entries, on, units, faults), path.name)
        case _:
            listed = ", ".join(SUFFIXES[:-1])
            message = f"Bảng địa phương phải là tệp {listed}; tạo tệp mẫu bằng lệnh `kedraft localities`."
            raise SourceUnreadable(message, Location(file=path.name))
    entries, faults = _entries(found, path.name)
    return _some(rows_from(entries, on, units, faults), path.name)


def _some(rows: tuple[LocalityRow, ...], name: str) -> tuple[LocalityRow, ...]:
    if not rows:
        message = "Bảng chưa có địa phương nào; điền mỗi địa phương một dòng."
        raise DataInvalid((misuse("DP-01", message, Location(file=name)),))
    return rows


# --- where the table stands ------------------------------------------------------------------------------------------


def _chosen(sheets: dict[str, list[Line]], name: str) -> list[Line]:
    """The lines of the sheet `Địa phương`, or of the only one that looks like a table of localities."""
    if SHEET in sheets:
        return sheets[SHEET]
    same = [title for title in sheets if fold(title) == fold(SHEET)]
    if len(same) > 1:
        listed = ", ".join(f"“{title}”" for title in same)
        message = f"Các trang {listed} đều có thể là bảng địa phương; đặt tên trang cần đọc đúng là “{SHEET}”."
        raise DataInvalid((misuse("DP-01", message, Location(file=name)),))
    if same:
        return sheets[same[0]]
    fitting = [lines for lines in sheets.values() if _titles(lines) is not None]
    if len(fitting) == 1:
        return fitting[0]
    named = ", ".join(f"“{title}”" for title in sheets)
    why = "có nhiều trang có thể là bảng địa phương" if fitting else "không trang nào có cột “Địa phương”"
    message = f"Tệp {why} (các trang: {named}); đặt tên trang cần đọc là “{SHEET}”."
    raise DataInvalid((misuse("DP-01", message, Location(file=name)),))


def _titles(lines: Sequence[Line]) -> int | None:
    """The place of the line of titles: the one with most known columns, if the column of units is among them."""
    known = [_known(line) for line in lines[:_TITLES_WITHIN]]
    at = max(range(len(known)), key=lambda at: len(known[at]), default=None)
    return at if at is not None and _tells_units(known[at]) else None


def _known(line: Line) -> frozenset[str]:
    return frozenset(column.key for cell in line.cells if (column := column_of(cell.words)))


def _tells_units(known: frozenset[str]) -> bool:
    return "unit" in known or ("code" in known and len(known) > 1)


def _without_units(lines: Sequence[Line], name: str) -> Finding:
    """What to say of a table whose line of titles has no column of units, or that has no such line."""
    title = BY_KEY["unit"].title
    for line in lines[:_TITLES_WITHIN]:
        if len(known := _known(line)) > 1:
            found = ", ".join(f"“{squeeze(cell.words)}”" for cell in line.cells if squeeze(cell.words))
            message = (
                f"Dòng tiêu đề thiếu cột “{title}” (đang có {len(known)} cột đã biết; các tiêu đề: {found}); "
                f"đặt tiêu đề của cột ghi tên xã, phường là “{title}”."
            )
            return misuse("DP-01", message, line.where)
    message = (
        f"Không thấy dòng tiêu đề có cột “{title}”; tạo tệp mẫu bằng lệnh `kedraft localities` rồi chép số liệu sang."
    )
    return misuse("DP-01", message, Location(file=name))


# --- lines to entries ------------------------------------------------------------------------------------------------


def _entries(lines: Sequence[Line], name: str) -> tuple[list[Entry], list[Finding]]:
    at = _titles(lines)
    if at is None:
        raise DataInvalid((_without_units(lines, name),))
    heads = lines[at].cells
    faults = [*_title_faults(heads), *_untitled(heads, lines[at + 1 :])]
    entries = [_entry(line, heads) for line in lines[at + 1 :] if line.holds]
    return entries, [*faults, *(fault for line in lines for fault in line.faults)]


def _title_faults(heads: Sequence[Cell]) -> Iterator[Finding]:
    first: dict[str, Cell] = {}
    for head in heads:
        title = squeeze(head.words)
        column = column_of(title)
        same = column.key if column else fold(title)
        if not title:
            continue
        if same in first:
            yield misuse(
                "DP-04", f"Cột “{title}” có hai lần (lần đầu: {_where(first[same])}); giữ một cột.", head.where
            )
            continue
        first[same] = head
        if column is None:
            yield from _title_fault(head, title)


def _title_fault(head: Cell, title: str) -> Iterator[Finding]:
    if phrase_of(title) == "":
        yield misuse("DP-04", "Sau “Thay:” phải ghi cụm từ của cấp trên cần thay, ví dụ “Thay: Sở Y tế”.", head.where)
    elif phrase_of(title) is None and is_built_in(title):
        yield misuse("DP-04", taken(title, "Cột"), head.where)
    elif phrase_of(title) is None and (meant := nearly(title)):
        message = f"Cột “{title}” gần giống cột “{meant.title}”; sửa tiêu đề cho đúng, hoặc đặt tên khác hẳn."
        yield misuse("DP-04", message, head.where)


def _where(cell: Cell) -> str:
    return (cell.where.field or str(cell.where)).rpartition(", ")[2]


def _untitled(heads: Sequence[Cell], lines: Iterable[Line]) -> Iterator[Finding]:
    """Words below no title: they would be lost."""
    titled = {at for at, head in enumerate(heads) if squeeze(head.words)}
    told: set[int] = set()
    for line in lines:
        for at, cell in enumerate(line.cells):
            if cell.words and at not in titled and at not in told:
                told.add(at)
                yield misuse("DP-04", "Cột này có số liệu mà chưa có tiêu đề; ghi tiêu đề, hoặc xóa cột.", cell.where)


def _entry(line: Line, heads: Sequence[Cell]) -> Entry:
    known: dict[str, Cell] = {}
    figures: dict[str, Cell] = {}
    bodies: dict[str, Cell] = {}
    for head, cell in zip(heads, line.cells, strict=False):
        title = squeeze(clean(head.words))
        column, phrase = column_of(title), phrase_of(title)
        if cell.digits and (column is not None or _NO_AMOUNT.match(name_key(title))):
            cell = replace(cell, words=cell.digits)
        if column is not None:
            known.setdefault(column.key, cell)
        elif phrase:
            bodies.setdefault(phrase, cell)
        elif title:
            figures.setdefault(title, cell)
    return Entry(line.where, known, figures, bodies)


__all__ = ["SHEET", "SUFFIXES", "Column", "load_localities"]
