"""Headings of level 1 that have no number: short lines in capitals, or bold ones, in a plan whose sections nothing else marks."""

from collections.abc import Sequence

from kedraft.grammar.shape import is_rule, is_terminal, is_upper
from kedraft.grammar.tree import label_of
from kedraft.model.source import SourceParagraph, SourceTable
from kedraft.vietnamese.labels import NUMBERED, Label, Marker
from kedraft.vietnamese.letters import pattern

_LONGEST = 160  # letters of a heading
_FEWEST = 2  # headings; one line alone may be anything
_SECTIONS = frozenset((Marker.PART, Marker.CHAPTER, Marker.UPPER, Marker.ROMAN, Marker.ARTICLE))
_LEADS_IN = pattern(r"(?:như sau|sau đây|cụ thể|nội dung sau)\s*[:.]?\s*\Z")

Block = SourceParagraph | SourceTable


def unnumbered_headings(blocks: Sequence[Block], first: int, end: int) -> frozenset[int]:
    """Indexes of the headings between `first` and `end`; none where a numeral, a part or a number in capitals marks sections.

    Before the first one stands a line of the subject or the opening; before bold ones the words `như sau:`, since subjects are bold too.
    """
    found: list[int] = []
    bold: list[int] = []
    spoken = lead_in = numbered_bold = False
    before_first = True
    for at in range(first, end):
        block = blocks[at]
        if not isinstance(block, SourceParagraph) or is_rule(text := block.text.text.strip()) or not text:
            continue
        if labels := label_of(block):
            if _marks_section(labels, block):
                return frozenset()
            numbered_bold = numbered_bold or (labels[0].marker is Marker.ARABIC and block.look.bold is True)
            before_first = before_first and (labels[0].marker not in NUMBERED or bool(found or bold))
            continue
        if spoken and _is_short(text) and is_upper(text) and " " in text:
            found.append(at)
        elif lead_in and block.look.bold is True and _is_short(text):
            bold.append(at)
        spoken = spoken or not is_upper(text)
        lead_in = lead_in or bool(_LEADS_IN.search(text))
    headings = found if len(found) >= _FEWEST else bold if not numbered_bold else []
    if not before_first or len(headings) < _FEWEST or not _stand_apart(blocks, headings, end):
        return frozenset()
    return frozenset(headings)


def _marks_section(labels: tuple[Label, ...], block: SourceParagraph) -> bool:
    words = block.text.text[labels[0].end :]
    return any(label.marker in _SECTIONS for label in labels) or (labels[0].marker is Marker.ARABIC and is_upper(words))


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST and (not is_terminal(text) or text.endswith(":"))


def _stand_apart(blocks: Sequence[Block], headings: Sequence[int], end: int) -> bool:
    """Whether other words stand below most headings: a run of such lines is a table's, or a list."""
    below = [after - at > 1 for at, after in zip(headings, [*headings[1:], end], strict=True)]
    return sum(below) >= 0.75 * len(below)
