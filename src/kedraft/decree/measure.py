"""Lengths: the decree speaks of millimetres and points, Word of twips (1/20 point) and half-points."""

TWIPS_PER_POINT = 20
TWIPS_PER_MM = 1440 / 25.4


def mm(length: float) -> int:
    """Millimetres as twips."""
    return round(length * TWIPS_PER_MM)


def pt(length: float) -> int:
    """Points as twips."""
    return round(length * TWIPS_PER_POINT)


def half_points(size: float) -> int:
    """A letter size as Word writes it (`w:sz`)."""
    return round(size * 2)
