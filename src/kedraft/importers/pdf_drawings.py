"""The straight lines that a PDF page draws, from which its tables are told."""

import ctypes
from collections.abc import Iterator
from typing import Any, Final

MAX_RULES: Final = 6_000


def rules_of(raw: Any, path: Any) -> Iterator[tuple[float, float, float, float]]:
    """The level and upright strokes of a path, and thin filled boxes as strokes."""
    numbers = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(path, *map(ctypes.byref, numbers)):
        return
    left, bottom, right, top = (one.value for one in numbers)
    if right - left <= 3.0 or top - bottom <= 3.0:
        if max(right - left, top - bottom) > 5.0:
            yield left, bottom, right, top
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)):
        return
    if stroke.value:
        yield from _strokes(raw, path)
    elif fill.value:
        yield from _thin_boxes(raw, path)


def _corners(raw: Any, path: Any) -> Iterator[tuple[bool, float, float]]:
    """The points of a path in page space; True starts a new stroke."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    for at in range(min(raw.FPDFPath_CountSegments(path), MAX_RULES)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        moves = raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO
        start = point if moves or start is None else start
        yield moves, *point
        if raw.FPDFPathSegment_GetClose(segment):
            yield False, *start


def _strokes(raw: Any, path: Any) -> Iterator[tuple[float, float, float, float]]:
    before: tuple[float, float] | None = None
    for moves, x, y in _corners(raw, path):
        if before is not None and not moves and (abs(x - before[0]) < 1.0) != (abs(y - before[1]) < 1.0):
            yield min(x, before[0]), min(y, before[1]), max(x, before[0]), max(y, before[1])
        before = (x, y)


def _thin_boxes(raw: Any, path: Any) -> Iterator[tuple[float, float, float, float]]:
    points: list[tuple[float, float]] = []
    for moves, x, y in [*_corners(raw, path), (True, 0.0, 0.0)]:
        if moves and len(points) >= 4:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            width, height = max(xs) - min(xs), max(ys) - min(ys)
            if min(width, height) <= 3.0 < max(width, height):
                yield min(xs), min(ys), max(xs), max(ys)
        points = [(x, y)] if moves else [*points, (x, y)]
