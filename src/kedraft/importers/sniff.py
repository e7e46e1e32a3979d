"""What a file is, told by its content; what nobody here reads is refused with what it is."""

import re
from enum import StrEnum
from typing import Final

from kedraft.errors import SourceUnreadable
from kedraft.model.place import Location
from kedraft.vietnamese.encodings import bare_utf16

MAX_TEXT: Final = 40 << 20  # bytes of a text or HTML file


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

_SAMPLE: Final = 2_000_000  # bytes that are looked at
_SOMETHING: Final = re.compile(rb"[^ \t\r\n\x00\xef\xbb\xbf]")
_TAG: Final = re.compile(rb"</?(?:p|div|table|tbody|tr|td|th|span|br|h[1-6]|ul|ol|li|strong|b|em|i|font|body|head|section|article|center|a|img)\b[^<>]{0,2000}>", re.I)  # fmt: skip
_DOCTYPE: Final = re.compile(rb"<!doctype\s+html|<html[\s>]", re.I)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def kind_of(data: bytes, name: str) -> Kind:
    """What a file is. Raises `SourceUnreadable` for what nobody here reads."""
    if not _SOMETHING.search(data):
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
    return bare_utf16(data) is not None


def _is_html(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or bare_utf16(data):
        sample = sample.replace(b"\x00", b"")
    if _DOCTYPE.search(sample[:4096]):
        return True
    tags = sum(1 for _ in _TAG.finditer(sample))
    return tags >= 4 and sample.count(b"</") >= 2 and tags * 400 > len(sample)


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))
