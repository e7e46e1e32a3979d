"""The core of a clause: words in common do not make a duty taken."""

import pytest

from kedraft.report.core import holds, rhythm_said, task_and_report, without_dates


@pytest.mark.parametrize(
    ("clause", "text", "held"),
    [
        ("Kiện toàn Ban An toàn giao thông cấp xã", "Báo cáo Ban An toàn giao thông tỉnh.", False),
        ("Kiện toàn Ban An toàn giao thông cấp xã", "Củng cố Ban An toàn giao thông phường.", True),
        ("mỗi đội phụ trách không quá 100 hộ", "Mỗi đội phụ trách không quá [điền số] hộ.", False),
        ("mỗi đội phụ trách không quá 100 hộ", "Mỗi đội phụ trách không quá 80 hộ.", True),
        ("Đưa chỉ tiêu vào kế hoạch phát triển", "Chỉ tiêu của kế hoạch phát triển kinh tế.", False),
        ("Tổ chức hội nghị tập huấn", "Mở hội nghị tập huấn.", True),
        ("Rà soát hộ nghèo trước ngày 30/4/2026", "Thống kê hộ nghèo.", True),
        ("Thực hiện theo khoản 4 Mục II", "Thực hiện theo Mục II.", True),
    ],
)
def test_verb_and_numbers_must_stand_there(clause: str, text: str, held: bool) -> None:
    assert holds(clause, text) is held


def test_words_written_in_the_clauses_place_may_use_another_verb() -> None:
    assert holds("Kiện toàn tổ hòa giải", "Lập lại tổ hòa giải.", instead=True)


@pytest.mark.parametrize(
    ("clause", "text", "said"),
    [
        ("báo cáo từng đợt chậm nhất 05 ngày sau khi kết thúc đợt", "báo cáo Sở Y tế trước ngày 20 hằng tháng", False),
        ("báo cáo quý I, 6 tháng và năm", "báo cáo trước ngày 25/02/2026", False),
        ("báo cáo hằng quý", "báo cáo trước ngày 20 của tháng cuối quý", True),
        ("báo cáo trước ngày 10/12 hằng năm", "báo cáo năm trước ngày 30/11/2026", True),
        ("báo cáo kết quả", "báo cáo khi có yêu cầu", True),
    ],
)
def test_a_report_is_taken_in_its_rhythm(clause: str, text: str, said: bool) -> None:
    assert rhythm_said(clause, text) is said


def test_a_task_and_what_is_reported_of_it_are_two_clauses() -> None:
    parts = task_and_report("huy động lực lượng đến từng hộ gia đình, kết quả từng đợt báo cáo Sở Y tế")
    assert parts == ("huy động lực lượng đến từng hộ gia đình", "kết quả từng đợt báo cáo Sở Y tế")
    assert len(task_and_report("Định kỳ hằng quý, báo cáo kết quả về Sở Y tế")) == 1


def test_dates_are_no_part_of_what_is_to_be_done() -> None:
    assert without_dates("ra mắt trước ngày 02/9/2026") == "ra mắt"
