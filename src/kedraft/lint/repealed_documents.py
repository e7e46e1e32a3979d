"""Documents that plans still give as a basis after another one took their place: which, by what, since when.

A row of `repealed_documents.tsv` is meant to say what the closing article of the later document (Hiệu lực thi hành) says; a document that was merely amended is no
row. Days are those of issue. Most rows were written, and read a second time, from knowledge of the laws and have not been compared
with the documents themselves: therefore the rule that reads them warns, asks to look, and never says error.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kedraft.lint.citations import find_citations, parse_day


class Repealed(NamedTuple):
    """Văn bản đã được thay thế - its title (of a law), number and day; the number and title of the one that ended it, and since when."""

    name: str
    number: str
    day: date
    by: str
    by_number: str
    since: date


@cache
def table() -> tuple[Repealed, ...]:
    """The rows of `repealed_documents.tsv`."""
    text = files(__package__).joinpath("repealed_documents.tsv").read_text(encoding="utf-8")
    return tuple(_row(*line.split("\t")) for line in text.splitlines()[1:])


def _row(name: str, number: str, day: str, by: str, by_number: str, since: str) -> Repealed:
    return Repealed(name, number, date.fromisoformat(day), by, by_number, date.fromisoformat(since))


@cache
def _by_number() -> dict[str, Repealed]:
    return {row.number.casefold(): row for row in table()}


def repealed_in(text: str, on: date) -> Iterator[tuple[str, Repealed]]:
    """Documents of the table that the text names and that were no longer in force on that day, each once, with the words that name them."""
    found: dict[str, tuple[str, Repealed]] = {}
    for cited in find_citations(text):
        row = _by_number().get(cited.number.casefold())
        if row and cited.day in (None, row.day):
            found.setdefault(row.number, (f"{cited.type} số {cited.number}", row))
    for words, row in _named_laws(text):
        found.setdefault(row.number, (words, row))
    yield from ((words, row) for words, row in found.values() if row.since <= on)


def in_force_instead(row: Repealed, on: date) -> Repealed:
    """The row whose later document is in force on that day: a successor may have been replaced in its turn."""
    later = _by_number().get(row.by_number.casefold())
    return in_force_instead(later, on) if later and later.since <= on else row


def _named_laws(text: str) -> Iterator[tuple[str, Repealed]]:
    """Laws named by title, and by number, day or year: `Luật Đất đai ngày 29 tháng 11 năm 2013`, `Luật Đất đai năm 2013`."""
    for found in _law_pattern().finditer(text) if "uật" in text else ():
        for row in _laws()[found["name"].casefold()]:
            if _is_meant(found, row):
                yield " ".join(found.group().split()).rstrip(" ,("), row


def _is_meant(found: re.Match[str], row: Repealed) -> bool:
    if found["number"]:
        return found["number"].casefold() == row.number.casefold()
    if found["day"]:
        return parse_day(found["day"]) == row.day
    return bool(found["year"]) and int(found["year"]) == row.day.year


@cache
def _laws() -> dict[str, list[Repealed]]:
    laws: dict[str, list[Repealed]] = {}
    for row in table():
        if row.name.startswith("Luật"):
            laws.setdefault(row.name.casefold(), []).append(row)
    return laws


@cache
def _law_pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_laws(), key=len, reverse=True))
    day = r"\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}"
    return re.compile(
        rf"\b(?P<name>{names})(?!\w)(?:,?\s*\(?(?:số\s*)?(?P<number>\d+/\d{{4}}/QH\d+)\)?)?,?\s*(?:ngày\s+(?P<day>{day})|(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?!/))?",
        re.IGNORECASE,
    )
