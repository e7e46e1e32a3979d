"""An index of texts by their words, as bits: many texts are narrowed down with a few operations on long numbers."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

_AFTER_ALL = "\uffff"  # comes after every letter


class WordIndex:
    """Which texts hold which words; the texts are told by their places."""

    def __init__(self, texts: Sequence[str]) -> None:
        places: dict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(texts):
            for word in text.split():
                places[word].append(at)
        self._bits = {word: _bits(at) for word, at in places.items()}
        self._words = sorted(places)

    def matching(self, typed: Sequence[str], *, begun: bool = False) -> Iterator[int]:
        """Places of the texts in which every typed word stands or (`begun`) begins one, in order, worked out one by one."""
        hits = -1
        for word in typed:
            last = word + _AFTER_ALL if begun else word
            some = self._words[bisect_left(self._words, word) : bisect_right(self._words, last)]
            hits &= reduce(or_, (self._bits[one] for one in some), 0)
        while hits > 0:
            first = hits & -hits
            yield first.bit_length() - 1
            hits ^= first


def _bits(at: Sequence[int]) -> int:
    """A number with these bits set; they come in ascending order."""
    out = bytearray(at[-1] // 8 + 1)
    for i in at:
        out[i // 8] |= 1 << i % 8
    return int.from_bytes(out, "little")
