"""When something is due, in the source's words and never a part of them."""

import pytest

from kedraft.grammar.due import deadline_of, deadlines


@pytest.mark.parametrize(
    "day",
    [
        "trước ngày 05/01 năm 2027",
        "trước ngày 05/01 của năm 2027",
        "trước ngày 05 tháng 01 của năm 2027",
        "trước ngày 15 của tháng cuối kỳ",
        "trước ngày 15 của tháng cuối quý",
        "trước ngày 10/12/2026",
        "trước ngày 10/12 hằng năm",
    ],
)
def test_a_deadline_is_not_cut_before_its_year_or_its_cycle(day: str) -> None:
    assert deadline_of(f"Gửi kết quả về Sở Y tế {day} để tổng hợp.") == day
    assert deadlines(f"Báo cáo kết quả {day} về Sở Y tế.") == (day,)
