"""Old Word, OpenDocument and RTF through LibreOffice; PDF and scans of the same plan give the same words."""

import shutil
import struct
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from kedraft.errors import SourceUnreadable
from kedraft.importers import ocr, parse, read
from kedraft.importers.office import read_office
from kedraft.importers.office_gate import suffix_of
from kedraft.model.parsed import ParsedPlan
from kedraft.ooxml import libreoffice

needs_libreoffice = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(libreoffice.program() is None, reason="needs LibreOffice"),
]
BODY = (
    "Thực hiện Quyết định số 15/QĐ-TTg ngày 05/01/2026 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
    "I. MỤC ĐÍCH",
    "1. Nâng cao nhận thức của cán bộ, người dân về giữ gìn vệ sinh môi trường ở từng khu dân cư, thôn, bản trên địa bàn tỉnh.",
    "2. Gắn trách nhiệm của người đứng đầu với kết quả thực hiện; kiểm tra, đôn đốc thường xuyên, báo cáo kịp thời khi có vướng mắc.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với các sở, ngành hướng dẫn thực hiện.",
    "Trên đây là Kế hoạch năm 2026, yêu cầu các đơn vị thực hiện./.",
)


def plan() -> bytes:
    """A small plan in the decree's layout, as .docx."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin, section.right_margin = (
        Mm(210),
        Mm(297),
        Mm(30),
        Mm(15),
    )
    document.styles["Normal"].font.name = "Liberation Serif"
    document.styles["Normal"].font.size = Pt(14)
    _pair(
        document,
        ("ỦY BAN NHÂN DÂN", "TỈNH SƠN LA", "Số: 21/KH-UBND"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Sơn La, ngày 12 tháng 01 năm 2026"),
    )
    for text in ("KẾ HOẠCH", "Giữ gìn vệ sinh môi trường năm 2026"):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = True
    for text in BODY:
        document.add_paragraph(text).paragraph_format.first_line_indent = Mm(12.7)
    _pair(
        document,
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT, NN."),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Lò Văn Minh"),
    )
    document.add_paragraph()  # a table may not end a Word file
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _pair(document: "docx.document.Document", left: tuple[str, ...], right: tuple[str, ...]) -> None:
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].width, cells[1].width = Mm(65), Mm(100)
    for cell, lines in zip(cells, (left, right), strict=True):
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(0)
            for run in paragraph.runs:
                run.font.size = Pt(12)


def converted(folder: Path, suffix: str) -> bytes:
    """The plan in another format."""
    program = libreoffice.program()
    assert program is not None
    source = folder / "plan.docx"
    source.write_bytes(plan())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / f"plan.{suffix}").read_bytes()


def told(parsed: ParsedPlan) -> dict[str, object]:
    """What the twins must agree on."""
    return {
        "head": (parsed.issuer, parsed.number, parsed.symbol, parsed.place, parsed.date, parsed.subject),
        "tree": [
            (node.label, node.heading and node.heading.text, node.text and node.text.text)
            for s in parsed.sections
            for node in s.walk()
        ],
        "foot": (parsed.recipients, parsed.authority, parsed.position, parsed.signed_by),
    }


class TestWithLibreOffice:
    pytestmark = needs_libreoffice

    @pytest.mark.parametrize("suffix", ["doc", "odt", "rtf", "pdf"])
    def test_every_format_gives_the_same_plan(self, suffix: str, tmp_path: Path) -> None:
        wanted = parse(read(plan(), "plan.docx"))
        assert wanted.signed_by == "Lò Văn Minh"
        assert told(parse(read(converted(tmp_path, suffix), f"plan.{suffix}"))) == told(wanted)

    @pytest.mark.skipif(
        not ocr.is_ready() or shutil.which("pdftoppm") is None, reason="needs tesseract-ocr-vie and poppler-utils"
    )
    def test_a_scan_gives_the_same_header(self, tmp_path: Path) -> None:
        (tmp_path / "plan.pdf").write_bytes(converted(tmp_path, "pdf"))
        subprocess.run(
            [
                "pdftoppm",
                "-r",
                "300",
                "-gray",
                "-png",
                "-singlefile",
                str(tmp_path / "plan.pdf"),
                str(tmp_path / "scan"),
            ],
            check=True,
        )
        wanted = parse(read(plan(), "plan.docx"))
        assert told(parse(read((tmp_path / "scan.png").read_bytes(), "scan.png")))["head"] == told(wanted)["head"]

    @pytest.mark.parametrize("suffix", ["doc", "odt"])
    def test_a_truncated_file_is_refused(self, suffix: str, tmp_path: Path) -> None:
        data = converted(tmp_path, suffix)
        with pytest.raises(SourceUnreadable, match="hỏng"):
            read(data[: len(data) // 2], f"plan.{suffix}")

    def test_no_folder_is_left_behind(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        data = converted(tmp_path, "rtf")
        home = tmp_path / "tạm thời"
        home.mkdir()
        monkeypatch.setattr("tempfile.tempdir", str(home))
        read(data, "plan.rtf")
        assert list(home.iterdir()) == []


def test_without_libreoffice_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(SourceUnreadable, match=r"cài LibreOffice.*lưu lại .docx"):
        read_office(b"{\\rtf1 Mot}", "a.rtf")


def ole(*names: str, flags: int = 0, inside: str = "") -> bytes:
    """An OLE file whose root holds streams of these names; the storage called `inside` is not empty."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<2H", head, 26, 3, 0xFFFE)
    struct.pack_into("<2H", head, 30, 9, 6)
    struct.pack_into("<2L", head, 44, 1, 1)
    struct.pack_into("<109L", head, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128L", 0xFFFFFFFD, 2, 0xFFFFFFFE, *[0xFFFFFFFE] * 125)
    entries = [
        ("Root Entry", 0xFFFFFFFF, 1),
        *(
            (name, at + 2 if at + 1 < len(names) else 0xFFFFFFFF, 1 if name == inside else 0xFFFFFFFF)
            for at, name in enumerate(names)
        ),
    ]
    directory = bytearray()
    for name, right, child in entries:
        encoded = name.encode("utf-16-le") + b"\x00\x00"
        directory += (
            encoded.ljust(64, b"\x00")
            + struct.pack("<H2B3L", len(encoded), 2, 0, 0xFFFFFFFF, right, child)
            + bytes(36)
            + struct.pack("<LQ", 3, 4096)
        )
    word = struct.pack("<HHHHHH", 0xA5EC, 0, 0, 0, 0, flags)
    return bytes(head) + table + bytes(directory).ljust(1024, b"\x00") + word.ljust(4096, b"\x00")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (ole("EncryptedPackage", "EncryptionInfo"), "mật khẩu"),
        (ole("WordDocument", flags=0x0100), "mật khẩu"),
        (ole("WordDocument", "Macros"), "macro"),
        (ole("WordDocument", "ObjectPool", inside="ObjectPool"), "OLE"),
        (ole("Workbook"), "Excel"),
        (ole("PowerPoint Document"), "PowerPoint"),
        (ole("Contents"), "OLE kiểu cũ"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4000, "hỏng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "hỏng"),
        (b"{\\rtf1{\\object\\objemb{\\*\\objdata 00}}}", "nhúng đối tượng"),
        (b"{\\rtf1{\\*\\template http://x/y.dot}}", "trỏ ra ngoài"),
        (b'{\\rtf1{\\field{\\*\\fldinst {INCLUDE}{\\b PICTURE "http://x/y.png"}}{\\fldrslt x}}}', "trỏ ra ngoài"),
        (b'{\\rtf1{\\field{\\*\\fldinst {INC{\\*\\x y}L\\\'55DE\\i TEXT "http://x"}}}}', "trỏ ra ngoài"),
        (b"{\\rtf1{\\field{\\*\\fldinst {\\u68 ?DEAUTO x}}}}", "trỏ ra ngoài"),
        (b"{\\rtf1 " + b"{" * 300_000 + b"x" + b"}" * 300_001, "lồng quá"),
        (b"{\\rtf1 " + b"{}" * 2_000_000 + b"x}", "nhiều bất thường"),
        (b"PK\x03\x04" + bytes(40), "hỏng"),
        (b"{\\rtf1 a \\\\bin900 {\\object\\objemb{\\*\\objdata 00}}}", "nhúng đối tượng"),
        (b'{\\rtf1 a \\\\bin900 {\\field{\\*\\fldinst INCLUDETEXT "x"}}}', "trỏ ra ngoài"),
        (b"{\\rtf1{\\pict\\bin9 {\\object}}x}}", "nhúng đối tượng"),
        (b"{\\rtf1{\\pict\\bin1 \\}\\object}", "nhúng đối tượng"),
        (b"{\\rtf1{\\field{\\*\\fldinst {\\fldrslt}DDEAUTO x}}}", "trỏ ra ngoài"),
        (b"{\\rtf1{\\field{\\*\\fldinst " + b"\\b\\i" * 9_000 + b"DDEAUTO x}}}", "trỏ ra ngoài"),
        (b"{\\rtf1 {\\pict\\pngblip\\bin999999999 x}}", "độ dài"),
        (b"{\\rtf1 {\\pict\\bin" + b"9" * 5_000 + b" x}}", "độ dài"),
        (b"{\\rtf1 " + b"\\par a" * 90_000 + b"}", "đoạn văn"),
        (b"{\\rtf1 " + b"\\b\\b0" * 3_100_000 + b"}", "lệnh định dạng"),
    ],
)
def test_hostile_and_foreign_files_are_refused_without_libreoffice(
    data: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "_run", lambda command, seconds: pytest.fail("LibreOffice was started"))
    with pytest.raises(SourceUnreadable, match=said):
        read_office(data, "a.doc")


def odt(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


SPACES = {
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


def said(content: str) -> bytes:
    """A part of an open document that holds `content`; `{text}` in it stands for the name of a space."""
    spaces = " ".join(f'xmlns:{short}="{name}"' for short, name in SPACES.items())
    for short, name in SPACES.items():
        content = content.replace(f"{{{short}}}", name)
    return f"<a {spaces}>{content}</a>".encode()


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"content.xml": b"<a/>", "META-INF/manifest.xml": b"<manifest:encryption-data/>"}, "mật khẩu"),
        ({"content.xml": b"<a/>", "Basic/Standard/Module1.xml": b"<a/>"}, "macro"),
        ({"content.xml": b"<!DOCTYPE a><a/>"}, "DOCTYPE"),
        ({"content.xml": '<?xml version="1.0" encoding="IBM037"?><!DOCTYPE a><a/>'.encode("cp037")}, "hỏng"),
        ({"content.xml": b'<?xml version="1.0" encoding="windows-1251"?><a/>'}, "bảng mã"),
        ({"content.xml": said('<draw:image xlink:href="http://x/y.png"/>')}, "bên ngoài"),
        ({"content.xml": said('<d:image xmlns:d="{draw}" xlink:href="http://x/y.png"/>')}, "bên ngoài"),
        ({"content.xml": said('<draw:image a="b>c" xlink:href="http://x/y.png"/>')}, "bên ngoài"),
        ({"content.xml": said('<draw:image xlink:href="&#104;ttp://x/y.png"/>')}, "bên ngoài"),
        ({"content.xml": said('<draw:image l:href=" file:///x" xmlns:l="{xlink}"/>')}, "bên ngoài"),
        ({"content.xml": said('<t:section-source xmlns:t="{text}" xlink:href="../x.odt"/>')}, "bên ngoài"),
        ({"content.xml": said("<text:dde-connection-decl/>")}, "bên ngoài"),
        ({"content.xml": said('a<text:s text:c="60000"/>b' * 3_000)}, "khoảng trắng"),
        ({"content.xml": said('a<text:s text:c="2000000000"/>b')}, "khoảng trắng"),
        (
            {
                "content.xml": said(
                    '<table:table-row table:number-rows-repeated="60000">'
                    '<table:table-cell table:number-columns-repeated="60"/></table:table-row>'
                )
            },
            "ô bảng",
        ),
        ({"content.xml": said("<text:p>a</text:p>" * 90_000)}, "đoạn văn"),
        ({"content.xml": b"<a/>", "big": bytes(40 << 20)}, "bom nén"),
        (
            {"content.xml": b"<a/>", "styles.xml": said('<style:background-image xlink:href="//x/y.png"/>')},
            "bên ngoài",
        ),
        ({"content.xml": b"<a/>", "styles.xml": b"<!DOCTYPE a><a/>"}, "DOCTYPE"),
        ({"content.xml": b"<a/>", "META-INF/manifest.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}, "DOCTYPE"),
        ({"content.xml": b"<s a='/>'>" * 100_000 + b"x" + b"</s>" * 100_000}, "lồng quá"),
        ({"content.xml": b"<a/>" * 2_500_000}, "bom nén"),
        ({"other.xml": b"<a/>"}, "hỏng"),
    ],
)
def test_hostile_open_documents_are_refused(
    parts: dict[str, bytes], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "_run", lambda command, seconds: pytest.fail("LibreOffice was started"))
    with pytest.raises(SourceUnreadable, match=reason):
        read(odt(parts), "a.odt")


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"{\\rtf1 " + b"{\\b x}" * 20_000 + b"}", ".rtf"),
        (b"{\\rtf1 {\\pict\\bin400 " + b"{" * 400 + b"} \\{\\{" * 300 + b"x}", ".rtf"),
        (b'{\\rtf1{\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt INCLUDETEXT}}}', ".rtf"),
        (odt({"content.xml": b"<s>" * 20 + b"</s>" * 20, "META-INF/manifest.xml": b"<!DOCTYPE a><a/>"}), ".odt"),
        (odt({"content.xml": b"<s>" + b"<a b='/' c=\">\"/>" * 1_000 + b"</s>"}), ".odt"),
        (
            odt(
                {
                    "content.xml": said(
                        '<text:a xlink:href="http://x">a</text:a><draw:image xlink:href="Pictures/1.png"/>'
                    )
                }
            ),
            ".odt",
        ),
        (odt({"content.xml": said('a<text:s text:c="40"/>b' * 3_000)}), ".odt"),
        (b"{\\rtf1 a \\\\object \\\\bin900 {\\b x} C:\\\\template http://x}", ".rtf"),
        (b"{\\rtf1 {\\pict\\bin3 \\\\{\r\n}x}", ".rtf"),
    ],
)
def test_what_only_looks_hostile_passes_the_gate(data: bytes, suffix: str) -> None:
    assert suffix_of(data, "a") == suffix


def test_a_word_file_whose_pool_of_objects_is_empty_holds_none() -> None:
    assert suffix_of(ole("WordDocument", "ObjectPool"), "hop-chu.doc") == ".doc"
