"""UnitTable: the dated table and its look-ups."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from kedraft.model.plan import Level
from kedraft.model.unit import Unit
from kedraft.units.asking import Asked, cut_by
from kedraft.units.finding import Finder
from kedraft.units.found import Found
from kedraft.units.matching import exact, provinces_like, without_marks
from kedraft.units.names import key
from kedraft.units.register import Register
from kedraft.units.rows import Former, Row, as_row, iso, packaged_former, packaged_text
from kedraft.units.searching import search
from kedraft.units.text import RowText, loose
from kedraft.units.wording import written


class UnitTable:
    """Bảng đơn vị hành chính - rows with dates, and look-ups by name, by code, by who came before and after."""

    def __init__(self, rows: Iterable[Row], former: Iterable[Former] = (), given: Iterable[Unit] = ()) -> None:
        self._register = Register(rows, former, given)
        self._finder = Finder(self._register)

    @classmethod
    def packaged(cls) -> Self:
        """The table that comes with kedraft."""
        return cls(RowText(packaged_text()), packaged_former())

    def __len__(self) -> int:
        return len(self._register)

    # By name

    def find(self, *, commune: str | None, district: str | None = None, province: str | None, on: date) -> Found:
        """The unit of that name on that day, or a reason why there is not exactly one.

        Without a commune it finds the district, without a district the province. Names may lack the kind, capitals and
        marks; a name with another mark or a wrong letter gives candidates, never a unit.
        """
        return self._finder.find(commune=commune, district=district, province=province, on=on)

    def search(self, text: str, *, on: date | None, limit: int = 10) -> tuple[Unit, ...]:
        """Units that a text may mean, best first: `mau son`, `xã Mẫu Sơn, Lộc Bình`. `on=None` searches all times."""
        return search(self._register, text, on=on, limit=limit)

    def names(self, level: Level | None = None, province: str | None = None) -> frozenset[str]:
        """Every name that a unit ever had, in the country or in what is or was one province.

        Numbered units come with their kind (`Phường 5`); names that were gone before the table begins are among them.
        """
        wanted = provinces_like(self._register, province) if province else None
        out = {
            written(row.kind, row.name, True) if row.name[:1].isdigit() else row.name
            for row in self._register.rows
            if (level is None or row.level is level) and (wanted is None or self._register.province_name(row) in wanted)
        }
        if level in (None, Level.COMMUNE):
            old = (f for f in self._register.former if wanted is None or f.province in wanted)
            out |= {written(f.kind, f.name, True) if f.name[:1].isdigit() else f.name for f in old}
        return frozenset(out)

    def eponyms(self) -> frozenset[str]:
        """Every name, ever used, whose unit is named after a person, a number or an event."""
        text = self._register.text
        return frozenset(row.name for row in (text.keeping_kind() if text else self._register.rows) if row.keeps_kind)

    def spellings(self, name: str, level: Level | None = None) -> tuple[str, ...]:
        """The names of units that differ from this one only in capitals, blanks, dashes and apostrophes: `Krông A Na`, `Krông Ana`."""
        wanted, text = loose(name), self._register.text
        rows = text.alike(wanted) if text else self._register.alike.get(wanted, [])
        out = {row.name for row in rows if level is None or row.level is level}
        if level in (None, Level.COMMUNE):
            out |= {former.name for former in self._register.former if loose(former.name) == wanted}
        return tuple(sorted(out))

    # By code, by level

    def by_code(self, code: str, on: date) -> Unit | None:
        """The unit that has this code on that day; None when none has."""
        row = self._register.at(code, on.isoformat())
        return self._register.unit(row) if row else None

    def provinces(self, on: date) -> tuple[Unit, ...]:
        """The provinces of that day, in the order of their codes."""
        text = self._register.text
        rows = text.provinces if text else self._register.rows
        return tuple(
            self._register.unit(row) for row in rows if row.level is Level.PROVINCE and row.holds(on.isoformat())
        )

    def districts(self, province: str, on: date) -> tuple[Unit, ...]:
        """The districts of a province on that day; none since 01/7/2025."""
        return self._below(province, Level.DISTRICT, on.isoformat())

    def communes(self, province: str, on: date) -> tuple[Unit, ...]:
        """The communes of a province on that day, in the order of their codes; none when no province has that name."""
        return self._below(province, Level.COMMUNE, on.isoformat())

    def _below(self, province: str, level: Level, on: str) -> tuple[Unit, ...]:
        asked = Asked(Level.PROVINCE, key(province), on=on)
        rows = [row for row in exact(self._register, asked) or without_marks(self._register, asked) if row.holds(on)]
        if len(rows) != 1:
            return ()
        children = self._register.children[rows[0].code]
        below = [*children, *(row for district in children for row in self._register.children.get(district.code, ()))]
        loose = (row for row in self._register.children[""] if self._register.province_name(row, on) == rows[0].name)
        inside = {(r.code, r.since): r for r in (*below, *loose) if r.level is level and r.holds(on)}
        return tuple(self._register.unit(inside[place]) for place in sorted(inside))

    # Before and after

    def successors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that took over when this one ended; the largest part first where that is known."""
        return self._register.successors(unit)

    def predecessors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that this one was made of."""
        return self._register.predecessors(unit)

    def with_overrides(self, units: Iterable[Unit]) -> Self:
        """A table with an office's own units over it.

        A unit with the code of one that is known takes its place from its own `valid_from` on: rows of that code that
        begin on or after that day go, one that is still running ends there. Its predecessors end there too, and have it
        as successor. Other units are added.
        """
        given = tuple(units)
        rows = list(self._register.rows)
        for unit in given:
            rows = [cut for row in rows if (cut := cut_by(row, unit))]
            rows.append(as_row(unit, self._parent_code(unit)))
        rows.sort(key=lambda row: (len(row.code), row.code, row.since))
        kept = tuple(old for old in self._register.given if all(old.code != unit.code for unit in given))
        return type(self)(rows, self._register.former, kept + given)

    def _parent_code(self, unit: Unit) -> str:
        """The code of what an office's unit lies in, as far as the table knows it."""
        on = iso(unit.valid_from) or "2025-06-30"
        if unit.level is Level.PROVINCE:
            return ""
        levels = ((Level.DISTRICT, unit.district), (Level.PROVINCE, unit.province))
        for level, name in levels:
            rows = [r for r in exact(self._register, Asked(level, key(name or ""), on=on)) if r.holds(on)]
            inside = [r for r in rows if self._register.province_name(r) == unit.province]
            if len(inside) == 1:
                return inside[0].code
        return ""
