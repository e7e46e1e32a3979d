"""What adapting one text gives back."""

from typing import NamedTuple

from kedraft.model.inline import Inline
from kedraft.model.origin import Change


class TextChange(NamedTuple):
    """A change with its span in the text before; splicing `change.after` in for each span gives the text after."""

    start: int
    end: int
    change: Change


class Ask(NamedTuple):
    """What a person must decide: the words (kept as they are), where, why, and the rule that asks."""

    start: int
    end: int
    span: str
    why: str
    rule: str


class Adaptation(NamedTuple):
    """Kết quả cụ thể hóa một đoạn - new text, changes and questions in reading order.

    `drop`: why nothing of the paragraph has a counterpart at this level, or None.
    """

    text: Inline
    changes: tuple[TextChange, ...] = ()
    asks: tuple[Ask, ...] = ()
    drop: str | None = None
