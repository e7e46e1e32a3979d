"""Khuôn của một nhóm: drafted, checked and set once, with holes for the names; then filled for each member."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kedraft.batch.classes import Class, Member
from kedraft.batch.figures import own_figures, variants, with_stand_ins
from kedraft.batch.full import drafted, named, proved, reviewed
from kedraft.batch.job import BatchJob
from kedraft.batch.names import Vocabulary, forms_of, is_plain
from kedraft.batch.probe import MANY, Probe, has_figure
from kedraft.lint.issuer import capitals, unit_of
from kedraft.lint.places import named_places
from kedraft.lint.receiving import assignees, is_received
from kedraft.model.finding import Finding, Findings
from kedraft.model.localities import LocalityRow
from kedraft.model.making import makes_many
from kedraft.model.place import Location
from kedraft.model.plan import Plan
from kedraft.rendering import Template, render
from kedraft.rendering.document import printed
from kedraft.rendering.mould import Cutter, FlowMould, Forms, Pieces, filled, has_holes
from kedraft.units import predecessors

#: A finding and its message with holes.
Said = tuple[Finding, Pieces]
#: The finding of a field for which a locality has no words: it stands at the locality's own cell.
LACKING = "PK-13"


@dataclass(frozen=True)
class Mould:
    """What the members of a class share, with holes. `own_place`: the draft file says what stands before the date.

    `layout`: what the layout rules said of the first witness's file. `lacking`: what is told at the cells of a row, with the titles
    of their columns. `communes`: names of communes that the plan calls by their kind, whoever it is made for.
    """

    province: bool
    figures: tuple[str, ...]
    pages: FlowMould
    lacking: tuple[tuple[str | None, Said], ...]
    words: tuple[Said, ...]
    layout: Findings
    vocabulary: Vocabulary
    probe: Probe
    communes: frozenset[str]
    assigned: "_Assigned"
    own_place: bool
    template: Template
    file: str

    def forms(self, member: Member) -> Forms:
        """The names of a member, and its figures, in the order of the holes."""
        return forms_of(member.locality, member.row, province=self.province, figures=self.figures)

    def fitting(self, members: Sequence[Member]) -> frozenset[int]:
        """The members (by their places in the table) whose names are only names to this plan and to the rules."""
        asked = [
            one for one in members if self._heads(one) and not (self._among_words(one) or self._made_of_named(one))
        ]
        plain = [member for member in asked if is_plain(member.locality.place.name)]
        odd = [member for member in asked if not is_plain(member.locality.place.name)]
        return frozenset((*self._unloaded(plain, plain=True), *self._unloaded(odd, plain=False)))

    def fits(self, member: Member) -> bool:
        """Whether one member's names are only names."""
        return member.at in self.fitting((member,))

    def _among_words(self, member: Member) -> bool:
        locality = member.locality
        names = [locality.place.name, *([locality.province.name] if self.province else [])]
        if self.figures:
            given = own_figures(member.row)
            names += [given[name] for name in self.figures if not given[name][0].isdigit()]
        return any(self.vocabulary.has(name) for name in names)

    def _heads(self, member: Member) -> bool:
        """Whether its name is read off the issuing body's: rules take the unit from there, and `XÃ HỘI …` may be no unit to them.

        And whether its name changes nothing about who receives the plan.
        """
        forms = self.forms(member)
        if not self.assigned.as_usual(forms):
            return False
        superior, issuer, _ = (filled(pieces, forms) for pieces in self.pages.head)
        body = self.probe.plan.issuing_body.model_copy(update={"name": issuer, "superior": superior or None})
        unit = unit_of(self.probe.plan.model_copy(update={"issuing_body": body}))
        return unit is not None and unit.name == capitals(member.locality.place.name)

    def _made_of_named(self, member: Member) -> bool:
        """Whether the plan names a commune that this one was made of: to this one alone that name is of the past."""
        unit = member.locality.unit
        return bool(self.communes) and unit is not None and any(old.name in self.communes for old in predecessors(unit))

    def _unloaded(self, members: Sequence[Member], *, plain: bool) -> Iterator[int]:
        for start in range(0, len(members), MANY):
            some = members[start : start + MANY]
            loaded = self.probe.loaded([self.forms(member) for member in some], plain=plain)
            yield from (member.at for at, member in enumerate(some) if at not in loaded)

    def fill(self, member: Member) -> bytes:
        """The member's file, cheaply proved: every text stands in the XML. Raises `WordsLost`."""
        place = None if self.own_place else member.locality.place.dateline
        return printed(self.pages.fill(self.forms(member), place), self.template)

    def said(self, member: Member) -> Findings:
        """The class's findings on the words, with the member's names and at its own cells."""
        forms = self.forms(member)
        lacking = tuple(self._at_cell(member, title, _with(said, forms)) for title, said in self.lacking)
        return (*lacking, *(_with(said, forms) for said in self.words))

    def _at_cell(self, member: Member, title: str | None, finding: Finding) -> Finding:
        return named(finding.evolve(where=_cell(member.row, title)), self.file)


class _Assigned(NamedTuple):
    """Bodies that get work and bear a name, the lines of those who receive the plan, and which of the former are among the latter.

    Rules compare the two word by word, so that a word of a name may count on either side.
    """

    bodies: tuple[Pieces, ...]
    lines: tuple[Pieces, ...]
    received: tuple[bool, ...] = ()

    @classmethod
    def of(cls, plan: Plan, cutter: Cutter, forms: Forms) -> "_Assigned":
        """What a plan says, and what that means with the names that the mould is made of."""
        cut = (cutter.pieces(name) for _, name in assignees(plan))
        texts = (line.text for line in plan.recipients if not line.text.startswith("Lưu"))
        made = cls(tuple(filter(has_holes, cut)), tuple(map(cutter.pieces, texts)))
        return made._replace(received=made._received(forms))

    def as_usual(self, forms: Forms) -> bool:
        """Whether another name changes nothing."""
        return not self.bodies or self._received(forms) == self.received

    def _received(self, forms: Forms) -> tuple[bool, ...]:
        lines = tuple(filled(line, forms) for line in self.lines)
        return tuple(is_received(filled(body, forms), lines) for body in self.bodies)


def _with(said: Said, forms: Forms) -> Finding:
    """A finding with the names in its holes. Those without holes are one value for the whole class."""
    finding, message = said
    return finding if not has_holes(message) else finding.evolve(message=filled(message, forms))


def _cell(row: LocalityRow, title: str | None) -> Location:
    """Where it is told that a row lacks something: at the empty cell, or where the row stands."""
    return row.cells.get(title, row.where) if title else row.where


@makes_many
def mould_for(job: BatchJob, group: Class, template: Template, *, words: bool = True) -> Mould | None:
    """The mould of a class; None when it would not give what the long way gives for one of the witnesses.

    The file of the first witness is proved in full. With `words` the findings on the second one are compared as well as its pages;
    where rows have figures, always.
    """
    first, *others = group.witnesses
    draft, noticed = drafted(job, first.row, first.locality)
    document = render(draft, template)
    layout = proved(draft.plan, document, draft.spec.overrides)
    every = reviewed(job, draft, noticed)
    mould = _made(job, group, template, draft.plan, _Reviewed(every, len(noticed)), layout)
    if not mould.fits(first) or mould.fill(first) != document.data or every != mould.said(first):
        return None
    compared = words or bool(group.figures)
    if not all(_same(job, mould, one, words=compared and at == 0) for at, one in enumerate(others) if mould.fits(one)):
        return None
    return mould


class _Reviewed(NamedTuple):
    """All findings on the words; the first `noticed` of them were noticed before the rules looked."""

    findings: Findings
    noticed: int


def _made(job: BatchJob, group: Class, template: Template, drawn: Plan, said: _Reviewed, layout: Findings) -> Mould:
    first = group.witnesses[0]
    plan, cut = drawn, first.row
    if group.figures:
        cut = with_stand_ins(first.row, group.figures)
        plan = drafted(job, cut, first.locality)[0].plan
    holes = forms_of(first.locality, cut, province=group.province, figures=group.figures)
    names = len(holes) - len(variants("")) * len(group.figures)
    cutter = Cutter.of(holes)
    pages = FlowMould.of(plan, template, cutter)
    constant = tuple(pages.words())
    forms = forms_of(first.locality, first.row, province=group.province, figures=group.figures)
    lacking, words = _told(first.row, said, _Cutters.of(plan, cutter, forms, names))
    return Mould(
        province=group.province,
        figures=group.figures,
        pages=pages,
        lacking=lacking,
        words=words,
        layout=layout,
        vocabulary=Vocabulary(constant),
        probe=Probe.of(plan, pages.holed(), cutter, forms, names),
        communes=frozenset(place.name for text in constant for place in named_places(text)),
        assigned=_Assigned.of(plan, cutter, forms),
        own_place=job.spec.value.document.place is not None,
        template=template,
        file=job.draft_file.name,
    )


class _Cutters(NamedTuple):
    """Where messages are cut: at names everywhere, at figures only where the words spoken of hold one. `nodes`: where that is."""

    names: Cutter
    all: Cutter
    nodes: frozenset[str]

    @classmethod
    def of(cls, plan: Plan, cutter: Cutter, forms: Forms, names: int) -> "_Cutters":
        """`cutter` cuts the plan; `forms` are what stands in messages, the first `names` of them names."""
        found = (item for item in plan.walk() if any(has_figure(one, cutter, names) for one in item.walk()))
        nodes = frozenset(item.id for item in found) if len(forms) > names else frozenset()
        return cls(Cutter.of(forms[:names]), Cutter.of(forms), nodes)

    def pieces(self, finding: Finding) -> Pieces:
        """The message with holes."""
        cutter = self.all if finding.where.field in self.nodes else self.names
        return cutter.pieces(finding.message)


def _told(
    row: LocalityRow, said: _Reviewed, cutters: _Cutters
) -> tuple[tuple[tuple[str | None, Said], ...], tuple[Said, ...]]:
    """What is told at a row's cells, each with the title of its column, and all other findings, with holes."""
    count = sum(finding.rule == LACKING for finding in said.findings[: said.noticed])  # they come first
    titles = {where: title for title, where in row.cells.items()}
    cut = tuple((finding, cutters.pieces(finding)) for finding in said.findings)
    return tuple((titles.get(one[0].where), one) for one in cut[:count]), cut[count:]


def _same(job: BatchJob, mould: Mould, member: Member, *, words: bool) -> bool:
    """Whether the mould gives what the long way gives: every page, every byte; with `words` the findings as well."""
    draft, noticed = drafted(job, member.row, member.locality)
    if render(draft, mould.template).data != mould.fill(member):
        return False
    return not words or reviewed(job, draft, noticed) == mould.said(member)
