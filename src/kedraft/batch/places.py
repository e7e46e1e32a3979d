"""Rows to localities: a province's communes are looked up once, then each by its code."""

from dataclasses import dataclass, field
from datetime import date

from kedraft.model.localities import LocalityRow
from kedraft.model.locality import Locality, Place
from kedraft.model.making import known
from kedraft.model.plan import Level
from kedraft.model.unit import Unit
from kedraft.pipeline import locate
from kedraft.units import UnitTable, file_stem, full_name, table


@dataclass
class Places:
    """The units of one day, as far as rows have asked for them."""

    on: date
    units: UnitTable | None = None
    _communes: dict[str, dict[str, Unit]] = field(default_factory=dict)
    _provinces: dict[str, Place] = field(default_factory=dict)

    def locality(self, row: LocalityRow) -> Locality:
        """The drafting unit with the chain above it, and what its people live in where the row says so.

        Raises:
            LocalityUnknown: no such unit on that day, or several; the message names them, or the successor.
        """
        found, residential = self._found(row), row.figures.get("khu dân cư")
        return found.evolve(residential=residential) if residential and found.commune else found

    def _found(self, row: LocalityRow) -> Locality:
        asked = row.locality
        unit = self._known(asked.province).get(row.code or "")
        if unit is None or unit.district is not None or full_name(unit) != asked.commune:
            return locate(asked, self.on, self.units)
        commune = known(Place, {"kind": unit.kind, "name": unit.name, "eponymous": unit.eponymous})
        chain = {"province": self._provinces[unit.province], "district": None, "commune": commune}
        return known(Locality, {"level": Level.COMMUNE, **chain, "on": self.on, "unit": unit, "residential": None})

    @property
    def _table(self) -> UnitTable:
        return self.units or table()

    def _known(self, province: str) -> dict[str, Unit]:
        if not self._provinces:
            self._provinces = {
                one.name: Place(kind=one.kind, name=one.name, eponymous=one.eponymous)
                for one in self._table.provinces(self.on)
            }
        if province not in self._communes:
            known = self._table.communes(province, self.on) if province in self._provinces else ()
            self._communes[province] = {unit.code: unit for unit in known}
        return self._communes[province]


def file_name(locality: Locality) -> str:
    """`Lạng Sơn - xã Ba Sơn.docx`: with accents, legal on Windows, the only one of that name in the country."""
    assert locality.unit is not None  # every locality of a batch was found in the table of units
    return f"{file_stem(locality.unit)}.docx"


def title(locality: Locality) -> str:
    """`xã Ba Sơn, tỉnh Lạng Sơn`."""
    chain = (locality.commune, locality.district, locality.province)
    return ", ".join(place.full for place in chain if place)
