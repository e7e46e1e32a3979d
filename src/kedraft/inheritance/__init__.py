"""Kế thừa: what the child takes over from its parent, as the draft file asks.

`inherit` chooses, numbers, and writes head and foot; `follow_references` moves references once the words are settled.
"""

from kedraft.inheritance.apply import UNMENTIONED, inherit, with_facts
from kedraft.inheritance.references import follow_references

__all__ = ["UNMENTIONED", "follow_references", "inherit", "with_facts"]
