"""Classes of localities: what differs inside one is names alone, so that it is drafted and checked once."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kedraft.adaptation.source import Target
from kedraft.batch.figures import Figures, own_figures
from kedraft.batch.job import BatchJob
from kedraft.batch.names import Vocabulary, shape, spoken, usual
from kedraft.grammar.shape import is_person
from kedraft.model.localities import LocalityRow
from kedraft.model.locality import Locality
from kedraft.model.plan import Level, Plan
from kedraft.model.spec import DraftSpec

#: With fewer members a mould saves nothing.
LEAST = 2


class Member(NamedTuple):
    """A locality of the batch: its place in the table, its row, where it lies."""

    at: int
    row: LocalityRow
    locality: Locality


@dataclass(frozen=True, slots=True)
class Class:
    """Nhóm địa phương - members that differ by their names only; without `witnesses`, each of them goes the long way.

    `witnesses`: the first is what the mould is made of, the others are what it is compared with. `province`: the province's name is a
    hole as well. `figures`: the keys of the fields whose values are holes, too. `first`: no class before it is of its kind. `again`: the
    witnesses have nothing in their names and rows that those of a class before it of its kind had not. `odd`: the places in the table of
    members whose names are words of the plan, too; they are drafted and checked one by one, and set like the others.
    """

    label: str
    members: tuple[Member, ...]
    witnesses: tuple[Member, ...] = ()
    province: bool = False
    figures: tuple[str, ...] = ()
    first: bool = False
    again: bool = False
    odd: frozenset[int] = frozenset()

    @property
    def kind(self) -> str:
        """`xã`, `phường`, `đặc khu` …, of its first member."""
        return self.members[0].locality.place.kind.value


@dataclass(frozen=True)
class Classing:
    """How the localities of a job are put into classes."""

    job: BatchJob

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Every word of the parents and of the draft file, but for the locality that it names."""
        plans = (self.job.parent, *self.job.above.values())
        return Vocabulary((*(text for plan in plans for text in _texts(plan)), _own_words(self.job.spec.value)))

    @cached_property
    def _figures(self) -> Figures:
        return Figures(self.job.spec.value)

    @cached_property
    def _provinces(self) -> "_Spoken":
        return _Spoken()

    @cached_property
    def _far(self) -> bool:
        """Whether the parent comes from above the provinces: then one province is like another."""
        return self.job.parent.issuing_body.level is Level.CENTRAL

    def classes(self, members: Sequence[Member]) -> tuple[Class, ...]:
        """All classes, in the order of their first members. Of each unusual shape of name one member is a witness."""
        groups: dict[tuple[str, ...], list[Member]] = {}
        odd: set[int] = set()
        for member in members:
            groups.setdefault(self._key(member), []).append(member)
            if not self.plain(member):
                odd.add(member.at)
        seen: set[str] = set()
        return tuple(self._class(key, tuple(group), odd, seen) for key, group in groups.items())

    def _key(self, member: Member) -> tuple[str, ...]:
        locality, row = member.locality, member.row
        if not self._classed(member):
            return (_LONG_WAY,)
        province = locality.province
        hole = self._province_is_a_hole(locality)
        return (
            locality.place.kind.value,
            province.kind.value if hole else province.full,
            "hole" if hole else "",
            Target.of(locality).hamlets,
            self._own_data(row),
        )

    def _own_data(self, row: LocalityRow) -> str:
        """What a row has of its own, but for its name and its signer's."""
        signatory = (
            row.signatory.model_dump(exclude={"name"}) | {"name": bool(row.signatory.name)} if row.signatory else None
        )
        own: list[object] = [signatory, row.symbol, row.number, row.drafting_unit, row.bodies]
        if self._figures.used or row.figures:
            own += self._figures.key(row)
        return json.dumps(own, ensure_ascii=False, sort_keys=True) if any(own) else ""

    def _province_is_a_hole(self, locality: Locality) -> bool:
        province = locality.province
        return self._far and not province.eponymous and not self.vocabulary.has(province.name)

    def plain(self, member: Member) -> bool:
        """Whether its names are only names: a commune of two tiers, not named like its province or like words of the parent or of the draft file."""
        name, province = member.locality.place.name, member.locality.province.name
        ours, theirs = f" {spoken(name)} ", f" {self._provinces[province]} "
        apart = ours not in theirs and theirs not in ours
        return apart and not self.vocabulary.has(name) and self._classed(member)

    def _classed(self, member: Member) -> bool:
        """Whether it can be set like others: a commune of two tiers whose signer's name is only a name.

        Rules that read the signer's name are not asked for each member, so a name that they might object to goes the long way.
        """
        locality, signer = member.locality, _signer(member.row)
        if not all(map(_is_ordinary_name, signer)) or any(map(self.vocabulary.has, signer)):
            return False
        return locality.level is Level.COMMUNE and locality.district is None and locality.two_tier

    def _class(self, key: tuple[str, ...], members: tuple[Member, ...], odd: set[int], seen: set[str]) -> Class:
        if key == (_LONG_WAY,):
            return Class(_LONG_WAY, members)
        kind, province, hole, hamlets, _ = key
        label = f"{kind}, {province if not hole else f'các {province}'}, {hamlets}"
        before = frozenset(seen)
        plain = tuple(one for one in members if one.at not in odd)
        witnesses = _witnesses(plain, seen) if len(plain) >= LEAST else ()
        again = seen == before and not any(own_figures(one.row) for one in witnesses)
        figures = self._figures.holes(members[0].row)
        apart = odd.intersection(one.at for one in members)
        return Class(label, members, witnesses, bool(hole), figures, kind not in before, again, frozenset(apart))


class _Spoken(dict[str, str]):
    """The words of names, each read once."""

    def __missing__(self, name: str) -> str:
        self[name] = words = spoken(name)
        return words


_LONG_WAY = "từng địa phương một"


def _witnesses(members: tuple[Member, ...], seen: set[str]) -> tuple[Member, ...]:
    """The one that the mould is made of; in the first class of a kind the longest name and one named after a person; new shapes.

    `seen`: the kinds and shapes that have witnesses already. Every class has two at least.
    """
    regular = [one for one in members if usual(one.locality.place.name)]
    plain = [one for one in regular if not one.locality.place.eponymous] or regular
    if not plain:
        return ()
    first = plain[0]
    others = [one for one in members if one is not first]
    longest = max(others, key=lambda one: len(one.locality.place.full))
    named = [one for one in others if one.locality.place.eponymous][:1]
    unseen = {built: one for one in reversed(others) if (built := shape(one.locality.place.name)) not in seen}
    kind = first.locality.place.kind.value
    differing = _differing(first, others)
    telling = (longest, *named) if kind not in seen else () if unseen else (*named, longest)[:1]
    seen.update(unseen, (shape(first.locality.place.name), kind))
    picked = {one.at: one for one in (first, *differing, *telling, *unseen.values())}
    return tuple(picked.values())


def _differing(first: Member, others: list[Member]) -> list[Member]:
    """Where rows have figures: the one that differs from the first in most of them."""
    given = own_figures(first.row)
    if not given:
        return []
    return [max(others, key=lambda one: sum(given.get(name) != words for name, words in own_figures(one.row).items()))]


def _signer(row: LocalityRow) -> tuple[str, ...]:
    return (row.signatory.name,) if row.signatory and row.signatory.name else ()


def _is_ordinary_name(name: str) -> bool:
    """Letters and blanks alone, each word as a person's name has it: no title, no mark, no blank left to fill in."""
    return name.replace(" ", "").isalpha() and is_person(name)


def _own_words(spec: DraftSpec) -> str:
    return spec.model_dump_json(exclude={"locality"})


def _texts(plan: Plan) -> Iterator[str]:
    body = plan.issuing_body
    yield from (
        body.name,
        body.superior or "",
        plan.subject,
        plan.place_and_date.place or "",
        plan.signatory.name or "",
    )
    for paragraph in (*plan.legal_bases, *plan.opening, *plan.closing):
        yield paragraph.text.text
    for item in plan.walk():
        yield item.words
    for annex in plan.annexes:
        yield from (annex.heading or "", annex.note or "")
    yield from (line.text for line in plan.recipients)
