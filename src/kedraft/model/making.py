"""Making many small values at once, without the garbage collector looking through them again and again."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar

from pydantic import BaseModel

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=BaseModel)


def makes_many(stage: Callable[P, R]) -> Callable[P, R]:
    """A stage during which the cyclic collector waits.

    The values of the model are frozen and hold no cycles: reference counts free them, and looking for cycles among them costs a
    fifth of the work and grows with their number. The collector's state is as before when the stage ends, also on an error.
    """

    @wraps(stage)
    def made(*args: P.args, **kwargs: P.kwargs) -> R:
        if not gc.isenabled():
            return stage(*args, **kwargs)
        gc.disable()
        try:
            return stage(*args, **kwargs)
        finally:
            gc.enable()

    return made


#: After so many new values cycles are looked for among them, where thousands of documents are made one after another.
_MANY_VALUES = 20_000


@contextmanager
def looking_seldom() -> Iterator[None]:
    """A long run that makes many documents: the collector leaves what stands when it begins alone, and looks seldom at what is new."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_MANY_VALUES, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


_new: Final = object.__new__
_set_values: Final[Callable[[BaseModel, dict[str, Any]], None]] = BaseModel.__dict__["__dict__"].__set__
_set_given: Final[Callable[[BaseModel, set[str]], None]] = BaseModel.__dict__["__pydantic_fields_set__"].__set__
_set_extra: Final[Callable[[BaseModel, None], None]] = BaseModel.__dict__["__pydantic_extra__"].__set__
_set_private: Final[Callable[[BaseModel, None], None]] = BaseModel.__dict__["__pydantic_private__"].__set__
_ALL: Final[dict[type[BaseModel], set[str]]] = {}


def known(kind: type[M], values: dict[str, Any]) -> M:
    """A value whose fields are all given and already as its model wants them: in a half to a quarter of the time.

    For readers that make one of it for each paragraph of a long file out of what they themselves have cleaned. The value is
    equal to the one that `kind(**values)` gives; the tests of such a reader have all it makes validated once more.
    """
    made = _new(kind)
    _set_values(made, values)
    _set_given(made, _ALL.get(kind) or _ALL.setdefault(kind, set(kind.model_fields)))
    _set_extra(made, None)
    _set_private(made, None)
    return made
