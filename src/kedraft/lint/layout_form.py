"""The parts of an official document as values: lines, passages, annexes; `Parts` holds all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from kedraft.decree import Component
from kedraft.ooxml.view import Paragraph, Run
from kedraft.vietnamese.labels import Marker, labels_at
from kedraft.vietnamese.text import squeeze


class Line(NamedTuple):
    """One printed line end's worth of a paragraph. `column` is 0 (left) or 1 (right) where there are two; `alone`: its paragraph's only one."""

    paragraph: Paragraph
    text: str
    runs: tuple[Run, ...]
    column: int | None = None
    alone: bool = True

    @property
    def place(self) -> tuple[int | None, int | None, int | None, int | None]:
        """What it shares with the lines of its cell or box."""
        cell, box = self.paragraph.cell, self.paragraph.box
        return (*(cell[:3] if cell else (None, None, None)), box.number if box else None)


class Kind(StrEnum):
    """What a paragraph of the text is."""

    BASIS = "basis"
    PART = "part"
    PART_TITLE = "part_title"
    SECTION = "section"
    HEADING = "heading"
    CLAUSE = "clause"
    POINT = "point"
    TEXT = "text"
    APART = "apart"  # centred lines, captions, addressees: not running text


class Passage(NamedTuple):
    """A paragraph of the text with its kind; `marker` is that of its label, automatic or typed."""

    paragraph: Paragraph
    kind: Kind
    marker: Marker | None = None
    automatic: bool = False

    @property
    def words(self) -> str:
        """Its words without the label."""
        text = self.paragraph.text.strip()
        if self.automatic:
            return text
        found = labels_at(squeeze(text))
        return squeeze(text)[found[0].end :] if found and self.marker is not None else text


class Annex(NamedTuple):
    """An annex: the lines of its label, title and note, and its first paragraph."""

    label: Line
    title: tuple[Line, ...]
    note: tuple[Line, ...]


@dataclass
class Parts:
    """Thành phần thể thức - the lines of each part; empty where there is none."""

    national: tuple[Line, ...] = ()
    motto: Line | None = None
    superior: tuple[Line, ...] = ()
    issuer: tuple[Line, ...] = ()
    number: Line | None = None
    dated: Line | None = None
    title: Line | None = None
    subject: tuple[Line, ...] = ()
    body: tuple[Passage, ...] = ()
    recipients_label: Line | None = None
    recipients: tuple[Line, ...] = ()
    office: tuple[Line, ...] = ()
    second_office: tuple[Line, ...] = ()
    name: Line | None = None
    annexes: tuple[Annex, ...] = ()
    head: tuple[Line, ...] = ()
    party: bool = False
    annex_only: bool = False
    lines: tuple[Line, ...] = field(default=(), repr=False)
    subject_end: int = 0  # index in `lines` behind the subject

    def is_above(self, line: Line | None, others: Sequence[Line]) -> bool:
        """Whether the line stands above the first of the others, in the same column."""
        if line is None or not others or line.paragraph is others[0].paragraph or line.column != others[0].column:
            return False
        return self.lines.index(line) < self.lines.index(others[0])

    def of(self, component: Component) -> tuple[Line, ...]:
        """The lines of one component."""
        single = {
            Component.MOTTO: self.motto,
            Component.NUMBER: self.number,
            Component.PLACE_AND_DATE: self.dated,
            Component.DOCUMENT_TYPE: self.title,
            Component.SIGNER: self.name,
            Component.RECIPIENTS_HEADING: self.recipients_label,
        }
        if component in single:
            line = single[component]
            return (line,) if line else ()
        several = {
            Component.NATIONAL_NAME: self.national,
            Component.SUPERIOR: self.superior,
            Component.ISSUER: self.issuer,
            Component.SUBJECT: self.subject,
            Component.AUTHORITY: (*self.office, *self.second_office),
            Component.RECIPIENTS: self.recipients,
        }
        return several.get(component, ())
