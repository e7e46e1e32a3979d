"""Figures of the localities as holes: which fields of a draft file may be filled in late, and with which values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kedraft.inheritance.braces import Choice, Field, Pieces, has_braces, pieces, walk
from kedraft.inheritance.fields import BUILT_IN
from kedraft.model.localities import LocalityRow
from kedraft.model.spec import DraftSpec
from kedraft.vietnamese.text import name_key, squeeze

#: Where own text stands that is read as items, one after another.
_OWN_TEXT = ("text", "prepend", "append")
#: What may stand before a field for its value to be words inside a sentence or a cell.
_BEFORE = re.compile(
    r"(?:[^\W\d_](?<!\bngày)(?<!\btháng)(?<!\bnăm)(?<!\bquý)(?<!\bsố)(?<!\bkhoản)(?<!\bđiểm)|[,;:]) \Z|\| \Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?: (?!tháng\b|năm\b|ngày\b|giờ\b|phần trăm|phần nghìn)[^\W\d_]|[,;.)](?:\s|/|\Z)| \||\n|\Z)", re.IGNORECASE
)
#: A number as plans print it, and words that name nobody who could be told to do something.
_NUMBER = re.compile(r"0|[1-9]\d{0,2}(?:\.\d{3}){0,4}")
_WORDS = re.compile(r"[^\W\d_]+(?:,? [^\W\d_]+){0,11}")
_SOMEBODY = re.compile(
    r"\b(?:ủy|uỷ|ubnd|hđnd|hội|phòng|ban|công|trạm|trung|đoàn|mặt|văn|tổ|sở|bộ|cục|chi|đài|trường|quân|kho|thuế|ngân|liên|hợp|hạt|"
    r"kiểm|đảng|chủ|trưởng|phó|thôn|bản|ấp|khóm|khu|xã|phường|tỉnh|huyện|thành|đặc|ngày|tháng|năm|quý|tuần|giờ|phần|không|chưa)\b",
    re.IGNORECASE,
)
_LONGEST = 60


def variants(words: str) -> tuple[str, str, str]:
    """A value as it is printed for `{tên}`, `{Tên}` and `{TÊN}`."""
    return words, words[:1].upper() + words[1:], words.upper()


def own_figures(row: LocalityRow) -> dict[str, str]:
    """The row's figures by the keys of their fields, as they are printed."""
    return {name_key(name): squeeze(words) for name, words in row.figures.items() if words.strip()}


def stand_in(at: int, words: str) -> str:
    """A word of no language that stands where the value will: of one shape in small letters, capitals, and as the value begins."""
    token = f"qzx{chr(ord('a') + at // 26)}{chr(ord('a') + at % 26)}wj"
    return token.capitalize() if words[:1].isupper() else token


def kind_of(words: str) -> str | None:
    """`9` for a number, `a` for a few plain words, `A` for such with a capital; None for a value that only the long way can place."""
    if _NUMBER.fullmatch(words):
        return "9"
    if len(words) > _LONGEST or not _WORDS.fullmatch(words) or _SOMEBODY.search(words):
        return None
    return "A" if words[0].isupper() else "a"


@dataclass(frozen=True)
class Figures:
    """The figures that the texts of a draft file use."""

    spec: DraftSpec

    @cached_property
    def _found(self) -> tuple[frozenset[str], frozenset[str]]:
        """Fields that stand inside sentences and cells of own text only, and fields that stand anywhere else."""
        inside: set[str] = set()
        elsewhere: set[str] = set()
        for own, text in _texts(self.spec.model_dump(by_alias=True), ()):
            if has_braces(text):
                read = pieces(text)
                ready = frozenset(_in_sentences(read)) if own else frozenset()
                every = [name_key(one.name) for one in walk(read) if isinstance(one, Field)]
                inside |= ready
                elsewhere |= {name for name in every if name not in ready}
        return frozenset(inside), frozenset(elsewhere)

    @cached_property
    def used(self) -> frozenset[str]:
        """All fields of its texts, but for those that the locality's name and kind decide."""
        inside, elsewhere = self._found
        return (inside | elsewhere) - frozenset(BUILT_IN)

    @cached_property
    def fillable(self) -> frozenset[str]:
        """Those whose values may be filled in late."""
        inside, elsewhere = self._found
        return inside - elsewhere - frozenset(BUILT_IN)

    def holes(self, row: LocalityRow) -> tuple[str, ...]:
        """The fields that are holes for this row, sorted."""
        given = own_figures(row)
        return tuple(sorted(name for name in self.fillable if name in given and kind_of(given[name])))

    def key(self, row: LocalityRow) -> list[object]:
        """What rows of one class have in common: the kinds of the values in holes, all other values, and what is lacking."""
        given = own_figures(row)
        holes = self.holes(row)
        kinds = [(name, kind_of(given[name])) for name in holes]
        named = sorted(
            (name, words) for name, words in given.items() if name in BUILT_IN or name in self.used - set(holes)
        )
        lacking = sorted(name for name in self.used if name not in given)
        told = sorted({name_key(title) for title in row.cells} & set(lacking))
        return [kinds, named, lacking, told]


def with_stand_ins(row: LocalityRow, holes: tuple[str, ...]) -> LocalityRow:
    """The row with words of no language for its figures, so that they can be found again on the pages."""
    places = {name: at for at, name in enumerate(holes)}
    given = own_figures(row)
    figures: Mapping[str, str] = {
        title: stand_in(places[name_key(title)], given[name_key(title)]) if name_key(title) in places else words
        for title, words in row.figures.items()
    }
    return row.evolve(figures=dict(figures))


def _in_sentences(read: Pieces) -> Iterator[str]:
    """Fields of a text whose neighbours leave no doubt that a value there is a word or a number among others."""
    doubtful = {
        name_key(one.name)
        for piece in read
        if isinstance(piece, Choice)
        for one in walk((piece,))
        if isinstance(one, Field)
    }
    fields: list[str] = []
    for at, piece in enumerate(read):
        if not isinstance(piece, Field):
            continue
        before = read[at - 1] if at else ""
        after = read[at + 1] if at + 1 < len(read) else ""
        name = name_key(piece.name)
        fields.append(name)
        if not (_is_words(before, _BEFORE.search) and _is_words(after, _AFTER.match)):
            doubtful.add(name)
    yield from (name for name in fields if name not in doubtful)


def _is_words(piece: object, fits: Any) -> bool:
    return isinstance(piece, str) and bool(fits(piece))


def _texts(data: object, path: tuple[str, ...]) -> Iterator[tuple[bool, str]]:
    """Every text of a draft file, and whether it is own text of a section or an annex."""
    match data:
        case str():
            own = path[:1] in (("sections",), ("annexes",)) and path[-1] in _OWN_TEXT and "with" not in path
            yield own, data
        case dict():
            for key, value in data.items():
                yield from _texts(value, (*path, str(key)))
        case list() | tuple():
            yield from (found for value in data for found in _texts(value, path))
