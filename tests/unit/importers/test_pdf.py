"""PDFs written by hand: what stands where decides what is a paragraph, a column, a table, a page number."""

import base64
import random
import zlib

import pytest
from mini_pdf import Sheet, pdf, stream

from kedraft.errors import SourceUnreadable
from kedraft.importers import ocr, pdfium
from kedraft.importers.pdf import read_pdf
from kedraft.model.source import SourceFormat, SourceParagraph, SourceTable, SourceText


def texts(source: SourceText) -> list[str]:
    return [block.text.text for block in source.blocks if isinstance(block, SourceParagraph)]


def cells(table: SourceTable) -> list[list[str]]:
    return [["/".join(p.text.text for p in cell.paragraphs) for cell in row] for row in table.rows]


def long(words: str, letters: int = 66) -> str:
    """A line of about `letters` letters that begins with `words`: it reaches the right edge of the text."""
    return (words + " và phối hợp thực hiện" * 5)[:letters].rstrip().ljust(letters, "h")


def test_lines_of_one_paragraph_are_joined_and_a_short_line_ends_it() -> None:
    sheet = Sheet().lines(85, 100, long("một"), long("hai"), "ba hết.", long("Bốn"), "năm hết.")
    read = texts(read_pdf(pdf(sheet), "a.pdf"))
    assert [text[:3] for text in read] == ["một", "Bốn"]
    assert read[0].endswith("ba hết.")


def test_an_indented_line_opens_a_paragraph_even_after_a_full_line() -> None:
    sheet = Sheet()
    for at in range(4):
        sheet.write(121, 100 + at * 38, long(f"Đoạn {at}", 60)).write(85, 119 + at * 38, long("tiếp"))
    read = texts(read_pdf(pdf(sheet), "a.pdf"))
    assert [text[:6] for text in read] == [f"Đoạn {at}" for at in range(4)]


def test_a_paragraph_goes_on_over_the_page_end_and_page_numbers_are_set_aside() -> None:
    first = Sheet().lines(85, 700, long("một"), long("hai"), long("ba")).write(295, 810, "1")
    second = Sheet().write(295, 40, "2").lines(85, 80, long("bốn"), "năm hết.", "Sáu.")
    source = read_pdf(pdf(first, second), "a.pdf")
    read = texts(source)
    assert len(read) == 2
    assert read[0].startswith("một")
    assert read[0].endswith("năm hết.")
    assert sorted(aside.text.text for aside in source.asides) == ["1", "2"]


def test_paragraphs_know_their_page() -> None:
    source = read_pdf(pdf(Sheet().write(85, 100, "Một."), Sheet().write(85, 100, "Hai.")), "a.pdf")
    assert [str(block.place) for block in source.blocks] == ["a.pdf, trang 1", "a.pdf, trang 2"]


def test_the_left_cell_of_the_header_comes_before_the_right_one() -> None:
    sheet = (
        Sheet()
        .write(85, 60, "ỦY BAN NHÂN DÂN", 13, True)
        .write(300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True)
        .write(100, 78, "XÃ BA SƠN", 13, True)
        .write(330, 78, "Độc lập - Tự do - Hạnh phúc", 13, True)
        .write(95, 110, "Số: 12/KH-UBND", 13)
        .write(330, 110, "Ba Sơn, ngày 02 tháng 3 năm 2026", 13)
        .write(270, 150, "KẾ HOẠCH", 14, True)
    )
    assert texts(read_pdf(pdf(sheet), "a.pdf")) == [
        "ỦY BAN NHÂN DÂN",
        "XÃ BA SƠN",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Ba Sơn, ngày 02 tháng 3 năm 2026",
        "KẾ HOẠCH",
    ]


def test_a_star_beside_the_date_is_still_the_headers() -> None:
    sheet = (
        Sheet()
        .write(85, 60, "ĐẢNG BỘ TỈNH LẠNG SƠN", 13)
        .write(330, 60, "ĐẢNG CỘNG SẢN VIỆT NAM", 13)
        .write(85, 78, "ĐẢNG UỶ XÃ BA SƠN", 13)
        .write(330, 78, "Ba Sơn, ngày 02 tháng 3 năm", 13)
        .write(140, 96, "*", 13)
        .write(330, 96, "2026", 13)
        .write(110, 114, "Số 12-KH/ĐU", 13)
        .write(270, 150, "KẾ HOẠCH", 14, True)
    )
    lines = texts(read_pdf(pdf(sheet), "a.pdf"))
    assert " ".join(lines) == (
        "ĐẢNG BỘ TỈNH LẠNG SƠN ĐẢNG UỶ XÃ BA SƠN * Số 12-KH/ĐU "
        "ĐẢNG CỘNG SẢN VIỆT NAM Ba Sơn, ngày 02 tháng 3 năm 2026 KẾ HOẠCH"
    )


def test_two_lines_that_end_alike_by_chance_are_not_the_edge_of_the_text() -> None:
    words = ["Trồng cây xanh", "Quét sân trong", "Sửa đu quay cũ của trẻ em ở cả bảy thôn trong năm nay."]
    sheet = Sheet().lines(85, 100, *words, "Tưới cây", step=19)
    assert texts(read_pdf(pdf(sheet), "a.pdf")) == [*words, "Tưới cây"]


def test_recipients_come_before_the_signature_and_their_wrapped_lines_are_joined() -> None:
    sheet = (
        Sheet()
        .lines(85, 300, long("Trên đây"), "thực hiện./.")
        .write(85, 400, "Nơi nhận:", 12)
        .write(330, 402, "KT. CHỦ TỊCH", 14, True)
        .lines(85, 416, "- Đảng ủy, HĐND xã và", "các đoàn thể;", "- Lưu: VT.", step=14, size=11)
        .write(325, 420, "PHÓ CHỦ TỊCH", 14, True)
        .write(330, 520, "Hoàng Văn Bình", 14, True)
    )
    assert texts(read_pdf(pdf(sheet), "a.pdf"))[1:] == [
        "Nơi nhận:",
        "- Đảng ủy, HĐND xã và các đoàn thể;",
        "- Lưu: VT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Hoàng Văn Bình",
    ]


def foot_begun() -> Sheet:
    """A page that ends within the foot."""
    sheet = Sheet().lines(85, 600, long("Trên đây"), "thực hiện./.").write(85, 740, "Nơi nhận:", 12)
    sheet.write(360, 740, "TM. ỦY BAN NHÂN DÂN", 13, True).write(395, 756, "CHỦ TỊCH", 13, True)
    return sheet.lines(85, 754, "- UBND tỉnh;", "- Đảng ủy xã;", step=14, size=11)


def annex(sheet: Sheet) -> Sheet:
    """An annex right behind the foot, on the same page."""
    sheet.write(265, 150, "PHỤ LỤC I", 14, True).write(205, 170, "Danh mục nhiệm vụ", 14, True)
    return sheet.lines(85, 200, long("1. một"), long("một hai"), "hết.", "3. Ba.")


ANNEX = ["PHỤ LỤC I", "Danh mục nhiệm vụ", f"{long('1. một')} {long('một hai')} hết.", "3. Ba."]


@pytest.mark.parametrize(
    ("left", "right", "read"),
    [
        (["- Các thôn;", "- Lưu: VT."], ["", "Hoàng Văn Bình"], ["- Các thôn;", "- Lưu: VT.", "Hoàng Văn Bình"]),
        ([], ["Hoàng Văn Bình"], ["Hoàng Văn Bình"]),
        (["- Lưu: VT."], [], ["- Lưu: VT."]),
        (["- Lưu: VT."], ["Hoàng Văn Bình"], ["- Lưu: VT.", "Hoàng Văn Bình"]),
    ],
)
def test_a_foot_that_goes_on_over_the_page_ends_where_an_annex_begins(
    left: list[str], right: list[str], read: list[str]
) -> None:
    rest = Sheet().lines(85, 60, *left, step=14, size=11)
    for at, text in enumerate(right):
        rest.write(380, 60 + at * 14, text, 14, True)
    found = texts(read_pdf(pdf(foot_begun(), annex(rest)), "a.pdf"))
    assert found[found.index("CHỦ TỊCH") + 1 :] == [*read, *ANNEX]


def test_an_annex_below_the_foot_on_the_same_page_is_not_part_of_its_columns() -> None:
    sheet = Sheet().write(85, 50, "Nơi nhận:", 12).lines(85, 64, "- Lưu: VT.", size=11)
    sheet.write(395, 64, "CHỦ TỊCH", 13, True).write(380, 120, "Hoàng Văn Bình", 14, True)
    read = texts(read_pdf(pdf(annex(sheet)), "a.pdf"))
    assert read == ["Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Hoàng Văn Bình", *ANNEX]


def test_a_ruled_table_is_read_as_cells_with_joined_lines() -> None:
    sheet = Sheet().write(85, 80, "Bảng việc:").grid([85, 130, 350, 500], [100, 130, 180, 210])
    sheet.write(90, 120, "STT").write(140, 120, "Nội dung").write(360, 120, "Chủ trì")
    sheet.write(90, 150, "1").lines(140, 150, "Tuyên truyền, phổ biến", "pháp luật").write(360, 150, "Phòng VH-XH")
    sheet.write(90, 200, "2").write(140, 200, "Báo cáo").write(360, 200, "Văn phòng").write(85, 240, "Hết.")
    source = read_pdf(pdf(sheet), "a.pdf")
    table = source.blocks[1]
    assert isinstance(table, SourceTable)
    assert cells(table) == [
        ["STT", "Nội dung", "Chủ trì"],
        ["1", "Tuyên truyền, phổ biến pháp luật", "Phòng VH-XH"],
        ["2", "Báo cáo", "Văn phòng"],
    ]
    assert texts(source) == ["Bảng việc:", "Hết."]


def test_a_table_that_goes_on_is_one_table_and_its_repeated_head_is_set_aside() -> None:
    sheets = []
    for at in range(2):
        sheet = Sheet().grid([85, 200, 400], [100, 130, 160])
        sheets.append(
            sheet.write(90, 120, "STT")
            .write(210, 120, "Việc")
            .write(90, 150, str(at))
            .write(210, 150, f"Việc số {at}.")
        )
    source = read_pdf(pdf(*sheets), "a.pdf")
    (table,) = source.blocks
    assert isinstance(table, SourceTable)
    assert cells(table) == [["STT", "Việc"], ["0", "Việc số 0."], ["1", "Việc số 1."]]
    assert table.header == 1
    assert [aside.text.text for aside in source.asides] == ["STT", "Việc"]


def test_a_border_that_is_not_drawn_joins_cells() -> None:
    sheet = Sheet().grid([85, 200, 400], [130, 160])
    sheet.rules += [(85, 100, 400, 100), (85, 100, 85, 130), (400, 100, 400, 130)]
    sheet.write(150, 120, "Chung").write(90, 150, "Một").write(210, 150, "Hai")
    (table,) = read_pdf(pdf(sheet), "a.pdf").blocks
    assert isinstance(table, SourceTable)
    assert [[cell.across for cell in row] for row in table.rows] == [[2], [1, 1]]


def test_a_page_that_lies_on_its_side_is_read_in_its_own_direction() -> None:
    sheet = Sheet(turned=True).lines(85, 100, "Phụ lục I", "Danh mục nhiệm vụ")
    source = read_pdf(pdf(sheet), "a.pdf")
    assert texts(source) == ["Phụ lục I", "Danh mục nhiệm vụ"]
    assert source.landscape == {0, 1}


def test_a_page_that_lies_and_holds_nothing_but_a_table_is_a_landscape_page() -> None:
    sheet = Sheet(turned=True).grid([60, 400, 700], [60, 90, 120])
    for row, (left, right) in enumerate((("Nội dung", "Chủ trì"), ("Tuyên truyền", "Văn phòng"))):
        sheet.write(65, 80 + 30 * row, left).write(405, 80 + 30 * row, right)
    source = read_pdf(pdf(Sheet().write(85, 100, "Một."), sheet), "a.pdf")
    assert [type(block) for block in source.blocks] == [SourceParagraph, SourceTable]
    assert source.landscape == {1}


def test_bold_is_told_from_the_font() -> None:
    sheet = (
        Sheet()
        .write(85, 100, "I. MỤC ĐÍCH", bold=True)
        .write(85, 140, "1. Yêu cầu:", bold=True)
        .write(170, 140, "làm tốt.")
    )
    first, second = read_pdf(pdf(sheet), "a.pdf").blocks
    assert isinstance(first, SourceParagraph)
    assert isinstance(second, SourceParagraph)
    assert (first.look.bold, first.text.marks) == (True, ())
    assert [(run.text, run.bold) for run in second.text.runs] == [("1. Yêu cầu:", True), (" làm tốt.", False)]


def test_a_footnote_is_set_aside() -> None:
    sheet = Sheet().lines(85, 100, long("Một"), "hết.").lines(85, 780, "1 Theo số liệu của Sở.", size=10)
    sheet.rules.append((85, 770, 230, 770))
    source = read_pdf(pdf(sheet), "a.pdf")
    assert [aside.text.text for aside in source.asides] == ["1 Theo số liệu của Sở."]
    assert len(source.blocks) == 1


def test_a_hyphen_at_a_line_end_stays() -> None:
    sheet = Sheet().lines(
        85, 100, long("Theo Tờ trình số 12/TTr-", 66).replace("h", "h")[:60] + " 12/KH-", "UBND ngày 02 tháng 3."
    )
    assert "12/KH-UBND" in texts(read_pdf(pdf(sheet), "a.pdf"))[0]


def test_letters_that_pdf_hides_under_a_scan_are_read_with_a_warning() -> None:
    source = read_pdf(pdf(Sheet(invisible=True).write(85, 100, "Chữ nằm dưới ảnh chụp.")), "a.pdf")
    assert texts(source) == ["Chữ nằm dưới ảnh chụp."]
    assert [finding.rule for finding in source.findings] == ["KH-TM-13"]


def _scan() -> bytes:
    picture = stream(
        zlib.compress(bytes(range(256)) * 40),
        b"/Type/XObject/Subtype/Image/Width 128/Height 80/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode",
    )
    return pdf(Sheet(), extra={9: picture, 21: stream(b"q 500 0 0 700 40 40 cm /I Do Q")})


def test_a_scan_without_ocr_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_program", lambda: None)
    with pytest.raises(SourceUnreadable, match=r"bản quét.*tesseract-ocr-vie.*bản Word"):
        read_pdf(_scan(), "quet.pdf")


@pytest.mark.skipif(not ocr.is_ready(), reason="needs tesseract-ocr and tesseract-ocr-vie")
def test_a_scan_with_ocr_is_read_as_such() -> None:
    assert read_pdf(_scan(), "quet.pdf").format is SourceFormat.OCR


def test_a_page_that_is_a_picture_among_pages_of_text_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_program", lambda: None)
    picture = stream(
        bytes(100), b"/Type/XObject/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceGray"
    )
    data = pdf(
        Sheet().write(85, 100, "Một trang có chữ."),
        Sheet(),
        extra={9: picture, 23: stream(b"q 500 0 0 700 40 40 cm /I Do Q")},
    )
    source = read_pdf(data, "a.pdf")
    assert texts(source) == ["Một trang có chữ."]
    assert [finding.where.page for finding in source.findings] == [2]


def test_an_empty_pdf_is_refused() -> None:
    with pytest.raises(SourceUnreadable, match="không có chữ"):
        read_pdf(pdf(Sheet()), "a.pdf")


@pytest.mark.parametrize("keep", [0.1, 0.5])
def test_a_truncated_pdf_is_refused_or_read_in_part(keep: float) -> None:
    data = pdf(*[Sheet().write(85, 100, f"Trang {at}.") for at in range(10)])
    with pytest.raises(SourceUnreadable, match=r"hỏng|không có chữ"):
        read_pdf(data[: int(len(data) * keep)], "a.pdf")


def test_a_pdf_with_a_password_is_refused() -> None:
    locked = (
        b"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O<"
        + b"11" * 32
        + b">/U<"
        + b"22" * 32
        + b">>>/ID[<00><00>]"
    )
    with pytest.raises(SourceUnreadable, match="mật khẩu"):
        read_pdf(pdf(Sheet().write(85, 100, "Kín."), trailer=locked), "a.pdf")


def test_a_stream_that_swells_is_refused_before_it_is_opened() -> None:
    engine = zlib.compressobj(9)
    packed = b"".join(engine.compress(b" " * (1 << 20)) for _ in range(100)) + engine.flush()
    data = pdf(Sheet(), extra={21: stream(packed, b"/Filter/FlateDecode")})
    with pytest.raises(SourceUnreadable, match="bom nén"):
        read_pdf(data, "a.pdf")


def form(content: bytes, names: bytes = b"") -> bytes:
    """A drawing that others call."""
    return stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<<%s>>>>" % names)


def nested(depth: int, times: int) -> dict[int, bytes]:
    """Drawings that each draw the next one so many times; a page's `/I` is the first of them."""
    calls = b"/N Do " * times
    return {9: form(calls, b"/N 100 0 R")} | {
        100 + at: form(calls if at + 1 < depth else b"", b"/N %d 0 R" % (101 + at)) for at in range(depth)
    }


def drawing(content: bytes, extra: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF whose first page draws `content` and nothing else."""
    return pdf(Sheet(), extra={21: stream(content), **extra}, trailer=trailer)


def lzw(data: bytes) -> bytes:
    """LZW with a new start after every letter: nine bits each, as any reader understands."""
    bits = "".join(f"{256:09b}{byte:09b}" for byte in data) + f"{257:09b}"
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8)


LOCKED = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"11" * 32, b"22" * 32)


@pytest.mark.parametrize(
    "data",
    [
        drawing(b"/I Do " * 10, nested(8, 10)),
        drawing(b"/I Do", nested(17, 2)),
        drawing(b"/#49 Do", {9: form(b"/A#42 Do " * 1_000, b"/AB 100 0 R"), 100: form(b"/N Do " * 1_000, b"/#4e 101 0 R"), 101: form(b"")}),
        drawing(b"/I Do", {9: stream(b"/N Do " * 400, b"/Subtype/Form/Resources 100 0 R"), 100: b"<</XObject 101 0 R>>", 101: b"<</N 102 0 R>>", 102: form(b"/N Do " * 400, b"/N 103 0 R"), 103: form(b"")}),
        drawing(b"", nested(8, 10), LOCKED),
        drawing(b"q " * 20_000, {}),
        pdf(Sheet(), extra={21: stream(zlib.compress(b"q 1 0 0 1 0 0 cm\n" * 20_000), b"/Filter/FlateDecode/Length1 5")}),
        pdf(Sheet(), extra={21: stream(base64.a85encode(zlib.compress(b"q " * 20_000)) + b"~>", b"/Filter[/ASCII85Decode/FlateDecode]")}),
        pdf(Sheet(), extra={21: stream((b"q " * 20_000).hex().encode() + b">", b"/Filter/ASCIIHexDecode")}),
        pdf(Sheet(), extra={21: stream(lzw(b"q " * 6_000), b"/Filter/LZWDecode")}),
    ],
    ids=["ten in ten", "two in two", "escaped names", "names elsewhere", "encrypted", "states", "packed", "A85", "hex", "LZW"],
)  # fmt: skip
def test_drawings_within_drawings_without_end_are_refused_before_one_is_drawn(data: bytes) -> None:
    with pytest.raises(SourceUnreadable, match="lồng hình vẽ"):
        read_pdf(data, "a.pdf")


def test_drawings_that_a_plan_may_hold_are_read() -> None:
    emblem = {9: form(b"/N Do /N Do", b"/N 100 0 R"), 100: form(b"q Q " * 20_000, b"/N 9 0 R")}
    sheets = [Sheet().write(85, 100, f"{said} có hình.") for said in ("Rừng", "Suối", "Nương")]
    pages = {21 + 2 * at: stream(sheet.content() + b" /I Do /I Do") for at, sheet in enumerate(sheets)}
    shown = texts(read_pdf(pdf(*sheets, extra=emblem | pages), "a.pdf"))
    assert shown == ["Rừng có hình.", "Suối có hình.", "Nương có hình."]


def test_large_fonts_and_attachments_are_no_drawings() -> None:
    large = zlib.compress(random.Random(7).randbytes(1 << 16) * 144, 9)
    extra = {at: stream(large, b"/Filter/FlateDecode/Length1 9437184") for at in range(200, 210)}
    extra[300] = stream(bytes(9 << 20), b"/Type/EmbeddedFile")
    assert texts(read_pdf(pdf(Sheet().write(85, 100, "Một."), extra=extra), "a.pdf")) == ["Một."]


def test_a_drawing_that_swells_is_refused_however_small_it_is_packed() -> None:
    packed = zlib.compress(b"0 0 m 1 1 l S\n" * 300_000, 9)
    assert len(packed) < 16_384
    with pytest.raises(SourceUnreadable, match="bom nén"):
        read_pdf(pdf(Sheet(), extra={21: stream(packed, b"/Filter/FlateDecode")}), "a.pdf")


def test_pages_of_squared_paper_are_no_tables_and_keep_their_words() -> None:
    squares = [4.0 * at for at in range(200)]
    sheets = [Sheet().grid(squares[:140], squares).write(100, 100, f"Ô ly {at}.") for at in range(40)]
    source = read_pdf(pdf(*sheets), "a.pdf")
    assert [block.text.text for block in source.paragraphs()] == [f"Ô ly {at}." for at in range(40)]


def test_a_file_with_more_cells_than_any_plan_is_refused() -> None:
    edges = [8.0 * at for at in range(60)]
    sheets = []
    for at in range(12):
        sheets.append(Sheet().grid(edges, edges))
        for row in range(2):
            sheets[-1].write(10, 15 + 8 * row, f"{at}-{row}", 6)
    with pytest.raises(SourceUnreadable, match="30000 ô bảng"):
        read_pdf(pdf(*sheets), "a.pdf")


def test_words_scattered_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium, "MAX_PIECES", 20_000)
    page = b"".join(b"BT /F 6 Tf %d %d Td <0041> Tj ET\n" % (at % 590, at * 7 % 840) for at in range(9_000))
    shared = stream(zlib.compress(page), b"/Filter/FlateDecode")
    data = pdf(*[Sheet()] * 60, extra={21 + 2 * at: shared for at in range(60)})
    with pytest.raises(SourceUnreadable, match="mảnh chữ"):
        read_pdf(data, "a.pdf")


def test_scripts_and_attachments_are_left_alone() -> None:
    more = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)>>]>>>>"
    assert texts(read_pdf(pdf(Sheet().write(85, 100, "Một."), more=more), "a.pdf")) == ["Một."]


def test_no_word_is_lost_or_doubled() -> None:
    sheet = Sheet().grid([85, 200, 400], [300, 330, 360]).write(90, 320, "trong").write(210, 320, "bảng")
    words = [f"t{at}" for at in range(60)]
    for at, word in enumerate(words):
        sheet.write(85 + at % 6 * 80, 80 + at // 6 * 20, word)
    read = [word for paragraph in read_pdf(pdf(sheet), "a.pdf").paragraphs() for word in paragraph.text.text.split()]
    assert sorted(read) == sorted([*words, "trong", "bảng"])
