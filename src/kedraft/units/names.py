"""Names of units as people type them: kind or no kind, any case, marks missing, tone on the other vowel."""

import re
import unicodedata
from functools import lru_cache

from kedraft.model.unit import UnitKind
from kedraft.vietnamese.text import fold, new_tone, nfc, squeeze

_SHORT = {
    "tp": UnitKind.THANH_PHO,
    "tx": UnitKind.THI_XA,
    "tt": UnitKind.THI_TRAN,
    "t": UnitKind.TINH,
    "h": UnitKind.HUYEN,
    "q": UnitKind.QUAN,
    "x": UnitKind.XA,
    "p": UnitKind.PHUONG,
    "đk": UnitKind.DAC_KHU,
}
_LONG = {fold(kind.value): kind for kind in UnitKind}
_KIND = re.compile(rf"({'|'.join(sorted(_LONG, key=len, reverse=True))})\s+(?=\S)")
_ABBREVIATED = re.compile(r"(?:(tp|tx|tt|t|h|q|x|p|đk)\.\s*(?=\S)|(tp|tx|tt)\s+(?=\S)|(q|p)\s*(?=\d))")
_OFFICE = re.compile(r"(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|dang uy|cong an|phong|so)\b")
_DASH = re.compile(r"\s*[-–—]\s*")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")

#: Marks that make another letter (ă, â, ê, ô, ơ, ư) and marks of tone.
_DROPPED = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323", "\u0302", "\u0306", "\u031b"}


@lru_cache(maxsize=16384)
def key(text: str) -> str:
    """The same name, however written: NFC, lower case, new tone placement, one apostrophe and dash, no leading zero."""
    text = new_tone(squeeze(nfc(text)).casefold()).replace("’", "'").replace("‘", "'").replace("`", "'")
    return _ZEROS.sub("", _DASH.sub(" - ", text))


@lru_cache(maxsize=16384)
def readings(text: str) -> tuple[tuple[UnitKind | None, str], ...]:
    """Ways to read a name (already a `key`): as it stands, and with its first word as the kind."""
    found = _KIND.match(fold(text))
    if found:
        return (None, text), (_LONG[found.group(1)], text[found.end() :])
    short = _ABBREVIATED.match(text)
    if short:
        return (None, text), (_SHORT[next(word for word in short.groups() if word)], text[short.end() :])
    return ((None, text),)


def is_office(text: str) -> bool:
    """Whether this names an agency (`UBND xã Ba Sơn`) rather than a unit."""
    return bool(_OFFICE.match(fold(key(text))))


def lacks_only_marks(typed: str, name: str) -> bool:
    """Whether `typed` is `name` with some marks left out: `Ba Son` of `Ba Sơn`, but not `Bá Sơn`. Both are keys."""
    if typed in (name, fold(name)):
        return True
    ours, theirs = _letters(typed), _letters(name)
    if len(ours) != len(theirs):
        return False
    return all(a == b and marks <= more for (a, marks), (b, more) in zip(ours, theirs, strict=True))


@lru_cache(maxsize=4096)
def _letters(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    out: list[tuple[str, set[str]]] = []
    for char in unicodedata.normalize("NFD", text):
        if char in _DROPPED and out:
            out[-1][1].add(char)
        elif char == "đ":
            out.append(("d", {"đ"}))
        else:
            out.append((char, set()))
    return tuple((letter, frozenset(marks)) for letter, marks in out)


@lru_cache(maxsize=64)
def misspellings(text: str) -> tuple[str, ...]:
    """The text and the text with one letter left out: two names that differ in one place share one of them."""
    return (text, *(text[:i] + text[i + 1 :] for i in range(len(text))))


def _apart(a: str, b: str) -> tuple[str, str]:
    """What is left of both without the letters that they begin and end with alike: two near names differ in a few."""
    most = min(len(a), len(b))
    start = next((i for i in range(most) if a[i] != b[i]), most)
    a, b = a[start:], b[start:]
    most -= start
    end = next((i for i in range(most) if a[-1 - i] != b[-1 - i]), most)
    return (a[: len(a) - end], b[: len(b) - end]) if end else (a, b)


def distance(a: str, b: str) -> int:
    """Letters to add, drop, change or swap to make one of the other."""
    a, b = _apart(a, b)
    if not a or not b:
        return len(a) + len(b)
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
