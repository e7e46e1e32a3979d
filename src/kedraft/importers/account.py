"""The law that no word is lost, as a last net: what no part of the plan took is set aside, and said."""

import re
from collections import Counter
from collections.abc import Iterator

from kedraft.model.parsed import ParsedPlan, SetAside
from kedraft.model.plan import Table
from kedraft.model.source import SourceParagraph, SourceText
from kedraft.vietnamese.text import nfc

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits."""
    return _WORD.findall(nfc(text))


def unaccounted(source: SourceText, plan: ParsedPlan) -> tuple[SetAside, ...]:
    """Paragraphs of the source with words that stand nowhere in `plan`, to be set aside."""
    left = Counter(word for text in texts(plan) for word in words(text))
    lost: list[SetAside] = []
    for paragraph in source.paragraphs():
        whole = f"{paragraph.label} {paragraph.text.text}" if paragraph.label else paragraph.text.text
        missing = False
        for word in words(whole) if paragraph.look.typed is None else _typed(paragraph, left):
            if left[word] > 0:
                left[word] -= 1
            else:
                missing = True
        if missing:
            lost.append(SetAside(reason="chưa xếp được", text=whole, place=paragraph.place))
    return tuple(lost)


def _typed(paragraph: SourceParagraph, left: Counter[str]) -> Iterator[str]:
    """The words of a paragraph that its style shows in capitals, each as the plan has it: as shown or as typed."""
    yield from words(paragraph.label or "")
    for shown, own in zip(words(paragraph.text.text), words(paragraph.own.text), strict=False):
        yield own if left[own] > 0 else shown


def texts(plan: ParsedPlan) -> Iterator[str]:
    """Every text that the parsed plan holds."""
    yield from plan.header_lines
    for value in (plan.superior, plan.issuer, plan.subject, plan.position, plan.second_position, plan.signed_by):
        if value:
            yield value
    yield from plan.authority
    yield from plan.recipients
    for paragraph in (*plan.legal_bases, *plan.opening, *plan.closing):
        yield paragraph.text.text
    for annex in plan.annexes:
        yield from filter(None, (annex.label, annex.heading, annex.note))
    for node in plan.walk():
        yield from (
            part for part in (node.label, node.heading and node.heading.text, node.text and node.text.text) if part
        )
        if node.table:
            yield from _cells(node.table)
    for aside in plan.set_aside:
        yield aside.text


def _cells(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in row:
            yield cell.text
