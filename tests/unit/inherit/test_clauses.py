"""Clauses in a draft file: filled, told apart by their origin, refused kindly."""

from typing import Any

import pytest

from inherit.sample import node, outline, plan, spec
from kedraft.clauses import Clause, Library
from kedraft.errors import SpecMismatch
from kedraft.inheritance import inherit
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding
from kedraft.model.origin import FromClause, Replaced
from kedraft.model.plan import Level

OWN = Clause(
    id="kinh-phi/cap-xa",
    title="Kinh phí theo cách viết của xã",
    levels=(Level.COMMUNE,),
    text="Kinh phí do ngân sách {cấp} bảo đảm.",
    source="Quy chế làm việc của xã",
)


def drafted(*sections: dict[str, Any], library: Library | None = None, **fields: Any) -> Draft:
    return inherit(plan(), spec({"inherit": "I"}, *sections, **fields), library=library or Library())


def refused(*sections: dict[str, Any]) -> list[Finding]:
    with pytest.raises(SpecMismatch) as error:
        drafted(*sections)
    return list(error.value.findings)


def test_a_clause_fills_a_section_and_carries_its_id() -> None:
    made = drafted({"heading": "KINH PHÍ", "clause": "kinh-phi/cap-xa"})
    section = made.plan.sections[-1]
    assert "dự toán ngân sách xã" in section.children[0].words
    assert isinstance(section.children[0].origin, FromClause)
    assert section.children[0].origin.clause == "kinh-phi/cap-xa"


def test_one_id_says_what_holds_on_the_day_of_issue() -> None:
    made = drafted(
        {"heading": "KINH PHÍ", "clause": "kinh-phi/cap-xa"},
        locality={"commune": "Mẫu Sơn", "district": "Cao Lộc", "province": "Lạng Sơn"},
        document={"subject": "Kỹ năng số trên địa bàn xã Mẫu Sơn", "date": "2023-02"},
    )
    assert "hỗ trợ từ ngân sách cấp trên" in made.plan.sections[-1].children[0].words


def test_a_clause_in_the_place_of_a_parents_section_keeps_references_to_it() -> None:
    made = drafted({"inherit": "IV", "mode": "replace", "clause": "phan-cong/cong-an"})
    section = made.plan.sections[-1]
    assert isinstance(section.origin, Replaced)
    assert section.origin.node == "IV"
    assert section.children[0].words == "Công an xã"
    assert isinstance(section.children[0].children[0].origin, FromClause)


def test_several_clauses_stand_one_after_the_other_numbered_through() -> None:
    made = drafted(
        {
            "heading": "TỔ CHỨC THỰC HIỆN",
            "clause": ["phan-cong/cong-an", "phan-cong/khu-dan-cu"],
        }
    )
    assert [(item.label, item.words) for item in made.plan.sections[-1].children] == [
        ("1.", "Công an xã"),
        ("2.", "Các thôn"),
    ]
    assert [item.origin.clause for item in made.plan.sections[-1].children if isinstance(item.origin, FromClause)] == [
        "phan-cong/cong-an",
        "phan-cong/khu-dan-cu",
    ]


def test_parameters_win_over_defaults() -> None:
    made = drafted(
        {"heading": "KINH PHÍ", "clause": "kinh-phi/cap-xa", "with": {"nguồn khác": "Chương trình nông thôn mới"}}
    )
    assert "lồng ghép từ Chương trình nông thôn mới" in outline(made)


def test_a_missing_parameter_is_a_named_blank_and_a_finding() -> None:
    made = drafted({"heading": "KINH PHÍ", "clause": "kinh-phi/so-tien"})
    assert "[điền số tiền] đồng" in outline(made)
    assert "ngân sách xã năm 2026" in outline(made)
    [finding] = [one for one in made.findings if one.rule == "PK-21"]
    assert finding.where.field == "sections[1].clause"
    assert "with: {số tiền: …, số tiền bằng chữ: …}" in finding.message


def test_an_own_clause_stands_in_the_place_of_the_built_in_one_and_says_so() -> None:
    made = drafted({"heading": "KINH PHÍ", "clause": "kinh-phi/cap-xa"}, library=Library((OWN,)))
    assert made.plan.sections[-1].children[0].words == "Kinh phí do ngân sách xã bảo đảm."
    assert [one.rule for one in made.findings if one.rule == "PK-20"] == ["PK-20"]


def test_a_clause_for_another_level_is_refused_with_those_that_hold() -> None:
    [finding] = refused({"heading": "KINH PHÍ", "clause": "kinh-phi/cap-huyen"})
    assert "không dùng cho xã vào ngày 01/02/2026" in finding.message
    assert "kinh-phi/cap-xa" in finding.message


def test_an_unknown_parameter_is_refused_with_the_nearest() -> None:
    [finding] = refused({"heading": "KINH PHÍ", "clause": "kinh-phi/cap-xa", "with": {"nguồn khac": "vốn vay"}})
    assert finding.where.field == "sections[1].with.nguồn khac"
    assert "có phải là nguồn khác" in finding.message


def test_closing_and_recipients_may_be_clauses() -> None:
    made = drafted(closing={"clause": "ket-thuc/cap-xa"}, recipients={"clause": "noi-nhan/cap-xa"})
    assert made.plan.closing[-1].text.text.startswith(
        "Trên đây là Kế hoạch phát triển kỹ năng số trên địa bàn xã Ba Sơn"
    )
    assert made.plan.closing[-1].text.text.endswith("nghiêm túc triển khai thực hiện./.")
    assert made.plan.closing[-1].origin == FromClause(
        clause="ket-thuc/cap-xa", place=made.plan.closing[-1].origin.place
    )
    assert [one.text for one in made.plan.recipients][-2:] == ["Các thôn", "Lưu: VT"]


def test_the_draft_keeps_the_draft_file_as_it_was_written() -> None:
    made = drafted({"heading": "KINH PHÍ", "clause": "kinh-phi/cap-xa"})
    assert getattr(made.spec.sections[1], "clause", None) == ("kinh-phi/cap-xa",)
    assert node(made, "I.1").words == "Mục đích"
