"""Proposal: the first draft file that `kedraft new` writes, before a person has decided anything."""

from kedraft.model.base import Frozen, Words
from kedraft.model.locality import Locality
from kedraft.model.spec import Mode


class ProposedSection(Frozen):
    """Mục đề xuất - a parent's section with a mode, one left out (`drop` is the reason), or own text.

    With `node`, `heading` and `text` the parent's section is replaced. `adapted` are nodes inside a verbatim section that need the
    place's name; `drops` nodes left out, each with a reason. `why` is for the clerk.
    """

    why: Words
    node: str | None = None
    title: Words = ""
    mode: Mode | None = None
    drop: Words | None = None
    heading: Words | None = None
    text: Words | None = None
    adapted: tuple[str, ...] = ()
    drops: tuple[tuple[str, Words], ...] = ()


class Proposal(Frozen):
    """Phiếu đề xuất - the entries in order, for `locality` on the partial date `date`.

    `committee` is the steering committee's name when the parent is one's: the child is then issued by the locality's own committee.
    """

    parent: str
    locality: Locality
    subject: Words
    date: str
    sections: tuple[ProposedSection, ...]
    annexes: tuple[ProposedSection, ...] = ()
    committee: Words | None = None
