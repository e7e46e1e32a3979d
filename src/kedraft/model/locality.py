"""Locality: for whom the child plan is drafted."""

from datetime import date

from kedraft.model.base import Frozen, Words
from kedraft.model.plan import Level
from kedraft.model.unit import Unit, UnitKind


class Place(Frozen):
    """One unit by kind and name: `xã` + `Ba Sơn`."""

    kind: UnitKind
    name: Words
    eponymous: bool = False

    @property
    def full(self) -> str:
        """As it stands inside a sentence: `xã Ba Sơn`; the kind is capital before a person, number or event (PL2-III.1b)."""
        kind = self.kind.value
        return f"{kind[0].upper() + kind[1:] if self.eponymous else kind} {self.name}"

    @property
    def dateline(self) -> str:
        """As it stands before `, ngày …` (Nghị định 30, PL1-II.4a)."""
        return self.full[0].upper() + self.full[1:] if self.eponymous else self.name


class Locality(Frozen):
    """Địa phương - the drafting unit with the chain above it, as they are on the date of issue.

    `district` is None in the two-tier model (from 2025-07-01) and for districts themselves. For a province's plan only
    `province` is set. `residential` is what the locality says that its people live in (`bản`), where it says so.
    """

    level: Level
    province: Place
    district: Place | None = None
    commune: Place | None = None
    on: date
    unit: Unit | None = None
    residential: Words | None = None

    @property
    def place(self) -> Place:
        """The drafting unit itself."""
        return self.commune or self.district or self.province

    @property
    def two_tier(self) -> bool:
        """Whether the date of issue falls in the model without a district level (Luật 72/2025/QH15)."""
        return self.on >= date(2025, 7, 1)
