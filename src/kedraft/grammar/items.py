"""Own text, written as a plan is written, into items; and parsed nodes into items."""

from kedraft.grammar.markdown import emphasis, pipe_blocks, pipe_rows
from kedraft.grammar.shape import is_closed
from kedraft.grammar.tree import grow
from kedraft.model.inline import Run, inline
from kedraft.model.origin import Authored, Imported, Origin
from kedraft.model.parsed import ParsedNode
from kedraft.model.place import Location
from kedraft.model.plan import Item
from kedraft.model.source import Look, SourceParagraph, SourceTable
from kedraft.vietnamese.labels import labels_at
from kedraft.vietnamese.text import clean, squeeze


def items_from_text(text: str, *, place: Location | None = None, origin: Origin | None = None) -> tuple[Item, ...]:
    """The items of a text written in plan style (`1.`, `a)`, `-`, `+`; one paragraph a line; `**bold**`, `*italic*`).

    A line that begins in lower case goes on with an unfinished one above; rows of pipes are a table. Ids and labels are
    provisional: `numbering.number` sets them once the items stand in their section. `place` is that of the text's first line.
    """
    start = place or Location()
    first = start.line or 1
    lines = [squeeze(line) for line in clean(text).split("\n")]
    blocks: list[SourceParagraph | SourceTable] = []
    at = 0
    gap = True
    while at < len(lines):
        if rows := pipe_rows(lines, at):
            blocks += pipe_blocks(lines[at : at + rows], start, first + at, gap)
            at, gap = at + rows, False
            continue
        line = lines[at]
        last = blocks[-1] if blocks else None
        if line and isinstance(last, SourceParagraph) and not gap and _goes_on(last.text.text, line):
            blocks[-1] = last.evolve(text=inline((*last.text.runs, Run(" ", False, False), *emphasis(line).runs)))
        elif line:
            here = start.evolve(line=first + at) if start.line is not None else start
            blocks.append(SourceParagraph(text=emphasis(line), look=Look(gap_before=gap), place=here))
        gap = not line
        at += 1
    nodes = (said for node in grow(blocks, repair=False).nodes if (said := pruned(node)))
    return tuple(item(node, origin or Authored(place=node.place)) for node in nodes)


def pruned(node: ParsedNode) -> ParsedNode | None:
    """The node without descendants that are only a label; None when it is one itself."""
    children = tuple(said for child in node.children if (said := pruned(child)))
    if not (node.heading or node.text or node.table or children):
        return None
    return node if children == node.children else node.evolve(children=children)


def _goes_on(last: str, line: str) -> bool:
    return line[0].islower() and not labels_at(line) and not is_closed(last)


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
