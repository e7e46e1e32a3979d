"""SourceBody: whose words are being adapted; Target: for whom."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kedraft.adaptation.names import PERSON_CITY, same_name, spelled
from kedraft.agencies import MERGER, TWO_TIER
from kedraft.model.hamlets import hamlets_of
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import IssuingBody, Level, Plan
from kedraft.model.unit import UnitKind
from kedraft.units import communes, provinces
from kedraft.vietnamese.dates import first_day

#: The day whose cities count where a text bears no date: the last one on which there were cities of both levels.
_UNDATED = date(2025, 6, 30)
_LEVELS = {
    UnitKind.TINH: Level.PROVINCE,
    UnitKind.HUYEN: Level.DISTRICT,
    UnitKind.QUAN: Level.DISTRICT,
    UnitKind.THI_XA: Level.DISTRICT,
    UnitKind.XA: Level.COMMUNE,
    UnitKind.PHUONG: Level.COMMUNE,
    UnitKind.THI_TRAN: Level.COMMUNE,
    UnitKind.DAC_KHU: Level.COMMUNE,
}
_UNIT = re.compile(
    r"(?<!\w)(?P<kind>thị trấn|thị xã|thành phố|đặc khu|phường|huyện|quận|tỉnh|xã|tp)(?:\.\s*|\s+|(?<=tp)(?=hcm))(?P<name>[^,;()\n]+)",
    re.IGNORECASE,
)
_PARTY = {
    UnitKind.TINH: "Tỉnh ủy",
    UnitKind.THANH_PHO: "Thành ủy",
    UnitKind.HUYEN: "Huyện ủy",
    UnitKind.QUAN: "Quận ủy",
    UnitKind.THI_XA: "Thị ủy",
}
_LEVEL_WORDS = {Level.PROVINCE: "tỉnh", Level.DISTRICT: "huyện", Level.COMMUNE: "xã"}


class SourceBody(NamedTuple):
    """Cơ quan ban hành văn bản nguồn - its level, and its unit where it has one (`tỉnh` + `Bình Thuận`)."""

    level: Level
    kind: UnitKind | None = None
    name: str | None = None

    @classmethod
    def parse(cls, text: str, level: Level | None = None, on: date | None = None) -> "SourceBody":
        """From words such as `tỉnh Bình Thuận`, `UBND huyện Cao Lộc`, `ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN`, `Trung ương`.

        `on`: the day of the text, on which a `thành phố` was a province's equal or a district's.
        """
        found = _UNIT.search(text)
        if not found:
            return cls(level or Level.CENTRAL)
        word = found["kind"].lower()
        kind = UnitKind.THANH_PHO if word.startswith("tp") else UnitKind(word)
        name = " ".join(found["name"].split())
        if kind is UnitKind.THANH_PHO and name.upper() == "HCM":
            name = PERSON_CITY
        own = _level(kind, name, level, on or _UNDATED)
        return cls(own, kind, spelled(name, own))

    @classmethod
    def of(cls, plan: Plan, locality: Locality) -> "SourceBody":
        """The body that issued `plan`; where its name shows no unit, the locality's chain fills the gap."""
        body = plan.issuing_body
        written = plan.place_and_date.date
        on = first_day(written) if written else None
        found = cls.parse(body.name, body.level, on)
        if found.kind is None and body.superior:
            found = cls.parse(body.superior, body.level, on)
        if found.kind is None:
            found = _from_chain(body, locality)
        return found

    def names_one_of(self, target: "Target") -> bool:
        """Whether its name is that of the target's province or of the target itself."""
        own = (target.province.name, target.place.name)
        return self.name is not None and any(same_name(self.name, name) for name in own)

    @property
    def word(self) -> str | None:
        """The unit's own word, lower case: `tỉnh`, `thành phố`, `huyện`; None for central bodies."""
        return self.kind.value if self.kind else None

    @property
    def level_word(self) -> str | None:
        """The word after `cấp`: `tỉnh`, `huyện`, `xã`."""
        return _LEVEL_WORDS.get(self.level)

    @property
    def party(self) -> str | None:
        """Its Party committee: `Tỉnh ủy`, `Thành ủy`, `Huyện ủy`."""
        return _PARTY.get(self.kind) if self.kind else None


def _level(kind: UnitKind, name: str, stated: Level | None, on: date) -> Level:
    if stated in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE):
        return stated
    if kind is UnitKind.THANH_PHO:
        cities = (unit.name for unit in provinces(on) if unit.kind is UnitKind.THANH_PHO)
        central = on >= TWO_TIER or any(same_name(name, city) for city in cities)
        return Level.PROVINCE if central else Level.DISTRICT
    return _LEVELS[kind]


def _from_chain(body: IssuingBody, locality: Locality) -> SourceBody:
    place = {Level.PROVINCE: locality.province, Level.DISTRICT: locality.district}.get(body.level)
    return SourceBody(body.level, place.kind, place.name) if place else SourceBody(body.level)


class Target(NamedTuple):
    """What an adaptation needs to know of the locality."""

    level: Level
    place: Place
    province: Place
    on: date
    residential: str | None = None

    @classmethod
    def of(cls, locality: Locality) -> "Target":
        """The drafting unit of `locality` on its date."""
        return cls(locality.level, locality.place, locality.province, locality.on, locality.residential)

    @property
    def word(self) -> str:
        """`xã`, `phường`, `huyện` ..."""
        return self.place.kind.value

    @property
    def level_word(self) -> str:
        """The word after `cấp`: phường, thị trấn and đặc khu are `cấp xã` as well."""
        return _LEVEL_WORDS.get(self.level, self.word)

    @property
    def two_tier(self) -> bool:
        """No district level on that day."""
        return self.on >= TWO_TIER

    @property
    def merged(self) -> bool:
        """Departments merged on that day."""
        return self.on >= MERGER

    def unit(self, named: bool) -> str:
        """`xã Ba Sơn` or `xã`."""
        return self.place.full if named else self.word

    def party(self, named: bool) -> str:
        """`Đảng ủy xã Ba Sơn`, `Huyện ủy Cao Lộc`."""
        own = _PARTY.get(self.place.kind) if self.level is not Level.COMMUNE else None
        if own:
            return f"{own} {self.place.name}" if named else own
        return f"Đảng ủy {self.unit(named)}"

    def youth(self, named: bool) -> str:
        """Its Youth Union: `Huyện đoàn`, `Đoàn Thanh niên xã`."""
        own = _PARTY.get(self.place.kind) if self.level is not Level.COMMUNE else None
        if own:
            return f"{own.split(' ')[0]} đoàn" + (f" {self.place.name}" if named else "")
        return f"Đoàn Thanh niên {self.unit(named)}"

    @property
    def kinds_below(self) -> tuple[str, ...]:
        """The kinds of communes that a district is known to have on that day: `xã`, `thị trấn`; empty when not known."""
        if self.level is not Level.DISTRICT:
            return ()
        return _kinds_below(self.province.name, self.place.full, self.on)

    @property
    def hamlets(self) -> str:
        """What lies below: `thôn`, `ấp`, `tổ dân phố`, `khu phố`, or what the locality itself says; for a district its communes."""
        match self.place.kind:
            case UnitKind.HUYEN:
                return "xã, thị trấn"
            case UnitKind.QUAN:
                return "phường"
            case UnitKind.THI_XA | UnitKind.THANH_PHO:
                return "xã, phường"
            case UnitKind.TINH:
                return "xã, phường" if self.two_tier else "huyện, thị xã, thành phố"
            case kind:
                return self.residential or hamlets_of(kind, self.province.name)


@lru_cache(maxsize=1024)
def _kinds_below(province: str, district: str, on: date) -> tuple[str, ...]:
    inside = {unit.kind.value for unit in communes(province, on) if (unit.district or "").lower() == district.lower()}
    return tuple(kind for kind in ("xã", "phường", "thị trấn") if kind in inside)
