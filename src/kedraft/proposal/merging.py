"""Texts that were written for one unit of each kind, as one text with fields and choices."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kedraft.clauses import words_of
from kedraft.model.locality import Locality
from kedraft.model.proposal import CLOSES, OPENS
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.text import squeeze

#: Fields that a choice may turn out to be, as the words of one unit say them.
_FIELDS = ("đơn vị", "tên", "cấp", "khu dân cư", "cơ quan tài chính", "cấp ủy")
_WHOLE = ("khu dân cư", "cơ quan tài chính")
_LABEL = re.compile(r"\s*(?:\d+(?:\.\d+)*[.)]|[a-zđ][.)]|[-+•])?\s*")
_ALIKE = 0.6


class CannotMerge(Exception):
    """The texts hold signs that a choice could not hold: bars or braces."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How one unit is spoken of: its kind, and the words of each field."""

    kind: UnitKind
    fields: Mapping[str, str]

    @classmethod
    def of(cls, locality: Locality) -> "Voice":
        """The voice of a locality."""
        words = words_of(locality)
        return cls(locality.place.kind, {name: words[name] for name in _FIELDS})

    def named(self, text: str) -> str:
        """The text with the unit's own name as fields, in each of its cases."""
        for field in ("đơn vị", "tên"):
            words = self.fields[field]
            for said, name in (
                (words, field),
                (words[0].upper() + words[1:], field.capitalize()),
                (words.upper(), field.upper()),
            ):
                text = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", f"{OPENS}{name}{CLOSES}", text)
        return text

    def pieces(self, text: str) -> list[str]:
        """Words, signs and blanks; what a field says stands together, so that it is compared as one."""
        whole = sorted((self.fields[name] for name in _WHOLE), key=len, reverse=True)
        own = "|".join(rf"(?i:{re.escape(words)})(?!\w)" for words in whole)
        return re.findall(rf"{OPENS}[^{CLOSES}]*{CLOSES}|(?<!\w)(?:{own})|\w+|\s+|[^\w\s]", text)


Said = Sequence[tuple[Voice, str]]


def merged(said: Said) -> str:
    """One text that reads, for each kind, as what was written for it. Raises `CannotMerge`."""
    if len(said) > 1 and len({text for _, text in said}) == 1 and not re.search("[{}]", said[0][1]):
        return said[0][1]  # a name that all of them say is another's
    texts = [(voice, _named(voice, text, said)) for voice, text in said]
    if len({text for _, text in texts}) == 1:
        return texts[0][1]
    if any(re.search("[{}]", text) for _, text in texts):
        raise CannotMerge
    lines = [text.split("\n") for _, text in texts]
    voices = [voice for voice, _ in texts]
    keys = [[_key(voice, line) for line in one] for voice, one in zip(voices, lines, strict=True)]
    return "\n".join(line for block in _blocks(lines, keys) for line in _lines(voices, block))


def _named(voice: Voice, text: str, said: Said) -> str:
    """The text with the unit's own name as fields, but for lines that the other kinds have as well: a name in those is another's."""
    others = {line for other, words in said if other is not voice for line in words.split("\n")}
    return "\n".join(line if line in others else voice.named(line) for line in text.split("\n"))


def _key(voice: Voice, line: str) -> str:
    """By what lines are known as the same one, whatever their number and the kind that they speak of."""
    line = _LABEL.sub("", line, count=1)
    for name in (*_WHOLE, "cấp"):
        line = re.sub(rf"(?<!\w){re.escape(voice.fields[name])}(?!\w)", f"<{name}>", line, flags=re.IGNORECASE)
    return squeeze(line)


def _blocks(rows: Sequence[Sequence[str]], keys: Sequence[Sequence[str]]) -> Iterator[list[list[str]]]:
    """What stands between the places where all sequences meet, and those places, in turn: for each sequence its part."""
    meeting = _meeting(keys)
    at = [0] * len(rows)
    for places in (*meeting, [len(one) for one in rows]):
        between = [list(row[start:end]) for row, start, end in zip(rows, at, places, strict=True)]
        if any(between):
            yield between
        if places[0] < len(rows[0]):
            yield [[row[place]] for row, place in zip(rows, places, strict=True)]
        at = [place + 1 for place in places]


def _meeting(keys: Sequence[Sequence[str]]) -> list[list[int]]:
    """The places at which all sequences have the same key, in their order."""
    first, *others = keys
    maps = [
        {
            a + step: b + step
            for a, b, size in SequenceMatcher(None, first, other, autojunk=False).get_matching_blocks()
            for step in range(size)
        }
        for other in others
    ]
    return [[at, *(one[at] for one in maps)] for at in range(len(first)) if all(at in one for one in maps)]


def _lines(voices: Sequence[Voice], block: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a block: each pair that is alike as one, the others each for its kinds."""
    counts = {len(part) for part in block}
    if len(counts) == 1 and all(_alike(row) for row in zip(*block, strict=True)):
        yield from (_line(voices, row) for row in zip(*block, strict=True))
        return
    for voice, part in zip(voices, block, strict=True):
        for line in part:
            if "|" in line:
                raise CannotMerge
            yield f"{OPENS}{voice.kind.value}: {line.strip()} | khác:{CLOSES}"


def _alike(row: Sequence[str]) -> bool:
    return all(SequenceMatcher(None, row[0], one).ratio() >= _ALIKE for one in row[1:])


def _line(voices: Sequence[Voice], row: Sequence[str]) -> str:
    pieces = [voice.pieces(line) for voice, line in zip(voices, row, strict=True)]
    out: list[list[str]] = []
    for block in _blocks(pieces, pieces):
        spans = ["".join(part) for part in block]
        if out and not _can_stand(spans) and len(set(out[-1])) == 1:  # a choice holds whole words
            out[-1] = [before + span for before, span in zip(out[-1], spans, strict=True)]
        else:
            out.append(spans)
    return "".join(_span(voices, spans) for spans in out)


def _can_stand(spans: Sequence[str]) -> bool:
    """Whether spans may be a choice: none is empty, none begins or ends with a blank, which a choice would lose."""
    return len(set(spans)) == 1 or all(span and span == span.strip() for span in spans)


def _span(voices: Sequence[Voice], spans: Sequence[str]) -> str:
    if len(set(spans)) == 1:
        return spans[0]
    for name in _FIELDS:
        for case in (str, _capital, str.upper):
            if all(span == case(voice.fields[name]) for voice, span in zip(voices, spans, strict=True)):
                return f"{OPENS}{case(name)}{CLOSES}"
    if any("|" in span for span in spans):
        raise CannotMerge
    by_words: dict[str, list[str]] = {}
    for voice, span in zip(voices, spans, strict=True):
        by_words.setdefault(span.strip(), []).append(voice.kind.value)
    options = " | ".join(f"{', '.join(kinds)}: {words}" for words, kinds in by_words.items())
    return f"{OPENS}{options}{CLOSES}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
