"""Inline text: words with bold and italic spans."""

from itertools import pairwise
from typing import Any, NamedTuple

from pydantic import model_serializer, model_validator

from kedraft.model.base import Frozen, Words


class Mark(Frozen):
    """A span of `Inline.text` (half-open, in characters) that is bold, italic or both."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False


class Run(NamedTuple):
    """A stretch of text in one style."""

    text: str
    bold: bool
    italic: bool


class Inline(Frozen):
    """Lời văn - words of one paragraph with spans of bold and italic. Written in data as a bare string when unmarked."""

    text: Words
    marks: tuple[Mark, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @model_serializer(mode="wrap")
    def _to_string(self, handler: Any) -> Any:
        return handler(self) if self.marks else self.text

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The text cut where the style changes; joined again they are the text."""
        text = self.text
        if not self.marks:
            return (Run(text, False, False),) if text else ()
        size = len(text)
        cuts = sorted({0, size, *(min(max(c, 0), size) for m in self.marks for c in (m.start, m.end))})
        runs: list[Run] = []
        for start, end in pairwise(cuts):
            over = [m for m in self.marks if m.start <= start and end <= m.end]
            run = Run(text[start:end], any(m.bold for m in over), any(m.italic for m in over))
            if runs and runs[-1][1:] == run[1:]:
                run = Run(runs.pop().text + run.text, run.bold, run.italic)
            runs.append(run)
        return tuple(runs)

    def slice(self, start: int, end: int | None = None) -> "Inline":
        """The part from `start` to `end`, with the marks that reach into it."""
        stop = len(self.text) if end is None else end
        marks = tuple(
            Mark(start=max(m.start, start) - start, end=min(m.end, stop) - start, bold=m.bold, italic=m.italic)
            for m in self.marks
            if m.start < stop and m.end > start
        )
        return Inline(text=self.text[start:stop], marks=marks)

    def splice(self, start: int, end: int, new: str) -> "Inline":
        """`text[start:end]` replaced by `new`; marks outside move with their words, a mark around it stretches."""
        shift = len(new) - (end - start)

        def moved(at: int, opening: bool) -> int:
            if at <= start:
                return at
            if at >= end:
                return at + shift
            return start if opening else start + len(new)

        marks = tuple(
            Mark(start=a, end=b, bold=m.bold, italic=m.italic)
            for m in self.marks
            if (a := moved(m.start, True)) < (b := moved(m.end, False))
        )
        return Inline(text=self.text[:start] + new + self.text[end:], marks=marks)


def inline(runs: list[Run] | tuple[Run, ...]) -> Inline:
    """Runs joined to one `Inline`."""
    text = ""
    marks: list[Mark] = []
    for run in runs:
        if (run.bold or run.italic) and run.text:
            if marks and marks[-1].end == len(text) and (marks[-1].bold, marks[-1].italic) == (run.bold, run.italic):
                last = marks.pop()
                marks.append(last.evolve(end=last.end + len(run.text)))
            else:
                marks.append(Mark(start=len(text), end=len(text) + len(run.text), bold=run.bold, italic=run.italic))
        text += run.text
    return Inline(text=text, marks=tuple(marks))
