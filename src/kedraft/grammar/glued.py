"""Headings that a copy has glued to the end of the paragraph above, or to the item below, set on lines of their own.

A cut is made only where the numbering asks for it: the numeral is the one that is due, and no paragraph begins with it.
"""

from collections.abc import Iterator, Sequence

from kedraft.grammar.shape import is_terminal, is_upper
from kedraft.model.source import SourceParagraph, SourceTable
from kedraft.vietnamese.labels import Label, Marker, labels_at
from kedraft.vietnamese.letters import pattern

_NUMERAL = pattern(r"(?<=[.;:!?”\"])\s+(?=[IVX]{1,5}\s?[./)-]\s*[A-ZÀ-Ỹ“\"])")
_NUMBER = pattern(r"(?<=[.;:!?”\"])\s+(?=\d{1,2}[./]\s+[A-ZÀ-Ỹ“\"])")
_FIGURE = pattern(r"(\d{1,2})\.(?=(?:100|\d{1,2}(?:,\d+)?)\s?%\s+[^\W\d_])")
_HEADING = pattern(r"[^a-zà-ỹ]{4,160}?(?:\Z|\s+(?=(?:1[./)]|a\)|[-–+])\s*[“\"]?[A-ZÀ-Ỹ][a-zà-ỹ]))")
_SECOND = pattern(r"2\s?[./](?=\s|\d{1,3}(?:,\d+)?\s?%|[^\W\d_])")
_LONGEST = 160
_AHEAD = 400  # paragraphs that are looked at for the next number

Block = SourceParagraph | SourceTable


def unglued(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, paragraphs cut before the numerals and numbers that stand inside them and are due there."""
    starts = [_first(block) for block in blocks]
    if not any(isinstance(block, SourceParagraph) and _may_hold(block) for block in blocks):
        return tuple(blocks)
    out: list[Block] = []
    last: dict[Marker, int] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, SourceParagraph) and (end := _figure(block, last, blocks, at)):
            block = block.evolve(text=block.text.splice(end, end, " "))
        out += _pieces(block, last, starts, at) if isinstance(block, SourceParagraph) else [block]
    return tuple(out)


def _may_hold(paragraph: SourceParagraph) -> bool:
    text = paragraph.text.text
    return bool(_NUMERAL.search(text) or _NUMBER.search(text) or _FIGURE.match(text)) or (
        is_roman(text) and not is_upper(text)
    )


def is_roman(text: str) -> bool:
    """Whether the text begins with a numeral's label."""
    return any(label.marker is Marker.ROMAN for label in labels_at(text))


def _figure(paragraph: SourceParagraph, last: dict[Marker, int], blocks: Sequence[Block], at: int) -> int | None:
    """Where the share begins that is glued to the number before it (`2.80% số xã …` below item 1)."""
    found = _FIGURE.match(paragraph.text.text) if paragraph.label is None else None
    if found is None or int(found.group(1)) != last.get(Marker.ARABIC, 0) + 1:
        return None
    return found.end() if int(found.group(1)) > 1 or _is_second(blocks[at + 1 : at + 2]) else None


def _is_second(following: Sequence[Block]) -> bool:
    """Whether the next paragraph is item 2, glued or not."""
    return any(isinstance(block, SourceParagraph) and _SECOND.match(block.text.text) for block in following)


def _first(block: Block) -> tuple[Label, ...]:
    if not isinstance(block, SourceParagraph):
        return ()
    return labels_at(f"{block.label} x" if block.label else block.text.text)


def _pieces(
    paragraph: SourceParagraph, last: dict[Marker, int], starts: Sequence[tuple[Label, ...]], at: int
) -> Iterator[SourceParagraph]:
    """The paragraph, cut where a due number stands inside it; `last` is kept as reading goes on."""
    rest = paragraph
    while True:
        _note(rest, last)
        cut = _heading_end(rest) or _cut(rest, last, starts, at)
        if cut is None:
            yield rest
            return
        text = rest.text
        end, start = len(text.text[:cut].rstrip()), cut
        while text.text[start] == " ":
            start += 1
        yield rest.evolve(text=text.slice(0, end))
        rest = rest.evolve(text=text.slice(start, len(text.text)), label=None)


def _note(paragraph: SourceParagraph, last: dict[Marker, int]) -> None:
    labels = _first(paragraph)
    numeral = any(label.marker is Marker.ROMAN and label.value < 50 for label in labels)
    for label in labels:
        letter = label.marker is Marker.UPPER and not numeral and is_upper(paragraph.text.text[label.end :])
        if letter or label.marker in (Marker.PART, Marker.CHAPTER):
            last.clear()
        if label.marker is Marker.ROMAN and label.value < 50:
            last[Marker.ROMAN] = label.value
            last.pop(Marker.ARABIC, None)
        elif label.marker is Marker.ARABIC:
            last[Marker.ARABIC] = label.value


def _heading_end(paragraph: SourceParagraph) -> int | None:
    """Where the item begins that is glued to a heading in capitals (`I. MỤC ĐÍCH 1. Nâng cao …`)."""
    text = paragraph.text.text
    if paragraph.label is not None or not is_roman(text):
        return None
    found = _HEADING.match(text)
    if not found or found.end() >= len(text) or not is_upper(found.group(0)):
        return None
    return found.end()


def _cut(
    paragraph: SourceParagraph, last: dict[Marker, int], starts: Sequence[tuple[Label, ...]], at: int
) -> int | None:
    text = paragraph.text.text
    if is_upper(text):
        return None
    for found in _NUMERAL.finditer(text):
        label = next((one for one in labels_at(text[found.end() :]) if one.marker is Marker.ROMAN), None)
        if label and _is_due(label.value, text[found.end() + label.end :], last, starts, at):
            return found.end()
    for found in _NUMBER.finditer(text):
        label = next((one for one in labels_at(text[found.end() :]) if one.marker is Marker.ARABIC), None)
        due = last.get(Marker.ARABIC, 0) + 1
        if label and label.value == due > 1 and not _begins(Marker.ARABIC, due, starts, at):
            return found.end()
    return None


def _is_due(value: int, rest: str, last: dict[Marker, int], starts: Sequence[tuple[Label, ...]], at: int) -> bool:
    """Whether a numeral is the next one and a heading follows: capitals, or a short one to the paragraph's end.

    Before capitals one numeral may be missing. Where a later paragraph begins with the numeral, only capitals count.
    """
    due = last.get(Marker.ROMAN, 0) + 1
    if due < 2 or value not in (due, due + 1):
        return False
    found = _HEADING.match(rest)
    if found and is_upper(found.group(0)):
        return value == due or not _begins(Marker.ROMAN, due, starts, at)
    short = len(rest) <= _LONGEST and not is_terminal(rest)
    return short and value == due and not _begins(Marker.ROMAN, value, starts, at)


def _begins(marker: Marker, value: int, starts: Sequence[tuple[Label, ...]], at: int) -> bool:
    """Whether a later paragraph begins with this number, before the list is left."""
    for labels in starts[at + 1 : at + _AHEAD]:
        if any(label.marker is marker and label.value == value for label in labels):
            return True
        if marker is Marker.ARABIC and any(label.marker in (Marker.ROMAN, Marker.PART) for label in labels):
            return False
    return False
