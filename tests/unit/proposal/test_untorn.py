"""Whole drafts of whole parents: nothing torn, nothing lost in a cut, nothing said twice, nobody's work but ours."""

from kedraft.model.proposal import Proposal
from kedraft.proposal import propose

from .test_proposing import BA_SON, assignment, province, untouched

TEXT = """
I. MỤC TIÊU
1. 100% hộ dân biết cách ủ phân.
II. NHIỆM VỤ
1. Quét dọn đường làng mỗi tuần.
2. Đón đoàn tham quan tại các cảng Nà Sầm, Kỳ Lừa; đánh số cột mốc.
3. Khi có cháy bãi rác, UBND cấp xã báo cáo Sở Nông nghiệp và Môi trường trong vòng 12 giờ.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Môi trường
- Là cơ quan thường trực; hướng dẫn hộ dân ủ phân trong vườn.
2. Sở Tài chính
- Tham mưu UBND tỉnh bố trí kinh phí trong dự toán hằng năm theo khả năng cân đối ngân sách.
3. Công an tỉnh
- Bảo đảm trật tự nơi đổ rác; chỉ đạo Công an các xã, phường tuần tra bãi rác.
4. Người có uy tín, trưởng dòng họ
- Gương mẫu ủ phân tại nhà.
5. Đề nghị Tỉnh đoàn, Hội Nông dân tỉnh
- Chỉ đạo Đoàn, Hội các cấp giúp hộ già yếu dọn rác; tuyên truyền kế hoạch này.
6. Ủy ban nhân dân các xã, phường
- Căn cứ Kế hoạch này xây dựng kế hoạch phòng, chống rác thải trên địa bàn, gửi Sở Nông nghiệp và Môi trường trước ngày 20/3/2026.
- Chỉ đạo Trạm Y tế, các trường học, ban quản lý chợ thực hiện tự kiểm tra.
- Quản lý bãi rác chung; lập danh sách gửi Sở Nông nghiệp và Môi trường trước ngày 15/5/2026.
- Báo cáo định kỳ quý (trước ngày 20 tháng cuối quý), năm (trước ngày 10/12) về Sở Nông nghiệp và Môi trường; báo cáo lượng rác hằng tuần vào thứ Năm.
"""


def proposed() -> Proposal:
    return propose(province(TEXT), "tinh.docx", BA_SON, "2026-02")


def whole() -> list[str]:
    parent = province(TEXT)
    draft, _ = untouched(parent, propose(parent, "tinh.docx", BA_SON, "2026-02"))
    return [item.words for item in draft.plan.walk()]


def test_the_clause_that_makes_the_plan_is_never_torn() -> None:
    text = assignment(proposed())
    assert "hống rác thải trên địa bàn" not in text


def test_what_several_bodies_are_to_do_is_prepared_by_one() -> None:
    text = assignment(proposed())
    assert (
        "Tham mưu Ủy ban nhân dân xã chỉ đạo Trạm Y tế, các trường học, ban quản lý chợ thực hiện tự kiểm tra." in text
    )


def test_a_clause_of_no_field_stays_with_the_one_before_it() -> None:
    assert "Quản lý bãi rác chung; lập danh sách gửi Sở Nông nghiệp và Môi trường trước ngày 05/5/2026." in assignment(
        proposed()
    )


def test_the_police_do_themselves_what_they_had_done() -> None:
    assert "Bảo đảm trật tự nơi đổ rác; tuần tra bãi rác." in assignment(proposed())


def test_money_is_found_once() -> None:
    assert assignment(proposed()).count("kinh phí") == assignment(proposed()).split("3. ")[0].count("kinh phí")
    assert "bố trí kinh phí trong dự toán hằng năm" not in assignment(proposed())


def test_people_who_are_nobody_s_office_keep_their_lines() -> None:
    assert "Người có uy tín, trưởng dòng họ\n- Gương mẫu ủ phân tại nhà." in assignment(proposed())


def test_organisations_do_themselves_what_they_had_done_below() -> None:
    text = assignment(proposed())
    assert "- Giúp hộ già yếu dọn rác; tuyên truyền Kế hoạch này." in text


def test_reports_have_their_periods_and_those_of_every_week_stay_work() -> None:
    text = assignment(proposed())
    assert "trước ngày 20 tháng cuối quý đối với báo cáo quý và trước ngày 10/12 đối với báo cáo năm" in text
    assert "Báo cáo lượng rác hằng tuần vào thứ Năm." in text


def test_named_places_go_and_what_we_report_at_once_stays() -> None:
    said = whole()
    assert "Đón đoàn tham quan; đánh số cột mốc." in said
    assert "Khi có cháy bãi rác, UBND xã báo cáo Sở Nông nghiệp và Môi trường trong vòng 12 giờ." in said


def test_a_short_line_does_not_swallow_a_long_one() -> None:
    text = TEXT.replace("hướng dẫn hộ dân ủ phân trong vườn", "duy trì mô hình điểm").replace(
        "giúp hộ già yếu dọn rác", "giúp hộ già yếu dọn rác, duy trì mô hình phố không rác"
    )
    said = assignment(propose(province(text), "tinh.docx", BA_SON, "2026-02"))
    assert "Duy trì mô hình điểm." in said
    assert "- Giúp hộ già yếu dọn rác, duy trì mô hình phố không rác" in said
