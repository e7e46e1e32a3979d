"""A plan flattened: one list of blocks in reading order, each with the role that a template styles."""

import re
from collections.abc import Iterable, Iterator

from kedraft.decree import ND30_2020, Component, Edition, mm
from kedraft.model.document import Block, Flow, Role
from kedraft.model.inline import Inline, Run
from kedraft.model.plan import Annex, Item, Marker, Paragraph, Plan
from kedraft.rendering.geometry import Geometry, geometry
from kedraft.rendering.letterhead import date_in_words, letterhead, number_and_symbol, signature
from kedraft.rendering.lines import even_width, rule_length, wrap
from kedraft.rendering.tables import table_flow
from kedraft.vietnamese.labels import roman

#: The role of an item's text, and the sign that stands for a label that it lacks.
_LOOKS: dict[Marker, tuple[Role, str]] = dict.fromkeys(Marker, (Role.CLAUSE, "")) | {
    Marker.LETTER: (Role.POINT, ""),
    Marker.ARABIC_PAREN: (Role.POINT, ""),
    Marker.ROMAN_LOWER: (Role.POINT, ""),
    Marker.PAREN: (Role.POINT, ""),
    Marker.DASH: (Role.DASH, "-"),
    Marker.BULLET: (Role.DASH, "-"),
    Marker.PLUS: (Role.PLUS, "+"),
    Marker.NONE: (Role.PARAGRAPH, ""),
}
_PARTS = frozenset((Marker.PART, Marker.CHAPTER))
_SECTIONS = frozenset((Marker.ROMAN, Marker.UPPER))
_TITLE_AIR = mm(8)
_SLACK = mm(0.8)
_ENDING = re.compile(r"[\s.;,:/]*\Z")
_KINDS = r"TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU"
_COMMITTEE = re.compile(rf"[ỦU][ỶY] BAN NHÂN DÂN ({_KINDS}) (.+)", re.IGNORECASE)
#: Makes a named tuple from a tuple of all its values, twice as fast as its class; for the values that are most of a plan.
_new = tuple.__new__
_HEADINGS = frozenset({Role.PART, Role.PART_TITLE, Role.SECTION, Role.HEADING, Role.TABLE})


def flow(plan: Plan, page: Geometry | None = None, edition: Edition = ND30_2020) -> Flow:
    """`plan` as a template sees it; `page` are the template's widths. The words are the plan's own, in its order."""
    page = page or geometry(edition)
    inset, rule = subject_insets(plan.subject, page, edition)
    return Flow(
        title=_one_line(f"{plan.document_type.capitalize()} {plan.subject}"),
        author=_one_line(plan.issuing_body.name),
        letterhead=letterhead(plan, page, edition),
        document_type=plan.document_type.upper(),
        subject=plan.subject,
        subject_inset=inset,
        subject_rule=rule,
        blocks=tuple(_blocks(plan, page, edition)),
        ends_landscape=bool(plan.annexes) and plan.annexes[-1].landscape,
    )


def _blocks(plan: Plan, page: Geometry, edition: Edition) -> list[Block]:
    blocks = [
        *_paragraphs(Role.BASIS, plan.legal_bases),
        *_paragraphs(Role.OPENING, plan.opening),
    ]
    for section in plan.sections:
        _item(blocks, section, page.text, True)
    blocks += _paragraphs(Role.CLOSING, plan.closing)
    _close(blocks, edition.literals.closing_mark.text)
    blocks.append(Block(Role.SIGNATURE, signature=signature(plan)))
    landscape = False
    for number, annex in enumerate(plan.annexes, 1):
        blocks.append(Block(Role.LANDSCAPE_ENDS if landscape else Role.PORTRAIT_ENDS))
        _annex(blocks, annex, plan, page, edition, number)
        landscape = annex.landscape
    return blocks


def _paragraphs(role: Role, paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    return (Block(role, "", paragraph.text.runs) for paragraph in paragraphs)


def _item(blocks: list[Block], item: Item, room: int, top: bool) -> None:
    """Append an item and what is below it; `top`: directly in the body or in a part."""
    marker, text = item.marker, item.text
    role, sign = _LOOKS[marker]
    label = item.label or sign
    if marker in _PARTS:
        _part(blocks, item, label)
    elif text is not None and (words := text.text):
        top = False
        if item.heading is None and not text.marks:  # most of a plan: no function is called for it
            runs: tuple[Run, ...] = (_new(Run, (f"{label} {words}" if label else words, False, False)),)
        else:
            runs = _text(label, item.heading, text)
        blocks.append(_new(Block, (role, label, runs, 0, None, None)))
    else:
        _title(blocks, item, label, room, top)
        top = False
    for child in item.children:
        _item(blocks, child, room, top)


def _part(blocks: list[Block], item: Item, label: str) -> None:
    if label:
        blocks.append(Block(Role.PART, label, (Run(label, False, False),)))
    if item.heading:
        blocks.append(Block(Role.PART_TITLE, label, _upright(item.heading)))
    if item.text:
        blocks.append(Block(Role.PARAGRAPH, "", item.text.runs))


def _title(blocks: list[Block], item: Item, label: str, room: int, top: bool) -> None:
    """An item without text: a table, a heading on its own line, or a bare label."""
    if item.table is not None:
        blocks.append(Block(Role.TABLE, table=table_flow(item.table, room)))
    elif item.heading:
        section = item.marker in _SECTIONS or (top and item.marker is Marker.NONE)
        runs = _joined(label, _upright(item.heading))
        blocks.append(Block(Role.SECTION if section else Role.HEADING, label, runs))
    elif label:
        blocks.append(Block(Role.HEADING, label, (Run(label, False, False),)))


def _text(label: str, heading: Inline | None, text: Inline) -> tuple[Run, ...]:
    """A paragraph, or a run-in heading with the words that follow it."""
    before = f"{label} " if label else ""
    if not heading:
        return _runs(before, text, False)
    return (*_runs(before, heading, True), *_runs(" ", text, False))


def _runs(before: str, words: Inline, bold: bool) -> tuple[Run, ...]:
    """The runs of words that are not empty, all `bold` or as they are; `before` has the looks of the first."""
    if not words.marks:
        return (_new(Run, (before + words.text, bold, False)),)
    first, *rest = (Run(run.text, bold or run.bold, run.italic) for run in words.runs)
    return (Run(before + first.text, first.bold, first.italic), *rest)


def _joined(label: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """`runs` with the label before the first word, in its looks."""
    if not label:
        return runs
    first = runs[0]
    return (Run(f"{label} {first.text}", first.bold, first.italic), *runs[1:])


def _upright(heading: Inline) -> tuple[Run, ...]:
    """A heading's runs without their own weight: its style is bold."""
    if not heading.marks:
        return heading.runs
    return tuple(Run(run.text, False, run.italic) for run in heading.runs)


def _close(blocks: list[Block], mark: str) -> None:
    """The last paragraph stays with the signature below it and ends with the closing mark, once."""
    if blocks and blocks[-1].role not in _HEADINGS:
        last = blocks[-1]
        blocks[-1] = Block(Role.CLOSING, last.label, _marked(last.runs, mark))


def _marked(runs: tuple[Run, ...], mark: str) -> tuple[Run, ...]:
    if not runs:
        return (Run(mark, False, False),)
    last = runs[-1]
    return (*runs[:-1], Run(_ENDING.sub("", last.text) + mark, last.bold, last.italic))


def _annex(blocks: list[Block], annex: Annex, plan: Plan, page: Geometry, edition: Edition, number: int) -> None:
    room = page.landscape if annex.landscape else page.text
    word = edition.literals.annex.text
    label = annex.label or (word if len(plan.annexes) == 1 else f"{word} {roman(number)}")
    blocks.append(Block(Role.ANNEX_LABEL, label, (Run(label, False, False),)))
    if annex.heading:
        inset = annex_inset(Role.ANNEX_TITLE, annex.heading, room, edition)
        blocks.append(Block(Role.ANNEX_TITLE, label, (Run(annex.heading, False, False),), inset))
    note = annex.note or _attached(plan, edition)
    note = note if note.startswith("(") else f"({note})"
    inset = annex_inset(Role.ANNEX_NOTE, note, room, edition)
    blocks.append(Block(Role.ANNEX_NOTE, label, (Run(note, False, False),), inset))
    for child in annex.children:
        _item(blocks, child, room, True)


def _attached(plan: Plan, edition: Edition) -> str:
    """`Kèm theo Kế hoạch số 07/KH-UBND ngày … của …` from the plan's own number, date and body."""
    number = number_and_symbol(plan, edition)
    dated = date_in_words(plan.place_and_date.date, edition)
    whose = _in_a_sentence(plan)
    of = f" của {whose}" if whose else ""
    kind = plan.document_type.capitalize()
    return f"{edition.literals.attached.text} {kind} số{number} {dated}{of}"


def _in_a_sentence(plan: Plan) -> str:
    """`ỦY BAN NHÂN DÂN XÃ BA SƠN` -> `Ủy ban nhân dân xã Ba Sơn`; empty for bodies whose capitals cannot be known."""
    found = _COMMITTEE.fullmatch(plan.issuing_body.name)
    if not found:
        return ""
    kind, name = found.group(1).lower(), found.group(2).title()
    place = plan.place_and_date.place or ""
    unit = place if place.casefold() == f"{kind} {name}".casefold() else f"{kind} {name}"
    return f"Ủy ban nhân dân {unit}"


def subject_insets(subject: str, page: Geometry, edition: Edition) -> tuple[int, int]:
    """The indents that make a long subject's lines even, and those of the rule below it."""
    size = edition.type_of(Component.SUBJECT).size.default
    share = edition.rule_below(Component.SUBJECT).share
    inset = _inset(subject, page.text, size, "bold")
    lines = wrap(subject, page.text - 2 * inset, size, "bold")
    length = rule_length(lines, share.default, share.allowed.low, share.allowed.high, size, "bold")
    return inset, (page.text - length) // 2


def annex_inset(role: Role, text: str, room: int, edition: Edition) -> int:
    """The indent that makes the lines of an annex's title, or of the note below it, even."""
    if role is Role.ANNEX_TITLE:
        return _inset(text.upper(), room, edition.type_of(Component.ANNEX_TITLE).size.default, "bold")
    return _inset(text, room, edition.type_of(Component.ANNEX_NOTE).size.default, "italic")


def _inset(text: str, room: int, size: float, style: str) -> int:
    """The indent on either side at which a centred title's lines are even."""
    even = even_width(text, room - 2 * _TITLE_AIR, size, style)
    return max((room - even) // 2 - _SLACK, 0)


def _one_line(text: str) -> str:
    return " ".join(text.split())
