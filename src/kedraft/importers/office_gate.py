"""The gate of .doc, .odt and .rtf: what is hostile, encrypted or something else is refused before LibreOffice sees it."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import accumulate
from typing import Final

from kedraft.errors import SourceUnreadable
from kedraft.model.place import Location
from kedraft.ooxml.gate import (
    MAX_ENTRIES,
    MAX_NODES,
    MAX_RATIO,
    MAX_TOTAL,
    MAX_XML_PART,
    NODES_FROM,
    RATIO_FROM,
)

RESAVE: Final = "mở bằng Word rồi lưu lại thành tệp .docx"
MAX_DEPTH: Final = 200  # elements or groups, one inside the other; Word and LibreOffice write fewer than twenty
MAX_GROUPS: Final = 600_000  # of an RTF; 250 pages have some five to two hundred thousand
MAX_FIELDS: Final = 50_000  # of an RTF

_ODT_OUTSIDE: Final = re.compile(
    rb"""<(?:draw:(?:image|fill-image|object|object-ole|plugin|floating-frame|applet)|text:section-source|style:background-image)\b[^>]*xlink:href\s*=\s*["'](?:\w+:|//|\.\.)"""
)
_XML_TAG: Final = re.compile(rb"""<(/?)[A-Za-z](?:[^<>"'/]+|/(?!>)|"[^"]*"|'[^']*')*(/?)>""")
#: Parts that LibreOffice itself writes with a DOCTYPE.
_DECLARED: Final = ("META-INF/manifest.xml", "script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")
_RTF_OBJECT: Final = re.compile(rb"\\obj(?:ect|data|update|autlink|link|emb|ocx)\b")
_RTF_TEMPLATE: Final = re.compile(rb"\\\*\s*\\template\s+(?:https?:|\\\\\\\\|file://[^/])", re.IGNORECASE)
_RTF_BINARY: Final = re.compile(rb"\\bin(\d{1,9}) ?")
_RTF_FIELD: Final = re.compile(rb"\\fldinst(?![a-z])")
_RTF_FIELD_LENGTH: Final = 600  # bytes that are looked at
_RTF_ASIDE: Final = re.compile(rb"\{\s*\\\*[^{}]*\}")  # a group that a reader may pass over
_RTF_LETTER: Final = re.compile(rb"\\'([0-9A-Fa-f]{2})|\\u(-?\d{1,5}) ?\??")
_RTF_CONTROL: Final = re.compile(rb"\\[a-z]{1,32}-?\d{0,10} ?|\\[^a-z]|[{}\r\n]")
_FETCHES: Final = re.compile(rb"INCLUDETEXT|INCLUDEPICTURE|\bDDE(?:AUTO)?\b|\bIMPORT\b", re.IGNORECASE)
_NO_BRACES: Final = bytes(sorted(set(range(256)) - set(b"{}")))
_BOMB: Final = "giải nén ra lớn bất thường (kiểu bom nén)"


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))


def suffix_of(data: bytes, name: str) -> str:
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
        raise _unreadable(name, f"Tệp .doc bị hỏng hoặc tải về chưa hết; hãy tải lại, hoặc {RESAVE}.")
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
    broken = f"Tệp .odt bị hỏng hoặc tải về chưa hết; hãy tải lại, hoặc {RESAVE}."
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, name)
            names = {entry.filename for entry in entries}
            manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
            archive.getinfo("content.xml")
            for entry in entries:
                if entry.filename.endswith((".xml", ".rdf")):
                    _check_odt_xml(archive.read(entry), entry, name)
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
        raise _unreadable(name, f"Tệp .odt chứa macro nên không được mở; hãy {RESAVE}.")


def _check_odt_xml(data: bytes, entry: zipfile.ZipInfo, name: str) -> None:
    """Every XML part, not the content alone: LibreOffice reads styles, settings and scripts too."""
    declares = b"<!DOCTYPE" in data and not entry.filename.endswith(_DECLARED)
    if declares or b"\x00" in data or b"<!ENTITY" in data:
        raise _unreadable(name, f"Tệp .odt khai báo DOCTYPE, dấu hiệu của tệp độc hại; hãy {RESAVE}.")
    if _ODT_OUTSIDE.search(data):
        raise _unreadable(name, f"Tệp .odt lấy nội dung từ bên ngoài nên không được mở; hãy {RESAVE}.")
    nodes = data.count(b"<") - data.count(b"</") + data.count(b'="')
    if nodes > MAX_NODES or (nodes > NODES_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)):
        raise _unreadable(name, f"Tệp .odt {_BOMB} nên không được mở; hãy {RESAVE}.")
    if nodes > MAX_DEPTH and _is_deeper(data):
        raise _too_deep(name, ".odt")


def _is_deeper(xml: bytes) -> bool:
    """Whether elements stand more than MAX_DEPTH deep in each other."""
    depth = 0
    for closes, empty in _XML_TAG.findall(xml):
        if closes:
            depth -= 1
        elif not empty:
            depth += 1
            if depth > MAX_DEPTH:
                return True
    return False


def _too_deep(name: str, suffix: str) -> SourceUnreadable:
    return _unreadable(
        name,
        f"Tệp {suffix} lồng quá {MAX_DEPTH} tầng, không phần mềm soạn thảo nào ghi như vậy, nên không được mở; hãy {RESAVE}.",
    )


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    total = sum(entry.file_size for entry in entries)
    swollen = any(e.file_size > RATIO_FROM and e.file_size > MAX_RATIO * max(e.compress_size, 1) for e in entries)
    large = any(e.file_size > MAX_XML_PART for e in entries if e.filename.endswith((".xml", ".rdf")))
    if len(entries) > MAX_ENTRIES or total > MAX_TOTAL or swollen or large:
        raise _unreadable(name, f"Tệp .odt {_BOMB} nên không được mở; hãy {RESAVE}.")


def _check_rtf(data: bytes, name: str) -> None:
    data = _without_binary(data)
    if _RTF_OBJECT.search(data) or _RTF_TEMPLATE.search(data):
        raise _fetches(name)
    _check_groups(data, name)
    for count, field in enumerate(_RTF_FIELD.finditer(data)):
        if count >= MAX_FIELDS:
            raise _unreadable(name, f"Tệp .rtf có hơn {MAX_FIELDS} trường (field), nhiều bất thường; hãy {RESAVE}.")
        if _FETCHES.search(_field_words(data[field.end() : field.end() + _RTF_FIELD_LENGTH])):
            raise _fetches(name)


def _fetches(name: str) -> SourceUnreadable:
    return _unreadable(name, f"Tệp .rtf nhúng đối tượng hoặc trỏ ra ngoài nên không được mở; hãy {RESAVE}.")


def _without_binary(data: bytes) -> bytes:
    """The file without the bytes of pictures that stand in it raw."""
    kept, at = [], 0
    while found := _RTF_BINARY.search(data, at):
        kept.append(data[at : found.start()])
        at = found.end() + int(found.group(1))
    return b"".join((*kept, data[at:])) if kept else data


def _check_groups(data: bytes, name: str) -> None:
    """Refuse groups without number or depth: LibreOffice keeps a state of some kilobytes for each that is open."""
    bare = data.replace(rb"\\", b"").replace(rb"\{", b"").replace(rb"\}", b"") if b"\\" in data else data
    braces = bare.translate(None, _NO_BRACES)
    if len(braces) > 2 * MAX_GROUPS:
        raise _unreadable(name, f"Tệp .rtf có hơn {MAX_GROUPS} nhóm, nhiều bất thường; hãy {RESAVE}.")
    if max(accumulate(1 if brace == ord("{") else -1 for brace in braces), default=0) > MAX_DEPTH:
        raise _too_deep(name, ".rtf")


def _field_words(instruction: bytes) -> bytes:
    """What a field's instruction says: groups opened, formatting left out, letters written as codes read."""
    instruction = instruction.partition(rb"\fldrslt")[0]
    letters = _RTF_LETTER.sub(_letter, _RTF_ASIDE.sub(b"", instruction))
    return _RTF_CONTROL.sub(b"", letters)


def _letter(found: re.Match[bytes]) -> bytes:
    code = int(found.group(1), 16) if found.group(1) else int(found.group(2))
    return bytes((code,)) if 0x20 <= code < 0x7F else b"?"
