"""Quotations in marks of every kind stay; an apostrophe inside a name opens none."""

import pytest

from .conftest import adapted


@pytest.mark.parametrize("marks", ["‘’", "''", "„”", "„“", "«»", "“”", '""'])
def test_a_quotation_stays(marks: str) -> None:
    quotation = f"{marks[0]}Sở Y tế tỉnh Lạng Sơn vì cộng đồng{marks[1]}"
    got = adapted(f"Phát động phong trào {quotation} trên địa bàn tỉnh.", "xã 2026")
    assert got.text.text == f"Phát động phong trào {quotation} trên địa bàn xã."


def test_two_single_marks_are_one_quotation_mark() -> None:
    text = "Hưởng ứng cuộc thi ''Tỉnh Lạng Sơn sạch đẹp'' trên địa bàn tỉnh."
    assert adapted(text, "xã 2026").text.text == text.replace("địa bàn tỉnh", "địa bàn xã")


def test_an_apostrophe_opens_no_quotation() -> None:
    got = adapted("Đồng bào H'Mông của tỉnh và nhóm K'Ho của tỉnh cùng tham gia.", "xã 2026")
    assert got.text.text == "Đồng bào H'Mông của xã và nhóm K'Ho của xã cùng tham gia."
