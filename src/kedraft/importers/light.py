"""Even light on a photographed page: shade and the table under the paper are taken for ink else, and their edges for drawn lines."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from kedraft.importers.rulings import Picture

_TILE: Final = 64  # dots: wider than a letter, so that paper shows in each
_EVERY: Final = 4  # of whose rows and dots one tells the light
_PAPER: Final = 0.85  # of a tile's dots are darker than its paper
_WHITE: Final = 235  # paper brighter than this needs no light
_OUTSIDE: Final = 0.65  # of the paper's light: darker tiles at the edge show what lies around the page, when …
_NEAR: Final = 8  # tiles
_INK: Final = 0.03  # … not even this share of their dots …
_PLAIN: Final = 0.6  # … is darker than this share of their light: no letter stands there
_ROOM: Final = 0.02  # of the tiles may be dark (a seal, a picture) on a page that is evenly lit

Row = tuple[int, ...]


class _Tile(NamedTuple):
    paper: int
    plain: bool


def evened(picture: Picture) -> Picture:
    """The page with its paper white everywhere; a page that is lit evenly comes back as it is."""
    if min(picture.width, picture.height) < _TILE:
        return picture
    light = _light(picture)
    tiles = [one.paper for row in light for one in row]
    if sum(one < _WHITE for one in tiles) <= _ROOM * len(tiles):
        return picture
    smooth = [*_smoothed(_page_only(light))]
    width = picture.width
    dots = b"".join(
        picture.dots[at + x : at + min(x + _TILE, width)].translate(_brightened(paper))
        for y in range(picture.height)
        for at, row in ((y * width, smooth[y // _TILE]),)
        for x, paper in zip(range(0, width, _TILE), row, strict=True)
    )
    return Picture(width, picture.height, dots)


def _light(picture: Picture) -> list[list[_Tile]]:
    """How bright the paper is, tile by tile."""
    width = picture.width
    rows = []
    for top in range(0, picture.height, _TILE):
        lines = range(top * width, min(top + _TILE, picture.height) * width, _EVERY * width)
        rows.append([_tile(picture.dots, lines, x, min(x + _TILE, width)) for x in range(0, width, _TILE)])
    return rows


def _tile(dots: bytes, lines: range, start: int, end: int) -> _Tile:
    seen = sorted(b"".join(dots[at + start : at + end : _EVERY] for at in lines))
    paper = seen[int(_PAPER * (len(seen) - 1))]
    return _Tile(paper, seen[int(_INK * len(seen))] >= _PLAIN * paper)


def _smoothed(light: list[Row]) -> Iterator[Row]:
    """Each tile as bright as the median of those around it: words in large letters do not dim the paper."""
    for y in range(len(light)):
        near = light[max(y - 1, 0) : y + 2]
        yield tuple(
            light[y][x] and _middle(chain.from_iterable(row[max(x - 1, 0) : x + 2] for row in near))
            for x in range(len(light[y]))
        )


def _is_dim(light: list[list[_Tile]], y: int, x: int, usual: int) -> bool:
    """Whether the tile is much darker than the paper nearby, or the page's."""
    across = light[y][max(x - _NEAR, 0) : x + _NEAR + 1]
    down = (row[x] for row in light[max(y - _NEAR, 0) : y + _NEAR + 1])
    return light[y][x].paper < _OUTSIDE * max(usual, *(one.paper for one in chain(across, down)))


def _middle(values: Iterator[int]) -> int:
    ordered = sorted(value for value in values if value)
    return ordered[len(ordered) // 2] if ordered else 0


def _page_only(light: list[list[_Tile]]) -> list[Row]:
    """The light of the page, 0 for the dark and plain tiles around it: those that hang together with the edge."""
    usual = _middle(one.paper for row in light for one in row)
    dark = {
        (y, x) for y, row in enumerate(light) for x, one in enumerate(row) if one.plain and _is_dim(light, y, x, usual)
    }
    height, width = len(light), len(light[0])
    waiting = [(y, x) for y, x in dark if y in (0, height - 1) or x in (0, width - 1)]
    outside = set(waiting)
    while waiting:
        y, x = waiting.pop()
        near = {(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)} & dark - outside
        outside |= near
        waiting += near
    return [tuple(0 if (y, x) in outside else one.paper for x, one in enumerate(row)) for y, row in enumerate(light)]


@cache
def _brightened(paper: int) -> bytes:
    """What each grey becomes where the paper is as bright as `paper`; where there is none, all is white."""
    return bytes(min(255, value * 255 // paper) if paper else 255 for value in range(256))
