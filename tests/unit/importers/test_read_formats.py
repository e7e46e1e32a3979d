"""The format is told by content; what is no plan's file is refused in words that help."""

import subprocess
import sys
import unicodedata

import pytest

from kedraft.errors import SourceUnreadable
from kedraft.importers.read import read
from kedraft.importers.sniff import Kind, kind_of
from kedraft.model.source import SourceFormat, SourceParagraph, SourceText

TEXT = (
    "Ủy ban nhân dân xã Ba Sơn xây dựng Kế hoạch triển khai thực hiện công tác tuyên truyền, phổ biến pháp luật.\n"
    "Đề nghị các ban, ngành, đoàn thể phối hợp chặt chẽ, kịp thời, hiệu quả; bố trí kinh phí đầy đủ.\n"
)


def words(source: SourceText) -> str:
    return " ".join(" ".join(paragraph.text.text for paragraph in source.paragraphs()).split())


def cp1258(text: str) -> bytes:
    """Text in Windows-1258, which writes the tone behind its letter."""
    out = ""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        out += unicodedata.normalize("NFC", "".join(part for part in parts if part not in tone)) + tone
    return out.encode("cp1258")


TCVN3 = (
    "ñy ban nh©n d©n x· Ba S¬n x©y dùng KÕ ho¹ch triÓn khai thùc hiÖn c«ng t¸c tuyªn truyÒn, phæ biÕn ph¸p luËt.\n"
    "§Ò nghÞ c¸c ban, ngµnh, ®oµn thÓ phèi hîp chÆt chÏ, kÞp thêi, hiÖu qu¶; bè trÝ kinh phÝ ®Çy ®ñ.\n"
)
VNI = (
    "UÛy ban nhaân daân xaõ Ba Sôn xaây döïng Keá hoaïch trieån khai thöïc hieän coâng taùc tuyeân truyeàn, phoå bieán phaùp luaät.\n"
    "Ñeà nghò caùc ban, ngaønh, ñoaøn theå phoái hôïp chaët cheõ, kòp thôøi, hieäu quaû; boá trí kinh phí ñaày ñuû.\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_unicode_text_is_read_without_a_word_said(encoding: str) -> None:
    source = read(TEXT.encode(encoding), "a.txt")
    assert words(source) == " ".join(TEXT.split())
    assert source.findings == ()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (cp1258(TEXT), "Windows-1258"),
        (TCVN3.encode("latin-1"), "TCVN3"),
        (VNI.encode("cp1252"), "VNI"),
        (TCVN3.encode(), "TCVN3"),
        (VNI.encode(), "VNI"),
    ],
)
def test_old_vietnamese_letters_become_unicode_with_a_finding(data: bytes, name: str) -> None:
    source = read(data, "a.txt")
    assert words(source).casefold() == " ".join(TEXT.split()).casefold()
    (finding,) = source.findings
    assert finding.rule == "KH-TM-08"
    assert name in finding.message


@pytest.mark.parametrize("code", ["latin-1", "utf-8"])
def test_capitals_of_a_font_without_marked_capitals_are_put_back(code: str) -> None:
    """TCVN3 has one letter for `â` and `Â` with a tone: a line of capitals comes with small letters in it."""
    head = "\u00f1Y BAN NH\u00a9N D\u00a9N X\u00b7\nN\u00acI NH\u00cbN: T\u00ea S\u00acN\n"
    assert words(read(f"{head}{TCVN3}".encode(code), "a.txt")).startswith("ỦY BAN NHÂN DÂN XÃ NƠI NHẬN: TỜ SƠN ")


@pytest.mark.parametrize("data", [b"caf\xe9 d\xe9j\xe0 vu tr\xe8s fran\xe7ais " * 10, b"\x80\x81\xff\xfe\xfa" * 30])
def test_letters_of_no_known_encoding_are_never_garbled_silently(data: bytes) -> None:
    with pytest.raises(SourceUnreadable, match=r"bảng mã.*UTF-8"):
        read(data, "a.txt")


def test_a_damaged_letter_in_unicode_text_is_shown_and_counted() -> None:
    source = read(TEXT.encode().replace("kịp".encode(), b"k\xe1\xbbp"), "a.txt")
    assert [(finding.rule, finding.severity.value) for finding in source.findings] == [("KH-TM-14", "error")]
    assert "Có 1 chữ" in source.findings[0].message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (TEXT.encode(), Kind.TEXT),
        (b"<!DOCTYPE html><p>x", Kind.HTML),
        (b"<p>Mot</p><p>Hai</p><p>Ba</p>", Kind.HTML),
        ("<p>Một</p><p>Hai</p><p>Ba</p>".encode("utf-16"), Kind.HTML),
        (b"| a<br>b | c<br>d |\n|---|---|\n| 5 < 6 | e<br>f |\n" * 3, Kind.TEXT),
        (b"{\\rtf1 x}", Kind.RTF),
        (b"\xef\xbb\xbf\n%PDF-1.7", Kind.PDF),
        (b"\x89PNG\r\n\x1a\n", Kind.IMAGE),
        (b"\xff\xd8\xff\xe0", Kind.IMAGE),
        (b"II*\x00", Kind.IMAGE),
        (b"PK\x03\x04" + bytes(60), Kind.ZIP),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", Kind.ODT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
    ],
)
def test_the_format_is_told_by_content(data: bytes, kind: Kind) -> None:
    assert kind_of(data, "tên-gì-cũng-được.docx") is kind


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "rỗng"),
        (b" \r\n\xef\xbb\xbf\x00", "rỗng"),
        (b"MZ\x90\x00\x03" + bytes(200), "chương trình Windows"),
        (b"Rar!\x1a\x07\x00" + bytes(200), "RAR.*giải nén"),
        (b"\x1f\x8b\x08" + bytes(range(200)), "GZIP"),
        (b"\x00\x01\x02\x03" * 300, "dữ liệu máy"),
        (b"PK\x05\x06" + bytes(18), "ZIP rỗng"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "XML.*docx"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "mht"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_is(data: bytes, said: str) -> None:
    with pytest.raises(SourceUnreadable, match=said) as caught:
        read(data, "kế hoạch.docx")
    assert str(caught.value).startswith("kế hoạch.docx: ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("KẾ HOẠCH\n" * 28_000, "20000 dòng"),
        ("|" * 400_000 + "\n" + "|-" * 200_000, "kẻ bảng"),
        ("|a|b|\n" * 14_000, "kẻ bảng"),
        ("chữ " * 200_000, "500000 chữ"),
    ],
)
def test_a_text_that_no_plan_could_be_is_refused(text: str, said: str) -> None:
    with pytest.raises(SourceUnreadable, match=said):
        read(text.encode(), "a.txt")


def test_a_line_of_more_pipes_than_a_table_has_columns_is_a_line() -> None:
    (line,) = read(("| a " * 70).encode(), "a.txt").blocks
    assert isinstance(line, SourceParagraph)
    assert line.text.text == ("| a " * 70).strip()


def test_a_text_that_begins_like_a_program_is_a_text() -> None:
    assert read(b"MZ la hai chu cai.\n" + TEXT.encode(), "a.txt").format is SourceFormat.TEXT


def test_a_name_that_promises_another_format_is_only_a_finding() -> None:
    source = read(TEXT.encode(), "kế hoạch.pdf")
    assert source.format is SourceFormat.TEXT
    assert [(finding.rule, finding.severity.value) for finding in source.findings] == [("KH-TM-07", "info")]


def test_reading_starts_without_the_parsers_that_a_text_does_not_need() -> None:
    code = (
        "import sys; from kedraft.importers.read import read; read(b'KE HOACH', '-');"
        "print([m for m in ('pypdfium2', 'lxml', 'zipfile', 'docx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pypdfium2" not in done.stdout
    assert "docx" not in done.stdout
