"""Where a label belongs among the nodes still open.

Ranks order the markers (Phần above I. above 1. above a) above -). A label goes on in an open level of its own marker, the deepest
one that waits for its value, or opens a level below the last node of higher rank.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from kedraft.grammar.shape import is_terminal, is_upper
from kedraft.model.inline import Inline
from kedraft.model.source import SourceParagraph, SourceTable
from kedraft.vietnamese.labels import NUMBERED, Label, Marker

_RANK = {
    Marker.PART: 0,
    Marker.CHAPTER: 1,
    Marker.UPPER: 2,
    Marker.ROMAN: 3,
    Marker.ARTICLE: 5,
    Marker.ARABIC: 6,
    Marker.DECIMAL: 7,  # + depth
    Marker.LETTER: 13,
    Marker.ARABIC_PAREN: 14,
    Marker.ROMAN_LOWER: 14,
    Marker.PAREN: 15,
    Marker.BULLET: 20,
    Marker.DASH: 20,
    Marker.PLUS: 21,
}
_DIVISION = 4  # the rank of `Mục 1.`: below `Chương I`, above `Điều 1.` and `1.`
UNNUMBERED = (Marker.DASH, Marker.PLUS, Marker.BULLET)
WORD_ORDER = {
    ("e", "d"),
    ("f", "e"),
    ("g", "f"),
    ("j", "i"),
    ("k", "j"),
    ("w", "v"),
    ("z", "y"),
    ("e", "đ"),
    ("g", "e"),
    ("h", "g"),
}
_RESTARTING = (Marker.ROMAN, Marker.ARABIC)
_CELLS = 4
_NEARBY = 50  # siblings looked at
_POINTS = (Marker.LETTER, Marker.PAREN)


@dataclass
class Open:
    """A node being built."""

    marker: Marker
    label: Label | None
    printed: str | None
    body: Inline
    source: SourceParagraph | SourceTable | None
    rank: int
    headed: bool = False  # a heading without a number
    named_by: SourceParagraph | None = (
        None  # the paragraph below the label that holds the heading (`Phần I` / `KẾT QUẢ`)
    )
    children: list["Open"] = field(default_factory=list)

    @property
    def own(self) -> Inline:
        """The body in the letters that were typed, which a style may show in capitals."""
        source = self.named_by or self.source
        if not isinstance(source, SourceParagraph) or source.look.typed is None:
            return self.body
        end = len(source.look.typed.rstrip())
        start = end - len(self.body.text)
        return self.body.evolve(text=source.look.typed[start:end]) if start >= 0 else self.body

    @property
    def value(self) -> int:
        """The number of the label; 0 without one."""
        return self.label.value if self.label else 0


def rank_of(label: Label) -> int:
    """The rank of a label: lower stands above."""
    if label.marker is Marker.ARABIC and label.printed.startswith("Mục"):
        return _DIVISION
    return _RANK[label.marker] + (min(len(label.path), 5) if label.marker is Marker.DECIMAL else 0)


def below_numeral(stack: list[Open], options: tuple[Label, ...]) -> int | None:
    """Index of the numeral below which an `A.` may open a list, since no letter stands above it; None without one."""
    if not any(label.marker is Marker.UPPER and label.value == 1 for label in options):
        return None
    if any(node.marker is Marker.UPPER for node in (*stack, *stack[0].children[:_NEARBY])):
        return None
    return next((at for at in range(len(stack) - 1, 0, -1) if stack[at].marker is Marker.ROMAN), None)


def choose(stack: list[Open], options: tuple[Label, ...], text: str) -> tuple[Label, int]:
    """The label meant, and the index in `stack` of the node that becomes its parent."""
    for label in options:  # goes on in an open level
        at = _waiting(stack, label, text)
        if at is not None:
            return label, at
    for label in options:  # opens a level
        if label.value <= 1 and _begins_again(stack, label, text):
            return label, _last_numbered(stack)
        if label.value <= 1:
            return label, _parent_for(stack, label)
    label = options[0]
    at = next(
        (
            i
            for i in range(len(stack) - 1, 0, -1)
            if stack[i].marker is label.marker and stack[i].rank == rank_of(label)
        ),
        None,
    )
    return label, at - 1 if at is not None else _parent_for(stack, label)


def _waiting(stack: list[Open], label: Label, text: str) -> int | None:
    rank = rank_of(label)
    waiting = [
        i
        for i in range(len(stack) - 1, 0, -1)
        if stack[i].marker is label.marker
        and stack[i].rank == rank
        and (label.marker in UNNUMBERED or _follows(stack[i], label))
    ]
    if len(waiting) > 1 and label.marker in _RESTARTING:  # one list in capitals, one below it that is not
        capital = is_upper(text[label.end :])
        return next((i for i in waiting if is_upper(stack[i].body.text) is capital), waiting[0]) - 1
    return waiting[0] - 1 if waiting else None


def _begins_again(stack: list[Open], label: Label, text: str) -> bool:
    """Whether a first numeral in sentence case opens a list below headings in capitals that have the same numerals.

    `1. MỤC ĐÍCH, YÊU CẦU` above `1. Mục đích`; the numerals of a table that a portal has laid out as lines.
    """
    if label.marker not in _RESTARTING or is_upper(text[label.end :]):
        return False
    same = [node for node in stack if node.marker is label.marker]
    if len(same) != 1 or not is_upper(same[0].body.text) or not _stays_capital(stack, same[0]):
        return False
    return label.marker is Marker.ARABIC or _is_laid_out_table(stack[_last_numbered(stack)])


def _is_laid_out_table(node: Open) -> bool:
    """Whether what stands below ends with the cells of a table: short lines that no mark closes."""
    cells = node.children[-_CELLS:]
    texts = [one.body.text for one in cells if one.marker is Marker.NONE]
    return len(texts) == _CELLS and all(text and len(text) < 60 and not is_terminal(text) for text in texts)


def _stays_capital(stack: list[Open], node: Open) -> bool:
    """Whether the headings of the node's list are all in capitals: of one that changes its letters none begins again."""
    parent = next(above for above, below in pairwise(stack) if below is node)
    return all(is_upper(one.body.text) for one in parent.children[-_NEARBY:] if one.marker is node.marker)


def _last_numbered(stack: list[Open]) -> int:
    return next(i for i in range(len(stack) - 1, -1, -1) if stack[i].marker not in UNNUMBERED)


def _follows(node: Open, label: Label) -> bool:
    if node.label is None:
        return False
    if label.marker is Marker.LETTER:  # lists of Word's run a, b, c, d, e
        return (
            label.value == node.value + 1 or (label.printed[0], node.printed[0] if node.printed else "") in WORD_ORDER
        )
    if label.marker is Marker.PAREN and _is_lettered(label) is not _is_lettered(node.label):
        return False
    return label.value == node.value + 1 and (
        label.marker is not Marker.DECIMAL or label.path[:-1] == node.label.path[:-1]
    )


def _is_lettered(label: Label) -> bool:
    """Whether letters stand in the brackets: `(a)`, `(i)`, not `(1)`."""
    return label.printed[1:2].isalpha()


def _parent_for(stack: list[Open], label: Label) -> int:
    """Index of the deepest open node of higher rank. A list inside a point or under a lead-in (`…:`) may go below it."""
    rank = rank_of(label)
    last = stack[-1]
    if (
        label.marker in (Marker.PAREN, Marker.ARABIC_PAREN, Marker.LETTER)
        and last.marker in UNNUMBERED
        and last.body.text.rstrip().endswith(":")
    ):
        return len(stack) - 1
    if label.marker is Marker.ARABIC and label.value == 1 and _nests_in_point(stack):
        return len(stack) - 1
    if label.marker is Marker.PAREN and (other := _other_brackets(stack, label)):
        return other
    for i in range(len(stack) - 1, -1, -1):
        if stack[i].rank < rank and not (stack[i].marker in UNNUMBERED and label.marker in NUMBERED):
            return i
    return 0


def _other_brackets(stack: list[Open], label: Label) -> int | None:
    """Index of the open item whose brackets hold the other sort: `(i)` opens a list below `(2)`, and `(1)` one below `(a)`."""
    open_ones = [at for at in range(len(stack) - 1, 0, -1) if stack[at].marker is Marker.PAREN]
    sorts = {_is_lettered(one) for at in open_ones if (one := stack[at].label)}
    return open_ones[0] if open_ones and _is_lettered(label) not in sorts else None


def _nests_in_point(stack: list[Open]) -> bool:
    """Whether a `1.` that comes now opens a list inside the point `a)` just opened, and not a second `1.` above it."""
    last = stack[-1]
    above = {node.marker for node in stack[1:-1]}
    return last.marker in _POINTS and above.isdisjoint(_POINTS) and not above.isdisjoint((Marker.ARABIC, Marker.ROMAN))
