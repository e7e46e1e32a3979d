"""Own text, written as a plan is written, into items; and parsed nodes into items."""

import re

from kedraft.grammar.tree import grow
from kedraft.model.inline import Inline, Mark
from kedraft.model.origin import Authored, Imported, Origin
from kedraft.model.parsed import ParsedNode
from kedraft.model.place import Location
from kedraft.model.plan import Item
from kedraft.model.source import Look, SourceParagraph, SourceTable
from kedraft.vietnamese.labels import labels_at
from kedraft.vietnamese.text import clean, squeeze

_EMPHASIS = re.compile(r"(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*])\1(?!\*)")


def items_from_text(text: str, *, place: Location | None = None, origin: Origin | None = None) -> tuple[Item, ...]:
    """The items of a text written in plan style (`1.`, `a)`, `-`, `+`; one paragraph a line; `**bold**`, `*italic*`).

    A line without a label that does not follow a blank line goes on with the paragraph above. Ids and labels are provisional:
    `numbering.number` sets them once the items stand in their section. `place` is that of the text's first line.
    """
    start = place or Location()
    blocks: list[SourceParagraph | SourceTable] = []
    gap = True
    for n, raw in enumerate(clean(text).split("\n")):
        line = squeeze(raw)
        if not line:
            gap = True
            continue
        here = start.evolve(line=start.line + n) if start.line is not None else start
        if gap or labels_at(line) or not blocks:
            blocks.append(SourceParagraph(text=emphasis(line), look=Look(gap_before=gap), place=here))
        else:
            last = blocks[-1]
            assert isinstance(last, SourceParagraph)
            size = len(last.text.text)
            joined = last.text.splice(size, size, " ")
            more = emphasis(line)
            marks = tuple(Mark(start=m.start + size + 1, end=m.end + size + 1, bold=m.bold, italic=m.italic) for m in more.marks)
            blocks[-1] = last.evolve(text=Inline(text=joined.text + more.text, marks=(*joined.marks, *marks)))
        gap = False
    return tuple(item(node, origin or Authored(place=node.place)) for node in grow(blocks, repair=False).nodes)


def emphasis(line: str) -> Inline:
    """`**đậm**` and `*nghiêng*` to marks."""
    text, marks, at = "", [], 0
    for found in _EMPHASIS.finditer(line):
        text += line[at : found.start()]
        width = len(found.group(1))
        marks.append(Mark(start=len(text), end=len(text) + len(found.group(2)), bold=width != 1, italic=width != 2))
        text += found.group(2)
        at = found.end()
    return Inline(text=text + line[at:], marks=tuple(marks))


def item(node: ParsedNode, origin: Origin | None = None) -> Item:
    """A parsed node as a plan's item; its origin is `origin`, or its place in the source."""
    return Item(
        id=node.id,
        marker=node.marker,
        label=node.label,
        heading=node.heading,
        text=node.text if node.text or not node.heading else None,
        table=node.table,
        children=tuple(item(child, origin and _placed(origin, child.place)) for child in node.children),
        origin=origin or Imported(place=node.place),
    )


def _placed(origin: Origin, place: Location) -> Origin:
    return origin.model_copy(update={"place": place})
