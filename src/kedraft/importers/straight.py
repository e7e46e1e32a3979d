"""Boxes of a scan set straight: the page's slant taken out, and one size for letters that are printed in one size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from kedraft.importers.boxes import Word

_WIDE: Final = 150.0  # points; shorter lines say little of the slant
_STEEPEST: Final = 0.1  # a page that slants more was not meant to be level
_BASELINE: Final = 0.3  # of the letters' size, below the middle of their boxes
_NEAR: Final = 2.0  # points
_BOX: Final = 0.85  # height of a word's box, as a share of the letters' size


@dataclass(frozen=True, slots=True)
class Box:
    """A word of a scan and its box, in points, downwards."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float

    def turned(self, slant: float) -> "Box":
        """The box where it would stand had the page lain straight."""
        across, down = slant * (self.y0 + self.y1) / 2, slant * (self.x0 + self.x1) / 2
        return Box(self.text, self.x0 + across, self.y0 - down, self.x1 + across, self.y1 - down)


def slant_of(lines: Sequence[Sequence[Box]]) -> float:
    """The slant of a page, on which most of its long lines agree."""
    slants = [found for line in lines if (found := _slant(line)) is not None]
    return median(slants) if slants else 0.0


def straightened(lines: Sequence[Sequence[Box]], slant: float) -> list[list[Box]]:
    """The lines of a page without its slant."""
    return [[box.turned(slant) for box in line] for line in lines]


def without_strokes(lines: Sequence[Sequence[Box]], rules: Sequence[Box]) -> list[list[Box]]:
    """The lines without the signs that OCR makes of a table's upright lines (`|`, `[`)."""
    upright = [rule for rule in rules if rule.y1 - rule.y0 > rule.x1 - rule.x0]
    if not upright:
        return [list(line) for line in lines]
    return [[box for box in line if not _is_stroke(box, upright)] for line in lines]


def _is_stroke(box: Box, upright: Sequence[Box]) -> bool:
    return (
        len(box.text) <= 2
        and not any(letter.isalnum() and letter not in "lI1" for letter in box.text)
        and any(
            box.x0 - _NEAR < rule.x0 and rule.x1 < box.x1 + _NEAR and rule.y0 < (box.y0 + box.y1) / 2 < rule.y1
            for rule in upright
        )
    )


def _slant(line: Sequence[Box]) -> float | None:
    """How much a line falls for each point to the right, by the feet of its words; None for a short one."""
    if len(line) < 4 or line[-1].x1 - line[0].x0 < _WIDE:
        return None
    xs, ys = [(box.x0 + box.x1) / 2 for box in line], [box.y1 for box in line]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)
    return slope if abs(slope) < _STEEPEST else None


def words_of(lines: Sequence[Sequence[Box]]) -> list[Word]:
    """The words of a page: those of a line share a baseline; a line's size is the page's unless it clearly differs."""
    lines = [line for line in lines if line]
    sizes = [max(median(box.y1 - box.y0 for box in line) / _BOX, 1.0) for line in lines]
    usual = _usual(lines, sizes)
    return [
        word
        for line, size in zip(lines, sizes, strict=True)
        for word in _words(line, usual if 0.8 < size / usual < 1.25 else size)
    ]


def _usual(lines: Sequence[Sequence[Box]], sizes: Sequence[float]) -> float:
    """The size in which most words of the page are printed."""
    spread = [size for line, size in zip(lines, sizes, strict=True) for _ in line]
    return median(spread) if spread else 1.0


def _words(line: Sequence[Box], size: float) -> Iterator[Word]:
    middle = sum((box.y0 + box.y1) / 2 for box in line) / len(line)
    for box in line:
        if box.text:
            yield Word(box.text, box.x0, box.x1, middle + _BASELINE * size, size)
