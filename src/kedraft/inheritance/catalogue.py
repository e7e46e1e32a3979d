"""The parent's nodes by id, and how to help a person who names one that is not there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from kedraft.model.plan import Annex, Item, NodeId, Plan

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A parent's items and annexes by id; `above` gives the node that an item stands in, annexes included."""

    items: dict[NodeId, Item]
    annexes: dict[NodeId, Annex]
    above: dict[NodeId, NodeId]
    top: tuple[NodeId, ...]

    @classmethod
    def of(cls, plan: Plan) -> "Catalogue":
        """The catalogue of a plan."""
        above: dict[NodeId, NodeId] = {}
        for annex in plan.annexes:
            above |= {child.id: annex.id for child in annex.children}
        items: dict[NodeId, Item] = {}
        for item in plan.walk():
            items[item.id] = item
            above |= {child.id: item.id for child in item.children}
        return cls(
            items, {annex.id: annex for annex in plan.annexes}, above, tuple(section.id for section in plan.sections)
        )

    def __contains__(self, node: NodeId) -> bool:
        return node in self.items or node in self.annexes

    def children(self, node: NodeId) -> tuple[Item, ...]:
        """The items directly below an item or annex."""
        return self.annexes[node].children if node in self.annexes else self.items[node].children

    def lineage(self, node: NodeId) -> Iterator[NodeId]:
        """The node, and everything that it stands in, innermost first."""
        here: NodeId | None = node
        while here is not None:
            yield here
            here = self.above.get(here)

    def inside(self, node: NodeId, outer: NodeId) -> bool:
        """Whether `node` is `outer` or stands in it."""
        return outer in self.lineage(node)

    def below(self, node: NodeId) -> Iterator[NodeId]:
        """Every node below `node`."""
        for child in self.children(node):
            for item in child.walk():
                yield item.id

    def is_missing(self, node: NodeId, parent: str) -> str:
        """The sentence for a node that the parent does not have."""
        near = self._near(node)
        command = f"Chạy lệnh `kedraft outline {parent}` để xem mã."
        return f"Kế hoạch cấp trên không có {_called(node)} {node}; {near}. {command}"

    def _near(self, node: NodeId) -> str:
        close = get_close_matches(node, [*self.items, *self.annexes], n=1, cutoff=0.75)
        head = node
        while "." in head:
            head = head.rpartition(".")[0]
            if head in self and (inner := [child.id for child in self.children(head)]):
                return f"mục {head} có: {listed(inner)}"
        if close:
            return f"có phải là {close[0]}?".rstrip("?") + " không"
        return f"kế hoạch ấy có: {listed((*self.top, *self.annexes))}"


def _called(node: NodeId) -> str:
    return "phụ lục" if node.startswith("PL") else "đề mục"


def listed(nodes: Iterable[NodeId]) -> str:
    """Ids in a sentence, not too many of them."""
    names = list(nodes)
    shown = ", ".join(names[:_SHOWN])
    return f"{shown}, …" if len(names) > _SHOWN else shown
