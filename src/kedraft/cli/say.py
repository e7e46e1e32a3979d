"""How findings, errors and trees look: grouped and coloured on a terminal, plain in a pipe."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from kedraft.model.finding import Finding, Findings, Severity

if TYPE_CHECKING:
    from rich.console import Console

_TITLES = {Severity.ERROR: "LỖI", Severity.WARNING: "CẦN XEM", Severity.INFO: "GỢI Ý"}
_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def console(*, err: bool = False) -> "Console":
    """A console that wraps only on a terminal and never guesses markup in people's text."""
    stream = sys.stderr if err else sys.stdout
    if not err and not stream.isatty():
        return cast("Console", _Plain())
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, soft_wrap=not stream.isatty(), emoji=False)


class _Plain:
    """What a pipe or a file is given: the words, without what draws colours being loaded."""

    def print(self, *words: object, style: str | None = None, end: str = "\n") -> None:
        """As a console's own; `style` is for terminals."""
        print(*words, end=end)


def as_json(value: Any) -> None:
    """One JSON document on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def findings_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as in the contract."""
    return [finding.model_dump(mode="json") for finding in findings]


def show_findings(findings: Sequence[Finding], *, to: "Console | None" = None) -> None:
    """Findings grouped by severity: place, what and why, the article."""
    out = to or console()
    for severity in _ORDER:
        group = [finding for finding in findings if finding.severity is severity]
        if not group:
            continue
        out.print(f"{_TITLES[severity]} ({len(group)})", style=_COLOURS[severity])
        for finding in group:
            place = str(finding.where)
            out.print(f"  • {finding.message}")
            tail = "; ".join(part for part in (place, finding.citation, finding.rule) if part)
            out.print(f"    {tail}", style="dim")


def summary(findings: Sequence[Finding]) -> str:
    """`2 lỗi, 1 điểm cần xem, 3 gợi ý`, or that there is nothing."""
    counts = [sum(finding.severity is severity for finding in findings) for severity in _ORDER]
    names = ("lỗi", "điểm cần xem", "gợi ý")
    parts = [f"{count} {name}" for count, name in zip(counts, names, strict=True) if count]
    return ", ".join(parts) or "không có vấn đề nào"


def problems(error: Exception) -> None:
    """A `KedraftError` on standard error: its sentence, or every finding with its place."""
    from kedraft.errors import KedraftError

    assert isinstance(error, KedraftError)
    lines = [_line(finding) for finding in _unique(error.findings)] or [str(error)]
    print("\n".join(lines), file=sys.stderr)


def _line(finding: Finding) -> str:
    place = str(finding.where)
    return f"{place}: {finding.message}" if place else finding.message


def _unique(findings: Findings) -> Findings:
    return tuple(dict.fromkeys(findings))


def code(findings: Iterable[Finding]) -> int:
    """Exit code of a run that only reports: 1 with an error among the findings, else 0."""
    return int(any(finding.severity is Severity.ERROR for finding in findings))
