"""Layout: what a rule of layout looks at: the view of a Word file, with the parts found in it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kedraft.decree import ND30_2020, Edition
from kedraft.decree.measure import TWIPS_PER_MM, TWIPS_PER_POINT
from kedraft.lint.layout_form import Kind, Parts, Passage
from kedraft.lint.layout_head import ATTACHED
from kedraft.lint.layout_length import pages_filled
from kedraft.lint.layout_parts import find_parts
from kedraft.lint.rule import Hit
from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location
from kedraft.ooxml.view import DocxView, Paragraph, Section
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.quoting import quoted
from kedraft.vietnamese.text import squeeze

_FIRST_WORDS = 45
_BELOW_SUBJECT = 4  # lines below the subject in which "(Kèm theo …)" would stand


@dataclass(frozen=True, eq=False)
class Layout:
    """A Word file as rules of layout see it. `final`: to be signed as it stands; `electronic`: not to be printed."""

    view: DocxView
    final: bool = False
    electronic: bool = False
    edition: Edition = ND30_2020

    @cached_property
    def parts(self) -> Parts:
        """The parts of the document."""
        return find_parts(self.view, self.edition)

    @property
    def body(self) -> tuple[Passage, ...]:
        """The paragraphs of the text."""
        return self.parts.body

    @cached_property
    def running(self) -> tuple[Passage, ...]:
        """The text without centred lines, captions and the like."""
        return tuple(one for one in self.body if one.kind is not Kind.APART)

    @property
    def whole(self) -> bool:
        """Whether this is a document by itself, with its own head and type; not an annex, not a text issued with a decision."""
        parts = self.parts
        at = parts.subject_end
        below = [line for line in parts.lines[at : at + _BELOW_SUBJECT] if line.text]
        attached = any(ATTACHED.match(line.text) for line in below)
        return bool(parts.national and parts.title) and not (parts.annex_only or parts.party or attached)

    @property
    def portrait(self) -> tuple[Section, ...]:
        """The sections whose pages stand upright."""
        return tuple(one for one in self.view.sections if not one.landscape)

    @cached_property
    def pages(self) -> float:
        """How many pages the document fills, estimated."""
        return pages_filled(self.view)

    def hit(self, paragraph: Paragraph, message: str, severity: Severity | None = None) -> Hit:
        """A finding at a paragraph."""
        return Hit(self.where(paragraph.number, first_words(paragraph)), message, severity)

    def page_hit(self, section: Section, what: str, message: str, severity: Severity | None = None) -> Hit:
        """A finding about the pages of a section; `what` names the setting."""
        return Hit(self.where(section.first, what), message, severity)

    def where(self, paragraph: int | None, field: str) -> Location:
        """A place in the file."""
        return Location(file=self.view.name or None, paragraph=paragraph or None, field=field)


def first_words(paragraph: Paragraph) -> str:
    """The first words of a paragraph, in quotation marks; `đoạn trống` for an empty one."""
    text = squeeze(paragraph.text.replace("\t", " "))
    return f"“{quoted(text, 0, len(text), _cut)}”" if text else "đoạn trống"


def _cut(text: str, start: int, end: int) -> str:
    shown = text[start:end]
    return shown if len(shown) <= _FIRST_WORDS else shown[:_FIRST_WORDS].rpartition(" ")[0] + "…"


def number(value: float) -> str:
    """A number as it is printed in Vietnamese: `12,7`; no needless decimals."""
    return f"{round(value, 1):g}".replace(".", ",")


def span(low: float, high: float) -> str:
    """`30–35`, or `12` when both are equal."""
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def as_mm(twips: float) -> str:
    """`20 mm`."""
    return f"{number(twips / TWIPS_PER_MM)} mm"


def as_cm(twips: float) -> str:
    """`1,27 cm`."""
    return f"{round(twips / TWIPS_PER_MM / 10, 2):g} cm".replace(".", ",")


def as_pt(twips: float) -> str:
    """`6 pt`."""
    return f"{number(twips / TWIPS_PER_POINT)} pt"


def how_many(paragraphs: Sequence[Paragraph], what: str = "đoạn") -> str:
    """`Đoạn`, or `Có 12 đoạn (đoạn đầu tiên: 34)`: the subject of a sentence about equal faults."""
    if len(paragraphs) == 1:
        return what[:1].upper() + what[1:]
    first = paragraphs[0].number
    return f"Có {len(paragraphs)} {what}" + (f" (đoạn đầu tiên: {first})" if first else "")


def renumbered(finding: Finding, number: Callable[[int], int | None]) -> Finding:
    """A finding on a page whose paragraphs have other numbers, in its place and in its words."""
    message = _FIRST.sub(lambda at: f"{at[1]}{number(int(at[2]))}", finding.message)
    at = finding.where.paragraph
    return finding.evolve(message=message, where=finding.where.evolve(paragraph=number(at) if at else at))


_FIRST = lazily(r"(đoạn đầu tiên: )(\d+)")


def grouped(pairs: Iterable[tuple[str, Paragraph]]) -> dict[str, list[Paragraph]]:
    """Paragraphs by their fault, in the order in which the faults first occur; each paragraph once."""
    groups: dict[str, list[Paragraph]] = {}
    for fault, paragraph in pairs:
        group = groups.setdefault(fault, [])
        if not group or group[-1] is not paragraph:
            group.append(paragraph)
    return groups
