"""How a page lies in its picture, told from its lines: slanting, or seen from one side, as a telephone photographs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median
from typing import Final

from kedraft.importers.straight import Box

_WIDE: Final = 150.0  # points; shorter lines say little of the slant
_STEEPEST: Final = 0.1  # a page that slants more was not meant to be level
_FEW: Final = 8  # lines that do not tell whether the page narrows
_TURNS: Final = 0.004  # lines at the head and the foot of a page that slant alike differ by less
_LEANS: Final = tuple(step / 500 for step in range(-30, 31))  # how edges may lean, to either side
_EDGE: Final = 3.0  # points: lines that begin or end within them stand at one edge
_SURER: Final = 1.25  # so many times as many lines must meet at an edge that leans as at one square to the lines
_FOOT: Final = 842.0  # points: the height of a page, and half of it
_MIDDLE: Final = _FOOT / 2


@dataclass(frozen=True, slots=True)
class Edge:
    """A side of the text: where it crosses the top of the page, and how far it leans to the right for each point down."""

    x: float
    lean: float

    def at(self, y: float) -> float:
        """Where the edge stands at a height."""
        return self.x + self.lean * y


@dataclass(frozen=True, slots=True)
class Lay:
    """The slant of the lines, what is added to it for each point down, and the text's edges where they are not square to the lines."""

    slant: float = 0.0
    turn: float = 0.0
    left: Edge | None = None
    right: Edge | None = None

    def level(self, box: Box) -> Box:
        """The box where it would stand had the page lain straight."""
        middle = (box.y0 + box.y1) / 2
        down = (self.slant + self.turn * middle) * (box.x0 + box.x1) / 2
        y0, y1 = box.y0 - down, box.y1 - down
        return Box(box.text, self._across(box.x0, (y0 + y1) / 2), y0, self._across(box.x1, (y0 + y1) / 2), y1)

    def _across(self, x: float, y: float) -> float:
        if self.left is None or self.right is None:
            return x + self.slant * y
        left, width = self.left.at(_MIDDLE), self.right.at(_MIDDLE) - self.left.at(_MIDDLE)
        return left + (x - self.left.at(y)) * width / max(self.right.at(y) - self.left.at(y), 1.0)


def lay_of(lines: Sequence[Sequence[Box]]) -> Lay:
    """How the page lies, by what most of its long lines agree on."""
    slants = [(_height(line), slant) for line in lines if (slant := _slant(line)) is not None]
    if not slants:
        return Lay()
    turn = _turn(slants)
    slant = median(slant - turn * y for y, slant in slants)
    level = Lay(slant, turn)
    long = [(level.level(line[0]), level.level(line[-1]), line) for line in lines if _is_long(line)]
    starts = [(box.y1, line[0].x0) for box, _, line in long]
    ends = [(box.y1, line[-1].x1) for _, box, line in long]
    left, right = _edge(starts, -slant), _edge(ends, -slant)
    if left is None or right is None or left.lean == right.lean == -slant:
        return level
    return Lay(slant, turn, left, right)


def _is_long(line: Sequence[Box]) -> bool:
    return len(line) > 3 and line[-1].x1 - line[0].x0 > _WIDE


def _height(line: Sequence[Box]) -> float:
    return sum(box.y0 + box.y1 for box in line) / (2 * len(line))


def _slant(line: Sequence[Box]) -> float | None:
    """How much a line falls for each point to the right, by the feet of its words; None for a short one."""
    if not _is_long(line):
        return None
    xs, ys = [(box.x0 + box.x1) / 2 for box in line], [box.y1 for box in line]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)
    return slope if abs(slope) < _STEEPEST else None


def _turn(slants: Sequence[tuple[float, float]]) -> float:
    """What the slant gains for each point down; 0 where it is the same all over the page."""
    if len(slants) < _FEW:
        return 0.0
    gains = [(b - a) / (y - x) for (x, a), (y, b) in combinations(slants, 2) if y - x > _WIDE]
    gain = median(gains) if gains else 0.0
    return gain if abs(gain) * _FOOT > _TURNS else 0.0


def _edge(points: Sequence[tuple[float, float]], square: float) -> Edge | None:
    """The edge at which most of the lines begin (or end); None when there are too few of them."""
    if len(points) < _FEW:
        return None
    usual = _met(points, square)
    best = max((_met(points, lean) for lean in _LEANS), key=lambda met: met[0])
    _, x, lean = best if best[0] >= _SURER * usual[0] else usual
    return Edge(x, lean)


def _met(points: Sequence[tuple[float, float]], lean: float) -> tuple[int, float, float]:
    """How many of the points meet at one edge that leans so, and where it crosses the top."""
    places = sorted(x - lean * y for y, x in points)
    first, count, start = 0, 0, places[0]
    for last, place in enumerate(places):
        while place - places[first] > _EDGE:
            first += 1
        if last - first + 1 > count:
            count, start = last - first + 1, places[first]
    return count, start + _EDGE / 2, lean
