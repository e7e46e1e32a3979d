"""Rows for units: all communes of a province, or of the country."""

from datetime import date
from difflib import get_close_matches

from kedraft.errors import LocalityUnknown
from kedraft.model.localities import LocalityRow
from kedraft.model.making import known
from kedraft.model.place import Location
from kedraft.model.plan import Level
from kedraft.model.spec import LocalitySpec
from kedraft.model.unit import Unit
from kedraft.units import UnitTable, full_name
from kedraft.units import table as packaged
from kedraft.vietnamese.text import fold, squeeze

EVERYWHERE = "all"
PROVINCE = "province:"


def is_selection(what: str) -> bool:
    """Whether this is `all` or `province:…` rather than a file's name."""
    return what == EVERYWHERE or what.startswith(PROVINCE)


def rows_of(what: str, on: date, table: UnitTable | None = None) -> tuple[LocalityRow, ...]:
    """The communes of `province:Lạng Sơn`, or of the whole country (`all`), on that day, in the order of their codes.

    `table`: an office's own units over the packaged ones.

    Raises:
        LocalityUnknown: no such province on that day; the message names what it is now, or what may be meant.
    """
    return tuple(row_of(unit) for unit in communes_of(what.removeprefix(PROVINCE), on, table))


def communes_of(province: str, on: date, table: UnitTable | None = None) -> tuple[Unit, ...]:
    """The communes of a province, or of all (`all`), on that day. Raises `LocalityUnknown`."""
    units = table or packaged()
    if province == EVERYWHERE:
        return tuple(unit for one in units.provinces(on) for unit in units.communes(one.name, on))
    found = units.find(commune=None, province=squeeze(province), on=on)
    if found.unit is None:
        raise LocalityUnknown(
            found.reason + _hint(province, on, units) if found.reason else f"Không có tỉnh “{province}”."
        )
    return units.communes(found.unit.name, on)


def _hint(name: str, on: date, units: UnitTable) -> str:
    """Names that look alike, where the reason names none."""
    if units.find(commune=None, province=name, on=on).candidates:
        return ""
    names = {fold(one.name): one.name for one in units.provinces(on)}
    near = get_close_matches(fold(squeeze(name)), names, n=1, cutoff=0.75)
    return f" Có phải là {names[near[0]]}?" if near else ""


def row_of(unit: Unit) -> LocalityRow:
    """A row that says nothing but which commune it is."""
    values = {"locality": spec_of(unit), "code": unit.code, "signatory": None, "symbol": None, "number": None}
    values |= {"drafting_unit": None, "bodies": {}, "figures": {}, "cells": {}, "where": _NOWHERE}
    return known(LocalityRow, values)


_NOWHERE = Location()


def spec_of(unit: Unit) -> LocalitySpec:
    """A commune or a district as a draft file names it."""
    name, is_district = full_name(unit), unit.level is Level.DISTRICT
    above = name if is_district else unit.district
    return known(LocalitySpec, {"commune": None if is_district else name, "district": above, "province": unit.province})
