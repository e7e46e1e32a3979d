"""What a look-up gives back."""

from dataclasses import dataclass

from kedraft.model.unit import Unit


@dataclass(frozen=True, slots=True)
class Found:
    """Kết quả tra cứu - exactly one unit, or a reason.

    `reason` is a Vietnamese sentence: what, why, what to do. `candidates` are units that may be meant; `successors` the
    units that took over from one that no longer exists on the date.
    """

    unit: Unit | None = None
    candidates: tuple[Unit, ...] = ()
    successors: tuple[Unit, ...] = ()
    reason: str | None = None
