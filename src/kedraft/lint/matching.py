"""The parent's node that says the same as one of ours: by origin where it is recorded, else by its words."""

import re
from collections import Counter
from functools import lru_cache

from kedraft.lint.content import Content
from kedraft.lint.parent import ByIdentity
from kedraft.lint.prose import likeness, words
from kedraft.model.plan import Item, Plan

#: Words that change from level to level; two texts that differ only in them say the same.
_LEVEL = frozenset(
    [
        "tỉnh",
        "huyện",
        "xã",
        "phường",
        "thành",
        "phố",
        "thị",
        "trấn",
        "quận",
        "thôn",
        "bản",
        "cấp",
        "địa",
        "bàn",
        "các",
        "trên",
        "toàn",
        "tại",
        "trong",
        "của",
        "và",
    ]
)
_NUMBER = re.compile(r"\d")
_ALIKE = 0.6

#: A word in more items than this tells nothing; its list is not grown further, so that the work stays linear.
_COMMON = 64

_Items = tuple[tuple[Item | None, tuple[str, ...]], ...]


def bare(text: str) -> tuple[str, ...]:
    """Its words without numbers and level words."""
    return tuple(word for word in words(text) if word not in _LEVEL and not _NUMBER.search(word))


@lru_cache(maxsize=2)
def _items(parent: ByIdentity[Plan]) -> _Items:
    """The parent's items by their bare words; None where several say the same, so that none is the twin."""
    found: dict[tuple[str, ...], Item | None] = {}
    for item in parent.value.walk():
        tokens = bare(item.words)
        found[tokens] = None if tokens in found else item
    return tuple((item, tokens) for tokens, item in found.items())


@lru_cache(maxsize=2)
def _index(parent: ByIdentity[Plan]) -> dict[str, list[int]]:
    """For each word the items that have it."""
    index: dict[str, list[int]] = {}
    for at, (_, tokens) in enumerate(_items(parent)):
        for token in set(tokens):
            places = index.setdefault(token, [])
            if len(places) < _COMMON:
                places.append(at)
    return index


class Twins:
    """Looks up an item's twin in the parent. Built once per check; a look-up touches only items that share rare words."""

    def __init__(self, content: Content) -> None:
        self._content = content

    @property
    def _items(self) -> _Items:
        return _items(ByIdentity(self._content.parent)) if self._content.parent else ()

    @property
    def _index(self) -> dict[str, list[int]]:
        return _index(ByIdentity(self._content.parent)) if self._content.parent else {}

    def of(self, item: Item) -> Item | None:
        """The parent's item that this one comes from or repeats, or None."""
        recorded = self._content.counterpart(item)
        if recorded:
            return recorded
        tokens = bare(item.words)
        if len(tokens) < 3:
            return None
        shared = Counter(at for token in self._rarest(tokens) for at in self._index.get(token, ()))
        close = [(likeness(tokens, self._items[at][1]), -at) for at, _ in shared.most_common(8)]
        best = max(close, default=(0.0, 0))
        return self._items[-best[1]][0] if best[0] >= _ALIKE else None

    def _rarest(self, tokens: tuple[str, ...]) -> list[str]:
        return sorted(set(tokens), key=lambda token: (len(self._index.get(token, ())), token))[:4]
