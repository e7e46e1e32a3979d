"""Where the references of a plan lead: its items by their labels, found once for all of them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kedraft.grammar.references import Reference, Step, kind_of
from kedraft.model.plan import Annex, Item, NodeId, Plan
from kedraft.vietnamese.labels import NUMBERED, Marker, point_value, roman_value

Node = Item | Annex
_Key = tuple[Marker, int]


class Places:
    """Where the references of a plan lead: its items by label, found once for all of them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._items: list[Item] = []  # in reading order
        self._spans: dict[int, range] = {}  # by node: the places in `_items` of what stands below it
        self._by_label: dict[_Key, list[int]] = {}  # places of the items that carry a label
        self._below: dict[tuple[int, _Key], int] = {}  # the first of them right below a node
        self._annex_of: dict[int, Annex] = {}  # by item right below an annex
        self._add(plan, plan.sections)
        for annex in plan.annexes:
            self._add(annex, annex.children)
            self._annex_of |= {id(child): annex for child in annex.children}

    def _add(self, node: Plan | Node, children: Sequence[Item]) -> None:
        start = len(self._items)
        for child in children:
            at = len(self._items)
            self._items.append(child)
            value = _value_of(child) if child.marker in NUMBERED else None
            if value is not None:
                key = (child.marker, value)
                self._by_label.setdefault(key, []).append(at)
                self._below.setdefault((id(node), key), at)
            self._add(child, child.children)
        self._spans[id(node)] = range(start, len(self._items))

    def find(self, node: NodeId) -> Node | None:
        """The item or annex with that id."""
        return self.plan.find(node) or next((annex for annex in self.plan.annexes if annex.id == node), None)

    def lineage(self, node: NodeId) -> tuple[Node, ...]:
        """The nodes from the section (or annex) down to the item with that id; empty when there is none."""
        path = self.plan.path(node)
        annex = self._annex_of.get(id(path[0])) if path else None
        return (annex, *path) if annex else path

    def resolve(self, reference: Reference, context: NodeId | None = None) -> tuple[Node, ...] | None:
        """The nodes that the steps name, outermost first; None when the plan has no such place, or several.

        `context` is the node in which the sentence stands: a reference that names no section is looked for around it.
        """
        first, *inner = reference.steps
        node = self._start(first, context)
        path: list[Node] = []
        for step in inner:
            if node is None:
                return None
            path.append(node)
            node = self._inside(step, node)
        return (*path, node) if node is not None else None

    def _start(self, step: Step, context: NodeId | None) -> Node | None:
        if step.word == "phụ lục":
            return _annex(step, self.plan)
        above = self.plan.path(context) if context is not None else ()
        around: tuple[Plan | Item, ...] = (*reversed(above), self.plan)
        for node in around:
            if (near := self._right_below(step, node)) is not None:
                return near
        return self._only_one(step, range(len(self._items)))

    def _inside(self, step: Step, node: Node) -> Item | None:
        """The item of that label below `node`: right below, or the only one further down."""
        near = self._right_below(step, node)
        return near if near is not None else self._only_one(step, self._spans[id(node)])

    def _right_below(self, step: Step, node: Plan | Node) -> Item | None:
        places = [at for key in _keys(step) if (at := self._below.get((id(node), key))) is not None]
        return self._items[min(places)] if places else None

    def _only_one(self, step: Step, span: range) -> Item | None:
        """The item of that label in a stretch of the plan, unless there are several."""
        found: list[int] = []
        for key in _keys(step):
            places = self._by_label.get(key, [])
            start = bisect_left(places, span.start)
            found += places[start : min(start + 2, bisect_left(places, span.stop))]
        return self._items[found[0]] if len(found) == 1 else None


def _annex(step: Step, plan: Plan) -> Annex | None:
    if not step.numeral:
        return plan.annexes[0] if len(plan.annexes) == 1 else None
    value = int(step.numeral) if step.numeral.isdigit() else roman_value(step.numeral)
    return plan.annexes[value - 1] if value is not None and 0 < value <= len(plan.annexes) else None


_FITTING = {
    "roman": (Marker.ROMAN, Marker.PART, Marker.CHAPTER),
    "digits": (Marker.ARABIC, Marker.DECIMAL, Marker.ARABIC_PAREN),
    "paren": (Marker.PAREN,),
    "letter": (Marker.LETTER,),
    "upper": (Marker.UPPER,),
}


def _keys(step: Step) -> Iterator[_Key]:
    """Marker and value of the items that a step may mean."""
    kind = kind_of(step.numeral)
    fitting: tuple[Marker, ...] = _FITTING[kind]
    if kind == "digits" and step.word in ("phần", "chương"):
        fitting = (Marker.PART, Marker.CHAPTER)
    if step.word == "điều":
        fitting = (Marker.ARTICLE,)
    value = _value(step.numeral, kind)
    if value is not None:
        yield from ((marker, value) for marker in fitting)
    letter = point_value(step.numeral.lower()) if kind == "roman" and len(step.numeral) == 1 else None
    if letter is not None:
        yield Marker.UPPER, letter


def _value(numeral: str, kind: str) -> int | None:
    match kind:
        case "roman":
            return roman_value(numeral)
        case "digits":
            return int(numeral)
        case "paren":
            return int(numeral.strip("()"))
        case _:
            return point_value(numeral.lower())


def _value_of(item: Item) -> int | None:
    """What the item's label counts, told from its id."""
    last = re.sub(r"(?<=.)\(\d+\)\Z", "", re.split(r"[.:]", item.id)[-1])
    match item.marker:
        case Marker.PART | Marker.CHAPTER | Marker.ARTICLE:
            return int(last[1:]) if last[1:].isdigit() else None
        case Marker.ROMAN | Marker.ROMAN_LOWER:
            return roman_value(last.rstrip(")").upper())
        case Marker.LETTER | Marker.UPPER:
            return point_value(last.lower())
        case _:
            return int(digits) if (digits := last.strip("()")).isdigit() else None


def numeral_of(item: Item) -> str:
    """The item's label as a reference names it: `III`, `2`, `1.2`, `b`."""
    label = (item.label or "").split(" ")[-1]
    return label if item.marker is Marker.PAREN else label.strip(".)")
