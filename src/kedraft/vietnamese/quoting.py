"""Words quoted in a message, cut where they are too long: the one place where a message holds a part of a text.

Whoever says a message again of a text with another name in it (a batch) must know what was cut, and how: the cut falls elsewhere
when a name is longer. While somebody listens, every quotation is told with the text that it was taken from.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple


class Quote(NamedTuple):
    """What a message shows of a text: `shown` is `cut(text, start, end)`; `start` and `end` are where words of the text begin and end."""

    shown: str
    text: str
    start: int
    end: int
    cut: Callable[[str, int, int], str]


#: Who says it, where, in which words.
Saying = tuple[str, str | None, str]


class Heard:
    """The quotations that were made, by the sentences in which they stand; `loose` are those whose sentence nobody told."""

    def __init__(self) -> None:
        self.loose: list[Quote] = []
        self._told: dict[Saying, list[Quote]] = {}

    def claim(self, saying: Saying) -> None:
        """What was quoted since the last claim stands in this sentence."""
        if self.loose:
            self._told.setdefault(saying, []).extend(self.loose)
            self.loose = []

    def of(self, saying: Saying) -> list[Quote]:
        """The quotations that may stand in a sentence."""
        return self._told.get(saying) or [one for one in self.loose if one.shown in saying[2]]


_listening: ContextVar[Heard | None] = ContextVar("listening", default=None)


def quoted(text: str, start: int, end: int, cut: Callable[[str, int, int], str]) -> str:
    """`cut(text, start, end)`, told to whoever listens."""
    shown = cut(text, start, end)
    heard = _listening.get()
    if heard is not None:
        heard.loose.append(Quote(shown, text, start, end, cut))
    return shown


def said(who: str, where: str | None, words: str) -> None:
    """Tells whoever listens that what was just quoted stands in this sentence."""
    heard = _listening.get()
    if heard is not None:
        heard.claim((who, where, words))


@contextmanager
def listening() -> Iterator[Heard]:
    """Every quotation made inside the block."""
    heard = Heard()
    token = _listening.set(heard)
    try:
        yield heard
    finally:
        _listening.reset(token)


def around(text: str, start: int, end: int, size: int = 30) -> str:
    """The words of a span with a little of what stands beside it."""
    return quoted(text, start, end, _AROUND.get(size) or _AROUND.setdefault(size, _Around(size)))


class _Around:
    """Cuts at blanks, `size` characters beside the span or a little more."""

    def __init__(self, size: int) -> None:
        self._size = size

    def __call__(self, text: str, start: int, end: int) -> str:
        left = max(0, start - self._size)
        right = min(len(text), end + self._size)
        while left > 0 and not text[left - 1].isspace():
            left -= 1
        while right < len(text) and not text[right].isspace():
            right += 1
        inner = " ".join(text[left:right].split())
        return ("… " if left > 0 else "") + inner + (" …" if right < len(text) else "")


_AROUND: dict[int, _Around] = {}


def first_words(text: str, size: int) -> str:
    """The beginning of a text, of about so many characters."""
    return quoted(text, 0, len(text), lambda text, _, end: _Around(0)(text, 0, min(end, size)))


def last_words(text: str, size: int) -> str:
    """The end of a text, of about so many characters."""
    return quoted(text, 0, len(text), lambda text, _, end: _Around(0)(text, max(0, end - size), end))
