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


class Draft(Frozen):
    """Dự thảo - the child plan, its parent, the spec that chose, what was left out, and what was noticed on the way.

    `followed`: references already name the child's numbers.
    """

    plan: Plan
    parent: Plan
    spec: DraftSpec
    locality: Locality | None = None
    dropped: tuple[Dropped, ...] = ()
    findings: tuple[Finding, ...] = ()
    followed: bool = False
