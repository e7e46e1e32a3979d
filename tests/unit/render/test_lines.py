"""Names and titles break well, and rules have the decree's lengths."""

import pytest

from kedraft.decree import ND30_2020, Component, mm
from kedraft.rendering.geometry import geometry
from kedraft.rendering.lines import balanced, collective_lines, even_width, rule_length, wrap
from kedraft.rendering.metrics import width

PAGE = geometry(ND30_2020)
ROOM = PAGE.left - 113


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("ỦY BAN NHÂN DÂN XÃ BA SƠN", ("ỦY BAN NHÂN DÂN", "XÃ BA SƠN")),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH")),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", ("SỞ KHOA HỌC", "VÀ CÔNG NGHỆ")),
        ("PHÒNG VĂN HÓA - XÃ HỘI", ("PHÒNG VĂN HÓA - XÃ HỘI",)),
        ("PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ", ("PHÒNG KINH TẾ,", "HẠ TẦNG VÀ ĐÔ THỊ")),
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", ("BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ")),
        (
            "BAN CHỈ ĐẠO THỰC HIỆN CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA GIAI ĐOẠN 2021 - 2025",
            ("BAN CHỈ ĐẠO THỰC HIỆN", "CÁC CHƯƠNG TRÌNH", "MỤC TIÊU QUỐC GIA", "GIAI ĐOẠN 2021 - 2025"),
        ),
    ],
)
def test_a_name_breaks_where_a_clerk_would_break_it(name: str, lines: tuple[str, ...]) -> None:
    assert collective_lines(name, ROOM, 13, "bold") == lines


def test_no_word_is_lost_and_every_line_fits() -> None:
    name = "TRUNG TÂM CHUYỂN ĐỔI SỐ VÀ HỖ TRỢ DOANH NGHIỆP NHỎ VÀ VỪA KHU CÔNG NGHỆ CAO"
    lines = balanced(name, ROOM, 13, "bold")
    assert " ".join(lines) == name
    assert all(width(line, 13, "bold") <= ROOM for line in lines)


def test_a_word_wider_than_the_column_stands_alone() -> None:
    assert balanced("A" * 60 + " B", ROOM, 13, "bold") == ("A" * 60, "B")


def test_the_national_name_fits_its_column_on_one_line() -> None:
    words = ND30_2020.literals.national_name.text
    size = ND30_2020.type_of(Component.NATIONAL_NAME).size.default
    assert width(words, size, "bold") < PAGE.right


def test_widths_are_those_of_times_new_roman() -> None:
    assert width("ỦY BAN NHÂN DÂN", 13, "bold") == 2448
    assert width("Lạng Sơn", 14, "italic") == width("Lang Sơn", 14, "italic")


def test_decomposed_letters_are_as_wide_as_composed_ones() -> None:
    assert width("Lạng Sơn", 14, "regular") == width("La\u0323ng Sơn", 14, "regular")


def test_a_long_title_gets_even_lines_and_no_more_of_them() -> None:
    title = "Triển khai thực hiện Đề án nâng cao chất lượng hoạt động của các thiết chế văn hóa ở cơ sở năm 2026"
    even = even_width(title, 9000, 14, "bold")
    lines = wrap(title, even, 14, "bold")
    assert len(lines) == len(wrap(title, 9000, 14, "bold")) == 2
    assert min(width(line, 14, "bold") for line in lines) > 0.7 * even


def test_a_short_title_keeps_its_whole_width() -> None:
    assert even_width("Chuyển đổi số", 9000, 14, "bold") == 9000


@pytest.mark.parametrize(
    "lines", [("ỦY BAN NHÂN DÂN", "XÃ BA SƠN"), ("ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN"), ("SỞ NỘI VỤ",)]
)
def test_the_rule_is_between_a_third_and_a_half_of_the_longest_line(lines: tuple[str, ...]) -> None:
    share = ND30_2020.rule_below(Component.ISSUER).share.allowed
    length = rule_length(lines, 0.42, share.low, share.high, 13, "bold")
    assert share.holds(length / max(width(line, 13, "bold") for line in lines), 0.001)


def test_a_subject_is_not_torn_inside_a_word_when_one_more_line_helps() -> None:
    page = geometry(ND30_2020)
    subject = "Phòng, chống buôn lậu và hàng giả trong hoạt động thương mại điện tử trên địa bàn tỉnh Lạng Sơn năm 2024"
    room = even_width(subject, page.text - 2 * mm(8), 14, "bold")
    lines = wrap(subject, room, 14, "bold")
    assert not [line for line in lines if line.endswith((" hoạt", " thương", " điện", " địa", " năm"))], lines


def test_the_name_of_a_committee_is_broken_between_words_of_two_syllables() -> None:
    room = geometry(ND30_2020).left - 2 * mm(1)
    name = "BAN CHỈ ĐẠO CHỐNG BUÔN LẬU, GIAN LẬN THƯƠNG MẠI VÀ HÀNG GIẢ"
    assert collective_lines(name, room, 13, "bold") == (
        "BAN CHỈ ĐẠO",
        "CHỐNG BUÔN LẬU,",
        "GIAN LẬN THƯƠNG MẠI",
        "VÀ HÀNG GIẢ",
    )
