"""parse: a source's words to a parsed plan. Total: it guesses, says so, never raises and never drops a word."""

from kedraft.grammar.facts import facts
from kedraft.grammar.tree import grow
from kedraft.importers.account import unaccounted
from kedraft.importers.annexes import annexes
from kedraft.importers.damage import damage, is_scanned
from kedraft.importers.doubts import without_doubtful_numbers
from kedraft.importers.foot import Foot, read_foot, tidy_recipient
from kedraft.importers.frame import Frame, find_frame, normal_form
from kedraft.importers.gathered import Gathered
from kedraft.importers.lacks import missing, with_said_level
from kedraft.importers.levels import level_of
from kedraft.importers.opening import header, preamble, subject, wrapper_foot
from kedraft.importers.sections import body_blocks, closing, ends, unnumbered, without_closing
from kedraft.importers.verdict import verdict
from kedraft.model.finding import Severity
from kedraft.model.inline import Inline
from kedraft.model.making import makes_many
from kedraft.model.parsed import ParsedPlan, Verdict
from kedraft.model.source import SourceParagraph, SourceText


@makes_many
def parse(source: SourceText) -> ParsedPlan:
    """Everything that the source says, sorted into a plan's parts.

    The result's `verdict` tells whether it is a plan at all. Fields that the source does not show are None and each is named in a
    finding `KH-ND-01`; numbering faults, repaired numerals and damage are findings too.
    """
    work = Gathered(source, findings=list(source.findings))
    blocks, dropped = normal_form(source)
    scanned = is_scanned(source)
    frame = find_frame(blocks, dropped, scanned=scanned)
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
        refused = ParsedPlan(
            source=source.name,
            digest=source.digest,
            verdict=Verdict.NOT_A_PLAN,
            reason=judged,
            set_aside=tuple(work.aside),
            damaged=harm is not None,
            findings=tuple(work.findings),
        )
        return refused.evolve(set_aside=(*refused.set_aside, *unaccounted(source, refused)))
    return _plan(work, frame, damaged=harm is not None, scanned=scanned)


def _plan(work: Gathered, frame: Frame, damaged: bool, scanned: bool) -> ParsedPlan:
    head, wrapped = header(work, frame, damaged=damaged)
    about, preamble_start = subject(work, frame)
    bases, opening = preamble(work, frame, preamble_start, wrapped, damaged=damaged)
    paragraphs = [b if isinstance(b, SourceParagraph) else SourceParagraph(text=Inline(text="")) for b in frame.blocks]
    outer = frame.wrapper
    foot = wrapper_foot(frame) if outer and wrapped else read_foot(paragraphs, frame.foot, noisy=scanned)
    inner_end, behind = ends(frame, paragraphs, foot, outer is not None and wrapped is not None)
    appended, annex_findings = annexes(work, frame, behind)
    body, headings = body_blocks(frame, inner_end)
    body, last_words = without_closing(body)
    grown = grow(body, damaged=damaged, scanned=scanned, headings=headings)
    sections, ending = closing(grown.nodes)
    ending += last_words
    work.findings += [*unnumbered(frame), *grown.findings, *annex_findings]
    found = facts(
        sections, [node for annex in appended for node in annex.nodes], [p.text.text for p in ending], date=head.date
    )
    level = level_of(head.issuer, head.superior, head.date) if head.issuer else None
    authority, position, second = _offices(foot)
    _set_foot_aside(work, foot)
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
        subject=about,
        wrapped_in=wrapped,
        header_lines=tuple(head.lines) + ((foot.label,) if foot.label else ()),
        legal_bases=bases,
        opening=opening,
        sections=sections,
        closing=ending,
        authority=authority,
        position=position,
        second_position=second,
        signed_by=foot.name,
        recipients=tuple(one for line in foot.recipients if (one := tidy_recipient(line))),
        annexes=appended,
        tasks=found.tasks,
        targets=found.targets,
        reporting=found.reporting,
        set_aside=tuple(work.aside),
        damaged=damaged,
        findings=tuple(work.findings),
    )
    plan = with_said_level(without_doubtful_numbers(plan) if scanned else plan)
    lost = unaccounted(work.source, plan)
    return plan.evolve(set_aside=(*plan.set_aside, *lost), findings=(*plan.findings, *missing(plan)))


def _set_foot_aside(work: Gathered, foot: Foot) -> None:
    """Notes beside the signature; and whoever signs beside the first, whom a plan has no field for."""
    for note in foot.notes:
        work.set_aside(note, "ghi chú chữ ký")
    for other in foot.others:
        work.set_aside(other, "người ký thứ hai")
        message = (
            f"Kế hoạch có hai người ký; họ tên “{other.text.text}” chỉ được giữ ở phần để riêng, hãy tự ghi khi cần."
        )
        work.note("KH-ND-01", Severity.WARNING, message)


def _offices(foot: Foot) -> tuple[tuple[str, ...], str | None, str | None]:
    positions = foot.positions
    second = positions[1] if len(positions) > 1 else None
    return tuple(foot.authority), positions[0] if positions else None, second
