"""Timing that a busy machine disturbs little: CPU seconds, rounds in turn (A B A B), medians."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """CPU seconds of one call, round by round."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle round."""
        return statistics.median(self.rounds)

    def times_of(self, other: "Timing") -> float:
        """How many times `other` goes into this: the median of the rounds' own ratios, taken side by side."""
        return statistics.median(mine / theirs for mine, theirs in zip(self.rounds, other.rounds, strict=True))


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure: rounds, and CPU seconds that one turn of one subject should last."""

    rounds: int
    turn: float


FULL = Effort(rounds=7, turn=0.5)
QUICK = Effort(rounds=3, turn=0.15)


def side_by_side(actions: Mapping[str, Callable[[], object]], effort: Effort) -> dict[str, Timing]:
    """Every action in turn, each round anew; a turn repeats a short action until it lasts.

    What was prepared is hidden from the garbage collector: only the actions' own garbage is theirs to pay for.
    """
    gc.collect()
    gc.freeze()
    repeats = {name: _repeats(action, effort.turn) for name, action in actions.items()}
    rounds: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(effort.rounds):
        for name, action in actions.items():
            start = time.process_time()
            for _ in range(repeats[name]):
                action()
            rounds[name].append((time.process_time() - start) / repeats[name])
    return {name: Timing(tuple(found)) for name, found in rounds.items()}


def _repeats(action: Callable[[], object], turn: float) -> int:
    for _ in range(2):  # the first call warms
        start = time.process_time()
        action()
        spent = time.process_time() - start
        if spent >= turn:
            return 1
    return max(1, round(turn / max(spent, 1e-6)))
