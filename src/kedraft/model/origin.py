"""Origin: where the words of a node come from."""

from typing import Annotated, Literal

from pydantic import Field

from kedraft.model.base import Frozen
from kedraft.model.place import Location


class Change(Frozen):
    """Điều chỉnh - words of the parent that were replaced: before, after, the rule that did it."""

    before: str
    after: str
    rule: str


class Imported(Frozen):
    """Read from a source document, at `place`."""

    kind: Literal["imported"] = "imported"
    place: Location = Location()


class Authored(Frozen):
    """Written by the drafting office, in the draft file or by hand."""

    kind: Literal["authored"] = "authored"
    place: Location = Location()


class Inherited(Frozen):
    """Kept word for word from node `node` of the parent, whose own text has `digest`."""

    kind: Literal["inherited"] = "inherited"
    node: str
    digest: str
    place: Location = Location()


class Adapted(Frozen):
    """Taken from the parent's `node` with `changes`; `digest` is that of the parent's own text."""

    kind: Literal["adapted"] = "adapted"
    node: str
    digest: str
    changes: tuple[Change, ...]
    place: Location = Location()


class Replaced(Frozen):
    """Written anew in the place of the parent's `node`."""

    kind: Literal["replaced"] = "replaced"
    node: str
    digest: str
    reason: str | None = None
    place: Location = Location()


class FromClause(Frozen):
    """Filled from the clause library."""

    kind: Literal["clause"] = "clause"
    clause: str
    place: Location = Location()


Origin = Annotated[Imported | Authored | Inherited | Adapted | Replaced | FromClause, Field(discriminator="kind")]
"""Nguồn gốc - one of the six ways in which words come into a plan."""
