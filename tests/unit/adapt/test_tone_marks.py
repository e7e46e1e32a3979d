"""One name in both places of its tone mark: the source's wherever it stands, and the same where a document is cited."""

import pytest

from .conftest import adapted

SPELLINGS = ["tỉnh Khánh Hòa", "tỉnh Khánh Hoà"]
WRITTEN = ["Khánh Hòa", "Khánh Hoà"]


@pytest.mark.parametrize("source", SPELLINGS)
@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("UBND tỉnh {} chỉ đạo trồng cây xanh.", "UBND xã Ba Sơn chỉ đạo trồng cây xanh."),
        ("Quản lý chợ trên địa bàn tỉnh {}.", "Quản lý chợ trên địa bàn xã Ba Sơn."),
        ("Nhân dân tỉnh {}; Tỉnh ủy {} phát động.", "Nhân dân xã Ba Sơn; Đảng ủy xã Ba Sơn phát động."),
        ("- Chủ tịch, các Phó Chủ tịch UBND tỉnh {};", "- Chủ tịch, các Phó Chủ tịch UBND xã Ba Sơn;"),
    ],
)
def test_a_name_is_known_in_both_places_of_its_tone_mark(source: str, name: str, before: str, after: str) -> None:
    once = adapted(before.replace("{}", name), "xã 2026", source).text.text
    assert once == after
    assert not adapted(once, "xã 2026", source).changes


@pytest.mark.parametrize("source", SPELLINGS)
@pytest.mark.parametrize("name", ["KHÁNH HÒA", "KHÁNH HOÀ"])
def test_a_heading_in_capitals_knows_both(source: str, name: str) -> None:
    got = adapted(f"THÚ Y TRÊN ĐỊA BÀN TỈNH {name}; CÁC SỞ, BAN, NGÀNH TỈNH {name}", "huyện 2023", source).text.text
    assert got == "THÚ Y TRÊN ĐỊA BÀN HUYỆN CAO LỘC; CÁC PHÒNG, BAN, NGÀNH HUYỆN CAO LỘC"


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Quyết định số 8/QĐ-UBND ngày 05/01/2026 của UBND tỉnh {} về thư viện trên địa bàn tỉnh {};",
        "Hội thi “Thanh niên {} thanh lịch”.",
    ],
)
def test_citations_and_quotations_keep_their_spelling(name: str, text: str) -> None:
    assert not adapted(text.replace("{}", name), "xã 2026", "tỉnh Khánh Hòa").changes


def test_an_institution_with_the_name_is_asked_in_both() -> None:
    got = adapted("Đài Khí tượng Thuỷ văn tỉnh Khánh Hoà cảnh báo mưa.", "xã 2026", "tỉnh Khánh Hòa")
    assert not got.changes
    assert [ask.span for ask in got.asks] == ["Đài Khí tượng Thuỷ văn tỉnh Khánh Hoà"]


def test_the_end_of_a_longer_word_is_no_tone_mark() -> None:
    assert not adapted("Học tập tỉnh Khánh Hoàn.", "xã 2026", "tỉnh Khánh Hòa").changes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("UBND TX. Kỳ Anh; Công an TX.", "UBND xã Mẫu Sơn; Công an xã."),
        ("HĐND, UBND TX giao việc tại TX Kỳ Anh.", "HĐND, UBND xã giao việc tại xã Mẫu Sơn."),
    ],
)
def test_a_town_may_be_written_with_two_letters(before: str, after: str) -> None:
    assert adapted(before, "xã 2023", "thị xã Kỳ Anh").text.text == after
