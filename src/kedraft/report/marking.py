"""Two texts word by word: what stayed, what was cut, what is new."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from kedraft.model.base import Frozen


class Span(Frozen):
    """A stretch of words: the same in both, `cut` from the parent, or `new` in the child."""

    text: str
    kind: str = "same"


def marked(before: str, after: str) -> Iterator[Span]:
    """`after` with what was cut from `before` and what is new, word by word."""
    old, new = re.findall(r"\s+|[^\W_]+|.", before), re.findall(r"\s+|[^\W_]+|.", after)
    for kind, a, b, c, d in _joined(SequenceMatcher(None, old, new, autojunk=False).get_opcodes(), old):
        if kind == "equal":
            yield Span(text="".join(old[a:b]))
            continue
        if a < b:
            yield Span(text="".join(old[a:b]), kind="cut")
        if c < d:
            yield Span(text="".join(new[c:d]), kind="new")


_Step = tuple[str, int, int, int, int]


def _joined(steps: Sequence[_Step], old: Sequence[str]) -> list[_Step]:
    """Changes parted only by a blank are one change, so that whole phrases are marked."""
    out: list[_Step] = []
    for step in steps:
        if step[0] != "equal" and len(out) >= 2 and out[-1][0] == "equal" and out[-2][0] != "equal":
            blank = "".join(old[out[-1][1] : out[-1][2]])
            if not blank.strip():
                _, a, _, c, _ = out[-2]
                out[-2:] = [("replace", a, step[2], c, step[4])]
                continue
        out.append(step)
    return out
