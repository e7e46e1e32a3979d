"""Where a plan's body begins and ends, and what its sections are, when the marks are not the usual ones."""

import pytest
from mini_docx import docx, p, run

from kedraft.importers.parse import parse
from kedraft.importers.read import read
from kedraft.model.finding import Severity
from kedraft.model.parsed import ParsedNode, ParsedPlan

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 61/KH-UBND

Lạng Sơn, ngày 12 tháng 4 năm 2024

KẾ HOẠCH
Trồng cây ven đường năm 2024

Ủy ban nhân dân tỉnh ban hành Kế hoạch trồng cây như sau:

"""
FOOT = """

Trên đây là Kế hoạch trồng cây, đề nghị các đơn vị triển khai./.

Nơi nhận:
- Các sở, ngành;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lương Văn Bách
"""


def plan(body: str, foot: str = FOOT) -> ParsedPlan:
    return parse(read(f"{HEAD}{body}{foot}".encode(), "ke-hoach.txt"))


def shown(nodes: tuple[ParsedNode, ...], depth: int = 0) -> list[str]:
    """The tree, a node a line, as a person reads it."""
    lines: list[str] = []
    for node in nodes:
        words = " | ".join(part.text for part in (node.heading, node.text) if part)
        lines += ["  " * depth + " ".join(filter(None, (node.label, words)))]
        lines += shown(node.children, depth + 1)
    return lines


def headings(parsed: ParsedPlan) -> list[str]:
    return [line for line in shown(parsed.sections) if not line.startswith(" ")]


def signed(parsed: ParsedPlan) -> tuple[object, ...]:
    return parsed.authority, parsed.position, parsed.signed_by, parsed.recipients


SIGNED = (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Lương Văn Bách", ("Các sở, ngành", "Lưu: VT"))
AROUND = "I. MỤC ĐÍCH\n\nCho bóng mát.\n\nII. VIỆC LÀM\n\n{}\n\n1. Ươm cây.\n\n2. Trồng cây.\n\nIII. KINH PHÍ\n\n1. Do tỉnh cấp."


@pytest.mark.parametrize(
    "line",
    [
        "CHỦ TỊCH UBND CÁC XÃ, THỊ TRẤN",
        "GIÁM ĐỐC SỞ GIAO THÔNG VẬN TẢI",
        "THỦ TRƯỞNG CÁC CƠ QUAN",
        "Nơi nhận cây giống: Trạm khuyến nông huyện.",
        "Nơi nhận: Trạm khuyến nông huyện.",
    ],
)
def test_a_line_of_the_body_that_looks_like_a_foot_does_not_end_the_plan(line: str) -> None:
    parsed = plan(AROUND.format(line))
    assert headings(parsed) == ["I. MỤC ĐÍCH", "II. VIỆC LÀM", "III. KINH PHÍ"]
    assert signed(parsed) == SIGNED
    assert line in "\n".join(shown(parsed.sections))


def test_an_office_that_nobody_has_signed_still_opens_the_foot() -> None:
    parsed = plan("I. MỤC ĐÍCH\n\n1. Cho bóng mát.", "\n\nCHỦ TỊCH\n\nPHỤ LỤC\nCÂY GIỐNG\n\n1. Sấu.\n\n2. Lim.\n")
    assert parsed.position == "CHỦ TỊCH"
    assert headings(parsed) == ["I. MỤC ĐÍCH"]
    assert shown(parsed.annexes[0].nodes) == ["1. Sấu.", "2. Lim."]


def test_sections_left_behind_the_foot_are_reported() -> None:
    parsed = plan("I. MỤC ĐÍCH\n\n1. Cho bóng mát.", FOOT + "\n\nVII. VIỆC CÒN LẠI\n\nTưới cây.\n")
    assert any("nằm ngoài kế hoạch" in finding.message for finding in parsed.findings)
    assert any("VII. VIỆC CÒN LẠI" in aside.text for aside in parsed.set_aside)


CAPITALS = "MỤC ĐÍCH, YÊU CẦU\n\n{0} Cho bóng mát.\n\nVIỆC LÀM\n\n{0} Ươm cây.\n\nTỔ CHỨC THỰC HIỆN\n\n{0} Sở Xây dựng trồng cây."


@pytest.mark.parametrize("mark", ["-", "1."])
def test_headings_in_capitals_without_numbers_are_sections(mark: str) -> None:
    parsed = plan(CAPITALS.format(mark))
    assert shown(parsed.sections) == [
        "MỤC ĐÍCH, YÊU CẦU",
        f"  {mark} Cho bóng mát.",
        "VIỆC LÀM",
        f"  {mark} Ươm cây.",
        "TỔ CHỨC THỰC HIỆN",
        f"  {mark} Sở Xây dựng trồng cây.",
    ]
    assert [node.id for node in parsed.sections] == ["p1", "p2", "p3"]
    assert len(parsed.closing) == 1
    assert any("không đánh số" in finding.message for finding in parsed.findings)


def test_bold_headings_without_numbers_are_sections() -> None:
    lines = [*HEAD.split("\n\n"), "**Mục đích**", "Cho bóng mát.", "**Việc làm**", "- Ươm cây.", *FOOT.split("\n\n")]
    page = "".join(
        f"<p><b>{one.strip('*')}</b></p>" if one.startswith("**") else f"<p>{one.strip()}</p>"
        for line in lines
        for one in line.split("\n")
        if one
    )
    parsed = parse(read(f"<html><body>{page}</body></html>".encode(), "ke-hoach.html"))
    assert shown(parsed.sections) == ["Mục đích", "  Cho bóng mát.", "Việc làm", "  - Ươm cây."]


def test_numbered_headings_in_capitals_stay_what_they_are() -> None:
    parsed = plan("1. MỤC ĐÍCH\n\n- Cho bóng mát.\n\nCÂY SẤU\n\n2. VIỆC LÀM\n\n- Ươm cây.\n\nCÂY LIM\n\n- Tưới.")
    assert headings(parsed) == ["1. MỤC ĐÍCH", "2. VIỆC LÀM"]


def test_a_plan_without_any_section_says_so() -> None:
    parsed = plan("Trồng cây ở mọi nơi.\n\nTưới cây mỗi ngày.")
    assert parsed.sections == ()
    found = [finding for finding in parsed.findings if finding.where.field == "sections"]
    assert [finding.severity for finding in found] == [Severity.WARNING]


def test_a_table_of_one_column_that_holds_the_sections_is_opened() -> None:
    cells = "<tr><td>I. MỤC ĐÍCH<br>1. Cho bóng mát.</td></tr><tr><td>II. VIỆC LÀM<br>1. Ươm cây.</td></tr>"
    around = ["".join(f"<p>{line}</p>" for line in part.split("\n") if line) for part in (HEAD, FOOT)]
    parsed = parse(read(f"<html><body>{around[0]}<table>{cells}</table>{around[1]}</body></html>".encode(), "a.html"))
    assert shown(parsed.sections) == ["I. MỤC ĐÍCH", "  1. Cho bóng mát.", "II. VIỆC LÀM", "  1. Ươm cây."]


def test_items_of_an_annex_are_never_taken_for_a_portals_words() -> None:
    items = ["1. Giới thiệu trên Facebook.", "2. Đăng nhập hệ thống.", "3. Hotline: 19001000.", "4. Chia sẻ cây giống."]
    parsed = plan(
        "I. MỤC ĐÍCH\n\n1. Bóng mát.",
        FOOT + "\n\nPHỤ LỤC\nVIỆC LÀM\n\n" + "\n\n".join(items) + "\n\nXem thêm: tin khác\n",
    )
    assert shown(parsed.annexes[0].nodes) == items
    assert any(aside.text.startswith("Xem thêm") for aside in parsed.set_aside)


@pytest.mark.parametrize(
    ("lines", "label", "heading"),
    [
        ("DANH MỤC CÂY GIỐNG\n(Kèm theo Kế hoạch số 61/KH-UBND)", None, "DANH MỤC CÂY GIỐNG"),
        ("Danh sách cây giống\n(Kèm theo Kế hoạch số 61/KH-UBND)", None, "Danh sách cây giống"),
        ("Biểu số 1\nCÂY GIỐNG", "Biểu số 1", "CÂY GIỐNG"),
        ("Phụ lục II\nCÂY GIỐNG", "Phụ lục II", "CÂY GIỐNG"),
    ],
)
def test_an_annex_is_told_by_its_label_or_by_the_note_below_its_title(
    lines: str, label: str | None, heading: str
) -> None:
    parsed = plan("I. MỤC ĐÍCH\n\n1. Bóng mát.", f"{FOOT}\n\n{lines}\n\n1. Sấu.\n\n2. Lim.\n")
    annex = parsed.annexes[0]
    assert (annex.label, annex.heading, shown(annex.nodes)) == (label, heading, ["1. Sấu.", "2. Lim."])


@pytest.mark.parametrize(
    "last", ["2. Sở Tài chính cấp kinh phí", "2. Ủy ban nhân dân các xã", "2. Sở Tài chính:\n\n- Cấp tiền"]
)
def test_the_closing_is_never_swallowed_by_the_last_item(last: str) -> None:
    parsed = plan(f"I. TỔ CHỨC\n\n1. Sở Xây dựng trồng cây.\n\n{last}")
    assert [paragraph.text.text[:17] for paragraph in parsed.closing] == ["Trên đây là Kế ho"]
    assert "Trên đây" not in "\n".join(shown(parsed.sections))


def test_run_in_headings_of_sections_in_sentence_case_are_parted_from_their_text() -> None:
    parsed = plan(
        "I. Mục đích: Để phố có bóng mát.\n\nII. Kinh phí. Do tỉnh cấp. Các sở lập dự toán.\n\n"
        "III. Cách làm: trồng, tưới\n\nIV. Địa điểm 1. Đường lớn."
    )
    assert [(node.heading and node.heading.text, node.text and node.text.text) for node in parsed.sections] == [
        ("Mục đích:", "Để phố có bóng mát."),
        ("Kinh phí.", "Do tỉnh cấp. Các sở lập dự toán."),
        ("Cách làm: trồng, tưới", None),
        ("Địa điểm 1. Đường lớn.", None),
    ]


def test_a_page_cut_into_its_printed_lines_is_joined() -> None:
    lines = [
        "I. MỤC ĐÍCH",
        "1. Trồng thêm cây xanh dọc các tuyến đường chính của tỉnh để người đi",
        "đường có bóng mát, không khí trong lành và phố phường sạch đẹp hơn.",
        "2. Vận động các hộ dân nhận chăm sóc cây trước cửa nhà mình, tưới cây",
        "hằng ngày trong mùa khô và báo cho tổ trưởng khi cây bị gãy.",
        "II. VIỆC LÀM",
        "1. Sở Xây dựng chủ trì chọn giống cây hợp với đất, phối hợp với Ủy ban",
        "nhân dân các xã đào hố, trồng và rào cây trước mùa mưa năm nay, mỗi xã",
        "ít nhất hai trăm cây.",
        "2. Sở Tài chính cấp kinh phí mua cây giống theo dự toán đã được duyệt và",
        "hướng dẫn các xã thanh toán trong năm.",
    ]
    around = [[line for line in part.split("\n") if line] for part in (HEAD, FOOT)]
    parsed = parse(read(docx("".join(map(p, [*around[0], *lines, *around[1]]))), "ke-hoach.docx"))
    assert shown(parsed.sections)[1].endswith(
        "để người đi đường có bóng mát, không khí trong lành và phố phường sạch đẹp hơn."
    )
    assert [line[:6].strip() for line in shown(parsed.sections)] == ["I. MỤC", "1. T", "2. V", "II. VI", "1. S", "2. S"]


def test_a_heading_typed_in_sentence_case_keeps_its_letters_below_a_style_of_capitals() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:rPr><w:b/><w:caps/></w:rPr></w:style>'
    before, after = ("".join(p(line) for line in part.split("\n") if line) for part in (HEAD, FOOT))
    body = p(run("I. Mục đích"), '<w:pStyle w:val="Muc"/>') + p("1. Cho bóng mát.")
    parsed = parse(read(docx(before + body + after, styles=style), "ke-hoach.docx"))
    assert shown(parsed.sections) == ["I. Mục đích", "  1. Cho bóng mát."]
    assert not any("Mục đích" in aside.text or "MỤC ĐÍCH" in aside.text for aside in parsed.set_aside)
