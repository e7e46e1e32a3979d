"""`inherit`: the child that a draft file asks for, out of its parent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kedraft.clauses import Library
from kedraft.errors import SpecMismatch
from kedraft.grammar.facts import facts
from kedraft.grammar.numbering import number, number_annexes
from kedraft.inheritance.casing import is_capitals
from kedraft.inheritance.catalogue import Catalogue
from kedraft.inheritance.chain import behind, joined
from kedraft.inheritance.choice import Choice, is_rewritten, mistakes
from kedraft.inheritance.clauses import Clauses
from kedraft.inheritance.head import (
    Issuer,
    annex_note,
    bases_of,
    closing_of,
    issuer_of,
    number_of,
    opening_of,
    place_and_date_of,
    signatory_of,
)
from kedraft.inheritance.left_out import left_out, unmentioned
from kedraft.inheritance.locality import as_written
from kedraft.inheritance.own import added, written
from kedraft.inheritance.recipients import recipients_of
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.making import makes_many
from kedraft.model.origin import Adapted, Authored, Change, Imported, Inherited, Origin, Replaced
from kedraft.model.place import Location
from kedraft.model.plan import Annex, Item, Marker, NodeId, Plan, digest
from kedraft.model.spec import DraftSpec, InheritedSection, Mode, NodeSpec, OwnSection

_HEADING_RULE = "tieu-de-trong-phieu"
_CAPITALS_RULE = "viet-hoa-tieu-de-muc"


@makes_many
def inherit(
    parent: Plan,
    spec: DraftSpec,
    *,
    locality: Locality | None = None,
    above: Mapping[str, Plan] = MappingProxyType({}),
    library: Library = Library(),  # noqa: B008 - a frozen value
) -> Draft:
    """The child plan that `spec` asks for: sections in its order, each node with its origin, numbered anew.

    A node in mode `adapt` is `Adapted` without changes: `adapt` fills them in. References inside sentences still carry the parent's
    numbers: `follow_references` moves them once the words are settled. Without a `locality` the draft file's own words are taken.
    `above`: the plans behind the parent, by the names that `spec.above` gives them. `library`: where its clauses are looked up.

    Raises:
        SpecMismatch: the draft file names what this parent or the library does not have, or asks for two things at once; every problem.

    """
    higher = behind(above)
    whole = joined(parent, higher)
    catalogue = Catalogue.of(whole)
    place = locality or as_written(spec)
    clauses = Clauses(library, place)
    asked, spec = spec, clauses.filled(spec)
    if wrong := (*mistakes(spec, catalogue), *clauses.wrong):
        raise SpecMismatch(wrong)
    issuer = issuer_of(spec, place)
    sections = number(_sections(whole, spec))
    opening, blanks = opening_of(parent, spec, issuer, place, higher, sections)
    plan = Plan(
        issuing_body=issuer.body,
        number=number_of(spec, issuer),
        place_and_date=place_and_date_of(spec, place),
        document_type="KẾ HOẠCH",
        subject=spec.document.subject,
        legal_bases=bases_of(parent, spec, opening, place),
        opening=opening,
        sections=sections,
        closing=closing_of(spec, sections, issuer, place),
        recipients=recipients_of(parent, spec, sections, issuer, place),
        signatory=signatory_of(spec, issuer),
        annexes=_annexes(whole, spec, issuer),
    )
    dropped = tuple(left_out(whole, spec, catalogue))
    findings = (*unmentioned(parent, spec, catalogue), *_untitled(plan), *blanks, *clauses.findings)
    return Draft(
        plan=with_facts(clauses.marked(plan)),
        parent=parent,
        spec=asked,
        locality=place,
        dropped=dropped,
        findings=findings,
        above=higher,
    )


def with_facts(plan: Plan) -> Plan:
    """The plan with its tasks, targets and reporting duties read off its words."""
    annexed = [child for annex in plan.annexes for child in annex.children]
    closing = [paragraph.text.text for paragraph in plan.closing]
    found = facts(plan.sections, annexed, closing, date=plan.place_and_date.date)
    return plan.evolve(tasks=found.tasks, targets=found.targets, reporting=found.reporting)


# --- sections --------------------------------------------------------------------------------------------------------


def _sections(parent: Plan, spec: DraftSpec) -> list[Item]:
    top = _top_marker(parent, spec)
    out: list[Item] = []
    for at, entry in enumerate(spec.sections):
        field = f"sections[{at}]"
        if isinstance(entry, InheritedSection):
            out += _inherited(parent, Choice.of(field, entry), top)
        elif isinstance(entry, OwnSection):
            out.append(_own(entry, field, top))
    return out


def _top_marker(parent: Plan, spec: DraftSpec) -> Marker:
    """The marker of the child's sections: the parent's own, or that of the nodes which all were lifted out of its parts."""
    if _unnumbered(parent):
        return Marker.ROMAN
    tops = {section.id: section.marker for section in parent.sections if section.marker is not Marker.NONE}
    taken = [entry.node for entry in spec.sections if isinstance(entry, InheritedSection)]
    if kept := [tops[node] for node in taken if node in tops]:
        return kept[0]
    lifted = {item.marker for node in taken if (item := parent.find(node))}
    if len(lifted) == 1 and (marker := lifted.pop()) in (Marker.PART, Marker.CHAPTER, Marker.UPPER, Marker.ROMAN):
        return marker
    return next(iter(tops.values()), Marker.ROMAN) if not lifted else Marker.ROMAN


def _unnumbered(parent: Plan) -> bool:
    """Whether the parent's sections are told by their titles alone: the child numbers its own, as Nghị định 30 asks."""
    return bool(parent.sections) and all(
        section.marker is Marker.NONE and section.heading for section in parent.sections
    )


def _own(entry: OwnSection, field: str, top: Marker) -> Item:
    children = written(entry.text, f"{field}.text") if entry.text else ()
    return Item(
        id=field,
        marker=top,
        heading=Inline(text=entry.heading),
        children=children,
        origin=Authored(place=Location(field=field)),
    )


def _inherited(parent: Plan, choice: Choice, top: Marker) -> tuple[Item, ...]:
    item = parent.find(choice.spec.node)
    assert item is not None  # `mistakes` has looked
    if any(item is section for section in parent.sections):
        return _Taking(choice).take(item.evolve(marker=top) if _unnumbered(parent) else item, Mode.ADAPT)
    taken = _Taking(choice).take(_lifted(item, top), Mode.ADAPT)
    headings = [section.heading.text for section in parent.sections if section.heading]
    return tuple(map(_in_capitals, taken)) if headings and all(map(is_capitals, headings)) else taken


def _in_capitals(item: Item) -> Item:
    """A lifted node's heading in capitals, as the sections beside it have theirs; a verbatim one stays."""
    if (
        not isinstance(item.origin, Adapted)
        or item.heading is None
        or item.text is not None
        or is_capitals(item.heading.text)
    ):
        return item
    heading = item.heading.evolve(text=item.heading.text.upper())
    change = Change(before=item.heading.text, after=heading.text, rule=_CAPITALS_RULE)
    return item.evolve(heading=heading, origin=item.origin.evolve(changes=(*item.origin.changes, change)))


def _lifted(item: Item, top: Marker) -> Item:
    """An inner node as a section: its marker is the sections', points and decimals right below it become numbers."""
    if item.marker is top or item.table is not None:
        return item
    inner = {child.marker for child in item.children}
    if Marker.ARABIC in inner or top not in (Marker.ROMAN, Marker.UPPER):
        return item.evolve(marker=top)
    raised = (Marker.DECIMAL, Marker.LETTER, Marker.ARABIC_PAREN)
    children = tuple(child.evolve(marker=Marker.ARABIC) if child.marker in raised else child for child in item.children)
    return item.evolve(marker=top, children=children)


@dataclass(frozen=True, slots=True)
class _Taking:
    """Takes nodes over as one entry of the draft file asks."""

    choice: Choice

    def take(self, item: Item, outer: Mode) -> tuple[Item, ...]:
        """The child's items for one node of the parent: one, or several when it is written anew as several."""
        said = self.choice.of_node(item.id)
        if said is not None and is_rewritten(said[1]):
            return _rewritten(item, said[0], said[1])
        mode = (said[1].mode if said else None) or outer
        children = self.children(item.id, item.children, mode)
        return (_titled(item, said[1] if said else None, mode).evolve(children=children),)

    def children(self, node: NodeId, children: Sequence[Item], mode: Mode) -> tuple[Item, ...]:
        """What stands below a node: the children that stay, with own text before and after."""
        kept = tuple(taken for child in self.choice.kept(node, children) for taken in self.take(child, mode))
        said = self.choice.of_node(node)
        if said is None:
            return _without_lone_label(kept, children)
        field, spec = said
        siblings = kept or children
        return (
            *added(spec.prepend, f"{field}.prepend", siblings),
            *kept,
            *added(spec.append, f"{field}.append", siblings),
        )


def _without_lone_label(kept: tuple[Item, ...], children: Sequence[Item]) -> tuple[Item, ...]:
    """A point whose neighbours all went counts nothing any more: it goes on as a plain paragraph."""
    if len(kept) != 1 or len(children) < _LIST or kept[0].marker not in _POINTS:
        return kept
    alone = kept[0]
    return kept if alone.heading or alone.children or not alone.text else (alone.evolve(marker=Marker.NONE),)


_POINTS = (Marker.LETTER, Marker.ARABIC_PAREN)
_LIST = 2


def _titled(item: Item, spec: NodeSpec | None, mode: Mode) -> Item:
    """The node itself, without what is below: its words, its new heading if there is one, its origin."""
    heading = spec.heading if spec else None
    if heading is None or (item.heading is not None and heading == item.heading.text):
        return item.evolve(origin=_kept(item, mode))
    titled = item.evolve(heading=Inline(text=heading))
    if item.heading is not None and item.text is not None and mode is Mode.ADAPT:
        return titled.evolve(
            origin=_kept(item, mode, (Change(before=item.heading.text, after=heading, rule=_HEADING_RULE),))
        )
    reason = (spec.reason if spec else None) or "đổi tiêu đề theo phiếu"
    return titled.evolve(origin=_replaced(item, reason))


def _kept(item: Item, mode: Mode, changes: tuple[Change, ...] = ()) -> Origin:
    if mode is Mode.VERBATIM:
        return Inherited(node=item.id, digest=item.digest, place=item.origin.place)
    return Adapted(node=item.id, digest=item.digest, changes=changes, place=item.origin.place)


def _replaced(item: Item, reason: str | None) -> Origin:
    return Replaced(node=item.id, digest=item.digest, reason=reason, place=item.origin.place)


def _rewritten(item: Item, field: str, spec: NodeSpec) -> tuple[Item, ...]:
    """Own text in the place of a node.

    Text that brings the node's own kind of label, or replaces a plain paragraph or table, stands in its place; any other text goes
    below the node's label and heading.
    """
    origin = _replaced(item, spec.reason)
    items = written(spec.text or "", f"{field}.text")
    if item.marker is Marker.NONE or items[0].marker is item.marker:
        titled = spec.heading is not None and items[0].table is None
        heading = Inline(text=spec.heading or "") if titled else items[0].heading
        return (items[0].evolve(origin=origin, heading=heading), *items[1:])
    heading = Inline(text=spec.heading) if spec.heading else item.heading
    text, below = None, items
    if items[0].marker is Marker.NONE and items[0].table is None and (heading is None or item.text is not None):
        text, below = items[0].text or items[0].heading, (*items[0].children, *items[1:])
    return (Item(id=item.id, marker=item.marker, heading=heading, text=text, children=below, origin=origin),)


# --- annexes ---------------------------------------------------------------------------------------------------------


def _annexes(parent: Plan, spec: DraftSpec, issuer: Issuer) -> tuple[Annex, ...]:
    note = annex_note(number_of(spec, issuer), spec.document.date, issuer)
    out: list[Annex] = []
    for at, entry in enumerate(spec.annexes):
        field = f"annexes[{at}]"
        if isinstance(entry, InheritedSection):
            annex = next(annex for annex in parent.annexes if annex.id == entry.node)
            out.append(_annex(annex, Choice.of(field, entry)).evolve(note=note))
        elif isinstance(entry, OwnSection):
            children = written(entry.text, f"{field}.text") if entry.text else ()
            out.append(
                Annex(
                    id=field,
                    heading=entry.heading,
                    note=note,
                    children=children,
                    origin=Authored(place=Location(field=field)),
                )
            )
    return number_annexes(out)


def _annex(annex: Annex, choice: Choice) -> Annex:
    spec = choice.spec
    mark = digest(annex.heading or "")
    place = annex.origin.place
    heading = spec.heading or annex.heading
    if is_rewritten(spec):
        origin: Origin = Replaced(node=annex.id, digest=mark, reason=spec.reason, place=place)
        return annex.evolve(heading=heading, children=written(spec.text or "", f"{choice.field}.text"), origin=origin)
    mode = spec.mode or Mode.ADAPT
    if heading != annex.heading:
        origin = Replaced(node=annex.id, digest=mark, reason=spec.reason or "đổi tiêu đề theo phiếu", place=place)
    elif mode is Mode.VERBATIM:
        origin = Inherited(node=annex.id, digest=mark, place=place)
    else:
        origin = Adapted(node=annex.id, digest=mark, changes=(), place=place)
    return annex.evolve(
        heading=heading, children=_Taking(choice).children(annex.id, annex.children, mode), origin=origin
    )


def _untitled(plan: Plan) -> Iterator[Finding]:
    """A section must have a title (Nghị định 30, PL1-II.6d); one made of an inner node may lack it."""
    for section in plan.sections:
        if section.marker is Marker.NONE or section.heading or isinstance(section.origin, Imported):
            continue
        source = getattr(section.origin, "node", section.id)
        message = f"Mục {section.id} (từ đề mục {source} của kế hoạch cấp trên) chưa có tiêu đề; ghi thêm `heading:` cho mục này."
        yield Finding(
            rule="PK-09",
            severity=Severity.WARNING,
            message=message,
            where=Location(field=section.id),
            citation="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, khoản 6",
        )
