"""A plan as plain text: what a person compares, and what tests keep."""

from collections.abc import Iterator

from kedraft.model.plan import Item, Plan


def plan_text(plan: Plan) -> str:
    """The whole plan, a paragraph a line, labels and levels as printed; tables with ` | ` between cells."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    if plan.issuing_body.superior:
        yield plan.issuing_body.superior
    yield plan.issuing_body.name
    yield f"Số: {plan.number.number or '…'}/{plan.number.symbol or '…'}"
    yield f"{plan.place_and_date.place or '…'}, {plan.place_and_date.date or '…'}"
    yield ""
    yield plan.document_type
    yield plan.subject
    yield ""
    for paragraph in (*plan.legal_bases, *plan.opening):
        yield paragraph.text.text
    for section in plan.sections:
        yield ""
        yield from _item(section, 0)
    yield ""
    for paragraph in plan.closing:
        yield paragraph.text.text
    yield ""
    yield "Nơi nhận:"
    for recipient in plan.recipients:
        yield f"- {recipient.text}"
    yield ""
    signed = plan.signatory
    yield from (part for part in (*signed.authority, signed.position, signed.second_position, signed.name) if part)
    for annex in plan.annexes:
        yield ""
        yield from (part for part in (annex.label, annex.heading, annex.note) if part)
        for child in annex.children:
            yield from _item(child, 0)


def _item(item: Item, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if item.table:
        for row in item.table.grid():
            yield indent + " | ".join(cell.replace("\n", " / ") for cell in row)
        return
    words = f"{item.label} {item.words}" if item.label else item.words
    yield indent + words.strip()
    for child in item.children:
        yield from _item(child, depth + 1)
