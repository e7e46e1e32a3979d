"""The drafting unit, when nobody has looked it up in the table of units."""

from datetime import date

from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Level
from kedraft.model.spec import DraftSpec
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.text import squeeze

_CITIES = frozenset({"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"})


def as_written(spec: DraftSpec) -> Locality:
    """The locality as the draft file names it; a kind that it does not say is `xã`, `huyện`, `tỉnh` (a city for the well-known ones)."""
    chosen = spec.locality
    province = _place(chosen.province, UnitKind.THANH_PHO if chosen.province in _CITIES else UnitKind.TINH)
    district = _place(chosen.district, UnitKind.HUYEN) if chosen.district else None
    commune = _place(chosen.commune, UnitKind.XA) if chosen.commune else None
    level = Level.COMMUNE if commune else Level.DISTRICT if district else Level.PROVINCE
    return Locality(
        level=level, province=province, district=district, commune=commune, on=first_day(spec.document.date)
    )


def first_day(partial: str) -> date:
    """`2026-02` -> 2026-02-01."""
    year, month, day = (int(part) for part in [*partial.split("-"), "1", "1"][:3])
    return date(year, month, day)


def _place(written: str, kind: UnitKind) -> Place:
    name = squeeze(written)
    for said in sorted(UnitKind, key=lambda k: -len(k.value)):
        if name.lower().startswith(said.value + " "):
            rest = name[len(said.value) + 1 :]
            return Place(kind=said, name=rest, eponymous=rest.isdigit())
    return Place(kind=kind, name=name)
