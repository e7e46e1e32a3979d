"""What the parent tells this unit to do, as rules compare it: the words of its duties, or of all it says where the unit is not known."""

from collections.abc import Iterator
from functools import lru_cache

from kedraft.grammar.duties import duties
from kedraft.lint.content import Content, spots
from kedraft.lint.prose import own_words
from kedraft.model.locality import Locality
from kedraft.model.plan import NodeId, Plan


def told_by_parent(content: Content) -> Iterator[tuple[NodeId, str]]:
    """Node and words of each duty of the drafting unit, citations and quotations masked."""
    if not content.parent:
        return
    locality = content.draft.locality if content.draft else None
    if locality is None:
        yield from ((spot.field, spot.own) for spot in spots(content.parent))
    else:
        yield from _told(content.parent, locality)


@lru_cache(maxsize=1)
def _told(parent: Plan, locality: Locality) -> tuple[tuple[NodeId, str], ...]:
    """Cached: several rules ask one after another."""
    return tuple((duty.node, own_words(duty.text)) for duty in duties(parent, locality))
