"""Own text as items, fitted to the list that it joins."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from pydantic import ValidationError

from kedraft.grammar.items import items_from_text
from kedraft.model.origin import Authored
from kedraft.model.place import Location
from kedraft.model.plan import Item, Marker

_SIGNS = (Marker.DASH, Marker.BULLET)


@lru_cache(maxsize=1024)
def written(text: str, field: str) -> tuple[Item, ...]:
    """Items of a text of the draft file. Cached: the text is read once when it is judged and once when it is used."""
    place = Location(field=field)
    return items_from_text(text, place=place, origin=Authored(place=place))


def says_something(text: str, field: str) -> bool:
    """Whether the text holds words, and no label without words."""
    try:
        return bool(written(text, field))
    except ValidationError:
        return False


def added(texts: Sequence[str], field: str, siblings: Sequence[Item]) -> tuple[Item, ...]:
    """Items of `append` or `prepend`; text without a label takes the marker of the list that it joins, a typed label stays."""
    marker = marker_of(siblings)
    items = [item for at, text in enumerate(texts) for item in written(text, f"{field}[{at}]")]
    return tuple(with_marker(item, marker) if item.marker is Marker.NONE else item for item in items)


def marker_of(siblings: Sequence[Item]) -> Marker:
    """The marker that most items of a list have; NONE when they are plain paragraphs or there are none."""
    counts = Counter(item.marker for item in siblings if item.marker is not Marker.NONE)
    return counts.most_common(1)[0][0] if counts else Marker.NONE


def with_marker(item: Item, marker: Marker) -> Item:
    """The item as a member of a list with `marker`; a table, or an item that joins plain paragraphs, stays as it is."""
    if marker is Marker.NONE or item.table is not None or item.marker is marker:
        return item
    children = item.children
    if marker in _SIGNS:
        children = tuple(with_marker(child, Marker.PLUS) if child.marker in _SIGNS else child for child in children)
    return item.evolve(marker=marker, children=children)
