"""A batch as a person acts on it: where each locality stands, and what is amiss gathered by fault.

The same thing said of many localities is one fault with many cases, whatever names of units stand in its sentence.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from urllib.parse import quote

from kedraft.model.batch import BatchReport, BatchResult, BatchStatus
from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location
from kedraft.model.unit import UnitKind
from kedraft.report.places import place as node_place

SEVERITIES = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cần xem", Severity.INFO: "Gợi ý"}
_GRAVITY = {severity: at for at, severity in enumerate(SEVERITIES)}


class Standing(StrEnum):
    """Where one locality's draft stands, for the person who has to go on with it."""

    READY = "ready"
    LOOK = "look"
    FAULTY = "faulty"
    FAILED = "failed"


STANDINGS = {
    Standing.READY: "Sẵn sàng trình ký",
    Standing.LOOK: "Có điểm cần xem",
    Standing.FAULTY: "Còn lỗi phải sửa",
    Standing.FAILED: "Chưa soạn được",
}


class Remedy(StrEnum):
    """Where a fault is put right; of several, the one named last here."""

    NOWHERE = "nowhere"
    TABLE = "table"
    DRAFT_FILE = "draft_file"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Case:
    """One locality's share in a fault: its place in the report, what was said of it, and where: the file, and the place in it."""

    row: int
    message: str
    source: str
    place: str

    @property
    def where(self) -> str:
        """File and place, as far as they are known."""
        return ", ".join(part for part in (self.source, self.place) if part)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is amiss: its sentence (`…` for what differs), and everyone it concerns.

    `source` is the file of all cases, `place` the place or places that all localities share; empty when they differ.
    """

    title: str
    severity: Severity
    rule: str
    citation: str | None
    remedy: Remedy
    source: str
    place: str
    cases: tuple[Case, ...]

    @property
    def localities(self) -> int:
        """How many localities it concerns."""
        return len({case.row for case in self.cases})


@dataclass(frozen=True, slots=True)
class _Said:
    """A finding in its locality; `own`: the sentence freed of that locality's name; `bare`: of the names above it, too."""

    row: int
    finding: Finding
    own: str
    bare: str
    source: str
    place: str
    remedy: Remedy


def standing(result: BatchResult) -> Standing:
    """Where one locality stands: failed, with errors, with something to look at, or ready."""
    if result.status is BatchStatus.FAILED or result.file is None:
        return Standing.FAILED
    severities = {finding.severity for finding in result.findings}
    if Severity.ERROR in severities:
        return Standing.FAULTY
    return Standing.LOOK if Severity.WARNING in severities else Standing.READY


def standings(report: BatchReport) -> Counter[Standing]:
    """How many localities stand where."""
    return Counter(standing(result) for result in report.results)


def faults(report: BatchReport) -> tuple[Fault, ...]:
    """Everything amiss, the gravest and most frequent first; an order that depends on the report alone."""
    said = sorted(_said(report), key=_rough)
    found = [_fault(tuple(group)) for _, rough in groupby(said, key=_rough) for group in _alike(tuple(rough))]
    return tuple(sorted(found, key=lambda one: (_GRAVITY[one.severity], -one.localities, one.rule, one.title)))


def faults_of_rows(report: BatchReport, found: tuple[Fault, ...]) -> list[list[int]]:
    """For each locality the numbers of its faults, counted from 1, each once."""
    concerned: list[list[int]] = [[] for _ in report.results]
    for at, one in enumerate(found, 1):
        for row in dict.fromkeys(case.row for case in one.cases):
            concerned[row].append(at)
    return concerned


def tally(findings: Iterable[Finding]) -> str:
    """`1 lỗi, 2 điểm cần xem`, or nothing."""
    counts = Counter(finding.severity for finding in findings)
    names = {Severity.ERROR: "lỗi", Severity.WARNING: "điểm cần xem", Severity.INFO: "gợi ý"}
    return ", ".join(f"{counts[severity]} {name}" for severity, name in names.items() if counts[severity])


def unit_and_chain(result: BatchResult) -> tuple[str, str]:
    """`xã Ba Sơn, tỉnh Lạng Sơn` -> `xã Ba Sơn` and `tỉnh Lạng Sơn`."""
    unit, _, chain = result.name.partition(", ")
    return unit, chain


def kind_of(result: BatchResult) -> str:
    """The kind of unit that a locality's name begins with, or nothing."""
    return _kind_and_name(result.name)[0]


def grouped(number: int) -> str:
    """`3.321`: thousands apart, as Vietnamese writes them."""
    return f"{number:,}".replace(",", ".")


def file_url(name: str) -> str:
    """A file's name as a relative link; letters with accents and signs are percent-encoded."""
    return quote(unicodedata.normalize("NFC", name), safe="")


_KINDS = sorted((kind.value for kind in UnitKind), key=len, reverse=True)
_KINDS_BEFORE = tuple(f"{kind} " for kind in _KINDS)


def _said(report: BatchReport) -> Iterator[_Said]:
    for row, result in enumerate(report.results):
        for finding in result.findings:
            own = _without_unit(finding.message, result)
            yield _Said(row, finding, own, _without_chain(own, result), *_place(finding.where, report.draft_file))


def _rough(one: _Said) -> tuple[str, str, str]:
    """Rule, gravity, and the sentence without quotations and figures."""
    return one.finding.rule, one.finding.severity.value, _skeleton(one.bare)


def _alike(said: tuple[_Said, ...]) -> list[tuple[_Said, ...]]:
    """One fault in other words when no locality has it twice; else as many as there are sentences."""
    if len({one.row for one in said}) == len(said):
        return [said]
    ordered = sorted(said, key=lambda one: one.bare)
    return [tuple(group) for _, group in groupby(ordered, key=lambda one: one.bare)]


def _fault(said: tuple[_Said, ...]) -> Fault:
    ordered = sorted(said, key=lambda one: one.row)
    first = ordered[0].finding
    sources = {one.source for one in ordered}
    cases = tuple(Case(one.row, one.finding.message, one.source, one.place) for one in ordered)
    return Fault(
        title=_title(ordered),
        severity=first.severity,
        rule=first.rule,
        citation=next((one.finding.citation for one in ordered if one.finding.citation), None),
        remedy=max((one.remedy for one in ordered), key=list(Remedy).index),
        source=sources.pop() if len(sources) == 1 else "",
        place=_shared_place(cases),
        cases=cases,
    )


def _title(said: list[_Said]) -> str:
    """The sentence with as little left out as makes it the same for all."""
    for sentences in ({one.finding.message for one in said}, {one.own for one in said}, {one.bare for one in said}):
        if len(sentences) == 1:
            return sentences.pop()
    return _skeleton(said[0].bare)


def _shared_place(cases: tuple[Case, ...]) -> str:
    """The places that the fault has in every locality alike; nothing when they differ."""
    places = {tuple(dict.fromkeys(case.where for case in own)) for _, own in groupby(cases, key=lambda case: case.row)}
    return "; ".join(place for place in places.pop() if place) if len(places) == 1 else ""


_DATA = (".xlsx", ".xlsm", ".csv", ".tsv", ".yaml", ".yml")
_PARTS = {
    "subject": "trích yếu",
    "bases": "căn cứ",
    "opening": "lời mở đầu",
    "closing": "lời kết",
    "signatory": "phần ký",
    "recipients": "nơi nhận",
    "number": "số",
    "symbol": "ký hiệu",
    "place": "địa danh",
    "issuing_body": "cơ quan ban hành",
    "sections": "các mục",
    "parent": "kế hoạch cấp trên",
}


@lru_cache(maxsize=4096)
def _place(where: Location, draft_file: str) -> tuple[str, str, Remedy]:
    """The file to go to, the place in it as a person says it, and what kind of file that is."""
    file = where.file or ""
    numbers = (("trang", where.page), ("đoạn", where.paragraph), ("dòng", where.line), ("cột", where.column))
    if file == draft_file and where.line is not None:
        return file, f"dòng {where.line}", Remedy.DRAFT_FILE
    if file != draft_file and file.lower().endswith(_DATA):
        sheet, _, cell = (where.field or "").rpartition(", ")
        known = ", ".join(f"{name} {at}" for name, at in numbers if at)
        return ", ".join(part for part in (file, sheet) if part), known or cell, Remedy.TABLE
    named = [f"{name} {at}" for name, at in numbers[:2] if at]
    shown = ", ".join([*named, *([_part(where.field)] if where.field else [])])
    return "", shown, Remedy.DRAFT if shown else Remedy.NOWHERE


def _part(field: str) -> str:
    """A field of the draft as a person names it: `signatory.name` -> `phần ký`, `IV.2.b` -> `mục IV.2.b`."""
    head = re.match(r"[a-z_]+(?=[.\[]|$)", field)
    if head:
        return _PARTS.get(head.group(), field)
    return named if (named := node_place(field)).startswith("Phụ lục") else f"mục {named}"


_VARYING = re.compile(r"“[^”]*”|\"[^\"]*\"|\d+(?:[.,/]\d+)*")


@lru_cache(maxsize=4096)
def _skeleton(sentence: str) -> str:
    """A sentence with `…` for quotations and figures."""
    return _VARYING.sub(
        lambda found: f"{found.group()[0]}…{found.group()[-1]}" if not found.group()[0].isdigit() else "…", sentence
    )


def _without_unit(message: str, result: BatchResult) -> str:
    """A sentence with `…` for the locality's own name; a name of one syllable only after its kind, for it may be a common word."""
    kind, name = _kind_and_name(unit_and_chain(result)[0])
    if not name or name.casefold() not in message.casefold():
        return message
    bare = _hidden(message, _shapes(kind, name))
    return _without_name(_without_name(bare, name), name.upper()) if " " in name else bare


def _without_name(message: str, name: str) -> str:
    """A sentence with `…` for a name that stands alone: `phường Lào Cai` is not what `tỉnh Lào Cai` speaks of."""
    first, *others = message.split(name)
    said = first
    for other in others:
        said += (name if said.lower().endswith(_KINDS_BEFORE) else "…") + other
    return said


def _without_chain(message: str, result: BatchResult) -> str:
    """A sentence with `…` for the units above the locality, where they stand with their kind."""
    for unit in unit_and_chain(result)[1].split(", "):
        kind, name = _kind_and_name(unit)
        if kind and name in message:
            message = _hidden(message, _shapes(kind, name))
    return message


def _hidden(message: str, shapes: Iterable[str]) -> str:
    for shown in shapes:
        message = message.replace(shown, "…")
    return message


def _shapes(kind: str, name: str) -> list[str]:
    full = f"{kind} {name}".strip()
    return [full, full[:1].upper() + full[1:], full.upper(), full.title()]


def _kind_and_name(unit: str) -> tuple[str, str]:
    kind = next((kind for kind in _KINDS if unit.lower().startswith(kind + " ")), "")
    return kind, unit[len(kind) :].strip()
