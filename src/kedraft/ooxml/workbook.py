"""The gate of Excel files: the same checks as for Word files, said in the words of a sheet."""

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from kedraft.errors import SourceUnreadable
from kedraft.ooxml.gate import (
    MEGABYTE,
    check_entries,
    check_kind,
    check_xml,
    check_xml_bytes,
    open_zip,
    refuse,
    unpack,
)
from kedraft.ooxml.relations import ContentTypes, relationships_of, source_of
from kedraft.ooxml.xml import parse_xml

_FORMULA: Final = re.compile(rb"<f[ >/]")
_RESAVE: Final = "mở bằng Excel rồi lưu thành tệp .xlsx mới"
#: What the gate says of Word files, in the words of a sheet; the first that fits is used for each place.
_WORDS: Final = (
    ("thực ra là bảng tính Excel cũ (.xls), không phải văn bản Word; hãy chọn đúng tệp kế hoạch", f"là Excel cũ (.xls); hãy {_RESAVE}"),
    ("thực ra là Word 97–2003 (.doc), không phải .docx; hãy đổi đuôi thành .doc, hoặc mở bằng Word rồi lưu lại thành tệp .docx",
     "là văn bản .doc, không phải bảng địa phương; hãy chọn đúng tệp"),
    ("đổi đuôi thành .txt", "đổi đuôi thành .csv"),
    ("đúng tệp kế hoạch", "đúng tệp bảng địa phương"),
    ("tệp kế hoạch bên trong", "bảng địa phương bên trong"),
    ("văn bản Word", "bảng tính Excel"),
    ("Word Document", "Excel Workbook"),
    ("Word", "Excel"),
    (".docx", ".xlsx"),
)  # fmt: skip


def check_workbook(data: bytes, name: str) -> bool:
    """Refuses what is no harmless .xlsx; tells whether any sheet holds formulas.

    Raises:
        SourceUnreadable: with the reason and the remedy.
    """
    try:
        names, types, parts = _opened(data, name)
    except SourceUnreadable as error:
        message = error.message
        for word, ours in _WORDS:
            message = message.replace(word, ours)
        raise SourceUnreadable(message, error.where) from error
    _refuse_active(names, types, name)
    if "xl/workbook.xml" not in map(str.lower, names):
        what = "văn bản .docx" if "word/document.xml" in names else "tệp loại khác"
        raise refuse(name, f"Tệp này thực ra là {what}, không phải bảng địa phương; hãy chọn đúng tệp.")
    for part, content in parts.items():
        if part.lower().endswith(".rels"):
            _refuse_external(content, source_of(part), name)
    return any(_FORMULA.search(content) for part, content in parts.items() if part.lower().startswith("xl/worksheets/"))


def _opened(data: bytes, name: str) -> tuple[tuple[str, ...], ContentTypes, Mapping[str, bytes]]:
    """Names of all parts, their types, and the XML parts scanned."""
    check_kind(data, name)
    archive = open_zip(data, name)
    names = check_entries(archive, name)
    stored = names.get("[content_types].xml")
    if stored is None:
        raise refuse(name, f"Tệp này là một tệp nén thường, không phải bảng tính Excel; hãy {_RESAVE}.")
    head = unpack(archive, stored, name, MEGABYTE)
    check_xml_bytes(head, archive.getinfo(stored), name)
    types = ContentTypes(_parsed(head, name))
    return tuple(names.values()), types, check_xml(archive, names, types, name)


def _parsed(data: bytes, name: str) -> etree._Element:
    try:
        return parse_xml(data)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refuse(name, f"Tệp Excel bị hỏng nên không đọc được; hãy {_RESAVE}.") from error


def _refuse_active(parts: tuple[str, ...], types: ContentTypes, name: str) -> None:
    kinds = {types.of(part).lower() for part in parts}
    lower = [part.lower() for part in parts]
    if any("vbaproject" in text for text in (*lower, *kinds)) or any("macroenabled" in kind for kind in kinds):
        message = (
            "Tệp chứa macro nên không được mở; hãy lưu lại với kiểu “Excel Workbook (.xlsx)”, là kiểu không có macro."
        )
        raise refuse(name, message)
    if any(part.startswith(("xl/embeddings/", "xl/activex/", "xl/macrosheets/")) for part in lower):
        raise refuse(name, f"Tệp nhúng đối tượng hoặc nút điều khiển nên không được mở; hãy xóa chúng rồi {_RESAVE}.")


def _refuse_external(content: bytes, source: str, name: str) -> None:
    for relation in relationships_of(_parsed(content, name), source).values():
        if relation.external and relation.kind.lower() != "hyperlink":
            message = (
                "Tệp lấy số liệu từ tệp khác (liên kết ngoài) nên không được mở; hãy chép các ô đó, "
                f"dán dạng giá trị (Paste Values), bỏ liên kết (Data > Edit Links), rồi {_RESAVE}."
            )
            raise refuse(name, message)
