"""`follow_references`: sentences taken over from the parent name their sections by the child's numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kedraft.grammar.references import Node, Reference, find_references, numeral_of, resolve
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.making import makes_many
from kedraft.model.origin import Adapted, Change, Inherited, Replaced
from kedraft.model.place import Location
from kedraft.model.plan import Annex, Item, Marker, NodeId, Paragraph, Plan, Recipient, Table
from kedraft.vietnamese.text import squeeze

RULE = "tham-chieu"
_SHOWN = 90
_WORDS = {
    Marker.PART: "Phần",
    Marker.CHAPTER: "Chương",
    Marker.ROMAN: "Mục",
    Marker.UPPER: "Mục",
    Marker.ARTICLE: "Điều",
    Marker.ARABIC: "khoản",
    Marker.DECIMAL: "khoản",
    Marker.LETTER: "điểm",
}


@makes_many
def follow_references(draft: Draft) -> Draft:
    """The draft with every inherited reference moved to the child's numbering; call it when the words are settled, after `adapt`.

    Each move is a `Change` with the rule `tham-chieu` on its node. A reference to what the child lacks is a finding KH-TC-01, one that own
    text makes to no place at all KH-TC-02. Following twice is following once.
    """
    if draft.followed:
        return draft
    follower = _Follower(draft, _counterparts(draft.plan))
    plan = draft.plan
    moved = plan.evolve(
        opening=tuple(follower.paragraph(p, draft.parent.opening, "opening") for p in plan.opening),
        sections=tuple(follower.item(section) for section in plan.sections),
        closing=tuple(follower.paragraph(p, draft.parent.closing, "closing") for p in plan.closing),
        recipients=tuple(follower.recipient(line, f"recipients[{at}]") for at, line in enumerate(plan.recipients)),
        annexes=tuple(
            annex.evolve(children=tuple(follower.item(child) for child in annex.children)) for annex in plan.annexes
        ),
    )
    news = [finding for finding in follower.findings if finding not in draft.findings]
    return draft.evolve(plan=moved, findings=(*draft.findings, *news), followed=True)


def _counterparts(plan: Plan) -> dict[NodeId, NodeId]:
    """Which node of the child carries a node of the parent."""
    pairs: dict[NodeId, NodeId] = {}
    nodes: list[Node] = [*plan.walk(), *plan.annexes]
    for node in nodes:
        if isinstance(node.origin, Inherited | Adapted | Replaced):
            pairs.setdefault(node.origin.node, node.id)
    return pairs


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a text stands: the child's node (or field), and the parent's node if its words come from there."""

    child: NodeId
    source: NodeId | None


@dataclass(slots=True)
class _Edits:
    """New numerals by span, and the phrases that they change."""

    spans: dict[tuple[int, int], str] = field(default_factory=dict)
    phrases: set[tuple[int, int]] = field(default_factory=set)


@dataclass(slots=True)
class _Follower:
    draft: Draft
    pairs: dict[NodeId, NodeId]
    findings: list[Finding] = field(default_factory=list)

    def item(self, item: Item) -> Item:
        """The item and what is below it, references moved."""
        children = tuple(self.item(child) for child in item.children)
        origin = item.origin
        if not isinstance(origin, Inherited | Adapted):
            for words in _texts(item):
                self._look_up(words, item.id)
            return item.evolve(children=children) if children != item.children else item
        if isinstance(origin, Adapted) and any(change.rule == RULE for change in origin.changes):
            return item.evolve(children=children) if children != item.children else item
        changes: list[Change] = []
        place = _Place(item.id, origin.node)
        heading = self._moved(item.heading, place, changes) if item.heading else None
        text = self._moved(item.text, place, changes) if item.text else None
        table = self._moved_table(item.table, place, changes) if item.table else None
        if not changes:
            return item.evolve(children=children) if children != item.children else item
        before = origin.changes if isinstance(origin, Adapted) else ()
        adapted = Adapted(node=origin.node, digest=origin.digest, changes=(*before, *changes), place=origin.place)
        return item.evolve(heading=heading, text=text, table=table, children=children, origin=adapted)

    def paragraph(self, paragraph: Paragraph, parents: Sequence[Paragraph], where: str) -> Paragraph:
        """An opening or closing: moved when it is the parent's own, else only looked up."""
        if any(squeeze(own.text.text) == squeeze(paragraph.text.text) for own in parents):
            return paragraph.evolve(text=self._moved(paragraph.text, _Place(where, None), []))
        self._look_up(paragraph.text.text, where)
        return paragraph

    def recipient(self, line: Recipient, where: str) -> Recipient:
        """A line of Nơi nhận: moved when it is one of the parent's lines, else only looked up."""
        if any(squeeze(own.text) == squeeze(line.text) for own in self.draft.parent.recipients):
            return Recipient(text=self._moved(Inline(text=line.text), _Place(where, None), []).text)
        self._look_up(line.text, where)
        return line

    def _moved_table(self, table: Table, place: _Place, changes: list[Change]) -> Table:
        rows = tuple(
            tuple(cell.evolve(lines=tuple(self._moved(line, place, changes) for line in cell.lines)) for cell in row)
            for row in table.rows
        )
        return table.evolve(rows=rows)

    def _moved(self, text: Inline, place: _Place, changes: list[Change]) -> Inline:
        edits = _Edits()
        for reference in find_references(text.text):
            path = resolve(reference, self.draft.parent, place.source)
            if path is not None:
                self._edit(reference, path, place, text.text, edits)
        return _rewritten(text, edits, changes)

    def _edit(self, reference: Reference, path: Sequence[Node], place: _Place, text: str, edits: _Edits) -> None:
        target = self.pairs.get(path[-1].id)
        if target is None:
            self.findings.append(self._lost(reference, path[-1], place, text))
            return
        numerals = self._numerals(reference, path, place)
        if numerals is None:
            phrase = (reference.start, reference.end)
            if phrase in edits.phrases or any(
                step.start < reference.start or step.end > reference.end for step in reference.steps
            ):
                self.findings.append(self._unclear(reference, target, place, text))
                return
            numerals = {phrase: _spoken(target, self.draft.plan)}
        if any(edits.spans.get(span, new) != new for span, new in numerals.items()):
            self.findings.append(self._unclear(reference, target, place, text))
            return
        edits.spans |= numerals
        edits.phrases.add((reference.start, reference.end))

    def _numerals(self, reference: Reference, path: Sequence[Node], place: _Place) -> dict[tuple[int, int], str] | None:
        """New numerals for the words as they stand, or None when the child's shape needs other words."""
        plan = self.draft.plan
        out: dict[tuple[int, int], str] = {}
        outer: Node | None = None
        for step, node in zip(reference.steps, path, strict=True):
            here = _node(plan, self.pairs.get(node.id))
            if here is None or (isinstance(node, Item) and isinstance(here, Item) and node.marker is not here.marker):
                return None
            if outer is not None and all(outer is not above for above in _lineage(plan, here.id)[:-1]):
                return None
            if outer is None and isinstance(here, Item) and not _reachable(here, plan, place.child):
                return None
            out[step.start, step.end] = (here.label or "Phụ lục") if isinstance(here, Annex) else numeral_of(here)
            outer = here
        return out

    def _look_up(self, text: str, where: NodeId) -> None:
        """References of own text are written with the child's numbers: they must lead somewhere."""
        context = where if self.draft.plan.find(where) else None
        for reference in find_references(text):
            certain = reference.explicit or reference.steps[0].numeral.isupper()
            if certain and resolve(reference, self.draft.plan, context) is None:
                message = (
                    f"“{_short(text)}” nhắc đến {reference.printed}, nhưng kế hoạch này không có chỗ đó; "
                    "sửa lại theo số thứ tự của kế hoạch này."
                )
                self.findings.append(_finding("KH-TC-02", message, where))

    def _lost(self, reference: Reference, node: Node, place: _Place, text: str) -> Finding:
        reason = next((dropped.reason for dropped in self.draft.dropped if dropped.node == node.id), "đã được viết lại")
        message = (
            f"“{_short(text)}” nhắc đến {reference.printed} ({node.id} của kế hoạch cấp trên), nhưng {node.id} không có trong kế hoạch này "
            f"({reason}); viết lại câu này bằng mode: replace, hoặc đưa {node.id} vào phiếu."
        )
        return _finding("KH-TC-01", message, place.child)

    def _unclear(self, reference: Reference, target: NodeId, place: _Place, text: str) -> Finding:
        message = (
            f"“{_short(text)}” nhắc đến {reference.printed}, nay là {_spoken(target, self.draft.plan)}; "
            "câu này nhắc nhiều chỗ cùng lúc nên chưa tự sửa được: viết lại câu bằng mode: replace."
        )
        return _finding("KH-TC-03", message, place.child)


def _finding(rule: str, message: str, where: NodeId) -> Finding:
    return Finding(rule=rule, severity=Severity.ERROR, message=message, where=Location(field=where))


def _short(text: str) -> str:
    line = squeeze(text)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _texts(item: Item) -> Iterator[str]:
    for part in (item.heading, item.text):
        if part:
            yield part.text
    for row in item.table.rows if item.table else ():
        for cell in row:
            yield cell.text


def _rewritten(text: Inline, edits: _Edits, changes: list[Change]) -> Inline:
    """The text with new numerals, last span first; each phrase that changed is one `Change`."""
    new = text
    for (start, end), numeral in sorted(edits.spans.items(), reverse=True):
        new = new.splice(start, end, numeral)
    for start, end in sorted(edits.phrases):
        shift = sum(len(n) - (e - s) for (s, e), n in edits.spans.items() if e <= start)
        grown = sum(len(n) - (e - s) for (s, e), n in edits.spans.items() if start <= s and e <= end)
        before, after = text.text[start:end], new.text[start + shift : end + shift + grown]
        if before != after:
            changes.append(Change(before=before, after=after, rule=RULE))
    return new


def _node(plan: Plan, node: NodeId | None) -> Node | None:
    if node is None:
        return None
    return plan.find(node) or next((annex for annex in plan.annexes if annex.id == node), None)


def _reachable(item: Item, plan: Plan, sentence: NodeId) -> bool:
    """Whether a sentence may name the item without naming what it stands in: a section, or an item in a list around the sentence."""
    if any(item is section for section in plan.sections):
        return True
    path = _lineage(plan, item.id)
    around = {node.id for node in _lineage(plan, sentence)}
    return len(path) > 1 and path[-2].id in around


def _lineage(plan: Plan, node: NodeId) -> tuple[Node, ...]:
    """The nodes from the section (or annex) down to `node`; empty when there is none of that id."""
    path = plan.path(node)
    annex = next((annex for annex in plan.annexes if path and any(path[0] is child for child in annex.children)), None)
    return (annex, *path) if annex else path


def _spoken(node: NodeId, plan: Plan) -> str:
    """`điểm b khoản 2 Mục III`: the way to a node in words, the innermost first."""
    words = [_step(step) for step in reversed(_lineage(plan, node))] or [
        _step(found) for found in [_node(plan, node)] if found
    ]
    return " ".join(word for word in words if word)


def _step(node: Node) -> str:
    if isinstance(node, Annex):
        return node.label or "Phụ lục"
    word = _WORDS.get(node.marker)
    return f"{word} {numeral_of(node)}" if word else ""
