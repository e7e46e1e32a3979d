"""Deadlines of adapted words: what the parent wants by a day, the child has done some days before.

Moved are the deadlines of work that the child does itself. A report to an office above stays on the day which that office set, and so
does what an office above does. Nothing moves silently: each move is a change with its rule, and a deadline that cannot move is told.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kedraft.adaptation.guards import protected
from kedraft.adaptation.spans import sentence
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.origin import Adapted, Change, Inherited
from kedraft.model.place import Location
from kedraft.model.plan import Annex, Cell, Item, Level, NodeId, Plan, Table
from kedraft.vietnamese.dates import first_day
from kedraft.vietnamese.deadlines import Moved, Pace, moved, moved_cell
from kedraft.vietnamese.letters import lazily

RULE = "deadline.earlier"
_FAR = 400  # letters of a sentence after a deadline in which a receiver is looked for
_TIME = lazily(r"\d|tuần|quý", re.IGNORECASE)  # no deadline is without one of them
_PAST = lazily(r"(?<!\w)đã\s+\w+", re.IGNORECASE)
_REPORTS = lazily(r"(?<!\w)(?:báo cáo|gửi|trình|nộp|cung cấp)(?!\w)", re.IGNORECASE)
_OFFICE = r"(?:Sở|Bộ|Tổng cục|Cục|Chi cục|Tỉnh ủy|Thành ủy|Trung ương|Chính phủ|Thủ tướng)\s"
_COMMITTEE = (
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Ban Chỉ đạo|Công an|Văn phòng[^.;,]{0,40})"
)
_UPPER = {
    Level.COMMUNE: re.compile(
        rf"{_OFFICE}|Huyện ủy|{_COMMITTEE}\s+(?:tỉnh|thành phố|huyện|quận|thị xã)(?!\w)"
        r"|Phòng\s[^.;,]{2,50}\s(?:huyện|quận|thị xã)(?!\w)"
    ),
    Level.DISTRICT: re.compile(rf"{_OFFICE}|{_COMMITTEE}\s+tỉnh(?!\w)"),
    Level.PROVINCE: re.compile(r"(?:Bộ|Trung ương|Chính phủ|Thủ tướng|Tổng cục|Quốc hội)(?!\w)"),
}
_ORDER = (Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
_DUE_COLUMN = lazily(r"hoàn thành|thời hạn|tiến độ|\bhạn\b", re.IGNORECASE)


def levels_between(parent: Level, locality: Locality) -> int:
    """How many offices collect one after the other between the child and the parent, the parent counted."""
    if parent not in _ORDER or _ORDER.index(parent) >= _ORDER.index(locality.level):
        return 1
    steps = _ORDER.index(locality.level) - _ORDER.index(parent)
    no_district = locality.level is Level.COMMUNE and locality.district is None and parent is not Level.DISTRICT
    return steps - 1 if no_district else steps


def pace_for(draft: Draft, parent: Plan, locality: Locality) -> Pace:
    """How much earlier than that parent the child is, as the draft file asks."""
    asked = draft.spec.deadlines
    return Pace(asked.step, asked.monthly).times(levels_between(parent.issuing_body.level, locality))


def move_deadlines(
    draft: Draft, adapted: Plan, locality: Locality, kept: Mapping[NodeId, tuple[str, ...]]
) -> tuple[Plan, tuple[Finding, ...]]:
    """`adapted`, made of the plan of `draft`, with the deadlines of the words that were adapted moved, and what a person must decide.

    `kept`: phrases that single nodes of the parent keep.
    """
    fresh = {item.id for item in draft.plan.walk() if isinstance(item.origin, Adapted) and not _done(item.origin)}
    paces = {"": pace_for(draft, draft.parent, locality)}
    paces |= {one.name: pace_for(draft, one.plan, locality) for one in draft.above}
    own = (*draft.spec.adapt.keep, *draft.spec.adapt.replace.values())
    mover = _Mover(fresh, paces, first_day(draft.spec.document.date), _UPPER.get(locality.level), own, kept)
    plan = adapted.evolve(
        sections=tuple(mover.item(item) for item in adapted.sections),
        annexes=tuple(mover.annex(annex) for annex in adapted.annexes),
    )
    return (plan, tuple(mover.findings)) if mover.moves else (adapted, tuple(mover.findings))


def _done(origin: Adapted) -> bool:
    return any(change.rule.startswith(("level.", "agency.", "own.", "deadline.")) for change in origin.changes)


@dataclass(slots=True)
class _Mover:
    """Walks a plan, moves what is the child's own, and gathers findings."""

    fresh: set[NodeId]
    paces: dict[str, Pace]
    issued: date
    upper: re.Pattern[str] | None
    own: tuple[str, ...]
    kept: Mapping[NodeId, tuple[str, ...]]
    findings: list[Finding] = field(default_factory=list)
    moves: int = 0

    def annex(self, annex: Annex) -> Annex:
        children = tuple(self.item(child) for child in annex.children)
        return annex.evolve(children=children) if children != annex.children else annex

    def item(self, item: Item) -> Item:
        before = self.moves
        children = tuple(self.item(child) for child in item.children)
        same = before == self.moves
        if item.id not in self.fresh or not isinstance(item.origin, Adapted | Inherited):
            return item if same else item.evolve(children=children)
        changes: list[Change] = []
        text = self._text(item.text, item, changes) if item.text else None
        table = self._table(item.table, item, changes) if item.table else None
        if not changes:
            return item if same else item.evolve(children=children)
        return item.evolve(text=text, table=table, children=children, origin=_origin(item.origin, changes))

    def _table(self, table: Table, item: Item, changes: list[Change]) -> Table:
        heads = table.rows[table.header - 1] if 0 < table.header <= len(table.rows) else ()
        due = {at for at, cell in enumerate(heads) if _DUE_COLUMN.search(cell.text)}
        rows = [
            row
            if number < table.header
            else tuple(self._cell(cell, item, changes, cell_due=at in due) for at, cell in enumerate(row))
            for number, row in enumerate(table.rows)
        ]
        return table.evolve(rows=tuple(rows))

    def _cell(self, cell: Cell, item: Item, changes: list[Change], *, cell_due: bool) -> Cell:
        lines = tuple(self._text(line, item, changes, cell=cell_due) for line in cell.lines)
        return cell.evolve(lines=lines) if lines != cell.lines else cell

    def _text(self, words: Inline, item: Item, changes: list[Change], *, cell: bool = False) -> Inline:
        text = words.text
        if not _TIME.search(text):
            return words
        origin = item.origin
        node = origin.node if isinstance(origin, Adapted | Inherited) else ""
        pace = self.paces.get(node.partition(":")[0] if ":" in node else "", self.paces[""])
        if not (pace.days or pace.monthly):
            return words
        edits = [one for one in self._own(text, node, pace, cell=cell) if self._decided(one, item.id, pace)]
        changes += [Change(before=one.text, after=one.new or "", rule=RULE) for one in edits]
        self.moves += len(edits)
        for one in reversed(edits):
            words = words.splice(one.start, one.end, one.new or "")
        return words

    def _own(self, text: str, node: NodeId, pace: Pace, *, cell: bool) -> Iterator[Moved]:
        """The deadlines of the child's own work that nobody wants kept."""
        found = list(moved_cell(text, pace) if cell else moved(text, pace))
        taken = protected(text, (*self.own, *self.kept.get(node, ()))) if found else []
        for one in found:
            begin, stop = sentence(text, one.start, one.end)
            stop = min(stop, one.end + _FAR)
            if any(start < one.end and one.start < end for start, end in taken):
                continue
            if cell or not (self._above(text[begin:stop]) or _PAST.search(text[begin : one.start])):
                yield one

    def _above(self, said: str) -> bool:
        """Whether the sentence reports to an office above, or tells what such an office does."""
        if self.upper is None:
            return False
        if self.upper.match(said.lstrip(" -+•")):
            return True
        report = _REPORTS.search(said)
        return bool(report and self.upper.search(said, report.start()))

    def _decided(self, one: Moved, where: str, pace: Pace) -> bool:
        """Whether a deadline moves; one that is left to a person is told."""
        if one.was and one.was < self.issued:
            message = f"Thời hạn “{one.text}” tại {where} đã qua khi kế hoạch này được ban hành nên không lùi; hãy đặt lại thời hạn, hoặc bỏ."
            self._tell("KH-NG-04", Severity.WARNING, message, where)
        elif one.leaves_too_little(self.issued):
            message = (
                f"Thời hạn “{one.text}” tại {where} quá gần ngày ban hành nên không lùi {pace.days} ngày; "
                "đang giữ hạn của cấp trên, hãy tự đặt hạn."
            )
            self._tell("PK-22", Severity.WARNING, message, where)
        elif one.new is None:
            message = f"Thời hạn “{one.text}” tại {where} được giữ nguyên: {one.why}. Hãy tự đặt hạn sớm hơn, nếu cần."
            self._tell("PK-22", Severity.INFO, message, where)
        else:
            return one.new != one.text
        return False

    def _tell(self, rule: str, severity: Severity, message: str, where: str) -> None:
        self.findings.append(Finding(rule=rule, severity=severity, message=message, where=Location(field=where)))


def _origin(origin: Adapted | Inherited, changes: list[Change]) -> Adapted:
    old = origin.changes if isinstance(origin, Adapted) else ()
    return Adapted(node=origin.node, digest=origin.digest, changes=(*old, *changes), place=origin.place)
