"""What a rule is: one file under `lint/rules/`, holding its manual, its logic, its samples.

Rule[S]      S is what it looks at: `Content` for the words of a plan, a view of a .docx for its layout
├── id, name, severity, citation
├── manual   what it asks, why, what to do instead (Vietnamese)
├── check    S -> Iterator[Hit]
└── bad, good   samples: each bad one fires exactly this rule, each good one nothing
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location
from kedraft.vietnamese.quoting import said

S = TypeVar("S")
T = TypeVar("T")
S_co = TypeVar("S_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule is broken. `severity` only when it differs from the rule's own."""

    where: Location
    message: str
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Manual:
    """Hướng dẫn - what the rule asks, why, and what to do instead, for the person who got the finding."""

    what: str
    why: str
    instead: str

    def __str__(self) -> str:
        return f"{self.what}\n\nVì sao: {self.why}\n\nCách sửa: {self.instead}"


class Sample(Protocol[S_co]):
    """A subject described in few words, built when a test asks for it."""

    def build(self) -> S_co:
        """The subject itself."""
        ...


@dataclass(frozen=True, slots=True)
class Rule(Generic[S]):
    """Quy tắc - `name` reads well after "cho phép …"; `citation` is None for rules of the product's own.

    `reads_names`: whether a place's name, made of plain words, can change what it finds; False for rules that look at figures, dates,
    labels and order only. A batch does not ask those again for each name.
    """

    id: str
    name: str
    severity: Severity
    manual: Manual
    subject: type[S]
    check: Callable[[S], Iterator[Hit]]
    bad: tuple[Sample[S], ...]
    good: tuple[Sample[S], ...]
    citation: str | None = None
    reads_names: bool = True

    def on(
        self,
        *,
        subject: type[T],
        check: Callable[[T], Iterator[Hit]],
        bad: tuple[Sample[T], ...],
        good: tuple[Sample[T], ...],
    ) -> "Rule[T]":
        """The same rule for another subject: what a plan no longer shows may still be read on its page."""
        return Rule(self.id, self.name, self.severity, self.manual, subject, check, bad, good, self.citation)

    def findings(self, subject: S) -> Iterator[Finding]:
        """What the rule has to say of the subject."""
        for hit in self.check(subject):
            said(self.id, hit.where.field, hit.message)
            yield Finding(
                rule=self.id,
                severity=hit.severity or self.severity,
                message=hit.message,
                where=hit.where,
                citation=self.citation,
            )


_REFERENCE = re.compile(r"PL(?P<annex>[123])-(?P<part>[IVX]+)(?:\.(?P<clause>\d+)(?P<point>[a-zđ])?)?\Z")
_ANNEX = {"1": "Phụ lục I", "2": "Phụ lục II", "3": "Phụ lục III"}


def decree(reference: str) -> str:
    """The words of a short reference: `PL1-II.3c` -> `Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3, điểm c`."""
    found = _REFERENCE.match(reference)
    if not found:
        return f"Nghị định 30/2020/NĐ-CP, {reference}"
    place = [_ANNEX[found["annex"]]]
    place += ["Phần I", f"Mục {found['part']}"] if found["annex"] == "1" else [f"Mục {found['part']}"]
    place += [f"khoản {found['clause']}"] if found["clause"] else []
    place += [f"điểm {found['point']}"] if found["point"] else []
    return ", ".join(["Nghị định 30/2020/NĐ-CP", *place])
