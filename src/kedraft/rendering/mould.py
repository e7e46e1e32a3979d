"""A plan on its pages with holes for names: made once, filled for each locality.

What the words alone decide is filled in; what their widths decide (lines of the head, even titles, columns) is set anew.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from kedraft.decree import Edition
from kedraft.model.document import BareBlock, BareRun, Block, Flow, Role, SignatureBlock
from kedraft.model.inline import Inline, Run
from kedraft.model.plan import Annex, Cell, Plan, Table
from kedraft.rendering.flow import annex_inset, bare_flow, named, subject_insets
from kedraft.rendering.geometry import Geometry
from kedraft.rendering.letterhead import dated_line, set_letterhead
from kedraft.rendering.tables import table_flow
from kedraft.rendering.template import Template

#: Words and, for a hole, the index of the form that fills it.
Pieces = tuple[str | int, ...]
Forms = Sequence[str]


class Cutter(NamedTuple):
    """Cuts a text at the forms of the names, the longest first."""

    pattern: re.Pattern[str]
    indexes: dict[str, int]

    @classmethod
    def of(cls, forms: Forms) -> "Cutter":
        """`forms` in the order of their indexes; of equal ones the first counts, empty ones stand nowhere."""
        indexes: dict[str, int] = {}
        for at, form in enumerate(forms):
            if form:
                indexes.setdefault(form, at)
        longest = sorted(indexes, key=len, reverse=True)
        return cls(re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest))})(?!\w)"), indexes)

    def pieces(self, text: str) -> Pieces:
        """The text with holes; a text without a name is one piece."""
        parts = self.pattern.split(text)
        return tuple(self.indexes[part] if at % 2 else part for at, part in enumerate(parts) if part)


def filled(pieces: Pieces, forms: Forms) -> str:
    """The words with the names in their holes."""
    return "".join([piece if type(piece) is str else forms[piece] for piece in pieces])  # type: ignore[index]


def has_holes(pieces: Pieces) -> bool:
    """Whether a name stands in it."""
    return any(type(piece) is int for piece in pieces)


_Filler = Callable[[Forms], BareBlock]


@dataclass(frozen=True, slots=True)
class FlowMould:
    """Khuôn trình bày - the pages of one plan with holes: what never changes, and how to make what does."""

    page: Geometry
    edition: Edition
    base: Flow
    bare: Flow  # the same for the printer
    head: tuple[Pieces, Pieces, Pieces]  # superior, issuer, place
    plan: Plan
    title: Pieces
    subject: Pieces
    blocks: tuple[tuple[int, _Filler], ...]
    cutter: Cutter

    @classmethod
    def of(cls, plan: Plan, template: Template, cutter: Cutter) -> "FlowMould":
        """The mould of a plan whose names are those of the cutter's forms."""
        page, edition = template.page, template.edition
        bare = bare_flow(plan, page, edition)
        base = named(bare)
        body = plan.issuing_body
        return cls(
            page=page,
            edition=edition,
            base=base,
            bare=bare,
            head=(
                cutter.pieces(body.superior or ""),
                cutter.pieces(body.name),
                cutter.pieces(plan.place_and_date.place or ""),
            ),
            plan=plan,
            title=cutter.pieces(base.title),
            subject=cutter.pieces(plan.subject),
            blocks=tuple(_fillers(base.blocks, plan, page, edition, cutter)),
            cutter=cutter,
        )

    def fill(self, forms: Forms, place: str | None = None) -> Flow:
        """The pages for a locality, for the printer. `place`: its name before the date, where that is not what the holes give."""
        superior, issuer, dateline = (filled(pieces, forms) for pieces in self.head)
        subject = filled(self.subject, forms)
        inset, rule = subject_insets(subject, self.page, self.edition)
        dated = dated_line(place or dateline, self.plan.place_and_date.date, self.edition)
        blocks = cast("list[BareBlock]", list(self.bare.blocks))
        for at, filler in self.blocks:
            blocks[at] = filler(forms)
        return self.bare._replace(
            title=filled(self.title, forms),
            author=" ".join(issuer.split()),
            letterhead=set_letterhead(superior, issuer, self.base.letterhead.number, dated, self.page, self.edition),
            subject=subject,
            subject_inset=inset,
            subject_rule=rule,
            blocks=cast("tuple[Block, ...]", tuple(blocks)),
        )

    def varying(self) -> tuple[int, ...]:
        """The places of the blocks that hold a name."""
        return tuple(at for at, _ in self.blocks)

    def words(self) -> Iterator[str]:
        """What stands between the holes: a name that is found here is more than a name to this plan."""
        for pieces in self._texts():
            yield "\0".join(piece for piece in pieces if isinstance(piece, str))

    def likeness(self) -> str | None:
        """All that decides what other names make of these pages, but for recipients without a name: two moulds of one likeness are filled alike.

        None where a name stands in what is set anew for it: in a table, or in the title of an annex.
        """
        holed = self.varying()
        blocks = [self._like(block) if at in holed else repr(block) for at, block in enumerate(self.bare.blocks)]
        if None in blocks:
            return None
        head = (self.title, self.subject, self.head, self.base.letterhead.number, self.plan.place_and_date.date)
        return repr((head, self.base.document_type, self.base.ends_landscape, self.page, self.edition.id, blocks))

    def _like(self, block: Block) -> str | None:
        role, label, runs, _, table, foot = block
        if table or role in (Role.ANNEX_TITLE, Role.ANNEX_NOTE):
            return None
        words = [(self.cutter.pieces(text), bold, italic) for text, bold, italic in runs]
        lines = list(filter(has_holes, map(self.cutter.pieces, foot.recipients))) if foot else []
        signed = [list(map(self.cutter.pieces, (*foot.office, foot.second_position, foot.name)))] if foot else []
        return repr((role, label, words, lines, signed))

    def holed(self) -> Iterator[Pieces]:
        """The texts with holes, but for those of the head."""
        blocks = (text for block in self.base.blocks for text in _texts(block))
        texts = (self.cutter.pieces(text) for text in (self.base.subject, *blocks))
        return (pieces for pieces in texts if has_holes(pieces))

    def _texts(self) -> Iterator[Pieces]:
        body = self.plan.issuing_body
        head = (
            self.base.title,
            self.base.subject,
            body.superior or "",
            body.name,
            self.plan.place_and_date.place or "",
        )
        texts = (*head, *(text for block in self.base.blocks for text in _texts(block)))
        return (self.cutter.pieces(text) for text in texts)


def _fillers(
    blocks: tuple[Block, ...], plan: Plan, page: Geometry, edition: Edition, cutter: Cutter
) -> Iterator[tuple[int, _Filler]]:
    """For each block with a hole how it is made."""
    tables = _tables(plan, page)
    annexes = iter(plan.annexes)
    annex: Annex | None = None
    for at, block in enumerate(blocks):
        if block.role is Role.ANNEX_LABEL:
            annex = next(annexes)
        table = next(tables) if block.role is Role.TABLE else None
        if not any(has_holes(cutter.pieces(text)) for text in _texts(block)):
            continue
        if table is not None:
            yield at, _table(block, *table, cutter)
        elif block.signature is not None:
            yield at, _signature(block, block.signature, cutter)
        elif annex is not None and block.role in (Role.ANNEX_TITLE, Role.ANNEX_NOTE):
            room = page.landscape if annex.landscape else page.text
            yield at, _centred(block, room, edition, cutter)
        else:
            yield at, _paragraph(block, cutter)


def _texts(block: Block) -> Iterator[str]:
    yield from (run.text for run in block.runs)
    if block.table:
        rows = (*block.table.header, *block.table.rows)
        yield from (run.text for row in rows for cell in row.cells for line in cell.lines for run in line.runs)
    if block.signature:
        foot = block.signature
        yield from (*foot.recipients, *foot.office, foot.second_position, foot.name)


def _runs(runs: tuple[Run, ...], cutter: Cutter) -> Callable[[Forms], tuple[BareRun, ...]]:
    cut = tuple((cutter.pieces(run.text), run.bold, run.italic) for run in runs)
    return lambda forms: tuple([(filled(pieces, forms), bold, italic) for pieces, bold, italic in cut])


def _paragraph(block: Block, cutter: Cutter) -> _Filler:
    runs = _runs(block.runs, cutter)
    role, label, _, inset, table, signature = block
    return lambda forms: (role, label, runs(forms), inset, table, signature)


def _centred(block: Block, room: int, edition: Edition, cutter: Cutter) -> _Filler:
    runs = _runs(block.runs, cutter)

    def fill(forms: Forms) -> BareBlock:
        words = runs(forms)
        return block.role, block.label, words, annex_inset(block.role, words[0][0], room, edition), None, None

    return fill


def _signature(block: Block, foot: SignatureBlock, cutter: Cutter) -> _Filler:
    recipients, office = tuple(map(cutter.pieces, foot.recipients)), tuple(map(cutter.pieces, foot.office))
    second, name = cutter.pieces(foot.second_position), cutter.pieces(foot.name)

    def fill(forms: Forms) -> BareBlock:
        signature = SignatureBlock(
            recipients=tuple(filled(line, forms) for line in recipients),
            office=tuple(filled(line, forms) for line in office),
            second_position=filled(second, forms),
            name=filled(name, forms),
        )
        return block.role, block.label, (), 0, None, signature

    return fill


def _tables(plan: Plan, page: Geometry) -> Iterator[tuple[Table, int]]:
    """Every table with the room that it is set in, in reading order."""
    for section in plan.sections:
        yield from ((item.table, page.text) for item in section.walk() if item.table)
    for annex in plan.annexes:
        room = page.landscape if annex.landscape else page.text
        yield from ((item.table, room) for child in annex.children for item in child.walk() if item.table)


def _table(block: Block, table: Table, room: int, cutter: Cutter) -> _Filler:
    """A table is set anew: its columns are as wide as its words want them."""

    def cell(one: Cell, forms: Forms) -> Cell:
        if not any(has_holes(cutter.pieces(line.text)) for line in one.lines):
            return one
        return one.evolve(lines=tuple(_line(line, cutter, forms) for line in one.lines))

    def fill(forms: Forms) -> BareBlock:
        rows = tuple(tuple(cell(one, forms) for one in row) for row in table.rows)
        return block.role, block.label, (), 0, table_flow(table.evolve(rows=rows), room), None

    return fill


def _line(line: Inline, cutter: Cutter, forms: Forms) -> Inline:
    """Marks stay with their words: holes are filled from the end."""
    for found in reversed(list(cutter.pattern.finditer(line.text))):
        line = line.splice(found.start(), found.end(), forms[cutter.indexes[found.group()]])
    return line
