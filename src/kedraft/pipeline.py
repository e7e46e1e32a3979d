"""The sentence: a parent plan's bytes to a child plan's Word file. The only module that imports every stage.

source = read(data, name)                    # Đọc văn bản cấp trên        bytes      -> SourceText
parent = accept(parse(source))               # Nhận dạng, rồi thẩm định    SourceText -> ParsedPlan -> Plan
draft  = adapt(inherit(parent, spec), place) # Kế thừa, cụ thể hóa         Plan -> Draft -> Draft
report = check(draft)                        # Rà soát                     Draft -> tuple[Finding, ...]
result = render(draft, template)             # Trình bày                   Draft -> RenderedDocument
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from kedraft.adaptation import adapt
from kedraft.clauses import Library
from kedraft.errors import LocalityUnknown, PlanInvalid
from kedraft.importers import accept, parse, read
from kedraft.inheritance import fill_spec, follow_references, inherit, moved, values_for, with_facts
from kedraft.lint import check
from kedraft.lint.layout import Medium, Mode, check_layout
from kedraft.lint.layout_subject import renumbered
from kedraft.lint.run import idle, unhidden
from kedraft.model.document import RenderedDocument
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding, Findings, Severity
from kedraft.model.locality import Locality, Place
from kedraft.model.parsed import ParsedPlan
from kedraft.model.plan import Level, Plan
from kedraft.model.spec import DraftSpec, LocalitySpec
from kedraft.model.unit import Unit
from kedraft.ooxml.validate import package_findings
from kedraft.ooxml.view import view
from kedraft.rendering import Template, render, template_findings
from kedraft.rendering.proof import WordsLost
from kedraft.units import UnitTable, full_name
from kedraft.units import table as packaged_units
from kedraft.vietnamese.dates import first_day
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import name_key, squeeze

if TYPE_CHECKING:
    from kedraft.model.localities import LocalityRow
    from kedraft.rendering.specimen import Specimen

Revisions = Literal["final", "original"]


def import_plan(data: bytes, name: str, revisions: Revisions = "final") -> ParsedPlan:
    """A file's bytes to what it says. Raises `SourceUnreadable`; a text that is no plan is told by the verdict.

    `revisions`: which state of a Word file with tracked changes is read.
    """
    return parse(read(data, name, revisions=revisions))


def parent_plan(data: bytes, name: str) -> Plan:
    """A file's bytes to a strict plan. Raises `SourceUnreadable`, `NotAPlan`, `PlanInvalid`."""
    return accept(import_plan(data, name))


def draft_plan(
    parent: Plan,
    spec: DraftSpec,
    locality: Locality,
    above: Mapping[str, Plan] = MappingProxyType({}),
    library: Library = Library(),  # noqa: B008 - a frozen value
) -> Draft:
    """The child plan as the draft file asks: inherited, adapted, its references following. Raises `SpecMismatch`.

    `above`: the plans behind the parent, by the names that `spec.above` gives them. `library`: where its clauses are looked up.
    """
    inherited = inherit(parent, spec, locality=locality, above=above, library=library)
    draft = follow_references(adapt(inherited, locality))
    return draft.evolve(plan=with_facts(draft.plan))


@dataclass(frozen=True, slots=True)
class Fitted:
    """A draft file with one locality's words in its own texts, and what is wrong or lacking there.

    `moved`: fields of `spec` that stood elsewhere in the file as typed, for `Loaded.located`.
    """

    spec: DraftSpec
    findings: Findings
    moved: Mapping[str, str]


def fit(spec: DraftSpec, locality: Locality, row: "LocalityRow | None" = None) -> Fitted:
    """Puts the locality's words in. `row`: its line of the table; without one the figures are the draft file's own."""
    values, lacking = values_for(spec, locality, row)
    kind = locality.place.kind
    filled, faults = fill_spec(spec, values, kind)
    return Fitted(filled, (*faults, *lacking), moved(spec, kind))


def draft_findings(draft: Draft) -> Findings:
    """What drafting noticed and what the rules say, each fault once: a rule's word stands before a stage's at the same place.

    What a person overrode with a reason is hidden, whoever said it.
    """
    checked = check(draft, overrides={})
    noticed = (one for one in draft.findings if not any(_says_the_same(one, rule) for rule in checked))
    found = tuple(dict.fromkeys((*noticed, *checked)))
    overrides = draft.spec.overrides
    return (*unhidden(found, overrides), *idle(found, overrides))


_QUOTED = lazily(r"[“\"]([^“”\"]+)[”\"]")


def _says_the_same(one: Finding, other: Finding) -> bool:
    """Whether two findings of one rule at one place speak of the same words; those that quote none speak of the place."""
    if (one.rule, one.where.field) != (other.rule, other.where.field):
        return False
    ours, theirs = _QUOTED.findall(one.message), _QUOTED.findall(other.message)
    return not ours or any(a in b or b in a for a in ours for b in theirs)


def layout_findings(
    data: bytes,
    name: str,
    *,
    medium: Medium = "paper",
    mode: Mode = "draft",
    overrides: Mapping[str, str] | None = None,
) -> Findings:
    """What the decree says of the pages of a Word file, anyone's. Raises `SourceUnreadable` when it is none."""
    return check_layout(view(data, name), medium=medium, mode=mode, overrides=overrides)


def proof(document: RenderedDocument, overrides: Mapping[str, str] | None = None) -> Findings:
    """A written document opened again: the package as Word wants it, then its layout.

    Raises:
        WordsLost: the package is broken; such a file is not handed out.
    """
    broken = package_findings(document.data)
    if broken:
        raise WordsLost(
            f"Tệp Word vừa tạo không đạt kiểm tra ({broken[0].message}); không ghi ra. Hãy kiểm tra mẫu bằng `kedraft template check`."
        )
    return layout_findings(document.data, document.name, overrides=overrides)


def template_faults(data: bytes, name: str) -> Findings:
    """What is wrong with a template: its tags, then the pages that it makes, at the template's own paragraphs."""
    found = template_findings(data, name)
    if found:
        return found
    from kedraft.rendering.specimen import Specimen  # only a template is tried out on one

    specimen = Specimen(data, name)
    return tuple(_at_origin(finding, specimen, name) for finding in layout_findings(specimen.document.data, name))


def _at_origin(finding: Finding, specimen: "Specimen", name: str) -> Finding:
    found = renumbered(finding, specimen.origin)
    return found.evolve(where=found.where.evolve(file=name))


def locate(spec: LocalitySpec, on: date, units: UnitTable | None = None) -> Locality:
    """The drafting unit with the chain above it, on the date of issue. `units`: an office's own table instead of the packaged one.

    Raises:
        LocalityUnknown: no such unit on that date, or several; the message names them, or the successor.
    """
    table = units or packaged_units()
    found = table.find(commune=spec.commune, district=spec.district, province=spec.province, on=on)
    if found.unit is None:
        raise LocalityUnknown(found.reason or "Không tìm thấy đơn vị hành chính.")
    unit = found.unit
    province = next(one for one in table.provinces(on) if one.name == unit.province)
    district = _district(unit, on, table)
    return Locality(
        level=unit.level,
        province=_place(province),
        district=district,
        commune=_place(unit) if unit.level is Level.COMMUNE else None,
        on=on,
        unit=unit,
    )


def locate_for(spec: DraftSpec, units: UnitTable | None = None) -> Locality:
    """`locate` on the first day that the draft's date leaves open; the draft file's own `figures` may say what its people live in."""
    found = locate(spec.locality, first_day(spec.document.date), units)
    said = next(
        (words for name, words in spec.figures.items() if name_key(name) == "khu dân cư" and words.strip()), None
    )
    return found.evolve(residential=squeeze(said)) if said and found.commune else found


def _place(unit: Unit) -> Place:
    return Place(kind=unit.kind, name=unit.name, eponymous=unit.eponymous)


def _district(unit: Unit, on: date, table: UnitTable) -> Place | None:
    if unit.level is Level.DISTRICT:
        return _place(unit)
    if unit.district is None:
        return None
    return next(
        (_place(one) for one in table.districts(unit.province, on) if full_name(one).lower() == unit.district.lower()),
        None,
    )


def plan_findings(parsed: ParsedPlan) -> Findings:
    """What reading noticed, and what the content rules say of the plan, if it is one that can be accepted."""
    try:
        plan = accept(parsed)
    except PlanInvalid as error:
        return tuple(dict.fromkeys((*parsed.findings, *error.findings)))
    return tuple(dict.fromkeys((*parsed.findings, *check(plan))))


def has_errors(findings: Findings) -> bool:
    """Whether any finding blocks the signature."""
    return any(finding.severity is Severity.ERROR for finding in findings)


__all__ = [
    "Finding",
    "Template",
    "accept",
    "adapt",
    "check",
    "draft_findings",
    "draft_plan",
    "fit",
    "follow_references",
    "has_errors",
    "import_plan",
    "inherit",
    "layout_findings",
    "locate",
    "locate_for",
    "parent_plan",
    "parse",
    "plan_findings",
    "proof",
    "read",
    "render",
]
