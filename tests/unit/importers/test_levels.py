"""The level of an issuing body: schools, hospitals and companies are of none."""

import pytest

from kedraft.importers.levels import level_of
from kedraft.model.plan import Level


@pytest.mark.parametrize(
    ("issuer", "superior", "level"),
    [
        ("TRƯỜNG TRUNG HỌC PHỔ THÔNG NÀ CỐC", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", Level.OTHER),
        ("CÔNG TY THỦY LỢI", "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", Level.OTHER),
        ("BỆNH VIỆN ĐA KHOA TỈNH", "SỞ Y TẾ", Level.OTHER),
        ("SỞ Y TẾ", "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", Level.PROVINCE),
        ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "ỦY BAN NHÂN DÂN HUYỆN CAO LỘC", Level.DISTRICT),
        ("ỦY BAN NHÂN DÂN XÃ TRƯỜNG SƠN", None, Level.COMMUNE),
    ],
)
def test_a_body_without_authority_has_no_level(issuer: str, superior: str | None, level: Level) -> None:
    assert level_of(issuer, superior, "2024-05-01") is level


@pytest.mark.parametrize(
    ("issuer", "superior", "level"),
    [
        ("TỔNG CỤC HẢI QUAN", "BỘ TÀI CHÍNH", Level.CENTRAL),
        ("CỤC HẢI QUAN TỈNH SƠN BÌNH", "TỔNG CỤC HẢI QUAN", Level.PROVINCE),
        ("BỘ TƯ LỆNH QUÂN KHU 9", "BỘ QUỐC PHÒNG", Level.CENTRAL),
        ("LIÊN MINH HỢP TÁC XÃ TỈNH SƠN BÌNH", None, Level.PROVINCE),
        ("BAN CHỈ ĐẠO TINH GIẢN BIÊN CHẾ", "ỦY BAN NHÂN DÂN HUYỆN CAO LỘC", Level.DISTRICT),
        ("BAN CHỈ ĐẠO KINH TẾ ĐỊA PHƯƠNG", "ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH", Level.PROVINCE),
        ("ỦY BAN NHÂN DÂN HUYỆN PHÚ XÃ", None, Level.DISTRICT),
        ("ỦY BAN NHÂN DÂN QUẬN PHƯƠNG LIỆT", None, Level.DISTRICT),
        ("CHI BỘ SỐ 2", None, Level.OTHER),
        ("UY BAN NHAN DAN TINH SON BINH", None, Level.PROVINCE),
        ("ỦY BAN NHÂN DÂN TĨNH SƠN BÌNH", None, Level.PROVINCE),
    ],
)
def test_a_unit_is_known_by_its_word_with_its_marks(issuer: str, superior: str | None, level: Level) -> None:
    assert level_of(issuer, superior, "2024-05-01") is level


def test_a_city_that_was_none_on_that_day_has_no_level() -> None:
    assert level_of("ỦY BAN NHÂN DÂN THÀNH PHỐ VINH", None, "2024-05-01") is Level.DISTRICT
    assert level_of("ỦY BAN NHÂN DÂN THÀNH PHỐ VINH", None, "2025-09-01") is None
    assert level_of("ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ", None, "2025-09-01") is Level.PROVINCE


@pytest.mark.parametrize("issuer", ["ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN", "ỦY BAN NHÂN NHÂN", "UBND"])
def test_a_committee_whose_unit_is_lost_has_no_level(issuer: str) -> None:
    assert level_of(issuer, None, "2023-07-31") is None
    assert level_of("ỦY BAN DÂN TỘC", None, "2023-07-31") is Level.CENTRAL
