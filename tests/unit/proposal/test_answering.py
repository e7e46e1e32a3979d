"""Who answers for a piece of work: the chairman before the committee above, and who above is told at once."""

import pytest

from kedraft.model.proposal import Proposal
from kedraft.proposal import propose
from kedraft.proposal.answering import ABOVE_US, answers_for, held_before, of_chairman, subject_of

from .test_handed import IN_2023
from .test_proposing import BA_SON, assignment, entry, province

TEXT = """
I. MỤC TIÊU
1. Mọi giếng khơi được đậy nắp.
II. NHIỆM VỤ
1. Vận động hộ dân đậy nắp giếng khơi.
2. Tổ chức trực giếng chung ban đêm; khi giếng sập báo ngay Công an tỉnh và UBND tỉnh.
3. Sở Xây dựng lựa chọn đơn vị khảo sát giếng; UBND cấp xã dẫn đường cho đoàn khảo sát.
4. Làm 40 mô hình giếng sạch, chỉ tiêu giao từng xã, phường tại Phụ lục kèm theo.
III. KINH PHÍ
1. Ngân sách các cấp.
2. UBND cấp xã bố trí kinh phí mua nắp giếng, dây gầu cho hộ neo đơn.
IV. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng
- Chủ trì, hướng dẫn UBND các xã, phường đo mực nước giếng.
2. Các Ban quản lý chợ, hợp tác xã dùng giếng chung
- Bố trí người trông giếng; không để rác rơi xuống giếng.
3. Ủy ban nhân dân các xã, phường
- Vẽ sơ đồ các giếng khơi trên địa bàn.
- Chủ tịch UBND các xã, phường chịu trách nhiệm trước Chủ tịch UBND tỉnh về số giếng chưa đậy nắp.
- Báo cáo kết quả tự kiểm tra về Sở Xây dựng trước ngày 20/10/2026.
"""


def proposed() -> Proposal:
    return propose(province(TEXT), "tinh.docx", BA_SON, "2026-02")


def lines() -> str:
    return assignment(proposed())


@pytest.mark.parametrize(
    ("clause", "named"),
    [
        ("chịu trách nhiệm trước UBND tỉnh về số giếng chưa đậy nắp", True),
        ("Chịu trách nhiệm trước Chủ tịch UBND huyện nếu để giếng sập", True),
        ("chịu trách nhiệm trước UBND tỉnh về kết quả thực hiện Kế hoạch này", False),
        ("Vận động hộ dân đậy nắp giếng", False),
    ],
)
def test_to_answer_for_something_by_name_is_work(clause: str, named: bool) -> None:
    assert answers_for(clause) is named


@pytest.mark.parametrize(
    ("clause", "above"),
    [
        ("Chịu trách nhiệm trước Chủ tịch UBND tỉnh về số giếng", "Chủ tịch UBND tỉnh"),
        ("khi giếng sập báo ngay Công an tỉnh và UBND tỉnh", "Công an tỉnh và UBND tỉnh"),
        ("nộp lại tiền thừa về Phòng Tài chính - Kế hoạch trước ngày 20/2", "Phòng Tài chính - Kế hoạch"),
    ],
)
def test_the_one_above_is_held_while_a_clause_comes_down(clause: str, above: str) -> None:
    held, name = held_before(clause)
    assert name == above
    assert held.replace(ABOVE_US, above) == clause


def test_a_clause_without_one_above_is_not_touched() -> None:
    assert held_before("Vẽ sơ đồ giếng gửi các thôn") == ("Vẽ sơ đồ giếng gửi các thôn", "")


def test_a_clause_that_begins_with_an_own_body_is_that_body_s() -> None:
    body, clause = subject_of("Công chức Văn hóa - xã hội tuyên truyền cách đậy nắp giếng", IN_2023)
    assert body == "Công chức Văn hóa - Xã hội"
    assert clause == "Tuyên truyền cách đậy nắp giếng"


def test_the_chairmen_of_all_units_are_ours() -> None:
    own = of_chairman("Chủ tịch UBND các xã, phường trực tiếp kiểm tra giếng", BA_SON)
    assert own == "Chủ tịch Ủy ban nhân dân xã trực tiếp kiểm tra giếng"


def test_what_the_chairman_answers_for_stands_under_his_name_with_the_committee_above() -> None:
    text = lines()
    assert "Chủ tịch Ủy ban nhân dân xã\n- Chịu trách nhiệm trước Chủ tịch UBND tỉnh về số giếng chưa đậy nắp." in text


def test_money_for_something_by_name_is_a_task() -> None:
    assert "bố trí kinh phí mua nắp giếng, dây gầu cho hộ neo đơn" in lines()


def test_guidance_to_communes_is_not_the_commune_s_own() -> None:
    assert "đo mực nước giếng" not in lines()


def test_those_who_are_no_office_do_their_work_themselves() -> None:
    text = lines()
    assert "Các Ban quản lý chợ, hợp tác xã dùng giếng chung\n- Bố trí người trông giếng;" in text


def test_an_office_above_that_is_told_at_once_stays() -> None:
    words = str(entry(proposed(), "II").nodes) + lines()
    assert "báo ngay Công an tỉnh và UBND tỉnh" in words


def test_what_an_office_above_does_for_all_goes_and_our_part_stays() -> None:
    node = next(one for one in entry(proposed(), "II").nodes if one.node == "II.3")
    assert node.text == "UBND xã dẫn đường cho đoàn khảo sát."


def test_only_the_clause_that_sends_to_an_annex_goes() -> None:
    node = next(one for one in entry(proposed(), "II").nodes if one.node == "II.4")
    assert node.text == "Làm [điền số của xã] mô hình giếng sạch."
