"""Who has done what: a numbered document stays its issuer's; what was told to our own offices was told by us."""

import pytest

from .conftest import adapted


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh vừa có công văn số 90/UBND-KT về giá xăng dầu.",
        "Phó Chủ tịch UBND tỉnh đã ký văn bản số 91/UBND-KT.",
        "Kế hoạch số 7/KH-UBND ngày 12/01/2026 kiểm tra, rà soát sổ hộ tịch trên địa bàn tỉnh Lạng Sơn năm 2026.",
        "UBND tỉnh đã có Chỉ thị số 3/CT-UBND ngày 02/02/2026 chỉ đạo.",
    ],
)
def test_a_numbered_document_keeps_its_issuer_and_its_title(text: str) -> None:
    assert not adapted(text, "xã 2026").changes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("UBND tỉnh đã chỉ đạo Sở Y tế chủ trì.", "UBND xã đã chỉ đạo Phòng Văn hóa - Xã hội chủ trì."),
        ("Hội Khuyến học tỉnh đã có 6 mô hình.", "Hội Khuyến học xã đã có 6 mô hình."),
        ("Chủ tịch UBND tỉnh chấp thuận đề xuất của Sở Tài chính.", "Chủ tịch UBND xã chấp thuận đề xuất của Phòng Kinh tế."),
        ("Ban Chỉ đạo thực hiện Nghị quyết số 11-NQ/TW của Tỉnh ủy họp.",
         "Ban Chỉ đạo thực hiện Nghị quyết số 11-NQ/TW của Đảng ủy xã họp."),
        ("Ban Chỉ đạo phong trào “Cả tỉnh đọc sách” tỉnh phân công.", "Ban Chỉ đạo phong trào “Cả tỉnh đọc sách” xã phân công."),
        ("Yêu cầu các ban, sở, ngành tiếp công dân.", "Yêu cầu các phòng, ban, đơn vị thuộc xã tiếp công dân."),
    ],
)  # fmt: skip
def test_what_was_told_to_ours_was_told_by_us(before: str, after: str) -> None:
    once = adapted(before, "xã 2026")
    assert (once.text.text, once.asks) == (after, ())
    assert not adapted(after, "xã 2026").changes


@pytest.mark.parametrize(
    ("text", "asked", "to"),
    [
        ("Nạo vét kênh của huyện và của xã.", "huyện", "xã 2023"),
        ("Người đứng đầu địa phương chịu trách nhiệm trước UBND huyện.", "UBND huyện", "xã 2023"),
        ("Đại hội Đảng bộ huyện lần thứ X, họp tháng 8, là sự kiện lớn của nhân dân huyện.", "huyện", "xã 2023"),
    ],
)
def test_what_may_be_either_is_asked(text: str, asked: str, to: str) -> None:
    got = adapted(text, to, "huyện Cao Lộc")
    assert got.text.text == text
    assert asked in [ask.span for ask in got.asks]


def test_the_group_down_to_the_last_rung_needs_no_unit() -> None:
    got = adapted("Các sở, ban, ngành từ tỉnh đến cơ sở thực hiện.", "huyện 2023").text.text
    assert got == "Các phòng, ban, ngành từ huyện đến cơ sở thực hiện."
