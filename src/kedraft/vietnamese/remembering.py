"""What was read of a text, remembered while the same texts are read again and again, and forgotten when that is over."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, cast

F = TypeVar("F", bound=Callable[..., object])
_FORGET: list[Callable[[], None]] = []


def remembered(maxsize: int) -> Callable[[F], F]:
    """`lru_cache` for what is read of a text; `forget` empties it."""

    def remember(function: F) -> F:
        cached = lru_cache(maxsize=maxsize)(function)
        _FORGET.append(cached.cache_clear)
        return cast(F, cached)

    return remember


def forget() -> None:
    """Lets go of everything that was read of texts: thousands of them may have come by once."""
    for one in _FORGET:
        one()
