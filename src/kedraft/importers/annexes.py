"""What stands behind the foot: annexes, footnotes, site text."""

import re
from collections.abc import Iterator, Sequence

from kedraft.grammar.shape import is_rule, is_terminal, is_upper
from kedraft.grammar.tree import grow, label_of
from kedraft.importers.annex_lines import annex_label, form_label, is_attachment_note
from kedraft.importers.frame import Block, Frame, is_footnote, is_site, opens_site_text
from kedraft.importers.gathered import Gathered
from kedraft.importers.opening import words_of
from kedraft.model.finding import Finding, Severity
from kedraft.model.parsed import ParsedAnnex
from kedraft.model.plan import Marker
from kedraft.model.source import SourceParagraph, SourceTable
from kedraft.vietnamese.text import squeeze

_LABEL_LINE = 200  # letters of a line that may hold an annex's label, or be its title


def annexes(work: Gathered, frame: Frame, behind: int) -> tuple[tuple[ParsedAnnex, ...], list[Finding]]:
    """Everything behind the foot: annexes, footnotes, site text."""
    blocks = frame.blocks
    starts = _starts(blocks, behind)
    outside = blocks[behind : starts[0] if starts else len(blocks)]
    for block in outside:
        work.set_aside(block, "chú thích" if is_footnote(words_of(block)) else "ngoài văn bản")
    findings: list[Finding] = list(_items_outside(outside))
    out: list[ParsedAnnex] = []
    for n, (start, end) in enumerate(zip(starts, [*starts[1:], len(blocks)], strict=False), 1):
        annex, grown = _annex(work, frame, start, end, "PL" if len(starts) == 1 else f"PL{n}")
        out.append(annex)
        findings += grown
    return tuple(out), findings


def is_annex(blocks: Sequence[Block], at: int) -> bool:
    """Whether an annex's label stands here."""
    text = words_of(blocks[at])
    return bool(annex_label(text)) and len(text) < _LABEL_LINE


def _starts(blocks: Sequence[Block], behind: int) -> list[int]:
    """Where annexes begin: at `Phụ lục`; without it at `Biểu số 1`; at a title above `(Kèm theo …)`; else at a table."""
    at = range(behind, len(blocks))
    labelled = [i for i in at if is_annex(blocks, i)]
    if not labelled:
        labelled = [i for i in at if form_label(words_of(blocks[i])) and len(words_of(blocks[i])) < _LABEL_LINE]
    noted = _noted(blocks, behind, labelled[0] if labelled else len(blocks))
    if labelled or noted:
        return noted + labelled
    first_table = next((i for i in at if isinstance(blocks[i], SourceTable)), None)
    if first_table is None or any(is_site(words_of(block)) for block in blocks[behind:first_table]):
        return []
    return [behind]


def _noted(blocks: Sequence[Block], behind: int, end: int) -> list[int]:
    """Where annexes begin that only a title and the note below it tell: `DANH MỤC NHIỆM VỤ` / `(Kèm theo Kế hoạch số …)`."""
    starts: list[int] = []
    for note in range(behind, end):
        if not is_attachment_note(words_of(blocks[note])):
            continue
        low = max(behind, starts[-1] + 1 if starts else behind)
        start = note
        while start > low and is_upper(words_of(blocks[start - 1])):
            start -= 1
        if start == note and start > low and _is_title(blocks[start - 1]):
            start -= 1
        if start < note:
            starts.append(start)
    return starts


def _is_title(block: Block) -> bool:
    text = words_of(block)
    plain = isinstance(block, SourceParagraph) and not label_of(block)
    return plain and 0 < len(text) < _LABEL_LINE and not is_terminal(text) and not is_footnote(text)


def _items_outside(blocks: Sequence[Block]) -> Iterator[Finding]:
    """A finding where numbered items stand behind the foot: the foot may have been found too early."""
    items = [b for b in blocks if isinstance(b, SourceParagraph) and _is_section(b)]
    if items:
        yield Finding(
            rule="KH-ND-01",
            severity=Severity.WARNING,
            message=f"Sau phần chữ ký còn {len(items)} đề mục (“{words_of(items[0])[:40]}”…) nằm ngoài kế hoạch; hãy đối chiếu với bản gốc.",
            where=items[0].place,
        )


def _is_section(block: SourceParagraph) -> bool:
    return any(label.marker in (Marker.PART, Marker.ROMAN) for label in label_of(block)) and is_upper(words_of(block))


def _annex(work: Gathered, frame: Frame, start: int, end: int, node_id: str) -> tuple[ParsedAnnex, list[Finding]]:
    block = frame.blocks[start]
    text = words_of(block)
    found = annex_label(text) or form_label(text)
    label = squeeze(found.group(0)).rstrip(" .:-–") if found else None
    heading = [text[found.end() :].strip()] if found and text[found.end() :].strip() else []
    note = None
    at = start + 1 if found else start
    content: list[Block] = []
    while at < end:
        one = frame.blocks[at]
        words = words_of(one)
        if isinstance(one, SourceTable) or not _is_annex_head(one, words, heading):
            break
        if is_attachment_note(words):
            note = words
        elif not is_rule(words):
            heading.append(squeeze(one.own.text))
        at += 1
    site = _site_text(frame.blocks, at, end)
    for number, one in enumerate(frame.blocks[at:end], at):
        words = words_of(one)
        if number >= site and opens_site_text(words):
            work.set_aside(one, "ngoài văn bản")
        elif not (isinstance(one, SourceParagraph) and one.label is None and is_rule(words)):
            content.append(one)
    grown = grow(content, root=node_id)
    kept = set(map(id, content))
    lying = work.source.landscape
    landscape = any(id(work.source.blocks[at]) in kept for at in lying if at < len(work.source.blocks))
    annex = ParsedAnnex(
        id=node_id,
        label=label,
        heading=squeeze(" ".join(heading)) or None,
        note=note,
        nodes=grown.nodes,
        landscape=landscape,
        place=block.place,
    )
    return annex, list(grown.findings)


def _site_text(blocks: Sequence[Block], at: int, end: int) -> int:
    """Where a portal's own lines may begin: behind the last table and the last paragraph with a label."""
    while end > at and isinstance(block := blocks[end - 1], SourceParagraph) and not label_of(block):
        end -= 1
    return end


def _is_annex_head(block: SourceParagraph, words: str, heading: list[str]) -> bool:
    if is_rule(words) or is_attachment_note(words):
        return True
    if is_upper(words) and len(words) < 300 and not re.match(r"[IVX]+[.]|[A-Z]\.", words):
        return True
    if not heading:
        return len(words) < 200 and not words.endswith((".", ";", ":"))
    return block.look.bold is True and block.look.align == "center" and len(words) < 200
