"""Numbers and numerals of scans: what is told without a guess."""

import pytest

from kedraft.grammar.citations import find_citations
from kedraft.vietnamese.labels import roman_readings


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Căn cứ Kế hoạch số 4006KH-UBND ngày 24/02/2022 của UBND tỉnh", "4006/KH-UBND"),
        ("Căn cứ Quyết định số 31 15/QĐ-UBND ngày 12/5/2020 của UBND tỉnh", "3115/QĐ-UBND"),
        ("Theo Hướng dẫn số 298 KH/TWĐTN", "298 KH/TWĐTN"),
        ("Thực hiện Nghị quyết số 31-NQ/TW", "31-NQ/TW"),
    ],
)
def test_a_lost_slash_and_a_gap_amid_digits_hide_no_number(text: str, number: str) -> None:
    assert [one.document.number for one in find_citations(text)] == [number]


@pytest.mark.parametrize(
    ("read", "values"), [("VIHII", {8}), ("VINH", {8}), ("VỊ", {6}), ("I1V", {4}), ("HIIL", {3}), ("IXX", set())]
)
def test_strokes_counted_double_are_read_as_the_numeral_that_can_be(read: str, values: set[int]) -> None:
    assert roman_readings(read) == values
