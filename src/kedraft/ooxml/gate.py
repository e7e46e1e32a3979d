"""The gate of Word files: everything hostile is refused here, by bytes, before an XML parser sees any of it."""

import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from kedraft.errors import SourceUnreadable
from kedraft.model.place import Location
from kedraft.ooxml.relations import ContentTypes, Relationship, is_xml
from kedraft.vietnamese.letters import lazily

MEGABYTE: Final = 1 << 20
#: Largest file on disk, largest single part, all XML parts together, all parts together (bytes, unpacked).
MAX_FILE: Final = 60 * MEGABYTE
MAX_XML_PART: Final = 40 * MEGABYTE
MAX_XML_TOTAL: Final = 48 * MEGABYTE
MAX_PART: Final = 80 * MEGABYTE
MAX_TOTAL: Final = 300 * MEGABYTE
#: A part larger than RATIO_FROM bytes may not unpack to more than MAX_RATIO times its packed size.
RATIO_FROM: Final = 8 * MEGABYTE
MAX_RATIO: Final = 100
MAX_ENTRIES: Final = 2_000
MAX_DIRECTORY: Final = 400 * MAX_ENTRIES
#: Elements and attributes in one XML part; each takes some 140 bytes of memory. 300 pages of prose have 300,000 to 600,000,
#: of tables some 800,000. Above NODES_FROM they may not come out of a part packed more than MAX_RATIO times: real text never is.
MAX_NODES: Final = 900_000
NODES_FROM: Final = 500_000
MAX_POINTERS: Final = 100_000  # elements and attributes of a part with relationships: some 20,000 of them

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = b"PK\x03\x04"
_END: Final = b"PK\x05\x06"

_ENCODINGS: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be", "iso-8859-1"})
_DECLARED: Final = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_LONG_TEXT: Final = re.compile(rb"<[^<]{2000000}")  # words or attributes without a tag between: no paragraph is so long
_ENTITY_MARKS: Final = tuple(
    word.encode(code)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for code in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)
_LOCAL_TEMPLATE: Final = lazily(r"(?:file:/{0,3})?[A-Za-z]:[\\/][^/\\]|(?:file:///)?[^:/\\]+$", re.I)

RESAVE: Final = "mở bằng Word rồi lưu thành tệp .docx mới"
RIGHT_FILE: Final = "hãy chọn đúng tệp kế hoạch"

_MACRO_NAMES: Final = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")


def refuse(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))


def _damaged(name: str) -> SourceUnreadable:
    return refuse(name, f"Tệp Word bị hỏng hoặc tải về chưa hết nên không mở được; hãy tải lại, hoặc {RESAVE}.")


def check_kind(data: bytes, name: str) -> None:
    """Refuse what is no zip at all, and say what it is."""
    if not data:
        raise refuse(name, "Tệp rỗng (0 byte); hãy tải lại tệp từ nguồn.")
    if len(data) > MAX_FILE:
        size = len(data) // MEGABYTE
        limit = MAX_FILE // MEGABYTE
        raise refuse(name, f"Tệp lớn {size} MB, quá giới hạn {limit} MB; hãy nén hoặc bỏ bớt hình ảnh rồi lưu lại.")
    if data.startswith(_OLE):
        raise refuse(name, _ole_reason(data))
    if not data.startswith(_ZIP):
        raise refuse(name, _foreign_reason(data))


def _ole_reason(data: bytes) -> str:
    """Old Office container: an encrypted .docx, a .doc, or another program's file."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return "Tệp Word được đặt mật khẩu (mã hóa); hãy mở bằng Word, gỡ mật khẩu rồi lưu lại thành tệp .docx."
    if holds("WordDocument"):
        return (
            "Tệp này thực ra là Word 97–2003 (.doc), không phải .docx; "
            "hãy đổi đuôi thành .doc, hoặc mở bằng Word rồi lưu lại thành tệp .docx."
        )
    if holds("Workbook"):
        return f"Tệp này thực ra là bảng tính Excel cũ (.xls), không phải văn bản Word; {RIGHT_FILE}."
    if holds("PowerPoint Document"):
        return f"Tệp này thực ra là trình chiếu PowerPoint cũ (.ppt), không phải văn bản Word; {RIGHT_FILE}."
    return f"Tệp này là một gói OLE kiểu cũ, không phải văn bản Word .docx; hãy {RESAVE}."


_SIGNATURES: Final = (
    (b"%PDF-", "PDF", ".pdf"),
    (b"{\\rtf", "RTF", ".rtf"),
    (b"\x89PNG\r\n\x1a\n", "ảnh PNG", ".png"),
    (b"\xff\xd8\xff", "ảnh JPEG", ".jpg"),
    (b"II*\x00", "ảnh TIFF", ".tif"),
    (b"MM\x00*", "ảnh TIFF", ".tif"),
    (b"Rar!", "tệp nén RAR", ".rar"),
    (b"7z\xbc\xaf\x27\x1c", "tệp nén 7-Zip", ".7z"),
    (b"\x1f\x8b", "tệp nén GZIP", ".gz"),
    (b"MZ", "chương trình Windows", ".exe"),
)


def _foreign_reason(data: bytes) -> str:
    """What a file that is neither zip nor OLE really is."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, kind, suffix in _SIGNATURES:
        if data.startswith(mark) or head.startswith(mark):
            return f"Tệp này thực ra là {kind}, không phải Word .docx; hãy đổi đuôi thành {suffix} hoặc chọn đúng tệp."
    lower = head.lower()
    if lower.startswith((b"<!doctype html", b"<html")) or b"<html" in lower:
        return "Tệp này thực ra là trang web (HTML), không phải Word .docx; hãy đổi đuôi thành .html hoặc tải tệp gốc."
    if lower.startswith(b"<?xml"):
        return "Tệp này thực ra là XML, không phải Word .docx; hãy mở bằng Word rồi lưu lại thành tệp .docx."
    if data.startswith(b"PK"):
        return "Tệp nén rỗng hoặc bị cắt, không phải Word .docx; hãy tải lại tệp từ nguồn."
    if b"\x00" not in data[:4096]:
        return "Tệp này thực ra là văn bản thuần, không phải Word .docx; hãy đổi đuôi thành .txt hoặc chọn đúng tệp."
    return "Tệp này không phải Word .docx; hãy kiểm tra lại tệp, mở bằng Word rồi lưu thành tệp .docx."


def open_zip(data: bytes, name: str) -> zipfile.ZipFile:
    """Open the container; the size of its directory is looked at before `zipfile` walks it."""
    at = data.rfind(_END, max(0, len(data) - 65_557))
    if at < 0 or at + 22 > len(data):
        raise _damaged(name)
    entries, directory = struct.unpack_from("<HL", data, at + 10)
    if entries > MAX_ENTRIES or directory > MAX_DIRECTORY:
        raise _too_many(name)
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError, UnicodeError) as error:
        raise _damaged(name) from error


def _too_many(name: str) -> SourceUnreadable:
    return refuse(
        name,
        f"Tệp chứa quá nhiều thành phần (giới hạn {MAX_ENTRIES}) nên không phải văn bản Word bình thường; "
        f"hãy {RESAVE}.",
    )


def check_entries(archive: zipfile.ZipFile, name: str) -> Mapping[str, str]:
    """Names and declared sizes; returns names in lower case -> as stored, folders left out."""
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise _too_many(name)
    names: dict[str, str] = {}
    total = 0
    for entry in entries:
        _check_entry(entry, name)
        total += entry.file_size
        if entry.is_dir():
            continue
        if entry.filename.lower() in names:
            raise refuse(
                name,
                f"Tệp có hai thành phần trùng tên ({entry.filename}), không rõ phần nào là thật; hãy {RESAVE}.",
            )
        names[entry.filename.lower()] = entry.filename
    if total > MAX_TOTAL:
        raise _bomb(name)
    return names


def _check_entry(entry: zipfile.ZipInfo, name: str) -> None:
    """One entry's name, flags, method and sizes."""
    path = entry.orig_filename
    if path.startswith("/") or "\\" in path or ":" in path or "\x00" in path or ".." in path.split("/"):
        raise refuse(
            name,
            "Tệp có thành phần mang đường dẫn ra ngoài gói, dấu hiệu của tệp độc hại; "
            f"nếu nguồn đáng tin cậy, hãy {RESAVE}.",
        )
    if entry.flag_bits & 0x1:
        raise refuse(name, "Tệp nén được đặt mật khẩu; hãy gỡ mật khẩu rồi lưu lại thành tệp .docx.")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refuse(name, f"Tệp nén theo cách mà Word không dùng; hãy {RESAVE}.")
    bomb = entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
    if bomb or entry.file_size > MAX_PART:
        raise _bomb(name)


def _bomb(name: str) -> SourceUnreadable:
    return refuse(
        name,
        "Tệp giải nén ra lớn bất thường (kiểu bom nén) nên không được mở; "
        "hãy mở bằng Word, bỏ bớt hình ảnh và đối tượng thừa rồi lưu thành tệp .docx mới.",
    )


def unpack(archive: zipfile.ZipFile, part: str, name: str, limit: int = MAX_PART) -> bytes:
    """Bytes of one part, never more than declared nor than `limit`."""
    try:
        info = archive.getinfo(part)
        if info.file_size > limit:
            raise _bomb(name)
        with archive.open(info) as stream:
            data = stream.read(limit + 1)
            stream.read(1)  # reaches the end, so that the checksum is compared
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, struct.error) as error:
        raise _damaged(name) from error
    if len(data) != info.file_size:
        raise _damaged(name)
    return data


def zip_reason(archive: zipfile.ZipFile, names: Mapping[str, str]) -> str:
    """What a zip without content types really is."""
    if "mimetype" in names:
        with archive.open(names["mimetype"]) as stream:
            mime = stream.read(200)
        if mime.startswith(b"application/vnd.oasis.opendocument.text"):
            return "Tệp này thực ra là OpenDocument (.odt), không phải Word .docx; hãy mở bằng Word rồi lưu lại thành tệp .docx."
        if mime.startswith(b"application/vnd.oasis"):
            return f"Tệp này thực ra là tệp OpenDocument khác, không phải văn bản Word; {RIGHT_FILE}."
    return "Tệp này là một tệp nén ZIP thường, không phải Word .docx; hãy giải nén rồi chọn tệp kế hoạch bên trong."


def check_xml(archive: zipfile.ZipFile, names: Mapping[str, str], types: ContentTypes, name: str) -> dict[str, bytes]:
    """Unpack and scan every XML part."""
    chosen = [stored for stored in names.values() if is_xml(stored, types)]
    sizes = [archive.getinfo(stored).file_size for stored in chosen]
    if sum(sizes) > MAX_XML_TOTAL or max(sizes, default=0) > MAX_XML_PART:
        raise _bomb(name)
    parts: dict[str, bytes] = {}
    for stored in chosen:
        data = unpack(archive, stored, name, MAX_XML_PART)
        check_xml_bytes(data, archive.getinfo(stored), name)
        parts[stored] = data
    return parts


def check_xml_bytes(data: bytes, entry: zipfile.ZipInfo, name: str) -> None:
    """Refuse DOCTYPE and ENTITY in any encoding, encodings that could hide them, and floods of tags."""
    if declares_entities(data):
        raise refuse(
            name,
            f"Phần {entry.filename} khai báo DOCTYPE hoặc ENTITY, điều mà Word không bao giờ ghi "
            f"và là dấu hiệu của tệp độc hại; hãy {RESAVE}.",
        )
    if not encoding_is_plain(data):
        raise refuse(name, f"Phần {entry.filename} dùng bảng mã lạ; hãy {RESAVE}.")
    nodes = data.count(b"<") - data.count(b"</") + data.count(b'="') + data.count(b"='")
    most = MAX_POINTERS if entry.filename.lower().endswith(".rels") else MAX_NODES
    dense = nodes > NODES_FROM and len(data) > MAX_RATIO * max(entry.compress_size, 1)
    if dense or nodes > most or _LONG_TEXT.search(data):
        raise _bomb(name)


def declares_entities(data: bytes) -> bool:
    """Whether DOCTYPE or ENTITY stands anywhere in a part, in any encoding that the gate lets in."""
    return (b"<!" in data or b"\x00" in data) and any(mark in data for mark in _ENTITY_MARKS)


def encoding_is_plain(data: bytes) -> bool:
    """UTF-8 (or a part of it) or UTF-16, so that the byte scan cannot be led astray."""
    if data[:4] in (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"):
        return False
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4] in (b"<\x00?\x00", b"\x00<\x00?"):
        head = data[:400].replace(b"\x00", b"")
    else:
        head = data[:400]
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        if start and not start.startswith(b"<"):
            return False
    declared = _DECLARED.search(head)
    return declared is None or declared.group(1).decode("ascii").lower() in _ENCODINGS


def check_parts(parts: tuple[str, ...], types: ContentTypes, name: str) -> None:
    """Refuse macros and embedded objects, by the names and types of the parts."""
    known = {types.of(part) for part in parts}
    names = [part.lower() for part in parts]
    if any(n.endswith(_MACRO_NAMES) for n in names) or any("vbaproject" in t or "macroenabled" in t for t in known):
        raise _macro(name)
    if any("oleobject" in text or "/activex" in text for text in (*names, *known)):
        raise _embedded(name)


def check_body(main: bytes, name: str) -> None:
    """Refuse a document that pulls in another one."""
    if b"altChunk" in main:
        raise _alt_chunk(name)


def _macro(name: str) -> SourceUnreadable:
    return refuse(
        name,
        "Tệp chứa macro nên không được mở; "
        "hãy mở bằng Word rồi lưu lại với kiểu “Word Document (.docx)”, là kiểu không có macro.",
    )


def _embedded(name: str) -> SourceUnreadable:
    return refuse(
        name,
        "Tệp nhúng đối tượng OLE hoặc ActiveX (bảng Excel, công thức cũ, nút điều khiển) nên không được mở; "
        "hãy mở bằng Word, đổi đối tượng đó thành bảng hoặc hình ảnh rồi lưu lại.",
    )


def _alt_chunk(name: str) -> SourceUnreadable:
    return refuse(
        name,
        f"Tệp nhúng nguyên một văn bản khác (altChunk) nên không được mở; hãy {RESAVE}.",
    )


_EMBEDDED_KINDS: Final = frozenset({"oleobject", "control", "activexcontrolbinary", "activexcontrol"})


def check_relationship(relation: Relationship, source: str, name: str) -> None:
    """Refuse a pointer that would pull something in, from inside or outside."""
    kind = relation.kind.lower()
    if kind == "afchunk":
        raise _alt_chunk(name)
    if kind == "vbaproject":
        raise _macro(name)
    if not relation.external:
        if kind in _EMBEDDED_KINDS or (kind == "package" and "/charts/" not in f"/{source}"):
            raise _embedded(name)
        return
    if kind == "hyperlink":  # never followed, whatever it points to
        return
    if kind == "attachedtemplate" and is_local_template(relation.target):
        return  # the author's own Normal.dotm: Word writes it into ordinary files
    raise refuse(name, _external_reason(kind))


def is_local_template(target: str) -> bool:
    """Whether an attached template lies on the author's own machine: it is never opened."""
    return _LOCAL_TEMPLATE.match(target) is not None


def _external_reason(kind: str) -> str:
    what = {
        "attachedtemplate": "khuôn mẫu từ máy khác (attachedTemplate)",
        "image": "hình ảnh liên kết từ bên ngoài",
        "frame": "khung lấy nội dung từ bên ngoài",
        "oleobject": "đối tượng OLE từ bên ngoài",
        "subdocument": "văn bản con từ bên ngoài",
    }.get(kind, f"nội dung từ bên ngoài ({kind or 'không rõ loại'})")
    return (
        f"Tệp trỏ tới {what} nên không được mở; "
        "hãy mở bằng Word, gỡ liên kết đó (Tệp > Thông tin > Sửa liên kết) rồi lưu lại."
    )
