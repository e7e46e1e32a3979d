"""What becomes of the parent's nodes that a draft file does not take over, and what it passes over in silence."""

from collections.abc import Iterator
from dataclasses import dataclass

from kedraft.inheritance.catalogue import Catalogue, listed
from kedraft.inheritance.choice import choices, dropped_sections, taken_by
from kedraft.model.draft import Dropped
from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location
from kedraft.model.plan import Item, NodeId, Plan
from kedraft.model.spec import DraftSpec

UNMENTIONED = "không nhắc đến trong phiếu"
_NOT_CHOSEN = "không nằm trong `only` của phiếu"


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of the parent's nodes: taken over, covered by own text, or dropped for a reason."""

    taken: frozenset[NodeId]
    covered: frozenset[NodeId]
    reasons: dict[NodeId, str]

    @classmethod
    def of(cls, spec: DraftSpec, catalogue: Catalogue) -> "Fate":
        taken: set[NodeId] = set()
        covered: set[NodeId] = set()
        reasons = {entry.drop: entry.reason for _, entry in dropped_sections(spec)}
        for choice in choices(spec):
            mine = list(taken_by(choice, catalogue))
            taken |= set(mine)
            covered |= {inner for node in mine if choice.rewrites(node) for inner in catalogue.below(node)}
            reasons |= choice.drops
            for node, (_, said) in choice.inner.items():
                if said.only is not None:
                    reasons |= {
                        child.id: _NOT_CHOSEN for child in catalogue.children(node) if child.id not in said.only
                    }
        return cls(frozenset(taken), frozenset(covered), reasons)


def left_out(parent: Plan, spec: DraftSpec, catalogue: Catalogue) -> Iterator[Dropped]:
    """Every node of the parent that the child neither has nor rewrites, with the reason nearest to it."""
    fate = Fate.of(spec, catalogue)

    def walk(item: Item, reason: str) -> Iterator[Dropped]:
        here = fate.reasons.get(item.id, reason)
        gone = item.id not in fate.taken and item.id not in fate.covered
        if gone:
            yield Dropped(node=item.id, reason=here)
        for child in item.children:
            yield from walk(child, here if gone else UNMENTIONED)

    for section in parent.sections:
        yield from walk(section, UNMENTIONED)
    for annex in parent.annexes:
        here = fate.reasons.get(annex.id, UNMENTIONED)
        if annex.id not in fate.taken:
            yield Dropped(node=annex.id, reason=here)
        for child in annex.children:
            yield from walk(child, here)


def unmentioned(parent: Plan, spec: DraftSpec, catalogue: Catalogue) -> Iterator[Finding]:
    """A warning for each section and annex of the parent that the draft file passes over in silence."""
    fate = Fate.of(spec, catalogue)
    for section in parent.sections:
        if section.id in fate.taken or section.id in fate.reasons:
            continue
        silent = [child.id for child in section.children if not _accounted(child, fate)]
        if len(silent) == len(section.children):
            yield _silence(f"Mục {section.id} của kế hoạch cấp trên không được nhắc đến trong phiếu", section.id)
        elif silent:
            what = f"Mục {section.id} của kế hoạch cấp trên chỉ được lấy một phần; {listed(silent)} không được nhắc đến trong phiếu"
            yield _silence(what, section.id)
    for annex in parent.annexes:
        if annex.id not in fate.taken and annex.id not in fate.reasons:
            yield _silence(
                f"{annex.label or 'Phụ lục'} ({annex.id}) của kế hoạch cấp trên không được nhắc đến trong phiếu",
                annex.id,
                "annexes",
            )


def _accounted(item: Item, fate: Fate) -> bool:
    known = fate.taken | fate.covered | fate.reasons.keys()
    return item.id in known or (bool(item.children) and all(_accounted(child, fate) for child in item.children))


def _silence(what: str, node: NodeId, where: str = "sections") -> Finding:
    message = f"{what}: thêm `inherit: {node}` nếu lấy, hoặc `drop: {node}` kèm lý do nếu bỏ."
    return Finding(rule="PK-06", severity=Severity.WARNING, message=message, where=Location(field=where))
