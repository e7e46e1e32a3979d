"""What stands before the first section: header, title, subject, legal bases, opening; and the decision around a plan."""

import re

from kedraft.grammar.citations import find_citations
from kedraft.grammar.shape import is_ornament, is_rule, is_upper, starts_lower
from kedraft.importers.annex_lines import is_attachment_note
from kedraft.importers.foot import Foot, read_foot
from kedraft.importers.foot_lines import is_foot_line
from kedraft.importers.frame import (
    Block,
    Frame,
    is_site,
    opens,
)
from kedraft.importers.gathered import Gathered
from kedraft.importers.head import Head, read_head
from kedraft.importers.title import is_kind, title_of
from kedraft.importers.wrappers import is_address, is_first_article
from kedraft.model.finding import Severity
from kedraft.model.inline import Inline
from kedraft.model.parsed import ParsedParagraph
from kedraft.model.plan import CitedDocument
from kedraft.model.source import SourceParagraph, SourceTable
from kedraft.vietnamese.labels import labels_at
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import squeeze

_SUBJECT = 300  # letters of a subject
_LINE = 100  # letters of a subject's line
_NOTE = 60  # letters of a portal's note below a title (`Ngày đăng: …`, `12 lượt xem`)
_BRACKETED = re.compile(r"\((?:[\d\s./–-]+|(?:lần|đợt) [\w ]{1,12}|[IVX]+)\)")  # `(2021-2025)` below a subject
_PERIOD = pattern(r"\(?(?:Từ|Giai đoạn|Năm|Ngày|Thời gian)(?!\w)[^.;:]{0,60}\d{4}\)?")  # the last line of a subject
_ATTACHED = pattern(
    r"\(\s*(?:Ban hành )?[Kk]èm theo (?:Quyết định|Kế hoạch|Công văn|Nghị quyết|Tờ trình)\b.*\Z", re.DOTALL
)


def header(work: Gathered, frame: Frame, *, damaged: bool = False) -> tuple[Head, str | None]:
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
    if damaged and (head.place or head.date):
        line = next((line for line in head.lines if head.date and head.date[:4] in line), head.place)
        work.note(
            "KH-ND-03",
            Severity.WARNING,
            f"Địa danh và ngày đọc từ dòng có chữ bị hỏng “{line}”; hãy đối chiếu với bản gốc.",
        )
    if frame.wrapper:
        wrapped = _wrapper_name(head, "Công văn" if _is_letter(frame) else "Quyết định")
        head.lines.append(words_of(frame.blocks[frame.wrapper[0]]))
    if frame.title is not None:
        head.lines.append(words_of(frame.blocks[frame.title]))
    return head, wrapped


def _is_letter(frame: Frame) -> bool:
    """Whether the plan comes with a letter, and not with a decision."""
    return frame.wrapper is not None and is_address(words_of(frame.blocks[frame.wrapper[0]]))


def _wrapper_name(head: Head, kind: str) -> str:
    number = f" số {head.number or ''}{'/' + head.symbol if head.symbol else ''}" if head.symbol else ""
    return f"{kind}{number}"


def words_of(block: Block) -> str:
    return squeeze(block.text.text) if isinstance(block, SourceParagraph) else ""


def subject(work: Gathered, frame: Frame) -> tuple[str | None, int]:
    """The subject's lines behind the title, and the index of the first paragraph that is no longer its."""
    at = frame.preamble
    if frame.title is None and frame.head >= frame.preamble:
        return None, at
    parts = [rest] if frame.title is not None and (rest := title_of(words_of(frame.blocks[frame.title]))) else []
    if parts and is_kind(parts[0]) and _begins_subject(frame, at):
        parts = []
    noted = False  # inside a note "(Kèm theo …" that a line end has cut
    while at < frame.body:
        block = frame.blocks[at]
        text = words_of(block)
        if isinstance(block, SourceTable):
            break
        if is_rule(text) or not text:
            at += 1
            continue
        if noted or is_attachment_note(text):
            work.set_aside(block, "dòng kèm theo")
            noted = ("(" in text or noted) and ")" not in text
            at += 1
            continue
        if is_address(text):
            work.set_aside(block, "phần đầu")
            at += 1
            continue
        between = bool(parts) and _is_between(frame, at)
        if not (_is_subject(text, block, parts) or (between and _goes_on(text, parts))) or (
            frame.title is None and not parts and not _may_be_subject(text)
        ):
            break
        kept = _ATTACHED.search(text)
        if kept:
            work.set_aside(block.evolve(text=text[kept.start() :]), "dòng kèm theo")
            text = text[: kept.start()].strip()
        parts.append(text)
        at += 1
    return (squeeze(" ".join(parts)) or None), at


def _may_be_subject(text: str) -> bool:
    """Whether the first line behind a header whose title was lost is the subject: no sentence, no item of a list."""
    if is_upper(text):
        return True
    return not opens(text) and not labels_at(text) and not text.endswith((".", ";", ":")) and len(text) <= _SUBJECT


def _begins_subject(frame: Frame, at: int) -> bool:
    """Whether the line below the title begins a subject of its own, in sentence case."""
    text = next((words for block in frame.blocks[at : frame.body] if not is_rule(words := words_of(block))), "")
    starts = text[:1].isupper() and not is_upper(text)
    return (
        starts and not opens(text) and not labels_at(text) and len(text) <= _SUBJECT and not text.endswith((":", ";"))
    )


def _is_between(frame: Frame, at: int) -> bool:
    """Whether a few lines on the preamble begins: what stands before it is still the subject's."""
    return any(opens(words_of(block)) for block in frame.blocks[at + 1 : min(at + 4, frame.body)])


def _goes_on(text: str, parts: list[str]) -> bool:
    """Whether a line in sentence case goes on with a subject that was cut into lines."""
    if opens(text) or is_upper(text) or is_upper(parts[0]) or labels_at(text) or len(text) > _LINE:
        return False
    return not text.endswith((";", ":", ".")) and not parts[-1].endswith((";", ":", "."))


def _is_subject(text: str, block: SourceParagraph, parts: list[str]) -> bool:
    if not parts:
        return not re.match(r"Căn cứ\b", text) or is_upper(text)
    if len(text) > 100 and not text[0].isalnum() and opens(text.lstrip(" :;.,")):  # a stray sign before the preamble
        return False
    if _BRACKETED.fullmatch(text) or _PERIOD.fullmatch(text):
        return not parts[-1].endswith((".", ";", ":"))
    if starts_lower(text) or (text[0].isdigit() and len(text) < 60 and not is_rule(text) and not labels_at(text)):
        return not parts[-1].endswith((".", ";")) and len(text) < 200
    if is_upper(text) and is_upper(parts[0]):
        return True
    if text.endswith((";", ":", ".")) or len(text) > 160:
        return False
    if text[0] in "“\"'" and not parts[-1].endswith((".", ";", ":")):
        return True
    return block.look.bold is True and (not opens(text) or len(text) < 80) and not is_upper(parts[0])


def preamble(
    work: Gathered, frame: Frame, start: int, wrapped: str | None, *, damaged: bool = False
) -> tuple[tuple[ParsedParagraph, ...], tuple[ParsedParagraph, ...]]:
    bases: list[ParsedParagraph] = []
    opening: list[ParsedParagraph] = []
    spans = [(start, frame.body)]
    if frame.wrapper and wrapped:
        spans.insert(0, _bases_of_wrapper(frame))
        _set_wrapper_aside(work, frame)
    for first, last in spans:
        for block in frame.blocks[first:last]:
            if isinstance(block, SourceTable):
                work.set_aside(block, "bảng trước nội dung")
                continue
            text = squeeze(block.text.text)
            if not text or is_ornament(text):
                continue
            if len(text) < _NOTE and is_site(text):
                work.set_aside(block, "ngoài văn bản")
                continue
            if is_attachment_note(text):
                work.set_aside(block, "dòng kèm theo")
                continue
            paragraph = _paragraph(block, damaged)
            is_basis = re.match(r"(?:[-–+]\s*)?(?:Căn cứ|Theo đề nghị|Xét đề nghị|Can c\S)", text) and not re.search(
                r"như sau\s*[:.]?\s*\Z", text
            )
            (bases if is_basis else opening).append(paragraph)
    return tuple(bases), tuple(opening)


def _paragraph(block: SourceParagraph, damaged: bool) -> ParsedParagraph:
    text = block.text if block.label is None else block.text.splice(0, 0, f"{block.label} ")
    cites: tuple[CitedDocument, ...] = tuple(
        citation.document for citation in find_citations(text.text, damaged=damaged)
    )
    return ParsedParagraph(text=text, cites=cites, place=block.place)


def _bases_of_wrapper(frame: Frame) -> tuple[int, int]:
    """Index range of the wrapper's bases: what stands above a decision's articles, a letter's paragraph that cites documents."""
    assert frame.wrapper
    start, end = frame.wrapper[0] + 1, _first_article(frame)
    if not _is_letter(frame):
        return start, end
    texts = {i: words_of(frame.blocks[i]) for i in range(start, end)}
    cites = next((i for i, text in texts.items() if opens(text) and find_citations(text)), end)
    return cites, min(cites + 1, end)


def _first_article(frame: Frame) -> int:
    """Index behind the wrapper's bases: its first article, or a letter's foot."""
    assert frame.wrapper
    if _is_letter(frame):
        return next((i for i in range(*frame.wrapper) if is_foot_line(words_of(frame.blocks[i]))), frame.wrapper[1])
    return next((i for i in range(*frame.wrapper) if is_first_article(words_of(frame.blocks[i]))), frame.wrapper[1])


def wrapper_foot(frame: Frame) -> Foot:
    assert frame.wrapper
    paragraphs = [
        b if isinstance(b, SourceParagraph) else SourceParagraph(text=Inline(text=""))
        for b in frame.blocks[: frame.wrapper[1]]
    ]
    return read_foot(paragraphs, _foot_of_wrapper(frame))


def _foot_of_wrapper(frame: Frame) -> int:
    assert frame.wrapper
    behind = range(_first_article(frame), frame.wrapper[1])
    return next((i for i in behind if is_foot_line(words_of(frame.blocks[i]))), frame.wrapper[1])


def _set_wrapper_aside(work: Gathered, frame: Frame) -> None:
    """The decision's articles or the letter's other words, and the plan's own second header."""
    assert frame.wrapper
    bases = range(*_bases_of_wrapper(frame))
    first = _foot_of_wrapper(frame)
    behind = max(wrapper_foot(frame).last, first)
    for at in (*range(frame.wrapper[0] + 1, first), *range(behind, frame.wrapper[1])):
        if at not in bases:
            work.set_aside(frame.blocks[at], "công văn gửi kèm" if _is_letter(frame) else "quyết định ban hành")
