"""Making many small values at once, without the garbage collector looking through them again and again."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


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
