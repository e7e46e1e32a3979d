"""What a parent asks of other units by their names, said on the rows of the trace: `việc của đơn vị khác`."""

from collections.abc import Sequence

from kedraft.grammar.another import theirs_alone
from kedraft.grammar.duties import Duty
from kedraft.model.plan import NodeId
from kedraft.report.rows import Fate, Row
from kedraft.vietnamese.text import squeeze

THEIRS = "việc của đơn vị khác"
#: Words that a paragraph may have besides the duties in it: a run-in title, an item's lead.
_BESIDES = 0.8


class Others:
    """The duties of other units, by paragraph."""

    def __init__(self, duties: Sequence[Duty]) -> None:
        self._by_leaf: dict[NodeId, list[Duty]] = {}
        for duty in duties:
            self._by_leaf.setdefault(duty.leaf, []).append(duty)

    def holds_all(self, leaf: NodeId, words: str) -> bool:
        """Whether the paragraph says nothing else."""
        alone = (duty for duty in self._by_leaf.get(leaf, ()) if theirs_alone(duty.text, duty.addressed))
        said = sum(len(squeeze(duty.text)) for duty in alone)
        return said >= _BESIDES * len(squeeze(words)) > 0

    def told(self, row: Row) -> Row:
        """The row with whose duty it is, and what to do where the draft keeps it."""
        found = self._by_leaf.get(row.node)
        if not found:
            return row
        names = "; ".join(dict.fromkeys(squeeze(duty.addressed) for duty in found))
        if row.child is not None and row.fate in (Fate.KEPT, Fate.ADAPTED):
            asked = "bỏ khỏi kế hoạch này, hoặc ghi rõ đơn vị mình làm gì"
            return row.evolve(reason=f"có {THEIRS} ({names}): {asked}")
        if not self.holds_all(row.node, row.words) or row.fate is Fate.REPLACED:
            return row
        told = row.reason if row.fate is Fate.DROPPED else None
        if told and THEIRS in told.casefold():
            return row
        return row.evolve(fate=Fate.DROPPED, reason=f"{THEIRS} ({names})" + (f"; {told}" if told else ""))
