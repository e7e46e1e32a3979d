"""Whom a duty means: our unit, other units by name, some units only, provinces. Every sentence here is the project's own."""

import pytest

from grammar.test_duties import COMMUNE_2023, COMMUNE_2026, found, plan
from kedraft.grammar.duties import duties_of_others, duties_of_province
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind

WARD = COMMUNE_2026.evolve(
    province=Place(kind=UnitKind.TINH, name="Quảng Ninh"), commune=Place(kind=UnitKind.PHUONG, name="Hạ Long")
)


def ours(text: str, locality: Locality = WARD) -> list[str]:
    return [duty.text for duty in found(text, locality)]


def theirs(text: str, locality: Locality = WARD) -> list[tuple[str, str]]:
    return [(duty.addressed, duty.text) for duty in duties_of_others(plan(text), locality)]


# --- units by name

BY_NAME = [
    ("Đối với đặc khu Cô Tô, đặc khu Vân Đồn: siết chặt việc đón trả khách đi đảo.", "đặc khu Cô Tô, đặc khu Vân Đồn"),
    ("UBND phường Hồng Gai dọn sạch vỉa hè quanh chợ.", "UBND phường Hồng Gai"),
    ("Riêng phường Hà Lầm báo cáo tiến độ hằng tuần.", "phường Hà Lầm"),
    ("Các phường: Hồng Gai, Hà Tu lắp thêm đèn chiếu sáng.", "Các phường: Hồng Gai, Hà Tu"),
    ("UBND các phường ven biển (Bãi Cháy, Hà Tu) thu dọn rác trôi.", "UBND các phường ven biển (Bãi Cháy, Hà Tu)"),
    ("Đặc khu Vân Đồn: rà soát bến tàu, cắm biển báo.", "Đặc khu Vân Đồn"),
]


@pytest.mark.parametrize(("sentence", "who"), BY_NAME)
@pytest.mark.parametrize("title", ["1. Sở Xây dựng", "1. UBND các xã, phường, đặc khu"])
def test_what_names_other_units_one_by_one_is_theirs_alone(sentence: str, who: str, title: str) -> None:
    text = f"II. TỔ CHỨC THỰC HIỆN\n{title}\n- {sentence}"
    assert ours(text) == []
    assert theirs(text) == [(who, sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Đối với phường Hạ Long: lắp camera ở bến tàu.",
        "Đối với các phường Bãi Cháy, Hạ Long: lắp camera ở bến tàu.",
        "UBND phường Hồng Gai, UBND phường Hạ Long lắp camera ở bến tàu.",
        "Các phường ven biển (Hạ Long, Bãi Cháy) thu dọn rác trôi.",
        "UBND các phường: Hồng Gai, Hạ Long và Hà Tu quét vôi hè phố.",
    ],
)
def test_a_list_of_names_that_holds_ours_is_ours(sentence: str) -> None:
    text = f"II. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng\n- {sentence}"
    assert ours(text) == [sentence]
    assert theirs(text) == []
    assert found(text, WARD)[0].only is None


def test_lines_below_a_title_of_other_units_are_theirs() -> None:
    text = (
        "II. TỔ CHỨC THỰC HIỆN\n1. UBND các xã, phường, đặc khu\na) Việc chung\n- Kẻ vạch đường.\n"
        "b) Đối với đặc khu Cô Tô\n- Nạo vét luồng vào cảng."
    )
    assert ours(text) == ["Kẻ vạch đường."]
    assert theirs(text) == [("đặc khu Cô Tô", "Nạo vét luồng vào cảng.")]


def test_a_run_in_heading_goes_on_with_the_names_behind_its_colon() -> None:
    text = (
        "II. PHÂN CÔNG\n1. Sở Nội vụ: Theo dõi.\n2. UBND các xã, phường: Bãi Cháy, Hà Tu cho mượn xe đưa đón đại biểu."
    )
    assert ours(text) == []
    assert [who for who, _ in theirs(text)] == ["UBND các xã, phường: Bãi Cháy, Hà Tu"]


def test_the_province_of_the_same_kind_is_no_other_unit() -> None:
    city = WARD.evolve(province=Place(kind=UnitKind.THANH_PHO, name="Hải Phòng"), on=COMMUNE_2023.on)
    assert duties_of_others(plan("II. VIỆC\n1. UBND thành phố Hải Phòng cấp thêm xe.", on="2023-02-01"), city) == ()


# --- some units only


@pytest.mark.parametrize(
    ("sentence", "only"),
    [
        ("UBND các xã, phường có đường sắt đi qua dựng rào chắn.", "có đường sắt đi qua"),
        ("UBND cấp xã thuộc diện sáp nhập niêm yết danh sách cử tri.", "thuộc diện sáp nhập"),
        ("Các xã biên giới tổ chức tuần tra chung.", "biên giới"),
        ("UBND các xã, phường bị thiệt hại lập danh sách hộ mất nhà.", "bị thiệt hại"),
        ("UBND các xã, phường còn lại làm tốt việc tuyên truyền.", "còn lại"),
        ("Các xã, phường trên địa bàn tỉnh kẻ lại biển tên đường.", None),
        ("UBND các xã, phường liên quan chuẩn bị mặt bằng.", None),
        ("UBND các xã, phường có trách nhiệm bố trí trụ sở.", None),
    ],
)
def test_words_that_part_the_units_are_kept_as_a_question(sentence: str, only: str | None) -> None:
    asked = found(f"II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- {sentence}")
    assert [(duty.text, duty.only) for duty in asked] == [(sentence, only)]


def test_a_title_that_means_some_units_asks_for_every_line_below_it() -> None:
    text = "II. TỔ CHỨC THỰC HIỆN\n1. UBND các xã, phường có rừng\n- Phát quang đường băng.\n- Trực chòi canh."
    assert [duty.only for duty in found(text)] == ["có rừng", "có rừng"]


def test_a_sentence_below_a_title_of_all_may_mean_some() -> None:
    text = "II. TỔ CHỨC THỰC HIỆN\n1. UBND các xã, phường\n- Các xã có chợ đầu mối phân lại lối đi.\n- Quét dọn chợ."
    assert [duty.only for duty in found(text)] == ["có chợ đầu mối", None]


# --- what a central body asks of provinces

NATIONAL = (
    "II. NHIỆM VỤ\n1. Cục Thống kê hướng dẫn các địa phương.\n2. UBND các tỉnh, thành phố cấp kinh phí.\n"
    "3. UBND cấp xã nhập số liệu vào phần mềm.\n4. Các địa phương cử người tập huấn.\n"
    "5. Đề nghị UBND các tỉnh, thành phố lập đoàn kiểm tra; yêu cầu UBND cấp xã mở sổ theo dõi."
)


def test_localities_of_a_central_plan_are_provinces() -> None:
    closing = "Đề nghị các bộ, ngành, địa phương thực hiện nghiêm túc Kế hoạch này."
    asked = found(NATIONAL, COMMUNE_2026, level=Level.CENTRAL, closing=closing)
    assert [duty.text for duty in asked] == ["UBND cấp xã nhập số liệu vào phần mềm."]
    handed = duties_of_province(plan(NATIONAL, level=Level.CENTRAL, closing=closing), COMMUNE_2026)
    assert [duty.leaf for duty in handed] == ["I.2", "I.4", "I.5", "closing"]


def test_a_provinces_plan_hands_nothing_on_through_itself() -> None:
    assert duties_of_province(plan(NATIONAL), COMMUNE_2026) == ()
