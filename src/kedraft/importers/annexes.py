"""What stands behind the foot: annexes, footnotes, site text."""

import re
from collections.abc import Sequence

from kedraft.grammar.shape import is_rule, is_upper
from kedraft.grammar.tree import grow
from kedraft.importers.frame import Block, Frame, annex_label, is_attachment_note, is_footnote, is_site
from kedraft.importers.gathered import Gathered
from kedraft.importers.opening import words_of
from kedraft.model.finding import Finding
from kedraft.model.parsed import ParsedAnnex
from kedraft.model.source import SourceParagraph, SourceTable
from kedraft.vietnamese.text import squeeze


def annexes(work: Gathered, frame: Frame, behind: int) -> tuple[tuple[ParsedAnnex, ...], list[Finding]]:
    """Everything behind the foot: annexes, footnotes, site text."""
    blocks = frame.blocks
    starts = [i for i in range(behind, len(blocks)) if is_annex(blocks, i)]
    if not starts:
        first_table = next((i for i in range(behind, len(blocks)) if isinstance(blocks[i], SourceTable)), None)
        starts = (
            [behind]
            if first_table is not None and not any(is_site(words_of(b)) for b in blocks[behind:first_table])
            else []
        )
    for block in blocks[behind : starts[0] if starts else len(blocks)]:
        work.set_aside(block, "chú thích" if is_footnote(words_of(block)) else "ngoài văn bản")
    findings: list[Finding] = []
    out: list[ParsedAnnex] = []
    for n, (start, end) in enumerate(zip(starts, [*starts[1:], len(blocks)], strict=False), 1):
        annex, grown = _annex(work, frame, start, end, "PL" if len(starts) == 1 else f"PL{n}")
        out.append(annex)
        findings += grown
    return tuple(out), findings


def is_annex(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    if not isinstance(block, SourceParagraph):
        return False
    text = squeeze(block.text.text)
    return bool(annex_label(text)) and len(text) < 200


def _annex(work: Gathered, frame: Frame, start: int, end: int, node_id: str) -> tuple[ParsedAnnex, list[Finding]]:
    block = frame.blocks[start]
    text = words_of(block)
    found = annex_label(text)
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
            heading.append(words)
        at += 1
    for one in frame.blocks[at:end]:
        words = words_of(one)
        if isinstance(one, SourceParagraph) and is_site(words):
            work.set_aside(one, "ngoài văn bản")
        elif not (isinstance(one, SourceParagraph) and one.label is None and is_rule(words)):
            content.append(one)
    grown = grow(content, root=node_id)
    kept = set(map(id, content))
    lying = work.source.landscape
    landscape = any(at in lying and id(one) in kept for at, one in enumerate(work.source.blocks))
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


def _is_annex_head(block: SourceParagraph, words: str, heading: list[str]) -> bool:
    if is_rule(words) or is_attachment_note(words):
        return True
    if is_upper(words) and len(words) < 300 and not re.match(r"[IVX]+[.]|[A-Z]\.", words):
        return True
    if not heading:
        return len(words) < 200 and not words.endswith((".", ";", ":"))
    return block.look.bold is True and block.look.align == "center" and len(words) < 200
