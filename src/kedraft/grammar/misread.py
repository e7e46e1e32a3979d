"""Capitals and numbers of lists in a scan, told by their neighbours: `L.` behind `H.` is `I.`, `o.` between `4.` and `6.` is `5.`

What is read so is shown with its finding; a number, a name or a date inside the words is never touched.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kedraft.grammar.shape import is_terminal, is_upper
from kedraft.model.source import SourceParagraph, SourceTable
from kedraft.vietnamese.labels import POINTS, Label, Marker, labels_at, point_value, roman_readings
from kedraft.vietnamese.letters import pattern

_ORDERS: Final = (POINTS.upper(), "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LOOKS: Final = {  # what OCR makes of a capital
    "A": "ÀÁẢÃẠÂĂ",
    "B": "8",
    "C": "ŒÇ©¢",
    "D": "ÐĐ",
    "E": "ÉÈÊF",
    "G": "6",
    "H": "N",
    "I": "L1l|",
}
_DIGITS: Final = {1: "lIi|", 2: "Zz", 4: "A", 5: "oSs§Šš", 6: "óÓöôG", 7: "T", 8: "B", 9: "gq"}  # … and of a digit
_CAPITAL: Final = pattern(r"(\w{1,2}|[©¢|])[.,]\s*(?=[A-ZÀ-Ỹ])")
_NUMBER: Final = pattern(r"([\w§|]?)\.\s+(?=[A-ZÀ-Ỹ])")
_ROMAN: Final = pattern(r"([IVXLH1l|]{1,4})[.,]\s*(?=[A-ZÀ-Ỹ])")
_HEADING: Final = 120  # letters
_FAR: Final = 60  # paragraphs

Blocks = Sequence[SourceParagraph | SourceTable]


def capital_labels(blocks: Blocks) -> Mapping[int, Label]:
    """By index: the letters of sections A., B., C. … as they are printed, in one list without a gap; misread ones too."""
    found: dict[int, Label] = {}
    last = ""
    capital = False  # the headings behind the letters
    for at, block in enumerate(blocks):
        label = _capital(blocks, at, last) if isinstance(block, SourceParagraph) and block.label is None else None
        if label is None or (last and is_upper(_text(block)[label.end :]) is not capital):
            continue
        if not last:
            capital = is_upper(_text(block)[label.end :])
        found[at], last = label, _letter(label)
    return found


def misread_letters(blocks: Blocks) -> dict[int, Label]:
    """By index: the letters of sections that stand there misread."""
    return {at: one for at, one in capital_labels(blocks).items() if not one.printed.startswith(_letter(one))}


def _letter(label: Label) -> str:
    return "F" if label.printed.startswith("F") else POINTS[label.value - 1].upper()


def _after(last: str) -> set[str]:
    """The letters that may come behind one: E behind D by the English alphabet too."""
    if not last:
        return {"A"}
    return {order[at + 1] for order in _ORDERS if 0 <= (at := order.find(last)) < len(order) - 1}


def _capital(blocks: Blocks, at: int, last: str) -> Label | None:
    text = _text(blocks[at])
    label = next((one for one in labels_at(text) if one.marker is Marker.UPPER), None)
    if label is not None and label.printed[0] in _after(last):
        return None if label.printed[0] == "I" and _first_numeral(blocks, at + 1) == 2 else label
    found = _CAPITAL.match(text)
    if not last or found is None or not _is_heading(text[found.end() :]):
        return None
    meant = next((one for one in sorted(_after(last)) if found.group(1)[0] in _LOOKS.get(one, "")), None)
    if meant is None or not _is_confirmed(blocks, at, meant):
        return None
    return Label(Marker.UPPER, found.group(0).strip(), point_value(meant.lower()) or 0, found.end())


def _is_confirmed(blocks: Blocks, at: int, meant: str) -> bool:
    """Whether what follows shows that a misread capital stands here: the next letter, or for I the first numeral below it."""
    if meant == "I":
        return _first_numeral(blocks, at + 1) == 1
    due = _after(meant)
    labels = (one for block in blocks[at + 1 :] for one in labels_at(_text(block)))
    return any(one.marker is Marker.UPPER and one.printed[0] in due for one in labels)


def _first_numeral(blocks: Blocks, start: int) -> int | None:
    """What the next numeral of the text shows, 1 also when it is damaged."""
    for block in blocks[start : start + _FAR]:
        if found := _ROMAN.match(_text(block)):
            return min(roman_readings(found.group(1)), default=None)
    return None


def _is_heading(rest: str) -> bool:
    return is_upper(rest) or (bool(rest) and len(rest) <= _HEADING and not is_terminal(rest))


# --- numbers ----------------------------------------------------------------------------------------------------------


def misread_numbers(blocks: Blocks) -> dict[int, Label]:
    """By index: the numbers of lists that stand there misread."""
    return dict(_misread(blocks))


def _misread(blocks: Blocks) -> Iterator[tuple[int, Label]]:
    last = 0
    for at, block in enumerate(blocks):
        if not isinstance(block, SourceParagraph) or block.label is not None:
            continue
        text = block.text.text
        found = _NUMBER.match(text)
        if found and last > 1 and _stands_for(blocks, at, found.group(1), last + 1):
            last += 1
            yield at, Label(Marker.ARABIC, found.group(0).strip(), last, found.end())
            continue
        label = next(iter(labels_at(text)), None)
        if label is not None and label.marker is Marker.ARABIC:
            last = label.value
        elif label is not None and label.marker in (Marker.ROMAN, Marker.PART, Marker.UPPER, Marker.ARTICLE):
            last = 0


def _stands_for(blocks: Blocks, at: int, sign: str, due: int) -> bool:
    """Whether a sign stands for the number that is due: it looks like it and no other comes before the next; or the next one is there."""
    after = _next_number(blocks, at + 1)
    if not sign:
        return after == due + 1
    return sign in _DIGITS.get(due, "") and after in (due + 1, 1, None)


def _next_number(blocks: Blocks, start: int) -> int | None:
    """The next number of a list before a section begins."""
    for block in blocks[start : start + _FAR]:
        label = next(iter(labels_at(_text(block))), None)
        if label is not None and label.marker is Marker.ARABIC:
            return label.value
        if label is not None and label.marker in (Marker.ROMAN, Marker.PART, Marker.UPPER):
            return None
    return None


def _text(block: SourceParagraph | SourceTable) -> str:
    return block.text.text if isinstance(block, SourceParagraph) else ""
