"""The packaged table as the text that it is: a few rows are found in it without making rows of all the others."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile

from kedraft.units.rows import PROVINCE_CODE, Row
from kedraft.vietnamese.text import fold

#: What writers of one name put in or leave out, beside the kinds of blanks.
LOOSE = " '’ʼ`-–"
#: As many searches of the whole text cost about what the indexes of the whole country cost.
_MOST_SEARCHES = 40


class RowText:
    """Lines in the order of (length of the code, code, since), as the packaged file has them. Whoever reads all rows iterates."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._searches = 0

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[Row]:
        """All rows; words that many of them have (kinds, days, what they rest on) are one value."""
        shared: dict[str, str] = {}
        for line in self._lines:
            fields = line.split("\t")
            fields[3:] = [shared.setdefault(field, field) for field in fields[3:]]
            fields[1] = shared.setdefault(fields[1], fields[1])
            yield Row._make(fields)

    @property
    def worn(self) -> bool:
        """Whether so much was searched for that indexes pay from now on."""
        return self._searches >= _MOST_SEARCHES

    def coded(self, code: str) -> list[Row]:
        """The rows of that code, in order."""
        at = bisect_left(self._lines, (len(code), code), key=_place)
        rows = []
        while at < len(self._lines) and self._lines[at].startswith(f"{code}\t"):
            rows.append(_row(self._lines[at]))
            at += 1
        return rows

    @cached_property
    def provinces(self) -> tuple[Row, ...]:
        """The rows of provinces: they stand first."""
        return tuple(map(_row, takewhile(lambda line: line.index("\t") == PROVINCE_CODE, self._lines)))

    def named(self, name: str) -> list[Row]:
        """The rows whose name in lower case is `name`, in order."""
        return [row for row in self._with(self._folded, f"\t{name}\t") if row.name.casefold() == name]

    def sounding(self, name: str) -> list[Row]:
        """The rows whose name is `name` (ASCII letters) once folded, in order."""
        return [row for row in self._with(self._bare, f"\t{name}\t") if fold(row.name) == name]

    def alike(self, words: str) -> list[Row]:
        """The rows whose name is `words` once it is small and its blanks, dashes and apostrophes are gone, in order."""
        # The flag of a row may be written like the name of a ward: `1`.
        return [row for row in self._with(self._loose, f"\t{words}\t") if loose(row.name) == words]

    def turned_into(self, code: str) -> list[Row]:
        """The rows that have the code among their successors, in order."""
        rows = (
            self.provinces if len(code) == PROVINCE_CODE else self._with(self._text, code)
        )  # levels keep to themselves
        return [row for row in rows if code in row.successors.split()]

    def keeping_kind(self) -> Iterator[Row]:
        """The rows of units whose kind stays with the name, numbered ones among them."""
        return (row for line in self._lines if "\t1\t" in line and (row := _row(line)).keeps_kind)

    def has_below(self, code: str) -> bool:
        """Whether any row lies in the unit of that code."""
        return any(row.parent == code for row in self._with(self._text, f"\t{code}\t"))

    def _with(self, text: str, words: str) -> Iterator[Row]:
        """The rows on whose lines the words stand; line ends are the same in the folded text."""
        self._searches += 1
        number, counted = 0, 0
        at = text.find(words)
        while at >= 0:
            number += text.count("\n", counted, at)
            counted = at
            yield _row(self._lines[number])
            end = text.find("\n", at)
            at = text.find(words, end) if end >= 0 else -1

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    @cached_property
    def _folded(self) -> str:
        return self._text.casefold()

    @cached_property
    def _loose(self) -> str:
        text = self._folded
        for mark in LOOSE:
            text = text.replace(mark, "")
        return text

    @cached_property
    def _bare(self) -> str:
        """Every name as `fold` has it, at once, as far as nothing but ASCII letters is left of it."""
        letters = unicodedata.normalize("NFD", self._folded.replace("đ", "d"))
        return letters.encode("ascii", "ignore").decode("ascii")


def _row(line: str) -> Row:
    return Row._make(line.split("\t"))


def _place(line: str) -> tuple[int, str]:
    length = line.index("\t")
    return length, line[:length]


def loose(name: str) -> str:
    """A name in small letters without blanks, dashes and apostrophes."""
    return "".join(name.casefold().translate(_UNTIED).split())


_UNTIED = str.maketrans("", "", LOOSE)
