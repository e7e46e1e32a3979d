"""Messages with holes: what is said of one member of a class, said of each other one with its own name.

A quotation that was cut to a length is cut anew: with a longer name the cut falls elsewhere, and what is left of one commune's name must
not stand in what is said of another.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kedraft.model.finding import Finding
from kedraft.rendering.mould import Cutter, Forms, Pieces, filled, has_holes
from kedraft.vietnamese.quoting import Heard, Quote, Saying


class Spot(NamedTuple):
    """A place in a text with holes: behind some words, or in the name after them, so many words from its beginning or its end."""

    before: Pieces
    form: int | None = None
    words: int = 0

    def at(self, forms: Forms) -> int:
        """Where it is with these names."""
        place = len(filled(self.before, forms))
        if self.form is None:
            return place
        name = forms[self.form].split(" ")
        inside = " ".join(name[: self.words])
        return place + len(inside) + (1 if self.words < 0 and inside else 0)


@dataclass(frozen=True, slots=True)
class Cut:
    """A quotation of a text with names in it, from `start` to `end`."""

    text: Pieces
    start: Spot
    end: Spot
    cut: Callable[[str, int, int], str]

    def shown(self, forms: Forms) -> str:
        """The quotation with other names."""
        return self.cut(filled(self.text, forms), self.start.at(forms), self.end.at(forms))


#: Words, the index of the form that fills a hole, or a quotation.
Parts = tuple[str | int | Cut, ...]


class Doubtful(Exception):
    """A message of which it cannot be said what it would be with another name."""


def spoken(parts: Parts, forms: Forms) -> str:
    """The message with these names."""
    return "".join(
        part if isinstance(part, str) else forms[part] if isinstance(part, int) else part.shown(forms) for part in parts
    )


def varies(parts: Parts) -> bool:
    """Whether a name stands in it."""
    return any(not isinstance(part, str) for part in parts)


def parts_of(finding: Finding, heard: Heard, cutter: Cutter) -> Parts:
    """The message of a finding with holes. Raises `Doubtful`."""
    return parts_in(finding.message, heard.of(saying(finding)), cutter)


def saying(finding: Finding) -> Saying:
    """Who says a finding, where, in which words."""
    return finding.rule, finding.where.field, finding.message


def parts_in(words: str, quotes: Iterable[Quote], cutter: Cutter) -> Parts:
    """Words in which these quotations may stand, with holes. Raises `Doubtful`."""
    return _parts(words, _cuts(quotes, cutter), cutter)


def _parts(words: str, cuts: Sequence[tuple[str, Cut]], cutter: Cutter) -> Parts:
    for shown, cut in cuts:
        before, found, after = words.partition(shown)
        if found:
            return (*_parts(before, cuts, cutter), cut, *_parts(after, cuts, cutter))
    return cutter.pieces(words)


def _cuts(quotes: Iterable[Quote], cutter: Cutter) -> list[tuple[str, Cut]]:
    """Each quotation of a text with a name, the longest first."""
    found: dict[str, Cut] = {}
    for quote in quotes:
        text = cutter.pieces(quote.text)
        if not has_holes(text) or not quote.shown:
            continue
        start = _spot(quote.text, quote.start, cutter, first=True)
        cut = Cut(text, start, _spot(quote.text, quote.end, cutter, first=False), quote.cut)
        if found.setdefault(quote.shown, cut) != cut:
            raise Doubtful
    return sorted(found.items(), key=lambda one: -len(one[0]))


def _spot(text: str, at: int, cutter: Cutter, *, first: bool) -> Spot:
    """A place in a text. Inside a name it is told by the words up to it, or from it on. Raises `Doubtful` inside a word of a name."""
    pieces: list[str | int] = []
    last = 0
    for found in cutter.pattern.finditer(text):
        if found.start() >= at:
            break
        form = cutter.indexes[found.group()]
        if found.end() > at:
            before = (*pieces, text[last : found.start()])
            return Spot(before, form, _words(text[found.start() : at], text[at : found.end()], first=first))
        pieces += (text[last : found.start()], form)
        last = found.end()
    return Spot((*pieces, text[last:at]))


def _words(left: str, right: str, *, first: bool) -> int:
    """How many words of a name stand before a place in it; with `first` how many from there on, counted from the end."""
    if first and left.endswith(" "):
        return -len(right.split(" "))
    if not first and right.startswith(" "):
        return len(left.split(" "))
    raise Doubtful
