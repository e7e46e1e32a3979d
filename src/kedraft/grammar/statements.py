"""Paragraphs of a tree in their places: what stands above each, and which labelled item it belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kedraft.model.inline import Inline
from kedraft.model.plan import NodeId, Table
from kedraft.vietnamese.labels import NUMBERED, Marker
from kedraft.vietnamese.letters import pattern


class Node(Protocol):
    """What a tree must offer: both the parsed and the strict tree do."""

    @property
    def id(self) -> NodeId: ...
    @property
    def marker(self) -> Marker: ...
    @property
    def heading(self) -> Inline | None: ...
    @property
    def text(self) -> Inline | None: ...
    @property
    def table(self) -> Table | None: ...
    @property
    def children(self) -> Sequence["Node"]: ...


@dataclass(frozen=True, slots=True)
class Statement:
    """A paragraph in its place: words, the nearest labelled node, the headings above it."""

    text: str
    node: NodeId
    headings: tuple[str, ...]


def statements(node: Node, labelled: NodeId = "", headings: tuple[str, ...] = ()) -> Iterator[Statement]:
    """Every paragraph below `node`, itself included, in reading order."""
    here = node.id if node.marker in NUMBERED or not labelled else labelled
    heading = node.heading.text if node.heading else None
    if node.text and node.text.text:
        yield Statement(node.text.text, here, (*headings, heading) if heading else headings)
    below = (*headings, heading) if heading else headings
    if heading is None and node.text and node.text.text.rstrip().endswith(":"):
        below = (*headings, node.text.text)
    for child in node.children:
        yield from statements(child, here, below)


_SENTENCE_END = pattern(r"(?<=[.;!?])\s+(?=[A-ZÀ-Ỹ“\"(])|;\s+|\n")


def sentences(text: str) -> list[str]:
    """The sentences (and clauses set off by semicolons) of a paragraph."""
    return [part for part in (piece.strip() for piece in _SENTENCE_END.split(text)) if part]


def excerpt(sentence: str, at: int) -> str:
    """The sentence, or, of one that is longer than any office writes, what stands around `at`."""
    return sentence if len(sentence) <= 3000 else sentence[max(0, at - 500) : at + 500].strip()
