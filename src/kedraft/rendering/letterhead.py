"""The lines of the head and the foot of a plan: names, number, place and date, Nơi nhận, signatory."""

from kedraft.decree import Component, Edition, mm
from kedraft.model.document import Letterhead, SignatureBlock
from kedraft.model.plan import Plan, Recipient, Signatory
from kedraft.rendering.geometry import Geometry
from kedraft.rendering.lines import collective_lines, rule_length
from kedraft.rendering.metrics import width

#: Room for a pen: as wide as two or three figures.
BLANK_NUMBER = " " * 8
BLANK_DAY = " " * 6
BLANK_YEAR = " " * 8
BLANK_PLACE = " " * 20

#: Kept free at each side of the left column.
_AIR = mm(1)


def letterhead(plan: Plan, page: Geometry, edition: Edition) -> Letterhead:
    """Ô 2, 3 and 4."""
    body = plan.issuing_body
    return set_letterhead(
        body.superior, body.name, number_line(plan, edition), place_and_date(plan, edition), page, edition
    )


def set_letterhead(
    superior_name: str | None, issuer_name: str, number: str, dated: str, page: Geometry, edition: Edition
) -> Letterhead:
    """The lines of the head from its words."""
    superior, issuer = issuer_lines(superior_name, issuer_name, page, edition)
    look, rule = edition.type_of(Component.ISSUER), edition.rule_below(Component.ISSUER)
    share = rule.share
    length = rule_length(issuer, share.default, share.allowed.low, share.allowed.high, look.size.default, "bold")
    size = edition.type_of(Component.PLACE_AND_DATE).size.default
    return Letterhead(
        superior=superior,
        issuer=issuer,
        issuer_rule=(page.left - length) // 2,
        number=number,
        place_and_date=dated,
        long_place_and_date=width(dated, size, "italic") > page.right,
    )


def issuer_lines(
    superior_name: str | None, issuer_name: str, page: Geometry, edition: Edition
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The superior's lines and the issuing body's own, in capitals, each fitting its column."""
    room = page.left - 2 * _AIR
    upper, own = edition.type_of(Component.SUPERIOR).size.default, edition.type_of(Component.ISSUER).size.default
    superior = collective_lines(superior_name.upper(), room, upper, "regular") if superior_name else ()
    return superior, collective_lines(issuer_name.upper(), room, own, "bold")


def number_line(plan: Plan, edition: Edition) -> str:
    """`Số: 07/KH-UBND`; while the văn thư has given no number, room for it."""
    return edition.literals.number.text + number_and_symbol(plan, edition)


def number_and_symbol(plan: Plan, edition: Edition) -> str:
    """` 07/KH-UBND`, or room and `/KH-UBND`; without a symbol, the type's abbreviation and room for the agency's."""
    number = plan.number.number or ""
    if number.isdecimal() and int(number) < edition.numerals.pad_below:
        number = f"{int(number):02d}"
    symbol = plan.number.symbol or f"{edition.abbreviation(plan.document_type) or ''}-{BLANK_NUMBER}"
    return f"{f' {number}' if number else BLANK_NUMBER}/{symbol}"


def place_and_date(plan: Plan, edition: Edition) -> str:
    """`Ba Sơn, ngày 05 tháng 02 năm 2026`, with room for what is blank."""
    return dated_line(plan.place_and_date.place, plan.place_and_date.date, edition)


def dated_line(place: str | None, date: str | None, edition: Edition) -> str:
    """Place and date in one line, with room for what is blank."""
    return f"{place or BLANK_PLACE}, {date_in_words(date, edition)}"


def date_in_words(date: str | None, edition: Edition) -> str:
    """`2026-02` -> `ngày      tháng 02 năm 2026`: days have two figures, of the months only January and February."""
    year, month, day = [*(date or "").split("-"), "", ""][:3]
    padded = f"{int(month):02d}" if month and int(month) in edition.numerals.padded_months else month.lstrip("0")
    return (
        f"ngày{f' {day} ' if day else BLANK_DAY}tháng{f' {padded} ' if padded else BLANK_DAY}năm"
        f"{f' {year}' if year else BLANK_YEAR}"
    )


def signature(plan: Plan) -> SignatureBlock:
    """Ô 7a, 7b and 9b."""
    who: Signatory = plan.signatory
    office = (*who.authority, *([who.position] if who.position else []))
    return SignatureBlock(
        recipients=recipient_lines(plan.recipients),
        office=tuple(line.upper() for line in office),
        second_position=(who.second_position or "").upper(),
        name=who.name or "",
    )


def recipient_lines(recipients: tuple[Recipient, ...]) -> tuple[str, ...]:
    """`- UBND tỉnh (b/c);` … the last one ends with a full stop."""
    last = len(recipients) - 1
    return tuple(
        f"- {recipient.text.rstrip(' ;.')}{'.' if at == last else ';'}" for at, recipient in enumerate(recipients)
    )
