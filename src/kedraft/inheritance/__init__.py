"""Kế thừa: what the child takes over from its parent, as the draft file asks.

`fill_spec` puts a locality's words into the draft file's own texts; `inherit` chooses, numbers, and writes head and foot;
`follow_references` moves references once the words are settled.
"""

from kedraft.inheritance.apply import inherit, with_facts
from kedraft.inheritance.fields import columns_of, fields_of, fill_spec, moved, spec_for, value_of, values_for
from kedraft.inheritance.left_out import UNMENTIONED
from kedraft.inheritance.references import follow_references, renumbered

__all__ = [
    "UNMENTIONED",
    "columns_of",
    "fields_of",
    "fill_spec",
    "follow_references",
    "inherit",
    "moved",
    "renumbered",
    "spec_for",
    "value_of",
    "values_for",
    "with_facts",
]
