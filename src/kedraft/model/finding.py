"""Finding: a problem in a document, as a value."""

from enum import StrEnum

from kedraft.model.base import Frozen
from kedraft.model.place import Location


class Severity(StrEnum):
    """Mức độ - `error` blocks the signature, `warning` needs a person's look, `info` is advice."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(Frozen):
    """Kết quả rà soát - one problem: the rule, how grave, in words, where, and on what ground.

    `message` is Vietnamese and names the thing, the rule and the remedy. `citation` is the article of the decree, or None for
    rules that are the product's own.
    """

    rule: str
    severity: Severity
    message: str
    where: Location = Location()
    citation: str | None = None


Findings = tuple[Finding, ...]
