"""Findings as SARIF 2.1.0, the form in which build servers and editors take them."""

from collections.abc import Sequence
from typing import Any

from kedraft import __version__
from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    """One run with all findings; the rules that they name stand in the tool's part."""
    rules = sorted({finding.rule for finding in findings})
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "kedraft", "version": __version__, "rules": [_rule(one) for one in rules]}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, rules.index(finding.rule)) for finding in findings],
            }
        ],
    }


def _rule(rule_id: str) -> dict[str, Any]:
    """A rule with its manual; findings of reading and of the data have an id only."""
    from kedraft.errors import KedraftError
    from kedraft.lint.run import rule

    try:
        known = rule(rule_id)
    except KedraftError:
        return {"id": rule_id}
    return {
        "id": rule_id,
        "shortDescription": {"text": known.name},
        "fullDescription": {"text": known.manual.what},
        "help": {"text": str(known.manual)},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
    }


def _result(finding: Finding, rule_index: int) -> dict[str, Any]:
    said = f"{finding.message} ({finding.citation})" if finding.citation else finding.message
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": said},
        "locations": [_location(finding.where)],
    }


def _location(where: Location) -> dict[str, Any]:
    """The file with line and column where it has lines; the place in words for all others."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(where.file or "")}}
    if where.line:
        physical["region"] = {"startLine": where.line} | ({"startColumn": where.column} if where.column else {})
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": str(where)}]}


def _uri(name: str) -> str:
    from urllib.parse import quote

    return quote(name)
