"""What a proposal has decided of the parent's nodes so far, as entries of a draft file."""

from dataclasses import dataclass, field

from kedraft.model.plan import Item, NodeId
from kedraft.model.proposal import ProposedNode, ProposedSection
from kedraft.model.spec import Mode
from kedraft.proposal.sections import Kind, title_of

EMPTIED = "Mọi nội dung bên trong đã lược bỏ"


@dataclass(slots=True)
class Decisions:
    """Nodes left out, each with a reason, nodes with words or a mode of their own, and what a person is asked about a node."""

    drops: dict[NodeId, str] = field(default_factory=dict)
    nodes: dict[NodeId, ProposedNode] = field(default_factory=dict)
    questions: dict[NodeId, str] = field(default_factory=dict)

    def drop(self, node: NodeId, reason: str) -> None:
        """Leaves a node out; what had been decided of it is forgotten."""
        self.nodes.pop(node, None)
        self.drops.setdefault(node, reason)

    def inherited(self, section: Item, kind: Kind) -> ProposedSection:
        """The entry of a section that is taken over, or left out where nothing of it would stay."""
        gone = self._gone(section)
        if gone is not None:
            return ProposedSection(why=kind.value, node=section.id, title=title_of(section), drop=gone)
        mode = Mode.VERBATIM if kind is Kind.CONTENT else Mode.ADAPT
        drops = tuple(self._outermost(section))
        taken = [inner for inner in section.walk() if not any(_inside(inner, node, section) for node, _ in drops)]
        nodes = tuple(self.nodes[inner.id] for inner in taken if inner.id in self.nodes and inner is not section)
        notes = tuple(f"{inner.id}: {asked}" for inner in taken if (asked := self.questions.get(inner.id)))
        return ProposedSection(
            why=kind.value, node=section.id, title=title_of(section), mode=mode, nodes=nodes, drops=drops, notes=notes
        )

    def _outermost(self, item: Item) -> list[tuple[NodeId, str]]:
        """The nodes left out below `item`, without those that go with one above them."""
        out: list[tuple[NodeId, str]] = []
        for child in item.children:
            reason = self._gone(child)
            out += [(child.id, reason)] if reason is not None else self._outermost(child)
        return out

    def _gone(self, item: Item) -> str | None:
        """Why a node goes: for a reason of its own, or because all below it goes and it says nothing itself."""
        if item.id in self.drops:
            return self.drops[item.id]
        if not item.children or (item.text is not None and not _leads(item)):
            return None
        reasons = [self._gone(child) for child in item.children]
        if any(reason is None for reason in reasons):
            return None
        return reasons[0] if len(set(reasons)) == 1 else EMPTIED


def _leads(item: Item) -> bool:
    """Whether its own words only lead to what stands below (`gồm:`)."""
    return bool(item.text and item.text.text.rstrip().endswith(":"))


def _inside(item: Item, node: NodeId, section: Item) -> bool:
    found = next((inner for inner in section.walk() if inner.id == node), None)
    return found is not None and any(inner is item for inner in found.walk())
