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
