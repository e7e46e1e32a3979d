"""adapt: a whole draft. Only what was taken over in mode `adapt` and has not been adapted yet is touched."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from kedraft.adaptation.deadlines import move_deadlines
from kedraft.adaptation.result import Adaptation, Ask, TextChange
from kedraft.adaptation.source import SourceBody
from kedraft.adaptation.text import Adapter
from kedraft.agencies import AGENCIES
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.making import makes_many
from kedraft.model.origin import Adapted, Change, Inherited, Origin, Replaced
from kedraft.model.place import Location
from kedraft.model.plan import Annex, Cell, Item, Level, NodeId, Paragraph, Plan, Table
from kedraft.model.spec import InheritedSection


class _Done(NamedTuple):
    """What was done to one node's words."""

    changes: tuple[Change, ...]
    asks: tuple[Ask, ...]
    drop: str | None = None


@makes_many
def adapt(draft: Draft, locality: Locality) -> Draft:
    """Cụ thể hóa - `draft` with its inherited words moved to the level, place and date of `locality`.

    Total: what cannot be decided becomes a finding and its text is kept. Nodes of other origins are not touched.
    """
    works = {name: _work(parent, draft, locality) for name, parent in _parents(draft)}
    work = works[""]
    plan = draft.plan.evolve(
        opening=work.paragraphs(draft.plan.opening, "opening"),
        legal_bases=work.paragraphs(draft.plan.legal_bases, "legal_bases"),
        sections=tuple(works[_parent_of(item)].item(item, None) for item in draft.plan.sections),
        closing=work.paragraphs(draft.plan.closing, "closing"),
        annexes=tuple(works[_parent_of(annex)].annex(annex) for annex in draft.plan.annexes),
    )
    plan, dated = move_deadlines(draft, plan, locality, _kept_at(draft))
    noticed = (finding for one in works.values() for finding in one.findings)
    findings = (*draft.findings, *noticed, *dated, *_doubled(draft.plan, plan), *_idle(draft))
    return draft.evolve(plan=plan, locality=locality, findings=tuple(dict.fromkeys(findings)))


def _parents(draft: Draft) -> Iterator[tuple[str, Plan]]:
    """The parent under no name, and those behind it under theirs."""
    yield "", draft.parent
    yield from ((one.name, one.plan) for one in draft.above)


def _work(parent: Plan, draft: Draft, locality: Locality) -> "_Work":
    source = SourceBody.of(parent, locality)
    return _Work(Adapter.of(source, locality, draft.spec.adapt, parent.subject), _kept_at(draft))


def _kept_at(draft: Draft) -> dict[NodeId, tuple[str, ...]]:
    """The phrases that the draft file keeps at single nodes of the parent."""
    entries = [entry for entry in (*draft.spec.sections, *draft.spec.annexes) if isinstance(entry, InheritedSection)]
    said = (node for entry in entries for node in (entry, *entry.nodes))
    return {node.node: node.keep for node in said if node.keep}


def _parent_of(node: Item | Annex) -> str:
    """The name of the plan that a section or annex was taken from: the part of the node's id before the colon."""
    origin = node.origin
    return (
        origin.node.partition(":")[0]
        if isinstance(origin, Adapted | Inherited | Replaced) and ":" in origin.node
        else ""
    )


class _Work:
    """Walks a plan and gathers findings."""

    def __init__(self, adapter: Adapter, kept: Mapping[NodeId, tuple[str, ...]]) -> None:
        self.adapter = adapter
        self._kept = kept
        self.findings: list[Finding] = []
        # The place name of the source is not one of ours: a rule of its own finds it wherever it is left.
        target = adapter.target
        self._foreign = not adapter.source.names_one_of(target)

    def paragraphs(self, given: tuple[Paragraph, ...], part: str) -> tuple[Paragraph, ...]:
        """A part of the plan; one paragraph alone is named by the part, as rules name it."""
        return tuple(self.paragraph(p, part if len(given) == 1 else f"{part}[{i}]") for i, p in enumerate(given))

    def paragraph(self, paragraph: Paragraph, where: str) -> Paragraph:
        if not _fresh(paragraph.origin):
            return paragraph
        done = self.adapter.adapt(paragraph.text)
        self._note(where, done.asks, done.drop)
        return paragraph.evolve(text=done.text, origin=_origin(paragraph.origin, _changes((done,))))

    def item(self, item: Item, actor: str | None) -> Item:
        own = item
        if _fresh(item.origin):
            own = self._at(item.origin)._words(item, actor)
        below = _actor(own) or actor
        children = tuple(self.item(child, below) for child in item.children)
        if own is item and all(new is old for new, old in zip(children, item.children, strict=True)):
            return item
        return own.evolve(children=children)

    def _at(self, origin: Origin) -> "_Work":
        """This work, or at a node that keeps phrases of its own one that leaves them alone."""
        phrases = self._kept.get(origin.node) if isinstance(origin, Adapted) else None
        if not phrases:
            return self
        options = self.adapter.options
        mine = options.evolve(keep=(*options.keep, *phrases))
        other = _Work(self.adapter._replace(options=mine, asked=mine.model_dump_json()), self._kept)
        other.findings = self.findings
        return other

    def annex(self, annex: Annex) -> Annex:
        children = tuple(self.item(child, None) for child in annex.children)
        if not _fresh(annex.origin):
            return annex.evolve(children=children)
        heading = self.adapter.adapt(Inline(text=annex.heading)) if annex.heading else None
        self._note(annex.id, heading.asks if heading else (), None)
        return annex.evolve(
            heading=heading.text.text if heading else annex.heading,
            children=children,
            origin=_origin(annex.origin, _changes((heading,) if heading else ())),
        )

    def _words(self, item: Item, actor: str | None) -> Item:
        heading = self.adapter.adapt(item.heading, actor) if item.heading and not _titled(item.origin) else None
        below = (_body_name(heading.text.text) if heading else None) or actor
        text = self.adapter.adapt(item.text, below) if item.text else None
        table, cells = self._table(item.table) if item.table else (None, ())
        parts = tuple(part for part in (heading, text, *cells) if part)
        # A heading that falls away takes its own words with it, not those of its children.
        drop = parts[0].drop if len(parts) == 1 else None
        self._note(item.id, tuple(ask for part in parts for ask in part.asks), drop)
        return item.evolve(
            heading=heading.text if heading else item.heading,
            text=text.text if text else None,
            table=table,
            origin=_origin(item.origin, _changes(parts)),
        )

    def _table(self, table: Table) -> tuple[Table, tuple[Adaptation, ...]]:
        lead, partner = _columns(table)
        done: list[Adaptation] = []
        rows: list[tuple[Cell, ...]] = []
        for at, row in enumerate(table.rows):
            plain = at < table.header or len(row) <= max(lead, partner)
            leader = None if plain or min(lead, partner) < 0 else self._leader(row[lead])
            cells = [self._cell(cell, leader if place == partner else None) for place, cell in enumerate(row)]
            rows.append(tuple(cell for cell, _ in cells))
            done.extend(one for _, lines in cells for one in lines)
        return table.evolve(rows=tuple(rows)), tuple(done)

    def _leader(self, cell: Cell) -> str | None:
        """The one body of a cell, in the target's words."""
        names = {self.adapter.adapt(line).text.text.strip(_EDGE) for line in cell.lines if line.text.strip()}
        return names.pop() if len(names) == 1 else None

    def _cell(self, cell: Cell, leader: str | None) -> tuple[Cell, list[Adaptation]]:
        """A cell; of lines that became one body the first stays, and partners that became the leader go."""
        alone = len(cell.lines) == 1
        done = [self.adapter.adapt(line, leader if alone else None) for line in cell.lines]
        if alone or not any(one.changes for one in done):
            return cell.evolve(lines=tuple(one.text for one in done)), done
        kept = _distinct_lines(done, leader)
        gone = [_gone(line, one) for line, one in zip(cell.lines, done, strict=True) if one not in kept]
        return cell.evolve(lines=tuple(one.text for one in kept)), [*kept, *gone]

    def _note(self, node: str, asks: tuple[Ask, ...], drop: str | None) -> None:
        where = Location(field=node)
        if drop:
            message = f"Mục {node}: {drop}; nên lược bỏ bằng drop, kèm lý do."
            self.findings.append(
                Finding(rule=_drop_rule(asks, self._foreign), severity=Severity.WARNING, message=message, where=where)
            )
            return
        for ask in asks:
            message = f"“{ask.span}” tại {node}: {ask.why}. {_remedy(ask)}"
            self.findings.append(Finding(rule=ask.rule, severity=Severity.WARNING, message=message, where=where))


#: What may stand around a body's name in a cell.
_EDGE = " ,;.-–+•"


def _columns(table: Table) -> tuple[int, int]:
    """The columns of who leads and of who takes part; -1 where there is none, or the cells do not show it."""
    heads = table.rows[table.header - 1] if 0 < table.header <= len(table.rows) else ()
    if any(cell.across > 1 or cell.down > 1 for row in table.rows for cell in row):
        return -1, -1
    lead = next((at for at, cell in enumerate(heads) if re.search(r"chủ trì|đầu mối", cell.text, re.IGNORECASE)), -1)
    partner = next((at for at, cell in enumerate(heads) if re.search(r"phối hợp", cell.text, re.IGNORECASE)), -1)
    return (lead, partner) if lead != partner else (-1, -1)


def _distinct_lines(done: list[Adaptation], leader: str | None) -> list[Adaptation]:
    seen: set[str] = set()
    kept: list[Adaptation] = []
    for one in done:
        name = one.text.text.strip(_EDGE).casefold()
        if name not in seen or not one.changes:
            kept.append(one)
        seen.add(name)
    others = [one for one in kept if not leader or one.text.text.strip(_EDGE).casefold() != leader.casefold()]
    return others or kept


def _gone(line: Inline, one: Adaptation) -> Adaptation:
    """A line that falls away, as a change."""
    words = Change(before=line.text, after="", rule="agency.merge")
    return one._replace(text=Inline(text=""), changes=(TextChange(0, len(line.text), words),), asks=(), drop=None)


def _drop_rule(asks: tuple[Ask, ...], foreign: bool) -> str:
    """The rule that the words would break if they stayed; where none would, the one that proposes to drop."""
    rules = {ask.rule for ask in asks}
    if rules == {"KH-CH-01"} and _DEPARTMENT.match(asks[0].span):
        return "KH-CA-02"
    told = {"KH-CA-01", "KH-2C-01"} | ({"KH-CA-04"} if foreign else set())
    return asks[0].rule if rules and rules <= told else "KH-CH-02"


_DEPARTMENT = re.compile(r"Sở |Công an |Phòng ")


def _remedy(ask: Ask) -> str:
    return "Ghi từ thay thế vào adapt.replace, hoặc ghi cụm từ này vào adapt.keep để giữ nguyên."


#: How the rules of this stage begin.
_OWN = ("level.", "agency.", "own.", "deadline.")


#: The rule of `inherit` for a heading that the draft file gives: the clerk's own words.
_TITLED = "tieu-de-trong-phieu"


def _titled(origin: Origin) -> bool:
    return isinstance(origin, Adapted) and any(change.rule == _TITLED for change in origin.changes)


def _fresh(origin: Origin) -> bool:
    """Taken over in mode `adapt` and not adapted yet; a change of another stage (a heading in capitals) does not count."""
    return isinstance(origin, Adapted) and not any(change.rule.startswith(_OWN) for change in origin.changes)


def _origin(origin: Origin, changes: tuple[Change, ...]) -> Origin:
    assert isinstance(origin, Adapted)
    if changes or origin.changes:
        return origin.evolve(changes=(*origin.changes, *changes))
    return Inherited(node=origin.node, digest=origin.digest, place=origin.place)


def _changes(parts: tuple[Adaptation, ...]) -> tuple[Change, ...]:
    return tuple(change.change for part in parts for change in part.changes)


_LEAD = re.compile(r"(?:[Đđ]ề nghị|Giao|Yêu cầu)\s+")


@lru_cache(maxsize=2048)
def _body_name(text: str) -> str | None:
    """The body that a heading such as `Đề nghị Công an xã` consists of."""
    name = _LEAD.sub("", text.strip(), count=1).rstrip(":. ")
    known = name[:1].upper() + name[1:]
    if len(name) > 70:
        return None
    return next((name for row in _HEADS if known.startswith(row)), None)


_HEADS = tuple(
    {
        row.name.split(" {")[0][:1].upper() + row.name.split(" {")[0][1:]
        for row in AGENCIES
        if row.level in (Level.DISTRICT, Level.COMMUNE)
    }
)


def _actor(item: Item) -> str | None:
    words = item.heading or item.text
    return _body_name(words.text) if words and item.children else None


_Node = Item | Annex | Paragraph


def _idle(draft: Draft) -> Iterator[Finding]:
    """The clerk's phrases that stand nowhere in what was taken over: a slip of the pen does nothing, silently."""
    options = draft.spec.adapt
    for node, phrases in _kept_at(draft).items():
        item = draft.source_of(node).find(node)
        for phrase in phrases:
            if item is None or not any(phrase in line for line in _lines(item)):
                message = (
                    f"“{phrase}” không có trong đề mục {node} của kế hoạch cấp trên, nên keep ở đó không có tác dụng."
                )
                yield Finding(
                    rule="KH-CH-05", severity=Severity.INFO, message=message, where=Location(field="sections")
                )
    if not options.keep and not options.replace:
        return
    taken = tuple(_taken(draft))
    for part, phrases in (("adapt.replace", tuple(options.replace)), ("adapt.keep", options.keep)):
        for phrase in phrases:
            if not any(phrase in words for words in taken):
                message = f"“{phrase}” không có trong phần lấy từ kế hoạch cấp trên, nên {part} không có tác dụng với cụm từ này."
                yield Finding(rule="KH-CH-05", severity=Severity.INFO, message=message, where=Location(field=part))


def _taken(draft: Draft) -> Iterator[str]:
    """The parent's words that the draft has taken over, as they stood there, and as they stand before adaptation."""
    plan, parent = draft.plan, draft.parent
    paragraphs = (*plan.opening, *plan.legal_bases, *plan.closing)
    nodes: tuple[_Node, ...] = (*paragraphs, *plan.walk(), *plan.annexes)
    taken = [one for one in nodes if isinstance(one.origin, Adapted | Inherited)]
    ids = {one.origin.node for one in taken if isinstance(one.origin, Adapted | Inherited)}
    if any(isinstance(one, Paragraph) for one in taken):
        yield from (one.text.text for one in (*parent.opening, *parent.legal_bases, *parent.closing))
    plans = [one for _, one in _parents(draft)]
    theirs: list[Item | Annex] = [item for one in plans for item in one.walk()]
    theirs += [annex for one in plans for annex in one.annexes]
    for one in (*taken, *(one for one in theirs if one.id in ids)):
        yield from _lines(one)
    for one in taken:
        if isinstance(one.origin, Adapted):
            yield from (change.before for change in one.origin.changes)


def _lines(node: _Node) -> Iterator[str]:
    match node:
        case Paragraph():
            yield node.text.text
        case Annex():
            yield node.heading or ""
        case Item():
            yield from (words.text for words in (node.heading, node.text) if words)
            for row in node.table.rows if node.table else ():
                yield from (line.text for cell in row for line in cell.lines)


def _doubled(before: Plan, after: Plan) -> Iterator[Finding]:
    """Headings of one list that became the same body: their duties belong together."""
    old = {item.id: item.words for item in before.walk()}
    for parent in after.walk():
        seen: dict[str, str] = {}
        for child in parent.children:
            name = _actor(child) or _body_name(child.words)
            if name is None or old.get(child.id) == child.words:
                continue
            if name.casefold() in seen:
                first = seen[name.casefold()]
                message = (
                    f"{name} đứng ở cả hai mục {first} và {child.id} sau khi quy đổi; nên gộp nhiệm vụ về một mục."
                )
                yield Finding(
                    rule="KH-CH-03", severity=Severity.WARNING, message=message, where=Location(field=child.id)
                )
            else:
                seen[name.casefold()] = child.id
