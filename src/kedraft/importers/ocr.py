"""Scans through tesseract with Vietnamese data, where both are installed. What it reads is never taken for certain."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from kedraft.errors import SourceUnreadable
from kedraft.importers.boxes import Arranged, Line, Page, rows_of, said
from kedraft.importers.joining import blocks_of, paragraph_of
from kedraft.importers.lay import lay_of
from kedraft.importers.layout import arrange
from kedraft.importers.light import evened
from kedraft.importers.pdfium import DOTS, Document
from kedraft.importers.pictures import as_pdf, pixels
from kedraft.importers.reading_findings import Reading, note
from kedraft.importers.rulings import picture_of, rules_in, turned
from kedraft.importers.straight import Box, in_one_size, without_strokes, words_of
from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location
from kedraft.model.plan import digest
from kedraft.model.source import SourceFormat, SourceText
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import clean

LANGUAGE: Final = "vie"
TIMEOUT: Final = 120  # seconds for one page
MAX_PIXELS: Final = 80_000_000
MAX_FILE: Final = 80 << 20
_NARROW: Final = 595.0  # points: the width of A4 upright …
_WIDE: Final = 842.0  # … and lying
_TABLE_HEAD: Final = pattern(
    r"(?:STT|Số TT|TT)\b.*\b(?:Nội dung|Nhiệm vụ|Chủ trì|chủ trì|Đơn vị|Thời gian|Tên)", re.IGNORECASE
)
_MARGIN: Final = 0.09  # of a page's height
_SURER: Final = 15.0  # by how much a page must be surer when it is turned
_SHORT: Final = 3  # letters; what is longer is wider than high
_FEW: Final = 10  # words
_DOUBTFUL: Final = 60.0  # mean confidence under which a page is called hard to read
_EITHER_D: Final = re.compile("ĐÐ|ÐĐ|Ð")  # U+00D0 looks the same and has no place in Vietnamese
_SLASH: Final = re.compile("/*[⁄∕]/*")
_WHERE: Final = ("C:/Program Files/Tesseract-OCR/tesseract.exe",)
#: Black and white by Sauvola's method: a grey or unevenly lit page keeps its words, where one threshold for the page loses them.
_ADAPTIVE: Final = ("-c", "thresholding_method=2")
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
    size = pixels(data)
    if size is None:
        raise _unreadable(name, "Tệp ảnh bị hỏng hoặc tải về chưa hết; hãy tải lại hoặc quét lại.")
    if size[0] * size[1] > MAX_PIXELS or 0 in size:
        raise _unreadable(
            name, f"Ảnh có kích thước bất thường ({size[0]} × {size[1]} điểm); hãy quét lại ở 300 dpi, khổ A4."
        )
    return read_pages([_rendered(data, name)], name, [1]).evolve(digest=digest(data.decode("latin-1")))


def _rendered(data: bytes, name: str) -> bytes:
    """The picture as the page of a PDF is seen: in grey, upright, at `DOTS` an inch, without coloured ink; or as it is."""
    page = as_pdf(data)
    if page is None:
        return data
    with Document(page, name) as document:
        return document.image(1)


def read_pages(pictures: Iterable[bytes], name: str, numbers: Sequence[int]) -> SourceText:
    """The lines of pages given as pictures, in reading order, with gaps between paragraphs and a finding that asks for proof-reading."""
    if not is_ready():
        raise _unreadable(name, f"Đây là bản quét (ảnh), chưa có chữ để đọc; {_INSTALL}.")
    found = [_page(picture, number, name) for picture, number in zip(pictures, numbers, strict=True)]
    scraps = [scrap for page, _ in found[1:] for scrap in _number_off(page)]
    pages = [page for page, _ in found]
    in_one_size(pages)
    arranged = arrange(pages)
    arranged.asides += scraps
    blocks, landscape = blocks_of(arranged, name)
    return SourceText(
        name=name,
        format=SourceFormat.OCR,
        blocks=tuple(blocks),
        asides=tuple(paragraph_of([line], name, False) for line in arranged.asides),
        landscape=frozenset(landscape),
        findings=(*_findings(found, name), *_tables_lost(arranged, name)),
    )


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
    """A page's words with their boxes, in points, and the mean confidence (0 to 100); a page that lies is set upright."""
    dots = picture_of(picture)
    if dots is not None:
        dots = evened(dots)
        picture = dots.pgm()
    page, sure = _heard(picture, number, name)
    lying = _lies(page)
    if dots is None or not (lying or sure < _DOUBTFUL):
        return page, sure
    for degrees in (90, 270) if lying else (180,):
        other, surer = _heard(turned(dots, degrees).pgm(), number, name)
        if surer > sure + _SURER or (lying and _lies(page) and not _lies(other) and surer >= _DOUBTFUL):
            page, sure = other, surer
    return page, sure


def _lies(page: Page) -> bool:
    """Whether the lines of the page run upwards or downwards: most words of some length are higher than wide."""
    words = [word for word in page.words if len(word.text) > _SHORT]
    return len(words) >= _FEW and sum(word.size * 0.85 > word.x1 - word.x0 for word in words) > 0.6 * len(words)


def _heard(picture: bytes, number: int, name: str) -> tuple[Page, float]:
    """What tesseract reads on the page as it is."""
    rows = [line.split("\t") for line in _tsv(picture, number, name).split("\n")[1:]]
    rows = [row for row in rows if len(row) >= 12]
    sizes = next(((int(row[8]), int(row[9])) for row in rows if row[0] == "1"), (1, 1))
    scale = (_WIDE if sizes[0] > sizes[1] else _NARROW) / max(sizes[0], 1)
    lines: dict[tuple[str, ...], list[list[str]]] = {}
    for row in rows:
        if row[0] == "5" and row[11].strip():
            lines.setdefault(tuple(row[1:5]), []).append(row)
    boxes = [[_box(row, scale) for row in line] for line in lines.values()]
    lay = lay_of(boxes)
    rules = [lay.level(_scaled(rule, scale)) for rule in _rules(picture)]
    words = words_of(without_strokes([[lay.level(box) for box in line] for line in boxes], rules))
    sure = [float(row[10]) for line in lines.values() for row in line]
    drawn = [(rule.x0, rule.y0, rule.x1, rule.y1) for rule in rules]
    return Page(number, sizes[0] * scale, sizes[1] * scale, words, drawn), sum(sure) / len(sure) if sure else 0.0


def _box(row: list[str], scale: float) -> Box:
    left, top, width, height = (int(value) * scale for value in row[6:10])
    return Box(clean(_one_sign(row[11])).strip(), left, top, left + width, top + height)


def _one_sign(text: str) -> str:
    """The signs that OCR takes for Đ and for a slash, also both for one, as the one that stands there."""
    return _SLASH.sub("/", _EITHER_D.sub("Đ", text))


def _rules(picture: bytes) -> list[Box]:
    dots = picture_of(picture)
    return rules_in(dots) if dots else []


def _scaled(box: Box, scale: float) -> Box:
    return Box(box.text, box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale)


def _tsv(picture: bytes, number: int, name: str) -> str:
    """What tesseract says of a picture, as a table."""
    program = _program()
    assert program is not None
    with tempfile.TemporaryDirectory(prefix="kedraft-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "page"
        path.write_bytes(picture)
        command = [program, str(path), "stdout", "-l", LANGUAGE, "--dpi", str(DOTS), "--psm", "3", *_ADAPTIVE, "tsv"]
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


def _number_off(page: Page) -> list[Line]:
    """A page's number that was misread (`P¿` for 2), taken off the page: a scrap in the middle of its top margin."""
    top = next(iter(rows_of(page.words)), [])
    if not top or len(said(top)) > _SHORT or top[0].y > _MARGIN * page.height:
        return []
    if not page.width / 3 < (top[0].x0 + top[-1].x1) / 2 < 2 * page.width / 3:
        return []
    page.words = [word for word in page.words if word not in top]
    return [Line(top, 0.0, page.width, page.number)]


def _tables_lost(arranged: Arranged, name: str) -> tuple[Finding, ...]:
    """Tables whose lines were not seen: their heads stand among the lines."""
    pages = sorted({item.page for item in arranged.items if isinstance(item, Line) and _TABLE_HEAD.match(item.text)})
    message = (
        "Bảng trong bản quét không thấy rõ đường kẻ nên được đọc thành từng dòng, nhiệm vụ trong bảng có thể bị thiếu; "
        "hãy gõ lại bảng theo bản quét hoặc xin bản Word (.docx)."
    )
    return tuple(note(Reading.OCR_TABLE, Severity.WARNING, message, name, page) for page in pages)


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


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))
