"""What parsing gathers on its way."""

from dataclasses import dataclass, field

from kedraft.importers.frame import Block
from kedraft.model.finding import Finding, Severity
from kedraft.model.parsed import SetAside
from kedraft.model.place import Location
from kedraft.model.source import SourceParagraph, SourceText


@dataclass
class Gathered:
    """Words set aside with their reasons, and findings."""

    source: SourceText
    aside: list[SetAside] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def set_aside(self, block: Block, reason: str) -> None:
        for paragraph in (
            [block] if isinstance(block, SourceParagraph) else [p for r in block.rows for c in r for p in c.paragraphs]
        ):
            text = f"{paragraph.label} {paragraph.text.text}" if paragraph.label else paragraph.text.text
            if text.strip():
                self.aside.append(SetAside(reason=reason, text=text, place=paragraph.place))

    def note(self, rule: str, severity: Severity, message: str, where: Location | None = None) -> None:
        self.findings.append(
            Finding(rule=rule, severity=severity, message=message, where=where or Location(file=self.source.name))
        )
