"""ParsedPlan: what `parse` makes of a source. It guesses and says so; nothing in it is required."""

from collections.abc import Iterator
from enum import StrEnum

from kedraft.model.base import Frozen
from kedraft.model.finding import Finding
from kedraft.model.inline import Inline
from kedraft.model.place import Location
from kedraft.model.plan import CitedDocument, Level, Marker, NodeId, ReportingDuty, Table, Target, Task


class Verdict(StrEnum):
    """Whether the source is a plan at all."""

    PLAN = "plan"
    NOT_A_PLAN = "not_a_plan"


class ParsedNode(Frozen):
    """One node: kind of marker, label as printed, heading, text, place, children. See `plan.Item` for their meaning."""

    id: NodeId
    marker: Marker
    label: str | None = None
    heading: Inline | None = None
    text: Inline | None = None
    table: Table | None = None
    place: Location = Location()
    children: tuple["ParsedNode", ...] = ()

    def walk(self) -> Iterator["ParsedNode"]:
        """Itself and everything below, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class ParsedParagraph(Frozen):
    """A paragraph outside the tree: a basis, the opening, the closing."""

    text: Inline
    cites: tuple[CitedDocument, ...] = ()
    place: Location = Location()


class ParsedAnnex(Frozen):
    """An appendix as found."""

    id: NodeId
    label: str | None = None
    heading: str | None = None
    note: str | None = None
    nodes: tuple[ParsedNode, ...] = ()
    landscape: bool = False
    place: Location = Location()


class SetAside(Frozen):
    """Words of the source that are not of the plan, and why (`ngoài văn bản`, `chú thích cuối trang`, …)."""

    reason: str
    text: str
    place: Location = Location()


class ParsedPlan(Frozen):
    """Kết quả nhận dạng - every word of the source, each in a field, in the tree, in an annex or in `set_aside`.

    A field that the source does not show is None and named in `findings`. `header_lines` keeps the Quốc hiệu, Tiêu ngữ and the
    other literals of the header block as printed. `damaged`: the letters themselves are not to be trusted (OCR with the wrong
    language); such a plan is shown but not accepted. `scanned`: the letters come from OCR.
    """

    source: str
    digest: str
    verdict: Verdict
    reason: str | None = None
    superior: str | None = None
    issuer: str | None = None
    level: Level | None = None
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    date: str | None = None
    document_type: str | None = None
    subject: str | None = None
    wrapped_in: str | None = None
    header_lines: tuple[str, ...] = ()
    legal_bases: tuple[ParsedParagraph, ...] = ()
    opening: tuple[ParsedParagraph, ...] = ()
    sections: tuple[ParsedNode, ...] = ()
    closing: tuple[ParsedParagraph, ...] = ()
    authority: tuple[str, ...] = ()
    position: str | None = None
    second_position: str | None = None
    signed_by: str | None = None
    recipients: tuple[str, ...] = ()
    annexes: tuple[ParsedAnnex, ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    reporting: tuple[ReportingDuty, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    damaged: bool = False
    scanned: bool = False
    findings: tuple[Finding, ...] = ()

    def walk(self) -> Iterator[ParsedNode]:
        """Every node of the body and the annexes, in reading order."""
        for section in self.sections:
            yield from section.walk()
        for annex in self.annexes:
            for node in annex.nodes:
                yield from node.walk()
