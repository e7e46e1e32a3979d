"""The contract's JSON of an imported plan. Keys and ids are English and stable; see the command `import --json`."""

from collections.abc import Iterator
from typing import Any

from kedraft.grammar.citations import cited_documents
from kedraft.grammar.doubtful import without_doubtful_number
from kedraft.model.finding import Finding
from kedraft.model.parsed import ParsedAnnex, ParsedNode, ParsedPlan, Verdict
from kedraft.model.plan import CitedDocument
from kedraft.vietnamese.labels import Marker
from kedraft.vietnamese.text import fold

Json = dict[str, Any]


def plan_json(plan: ParsedPlan) -> Json:
    """Everything that was read, as plain JSON values. A value that the source does not show is null."""
    out: Json = {
        "kind": plan.verdict.value,
        "reason": plan.reason,
        "issuing_body": {
            "superior": plan.superior,
            "name": plan.issuer,
            "level": plan.level.value if plan.level else None,
        },
        "number": plan.number,
        "symbol": plan.symbol,
        "place": plan.place,
        "date": plan.date,
        "document_type": plan.document_type,
        "subject": plan.subject,
        "wrapped_in": plan.wrapped_in,
        "legal_bases": [_document(one) for one in cited(plan)],
        "bases": [paragraph.text.text for paragraph in plan.legal_bases],
        "opening": "\n".join(paragraph.text.text for paragraph in plan.opening) or None,
        "sections": [_node(node) for node in plan.sections],
        "closing": "\n".join(paragraph.text.text for paragraph in plan.closing) or None,
        "targets": [one.model_dump() for one in plan.targets],
        "reporting": [one.model_dump() for one in plan.reporting],
        "tasks": [one.model_dump() for one in plan.tasks],
        "signatory": {
            "authority": list(plan.authority),
            "position": plan.position,
            "second_position": plan.second_position,
            "name": plan.signed_by,
        },
        "recipients": list(plan.recipients),
        "annexes": [_annex(annex) for annex in plan.annexes],
        "header_lines": list(plan.header_lines),
        "set_aside": [{"reason": one.reason, "text": one.text} for one in plan.set_aside],
        "findings": [finding_json(one) for one in plan.findings],
    }
    if plan.verdict is Verdict.PLAN:
        del out["reason"]
    if plan.wrapped_in is None:
        del out["wrapped_in"]
    return out


def cited(plan: ParsedPlan) -> tuple[CitedDocument, ...]:
    """The documents cited before the first section, or in a section of bases (`I. CĂN CỨ XÂY DỰNG KẾ HOẠCH`), each once."""
    said = [paragraph.text.text for paragraph in (*plan.legal_bases, *plan.opening)]
    found = cited_documents([*said, *_section_of_bases(plan)], damaged=plan.damaged)
    return tuple(map(without_doubtful_number, found)) if plan.scanned else found


def _section_of_bases(plan: ParsedPlan) -> Iterator[str]:
    """The paragraphs of the first section, where it tells what the plan rests on."""
    first = plan.sections[0] if plan.sections else None
    if first is None or first.heading is None or not fold(first.heading.text).startswith(("can cu", "co so phap ly")):
        return
    yield from (node.text.text for node in first.walk() if node.text)


def finding_json(finding: Finding) -> Json:
    """A finding as in the contract."""
    return finding.model_dump(mode="json")


def _document(one: CitedDocument) -> Json:
    return {
        "type": one.type,
        "number": one.number,
        "date": one.date,
        "issuer": one.issuer,
        "subject": one.subject,
        "text": one.text,
    }


def _node(node: ParsedNode) -> Json:
    """A node; plain paragraphs that lead in come into its `text`, those behind labelled items stay children."""
    lead = 0
    while lead < len(node.children) and _is_plain(node.children[lead]):
        lead += 1
    texts = [node.text.text] if node.text and node.text.text else []
    texts += [child.text.text for child in node.children[:lead] if child.text]
    out: Json = {
        "id": node.id,
        "label": node.label,
        "heading": node.heading.text if node.heading else None,
        "text": "\n".join(texts) or None,
    }
    if node.table:
        out["table"] = [list(row) for row in node.table.grid()]
    out["children"] = [_node(child) for child in node.children[lead:]]
    return out


def _is_plain(node: ParsedNode) -> bool:
    return node.marker is Marker.NONE and node.table is None and not node.children


def _annex(annex: ParsedAnnex) -> Json:
    tables = sum(node.table is not None for top in annex.nodes for node in top.walk())
    return {
        "label": annex.label,
        "heading": annex.heading,
        "note": annex.note,
        "tables": tables,
        "children": [_node(node) for node in annex.nodes],
    }
