"""Numerals of level 1 in a scan, read by the sequence in which they stand.

OCR makes `HI.`, `IL`, `U` or `II.` of `III.`: the letters alone do not tell. All starts of paragraphs that may be numerals are
weighed together, and the likeliest chain I, II, III … is taken: what is printed without fault counts most, then letters that look
alike, then a stroke lost or added; a number left out or printed twice must be printed so. Each `Phần` and each `A.` has its chain.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kedraft.grammar.misread import capital_labels, misread_letters, misread_numbers
from kedraft.grammar.shape import is_terminal, is_upper
from kedraft.model.source import SourceParagraph, SourceTable
from kedraft.vietnamese.labels import Label, Marker, labels_at, lost_strokes, roman_readings
from kedraft.vietnamese.letters import pattern

_LETTERS: Final = "IVXLHTUNMW1l|!iíÍỈỤỊÌĨvyYxƯỰỨỪ"
_SLASH_READ: Final = frozenset("UƯỤỰỨỪW")  # what OCR makes of a stroke and the slash behind it: `VI/` is `VỤ`, `VƯ`
_START: Final = pattern(
    rf"([{_LETTERS}]{{1,6}})(?:\s?([.,:/)]+(?![\d.])-?\s*|[-–](?!\d)\s*|\s[-–]\s+)|\s+)(?=[^\W\d_]|[“\"])"
)
_PART: Final = pattern(rf"(?:Ph[ầâấẩ]n|PH[ẦÂẤẨ]N)\s+([{_LETTERS}]{{1,6}})\s*([.:)]?)\s*(?:[-–]\s+)?(?=\Z|[A-ZÀ-Ỹ“\"])")
_SLASHED: Final = pattern(r"(?:I[IVX]|VI{0,3}|XI{0,3}|IX|IV)/\s")
_SIGNING: Final = ("TM", "TL")
_LONGEST: Final = 50  # a numeral above is no numeral of level 1

# What speaks for and against a chain.
_PRINTED: Final = 4.0
_ALIKE: Final = 3.0
_STROKE: Final = 1.9
_DIGITS: Final = 1.6
_UNSIGNED: Final = 1.0
_IN_SENTENCE: Final = 0.5
_OTHER_STYLE: Final = 1.5
_FAULT: Final = 2.5  # a number left out
_TWICE: Final = 4.5  # a number printed twice: lost strokes are commoner, VII and VIII are read VI and VII
_AGAIN: Final = 4.0  # a chain that begins again
_LEFT_OUT: Final = {True: 3.0, False: 1.0}  # a numeral that stays outside the chain: printed well, or doubtful
_HEADING: Final = 1.0  # and that heads a list
_ENOUGH: Final = 4.5


@dataclass(frozen=True, slots=True)
class _Numeral:
    """The start of a paragraph that may be a numeral."""

    at: int
    marker: Marker
    text: str
    printed: str
    end: int
    signed: bool
    style: int  # 2 capitals, 1 a short heading, 0 a sentence
    value: int | None  # what labels_at reads there
    readings: frozenset[int]
    listed: bool  # a `2.` comes before the next numeral: it may be the first of a list
    heads: bool = False  # a line in capitals with a `1.` right below it: a heading, whatever its letters

    def worth(self, value: int) -> float | None:
        """How well the letters fit a value; None: not at all."""
        if self.value == value:
            return _PRINTED
        if self.value is None and value in self.readings:
            return _DIGITS if self.text.isdigit() else _ALIKE - (_UNSIGNED if not self.signed and self.style < 2 else 0)
        if not self.listed and not self.text.isdigit() and (self.style or self.value) and self._lost(value):
            return _STROKE - self._uncertain
        return None

    @property
    def _uncertain(self) -> float:
        """How much less a stroke lost or added is believed: before a sentence, and without a stop."""
        if not self.style:
            return _IN_SENTENCE
        return 0.0 if self.value or self.signed or self.heads else _UNSIGNED

    def _lost(self, value: int) -> bool:
        return any(lost_strokes(one, value) for one in ((self.value,) if self.value else self.readings))

    @property
    def loss(self) -> float:
        if self.text.isdigit() or not self.style or self.listed:
            return 0.0
        left_out = _LEFT_OUT[self.value is not None] if self.style == 2 or self.value else 0.0
        return left_out + (_HEADING if self.heads else 0.0)


@dataclass(frozen=True, slots=True)
class _Chain:
    """A choice of numerals and values, the last one first."""

    score: float
    last: _Numeral | None = None
    value: int = 0
    before: "_Chain | None" = None

    def links(self) -> Iterator[tuple[_Numeral, int]]:
        """The numerals with their values, from the last."""
        chain: _Chain | None = self
        while chain is not None:
            if chain.last is not None:
                yield chain.last, chain.value
            chain = chain.before


def scanned_labels(blocks: Sequence[SourceParagraph | SourceTable]) -> Mapping[int, Label]:
    """By index: the labels of level 1 that are damaged, with the values that their sequence shows."""
    found = list(_starts(blocks))
    parts = _read([one for one in found if one.marker is Marker.PART])
    labels = dict(parts)
    labels |= misread_letters(blocks)
    labels |= misread_numbers(blocks)
    for region in _regions(found, blocks):
        labels |= _read(region)
    return labels


def _read(found: Sequence[_Numeral]) -> dict[int, Label]:
    best = _best(found)
    links = list(best.links())
    if len(links) < 2 or best.score < _ENOUGH:
        return {}
    return {one.at: Label(one.marker, one.printed, value, one.end) for one, value in links if one.value != value}


def _best(found: Iterable[_Numeral]) -> _Chain:
    """The likeliest chain."""
    chains = {0: _Chain(0.0)}
    for one in found:
        grown = list(_extended(chains, one))
        chains = {value: _Chain(c.score - one.loss, c.last, c.value, c.before) for value, c in chains.items()}
        for chain in grown:
            if chain.value not in chains or chain.score > chains[chain.value].score:
                chains[chain.value] = chain
    return max(chains.values(), key=lambda chain: chain.score)


def _extended(chains: Mapping[int, _Chain], one: _Numeral) -> Iterator[_Chain]:
    for before in chains.values():
        for value in _next_values(before, one):
            worth = one.worth(value)
            if worth is not None and (cost := _cost(before, one, value)) is not None:
                yield _Chain(before.score + worth - cost, one, value, before)


def _next_values(before: _Chain, one: _Numeral) -> set[int]:
    values = {before.value + 1, 1}
    return values | {one.value} if one.value is not None else values


def _cost(before: _Chain, one: _Numeral, value: int) -> float | None:
    """What a step in the chain costs; None: it cannot be."""
    last = before.last
    if last is None:
        return 0.0 if value == 1 else _FAULT if one.value == value else None
    style = _OTHER_STYLE if last.style != one.style else 0.0
    if value == before.value + 1:
        return style if one.value == value or not style or one.style == 2 else None
    if value == 1 and (before.value > 1 or last.value == 1):  # a lone doubtful I. is no list that could begin again
        return style + _AGAIN
    again = value == before.value == last.value
    if one.value != value or not (again or value == before.value + 2):
        return None
    return style + (_TWICE if again else _FAULT)


# --- what may be a numeral --------------------------------------------------------------------------------------------


def _starts(blocks: Sequence[SourceParagraph | SourceTable]) -> Iterator[_Numeral]:
    capitals = capital_labels(blocks)
    slashed = _is_slashed(blocks)
    for at, block in enumerate(blocks):
        if not isinstance(block, SourceParagraph) or block.label is not None:
            continue
        if at in capitals:
            continue
        options = labels_at(block.text.text)
        one = _part(at, block, options) or _roman(at, block, options, blocks)
        if one is not None and (slashed or one.signed or one.heads or not _SLASH_READ & {*one.text}):
            yield one


def _is_slashed(blocks: Sequence[SourceParagraph | SourceTable]) -> bool:
    """Whether numerals are printed with a slash: `IV/`."""
    texts = (block.text.text for block in blocks if isinstance(block, SourceParagraph))
    return any(_SLASHED.match(text) for text in texts)


def _part(at: int, block: SourceParagraph, options: Sequence[Label]) -> _Numeral | None:
    found = _PART.match(block.text.text)
    if not found or len(block.text.text) > 160 or is_terminal(block.text.text):
        return None
    value = next((one.value for one in options if one.marker is Marker.PART), None)
    readings = roman_readings(found.group(1))
    if not readings and value is None:
        return None
    return _Numeral(
        at, Marker.PART, found.group(1), found.group(0).strip(), found.end(), True, 2, value, readings, False
    )


def _roman(
    at: int, block: SourceParagraph, options: Sequence[Label], blocks: Sequence[SourceParagraph | SourceTable]
) -> _Numeral | None:
    text = block.text.text
    natural = next((one for one in options if one.marker is Marker.ROMAN and one.value < _LONGEST), None)
    found = _START.match(text)
    letters = found.group(1) if found else ""
    if not natural and (not found or letters in _SIGNING or (letters.islower() and letters != "l")):
        return None
    end = natural.end if natural else found.end() if found else 0
    readings = roman_readings(letters)
    signed = natural is not None or (found is not None and found.group(2) is not None)
    style = _style(text[end:], block, signed=signed)
    if not natural and not (readings and (style or (signed and _is_no_word(letters)))):
        return None
    digits = letters.isdigit()
    listed = (digits or (natural is not None and style < 2)) and _second_follows(blocks, at)
    if digits and (listed or (len(letters) > 1 and style < 2)):
        return None
    return _Numeral(
        at,
        Marker.ROMAN,
        letters or (natural.printed if natural else ""),
        natural.printed if natural else text[:end].strip(),
        end,
        signed,
        style,
        natural.value if natural else None,
        readings,
        listed,
        style == 2 and natural is None and _first_follows(blocks, at),
    )


def _is_no_word(letters: str) -> bool:
    """Whether the letters before a stop can be a numeral only, also where a sentence follows: `HI.`, `IIL.`."""
    return len(letters) > 1 and letters.isalpha() and letters.isupper()


def _style(rest: str, block: SourceParagraph, *, signed: bool) -> int:
    """2 for capitals or bold, 1 for a short heading in sentence case, 0 for a sentence."""
    words = rest.split(":", 1)[0]
    if is_upper(words) or (signed and block.look.bold is True):
        return 2
    return int(bool(rest) and len(rest) <= 120 and not is_terminal(rest) and (rest[0].isupper() or rest[0] in '“"'))


def _second_follows(blocks: Sequence[SourceParagraph | SourceTable], at: int) -> bool:
    """Whether the next number of level 2 is `2.`, before any numeral: what stands at `at` is then the first of its list."""
    for block in blocks[at + 1 : at + 60]:
        if not isinstance(block, SourceParagraph):
            continue
        options = labels_at(f"{block.label} x" if block.label else block.text.text)
        if options and options[0].marker in (Marker.ARABIC, Marker.ROMAN):
            return options[0].marker is Marker.ARABIC and options[0].value == 2
    return False


def _first_follows(blocks: Sequence[SourceParagraph | SourceTable], at: int) -> bool:
    """Whether the next paragraph is item 1."""
    block = blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(block, SourceParagraph):
        return False
    labels = labels_at(f"{block.label} x" if block.label else block.text.text)
    return bool(labels) and labels[0].marker is Marker.ARABIC and labels[0].value == 1


def _regions(found: Sequence[_Numeral], blocks: Sequence[SourceParagraph | SourceTable]) -> Iterator[list[_Numeral]]:
    """The numerals between one `Phần` or `A.` in capitals and the next."""
    cuts = {one.at for one in found if one.marker is Marker.PART} | _letters(found, blocks)
    region: list[_Numeral] = []
    edge = 0
    borders = sorted(cuts)
    for one in found:
        if one.marker is Marker.PART:
            continue
        while edge < len(borders) and borders[edge] < one.at:
            edge += 1
            if region:
                yield region
                region = []
        region.append(one)
    if region:
        yield region


def _letters(found: Sequence[_Numeral], blocks: Sequence[SourceParagraph | SourceTable]) -> set[int]:
    """Where letters A., B., C. … head the numerals: before capitals, or with the first letter above the first numeral."""
    letters = capital_labels(blocks)
    above = bool(letters) and min(letters) < min((one.at for one in found), default=0)
    return {at for at, label in letters.items() if above or is_upper(_after(blocks[at], label))}


def _after(block: SourceParagraph | SourceTable, label: Label) -> str:
    return block.text.text[label.end :] if isinstance(block, SourceParagraph) else ""
