"""A plan flattened: one list of blocks in reading order, each with the role that a template styles."""

import re
from collections.abc import Iterable, Iterator
from typing import cast

from kedraft.decree import ND30_2020, Component, Edition, mm
from kedraft.model.document import BareBlock, BareRun, Block, Flow, Role, SignatureBlock, TableFlow
from kedraft.model.inline import Inline, Run
from kedraft.model.plan import Annex, Item, Marker, Paragraph, Plan
from kedraft.rendering.geometry import Geometry, geometry
from kedraft.rendering.letterhead import date_in_words, letterhead, number_and_symbol, signature
from kedraft.rendering.lines import even_width, rule_length, wrap
from kedraft.rendering.tables import table_flow
from kedraft.vietnamese.labels import roman
from kedraft.vietnamese.letters import lazily

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
    Marker.PART: (Role.PART, ""),
    Marker.CHAPTER: (Role.PART, ""),
}
_PART = Role.PART
_SECTIONS = frozenset((Marker.ROMAN, Marker.UPPER))
_TITLE_AIR = mm(8)
_SLACK = mm(0.8)
#: The spaces and signs that the closing mark takes the place of.
_ENDING = (
    ".;,:/ \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_KINDS = r"TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU"
_COMMITTEE = lazily(rf"[ỦU][ỶY] BAN NHÂN DÂN ({_KINDS}) (.+)", re.IGNORECASE)
_HEADINGS = frozenset({Role.PART, Role.PART_TITLE, Role.SECTION, Role.HEADING, Role.TABLE})


def flow(plan: Plan, page: Geometry | None = None, edition: Edition = ND30_2020) -> Flow:
    """`plan` as a template sees it; `page` are the template's widths. The words are the plan's own, in its order."""
    return named(bare_flow(plan, page or geometry(edition), edition))


def bare_flow(plan: Plan, page: Geometry, edition: Edition) -> Flow:
    """What `flow` gives, for the printer alone: it takes blocks and runs apart, and here they are tuples without names."""
    inset, rule = subject_insets(plan.subject, page, edition)
    return Flow(
        title=_one_line(f"{plan.document_type.capitalize()} {plan.subject}"),
        author=_one_line(plan.issuing_body.name),
        letterhead=letterhead(plan, page, edition),
        document_type=plan.document_type.upper(),
        subject=plan.subject,
        subject_inset=inset,
        subject_rule=rule,
        blocks=cast("tuple[Block, ...]", tuple(_blocks(plan, page, edition))),
        ends_landscape=bool(plan.annexes) and plan.annexes[-1].landscape,
    )


def named(bare: Flow) -> Flow:
    """A bare flow with the names of its blocks and runs."""
    blocks = (
        Block(role, label, tuple(Run(*run) for run in runs), inset, table, signature)
        for role, label, runs, inset, table, signature in bare.blocks
    )
    return bare._replace(blocks=tuple(blocks))


def _blocks(plan: Plan, page: Geometry, edition: Edition) -> list[BareBlock]:
    blocks = [
        *_paragraphs(Role.BASIS, plan.legal_bases),
        *_paragraphs(Role.OPENING, plan.opening),
    ]
    _items(blocks, plan.sections, page.text, True)
    blocks += _paragraphs(Role.CLOSING, plan.closing)
    if plan.wrapped_in is None:  # else the decision that it comes with ends the document
        _close(blocks, edition.literals.closing_mark.text)
    blocks.append(_block(Role.SIGNATURE, signature=signature(plan)))
    landscape = False
    for number, annex in enumerate(plan.annexes, 1):
        blocks.append(_block(Role.LANDSCAPE_ENDS if landscape else Role.PORTRAIT_ENDS))
        _annex(blocks, annex, plan, page, edition, number)
        landscape = annex.landscape
    return blocks


def _block(
    role: Role,
    label: str = "",
    runs: tuple[BareRun, ...] = (),
    inset: int = 0,
    table: TableFlow | None = None,
    signature: SignatureBlock | None = None,
) -> BareBlock:
    return role, label, runs, inset, table, signature


def _paragraphs(role: Role, paragraphs: Iterable[Paragraph]) -> Iterator[BareBlock]:
    return (_block(role, "", paragraph.text.runs) for paragraph in paragraphs)


def _items(blocks: list[BareBlock], items: Iterable[Item], room: int, top: bool) -> None:
    """Append items and what is below them; `top`: directly in the body or in a part.

    Most of a plan are items with a text and nothing else: for them no function is called, and their fields are read where pydantic keeps
    them, which saves it the search in the class.
    """
    for item in items:
        fields = item.__dict__
        role, sign = _LOOKS[fields["marker"]]
        label = fields["label"] or sign
        text = fields["text"]
        below = False
        if role is _PART:
            _part(blocks, item, label)
            below = top
        elif text is not None and (words := text.__dict__["text"]):
            runs: tuple[BareRun, ...]
            if fields["heading"] is None and not text.__dict__["marks"]:
                runs = ((f"{label} {words}" if label else words, False, False),)
            else:
                runs = _text(label, item.heading, text)
            blocks.append((role, label, runs, 0, None, None))
        else:
            _title(blocks, item, label, room, top)
        if fields["children"]:
            _items(blocks, fields["children"], room, below)


def _part(blocks: list[BareBlock], item: Item, label: str) -> None:
    if label:
        blocks.append(_block(Role.PART, label, ((label, False, False),)))
    if item.heading:
        blocks.append(_block(Role.PART_TITLE, label, _upright(item.heading)))
    if item.text:
        blocks.append(_block(Role.PARAGRAPH, "", item.text.runs))


def _title(blocks: list[BareBlock], item: Item, label: str, room: int, top: bool) -> None:
    """An item without text: a table, a heading on its own line, or a bare label."""
    if item.table is not None:
        blocks.append(_block(Role.TABLE, table=table_flow(item.table, room)))
    elif item.heading:
        section = item.marker in _SECTIONS or (top and item.marker is Marker.NONE)
        runs = _joined(label, _upright(item.heading))
        blocks.append(_block(Role.SECTION if section else Role.HEADING, label, runs))
    elif label:
        blocks.append(_block(Role.HEADING, label, ((label, False, False),)))


def _text(label: str, heading: Inline | None, text: Inline) -> tuple[BareRun, ...]:
    """A paragraph, or a run-in heading with the words that follow it."""
    before = f"{label} " if label else ""
    if not heading:
        return _runs(before, text, False)
    if not heading.marks and not text.marks:  # the usual case
        return (before + heading.text, True, False), (f" {text.text}", False, False)
    return (*_runs(before, heading, True), *_runs(" ", text, False))


def _runs(before: str, words: Inline, bold: bool) -> tuple[BareRun, ...]:
    """The runs of words that are not empty, all `bold` or as they are; `before` has the looks of the first."""
    if not words.marks:
        return ((before + words.text, bold, False),)
    first, *rest = ((run.text, bold or run.bold, run.italic) for run in words.runs)
    return ((before + first[0], first[1], first[2]), *rest)


def _joined(label: str, runs: tuple[BareRun, ...]) -> tuple[BareRun, ...]:
    """`runs` with the label before the first word, in its looks."""
    if not label:
        return runs
    text, bold, italic = runs[0]
    return ((f"{label} {text}", bold, italic), *runs[1:])


def _upright(heading: Inline) -> tuple[BareRun, ...]:
    """A heading's runs without their own weight: its style is bold."""
    return tuple((run.text, False, run.italic) for run in heading.runs)


def _close(blocks: list[BareBlock], mark: str) -> None:
    """The last paragraph stays with the signature below it and ends with the closing mark, once."""
    if blocks and blocks[-1][0] not in _HEADINGS:
        _, label, runs, *_ = blocks[-1]
        blocks[-1] = _block(Role.CLOSING, label, _marked(runs, mark))


def _marked(runs: tuple[BareRun, ...], mark: str) -> tuple[BareRun, ...]:
    if not runs:
        return ((mark, False, False),)
    text, bold, italic = runs[-1]
    return (*runs[:-1], (text.rstrip(_ENDING) + mark, bold, italic))


def _annex(blocks: list[BareBlock], annex: Annex, plan: Plan, page: Geometry, edition: Edition, number: int) -> None:
    room = page.landscape if annex.landscape else page.text
    word = edition.literals.annex.text
    label = annex.label or (word if len(plan.annexes) == 1 else f"{word} {roman(number)}")
    blocks.append(_block(Role.ANNEX_LABEL, label, ((label, False, False),)))
    if annex.heading:
        inset = annex_inset(Role.ANNEX_TITLE, annex.heading, room, edition)
        blocks.append(_block(Role.ANNEX_TITLE, label, ((annex.heading, False, False),), inset))
    note = annex.note or _attached(plan, edition)
    note = note if note.startswith("(") else f"({note})"
    inset = annex_inset(Role.ANNEX_NOTE, note, room, edition)
    blocks.append(_block(Role.ANNEX_NOTE, label, ((note, False, False),), inset))
    _items(blocks, annex.children, room, True)


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
