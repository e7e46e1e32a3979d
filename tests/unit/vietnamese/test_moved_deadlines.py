"""Deadlines in every form in use, and the same words with an earlier day."""

from datetime import date

import pytest

from kedraft.vietnamese.deadlines import Pace, moved, moved_cell, moved_words

PACE = Pace()


def earlier(text: str) -> str:
    for one in reversed(list(moved(text, PACE))):
        text = text[: one.start] + (one.new or one.text) + text[one.end :]
    return text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("báo cáo trước ngày 10/12 hằng năm", "báo cáo trước ngày 30/11 hằng năm"),
        ("chậm nhất ngày 01 tháng 01 năm 2025", "chậm nhất ngày 20 tháng 12 năm 2024"),
        ("trước ngày 20/6 đối với báo cáo 6 tháng", "trước ngày 10/6 đối với báo cáo 6 tháng"),
        ("hoàn thành trong quý I/2026", "hoàn thành trước ngày 20/3/2026"),
        ("hoàn thành trong năm 2026.", "hoàn thành trước ngày 21/12/2026."),
        ("hoàn thành trong tháng 6/2026", "hoàn thành trước ngày 19/6/2026"),
        ("trước ngày 15 hằng tháng", "trước ngày 12 hằng tháng"),
        ("trước ngày 25 của tháng cuối quý", "trước ngày 22 của tháng cuối quý"),
        ("trước 16 giờ hằng ngày", "trước 15 giờ hằng ngày"),
        ("trước thứ Sáu hằng tuần", "trước thứ Năm hằng tuần"),
        ("trước ngày 15/6 và 15/12 hằng năm", "trước ngày 05/6 và 05/12 hằng năm"),
        ("trước ngày 30/6/2026", "trước ngày 19/6/2026"),  # 20 June 2026 is a Saturday
        ("trước ngày 12/5/2026", "trước ngày 29/4/2026"),  # 30 April and 1 May, then a weekend
        ("trước ngày 27/02/2026", "trước ngày 13/02/2026"),  # Tết
        ("chậm nhất trong quý II/2026", "chậm nhất là ngày 19/6/2026"),
        ("xong trước ngày 31/12/2026", "xong trước ngày 21/12/2026"),
    ],
)
def test_a_deadline_moves_in_its_own_words(before: str, after: str) -> None:
    assert earlier(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "Đến năm 2030, 100% thôn có mạng",
        "trong quý II/2026 tổ chức tập huấn",
        "giai đoạn 2023 - 2028",
        "Kế hoạch số 38/KH-UBND ngày 29/01/2026",
        "tổ chức vào ngày 10/10/2026",
        "từ ngày 15/5/2026 đến ngày 22/5/2026",
    ],
)
def test_what_is_no_deadline_stays(text: str) -> None:
    assert not list(moved(text, PACE))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("chậm nhất sau 10 ngày kể từ ngày ban hành", "hạn tính 10 ngày từ một ngày khác"),
        ("trước ngày 02 hằng tháng", "không lùi được 3 ngày trong cùng tháng"),
        ("trước ngày 30/02/2026", "ngày không có thật"),
        ("trước thứ Hai hằng tuần", "thứ Hai không lùi được trong cùng tuần"),
        ("trước ngày 05/01 năm sau", "lùi 10 ngày thì sang năm trước mà không rõ là năm nào"),
        ("trước ngày 29/02 hằng năm", "ngày 29/02 chỉ có trong năm nhuận"),
        ("hoàn thành trong năm 2026 - 2027", "chưa chắc hiểu đúng cách ghi này"),
    ],
)
def test_a_deadline_without_an_earlier_day_says_why(text: str, why: str) -> None:
    [found] = moved(text, PACE)
    assert found.new is None
    assert found.why == why


def test_a_cell_may_be_a_bare_period_or_day() -> None:
    assert moved_words("Quý I/2026", PACE) == "Trước ngày 20/3/2026"
    assert moved_words("30/6/2026", PACE) == "19/6/2026"
    assert moved_words("Thường xuyên", PACE) is None
    assert moved_words("Quý III, IV/2026", PACE) is None
    assert moved_words("30/6 hằng năm", PACE) == "20/6 hằng năm"
    assert moved_words("05-10/12/2026", PACE) is None


def test_a_cell_that_is_not_understood_says_why() -> None:
    [found] = moved_cell("Quý III, IV/2026", PACE)
    assert found.new is None
    assert found.why
    assert not list(moved_cell("Thường xuyên", PACE))


def test_an_unclear_deadline_is_shown_with_the_words_that_make_it_so() -> None:
    [found] = moved("Lập danh sách trước ngày 15/4/2026 (thứ Tư), gửi xã", PACE)
    assert found.text == "trước ngày 15/4/2026 (thứ Tư)"


def test_the_step_is_the_callers() -> None:
    assert moved_words("trước ngày 15/12/2026", Pace(days=5)) == "trước ngày 10/12/2026"
    assert moved_words("trước ngày 15 hằng tháng", Pace(monthly=5)) == "trước ngày 10 hằng tháng"
    assert moved_words("trước ngày 15/12 hằng năm", PACE.times(2)) == "trước ngày 25/11 hằng năm"


def test_little_time_left_is_seen() -> None:
    [found] = moved("trước ngày 15/10/2025", PACE)
    assert found.leaves_too_little(date(2025, 10, 1))
    assert not found.leaves_too_little(date(2025, 8, 1))
