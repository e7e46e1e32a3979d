"""Finding the one unit that a name means on a day, or saying why there is not exactly one."""

from datetime import date

from kedraft.model.plan import Level
from kedraft.model.unit import Unit
from kedraft.units.asking import Asked, advice_on, by_resolutions, capital, former_inside, remedy_for
from kedraft.units.found import Found
from kedraft.units.matching import exact, inside, misspelt, other_kind, without_marks
from kedraft.units.names import is_office, key, lacks_only_marks
from kedraft.units.register import Register
from kedraft.units.rows import Row, iso
from kedraft.units.wording import day, kind_word, listed, written
from kedraft.vietnamese.text import fold, squeeze

_TWO_TIERS = "2025-07-01"
_MOST_CANDIDATES = 20


class Finder:
    """Looks names up in a register; provinces that were asked for once are remembered."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._found_provinces: dict[tuple[str, str], Found] = {}

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
        for tier in (exact, without_marks):
            found = [row for row in tier(self._register, asked) if inside(self._register, row, asked)]
            if found:
                return self._decide(found, asked)
        return self._explain(asked)

    def _decide(self, rows: list[Row], asked: Asked) -> Found:
        valid = [row for row in rows if row.holds(asked.on)]
        if len(valid) == 1:
            return Found(unit=self._register.unit(valid[0]))
        if valid:
            return self._several(valid, asked)
        gone = [row for row in rows if row.until and row.until <= asked.on]
        if gone:
            last = max(row.until for row in gone)
            gone = [row for row in gone if row.until == last]
            return self._gone(gone[0]) if len(gone) == 1 else self._several(gone, asked, gone=True)
        return self._not_yet(min(rows, key=lambda row: row.since))

    def _several(self, rows: list[Row], asked: Asked, gone: bool = False) -> Found:
        units = tuple(self._register.unit(row) for row in rows)
        which = "đơn vị cũ cùng tên này" if gone else "đơn vị cùng tên này"
        remedy = remedy_for(asked, units)
        reason = (
            f"“{asked.typed}”: có {len(units)} {which}: {listed(map(self._register.located, units))}. Hãy {remedy}."
        )
        return Found(candidates=units[:_MOST_CANDIDATES], reason=reason)

    def _gone(self, row: Row) -> Found:
        unit = self._register.unit(row)
        after = self._register.successors(unit)
        reason = f"{capital(self._register.located(unit))} {self._fate(unit, after)}{by_resolutions(unit, after)}.{advice_on(after)}"
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
        alone = self._register.predecessors(after[0]) == (unit,)
        return f"nay là {targets} từ {since}" if alone else f"đã nhập vào {targets} từ {since}"

    def _target(self, unit: Unit, after: Unit) -> str:
        name = written(after.kind, after.name, after.eponymous)
        if unit.level is not Level.PROVINCE and after.province != unit.province:
            name = f"{name} ({self._register.province_of(after)})"
        return name

    def _not_yet(self, row: Row) -> Found:
        unit = self._register.unit(row)
        before = self._register.predecessors(unit)
        made = f"; trước đó là {listed(map(self._register.located, before))}" if before else ""
        reason = (
            f"{capital(self._register.located(unit))} chỉ có từ {day(row.since)}{made}. Hãy dùng tên tại ngày ban hành."
        )
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
                why = f"Từ {day(_TWO_TIERS)} không còn cấp huyện: {self._register.located(plain.unit)} không thuộc “{district}”"
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
        rows = [
            r
            for r in dict.fromkeys(exact(self._register, asked) + without_marks(self._register, asked))
            if r.holds(asked.on)
        ]
        units = tuple(
            self._register.unit(row)
            for row in rows
            if not there or self._register.province_name(row, asked.on) in there
        )
        return Found(candidates=units[:_MOST_CANDIDATES], reason=above.reason)

    def _former_unit(self, asked: Asked) -> Found | None:
        if asked.level is not Level.COMMUNE:
            return None
        kind, bare = asked.kind, asked.bare
        rows = [f for f in self._register.former_by_name.get(fold(bare), ()) if lacks_only_marks(bare, key(f.name))]
        rows = [f for f in rows if kind in (None, f.kind) and former_inside(f, asked)]
        if len(rows) != 1:
            return None
        old = rows[0]
        now = self._register.at(old.became, "2025-06-30") if old.became else None
        into = f" vào {self._register.located(self._register.unit(now))}" if now else ""
        reason = (
            f"{old.kind.capitalize()} {old.name} ({old.district}, {old.province}) đã đổi tên hoặc sắp xếp{into} trước "
            "30/6/2025; bảng không có ngày của thay đổi này. Hãy kiểm tra tên tại ngày ban hành."
        )
        return Found(successors=(self._register.unit(now),) if now else (), reason=reason)

    def _nearest(self, asked: Asked) -> Found:
        rows = [
            row
            for row in other_kind(self._register, asked) + misspelt(self._register, asked)
            if inside(self._register, row, asked)
        ]
        rows = [row for row in rows if row.holds(asked.on)] or rows
        units = tuple(self._register.unit(row) for row in dict.fromkeys(rows))[:_MOST_CANDIDATES]
        where = f" ở “{asked.where}”" if asked.where else ""
        what = f"Không có {kind_word(None, asked.level)} nào tên “{asked.typed}”{where} vào ngày {day(asked.on)}"
        if not units:
            return Found(reason=f"{what}. Hãy kiểm tra tên và ngày.")
        return Found(candidates=units, reason=f"{what}. Có phải là: {listed(map(self._register.located, units))}?")
