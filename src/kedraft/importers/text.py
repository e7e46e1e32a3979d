"""Plain text and Markdown, as copied from portals, converters and OCR: lines that may still have to be joined."""

import re
from collections.abc import Iterator
from typing import Final

from kedraft.errors import SourceUnreadable
from kedraft.grammar.markdown import is_marked, paragraph, pipe_blocks, pipe_rows, without_links, without_pictures
from kedraft.grammar.shape import is_person
from kedraft.importers.foot_lines import is_signature
from kedraft.importers.reading_findings import Reading, note
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.place import Location
from kedraft.model.plan import digest
from kedraft.model.source import SourceFormat, SourceParagraph, SourceTable, SourceText
from kedraft.vietnamese.encodings import Decoded, UnknownEncoding, decode
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import clean

MEGABYTE: Final = 1 << 20
MAX_LINES: Final = 20_000  # a plan of 300 pages has 12,000
MAX_PIPES: Final = 40_000  # of tables drawn with |: some 30,000 cells
MAX_PLAIN: Final = 6 * MEGABYTE  # bytes; 1,000 pages have 4 MB
MAX_LINE: Final = 500_000  # letters
#: `Trang 2BỘ Y TẾ`: a page's number that a library's reader has glued to its first line.
_GLUED_PAGE = pattern(r"^([ \t]*Trang \d{1,3})(?=[A-ZÀ-Ỹ])", re.MULTILINE)
_WIDE_GAP: Final = re.compile(r"(?<=\S)[ \t]{5,}(?=\S)")
_NO_ENCODING: Final = (
    "Không nhận ra bảng mã chữ của tệp (không phải Unicode, cũng không chắc là TCVN3, VNI, VISCII hay Windows-1258); "
    "hãy mở bằng Word hoặc Notepad, kiểm tra chữ hiện đúng rồi lưu lại dạng UTF-8 hoặc .docx."
)


def decoded(data: bytes, name: str, otherwise: str | None = None) -> tuple[str, tuple[Finding, ...]]:
    """Text of a file (`vietnamese.encodings.decode`), cleaned, and what is to be said of its letters.

    Raises:
        SourceUnreadable: no encoding fits.
    """
    try:
        found = decode(data, otherwise)
    except UnknownEncoding:
        raise SourceUnreadable(_NO_ENCODING, Location(file=name)) from None
    return clean(found.text), tuple(_letters(found, name))


def too_long(name: str) -> SourceUnreadable:
    """The refusal of a text that no plan could have."""
    message = f"Tệp có hơn {MAX_LINES} dòng, dài bất thường; hãy chép riêng phần kế hoạch vào tệp mới."
    return SourceUnreadable(message, Location(file=name))


def too_large(size: int, limit: int, name: str) -> SourceUnreadable:
    """The refusal of a text whose bytes are too many."""
    message = f"Tệp chữ lớn {size / MEGABYTE:.0f} MB, quá giới hạn {limit // MEGABYTE} MB; hãy kiểm tra lại tệp."
    return SourceUnreadable(message, Location(file=name))


def _too_wide(name: str) -> SourceUnreadable:
    message = (
        f"Tệp có dòng dài hơn {MAX_LINE} chữ, không phải văn bản bình thường; "
        "hãy chép riêng phần kế hoạch vào Word rồi lưu .docx."
    )
    return SourceUnreadable(message, Location(file=name))


def _too_many_cells(name: str) -> SourceUnreadable:
    message = f"Tệp có hơn {MAX_PIPES} dấu “|” kẻ bảng, nhiều bất thường; hãy chép riêng phần kế hoạch vào Word rồi lưu .docx."
    return SourceUnreadable(message, Location(file=name))


def _letters(found: Decoded, name: str) -> Iterator[Finding]:
    """Letters that could not be read, and letters that were converted."""
    if found.lost:
        message = (
            f"Có {found.lost} chữ bị hỏng, không đọc được (hiện thành “\ufffd”); "
            "hãy đối chiếu với bản gốc hoặc xin lại tệp."
        )
        yield note(Reading.LETTERS_LOST, Severity.ERROR, message, name)
    if found.font:
        message = f"Chữ gõ bằng phông cũ ({found.font}) đã được chuyển sang Unicode; hãy đối chiếu."
        yield note(Reading.OLD_ENCODING, Severity.WARNING, message, name)
    if found.encoding:
        message = f"Tệp dùng bảng mã cũ {found.encoding}, đã chuyển sang Unicode; hãy đối chiếu vài dòng với bản gốc."
        yield note(Reading.OLD_ENCODING, Severity.INFO, message, name)


def read_text(data: bytes, name: str) -> SourceText:
    """The lines of a text file: blank lines become gaps, rows of pipes tables. In Markdown signs become looks, and where
    links lead stands in `asides`.

    Raises `SourceUnreadable` for a text that is too long, or in no known encoding.
    """
    if len(data) > MAX_PLAIN:
        raise too_large(len(data), MAX_PLAIN, name)
    if data.count(b"\n") + data.count(b"\r") > 2 * MAX_LINES:
        raise too_long(name)
    text, findings = decoded(data, name)
    lines = _GLUED_PAGE.sub(r"\1\n", _unescaped(text)).split("\n")
    if max(map(len, lines)) > MAX_LINE:
        raise _too_wide(name)
    if sum(map(bool, map(str.strip, lines))) > MAX_LINES:
        raise too_long(name)
    if text.count("|") > MAX_PIPES:
        raise _too_many_cells(name)
    named = name.lower().endswith((".md", ".markdown"))
    marked = named or is_marked(text)
    if "![](" in text:
        lines = [without_pictures(line) for line in lines]
    lines, targets = _parted(lines, name) if marked else (lines, ())
    return SourceText(
        name=name,
        format=SourceFormat.MARKDOWN if named else SourceFormat.TEXT,
        blocks=tuple(_blocks(lines, name, marked)),
        broken_lines=True,
        asides=targets,
        digest=digest(data.decode("latin-1")),
        findings=findings,
    )


def _parted(lines: list[str], name: str) -> tuple[list[str], tuple[SourceParagraph, ...]]:
    """The lines without where their links lead, and that."""
    parted = [without_links(line) for line in lines]
    targets = (
        SourceParagraph(text=Inline(text=target), place=Location(file=name, line=at, field="liên kết"))
        for at, (_, led) in enumerate(parted, 1)
        for target in led
    )
    return [line for line, _ in parted], tuple(targets)


def _blocks(lines: list[str], name: str, marked: bool) -> Iterator[SourceParagraph | SourceTable]:
    gap = False
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if not line:
            gap, at = True, at + 1
            continue
        rows = pipe_rows(lines, at)
        if rows:
            yield from pipe_blocks(lines[at : at + rows], Location(file=name), at + 1, gap, marked)
            at, gap = at + rows, False
            continue
        for part in _two_signing(line):
            block = paragraph(part, Location(file=name, line=at + 1), gap, marked)
            if block.text.text:
                yield block
        gap, at = False, at + 1


def _two_signing(line: str) -> list[str]:
    """The line, or the names or the offices of two who sign side by side, which only blanks keep apart."""
    parts = _WIDE_GAP.split(line)
    if len(parts) == 2 and (all(map(is_person, parts)) or all(map(is_signature, parts))):
        return parts
    return [line]


def _unescaped(text: str) -> str:
    """Line ends that a crawler wrote out as backslash-r backslash-n, made line ends again."""
    return re.sub(r"(?:\\r)?\\n|\\r", "\n", text) if text.count("\\n") > 5 else text
