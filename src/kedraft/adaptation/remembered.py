"""Readings of texts, remembered with what they asked of the target: most texts ask nothing, and read the same for every commune."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from kedraft.adaptation.source import Target

R = TypeVar("R")
#: What was asked of the target (`level`, `place.kind`, `unit` with its arguments), with the answers.
_Asked = dict[tuple[Any, ...], Any]
#: So many texts are remembered; then all are forgotten, so that a long run does not grow.
_MOST = 4096
#: So many answers for one text: two kinds of unit, and the provinces' words for what lies below them.
_ANSWERS = 16
_PLACES = ("place", "province")


class Remembered:
    """What was read of each text, for targets that answer alike to all that was asked while reading."""

    def __init__(self) -> None:
        self._known: dict[Hashable, list[tuple[_Asked, Any]]] = {}

    def reading(self, key: Hashable, target: Target, read: Callable[[Target], R]) -> R:
        """The result of `read` for this target. `key`: everything else that decides it."""
        known = self._known.get(key, [])
        for asked, result in known:
            if all(_answer(target, question) == answer for question, answer in asked.items()):
                return cast(R, result)
        watched = _Watched(target)
        result = read(cast(Target, watched))
        if len(self._known) >= _MOST:
            self._known.clear()
        if len(known) < _ANSWERS:
            self._known[key] = [*known, (watched.asked, result)]
        return result


def _answer(target: Target, question: tuple[Any, ...]) -> Any:
    owner: Any = target
    name, *rest = question
    if name in _PLACES:
        return getattr(getattr(owner, name), rest[0])
    value = getattr(owner, name)
    return value(*rest) if callable(value) else value


class _Watched:
    """Stands for a target and keeps what it was asked."""

    __slots__ = ("_target", "asked")

    def __init__(self, target: Target) -> None:
        self._target = target
        self.asked: _Asked = {}

    def __getattr__(self, name: str) -> Any:
        if name in _PLACES:
            return _WatchedPlace(self, name)
        value = getattr(self._target, name)
        if callable(value):
            return lambda *given: self._told((name, *given))
        return self._told((name,))

    def _told(self, question: tuple[Any, ...]) -> Any:
        answer = self.asked[question] = _answer(self._target, question)
        return answer


class _WatchedPlace:
    """Stands for the target's place or its province."""

    __slots__ = ("_name", "_target")

    def __init__(self, target: _Watched, name: str) -> None:
        self._target = target
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return self._target._told((self._name, name))
