"""Divisions inside a body of the office above: none of that name is invented one level down."""

import pytest

from .conftest import adapted


@pytest.mark.parametrize("to", ["xã 2023", "xã 2026", "phường 2026", "huyện 2023"])
@pytest.mark.parametrize(
    "division",
    [
        "Phòng Cảnh sát giao thông Công an tỉnh",
        "Phòng Tham mưu - Công an tỉnh",
        "Chi cục Thủy lợi thuộc Sở Nông nghiệp và Môi trường",
        "Trung tâm Dữ liệu của Sở Khoa học và Công nghệ",
    ],
)
def test_a_division_stays_whole_and_is_asked(division: str, to: str) -> None:
    got = adapted(f"{division} kiểm tra.", to)
    assert got.text.text == f"{division} kiểm tra."
    assert [ask.span for ask in got.asks] == [division]


def test_a_division_in_brackets_is_asked_and_its_body_changed() -> None:
    got = adapted("Sở Nội vụ (Phòng Văn thư lưu trữ) kiểm tra.", "xã 2026")
    assert got.text.text == "Phòng Văn hóa - Xã hội (Phòng Văn thư lưu trữ) kiểm tra."
    assert [ask.span for ask in got.asks] == ["Phòng Văn thư lưu trữ"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Trung tâm Y tế phối hợp với Công an tỉnh kiểm tra.", "Trung tâm Y tế phối hợp với Công an xã kiểm tra."),
        ("Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công tỉnh) kiểm tra.",
         "Văn phòng HĐND và UBND xã (Trung tâm Phục vụ hành chính công xã) kiểm tra."),
        ("Các cơ quan thuộc Công an tỉnh kiểm tra.", "Các cơ quan thuộc Công an xã kiểm tra."),
    ],
)  # fmt: skip
def test_a_body_beside_another_is_no_division(before: str, after: str) -> None:
    assert adapted(before, "xã 2026").text.text == after
