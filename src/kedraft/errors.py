"""Misuse of the tool, as exceptions. Problems inside a document are `Finding`s.

KedraftError                    one Vietnamese sentence and a place
├── SourceUnreadable            the file cannot be read: missing, locked, hostile, of no known format
├── NotAPlan                    the text is readable but is no plan
├── DataInvalid(findings)       a YAML file or table does not fit its schema; every problem at once
├── PlanInvalid(findings)       a parsed plan lacks what a plan must have
├── SpecMismatch(findings)      the draft file names nodes that the parent does not have
├── LocalityUnknown             no such unit on the date of issue, or several
├── TemplateInvalid(findings)   the template breaks its contract
├── OutputRefused               the output exists, is open elsewhere, or cannot be written
└── WordsLost                   a written file lacks words of the plan (`rendering.proof`); it is not handed out
"""

from kedraft.model.finding import Finding, Findings, Severity
from kedraft.model.place import Location


class KedraftError(Exception):
    """Base of all: `message` is one Vietnamese sentence with its remedy, `where` the place, `findings` all problems."""

    def __init__(self, message: str, where: Location | None = None, findings: Findings = ()) -> None:
        self.message = message
        self.where = where or Location()
        self.findings = findings
        super().__init__(str(self))

    def __str__(self) -> str:
        place = str(self.where)
        return f"{place}: {self.message}" if place else self.message


class SourceUnreadable(KedraftError):
    """The file cannot be read."""


class NotAPlan(KedraftError):
    """The text is readable but is no plan."""


class _WithFindings(KedraftError):
    def __init__(self, findings: Findings, message: str | None = None) -> None:
        assert findings
        first = findings[0]
        super().__init__(message or first.message, first.where, findings)


class DataInvalid(_WithFindings):
    """A YAML file or table does not fit its schema."""


class PlanInvalid(_WithFindings):
    """A parsed plan lacks what a plan must have, or its letters are not to be trusted."""


class SpecMismatch(_WithFindings):
    """The draft file asks for something that the parent does not have."""


class LocalityUnknown(KedraftError):
    """No such unit on the date of issue, or several with that name."""


class TemplateInvalid(_WithFindings):
    """The template breaks its contract."""


class OutputRefused(KedraftError):
    """The output exists already, is open in another program, or cannot be written."""


def misuse(rule: str, message: str, where: Location | None = None) -> Finding:
    """A finding of severity error for data that a person wrote."""
    return Finding(rule=rule, severity=Severity.ERROR, message=message, where=where or Location())
