"""Texts as legal portals and libraries serve them: heads that lost their title, decisions cut short, words glued together."""

import pytest

from kedraft.importers.parse import parse
from kedraft.importers.read import read
from kedraft.importers.text import read_text
from kedraft.model.parsed import ParsedPlan, Verdict

HEAD = "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: {} | Sơn Bình, ngày 04 tháng 3 năm 2022 |\n"
PLAN = HEAD.format("31/KH-UBND")
DECISION = HEAD.format("310/QĐ-UBND")
ITEMS = "1. Mục đích\nNâng cao chất lượng nước giếng.\n2. Yêu cầu\nĐúng tiến độ.\n"


def parsed(text: str) -> ParsedPlan:
    return parse(read_text(text.encode(), "trang.txt"))


def cited(plan: ParsedPlan) -> list[tuple[str | None, str | None]]:
    return [(one.number, one.date) for paragraph in (*plan.legal_bases, *plan.opening) for one in paragraph.cites]


def test_a_sentence_that_names_the_country_is_no_header() -> None:
    opening = "Thực hiện Công văn số 97/BTP-PB ngày 19/3/2020 của Bộ Tư pháp, Ủy ban nhân dân tỉnh ban hành Kế hoạch tổ chức Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam như sau:\n"
    plan = parsed(PLAN + opening + ITEMS)
    assert cited(plan) == [("97/BTP-PB", "2020-03-19")]
    assert plan.issuer == "ỦY BAN NHÂN DÂN"
    assert plan.subject is None


@pytest.mark.parametrize(
    "first",
    [
        "Sau 5 năm thực hiện Chỉ thị số 54-CT/TU ngày 30/11/2017 của Tỉnh ủy, tỉnh ta đã có nước sạch ở mọi xã.",
        "- Chỉ thị số 54-CT/TU ngày 30/11/2017 của Tỉnh ủy;",
    ],
    ids=["a sentence", "an item"],
)
def test_without_a_title_the_first_words_of_the_opening_are_no_subject(first: str) -> None:
    plan = parsed(PLAN + first + "\nỦy ban nhân dân tỉnh ban hành Kế hoạch cấp nước như sau:\n" + ITEMS)
    assert plan.subject is None
    assert ("54-CT/TU", "2017-11-30") in cited(plan)


def test_without_a_title_a_line_in_capitals_is_the_subject() -> None:
    plan = parsed(PLAN + "CẤP NƯỚC SẠCH TRÊN ĐỊA BÀN TỈNH SƠN BÌNH NĂM 2022\nCăn cứ Luật Thủy lợi;\n" + ITEMS)
    assert plan.subject == "CẤP NƯỚC SẠCH TRÊN ĐỊA BÀN TỈNH SƠN BÌNH NĂM 2022"


@pytest.mark.parametrize("items", ["I. MỤC ĐÍCH\n", "Phần I\nĐÁNH GIÁ NĂM 2021\n", "A. CĂN CỨ\n"])
def test_a_copy_without_head_that_was_cut_at_its_first_section_is_a_plan(items: str) -> None:
    opening = "Thực hiện Công văn số 21/SNN-TL ngày 03/7/2021 của Sở Nông nghiệp về việc lập\nkế hoạch nước sạch năm 2022.\nBan điều hành Chương trình nước sạch xây dựng kế hoạch\nthực hiện Chương trình năm 2022\nvới các nội dung sau:\n"
    assert parsed("Nước sạch năm 2022\n" + opening + items).verdict is Verdict.PLAN
    assert parsed("Nước sạch năm 2022\n" + opening + "1. Mục đích\n").verdict is Verdict.NOT_A_PLAN


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (DECISION + "VỀ VIỆC BAN HÀNH KẾ HOẠCH CẤP NƯỚC\nCăn cứ Luật Thủy lợi;\nQUYẾT ĐỊNH:\n", "thiếu phần Kế hoạch"),
        (DECISION + "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt kèm theo Quyết định này Kế hoạch cấp nước\n", "thiếu phần Kế hoạch"),
        (DECISION + "QUYẾT ĐỊNH:\nĐiều 2. Có hiệu lực từ ngày ký.\nCẤP NƯỚC NĂM 2022\n(Kèm theo Quyết định số 310/QĐ-UBND)\n1. Mục đích\n", "không còn dòng tên loại"),
        (DECISION + "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế.\nQUY CHẾ\n(Kèm theo Quyết định số 310/QĐ-UBND)\n", "“QUYẾT ĐỊNH”, không phải"),
        ("BỘ NƯỚC Số: 55/QĐ-BN Sơn Bình, ngày 04 tháng 3 năm 2021 QUYẾT ĐỊNH VỀ VIỆC PHÊ DUYỆT KẾ HOẠCH CẤP NƯỚC " + "Căn cứ Luật Thủy lợi; " * 30, "thiếu phần Kế hoạch"),
    ],
    ids=["subject", "article", "untitled annex", "another annex", "one line"],
)  # fmt: skip
def test_a_decision_cut_short_is_told_as_one(text: str, said: str) -> None:
    plan = parsed(text)
    assert plan.verdict is Verdict.NOT_A_PLAN
    assert plan.reason is not None
    assert said in plan.reason


def test_the_title_below_the_header_goes_before_a_bare_one_on_a_cover() -> None:
    cover = "KẾ HOẠCH\nỨNG PHÓ SỰ CỐ HỒ CHỨA\n\nSơn Bình, năm 2022\n1\n\n"
    head = "ỦY BAN NHÂN DÂN\nTỈNH SƠN BÌNH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSơn Bình, ngày 04 tháng 3 năm 2022\nSố: 31/KH-UBND\n\n"
    plan = parsed(cover + head + "KẾ HOẠCH ỨNG PHÓ SỰ CỐ HỒ CHỨA\nChương I\nQUY ĐỊNH CHUNG\n" + ITEMS)
    assert (plan.number, plan.issuer, plan.date) == ("31", "ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH", "2022-03-04")
    assert plan.subject == "ỨNG PHÓ SỰ CỐ HỒ CHỨA"


@pytest.mark.parametrize("before", ["", "Phần mềm đang được cập nhật;\n"])
def test_a_page_number_glued_to_a_line_is_parted_from_it(before: str) -> None:
    plan = parsed(
        before + "Trang 1KẾ HOẠCH Cấp nước năm 2022\nUBND tỉnh ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n" + ITEMS
    )
    assert plan.subject == "Cấp nước năm 2022"
    assert any(one.text == "Trang 1" for one in plan.set_aside)


def test_the_sign_of_a_picture_is_dropped_where_nothing_else_is_markdown() -> None:
    head = "KẾ HOẠCH\nCấp nước năm 2022\n![]() |\nUBND xã ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n"
    assert parsed(PLAN + head + ITEMS).subject == "Cấp nước năm 2022"


FOOT = "I. MỤC ĐÍCH\n1. Cấp nước.\n2. Giữ nước.\n\nNơi nhận:\n- UBND tỉnh;\n{}\nTM. ỦY BAN NHÂN DÂN\n{}\n"


@pytest.mark.parametrize(
    ("kept", "signed"),
    [
        ("- Lưu: VT, KT. Thu.", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLò Văn Páo"),
        ("- Lưu: VT.", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCHLò Văn Páo"),
        ("- Lưu: VT.", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTN_VP6_KHCN\nLò Văn Páo"),
    ],
    ids=["a clerk's initials", "glued name", "a file's name"],
)
def test_the_signature_is_told_from_what_stands_in_it(kept: str, signed: str) -> None:
    plan = parsed(PLAN + "KẾ HOẠCH\nCấp nước\nUBND tỉnh lập kế hoạch như sau:\n" + FOOT.format(kept, signed))
    assert plan.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert (plan.position, plan.signed_by) == ("PHÓ CHỦ TỊCH", "Lò Văn Páo")
    assert plan.recipients == ("UBND tỉnh", kept.removeprefix("- ").removesuffix("."))


def test_a_document_in_one_line_has_items_right_behind_its_subject() -> None:
    text = (
        "ỦY BAN NHÂN DÂN HUYỆN LA HIÊN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập – Tự do – Hạnh phúc Số: 25/KH-UBND La Hiên, ngày 26 tháng 3 năm 2018 "
        "KẾ HOẠCH TỔ CHỨC CÁC NGÀY LỄ NĂM 2018 1. Ngày Nước thế giới: 1.1. Nơi tổ chức: - Nhà văn hóa. 2. Ngày Môi trường: 2.1. Nơi tổ chức: - Sân vận động. "
    )
    plan = parsed(text + "3. Ngày Sách: - Các trường học tổ chức đọc sách. " * 6)
    assert plan.subject == "TỔ CHỨC CÁC NGÀY LỄ NĂM 2018"
    assert [node.label for node in plan.sections][:3] == ["1.", "2.", "3."]


def test_recipients_in_a_list_of_a_page_are_one_each() -> None:
    entries = ("UBND tỉnh; Sở Y tế; Sở Nội vụ (b/c);", "CV: VX, TH;", "Lưu: VT.")
    page = "".join(
        f"<div>{line}</div>" for line in (PLAN + "KẾ HOẠCH\nCấp nước\nUBND xã lập kế hoạch như sau:").split("\n")
    )
    items = "<ul>" + "".join(f"<li>{entry}</li>" for entry in entries) + "</ul>"
    foot = f"<h3>I. MỤC ĐÍCH</h3><p>1. Cấp nước.</p><p>Nơi nhận:</p>{items}<p>CHỦ TỊCH</p><p>Lò Văn Páo</p>"
    plan = parse(read(f"<html><body>{page}{foot}</body></html>".encode(), "trang.html"))
    assert plan.recipients == tuple(entry.rstrip(";.") for entry in entries)
    assert (plan.position, plan.signed_by) == ("CHỦ TỊCH", "Lò Văn Páo")


def test_an_office_over_two_lines_beside_the_recipients_stays_whole() -> None:
    foot = (
        "I. MỤC ĐÍCH\n1. Cấp nước.\n\nNơi nhận:\n- UBND tỉnh;   TUQ. CHỦ TỊCH\n- Sở Y tế;   GIÁM ĐỐC SỞ THÔNG TIN\n"
        "- Các xã;   VÀ TRUYỀN THÔNG\n- Lưu: VT.\n\nLò Văn Páo\n"
    )
    plan = parsed(PLAN + "KẾ HOẠCH\nCấp nước\nUBND tỉnh lập kế hoạch như sau:\n" + foot)
    assert plan.position == "GIÁM ĐỐC SỞ THÔNG TIN VÀ TRUYỀN THÔNG"
    assert plan.recipients == ("UBND tỉnh", "Sở Y tế", "Các xã", "Lưu: VT")


def test_two_signers_side_by_side_are_two_not_one_run_together() -> None:
    gap = " " * 20
    foot = (
        f"I. MỤC ĐÍCH\n1. Cấp nước.\n2. Giữ nước.\n\nTM. BAN CHẤP HÀNH ĐOÀN XÃ{gap}GIÁM ĐỐC\nBÍ THƯ\n\n"
        f"Lò Văn Páo{gap}Hà Thị Bình\n"
    )
    plan = parsed(PLAN + "KẾ HOẠCH\nCấp nước\nUBND xã lập kế hoạch như sau:\n" + foot)
    assert plan.authority == ("TM. BAN CHẤP HÀNH ĐOÀN XÃ",)
    assert plan.signed_by == "Lò Văn Páo"
    assert [one.text for one in plan.set_aside if one.reason == "người ký thứ hai"] == ["Hà Thị Bình"]
