"""All agencies that a text of one source may name, as one search."""

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

from kedraft.adaptation.source import SourceBody
from kedraft.adaptation.unit_names import CAP, alone_pattern, named_pattern, unit_pattern, words
from kedraft.agencies import AGENCIES, Agency
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import both_tones, new_tone

_ANY_PARTY = "(?:[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Qq]uận|[Tt]hị)\\s(?:ủy|uỷ)"


class Named(NamedTuple):
    """One way of naming a row's body: the row, and the number of its group in the alternation."""

    row: Agency
    own: bool


class Way:
    """One name of a row's body as a text may spell it; its pattern is made when a text first has its first two words."""

    def __init__(self, named: Named, name: str, within: "_Within") -> None:
        self.named = named
        self._name = name
        self._within = within
        self._initials = _initials(name)

    def may_stand_at(self, text: str, at: int) -> bool:
        """Whether the initials that the name has (`Sở TN&MT`) stand in the words from `at` on; other names may."""
        return self._initials is None or text.find(self._initials, at, at + 2 * len(self._name)) >= 0

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The whole name, with its unit."""
        # "cơ sở y tế", "trụ sở xây dựng mới" name no department.
        return lazily(
            rf"(?<![\w/])(?<![Cc]ơ )(?<![Tt]rụ )(?<![Cc]ông )(?:{_agency(self._name, self.named.row, *self._within)})(?!\w)"
        )


_Within = tuple[SourceBody, Level, UnitKind]


class Group(NamedTuple):
    """All names that begin with one word, by their second: in each list the longest first. Names whose second word may vary are in every list."""

    by_second: dict[str, list[Way]]
    others: list[Way]

    def match(self, text: str, at: int, end: int) -> tuple[int, Named] | None:
        """The first name that stands at `at`, whose first word goes to `end`: where it ends, and whose it is."""
        second = _SECOND.match(text, end)
        for way in self.by_second.get(_plain_word(second[1]), self.others) if second else self.others:
            found = way.regex.match(text, at) if way.may_stand_at(text, at) else None
            if found:
                return found.end(), way.named
        return None


_SECOND = lazily(r"\s+(\w+|&)")


@lru_cache(maxsize=4096)
def _plain_word(word: str) -> str:
    """A word in small letters, with one of its spellings for all."""
    return "và" if word == "&" else new_tone(word.casefold())


class AgencyPattern(NamedTuple):
    """All agencies that a text of this source may name, by the first word as it may be written."""

    groups: tuple[tuple[str, Group], ...]

    def find(self, text: str) -> list[tuple[int, int, Named]]:
        """Spans and rows in reading order. Plain searches for first words, then a look at the second, spare the expensive patterns."""
        found: list[tuple[int, int, Named]] = []
        for start, group in self.groups:
            at = text.find(start)
            while at >= 0:
                match = group.match(text, at, at + len(start))
                if match:
                    found.append((at, *match))
                at = text.find(start, at + len(start))
        found.sort(key=lambda hit: hit[0])
        return found


@lru_cache(maxsize=256)
def agency_pattern(source: SourceBody, level: Level, kind: UnitKind) -> AgencyPattern:
    """Agencies of the source's own level, those above it, and the target's own (which stay)."""
    entries = [
        (name, row, row.level is source.level and row.level is not Level.CENTRAL)
        for row in AGENCIES
        if row.level in (source.level, level, *_above(source.level))
        for name in row.names
    ]
    # Own rows first among equals: `Công an {đv}` of the source before that of the levels above.
    entries.sort(key=lambda entry: (-len(entry[0]), not entry[2]))
    starting: dict[str, list[tuple[str, Way]]] = {}
    for name, row, own in entries:
        way = Way(Named(row, own), name, (source, level, kind))
        starting.setdefault(name.split(" ")[0], []).append((_second(name), way))
    return AgencyPattern(
        tuple(
            (form, group) for start in sorted(starting) for group in [_group(starting[start])] for form in _forms(start)
        )
    )


def _second(name: str) -> str:
    """A name's second word as `_plain_word` has it; empty where it may vary: a unit's, a dash, none at all."""
    word = f"{name} ".split(" ")[1].rstrip(",")
    return _plain_word(word) if word.isalnum() else ""


def _initials(name: str) -> str | None:
    """A name's second word where it is all capitals: `words` leaves it as it is."""
    word = f"{name} ".split(" ")[1].rstrip(",")
    return word if word.isupper() and len(word) > 1 else None


def _group(ways: list[tuple[str, Way]]) -> Group:
    seconds = {second for second, _way in ways if second}
    return Group(
        by_second={second: [way for other, way in ways if other in (second, "")] for second in seconds},
        others=[way for second, way in ways if not second],
    )


def _forms(word: str) -> list[str]:
    """A first word as `words` accepts it: any first capital, old or new tone."""
    forms = set(both_tones(word))
    if not word.isupper():
        forms |= {form[0].lower() + form[1:] for form in forms}
    return sorted(forms)


def _above(level: Level) -> tuple[Level, ...]:
    match level:
        case Level.DISTRICT:
            return (Level.PROVINCE, Level.CENTRAL)
        case _:
            return (Level.CENTRAL,)


def _agency(name: str, row: Agency, source: SourceBody, level: Level, kind: UnitKind) -> str:
    if row.level is source.level and source.kind:
        unit = rf"(?:{unit_pattern(source)}|{alone_pattern(source)})"
        party = rf"{words(source.party or 'Tỉnh ủy')}(?:\s+(?:{named_pattern(source)}|{alone_pattern(source)}))?"
    elif row.level is level:
        unit = rf"{kind.value}(?!\w)(?:\s+[{CAP}]\w*)*"
        party = _ANY_PARTY
    else:
        unit = rf"(?:tỉnh|thành phố|huyện|quận|thị xã)(?!\w)(?:\s+[{CAP}]\w*)*"
        party = _ANY_PARTY
    return _filled(name, row, unit, party)


def _filled(name: str, row: Agency, unit: str, party: str) -> str:
    head, _, slot = name.partition("{")
    pattern = words(head.strip())
    if slot.startswith("đv"):
        return rf"{pattern}\s+{unit}"
    if slot:
        return rf"{pattern}\s+(?:{party})"
    if row.level is Level.CENTRAL or row.level is Level.COMMUNE:
        return pattern
    return rf"{pattern}(?:\s+{unit})?"
