"""Labels as they are printed, read and computed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedraft.vietnamese.labels import (
    Marker,
    label_text,
    labels_at,
    point,
    point_value,
    roman,
    roman_lookalike,
    roman_value,
)


@pytest.mark.parametrize(
    ("line", "marker", "value", "rest"),
    [
        ("I. MỤC ĐÍCH", Marker.ROMAN, 1, "MỤC ĐÍCH"),
        ("II- Nội dung", Marker.ROMAN, 2, "Nội dung"),
        ("III/ Nội dung", Marker.ROMAN, 3, "Nội dung"),
        ("IV.KINH PHÍ", Marker.ROMAN, 4, "KINH PHÍ"),
        ("I MỤC ĐÍCH, YÊU CẦU", Marker.ROMAN, 1, "MỤC ĐÍCH, YÊU CẦU"),
        ("I, MỤC ĐÍCH", Marker.ROMAN, 1, "MỤC ĐÍCH"),
        ("Mục II. Nội dung", Marker.ROMAN, 2, "Nội dung"),
        ("A. ĐÁNH GIÁ", Marker.UPPER, 1, "ĐÁNH GIÁ"),
        ("Phần I. Mở đầu", Marker.PART, 1, "Mở đầu"),
        ("PHẦN THỨ HAI", Marker.PART, 2, ""),
        ("PHẦN MỘT", Marker.PART, 1, ""),
        ("Phần hai: Nội dung", Marker.PART, 2, "Nội dung"),
        ("Phần bốn Kinh phí", Marker.PART, 4, "Kinh phí"),
        ("Chương III", Marker.CHAPTER, 3, ""),
        ("Điều 12. Hiệu lực", Marker.ARTICLE, 12, "Hiệu lực"),
        ("1. Mục đích", Marker.ARABIC, 1, "Mục đích"),
        ("1.Mục đích", Marker.ARABIC, 1, "Mục đích"),
        ("2/ Yêu cầu", Marker.ARABIC, 2, "Yêu cầu"),
        ("3- Yêu cầu", Marker.ARABIC, 3, "Yêu cầu"),
        ("1 – Giữ rừng", Marker.ARABIC, 1, "Giữ rừng"),
        ("1.2. Thời gian", Marker.DECIMAL, 2, "Thời gian"),
        ("1.2.3 Thời gian", Marker.DECIMAL, 3, "Thời gian"),
        ("I.2. Thời gian", Marker.ARABIC, 2, "Thời gian"),
        ("a) Tuần tra", Marker.LETTER, 1, "Tuần tra"),
        ("đ) Tuần tra", Marker.LETTER, 5, "Tuần tra"),
        ("¢) Tuần tra", Marker.LETTER, 3, "Tuần tra"),
        ("2) Tuần tra", Marker.ARABIC_PAREN, 2, "Tuần tra"),
        ("(3) Tuần tra", Marker.PAREN, 3, "Tuần tra"),
        ("- Tuần tra", Marker.DASH, 0, "Tuần tra"),
        ("–Tuần tra", Marker.DASH, 0, "Tuần tra"),
        ("~ - Tuần tra", Marker.DASH, 0, "Tuần tra"),
        ("+ Tuần tra", Marker.PLUS, 0, "Tuần tra"),
        ("• Tuần tra", Marker.BULLET, 0, "Tuần tra"),
    ],
)
def test_a_label_at_the_start_of_a_line_is_read(line: str, marker: Marker, value: int, rest: str) -> None:
    label = labels_at(line)[0]
    assert (label.marker, label.value, line[label.end :]) == (marker, value, rest)


@pytest.mark.parametrize(
    "line",
    [
        "15/12/2024 là hạn",
        "100% hộ dân",
        "3.500 ha rừng",
        "1,5 triệu",
        "2024 là năm đầu",
        "12 xã",
        "I, II và III",
        "Phần lớn người dân",
        "Phần ba tháng đầu năm",
        "V/v sửa giếng",
        "V/V sửa giếng",
        "II TRÊN ĐỊA BÀN XÃ",
        "I Nội dung",
        "-------",
        "Mục đích",
        "",
    ],
)
def test_figures_and_words_that_only_look_like_labels_are_none(line: str) -> None:
    assert labels_at(line) == ()


def test_a_letter_that_may_be_a_numeral_is_read_both_ways() -> None:
    assert [one.marker for one in labels_at("C. NỘI DUNG")] == [Marker.UPPER, Marker.ROMAN]
    assert [one.marker for one in labels_at("i) Nội dung")] == [Marker.LETTER, Marker.ROMAN_LOWER]


@given(st.integers(1, 300))
def test_numerals_are_read_back(value: int) -> None:
    assert roman_value(roman(value)) == value


@given(st.integers(1, 23))
def test_points_run_in_the_official_order(value: int) -> None:
    assert point_value(point(value)) == value
    assert point(value) not in "fjwz"


def test_the_fifth_point_is_d_with_a_bar() -> None:
    assert [point(value) for value in range(1, 8)] == ["a", "b", "c", "d", "đ", "e", "g"]
    assert point(24) == "aa"


@pytest.mark.parametrize(
    ("printed", "value"), [("I1", 2), ("111", 3), ("HI", 3), ("1V", 4), ("Vl", 6), ("VX", None), ("mục", None)]
)
def test_a_damaged_numeral_has_one_meaning_or_none(printed: str, value: int | None) -> None:
    assert roman_lookalike(printed) == value


@pytest.mark.parametrize("text", ["IIII", "VX", "IC", "", "ABC"])
def test_ill_formed_numerals_have_no_value(text: str) -> None:
    assert roman_value(text) is None


@given(st.sampled_from([one for one in Marker if one is not Marker.NONE]), st.integers(1, 20))
def test_a_computed_label_is_read_as_itself(marker: Marker, value: int) -> None:
    text = label_text(marker, value, "3.")
    assert text
    assert any(one.marker is marker and one.value in (value, 0) for one in labels_at(f"{text} Nội dung"))


def test_a_number_of_things_behind_a_label_is_no_part_of_it() -> None:
    for line, printed in (("1. 24 mô hình điểm được nhân rộng.", "1."), ("2. 05 lớp tập huấn cho thôn.", "2.")):
        assert labels_at(line)[0].printed == printed
    assert labels_at("1. 2 Yêu cầu")[0].path == (1, 2)
