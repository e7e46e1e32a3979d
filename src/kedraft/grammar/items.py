"""Own text, written as a plan is written, into items. (Being written: the signature is final.)"""

from kedraft.model.origin import Authored, Origin
from kedraft.model.place import Location
from kedraft.model.plan import Item


def items_from_text(text: str, *, place: Location | None = None, origin: Origin | None = None) -> tuple[Item, ...]:
    """The items of a text written in plan style (`1.`, `a)`, `-`, `+`; one paragraph a line; `**bold**`, `*italic*`).

    Ids and labels are provisional: `numbering.number` sets them once the items stand in their section. `place` is that of the
    text's first line.
    """
    raise NotImplementedError((text, place, origin or Authored()))
