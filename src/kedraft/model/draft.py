"""Draft: the child plan in the making, with what it was made from."""

from kedraft.model.base import Frozen, Words
from kedraft.model.finding import Finding
from kedraft.model.locality import Locality
from kedraft.model.plan import NodeId, Plan
from kedraft.model.spec import DraftSpec


class Dropped(Frozen):
    """Đề mục lược bỏ - a parent's node that the child does not have, and why."""

    node: NodeId
    reason: Words


class Above(Frozen):
    """Kế hoạch cấp trên nữa - a further parent, under the short name that the draft file gives it.

    The ids of its nodes carry the name: `tw:II.3`.
    """

    name: Words
    plan: Plan


class Draft(Frozen):
    """Dự thảo - the child plan, its parent, the spec that chose, what was left out, and what was noticed on the way.

    `followed`: references already name the child's numbers. `above`: the parents behind the parent.
    """

    plan: Plan
    parent: Plan
    spec: DraftSpec
    locality: Locality | None = None
    dropped: tuple[Dropped, ...] = ()
    findings: tuple[Finding, ...] = ()
    followed: bool = False
    above: tuple[Above, ...] = ()

    def source_of(self, node: NodeId | None) -> Plan:
        """The plan that a parent's node stands in: the parent, or the one whose name the id carries."""
        name, colon, _ = (node or "").partition(":")
        return next((one.plan for one in self.above if colon and one.name == name), self.parent)
