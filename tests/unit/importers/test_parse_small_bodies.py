"""Plans of schools, branches, teams and unions, which keep the layout of Nghị định 30 less strictly than committees do."""

import pytest
from made_plans import first_words, parsed

from kedraft.importers.one_line import unfolded
from kedraft.model.inline import Inline
from kedraft.model.parsed import ParsedPlan
from kedraft.model.source import SourceParagraph
from kedraft.report.plan_json import cited

OPENING = (
    "Căn cứ Luật Thư viện ngày 21/11/2019;\nThực hiện kế hoạch số 14/KH-PGDĐT ngày 02/9/2021 của Phòng Giáo dục và Đào tạo,\n"
    "Nhà trường xây dựng kế hoạch sửa giếng nước sân trường như sau:\n"
)
SECTIONS = "I. MỤC ĐÍCH\n- Có nước sạch cho học sinh.\n- Sân trường khô ráo.\nII. VIỆC LÀM\n1. Nạo vét giếng.\n2. Thay máy bơm.\n"
DATED = "Cao Lộc, ngày 06 tháng 9 năm 2021"
HEAD = f"PHÒNG GD&ĐT CAO LỘC\nTRƯỜNG TIỂU HỌC BẢN NGẦN\nSố: 31/KH-THBN\n{DATED}"
TITLE = "KẾ HOẠCH\nSửa giếng nước sân trường năm học 2021 - 2022"
FOOT = "Nơi nhận:\n- Phòng GD&ĐT;\n- Lưu: VT.\n\nHIỆU TRƯỞNG\n\nNông Thị Én"


def plan_of(head: str = HEAD, title: str = TITLE, foot: str = FOOT) -> ParsedPlan:
    return parsed(f"{head}\n\n{title}\n\n{OPENING}{SECTIONS}\n{foot}\n")


def signed(plan: ParsedPlan) -> tuple[tuple[str, ...], str | None, str | None]:
    return plan.authority, plan.position, plan.signed_by


def test_a_school_is_no_authority_and_the_office_of_education_is_above_it() -> None:
    plan = plan_of()
    assert (plan.superior, plan.issuer) == ("PHÒNG GD&ĐT CAO LỘC", "TRƯỜNG TIỂU HỌC BẢN NGẦN")
    assert plan.level is not None
    assert plan.level.value == "other"
    assert (plan.number, plan.symbol, plan.place, plan.date) == ("31", "KH-THBN", "Cao Lộc", "2021-09-06")
    assert signed(plan) == ((), "HIỆU TRƯỞNG", "Nông Thị Én")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("ĐẢNG BỘ XÃ HỢP THÀNH", "CHI BỘ TRƯỜNG TIỂU HỌC"),
        ("ĐOÀN XÃ HỢP THÀNH", "CHI ĐOÀN BẢN NGẦN"),
        ("TRƯỜNG TIỂU HỌC BẢN NGẦN", "LIÊN ĐỘI KIM ĐỒNG"),
        ("LIÊN ĐOÀN LAO ĐỘNG HUYỆN CAO LỘC", "CÔNG ĐOÀN TRƯỜNG TIỂU HỌC BẢN NGẦN"),
        ("SỞ Y TẾ LẠNG SƠN", "BỆNH VIỆN ĐA KHOA CAO LỘC"),
    ],
)
def test_a_branch_or_union_stands_below_the_body_above_it(above: str, below: str) -> None:
    plan = plan_of(head=f"{above}\n{below}\nSố: 31/KH-BN\n{DATED}")
    assert (plan.superior, plan.issuer) == (above, below)


def test_an_executive_committee_goes_on_with_the_name_of_its_body() -> None:
    plan = plan_of(head=f"ĐOÀN KHỐI CÁC CƠ QUAN\nBAN CHẤP HÀNH\nĐOÀN TRƯỜNG BẢN NGẦN\nSố: 31/KH-ĐTN\n{DATED}")
    assert (plan.superior, plan.issuer) == ("ĐOÀN KHỐI CÁC CƠ QUAN", "BAN CHẤP HÀNH ĐOÀN TRƯỜNG BẢN NGẦN")


def test_names_in_sentence_case_beside_the_literals_are_bodies() -> None:
    plan = plan_of(
        head="Phòng GD&ĐT Cao Lộc\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTrường Tiểu học Bản Ngần\tĐộc lập - Tự do - Hạnh phúc\n"
        f"Số: 31/KH-THBN\n{DATED}"
    )
    assert (plan.superior, plan.issuer) == ("Phòng GD&ĐT Cao Lộc", "Trường Tiểu học Bản Ngần")


def test_a_symbol_whose_second_half_is_not_written_yet_is_null() -> None:
    plan = plan_of(head=f"PHÒNG GD&ĐT CAO LỘC\nTRƯỜNG TIỂU HỌC BẢN NGẦN\nSố: …/KH-……\n{DATED}")
    assert (plan.number, plan.symbol) == (None, None)


def test_a_number_and_a_symbol_may_stand_apart() -> None:
    plan = plan_of(head=f"TRƯỜNG TIỂU HỌC BẢN NGẦN\nTHƯ VIỆN\nSố 07 KH - TV\n{DATED}")
    assert (plan.number, plan.symbol) == ("07", "KH-TV")


def test_what_a_portal_calls_the_page_is_no_body() -> None:
    plan = plan_of(head=f"KẾ HOẠCH SỬA GIẾNG NƯỚC\n{HEAD}")
    assert (plan.superior, plan.issuer) == ("PHÒNG GD&ĐT CAO LỘC", "TRƯỜNG TIỂU HỌC BẢN NGẦN")
    assert [one.text for one in plan.set_aside] == ["KẾ HOẠCH SỬA GIẾNG NƯỚC"]


@pytest.mark.parametrize("office", ["NGƯỜI LẬP KẾ HOẠCH", "NGƯỜI BÁO CÁO", "TRƯỞNG KHOA", "ĐỘI TRƯỞNG", "THỦ TRƯỞNG"])
def test_whoever_signs_for_a_small_body_is_read(office: str) -> None:
    assert signed(plan_of(foot=f"{office}\n\nNông Thị Én")) == ((), office, "Nông Thị Én")


def test_anothers_approval_beside_the_signature_is_kept_and_signs_nothing() -> None:
    plan = plan_of(foot="DUYỆT CỦA BAN GIÁM HIỆU\nHoàng Văn Bình\n\nNGƯỜI LẬP\nNông Thị Én")
    assert signed(plan) == ((), "NGƯỜI LẬP", "Nông Thị Én")
    assert {"DUYỆT CỦA BAN GIÁM HIỆU", "Hoàng Văn Bình"} <= {one.text for one in plan.set_aside}


def test_an_approval_that_stands_alone_with_a_name_is_the_signature() -> None:
    plan = plan_of(foot="DUYỆT CỦA HIỆU TRƯỞNG\n\nNông Thị Én")
    assert plan.signed_by == "Nông Thị Én"


def test_an_approval_without_a_name_signs_nothing() -> None:
    plan = plan_of(foot="BAN GIÁM HIỆU\nDUYỆT")
    assert signed(plan)[1:] == (None, None)
    assert any(one.where.field == "signed_by" for one in plan.findings)


def test_a_plan_under_a_decisions_symbol_that_decides_nothing_is_a_plan() -> None:
    head = f"ỦY BAN NHÂN DÂN\nXÃ HỢP THÀNH\nSố: 31/QĐ-UBND\n{DATED}"
    plan = parsed(f"{head}\n\nỦy ban nhân dân xã ban hành Kế hoạch sửa giếng nước như sau:\n{SECTIONS}\n{FOOT}\n")
    assert plan.verdict.value == "plan"
    assert (plan.number, plan.symbol) == ("31", "QĐ-UBND")


def test_a_decision_stays_a_decision() -> None:
    text = (
        f"{HEAD.replace('KH-THBN', 'QĐ-THBN')}\n\nQUYẾT ĐỊNH\nVề việc giao sửa giếng nước\n\nCăn cứ Luật Thư viện ngày 21/11/2019;\n"
        "Theo đề nghị của tổ văn phòng,\n\nQUYẾT ĐỊNH:\nĐiều 1. Giao tổ văn phòng sửa giếng nước.\n"
        f"Điều 2. Nhà trường xây dựng kế hoạch như sau:\n- Nạo vét.\n\n{FOOT}"
    )
    assert parsed(text).verdict.value == "not_a_plan"


NATION_AND_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"


@pytest.mark.parametrize(
    "before", ["", "Trang chủ Giới thiệu Văn bản Thời khóa biểu Liên hệ " * 20], ids=["alone", "below a menu"]
)
def test_a_document_in_one_line_is_read_as_if_it_had_lines(before: str) -> None:
    bodies, number, place = HEAD.rsplit("\n", 2)
    lines = f"{bodies} {number} {NATION_AND_MOTTO} {place}\n{TITLE.upper()}\n{OPENING}{SECTIONS}{FOOT}"
    plan = parsed(before + " ".join(lines.split()))
    assert plan.verdict.value == "plan"
    assert (plan.superior, plan.issuer) == ("PHÒNG GD&ĐT CAO LỘC", "TRƯỜNG TIỂU HỌC BẢN NGẦN")
    assert (plan.number, plan.symbol, plan.place, plan.date) == ("31", "KH-THBN", "Cao Lộc", "2021-09-06")
    assert plan.subject == "SỬA GIẾNG NƯỚC SÂN TRƯỜNG NĂM HỌC 2021 - 2022"
    assert [one.date for one in cited(plan)] == ["2019-11-21", "2021-09-02"]
    assert [first_words(section) for section in plan.sections] == ["I. MỤC ĐÍCH", "II. VIỆC LÀM"]
    assert [len(section.children) for section in plan.sections] == [2, 2]
    assert plan.recipients == ("Phòng GD&ĐT", "Lưu: VT")
    assert signed(plan) == ((), "HIỆU TRƯỞNG", "Nông Thị Én")


def test_a_line_that_holds_the_date_and_the_title_is_parted() -> None:
    plan = parsed(f"{HEAD} DỰ THẢO {TITLE}\n\n{OPENING}{SECTIONS}\n{FOOT}\n")
    assert (plan.date, plan.subject) == ("2021-09-06", "Sửa giếng nước sân trường năm học 2021 - 2022")
    assert "DỰ THẢO" in [one.text for one in plan.set_aside]


@pytest.mark.parametrize(
    ("names", "superior", "issuer"),
    [
        ("SỞ GD&ĐT LẠNG SƠN TRƯỜNG THPT CHUYÊN\nBẢN NGẦN", "SỞ GD&ĐT LẠNG SƠN", "TRƯỜNG THPT CHUYÊN BẢN NGẦN"),
        ("CÔNG ĐOÀN TRƯỜNG TIỂU HỌC BẢN NGẦN", None, "CÔNG ĐOÀN TRƯỜNG TIỂU HỌC BẢN NGẦN"),
        ("SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG THÀNH PHỐ", None, "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG THÀNH PHỐ"),
    ],
)
def test_a_school_in_the_line_of_its_authority_is_the_issuer(names: str, superior: str | None, issuer: str) -> None:
    plan = plan_of(head=f"{names}\nSố: 31/KH-BN\n{DATED}")
    assert (plan.superior, plan.issuer) == (superior, issuer)


@pytest.mark.parametrize(
    ("names", "superior", "issuer"),
    [
        ("UBND TỈNH SƠN LA SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "UBND TỈNH SƠN LA", "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"),
        ("SỞ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI", None, "SỞ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI"),
        ("SỞ Y TẾ SƠN LA BỆNH VIỆN ĐA KHOA", "SỞ Y TẾ SƠN LA", "BỆNH VIỆN ĐA KHOA"),
    ],
)
def test_bodies_in_a_document_of_one_line_are_told_apart(names: str, superior: str | None, issuer: str) -> None:
    text = f"{names} Số: 31/KH-BN {NATION_AND_MOTTO} {DATED}\n{TITLE.upper()}\n{OPENING}{SECTIONS}{FOOT}"
    plan = parsed(" ".join(text.split()))
    assert (plan.superior, plan.issuer, plan.symbol) == (superior, issuer, "KH-BN")


@pytest.mark.parametrize("name", ["kế hoạch năm nay", "SỞ KẾ-HOẠCH", "KẾ HOẠCH"])
def test_a_long_paragraph_without_the_literals_and_the_title_in_order_is_not_cut(name: str) -> None:
    words = f"Dòng chữ {name}; trên cổng: {NATION_AND_MOTTO}; " + "sửa giếng; nạo vét; thay máy bơm; " * 30
    paragraph = SourceParagraph(text=Inline(text=words))
    assert unfolded(paragraph) == [paragraph]


@pytest.mark.parametrize("above", ["", "-------\n", "THƯ VIỆN\n"])
def test_a_place_whose_first_word_stands_alone_in_its_line_is_whole(above: str) -> None:
    plan = plan_of(
        head=f"PHÒNG GD&ĐT CAO LỘC\nTRƯỜNG TIỂU HỌC BẢN NGẦN\nSố: 31/KH-THBN\n{above}Cao\nLộc, ngày 06 tháng 9 năm 2021"
    )
    assert (plan.place, plan.date) == ("Cao Lộc", "2021-09-06")
