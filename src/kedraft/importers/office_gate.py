"""The gate of .doc, .odt and .rtf: what is hostile, encrypted or something else is refused before LibreOffice sees it."""

import struct
from collections.abc import Iterator

from kedraft.errors import SourceUnreadable
from kedraft.importers.odt_gate import check_odt
from kedraft.importers.office_limits import RESAVE
from kedraft.importers.rtf_gate import check_rtf
from kedraft.model.place import Location

_NO_ENTRY = 0xFFFFFFFA  # from here on an entry's number means none


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))


def suffix_of(data: bytes, name: str) -> str:
    """The suffix that the content calls for. Raises `SourceUnreadable` for what is hostile or no text document."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        _check_ole(data, name)
        return ".doc"
    if data.startswith(b"PK"):
        check_odt(data, name)
        return ".odt"
    check_rtf(data, name)
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
    if _holds_objects(data):
        raise _unreadable(
            name,
            "Tệp .doc nhúng đối tượng OLE (bảng Excel, công thức cũ) nên không được mở; hãy đổi đối tượng thành bảng hoặc hình ảnh rồi lưu lại thành tệp .docx.",
        )
    head = data[512 * (streams["worddocument"] + 1) :][:12] if data[30:32] == b"\x09\x00" else b""
    if len(head) == 12 and head[:2] == b"\xec\xa5" and head[11] & 0x01:
        raise _unreadable(
            name, "Tệp .doc được đặt mật khẩu; hãy mở bằng Word, gỡ mật khẩu rồi lưu lại thành tệp .docx."
        )


def _holds_objects(data: bytes) -> bool:
    """Whether the storage of embedded objects has anything in it; text boxes leave it empty."""
    size = 1 << min(max(struct.unpack_from("<H", data, 30)[0], 9), 12)
    pools = (child for name, _, _, child, _ in _ole_entries(data, size) if name.lower() == "objectpool")
    return any(child < _NO_ENTRY for child in pools)


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
