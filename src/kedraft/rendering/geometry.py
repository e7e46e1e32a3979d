"""The widths that a template gives its words, in twips."""

from typing import NamedTuple

from kedraft.decree import Component, Edition, mm
from kedraft.rendering.metrics import width

#: Room left and right of Quốc hiệu, so that no printer's rounding breaks the line.
_AIR = 110


class Geometry(NamedTuple):
    """Widths of the text on a portrait and on a landscape page, and of the two columns of the letterhead."""

    text: int
    landscape: int
    left: int
    right: int


def geometry(edition: Edition) -> Geometry:
    """What the decree's defaults leave: the right column holds Quốc hiệu on one line, the left one has the rest."""
    page = edition.page
    text = mm(page.width) - mm(page.left.default) - mm(page.right.default)
    size = edition.type_of(Component.NATIONAL_NAME).size.default
    right = width(edition.literals.national_name.text, size, "bold") + 2 * _AIR
    return Geometry(text, mm(page.height) - mm(page.left.default) - mm(page.right.default), text - right, right)
