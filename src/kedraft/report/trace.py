"""Đối chiếu: every paragraph of the parent beside what the child made of it; targets and duties side by side; counts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from kedraft.grammar.bodies import addressee
from kedraft.grammar.duties import Duty, duties, duties_of_others
from kedraft.model.base import Frozen, Words
from kedraft.model.draft import Draft
from kedraft.model.origin import Adapted, Authored, FromClause, Inherited, Replaced
from kedraft.model.plan import Annex, Item, NodeId, Paragraph, Plan
from kedraft.report.duties import Finder, TakenDuty, Taking, duty_json, taken
from kedraft.report.lineage import Echo, echoes, title_of
from kedraft.report.marking import marked
from kedraft.report.others import Others
from kedraft.report.places import place
from kedraft.report.rows import Fate, Row
from kedraft.report.targets import TargetRow, Verdict, targets_of

#: The reason that `inherit` records for what the draft file passes over in silence.
_SILENT = "không nhắc đến trong phiếu"


class Added(Frozen):
    """Phần tự viết - a paragraph that the parent does not have."""

    section: Words
    node: NodeId
    words: Words
    clause: Words | None = None


class Trace(Frozen):
    """Bảng đối chiếu - the titles of both plans, one row a parent's paragraph, targets, duties, and what was added."""

    parent_title: Words
    child_title: Words
    parent_subject: Words
    child_subject: Words
    rows: tuple[Row, ...]
    targets: tuple[TargetRow, ...] = ()
    duties: tuple[TakenDuty, ...] = ()
    added: tuple[Added, ...] = ()

    @cached_property
    def fates(self) -> Counter[Fate]:
        """How many paragraphs had each fate."""
        return Counter(row.fate for row in self.rows)

    @cached_property
    def takings(self) -> Counter[Taking]:
        """How many duties were taken, partly taken, dropped, not seen."""
        return Counter(one.taking for one in self.duties)

    @cached_property
    def verdicts(self) -> Counter[Verdict]:
        """How the child's targets compare."""
        return Counter(one.verdict for one in self.targets)


def trace(draft: Draft) -> Trace:
    """The parent beside the child, paragraph by paragraph."""
    plans = (draft.parent, *(one.plan for one in draft.above))
    asked = [duty for plan in plans for duty in duties(plan, draft.locality)] if draft.locality else []
    return Trace(
        parent_title=_title(draft.parent),
        child_title=_title(draft.plan),
        parent_subject=draft.parent.subject,
        child_subject=draft.plan.subject,
        rows=tuple(_Rows(draft).all()),
        targets=targets_of(draft),
        duties=taken(draft, asked),
        added=tuple(_added(draft.plan)),
    )


def trace_json(found: Trace) -> dict[str, Any]:
    """The trace as plain JSON values."""
    return {
        "parent": {"title": found.parent_title, "subject": found.parent_subject},
        "child": {"title": found.child_title, "subject": found.child_subject},
        "counts": {
            "rows": {fate.value: found.fates[fate] for fate in Fate},
            "targets": {verdict.value: found.verdicts[verdict] for verdict in Verdict},
            "duties": {taking.value: found.takings[taking] for taking in Taking},
            "added": len(found.added),
        },
        "rows": [_row_json(row) for row in found.rows],
        "targets": [one.model_dump(mode="json") for one in found.targets],
        "duties": [
            {
                **duty_json(one.duty),
                **one.model_dump(mode="json", exclude={"duty", "deadline", "at"}),
                "own_deadline": one.deadline,
            }
            for one in found.duties
        ],
        "added": [one.model_dump(mode="json") for one in found.added],
    }


def _row_json(row: Row) -> dict[str, Any]:
    return {
        "parent": {"section": row.section, "node": row.node, "label": row.label, "text": row.words},
        "fate": row.fate.value,
        "reason": row.reason,
        "child": {"node": row.child, "text": row.child_words} if row.child else None,
        "changes": [change.model_dump() for change in row.changes],
        "together_with": row.together,
        "first_said": row.first,
    }


def _title(plan: Plan) -> str:
    date = plan.place_and_date.date or ""
    day = "/".join(reversed(date.split("-"))) if date else "…"
    return f"Kế hoạch số {plan.number.number or '…'}/{plan.number.symbol or '…'} ngày {day if date.count('-') == 2 else '…/' + day} của {plan.issuing_body.name}"


# --- rows ------------------------------------------------------------------------------------------------------------

_OPENING, _CLOSING = "Căn cứ, mở đầu", "Lời kết"


class _New(NamedTuple):
    """What was written in a node's place: where, in which words, and why."""

    child: NodeId
    words: str
    reason: str | None


class _Rows:
    """Makes the rows of one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.shown: dict[NodeId, NodeId] = {}

    def all(self) -> Iterator[Row]:
        """Bases and opening, sections, closing, annexes."""
        yield from self._opening()
        yield from self._tree(self.draft.parent, "")
        yield from self._closing()
        for one in self.draft.above:
            yield from self._tree(one.plan, f"{title_of(one.plan)}: ")

    def _tree(self, plan: Plan, source: str) -> Iterator[Row]:
        for section in plan.sections:
            yield from self._below(section, source + _heading(section), ())
        for annex in plan.annexes:
            title = " ".join(part for part in (annex.label, annex.heading) if part) or "Phụ lục"
            for child in annex.children:
                yield from self._below(child, source + title, (annex.id,))

    def _below(self, item: Item, section: str, above: tuple[NodeId, ...]) -> Iterator[Row]:
        if not item.children or item.text is not None:
            yield self._row(item, section, above)
        for child in item.children:
            yield from self._below(child, section, (*above, item.id))

    def _row(self, item: Item, section: str, above: tuple[NodeId, ...]) -> Row:
        return self._others.told(self._fated(item, section, above))

    def _fated(self, item: Item, section: str, above: tuple[NodeId, ...]) -> Row:
        first = self._first.get(item.id)
        row = Row(
            section=section, node=item.id, label=item.label, words=item.words, fate=Fate.NOT_MENTIONED, first=first
        )
        own = self._children.get(item.id)
        if own is not None and isinstance(own.origin, Inherited | Adapted):
            return _kept(row, own)
        for node in (item.id, *reversed(above)):
            if new := self._replacements.get(node):
                if node != item.id and (left_out := self._left_out(item, node, new)):
                    return row.evolve(fate=Fate.DROPPED, reason=left_out)
                if node != item.id and self._others.holds_all(item.id, item.words):
                    return row.evolve(fate=Fate.DROPPED)
                return self._replaced(row, node, *new)
        reason = self._dropped.get(item.id)
        if item.id in self._echoed and (reason is None or reason == _SILENT):
            said = place(self._echoed[item.id])
            return row.evolve(fate=Fate.DROPPED, reason=f"kế hoạch cấp trên trực tiếp đã nêu lại tại {said}")
        if reason is None or reason == _SILENT:
            return row.evolve(reason=_SILENT)
        return row.evolve(fate=Fate.DROPPED, reason=reason)

    def _replaced(self, row: Row, node: NodeId, child: NodeId, words: str, reason: str | None) -> Row:
        first = self.shown.setdefault(node, row.node)
        if first != row.node:
            return row.evolve(fate=Fate.REPLACED, child=child, together=first, reason=reason)
        return row.evolve(fate=Fate.REPLACED, child=child, child_words=words, reason=reason)

    def _left_out(self, item: Item, node: NodeId, new: _New) -> str | None:
        """Why a body's task is not in the section that was written anew, where the new words say nothing of it."""
        path = self.draft.source_of(node).path(item.id)
        below = [one for at, one in enumerate(path) if any(outer.id == node for outer in path[:at])]
        titles = [title.text for one in below if (title := one.heading or (one.text if one.children else None))]
        body = next((name for title in reversed(titles) if (name := addressee(title))), None)
        if body is None or self._finder.says_something_of(item.words, body, self._items_of(new.child)):
            return None
        return new.reason or f"lời viết lại tại {place(new.child)} không nêu việc này của {body}"

    def _items_of(self, child: NodeId) -> frozenset[NodeId]:
        item = self.draft.plan.find(child)
        return frozenset(one.id for one in item.walk()) if item else frozenset()

    @cached_property
    def _others(self) -> Others:
        plans = (self.draft.parent, *(one.plan for one in self.draft.above))
        found = [duty for plan in plans for duty in _of_others(plan, self.draft)]
        return Others(found)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.draft)

    @cached_property
    def _echoes(self) -> tuple[Echo, ...]:
        return echoes(self.draft.parent, self.draft.above) if self.draft.above else ()

    @cached_property
    def _first(self) -> dict[NodeId, str]:
        """Where a higher plan said a paragraph of the parent before."""
        return {one.node: f"{one.plan}, {place(one.first)}" for one in self._echoes}

    @cached_property
    def _echoed(self) -> dict[NodeId, NodeId]:
        """Paragraphs of the higher plans that the parent repeats, and where."""
        return {one.first: one.node for one in reversed(self._echoes)}

    @cached_property
    def _dropped(self) -> dict[NodeId, str]:
        return {one.node: one.reason for one in self.draft.dropped}

    @cached_property
    def _children(self) -> dict[NodeId, Item]:
        """The child's items by the parent's node that they come from."""
        return {
            item.origin.node: item
            for item in self.draft.plan.walk()
            if isinstance(item.origin, Inherited | Adapted | Replaced)
        }

    @cached_property
    def _replacements(self) -> dict[NodeId, _New]:
        """For each node that was written anew: where, in which words, and why."""
        found: dict[NodeId, _New] = {}
        for siblings in _lists(self.draft.plan):
            for at, item in enumerate(siblings):
                if isinstance(item.origin, Replaced):
                    items = [item, *_written_with(siblings[at + 1 :])]
                    if _only_title(item):
                        continue
                    found[item.origin.node] = _New(item.id, "\n".join(map(_subtree, items)), item.origin.reason)
        for annex in self.draft.plan.annexes:
            if isinstance(annex.origin, Replaced) and all(isinstance(c.origin, Authored) for c in annex.children):
                words = "\n".join(_subtree(child) for child in annex.children)
                found[annex.origin.node] = _New(annex.id, words, annex.origin.reason)
        return found

    def _opening(self) -> Iterator[Row]:
        own = (*self.draft.plan.legal_bases, *self.draft.plan.opening)
        for at, paragraph in enumerate((*self.draft.parent.legal_bases, *self.draft.parent.opening), 1):
            row = Row(section=_OPENING, node=f"căn cứ {at}", words=paragraph.text.text, fate=Fate.DROPPED)
            same = next((one for one in own if one.text.text == paragraph.text.text), None)
            near = same or next((one for one in own if _numbers(one) & _numbers(paragraph)), None)
            last = at == len(self.draft.parent.legal_bases) + len(self.draft.parent.opening)
            if same:
                yield row.evolve(fate=Fate.KEPT, child="mở đầu", child_words=same.text.text)
            elif near:
                yield _marked(row.evolve(fate=Fate.ADAPTED, child="mở đầu", child_words=near.text.text))
            elif last and own:
                words = "\n".join(one.text.text for one in own)
                yield row.evolve(
                    fate=Fate.REPLACED, child="mở đầu", child_words=words, reason="lời mở đầu của kế hoạch này"
                )
            else:
                yield row.evolve(reason="không viện dẫn lại trong kế hoạch này")

    def _closing(self) -> Iterator[Row]:
        words = "\n".join(one.text.text for one in self.draft.plan.closing)
        for at, paragraph in enumerate(self.draft.parent.closing, 1):
            row = Row(section=_CLOSING, node=f"lời kết {at}", words=paragraph.text.text, fate=Fate.DROPPED)
            if words == paragraph.text.text:
                yield row.evolve(fate=Fate.KEPT, child="lời kết", child_words=words)
            elif words:
                yield row.evolve(
                    fate=Fate.REPLACED, child="lời kết", child_words=words, reason="lời kết của kế hoạch này"
                )
            else:
                yield row.evolve(reason="kế hoạch này không có lời kết")


def _of_others(plan: Plan, draft: Draft) -> tuple[Duty, ...]:
    return duties_of_others(plan, draft.locality) if draft.locality else ()


def _kept(row: Row, own: Item) -> Row:
    if own.words == row.words:
        return row.evolve(fate=Fate.KEPT, child=own.id, child_words=own.words)
    changes = own.origin.changes if isinstance(own.origin, Adapted) else ()
    return _marked(row.evolve(fate=Fate.ADAPTED, child=own.id, child_words=own.words, changes=changes))


def _marked(row: Row) -> Row:
    return row.evolve(marked=tuple(marked(row.words, row.child_words or "")))


def _heading(section: Item) -> str:
    words = section.heading.text if section.heading else ""
    return f"{section.label or ''} {words}".strip() or section.words[:80]


def _lists(plan: Plan) -> Iterator[tuple[Item, ...]]:
    yield plan.sections
    for annex in plan.annexes:
        yield annex.children
    for item in plan.walk():
        if item.children:
            yield item.children


def _only_title(item: Item) -> bool:
    """Whether only the title is new: what stands below still comes from the parent."""
    return any(isinstance(inner.origin, Inherited | Adapted) for inner in item.walk() if inner is not item)


def _written_with(siblings: Sequence[Item]) -> Iterator[Item]:
    """The further items of one rewriting: own text right behind its first item."""
    for item in siblings:
        field = item.origin.place.field if isinstance(item.origin, Authored) else None
        if not field or not field.endswith(".text"):
            return
        yield item


def _subtree(item: Item) -> str:
    return "\n".join(_line(inner) for inner in item.walk() if inner.words)


def _line(item: Item) -> str:
    if item.table is not None:
        rows = (" | ".join(cell.replace("\n", " ") for cell in row) for row in item.table.grid())
        return "\n".join(rows)
    return f"{item.label} {item.words}" if item.label else item.words


def _numbers(paragraph: Paragraph) -> set[str]:
    return {document.number for document in paragraph.cites if document.number}


def _added(plan: Plan) -> Iterator[Added]:
    """Own paragraphs that replace nothing."""
    covered = {
        inner.id
        for siblings in _lists(plan)
        for at, item in enumerate(siblings)
        if isinstance(item.origin, Replaced) and not _only_title(item)
        for top in (item, *_written_with(siblings[at + 1 :]))
        for inner in top.walk()
    }
    tops: list[tuple[str, Item]] = [(_heading(section), section) for section in plan.sections]
    tops += [
        (_annex_title(annex), child)
        for annex in plan.annexes
        if not isinstance(annex.origin, Replaced)
        for child in annex.children
    ]
    for title, top in tops:
        for item in top.walk():
            own = isinstance(item.origin, Authored | FromClause)
            if own and item.id not in covered and (not item.children or item.text is not None):
                clause = item.origin.clause if isinstance(item.origin, FromClause) else None
                yield Added(section=title, node=item.id, words=item.words, clause=clause)


def _annex_title(annex: Annex) -> str:
    return " ".join(part for part in (annex.label, annex.heading) if part) or "Phụ lục"
