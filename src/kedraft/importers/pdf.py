"""A PDF with text as `SourceText`: lines joined to paragraphs by where they stand, ruled tables as cells.

The layout half (`Word`, `Line`, `arrange`) knows only boxes, so that OCR reads its pages with it too.
"""

import ctypes
import re
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import pairwise
from statistics import median
from typing import Any, Final

from kedraft.errors import SourceUnreadable
from kedraft.grammar.shape import is_page_number, is_terminal, is_upper, starts_lower
from kedraft.importers.foot import is_recipients, is_signature
from kedraft.importers.frame import title_of
from kedraft.importers.head import is_dateline, is_nation, is_number_line
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline, Run, inline
from kedraft.model.place import Location
from kedraft.model.source import Look, SourceCell, SourceFormat, SourceParagraph, SourceTable, SourceText
from kedraft.vietnamese.labels import labels_at
from kedraft.vietnamese.text import clean, squeeze

BOLD: Final = 1
ITALIC: Final = 2
MEGABYTE: Final = 1 << 20
MAX_FILE: Final = 200 * MEGABYTE
MAX_PAGES: Final = 2_000
MAX_CHARACTERS: Final = 200_000  # on one page
MAX_STREAM: Final = 64 * MEGABYTE  # unpacked, of one stream
CHECKED_FROM: Final = 16_384  # packed bytes; deflate unpacks to at most 1,032 times
MAX_PATHS: Final = 20_000
MAX_RULES: Final = 6_000
FEW_LETTERS: Final = 12  # a page with a picture and no more letters than this is a scan

_LINE: Final = re.compile(r"[^\r\n\x02]+\x02?")
_WORD: Final = re.compile(r"[^ \x02]+\x02?")
_DASHED: Final = re.compile(r"[-–—+•]\s")
_NOTE: Final = re.compile(r"(?:\[?\d{1,3}\]?|\(\d{1,2}\)|\*{1,3})\s?(?=\S)")
_MOTTO: Final = re.compile(r"[ĐD]ộc lập\s*[-–—]\s*Tự do")
_STREAM: Final = re.compile(rb"stream\r?\n")
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_FILTER: Final = re.compile(
    rb"/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|ASCIIHexDecode|AHx|ASCII85Decode|A85)(?![A-Za-z])"
)
_FILTER_ELSEWHERE: Final = re.compile(rb"/Filter\s*\[?\s*\d+\s+\d+\s+R")
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image\b")

Block = SourceParagraph | SourceTable


# --- boxes ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Word:
    """Words that stand together without a gap: left and right edge, baseline (points, downwards), size, style bits.

    `first` is the width of the first of them.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    style: int = 0
    first: float = 0.0

    def __post_init__(self) -> None:
        self.first = self.first or self.x1 - self.x0


@dataclass(slots=True)
class Line:
    """One line of one column; `left` and `right` are the edges of its column."""

    words: list[Word]
    left: float = 0.0
    right: float = 0.0
    page: int = 0
    loose: bool = False  # a line of the header or the signature: a paragraph of its own
    centered: bool = False
    text: str = ""

    def __post_init__(self) -> None:
        self.text = "".join(text for text, _ in self.parts())

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def y(self) -> float:
        return max(self.words, key=lambda word: word.size).y

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def style(self) -> int:
        style = BOLD | ITALIC
        for word in self.words:
            style &= word.style
        return style

    def parts(self) -> Iterator[tuple[str, int]]:
        """The words with the spaces between them, and their style."""
        before: Word | None = None
        for word in self.words:
            glued = before is not None and word.x0 - before.x1 < 0.08 * word.size
            space = "" if before is None or glued else " "
            yield space + word.text, word.style
            before = word

    def first_width(self) -> float:
        """Width of the line's first word."""
        return self.words[0].first


@dataclass(slots=True)
class Grid:
    """A ruled table: column and row edges, and per row its cells as (words, across, down)."""

    xs: list[float]
    ys: list[float]
    rows: list[list[tuple[list[Word], int, int]]]
    page: int = 0
    header: int = 0  # rows that the next page repeats


@dataclass(slots=True)
class Page:
    """One page as read: words, rulings (x0, y0, x1, y1), size in points, downwards."""

    number: int
    width: float
    height: float
    words: list[Word]
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    scanned: bool = False
    hidden: int = 0


Item = Line | Grid


@dataclass(slots=True)
class Arranged:
    """A document's lines and tables in reading order, what stands outside the flow, and pages that lie sideways."""

    items: list[Item] = field(default_factory=list)
    asides: list[Line] = field(default_factory=list)
    landscape: set[int] = field(default_factory=set)


# --- reading ----------------------------------------------------------------------------------------------------------


def read_pdf(data: bytes, name: str) -> SourceText:
    """The paragraphs and ruled tables of a PDF; pages that are pictures go through OCR where it is installed.

    Page numbers, running headers and footnotes are in `asides`. Raises `SourceUnreadable` for a file that is encrypted,
    broken or hostile, and for a scan when there is no OCR.
    """
    _gate(data, name)
    with _Document(data, name) as document:
        pages = [document.page(number) for number in range(1, document.count + 1)]
        scans = [page.number for page in pages if page.scanned]
        if not any(page.words for page in pages):
            return _scan(document, scans, data, name)
        return _assembled(pages, document, data, name)


def _scan(document: "_Document", scans: list[int], data: bytes, name: str) -> SourceText:
    from kedraft.importers import ocr

    if not scans:
        raise _unreadable(name, "Tệp PDF không có chữ nào để đọc; hãy kiểm tra lại tệp, hoặc xin bản Word (.docx).")
    source = ocr.read_pages((document.image(number) for number in scans), name, scans)
    return source.evolve(digest=_digest(data))


def _assembled(pages: list[Page], document: "_Document", data: bytes, name: str) -> SourceText:
    arranged = arrange(pages)
    blocks, landscape = _blocks(arranged, name)
    findings = list(_findings(pages, name))
    read = [page.number for page in pages if page.scanned]
    if read:
        blocks, found = _with_scans(blocks, read, document, name)
        landscape = set()
        findings += found
    return SourceText(
        name=name,
        format=SourceFormat.PDF,
        blocks=tuple(blocks),
        asides=tuple(_paragraph([line], name, False) for line in arranged.asides),
        landscape=frozenset(landscape),
        digest=_digest(data),
        findings=tuple(findings),
    )


def _with_scans(
    blocks: list[Block], scans: list[int], document: "_Document", name: str
) -> tuple[list[Block], list[Finding]]:
    """Pages that are pictures, read by OCR where it is installed and put where they belong; else a finding names them."""
    from kedraft.importers import ocr

    if not ocr.is_ready():
        return blocks, [_finding("KH-TM-06", Severity.ERROR, _unread_pages(scans), name, scans[0])]
    source = ocr.read_pages((document.image(number) for number in scans), name, scans)
    merged = sorted([*blocks, *ocr.joined(source)], key=lambda block: block.place.page or 0)
    return merged, list(source.findings)


def _unread_pages(scans: list[int]) -> str:
    listed = ", ".join(map(str, scans[:10])) + (", …" if len(scans) > 10 else "")
    return (
        f"Trang {listed} là ảnh chụp, chưa đọc được chữ. "
        "Hãy cài tesseract-ocr cùng dữ liệu tiếng Việt rồi đọc lại, hoặc xin bản Word (.docx)."
    )


def _findings(pages: list[Page], name: str) -> Iterator[Finding]:
    hidden = [page.number for page in pages if page.hidden]
    if hidden:
        yield _finding(
            "KH-TM-06",
            Severity.WARNING,
            "Chữ của tệp PDF này là lớp chữ nhận dạng (OCR) nằm dưới ảnh chụp, có thể sai; hãy đối chiếu với ảnh từng trang.",
            name,
            hidden[0],
        )


def _finding(rule: str, severity: Severity, message: str, name: str, page: int | None = None) -> Finding:
    return Finding(rule=rule, severity=severity, message=message, where=Location(file=name, page=page))


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))


# --- the gate ---------------------------------------------------------------------------------------------------------


def _gate(data: bytes, name: str) -> None:
    """Refuse what is too large, and streams that unpack to absurd sizes, before the PDF library sees them."""
    if len(data) > MAX_FILE:
        raise _unreadable(
            name,
            f"Tệp PDF lớn {len(data) // MEGABYTE} MB, quá giới hạn {MAX_FILE // MEGABYTE} MB; "
            "hãy tách tệp hoặc giảm dung lượng ảnh.",
        )
    at = 0
    while found := _STREAM.search(data, at):
        start = found.end()
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        _check_filters(_dictionary(data, found.start()), end - start, name)
        if end - start > CHECKED_FROM and _swells(data[start:end], _dictionary(data, found.start())):
            raise _bomb(name)
        at = end + len(b"endstream")


def _dictionary(data: bytes, end: int) -> bytes:
    """The bytes of the dictionary that stands before a stream, its names without escapes."""
    start = data.rfind(b"obj", max(0, end - 4096), end)
    about = data[max(start, 0, end - 4096) : end]
    return _ESCAPED.sub(lambda found: bytes([int(found.group(1), 16)]), about)


def _check_filters(about: bytes, size: int, name: str) -> None:
    """Refuse filters that hide how much a stream swells: one within the other, or named elsewhere."""
    filters = _FILTER.findall(about)
    if not filters and size <= CHECKED_FROM:
        return
    flat = sum(one in (b"FlateDecode", b"Fl", b"RunLengthDecode", b"RL") for one in filters)
    pressed = sum(one in (b"LZWDecode", b"LZW") for one in filters)
    coded = any(one in (b"ASCIIHexDecode", b"AHx", b"ASCII85Decode", b"A85") for one in filters)
    large = size > CHECKED_FROM
    if (
        flat + pressed > 1
        or (large and ((coded and flat) or _FILTER_ELSEWHERE.search(about)))
        or (pressed and size > MEGABYTE)
    ):
        raise _bomb(name)


def _swells(packed: bytes, about: bytes) -> bool:
    """Whether a stream that looks packed unpacks to an absurd size, whatever filter it names."""
    limit = MAX_STREAM * (8 if _PICTURE.search(about) else 1)
    return packed[0] & 0x0F == 8 and int.from_bytes(packed[:2], "big") % 31 == 0 and _unpacks_over(packed, limit)


def _unpacks_over(packed: bytes, limit: int) -> bool:
    engine, total, rest = zlib.decompressobj(), 0, packed
    try:
        while rest and total <= limit and not engine.eof:
            total += len(engine.decompress(rest, MEGABYTE))
            rest = engine.unconsumed_tail
    except zlib.error:
        return False
    return total > limit


def _bomb(name: str) -> SourceUnreadable:
    return _unreadable(
        name,
        "Tệp PDF giải nén ra lớn bất thường (kiểu bom nén) nên không được mở; hãy xin lại tệp, hoặc in lại ra PDF mới.",
    )


# --- pdfium -----------------------------------------------------------------------------------------------------------


class _Document:
    """A PDF opened with pdfium. No script is run, no attachment opened, no link followed."""

    def __init__(self, data: bytes, name: str) -> None:
        try:
            import pypdfium2 as pdfium
            import pypdfium2.raw as raw
        except ImportError as error:
            raise _unreadable(
                name, "Chưa cài phần đọc PDF (pypdfium2); hãy cài đặt lại kedraft, hoặc lưu văn bản thành .docx."
            ) from error
        self._raw: Any = raw
        self._name = name
        try:
            self._document = pdfium.PdfDocument(data)
            self.count = len(self._document)
        except pdfium.PdfiumError as error:
            raise self._refusal(str(error)) from error
        if not 0 < self.count <= MAX_PAGES:
            self._document.close()
            raise _unreadable(name, f"Tệp PDF có {self.count} trang; kedraft đọc từ 1 đến {MAX_PAGES} trang.")

    def _refusal(self, error: str) -> SourceUnreadable:
        if "password" in error.lower() or "security" in error.lower():
            return _unreadable(
                self._name, "Tệp PDF được đặt mật khẩu; hãy gỡ mật khẩu rồi lưu lại, hoặc xin bản Word (.docx)."
            )
        return _unreadable(
            self._name, "Tệp PDF bị hỏng hoặc tải về chưa hết nên không mở được; hãy tải lại tệp từ nguồn."
        )

    def __enter__(self) -> "_Document":
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def page(self, number: int) -> Page:
        """Words and rulings of a page. Raises `SourceUnreadable` when the page is damaged."""
        page = self._raw.FPDF_LoadPage(self._document.raw, number - 1)
        if not page:
            raise _unreadable(
                self._name, f"Trang {number} của tệp PDF bị hỏng, không đọc được; hãy tải lại tệp từ nguồn."
            )
        text = self._raw.FPDFText_LoadPage(page)
        try:
            return _PageReader(self._raw, page, text, number, self._name).read()
        finally:
            self._raw.FPDFText_ClosePage(text)
            self._raw.FPDF_ClosePage(page)

    def image(self, number: int) -> bytes:
        """A page as a grey picture of 300 dots an inch, in the PGM format; huge pages come smaller."""
        page = self._document[number - 1]
        width, height = page.get_size()
        scale = min(300 / 72, 5_000 / max(width, height, 1))
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            head = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height)
            rows = memoryview(bitmap.buffer)
            lines = (bytes(rows[at * bitmap.stride :][: bitmap.width]) for at in range(bitmap.height))
            return head + b"".join(lines)
        finally:
            bitmap.close()
            page.close()


@dataclass(slots=True)
class _Font:
    """What the letters of one text object share."""

    size: float
    style: int
    turn: int  # quarter turns, counter-clockwise
    hidden: bool
    decode: Callable[[str], str] | None


class _PageReader:
    """Reads one page with few calls: a line that is one text object takes two, any other two a word."""

    def __init__(self, raw: Any, page: Any, text: Any, number: int, name: str) -> None:
        self._raw, self._page, self._text = raw, page, text
        self._number, self._name = number, name
        self._fonts: dict[int, _Font] = {}
        self._faces: dict[int, tuple[int, Callable[[str], str] | None]] = {}
        self._matrix = raw.FS_MATRIX()
        self._matrix_reference = ctypes.byref(self._matrix)
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._references = [ctypes.byref(one) for one in self._numbers]
        self._turn = 0
        self._hidden = 0

    def read(self) -> Page:
        box = self._raw.FS_RECTF()
        self._raw.FPDF_GetPageBoundingBox(self._page, ctypes.byref(box))
        count = self._raw.FPDFText_CountChars(self._text) if self._text else 0
        if count > MAX_CHARACTERS:
            raise _unreadable(
                self._name, f"Trang {self._number} có {count} chữ, nhiều bất thường; hãy kiểm tra lại tệp PDF."
            )
        words = self._turned([*self._words(self._characters(max(count, 0)))])
        corners = [self._point(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
        left, top = min(x for x, _ in corners), min(y for _, y in corners)
        right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
        for word in words:
            word.x0, word.x1, word.y = word.x0 - left, word.x1 - left, word.y - top
        rules, pictures = self._drawings(left, top)
        letters = sum(len(word.text) for word in words)
        scanned = pictures and letters <= FEW_LETTERS
        return Page(
            self._number,
            right - left,
            bottom - top,
            words,
            rules,
            scanned,
            self._hidden if 2 * self._hidden > letters else 0,
        )

    def _characters(self, count: int) -> str:
        """One character for each that pdfium counts."""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self._raw.FPDFText_GetText(self._text, 0, count, buffer)
        text = bytes(buffer).decode("utf-16-le", "replace")[: max(written - 1, 0)] if count else ""
        if len(text) == count:
            return text.replace("\ufffe", "\x02")
        units = (self._raw.FPDFText_GetUnicode(self._text, at) for at in range(count))
        return "".join(_character(unit) for unit in units)

    def _words(self, text: str) -> Iterator[tuple[Word, int]]:
        """The words with the quarter turns of their letters."""
        for found in _LINE.finditer(text):
            part = found.group()
            start = found.start() + len(part) - len(part.lstrip())
            part = part.strip()
            if part:
                yield from self._line(part, start)

    def _line(self, part: str, start: int) -> Iterator[tuple[Word, int]]:
        first, last = self._object(start), self._object(start + len(part) - 1)
        if first == last:
            font = self._font(first, start)
            word = self._word(part, start, font)
            if word.x1 - word.x0 < 0.75 * font.size * len(part):
                space = part.find(" ")
                if space > 0:
                    word.first = self._end(start + space - 1, font.turn) - word.x0
                yield word, font.turn
                return
        open_word: tuple[Word, int] | None = None
        for found in _WORD.finditer(part):
            at = start + found.start()
            font = self._font(self._object(at), at)
            word = self._word(found.group(), at, font)
            if open_word is not None and open_word[1] == font.turn and _is_next(open_word[0], word):
                open_word[0].text += " " + word.text
                open_word[0].x1 = word.x1
                continue
            if open_word is not None:
                yield open_word
            open_word = word, font.turn
        if open_word is not None:
            yield open_word

    def _object(self, at: int) -> int:
        found = self._raw.FPDFText_GetTextObject(self._text, at)
        return ctypes.cast(found, ctypes.c_void_p).value or 0

    def _word(self, text: str, at: int, font: _Font) -> Word:
        left, right, bottom, top = self._numbers
        x, y = self._references[0], self._references[1]
        self._raw.FPDFText_GetCharOrigin(self._text, at, x, y)
        x0, y0 = left.value, right.value
        self._raw.FPDFText_GetCharBox(self._text, at + len(text) - 1, *self._references)
        text = text.replace("\x02", "-")
        if font.hidden:
            self._hidden += len(text)
        if font.decode is not None:
            text = font.decode(text)
        match font.turn:
            case 0:
                return Word(text, x0, right.value, -y0, font.size, font.style)
            case 1:
                return Word(text, y0, top.value, x0, font.size, font.style)
            case 2:
                return Word(text, -x0, -left.value, y0, font.size, font.style)
            case _:
                return Word(text, -y0, -bottom.value, -x0, font.size, font.style)

    def _end(self, at: int, turn: int) -> float:
        """Where a letter ends, along its line."""
        self._raw.FPDFText_GetCharBox(self._text, at, *self._references)
        left, right, bottom, top = (one.value for one in self._numbers)
        return (right, top, -left, -bottom)[turn]

    def _font(self, key: int, at: int) -> _Font:
        font = self._fonts.get(key)
        if font is None or not key:
            font = self._fonts[key] = self._read_font(at)
        return font

    def _read_font(self, at: int) -> _Font:
        raw = self._raw
        raw.FPDFText_GetMatrix(self._text, at, self._matrix_reference)
        matrix = self._matrix
        size = raw.FPDFText_GetFontSize(self._text, at) * ((matrix.c**2 + matrix.d**2) ** 0.5 or 1.0)
        turn = (0 if matrix.a >= 0 else 2) if abs(matrix.a) >= abs(matrix.b) else (1 if matrix.b > 0 else 3)
        found = raw.FPDFText_GetTextObject(self._text, at)
        mode = raw.FPDFTextObj_GetTextRenderMode(found) if found else 0
        style, decode = self._face(found, at)
        return _Font(min(max(abs(size), 1.0), 400.0), style | BOLD if mode == 2 else style, turn, mode == 3, decode)

    def _face(self, found: Any, at: int) -> tuple[int, Callable[[str], str] | None]:
        """Style bits and old encoding that a font's name tells; asked once for each font."""
        font = self._raw.FPDFTextObj_GetFont(found) if found else 0
        key = ctypes.cast(font, ctypes.c_void_p).value or 0 if font else 0
        face = self._faces.get(key)
        if face is None or not key:
            buffer = ctypes.create_string_buffer(256)
            self._raw.FPDFText_GetFontInfo(self._text, at, buffer, 256, None)
            name = buffer.value.decode("utf-8", "replace")
            style = (BOLD if _names_bold(name) else 0) | (ITALIC if _names_italic(name) else 0)
            face = self._faces[key] = style, _decoder(name)
        return face

    def _turned(self, words: list[tuple[Word, int]]) -> list[Word]:
        """All words in the frame in which most of the page reads from left to right."""
        turns: Counter[int] = Counter()
        for word, turn in words:
            turns[turn] += len(word.text)
        self._turn = turns.most_common(1)[0][0] if turns else 0
        out = []
        for word, turn in words:
            if turn != self._turn:  # a stretch that stands upright: its middle, as a narrow box
                x, y = _page_point(turn, (word.x0 + word.x1) / 2, word.y)
                at, base = self._point(x, y)
                word = Word(word.text, at - word.size / 2, at + word.size / 2, base, word.size, word.style)
            out.append(word)
        return out

    def _point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page in the reading frame, downwards."""
        return ((x, -y), (y, x), (-x, y), (-y, -x))[self._turn]

    def _drawings(self, left: float, top: float) -> tuple[list[tuple[float, float, float, float]], bool]:
        """Straight rulings of the page, and whether it holds a picture."""
        raw, rules, pictures = self._raw, [], False
        count = raw.FPDFPage_CountObjects(self._page)
        for at in range(min(count, MAX_PATHS)):
            found = raw.FPDFPage_GetObject(self._page, at)
            match raw.FPDFPageObj_GetType(found):
                case raw.FPDF_PAGEOBJ_PATH:
                    for x0, y0, x1, y1 in _rules(raw, found):
                        a, b = self._point(x0, y0), self._point(x1, y1)
                        rules.append(
                            (
                                min(a[0], b[0]) - left,
                                min(a[1], b[1]) - top,
                                max(a[0], b[0]) - left,
                                max(a[1], b[1]) - top,
                            )
                        )
                case raw.FPDF_PAGEOBJ_IMAGE | raw.FPDF_PAGEOBJ_FORM:
                    pictures = True
        return (rules if len(rules) <= MAX_RULES else []), pictures


def _is_next(before: Word, word: Word) -> bool:
    """Whether a word goes on with the one before: same line, size and style, and no more than a space between."""
    return (
        before.style == word.style
        and abs(before.y - word.y) < 0.5
        and abs(before.size - word.size) < 0.1
        and -0.1 * word.size < word.x0 - before.x1 < 0.45 * word.size
    )


def _character(unit: int) -> str:
    """What pdfium counts as one character; \x02 is a hyphen at a line's end."""
    if unit in (2, 0xFFFE):
        return "\x02"
    return chr(unit) if unit in (10, 13) or 32 <= unit < 0xD800 or 0xDFFF < unit < 0x110000 else " "


def _page_point(turn: int, x: float, y: float) -> tuple[float, float]:
    """The inverse of `_PageReader._point`."""
    return ((x, -y), (y, x), (-x, y), (-y, -x))[turn]


def _names_bold(name: str) -> bool:
    return any(word in name for word in ("Bold", "bold", "Black", "Heavy", "-Bd", "Demi"))


def _names_italic(name: str) -> bool:
    return any(word in name for word in ("Italic", "italic", "Oblique", "-It"))


def _decoder(font: str) -> Callable[[str], str] | None:
    """How the letters of a font from before Unicode are read; None for any other font."""
    name = font.rpartition("+")[2]
    if name.startswith(".Vn"):
        from kedraft.importers.read import from_tcvn3

        upper = re.sub(r"[,-].*", "", name).endswith("H")
        return (lambda text: from_tcvn3(text).upper()) if upper else from_tcvn3
    if name.upper().startswith("VNI-"):
        from kedraft.importers.read import from_vni

        return from_vni
    return None


def _rules(raw: Any, path: Any) -> Iterator[tuple[float, float, float, float]]:
    """The level and upright strokes of a path, and thin filled boxes as strokes."""
    numbers = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(path, *map(ctypes.byref, numbers)):
        return
    left, bottom, right, top = (one.value for one in numbers)
    if right - left <= 3.0 or top - bottom <= 3.0:
        if max(right - left, top - bottom) > 5.0:
            yield left, bottom, right, top
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)):
        return
    if stroke.value:
        yield from _strokes(raw, path)
    elif fill.value:
        yield from _thin_boxes(raw, path)


def _corners(raw: Any, path: Any) -> Iterator[tuple[bool, float, float]]:
    """The points of a path in page space; True starts a new stroke."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    for at in range(min(raw.FPDFPath_CountSegments(path), MAX_RULES)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        moves = raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO
        start = point if moves or start is None else start
        yield moves, *point
        if raw.FPDFPathSegment_GetClose(segment):
            yield False, *start


def _strokes(raw: Any, path: Any) -> Iterator[tuple[float, float, float, float]]:
    before: tuple[float, float] | None = None
    for moves, x, y in _corners(raw, path):
        if before is not None and not moves and (abs(x - before[0]) < 1.0) != (abs(y - before[1]) < 1.0):
            yield min(x, before[0]), min(y, before[1]), max(x, before[0]), max(y, before[1])
        before = (x, y)


def _thin_boxes(raw: Any, path: Any) -> Iterator[tuple[float, float, float, float]]:
    points: list[tuple[float, float]] = []
    for moves, x, y in [*_corners(raw, path), (True, 0.0, 0.0)]:
        if moves and len(points) >= 4:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            width, height = max(xs) - min(xs), max(ys) - min(ys)
            if min(width, height) <= 3.0 < max(width, height):
                yield min(xs), min(ys), max(xs), max(ys)
        points = [(x, y)] if moves else [*points, (x, y)]


# --- ruled tables -----------------------------------------------------------------------------------------------------

_NEAR: Final = 3.0


@dataclass(slots=True)
class _Rule:
    """A level or upright line: its place across, its start and end along."""

    at: float
    start: float
    end: float


def _grids(page: Page) -> list[Grid]:
    """The page's ruled tables, from the top; their words are taken out of the page."""
    level = _merged(_Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in page.rules if x1 - x0 > y1 - y0)
    upright = _merged(_Rule((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in page.rules if x1 - x0 <= y1 - y0)
    if len(level) < 2 or len(upright) < 2:
        return []
    grids = [grid for lines in _touching(level, upright) if (grid := _grid(*lines, page)) is not None]
    return sorted(grids, key=lambda grid: grid.ys[0])


def _merged(rules: Iterable[_Rule]) -> list[_Rule]:
    """Rules in one line that meet are one."""
    out: list[_Rule] = []
    for group in _clusters(sorted(rules, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in group) / len(group)
        for rule in sorted(group, key=lambda rule: rule.start):
            if out and out[-1].at == at and rule.start <= out[-1].end + _NEAR:
                out[-1].end = max(out[-1].end, rule.end)
            else:
                out.append(_Rule(at, rule.start, rule.end))
    return out


def _clusters(rules: list[_Rule]) -> Iterator[list[_Rule]]:
    group: list[_Rule] = []
    for rule in rules:
        if group and rule.at - group[-1].at > 2.0:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _touching(level: list[_Rule], upright: list[_Rule]) -> list[tuple[list[_Rule], list[_Rule]]]:
    """Level and upright rules sorted into groups that hang together."""
    owner = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    for i, h in enumerate(level):
        for j, v in enumerate(upright):
            if h.start - _NEAR <= v.at <= h.end + _NEAR and v.start - _NEAR <= h.at <= v.end + _NEAR:
                owner[root(i)] = root(len(level) + j)
    groups: dict[int, tuple[list[_Rule], list[_Rule]]] = {}
    for i, h in enumerate(level):
        groups.setdefault(root(i), ([], []))[0].append(h)
    for j, v in enumerate(upright):
        groups.setdefault(root(len(level) + j), ([], []))[1].append(v)
    return list(groups.values())


def _grid(level: list[_Rule], upright: list[_Rule], page: Page) -> Grid | None:
    """The table that the rules draw, or None when they draw no more than a box."""
    ys, xs = sorted({rule.at for rule in level}), sorted({rule.at for rule in upright})
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) < 2:
        return None
    inside = [
        word
        for word in page.words
        if xs[0] - _NEAR < (word.x0 + word.x1) / 2 < xs[-1] + _NEAR and ys[0] < word.y - 0.3 * word.size < ys[-1]
    ]
    spans = _spans(xs, ys, level, upright)
    owner = {(r + i, c + j): (r, c) for (r, c), (a, d) in spans.items() for i in range(d) for j in range(a)}
    held: dict[tuple[int, int], list[Word]] = {key: [] for key in spans}
    for word in inside:
        r = min(max(bisect_right(ys, word.y - 0.3 * word.size) - 1, 0), len(ys) - 2)
        c = min(max(bisect_right(xs, (word.x0 + word.x1) / 2) - 1, 0), len(xs) - 2)
        held[owner[r, c]].append(word)
    if sum(bool(words) for words in held.values()) < 2:
        return None
    taken = set(map(id, inside))
    page.words = [word for word in page.words if id(word) not in taken]
    rows: list[list[tuple[list[Word], int, int]]] = [[] for _ in ys[1:]]
    for (r, c), (across, down) in sorted(spans.items()):
        rows[r].append((held[r, c], across, down))
    return Grid(xs, ys, rows, page.number)


def _spans(
    xs: list[float], ys: list[float], level: list[_Rule], upright: list[_Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Top left corner of each cell -> its columns and rows; a border that is not drawn joins what it would part."""

    def drawn(rules: list[_Rule], at: float, middle: float) -> bool:
        return any(abs(rule.at - at) < 0.5 and rule.start <= middle <= rule.end for rule in rules)

    done: set[tuple[int, int]] = set()
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for r in range(len(ys) - 1):
        for c in range(len(xs) - 1):
            if (r, c) in done:
                continue
            across = down = 1
            row, column = (ys[r] + ys[r + 1]) / 2, (xs[c] + xs[c + 1]) / 2
            while c + across < len(xs) - 1 and (r, c + across) not in done and not drawn(upright, xs[c + across], row):
                across += 1
            while r + down < len(ys) - 1 and not drawn(level, ys[r + down], column):
                down += 1
            done |= {(r + i, c + j) for i in range(down) for j in range(across)}
            spans[r, c] = across, down
    return spans


# --- rows and columns -------------------------------------------------------------------------------------------------


def arrange(pages: Sequence[Page]) -> Arranged:
    """All pages in reading order: the header's left cell before its right one, Nơi nhận before the signature."""
    out = Arranged()
    tables = {page.number: _grids(page) if page.rules else [] for page in pages}
    rows = {page.number: _rows(page.words) for page in pages}
    running = _running(rows)
    body = _body_size(rows)
    foot = False
    for page in pages:
        flow = _without_margins(rows[page.number], page, running, out)
        flow = _without_notes(flow, page, body, out)
        foot = _page_items(flow, tables[page.number], page, out, foot)
        if page.width > page.height and page.words:
            out.landscape.add(page.number)
    _continue_tables(out)
    return out


def _rows(words: list[Word]) -> list[list[Word]]:
    """Words on one baseline, from the top, each row from the left. A raised or lowered small word belongs to its line."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.y):
        if rows:
            main = max(rows[-1], key=lambda one: one.size)
            reach = (
                0.35 * max(main.size, word.size)
                if main.size < 1.25 * word.size < 1.6 * main.size
                else 0.5 * max(main.size, word.size)
            )
            if word.y - main.y < reach:
                rows[-1].append(word)
                continue
        rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word.x0)
    return rows


def _text(row: Sequence[Word]) -> str:
    return " ".join(word.text for word in row)


def _running(rows: dict[int, list[list[Word]]]) -> frozenset[str]:
    """Texts that stand at the top or bottom of three pages or more."""
    seen: Counter[str] = Counter()
    for lines in rows.values():
        seen.update({_numberless(_text(line)) for line in (*lines[:2], *lines[-2:])})
    return frozenset(text for text, times in seen.items() if text and times >= 3 and 2 * times > len(rows))


def _numberless(text: str) -> str:
    return re.sub(r"\d+", "#", squeeze(clean(text)))


def _body_size(rows: dict[int, list[list[Word]]]) -> float:
    """The size in which most letters are printed."""
    sizes: Counter[float] = Counter()
    for lines in rows.values():
        for line in lines:
            for word in line:
                sizes[round(word.size, 1)] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 14.0


def _without_margins(rows: list[list[Word]], page: Page, running: frozenset[str], out: Arranged) -> list[list[Word]]:
    """The rows without page numbers and running headers, which go aside."""
    rows = list(rows)
    for end in (0, -1):
        for _ in range(3):
            if not rows or not _is_margin(rows, end, page, running):
                break
            row = rows.pop(end)
            out.asides.append(Line(row, 0.0, page.width, page.number))
    return rows


def _is_margin(rows: list[list[Word]], end: int, page: Page, running: frozenset[str]) -> bool:
    text = squeeze(clean(_text(rows[end])))
    if _numberless(text) in running:
        return True
    if not is_page_number(text) or labels_at(text):
        return False
    y = rows[end][0].y
    return y < 0.12 * page.height if end == 0 else y > 0.88 * page.height


def _without_notes(rows: list[list[Word]], page: Page, body: float, out: Arranged) -> list[list[Word]]:
    """The rows without the footnotes: small lines at the bottom, the first of them numbered, under a short rule."""
    small = len(rows)
    while small > 0 and max(word.size for word in rows[small - 1]) <= body - 1.4:
        small -= 1
    above = rows[small - 1][0].y if small else 0.0
    for at in range(small, len(rows)):
        top = rows[at][0].y
        ruled = any(above < y1 < top + 2 and x1 - x0 > 60 > y1 - y0 for x0, y0, x1, y1 in page.rules)
        if at and _NOTE.match(_text(rows[at])) and (ruled or rows[at][0].size < 0.8 * body) and page.number:
            if not ruled and rows[at][0].size > 0.75 * rows[at][-1].size:
                continue
            out.asides += [Line(row, 0.0, page.width, page.number) for row in rows[at:]]
            return rows[:at]
    return rows


def _page_items(rows: list[list[Word]], grids: list[Grid], page: Page, out: Arranged, foot: bool) -> bool:
    """Puts a page's lines and tables in order; returns whether the page ends within the foot's two columns."""
    at, open_foot = 0, False
    for end, grid in [*((_first_below(rows, grid), grid) for grid in grids), (len(rows), None)]:
        part = rows[at:end]
        open_foot = _ordered(part, page, out, foot and at == 0)
        at = max(at, end)
        if grid is not None:
            out.items.append(grid)
    return open_foot


def _first_below(rows: list[list[Word]], grid: Grid) -> int:
    return next((at for at, row in enumerate(rows) if row[0].y > grid.ys[0]), len(rows))


def _ordered(rows: list[list[Word]], page: Page, out: Arranged, foot: bool) -> bool:
    """Lines of rows between two tables: regions of two columns are read one column after the other."""
    parts, in_foot = _parts(rows, foot)
    left, right = _edges([row for part in parts if not isinstance(part, tuple) for row in part], page)
    for part in parts:
        if isinstance(part, tuple):
            for side in part:
                a, b = min(row[0].x0 for row in side), max(row[-1].x1 for row in side)
                out.items += [Line(row, a, b, page.number, loose=True) for row in side]
        else:
            out.items += [Line(row, left, right, page.number) for row in part]
    return in_foot


_Columns = tuple[list[list[Word]], list[list[Word]]]


def _parts(rows: list[list[Word]], foot: bool) -> tuple[list[list[list[Word]] | _Columns], bool]:
    """Rows cut into stretches of one column (a list) and of two (a pair), and whether the last is the foot."""
    anchors = [_anchor(row) for row in rows]
    parts: list[list[list[Word]] | _Columns] = []
    single: list[list[Word]] = []
    at, in_foot = 0, False
    while at < len(rows):
        region = _region(rows, anchors, at, foot and at == 0)
        if region is None:
            single.append(rows[at])
            at, in_foot = at + 1, False
            continue
        parts += [single] if single else []
        single = []
        columns, at, in_foot = region
        parts.append(columns)
    return [*parts, single] if single else parts, in_foot


def _edges(rows: list[list[Word]], page: Page) -> tuple[float, float]:
    """Left and right edge of the text: where at least two lines begin or end, as far out as possible."""
    if not rows:
        return 0.0, page.width
    starts, ends = sorted(row[0].x0 for row in rows), sorted((row[-1].x1 for row in rows), reverse=True)
    left = next((a for a, b in pairwise(starts) if b - a < 3.0), starts[0])
    right = next((a for a, b in pairwise(ends) if a - b < 3.0), ends[0])
    return left, right


_Region = tuple[_Columns, int, bool]


def _region(rows: list[list[Word]], anchors: list[str | None], at: int, foot: bool) -> _Region | None:
    """The two columns that begin with row `at`: (left, right), the row after them, and whether they are the foot."""
    for anchor in range(at, min(at + 5, len(rows))):
        kind = anchors[anchor]
        if (kind is None and not (foot and anchor == 0)) or (kind != "head" and anchor != at):
            continue
        found = _columns(rows, at, anchor, kind != "head")
        if found is not None:
            return found
    return None


def _halves(row: list[Word]) -> list[list[Word]]:
    """A row cut at its widest gap, when that is wide for this row; else the row."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(row)]
    if not gaps:
        return [row]
    widest = max(gaps)
    cut = gaps.index(widest) + 1
    others = gaps[: cut - 1] + gaps[cut:]
    if widest < 0.6 * row[0].size or (others and widest < 1.8 * max(median(others), 1.0)):
        return [row]
    return [row[:cut], row[cut:]]


def _is_wide(left: list[Word], right: list[Word]) -> bool:
    """Whether the gap between two parts of a row is wider than the gaps inside them."""
    gaps = [b.x0 - a.x1 for part in (left, right) for a, b in pairwise(part)]
    return len(gaps) < 3 or right[0].x0 - left[-1].x1 > 1.8 * max(median(gaps), 1.0)


def _anchor(row: list[Word]) -> str | None:
    """head or foot, when the row holds words that only stand in a header's or a foot's two columns."""
    for text in (squeeze(clean(_text(half))) for half in _halves(row)):
        if len(text) > 120:
            continue
        if is_recipients(text) or _signs(text):
            return "foot"
        if is_nation(text) or _MOTTO.search(text) or is_number_line(text) or (len(text) < 70 and is_dateline(text)):
            return "head"
    return None


def _signs(text: str) -> bool:
    """Whether the line belongs to a signature; most lines are told apart by their first two letters."""
    return (text[:2].isupper() or text[1:2] in "./") and is_signature(text)


def _columns(rows: list[list[Word]], at: int, anchor: int, foot: bool) -> _Region | None:
    """Rows around `anchor` parted by a gutter that no word crosses; None without words on both sides."""
    gutter = _Gutter(rows[anchor])
    if not gutter.open:
        return None
    first = anchor
    while first > at and gutter.takes(rows[first - 1]):
        first -= 1
    last = anchor + 1
    while last < len(rows) and not _ends_region(rows[last], foot) and gutter.takes(rows[last]):
        last += 1
    if first > at or not gutter.left or not gutter.right:
        return None
    sides = gutter.sides(rows[first:last])
    return (sides[0], sides[1]), last, foot


def _ends_region(row: list[Word], foot: bool) -> bool:
    text = squeeze(clean(_text(row)))
    return not foot and (title_of(text) is not None or bool(labels_at(text)))


class _Gutter:
    """The empty strip between two columns; it narrows with each row that it takes."""

    def __init__(self, row: list[Word]) -> None:
        halves = _halves(row)
        self.left = self.right = False
        self.open = True
        if len(halves) == 2:
            self.a, self.b = halves[0][-1].x1, halves[1][0].x0
            self.left = self.right = True
            return
        text = squeeze(clean(_text(row)))
        if is_recipients(text) or is_number_line(text):
            self.a, self.b, self.left = row[-1].x1, float("inf"), True
        else:
            self.a, self.b, self.right = float("-inf"), row[0].x0, True

    def takes(self, row: list[Word]) -> bool:
        """Whether no word of the row crosses the strip; the strip then is narrower, or its other edge is known."""
        left, right = self._parted(row)
        a = max([self.a, *(word.x1 for word in left)])
        b = min([self.b, *(word.x0 for word in right)])
        if b - a < 0.5 * row[0].size or (left and right and not _is_wide(left, right)):
            return False
        self.a, self.b, self.left, self.right = a, b, self.left or bool(left), self.right or bool(right)
        return True

    def _parted(self, row: list[Word]) -> tuple[list[Word], list[Word]]:
        if self.left and self.right:
            middle = (self.a + self.b) / 2
            return [w for w in row if w.x0 + w.x1 < 2 * middle], [w for w in row if w.x0 + w.x1 >= 2 * middle]
        halves = _halves(row)
        if len(halves) == 2 and self.a <= halves[0][-1].x1 <= halves[1][0].x0 <= self.b:
            return halves[0], halves[1]
        if self.left:
            return (row, []) if row[0].x0 < self.a else ([], row)
        return ([], row) if row[-1].x1 > self.b else (row, [])

    def sides(self, rows: list[list[Word]]) -> tuple[list[list[Word]], list[list[Word]]]:
        middle = (self.a + self.b) / 2
        left = [[word for word in row if word.x0 < middle] for row in rows]
        right = [[word for word in row if word.x0 >= middle] for row in rows]
        return [row for row in left if row], [row for row in right if row]


# --- tables that go on ------------------------------------------------------------------------------------------------


def _continue_tables(out: Arranged) -> None:
    """A table that ends one page and begins the next with the same columns is one; its repeated head goes aside."""
    items: list[Item] = []
    for item in out.items:
        last = items[-1] if items else None
        if isinstance(item, Grid) and isinstance(last, Grid) and item.page == last.page + 1 and _same(last, item):
            _append(last, item, out)
        else:
            items.append(item)
    out.items = items


def _same(above: Grid, below: Grid) -> bool:
    return len(above.xs) == len(below.xs) and all(abs(a - b) < 6.0 for a, b in zip(above.xs, below.xs, strict=True))


def _append(above: Grid, below: Grid, out: Arranged) -> None:
    rows = list(below.rows)
    repeated = 0
    while repeated < min(len(rows), len(above.rows) - 1) and _said(rows[repeated]) == _said(above.rows[repeated]) != "":
        repeated += 1
    for row in rows[:repeated]:
        out.asides += [Line(line, 0.0, 0.0, below.page) for words, _, _ in row for line in _rows(words)]
    above.header = max(above.header, repeated)
    rows = rows[repeated:]
    if rows and above.rows and _goes_on(above.rows[-1], rows[0]):
        above.rows[-1] = [
            ([*_above(upper), *lower], across, down)
            for (upper, across, down), (lower, _, _) in zip(above.rows[-1], rows[0], strict=True)
        ]
        rows = rows[1:]
    above.rows += rows
    above.page = below.page


def _above(words: list[Word]) -> list[Word]:
    """Words of the page before, moved up so that they come first."""
    return [Word(w.text, w.x0, w.x1, w.y - 10_000, w.size, w.style) for w in words]


def _said(row: list[tuple[list[Word], int, int]]) -> str:
    return "|".join(_text(words) for words, _, _ in row).strip("|")


def _goes_on(above: list[tuple[list[Word], int, int]], below: list[tuple[list[Word], int, int]]) -> bool:
    """Whether a row was cut by the page's end: its first cell is empty below, and the words of a cell go on."""
    if len(above) != len(below) or below[0][0] or not above[0][0]:
        return False
    going = [(a, b) for (a, _, _), (b, _, _) in zip(above, below, strict=True) if b]
    return (
        bool(going)
        and all(a for a, _ in going)
        and any(starts_lower(_text(b)) or not is_terminal(_text(a)) for a, b in going)
    )


# --- paragraphs -------------------------------------------------------------------------------------------------------


def _blocks(arranged: Arranged, name: str) -> tuple[list[Block], set[int]]:
    """Lines joined to paragraphs, tables as cells, and the indexes of blocks on landscape pages."""
    joiner = _Joiner([item for item in arranged.items if isinstance(item, Line)])
    blocks: list[Block] = []
    landscape: set[int] = set()
    for group in _groups(arranged.items, joiner):
        page = group.page if isinstance(group, Grid) else group[0].page
        if page in arranged.landscape:
            landscape.add(len(blocks))
        if isinstance(group, Grid):
            blocks.append(_table(group, name))
        else:
            blocks.append(_paragraph(group, name, joiner.gap_before(group[0])))
    return blocks, landscape


def _groups(items: Sequence[Item], joiner: "_Joiner") -> Iterator[list[Line] | Grid]:
    group: list[Line] = []
    for item in items:
        if isinstance(item, Line) and group and joiner.goes_on(group, item):
            group.append(item)
            continue
        if group:
            yield group
        group = [item] if isinstance(item, Line) else []
        if isinstance(item, Grid):
            yield item
    if group:
        yield group


class _Joiner:
    """Tells whether a line goes on with the paragraph above it."""

    def __init__(self, lines: list[Line]) -> None:
        main = [line for line in lines if not line.loose]
        _mark_centered(main)
        self._pitch = _pitch(main)
        self._gaps: set[int] = set()
        before: Line | None = None
        for line in lines:
            if before is not None and self._gapped(before, line):
                self._gaps.add(id(line))
            before = line
        indented = sum(line.x0 > line.left + 8 for line in main)
        self._indents = indented >= 0.15 * len(main)
        self._stands_out = self._first_lines(main)
        self._spaced = self._sets_apart(main)

    def _first_lines(self, lines: list[Line]) -> bool:
        """Whether first lines stand in (or out), by what follows full lines that stand in; not where whole blocks do."""
        out = level = 0
        for above, line in pairwise(lines):
            if (
                above.page == line.page
                and above.x0 > above.left + 8
                and id(line) not in self._gaps
                and not _is_short(above, line)
            ):
                out += line.x0 < above.x0 - 3.0
                level += abs(line.x0 - above.x0) <= 3.0
        return out >= level

    def _sets_apart(self, lines: list[Line]) -> bool:
        """Whether room above tells paragraphs apart: it stands below nearly every short line."""
        below = [id(b) in self._gaps for a, b in pairwise(lines) if a.page == b.page and _is_short(a, b)]
        return len(below) >= 5 and sum(below) >= 0.9 * len(below)

    def gap_before(self, line: Line) -> bool:
        """Whether more room stands above the line than between the lines of a paragraph."""
        return id(line) in self._gaps

    def _gapped(self, above: Line, line: Line) -> bool:
        if above.page != line.page or line.y < above.y:
            return False
        return line.y - above.y > 1.22 * self._pitch * max(above.size, line.size) + 0.5

    def goes_on(self, group: list[Line], line: Line) -> bool:
        """Whether `line` belongs to the paragraph whose lines so far are `group`."""
        last = group[-1]
        if line.loose or last.loose:
            return line.loose and last.loose and _recipient_goes_on(group, line)
        if id(line) in self._gaps or _is_short(last, line) or abs(last.size - line.size) > 1.6:
            return False
        if is_recipients(line.text) or _signs(line.text):
            return False
        if self._spaced and line.page == last.page:
            return True
        label = bool(labels_at(line.text))
        ended = is_terminal(last.text)
        if last.style & BOLD and not line.style & BOLD and is_upper(last.text) and not is_upper(line.text):
            return False
        shift = line.x0 - last.x0
        if line.page != last.page:
            shift = min(shift, (line.x0 - line.left) - (last.x0 - last.left), key=abs)
        return self._fits(group, line, shift, label, ended)

    def _fits(self, group: list[Line], line: Line, shift: float, label: bool, ended: bool) -> bool:
        """By indentation: a first line stands out to either side of the lines that follow it."""
        last = group[-1]
        if line.centered and _is_amid(last) and last.style == line.style:
            return not label and not ended
        if shift > 3.0:
            return len(group) == 1 and _hangs(last, line) and not (label and ended)
        if shift < -3.0:
            return len(group) == 1 and not (label and ended)
        if len(group) == 1 and last.x0 > last.left + 8 and self._stands_out:  # two first lines
            return not ended and not label and starts_lower(line.text)
        if label and ended:
            return False
        return not ended or self._indents or starts_lower(line.text) or (len(group) > 1 and bool(self._gaps))


def _pitch(lines: list[Line]) -> float:
    """Distance of baselines inside paragraphs, as a share of the letters' size."""
    seen: Counter[float] = Counter()
    for above, line in pairwise(lines):
        if above.page == line.page and not above.loose and not line.loose and not _is_short(above, line):
            seen[round((line.y - above.y) / max(above.size, 1.0), 2)] += 1
    likely = [share for share in seen.elements() if 0.9 <= share <= 2.6]
    return median(likely) if likely else 1.35


def _is_short(last: Line, line: Line) -> bool:
    """Whether the next line's first word would have had room in the line above."""
    room = last.right - last.x1
    if last.centered:
        room = (last.right - last.left) - (last.x1 - last.x0)
    return line.first_width() + 0.3 * last.size < room


def _is_amid(line: Line) -> bool:
    """Whether the line's middle is the column's."""
    return abs((line.x0 + line.x1) - (line.left + line.right)) < 8.0


def _mark_centered(lines: list[Line]) -> None:
    """Lines in the middle of the column that do not begin where first lines do."""
    starts = Counter(round(line.x0) for line in lines)
    for line in lines:
        line.centered = _is_amid(line) and line.x0 > line.left + 20.0 and starts[round(line.x0)] < 3 + len(lines) // 50


def _hangs(last: Line, line: Line) -> bool:
    """Whether the line stands under the words behind the label of the line above."""
    found = labels_at(last.text)
    if not found:
        return False
    width = last.x1 - last.x0
    start = last.x0 + width * found[0].end / max(1, len(last.text))
    if len(last.words) > 1:
        start = min((word.x0 for word in last.words[1:]), key=lambda x: abs(x - start))
    return abs(start - line.x0) < 1.2 * line.size


def _recipient_goes_on(group: list[Line], line: Line) -> bool:
    """In the foot's left column: a line without a dash goes on with the recipient above."""
    first, last = squeeze(group[0].text), squeeze(group[-1].text)
    if not _DASHED.match(first) or _DASHED.match(line.text) or abs(line.left - group[0].left) > 1.0:
        return False
    return not last.endswith((";", ".")) and not is_recipients(line.text) and line.page == group[-1].page


# --- out --------------------------------------------------------------------------------------------------------------


def _paragraph(lines: Sequence[Line], name: str, gap: bool) -> SourceParagraph:
    """Lines as one paragraph; a style that all words share is its look, else spans."""
    runs: list[Run] = []
    for line in lines:
        if runs and not _is_broken_word(runs[-1].text, line):
            runs[-1] = runs[-1]._replace(text=runs[-1].text + " ")
        runs += [Run(text, bool(style & BOLD), bool(style & ITALIC)) for text, style in line.parts()]
    bold = all(run.bold for run in runs if not run.text.isspace())
    italic = all(run.italic for run in runs if not run.text.isspace())
    first = lines[0]
    look = Look(bold=bold, italic=italic, align=_align(lines), size=round(first.size, 1), gap_before=gap)
    text = _inline([Run(run.text, run.bold and not bold, run.italic and not italic) for run in runs])
    return SourceParagraph(text=text, look=look, place=Location(file=name, page=first.page or None))


def _is_broken_word(text: str, line: Line) -> bool:
    """Whether the line above ends in a hyphen that belongs to a word: `12/KH-` and `UBND`."""
    return bool(re.search(r"[^\W_]-\Z", text)) and line.text[:1].isalnum()


def _inline(runs: list[Run]) -> Inline:
    """Runs with clean words and one space between them."""
    out: list[Run] = []
    for run in runs:
        text = re.sub(r"\s+", " ", clean(run.text))
        if text.startswith(" ") and (not out or out[-1].text.endswith(" ")):
            text = text[1:]
        if text and out and out[-1][1:] == run[1:]:
            out[-1] = out[-1]._replace(text=out[-1].text + text)
        elif text:
            out.append(Run(text, run.bold, run.italic))
    if out:
        out[-1] = out[-1]._replace(text=out[-1].text.rstrip())
    if len(out) == 1 and not out[0].bold and not out[0].italic:
        return Inline(text=clean(out[0].text))
    return _composed(inline(out))


def _composed(text: Inline) -> Inline:
    """Marks dropped in the rare case that composing letters across runs would move them."""
    return text if clean(text.text) == text.text else Inline(text=clean(text.text))


def _align(lines: Sequence[Line]) -> str | None:
    first = lines[0]
    if first.loose:
        return None
    if all(line.centered for line in lines):
        return "center"
    if len(lines) == 1 and first.x0 > (first.left + first.right) / 2 and first.right - first.x1 < 4.0:
        return "right"
    return None


def _table(grid: Grid, name: str) -> SourceTable:
    place = Location(file=name, page=grid.page or None)
    rows = tuple(
        tuple(SourceCell(paragraphs=_cell(words, grid, name), across=across, down=down) for words, across, down in row)
        for row in grid.rows
    )
    widths = tuple(round(20 * (b - a)) for a, b in pairwise(grid.xs))
    return SourceTable(rows=rows, header=grid.header, widths=widths, place=place)


def _cell(words: list[Word], grid: Grid, name: str) -> tuple[SourceParagraph, ...]:
    """A cell's lines joined to paragraphs."""
    rows = _rows(words)
    if not rows:
        return ()
    middle = sum(word.x0 + word.x1 for word in words) / (2 * len(words))
    column = min(max(bisect_right(grid.xs, middle) - 1, 0), len(grid.xs) - 2)
    left, right = min(row[0].x0 for row in rows), max(grid.xs[column + 1] - 5.0, max(row[-1].x1 for row in rows))
    groups: list[list[Line]] = []
    for row in rows:
        line = Line(row, left, right, grid.page)
        if groups and _cell_goes_on(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_paragraph(group, name, False) for group in groups)


def _cell_goes_on(last: Line, line: Line) -> bool:
    if labels_at(line.text) and (is_terminal(last.text) or _DASHED.match(line.text)):
        return False
    room = (last.right - last.left) - (last.x1 - last.x0)
    return line.first_width() + 0.3 * last.size >= room or starts_lower(line.text)
