"""What rules read off the parent: the same for every unit that drafts from it, so that a batch reads it once."""

from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass(frozen=True, slots=True, eq=False)
class ByIdentity(Generic[V]):
    """A value as a key of what was read off it: equal to itself alone, so that no long plan is compared or hashed word by word."""

    value: V

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)
