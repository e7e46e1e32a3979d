"""Parts that every document must have: what the page's rules say when one is not there, and when they stay silent."""

import pytest

from kedraft.lint.layout import Mode, check_layout
from kedraft.lint.layout_sample import Sheet, say, sheet


def rules(page: Sheet, mode: Mode = "draft") -> set[str]:
    """The rules that speak of the page."""
    return {one.rule for one in check_layout(page.build().view, mode=mode)}


@pytest.mark.parametrize(("part", "rule"), [("number", "ND30-SO-01"), ("dated", "ND30-DD-01")])
def test_a_head_without_its_number_or_date_is_told(part: str, rule: str) -> None:
    assert rule in rules(sheet(**{part: None}))
    assert rule not in rules(sheet())


@pytest.mark.parametrize("part", ["number", "dated"])
def test_a_plan_issued_with_a_decision_has_neither_number_nor_date(part: str) -> None:
    attached = say(text="(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Ba Sơn)")
    found = rules(sheet(**{part: None, "subject_rule": None, "basis": attached}))
    assert not found & {"ND30-SO-01", "ND30-DD-01"}


def test_the_signatory_may_be_open_in_a_draft_but_not_in_the_final_text() -> None:
    page = sheet(name=None)
    assert "ND30-KY-05" in rules(page, mode="final")
    assert "ND30-KY-05" not in rules(page)


def test_a_blank_before_the_slash_is_room_for_the_number_only_while_there_is_none() -> None:
    assert "ND30-SO-01" not in rules(sheet(number=say(text="Số:          /KH-UBND")))
    assert "ND30-SO-01" in rules(sheet(number=say(text="Số: 15 /KH-UBND")))
