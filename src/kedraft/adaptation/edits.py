"""Edits of a text: made one after another, told as changes, spliced in."""

from typing import NamedTuple

from kedraft.adaptation.result import TextChange
from kedraft.model.inline import Inline
from kedraft.model.origin import Change
from kedraft.vietnamese.letters import lazily

Span = tuple[int, int]


class Edit(NamedTuple):
    """Replace `text[start:end]` by `new`; `context` is where the words shown to a reader begin."""

    start: int
    end: int
    new: str
    rule: str
    context: int


_NEXT_OF_LEVEL = lazily(r"(?:\s*,|\s+và)\s+cấp (?P<word>xã|huyện)(?!\w)")


def without_own_again(words: str, edits: tuple[Edit, ...], level: str, own: str) -> tuple[Edit, ...]:
    """Edits that take with them the own level named again right after: `Ban Chỉ đạo tỉnh và cấp xã` is one, not `xã và cấp xã`."""
    out: list[Edit] = []
    for at, edit in enumerate(edits):
        again = _NEXT_OF_LEVEL.match(words, edit.end) if edit.new.endswith((f" {own}", f"cấp {level}")) else None
        free = again is not None and (at + 1 == len(edits) or again.end() <= edits[at + 1].start)
        same = free and again is not None and again["word"] == level
        out.append(edit._replace(end=again.end()) if same and again else edit)
    return tuple(out)


def composed(edits: tuple[Edit, ...], again: tuple[Edit, ...], between: str) -> tuple[Edit, ...]:
    """Edits of a text that do in one step what `edits` and then `again` (of the text `between`) do."""
    blocks: list[tuple[int, int, Edit]] = []  # an edit by the span of its result in `between`
    shift = 0
    for edit in edits:
        blocks.append((edit.start + shift, edit.start + shift + len(edit.new), edit))
        shift += len(edit.new) - (edit.end - edit.start)
    spans = sorted([(start, end) for start, end, _ in blocks] + [(edit.start, edit.end) for edit in again])
    result: list[Edit] = []
    before = at_block = 0  # how much longer `between` is up to here, and the first block not yet passed
    for start, end in _joined_spans(spans):
        inner = [edit for edit in again if start <= edit.start and edit.end <= end]
        words, at = "", start
        for edit in inner:
            words += between[at : edit.start] + edit.new
            at = edit.end
        within: list[Edit] = []
        while at_block < len(blocks) and blocks[at_block][1] <= end and blocks[at_block][0] <= end:
            within.append(blocks[at_block][2])
            at_block += 1
        grown = sum(_growth(edit) for edit in within)
        source = (within or inner)[0]
        first = start - before
        context = source.context if source in within else source.context - before
        result.append(Edit(first, end - before - grown, words + between[at:end], source.rule, min(first, context)))
        before += grown
    return tuple(result)


def _growth(edit: Edit) -> int:
    return len(edit.new) - (edit.end - edit.start)


def _joined_spans(spans: list[Span]) -> list[Span]:
    """Spans in order; those that overlap, and an empty one inside or at the edge of another, are one."""
    out: list[Span] = []
    for start, end in spans:
        if out and (start < out[-1][1] or (start == end == out[-1][1]) or (out[-1][0] == out[-1][1] == start)):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def changes_of(words: str, edits: tuple[Edit, ...]) -> tuple[TextChange, ...]:
    """Each edit as a change a reader can judge, with its span."""
    changes: list[TextChange] = []
    last = 0
    for edit in edits:
        begin = max(min(edit.context, edit.start), last)
        lead = words[begin : edit.start]
        change = Change(before=words[begin : edit.end], after=lead + edit.new, rule=edit.rule)
        changes.append(TextChange(begin, edit.end, change))
        last = edit.end
    return tuple(changes)


def spans_of(words: str, phrase: str) -> list[Span]:
    """Where a phrase stands in a text."""
    spans: list[Span] = []
    at = words.find(phrase)
    while at >= 0:
        spans.append((at, at + len(phrase)))
        at = words.find(phrase, at + len(phrase))
    return spans


def spliced(text: Inline, edits: tuple[Edit, ...]) -> Inline:
    """The text with its edits made."""
    if not edits:
        return text
    if text.marks:
        for edit in reversed(edits):
            text = text.splice(edit.start, edit.end, edit.new)
        return text
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += [text.text[at : edit.start], edit.new]
        at = edit.end
    return Inline(text="".join([*parts, text.text[at:]]))
