"""Kế thừa: what the child takes over from its parent, as the draft file asks; numbering, head and foot; references that follow."""

from kedraft.inherit.apply import UNMENTIONED, inherit, with_facts

__all__ = ["UNMENTIONED", "inherit", "with_facts"]
