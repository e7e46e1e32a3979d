"""PDF pages through pdfium: words and rulings as boxes, pages as pictures. No script is run, no link followed."""

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Self

from kedraft.errors import SourceUnreadable
from kedraft.importers.boxes import BOLD, ITALIC, Page, Word
from kedraft.importers.ink import without_ink
from kedraft.importers.pdf_drawings import MAX_RULES, rules_of
from kedraft.importers.pdf_gate import damaged
from kedraft.model.place import Location
from kedraft.vietnamese.encodings import from_tcvn3, from_vni

MAX_PAGES: Final = 2_000
MAX_CHARACTERS: Final = 100_000  # on one page; a full one has 5,000
MAX_ALL_CHARACTERS: Final = 3_000_000  # 1,000 pages
MAX_OBJECTS: Final = 350_000  # pieces of text, lines, pictures
DOTS: Final = 300  # an inch, of a page as OCR sees it: numerals and notations are read best so, whatever the scan
MAX_PIECES: Final = 150_000  # words or lines that stand for themselves: 300 pages parted word by word have as many
MAX_PATHS: Final = 20_000
FEW_LETTERS: Final = 12  # a page with a picture and no more letters than this is a scan

_LINE: Final = re.compile(r"[^\r\n\x02]+\x02?")
_WORD: Final = re.compile(r"[^ \x02]+\x02?")

Decoder = Callable[[str], str]


class Document:
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
        self._characters = self._objects = self._pieces = 0
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
        return damaged(self._name)

    def __enter__(self) -> Self:
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
            reader = _PageReader(self._raw, page, text, number, self._name)
            read = reader.read()
        finally:
            self._raw.FPDFText_ClosePage(text)
            self._raw.FPDF_ClosePage(page)
        self._count(reader)
        return read

    def _count(self, reader: "_PageReader") -> None:
        """Raises `SourceUnreadable` when the pages so far hold more than any plan."""
        self._characters += reader.characters
        self._objects += reader.objects
        self._pieces += reader.pieces
        if self._objects > MAX_OBJECTS or self._pieces > MAX_PIECES or self._characters > MAX_ALL_CHARACTERS:
            raise _unreadable(
                self._name,
                f"Tệp PDF có hơn {MAX_ALL_CHARACTERS} chữ (hoặc {MAX_PIECES} mảnh chữ, {MAX_OBJECTS} nét vẽ), nhiều bất thường; "
                "hãy tách riêng phần kế hoạch thành một tệp.",
            )

    def image(self, number: int) -> bytes:
        """A page as a grey picture of `DOTS` an inch, in the PGM format, without coloured ink; huge pages come smaller."""
        page = self._document[number - 1]
        width, height = page.get_size()
        scale = min(DOTS / 72, 5_000 / max(width, height, 1))
        bitmap = page.render(scale=scale)  # three bytes a dot: blue, green, red
        try:
            held, size = bytes(memoryview(bitmap.buffer)), 3 * bitmap.width
            rows = [at * bitmap.stride for at in range(bitmap.height)]
            red, blue = (b"".join(held[at + part : at + size : 3] for at in rows) for part in (2, 0))
            return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + without_ink(red, blue, bitmap.width)
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
    decode: Decoder | None


class _PageReader:
    """Reads one page with few calls: a line that is one text object takes two, any other two a word."""

    def __init__(self, raw: Any, page: Any, text: Any, number: int, name: str) -> None:
        self._raw, self._page, self._text = raw, page, text
        self._number, self._name = number, name
        self._fonts: dict[int, _Font] = {}
        self._faces: dict[int, tuple[int, Decoder | None]] = {}
        self._matrix = raw.FS_MATRIX()
        self._matrix_reference = ctypes.byref(self._matrix)
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._references = [ctypes.byref(one) for one in self._numbers]
        self._turn = 0
        self._hidden = 0
        self.characters = self.objects = self.pieces = 0

    def read(self) -> Page:
        box = self._raw.FS_RECTF()
        self._raw.FPDF_GetPageBoundingBox(self._page, ctypes.byref(box))
        count = self._raw.FPDFText_CountChars(self._text) if self._text else 0
        if count > MAX_CHARACTERS:
            raise _unreadable(
                self._name, f"Trang {self._number} có {count} chữ, nhiều bất thường; hãy kiểm tra lại tệp PDF."
            )
        self.characters = count
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
        return _address(found)

    def _word(self, text: str, at: int, font: _Font) -> Word:
        self.pieces += 1
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

    def _face(self, found: Any, at: int) -> tuple[int, Decoder | None]:
        """Style bits and old encoding that a font's name tells; asked once for each font."""
        font = self._raw.FPDFTextObj_GetFont(found) if found else 0
        key = _address(font)
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
        count = self.objects = raw.FPDFPage_CountObjects(self._page)
        for at in range(min(count, MAX_PATHS)):
            found = raw.FPDFPage_GetObject(self._page, at)
            match raw.FPDFPageObj_GetType(found):
                case raw.FPDF_PAGEOBJ_PATH:
                    for x0, y0, x1, y1 in rules_of(raw, found):
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


def _address(found: Any) -> int:
    """Where what pdfium points to lies; 0 for nothing. Faster than a cast, which is asked for twice a word."""
    return ctypes.addressof(found.contents) if found else 0


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


def _decoder(font: str) -> Decoder | None:
    """How the letters of a font from before Unicode are read; None for any other font."""
    name = font.rpartition("+")[2]
    if name.startswith(".Vn"):
        upper = re.sub(r"[,-].*", "", name).endswith("H")
        return (lambda text: from_tcvn3(text).upper()) if upper else from_tcvn3
    if name.upper().startswith("VNI-"):
        return from_vni
    return None


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))
