"""An office's own units on disk: .yaml, .xlsx or .csv over the packaged table."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from kedraft.errors import DataInvalid, SourceUnreadable, misuse
from kedraft.localities.columns import folded
from kedraft.localities.entries import Cell
from kedraft.model.finding import Finding
from kedraft.model.own_units import OwnUnit, UnitsFile
from kedraft.model.place import Location
from kedraft.units import UnitTable
from kedraft.units import table as packaged
from kedraft.units.own import RULE, Typed, with_own
from kedraft.vietnamese.text import squeeze
from kedraft.workspace.sheets import Line, csv_lines, workbook_sheets
from kedraft.workspace.yaml_in import load

SUFFIXES = (".yaml", ".yml", ".xlsx", ".csv")
_ALSO = {
    "kind": ("Loại đơn vị",),
    "name": ("Tên đơn vị",),
    "code": ("Mã đơn vị",),
    "province": ("Tỉnh",),
    "until": ("Đến ngày",),
}
_TITLES = {
    folded(title): key
    for key, info in OwnUnit.model_fields.items()
    for title in (info.title or key, key, *_ALSO.get(key, ()))
}


def load_units(path: Path) -> UnitTable:
    """The packaged table with the units of this file over it.

    Raises:
        SourceUnreadable: no such file, or one that is not to be opened.
        DataInvalid: every fault and every conflict, with its place.

    """
    match path.suffix.lower():
        case ".yaml" | ".yml":
            typed = tuple(_from_yaml(path))
        case ".xlsx":
            lines = next(iter(workbook_sheets(path).values()), [])
            typed = _from_lines(lines, path.name)
        case ".csv":
            typed = _from_lines(csv_lines(path), path.name)
        case _:
            message = f"Bảng đơn vị hành chính bổ sung phải là tệp {', '.join(SUFFIXES)}."
            raise SourceUnreadable(message, Location(file=path.name))
    return with_own(packaged(), typed)


def _from_yaml(path: Path) -> Iterator[Typed]:
    loaded = load(path, UnitsFile)
    for at, unit in enumerate(loaded.value.units):
        yield Typed(unit, lambda key, at=at: loaded.positions.at(("units", at, key)))  # type: ignore[misc]


def _from_lines(lines: Sequence[Line], name: str) -> tuple[Typed, ...]:
    heads = next((at for at, line in enumerate(lines) if {"name", "kind"} <= set(_keys(line))), None)
    if heads is None:
        message = "Không thấy dòng tiêu đề có các cột “Loại” và “Tên”."
        raise DataInvalid((misuse(RULE, message, Location(file=name)),))
    keys = _keys(lines[heads])
    faults: list[Finding] = [
        misuse(
            RULE, f"Không có cột “{cell.words}” trong bảng đơn vị hành chính; sửa tiêu đề, hoặc xóa cột.", cell.where
        )
        for cell, key in zip(lines[heads].cells, keys, strict=True)
        if cell.words and not key
    ]
    typed = []
    for line in lines[heads + 1 :]:
        faults += line.faults
        if any(cell.words for cell in line.cells):
            typed.append(_typed(line, keys, faults))
    if faults:
        raise DataInvalid(tuple(faults))
    return tuple(one for one in typed if one is not None)


def _keys(line: Line) -> list[str]:
    return [_TITLES.get(folded(cell.words).rstrip(" :*"), "") for cell in line.cells]


def _typed(line: Line, keys: Sequence[str], faults: list[Finding]) -> Typed | None:
    cells: dict[str, Cell] = {key: cell for key, cell in zip(keys, line.cells, strict=False) if key and cell.words}
    data = {key: squeeze(cell.digits or cell.words) for key, cell in cells.items()}
    try:
        return Typed(OwnUnit.model_validate(data), _places(cells, line.where))
    except ValidationError as error:
        for one in error.errors(include_url=False):
            key = str(one["loc"][0])
            title = OwnUnit.model_fields[key].title or key
            where = cells[key].where if key in cells else line.where
            faults.append(
                misuse(
                    RULE,
                    f"Dòng này thiếu “{title}”." if one["type"] == "missing" else f"“{title}”: {one['msg']}.",
                    where,
                )
            )
        return None


def _places(cells: Mapping[str, Cell], line: Location):  # type: ignore[no-untyped-def]
    return lambda key: cells[key].where if key in cells else line
