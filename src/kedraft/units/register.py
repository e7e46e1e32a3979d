"""The register: rows with dates, their indexes, and the units that are made of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property

from kedraft.model.making import known
from kedraft.model.plan import Level
from kedraft.model.unit import Unit, UnitKind
from kedraft.units.names import key, misspellings
from kedraft.units.rows import Former, Row, iso
from kedraft.units.text import RowText, loose
from kedraft.units.wording import located, written
from kedraft.units.words import WordIndex
from kedraft.vietnamese.text import fold


class Register:
    """Sổ đơn vị - what the look-ups stand on. Indexes are built when first needed: a few units are looked up in the text itself."""

    def __init__(self, rows: Iterable[Row], former: Iterable[Former] = (), given: Iterable[Unit] = ()) -> None:
        self._source = rows if isinstance(rows, RowText) else tuple(rows)
        self._former_source = former
        self.given = tuple(given)
        self._units: dict[tuple[str, str], Unit] = {}
        self._province_names: dict[tuple[str, str], str] = {}

    def __len__(self) -> int:
        return len(self._source)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in the order of (length of the code, code, since)."""
        return tuple(self._source)

    @property
    def text(self) -> RowText | None:
        """The table's text while looking into it is cheaper than indexes of the whole country."""
        if "rows" in vars(self):
            return None
        return self._source if isinstance(self._source, RowText) and not self._source.worn else None

    @cached_property
    def former(self) -> tuple[Former, ...]:
        """Communes that were gone before the table begins."""
        return tuple(self._former_source)

    def coded(self, code: str) -> Sequence[Row]:
        """The rows of that code, in order of time."""
        text = self.text
        return text.coded(code) if text else self._codes.get(code, ())

    def named(self, name: str, level: Level) -> Sequence[Row]:
        """The rows of that key, of all times."""
        text = self.text
        if text:
            return [row for row in text.named(name) if row.level is level]
        return self.by_name[level].get(name, ())

    def sounding(self, folded: str, level: Level) -> Iterable[str]:
        """The names that are this once folded."""
        text = self.text
        if text and folded.isascii():
            return dict.fromkeys(row.name.casefold() for row in text.sounding(folded) if row.level is level)
        return self.folded[level].get(folded, ())

    def made_of(self, code: str, since: str) -> tuple[str, ...]:
        """The codes of the units that became this one; a district counts only where it had no communes."""
        if not since:
            return ()
        text = self.text
        if text is None:
            return self._came_from.get((code, since), ())
        codes = [row.code for row in text.turned_into(code) if row.until == since]
        if any(len(one) == 5 for one in codes):
            codes = [one for one in codes if len(one) != 3 or not text.has_below(one)]
        return tuple(codes)

    @cached_property
    def _codes(self) -> dict[str, list[Row]]:
        out: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            out[row.code].append(row)
        return out

    @cached_property
    def _came_from(self) -> dict[tuple[str, str], tuple[str, ...]]:
        out: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in self.rows:
            for code in row.successors.split():
                out[code, row.until].append(row.code)
        districts = (k for k, codes in out.items() if any(len(code) == 5 for code in codes))
        for place in list(districts):  # a district counts as a predecessor only where it had no communes
            out[place] = [code for code in out[place] if len(code) != 3 or self._has_no_communes(code)]
        return {place: tuple(codes) for place, codes in out.items()}

    @cached_property
    def children(self) -> dict[str, list[Row]]:
        """The rows by the code of what they lie in."""
        out: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            out[row.parent].append(row)
        return out

    @cached_property
    def alike(self) -> dict[str, list[Row]]:
        """The rows by their names as `loose` has them."""
        out: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            out[loose(row.name)].append(row)
        return out

    def _has_no_communes(self, district: str) -> bool:
        return district not in self.children

    @cached_property
    def by_name(self) -> dict[Level, dict[str, list[Row]]]:
        """The rows by level and key."""
        out: dict[Level, dict[str, list[Row]]] = {level: defaultdict(list) for level in Level}
        given = self.overriding
        for row in self.rows:  # packaged names are tidy: lower case is their key
            name = key(row.name) if given and (row.code, row.since) in given else row.name.casefold()
            out[row.level][name].append(row)
        return out

    @cached_property
    def folded(self) -> dict[Level, dict[str, list[str]]]:
        """The keys by level and folded name."""
        out: dict[Level, dict[str, list[str]]] = {level: defaultdict(list) for level in Level}
        for level, by_name in self.by_name.items():
            for name in by_name:
                out[level][fold(name)].append(name)
        return out

    @cached_property
    def near(self) -> dict[Level, dict[str, list[str]]]:
        """The folded names by level and what they may be misspelt as."""
        out: dict[Level, dict[str, list[str]]] = {level: defaultdict(list) for level in Level}
        for level, folded in self.folded.items():
            for name in folded:
                for miss in misspellings(name):
                    out[level][miss].append(name)
        return out

    @cached_property
    def former_by_name(self) -> dict[str, list[Former]]:
        """The former communes by folded name."""
        out: dict[str, list[Former]] = defaultdict(list)
        for former in self.former:
            out[fold(key(former.name))].append(former)
        return out

    @cached_property
    def addresses(self) -> dict[tuple[str, str], str]:
        """Each row's address without marks, with a blank before and after each word."""
        return {(row.code, row.since): f" {fold(self._address(row))} " for row in self.rows}

    @cached_property
    def ranked(self) -> list[Row]:
        """The rows in the order in which a search lists them."""
        return sorted(self.rows, key=self.search_order)

    @cached_property
    def words(self) -> WordIndex:
        """The rows by the words of their addresses, in the order of `_ranked`."""
        return WordIndex([self.addresses[row.code, row.since] for row in self.ranked])

    @cached_property
    def overriding(self) -> dict[tuple[str, str], Unit]:
        """An office's own units by code and first day."""
        return {(unit.code, iso(unit.valid_from)): unit for unit in self.given}

    def at(self, code: str, on: str) -> Row | None:
        """The row of that code on that day."""
        return next((row for row in self.coded(code) if row.holds(on)), None)

    def moment(self, row: Row) -> str:
        """A day on which the row holds: its last one, or its first, or any."""
        if row.until:
            return (date.fromisoformat(row.until) - timedelta(days=1)).isoformat()
        return row.since or "2025-06-30"

    def _above(self, row: Row, on: str = "") -> Row | None:
        return self.at(row.parent, on or self.moment(row)) if row.parent else None

    def province_name(self, row: Row, on: str = "") -> str:
        """The province that a row lies in on that day, or at its own time."""
        given = self.overriding.get((row.code, row.since))
        if given:
            return given.province
        if not row.parent:
            return row.name
        place = (row.parent, on or self.moment(row))
        if place not in self._province_names:
            self._province_names[place] = self._top(row, place[1]).name
        return self._province_names[place]

    def _top(self, row: Row, on: str) -> Row:
        above = self._above(row, on)
        return self._top(above, on) if above else row

    def _district(self, row: Row) -> Row | None:
        above = self._above(row)
        return above if above and above.level is Level.DISTRICT else None

    def district_name(self, row: Row) -> str | None:
        """The district that a row lies in, with its kind where that stays with the name."""
        given = self.overriding.get((row.code, row.since))
        if given:
            return given.district
        above = self._district(row)
        return written(above.kind, above.name, bool(above.keeps_kind)) if above else None

    def _address(self, row: Row) -> str:
        return f"{row.kind} {key(row.name)} {self.district_name(row) or ''} {self.province_name(row)}"

    def unit(self, row: Row) -> Unit:
        """The unit that a row is, made once."""
        place = (row.code, row.since)
        if place not in self._units:
            self._units[place] = self._make(row)
        return self._units[place]

    def _make(self, row: Row) -> Unit:
        origin = self.overriding.get((row.code, row.since))
        values = {
            "code": row.code,
            "level": origin.level if origin else row.level,
            "kind": UnitKind(row.kind),
            "name": row.name,
            "province": self.province_name(row),
            "district": self.district_name(row),
            "valid_from": date.fromisoformat(row.since) if row.since else None,
            "valid_until": date.fromisoformat(row.until) if row.until else None,
            "predecessors": (origin and origin.predecessors) or self.made_of(row.code, row.since),
            "successors": tuple(row.successors.split()),
            "eponymous": bool(row.keeps_kind),
            "source": origin.source if origin else row.source(),
            "confidence": row.confidence,
            "resolution": row.resolution,
        }
        return known(Unit, values)  # the packaged rows are clean, an office's own come from units

    def successors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that took over when this one ended; the largest part first where that is known."""
        rows = (self.at(code, iso(unit.valid_until)) for code in unit.successors if unit.valid_until)
        return tuple(self.unit(row) for row in rows if row)

    def predecessors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that this one was made of."""
        if not unit.valid_from:
            return ()
        before = (unit.valid_from - timedelta(days=1)).isoformat()
        rows = (self.at(code, before) for code in unit.predecessors)
        return tuple(self.unit(row) for row in rows if row)

    def search_order(self, row: Row) -> tuple[bool, int, str, str]:
        """Units of today before gone ones, higher levels first, then by name."""
        return bool(row.until), len(row.code), key(row.name), row.code

    def located(self, unit: Unit) -> str:
        """A unit in words, with where it lies."""
        return located(unit, self.province_of(unit))

    def province_of(self, unit: Unit) -> str:
        """A unit's province with its kind at that time."""
        row = next((r for r in self.coded(unit.code) if r.since == iso(unit.valid_from)), None)
        on = self.moment(row) if row else "2025-07-01"
        found = [r for r in self.named(key(unit.province), Level.PROVINCE) if r.holds(on)]
        return written(found[0].kind, found[0].name, bool(found[0].keeps_kind)) if found else unit.province
