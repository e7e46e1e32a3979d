"""Money, shares of funds and totals of the parent stay its own and are asked about; targets are handed down."""

import pytest

from .conftest import adapted

THEIRS = [
    "Ngân sách tỉnh bảo đảm 70% chi phí tập huấn.",
    "Nguồn ngân sách của tỉnh: 3.400 triệu đồng.",
    "Dành ít nhất 2% ngân sách tỉnh cho công tác này.",
    "Tỉnh hỗ trợ 40 triệu đồng cho mỗi câu lạc bộ.",
    "UBND tỉnh hỗ trợ 40 triệu đồng cho mỗi câu lạc bộ.",
    "Tỉnh Lạng Sơn bố trí 6 tỷ đồng để mua sắm thiết bị.",
    "Trên địa bàn tỉnh có 318.000 ha đất lâm nghiệp.",
    "Toàn tỉnh hiện còn 2.150 nhà tạm.",
    "Toàn tỉnh thành lập 240 câu lạc bộ, mỗi xã ít nhất 02 câu lạc bộ.",
    "Trồng 4.500 ha rừng sản xuất trên địa bàn tỉnh.",
]


@pytest.mark.parametrize("text", THEIRS)
@pytest.mark.parametrize("to", ["xã 2026", "phường 2026", "xã 2023"])
def test_their_money_and_totals_are_kept_and_asked(text: str, to: str) -> None:
    got = adapted(text, to)
    assert got.text.text == text
    assert "KH-CT-06" in {ask.rule for ask in got.asks}


@pytest.mark.parametrize(
    "text",
    [
        "Phấn đấu 75% hộ dân trên địa bàn tỉnh có nước hợp vệ sinh.",
        "Toàn tỉnh phấn đấu 75% hộ dân có nước hợp vệ sinh.",
        "Đến năm 2030, trên địa bàn tỉnh có 95% hộ dùng điện an toàn.",
        "Trên địa bàn tỉnh có ít nhất 01 điểm truyền thông.",
        "Kinh phí thực hiện từ ngân sách tỉnh theo phân cấp.",
        "Thu ngân sách trên địa bàn tỉnh tăng 8% so với năm trước.",
        "UBND tỉnh bố trí kinh phí theo quy định.",
    ],
)
def test_targets_and_duties_without_sums_are_handed_down(text: str) -> None:
    got = adapted(text, "xã 2026")
    assert got.text.text == text.replace("tỉnh", "xã")
    assert got.asks == ()


def test_both_budgets_of_one_sentence_are_kept() -> None:
    text = "Hỗ trợ từ ngân sách tỉnh 300 triệu đồng; ngân sách tỉnh bảo đảm 60%."
    assert adapted(text, "xã 2026").text.text == text
