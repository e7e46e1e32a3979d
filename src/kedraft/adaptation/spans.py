"""Stretches of a text."""

import re

Span = tuple[int, int]

_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=\S)|\n")


#: No sentence is longer on either side of a word, in characters.
_LONGEST = 1500
_PERIOD = re.compile(r"(?<=[.!?])\s+(?=\S)|\n")


def period(words: str, start: int, end: int) -> Span:
    """The whole sentence round `words[start:end]`, semicolons included."""
    begin = max(0, start - _LONGEST)
    for found in _PERIOD.finditer(words, begin, start):
        begin = found.end()
    after = _PERIOD.search(words, end, end + _LONGEST)
    return begin, after.start() if after else min(len(words), end + _LONGEST)


def sentence(words: str, start: int, end: int) -> Span:
    """The sentence in which `words[start:end]` stands, as far as any rule looks."""
    begin = max(0, start - 200)
    for found in _SENTENCE.finditer(words, begin, start):
        begin = found.end()
    after = _SENTENCE.search(words, end, min(len(words), end + 200))
    return begin, after.start() if after else len(words)
