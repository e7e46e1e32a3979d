"""The braces of own text: `{dân số}` is a field, `{xã: các thôn | phường: các tổ dân phố}` a choice by the unit's kind.

`{{` and `}}` are literal braces. Inside a choice fields and choices may stand again; `khác:` is for every kind not named.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kedraft.model.unit import UnitKind
from kedraft.vietnamese.text import nfc, squeeze

OTHER = "khác"
_KINDS = {kind.value: kind for kind in UnitKind}
_SPECIAL = re.compile(r"[{}|]")
_AND = re.compile(r"\s*(?:,|/|\bvà\b|\bhoặc\b)\s*")


@dataclass(frozen=True, slots=True)
class Field:
    """A name in braces; `raw` as it was typed, braces included."""

    name: str
    raw: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Words by kind, in the order typed; no kinds (`khác`) means every other one."""

    options: tuple[tuple[tuple[UnitKind, ...], "Pieces"], ...]
    raw: str

    def words(self, kind: UnitKind) -> "Pieces | None":
        """The pieces for a kind; None when the choice does not say."""
        for kinds, pieces in self.options:
            if not kinds or kind in kinds:
                return pieces
        return None


@dataclass(frozen=True, slots=True)
class Fault:
    """Braces that mean nothing, and why (Vietnamese)."""

    raw: str
    why: str


Piece = str | Field | Choice | Fault
Pieces = tuple[Piece, ...]


def has_braces(text: str) -> bool:
    """Whether there is anything to read."""
    return "{" in text or "}" in text


def pieces(text: str) -> Pieces:
    """A text as words, fields and choices; what cannot be read is a `Fault` at its place."""
    return tuple(_outside(nfc(text)))


def _outside(text: str) -> Iterator[Piece]:
    at, words = 0, ""
    while found := _SPECIAL.search(text, at):
        mark, start = found.group(), found.start()
        words += text[at:start]
        at = start + 1
        if mark == "|":
            words += mark
        elif text.startswith(mark * 2, start):
            words, at = words + mark, start + 2
        else:
            if words:
                yield words
            words = ""
            piece, at = _braced(text, start) if mark == "{" else (Fault("}", _LONE), at)
            yield piece
    if words + text[at:]:
        yield words + text[at:]


_LONE = "dấu } này không có dấu { mở; muốn in dấu ngoặc nhọn thì viết }}"
_OPEN = "thiếu dấu } đóng; muốn in dấu ngoặc nhọn thì viết {{"
_EMPTY = "trong dấu ngoặc nhọn chưa có tên trường"


def _braced(text: str, start: int) -> tuple[Piece, int]:
    """The field or choice that opens at `start`, and where it ends."""
    end = _closing(text, start)
    if end is None:
        line = text[start:].split("\n", 1)[0]
        return Fault(line[:40], _OPEN), start + 1
    raw, inner = text[start : end + 1], text[start + 1 : end]
    return _meaning(inner, raw), end + 1


def _closing(text: str, start: int) -> int | None:
    depth = 0
    for found in re.finditer("[{}]", text[start:]):
        depth += 1 if found.group() == "{" else -1
        if depth == 0:
            return start + found.start()
    return None


def _meaning(inner: str, raw: str) -> Piece:
    parts = list(_parts(inner))
    heads = [part.split(":", 1) for part in parts]
    if len(parts) == 1 and len(heads[0]) == 1:
        name = squeeze(inner)
        return Fault(raw, _EMPTY) if not name or "{" in name else Field(name, raw)
    options = []
    for head in heads:
        kinds = _kinds(head[0])
        if len(head) == 1 or kinds is None:
            return Fault(raw, _not_a_kind(squeeze(head[0]), len(head) > 1))
        options.append((kinds, tuple(_nested(head[1].strip(" ")))))
    return Choice(tuple(options), raw)


def _parts(inner: str) -> Iterator[str]:
    """The text between bars that stand in no inner braces."""
    depth, start = 0, 0
    for found in _SPECIAL.finditer(inner):
        match found.group():
            case "{":
                depth += 1
            case "}":
                depth -= 1
            case _ if depth == 0:
                yield inner[start : found.start()]
                start = found.end()
    yield inner[start:]


def _nested(text: str) -> Iterator[Piece]:
    """Pieces inside a choice, where doubled braces are an inner pair's ends, not literals."""
    at = 0
    while (start := text.find("{", at)) >= 0:
        if text[at:start]:
            yield text[at:start]
        piece, at = _braced(text, start)
        yield piece
    if text[at:]:
        yield text[at:]


def _kinds(text: str) -> tuple[UnitKind, ...] | None:
    words = _AND.split(squeeze(text).lower())
    if words == [OTHER]:
        return ()
    return tuple(_KINDS[word] for word in words) if all(word in _KINDS for word in words) else None


def _not_a_kind(word: str, colon: bool) -> str:
    named = ", ".join(_KINDS)
    if not colon:
        return f"phần “{word}” thiếu loại đơn vị và dấu hai chấm, ví dụ {{xã: các thôn | phường: các tổ dân phố}}"
    return f"“{word}” không phải loại đơn vị; dùng {named}, hoặc {OTHER}"


def walk(found: Pieces, kind: UnitKind | None = None) -> Iterator[Field | Choice | Fault]:
    """Every field, choice and fault, outer first; with a kind only what is printed for it."""
    for piece in found:
        if isinstance(piece, str):
            continue
        yield piece
        if isinstance(piece, Choice):
            chosen = [words for _, words in piece.options] if kind is None else [piece.words(kind) or ()]
            for words in chosen:
                yield from walk(words, kind)


def joined(found: Pieces, kind: UnitKind, value: Callable[[str], str]) -> str:
    """The words for a kind. A choice that says nothing leaves no doubled space, and no line of its own."""
    out = ""
    for piece in found:
        words = _printed(piece, kind, value)
        if words or isinstance(piece, str):
            out += words
        else:
            out += _NOTHING
    return _tidy(out) if _NOTHING in out else out


_NOTHING = "\x00"
_EMPTY_LINE = re.compile(rf"^[ {_NOTHING}]*{_NOTHING}[ {_NOTHING}]*(?:\n|\Z)", re.MULTILINE)
_BEFORE_MARK = re.compile(rf" *{_NOTHING}+ *(?=[,.;:)!?]|\n|\Z)")
_BETWEEN = re.compile(rf" {_NOTHING}+ |^{_NOTHING}+ ", re.MULTILINE)


def _tidy(text: str) -> str:
    text = _BEFORE_MARK.sub("", _EMPTY_LINE.sub("", text))
    return _BETWEEN.sub(lambda found: " " if found.group()[0] == " " else "", text).replace(_NOTHING, "")


def _printed(piece: Piece, kind: UnitKind, value: Callable[[str], str]) -> str:
    match piece:
        case Field():
            return value(piece.name)
        case Choice():
            return joined(piece.words(kind) or (), kind, value)
        case Fault():
            return piece.raw
        case _:
            return piece
