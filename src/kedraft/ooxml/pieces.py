"""The words of a line joined out of pieces in one look each: how the model holds them."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from kedraft.model.inline import Inline, Mark
from kedraft.model.making import known
from kedraft.ooxml.styles import BOLD, ITALIC
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import nfc

_ODD_SPACE: Final = lazily(r"(?<! ) *(?:\t[\t ]*|\n *)")


class Piece(NamedTuple):
    """Words in one look: `code` is BOLD | ITALIC, `size` in points."""

    text: str
    code: int
    size: float


class Read(NamedTuple):
    """The words of a line as the model holds them; `code` is the look of the whole, `size` that of most of it."""

    text: Inline
    code: int
    size: float | None


_NO_WORDS: Final = Read(Inline(text=""), 0, None)


def _inline(text: str, marks: tuple[Mark, ...]) -> Inline:
    """Words that `WordReader` has cleaned and that are composed."""
    return known(Inline, {"text": text, "marks": marks})


def _mark(start: int, end: int, code: int) -> Mark:
    return known(Mark, {"start": start, "end": end, "bold": code & BOLD != 0, "italic": code & ITALIC != 0})


def assemble(pieces: list[Piece]) -> Read:
    """Pieces joined: spaces at the ends gone, tabs single, composed letters even across runs."""
    if not pieces:
        return _NO_WORDS
    if len(pieces) == 1 or len({piece.code for piece in pieces}) == 1:
        return _one_look(pieces)
    text = "".join(piece.text for piece in pieces)
    codes = b"".join(bytes((piece.code,)) * len(piece.text) for piece in pieces)
    text, codes = _tidy(text, codes)
    if not unicodedata.is_normalized("NFC", text):
        text, codes = _compose(text, codes)
    marks, whole_line = [], BOLD | ITALIC
    for start, end, code in _stretches(codes):
        if code:
            marks.append(_mark(start, end, code))
        if code != whole_line and not text[start:end].isspace():
            whole_line &= code
    return Read(_inline(text, tuple(marks)), whole_line if text else 0, _main_size(pieces))


def _one_look(pieces: list[Piece]) -> Read:
    text, code, size = pieces[0]
    if len(pieces) > 1:
        text, size = "".join(piece.text for piece in pieces), _main_size(pieces)
    if "\t" in text or "\n" in text:
        text = _ODD_SPACE.sub(_odd, text)
    text = text.strip(" \t\n")
    if not text.isascii():
        text = nfc(text)
    code = code if text else 0
    return Read(_inline(text, (_mark(0, len(text), code),) if code else ()), code, size)


def _odd(found: re.Match[str]) -> str:
    return "\t" if "\t" in found.group() else "\n"


def _tidy(text: str, codes: bytes) -> tuple[str, bytes]:
    if "\t" in text or "\n" in text:
        texts, kept, at = [], [], 0
        for found in _ODD_SPACE.finditer(text):
            texts += [text[at : found.start()], _odd(found)]
            kept += [codes[at : found.start()], codes[found.start() : found.start() + 1]]
            at = found.end()
        text, codes = "".join([*texts, text[at:]]), b"".join([*kept, codes[at:]])
    start = len(text) - len(text.lstrip(" \t\n"))
    stop = len(text.rstrip(" \t\n"))
    return text[start:stop], codes[start:stop]


def _compose(text: str, codes: bytes) -> tuple[str, bytes]:
    """Letters and marks parted by a run end become one letter, in the look of the letter."""
    groups, kept, start = [], bytearray(), 0
    for end in range(1, len(text) + 1):
        if end < len(text) and unicodedata.combining(text[end]):
            continue
        group = nfc(text[start:end])
        groups.append(group)
        kept += codes[start : start + 1] * len(group)
        start = end
    whole_text = "".join(groups)
    composed = nfc(whole_text)
    return (whole_text, bytes(kept)) if composed == whole_text else (composed, bytes(len(composed)))


_SAME: Final = re.compile(rb"(.)\1*", re.DOTALL)


def _stretches(codes: bytes) -> Iterator[tuple[int, int, int]]:
    for found in _SAME.finditer(codes):
        yield found.start(), found.end(), codes[found.start()]


def _main_size(pieces: list[Piece]) -> float:
    """The size in which most characters stand."""
    first = pieces[0].size
    for piece in pieces:
        if piece.size != first:
            break
    else:
        return first
    share: dict[float, int] = {}
    for piece in pieces:
        share[piece.size] = share.get(piece.size, 0) + len(piece.text.strip())
    return max(share, key=lambda size: share[size])
