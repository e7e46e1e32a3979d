"""How a unit is written: in a sentence, before ", ngày …", as a file name."""

import re
from collections.abc import Iterable
from datetime import date

from kedraft.model.plan import Level
from kedraft.model.unit import Unit, UnitKind
from kedraft.vietnamese.text import nfc

_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
LEVELS = {
    Level.PROVINCE: "tỉnh, thành phố",
    Level.DISTRICT: "huyện, quận, thị xã, thành phố",
    Level.COMMUNE: "xã, phường, thị trấn, đặc khu",
}


def full_name(unit: Unit) -> str:
    """Kind and name as inside a sentence: `xã Ba Sơn`, `Phường Điện Biên Phủ` (Nghị định 30, PL2-III.1)."""
    return written(unit.kind, unit.name, unit.eponymous)


def written(kind: str, name: str, keeps_kind: bool) -> str:
    """Kind and name; the kind with a capital when the name is a number, a person or an event."""
    return f"{kind.capitalize() if keeps_kind else str(kind)} {name}"


def place_line(unit: Unit) -> str:
    """What stands before ", ngày …": `Ba Sơn`, `Phường Lương Văn Tri` (Nghị định 30, PL1-II.4a)."""
    return full_name(unit) if unit.eponymous else unit.name


def located(unit: Unit, province: str) -> str:
    """Name and where it is: `xã Mẫu Sơn (huyện Cao Lộc, tỉnh Lạng Sơn)`."""
    above = [part for part in (unit.district, province) if part]
    if unit.level is Level.PROVINCE or not above:
        return full_name(unit)
    return f"{full_name(unit)} ({', '.join(above if unit.level is Level.COMMUNE else above[-1:])})"


def file_stem(unit: Unit) -> str:
    """A name for its file, the only one in the country on a date: `Lạng Sơn - xã Ba Sơn`."""
    parts = [unit.province, unit.district or "", f"{unit.kind} {unit.name}"]
    if unit.level is Level.PROVINCE:
        parts = parts[-1:]
    elif unit.level is Level.DISTRICT:
        parts = [unit.province, parts[-1]]
    return _NOT_IN_FILE_NAMES.sub("", nfc(" - ".join(part for part in parts if part))).rstrip(". ")


def day(text: str) -> str:
    """A date of the table as officials write it: `01/7/2025`."""
    when = date.fromisoformat(text)
    return f"{when.day:02}/{when.month:02}/{when.year}" if when.month < 3 else f"{when.day:02}/{when.month}/{when.year}"


def listed(items: Iterable[str], most: int = 6) -> str:
    """Items in one line, the rest counted."""
    items = list(items)
    rest = f" và {len(items) - most} đơn vị khác" if len(items) > most else ""
    return "; ".join(items[:most]) + rest


def kind_word(kind: UnitKind | None, level: Level) -> str:
    """What was asked for, when the name alone was given."""
    return str(kind) if kind else LEVELS[level]
