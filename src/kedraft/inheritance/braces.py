"""The braces of own text: `{dân số}` is a field, `{xã: các thôn | phường: các tổ dân phố}` a choice by the unit's kind.

`{{` and `}}` are literal braces. Inside a choice fields and choices may stand again; `khác:` is for every kind not named.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kedraft.model.unit import UnitKind
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import nfc, squeeze

OTHER = "khác"
_KINDS = {kind.value: kind for kind in UnitKind}
_SPECIAL = lazily(r"[{}|]")
_AND = lazily(r"\s*(?:,|/|\bvà\b|\bhoặc\b)\s*")


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
        """The pieces for a kind, wherever it is named; else those of `khác`; None when the choice does not say."""
        named = next((words for kinds, words in self.options if kind in kinds), None)
        return named if named is not None else next((words for kinds, words in self.options if not kinds), None)


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
    text = nfc(text)
    return tuple(_Reading(text, _pairs(text)).outside())


_DEEPEST = 20
_LONE = "dấu } này không có dấu { mở; muốn in dấu ngoặc nhọn thì viết }}"
_OPEN = "thiếu dấu } đóng; muốn in dấu ngoặc nhọn thì viết {{"
_EMPTY = "trong dấu ngoặc nhọn chưa có tên trường"
_TOO_DEEP = f"các dấu ngoặc nhọn lồng nhau quá {_DEEPEST} bậc"


def _pairs(text: str) -> dict[int, int]:
    """Where each brace that opens is closed, every brace counted."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for found in re.finditer("[{}]", text):
        if found.group() == "{":
            opened.append(found.start())
        elif opened:
            pairs[opened.pop()] = found.start()
    return pairs


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads one text; every stretch is named by its ends, so nothing is looked for twice."""

    text: str
    pairs: dict[int, int]

    def outside(self) -> Iterator[Piece]:
        """The pieces of the whole text."""
        text, at, words = self.text, 0, ""
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
                piece, at = self.braced(start, 0) if mark == "{" else (Fault("}", _LONE), at)
                yield piece
        if words + text[at:]:
            yield words + text[at:]

    def braced(self, start: int, depth: int) -> tuple[Piece, int]:
        """The field or choice that opens at `start`, and where it ends."""
        end = self.pairs.get(start)
        if end is None:
            return Fault(self.text[start : start + 40].split("\n", 1)[0], _OPEN), start + 1
        raw = self.text[start : end + 1]
        return (Fault(raw, _TOO_DEEP) if depth > _DEEPEST else self._meaning(start + 1, end, raw, depth)), end + 1

    def _meaning(self, start: int, end: int, raw: str, depth: int) -> Piece:
        parts = list(self._parts(start, end))
        heads = [self.text[first:last].split(":", 1) for first, last in parts]
        if len(parts) == 1 and len(heads[0]) == 1:
            name = squeeze(heads[0][0])
            return Fault(raw, _EMPTY) if not name or "{" in name else Field(name, raw)
        options: list[tuple[tuple[UnitKind, ...], Pieces]] = []
        for (first, last), head in zip(parts, heads, strict=True):
            kinds = _kinds(head[0])
            if len(head) == 1 or kinds is None:
                return Fault(raw, _not_a_kind(squeeze(head[0]), len(head) > 1))
            options.append((kinds, tuple(self._nested(first + len(head[0]) + 1, last, depth + 1))))
        if twice := _twice([kinds for kinds, _ in options]):
            return Fault(raw, f"“{twice}” có hai lần; giữ một phần cho mỗi loại đơn vị")
        return Choice(tuple(options), raw)

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The ends of the text between bars that stand in no inner braces."""
        at = first = start
        while found := _SPECIAL.search(self.text, at, end):
            at = self.pairs[found.start()] + 1 if found.group() == "{" else found.start() + 1
            if found.group() == "|":
                yield first, found.start()
                first = at
        yield first, end

    def _nested(self, start: int, end: int, depth: int) -> Iterator[Piece]:
        """Pieces inside a choice, where doubled braces are an inner pair's ends, not literals."""
        while start < end and self.text[start] == " ":
            start += 1
        while start < end and self.text[end - 1] == " ":
            end -= 1
        at = start
        while (opens := self.text.find("{", at, end)) >= 0:
            if self.text[at:opens]:
                yield self.text[at:opens]
            piece, at = self.braced(opens, depth)
            yield piece
        if self.text[at:end]:
            yield self.text[at:end]


def _twice(said: Sequence[tuple[UnitKind, ...]]) -> str | None:
    """The first kind, or `khác`, for which two parts speak."""
    seen: set[str] = set()
    for word in (word for kinds in said for word in ([kind.value for kind in kinds] or [OTHER])):
        if word in seen:
            return word
        seen.add(word)
    return None


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
_EMPTY_LINE = lazily(rf"^[ {_NOTHING}]*{_NOTHING}[ {_NOTHING}]*(?:\n|\Z)", re.MULTILINE)
_BEFORE_MARK = lazily(rf" *{_NOTHING}+ *(?=[,.;:)!?]|\n|\Z)")
_BETWEEN = lazily(rf" {_NOTHING}+ |^{_NOTHING}+ ", re.MULTILINE)


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
