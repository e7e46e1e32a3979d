"""Proposal: the first draft file that `kedraft new` writes, before a person has decided anything."""

from pydantic import Field

from kedraft.model.base import Frozen, Words
from kedraft.model.locality import Locality
from kedraft.model.spec import Mode
from kedraft.model.unit import UnitKind

#: What stands around a field's name in the words of a shared proposal; braces in words are braces that are printed.
OPENS, CLOSES = "\ue000", "\ue001"


class ProposedNode(Frozen):
    """Đề mục đề xuất - what becomes of one node inside a section: another mode, or new words; `why` is for the clerk."""

    node: str
    why: Words
    mode: Mode
    heading: Words | None = None
    text: Words | None = None
    when: tuple[UnitKind, ...] = ()


class ProposedSection(Frozen):
    """Mục đề xuất - a parent's section with a mode, one left out (`drop` is the reason), or own text or a clause.

    With `node` and `text` or `clause` the parent's section is replaced. `nodes` are treated apart from the section, `drops` left out,
    each with a reason. `why` is for the clerk, and so are `notes`, which stand below it. `when`: the kinds of unit that the entry is
    for, in a shared proposal; `dropped_for`: the same for nodes in `drops` that not every kind leaves out.
    """

    why: Words
    node: str | None = None
    title: Words = ""
    mode: Mode | None = None
    drop: Words | None = None
    heading: Words | None = None
    text: Words | None = None
    clause: str | None = None
    nodes: tuple[ProposedNode, ...] = ()
    drops: tuple[tuple[str, Words], ...] = ()
    notes: tuple[Words, ...] = ()
    when: tuple[UnitKind, ...] = ()
    dropped_for: dict[str, tuple[UnitKind, ...]] = Field({})


class Proposal(Frozen):
    """Phiếu đề xuất - the entries in order, for `locality` on the partial date `date`.

    `units` is the office's own table of units, if it has one, `clauses` the folder of its own clauses. `committee` is the steering
    committee's name when the parent is one's: the child is then issued by the locality's own committee.
    `shared`: the proposal is for units of every kind, by fields and choices; `locality` is one of them.
    """

    parent: str
    units: str | None = None
    clauses: str | None = None
    locality: Locality
    subject: Words
    date: str
    sections: tuple[ProposedSection, ...]
    annexes: tuple[ProposedSection, ...] = ()
    committee: Words | None = None
    shared: bool = False
