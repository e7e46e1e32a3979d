"""`follow_references`: sentences taken over from the parent name their sections by the child's numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from kedraft.grammar.places import Node, Places, numeral_of
from kedraft.grammar.references import Reference, find_references
from kedraft.inheritance.ranges import is_range, still_together
from kedraft.inheritance.spoken import reachable, spoken
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.making import makes_many
from kedraft.model.origin import Adapted, Change, Inherited, Replaced
from kedraft.model.place import Location
from kedraft.model.plan import Annex, Item, NodeId, Paragraph, Plan, Recipient, Table
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.quoting import quoted
from kedraft.vietnamese.text import squeeze

RULE = "tham-chieu"
_SHOWN = 90
#: So many words before a reference that are the parent's as well show that it was copied with them.
_COPIED_WORDS = 3
#: `điểm a khoản này`, `khoản 2 Mục này`: the words go on with the place around the sentence.
_THE_SAME = lazily(
    r"(?i:,?\s+(?:của\s+|tại\s+)?(?:phần|chương|mục|tiểu mục|khoản|điểm|điều)\s+(?:này|nêu trên|trên))(?!\w)"
)


@makes_many
def follow_references(draft: Draft) -> Draft:
    """The draft with every inherited reference moved to the child's numbering; call it when the words are settled, after `adapt`.

    Each move is a `Change` with the rule `tham-chieu` on its node. A reference to what the child lacks is a finding KH-TC-01, one that own
    text makes to no place at all KH-TC-02. Following twice is following once.
    """
    if draft.followed:
        return draft
    follower = _Follower(draft)
    plan = draft.plan
    moved = plan.evolve(
        opening=tuple(follower.paragraph(p, draft.parent.opening, "opening") for p in plan.opening),
        sections=follower.sections(plan.sections),
        closing=tuple(follower.paragraph(p, draft.parent.closing, "closing") for p in plan.closing),
        recipients=tuple(follower.recipient(line, f"recipients[{at}]") for at, line in enumerate(plan.recipients)),
        annexes=tuple(annex.evolve(children=follower.sections(annex.children)) for annex in plan.annexes),
    )
    known = set(draft.findings)
    news = [finding for finding in follower.findings if finding not in known]
    return draft.evolve(plan=moved, findings=(*draft.findings, *news), followed=True)


def renumbered(text: str, draft: Draft) -> str:
    """Words of the parent that become own text, their references named by the child's numbers; one that leads nowhere stays."""
    return _Follower(draft).words(text)


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


class _Follower:
    """Moves references; the plans are indexed when the first of them is met: most sentences hold none."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.findings: list[Finding] = []
        self._places: dict[int, Places] = {}
        self._own_recipients = frozenset(squeeze(line.text) for line in draft.parent.recipients)

    @cached_property
    def pairs(self) -> dict[NodeId, NodeId]:
        """Which node of the child carries a node of the parent."""
        return _counterparts(self.draft.plan)

    def places(self, plan: Plan) -> Places:
        """Where the references of one of the draft's plans lead."""
        if id(plan) not in self._places:
            self._places[id(plan)] = Places(plan)
        return self._places[id(plan)]

    @property
    def here(self) -> Places:
        """The places of the child."""
        return self.places(self.draft.plan)

    def sections(self, sections: tuple[Item, ...]) -> tuple[Item, ...]:
        """Sections with all that is below them; one that holds no reference at all stays as it is."""
        return tuple(self.item(section) if _refers(section) else section for section in sections)

    def items(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """The items and what is below them, references moved; the same tuple when there are none."""
        moved = tuple(self.item(item) for item in items)
        return items if all(new is old for new, old in zip(moved, items, strict=True)) else moved

    def item(self, item: Item) -> Item:
        """The item and what is below it, references moved."""
        children = self.items(item.children) if item.children else ()
        origin = item.origin
        if not isinstance(origin, Inherited | Adapted):
            for words in _own_texts(item):
                self._look_up(words, item.id)
            return _with(item, children)
        if isinstance(origin, Adapted) and any(change.rule == RULE for change in origin.changes):
            return _with(item, children)
        changes: list[Change] = []
        place = _Place(item.id, origin.node)
        heading = self._moved(item.heading, place, changes) if item.heading else None
        text = self._moved(item.text, place, changes) if item.text else None
        table = self._moved_table(item.table, place, changes) if item.table else None
        if not changes:
            return _with(item, children)
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
        if squeeze(line.text) in self._own_recipients:
            return Recipient(text=self._moved(Inline(text=line.text), _Place(where, None), []).text)
        self._look_up(line.text, where)
        return line

    def words(self, text: str) -> str:
        """Words of the parent, references moved, wherever they are to stand."""
        return self._moved(Inline(text=text), _Place("", None), []).text

    def _moved_table(self, table: Table, place: _Place, changes: list[Change]) -> Table:
        rows = tuple(
            tuple(cell.evolve(lines=tuple(self._moved(line, place, changes) for line in cell.lines)) for cell in row)
            for row in table.rows
        )
        return table.evolve(rows=rows)

    def _moved(self, text: Inline, place: _Place, changes: list[Change]) -> Inline:
        references = find_references(text.text)
        if not references:
            return text
        edits = _Edits()
        source = self.places(self.draft.source_of(place.source))
        paths = [source.resolve(reference, place.source) for reference in references]
        torn = self._torn(text.text, references, paths, source)
        for at, (reference, path) in enumerate(zip(references, paths, strict=True)):
            if path is None:
                self._unknown(reference, place, text.text)
            elif at in torn:
                self.findings.append(_apart(text.text, torn[at], place))
            elif at - 1 not in torn:
                self._edit(reference, path, place, text.text, edits)
        return _rewritten(text, edits, changes)

    def _torn(
        self, text: str, references: Sequence[Reference], paths: Sequence[tuple[Node, ...] | None], source: Places
    ) -> dict[int, str]:
        """Stretches (`Mục I - III`) that are none any more, by the place of their first reference, as they are printed."""
        out: dict[int, str] = {}
        for at, (first, last) in enumerate(pairwise(references)):
            ends = paths[at], paths[at + 1]
            if ends[0] is None or ends[1] is None or not is_range(text, first, last):
                continue
            if not still_together((ends[0], ends[1]), self.pairs, source, self.here):
                out[at] = text[first.start : max(first.end, last.end)]
        return out

    def _unknown(self, reference: Reference, place: _Place, text: str) -> None:
        """A place of this plan that cannot be told, where numbers are no longer those of the parent."""
        if not reference.explicit or reference.steps[0].word == "phụ lục" or not self._renumbered:
            return
        message = (
            f"“{_short(text)}” nhắc đến {reference.printed} của Kế hoạch này, nhưng không rõ là chỗ nào của kế hoạch cấp trên, "
            "mà số thứ tự ở kế hoạch này đã khác; đối chiếu rồi viết lại câu bằng mode: replace."
        )
        self.findings.append(_finding("KH-TC-03", message, place.child))

    @cached_property
    def _renumbered(self) -> bool:
        """Whether a number of the parent may mean something else in the child."""
        return bool(self.draft.dropped) or any(source != child for source, child in self.pairs.items())

    def _edit(self, reference: Reference, path: Sequence[Node], place: _Place, text: str, edits: _Edits) -> None:
        target = self.pairs.get(path[-1].id)
        if target is None:
            self.findings.append(self._lost(reference, path[-1], place, text))
            return
        numerals = self._numerals(reference, path, place)
        if numerals is None:
            phrase = (reference.start, reference.end)
            if (
                phrase in edits.phrases
                or _THE_SAME.match(text, reference.end)
                or any(step.start < reference.start or step.end > reference.end for step in reference.steps)
            ):
                self.findings.append(self._unclear(reference, target, place, text))
                return
            numerals = {phrase: spoken(target, self.here)}
        if any(edits.spans.get(span, new) != new for span, new in numerals.items()):
            self.findings.append(self._unclear(reference, target, place, text))
            return
        edits.spans |= numerals
        edits.phrases.add((reference.start, reference.end))

    def _numerals(self, reference: Reference, path: Sequence[Node], place: _Place) -> dict[tuple[int, int], str] | None:
        """New numerals for the words as they stand, or None when the child's shape needs other words."""
        places = self.here
        out: dict[tuple[int, int], str] = {}
        outer: Node | None = None
        for step, node in zip(reference.steps, path, strict=True):
            target = self.pairs.get(node.id)
            here = places.find(target) if target is not None else None
            if here is None or (isinstance(node, Item) and isinstance(here, Item) and node.marker is not here.marker):
                return None
            if outer is not None and all(outer is not above for above in places.lineage(here.id)[:-1]):
                return None
            if outer is None and isinstance(here, Item) and not reachable(here, places, place.child):
                return None
            out[step.start, step.end] = (here.label or "Phụ lục") if isinstance(here, Annex) else numeral_of(here)
            outer = here
        return out

    def _look_up(self, text: str, where: NodeId) -> None:
        """References of own text are written with the child's numbers: they must lead somewhere."""
        references = find_references(text)
        if not references:
            return
        context = where if self.draft.plan.find(where) else None
        for reference in references:
            certain = reference.explicit or reference.steps[0].numeral.isupper()
            path = self.here.resolve(reference, context)
            if certain and path is None:
                message = (
                    f"“{_short(text)}” nhắc đến {reference.printed}, nhưng kế hoạch này không có chỗ đó; "
                    "sửa lại theo số thứ tự của kế hoạch này."
                )
                self.findings.append(_finding("KH-TC-02", message, where))
            elif path is not None and (meant := self._copied(reference, text, path[-1])):
                self.findings.append(
                    _finding("KH-TC-04", f"“{_short(text)}” nhắc đến {reference.printed} {meant}", where)
                )

    def _copied(self, reference: Reference, text: str, here: Node) -> str | None:
        """What to say where own text copies a reference with the parent's words around it, and the numbers are others here."""
        copied = squeeze(f"{_words_before(text, reference)} {reference.printed}").casefold()
        if copied.count(" ") < _COPIED_WORDS or copied not in self._said_above:
            return None
        path = self.places(self.draft.parent).resolve(reference)
        target = self.pairs.get(path[-1].id) if path else None
        if path is None or target == here.id:
            return None
        remedy = (
            f"ở kế hoạch này là {spoken(target, self.here)}; hãy sửa số ấy"
            if target
            else "không đưa vào kế hoạch này; hãy viết lại câu"
        )
        return f"theo số của kế hoạch cấp trên; nội dung ấy ({path[-1].id} của cấp trên) {remedy}."

    @cached_property
    def _said_above(self) -> str:
        return squeeze("\n".join(words for item in self.draft.parent.walk() for words in _own_texts(item))).casefold()

    def _lost(self, reference: Reference, node: Node, place: _Place, text: str) -> Finding:
        reason = next((dropped.reason for dropped in self.draft.dropped if dropped.node == node.id), "đã được viết lại")
        message = (
            f"“{_short(text)}” nhắc đến {reference.printed} ({node.id} của kế hoạch cấp trên), nhưng {node.id} không có trong kế hoạch này "
            f"({reason}); viết lại câu này bằng mode: replace, hoặc đưa {node.id} vào phiếu."
        )
        return _finding("KH-TC-01", message, place.child)

    def _unclear(self, reference: Reference, target: NodeId, place: _Place, text: str) -> Finding:
        message = (
            f"“{_short(text)}” nhắc đến {reference.printed}, nay là {spoken(target, self.here)}; "
            "câu này nhắc nhiều chỗ cùng lúc nên chưa tự sửa được: viết lại câu bằng mode: replace."
        )
        return _finding("KH-TC-03", message, place.child)


def _apart(text: str, printed: str, place: _Place) -> Finding:
    message = (
        f"“{_short(text)}” nhắc đến {printed}, nhưng ở kế hoạch này những chỗ ấy không còn đứng liền nhau theo thứ tự đó; "
        "viết lại câu bằng mode: replace, nêu từng chỗ."
    )
    return _finding("KH-TC-03", message, place.child)


def _finding(rule: str, message: str, where: NodeId) -> Finding:
    return Finding(rule=rule, severity=Severity.ERROR, message=message, where=Location(field=where))


def _short(text: str) -> str:
    return quoted(text, 0, len(text), _cut)


def _cut(text: str, start: int, end: int) -> str:
    line = squeeze(text[start:end])
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _words_before(text: str, reference: Reference) -> str:
    """The few words before a reference: enough to tell that the sentence is the parent's."""
    return " ".join(text[: reference.start].split()[-_COPIED_WORDS:])


def _refers(section: Item) -> bool:
    """Whether a reference stands anywhere in a section."""
    texts = [text for item in section.walk() for text in _texts(item)]
    return any(map(find_references, texts))


def _texts(item: Item) -> list[str]:
    """Every text of an item in which a reference may stand, the lines of a cell also as one."""
    texts = [part.text for part in (item.heading, item.text) if part is not None]
    if item.table is not None:
        cells = [cell for row in item.table.rows for cell in row]
        texts += [line.text for cell in cells for line in cell.lines]
        texts += [cell.text for cell in cells if len(cell.lines) > 1]
    return texts


def _own_texts(item: Item) -> Iterator[str]:
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


def _with(item: Item, children: tuple[Item, ...]) -> Item:
    return item if children is item.children else item.evolve(children=children)
