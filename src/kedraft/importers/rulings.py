"""The lines drawn on a scanned page, found in its dots: without them a table is only rows of words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kedraft.importers.straight import Box

_DARK: Final = 130  # of 255
_THICK: Final = 4  # dots that are looked at together: a line that slants a little stays whole
_LEVEL: Final = 96  # dots at 240 an inch: 10 mm
_UPRIGHT: Final = 64  # taller than any letter
_STACK: Final = 3  # strips above or below that are dark too: the edge of a dark patch, no line
_EDGE: Final = 0.025  # of the picture's width or height, where nothing is printed
_COVERED: Final = 0.8  # of a run
_MOST: Final = 4_000  # a picture, not a table
_IS_DARK: Final = bytes(255 if value < _DARK else 0 for value in range(256))
_RUN: Final = re.compile(rb"\xff+(?:\x00{1,2}\xff+)*")
_HEAD: Final = re.compile(rb"P5 (\d+) (\d+) 255\n")


@dataclass(frozen=True, slots=True)
class Picture:
    """A grey picture: one byte a dot."""

    width: int
    height: int
    dots: bytes

    def pgm(self) -> bytes:
        """The picture as a file in the PGM format."""
        return b"P5 %d %d 255\n" % (self.width, self.height) + self.dots


def turned(picture: Picture, degrees: int) -> Picture:
    """The picture turned clockwise by 90, 180 or 270 degrees."""
    width, height, dots = picture.width, picture.height, picture.dots
    if degrees == 180:
        return Picture(width, height, dots[::-1])
    quarter = Picture(height, width, b"".join(dots[at::width][::-1] for at in range(width)))
    return quarter if degrees == 90 else turned(quarter, 180)


def picture_of(data: bytes) -> Picture | None:
    """The dots of a picture in the PGM format; None for any other."""
    found = _HEAD.match(data)
    if not found:
        return None
    width, height = int(found.group(1)), int(found.group(2))
    dots = data[found.end() :]
    return Picture(width, height, dots) if len(dots) == width * height else None


def rules_in(picture: Picture) -> list[Box]:
    """Level and upright lines, as boxes without words, in dots."""
    dark = picture.dots.translate(_IS_DARK)
    width, height = picture.width, picture.height
    rows = (dark[at : at + width] for at in range(0, width * height, width))
    columns = (dark[at::width] for at in range(width))
    found = [Box("", a, at, b, at + _THICK) for at, a, b in _thin(_runs(rows, width, _LEVEL), height)]
    found += [Box("", at, a, at + _THICK, b) for at, a, b in _thin(_runs(columns, height, _UPRIGHT), width)]
    return found if len(found) <= _MOST else []


_Run = tuple[int, int, int]


def _thin(runs: Iterator[_Run], size: int) -> Iterator[_Run]:
    """The runs that are lines; many that lie upon each other are a dark patch: what is seen around a photographed page."""
    strips: dict[int, list[_Run]] = {}
    for run in runs:
        strips.setdefault(run[0], []).append(run)
    for at, row in strips.items():
        if _EDGE * size < at < (1 - _EDGE) * size:
            yield from (run for run in row if not _is_stacked(run, strips))


def _is_stacked(run: _Run, strips: dict[int, list[_Run]]) -> bool:
    at, start, end = run
    least = _COVERED * (end - start)
    for side in (-_THICK, _THICK):
        beside = (strips.get(at + side * step, []) for step in range(1, _STACK + 1))
        if all(sum(max(0, min(end, b) - max(start, a)) for _, a, b in row) >= least for row in beside):
            return True
    return False


def _runs(strips: Iterator[bytes], size: int, least: int) -> Iterator[_Run]:
    """(place across, start, end) of dark runs in strips that are laid over each other by fours."""
    at = 0
    while group := [strip for _, strip in zip(range(_THICK), strips, strict=False)]:
        over = 0
        for strip in group:
            over |= int.from_bytes(strip)
        if over:
            for run in _RUN.finditer(over.to_bytes(size)):
                if run.end() - run.start() >= least:
                    yield at, run.start(), run.end()
        at += len(group)
