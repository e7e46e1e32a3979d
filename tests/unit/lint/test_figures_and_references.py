"""Figures, targets, references and days that a plan gets wrong, and sentences that only look so."""

import pytest

from kedraft.lint import check
from kedraft.lint.citations import find_citations
from kedraft.lint.counts import count_faults
from kedraft.lint.quantities import periods
from kedraft.lint.sample import draft, plan, province
from kedraft.model.finding import Findings


def ids(found: Findings) -> set[str]:
    return {one.rule for one in found}


def body(sections: str) -> set[str]:
    return ids(check(plan(sections=sections).plan()))


def against(ours: str, theirs: str) -> set[str]:
    child = draft(sections=ours, parent=province(sections=theirs)).build().draft
    assert child
    return ids(check(child))


# --- targets ---------------------------------------------------------------------------------------------------------


def test_a_target_that_speaks_of_water_is_a_target() -> None:
    """`nước` holds the letters of `ước`, which marks an estimate."""
    found = against(
        "I. MỤC TIÊU\n- 88% hộ dân sử dụng nước hợp vệ sinh.",
        "I. MỤC TIÊU\n- 92% hộ dân nông thôn sử dụng nước hợp vệ sinh.",
    )
    assert "KH-CT-01" in found


def test_or_more_does_not_change_what_a_target_is_of() -> None:
    found = against(
        "I. MỤC TIÊU\n- Tỷ lệ che phủ rừng phòng hộ đạt từ 60% diện tích trở lên.",
        "I. MỤC TIÊU\n- Tỷ lệ che phủ rừng phòng hộ đạt ít nhất 65% diện tích.",
    )
    assert "KH-CT-01" in found


@pytest.mark.parametrize(
    "second",
    [
        "- Vận động 75% chủ hộ kinh doanh chợ lắp bình chữa cháy.",
        "- Phấn đấu có ít nhất 60% chủ hộ kinh doanh chợ lắp bình chữa cháy.",
    ],
)
def test_two_levels_of_one_target_contradict_each_other(second: str) -> None:
    first = "I. CHỈ TIÊU\n- 85% chủ hộ kinh doanh chợ lắp bình chữa cháy.\nII. NHIỆM VỤ\n"
    assert "KH-CT-07" in body(first + second)


@pytest.mark.parametrize(
    "sections",
    [
        "I. CHỈ TIÊU\n1. Khu vực I\n- 85% chủ hộ kinh doanh chợ lắp bình chữa cháy.\n2. Khu vực II\n- 60% chủ hộ kinh doanh chợ lắp bình chữa cháy.",
        "I. CHỈ TIÊU\n- 85% chủ hộ kinh doanh chợ lắp bình chữa cháy vào năm 2027.\n- 60% chủ hộ kinh doanh chợ lắp bình chữa cháy vào năm 2026.",
        "I. CHỈ TIÊU\n- Dưới 5% chủ hộ kinh doanh chợ chưa lắp bình chữa cháy.\n- 85% chủ hộ kinh doanh chợ lắp bình chữa cháy.",
    ],
)
def test_levels_of_other_years_areas_and_directions_do_not(sections: str) -> None:
    assert "KH-CT-07" not in body(sections)


# --- sums ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Cấp 90 suất học bổng, gồm: 50 suất cho tiểu học, 30 suất cho trung học.", ["80"]),
        ("Trồng 12 nghìn cây, trong đó: 7 nghìn cây keo, 6 nghìn cây quế.", ["13.000"]),
        ("Cấp 90 suất học bổng, gồm: 50 suất cho tiểu học, 40 suất cho trung học.", []),
        ("Trồng 12 nghìn cây, trong đó: 5 nghìn cây keo, 6 nghìn cây quế.", []),
        ("Tập huấn 70 cán bộ, trong đó có 50 cán bộ nữ, 40 cán bộ dân tộc thiểu số.", []),
        ("Mở 06 lớp, gồm: 02 lớp trong tháng 5, 03 lớp từ ngày 10/6.", []),
        ("Huyện có 18 xã, trong đó 12 xã biên giới; mỗi xã 20 hộ.", []),
    ],
)
def test_parts_of_a_count_make_the_whole(text: str, sums: list[str]) -> None:
    assert [fault.shown_sum for fault in count_faults(text)] == sums


# --- references ------------------------------------------------------------------------------------------------------

_TWO = "I. NHIỆM VỤ\n1. Rà soát.\n2. Kiểm tra.\nII. KINH PHÍ\n1. {}"


@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        ("Chi cho việc nêu tại khoản 3 Mục I Kế hoạch này.", True),
        ("Chi cho việc nêu tại Mục VI Kế hoạch này.", True),
        ("Chi cho việc nêu tại khoản 1, khoản 2 Mục I Kế hoạch này.", False),
        ("Chi theo khoản 9 Mục VI Kế hoạch số 21/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh.", False),
        ("Chi cho các nội dung của Kế hoạch này.", False),
    ],
)
def test_a_reference_leads_to_a_place_of_the_plan(sentence: str, lost: bool) -> None:
    assert ("KH-TC-05" in body(_TWO.format(sentence))) is lost


# --- days ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("basis", "wrong"),
    [
        ("Căn cứ Luật Lâm nghiệp ngày 25/11/2017.", True),
        ("Căn cứ Luật Lâm nghiệp số 16/2017/QH14 ngày 15 tháng 11 năm 2017.", False),
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Lâm nghiệp ngày 25/11/2019.", False),
        ("Căn cứ Thông tư số 08/2023/TT-BTC ngày 14/02/2022 của Bộ Tài chính về quản lý kinh phí.", True),
        ("Căn cứ Thông tư số 08/2023/TT-BTC ngày 14/02/2023 của Bộ Tài chính về quản lý kinh phí.", False),
    ],
)
def test_a_day_that_the_document_cannot_have_is_told(basis: str, wrong: bool) -> None:
    assert ("KH-NG-08" in ids(check(plan(bases=(basis,)).plan()))) is wrong


def test_law_carries_out_no_notice_and_nobody_a_proposal() -> None:
    for inner in ("Thông báo số 30/TB-UBND ngày 06/01/2026", "Tờ trình số 15/TTr-SYT ngày 07/01/2026"):
        opening = (
            "Thực hiện Nghị định số 63/2018/NĐ-CP ngày 04/5/2018 của Chính phủ quy định về công tác y tế cơ sở và đề nghị của Sở tại "
            f"{inner}, Ủy ban nhân dân xã Ba Sơn ban hành Kế hoạch như sau:"
        )
        assert "KH-NG-02" not in ids(check(plan(opening=opening).plan()))


@pytest.mark.parametrize(
    "task", ["Kiện toàn tổ tự quản", "Bàn giao thiết bị", "Niêm yết danh sách", "Ký cam kết với từng hộ"]
)
def test_any_task_may_have_a_deadline_that_is_gone(task: str) -> None:
    assert "KH-NG-04" in body(f"I. NHIỆM VỤ\n1. {task} trước ngày 15/01/2026.")


def test_a_report_may_come_half_a_year_after_the_period_and_no_later() -> None:
    early, late = (
        ids(check(plan(closing=f"Các thôn báo cáo trước ngày {day}./.").plan())) for day in ("25/3/2027", "25/9/2027")
    )
    assert "KH-NG-07" not in early
    assert "KH-NG-07" in late


def test_a_deadline_after_a_semicolon_belongs_to_the_task_before_it() -> None:
    found = against(
        "I. NHIỆM VỤ\n1. Phòng Kinh tế phối hợp với các thôn thống kê diện tích ngô giống; xong trước ngày 20/8/2026.",
        "I. NHIỆM VỤ\n1. Các xã, phường thống kê diện tích ngô giống; hoàn thành trước ngày 31/7/2026.",
    )
    assert "KH-NG-03" in found


def test_times_a_year_are_read_from_the_words() -> None:
    assert [one.a_year for one in periods("kiểm tra ít nhất 03 lần/quý")] == [12]
    assert [one.a_year for one in periods("kiểm tra 02 lần trong năm")] == [2]


# --- citations -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Kết luận số 14-KL/TW ngày 03/02/2026 của Ban Bí thư đến từng chi bộ", "Ban Bí thư"),
        ("Chỉ thị số 02/CT-TTg ngày 05/01/2026 của Thủ tướng Chính phủ với tinh thần chủ động", "Thủ tướng Chính phủ"),
    ],
)
def test_words_that_go_on_are_no_part_of_the_issuer(text: str, issuer: str) -> None:
    assert find_citations(text)[0].issuer == issuer


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nghị quyết số 68- NQ/TW ngày 04/5/2025 của Bộ Chính trị", "68-NQ/TW"),
        ("Tờ trình số 88/TTr- SNN ngày 06/02/2026 của Sở", "88/TTr-SNN"),
        ("Tờ trình số 88/TTr-CAT-PV(HC) ngày 06/02/2026 của Công an tỉnh", "88/TTr-CAT-PV(HC)"),
    ],
)
def test_a_symbol_is_read_through_a_stray_space_and_a_bracket(text: str, number: str) -> None:
    [cited] = find_citations(text)
    assert (cited.number, cited.day is not None) == (number, True)


def test_one_document_under_two_numbers_is_told() -> None:
    title = "của Ủy ban nhân dân tỉnh Lạng Sơn về phát triển vùng hồi tập trung năm 2026"
    found = ids(
        check(
            plan(
                opening=f"Thực hiện Kế hoạch số 47/KH-UBND ngày 20/01/2026 {title}, Ủy ban nhân dân xã Ba Sơn ban hành Kế hoạch như sau:",
                sections=f"I. NHIỆM VỤ\n1. Bám sát Kế hoạch số 74/KH-UBND ngày 20/01/2026 {title}.",
            ).plan()
        )
    )
    assert "KH-CC-05" in found


# --- bodies and places -----------------------------------------------------------------------------------------------


def test_a_list_of_departments_is_not_all_departments() -> None:
    recipients = ("UBND tỉnh (b/c)", "Các phòng: Văn hóa - Xã hội", "Các thôn", "Lưu: VT, VHXH")
    sections = "I. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế\n- Chủ trì thực hiện.\n2. Các thôn\n- Phối hợp thực hiện."
    found = [one for one in check(plan(sections=sections, recipients=recipients).plan()) if one.rule == "KH-NN-01"]
    assert [one.where.field for one in found] == ["I.1"]


@pytest.mark.parametrize(
    ("sentence", "upward"),
    [
        ("Giao Trung tâm Khuyến nông tỉnh tập huấn cho các thôn.", True),
        ("Phối hợp với Trung tâm Khuyến nông tỉnh tập huấn cho các thôn.", False),
        ("Thực hiện theo yêu cầu của các cơ quan, đơn vị của tỉnh.", False),
    ],
)
def test_a_commune_gives_no_orders_to_offices_of_the_province(sentence: str, upward: bool) -> None:
    assert ("KH-CA-02" in body(f"I. NHIỆM VỤ\n1. {sentence}")) is upward


def test_a_town_of_the_old_model_is_not_the_word_for_a_commune() -> None:
    ward = plan(
        issuer="ỦY BAN NHÂN DÂN PHƯỜNG KỲ LỪA",
        place="Kỳ Lừa",
        subject="Chỉnh trang đô thị phường Kỳ Lừa năm 2026",
        opening="Ủy ban nhân dân phường ban hành Kế hoạch như sau:",
        sections="I. NHIỆM VỤ\n1. Tiếp nhận hồ sơ do Ủy ban nhân dân thị xã bàn giao.",
        closing="Trên đây là Kế hoạch của phường./.",
    )
    assert "KH-CA-06" not in ids(check(ward.plan()))


def test_a_basis_that_only_cites_holds_no_words_of_the_level_above() -> None:
    bare = "Thực hiện Kế hoạch số 47/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn, thống kê rừng trồng trên địa bàn tỉnh."
    found = check(plan(opening=bare).plan())
    assert "KH-CA-01" not in {one.rule for one in found if (one.where.field or "").startswith("opening")}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Giao Phòng văn hóa - xã hội theo dõi.", "VH-08"),
        ("Phòng y tế của trường có đủ thuốc.", None),
        ("Hỗ trợ XX hộ sửa nhà.", "KH-TM-01"),
        ("Kế thừa thành tựu của thế kỷ XX và Đại hội lần thứ XX.", None),
        ("Chuẩn bị đủ đủ vật tư dự phòng.", "KH-LT-01"),
        ("Bảo đảm đầy đủ đủ điều kiện.", None),
    ],
)
def test_wording(text: str, rule: str | None) -> None:
    found = body(f"I. NHIỆM VỤ\n1. {text}") & {"VH-08", "KH-TM-01", "KH-LT-01"}
    assert found == ({rule} if rule else set())
