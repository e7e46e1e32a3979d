"""A paragraph of duties cut into what it says: sentence by sentence, or as one part and its report."""

from collections.abc import Sequence

from kedraft.grammar.due import SENDS, deadline_of
from kedraft.vietnamese.letters import lazily

_BOUNDARY = lazily(r"(?<=[.!?])\s+(?=[A-ZĐÀ-Ỹ“\"(])|\n+")


def said_in(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [part for part in (piece.strip() for piece in _BOUNDARY.split(text)) if part]


def parts(said: Sequence[str]) -> list[str]:
    """The sentences of a paragraph as one part, but for a later one that reports by a date of its own."""
    out: list[str] = []
    for sentence in said:
        own = bool(SENDS.search(sentence)) and deadline_of(sentence) is not None
        if out and not own and not (len(out) > 1):
            out[-1] += " " + sentence
        else:
            out.append(sentence)
    return out


def as_printed(words: str | None, plain: str, text: str) -> str | None:
    """`words`, found in `plain`, as `text` prints them: the two differ in tone marks only."""
    at = plain.find(words) if words else -1
    return text[at : at + len(words)] if words and at >= 0 else words
