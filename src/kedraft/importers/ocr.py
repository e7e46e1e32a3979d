"""Scans through tesseract with Vietnamese data, where both are installed. What it reads is never taken for certain."""

import itertools
import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from kedraft.errors import SourceUnreadable
from kedraft.grammar.lines import join_lines
from kedraft.importers.boxes import Line, Page, Word
from kedraft.importers.layout import arrange
from kedraft.importers.reading_findings import Reading, note
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.place import Location
from kedraft.model.plan import digest
from kedraft.model.source import Look, SourceFormat, SourceParagraph, SourceTable, SourceText
from kedraft.vietnamese.text import clean, squeeze

LANGUAGE: Final = "vie"
TIMEOUT: Final = 120  # seconds for one page
MAX_PIXELS: Final = 80_000_000
MAX_FILE: Final = 80 << 20
_DOUBTFUL: Final = 60.0  # mean confidence under which a page is called hard to read
_WHERE: Final = ("C:/Program Files/Tesseract-OCR/tesseract.exe",)
_INSTALL: Final = (
    "hãy cài tesseract-ocr cùng dữ liệu tiếng Việt (Debian, Ubuntu: tesseract-ocr tesseract-ocr-vie; "
    "Windows: bộ cài Tesseract, chọn thêm Vietnamese), hoặc xin bản Word (.docx)"
)


def read_image(data: bytes, name: str) -> SourceText:
    """The lines of a scanned page in PNG, JPEG or TIFF. Raises `SourceUnreadable` for a huge or broken picture, or without OCR."""
    if len(data) > MAX_FILE:
        raise _unreadable(
            name, f"Ảnh lớn {len(data) >> 20} MB, quá giới hạn {MAX_FILE >> 20} MB; hãy giảm dung lượng ảnh."
        )
    size = _pixels(data)
    if size is None:
        raise _unreadable(name, "Tệp ảnh bị hỏng hoặc tải về chưa hết; hãy tải lại hoặc quét lại.")
    if size[0] * size[1] > MAX_PIXELS or 0 in size:
        raise _unreadable(
            name, f"Ảnh có kích thước bất thường ({size[0]} × {size[1]} điểm); hãy quét lại ở 300 dpi, khổ A4."
        )
    return read_pages([data], name, [1]).evolve(digest=digest(data.decode("latin-1")))


def read_pages(pictures: Iterable[bytes], name: str, numbers: Sequence[int]) -> SourceText:
    """The lines of pages given as pictures, in reading order, with gaps between paragraphs and a finding that asks for proof-reading."""
    if not is_ready():
        raise _unreadable(name, f"Đây là bản quét (ảnh), chưa có chữ để đọc; {_INSTALL}.")
    found = [_page(picture, number, name) for picture, number in zip(pictures, numbers, strict=True)]
    pages = [page for page, _ in found]
    arranged = arrange(pages)
    lines = [item for item in arranged.items if isinstance(item, Line)]
    return SourceText(
        name=name,
        format=SourceFormat.OCR,
        blocks=tuple(_paragraphs(lines, name)),
        broken_lines=True,
        asides=tuple(_paragraph(line, name, False) for line in arranged.asides),
        findings=_findings(found, name),
    )


def joined(source: SourceText) -> tuple[SourceParagraph | SourceTable, ...]:
    """The lines of a scan joined to paragraphs."""
    return join_lines(source.blocks)


def is_ready() -> bool:
    """Whether tesseract and its Vietnamese data are installed."""
    program = _program()
    return program is not None and LANGUAGE in _languages(program)


def _program() -> str | None:
    return shutil.which("tesseract") or next((path for path in _WHERE if Path(path).exists()), None)


@cache
def _languages(program: str) -> frozenset[str]:
    try:
        listed = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=20, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset((listed.stdout + listed.stderr).decode("utf-8", "replace").split())


# --- one page ---------------------------------------------------------------------------------------------------------


def _page(picture: bytes, number: int, name: str) -> tuple[Page, float]:
    """A page's words with their boxes, in points at 300 dots an inch, and the mean confidence (0 to 100)."""
    rows = [line.split("\t") for line in _tsv(picture, number, name).split("\n")[1:]]
    rows = [row for row in rows if len(row) >= 12]
    sizes = next(((int(row[8]), int(row[9])) for row in rows if row[0] == "1"), (1, 1))
    scale = 842 / max(*sizes, 1)
    lines: dict[tuple[str, ...], list[list[str]]] = {}
    for row in rows:
        if row[0] == "5" and row[11].strip():
            lines.setdefault(tuple(row[1:5]), []).append(row)
    words = [word for line in lines.values() for word in _words(line, scale)]
    sure = [float(row[10]) for line in lines.values() for row in line]
    return Page(number, sizes[0] * scale, sizes[1] * scale, words), sum(sure) / len(sure) if sure else 0.0


def _words(line: list[list[str]], scale: float) -> list[Word]:
    """The words of one line; they share a baseline and a size."""
    boxes = [[int(value) * scale for value in row[6:10]] for row in line]
    height = sorted(box[3] for box in boxes)[len(boxes) // 2]
    size = max(height / 0.85, 1.0)
    middle = sum(box[1] + box[3] / 2 for box in boxes) / len(boxes)
    return [
        Word(clean(row[11]).strip(), box[0], box[0] + box[2], middle + 0.3 * size, size)
        for row, box in zip(line, boxes, strict=True)
        if clean(row[11]).strip()
    ]


def _tsv(picture: bytes, number: int, name: str) -> str:
    """What tesseract says of a picture, as a table."""
    program = _program()
    assert program is not None
    with tempfile.TemporaryDirectory(prefix="kedraft-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "page"
        path.write_bytes(picture)
        command = [program, str(path), "stdout", "-l", LANGUAGE, "--dpi", "300", "--psm", "3", "tsv"]
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                timeout=TIMEOUT,
                check=False,
                stdin=subprocess.DEVNULL,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except subprocess.TimeoutExpired:
            raise _unreadable(
                name, f"Nhận dạng chữ trang {number} không xong trong {TIMEOUT} giây; hãy quét lại ở 300 dpi."
            ) from None
        except OSError as error:
            raise _unreadable(name, f"Không chạy được tesseract trên máy này; {_INSTALL}.") from error
    if done.returncode:
        raise _unreadable(name, f"Ảnh trang {number} bị hỏng, không nhận dạng được chữ; hãy tải lại hoặc quét lại.")
    return done.stdout.decode("utf-8", "replace")


# --- out --------------------------------------------------------------------------------------------------------------


def _paragraphs(lines: list[Line], name: str) -> list[SourceParagraph]:
    pitch = sorted(b.y - a.y for a, b in itertools.pairwise(lines) if a.page == b.page and b.y > a.y)
    usual = pitch[len(pitch) // 3] if pitch else 0.0
    out: list[SourceParagraph] = []
    before: Line | None = None
    for line in lines:
        gap = before is None or line.page != before.page or line.y < before.y or line.y - before.y > 1.3 * usual
        out.append(_paragraph(line, name, gap))
        before = line
    return [one for one in out if one.text.text]


def _paragraph(line: Line, name: str, gap: bool) -> SourceParagraph:
    return SourceParagraph(
        text=Inline(text=squeeze(clean(line.text))),
        look=Look(gap_before=gap),
        place=Location(file=name, page=line.page or None),
    )


def _findings(found: list[tuple[Page, float]], name: str) -> tuple[Finding, ...]:
    """Proof-reading is always asked for; pages that were hard to read are named."""
    proofread = (
        "Chữ được nhận dạng từ ảnh quét (OCR) nên có thể sai; "
        "hãy đối chiếu với bản quét, nhất là số, ngày, ký hiệu và tên người."
    )
    notes = [note(Reading.OCR, Severity.WARNING, proofread, name)]
    hard = [page.number for page, sure in found if sure < _DOUBTFUL]
    if hard:
        rescan = (
            f"Trang {', '.join(map(str, hard))} quá mờ hoặc nghiêng, chữ nhận dạng không đáng tin; "
            "hãy quét lại ở 300 dpi hoặc xin bản Word (.docx)."
        )
        notes.append(note(Reading.OCR_DOUBTFUL, Severity.ERROR, rescan, name, hard[0]))
    return tuple(notes)


def _pixels(data: bytes) -> tuple[int, int] | None:
    """Width and height that a picture's head declares; None when the head is broken. TIFF: its first page."""
    try:
        if data.startswith(b"\x89PNG"):
            width, height = struct.unpack_from(">2L", data, 16)
            return width, height
        return _jpeg_pixels(data) if data.startswith(b"\xff\xd8") else _tiff_pixels(data)
    except struct.error:
        return None


def _jpeg_pixels(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        kind = data[at + 1]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">2H", data, at + 5)
            return width, height
        at += (
            1
            if kind == 0xFF
            else 2 + (0 if 0xD0 <= kind <= 0xD9 or kind == 1 else struct.unpack_from(">H", data, at + 2)[0])
        )
    return None


def _tiff_pixels(data: bytes) -> tuple[int, int] | None:
    order = "<" if data.startswith(b"II") else ">"
    start = struct.unpack_from(f"{order}L", data, 4)[0]
    found: dict[int, int] = {}
    for at in range(start + 2, start + 2 + 12 * struct.unpack_from(f"{order}H", data, start)[0], 12):
        tag, kind, _ = struct.unpack_from(f"{order}2HL", data, at)
        found[tag] = struct.unpack_from(f"{order}{'H' if kind == 3 else 'L'}", data, at + 8)[0]
    return (found[256], found[257]) if 256 in found and 257 in found else None


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))
