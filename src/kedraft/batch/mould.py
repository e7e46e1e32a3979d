"""Khuôn của một nhóm: drafted, checked and set once, with holes for the names; then filled for each member."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from kedraft.batch.classes import Class, Member
from kedraft.batch.figures import own_figures, variants, with_stand_ins
from kedraft.batch.full import drafted, in_folder, named, proved, reviewed
from kedraft.batch.job import BatchJob
from kedraft.batch.names import Vocabulary, forms_of, is_plain
from kedraft.batch.places import file_name
from kedraft.batch.probe import MANY, Probe, has_figure
from kedraft.batch.saying import Doubtful, Parts, parts_in, parts_of, saying, spoken, varies
from kedraft.lint.issuer import capitals, unit_in
from kedraft.lint.layout_subject import renumbered
from kedraft.lint.places import named_places
from kedraft.lint.receiving import assignees, is_received
from kedraft.model.document import Flow
from kedraft.model.finding import Finding, Findings
from kedraft.model.localities import LocalityRow
from kedraft.model.making import known, makes_many
from kedraft.model.place import Location
from kedraft.model.plan import Plan
from kedraft.pipeline import proof
from kedraft.rendering import Template, render
from kedraft.rendering.document import printed
from kedraft.rendering.letterhead import issuer_lines
from kedraft.rendering.mould import Cutter, FlowMould, Forms, Pieces, filled, has_holes
from kedraft.rendering.preprinted import Preprinted
from kedraft.units import predecessors
from kedraft.vietnamese.quoting import Heard, listening

#: A finding and its message with holes.
Said = tuple[Finding, Parts]
#: What two moulds that are filled alike have in common.
Likeness = tuple[object, ...]
#: The finding of a field for which a locality has no words: it stands at the locality's own cell.
LACKING = "PK-13"


@dataclass(frozen=True)
class Mould:
    """What the members of a class share, with holes. `own_place`: the draft file says what stands before the date.

    `layout`: what the layout rules said of the first witness's file, and where. `lacking`: what is told at the cells of a row, with the titles
    of their columns. `communes`: names of communes that the plan calls by their kind, whoever it is made for.
    """

    province: bool
    figures: tuple[str, ...]
    pages: FlowMould
    preprinted: Preprinted | None
    lacking: tuple[tuple[str | None, Said], ...]
    words: tuple[Said, ...]
    layout: tuple[tuple[Said, Parts], ...]
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

    @makes_many
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
        if self._told_of_head and not self._as_high(superior, issuer):
            return False
        unit = unit_in(issuer, superior)
        return unit is not None and unit.name == capitals(member.locality.place.name)

    @cached_property
    def _told_of_head(self) -> bool:
        """Whether something is said of the lines of the names themselves, which are others where a name takes more of them."""
        places = (finding.where.paragraph for (finding, _), _ in self.layout)
        return any(at is not None and at <= _lines(self.pages.base) for at in places)

    def _as_high(self, superior: str, issuer: str) -> bool:
        lines = issuer_lines(superior or None, issuer, self.pages.page, self.pages.edition)
        return sum(map(len, lines)) == _lines(self.pages.base)

    def _made_of_named(self, member: Member) -> bool:
        """Whether the plan names a commune that this one was made of: to this one alone that name is of the past."""
        unit = member.locality.unit
        return bool(self.communes) and unit is not None and any(old.name in self.communes for old in predecessors(unit))

    def _unloaded(self, members: Sequence[Member], *, plain: bool) -> Iterator[int]:
        for start in range(0, len(members), MANY):
            some = members[start : start + MANY]
            loaded = self.probe.loaded([self.forms(member) for member in some], plain=plain)
            yield from (member.at for at, member in enumerate(some) if at not in loaded)

    def fill(self, member: Member) -> tuple[bytes, Findings]:
        """The member's file, cheaply proved (every text stands in the XML), and the class's findings on it. Raises `WordsLost`."""
        place = None if self.own_place else member.locality.place.dateline
        pages = self.pages.fill(self.forms(member), place)
        data = self.preprinted.printed(pages) if self.preprinted else None
        return data or printed(pages, self.template), self._said_of(pages, member)

    def layout_of(self, member: Member, data: bytes) -> Findings | None:
        """The class's findings on the layout of this file; None where it is not the class's own with the member's names."""
        if not self._heads(member):
            return None
        own, said = self.fill(member)
        return said if own == data else None

    def likeness(self, kind: str) -> Likeness | None:
        """What decides how other names fill it and what is said of them; two moulds of one likeness need not both be compared with others."""
        pages = self.pages.likeness()
        if pages is None or self.figures or self.lacking:
            return None
        said = tuple((one.rule, one.severity, one.where, one.citation, parts) for one, parts in self.words)
        return kind, self.province, self.own_place, sha256(pages.encode()).hexdigest(), said

    def said(self, member: Member) -> Findings:
        """The class's findings on the words, with the member's names and at its own cells."""
        forms = self.forms(member)
        lacking = tuple(self._at_cell(member, title, _with(said, forms)) for title, said in self.lacking)
        return (*lacking, *(_with(said, forms) for said in self.words))

    def _said_of(self, pages: Flow, member: Member) -> Findings:
        """The class's findings on the layout, in the member's own file; a name that takes more lines moves what is below it."""
        if not self.layout:
            return ()
        forms, file = self.forms(member), file_name(member.locality)
        down = _lines(pages) - _lines(self.pages.base)
        found = (_in_file(_with(said, forms), file, spoken(place, forms)) for said, place in self.layout)
        return tuple(renumbered(one, lambda at: at + down) if down else one for one in found)

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
    return finding if not varies(message) else finding.evolve(message=spoken(message, forms))


def _lines(pages: Flow) -> int:
    """How many lines the names of the issuing body take: they stand above everything else."""
    return len(pages.letterhead.superior) + len(pages.letterhead.issuer)


def _in_file(finding: Finding, file: str, field: str) -> Finding:
    where = known(Location, finding.where.__dict__ | {"file": file, "field": field or None})
    return known(Finding, finding.__dict__ | {"where": where})


def _cell(row: LocalityRow, title: str | None) -> Location:
    """Where it is told that a row lacks something: at the empty cell, or where the row stands."""
    return row.cells.get(title, row.where) if title else row.where


@makes_many
def mould_for(job: BatchJob, group: Class, template: Template, compared: set[Likeness] | None = None) -> Mould | None:
    """The mould of a class; None when it would not give what the long way gives for one of the witnesses.

    `compared`: what moulds before it are like that were compared with all their witnesses; one that is like them, with witnesses of
    which nothing new can be learnt, is compared with the first alone.

    The file of the first witness is proved in full. Of the second one the findings on the words are compared as well as its pages, in
    the first class of a kind those on its layout, too.
    """
    first, *others = group.witnesses
    with listening() as heard:
        draft, noticed = drafted(job, first.row, first.locality)
        document = render(draft, template)
        layout = proved(draft.plan, in_folder(document, first.locality), draft.spec.overrides)
        every = reviewed(job, draft, noticed)
    try:
        mould = _made(job, group, template, draft.plan, _Reviewed(every, len(noticed), layout, heard))
    except Doubtful:
        return None
    if not mould.fits(first) or mould.fill(first) != (document.data, layout) or every != mould.said(first):
        return None
    likeness = mould.likeness(group.kind)
    if group.again and compared and likeness in compared:
        return mould
    asked = [one for one in others if mould.fits(one)]
    if not all(_same(job, mould, one, words=at == 0, layout=at == 0 and group.first) for at, one in enumerate(asked)):
        return None
    if compared is not None and likeness is not None:
        compared.add(likeness)
    return mould


class _Reviewed(NamedTuple):
    """All findings on the words, the first `noticed` of them noticed before the rules looked; those on the layout; what they quote."""

    findings: Findings
    noticed: int
    layout: Findings
    heard: Heard


def _made(job: BatchJob, group: Class, template: Template, drawn: Plan, said: _Reviewed) -> Mould:
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
    cutters = _Cutters.of(plan, cutter, forms, names)
    lacking, words = _told(first.row, said, cutters)
    return Mould(
        province=group.province,
        figures=group.figures,
        pages=pages,
        preprinted=Preprinted.of(pages.bare, pages.varying(), template),
        lacking=lacking,
        words=words,
        layout=tuple(((one, cutters.parts(one, said.heard)), cutters.place(one, said.heard)) for one in said.layout),
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

    def parts(self, finding: Finding, heard: Heard) -> Parts:
        """The message with holes. Raises `Doubtful`."""
        return parts_of(finding, heard, self.all if finding.where.field in self.nodes else self.names)

    def place(self, finding: Finding, heard: Heard) -> Parts:
        """The place on a page with holes, which is told by the first words there. Raises `Doubtful`."""
        return parts_in(finding.where.field or "", heard.of(saying(finding)), self.all)


def _told(
    row: LocalityRow, said: _Reviewed, cutters: _Cutters
) -> tuple[tuple[tuple[str | None, Said], ...], tuple[Said, ...]]:
    """What is told at a row's cells, each with the title of its column, and all other findings, with holes."""
    count = sum(finding.rule == LACKING for finding in said.findings[: said.noticed])  # they come first
    titles = {where: title for title, where in row.cells.items()}
    cut = tuple((finding, cutters.parts(finding, said.heard)) for finding in said.findings)
    return tuple((titles.get(one[0].where), one) for one in cut[:count]), cut[count:]


def _same(job: BatchJob, mould: Mould, member: Member, *, words: bool, layout: bool) -> bool:
    """Whether the mould gives what the long way gives: every page, every byte; with `words` and `layout` those findings as well."""
    draft, noticed = drafted(job, member.row, member.locality)
    document = render(draft, mould.template)
    data, said_of_pages = mould.fill(member)
    if document.data != data:
        return False
    if words and reviewed(job, draft, noticed) != mould.said(member):
        return False
    pages = in_folder(document, member.locality)
    return not layout or proof(pages, draft.spec.overrides) == said_of_pages
