"""A chain of parents (trung ương, tỉnh, xã): the plans behind the parent, and all of them as one plan to choose from."""

from collections.abc import Mapping

from kedraft.model.draft import Above
from kedraft.model.plan import Annex, Item, NodeId, Plan


def behind(plans: Mapping[str, Plan]) -> tuple[Above, ...]:
    """Further parents by their short names; every id of theirs gets the name in front: `tw:II.3`."""
    return tuple(Above(name=name, plan=_named(name, plan)) for name, plan in plans.items())


def joined(parent: Plan, above: tuple[Above, ...]) -> Plan:
    """All nodes that a draft file may name: the parent's own, and those of the plans behind it."""
    if not above:
        return parent
    sections = (*parent.sections, *(section for one in above for section in one.plan.sections))
    annexes = (*parent.annexes, *(annex for one in above for annex in one.plan.annexes))
    return parent.evolve(sections=sections, annexes=annexes)


def _named(name: str, plan: Plan) -> Plan:
    def key(node: NodeId) -> NodeId:
        return f"{name}:{node}"

    def item(one: Item) -> Item:
        return one.evolve(id=key(one.id), children=tuple(map(item, one.children)))

    def annex(one: Annex) -> Annex:
        return one.evolve(id=key(one.id), children=tuple(map(item, one.children)))

    return plan.evolve(
        sections=tuple(map(item, plan.sections)),
        annexes=tuple(map(annex, plan.annexes)),
        tasks=tuple(one.evolve(node=key(one.node)) for one in plan.tasks),
        targets=tuple(one.evolve(node=key(one.node)) for one in plan.targets),
        reporting=tuple(one.evolve(node=key(one.node)) for one in plan.reporting),
    )
