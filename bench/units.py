"""The table of units: what a look-up of 10,000 names costs, in CPU seconds.

    python bench/units.py            a few seconds

The names are those of real communes: of today with their province, of today without marks, and of the three-tier country
with their district. `find` answers with exactly one unit, `search` with the ten that may be meant.
"""

import sys
import time
from collections.abc import Callable, Sequence
from datetime import date

from kedraft.model.unit import Unit
from kedraft.units import UnitTable
from kedraft.vietnamese.text import fold

MOST = 10_000
BAR = 1.0  # seconds for MOST look-ups
_NOW, _BEFORE = date(2026, 2, 1), date(2025, 6, 30)
_ROUNDS = 5


def timed(action: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    began = time.process_time()
    action()
    return time.process_time() - began


def communes(table: UnitTable, on: date) -> list[Unit]:
    """Every commune of a day."""
    return [unit for province in table.provinces(on) for unit in table.communes(province.name, on)]


def names(table: UnitTable) -> list[str]:
    """What people type into a search: 10,000 names in three manners."""
    now, before = communes(table, _NOW), communes(table, _BEFORE)
    typed = [f"{unit.kind} {unit.name}, {unit.province}" for unit in now]
    typed += [fold(unit.name) for unit in now]
    typed += [f"{unit.name}, {unit.district}" for unit in before]
    return typed[:MOST]


def finds(table: UnitTable, asked: Sequence[Unit]) -> list[str]:
    """Looks every unit up by its names; those that are not found."""
    lost = []
    for unit in asked:
        found = table.find(
            commune=f"{unit.kind} {unit.name}", district=unit.district, province=unit.province, on=_BEFORE
        )
        if found.unit is None or found.unit.code != unit.code:
            lost.append(unit.name)
    return lost


def main() -> int:
    """Prints the table; 1 when a bar is missed or a name is not found."""
    first = timed(lambda: UnitTable.packaged().find(commune="Ba Sơn", province="Lạng Sơn", on=_NOW))
    table = UnitTable.packaged()
    asked, typed = communes(table, _BEFORE)[:MOST], names(table)
    lost = finds(table, asked)
    indexes = timed(lambda: table.search("ba son", on=None))
    times = {
        "find": min(timed(lambda: finds(table, asked)) for _ in range(_ROUNDS)),
        "search": min(timed(lambda: [table.search(text, on=None) for text in typed]) for _ in range(_ROUNDS)),
    }
    print(f"{'first find, table unpacked':34} {first:6.3f} s")
    print(f"{'indexes of the search':34} {indexes:6.3f} s")
    for name, seconds in times.items():
        print(f"{f'{MOST:,} times {name}':34} {seconds:6.3f} s  (bar {BAR:.0f} s)  {MOST / seconds:10,.0f}/s")
    if lost:
        print(f"not found: {', '.join(lost[:10])}")
    return int(bool(lost) or any(seconds > BAR for seconds in times.values()))


if __name__ == "__main__":
    sys.exit(main())
