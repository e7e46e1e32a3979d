"""The types of what a template sees: the fields of `Flow`, and theirs."""

from types import NoneType
from typing import Any, get_args, get_origin

from kedraft.model.document import Block, CellFlow, Flow, Letterhead, Line, RowFlow, SignatureBlock, TableFlow
from kedraft.model.inline import Run

#: The types of what has fields.
VALUES = (Block, CellFlow, Flow, Letterhead, Line, RowFlow, Run, SignatureBlock, TableFlow)
#: The names that a template starts with.
ROOTS: dict[str, Any] = dict(Flow.__annotations__)


def fields_of(kind: Any) -> dict[str, Any]:
    """The fields of a value's type, with theirs, in its order; none where it has no fields."""
    kind = _present(kind)
    return dict(kind.__annotations__) if hasattr(kind, "_fields") else {}


def element_of(kind: Any) -> Any:
    """What a list of this type holds; None when it is no list."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def type_of(path: list[str], types: dict[str, Any]) -> Any:
    """The type of a field; `types` are those of the names. None when there is no such field."""
    kind = types.get(path[0])
    for field in path[1:]:
        kind = fields_of(kind).get(field)
    return kind


def _present(kind: Any) -> Any:
    """`TableFlow | None` -> `TableFlow`."""
    options = [option for option in get_args(kind) if option is not NoneType]
    return options[0] if get_origin(kind) is not tuple and len(options) == 1 else kind
