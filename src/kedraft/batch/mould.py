"""Khuôn của một nhóm: drafted, checked and set once, with holes for the names; then filled for each member."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kedraft.batch.classes import Class, Member
from kedraft.batch.full import drafted, proved, reviewed
from kedraft.batch.job import BatchJob
from kedraft.batch.names import Vocabulary, forms_of, is_plain
from kedraft.batch.probe import MANY, Probe
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding, Findings
from kedraft.model.locality import Locality
from kedraft.model.making import makes_many
from kedraft.rendering import Template, render
from kedraft.rendering.document import printed
from kedraft.rendering.mould import Cutter, FlowMould, Forms, Pieces, filled, has_holes


@dataclass(frozen=True)
class Mould:
    """What the members of a class share, with holes. `own_place`: the draft file says what stands before the date.

    `layout`: what the layout rules said of the first witness's file.
    """

    province: bool
    pages: FlowMould
    words: tuple[tuple[Finding, Pieces], ...]
    layout: Findings
    vocabulary: Vocabulary
    probe: Probe
    own_place: bool
    template: Template

    def forms(self, member: Member) -> Forms:
        """The names of a member, in the order of the holes."""
        return forms_of(member.locality, member.row, province=self.province)

    def fitting(self, members: Sequence[Member]) -> frozenset[int]:
        """The members (by their places in the table) whose names are only names to this plan and to the rules."""
        asked = [member for member in members if not self._among_words(member.locality)]
        plain = [member for member in asked if is_plain(member.locality.place.name)]
        odd = [member for member in asked if not is_plain(member.locality.place.name)]
        return frozenset((*self._unloaded(plain, plain=True), *self._unloaded(odd, plain=False)))

    def fits(self, member: Member) -> bool:
        """Whether one member's names are only names."""
        return member.at in self.fitting((member,))

    def _among_words(self, locality: Locality) -> bool:
        names = [locality.place.name, *([locality.province.name] if self.province else [])]
        return any(self.vocabulary.has(name) for name in names)

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
        """The class's findings on the words, with the member's names."""
        forms = self.forms(member)
        return tuple(
            one if not has_holes(message) else one.evolve(message=filled(message, forms)) for one, message in self.words
        )


@makes_many
def mould_for(job: BatchJob, group: Class, template: Template, *, words: bool = True) -> Mould | None:
    """The mould of a class; None when it would not give what the long way gives for one of the witnesses.

    The file of the first witness is proved in full. With `words` the findings on the second one are compared as well as its pages.
    """
    first, *others = group.witnesses
    draft, noticed = drafted(job, first.row, first.locality)
    if any(finding.where.field is None or finding.where == first.row.where for finding in noticed):
        return None  # what a row lacks is told at the row's own place
    document = render(draft, template)
    mould = _made(
        job, group, template, draft, reviewed(job, draft, noticed), proved(draft.plan, document, draft.spec.overrides)
    )
    if not mould.fits(first) or mould.fill(first) != document.data:
        return None
    if not all(_same(job, mould, one, words=words and at == 0) for at, one in enumerate(others) if mould.fits(one)):
        return None
    return mould


def _made(job: BatchJob, group: Class, template: Template, draft: Draft, words: Findings, layout: Findings) -> Mould:
    first = group.witnesses[0]
    forms = forms_of(first.locality, first.row, province=group.province)
    cutter = Cutter.of(forms)
    pages = FlowMould.of(draft.plan, template, cutter)
    return Mould(
        province=group.province,
        pages=pages,
        words=tuple((finding, cutter.pieces(finding.message)) for finding in words),
        layout=layout,
        vocabulary=Vocabulary(pages.words()),
        probe=Probe.of(draft.plan, pages.holed(), cutter, forms),
        own_place=job.spec.value.document.place is not None,
        template=template,
    )


def _same(job: BatchJob, mould: Mould, member: Member, *, words: bool) -> bool:
    """Whether the mould gives what the long way gives: every page, every byte; with `words` the findings as well."""
    draft, noticed = drafted(job, member.row, member.locality)
    if render(draft, mould.template).data != mould.fill(member):
        return False
    return not words or reviewed(job, draft, noticed) == mould.said(member)
