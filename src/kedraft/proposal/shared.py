"""One proposal for units of every kind: what differs between the proposals for one unit of each kind becomes fields and choices.

Each kind gets a whole proposal of its own first, so nothing is known here of rooms, hamlets or levels. What all kinds have in common
stays as it is; where they part, the words are a field that every locality has (`{cấp}`, `{khu dân cư}`), or a choice by kind; where
even the entries part, an entry says for which kinds it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from kedraft.localities.rows import communes_of, spec_of
from kedraft.model.locality import Locality
from kedraft.model.plan import Plan
from kedraft.model.proposal import Proposal, ProposedNode, ProposedSection
from kedraft.model.spec import LocalitySpec
from kedraft.model.unit import Unit, UnitKind
from kedraft.proposal.doubts import THEIRS
from kedraft.proposal.merging import CannotMerge, Voice, merged
from kedraft.units import UnitTable


def one_of_each_kind(parent: Plan, province: str, on: date, table: UnitTable | None = None) -> tuple[LocalitySpec, ...]:
    """A commune of each kind in a province, with a name that the parent never says, so that it can be told from other words.

    Raises:
        LocalityUnknown: no such province on that day.
    """
    words = " ".join(_words(parent)).casefold()
    found: dict[UnitKind, Unit] = {}
    for unit in sorted(communes_of(province, on, table), key=lambda unit: not _plain(unit, words)):
        found.setdefault(unit.kind, unit)
    return tuple(spec_of(found[kind]) for kind in UnitKind if kind in found)


def _plain(unit: Unit, words: str) -> bool:
    return not unit.eponymous and " " in unit.name and unit.name.casefold() not in words


def _words(parent: Plan) -> Iterator[str]:
    yield parent.subject
    yield from (item.words for item in parent.walk())
    yield from (line.text for line in parent.recipients)


def shared(localities: Sequence[Locality], propose: Callable[[Locality], Proposal]) -> Proposal:
    """The proposal that fits every kind among `localities`, one of each kind."""
    each = {one.place.kind: propose(one) for one in localities}
    work = _Sharing(tuple(Voice.of(one) for one in localities))
    first = next(iter(each.values()))
    return first.evolve(
        shared=True,
        subject=work.words({kind: one.subject for kind, one in each.items()}),
        sections=tuple(work.sections({kind: one.sections for kind, one in each.items()})),
        annexes=tuple(work.sections({kind: one.annexes for kind, one in each.items()})),
    )


class _Sharing:
    """Merges what was proposed for each kind."""

    def __init__(self, voices: tuple[Voice, ...]) -> None:
        self._voices = {voice.kind: voice for voice in voices}

    def words(self, said: Mapping[UnitKind, str]) -> str:
        """One text for these kinds. Raises `CannotMerge`."""
        return merged([(self._voices[kind], text) for kind, text in said.items()])

    def sections(self, each: Mapping[UnitKind, Sequence[ProposedSection]]) -> Iterator[ProposedSection]:
        """The entries in the order of the first kind; one that not every kind has follows what stands before it."""
        order: list[str] = []
        for entries in each.values():
            before = -1
            for entry in entries:
                key = _key(entry)
                if key not in order:
                    order.insert(before + 1, key)
                before = order.index(key)
        for key in order:
            same = {kind: one for kind, entries in each.items() for one in entries if _key(one) == key}
            yield from self._section(same)

    def _section(self, same: Mapping[UnitKind, ProposedSection]) -> Iterator[ProposedSection]:
        alike: dict[tuple[object, ...], dict[UnitKind, ProposedSection]] = {}
        for kind, one in same.items():
            shape = (one.mode, one.drop is None, one.heading is None, one.text is None, one.clause)
            alike.setdefault(shape, {})[kind] = one
        for group in alike.values():
            try:
                yield self._merged(group)
            except CannotMerge:
                for kind, one in group.items():
                    yield self._merged({kind: one})

    def _merged(self, group: Mapping[UnitKind, ProposedSection]) -> ProposedSection:
        first = next(iter(group.values()))
        return first.evolve(
            when=self._when(group),
            drop=self._text(group, "drop"),
            heading=self._text(group, "heading"),
            text=self._text(group, "text"),
            notes=tuple(
                dict.fromkeys([*(note for one in group.values() for note in one.notes), *_named(group.values())])
            ),
            nodes=tuple(self._nodes({kind: one.nodes for kind, one in group.items()})),
            **self._drops({kind: dict(one.drops) for kind, one in group.items()}),
        )

    def _drops(self, each: Mapping[UnitKind, Mapping[str, str]]) -> dict[str, object]:
        """The nodes that are left out, each with its reason, and for which kinds where that is not all of the section's."""
        drops: list[tuple[str, str]] = []
        dropped_for: dict[str, tuple[UnitKind, ...]] = {}
        for node in dict.fromkeys(node for drops_ in each.values() for node in drops_):
            reasons = {kind: drops_[node] for kind, drops_ in each.items() if node in drops_}
            drops.append((node, self._reason(reasons)))
            if len(reasons) < len(each):
                dropped_for[node] = tuple(reasons)
        return {"drops": tuple(drops), "dropped_for": dropped_for}

    def _reason(self, reasons: Mapping[UnitKind, str]) -> str:
        try:
            return self.words(reasons)
        except CannotMerge:
            return next(iter(reasons.values()))

    def _nodes(self, each: Mapping[UnitKind, Sequence[ProposedNode]]) -> Iterator[ProposedNode]:
        """Nodes treated apart; those that not every kind of the section treats so say for which they are."""
        for node in dict.fromkeys(one.node for entries in each.values() for one in entries):
            same = {kind: one for kind, entries in each.items() for one in entries if one.node == node}
            alike: dict[tuple[object, ...], dict[UnitKind, ProposedNode]] = {}
            for kind, one in same.items():
                alike.setdefault((one.mode, one.heading is None, one.text is None), {})[kind] = one
            for group in alike.values():
                yield from self._node(group, tuple(each))

    def _node(self, group: Mapping[UnitKind, ProposedNode], kinds: Sequence[UnitKind]) -> Iterator[ProposedNode]:
        try:
            yield self._one_node(group, () if len(group) == len(kinds) else tuple(group))
        except CannotMerge:
            for kind, one in group.items():
                yield self._one_node({kind: one}, (kind,))

    def _one_node(self, group: Mapping[UnitKind, ProposedNode], when: tuple[UnitKind, ...]) -> ProposedNode:
        first = next(iter(group.values()))
        said = {name: self._text(group, name) for name in ("heading", "text", "why")}
        return first.evolve(when=when, **said)

    def _text(self, group: Mapping[UnitKind, object], name: str) -> str | None:
        said = {kind: getattr(one, name) for kind, one in group.items()}
        return None if None in said.values() else self.words(said)

    def _when(self, group: Mapping[UnitKind, object]) -> tuple[UnitKind, ...]:
        return () if len(group) == len(self._voices) else tuple(group)


def _named(group: Iterable[ProposedSection]) -> Iterator[str]:
    """What is left out because it is asked of units by name: those units themselves need it."""
    for node, reason in dict.fromkeys(drop for one in group for drop in one.drops if drop[1].startswith(THEIRS)):
        yield f"{node} là việc giao riêng {reason.removeprefix(THEIRS).strip(' ()')}: đơn vị ấy cần phiếu riêng có việc này"


def _key(entry: ProposedSection) -> str:
    """By what entries of several kinds are the same: the parent's node, or for own ones their heading."""
    return entry.node or f"= {entry.heading}"
