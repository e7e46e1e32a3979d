"""A chain of parents: a draft takes from the parent and from the plans behind it, and each answers for its own."""

import pytest

from inherit.sample import plan, spec
from kedraft.errors import SpecMismatch
from kedraft.inheritance import inherit
from kedraft.model.draft import Draft
from kedraft.model.plan import DocumentNumber, IssuingBody, Level, PlaceAndDate, Plan
from kedraft.model.spec import DraftSpec
from kedraft.pipeline import draft_plan, locate_for
from kedraft.report.lineage import echoes
from kedraft.report.trace import Fate, trace

MINISTRY = """
I. MỤC ĐÍCH
1. Phổ cập kỹ năng số cho người dân cả nước.
2. Nâng cao kỹ năng số của người dân trên cả nước.

II. NGUYÊN TẮC
1. Lấy người dân làm trung tâm.
2. Thực hiện đúng tinh thần tại Mục I Kế hoạch này.
"""


def ministry() -> Plan:
    return plan(
        MINISTRY,
        issuing_body=IssuingBody(name="BỘ KHOA HỌC VÀ CÔNG NGHỆ", level=Level.CENTRAL),
        number=DocumentNumber(number="1200", symbol="KH-BKHCN"),
        place_and_date=PlaceAndDate(place="Hà Nội", date="2025-12-10"),
        subject="Phát triển kỹ năng số năm 2026",
        recipients=(),
    )


def asked(*sections: dict[str, object]) -> DraftSpec:
    return spec(*sections, above={"tw": "ke-hoach-bo.docx"})


def child(*sections: dict[str, object]) -> Draft:
    wanted = asked(*sections)
    return draft_plan(plan(), wanted, locate_for(wanted), {"tw": ministry()})


BOTH = ({"inherit": "I"}, {"inherit": "tw:II", "drop": [{"node": "tw:II.2", "reason": "đã rõ"}]})


def test_sections_of_both_parents_stand_in_the_order_asked_for_and_are_numbered_as_one_plan() -> None:
    sections = child(*BOTH).plan.sections
    assert [(section.id, section.heading.text) for section in sections if section.heading] == [
        ("I", "MỤC ĐÍCH, YÊU CẦU"),
        ("II", "NGUYÊN TẮC"),
    ]


def test_a_node_remembers_which_parent_it_comes_from() -> None:
    draft = child(*BOTH)
    taken = draft.plan.sections[1].children[0]
    assert taken.origin.kind == "inherited"
    assert taken.origin.node == "tw:II.1"
    assert draft.source_of("tw:II.1").issuing_body.level is Level.CENTRAL
    assert draft.source_of("II.1") is draft.parent


def test_the_opening_cites_every_parent_the_highest_first() -> None:
    opening = child(*BOTH).plan.opening[0]
    assert [document.number for document in opening.cites] == ["1200/KH-BKHCN", "38/KH-UBND"]
    assert opening.text.text.index("1200/KH-BKHCN") < opening.text.text.index("38/KH-UBND")


def test_words_of_each_parent_are_adapted_from_that_parents_level() -> None:
    items = {item.origin.node: item for item in child({"inherit": "I"}, {"inherit": "tw:I"}).plan.walk() if item.text}
    assert "địa bàn xã" in items["I.1.p1"].words
    assert items["tw:I.2"].words == "Nâng cao kỹ năng số của người dân trên địa bàn xã."


def test_a_reference_is_followed_in_the_plan_that_makes_it() -> None:
    draft = child({"inherit": "I"}, {"inherit": "tw:I"}, {"inherit": "tw:II"})
    sentence = next(item for item in draft.plan.walk() if item.origin.node == "tw:II.2")
    assert "Mục II Kế hoạch này" in sentence.words


def test_a_reference_to_a_dropped_section_of_that_plan_is_an_error() -> None:
    draft = child({"inherit": "I"}, {"inherit": "tw:II"})
    assert any(f.rule == "KH-TC-01" and "tw:I" in f.message for f in draft.findings)


def test_an_unknown_node_or_plan_is_told() -> None:
    with pytest.raises(SpecMismatch) as told:
        inherit(plan(), asked({"inherit": "tw:IX"}, {"inherit": "bo:I"}), above={"tw": ministry()})
    assert len(told.value.findings) == 2


def test_the_trace_says_which_level_said_it_first_and_has_a_row_for_each_leaf_of_both() -> None:
    draft = child(*BOTH)
    rows = {row.node: row for row in trace(draft).rows}
    assert rows["I.1.p1"].first == "Kế hoạch số 1200/KH-BKHCN, tw:I.2"
    assert rows["I.2.a"].first is None
    assert rows["tw:II.1"].fate is Fate.KEPT
    assert rows["tw:II.2"].reason == "đã rõ"
    assert rows["tw:I.2"].reason == "kế hoạch cấp trên trực tiếp đã nêu lại tại I.1, đoạn 1"
    assert rows["tw:I.1"].fate is Fate.NOT_MENTIONED


def test_of_two_plans_that_say_the_same_the_higher_one_said_it_first() -> None:
    wanted = asked({"inherit": "I"})
    district = plan(issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN HUYỆN CAO LỘC", level=Level.DISTRICT))
    draft = inherit(plan(), wanted, above={"huyen": district, "tw": ministry()})
    found = {one.node: one.first for one in echoes(draft.parent, draft.above)}
    assert found["I.1.p1"] == "tw:I.2"
    assert found["I.2.c"] == "huyen:I.2.c"
