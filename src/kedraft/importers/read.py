"""read: a file's bytes to its words. The format is told by content; the name only helps where content cannot."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import PurePosixPath
from typing import Final, Literal

from kedraft.errors import SourceUnreadable
from kedraft.importers.text import read_text
from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location
from kedraft.model.plan import digest
from kedraft.model.source import SourceText
from kedraft.vietnamese.text import nfc, share_of_vietnamese

MAX_TEXT: Final = 40 << 20  # bytes of a text or HTML file
MAX_LINES: Final = 30_000  # a plan of 300 pages has 12,000


class Kind(StrEnum):
    """What a file is, by its content."""

    TEXT = "văn bản thuần"
    HTML = "trang web (HTML)"
    ZIP = "Word (.docx)"
    ODT = "OpenDocument (.odt)"
    OLE = "Word 97–2003 (.doc)"
    RTF = "RTF"
    PDF = "PDF"
    IMAGE = "ảnh"


#: Kinds that a name's ending promises.
_SUFFIXES: Final = {
    ".txt": (Kind.TEXT,), ".text": (Kind.TEXT,), ".md": (Kind.TEXT,), ".markdown": (Kind.TEXT,),
    ".html": (Kind.HTML,), ".htm": (Kind.HTML,), ".xhtml": (Kind.HTML,),
    ".docx": (Kind.ZIP,), ".doc": (Kind.OLE,), ".odt": (Kind.ODT,), ".rtf": (Kind.RTF,), ".pdf": (Kind.PDF,),
    ".png": (Kind.IMAGE,), ".jpg": (Kind.IMAGE,), ".jpeg": (Kind.IMAGE,), ".tif": (Kind.IMAGE,), ".tiff": (Kind.IMAGE,),
}  # fmt: skip

_IMAGES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")

#: Files that are read by nobody here: how they begin, what they are, what to do.
_FOREIGN: Final = (
    (b"MZ", "chương trình Windows", "không mở tệp này; hãy xin lại tệp kế hoạch"),
    (b"\x7fELF", "chương trình máy tính", "không mở tệp này; hãy xin lại tệp kế hoạch"),
    (b"Rar!", "tệp nén RAR", "hãy giải nén rồi chọn tệp kế hoạch bên trong"),
    (b"7z\xbc\xaf\x27\x1c", "tệp nén 7-Zip", "hãy giải nén rồi chọn tệp kế hoạch bên trong"),
    (b"\x1f\x8b", "tệp nén GZIP", "hãy giải nén rồi chọn tệp kế hoạch bên trong"),
    (b"BZh", "tệp nén BZIP2", "hãy giải nén rồi chọn tệp kế hoạch bên trong"),
    (b"PK\x05\x06", "tệp nén ZIP rỗng", "hãy tải lại tệp từ nguồn"),
    (b"PK\x07\x08", "một phần của tệp nén ZIP bị chia nhỏ", "hãy ghép lại rồi giải nén"),
    (b"GIF8", "ảnh GIF", "hãy lưu ảnh dạng PNG hoặc JPEG"),
    (b"BM", "ảnh BMP", "hãy lưu ảnh dạng PNG hoặc JPEG"),
    (b"OggS", "tệp âm thanh", "hãy chọn đúng tệp kế hoạch"),
    (b"ID3", "tệp âm thanh", "hãy chọn đúng tệp kế hoạch"),
    (b"SQLite format 3", "cơ sở dữ liệu", "hãy chọn đúng tệp kế hoạch"),
)
_TEXT_MAY_BEGIN_SO: Final = (b"MZ", b"BM", b"BZh", b"ID3", b"Rar!", b"OggS", b"GIF8")

_TAG: Final = re.compile(rb"</?(?:p|div|table|tbody|tr|td|th|span|br|h[1-6]|ul|ol|li|strong|b|em|i|font|body|head|section|article|center|a|img)\b[^<>]{0,2000}>", re.I)  # fmt: skip
_DOCTYPE: Final = re.compile(rb"<!doctype\s+html|<html[\s>]", re.I)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def read(data: bytes, name: str, *, revisions: Literal["final", "original"] = "final") -> SourceText:
    """The words of a file in order, whatever its format.

    `revisions` says whether tracked changes of a Word file count as accepted or as rejected.

    Raises:
        SourceUnreadable: the file is hostile, broken, empty, or of no format that is read.
    """
    kind = kind_of(data, name)
    source = _read_as(kind, data, name, revisions)
    surprise = _surprise(kind, name)
    return source.evolve(findings=(*source.findings, surprise)) if surprise else source


def _read_as(kind: Kind, data: bytes, name: str, revisions: Literal["final", "original"]) -> SourceText:
    """Readers are imported when they are needed: most calls need one."""
    match kind:
        case Kind.ZIP:
            from kedraft.importers.docx import read_docx

            return read_docx(data, name, revisions=revisions)
        case Kind.ODT | Kind.OLE | Kind.RTF:
            from kedraft.importers.office import read_office

            return read_office(data, name, revisions=revisions)
        case Kind.PDF:
            from kedraft.importers.pdf import read_pdf

            return read_pdf(data, name)
        case Kind.IMAGE:
            from kedraft.importers.ocr import read_image

            return read_image(data, name)
        case Kind.HTML:
            from kedraft.importers.html import read_html

            return read_html(data, name)
        case Kind.TEXT:
            return _read_plain(data, name)


def kind_of(data: bytes, name: str) -> Kind:
    """What a file is. Raises `SourceUnreadable` for what nobody here reads."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise _unreadable(name, "Tệp rỗng, không có chữ nào; hãy tải lại tệp từ nguồn.")
    if data.startswith(b"PK\x03\x04"):
        return Kind.ODT if _is_odt(data) else Kind.ZIP
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Kind.OLE
    if data.startswith(_IMAGES):
        return Kind.IMAGE
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if head.startswith(b"{\\rtf"):
        return Kind.RTF
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    _refuse_foreign(data, head, name)
    return Kind.HTML if _is_html(data) else Kind.TEXT


def _is_odt(data: bytes) -> bool:
    """An OpenDocument text: its first entry is named mimetype and says so."""
    return data[30:38] == b"mimetype" and data[38:].startswith(b"application/vnd.oasis.opendocument.text")


def _refuse_foreign(data: bytes, head: bytes, name: str) -> None:
    for mark, what, remedy in _FOREIGN:
        if data.startswith(mark) and (mark not in _TEXT_MAY_BEGIN_SO or _is_binary(data)):
            raise _unreadable(name, f"Tệp này thực ra là {what}, không phải văn bản; {remedy}.")
    if head.startswith(b"MIME-Version:") and b"multipart/related" in data[:4096]:
        raise _unreadable(
            name, "Tệp này thực ra là trang web gói trong một tệp (.mht); hãy mở bằng Word rồi lưu lại thành tệp .docx."
        )
    if head.startswith(b"<?xml") and (
        b"office:document" in data[:4096] or b"wordDocument" in data[:4096] or b"pkg:package" in data[:4096]
    ):
        raise _unreadable(name, "Tệp này thực ra là văn bản dạng XML; hãy mở bằng Word rồi lưu lại thành tệp .docx.")
    if _is_binary(data) and not _is_utf16(data):
        raise _unreadable(
            name,
            "Tệp này không phải văn bản (nội dung là dữ liệu máy); hãy chọn đúng tệp kế hoạch, "
            "hoặc mở bằng Word rồi lưu lại thành tệp .docx.",
        )
    if len(data) > MAX_TEXT:
        raise _unreadable(
            name, f"Tệp chữ lớn {len(data) >> 20} MB, quá giới hạn {MAX_TEXT >> 20} MB; hãy kiểm tra lại tệp."
        )


def _is_binary(data: bytes) -> bool:
    sample = data[:65_536]
    found = len(_CONTROL.findall(sample))
    return b"\x00" in sample or found > 8 + len(sample) // 50


def _is_utf16(data: bytes) -> bool:
    """UTF-16 or UTF-32 by its mark, or by a null in every second place of mostly Latin text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return True
    return _bare_utf16(data) is not None


def _bare_utf16(data: bytes) -> str | None:
    sample = data[:4096]
    half = max(1, len(sample) // 2)
    for encoding, nulls in (("utf-16-le", sample[1::2].count(0)), ("utf-16-be", sample[0::2].count(0))):
        if 0.5 * half < nulls and sample.count(0) < 1.2 * nulls and len(data) % 2 == 0:
            return encoding
    return None


def _is_html(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _bare_utf16(data):
        data = data.replace(b"\x00", b"")
    if _DOCTYPE.search(data[:4096]):
        return True
    tags = len(_TAG.findall(data[:2_000_000]))
    return tags >= 4 and data.count(b"</") >= 2 and tags * 400 > min(len(data), 2_000_000)


def too_long(name: str) -> SourceUnreadable:
    """The refusal of a text that no plan could have."""
    return _unreadable(name, f"Tệp có hơn {MAX_LINES} dòng, dài bất thường; hãy chép riêng phần kế hoạch vào tệp mới.")


def _surprise(kind: Kind, name: str) -> Finding | None:
    """A finding when the name promises another kind of file."""
    promised = _SUFFIXES.get(PurePosixPath(name.replace("\\", "/")).suffix.lower())
    if promised is None or kind in promised or (kind is Kind.TEXT and promised == (Kind.HTML,)):
        return None
    suffix = PurePosixPath(name).suffix
    return Finding(
        rule="KH-TM-07",
        severity=Severity.INFO,
        message=f"Tên tệp có đuôi {suffix} nhưng nội dung là {kind.value}; đã đọc theo nội dung.",
        where=Location(file=name),
    )


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))


# --- letters ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Decoded:
    """A file's text, and what is to be said of how its bytes were read."""

    text: str
    findings: tuple[Finding, ...] = ()


def _read_plain(data: bytes, name: str) -> SourceText:
    if data.count(b"\n") + data.count(b"\r") > 2 * MAX_LINES:
        raise too_long(name)
    decoded = decode(data, name)
    source = read_text(decoded.text.encode("utf-8", "replace"), name)
    return source.evolve(digest=digest(data.decode("latin-1")), findings=(*source.findings, *decoded.findings))


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """Text of a file: Unicode, the encoding that it declares, or an old Vietnamese one that fits beyond doubt.

    Raises:
        SourceUnreadable: no encoding fits.
    """
    for attempt in (_unicode, _nearly_utf8):
        text = attempt(data)
        if text is not None:
            break
    else:
        return _old(data, name, declared)
    return _as_letters(text, name)


def _unicode(data: bytes) -> str | None:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    bare = _bare_utf16(data)
    if bare is not None:
        return data.decode(bare, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 in which a few bytes are damaged."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(ord(c) > 0x7F for c in text) - bad
    return text if bad * 20 <= good else None


def _as_letters(text: str, name: str) -> Decoded:
    """Unicode text, after two checks: letters that could not be read, and letters of an old font in Unicode clothes."""
    findings: list[Finding] = []
    lost = text.count("\ufffd")
    if lost:
        findings.append(
            _encoding(
                Severity.ERROR,
                f"Có {lost} chữ bị hỏng, không đọc được (hiện thành “\ufffd”); hãy đối chiếu với bản gốc hoặc xin lại tệp.",
                name,
            )
        )
    clothed = _clothed(text)
    if clothed is not None:
        text, encoding = clothed
        findings.append(
            _encoding(
                Severity.WARNING, f"Chữ gõ bằng phông cũ ({encoding}) đã được chuyển sang Unicode; hãy đối chiếu.", name
            )
        )
    return Decoded(text, tuple(findings))


def _encoding(severity: Severity, message: str, name: str) -> Finding:
    return Finding(rule="KH-TM-08", severity=severity, message=message, where=Location(file=name))


def _old(data: bytes, name: str, declared: str | None) -> Decoded:
    """Bytes that are not Unicode, read with the one old encoding that gives Vietnamese."""
    texts = {encoding: text for encoding, reader in _OLD.items() if (text := reader(data)) is not None}
    scores = {encoding: _score(text) for encoding, text in texts.items()}
    ranked = sorted(scores, key=lambda encoding: scores[encoding], reverse=True)
    best = ranked[0] if ranked else ""
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    if not best or scores[best] < 0.9 or (scores[best] - second < 0.1 and texts[best] != texts[ranked[1]]):
        raise _unreadable(
            name,
            "Không nhận ra bảng mã chữ của tệp (không phải Unicode, cũng không chắc là TCVN3, VNI, VISCII hay Windows-1258); "
            "hãy mở bằng Word hoặc Notepad, kiểm tra chữ hiện đúng rồi lưu lại dạng UTF-8 hoặc .docx.",
        )
    note = _encoding(
        Severity.INFO, f"Tệp dùng bảng mã cũ {best}, đã chuyển sang Unicode; hãy đối chiếu vài dòng với bản gốc.", name
    )
    return Decoded(texts[best], (note,))


def _clothed(text: str) -> tuple[str, str] | None:
    """Text typed with an old font and saved as Unicode (`KÕ ho¹ch`), with its encoding; None for any other text."""
    strange = sum(0xA0 < ord(c) < 0x100 for c in text)
    if strange < 30 or share_of_vietnamese(text) > 0.03:
        return None
    scores = {name: _score(reader(text)) for name, reader in (("TCVN3", from_tcvn3), ("VNI", from_vni))}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < 0.9 or scores[best] < _score(text) + 0.15:
        return None
    return (from_tcvn3 if best == "TCVN3" else from_vni)(text), best


# --- old encodings ----------------------------------------------------------------------------------------------------

_TCVN3: Final = dict(zip(
    range(0xA1, 0xFF),
    "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ",
    strict=True,
))  # fmt: skip
_TCVN3_LETTERS: Final = {code: letter for code, letter in _TCVN3.items() if letter != " "}
#: TCVN 5712:1993 VN1 has capitals in the places of control characters, which the fonts leave empty.
_TCVN5712: Final = (
    dict(zip(range(0x80, 0xA0), "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ", strict=True))
    | dict(zip((*range(0xAF, 0xB5), 0xBA), "\u1eb6\u0300\u0309\u0303\u0301\u0323\u1eb2", strict=True))
    | dict(zip((*range(0xBF, 0xC6), 0xCD, 0xD9, 0xDA, 0xDB, 0xE0, 0xF0, 0xFF), "ẴẮẦẨẪẤỀỂỄẾỒỔỖỐ", strict=True))
    | dict(zip((1, 2, 4, 5, 6, *range(0x11, 0x18)), "ÚỤỪỬỮỨỰỲỶỸÝỴ", strict=True))
    | _TCVN3_LETTERS
)
_VISCII_HIGH: Final = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
_VISCII: Final = dict(zip(range(0x80, 0x100), _VISCII_HIGH, strict=True)) | {
    2: "Ẳ", 5: "Ẵ", 6: "Ẫ", 20: "Ỷ", 25: "Ỹ", 30: "Ỵ",
}  # fmt: skip
_VNI_SINGLE: Final = dict(zip("ìæóíòîñôöÌÆÓÍÒÎÑÔÖ", "ìỉĩíịỵđơưÌỈĨÍỊỴĐƠƯ", strict=True))
_VNI_MARKS: Final = {
    "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ù": "\u0301", "ï": "\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323",
}  # fmt: skip
_VNI_SECOND: Final = "".join(_VNI_MARKS) + "".join(_VNI_MARKS).upper()
_VNI: Final = re.compile(f"([aeouyôöAEOUYÔÖ])([{_VNI_SECOND}])")


def from_tcvn3(text: str) -> str:
    """Letters of a TCVN3 (ABC, `.VnTime`) font, which look like Western letters, as Vietnamese."""
    return text.translate(_TCVN3_LETTERS)


def from_vni(text: str) -> str:
    """Letters of a VNI font, which look like Western letters, as Vietnamese."""

    def letter(found: re.Match[str]) -> str:
        base = _VNI_SINGLE.get(found.group(1), found.group(1))
        return nfc(base + _VNI_MARKS[found.group(2).lower()])

    singles = str.maketrans(_VNI_SINGLE)
    out, at = [], 0
    for found in _VNI.finditer(text):
        out += [text[at : found.start()].translate(singles), letter(found)]
        at = found.end()
    return "".join([*out, text[at:].translate(singles)])


def _cp1258(data: bytes) -> str | None:
    try:
        return nfc(data.decode("cp1258"))
    except UnicodeDecodeError:
        return None


_OLD: Final[dict[str, Callable[[bytes], str | None]]] = {
    "TCVN3 (ABC)": lambda data: nfc(data.decode("latin-1").translate(_TCVN5712)),
    "VNI": lambda data: from_vni(data.decode("cp1252", "replace")),
    "VISCII": lambda data: data.decode("latin-1").translate(_VISCII),
    "Windows-1258": _cp1258,
}

_ONSET: Final = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x"
_NUCLEUS: Final = (
    "iêu|yêu|uôi|ươi|ươu|uya|uyê|uyu|uây|oai|oay|oeo|oao|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|ưa|ưi|ươ|ưu|uy|yê|"
    "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_TONES: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


@cache
def _syllable() -> re.Pattern[str]:
    return re.compile(f"(?:{_ONSET})?(?:{_NUCLEUS})(?:ch|c|m|ng|nh|n|p|t)?")


def _score(text: str) -> float:
    """Share of the words with marked letters that Vietnamese could spell; 0 for fewer than five such words."""
    words = [word for word in re.findall(r"[^\W\d_]+", text[:60_000]) if not word.isascii()]
    if len(words) < 5:
        return 0.0
    odd = sum(c in "¹²³¼½¾¸·µ¶§©®¬¨ª«»\ufffd" or 0x7F < ord(c) < 0xA0 for c in text[:60_000])
    return max(0.0, sum(map(_is_syllable, words)) / len(words) - odd / max(1, len(words)))


def _is_syllable(word: str) -> bool:
    bare = unicodedata.normalize("NFD", word.lower())
    tones = len(_TONES.findall(bare))
    return tones <= 1 and bool(_syllable().fullmatch(nfc(_TONES.sub("", bare))))
