"""The rows of the trace: a paragraph of the parent and what became of it."""

from enum import StrEnum

from kedraft.model.base import Frozen, Words
from kedraft.model.origin import Change
from kedraft.model.plan import NodeId
from kedraft.report.marking import Span


class Fate(StrEnum):
    """Xử lý - what became of a paragraph of the parent."""

    KEPT = "kept"
    ADAPTED = "adapted"
    REPLACED = "replaced"
    DROPPED = "dropped"
    NOT_MENTIONED = "not_mentioned"


class Row(Frozen):
    """Dòng đối chiếu - one paragraph of the parent. `together`: the new words stand on the row of that parent node.

    `marked` are the words with what was cut and what is new, for an adapted paragraph. `first`: where a higher plan said it before.
    """

    section: Words
    node: NodeId
    label: Words | None = None
    words: Words
    fate: Fate
    reason: Words | None = None
    child: NodeId | None = None
    child_words: Words | None = None
    changes: tuple[Change, ...] = ()
    marked: tuple[Span, ...] = ()
    together: NodeId | None = None
    first: Words | None = None
