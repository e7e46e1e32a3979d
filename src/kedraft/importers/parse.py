"""parse: a source's words to a parsed plan. Total: it guesses, says so, never raises and never drops a word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kedraft.grammar.citations import find_citations
from kedraft.grammar.facts import facts
from kedraft.grammar.shape import is_rule, is_upper
from kedraft.grammar.tree import grow
from kedraft.importers.account import unaccounted
from kedraft.importers.damage import damage
from kedraft.importers.foot import Foot, is_recipients, is_signature, read_foot, tidy_recipient
from kedraft.importers.frame import (
    Block,
    Frame,
    annex_label,
    find_frame,
    is_attachment_note,
    is_footnote,
    is_site,
    lower_start,
    normal_form,
    opens,
    title_of,
)
from kedraft.importers.head import Head, level_of, read_head
from kedraft.importers.verdict import verdict
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.parsed import ParsedAnnex, ParsedNode, ParsedParagraph, ParsedPlan, SetAside, Verdict
from kedraft.model.place import Location
from kedraft.model.plan import CitedDocument, Marker
from kedraft.model.source import SourceParagraph, SourceTable, SourceText
from kedraft.vietnamese.labels import labels_at as label_at
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import squeeze

_CLOSING = pattern(
    r"(?:Trên đây|Trong quá trình|Quá trình|Căn cứ (?:Kế hoạch|nội dung)|Yêu c[ầu]|Y&u|Đề nghị (?:các|Thủ trưởng|UBND|Ủy ban)|Kế hoạch này|Nhận được|Giao |Các (?:sở|cơ quan|đơn vị|phòng|ban)|Thủ trưởng|"
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Ban Chỉ đạo|Chủ tịch)[^.]{0,80}?(?:yêu cầu|đề nghị|giao)|Nếu có|Trường hợp|Định kỳ|Hằng năm|Trước ngày|Với )"
)
_ATTACHED = pattern(
    r"\(\s*(?:Ban hành )?[Kk]èm theo (?:Quyết định|Kế hoạch|Công văn|Nghị quyết|Tờ trình)\b.*\Z", re.DOTALL
)
_ISSUES = pattern(
    r"(?P<who>(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Ban Chỉ đạo|Sở|Phòng|Ban|Bộ|Chi cục|Hội đồng)[^,;:.“\"()]{0,90}?)\s+(?:ban hành|xây dựng|lập|đề ra|triển khai|tổ chức thực hiện)\s+(?:Kế hoạch|kế hoạch)"
)


@dataclass
class _Work:
    """What parsing gathers on its way."""

    source: SourceText
    aside: list[SetAside] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def set_aside(self, block: Block, reason: str) -> None:
        for paragraph in (
            [block] if isinstance(block, SourceParagraph) else [p for r in block.rows for c in r for p in c.paragraphs]
        ):
            text = f"{paragraph.label} {paragraph.text.text}" if paragraph.label else paragraph.text.text
            if text.strip():
                self.aside.append(SetAside(reason=reason, text=text, place=paragraph.place))

    def note(self, rule: str, severity: Severity, message: str, where: Location | None = None) -> None:
        self.findings.append(
            Finding(rule=rule, severity=severity, message=message, where=where or Location(file=self.source.name))
        )


def parse(source: SourceText) -> ParsedPlan:
    """Everything that the source says, sorted into a plan's parts.

    The result's `verdict` tells whether it is a plan at all. Fields that the source does not show are None and each is named in a
    finding `KH-ND-01`; numbering faults, repaired numerals and damage are findings too.
    """
    work = _Work(source, findings=list(source.findings))
    blocks, dropped = normal_form(source)
    frame = find_frame(blocks, dropped)
    work.aside += dropped
    for aside in source.asides:
        work.set_aside(aside, "ngoài dòng văn bản")
    harm = damage(source)
    if harm:
        work.findings.append(harm)
    judged = verdict(frame, source)
    if judged is not None:
        for block in frame.blocks:
            work.set_aside(block, "không phải kế hoạch")
        return ParsedPlan(
            source=source.name,
            digest=source.digest,
            verdict=Verdict.NOT_A_PLAN,
            reason=judged,
            set_aside=tuple(work.aside),
            damaged=harm is not None,
            findings=tuple(work.findings),
        )
    return _plan(work, frame, damaged=harm is not None)


def _plan(work: _Work, frame: Frame, damaged: bool) -> ParsedPlan:
    head, wrapped = _head(work, frame)
    subject, preamble_start = _subject(work, frame)
    bases, opening = _preamble(work, frame, preamble_start, wrapped)
    paragraphs = [b if isinstance(b, SourceParagraph) else SourceParagraph(text=Inline(text="")) for b in frame.blocks]
    outer = frame.wrapper
    foot = _wrapper_foot(frame) if outer and wrapped else read_foot(paragraphs, frame.foot)
    inner_end, behind = _ends(frame, paragraphs, foot, outer is not None and wrapped is not None)
    end, annexes, annex_findings = _annexes(work, frame, behind)
    del end
    grown = grow(_body_blocks(work, frame, inner_end))
    sections, closing = _closing(grown.nodes)
    work.findings += [*grown.findings, *annex_findings]
    found = facts(sections, [node for annex in annexes for node in annex.nodes], [p.text.text for p in closing])
    level = level_of(head.issuer, head.superior, head.date) if head.issuer else None
    authority, position, second = _offices(foot)
    for note in foot.notes:
        work.set_aside(note, "ghi chú chữ ký")
    plan = ParsedPlan(
        source=work.source.name,
        digest=work.source.digest,
        verdict=Verdict.PLAN,
        superior=head.superior,
        issuer=head.issuer,
        level=level,
        number=head.number,
        symbol=head.symbol,
        place=head.place,
        date=head.date,
        document_type="KẾ HOẠCH",
        subject=subject,
        wrapped_in=wrapped,
        header_lines=tuple(head.lines) + ((foot.label,) if foot.label else ()),
        legal_bases=bases,
        opening=opening,
        sections=sections,
        closing=closing,
        authority=authority,
        position=position,
        second_position=second,
        signed_by=foot.name,
        recipients=tuple(one for line in foot.recipients if (one := tidy_recipient(line))),
        annexes=annexes,
        tasks=found.tasks,
        targets=found.targets,
        reporting=found.reporting,
        set_aside=tuple(work.aside),
        damaged=damaged,
        findings=tuple(work.findings),
    )
    plan = _said_in_text(plan)
    lost = unaccounted(work.source, plan)
    return plan.evolve(set_aside=(*plan.set_aside, *lost), findings=(*plan.findings, *_missing(plan)))


# --- head ------------------------------------------------------------------------------------------------------------


def _head(work: _Work, frame: Frame) -> tuple[Head, str | None]:
    title = frame.title if frame.title is not None else frame.preamble
    start, end = frame.head, title
    wrapped = None
    if frame.wrapper:
        end = frame.wrapper[0]
    for block in frame.blocks[:start]:
        work.set_aside(block, "ngoài văn bản")
    head = read_head([b for b in frame.blocks[start:end] if isinstance(b, SourceParagraph)])
    for block in frame.blocks[start:end]:
        if isinstance(block, SourceTable):
            work.set_aside(block, "phần đầu")
    for unused in head.unused:
        work.set_aside(unused, "phần đầu")
    if head.bad_date:
        work.note(
            "ND30-DD-01",
            Severity.WARNING,
            f"Ngày ban hành “{head.bad_date}” không có thật; bỏ trống, hãy đối chiếu bản gốc.",
        )
    if frame.wrapper:
        wrapped = _wrapper_name(head)
    if frame.title is not None:
        head.lines.append(_words(frame.blocks[frame.title]))
    return head, wrapped


def _wrapper_name(head: Head) -> str:
    number = f" số {head.number or ''}{'/' + head.symbol if head.symbol else ''}" if head.symbol else ""
    return f"Quyết định{number}"


def _words(block: Block) -> str:
    return squeeze(block.text.text) if isinstance(block, SourceParagraph) else ""


def _subject(work: _Work, frame: Frame) -> tuple[str | None, int]:
    """The subject's lines behind the title, and the index of the first paragraph that is no longer its."""
    at = frame.preamble
    if frame.title is None and frame.head >= frame.preamble:
        return None, at
    parts = [rest] if frame.title is not None and (rest := title_of(_words(frame.blocks[frame.title]))) else []
    while at < frame.body:
        block = frame.blocks[at]
        text = _words(block)
        if isinstance(block, SourceTable):
            break
        if is_rule(text) or not text:
            at += 1
            continue
        if is_attachment_note(text):
            work.set_aside(block, "dòng kèm theo")
            at += 1
            continue
        if not _is_subject(text, block, parts) or (frame.title is None and not parts and opens(text)):
            break
        kept = _ATTACHED.search(text)
        if kept:
            work.set_aside(block.evolve(text=text[kept.start() :]), "dòng kèm theo")
            text = text[: kept.start()].strip()
        parts.append(text)
        at += 1
    return (squeeze(" ".join(parts)) or None), at


def _is_subject(text: str, block: SourceParagraph, parts: list[str]) -> bool:
    if not parts:
        return not re.match(r"Căn cứ\b", text) or is_upper(text)
    if lower_start(text) or (text[0].isdigit() and len(text) < 60 and not is_rule(text) and not label_at(text)):
        return not parts[-1].endswith((".", ";")) and len(text) < 200
    if is_upper(text) and is_upper(parts[0]):
        return True
    if text.endswith((";", ":", ".")) or len(text) > 160:
        return False
    return block.look.bold is True and (not opens(text) or len(text) < 80) and not is_upper(parts[0])


def _preamble(
    work: _Work, frame: Frame, start: int, wrapped: str | None
) -> tuple[tuple[ParsedParagraph, ...], tuple[ParsedParagraph, ...]]:
    bases: list[ParsedParagraph] = []
    opening: list[ParsedParagraph] = []
    spans = [(start, frame.body)]
    if frame.wrapper and wrapped:
        spans.insert(0, (frame.wrapper[0] + 1, _first_article(frame)))
        _set_wrapper_aside(work, frame)
    for first, last in spans:
        for block in frame.blocks[first:last]:
            if isinstance(block, SourceTable):
                work.set_aside(block, "bảng trước nội dung")
                continue
            text = squeeze(block.text.text)
            if not text or is_rule(text):
                continue
            if is_attachment_note(text):
                work.set_aside(block, "dòng kèm theo")
                continue
            paragraph = _paragraph(block)
            is_basis = re.match(r"(?:[-–+]\s*)?(?:Căn cứ|Theo đề nghị|Xét đề nghị|Can c\S)", text) and not re.search(
                r"như sau\s*[:.]?\s*\Z", text
            )
            (bases if is_basis else opening).append(paragraph)
    return tuple(bases), tuple(opening)


def _paragraph(block: SourceParagraph) -> ParsedParagraph:
    text = block.text if block.label is None else block.text.splice(0, 0, f"{block.label} ")
    cites: tuple[CitedDocument, ...] = tuple(citation.document for citation in find_citations(text.text))
    return ParsedParagraph(text=text, cites=cites, place=block.place)


def _first_article(frame: Frame) -> int:
    assert frame.wrapper
    return next(
        (i for i in range(*frame.wrapper) if re.match(r"Điều\s+1\b", _words(frame.blocks[i]))), frame.wrapper[1]
    )


def _wrapper_foot(frame: Frame) -> Foot:
    assert frame.wrapper
    paragraphs = [
        b if isinstance(b, SourceParagraph) else SourceParagraph(text=Inline(text=""))
        for b in frame.blocks[: frame.wrapper[1]]
    ]
    start = next(
        (
            i
            for i in range(_first_article(frame), frame.wrapper[1])
            if is_recipients(_words(frame.blocks[i])) or is_signature(_words(frame.blocks[i]))
        ),
        frame.wrapper[1],
    )
    return read_foot(paragraphs, start)


def _set_wrapper_aside(work: _Work, frame: Frame) -> None:
    """The decision's articles, and the plan's own second header."""
    assert frame.wrapper
    foot = _wrapper_foot(frame)
    first = next(
        (
            i
            for i in range(_first_article(frame), frame.wrapper[1])
            if is_recipients(_words(frame.blocks[i])) or is_signature(_words(frame.blocks[i]))
        ),
        frame.wrapper[1],
    )
    for block in [
        *frame.blocks[_first_article(frame) : first],
        *frame.blocks[max(foot.last, first) : frame.wrapper[1]],
    ]:
        work.set_aside(block, "quyết định ban hành")


# --- body ------------------------------------------------------------------------------------------------------------


def _body_blocks(work: _Work, frame: Frame, end: int) -> list[Block]:
    out: list[Block] = []
    for block in frame.blocks[frame.body : end]:
        text = _words(block)
        if isinstance(block, SourceParagraph) and block.label is None and is_rule(text):
            continue
        out.append(block)
    return out


def _ends(frame: Frame, paragraphs: Sequence[SourceParagraph], foot: Foot, wrapped: bool) -> tuple[int, int]:
    """Index where the body ends, and where what stands behind the foot begins."""
    if not wrapped:
        return frame.foot, max(foot.last, frame.foot)
    inner = read_foot(paragraphs, frame.foot) if frame.foot < len(paragraphs) else None
    if inner is None:
        annex = next((i for i in range(frame.body, len(frame.blocks)) if _is_annex(frame.blocks, i)), len(frame.blocks))
        return annex, annex
    return frame.foot, frame.foot


def _closing(nodes: tuple[ParsedNode, ...]) -> tuple[tuple[ParsedNode, ...], tuple[ParsedParagraph, ...]]:
    """The closing paragraphs, taken from the end of the last section: plain ones behind its last item."""
    if not nodes:
        return nodes, ()
    last = nodes[-1]
    path = [last]
    while path[-1].children and path[-1].children[-1].marker is not Marker.NONE and path[-1].children[-1].children:
        path.append(path[-1].children[-1])
    for depth in range(len(path) - 1, -1, -1):
        tail = _tail(path[depth])
        if tail:
            taken = tuple(ParsedParagraph(text=n.text or Inline(text=""), cites=_cites(n), place=n.place) for n in tail)
            node = path[depth].evolve(children=path[depth].children[: len(path[depth].children) - len(tail)])
            for up in range(depth - 1, -1, -1):
                node = path[up].evolve(children=(*path[up].children[:-1], node))
            return (*nodes[:-1], node), taken
    return nodes, ()


def _cites(node: ParsedNode) -> tuple[CitedDocument, ...]:
    return tuple(citation.document for citation in find_citations(node.text.text)) if node.text else ()


def _tail(node: ParsedNode) -> tuple[ParsedNode, ...]:
    """Plain paragraphs at the end of `node` that close the plan; never all that the node has to say."""
    plain: list[ParsedNode] = []
    for child in reversed(node.children):
        if child.marker is not Marker.NONE or child.table is not None:
            break
        plain.insert(0, child)
    if not plain:
        return ()
    start = next((i for i, child in enumerate(plain) if child.text and _CLOSING.match(child.text.text)), None)
    if (
        start is None
        and plain[-1].text
        and plain[-1].text.text.rstrip().endswith("./.")
        and len(plain) < len(node.children)
    ):
        start = len(plain) - 1
    if start is None:
        return ()
    if len(plain) == len(node.children) and start == 0 and not node.text:
        start = 1 if len(plain) > 1 else len(plain)
    return tuple(plain[start:])


# --- foot and annexes ------------------------------------------------------------------------------------------------


def _offices(foot: Foot) -> tuple[tuple[str, ...], str | None, str | None]:
    positions = foot.positions
    second = positions[1] if len(positions) > 1 else None
    return tuple(foot.authority), positions[0] if positions else None, second


def _is_annex(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    if not isinstance(block, SourceParagraph):
        return False
    text = squeeze(block.text.text)
    return bool(annex_label(text)) and len(text) < 200


def _annexes(work: _Work, frame: Frame, behind: int) -> tuple[int, tuple[ParsedAnnex, ...], list[Finding]]:
    """Everything behind the foot: annexes, footnotes, site text."""
    blocks = frame.blocks
    starts = [i for i in range(behind, len(blocks)) if _is_annex(blocks, i)]
    if not starts:
        first_table = next((i for i in range(behind, len(blocks)) if isinstance(blocks[i], SourceTable)), None)
        starts = (
            [behind]
            if first_table is not None and not any(is_site(_words(b)) for b in blocks[behind:first_table])
            else []
        )
    for block in blocks[behind : starts[0] if starts else len(blocks)]:
        work.set_aside(block, "chú thích" if is_footnote(_words(block)) else "ngoài văn bản")
    findings: list[Finding] = []
    annexes: list[ParsedAnnex] = []
    for n, (start, end) in enumerate(zip(starts, [*starts[1:], len(blocks)], strict=False), 1):
        annex, grown = _annex(work, frame, start, end, "PL" if len(starts) == 1 else f"PL{n}")
        annexes.append(annex)
        findings += grown
    return behind, tuple(annexes), findings


def _annex(work: _Work, frame: Frame, start: int, end: int, node_id: str) -> tuple[ParsedAnnex, list[Finding]]:
    block = frame.blocks[start]
    text = _words(block)
    found = annex_label(text)
    label = squeeze(found.group(0)).rstrip(" .:-–") if found else None
    heading = [text[found.end() :].strip()] if found and text[found.end() :].strip() else []
    note = None
    at = start + 1 if found else start
    content: list[Block] = []
    while at < end:
        one = frame.blocks[at]
        words = _words(one)
        if isinstance(one, SourceTable) or not _is_annex_head(one, words, heading):
            break
        if is_attachment_note(words):
            note = words
        elif not is_rule(words):
            heading.append(words)
        at += 1
    for one in frame.blocks[at:end]:
        words = _words(one)
        if isinstance(one, SourceParagraph) and is_site(words):
            work.set_aside(one, "ngoài văn bản")
        elif not (isinstance(one, SourceParagraph) and one.label is None and is_rule(words)):
            content.append(one)
    grown = grow(content, root=node_id)
    landscape = any(
        i in work.source.landscape for i, b in enumerate(work.source.blocks) if any(b is c for c in content)
    )
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


# --- what the text itself says ---------------------------------------------------------------------------------------


def _said_in_text(plan: ParsedPlan) -> ParsedPlan:
    """The level, where no header names the issuing body but the opening does."""
    if plan.level is not None or plan.issuer is not None:
        return plan
    who = said_issuer(plan)
    return plan.evolve(level=level_of(who, None, plan.date)) if who else plan


def said_issuer(plan: ParsedPlan) -> str | None:
    """The issuing body in the opening's words (`UBND xã Mẫu Sơn xây dựng Kế hoạch …`), or None."""
    for paragraph in reversed(plan.opening):
        found = list(_ISSUES.finditer(paragraph.text.text))
        if found:
            return squeeze(found[-1].group("who"))
    return None


_NAMES = (
    ("issuer", "tên cơ quan ban hành"),
    ("number", "số"),
    ("symbol", "ký hiệu"),
    ("place", "địa danh"),
    ("date", "ngày ban hành"),
    ("subject", "trích yếu"),
    ("recipients", "Nơi nhận"),
    ("position", "chức vụ người ký"),
    ("signed_by", "họ tên người ký"),
)


def _missing(plan: ParsedPlan) -> tuple[Finding, ...]:
    where = Location(file=plan.source)
    return tuple(
        Finding(
            rule="KH-ND-01",
            severity=Severity.INFO if name in ("number", "signed_by") else Severity.WARNING,
            message=f"Không thấy {title} trong văn bản; để trống, không đoán.",
            where=where.evolve(field=name),
        )
        for name, title in _NAMES
        if not getattr(plan, name)
    )
