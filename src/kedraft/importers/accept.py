"""accept: the one door through which a parsed plan becomes a strict one."""

from kedraft.errors import NotAPlan, PlanInvalid, misuse
from kedraft.grammar.items import item, pruned
from kedraft.importers.lacks import said_issuer
from kedraft.model.finding import Finding, Severity
from kedraft.model.making import makes_many
from kedraft.model.origin import Imported
from kedraft.model.parsed import ParsedNode, ParsedParagraph, ParsedPlan, Verdict
from kedraft.model.place import Location
from kedraft.model.plan import (
    Annex,
    DocumentNumber,
    IssuingBody,
    Item,
    Level,
    Paragraph,
    PlaceAndDate,
    Plan,
    Recipient,
    Signatory,
)


@makes_many
def accept(parsed: ParsedPlan) -> Plan:
    """The strict plan.

    Raises:
        NotAPlan: the source is no plan; the reason is the parser's.
        PlanInvalid: letters that are not to be trusted, or no subject, issuing body or section; every lack at once.
    """
    where = Location(file=parsed.source)
    if parsed.verdict is Verdict.NOT_A_PLAN:
        raise NotAPlan(parsed.reason or "Văn bản không phải là kế hoạch.", where)
    lacks = [finding for finding in parsed.findings if finding.severity is Severity.ERROR]
    issuer = parsed.issuer or (said_issuer(parsed) or "").upper() or None  # a header's names stand in capitals
    lacks += _lacks(parsed, issuer, where)
    if lacks:
        raise PlanInvalid(tuple(lacks))
    assert issuer is not None
    assert parsed.subject is not None
    return Plan(
        issuing_body=IssuingBody(superior=parsed.superior, name=issuer, level=parsed.level or Level.OTHER),
        number=DocumentNumber(number=parsed.number, symbol=parsed.symbol),
        place_and_date=PlaceAndDate(place=parsed.place, date=parsed.date),
        document_type=parsed.document_type or "KẾ HOẠCH",
        subject=parsed.subject,
        wrapped_in=parsed.wrapped_in,
        legal_bases=tuple(map(_paragraph, parsed.legal_bases)),
        opening=tuple(map(_paragraph, parsed.opening)),
        sections=_items(parsed.sections),
        closing=tuple(map(_paragraph, parsed.closing)),
        recipients=tuple(Recipient(text=text) for text in parsed.recipients),
        signatory=Signatory(
            authority=parsed.authority,
            position=parsed.position,
            second_position=parsed.second_position,
            name=parsed.signed_by,
        ),
        annexes=tuple(
            Annex(
                id=annex.id,
                label=annex.label,
                heading=annex.heading,
                note=annex.note,
                children=_items(annex.nodes),
                landscape=annex.landscape,
                origin=Imported(place=annex.place),
            )
            for annex in parsed.annexes
        ),
        tasks=parsed.tasks,
        targets=parsed.targets,
        reporting=parsed.reporting,
    )


def _lacks(parsed: ParsedPlan, issuer: str | None, where: Location) -> list[Finding]:
    remedy = "Hãy xuất ra tệp dữ liệu (`kedraft import … -o ke-hoach.yaml`), điền vào đó rồi dùng tệp ấy làm kế hoạch cấp trên."
    lacks: list[Finding] = []
    if issuer is None:
        lacks.append(misuse("KH-ND-04", f"Không thấy tên cơ quan ban hành trong kế hoạch cấp trên. {remedy}", where))
    if parsed.subject is None:
        lacks.append(misuse("KH-ND-04", f"Không thấy trích yếu dưới dòng “KẾ HOẠCH”. {remedy}", where))
    if not _items(parsed.sections):
        lacks.append(misuse("KH-ND-04", "Không thấy đề mục nào (I., 1., a) …) trong kế hoạch cấp trên.", where))
    return lacks


def _items(nodes: tuple[ParsedNode, ...]) -> tuple[Item, ...]:
    return tuple(item(said) for node in nodes if (said := pruned(node)))


def _paragraph(parsed: ParsedParagraph) -> Paragraph:
    return Paragraph(text=parsed.text, cites=parsed.cites, origin=Imported(place=parsed.place))
