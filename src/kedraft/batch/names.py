"""The names of a locality in every form in which a plan prints them, and whether a name is only a name to a plan."""

import re
from collections.abc import Iterable

from kedraft.batch.figures import own_figures, variants
from kedraft.model.localities import LocalityRow
from kedraft.model.locality import Locality, Place
from kedraft.vietnamese.text import new_tone

_WORD = re.compile(r"[^\W\d_]+")


def forms_of(locality: Locality, row: LocalityRow, *, province: bool, figures: tuple[str, ...] = ()) -> tuple[str, ...]:
    """`xã Ba Sơn`, `Xã Ba Sơn`, `XÃ BA SƠN`, `Ba Sơn`, `BA SƠN`; the signer's name; with `province`, the same forms of the province.

    Behind them the values of the row's `figures` (keys of fields), each in the three forms in which a field prints it.
    """
    signer = row.signatory.name if row.signatory and row.signatory.name else ""
    above = _forms(locality.province) if province else ()
    names = (*_forms(locality.place), *above, signer)
    if not figures:
        return names
    given = own_figures(row)
    return (*names, *(form for name in figures for form in variants(given[name])))


def _forms(place: Place) -> tuple[str, ...]:
    full, name = place.full, place.name
    return (full, full[0].upper() + full[1:], full.upper(), name, name.upper())


def shape(name: str) -> str:
    """How a name is built: `A A` for `Ba Sơn`, `A A 9` for `Móng Cái 2`; letters that are no plain words stand as `a`."""
    return " ".join(map(_shape, name.split(" ")))


def _shape(word: str) -> str:
    if _WORD.fullmatch(word) and word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return "A"
    return re.sub(r"[^\W\d_]", "a", re.sub(r"\d", "9", word))


def is_plain(name: str) -> bool:
    """Whether a name is made of plain words, without figures and signs."""
    return set(shape(name)) <= {"A", " "}


def usual(name: str) -> bool:
    """Whether a name is made of two to four plain words: then it can be told from other words."""
    return shape(name) in ("A A", "A A A", "A A A A")


class Vocabulary:
    """Words among which a name would be more than a name."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = f" {' '.join(map(spoken, texts))} "

        self._asked: dict[str, bool] = {}

    def has(self, name: str) -> bool:
        """Whether the name stands among the words, in whatever case or spelling of tones."""
        if name not in self._asked:
            self._asked[name] = f" {spoken(name)} " in self._words
        return self._asked[name]


def spoken(text: str) -> str:
    """The words of a text alone, in small letters and in one spelling of tones, a blank between them."""
    return " ".join(re.findall(r"\w+", new_tone(text.casefold())))
