"""The drafting unit, when nobody has looked it up in the table of units."""

from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Level
from kedraft.model.spec import DraftSpec
from kedraft.model.unit import UnitKind
from kedraft.units import provinces
from kedraft.vietnamese.dates import first_day
from kedraft.vietnamese.text import squeeze


def as_written(spec: DraftSpec) -> Locality:
    """The locality as the draft file names it; a kind that it does not say is `xã`, `huyện`; a province's is its own on that day."""
    chosen = spec.locality
    on = first_day(spec.document.date)
    kinds = {unit.name: unit.kind for unit in provinces(on)}
    province = _place(chosen.province, kinds.get(squeeze(chosen.province), UnitKind.TINH))
    district = _place(chosen.district, UnitKind.HUYEN) if chosen.district else None
    commune = _place(chosen.commune, UnitKind.XA) if chosen.commune else None
    level = Level.COMMUNE if commune else Level.DISTRICT if district else Level.PROVINCE
    return Locality(level=level, province=province, district=district, commune=commune, on=on)


def _place(written: str, kind: UnitKind) -> Place:
    name = squeeze(written)
    for said in sorted(UnitKind, key=lambda k: -len(k.value)):
        if name.lower().startswith(said.value + " "):
            rest = name[len(said.value) + 1 :]
            return Place(kind=said, name=rest, eponymous=rest.isdigit())
    return Place(kind=kind, name=name)
