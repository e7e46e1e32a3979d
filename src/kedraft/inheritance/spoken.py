"""How a plan speaks of a place in itself: `điểm b khoản 2 Mục III`."""

from kedraft.grammar.places import Node, Places, numeral_of
from kedraft.model.plan import Annex, Item, Marker, NodeId

_WORDS = {
    Marker.PART: "Phần",
    Marker.CHAPTER: "Chương",
    Marker.ROMAN: "Mục",
    Marker.UPPER: "Mục",
    Marker.ARTICLE: "Điều",
    Marker.ARABIC: "khoản",
    Marker.DECIMAL: "khoản",
    Marker.LETTER: "điểm",
}


def reachable(item: Item, places: Places, sentence: NodeId) -> bool:
    """Whether a sentence may name the item without naming what it stands in: a section, or an item in a list around the sentence."""
    path = places.lineage(item.id)
    if len(path) < 2:
        return True
    around = {node.id for node in places.lineage(sentence)}
    return path[-2].id in around


def spoken(node: NodeId, places: Places) -> str:
    """`điểm b khoản 2 Mục III`: the way to a node in words, the innermost first."""
    words = [_step(step) for step in reversed(places.lineage(node))] or [
        _step(found) for found in [places.find(node)] if found
    ]
    return " ".join(word for word in words if word)


def _step(node: Node) -> str:
    if isinstance(node, Annex):
        return node.label or "Phụ lục"
    word = _WORDS.get(node.marker)
    return f"{word} {numeral_of(node)}" if word else ""
