"""What the parent tells this unit to do, as rules compare it: the words of its duties, or of all it says where the unit is not known.

The grammar of duties is large and most drafts never come to ask for it: it is imported by what does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kedraft.lint.content import Content, above
from kedraft.lint.parent import ByIdentity
from kedraft.lint.prose import own_words
from kedraft.model.locality import Locality
from kedraft.model.plan import NodeId, Plan
from kedraft.vietnamese.text import new_tone

if TYPE_CHECKING:
    from kedraft.grammar.bound import Bound


def told_by_parent(content: Content) -> Iterator[tuple[NodeId, str]]:
    """Node and words of each duty of the drafting unit, citations and quotations masked."""
    if not content.parent:
        return
    locality = content.draft.locality if content.draft else None
    if locality is None:
        yield from ((spot.field, spot.own) for spot in above(content.parent).spots)
    else:
        yield from _told(_Asked.by(locality, content.parent))


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """Whose duties are asked for: the same for all units of a level, but for those that the parent calls by their names."""

    parent: ByIdentity[Plan]
    locality: Locality
    bound: "Bound"

    @classmethod
    def by(cls, locality: Locality, parent: Plan) -> "_Asked":
        from kedraft.grammar.bound import Bound

        bound = Bound.of(parent, locality)
        known = ByIdentity(parent)
        called = tuple(place for place in bound.places if _names(known, place.name))
        province = bound.province if _names(known, bound.province) else ""
        return cls(known, locality, replace(bound, places=called, province=province))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and (self.parent, self.bound) == (other.parent, other.bound)

    def __hash__(self) -> int:
        return hash((self.parent, self.bound))


def _names(parent: ByIdentity[Plan], name: str) -> bool:
    """Whether a place's name stands in the parent's words, in whatever letters."""
    return name.casefold() in _words(parent) or new_tone(name).casefold() in _words(parent)


@lru_cache(maxsize=2)
def _words(parent: ByIdentity[Plan]) -> str:
    texts = "\n".join(" ".join(spot.text.split()) for spot in above(parent.value).spots)
    return f"{texts}\n{new_tone(texts)}".casefold()


@lru_cache(maxsize=4)
def _told(asked: _Asked) -> tuple[tuple[NodeId, str], ...]:
    """Cached: several rules ask one after another, and in a batch for one unit after another."""
    from kedraft.grammar.duties import duties

    return tuple((duty.node, own_words(duty.text)) for duty in duties(asked.parent.value, asked.locality))
