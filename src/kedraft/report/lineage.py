"""Nêu trước: which plan of a chain of parents said a paragraph first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kedraft.model.base import Frozen, Words
from kedraft.model.draft import Above
from kedraft.model.plan import Item, NodeId, Plan

#: Words by which a lower level says the same: they do not tell two paragraphs apart.
_LEVEL_WORDS = frozenset(
    [
        "tỉnh",
        "huyện",
        "xã",
        "phường",
        "thành",
        "phố",
        "cấp",
        "địa",
        "bàn",
        "các",
        "trên",
        "toàn",
        "quốc",
        "cả",
        "nước",
        "trung",
        "ương",
        "địa",
        "phương",
        "của",
        "và",
        "có",
        "được",
    ]
)
_ALIKE = 0.75
_SHORTEST = 4


class Echo(Frozen):
    """A paragraph of the parent and the one, higher up, that says the same."""

    node: NodeId
    first: NodeId
    plan: Words


def echoes(parent: Plan, above: tuple[Above, ...]) -> tuple[Echo, ...]:
    """For each paragraph of the parent that a plan behind it says as well: where that stands, the highest level first.

    Two paragraphs say the same when three quarters of their words agree, level and place words aside.
    """
    plans = sorted(above, key=lambda one: one.plan.issuing_body.level.rank)
    indexes = [(one.plan, _Index(one.plan)) for one in plans]
    return tuple(_echoes(parent, indexes))


def _echoes(parent: Plan, indexes: "list[tuple[Plan, _Index]]") -> Iterator[Echo]:
    for item in _leaves(parent):
        for plan, index in indexes:
            first = index.like(item)
            if first is not None:
                yield Echo(node=item.id, first=first, plan=title_of(plan))
                break


def title_of(plan: Plan) -> str:
    """`Kế hoạch số 1200/KH-BKHCN`, or the body's name where the plan shows no number."""
    number, symbol = plan.number.number, plan.number.symbol
    if number and symbol:
        return f"Kế hoạch số {number}/{symbol}"
    return f"Kế hoạch của {plan.issuing_body.name}"


def _leaves(plan: Plan) -> Iterator[Item]:
    return (item for item in plan.walk() if item.table is None and (item.text is not None or not item.children))


def _bag(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", words.casefold())) - _LEVEL_WORDS


class _Index:
    """The paragraphs of one plan by their words."""

    def __init__(self, plan: Plan) -> None:
        self._bags = [(item.id, _bag(item.words)) for item in _leaves(plan)]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for at, (_, bag) in enumerate(self._bags):
            for word in bag:
                self._by_word[word].append(at)

    def like(self, item: Item) -> NodeId | None:
        """The paragraph most like `item`, if any is like enough."""
        bag = _bag(item.words)
        if len(bag) < _SHORTEST:
            return None
        scored = [(2 * len(bag & other) / (len(bag) + len(other)), -at) for at, other in self._candidates(bag)]
        score, at = max(scored, default=(0.0, 0))
        return self._bags[-at][0] if score >= _ALIKE else None

    def _candidates(self, bag: frozenset[str]) -> Iterable[tuple[int, frozenset[str]]]:
        """Paragraphs that share one of the rarer half of the words: two that agree in three quarters must."""
        rare = sorted(bag, key=lambda word: len(self._by_word.get(word, ())))[: len(bag) // 2 + 1]
        found = {at for word in rare for at in self._by_word.get(word, ())}
        return ((at, self._bags[at][1]) for at in sorted(found))
