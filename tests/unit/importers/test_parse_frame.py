"""What stands around a plan's body: decisions, annexes, footnotes, site text, and texts that are no plans."""

import pytest
from made_plans import (
    DATELINE,
    MOTTO,
    NATION,
    NUMBER,
    READING,
    SIGNATURE,
    SITE_AFTER,
    SITE_BEFORE,
    WATER,
    Shape,
    first_words,
    foot_plain,
    make,
    parsed,
)

from kedraft.report.plan_json import cited

STATE = f"{NATION}\n{MOTTO}\n---------------"
SECTIONS = (
    "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Giữ cho sân chơi của trẻ em luôn sạch.\n2. Yêu cầu\n- Làm thường xuyên.\n"
    "II. NỘI DUNG\n1. Quét dọn sân chơi.\n2. Sửa đu quay, bập bênh.\n3. Trồng cây bóng mát.\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng\n- Hướng dẫn.\n"
    "2. Các huyện\n- Thực hiện."
)
OPENING = "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của huyện, Ủy ban nhân dân xã ban hành Kế hoạch trồng cây như sau:"
DECISION = (
    f"ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------\n{STATE}\nSố: 812/QĐ-UBND\n{DATELINE}\n\nQUYẾT ĐỊNH\n"
    "Về việc ban hành Kế hoạch chăm sóc sân chơi trẻ em trên địa bàn tỉnh năm 2024\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\n"
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\nCăn cứ Luật Trẻ em số 102/2016/QH13 ngày 05/4/2016;\n"
    "Căn cứ Quyết định số 1555/QĐ-TTg ngày 17/10/2022 của Thủ tướng Chính phủ về Chương trình hành động vì trẻ em;\n"
    "Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 33/TTr-SXD ngày 01/3/2024.\n\nQUYẾT ĐỊNH:\n\n"
    "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chăm sóc sân chơi trẻ em trên địa bàn tỉnh năm 2024.\n"
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
    "Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Xây dựng và các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.\n\n"
    "Nơi nhận:\n- Như Điều 3;\n- Thường trực Tỉnh ủy;\n- Lưu: VT, KTN.\n\nCHỦ TỊCH\n\n\nHoàng Văn Bình\n\n"
)
INNER_TITLE = "KẾ HOẠCH\nCHĂM SÓC SÂN CHƠI TRẺ EM TRÊN ĐỊA BÀN TỈNH NĂM 2024\n(Ban hành kèm theo Quyết định số 812/QĐ-UBND ngày 05/3/2024 của Chủ tịch Ủy ban nhân dân tỉnh)\n\n"
INNER_HEAD = f"ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------\n{STATE}\n\n"
HEADINGS = ["I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN"]


def headings(text: str) -> list[str]:
    return [first_words(section) for section in parsed(text).sections]


@pytest.mark.parametrize("inner", [INNER_TITLE, INNER_HEAD + INNER_TITLE], ids=["title only", "second header"])
@pytest.mark.parametrize(
    "foot", ["", "\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nHoàng Văn Bình"], ids=["no foot", "own foot"]
)
def test_a_plan_inside_a_decision_has_the_decisions_number_bases_recipients_and_signatory(
    inner: str, foot: str
) -> None:
    plan = parsed(DECISION + inner + SECTIONS + foot)
    assert plan.verdict.value == "plan"
    assert plan.wrapped_in == "Quyết định số 812/QĐ-UBND"
    assert (plan.number, plan.symbol, plan.date, plan.place) == ("812", "QĐ-UBND", "2024-03-05", "Lạng Sơn")
    assert plan.issuer == "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN"
    assert plan.subject == "CHĂM SÓC SÂN CHƠI TRẺ EM TRÊN ĐỊA BÀN TỈNH NĂM 2024"
    assert [first_words(section) for section in plan.sections] == HEADINGS
    assert [one.number for one in cited(plan)] == [None, "102/2016/QH13", "1555/QĐ-TTg", "33/TTr-SXD"]
    assert plan.recipients == ("Như Điều 3", "Thường trực Tỉnh ủy", "Lưu: VT, KTN")
    assert (plan.authority, plan.position, plan.signed_by) == ((), "CHỦ TỊCH", "Hoàng Văn Bình")
    assert any("Ban hành kèm theo Quyết định này" in one.text for one in plan.set_aside)
    assert not plan.annexes


def test_a_plan_that_a_decision_approves_keeps_its_annex() -> None:
    plan = parsed(
        DECISION
        + INNER_TITLE
        + SECTIONS
        + "\n\nPHỤ LỤC\nDANH SÁCH SÂN CHƠI\n\n| STT | Tên | Xã |\n|---|---|---|\n| 1 | Sân A | Xã X |\n"
    )
    assert [(annex.label, annex.heading) for annex in plan.annexes] == [("PHỤ LỤC", "DANH SÁCH SÂN CHƠI")]
    assert [first_words(section) for section in plan.sections] == HEADINGS


def test_a_decision_without_its_plan_is_refused_with_a_reason_that_names_it() -> None:
    plan = parsed(DECISION)
    assert plan.verdict.value == "not_a_plan"
    assert "QUYẾT ĐỊNH" in (plan.reason or "")


ANNEX_TABLE = (
    "| STT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm |\n"
    "|---|---|---|---|---|---|\n| 1 | Lập danh sách mó nước | Sở Nông nghiệp | Sở Y tế, các huyện | Tháng 4/2024 | Danh sách |\n"
    "| 2 | Sửa đường ống | Các huyện | Sở Tài chính | Quý III/2024 | Công trình |\n"
)


@pytest.mark.parametrize("label", ["PHỤ LỤC", "Phụ lục", "PHỤ LỤC 01", "Phụ lục I", "PHỤ LỤC I:", "PHỤ LỤC SỐ 1"])
def test_an_annex_has_its_label_title_note_and_tasks(label: str) -> None:
    after = f"\n\n{label}\nDANH MỤC CÔNG VIỆC NĂM 2024\n(Kèm theo Kế hoạch số 57/KH-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh)\n\n{ANNEX_TABLE}"
    plan = parsed(make(Shape(after=after)).text)
    (annex,) = plan.annexes
    assert annex.label == label.rstrip(":")
    assert annex.heading == "DANH MỤC CÔNG VIỆC NĂM 2024"
    assert annex.note == "(Kèm theo Kế hoạch số 57/KH-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh)"
    rows = [task for task in plan.tasks if task.node.startswith("PL")]
    assert [(task.lead, task.due, task.product) for task in rows] == [
        ("Sở Nông nghiệp", "Tháng 4/2024", "Danh sách"),
        ("Các huyện", "Quý III/2024", "Công trình"),
    ]
    assert rows[0].partners == ("Sở Y tế", "các huyện")


@pytest.mark.parametrize("heading", ["PHỤ LỤC", "Phụ lục I"])
def test_an_annex_behind_a_signature_without_a_name_is_an_annex(heading: str) -> None:
    """A draft that nobody has signed yet: its annex's title in capitals is no second office."""
    whole = make(Shape(after=f"\n\n{heading}\nDANH MỤC CÔNG VIỆC CỦA XÃ\n1. Đào giếng.\n")).text
    name = parsed(whole).signed_by
    assert name is not None
    plan = parsed(whole.replace(name, ""))
    assert plan.signed_by is None
    assert [annex.heading for annex in plan.annexes] == ["DANH MỤC CÔNG VIỆC CỦA XÃ"]


@pytest.mark.parametrize("name", ["K'Brôi", "H'Lơm Niê", "Ksor H'Bơ Khắp", "Y Ka Nin H’Đơk", "Hồ Ka-Rum", "NÔNG VĂN A"])
def test_a_signer_of_any_people_is_read(name: str) -> None:
    whole = make(Shape()).text
    signed = parsed(whole)
    assert signed.signed_by is not None
    plan = parsed(whole.replace(signed.signed_by, name))
    assert (plan.signed_by, plan.position) == (name, signed.position)


def test_several_annexes_are_told_apart() -> None:
    after = "\n\nPHỤ LỤC I\nDANH SÁCH MÓ NƯỚC\n1. Mó nước Nà Cốc\n2. Mó nước Khuổi Lầy\n\nPHỤ LỤC II\nKINH PHÍ\n| Năm | Số tiền |\n|---|---|\n| 2024 | 300 |\n\nPHỤ LỤC III\nBIỂU MẪU BÁO CÁO\nTên đơn vị báo cáo.\n"
    plan = parsed(make(Shape(after=after)).text)
    assert [(annex.label, annex.heading) for annex in plan.annexes] == [
        ("PHỤ LỤC I", "DANH SÁCH MÓ NƯỚC"),
        ("PHỤ LỤC II", "KINH PHÍ"),
        ("PHỤ LỤC III", "BIỂU MẪU BÁO CÁO"),
    ]
    assert plan.recipients[-1] == "Lưu: VT, KTN"


def test_a_table_behind_the_signature_is_an_annex_without_a_label() -> None:
    plan = parsed(make(Shape(after="\n\n" + ANNEX_TABLE)).text)
    (annex,) = plan.annexes
    assert annex.label is None
    assert len([task for task in plan.tasks if task.node.startswith("PL")]) == 2


def test_footnotes_behind_the_signature_are_set_aside_as_such() -> None:
    plan = parsed(
        make(Shape(after="\n\n[1] Theo số liệu của Cục Thống kê năm 2023.\n[2] Gồm các huyện vùng cao.\n")).text
    )
    assert [one.text for one in plan.set_aside if one.reason == "chú thích"] == [
        "[1] Theo số liệu của Cục Thống kê năm 2023.",
        "[2] Gồm các huyện vùng cao.",
    ]
    assert not plan.annexes
    assert plan.signed_by == "Hoàng Văn Bình"


def test_site_text_around_the_plan_is_set_aside() -> None:
    made = make(Shape(before=SITE_BEFORE, after=SITE_AFTER))
    plan = parsed(made.text)
    aside = " ".join(one.text for one in plan.set_aside)
    for words in ("Trang chủ", "Người ký: Hoàng Văn Bình", "Bạn Chưa Đăng Nhập Thành Viên!", "IP: 10.0.0.1"):
        assert words in aside
    assert plan.number == "57"
    assert plan.recipients[-1] == "Lưu: VT, KTN"


def test_a_notice_on_the_page_that_carries_the_plans_name_is_not_its_title() -> None:
    before = "Kế hoạch 57/KH-UBND về bảo vệ nguồn nước sinh hoạt\nTải về\nLược đồ\nKế hoạch 57/KH-UBND năm 2024 bảo vệ nguồn nước\n\n"
    plan = parsed(make(Shape(before=before)).text)
    assert plan.subject == WATER.subject.upper()
    assert plan.issuer == "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN"


def test_what_the_header_does_not_show_is_null_and_named() -> None:
    plan = parsed(f"KẾ HOẠCH\n{WATER.subject}\n\n{WATER.opening[0]}\n\n{SECTIONS}\n\n{foot_plain()}")
    assert (plan.issuer, plan.number, plan.symbol, plan.place, plan.date) == (None,) * 5
    named = {finding.where.field for finding in plan.findings if finding.rule == "KH-ND-01"}
    assert {"issuer", "number", "symbol", "place", "date"} <= named


def test_numbering_faults_are_findings_and_labels_stay() -> None:
    text = make(Shape()).text.replace("IV. TỔ CHỨC", "III. TỔ CHỨC")
    plan = parsed(text)
    assert [section.label for section in plan.sections] == ["I.", "II.", "III.", "III."]
    assert [section.id for section in plan.sections] == ["I", "II", "III", "III(2)"]
    assert any(finding.rule == "ND30-DM-02" and finding.where.field == "III(2)" for finding in plan.findings)


def test_a_repaired_numeral_is_a_finding() -> None:
    plan = parsed(make(Shape()).text.replace("II. NỘI DUNG", "I1. NỘI DUNG").replace("III. KINH", "HI. KINH"))
    assert [(section.id, section.label) for section in plan.sections] == [
        ("I", "I."),
        ("II", "I1."),
        ("III", "HI."),
        ("IV", "IV."),
    ]
    assert sum(finding.rule == "KH-ND-03" for finding in plan.findings) == 2


NEWS = (
    "Lạng Sơn bảo vệ nguồn nước sinh hoạt nông thôn\n\n(LS) - Ngày 5/3/2024, Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 57/KH-UBND về bảo vệ nguồn nước sinh hoạt nông thôn.\n\n"
    "Theo kế hoạch, các địa phương tổ chức rà soát hiện trạng nguồn nước; trồng cây tại khu đầu nguồn.\n\nMục tiêu đến hết năm có 90% hộ dân dùng nước sạch.\n\nSở Nông nghiệp và Phát triển nông thôn là cơ quan chủ trì.\n\nMinh Anh"
)
QUESTIONS = "Hỏi: Kế hoạch bảo vệ nguồn nước do ai ban hành?\nTrả lời:\n1. Cơ quan ban hành\nỦy ban nhân dân tỉnh ban hành kế hoạch.\n2. Thời hạn\nTheo Điều 5 Luật Tài nguyên nước.\n3. Hồ sơ gồm:\na) Tờ trình;\nb) Dự thảo kế hoạch.\nTrân trọng./."
FORM = (
    f"TÊN CƠ QUAN\n-------\n{STATE}\nSố: ....../KH-.....\n........, ngày .... tháng .... năm ....\n\nKẾ HOẠCH\n..............................\n\nCăn cứ ......................................;\n"
    "Căn cứ ......................................;\n\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n..........................\n2. Yêu cầu\n..........................\nII. NỘI DUNG\n..........................\n"
    "III. TỔ CHỨC THỰC HIỆN\n..........................\n\nNơi nhận:\n- .........;\n- Lưu: VT.\n\nQUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ\n"
)


def other(kind: str, symbol: str, body: str, subject: str = "Về việc triển khai kế hoạch bảo vệ nguồn nước") -> str:
    return f"ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------\n{STATE}\nSố: 57/{symbol}\n{DATELINE}\n\n{kind}\n{subject}\n\n{body}\n\n{foot_plain()}"


ITEMS = (
    "I. TÌNH HÌNH\n1. Kết quả đạt được.\n2. Tồn tại.\nII. NHIỆM VỤ\n1. Thực hiện Kế hoạch số 12/KH-UBND.\n2. Kiểm tra."
)
LETTER = (
    f"ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------\n{STATE}\nSố: 57/UBND-KTN\nV/v triển khai kế hoạch bảo vệ nguồn nước\n{DATELINE}\n\nKính gửi: Các sở, ban, ngành.\n\n"
    f"Thực hiện Kế hoạch số 12/KH-UBND, Ủy ban nhân dân tỉnh yêu cầu:\n1. Sở Y tế kiểm nghiệm nước.\n2. Các huyện báo cáo trước ngày 10/4.\n\n{foot_plain()}"
)
NOT_PLANS: dict[str, str] = {
    "news": NEWS,
    "news with a headline in capitals": NEWS.replace(
        "Lạng Sơn bảo vệ nguồn nước sinh hoạt nông thôn", "KẾ HOẠCH BẢO VỆ NGUỒN NƯỚC: LẠNG SƠN VÀO CUỘC", 1
    ),
    "questions and answers": QUESTIONS,
    "a blank form": FORM,
    "a letter": LETTER,
    "a report": other("BÁO CÁO", "BC-UBND", ITEMS, "Kết quả thực hiện Kế hoạch bảo vệ nguồn nước năm 2023"),
    "a directive": other("CHỈ THỊ", "CT-UBND", ITEMS),
    "a programme": other("CHƯƠNG TRÌNH", "CTr-UBND", ITEMS, "Hành động thực hiện Nghị quyết"),
    "a notice": other("THÔNG BÁO", "TB-UBND", ITEMS, "Kết luận của Chủ tịch tại cuộc họp về kế hoạch đầu tư"),
    "a resolution": other(
        "NGHỊ QUYẾT", "NQ-HĐND", "Điều 1. Thông qua kế hoạch đầu tư công.\nĐiều 2. Giao Ủy ban nhân dân tỉnh thực hiện."
    ),
    "a scheme": other("ĐỀ ÁN", "ĐA-UBND", ITEMS),
    "a project of the office": other("PHƯƠNG ÁN", "PA-UBND", ITEMS),
    "a guidance": other("HƯỚNG DẪN", "HD-SNN", ITEMS, "Xây dựng kế hoạch bảo vệ nguồn nước"),
    "a submission": other("TỜ TRÌNH", "TTr-SNN", ITEMS, "Về việc ban hành Kế hoạch bảo vệ nguồn nước"),
    "a decision with regulations": other(
        "QUYẾT ĐỊNH",
        "QĐ-UBND",
        "Căn cứ Luật Tài nguyên nước;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp.\nĐiều 2. Hiệu lực.\nĐiều 3. Thi hành.",
        "Ban hành Quy chế phối hợp",
    )
    + "\n\nQUY CHẾ\nPhối hợp bảo vệ nguồn nước\n(Ban hành kèm theo Quyết định số 57/QĐ-UBND)\n\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Quy chế này quy định việc phối hợp.\nChương II\nPHỐI HỢP\nĐiều 2. Xây dựng kế hoạch\n1. Hằng năm, lập kế hoạch.",
    "a paper of minutes": other("BIÊN BẢN", "BB-UBND", ITEMS, "Họp bàn kế hoạch"),
    "a card of metadata": "Số hiệu 57/KH-UBND\nNgày ban hành 05/03/2024\nNgười ký Hoàng Văn Bình\nTrích yếu Kế hoạch bảo vệ nguồn nước\nTệp đính kèm KH57.pdf\nTải về",
    "nothing": "",
    "a poem": "Nước chảy đá mòn\nCây cao bóng cả\nTrăng rằm soi sáng\nLúa chín đầy đồng",
    "a how-to": "Cách viết một bản kế hoạch\nI. Mục đích, yêu cầu\nPhần này nêu lý do.\nII. Nội dung\nPhần này nêu việc.\nIII. Tổ chức thực hiện\nPhần này phân công.\nChúc các bạn thành công!",
}


@pytest.mark.parametrize("kind", NOT_PLANS)
def test_a_text_that_is_no_plan_is_refused_with_the_reason_and_keeps_its_words(kind: str) -> None:
    plan = parsed(NOT_PLANS[kind])
    assert plan.verdict.value == "not_a_plan"
    assert plan.reason
    kept = " ".join(one.text for one in plan.set_aside)
    assert all(word in kept for word in NOT_PLANS[kind].replace("*", "").split() if word.isalpha())


@pytest.mark.parametrize("content", [WATER, READING], ids=["water", "reading"])
def test_every_part_of_the_contract_is_read_from_a_plain_plan(content: object) -> None:
    made = make(Shape(content=content))  # type: ignore[arg-type]
    plan = parsed(made.text)
    assert plan.closing
    assert plan.closing[0].text.text == made.text.split("\n\nNơi nhận")[0].split("\n\n")[-1]
    assert plan.header_lines[:2] == (NATION, MOTTO)
    assert NUMBER in plan.header_lines
    assert SIGNATURE.startswith(plan.authority[0])


HEAD = f"ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------\n{STATE}\n"
FOOT = "\nNơi nhận:\n- Các sở;\n- Lưu: VT.\n\nCHỦ TỊCH\n\n\nHoàng Văn Bình\n"
LEAD = "Thực hiện Chỉ thị số 12/CT-TTg ngày 02/4/2024 của Thủ tướng Chính phủ, UBND tỉnh đã xây dựng Kế hoạch sân chơi; Sở đề nghị như sau:"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}Số: 15/SXD-HT\n{DATELINE}\n\nV/v phối hợp thực hiện\n\nKính gửi: Các huyện\n\n{LEAD}\n\n{SECTIONS}\n{FOOT}",
        f"Sáng 12/5, UBND tỉnh vừa ban hành Kế hoạch chăm sóc sân chơi với các nội dung như sau:\n\n{SECTIONS}\n",
        f"{HEAD}Số: 20/BB-UBND\n{DATELINE}\n\nBIÊN BẢN\n\nHọp góp ý\n\nKẾ HOẠCH\n\n{SECTIONS}\n{FOOT}",
        f"{HEAD}Số: 20/HD-SXD\n{DATELINE}\n\n{LEAD}\n\n{SECTIONS}\n{FOOT}",
    ],
    ids=["a letter", "news", "minutes", "guidance"],
)
def test_what_only_speaks_of_a_plan_is_no_plan(text: str) -> None:
    assert parsed(text).verdict == "not_a_plan"


def test_a_subject_may_go_on_with_a_quotation() -> None:
    text = f"{HEAD}Số: 20/KH-UBND\n{DATELINE}\n\nKẾ HOẠCH\nThực hiện phong trào\n“Sân chơi xanh” năm 2024\n\nUBND tỉnh ban hành Kế hoạch như sau:\n\n{SECTIONS}\n{FOOT}"
    assert parsed(text).subject == "Thực hiện phong trào “Sân chơi xanh” năm 2024"


def test_a_note_that_a_line_end_cuts_is_no_part_of_the_subject() -> None:
    text = f"{HEAD}Số: 20/KH-UBND\n{DATELINE}\n\nKẾ HOẠCH\nChăm sóc sân chơi\n\n(Kèm theo Quyết định số 3/QĐ-UBND ngày 05/3/2024\n\ncủa Chủ tịch Ủy ban nhân dân tỉnh)\n\nUBND tỉnh ban hành Kế hoạch như sau:\n\n{SECTIONS}\n{FOOT}"
    assert parsed(text).subject == "Chăm sóc sân chơi"


def test_a_company_is_told_from_the_committee_above_it() -> None:
    text = f"UBND TỈNH LẠNG SƠN\nCÔNG TY TNHH MỘT THÀNH VIÊN MÔI TRƯỜNG\n-------\n{STATE}\nSố: 20/KH-MT\n{DATELINE}\n\nKẾ HOẠCH\nChăm sóc sân chơi\n\n{SECTIONS}\n{FOOT}"
    plan = parsed(text)
    assert (plan.superior, plan.issuer) == ("UBND TỈNH LẠNG SƠN", "CÔNG TY TNHH MỘT THÀNH VIÊN MÔI TRƯỜNG")


def test_a_subject_in_sentence_case_goes_on_to_the_preamble() -> None:
    subject = "Tổ chức ngày hội trồng cây lần thứ hai\nThôn Nà Pàn và các thôn lân cận\nnăm 2024"
    plan = parsed(f"UBND XÃ BA SƠN\n{STATE}\n{NUMBER}\n{DATELINE}\nKẾ HOẠCH\n{subject}\n{OPENING}\n{SECTIONS}")
    assert plan.subject == subject.replace("\n", " ")


def test_a_heading_over_two_lines_whose_second_line_is_the_titles_word() -> None:
    sections = SECTIONS.replace("I. MỤC ĐÍCH, YÊU CẦU", "I. CĂN CỨ XÂY DỰNG\nKẾ HOẠCH", 1)
    plan = parsed(f"UBND XÃ BA SƠN\n{STATE}\n{NUMBER}\n{DATELINE}\nKẾ HOẠCH\nTrồng cây\n{OPENING}\n{sections}")
    assert first_words(plan.sections[0]) == "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH"


def test_numbers_behind_the_words_that_lead_in_are_the_plans_and_not_its_bases() -> None:
    sections = (
        "1. Mục tiêu chung\nGiữ sân chơi sạch.\n2. Mục tiêu riêng\nTrồng cây.\nIII. TỔ CHỨC THỰC HIỆN\n1. Các thôn"
    )
    plan = parsed(f"UBND XÃ BA SƠN\n{STATE}\n{NUMBER}\n{DATELINE}\nKẾ HOẠCH\nTrồng cây\n{OPENING}\n{sections}")
    assert [section.id for section in plan.sections] == ["1", "2", "III"]


def test_the_heading_of_a_part_is_no_title() -> None:
    text = (
        "Trang chủ\nKế hoạch nước sạch của huyện\n"
        "Thực hiện Công văn số 21/SNN-TL ngày 03 tháng 7 năm 2013 của Sở Nông nghiệp, Ban điều hành nước sạch xây dựng kế hoạch "
        "năm 2014 với các nội dung sau:\n\nPhần I\n\nKẾT QUẢ NĂM 2013\n\nI. TÌNH HÌNH\n\n1. Giếng đào\n\n2. Bể chứa\n\nPhần II\n\n"
        "KẾ HOẠCH NĂM 2014\n\nI. MỤC TIÊU\n\n1. Chung\n"
    )
    plan = parsed(text)
    assert plan.verdict.value == "plan"
    assert [first_words(section) for section in plan.sections] == [
        "Phần I KẾT QUẢ NĂM 2013",
        "Phần II KẾ HOẠCH NĂM 2014",
    ]
    assert plan.subject is None
    assert [aside.text for aside in plan.set_aside] == ["Trang chủ", "Kế hoạch nước sạch của huyện"]


def test_a_letter_may_stand_apart_from_its_stop() -> None:
    plan = parsed(
        f"UBND XÃ BA SƠN\n{STATE}\n{NUMBER}\n{DATELINE}\nKẾ HOẠCH\nTrồng cây\n{OPENING}\nA . MỤC ĐÍCH\n1. Một ý.\nB . NỘI DUNG\n1. Hai ý.\n"
    )
    assert [section.id for section in plan.sections] == ["A", "B"]


def test_a_party_committees_header_is_read_with_its_star_and_its_blank_number() -> None:
    plan = parsed(
        "ĐẢNG BỘ TỈNH LẠNG SƠN\nĐẢNG UỶ XÃ BA SƠN\n*\nSố       -KH/ĐU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nBa Sơn, ngày     tháng 6 năm 2026\n\n"
        f"KẾ HOẠCH\nTrồng cây\n\nBan Thường vụ Đảng uỷ ban hành Kế hoạch như sau:\n{SECTIONS}\nNơi nhận:\n- Lưu VPĐU.\n"
        "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nHoàng Văn Bình"
    )
    assert (plan.superior, plan.issuer, plan.level) == ("ĐẢNG BỘ TỈNH LẠNG SƠN", "ĐẢNG UỶ XÃ BA SƠN", "commune")
    assert (plan.number, plan.symbol, plan.place, plan.date) == (None, "KH/ĐU", "Ba Sơn", "2026-06")
    assert (plan.authority, plan.position, plan.signed_by) == (("T/M BAN THƯỜNG VỤ",), "BÍ THƯ", "Hoàng Văn Bình")


@pytest.mark.parametrize("drawn", ["-", "*", "---\n-", "o0o\n-------"])
def test_what_is_drawn_under_the_name_of_a_body_does_not_part_it_from_the_header(drawn: str) -> None:
    plan = parsed(
        f"ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n{drawn}\n\n{STATE}\nSố: 7/KH-UBND\n{DATELINE}\nKẾ HOẠCH\nTrồng cây\n{OPENING}\n{SECTIONS}"
    )
    assert plan.issuer == "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN"


PORTAL = "Trang chủ\n- Giới thiệu\nKẾ HOẠCH TRỒNG CÂY NĂM 2024\n- Ngày đăng: 01-11-2023\n- 45 lượt xem\n.\n"


def test_a_portals_page_without_a_header_is_a_plan_when_its_opening_issues_one() -> None:
    plan = parsed(f"{PORTAL}{OPENING}\n{SECTIONS}")
    assert (plan.verdict.value, plan.subject, plan.issuer) == ("plan", "TRỒNG CÂY NĂM 2024", None)
    assert [paragraph.text.text for paragraph in (*plan.legal_bases, *plan.opening)] == [OPENING]
    assert [aside.text for aside in plan.set_aside][-2:] == ["- Ngày đăng: 01-11-2023", "- 45 lượt xem ."]


def test_a_portals_page_with_the_word_plan_and_no_opening_that_issues_one_is_refused() -> None:
    assert parsed(f"{PORTAL}Xã đã trồng nhiều cây trong năm.\n{SECTIONS}").verdict.value == "not_a_plan"


def test_a_body_that_is_no_committee_of_the_people_may_issue_a_plan_whose_header_is_lost() -> None:
    opening = (
        "Thực hiện Thông báo số 9/TB-MTTQ ngày 14/01/2024, Ban Thường trực Ủy ban MTTQ tỉnh xây dựng kế hoạch như sau:"
    )
    assert parsed(f"{opening}\n{SECTIONS}").verdict.value == "plan"
