"""The body of a plan, as real plans have it: every irregular way of numbering, breaking and heading its items."""

import pytest
from made_plans import DATELINE, MOTTO, NATION, NUMBER, SIGNATURE, first_words, numbered, parsed

HEAD = f"ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------\n{NATION}\n{MOTTO}\n-------\n{NUMBER}\n{DATELINE}\n\nKẾ HOẠCH\nPhòng cháy, chữa cháy rừng mùa khô\n"
OPENING = "\nThực hiện Chỉ thị số 12/CT-TTg ngày 03/5/2023 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh xây dựng Kế hoạch như sau:\n\n"
FOOT = f"\n\nNơi nhận:\n- Thường trực Tỉnh ủy;\n- Các sở, ngành;\n- Lưu: VT, NL.\n\n{SIGNATURE}\n"


def outline(body: str, *, opening: str = OPENING, foot: str = FOOT) -> list[str]:
    """The first words of each section with the number of its numbered items; every word is accounted for."""
    plan = parsed(HEAD + opening + body + foot)
    assert plan.verdict.value == "plan", plan.reason
    assert not [one.text for one in plan.set_aside if one.reason == "chưa xếp được"]
    assert len(plan.recipients) == (3 if foot == FOOT else len(plan.recipients))
    return [f"{first_words(section)} [{numbered(section)}]" for section in plan.sections]


CASES: dict[str, tuple[str, list[str]]] = {
    "two sections numbered IV": (
        "I. MỤC ĐÍCH\n- Giữ rừng.\nII. YÊU CẦU\n- Kịp thời.\nIII. NỘI DUNG\n1. Tuần tra\n- Đi rừng hằng ngày.\n2. Trực chòi\n- Trực cả đêm.\n"
        "IV. KINH PHÍ\nTheo quy định.\nIV. TỔ CHỨC THỰC HIỆN\n1. Chi cục Kiểm lâm\n- Tham mưu.\n2. Công an tỉnh\n- Phối hợp.",
        ["I. MỤC ĐÍCH [0]", "II. YÊU CẦU [0]", "III. NỘI DUNG [2]", "IV. KINH PHÍ [0]", "IV. TỔ CHỨC THỰC HIỆN [2]"],
    ),
    "two sections numbered III": (
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nGiữ rừng.\n2. Yêu cầu\nKịp thời.\nII. NỘI DUNG\n1. Tuần tra rừng.\n2. Trực chòi canh.\n"
        "III. GIẢI PHÁP\n1. Tuyên truyền.\nIII. TỔ CHỨC THỰC HIỆN\n1. Chi cục Kiểm lâm tham mưu.\n2. Các xã thực hiện.",
        ["I. MỤC ĐÍCH, YÊU CẦU [2]", "II. NỘI DUNG [2]", "III. GIẢI PHÁP [1]", "III. TỔ CHỨC THỰC HIỆN [2]"],
    ),
    "a plan that starts at II": (
        "II. NỘI DUNG\n1. Tuần tra rừng.\n2. Trực chòi canh.\nIII. TỔ CHỨC THỰC HIỆN\n1. Chi cục Kiểm lâm tham mưu.",
        ["II. NỘI DUNG [2]", "III. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "a numeral left out": (
        "I. MỤC ĐÍCH\n1. Giữ rừng.\nIII. NỘI DUNG\n1. Tuần tra.\n3. Trực chòi.\nIV. TỔ CHỨC THỰC HIỆN\n1. Chi cục Kiểm lâm.",
        ["I. MỤC ĐÍCH [1]", "III. NỘI DUNG [2]", "IV. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "an item 1 alone": (
        "I. MỤC ĐÍCH\n1. Giữ rừng.\nII. NỘI DUNG\n1. Tuần tra.\nIII. TỔ CHỨC THỰC HIỆN\nCác đơn vị thực hiện.",
        ["I. MỤC ĐÍCH [1]", "II. NỘI DUNG [1]", "III. TỔ CHỨC THỰC HIỆN [0]"],
    ),
    "numbers that run on through the sections": (
        "I. MỤC ĐÍCH\n1. Giữ rừng.\n2. Giữ nước.\nII. NỘI DUNG\n3. Tuần tra.\n4. Trực chòi.\nIII. TỔ CHỨC THỰC HIỆN\n5. Chi cục Kiểm lâm.",
        ["I. MỤC ĐÍCH [2]", "II. NỘI DUNG [2]", "III. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "text in the line of the section's heading": (
        "I. MỤC ĐÍCH: Giữ rừng, giữ nguồn nước cho hạ du.\nII. THỜI GIAN: Từ tháng 11 đến tháng 4 năm sau.\nIII. TỔ CHỨC THỰC HIỆN\n1. Chi cục Kiểm lâm.",
        ["I. MỤC ĐÍCH: [0]", "II. THỜI GIAN: [0]", "III. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "a heading over two lines": (
        "I. MỤC ĐÍCH, YÊU CẦU CỦA CÔNG TÁC PHÒNG CHÁY\nVÀ CHỮA CHÁY RỪNG\n1. Mục đích\n- Giữ rừng.\nII. TRÁCH NHIỆM CỦA CÁC CẤP, CÁC NGÀNH,\nCÁC CHỦ RỪNG\n1. Chi cục Kiểm lâm\n- Tham mưu.",
        [
            "I. MỤC ĐÍCH, YÊU CẦU CỦA CÔNG TÁC PHÒNG CHÁY VÀ CHỮA CHÁY RỪNG [1]",
            "II. TRÁCH NHIỆM CỦA CÁC CẤP, CÁC NGÀNH, CÁC CHỦ RỪNG [1]",
        ],
    ),
    "a heading below its numeral": (
        "PHẦN I\nĐẶC ĐIỂM TÌNH HÌNH\n1. Rừng tự nhiên\n- Còn nhiều.\nPHẦN II\nNỘI DUNG KẾ HOẠCH\n1. Tuần tra\n- Hằng ngày.\n2. Trực chòi\n- Cả đêm.",
        ["PHẦN I ĐẶC ĐIỂM TÌNH HÌNH [1]", "PHẦN II NỘI DUNG KẾ HOẠCH [2]"],
    ),
    "parts above sections": (
        "Phần thứ nhất\nKẾT QUẢ NĂM 2023\nI. KẾT QUẢ\n1. Tuần tra\n2. Trực chòi\nII. TỒN TẠI\n- Thiếu người.\nPhần thứ hai\nKẾ HOẠCH NĂM 2024\nI. MỤC TIÊU\n1. Chung\n2. Riêng\nII. NHIỆM VỤ\n1. Tuần tra\nIII. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm",
        ["Phần thứ nhất KẾT QUẢ NĂM 2023 [2]", "Phần thứ hai KẾ HOẠCH NĂM 2024 [3]"],
    ),
    "labels without a space": (
        "I.MỤC ĐÍCH, YÊU CẦU\n1.Mục đích\n-Giữ rừng.\n2.Yêu cầu\n-Kịp thời.\nII.NỘI DUNG\n1.Tuần tra\na)Ban ngày\n-Đi theo tuyến.\nb)Ban đêm\n-Nghe báo cháy.\n2.Trực chòi\nIII.TỔ CHỨC THỰC HIỆN\n1.Chi cục Kiểm lâm",
        ["I. MỤC ĐÍCH, YÊU CẦU [2]", "II. NỘI DUNG [2]", "III. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "numerals that OCR has damaged": (
        "I. MỤC ĐÍCH\n1. Giữ rừng.\nI1. YÊU CẦU\n1. Kịp thời.\nHI. NỘI DUNG\n1. Tuần tra.\n1V. KINH PHÍ\nTheo quy định.\nV. TỔ CHỨC THỰC HIỆN\n1. Chi cục Kiểm lâm.\nVl. CHẾ ĐỘ BÁO CÁO\nTheo quy định.",
        [
            "I. MỤC ĐÍCH [1]",
            "I1. YÊU CẦU [1]",
            "HI. NỘI DUNG [1]",
            "1V. KINH PHÍ [0]",
            "V. TỔ CHỨC THỰC HIỆN [1]",
            "Vl. CHẾ ĐỘ BÁO CÁO [0]",
        ],
    ),
    "a damaged first numeral": (
        "l. MỤC ĐÍCH\n1. Giữ rừng.\n2. Giữ nước.\nll. NỘI DUNG\n1. Tuần tra.\nlll. TỔ CHỨC THỰC HIỆN\n1. Chi cục Kiểm lâm.",
        ["l. MỤC ĐÍCH [2]", "ll. NỘI DUNG [1]", "lll. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "comma for the numeral's full stop": (
        "I, MỤC ĐÍCH\n1. Giữ rừng.\nII, NỘI DUNG\n1. Tuần tra.\nIII, TỔ CHỨC THỰC HIỆN\n1, Chi cục Kiểm lâm\n2, Công an tỉnh",
        ["I, MỤC ĐÍCH [1]", "II, NỘI DUNG [1]", "III, TỔ CHỨC THỰC HIỆN [2]"],
    ),
    "a list in points that restarts": (
        "I. NỘI DUNG\n1. Trước mùa khô\na) Dọn đường băng.\nb) Sửa chòi.\n2. Trong mùa khô\na) Tuần tra.\nb) Trực.\nc) Báo cháy.\nII. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm\na) Tham mưu.\nb) Đôn đốc.",
        ["I. NỘI DUNG [2]", "II. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "points above numbers": (
        "I. NỘI DUNG\na) Trước mùa khô\n1. Dọn đường băng.\n2. Sửa chòi.\nb) Trong mùa khô\n1. Tuần tra.\nII. TỔ CHỨC THỰC HIỆN\na) Kiểm lâm tham mưu.\nb) Công an phối hợp.",
        ["I. NỘI DUNG [2]", "II. TỔ CHỨC THỰC HIỆN [2]"],
    ),
    "lists in brackets inside an item": (
        "I. NỘI DUNG\n1. Các việc phải làm gồm:\n(1) Tuần tra;\n(2) Trực chòi;\n(3) Báo cháy.\n2. Thời gian: cả mùa khô.\nII. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm",
        ["I. NỘI DUNG [2]", "II. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "a numbered list below a dash": (
        "I. NỘI DUNG\n1. Chuẩn bị\n- Dụng cụ gồm:\n+ Cào, cuốc.\n+ Bình nước.\n- Người: mỗi tổ năm người.\n2. Tuần tra\nII. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm",
        ["I. NỘI DUNG [2]", "II. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "figures at the start of a line": (
        "I. MỤC TIÊU\n1. Chung\n100% chủ rừng ký cam kết.\n3.500 ha rừng được khoanh nuôi.\n12 xã có tổ bảo vệ rừng.\n2024 là năm đầu thực hiện.\n15/12/2024 là hạn cuối.\n2. Riêng\nGiảm số vụ cháy.\nII. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm",
        ["I. MỤC TIÊU [2]", "II. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "level 2 in decimals from the section's number": (
        "1. MỤC ĐÍCH\n1.1. Giữ rừng.\n1.2. Giữ nước.\n2. NỘI DUNG\n2.1. Tuần tra\na) Ban ngày.\nb) Ban đêm.\n2.2. Trực chòi\n2.3. Báo cháy\n3. TỔ CHỨC THỰC HIỆN\n3.1. Kiểm lâm\n3.2. Công an",
        ["1. MỤC ĐÍCH [2]", "2. NỘI DUNG [3]", "3. TỔ CHỨC THỰC HIỆN [2]"],
    ),
    "decimals under items": (
        "I. NỘI DUNG\n1. Tuần tra\n1.1. Ban ngày\n- Theo tuyến.\n1.2. Ban đêm\n- Tại chòi.\n2. Báo cháy\n2.1. Bằng kẻng\n2.2. Bằng điện thoại\nII. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm",
        ["I. NỘI DUNG [2]", "II. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "agencies at level 3": (
        "I. NỘI DUNG\n1. Tuần tra.\nII. TỔ CHỨC THỰC HIỆN\n1. Cấp tỉnh\na) Chi cục Kiểm lâm\n- Tham mưu.\nb) Công an tỉnh\n- Phối hợp.\n2. Cấp huyện\na) Ủy ban nhân dân các huyện\n- Chỉ đạo.\nb) Hạt Kiểm lâm\n- Thực hiện.",
        ["I. NỘI DUNG [1]", "II. TỔ CHỨC THỰC HIỆN [2]"],
    ),
    "letters A. above numerals": (
        "A. ĐÁNH GIÁ\nI. KẾT QUẢ\n1. Tuần tra tốt.\nII. TỒN TẠI\n1. Thiếu người.\nB. KẾ HOẠCH\nI. MỤC TIÊU\n1. Chung.\nII. NHIỆM VỤ\n1. Tuần tra.\nIII. GIẢI PHÁP\n1. Tuyên truyền.\nC. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm.\n2. Công an.",
        ["A. ĐÁNH GIÁ [2]", "B. KẾ HOẠCH [3]", "C. TỔ CHỨC THỰC HIỆN [2]"],
    ),
    "letters up to D": (
        "A. MỤC TIÊU\n1. Chung.\nB. NỘI DUNG\n1. Tuần tra.\nC. GIẢI PHÁP\n1. Tuyên truyền.\nD. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm.\n2. Công an.",
        ["A. MỤC TIÊU [1]", "B. NỘI DUNG [1]", "C. GIẢI PHÁP [1]", "D. TỔ CHỨC THỰC HIỆN [2]"],
    ),
    "level 1 in plain numbers, level 2 in numbers with a bracket": (
        "1. Mục đích\na) Giữ rừng.\nb) Giữ nước.\n2. Nội dung\na) Tuần tra.\n3. Tổ chức thực hiện\na) Kiểm lâm.\nb) Công an.",
        ["1. Mục đích [2]", "2. Nội dung [1]", "3. Tổ chức thực hiện [2]"],
    ),
    "headings in sentence case with a colon": (
        "I. Mục đích:\n1. Giữ rừng.\nII. Nội dung:\n1. Tuần tra:\n- Hằng ngày.\n2. Trực chòi:\n- Hằng đêm.\nIII. Tổ chức thực hiện:\n1. Kiểm lâm:\n- Tham mưu.",
        ["I. Mục đích: [1]", "II. Nội dung: [2]", "III. Tổ chức thực hiện: [1]"],
    ),
    "headings with stars, hashes and escapes": (
        "## **I. MỤC ĐÍCH**\n\n**1\\. Mục đích**\n\n\\- Giữ rừng.\n\n## **II. NỘI DUNG**\n\n**1\\. Tuần tra**\n\n**2\\. Trực chòi**\n\n## **III. TỔ CHỨC THỰC HIỆN**\n\n***1\\. Kiểm lâm***\n",
        ["I. MỤC ĐÍCH [1]", "II. NỘI DUNG [2]", "III. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "a marker parted by bold": (
        "**I.** **MỤC ĐÍCH**\n**1.** **Giữ rừng**\n- Theo tuyến.\n**II.** NỘI DUNG\n**1.** Tuần tra\n**2.**\nTrực chòi\n**III.**\nTỔ CHỨC THỰC HIỆN\n1. Kiểm lâm",
        ["I. MỤC ĐÍCH [1]", "II. NỘI DUNG [2]", "III. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "a pipe table of agencies inside a section": (
        "I. NỘI DUNG\n1. Tuần tra.\nII. PHÂN CÔNG\n\n| STT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian |\n|---|---|---|---|---|\n"
        "| 1 | Dọn đường băng | Chi cục Kiểm lâm | Các xã | Tháng 11 |\n| 2 | Trực chòi | Hạt Kiểm lâm | Công an xã | Cả mùa khô |\n\nIII. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm",
        ["I. NỘI DUNG [1]", "II. PHÂN CÔNG [0]", "III. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "articles at level 1": (
        "Điều 1. Mục đích\n1. Giữ rừng.\n2. Giữ nước.\nĐiều 2. Nội dung\n1. Tuần tra.\nĐiều 3. Tổ chức thực hiện\n1. Kiểm lâm.\n2. Công an.",
        ["Điều 1. Mục đích [2]", "Điều 2. Nội dung [1]", "Điều 3. Tổ chức thực hiện [2]"],
    ),
    "chapters at level 1": (
        "Chương I\nMỤC TIÊU\n1. Chung\n2. Riêng\nChương II\nTỔ CHỨC THỰC HIỆN\n1. Kiểm lâm",
        ["Chương I MỤC TIÊU [2]", "Chương II TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "an item that mentions a section at its line's start": (
        "I. NỘI DUNG\n1. Tuần tra theo\nMục II Kế hoạch này và\nĐiều 5 Luật Lâm nghiệp.\n2. Trực chòi theo khoản\n1 Mục này.\nII. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm",
        ["I. NỘI DUNG [2]", "II. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "a section of one sentence behind its numeral": (
        "I. MỤC ĐÍCH\nGiữ rừng.\nII. THỜI GIAN THỰC HIỆN\nTừ ngày 01/11/2023 đến ngày 30/4/2024.\nIII. ĐỊA ĐIỂM\nCác khu rừng phòng hộ.\nIV. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm\n2. Công an",
        ["I. MỤC ĐÍCH [0]", "II. THỜI GIAN THỰC HIỆN [0]", "III. ĐỊA ĐIỂM [0]", "IV. TỔ CHỨC THỰC HIỆN [2]"],
    ),
    "many sections": (
        "\n".join(
            f"{n}. VIỆC {n}\n1. Làm.\n2. Báo."
            for n in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
        ),
        [f"{n}. VIỆC {n} [2]" for n in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")],
    ),
    "a closing in several paragraphs": (
        "I. NỘI DUNG\n1. Tuần tra.\nII. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm\n- Tham mưu.\n2. Các xã\n- Thực hiện.\n\nTrên đây là Kế hoạch phòng cháy, chữa cháy rừng.\n\nYêu cầu các đơn vị thực hiện nghiêm./.",
        ["I. NỘI DUNG [1]", "II. TỔ CHỨC THỰC HIỆN [2]"],
    ),
    "points with their own letters": (
        "I. NỘI DUNG\n1. Các tổ:\na) Tổ một.\nb) Tổ hai.\nc) Tổ ba.\nd) Tổ bốn.\nđ) Tổ năm.\ne) Tổ sáu.\n2. Trực.\nII. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm",
        ["I. NỘI DUNG [2]", "II. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "spaced markers": (
        "I . MỤC ĐÍCH\n1 . Giữ rừng.\n2 . Giữ nước.\nII . NỘI DUNG\n1 . Tuần tra.\nIII . TỔ CHỨC THỰC HIỆN\n1 . Kiểm lâm.",
        ["I . MỤC ĐÍCH [2]", "II . NỘI DUNG [1]", "III . TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "items told by steps": (
        "I. NỘI DUNG\n1. Các bước\nBước 1: Dọn.\nBước 2: Đốt trước.\n2. Trực.\nII. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm",
        ["I. NỘI DUNG [2]", "II. TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "numerals in lower case headings run on": (
        "I- Mục đích, yêu cầu\n1- Mục đích\n- Giữ rừng.\n2- Yêu cầu\n- Kịp thời.\nII- Nội dung\n1- Tuần tra\nIII- Tổ chức thực hiện\n1- Kiểm lâm",
        ["I- Mục đích, yêu cầu [2]", "II- Nội dung [1]", "III- Tổ chức thực hiện [1]"],
    ),
    "an en dash behind the numeral": (
        "I – MỤC ĐÍCH\n1 – Giữ rừng.\nII – NỘI DUNG\n1 – Tuần tra.\n2 – Trực chòi.\nIII – TỔ CHỨC THỰC HIỆN\n1 – Kiểm lâm.",
        ["I – MỤC ĐÍCH [1]", "II – NỘI DUNG [2]", "III – TỔ CHỨC THỰC HIỆN [1]"],
    ),
    "sections called Mục": (
        "Mục I. MỤC ĐÍCH\n1. Giữ rừng.\nMục II. NỘI DUNG\n1. Tuần tra.\n2. Trực.\nMục III. TỔ CHỨC THỰC HIỆN\n1. Kiểm lâm.",
        ["Mục I. MỤC ĐÍCH [1]", "Mục II. NỘI DUNG [2]", "Mục III. TỔ CHỨC THỰC HIỆN [1]"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_sections_and_items_are_those_a_person_sees(name: str) -> None:
    body, expected = CASES[name]
    assert outline(body) == expected


# A table's rows and a line cut inside a sentence belong to their neighbours: no blank line can stand between them.
LOOSE = [name for name, (body, _) in CASES.items() if not any(tie in body for tie in ("|", "theo\nMục", "\nVÀ CHỮA"))]


def test_nearly_every_case_can_be_set_loose() -> None:
    assert len(LOOSE) >= len(CASES) - 3


@pytest.mark.parametrize("name", LOOSE)
def test_the_same_tree_comes_out_with_blank_lines_between_all_lines(name: str) -> None:
    body, expected = CASES[name]
    assert outline(body.replace("\n", "\n\n")) == expected
