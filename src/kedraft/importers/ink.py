"""Coloured ink taken off a scanned page: seal and pen lie over the signature and keep its letters from being read."""

from typing import Final

_LEVELS: Final = range(40, 200, 30)  # of 255
_APART: Final = 45  # ink differs in red and blue by more than this; grey and black, even in a poor picture, by less
_BLACK: Final = 90  # darker than this is a letter, also where ink lies over it
_EDGE: Final = 4  # dots; the rim of a stroke of ink is neither coloured nor black


def without_ink(red: bytes, blue: bytes, width: int) -> bytes:
    """The page in grey, from its red and blue parts (rows of `width` dots), where red seals and blue pens are as white as paper."""
    if red == blue:
        return red
    ink = _brighter(red, blue) | _brighter(blue, red)
    if not ink:
        return red
    size = 8 * len(red)
    pale = int.from_bytes(red.translate(_from(_BLACK)))
    white = ink | (_spread(_spread(ink, 8, size), 8 * width, size) & pale)
    return (int.from_bytes(red) | white).to_bytes(len(red))


def _brighter(own: bytes, other: bytes) -> int:
    """255 for each dot that is much brighter in `own` than in `other`, else 0."""
    found = 0
    for level in _LEVELS:
        found |= int.from_bytes(own.translate(_from(level + _APART))) & int.from_bytes(other.translate(_below(level)))
    return found


def _spread(dots: int, step: int, size: int) -> int:
    """The dots and those beside them, as far as the rim goes; `step` bits lead from one dot to the next."""
    for _ in range(_EDGE):
        dots |= (dots << step) | (dots >> step)
    return dots & ((1 << size) - 1)


def _from(level: int) -> bytes:
    return bytes(255 if value >= level else 0 for value in range(256))


def _below(level: int) -> bytes:
    return bytes(255 if value < level else 0 for value in range(256))
