"""Whether a rule sees more in a name than a name: the words around the holes, checked with this name and with another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

from kedraft.lint.content import Content
from kedraft.lint.rule import Rule
from kedraft.lint.run import rules_for
from kedraft.model.finding import Finding
from kedraft.model.inline import Inline
from kedraft.model.plan import Cell, Item, Marker, Plan, Recipient, Table
from kedraft.rendering.mould import Cutter, Forms, Pieces, filled, has_holes

#: How many words on either side of a name can make something else of it, with its own: `xã` + `Hội An`.
_AROUND = 4
_WORD = re.compile(r"[\w/]+[^\w\s]*")
#: So many names are probed in one plan, a paragraph each: most of a rule's work on a short text is setting out.
MANY = 256
_RECIPIENTS = (Recipient(text="Lưu: VT"),)
_LIKE: dict[str, Any] = dict(Item(id="I", marker=Marker.NONE, text=Inline(text="…")))
_LAST = "Trên đây là toàn bộ nội dung của Kế hoạch này./."
#: Between the name of a node and what is below it.
_BELOW = "/"
_DIGIT = re.compile(r"\d")
_Rules = Sequence[Rule[Content]]
#: Rules that spoke, of which item below a node, and what they said of a figure there: it may be a sum, which no hole shows.
Heard = tuple[tuple[str, str, str], ...]


class Part(NamedTuple):
    """An item with a figure, or what stands around one, with holes; a table is kept as it is and filled cell by cell."""

    heading: Pieces
    text: Pieces
    table: Table | None
    parts: tuple["Part", ...]


@dataclass(frozen=True)
class Probe:
    """The stretches around the holes of a class, and which rules speak of them with the name that the mould is made of.

    `parts`: the items that hold figures, whole, with what they stand below and what stands below them: a figure means something
    only among the others. `names`: from this index on the forms are figures.
    """

    plan: Plan
    stretches: tuple[Pieces, ...]
    cutter: Cutter
    parts: tuple[Part, ...] = ()
    names: int = 0
    said: tuple[tuple[str, str, Pieces], ...] = ()

    @classmethod
    def of(cls, plan: Plan, texts: Iterable[Pieces], cutter: Cutter, forms: Forms, names: int) -> "Probe":
        """The probe of a plan; `texts` are its texts with holes."""
        stretches = _unlike(window for text in texts for window in _windows(text))
        bare = cls(plan, stretches, cutter, tuple(_parts(plan, cutter, names)), names)
        heard = bare._alone(bare._asked(forms), rules_for(Content))
        spoken = Cutter.of(forms)
        return replace(bare, said=tuple((rule, place, spoken.pieces(message)) for rule, place, message in heard))

    def loaded(self, names: Sequence[Forms], *, plain: bool) -> frozenset[int]:
        """Which of these names are more than names to some rule. `plain`: they are made of plain words only, without figures or signs."""
        blind = plain and not self.parts
        rules = tuple(rule for rule in rules_for(Content) if rule.reads_names or not blind)
        asked: dict[_Asked, list[int]] = {}
        for at, forms in enumerate(names):
            asked.setdefault(self._asked(forms), []).append(at)
        return frozenset(at for one in self._doubtful(list(asked), rules) for at in asked[one])

    def _asked(self, forms: Forms) -> "_Asked":
        text = "; ".join([filled(pieces, forms) for pieces in self.stretches])
        return _Asked(text, tuple(forms) if self.parts else ())

    def _doubtful(self, asked: list["_Asked"], rules: _Rules) -> set["_Asked"]:
        """Those of which some rule says more, or less, than of the name that the mould is made of.

        They are read in one plan first, where a rule that speaks once in a plan may have spoken of another: as long as there are
        such, the others are read again without them.
        """
        known = {rule.id for rule in rules}
        usual = tuple(said for said in self.said if said[0] in known)

        def is_usual(one: _Asked, heard: Heard) -> bool:
            return heard == tuple(sorted((rule, place, filled(words, one.forms)) for rule, place, words in usual))

        found: set[_Asked] = set()
        while True:
            left = [one for one in asked if one not in found]
            unlike = [
                one for one, heard in zip(left, self._heard(left, rules), strict=True) if not is_usual(one, heard)
            ]
            more = {one for one in unlike if not is_usual(one, self._alone(one, rules))}
            if not more:
                return found
            found |= more

    def _heard(self, asked: Sequence["_Asked"], rules: _Rules) -> list[Heard]:
        """For each name the rules that speak of it, and where. What is said of the plan as a whole is said of each of them."""
        told: dict[str, list[tuple[str, str, str]]] = {}
        for finding in self._findings(asked, rules):
            node, _, place = (finding.where.field or "").partition(_BELOW)
            told.setdefault(node, []).append((finding.rule, place, finding.message if place else ""))
        nodes = [_node(at) for at in range(len(asked))]
        whole = [said for where in told.keys() - set(nodes) for said in told[where]]
        return [tuple(sorted((*told.get(node, ()), *whole))) for node in nodes]

    def _alone(self, asked: "_Asked", rules: _Rules) -> Heard:
        return self._heard((asked,), rules)[0]

    def _findings(self, asked: Sequence["_Asked"], rules: _Rules) -> list[Finding]:
        content = Content(plan=self._tiny(asked))
        return [finding for rule in rules for finding in rule.findings(content)]

    def _tiny(self, asked: Sequence["_Asked"]) -> Plan:
        """A plan of one paragraph for each name, and behind it the items with its figures.

        Nothing is validated: its words come from a validated plan, from the table of units and from that of the localities.
        """
        items: list[Item] = []
        for at, one in enumerate(asked):
            node = _node(at)
            items.append(_paragraph(node, one.text))
            items += [self._item(part, one.forms, f"{node}{_BELOW}{place}") for place, part in enumerate(self.parts)]
        values: dict[str, Any] = {
            "issuing_body": self.plan.issuing_body,
            "number": self.plan.number,
            "place_and_date": self.plan.place_and_date,
            "subject": self.plan.document_type,
            "recipients": _RECIPIENTS,
            "signatory": self.plan.signatory,
            "sections": (*items, _paragraph("cuối", _LAST)),
        }
        return Plan.model_construct(**values)

    def _item(self, part: Part, forms: Forms, node: str) -> Item:
        below = tuple(self._item(one, forms, f"{node}.{at}") for at, one in enumerate(part.parts))
        values: dict[str, Any] = {
            "id": node,
            "heading": _inline(filled(part.heading, forms)) if part.heading else None,
            "text": _inline(filled(part.text, forms)) if part.text else None,
            "table": self._table(part.table, forms) if part.table else None,
            "children": below,
        }
        return Item.model_construct(**(_LIKE | values))

    def _table(self, table: Table, forms: Forms) -> Table:
        rows = tuple(tuple(self._cell(cell, forms) for cell in row) for row in table.rows)
        return table.model_copy(update={"rows": rows})

    def _cell(self, cell: Cell, forms: Forms) -> Cell:
        lines = tuple(_inline(filled(self.cutter.pieces(line.text), forms)) for line in cell.lines)
        return cell.model_copy(update={"lines": lines})


class _Asked(NamedTuple):
    """What a name is probed by: the stretches with it, and with figures all forms."""

    text: str
    forms: tuple[str, ...]


def has_figure(item: Item, cutter: Cutter, names: int) -> bool:
    """Whether a figure stands in the item's own words: a hole whose index is not among the first `names`."""
    return any(type(piece) is int and piece >= names for piece in cutter.pieces(item.words))


def _parts(plan: Plan, cutter: Cutter, names: int) -> Iterator[Part]:
    """The items above those with figures, with what they hold; each once."""
    sections = (*plan.sections, *(child for annex in plan.annexes for child in annex.children))
    for section in sections:
        if has_figure(section, cutter, names):
            yield _part(section, cutter)
            continue
        for item in section.walk():
            if any(has_figure(child, cutter, names) for child in item.children):
                yield _part(item, cutter)


def _part(item: Item, cutter: Cutter, depth: int = 2) -> Part:
    """An item with what stands two levels below it, as far as there is a number or a hole in it."""
    below = (child for child in item.children if depth and (child.table or _counts(child, cutter)))
    return Part(
        cutter.pieces(item.heading.text) if item.heading else (),
        cutter.pieces(item.text.text) if item.text else (),
        item.table,
        tuple(_part(child, cutter, depth - 1) for child in below),
    )


def _counts(item: Item, cutter: Cutter) -> bool:
    return any(_DIGIT.search(one.words) or has_holes(cutter.pieces(one.words)) for one in item.walk())


def _inline(text: str) -> Inline:
    return Inline.model_construct(text=text, marks=())


def _node(at: int) -> str:
    return f"tên {at}"


def _paragraph(node: str, text: str) -> Item:
    return Item.model_construct(**(_LIKE | {"id": node, "text": _inline(text)}))


def _unlike(windows: Iterable[Pieces]) -> tuple[Pieces, ...]:
    """The stretches in which a name has a neighbour, before or after it, that it has in none before."""
    seen: set[tuple[str | int, str | int]] = set()
    kept: list[Pieces] = []
    for window in windows:
        words = [word for piece in window for word in ([piece] if isinstance(piece, int) else _WORD.findall(piece))]
        pairs = {pair for pair in pairwise(("", *words, "")) if any(isinstance(word, int) for word in pair)}
        if pairs - seen:
            seen |= pairs
            kept.append(window)
    return tuple(kept)


def _windows(text: Pieces) -> Iterator[Pieces]:
    """Each hole with two words on both sides of it; holes that stand close together are one stretch."""
    out: list[str | int] = []
    for at, piece in enumerate(text):
        if isinstance(piece, int):
            out.append(piece)
            continue
        after, before = at > 0, at + 1 < len(text)
        if after and before and len(_WORD.findall(piece)) <= 2 * _AROUND:
            out.append(piece)
            continue
        if after:
            yield (*out, _start(piece))
        out = [_end(piece)] if before else []
    if out:
        yield tuple(out)


def _start(words: str) -> str:
    found = list(_WORD.finditer(words))
    return words if len(found) <= _AROUND else words[: found[_AROUND - 1].end()]


def _end(words: str) -> str:
    found = list(_WORD.finditer(words))
    return words if len(found) <= _AROUND else words[found[-_AROUND].start() :]
