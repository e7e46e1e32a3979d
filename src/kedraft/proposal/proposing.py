"""propose: the whole draft file, section by section."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from kedraft.adaptation import Adapter, SourceBody, adapt_text
from kedraft.adaptation.deadlines import levels_between
from kedraft.clauses import Library, words_of
from kedraft.grammar.duties import Duty, duties, duties_of_province
from kedraft.grammar.references import find_references
from kedraft.inheritance import renumbered
from kedraft.inheritance.casing import is_capitals
from kedraft.inheritance.head import names_in, subject_of
from kedraft.model.draft import Draft
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.plan import Item, Level, Marker, NodeId, Plan
from kedraft.model.proposal import Proposal, ProposedNode, ProposedSection
from kedraft.model.spec import DeadlineSpec, Mode
from kedraft.proposal.annexes import proposed_annex, refused
from kedraft.proposal.assignment import assigned, leading_body, pays_for, reported
from kedraft.proposal.decisions import Decisions
from kedraft.proposal.doubts import (
    ask_doubts,
    leave_to_above,
    leave_to_offices,
    leave_to_others,
    limits_asked,
    say_of_committee,
)
from kedraft.proposal.fields import lead_for
from kedraft.proposal.handed import is_asked
from kedraft.proposal.levels import part_by_levels
from kedraft.proposal.living import as_said
from kedraft.proposal.nodes import settle
from kedraft.proposal.reports import reporting
from kedraft.proposal.sections import Kind, sections_of, title_of
from kedraft.proposal.sums import ask_totals, drop_allotments
from kedraft.proposal.tasks import Task, Tasks
from kedraft.proposal.totals import Share
from kedraft.proposal.trial import faults, lines_to_nowhere, node_of, tried
from kedraft.vietnamese.dates import first_day
from kedraft.vietnamese.deadlines import Pace
from kedraft.vietnamese.text import both_tones, squeeze

_ROUNDS = 5
_REWRITTEN = (Kind.FUNDING, Kind.ASSIGNMENT, Kind.REPORTS)
_STEP = Pace(DeadlineSpec().step, DeadlineSpec().monthly)
_ANNEX = re.compile(r"\b[Pp]hụ lục\b")
_FUNDING = {Level.PROVINCE: "kinh-phi/cap-tinh", Level.DISTRICT: "kinh-phi/cap-huyen", Level.COMMUNE: "kinh-phi/cap-xa"}


def propose(parent: Plan, file: str, locality: Locality, on: str, library: Library | None = None) -> Proposal:
    """A proposal for `locality` on the partial date `on`; `file` is what the draft file will name as its parent.

    `library`: the clauses that it draws on, an office's own among them.
    """
    locality = as_said(parent, locality)
    work = _Proposing(parent, locality, on, library or Library(), _subject(parent, locality))
    return Proposal(
        parent=file,
        locality=locality,
        subject=work.subject,
        date=on,
        sections=work.sections(),
        committee=_committee(parent),
        annexes=work.annexes,
    )


@dataclass(slots=True)
class _Proposing:
    """The work on one parent for one office."""

    parent: Plan
    locality: Locality
    on: str
    library: Library
    subject: str
    decisions: Decisions = field(default_factory=Decisions)
    annexes: tuple[ProposedSection, ...] = ()
    shares: tuple[Share, ...] = ()
    reports: str = ""

    def sections(self) -> tuple[ProposedSection, ...]:
        """Every section, in the parent's order; the office's own assignment last where the parent has none."""
        asked = duties(self.parent, self.locality)
        section = self._assignment_section()
        tasks = self._tasks(section, asked)
        self.annexes = tuple(proposed_annex(annex, asked, tasks) for annex in self.parent.annexes)
        self._start()
        leave_to_others(self.parent, self._sections_taken(), tasks, self.decisions)
        leave_to_above(self._sections_taken(), asked, tasks, self.decisions)
        if self.locality.level in (Level.DISTRICT, Level.COMMUNE):
            leave_to_offices(self._sections_taken(), tasks, self.decisions)
            say_of_committee(self._sections_taken(), tasks, self.decisions)
        part_by_levels(self.parent, self.locality, tasks, self.decisions)
        self._try()
        ask_doubts(self._sections_taken(), asked, self.locality, self.decisions)
        reports = reporting(self.parent, [*asked, *self._of_provinces()], self.locality, _STEP)
        self.reports = reported(self.locality, self.library, tasks, reports)
        left = self._left(asked)
        found = [
            task
            for duty in (*left, *self._left(self._of_provinces()))
            for task in tasks.of(duty)
            if not self._says(duty, task)
        ]
        apart = any(kind is Kind.REPORTS for _, kind in sections_of(self.parent))
        give = partial(assigned, section, self.locality, self.library, tasks, found, reports, apart=apart)
        untaken = tuple(_untaken(duty) for duty in left if not tasks.idle(duty) and not [*tasks.of(duty)])
        notes = (*untaken, *limits_asked(left), *dict.fromkeys(tasks.notes))
        return self._renumbered(self._without_lost(partial(give, annex=self._annexed()), notes))

    def _without_lost(self, give: Callable[..., str], notes: tuple[str, ...]) -> tuple[ProposedSection, ...]:
        """The entries without the lines of the assignment that refer to what the draft does not have; each is noted."""
        entries = self._entries(give(), notes)
        lost = tuple(lines_to_nowhere(self._drafted(self._renumbered(entries)))) if _refer(entries) else ()
        if not lost:
            return entries
        noted = tuple(f"bỏ dòng nhắc đến phần không đưa vào kế hoạch: {one} …" for one in lost)
        return self._entries(give(without=lost), (*notes, *noted))

    def _drafted(self, entries: Sequence[ProposedSection]) -> Draft:
        return tried(self.parent, entries, self.annexes, self.locality, self.on, self.subject)

    def _renumbered(self, entries: tuple[ProposedSection, ...]) -> tuple[ProposedSection, ...]:
        """The entries with the references that their texts took from the parent named by the numbers that they themselves give."""
        if not _refer(entries):
            return entries
        draft = self._drafted(entries)
        return tuple(entry.evolve(text=renumbered(entry.text, draft)) if entry.text else entry for entry in entries)

    def _of_provinces(self) -> tuple[Duty, ...]:
        """What a central body asks of provinces: below them it is work as well, where no plan of the province stands between."""
        return duties_of_province(self.parent, self.locality)

    def _tasks(self, section: Item | None, asked: Sequence[Duty]) -> Tasks:
        adapter = Adapter.of(SourceBody.of(self.parent, self.locality), self.locality, None, self.parent.subject)
        receivers = [one.to for one in asked if one.to] + [one.to for one in self.parent.reporting if one.to]
        steps = levels_between(self.parent.issuing_body.level, self.locality)
        lead = leading_body(section, receivers, self.locality, adapter)
        usual = lead_for(self.parent, self.subject, self.locality)
        home = usual if lead is None or is_asked(lead) else lead
        issuer = "Ban Chỉ đạo" if _committee(self.parent) else words_of(self.locality)["cơ quan ban hành"]
        return Tasks(adapter, self.locality, lead or usual, home, _STEP.times(steps), first_day(self.on), issuer)

    # --- sections that are taken over --------------------------------------------------------------------------------

    def _taken(self) -> list[tuple[Item, Kind]]:
        return [(one, kind) for one, kind in sections_of(self.parent) if kind not in (*_REWRITTEN, Kind.STATE)]

    def _sections_taken(self) -> list[Item]:
        return [section for section, _ in self._taken()]

    def _start(self) -> None:
        """What is known before anything is tried: allotments, places in verbatim words, annexes that are not there."""
        self.shares = drop_allotments(self.parent, self.locality, self.decisions)
        adapter = Adapter.of(SourceBody.of(self.parent, self.locality), self.locality)
        dropped = [one for one in self.annexes if one.drop is not None]
        for section, kind in self._taken():
            for item in section.walk():
                if item is section:
                    continue
                if dropped and len(dropped) == len(self.annexes) and _ANNEX.search(item.words) and not item.children:
                    self.decisions.drop(item.id, "Nhắc đến phụ lục không đưa vào kế hoạch này")
                elif kind is Kind.CONTENT and item.text and _speaks_of_levels(adapter, item.text):
                    why = "có tên cấp, địa danh: cụ thể hóa"
                    self.decisions.nodes[item.id] = ProposedNode(node=item.id, why=why, mode=Mode.ADAPT)

    def _try(self) -> None:
        """Drafts and looks, until nothing of the level above is left over."""
        for at in range(_ROUNDS):
            entries = [self.decisions.inherited(section, kind) for section, kind in self._taken()]
            if not any(entry.drop is None for entry in entries):
                return
            draft = self._drafted([*entries, *self._others()])
            changed = settle(list(faults(draft, self.locality)), draft, self.locality, self.decisions)
            changed |= self._refuse_annexes()
            if at == 0:
                ask_totals(draft, self.locality, self.shares, self.decisions)
            if not changed and at:
                return

    def _refuse_annexes(self) -> bool:
        """Leaves out annexes in which something cannot stay: a table is not trimmed by rule."""
        spoilt = [
            one.node
            for one, annex in zip(self.annexes, self.parent.annexes, strict=True)
            if one.drop is None
            and any(item.id in self.decisions.drops for child in annex.children for item in child.walk())
        ]
        self.annexes = tuple(refused(one) if one.node in spoilt else one for one in self.annexes)
        return bool(spoilt)

    def _others(self) -> list[ProposedSection]:
        """The other sections, as a trial needs them: named, so that references to them hold."""
        own = [one for one, kind in sections_of(self.parent) if kind in _REWRITTEN]
        state = [one for one, kind in sections_of(self.parent) if kind is Kind.STATE]
        return [
            *(
                ProposedSection(why="", node=one.id, mode=Mode.REPLACE, text="1. Thực hiện theo quy định.")
                for one in own
            ),
            *(ProposedSection(why="", node=one.id, drop="bỏ") for one in state),
        ]

    def _annexed(self) -> bool:
        """Whether the child has an annex that no kept words name."""
        kept = self._kept()
        named = any(_ANNEX.search(item.words) for item in self.parent.walk() if item.id in kept)
        return not named and any(one.drop is None for one in self.annexes)

    def _left(self, asked: Sequence[Duty]) -> list[Duty]:
        """The duties that no kept words of the parent hold."""
        kept = self._kept()
        tables = {child.id for annex in self.parent.annexes for child in annex.children}
        shown = {child.id for annex in self.parent.annexes for child in annex.children if self._rebuilt(annex.id)}
        money = {item.id for one, kind in sections_of(self.parent) if kind is Kind.FUNDING for item in one.walk()}
        left = [duty for duty in asked if (duty.leaf not in kept or self._cut(duty)) and duty.leaf not in shown]
        left = [duty for duty in left if duty.leaf not in money or duty.deadline or pays_for(duty.text)]
        left.sort(key=lambda duty: duty.leaf in tables)  # a table says again, shorter, what the text says
        return left

    def _cut(self, duty: Duty) -> bool:
        """Whether a duty's words went when its paragraph was written anew."""
        known = self.decisions.nodes.get(duty.leaf)
        return known is not None and known.text is not None and not said_in(duty.text, known.text)

    def _says(self, duty: Duty, task: Task) -> bool:
        """Whether what stayed of a duty's paragraph says a task of it."""
        known = self.decisions.nodes.get(duty.leaf)
        return known is not None and known.text is not None and said_in(task.words, known.text)

    def _rebuilt(self, annex: NodeId) -> bool:
        return any(one.node == annex and one.drop is None for one in self.annexes)

    def _kept(self) -> set[NodeId]:
        entries = [self.decisions.inherited(section, kind) for section, kind in self._taken()]
        if not any(entry.drop is None for entry in entries):
            return set()
        draft = self._drafted([*entries, *self._others()])
        own = {section.id for section, kind in sections_of(self.parent) if kind in _REWRITTEN}
        return {node for item in draft.plan.walk() if (node := node_of(item.origin))} - own

    # --- sections that are written anew ------------------------------------------------------------------------------

    def _assignment_section(self) -> Item | None:
        return next((one for one, kind in sections_of(self.parent) if kind is Kind.ASSIGNMENT), None)

    def _entries(self, assignment: str, untaken: tuple[str, ...]) -> tuple[ProposedSection, ...]:
        out: list[ProposedSection] = []
        written = False
        for section, kind in sections_of(self.parent):
            match kind:
                case Kind.FUNDING:
                    out.append(self._funding(section))
                case Kind.REPORTS:
                    out.append(self._reporting(section))
                case Kind.ASSIGNMENT if not written and self._lifted(section):
                    out.append(
                        _dropped(section, "đánh số lại cùng các mục", "Phân công của cấp trên; đơn vị phân công lại")
                    )
                    out.append(_assignment(assignment, None, untaken))
                    written = True
                case Kind.ASSIGNMENT if not written:
                    out.append(_assignment(assignment, section, untaken))
                    written = True
                case Kind.ASSIGNMENT:
                    why = "đã phân công lại ở mục tổ chức thực hiện"
                    out.append(_dropped(section, why, "Phân công của cấp trên; đơn vị phân công lại"))
                case Kind.STATE:
                    out.append(
                        _dropped(section, Kind.STATE.value, "Đánh giá, số liệu của cấp trên; đơn vị không nhắc lại")
                    )
                case _:
                    out.append(self.decisions.inherited(section, kind))
        if not written:
            out.append(_assignment(assignment, None, untaken))
        return tuple(out)

    def _lifted(self, section: Item) -> bool:
        """Whether a part stands alone among sections that were taken out of their parts: its number would not fit theirs."""
        others = [one for one, _ in sections_of(self.parent) if one is not section]
        return section.marker in (Marker.PART, Marker.CHAPTER) and any(one.marker is Marker.ROMAN for one in others)

    def _funding(self, section: Item) -> ProposedSection:
        clause = _FUNDING[self.locality.level]
        return ProposedSection(
            why=Kind.FUNDING.value,
            node=section.id,
            title=title_of(section),
            mode=Mode.REPLACE,
            heading="KINH PHÍ THỰC HIỆN",
            clause=clause,
        )

    def _reporting(self, section: Item) -> ProposedSection:
        heading = "CHẾ ĐỘ BÁO CÁO" if is_capitals(title_of(section)) else "Chế độ báo cáo"
        return ProposedSection(
            why=Kind.REPORTS.value,
            node=section.id,
            title=title_of(section),
            mode=Mode.REPLACE,
            heading=heading,
            text=self.reports,
        )


def _refer(entries: Sequence[ProposedSection]) -> bool:
    return any(find_references(entry.text or "") for entry in entries)


def _speaks_of_levels(adapter: Adapter, text: Inline) -> bool:
    done = adapter.adapt(text)
    return bool(done.changes or done.asks)


def _assignment(text: str, section: Item | None, untaken: tuple[str, ...]) -> ProposedSection:
    own = ProposedSection(why=Kind.ASSIGNMENT.value, heading="TỔ CHỨC THỰC HIỆN", text=text, notes=untaken)
    if section is None:
        return own
    return own.evolve(node=section.id, title=title_of(section), mode=Mode.REPLACE)


def _untaken(duty: Duty) -> str:
    """A duty that a person must put into words."""
    return f"việc cấp trên giao chưa đưa vào ({duty.node}): {' '.join(duty.text.split())}"


def said_in(duty: str, text: str) -> bool:
    """Whether a text still says what a duty says: most of its words."""
    words, said = (set(re.findall(r"\w+", one.casefold())) for one in (duty, text))
    return len(words & said) >= _STILL_SAID * len(words)


_STILL_SAID = 0.6


def _dropped(section: Item, why: str, reason: str) -> ProposedSection:
    return ProposedSection(why=why, node=section.id, title=title_of(section), drop=reason)


# --- head --------------------------------------------------------------------------------------------------------------

_COMMITTEE_LEVEL = re.compile(
    r"\ABAN CHỈ ĐẠO\s+(?:QUỐC GIA|TRUNG ƯƠNG|(?:CẤP )?(?:TỈNH|THÀNH PHỐ|HUYỆN|XÃ))?\s*(?:VỀ\s+)?"
)


def _committee(parent: Plan) -> str | None:
    """The name of the locality's own steering committee, made from the parent's: `BAN CHỈ ĐẠO QUỐC GIA …` loses its level."""
    name = parent.issuing_body.name.upper()
    if not name.startswith("BAN CHỈ ĐẠO"):
        return None
    return squeeze(_COMMITTEE_LEVEL.sub("BAN CHỈ ĐẠO ", name))


def _without_place_above(text: str, locality: Locality) -> str:
    """The subject without the parent's place where it stayed: its name has its tone mark on the other vowel."""
    for place in (locality.province, locality.district):
        names = both_tones(place.name) if place else ()
        for name in names:
            where = (
                rf"\s+(?:(?:trên|tại)\s+)?(?:địa bàn\s+)?(?:tỉnh|thành phố|huyện|thị xã|quận)\s+{re.escape(name)}(?!\w)"
            )
            text = re.sub(where, "", text, flags=re.IGNORECASE)
    return text


def _subject(parent: Plan, locality: Locality) -> str:
    """The parent's subject in the child's name; the place is added where the subject names none."""
    text = subject_of(parent, names_in(locality)) if is_capitals(parent.subject) else parent.subject
    text = squeeze(text).rstrip(".")
    text = text[:1].upper() + text[1:]
    done = adapt_text(Inline(text=text), source=SourceBody.of(parent, locality), locality=locality).text.text
    if locality.place.name.lower() in done.lower():
        return done
    done = _without_place_above(done, locality)
    bare = rf"\b(?:trên |trong )?(?:phạm vi )?(?:(?:địa bàn|của)(?: toàn)?|toàn) {locality.place.kind.value}(?= giai đoạn| năm|,|\Z)"
    if found := re.search(bare, done):
        at = "của" if found.group().startswith("của") else "trên địa bàn"
        return f"{done[: found.start()]}{at} {locality.place.full}{done[found.end() :]}"
    period = re.search(r"(?<!\d),?\s+(?:giai đoạn|năm)\s+20\d\d(?:\s*[-–]\s*20\d\d)?\Z", done)
    place = f" trên địa bàn {locality.place.full}"
    return done[: period.start()] + place + done[period.start() :] if period else done + place
