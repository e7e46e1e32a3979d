"""Paragraphs with labels to a tree of items.

Labels stay as printed; a value out of sequence is reported, never corrected. Only a numeral whose letters OCR has damaged, or in a
scan may have misread, is read by its place in the sequence.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial

from kedraft.grammar.headings import split
from kedraft.grammar.nesting import UNNUMBERED, WORD_ORDER, Open, below_numeral, choose, rank_of
from kedraft.grammar.numerals import scanned_labels
from kedraft.grammar.shape import is_terminal, is_upper
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.parsed import ParsedNode
from kedraft.model.place import Location
from kedraft.model.plan import Cell, Table
from kedraft.model.source import Look, SourceParagraph, SourceTable
from kedraft.vietnamese.labels import (
    NUMBERED,
    Label,
    Marker,
    id_part,
    label_text,
    labels_at,
    roman_lookalike,
)
from kedraft.vietnamese.letters import pattern

_CENTURY = 50  # a numeral from here on is a letter
_SECTIONS = frozenset((Marker.PART, Marker.CHAPTER, Marker.UPPER, Marker.ROMAN))
_LONG_HEADING = 200  # letters; two lines of a page
_DEEPEST = 30  # levels; no office comes near
_DAMAGED_ONE = pattern(r"[LlI|!][.,]?\s+(?=\S)")
_DAMAGED_NUMERAL = pattern(r"([IVXLHTUNW1l|!iíÍỈvyYx]{1,5})\s?[.,:]\s+(?=\S)")


@dataclass(frozen=True)
class Grown:
    """A tree, and what was noticed while it grew."""

    nodes: tuple[ParsedNode, ...]
    findings: tuple[Finding, ...]


def grow(
    blocks: Sequence[SourceParagraph | SourceTable],
    *,
    root: str = "",
    repair: bool = True,
    damaged: bool = False,
    scanned: bool = False,
    headings: AbstractSet[int] = frozenset(),
) -> Grown:
    """The tree of `blocks` (paragraphs already joined).

    `root` is put before every id; `repair` reads damaged numerals; in a `damaged` text a letter that stands for `1.` is read too.
    In a `scanned` text numerals of level 1 are read by the sequence that they make together (`numerals.scanned_labels`).
    The blocks at `headings` are sections that have no number.
    """
    top = Open(Marker.NONE, None, None, Inline(text=""), None, -1)
    stack = [top]
    findings: list[Finding] = []
    numerals = scanned_labels(blocks) if scanned and repair else {}
    for at, block in enumerate(blocks):
        if isinstance(block, SourceTable):
            _attach_table(stack, block)
        elif at in headings:
            _attach_heading(stack, block)
        elif damaged and (first := _lost_first(stack, blocks, at)):
            findings.append(_repair_finding(first, block))
            _put(stack, block, (first,))
        elif block.text.text.strip() or block.label:
            numeral = numerals.get(at)
            if numeral is None and repair and not scanned and block.label is None:
                numeral = _repaired(stack, block) or _mistyped_one(stack, blocks, at)
            _attach(stack, block, findings, numeral, partial(_next_numeral, blocks, at))
    nodes = _finish(top.children, root, findings)
    return Grown(nodes, tuple(findings))


def label_of(block: SourceParagraph) -> tuple[Label, ...]:
    """Labels that the paragraph may start with: its automatic number if it has one, else what its text begins with."""
    if block.label is None:
        return labels_at(block.text.text)
    found = labels_at(f"{block.label} x")
    return tuple(Label(one.marker, block.label, one.value, 0, one.path) for one in found)


def _next_numeral(blocks: Sequence[SourceParagraph | SourceTable], at: int) -> int | None:
    """The value of the next numeral of level 1 behind `at`."""
    for block in blocks[at + 1 :]:
        labels = label_of(block) if isinstance(block, SourceParagraph) else ()
        if labels and labels[0].marker is Marker.ROMAN and labels[0].value < _CENTURY:
            return labels[0].value
    return None


def _attach(
    stack: list[Open],
    block: SourceParagraph,
    findings: list[Finding],
    numeral: Label | None,
    after: Callable[[], int | None],
) -> None:
    """Attach a paragraph; `after` gives the value of the next numeral behind it."""
    if numeral:
        findings.append(_repair_finding(numeral, block))
    options = (numeral,) if numeral else tuple(one for one in label_of(block) if _may_stand(stack, one, after))
    if not options:
        _attach_plain(stack, block)
        return
    at = below_numeral(stack, options)
    if at is not None and after() in (None, stack[at].value + 1):
        label = next(one for one in options if one.marker is Marker.UPPER)
        _open(stack, block, label, at)
        return
    _put(stack, block, options)


def _may_stand(stack: list[Open], label: Label, after: Callable[[], int | None]) -> bool:
    """Whether a label may stand here: `F.` only behind `E.` (else it begins a name), the letter `I.` only where no `II.` follows."""
    if label.marker is not Marker.UPPER or label.printed[0] not in "FI":
        return True
    if label.printed[0] == "I":
        return (after() or 1) == 1
    return any(node.marker is Marker.UPPER and node.printed and node.printed[0] == "E" for node in stack)


def _put(stack: list[Open], block: SourceParagraph, options: tuple[Label, ...]) -> None:
    listed = _in_list(stack, block)
    label, parent = (options[0], listed) if listed is not None else choose(stack, options, block.text.text)
    _open(stack, block, label, min(parent, _DEEPEST))


def _in_list(stack: list[Open], block: SourceParagraph) -> int | None:
    """Index of the parent that a list inside another shows; the lists that have ended are closed."""
    depth = block.look.depth
    if not depth:
        return None
    depths = [look.depth if (look := _look(node)) else 0 for node in stack]
    ended = next((at for at, other in enumerate(depths) if other > max(depth, 1) or other == depth > 1), len(stack))
    del stack[ended:]
    above = next((at for at in range(len(stack) - 1, 0, -1) if depths[at]), None)
    return above if depth > 1 and above is not None else None


def _open(stack: list[Open], block: SourceParagraph, label: Label, parent: int) -> None:
    del stack[parent + 1 :]
    node = Open(label.marker, label, label.printed, _rest(block.text, label.end), block, rank_of(label))
    stack[parent].children.append(node)
    stack.append(node)


def _rest(text: Inline, start: int) -> Inline:
    end = len(text.text.rstrip())
    while start < end and text.text[start] == " ":
        start += 1
    return text.slice(start, max(start, end))


def _attach_plain(stack: list[Open], block: SourceParagraph) -> None:
    """A plain paragraph: below the heading or lead-in just opened, else below the nearest numbered item."""
    words = block.text if block.label is None else block.text.splice(0, 0, f"{block.label} ")
    node = Open(Marker.NONE, None, None, _rest(words, 0), block, 99)
    last = stack[-1]
    if last.marker in (Marker.PART, Marker.CHAPTER) and not last.body.text and not last.children:
        last.body, last.named_by = node.body, block
        return
    if last.marker in UNNUMBERED and last.body.text.rstrip().endswith(":"):
        last.children.append(node)
        return
    while stack[-1].marker in UNNUMBERED:
        stack.pop()
    stack[-1].children.append(node)


def _attach_heading(stack: list[Open], block: SourceParagraph) -> None:
    """A section's heading that has no number: everything that follows stands below it."""
    del stack[1:]
    node = Open(Marker.NONE, None, None, _rest(block.text, 0), block, 0, headed=True)
    stack[0].children.append(node)
    stack.append(node)


def _attach_table(stack: list[Open], table: SourceTable) -> None:
    while stack[-1].marker in UNNUMBERED and not stack[-1].body.text.rstrip().endswith(":"):
        stack.pop()
    stack[-1].children.append(Open(Marker.NONE, None, None, Inline(text=""), table, 99))


def _repaired(stack: list[Open], block: SourceParagraph) -> Label | None:
    """A level-1 numeral with damaged letters (`I1.`, `111.`, `HI.`), if the sequence waits for just that value."""
    found = _DAMAGED_NUMERAL.match(block.text.text)
    if not found:
        return None
    options = label_of(block)
    if any(one.marker is Marker.ROMAN and one.value < 50 for one in options):
        return None
    printed = found.group(1)
    last = next((node.value for node in reversed(stack) if node.marker is Marker.ROMAN), None)
    if last is None and (len(stack) > 1 or printed.isdigit()):
        return None
    value = roman_lookalike(printed)
    if value is None or value != (last or 0) + 1:
        return None
    rest = block.text.text[found.end() :]
    heading = is_upper(rest) or block.look.bold is True
    if options and not (heading and printed not in ("1", "11")):
        return None
    return Label(Marker.ROMAN, found.group(0).strip(), value, found.end()) if heading else None


def _lost_first(stack: list[Open], blocks: Sequence[SourceParagraph | SourceTable], at: int) -> Label | None:
    """A letter read for `1.`: the first paragraph below a numeral, when the next label is `2.`."""
    block = blocks[at]
    found = _DAMAGED_ONE.match(block.text.text) if isinstance(block, SourceParagraph) else None
    if not found or stack[-1].marker is not Marker.ROMAN or stack[-1].children:
        return None
    following = (label_of(one) for one in blocks[at + 1 : at + 12] if isinstance(one, SourceParagraph))
    after = next((labels[0] for labels in following if labels), None)
    if after is None or after.marker is not Marker.ARABIC or after.value != 2:
        return None
    return Label(Marker.ARABIC, found.group(0).strip(), 1, found.end())


def _mistyped_one(stack: list[Open], blocks: Sequence[SourceParagraph | SourceTable], at: int) -> Label | None:
    """An `I.` typed for `1.`: a sentence right below a later numeral's heading in capitals, and `2.` or nothing behind it."""
    block, above = blocks[at], stack[-1]
    if above.marker is not Marker.ROMAN or above.value < 2 or above.children or not is_upper(above.body.text):
        return None
    options = label_of(block) if isinstance(block, SourceParagraph) else ()
    label = next((one for one in options if one.marker is Marker.ROMAN and one.value == 1), None)
    if label is None or not isinstance(block, SourceParagraph) or not is_terminal(block.text.text):
        return None
    if is_upper(block.text.text[label.end :]) or block.text.text.endswith(":"):
        return None
    following = (label_of(one) for one in blocks[at + 1 :] if isinstance(one, SourceParagraph))
    after = next((labels[0] for labels in following if labels and labels[0].marker in NUMBERED), None)
    if after is not None and (after.marker is not Marker.ARABIC or after.value != 2):
        return None
    return Label(Marker.ARABIC, label.printed, 1, label.end)


def _repair_finding(label: Label, block: SourceParagraph) -> Finding:
    meant = label_text(label.marker, label.value) or ""
    return Finding(
        rule="KH-ND-03",
        severity=Severity.WARNING,
        message=f"Số mục in là “{label.printed}”, theo thứ tự là “{meant}”; hãy đối chiếu với bản gốc.",
        where=block.place,
    )


def _finish(nodes: list[Open], parent: str, findings: list[Finding]) -> tuple[ParsedNode, ...]:
    positions: Counter[Marker] = Counter()
    taken: Counter[str] = Counter()
    tables = 0
    out: list[ParsedNode] = []
    for node in nodes:
        table = isinstance(node.source, SourceTable)
        positions[node.marker] += not table
        tables += table
        position = tables if table else positions[node.marker]
        step = id_part(node.marker, node.printed, node.value or position, position, table)
        taken[step] += 1
        if taken[step] > 1:
            step = f"{step}({taken[step]})"
        out.append(_finished(node, f"{parent}.{step}" if parent else step, findings))
    findings += _sequence_findings(nodes, out)
    return tuple(out)


def _finished(node: Open, node_id: str, findings: list[Finding]) -> ParsedNode:
    place = node.source.place if node.source else Location()
    if isinstance(node.source, SourceTable):
        return ParsedNode(id=node_id, marker=Marker.NONE, table=table_of(node.source), place=place)
    children = _finish(node.children, node_id, findings)
    heading, text = (node.body, None) if node.headed else split(node.marker, node.body, _look(node), bool(children))
    heading = node.own if heading is node.body else heading
    if heading and not text and node.marker in _SECTIONS and len(heading.text) > _LONG_HEADING:
        findings.append(_long_finding(node.printed or "", heading.text, node_id, place))
    if not heading and not text and not children:
        text = Inline(text="")
    return ParsedNode(
        id=node_id, marker=node.marker, label=node.printed, heading=heading, text=text, place=place, children=children
    )


def _long_finding(printed: str, heading: str, node_id: str, place: Location) -> Finding:
    return Finding(
        rule="KH-ND-03",
        severity=Severity.WARNING,
        message=f"Đề mục “{printed} {heading[:30]}…” dài {len(heading)} chữ; có thể lời văn phía dưới đã dính vào, hãy đối chiếu với bản gốc.",
        where=place.evolve(field=node_id),
    )


def table_of(source: SourceTable) -> Table:
    """A source's table as a plan's: each paragraph of a cell one line, automatic labels written out."""
    rows = tuple(
        tuple(
            Cell(lines=tuple(_cell_line(p) for p in cell.paragraphs), across=cell.across, down=cell.down)
            for cell in row
        )
        for row in source.rows
    )
    return Table(rows=rows, header=source.header, widths=source.widths)


def _cell_line(paragraph: SourceParagraph) -> Inline:
    if paragraph.label is None:
        return paragraph.text
    return paragraph.text.splice(0, 0, f"{paragraph.label} ") if paragraph.text.text else Inline(text=paragraph.label)


def _look(node: Open) -> Look | None:
    return node.source.look if isinstance(node.source, SourceParagraph) else None


def _sequence_findings(nodes: list[Open], built: list[ParsedNode]) -> list[Finding]:
    """Duplicate, missing and late labels among siblings; each named with what was expected."""
    out: list[Finding] = []
    last: dict[Marker, tuple[int, str]] = {}
    for node, parsed in zip(nodes, built, strict=True):
        if node.marker not in NUMBERED or node.label is None:
            continue
        before = last.get(node.marker)
        value, printed = node.value, node.printed or ""
        expected = (before[0] if before else 0) + 1
        if value != expected and not (
            before and node.marker is Marker.LETTER and (printed[0], before[1][0]) in WORD_ORDER
        ):
            out.append(_sequence_finding(node.marker, printed, value, before, parsed))
        last[node.marker] = (value, printed)
    return out


def _sequence_finding(
    marker: Marker, printed: str, value: int, before: tuple[int, str] | None, parsed: ParsedNode
) -> Finding:
    if before is None:
        wanted = label_text(marker, 1)
        message = (
            f"Đánh số bắt đầu từ “{printed}”, chưa thấy “{wanted}” phía trước; giữ nguyên như bản gốc, hãy đối chiếu."
        )
    elif value == before[0]:
        message = f"Số thứ tự “{printed}” bị trùng; giữ nguyên như bản gốc, hãy đối chiếu."
    else:
        message = f"Sau “{before[1]}” là “{printed}”: số thứ tự bị nhảy; giữ nguyên như bản gốc, hãy đối chiếu."
    return Finding(
        rule="ND30-DM-02",
        severity=Severity.WARNING,
        message=message,
        where=parsed.place.evolve(field=parsed.id),
        citation="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6, điểm đ",
    )
