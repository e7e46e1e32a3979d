""".doc, .odt and .rtf through LibreOffice, where it is installed: converted to .docx, then read like any other Word file."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final, Literal

from kedraft.errors import SourceUnreadable
from kedraft.importers.docx import read_docx
from kedraft.importers.reading_findings import Reading, note
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import digest
from kedraft.model.source import SourceText
from kedraft.ooxml import libreoffice
from kedraft.ooxml.gate import MAX_ENTRIES, MAX_FILE, MAX_RATIO, MAX_TOTAL, MEGABYTE, RATIO_FROM

TIMEOUT: Final = 90  # seconds for one file
_RESAVE: Final = "mở bằng Word rồi lưu lại thành tệp .docx"
_ODT_OUTSIDE: Final = re.compile(
    rb"""<(?:draw:(?:image|object|object-ole|plugin|floating-frame)|text:section-source)\b[^>]*xlink:href\s*=\s*["'](?:\w+:|//|\.\.)"""
)
_RTF_OBJECT: Final = re.compile(rb"\\obj(?:ect|data|update|autlink|link|emb|ocx)\b")
_RTF_TEMPLATE: Final = re.compile(rb"\\\*\s*\\template\s+(?:https?:|\\\\\\\\|file://[^/])", re.IGNORECASE)
_RTF_FIELD: Final = re.compile(rb"\\fldinst[^}]{0,80}\b(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO)\b", re.IGNORECASE)


def read_office(data: bytes, name: str, *, revisions: Literal["final", "original"] = "final") -> SourceText:
    """The words of a .doc, .odt or .rtf.

    Raises `SourceUnreadable` for a file that is encrypted, holds macros or embedded objects, is no text document, or when
    LibreOffice is missing or cannot open it.
    """
    if len(data) > MAX_FILE:
        raise _unreadable(
            name,
            f"Tệp lớn {len(data) // MEGABYTE} MB, quá giới hạn {MAX_FILE // MEGABYTE} MB; hãy bỏ bớt hình ảnh rồi lưu lại.",
        )
    suffix = _checked(data, name)
    source = read_docx(_as_docx(data, suffix, name), name, revisions=revisions)
    message = (
        f"Tệp {suffix} được LibreOffice chuyển sang .docx rồi mới đọc; hãy đối chiếu số thứ tự đề mục với bản gốc."
    )
    remark = note(Reading.CONVERTED, Severity.INFO, message, name)
    return source.evolve(digest=digest(data.decode("latin-1")), findings=(*source.findings, remark))


def _as_docx(data: bytes, suffix: str, name: str) -> bytes:
    try:
        return libreoffice.convert(data, suffix, "docx:MS Word 2007 XML", TIMEOUT)
    except libreoffice.NotConverted as error:
        raise _unreadable(name, _no_docx(error.why, suffix)) from error


def _no_docx(why: libreoffice.Trouble, suffix: str) -> str:
    match why:
        case libreoffice.Trouble.MISSING:
            return (
                f"Để đọc tệp {suffix} cần có LibreOffice trên máy; hãy cài LibreOffice (miễn phí), "
                "hoặc mở tệp bằng Word rồi lưu lại .docx."
            )
        case libreoffice.Trouble.NOT_STARTED:
            return f"Không chạy được LibreOffice trên máy này; hãy cài lại, hoặc {_RESAVE}."
        case libreoffice.Trouble.SLOW:
            return f"LibreOffice không mở xong tệp trong {TIMEOUT} giây; hãy {_RESAVE}."
        case libreoffice.Trouble.NOTHING:
            return f"LibreOffice không mở được tệp {suffix} này (có thể bị hỏng); hãy {_RESAVE}."


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))


# --- the gate ---------------------------------------------------------------------------------------------------------


def _checked(data: bytes, name: str) -> str:
    """The suffix that the content calls for. Raises `SourceUnreadable` for what is hostile or no text document."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        _check_ole(data, name)
        return ".doc"
    if data.startswith(b"PK"):
        _check_odt(data, name)
        return ".odt"
    _check_rtf(data, name)
    return ".rtf"


def _check_ole(data: bytes, name: str) -> None:
    streams = {entry.lower(): start for entry, start in _ole_root(data)}
    if not streams:
        raise _unreadable(name, f"Tệp .doc bị hỏng hoặc tải về chưa hết; hãy tải lại, hoặc {_RESAVE}.")
    if "encryptedpackage" in streams or "encryptioninfo" in streams:
        raise _unreadable(
            name, "Tệp Word được đặt mật khẩu (mã hóa); hãy mở bằng Word, gỡ mật khẩu rồi lưu lại thành tệp .docx."
        )
    if "worddocument" not in streams:
        what = (
            "bảng tính Excel cũ (.xls)" if streams.keys() & {"workbook", "book"} else "trình chiếu PowerPoint cũ (.ppt)"
        )
        known = streams.keys() & {"workbook", "book", "powerpoint document"}
        raise _unreadable(
            name,
            f"Tệp này thực ra là {what if known else 'một gói OLE kiểu cũ'}, không phải văn bản Word; hãy chọn đúng tệp kế hoạch.",
        )
    if streams.keys() & {"macros", "_vba_project_cur"}:
        raise _unreadable(
            name,
            "Tệp .doc chứa macro nên không được mở; hãy mở bằng Word rồi lưu lại với kiểu “Word Document (.docx)”.",
        )
    if "objectpool" in streams:
        raise _unreadable(
            name,
            "Tệp .doc nhúng đối tượng OLE (bảng Excel, công thức cũ) nên không được mở; hãy đổi đối tượng thành bảng hoặc hình ảnh rồi lưu lại thành tệp .docx.",
        )
    head = data[512 * (streams["worddocument"] + 1) :][:12] if data[30:32] == b"\x09\x00" else b""
    if len(head) == 12 and head[:2] == b"\xec\xa5" and head[11] & 0x01:
        raise _unreadable(
            name, "Tệp .doc được đặt mật khẩu; hãy mở bằng Word, gỡ mật khẩu rồi lưu lại thành tệp .docx."
        )


def _ole_root(data: bytes) -> Iterator[tuple[str, int]]:
    """Names and first sectors of the streams and storages at the root of an OLE file; nothing for a broken one."""
    if len(data) < 1536:
        return
    size = 1 << min(max(struct.unpack_from("<H", data, 30)[0], 9), 12)
    entries = list(_ole_entries(data, size))
    wanted, seen = [entries[0][3]] if entries else [], set[int]()
    while wanted:
        at = wanted.pop()
        if at in seen or not 0 <= at < len(entries):
            continue
        seen.add(at)
        name, left, right, _, start = entries[at]
        yield name, start
        wanted += [left, right]


def _ole_entries(data: bytes, size: int) -> Iterator[tuple[str, int, int, int, int]]:
    """(name, left, right, child, first sector) of each directory entry, along the chain of directory sectors."""
    sector = struct.unpack_from("<L", data, 48)[0]
    tables = [at for at in struct.unpack_from("<109L", data, 76) if at < 0xFFFFFFFA]
    for _ in range(len(data) // size + 1):
        place = (sector + 1) * size
        if sector >= 0xFFFFFFFA or place + size > len(data):
            return
        for at in range(place, place + size, 128):
            length = struct.unpack_from("<H", data, at + 64)[0]
            name = data[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            left, right, child = struct.unpack_from("<3L", data, at + 68)
            yield name, left, right, child, struct.unpack_from("<L", data, at + 116)[0]
        index, slot = divmod(sector, size // 4)
        where = (tables[index] + 1) * size + 4 * slot if index < len(tables) else len(data)
        if where + 4 > len(data):
            return
        sector = struct.unpack_from("<L", data, where)[0]


def _check_odt(data: bytes, name: str) -> None:
    broken = f"Tệp .odt bị hỏng hoặc tải về chưa hết; hãy tải lại, hoặc {_RESAVE}."
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, name)
            names = {entry.filename for entry in entries}
            manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
            content = archive.read("content.xml")
    except (
        zipfile.BadZipFile,
        KeyError,
        OSError,
        RuntimeError,
        ValueError,
        NotImplementedError,
        EOFError,
        struct.error,
        zlib.error,
    ) as error:
        raise _unreadable(name, broken) from error
    if b"encryption-data" in manifest:
        raise _unreadable(name, "Tệp .odt được đặt mật khẩu; hãy gỡ mật khẩu rồi lưu lại thành tệp .docx.")
    if any(
        entry.startswith(("Basic/", "Scripts/")) and not entry.endswith(("/", "script-lc.xml", "script-lb.xml"))
        for entry in names
    ):
        raise _unreadable(name, f"Tệp .odt chứa macro nên không được mở; hãy {_RESAVE}.")
    if _ODT_OUTSIDE.search(content):
        raise _unreadable(name, f"Tệp .odt lấy nội dung từ bên ngoài nên không được mở; hãy {_RESAVE}.")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise _unreadable(name, f"Tệp .odt khai báo DOCTYPE, dấu hiệu của tệp độc hại; hãy {_RESAVE}.")


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    total = sum(entry.file_size for entry in entries)
    swollen = any(e.file_size > RATIO_FROM and e.file_size > MAX_RATIO * max(e.compress_size, 1) for e in entries)
    if len(entries) > MAX_ENTRIES or total > MAX_TOTAL or swollen:
        raise _unreadable(name, f"Tệp .odt giải nén ra lớn bất thường (kiểu bom nén) nên không được mở; hãy {_RESAVE}.")


def _check_rtf(data: bytes, name: str) -> None:
    if _RTF_OBJECT.search(data) or _RTF_TEMPLATE.search(data) or _RTF_FIELD.search(data):
        raise _unreadable(name, f"Tệp .rtf nhúng đối tượng hoặc trỏ ra ngoài nên không được mở; hãy {_RESAVE}.")
