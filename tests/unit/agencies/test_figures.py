"""Whether a sentence reports a figure or sets one."""

import pytest

from kedraft.agencies import reports_figure


def told(text: str, year: int = 2026) -> bool:
    at = text.index("tỉnh")
    return reports_figure(text, at, at + 4, year)


@pytest.mark.parametrize(
    "text",
    [
        "Hiện nay, khoảng 58% người dân trong tỉnh dùng điện thoại.",
        "Tính đến 31/12, toàn tỉnh có 5.200 doanh nghiệp.",
        "Năm 2025, tỷ lệ hộ nghèo của tỉnh giảm còn 3,5%.",
        "Theo kết quả rà soát trên địa bàn tỉnh.",
        "Phấn đấu giảm nghèo. Hiện nay toàn tỉnh còn 5% hộ nghèo.",
    ],
)
def test_what_was_measured(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Phấn đấu 70% người dân trong tỉnh dùng dịch vụ số.",
        "Đến năm 2030, khoảng 70% người dân trong tỉnh có danh tính số.",
        "Tăng 10% so với năm 2022 trên địa bàn tỉnh.",
        "Hiện nay toàn tỉnh tập trung chuyển đổi số.",
        "Theo Kế hoạch, năm 2025 toàn tỉnh triển khai.",
        "Năm 2026, toàn tỉnh trồng 842 ha rừng.",
    ],
)
def test_what_is_to_be_reached(text: str) -> None:
    assert not told(text)
