"""Lines in capitals: their bodies and groups move with the level like those of other lines."""

import pytest

from .conftest import adapted

LINES = [
    ("II. NHIỆM VỤ CỦA CÁC SỞ, BAN, NGÀNH", "xã 2026", "II. NHIỆM VỤ CỦA CÁC PHÒNG, BAN, ĐƠN VỊ THUỘC XÃ"),
    ("II. NHIỆM VỤ CỦA CÁC SỞ, BAN, NGÀNH", "xã 2023", "II. NHIỆM VỤ CỦA CÁC BAN, NGÀNH, ĐOÀN THỂ XÃ"),
    ("CÁC SỞ, BAN, NGÀNH VÀ UBND CÁC XÃ, PHƯỜNG", "phường 2026", "CÁC PHÒNG, BAN, ĐƠN VỊ THUỘC PHƯỜNG VÀ CÁC TỔ DÂN PHỐ"),
    ("1. SỞ Y TẾ", "xã 2026", "1. PHÒNG VĂN HÓA - XÃ HỘI"),
    ("1. SỞ TÀI CHÍNH, CÔNG AN TỈNH", "huyện 2023", "1. PHÒNG TÀI CHÍNH - KẾ HOẠCH, CÔNG AN HUYỆN"),
    ("ĐỀ NGHỊ BAN TUYÊN GIÁO TỈNH ỦY", "xã 2023", "ĐỀ NGHỊ BAN TUYÊN GIÁO ĐẢNG ỦY XÃ"),
    ("ĐỀ NGHỊ TỈNH ĐOÀN LẠNG SƠN", "xã 2026", "ĐỀ NGHỊ ĐOÀN THANH NIÊN XÃ BA SƠN"),
    ("CÁC SỞ, BAN, NGÀNH, ĐOÀN THỂ TỈNH LẠNG SƠN", "xã 2026", "CÁC PHÒNG, BAN, NGÀNH, ĐOÀN THỂ XÃ BA SƠN"),
    ("QUAN ĐIỂM, MỤC TIÊU CHUNG", "xã 2026", "QUAN ĐIỂM, MỤC TIÊU CHUNG"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "to", "after"), LINES)
def test_a_line_in_capitals_names_the_own_bodies(before: str, to: str, after: str) -> None:
    once = adapted(before, to).text.text
    assert once == after
    assert not adapted(once, to).changes


def test_a_line_in_capitals_that_only_addresses_the_units_below_is_asked() -> None:
    got = adapted("UBND CÁC XÃ, PHƯỜNG", "xã 2026")
    assert got.text.text == "UBND CÁC XÃ, PHƯỜNG"
    assert [ask.span for ask in got.asks] == ["UBND CÁC XÃ, PHƯỜNG"]


def test_a_quotation_in_a_line_in_capitals_stays() -> None:
    got = adapted("PHONG TRÀO “CÁC SỞ, NGÀNH THI ĐUA” CỦA CÁC SỞ, NGÀNH", "xã 2026")
    assert got.text.text == "PHONG TRÀO “CÁC SỞ, NGÀNH THI ĐUA” CỦA CÁC PHÒNG, BAN, ĐƠN VỊ THUỘC XÃ"
