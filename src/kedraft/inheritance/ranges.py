"""References that name a stretch: `Mục I - III`, `các khoản từ 1 đến 3`, `từ Mục I đến Mục III`."""

import re
from collections.abc import Mapping, Sequence

from kedraft.grammar.places import Node, Places
from kedraft.grammar.references import Reference
from kedraft.model.plan import NodeId
from kedraft.vietnamese.letters import lazily

_TO = lazily(r"\s*(?:[-–→]|đến)\s*(?:hết\s+)?(?:(?:phần|chương|mục|tiểu mục|khoản|điểm|điều)\s+)?", re.IGNORECASE)

Path = tuple[Node, ...]


def is_range(text: str, first: Reference, last: Reference) -> bool:
    """Whether the words between two references make them the ends of one stretch."""
    between = text[first.steps[-1].end : last.steps[-1].start]
    return bool(_TO.fullmatch(between))


def still_together(ends: tuple[Path, Path], pairs: Mapping[NodeId, NodeId], source: Places, here: Places) -> bool:
    """Whether what the stretch held still stands in one row in the child, in that order, with nothing else between.

    What was dropped within it does not matter; ends that are no siblings are no stretch that could be judged.
    """
    first, last = ends[0][-1], ends[1][-1]
    beside = _siblings(first.id, source)
    if first.id not in beside or last.id not in beside:
        return True
    held = beside[beside.index(first.id) : beside.index(last.id) + 1]
    kept = [pairs[node] for node in held if node in pairs]
    if not kept:
        return True
    row = _siblings(kept[0], here)
    at = row.index(kept[0]) if kept[0] in row else 0
    return kept == row[at : at + len(kept)]


def _siblings(node: NodeId, places: Places) -> list[NodeId]:
    """Ids of the numbered items in whose row the node stands, itself included."""
    lineage = places.lineage(node)
    row: Sequence[Node] = lineage[-2].children if len(lineage) > 1 else places.plan.sections
    return [item.id for item in row]
