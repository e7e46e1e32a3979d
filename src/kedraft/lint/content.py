"""Content: what a content rule looks at: a plan, with its parent and its draft where there are such."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache

from kedraft.decree import ND30_2020
from kedraft.lint.citations import Citation, find_citations
from kedraft.lint.parent import ByIdentity
from kedraft.lint.prose import own_words, unquoted
from kedraft.lint.rule import Hit
from kedraft.model.draft import Draft
from kedraft.model.finding import Severity
from kedraft.model.inline import Inline
from kedraft.model.origin import Adapted, Authored, Imported, Inherited, Origin, Replaced
from kedraft.model.place import Location
from kedraft.model.plan import Item, Level, Plan

DECREE_IN_FORCE = date.fromisoformat(ND30_2020.in_force_from)
TWO_TIER_FROM = date(2025, 7, 1)
DEPARTMENTS_MERGED_FROM = date(2025, 3, 1)


_UNKNOWN: Origin = Authored()


class Part(StrEnum):
    """Where in a plan a stretch of text stands."""

    SUBJECT = "subject"
    BASIS = "legal_bases"
    OPENING = "opening"
    HEADING = "heading"
    TEXT = "text"
    TABLE = "table"
    CLOSING = "closing"
    NOTE = "note"
    RECIPIENT = "recipients"


_PART_NAMES = {
    Part.SUBJECT: "trích yếu",
    Part.BASIS: "căn cứ",
    Part.OPENING: "lời mở đầu",
    Part.CLOSING: "lời kết",
    Part.RECIPIENT: "Nơi nhận",
}


@dataclass(frozen=True)
class Spot:
    """A stretch of text with its place: a paragraph, a heading, a cell, a recipient."""

    part: Part
    field: str
    text: str
    origin: Origin = _UNKNOWN
    section: str = ""
    annex: bool = False

    @property
    def where(self) -> Location:
        """The field, and the file where the words were written, when known."""
        if isinstance(self.origin, Imported | Authored) and self.origin.place != Location():
            return self.origin.place.evolve(field=self.field)
        return Location(field=self.field)

    @property
    def named(self) -> str:
        """Its place as a person names it: a node by its id, other parts in words."""
        return _PART_NAMES.get(self.part, self.field)

    @cached_property
    def own(self) -> str:
        """Its text with quotations and cited documents masked."""
        return own_words(self.text)

    @cached_property
    def unquoted(self) -> str:
        """Its text with quotations masked."""
        return unquoted(self.text)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Documents that it cites, those inside quotations left out."""
        return find_citations(self.unquoted)

    def hit(self, message: str, severity: Severity | None = None) -> Hit:
        """A finding at this place."""
        return Hit(self.where, message, severity)


@dataclass(frozen=True, eq=False)
class Content:
    """A plan as the rules see it. `final`: number and day must stand there; otherwise blanks are expected.

    `chain` are plans above the parent; `today` is only used when the plan has no date of its own.
    """

    plan: Plan
    draft: Draft | None = None
    chain: tuple[Plan, ...] = ()
    today: date | None = None
    final: bool = False

    @property
    def parent(self) -> Plan | None:
        """The plan that this one was drafted from."""
        return self.draft.parent if self.draft else None

    @property
    def level(self) -> Level:
        """Level of the issuing body."""
        return self.plan.issuing_body.level

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every stretch of text but recipients and signature, in reading order."""
        return tuple(spots(self.plan))

    @cached_property
    def prose(self) -> tuple[Spot, ...]:
        """Bases, opening, items and closing: what is neither title nor recipient."""
        return tuple(spot for spot in self.spots if spot.part not in (Part.SUBJECT, Part.NOTE))

    @cached_property
    def body(self) -> tuple[Spot, ...]:
        """Items, tables and closing."""
        return tuple(spot for spot in self.prose if spot.part not in (Part.BASIS, Part.OPENING))

    @cached_property
    def recipients(self) -> tuple[Spot, ...]:
        """The lines under Nơi nhận."""
        return tuple(
            Spot(Part.RECIPIENT, f"recipients[{at}]", line.text) for at, line in enumerate(self.plan.recipients)
        )

    @cached_property
    def citations(self) -> tuple[tuple[Spot, Citation], ...]:
        """Documents cited in the prose, in reading order."""
        return tuple((spot, cited) for spot in self.prose for cited in spot.citations)

    @property
    def earliest(self) -> date | None:
        """First day on which the plan may be issued, from what its date line shows."""
        return first_day(self.plan.place_and_date.date)

    @property
    def latest(self) -> date | None:
        """Last day on which the plan may be issued; today when it shows none."""
        return last_day(self.plan.place_and_date.date) or self.today

    @property
    def under_decree(self) -> bool:
        """Whether Nghị định 30/2020/NĐ-CP was in force when the plan was issued."""
        return self.latest is None or self.latest >= DECREE_IN_FORCE

    @property
    def two_tier(self) -> bool:
        """Whether the plan is of the time without a district level (from 2025-07-01)."""
        on = self.earliest or self.today
        return on is not None and on >= TWO_TIER_FROM

    def counterpart(self, item: Item) -> Item | None:
        """The parent's node that the item was made from."""
        if self.draft and isinstance(item.origin, Inherited | Adapted | Replaced):
            return self.draft.source_of(item.origin.node).find(item.origin.node)
        return None


def above(parent: Plan) -> Content:
    """A plan above as content of its own; one value for one plan, so that what was read off it is read once for all that draft from it."""
    return _alone(ByIdentity(parent))


@lru_cache(maxsize=4)
def _alone(plan: ByIdentity[Plan]) -> Content:
    return Content(plan=plan.value)


def spots(plan: Plan) -> Iterator[Spot]:
    """Every stretch of text of a plan but recipients and signature, in reading order."""
    yield Spot(Part.SUBJECT, "subject", plan.subject)
    for part, paragraphs in ((Part.BASIS, plan.legal_bases), (Part.OPENING, plan.opening)):
        for at, paragraph in enumerate(paragraphs):
            yield Spot(part, _field(part, at, len(paragraphs)), paragraph.text.text, paragraph.origin)
    for section in plan.sections:
        yield from _item_spots(section, section.heading.text if section.heading else "", annex=False)
    for at, paragraph in enumerate(plan.closing):
        yield Spot(Part.CLOSING, _field(Part.CLOSING, at, len(plan.closing)), paragraph.text.text, paragraph.origin)
    for annex in plan.annexes:
        yield from (Spot(Part.NOTE, annex.id, note, annex.origin, annex=True) for note in (annex.note,) if note)
        yield from (Spot(Part.HEADING, annex.id, name, annex.origin, annex=True) for name in (annex.heading,) if name)
        for child in annex.children:
            yield from _item_spots(child, annex.heading or "", annex=True)


def _field(part: Part, at: int, count: int) -> str:
    return part.value if count == 1 else f"{part.value}[{at}]"


def _item_spots(section: Item, title: str, *, annex: bool) -> Iterator[Spot]:
    for item in section.walk():
        texts = ((Part.HEADING, item.heading), (Part.TEXT, item.text))
        for part, text in texts:
            if isinstance(text, Inline) and text.text:
                yield Spot(part, item.id, text.text, item.origin, title, annex)
        if item.table:
            for row in item.table.rows:
                yield from (Spot(Part.TABLE, item.id, c.text, item.origin, title, annex) for c in row if c.text)


def first_day(partial: str | None) -> date | None:
    """`2026-02` -> 2026-02-01."""
    parts = [int(part) for part in partial.split("-")] if partial else []
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1) if parts else None


def last_day(partial: str | None) -> date | None:
    """`2026-02` -> 2026-02-28."""
    if not partial:
        return None
    parts = [int(part) for part in partial.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1])


def vietnamese_day(day: date) -> str:
    """A date as messages print it: 05/02/2026."""
    return f"{day:%d/%m/%Y}"
