"""Fixed names and the letters that the decree writes them with: found in whatever letters, told when written otherwise."""

import re
from collections.abc import Iterator
from functools import cached_property

from kedraft.lint.bodies import any_of
from kedraft.lint.content import Content, Spot
from kedraft.lint.prose import all_caps, says_any, small

_DASH = re.compile(r"\s*[-–]\s*")


class Spellings:
    """Names as they are written. The pattern is made when the first text needs it: most texts name none of them."""

    def __init__(self, *names: str) -> None:
        self._names = names
        self._cues = tuple({" ".join(name.lower().split()[:2]).split(" -")[0] for name in names})

    def wrong(self, text: str) -> Iterator[tuple[str, int, str]]:
        """Names written with other letters: as printed, where, and as they are written. One in capitals throughout is a heading's."""
        if not says_any(text, self._cues):
            return
        for found in self._pattern.finditer(small(text)):
            shown = _DASH.sub(" - ", " ".join(text[found.start() : found.end()].split()))
            right = self._right[shown.lower()]
            if shown != right and not all_caps(shown):
                yield shown, found.start(), right

    @cached_property
    def _right(self) -> dict[str, str]:
        return {name.lower(): name for name in self._names}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{any_of(tuple(self._right))})(?!\w)")


def everywhere(content: Content) -> tuple[Spot, ...]:
    """Every text in which capitals are looked at: titles, prose, recipients."""
    return (*content.spots, *content.recipients)
