"""Boxes of a scan set straight: signs of drawn lines taken out, and one size for letters that are printed in one size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from kedraft.importers.boxes import Page, Word

_BASELINE: Final = 0.3  # of the letters' size, below the middle of their boxes
_NEAR: Final = 2.0  # points
_ALIKE: Final = (
    0.75,
    1.33,
)  # pages whose letters differ less are printed in one size: marks and capitals sway the boxes
#: Lines whose boxes differ less are printed in one size: `PHÓ CHỦ TỊCH` is half as high again as `an`.
_SWAY: Final = (0.8, 1.7)
_LARGEST: Final = 2.0  # of the usual size; what is larger is a stroke of a pen
_BOX: Final = 0.85  # height of a word's box, as a share of the letters' size


@dataclass(frozen=True, slots=True)
class Box:
    """A word of a scan and its box, in points, downwards."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float


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


def words_of(lines: Sequence[Sequence[Box]]) -> list[Word]:
    """The words of a page: those of a line share a baseline; a line's size is the page's unless it clearly differs."""
    lines = [line for line in lines if line]
    sizes = [max(median(box.y1 - box.y0 for box in line) / _BOX, 1.0) for line in lines]
    usual = _usual(lines, sizes)
    return [
        word
        for line, size in zip(lines, sizes, strict=True)
        for word in _words(line, usual if _SWAY[0] < size / usual < _SWAY[1] else min(size, _LARGEST * usual))
    ]


def in_one_size(pages: Sequence[Page]) -> None:
    """Gives the usual letters of every page the size that is usual in the document: they are measured page by page, and differ by chance."""
    pages = [page for page in pages if page.words]
    sizes = [median(word.size for word in page.words) for page in pages]
    usual = median(size for page, size in zip(pages, sizes, strict=True) for _ in page.words) if pages else 1.0
    for page, size in zip(pages, sizes, strict=True):
        if _ALIKE[0] < usual / size < _ALIKE[1]:
            for word in page.words:
                word.size *= usual / size


def _usual(lines: Sequence[Sequence[Box]], sizes: Sequence[float]) -> float:
    """The size in which most words of the page are printed."""
    spread = [size for line, size in zip(lines, sizes, strict=True) for _ in line]
    return median(spread) if spread else 1.0


def _words(line: Sequence[Box], size: float) -> Iterator[Word]:
    middle = sum((box.y0 + box.y1) / 2 for box in line) / len(line)
    for box in line:
        if box.text:
            yield Word(box.text, box.x0, box.x1, middle + _BASELINE * size, size)
