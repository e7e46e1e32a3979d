"""Sentences, masks and places of a text: what the rules need to read prose without false alarms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kedraft.lint.citations import find_citations
from kedraft.vietnamese.remembering import remembered

#: Stands for a character that a rule must not look at; it is no letter, no digit, no punctuation of a sentence.
MASK = "¤"
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*’")
_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a clause between semicolons, with the place where it starts."""

    start: int
    text: str


@remembered(maxsize=4096)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The text cut after `. ! ? ;` and at line ends. Nothing is lost but the space between. Cached: many rules ask."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for found in _END.finditer(text):
        if text[start : found.start()].strip():
            yield Sentence(start, text[start : found.start()])
        start = found.end()
    if text[start:].strip():
        yield Sentence(start, text[start:])


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the spans masked; every other character keeps its index."""
    for start, end in spans:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


@remembered(maxsize=8192)
def own_words(text: str) -> str:
    """The text with quotations and cited documents (titles included) masked: what the office itself says."""
    text = blank(text, [found.span() for found in _QUOTED.finditer(text)])
    return blank(text, [(cited.start, cited.end) for cited in find_citations(text)])


@remembered(maxsize=8192)
def unquoted(text: str) -> str:
    """The text with quotations masked."""
    return blank(text, [found.span() for found in _QUOTED.finditer(text)])


@remembered(maxsize=8192)
def small(text: str) -> str:
    """The text in small letters; every character keeps its index."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def says_any(text: str, cues: Iterable[str]) -> bool:
    """Whether one of the words (in small letters) stands in the text, in whatever letters: a glance that spares a search."""
    lowered = small(text)
    if lowered is text:
        lowered = text.lower()
    return any(cue in lowered for cue in cues)


def begins_sentence(text: str, at: int) -> bool:
    """Whether the word at `at` opens a sentence, a quotation or the text."""
    before = text[:at].rstrip()
    return not before or before[-1] in '.!?:;“"«‘(-–+•\n' or text[:at].endswith("\n")


def words(text: str) -> list[str]:
    """The words in lower case, without punctuation."""
    return _WORD.findall(text.casefold())


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """Share of common words in two texts (Jaccard, 0..1)."""
    left, right = set(one), set(other)
    return len(left & right) / len(left | right) if left and right else 0.0


def all_caps(text: str) -> bool:
    """Whether every letter is a capital, as in section titles."""
    return text.upper() == text and any(char.isalpha() for char in text)
