"""adapt: a whole draft. Only what was taken over in mode `adapt` and has not been adapted yet is touched."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kedraft.adapt.result import Adaptation, Ask
from kedraft.adapt.source import SourceBody
from kedraft.adapt.text import Adapter
from kedraft.agencies import AGENCIES
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.origin import Adapted, Change, Inherited, Origin
from kedraft.model.place import Location
from kedraft.model.plan import Annex, Cell, Item, Level, Paragraph, Plan, Table


class _Done(NamedTuple):
    """What was done to one node's words."""

    changes: tuple[Change, ...]
    asks: tuple[Ask, ...]
    drop: str | None = None


def adapt(draft: Draft, locality: Locality) -> Draft:
    """Cụ thể hóa - `draft` with its inherited words moved to the level, place and date of `locality`.

    Total: what cannot be decided becomes a finding and its text is kept. Nodes of other origins are not touched.
    """
    source = SourceBody.of(draft.parent, locality)
    work = _Work(Adapter.of(source, locality, draft.spec.adapt))
    plan = draft.plan.evolve(
        opening=tuple(work.paragraph(p, f"opening[{i}]") for i, p in enumerate(draft.plan.opening)),
        legal_bases=tuple(work.paragraph(p, f"legal_bases[{i}]") for i, p in enumerate(draft.plan.legal_bases)),
        sections=tuple(work.item(item, None) for item in draft.plan.sections),
        closing=tuple(work.paragraph(p, f"closing[{i}]") for i, p in enumerate(draft.plan.closing)),
        annexes=tuple(work.annex(annex) for annex in draft.plan.annexes),
    )
    findings = (*draft.findings, *work.findings, *_doubled(draft.plan, plan))
    return draft.evolve(plan=plan, locality=locality, findings=tuple(dict.fromkeys(findings)))


class _Work:
    """Walks a plan and gathers findings."""

    def __init__(self, adapter: Adapter) -> None:
        self.adapter = adapter
        self.findings: list[Finding] = []

    def paragraph(self, paragraph: Paragraph, where: str) -> Paragraph:
        if not _fresh(paragraph.origin):
            return paragraph
        done = self.adapter.adapt(paragraph.text)
        self._note(where, done.asks, done.drop)
        return paragraph.evolve(text=done.text, origin=_origin(paragraph.origin, _changes((done,))))

    def item(self, item: Item, actor: str | None) -> Item:
        own = item
        if _fresh(item.origin):
            own = self._words(item, actor)
        below = _actor(own) or actor
        children = tuple(self.item(child, below) for child in item.children)
        if own is item and all(new is old for new, old in zip(children, item.children, strict=True)):
            return item
        return own.evolve(children=children)

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
        done: list[Adaptation] = []

        def cell(old: Cell) -> Cell:
            lines = [self.adapter.adapt(line) for line in old.lines]
            done.extend(lines)
            return old.evolve(lines=tuple(line.text for line in lines))

        rows = tuple(tuple(cell(old) for old in row) for row in table.rows)
        return table.evolve(rows=rows), tuple(done)

    def _note(self, node: str, asks: tuple[Ask, ...], drop: str | None) -> None:
        where = Location(field=node)
        if drop:
            message = f"Mục {node}: {drop}; nên lược bỏ bằng drop, kèm lý do."
            self.findings.append(Finding(rule="KH-CH-02", severity=Severity.WARNING, message=message, where=where))
            return
        for ask in asks:
            message = f"“{ask.span}” tại {node}: {ask.why}. {_remedy(ask)}"
            self.findings.append(Finding(rule=ask.rule, severity=Severity.WARNING, message=message, where=where))


def _remedy(ask: Ask) -> str:
    return "Ghi từ thay thế vào adapt.replace, hoặc ghi cụm từ này vào adapt.keep để giữ nguyên."


#: How the rules of this stage begin.
_OWN = ("level.", "agency.", "own.")


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
