"""What a unit has become by a later day."""

from datetime import date

from kedraft.model.unit import Unit
from kedraft.units import successors

#: No unit changed hands more often than this between two plans.
_STEPS = 6


def units_at(unit: Unit, on: date) -> tuple[Unit, ...]:
    """The units that hold on that day what the unit held; itself while it lasts."""
    units: tuple[Unit, ...] = (unit,)
    for _ in range(_STEPS):
        units = tuple(
            new for one in units for new in (successors(one) if one.valid_until and one.valid_until <= on else (one,))
        )
    return units
