"""Whether the note of an annex names another body than the head does."""

import pytest

from kedraft.lint.issuer_named import differs_from


def note(body: str) -> str:
    return f"(Kèm theo Kế hoạch số 09/KH-SKHCN ngày 20 tháng 3 năm 2026 của {body})"


@pytest.mark.parametrize(
    ("issuer", "body"),
    [
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Ủy ban nhân dân xã Ba Sơn"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sở Tài chính"),
        ("ỦY BAN NHÂN DÂN XÃ BA SƠN", "Ủy ban nhân dân xã Mẫu Sơn"),
        ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "Ủy ban nhân dân xã Ba Sơn"),
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "UBND tỉnh Lạng Sơn"),
        ("PHÒNG KINH TẾ", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"),
    ],
)
def test_another_body_is_told(issuer: str, body: str) -> None:
    assert differs_from(issuer, note(body))


@pytest.mark.parametrize(
    ("issuer", "body"),
    [
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sở Khoa học và Công nghệ"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sở Khoa học và Công nghệ tỉnh Lạng Sơn"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sở KH&CN"),
        ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "Ủy ban nhân dân tỉnh"),
        ("UBND XÃ BA SƠN", "Ủy ban nhân dân xã Ba Sơn"),
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "Ban Chỉ đạo Chuyển đổi số tỉnh"),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH", "Công đoàn các khu công nghiệp"),
    ],
)
def test_the_same_body_and_a_doubtful_one_are_not(issuer: str, body: str) -> None:
    assert not differs_from(issuer, note(body))
