"""Printed labels as numbers: `IV.` is 4, `đ)` is 5, `1.2.` is 2; runs of siblings that must count on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kedraft.model.plan import Item, Marker
from kedraft.vietnamese.labels import NUMBERED, POINTS, roman, roman_value

_ENGLISH = "abcdefghijklmnopqrstuvwxyz"
_LAST = re.compile(r"([0-9]+|[IVXLCDM]+|[ivxlc]+|[A-Za-zđĐ])[.):]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Numbered:
    """Siblings of one kind of label, in order, with the numbers that are printed; `start` is what the first must be."""

    start: int
    members: tuple[tuple[Item, int], ...]


def value_of(item: Item) -> int | None:
    """The number that the printed label shows, the last one of `1.2.`; None when it shows none."""
    found = _LAST.search(item.label or "")
    if not found:
        return None
    text = found.group(1)
    if text.isdecimal():
        return int(text)
    if item.marker in (Marker.LETTER, Marker.UPPER):
        at = POINTS.find(text.lower())
        return at + 1 if at >= 0 else None
    return roman_value(text.upper())


def label_at(item: Item, number: int) -> str:
    """The label that the item would print as number `number`."""
    label = item.label or ""
    found = _LAST.search(label)
    if not found:
        return str(number)
    if item.marker in (Marker.LETTER, Marker.UPPER):
        letter = POINTS[number - 1] if 0 < number <= len(POINTS) else "?"
        text = letter.upper() if item.marker is Marker.UPPER else letter
    else:
        text = str(number) if found.group(1).isdecimal() else roman(number)
    return label[: found.start(1)] + text + label[found.end(1) :]


def numbered_lists(tree: tuple[Item, ...]) -> Iterator[Numbered]:
    """Every run of numbered siblings in a tree. Numbers that go on from the section before are right too."""
    last: dict[Marker, int] = {}
    yield from _lists(tree, last)


def _lists(siblings: tuple[Item, ...], last: dict[Marker, int]) -> Iterator[Numbered]:
    for marker, run in _runs(siblings):
        members = tuple((item, value) for item in run if (value := value_of(item)) is not None)
        if members and marker in NUMBERED and not _english(run):
            goes_on = marker in last and members[0][1] == last[marker] + 1 and marker is not Marker.LETTER
            yield Numbered(members[0][1] if goes_on else 1, members)
            last[marker] = members[-1][1]
    for item in siblings:
        yield from _lists(item.children, last)


def _runs(siblings: tuple[Item, ...]) -> Iterator[tuple[Marker, tuple[Item, ...]]]:
    """Siblings by marker; plain paragraphs and dashes between numbered items do not end a run."""
    counted = [item for item in siblings if item.marker in NUMBERED and item.label]
    for marker, group in groupby(counted, key=lambda item: item.marker):
        yield marker, tuple(group)


def english_run(tree: tuple[Item, ...]) -> Iterator[tuple[Item, str]]:
    """The first point of each list that follows the English alphabet where the Vietnamese one differs, with the right letter."""
    for siblings in _families(tree):
        for marker, run in _runs(siblings):
            if marker is Marker.LETTER and _english(run):
                at = next(at for at, item in enumerate(run) if _letter(item) != POINTS[at : at + 1])
                yield run[at], POINTS[at] if at < len(POINTS) else "?"


def _families(tree: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    yield tree
    for item in tree:
        yield from _families(item.children)


def _letter(item: Item) -> str:
    return (item.label or "").strip(" ).").lower()


def _english(run: tuple[Item, ...]) -> bool:
    """Whether letters count a, b, c, d, e, or slip into f, j, w, z, which Vietnamese lists do not have."""
    if not run or run[0].marker is not Marker.LETTER:
        return False
    letters = [_letter(item) for item in run]
    plain = letters == list(_ENGLISH[: len(letters)]) and letters != list(POINTS[: len(letters)])
    mixed = [letter for letter in letters if letter in "fjwz" and letter]
    return plain or bool(mixed)
