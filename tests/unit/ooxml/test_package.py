"""Hostile and foreign files are refused by a sentence, quickly; ordinary ones pass."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedraft.errors import SourceUnreadable
from kedraft.ooxml.package import open_package, pack

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def types(more: str = "", main: str = MAIN) -> bytes:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{more}</Types>'
    ).encode()


def rels(*items: str) -> bytes:
    inner = "".join(items)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'.encode()


def relation(kind: str, target: str, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def document(inner: str = "") -> bytes:
    body = f"<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>{inner}"
    return f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()


def word(**replaced: bytes) -> dict[str, bytes]:
    """Parts of a sound file; keyword arguments replace some: `document`, `types`, `relations`."""
    return {
        "[Content_Types].xml": replaced.get("types", types()),
        "_rels/.rels": rels(relation("officeDocument", "word/document.xml")),
        "word/document.xml": replaced.get("document", document()),
        "word/_rels/document.xml.rels": replaced.get("relations", rels()),
    }


def with_relation(kind: str, target: str, external: bool = True) -> bytes:
    return pack(word(relations=rels(relation(kind, target, external))))


def ole(*streams: str) -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(s.encode("utf-16-le") + bytes(64) for s in streams)
    )


def bomb() -> bytes:
    body = document(f"<w:p><w:r><w:t>{'A' * 30_000_000}</w:t></w:r></w:p>")
    return pack(word(document=body))


def flood_of_tags() -> bytes:
    return pack(word(document=document("<w:p/>" * 900_000)))


def endless_words() -> str:
    """One paragraph of three megabytes that do not repeat."""
    return f"<w:p><w:r><w:t>{' '.join(map(str, range(450_000)))}</w:t></w:r></w:p>"


def many_tags() -> str:
    return "".join(f"<w:p><w:r><w:t>{i * 7919}</w:t></w:r></w:p>" for i in range(310_000))


def lying_size() -> bytes:
    """Declares 100 bytes, unpacks to many more."""
    data = bytearray(pack({**word(), "word/media/a.xml": b"<a/>" * 100_000}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.rfind(mark)
        struct.pack_into("<L", data, start + at, 100)
    return bytes(data)


def encrypted_entries() -> bytes:
    data = bytearray(pack(word()))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


def twice() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in [*word().items(), ("Word/Document.xml", document("<w:p/>"))]:
            archive.writestr(name, data)
    return stream.getvalue()


def foreign_zip(mime: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", mime)
        archive.writestr("content.xml", "<a/>")
    return stream.getvalue()


def with_doctype(encoding: str, where: str = "word/document.xml") -> bytes:
    text = '<!DOCTYPE w [<!ENTITY a "aaaa">]><w>&a;</w>'
    return pack({**word(), where: text.encode(encoding)})


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "rỗng"),
    "bomb": (bomb, "bom nén"),
    "flood of tags": (flood_of_tags, "bom nén"),
    "words without end": (lambda: pack(word(document=document(endless_words()))), "bom nén"),
    "more tags than a plan": (lambda: pack(word(document=document(many_tags())), level=1), "bom nén"),
    "pointers without end": (
        lambda: pack({**word(), "word/_rels/a.xml.rels": rels(*[relation("x", f"t{i}") for i in range(40_000)])}),
        "bom nén",
    ),
    "lying size": (lying_size, "hỏng"),
    "20,000 entries": (lambda: pack({**word(), **{f"a/{i}": b"" for i in range(20_000)}}), "quá nhiều thành phần"),
    "truncated": (lambda: pack(word())[:-200], "hỏng"),
    "doctype": (lambda: with_doctype("utf-8"), "DOCTYPE"),
    "doctype, UTF-16": (lambda: with_doctype("utf-16"), "DOCTYPE"),
    "doctype, UTF-16 big": (lambda: with_doctype("utf-16-be"), "DOCTYPE"),
    "doctype in a style": (lambda: with_doctype("utf-8", "word/styles.xml"), "DOCTYPE"),
    "doctype in the content types": (lambda: with_doctype("utf-8", "[Content_Types].xml"), "DOCTYPE"),
    "EBCDIC": (lambda: pack(word(document='<?xml version="1.0" encoding="cp037"?><a/>'.encode("cp037"))), "bảng mã lạ"),
    "UTF-7": (lambda: pack(word(document=b'<?xml version="1.0" encoding="utf-7"?><a/>')), "bảng mã lạ"),
    "macro part": (lambda: pack({**word(), "word/vbaProject.bin": b"x"}), "macro"),
    "macro type": (
        lambda: pack(word(types=types(main="application/vnd.ms-word.document.macroEnabled.main+xml"))),
        "macro",
    ),
    "OLE object": (lambda: pack({**word(), "word/embeddings/oleObject1.bin": b"x"}), "OLE"),
    "ActiveX": (lambda: pack({**word(), "word/activeX/activeX1.xml": b"<a/>"}), "ActiveX"),
    "embedded workbook": (lambda: with_relation("package", "embeddings/a.xlsx", external=False), "OLE"),
    "template elsewhere": (lambda: with_relation("attachedTemplate", "http://example.com/a.dotm"), "attachedTemplate"),
    "template on a server": (
        lambda: with_relation("attachedTemplate", "file://server/share/a.dotm"),
        "attachedTemplate",
    ),
    "template on a share": (lambda: with_relation("attachedTemplate", r"\\server\share\a.dotm"), "attachedTemplate"),
    "picture elsewhere": (lambda: with_relation("image", "https://example.com/a.png"), "hình ảnh liên kết"),
    "frame": (lambda: with_relation("frame", "https://example.com/"), "khung"),
    "object elsewhere": (lambda: with_relation("oleObject", "https://example.com/a"), "OLE"),
    "sub-document": (lambda: with_relation("subDocument", "b.docx"), "văn bản con"),
    "altChunk": (lambda: with_relation("aFChunk", "a.html", external=False), "altChunk"),
    "altChunk element": (lambda: pack(word(document=document("<w:altChunk/>"))), "altChunk"),
    "duplicate names": (twice, "trùng tên"),
    "path traversal": (lambda: pack({**word(), "../../evil": b"x"}), "đường dẫn"),
    "absolute path": (lambda: pack({**word(), "/etc/x": b"x"}), "đường dẫn"),
    "encrypted entries": (encrypted_entries, "mật khẩu"),
    "encrypted docx": (lambda: ole("EncryptionInfo", "EncryptedPackage"), "mật khẩu"),
    "old .doc": (lambda: ole("Root Entry", "WordDocument"), r"Word 97–2003 \(.doc\)"),
    "old .xls": (lambda: ole("Root Entry", "Workbook"), "Excel"),
    "PDF": (lambda: b"%PDF-1.7\n" + bytes(100), "PDF"),
    "RTF": (lambda: b"{\\rtf1 x}", "RTF"),
    "HTML": (lambda: b"\xef\xbb\xbf<html><body>x</body></html>", "HTML"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
    "plain text": (lambda: "KẾ HOẠCH".encode(), "văn bản thuần"),
    "ODT": (lambda: foreign_zip("application/vnd.oasis.opendocument.text"), "OpenDocument"),
    "zip": (lambda: foreign_zip("text/plain"), "ZIP"),
    "no main part": (lambda: pack({k: v for k, v in word().items() if k != "word/document.xml"}), "thiếu phần chính"),
    "spreadsheet": (
        lambda: pack(
            word(types=types(main="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"))
        ),
        "Excel",
    ),
    "broken content types": (lambda: pack(word(types=b"<Types>")), "hỏng"),
}


@pytest.mark.parametrize("kind", list(HOSTILE))
def test_refused_with_the_reason(kind: str) -> None:
    make, reason = HOSTILE[kind]
    data = make()
    with pytest.raises(SourceUnreadable, match=reason) as refusal:
        open_package(data, "kế hoạch.docx")
    assert str(refusal.value).startswith("kế hoạch.docx: ")
    assert refusal.value.message.endswith(".")


@pytest.mark.parametrize(
    "data",
    [
        with_relation("hyperlink", "https://example.com/"),
        with_relation("hyperlink", "mailto:a@example.com"),
        with_relation("attachedTemplate", "file:///C:\\Users\\a\\Templates\\Normal.dotm"),
        with_relation("attachedTemplate", "Normal.dotm"),
        pack(word(document=document().decode().encode("utf-16"))),
        pack(word(), level=0),
    ],
    ids=["link", "mail", "own template", "template by name", "UTF-16", "stored"],
)
def test_ordinary_files_pass(data: bytes) -> None:
    package = open_package(data, "a.docx")
    assert package.main == "word/document.xml"
    assert package.xml(package.main).tag == f"{{{WORD}}}document"


def test_a_plan_of_300_pages_with_one_sentence_repeated_passes() -> None:
    paragraph = (
        "<w:p><w:pPr><w:jc w:val='both'/></w:pPr><w:r><w:t>Triển khai thực hiện nhiệm vụ được giao.</w:t></w:r></w:p>"
    )
    data = pack(word(document=document(paragraph * 40_000)))
    assert len(open_package(data, "a.docx").part("word/document.xml")) > 4_000_000


def test_relationships_are_resolved_against_their_part() -> None:
    data = pack({**word(relations=rels(relation("styles", "../word/styles%31.xml"))), "word/styles1.xml": b"<a/>"})
    package = open_package(data, "a.docx")
    assert package.related("word/document.xml", "styles") == "word/styles1.xml"
    assert package.relationships("word/document.xml")["x"].target == "word/styles1.xml"
    assert package.content_type("word/document.xml") == MAIN.lower()


NAMES = st.text("abcđ/._-", min_size=1, max_size=12).filter(lambda name: ".." not in name and not name.startswith("/"))


@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=6), st.integers(0, 9))
def test_what_is_packed_unpacks_and_packs_to_the_same_bytes(parts: dict[str, bytes], level: int) -> None:
    data = pack(parts, level)
    assert data == pack(dict(parts), level)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts


def test_content_types_come_first() -> None:
    data = pack({"b": b"", "[Content_Types].xml": b"", "a": b""})
    assert zipfile.ZipFile(io.BytesIO(data)).namelist() == ["[Content_Types].xml", "b", "a"]


@given(st.binary(max_size=2000))
def test_noise_is_refused_and_nothing_else_happens(noise: bytes) -> None:
    for data in (noise, b"PK\x03\x04" + noise, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise):
        with pytest.raises(SourceUnreadable):
            open_package(data, "a.docx")


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_a_flipped_byte_is_refused_or_read(at: int, value: int) -> None:
    data = bytearray(pack(word()))
    data[at % len(data)] = value
    try:
        package = open_package(bytes(data), "a.docx")
        package.xml(package.main)
    except SourceUnreadable:
        pass


def test_the_checksum_is_compared() -> None:
    data = bytearray(pack(word(), level=0))
    at = data.find("Kế".encode())
    data[at] = ord("X")
    with pytest.raises(SourceUnreadable, match="hỏng"):
        open_package(bytes(data), "a.docx")
