"""The cheap proof of a document: every text of its pages stands in the XML that was written."""

import re
from collections.abc import Container, Iterable, Iterator
from itertools import chain, repeat
from operator import contains
from typing import cast

from kedraft.errors import KedraftError
from kedraft.model.document import Block, Flow, TableFlow
from kedraft.rendering.filler import Filled, escaped

#: Between two texts stands a paragraph's frame, or a cell's.
_NEAR = 1500
_BREAK = re.compile(r"[\t\n]")


class WordsLost(KedraftError):
    """The file does not hold every word of the plan: a fault of kedraft or of the template, never of the plan."""


def prove(parts: list[Filled], texts: list[str]) -> None:
    """Every text stands in the XML. Raises `WordsLost`.

    The XML is its pieces joined, and texts are printed whole: when all are found among the pieces, in the plan's order, they stand
    in the XML. What is not so found - escaped, broken by line ends, or set in another order - is searched for in the XML itself.
    """
    if not _in_order(texts, parts):
        texts = escaped("\0".join(texts)).split("\0")  # all in one go: no text holds U+0000
        if not _in_order(texts, parts):
            _search("".join(part.xml for part in parts), texts)


def texts_of(view: Flow) -> list[str]:
    """What the pages must say, in the order in which they are read."""
    return [*head_texts(view), *block_texts(view.blocks)]


def head_texts(view: Flow) -> list[str]:
    """What stands above the blocks."""
    head = view.letterhead
    return [*head.superior, *head.issuer, head.number, head.place_and_date, view.document_type, view.subject]


def block_texts(blocks: Iterable[Block]) -> list[str]:
    """What blocks say."""
    texts: list[str] = []
    for _, _, runs, _, table, foot in blocks:
        for text, _, _ in runs:
            texts.append(text)
        if table:
            texts += _cells(table)
        if foot:
            texts += filter(None, (*foot.recipients, *foot.office, foot.second_position, foot.name))
    return texts


def _in_order(texts: list[str], parts: list[Filled]) -> bool:
    left = chain.from_iterable(part.pieces for part in parts)  # what is before a text is gone once it is found
    return all(map(contains, repeat(cast("Container[str]", left)), texts))


def _search(xml: str, texts: list[str]) -> None:
    """Every text stands in the XML; the search moves on from text to text, so it reads the file about once."""
    at = 0
    for text in texts:
        found = xml.find(text, at, at + len(text) + _NEAR)
        at = found + len(text) if found >= 0 else _found_elsewhere(xml, text, at)


def _found_elsewhere(xml: str, written: str, at: int) -> int:
    """Where a text ends that tabs or line ends break, or that stands out of order."""
    for piece in _BREAK.split(written):
        found = xml.find(piece, at)
        if found < 0:
            found = xml.find(piece)
        if found < 0:
            raise WordsLost(f"mất lời văn khi ghi tệp Word: “{piece[:80]}”; hãy kiểm tra lại mẫu")
        at = found + len(piece)
    return at


def _cells(table: TableFlow) -> Iterator[str]:
    for row in (*table.header, *table.rows):
        for cell in row.cells:
            for line in cell.lines:
                for run in line.runs:
                    yield run.text
