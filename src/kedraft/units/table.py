"""UnitTable: the dated table and its look-ups."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cached_property
from typing import Self

from kedraft.model.plan import Level
from kedraft.model.unit import Unit, UnitKind
from kedraft.units.asking import (
    Asked,
    advice_on,
    alike,
    by_resolutions,
    capital,
    cut_by,
    former_inside,
    moment_within,
    remedy_for,
    same_province,
)
from kedraft.units.found import Found
from kedraft.units.names import distance, is_office, key, lacks_only_marks, misspellings, readings
from kedraft.units.rows import Former, Row, as_row, iso, packaged_former, packaged_text
from kedraft.units.text import LOOSE, RowText
from kedraft.units.wording import day, kind_word, listed, located, written
from kedraft.units.words import WordIndex
from kedraft.vietnamese.text import fold, squeeze

_TWO_TIERS = "2025-07-01"
_MOST_CANDIDATES = 20


class UnitTable:
    """Bảng đơn vị hành chính - rows with dates, and look-ups by name, by code, by who came before and after."""

    def __init__(self, rows: Iterable[Row], former: Iterable[Former] = (), given: Iterable[Unit] = ()) -> None:
        self._source = rows if isinstance(rows, RowText) else tuple(rows)
        self._former_source = former
        self._given = tuple(given)
        self._units: dict[tuple[str, str], Unit] = {}
        self._province_names: dict[tuple[str, str], str] = {}
        self._found_provinces: dict[tuple[str, str], Found] = {}

    @classmethod
    def packaged(cls) -> Self:
        """The table that comes with kedraft."""
        return cls(RowText(packaged_text()), packaged_former())

    def __len__(self) -> int:
        return len(self._source)

    # By name

    def find(self, *, commune: str | None, district: str | None = None, province: str | None, on: date) -> Found:
        """The unit of that name on that day, or a reason why there is not exactly one.

        Without a commune it finds the district, without a district the province. Names may lack the kind, capitals and
        marks; a name with another mark or a wrong letter gives candidates, never a unit.
        """
        typed = [squeeze(part or "") for part in (commune, district, province)]
        lowest = next((i for i, part in enumerate(typed) if part), None)
        if lowest is None:
            return Found(reason="Chưa nêu tên đơn vị hành chính: hãy ghi tên xã, huyện hoặc tỉnh.")
        above = ["" if i <= lowest else part for i, part in enumerate(typed)]
        where = ", ".join(part for part in above if part)
        level = (Level.COMMUNE, Level.DISTRICT, Level.PROVINCE)[lowest]
        asked = Asked(level, key(typed[lowest]), key(above[1]), key(above[2]), on.isoformat(), typed[lowest], where)
        for tier in (self._exact, self._without_marks):
            inside = [row for row in tier(asked) if self._inside(row, asked)]
            if inside:
                return self._decide(inside, asked)
        return self._explain(asked)

    def search(self, text: str, *, on: date | None, limit: int = 10) -> tuple[Unit, ...]:
        """Units that a text may mean, best first: `mau son`, `xã Mẫu Sơn, Lộc Bình`. `on=None` searches all times."""
        wanted = key(text.split(",")[0])
        context = fold(key(" ".join(text.split(",")[1:]))).split()
        if not wanted:
            return ()
        found: dict[tuple[str, str], Row] = {}
        for row in self._ranked_matches(wanted, context):
            if on is None or row.holds(on.isoformat()):
                found.setdefault((row.code, row.since), row)
            if len(found) >= limit:
                break
        if not found:
            far = self._in_context(self._far(wanted), context)
            found = {(r.code, r.since): r for r in far if on is None or r.holds(on.isoformat())}
        return tuple(self._unit(row) for row in list(found.values())[:limit])

    def names(self, level: Level | None = None, province: str | None = None) -> frozenset[str]:
        """Every name that a unit ever had, in the country or in what is or was one province.

        Numbered units come with their kind (`Phường 5`); names that were gone before the table begins are among them.
        """
        wanted = self._provinces_like(province) if province else None
        out = {
            written(row.kind, row.name, True) if row.name[:1].isdigit() else row.name
            for row in self._rows
            if (level is None or row.level is level) and (wanted is None or self._province_name(row) in wanted)
        }
        if level in (None, Level.COMMUNE):
            old = (f for f in self._former if wanted is None or f.province in wanted)
            out |= {written(f.kind, f.name, True) if f.name[:1].isdigit() else f.name for f in old}
        return frozenset(out)

    def eponyms(self) -> frozenset[str]:
        """Every name, ever used, whose unit is named after a person, a number or an event."""
        text = self._text
        return frozenset(row.name for row in (text.keeping_kind() if text else self._rows) if row.keeps_kind)

    def spellings(self, name: str, level: Level | None = None) -> tuple[str, ...]:
        """The names of units that differ from this one only in capitals, blanks, dashes and apostrophes: `Krông A Na`, `Krông Ana`."""
        wanted, text = _loose(name), self._text
        rows = text.alike(wanted) if text else self._alike.get(wanted, [])
        out = {row.name for row in rows if level is None or row.level is level}
        if level in (None, Level.COMMUNE):
            out |= {former.name for former in self._former if _loose(former.name) == wanted}
        return tuple(sorted(out))

    # By code, by level

    def by_code(self, code: str, on: date) -> Unit | None:
        """The unit that has this code on that day; None when none has."""
        row = self._at(code, on.isoformat())
        return self._unit(row) if row else None

    def provinces(self, on: date) -> tuple[Unit, ...]:
        """The provinces of that day, in the order of their codes."""
        text = self._text
        rows = text.provinces if text else self._rows
        return tuple(self._unit(row) for row in rows if row.level is Level.PROVINCE and row.holds(on.isoformat()))

    def districts(self, province: str, on: date) -> tuple[Unit, ...]:
        """The districts of a province on that day; none since 01/7/2025."""
        return self._below(province, Level.DISTRICT, on.isoformat())

    def communes(self, province: str, on: date) -> tuple[Unit, ...]:
        """The communes of a province on that day, in the order of their codes; none when no province has that name."""
        return self._below(province, Level.COMMUNE, on.isoformat())

    def _below(self, province: str, level: Level, on: str) -> tuple[Unit, ...]:
        asked = Asked(Level.PROVINCE, key(province), on=on)
        rows = [row for row in self._exact(asked) or self._without_marks(asked) if row.holds(on)]
        if len(rows) != 1:
            return ()
        children = self._children[rows[0].code]
        below = [*children, *(row for district in children for row in self._children.get(district.code, ()))]
        loose = (row for row in self._children[""] if self._province_name(row, on) == rows[0].name)
        inside = {(r.code, r.since): r for r in (*below, *loose) if r.level is level and r.holds(on)}
        return tuple(self._unit(inside[place]) for place in sorted(inside))

    # Before and after

    def successors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that took over when this one ended; the largest part first where that is known."""
        rows = (self._at(code, iso(unit.valid_until)) for code in unit.successors if unit.valid_until)
        return tuple(self._unit(row) for row in rows if row)

    def predecessors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that this one was made of."""
        if not unit.valid_from:
            return ()
        before = (unit.valid_from - timedelta(days=1)).isoformat()
        rows = (self._at(code, before) for code in unit.predecessors)
        return tuple(self._unit(row) for row in rows if row)

    def with_overrides(self, units: Iterable[Unit]) -> Self:
        """A table with an office's own units over it.

        A unit with the code of one that is known takes its place from its own `valid_from` on: rows of that code that
        begin on or after that day go, one that is still running ends there. Its predecessors end there too, and have it
        as successor. Other units are added.
        """
        given = tuple(units)
        rows = list(self._rows)
        for unit in given:
            rows = [cut for row in rows if (cut := cut_by(row, unit))]
            rows.append(as_row(unit, self._parent_code(unit)))
        rows.sort(key=lambda row: (len(row.code), row.code, row.since))
        kept = tuple(old for old in self._given if all(old.code != unit.code for unit in given))
        return type(self)(rows, self._former, kept + given)

    # Indexes, built when first needed: a few units are looked up in the text itself

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return tuple(self._source)

    @property
    def _text(self) -> RowText | None:
        """The table's text while looking into it is cheaper than indexes of the whole country."""
        if "_rows" in vars(self):
            return None
        return self._source if isinstance(self._source, RowText) and not self._source.worn else None

    def _coded(self, code: str) -> Sequence[Row]:
        text = self._text
        return text.coded(code) if text else self._codes.get(code, ())

    def _named(self, name: str, level: Level) -> Sequence[Row]:
        text = self._text
        if text:
            return [row for row in text.named(name) if row.level is level]
        return self._by_name[level].get(name, ())

    def _sounding(self, folded: str, level: Level) -> Iterable[str]:
        """The names that are this once folded."""
        text = self._text
        if text and folded.isascii():
            return dict.fromkeys(row.name.casefold() for row in text.sounding(folded) if row.level is level)
        return self._folded[level].get(folded, ())

    def _made_of(self, code: str, since: str) -> tuple[str, ...]:
        """The codes of the units that became this one; a district counts only where it had no communes."""
        if not since:
            return ()
        text = self._text
        if text is None:
            return self._came_from.get((code, since), ())
        codes = [row.code for row in text.turned_into(code) if row.until == since]
        if any(len(one) == 5 for one in codes):
            codes = [one for one in codes if len(one) != 3 or not text.has_below(one)]
        return tuple(codes)

    @cached_property
    def _former(self) -> tuple[Former, ...]:
        return tuple(self._former_source)

    @cached_property
    def _codes(self) -> dict[str, list[Row]]:
        out: dict[str, list[Row]] = defaultdict(list)
        for row in self._rows:
            out[row.code].append(row)
        return out

    @cached_property
    def _came_from(self) -> dict[tuple[str, str], tuple[str, ...]]:
        out: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in self._rows:
            for code in row.successors.split():
                out[code, row.until].append(row.code)
        districts = (k for k, codes in out.items() if any(len(code) == 5 for code in codes))
        for place in list(districts):  # a district counts as a predecessor only where it had no communes
            out[place] = [code for code in out[place] if len(code) != 3 or self._has_no_communes(code)]
        return {place: tuple(codes) for place, codes in out.items()}

    @cached_property
    def _children(self) -> dict[str, list[Row]]:
        out: dict[str, list[Row]] = defaultdict(list)
        for row in self._rows:
            out[row.parent].append(row)
        return out

    @cached_property
    def _alike(self) -> dict[str, list[Row]]:
        out: dict[str, list[Row]] = defaultdict(list)
        for row in self._rows:
            out[_loose(row.name)].append(row)
        return out

    def _has_no_communes(self, district: str) -> bool:
        return district not in self._children

    @cached_property
    def _by_name(self) -> dict[Level, dict[str, list[Row]]]:
        out: dict[Level, dict[str, list[Row]]] = {level: defaultdict(list) for level in Level}
        given = self._overriding
        for row in self._rows:  # packaged names are tidy: lower case is their key
            name = key(row.name) if given and (row.code, row.since) in given else row.name.casefold()
            out[row.level][name].append(row)
        return out

    @cached_property
    def _folded(self) -> dict[Level, dict[str, list[str]]]:
        out: dict[Level, dict[str, list[str]]] = {level: defaultdict(list) for level in Level}
        for level, by_name in self._by_name.items():
            for name in by_name:
                out[level][fold(name)].append(name)
        return out

    @cached_property
    def _near(self) -> dict[Level, dict[str, list[str]]]:
        out: dict[Level, dict[str, list[str]]] = {level: defaultdict(list) for level in Level}
        for level, folded in self._folded.items():
            for name in folded:
                for miss in misspellings(name):
                    out[level][miss].append(name)
        return out

    @cached_property
    def _former_by_name(self) -> dict[str, list[Former]]:
        out: dict[str, list[Former]] = defaultdict(list)
        for former in self._former:
            out[fold(key(former.name))].append(former)
        return out

    @cached_property
    def _addresses(self) -> dict[tuple[str, str], str]:
        """Each row's address without marks, with a blank before and after each word."""
        return {(row.code, row.since): f" {fold(self._address(row))} " for row in self._rows}

    @cached_property
    def _ranked(self) -> list[Row]:
        """The rows in the order in which a search lists them."""
        return sorted(self._rows, key=self._search_order)

    @cached_property
    def _words(self) -> WordIndex:
        """The rows by the words of their addresses, in the order of `_ranked`."""
        return WordIndex([self._addresses[row.code, row.since] for row in self._ranked])

    @cached_property
    def _overriding(self) -> dict[tuple[str, str], Unit]:
        return {(unit.code, iso(unit.valid_from)): unit for unit in self._given}

    # Rows

    def _at(self, code: str, on: str) -> Row | None:
        return next((row for row in self._coded(code) if row.holds(on)), None)

    def _moment(self, row: Row) -> str:
        """A day on which the row holds: its last one, or its first, or any."""
        if row.until:
            return (date.fromisoformat(row.until) - timedelta(days=1)).isoformat()
        return row.since or "2025-06-30"

    def _above(self, row: Row, on: str = "") -> Row | None:
        return self._at(row.parent, on or self._moment(row)) if row.parent else None

    def _province_name(self, row: Row, on: str = "") -> str:
        given = self._overriding.get((row.code, row.since))
        if given:
            return given.province
        if not row.parent:
            return row.name
        place = (row.parent, on or self._moment(row))
        if place not in self._province_names:
            self._province_names[place] = self._top(row, place[1]).name
        return self._province_names[place]

    def _top(self, row: Row, on: str) -> Row:
        above = self._above(row, on)
        return self._top(above, on) if above else row

    def _district(self, row: Row) -> Row | None:
        above = self._above(row)
        return above if above and above.level is Level.DISTRICT else None

    def _district_name(self, row: Row) -> str | None:
        given = self._overriding.get((row.code, row.since))
        if given:
            return given.district
        above = self._district(row)
        return written(above.kind, above.name, bool(above.keeps_kind)) if above else None

    def _address(self, row: Row) -> str:
        return f"{row.kind} {key(row.name)} {self._district_name(row) or ''} {self._province_name(row)}"

    def _unit(self, row: Row) -> Unit:
        place = (row.code, row.since)
        if place not in self._units:
            self._units[place] = self._make(row)
        return self._units[place]

    def _make(self, row: Row) -> Unit:
        origin = self._overriding.get((row.code, row.since))
        return Unit(
            code=row.code,
            level=origin.level if origin else row.level,
            kind=UnitKind(row.kind),
            name=row.name,
            province=self._province_name(row),
            district=self._district_name(row),
            valid_from=date.fromisoformat(row.since) if row.since else None,
            valid_until=date.fromisoformat(row.until) if row.until else None,
            predecessors=(origin and origin.predecessors) or self._made_of(row.code, row.since),
            successors=tuple(row.successors.split()),
            eponymous=bool(row.keeps_kind),
            source=origin.source if origin else row.source(),
            confidence=row.confidence,
            resolution=row.resolution,
        )

    def _parent_code(self, unit: Unit) -> str:
        """The code of what an office's unit lies in, as far as the table knows it."""
        on = iso(unit.valid_from) or "2025-06-30"
        if unit.level is Level.PROVINCE:
            return ""
        levels = ((Level.DISTRICT, unit.district), (Level.PROVINCE, unit.province))
        for level, name in levels:
            rows = [r for r in self._exact(Asked(level, key(name or ""), on=on)) if r.holds(on)]
            inside = [r for r in rows if self._province_name(r) == unit.province]
            if len(inside) == 1:
                return inside[0].code
        return ""

    # Finding

    def _exact(self, asked: Asked) -> list[Row]:
        found = ((kind, row) for kind, name in readings(asked.name) for row in self._named(name, asked.level))
        return [row for kind, row in found if kind is None or row.kind == kind]

    def _without_marks(self, asked: Asked) -> list[Row]:
        out = []
        for kind, typed in readings(asked.name):
            for name in self._sounding(fold(typed), asked.level):
                if lacks_only_marks(typed, name):
                    out += [row for row in self._named(name, asked.level) if kind is None or row.kind == kind]
        return out

    def _inside(self, row: Row, asked: Asked) -> bool:
        """Whether a row lies where the question says: at its own time or, once gone, through its successors."""
        if asked.district and not self._in_district(row, asked.district):
            return False
        if not asked.province or same_province(asked.province, self._province_name(row, moment_within(row, asked.on))):
            return True
        if row.holds(asked.on) or not row.until:
            return False
        later = (self._at(code, row.until) for code in row.successors.split())
        return any(after and same_province(asked.province, self._province_name(after)) for after in later)

    def _in_district(self, row: Row, text: str) -> bool:
        name = self._district_name(row)
        if name is None:
            return False
        kind, bare = readings(key(name))[-1]
        return any(alike(typed, bare) and asked in (None, kind) for asked, typed in readings(text))

    def _decide(self, rows: list[Row], asked: Asked) -> Found:
        valid = [row for row in rows if row.holds(asked.on)]
        if len(valid) == 1:
            return Found(unit=self._unit(valid[0]))
        if valid:
            return self._several(valid, asked)
        gone = [row for row in rows if row.until and row.until <= asked.on]
        if gone:
            last = max(row.until for row in gone)
            gone = [row for row in gone if row.until == last]
            return self._gone(gone[0]) if len(gone) == 1 else self._several(gone, asked, gone=True)
        return self._not_yet(min(rows, key=lambda row: row.since))

    def _several(self, rows: list[Row], asked: Asked, gone: bool = False) -> Found:
        units = tuple(self._unit(row) for row in rows)
        which = "đơn vị cũ cùng tên này" if gone else "đơn vị cùng tên này"
        remedy = remedy_for(asked, units)
        reason = f"“{asked.typed}”: có {len(units)} {which}: {listed(map(self._located, units))}. Hãy {remedy}."
        return Found(candidates=units[:_MOST_CANDIDATES], reason=reason)

    def _gone(self, row: Row) -> Found:
        unit = self._unit(row)
        after = self.successors(unit)
        reason = (
            f"{capital(self._located(unit))} {self._fate(unit, after)}{by_resolutions(unit, after)}.{advice_on(after)}"
        )
        return Found(successors=after, reason=reason)

    def _fate(self, unit: Unit, after: tuple[Unit, ...]) -> str:
        since = day(iso(unit.valid_until))
        targets = listed(self._target(unit, one) for one in after)
        if not after:
            return f"không còn từ {since}"
        if unit.level is Level.DISTRICT:
            return f"không còn từ {since} (bỏ cấp huyện); địa bàn nay thuộc {targets}"
        if len(after) > 1:
            return f"đã chia vào {targets} từ {since}"
        alone = self.predecessors(after[0]) == (unit,)
        return f"nay là {targets} từ {since}" if alone else f"đã nhập vào {targets} từ {since}"

    def _target(self, unit: Unit, after: Unit) -> str:
        name = written(after.kind, after.name, after.eponymous)
        if unit.level is not Level.PROVINCE and after.province != unit.province:
            name = f"{name} ({self._province_of(after)})"
        return name

    def _not_yet(self, row: Row) -> Found:
        unit = self._unit(row)
        before = self.predecessors(unit)
        made = f"; trước đó là {listed(map(self._located, before))}" if before else ""
        reason = f"{capital(self._located(unit))} chỉ có từ {day(row.since)}{made}. Hãy dùng tên tại ngày ban hành."
        return Found(candidates=before, reason=reason)

    def _explain(self, asked: Asked) -> Found:
        """Why nothing fits, with what may be meant."""
        if is_office(asked.name):
            what = f"“{asked.typed}” là tên cơ quan, không phải tên đơn vị hành chính"
            return Found(reason=f"{what}: hãy chỉ ghi tên xã, huyện, tỉnh.")
        if asked.level is not Level.PROVINCE and asked.province:
            above = self._province_found(asked.where.split(", ")[-1], asked.on)
            if above.unit is None:
                return self._wrong_province(asked, above)
        if asked.district and asked.on >= _TWO_TIERS:
            plain = self.find(commune=asked.name, province=asked.province, on=date.fromisoformat(asked.on))
            if plain.unit:
                district = asked.where.split(", ")[0]
                why = f"Từ {day(_TWO_TIERS)} không còn cấp huyện: {self._located(plain.unit)} không thuộc “{district}”"
                reason = f"{why}. Hãy bỏ trống huyện."
                return Found(candidates=(plain.unit,), reason=reason)
        return self._former_unit(asked) or self._nearest(asked)

    def _province_found(self, text: str, on: str) -> Found:
        if (text, on) not in self._found_provinces:
            found = self.find(commune=None, province=text, on=date.fromisoformat(on))
            self._found_provinces[text, on] = found
        return self._found_provinces[text, on]

    def _wrong_province(self, asked: Asked, above: Found) -> Found:
        there = {unit.name for unit in above.successors}
        rows = [r for r in dict.fromkeys(self._exact(asked) + self._without_marks(asked)) if r.holds(asked.on)]
        units = tuple(self._unit(row) for row in rows if not there or self._province_name(row, asked.on) in there)
        return Found(candidates=units[:_MOST_CANDIDATES], reason=above.reason)

    def _former_unit(self, asked: Asked) -> Found | None:
        if asked.level is not Level.COMMUNE:
            return None
        kind, bare = asked.kind, asked.bare
        rows = [f for f in self._former_by_name.get(fold(bare), ()) if lacks_only_marks(bare, key(f.name))]
        rows = [f for f in rows if kind in (None, f.kind) and former_inside(f, asked)]
        if len(rows) != 1:
            return None
        old = rows[0]
        now = self._at(old.became, "2025-06-30") if old.became else None
        into = f" vào {self._located(self._unit(now))}" if now else ""
        reason = (
            f"{old.kind.capitalize()} {old.name} ({old.district}, {old.province}) đã đổi tên hoặc sắp xếp{into} trước "
            "30/6/2025; bảng không có ngày của thay đổi này. Hãy kiểm tra tên tại ngày ban hành."
        )
        return Found(successors=(self._unit(now),) if now else (), reason=reason)

    def _nearest(self, asked: Asked) -> Found:
        rows = [row for row in self._other_kind(asked) + self._misspelt(asked) if self._inside(row, asked)]
        rows = [row for row in rows if row.holds(asked.on)] or rows
        units = tuple(self._unit(row) for row in dict.fromkeys(rows))[:_MOST_CANDIDATES]
        where = f" ở “{asked.where}”" if asked.where else ""
        what = f"Không có {kind_word(None, asked.level)} nào tên “{asked.typed}”{where} vào ngày {day(asked.on)}"
        if not units:
            return Found(reason=f"{what}. Hãy kiểm tra tên và ngày.")
        return Found(candidates=units, reason=f"{what}. Có phải là: {listed(map(self._located, units))}?")

    def _other_kind(self, asked: Asked) -> list[Row]:
        names = self._folded[asked.level].get(fold(asked.bare), ())
        return [row for name in names for row in self._by_name[asked.level][name]]

    def _misspelt(self, asked: Asked) -> list[Row]:
        by_name, folded = self._by_name[asked.level], self._folded[asked.level]
        return [row for near in self._near_names(asked.bare, asked.level) for n in folded[near] for row in by_name[n]]

    def _near_names(self, text: str, level: Level) -> list[str]:
        """Folded names at most two letters away (one, for short names), nearest first."""
        typed = fold(text)
        most = 2 if len(typed) > 6 else 1
        known = self._near[level]
        near = {name for miss in misspellings(typed) if miss in known for name in known[miss]}
        ranked = sorted((distance(typed, name), name) for name in near)
        return [name for steps, name in ranked if 0 < steps <= most]

    # Searching

    def _ranked_matches(self, wanted: str, context: list[str]) -> Iterator[Row]:
        """Rows that a text may mean, best first, worked out only as far as somebody asks; some come twice."""
        levels = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
        asked = [Asked(level, wanted) for level in levels]
        for tier in (self._exact, self._without_marks, self._other_kind):
            yield from self._sorted([row for one in asked for row in tier(one)], context)
        words = [*fold(wanted).split(), *context]
        yield from (self._ranked[at] for at in self._words.matching(words))
        yield from self._sorted([row for one in asked for row in self._misspelt(one)], context)
        yield from (self._ranked[at] for at in self._words.matching(words, begun=True))

    def _far(self, wanted: str) -> list[Row]:
        """Names that look alike as a whole; slow, so only when nothing else fits."""
        asked = [Asked(level, wanted) for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)]
        tables = [(self._folded[one.level], self._by_name[one.level], fold(one.bare)) for one in asked]
        return [
            row
            for folded, by_name, text in tables
            for near in get_close_matches(text, folded, n=10, cutoff=0.7)
            for name in folded[near]
            for row in by_name[name]
        ]

    def _in_context(self, rows: list[Row], context: list[str]) -> list[Row]:
        addresses = self._addresses if context else {}
        for begun in (f" {word}" for word in context):
            rows = [row for row in rows if begun in addresses[row.code, row.since]]
        return rows

    def _sorted(self, rows: list[Row], context: list[str]) -> list[Row]:
        return sorted(self._in_context(rows, context), key=self._search_order)

    def _search_order(self, row: Row) -> tuple[bool, int, str, str]:
        return bool(row.until), len(row.code), key(row.name), row.code

    # Wording

    def _located(self, unit: Unit) -> str:
        return located(unit, self._province_of(unit))

    def _province_of(self, unit: Unit) -> str:
        row = next((r for r in self._coded(unit.code) if r.since == iso(unit.valid_from)), None)
        on = self._moment(row) if row else "2025-07-01"
        found = [r for r in self._named(key(unit.province), Level.PROVINCE) if r.holds(on)]
        return written(found[0].kind, found[0].name, bool(found[0].keeps_kind)) if found else unit.province

    def _provinces_like(self, text: str) -> frozenset[str]:
        """That province's name and those of the provinces that went into it or that it went into."""
        asked = Asked(Level.PROVINCE, key(text))
        rows = self._exact(asked) or self._without_marks(asked)
        units = [self._unit(row) for row in rows]
        around = [near for unit in units for near in (*self.predecessors(unit), *self.successors(unit))]
        same = [unit for unit in around if unit.name in {u.name for u in units}]
        earlier = [before for unit in same for before in self.predecessors(unit)]
        return frozenset(unit.name for unit in (*units, *around, *earlier))


def _loose(name: str) -> str:
    return "".join(name.casefold().translate(_UNTIED).split())


_UNTIED = str.maketrans("", "", LOOSE)
