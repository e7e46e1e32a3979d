"""Clauses that a draft file asks for: filled into it as own text before anything is inherited, and told apart afterwards."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeVar

from kedraft.clauses import WORDS, Clause, Library, fill
from kedraft.errors import misuse
from kedraft.inheritance.head import own_subject
from kedraft.inheritance.own import written
from kedraft.model.finding import Finding, Severity
from kedraft.model.locality import Locality
from kedraft.model.origin import Authored, FromClause, Origin
from kedraft.model.place import Location
from kedraft.model.plan import Annex, Item, Paragraph, Plan
from kedraft.model.spec import ClauseUse, DraftSpec, InheritedSection, NodeSpec, OwnSection, SectionSpec

Node = TypeVar("Node", bound=NodeSpec)
_NUMBER = re.compile(r"(?m)^\d+\.(?= )")


@dataclass(slots=True)
class Clauses:
    """The clauses of one draft file: where each went (`parts`: the text's place -> a clause's id for each of its outermost items)."""

    library: Library
    locality: Locality
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    wrong: list[Finding] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    usual: dict[str, str] = field(default_factory=dict)

    def filled(self, spec: DraftSpec) -> DraftSpec:
        """The draft file with each clause's text in the clause's place; what cannot be found goes to `wrong`."""
        if not _asks(spec):
            return spec
        self.usual = {"trích yếu": own_subject(spec)}
        return spec.evolve(
            sections=tuple(self._entry(one, f"sections[{at}]") for at, one in enumerate(spec.sections)),
            annexes=tuple(self._entry(one, f"annexes[{at}]") for at, one in enumerate(spec.annexes)),
            closing=self._closing(spec.closing),
            recipients=self._lines(spec.recipients),
        )

    def marked(self, plan: Plan) -> Plan:
        """The plan with the clause's id as the origin of what came from one."""
        if not self.parts:
            return plan
        return plan.evolve(
            sections=self._items(plan.sections),
            annexes=tuple(self._annex(annex) for annex in plan.annexes),
            closing=tuple(self._paragraph(one) for one in plan.closing),
        )

    # --- filling -----------------------------------------------------------------------------------------------------

    def _entry(self, entry: SectionSpec, place: str) -> SectionSpec:
        if isinstance(entry, OwnSection):
            return entry if entry.clause is None else self._own(entry, place)
        if isinstance(entry, InheritedSection):
            nodes = tuple(self._node(one, f"{place}.nodes[{at}]") for at, one in enumerate(entry.nodes))
            entry = entry if nodes == entry.nodes else entry.evolve(nodes=nodes)
            return self._node(entry, place)
        return entry

    def _own(self, entry: OwnSection, place: str) -> OwnSection:
        return entry.evolve(text=self._text(entry.clause or (), entry.values, place), clause=None, values={})

    def _node(self, node: Node, place: str) -> Node:
        if node.clause is None:
            return node
        return node.evolve(text=self._text(node.clause, node.values, place), clause=None, values={})

    def _closing(self, said: str | ClauseUse) -> str:
        return self._text((said.clause,), said.values, "closing") if isinstance(said, ClauseUse) else said

    def _lines(self, said: str | tuple[str, ...] | ClauseUse) -> str | tuple[str, ...]:
        if not isinstance(said, ClauseUse):
            return said
        return tuple(self._text((said.clause,), said.values, "recipients").split("\n"))

    def _text(self, ids: tuple[str, ...], values: Mapping[str, str], place: str) -> str:
        found = [clause for one in ids if (clause := self._find(one, place))]
        self._unknown_values(found, values, place)
        texts: list[str] = []
        origins: list[str] = []
        for clause in found:
            done = fill(clause, self.locality, {**self.usual, **values})
            texts.append(done.text)
            origins += [clause.id] * (len(written(done.text, f"{place}.text")) if done.text.strip() else 0)
            self._tell(clause, done.missing, place)
        self.parts[f"{place}.text" if place != "closing" else place] = tuple(origins)
        return _numbered("\n".join(texts)) or "…"

    def _find(self, clause: str, place: str) -> Clause | None:
        found = self.library.find(clause, self.locality)
        if found is None:
            self.wrong.append(misuse("PK-08", self._why(clause), Location(field=f"{place}.clause")))
        return found

    def _why(self, clause: str) -> str:
        near = self.library.near(clause, self.locality)
        hint = f" Mẫu gần nhất: {', '.join(near)}." if near else ""
        if known := self.library.of_id(clause):
            whom = f"{self.locality.place.kind.value} vào ngày {self.locality.on:%d/%m/%Y}"
            said = f"Mẫu câu {clause} không dùng cho {whom}.{hint} Xem tất cả: `kedraft clauses`."
            if any(self.locality.level in one.levels for one in known):
                return said
            return f"{said} Cả phiếu soạn cho cấp khác thì tạo lại bằng `kedraft new`, thêm --commune (một xã, phường) hoặc --batch (mọi xã, phường)."
        return (
            f"Thư viện không có mẫu câu {clause}.{hint} Xem tất cả: `kedraft clauses`; hoặc viết nội dung vào `text`."
        )

    def _unknown_values(self, found: list[Clause], values: Mapping[str, str], place: str) -> None:
        known = {parameter.name for clause in found for parameter in clause.parameters}
        for name in values:
            if found and name not in known and name not in WORDS:
                near = get_close_matches(name, sorted(known), n=1, cutoff=0.5)
                said = f"; có phải là {near[0]}" if near else f"; các tham số: {', '.join(sorted(known)) or 'không có'}"
                message = f"Mẫu câu {found[0].id} không có tham số {name}{said}."
                self.wrong.append(misuse("PK-08", message, Location(field=f"{place}.with.{name}")))

    def _tell(self, clause: Clause, missing: tuple[str, ...], place: str) -> None:
        where = Location(field=f"{place}.clause")
        if self.library.replaces(clause):
            message = f"Mẫu câu {clause.id} lấy từ thư mục mẫu câu của cơ quan, thay cho mẫu có sẵn cùng mã."
            self.findings.append(Finding(rule="PK-20", severity=Severity.INFO, message=message, where=where))
        if missing:
            names = ", ".join(f"{name}: …" for name in missing)
            message = f"Mẫu câu {clause.id} còn chỗ trống; thêm `with: {{{names}}}` vào mục này."
            self.findings.append(Finding(rule="PK-21", severity=Severity.WARNING, message=message, where=where))

    # --- origins -----------------------------------------------------------------------------------------------------

    def _annex(self, annex: Annex) -> Annex:
        return annex.evolve(children=self._items(annex.children))

    def _items(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        seen: dict[str, int] = {}
        out: list[Item] = []
        for item in items:
            place = _place(item.origin)
            if place not in self.parts or not self.parts[place]:
                out.append(item.evolve(children=self._items(item.children)) if item.children else item)
                continue
            at = seen.get(place, 0)
            seen[place] = at + 1
            ids = self.parts[place]
            out.append(_from(item, ids[min(at, len(ids) - 1)]))
        return tuple(out)

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        ids = self.parts.get(_place(paragraph.origin))
        return paragraph.evolve(origin=_origin(paragraph.origin, ids[0])) if ids else paragraph


def _asks(spec: DraftSpec) -> bool:
    """Whether the draft file names a clause at all; if not, no library is read."""
    entries = (*spec.sections, *spec.annexes)
    nodes = (node for entry in entries if isinstance(entry, InheritedSection) for node in (entry, *entry.nodes))
    own = (entry for entry in entries if isinstance(entry, OwnSection))
    named = any(one.clause is not None for one in nodes) or any(one.clause is not None for one in own)
    return named or isinstance(spec.closing, ClauseUse) or isinstance(spec.recipients, ClauseUse)


def _numbered(text: str) -> str:
    """The text of several clauses, each of which begins with `1.`, numbered through."""
    numbers: Iterator[int] = iter(range(1, 10_000))
    return _NUMBER.sub(lambda _: f"{next(numbers)}.", text) if len(_NUMBER.findall(text)) > 1 else text


def _place(origin: Origin) -> str:
    return (origin.place.field or "") if isinstance(origin, Authored) else ""


def _from(item: Item, clause: str) -> Item:
    children = tuple(_from(child, clause) for child in item.children)
    return item.evolve(origin=_origin(item.origin, clause), children=children)


def _origin(origin: Origin, clause: str) -> FromClause:
    return FromClause(clause=clause, place=origin.place)
