"""Headings and items that a copy has glued together are parted where the numbering asks for it, and nowhere else."""

import pytest

from kedraft.grammar.glued import unglued
from kedraft.model.inline import Inline
from kedraft.model.source import SourceParagraph


def parted(*lines: str) -> list[str]:
    blocks = unglued([SourceParagraph(text=Inline(text=line)) for line in lines])
    return [block.text.text for block in blocks if isinstance(block, SourceParagraph)]


def test_a_numeral_that_is_due_begins_a_paragraph_before_capitals() -> None:
    lines = ("I. MỤC ĐÍCH", "1. Giữ sân chơi sạch. II. NỘI DUNG", "1. Quét sân; III. KINH PHÍ Từ ngân sách xã.")
    assert parted(*lines) == ["I. MỤC ĐÍCH", "1. Giữ sân chơi sạch.", "II. NỘI DUNG", *lines[2:]]


def test_one_numeral_may_be_missing_before_capitals_unless_it_comes_later() -> None:
    assert parted("I. MỤC ĐÍCH", "Giữ sạch. III. KINH PHÍ") == ["I. MỤC ĐÍCH", "Giữ sạch.", "III. KINH PHÍ"]
    assert len(parted("I. MỤC ĐÍCH", "Giữ sạch. III. KINH PHÍ", "II. NỘI DUNG")) == 3


def test_a_heading_in_sentence_case_is_parted_when_it_ends_the_paragraph() -> None:
    assert parted("I. Mục đích", "Giữ sạch. II. Nội dung") == ["I. Mục đích", "Giữ sạch.", "II. Nội dung"]
    assert len(parted("I. Mục đích", "Giữ sạch. II. Nội dung này rất dài và kết thúc như một câu.")) == 2
    assert len(parted("I. Mục đích", "Giữ sạch. II. Nội dung", "II. Nội dung thực hiện")) == 3


def test_an_item_is_parted_from_a_heading_in_capitals() -> None:
    assert parted("I. MỤC ĐÍCH, YÊU CẦU 1. Mục đích") == ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích"]
    assert parted("I. MỤC ĐÍCH - YÊU CẦU") == ["I. MỤC ĐÍCH - YÊU CẦU"]


def test_numbers_of_level_2_follow_each_other_inside_one_paragraph() -> None:
    assert parted("I. NỘI DUNG", "1. Quét sân. 2. Trồng cây. 3. Sửa đu.")[1:] == [
        "1. Quét sân.", "2. Trồng cây.", "3. Sửa đu.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện theo Mục II. Nội dung trên.",
        "Báo cáo trong quý I. Các xã, thôn thực hiện.",
        "Nghị quyết Đại hội lần thứ II. Kế hoạch của xã.",
    ],
)
def test_a_sentence_that_names_a_numeral_stays_whole(line: str) -> None:
    assert parted("I. MỤC ĐÍCH", line) == ["I. MỤC ĐÍCH", line]


def test_a_letter_and_a_part_begin_the_numerals_anew() -> None:
    lines = ("A. MỤC TIÊU", "I. Chung", "Một ý. II. Riêng", "B. NHIỆM VỤ", "I. Chung", "Hai ý. II. Riêng")
    assert parted(*lines) == [
        "A. MỤC TIÊU", "I. Chung", "Một ý.", "II. Riêng", "B. NHIỆM VỤ", "I. Chung", "Hai ý.", "II. Riêng",
    ]  # fmt: skip
