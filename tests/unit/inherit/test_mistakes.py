"""What the draft file asks and the parent does not allow: every problem at once, each with its place and a remedy."""

from typing import Any

import pytest

from inherit.sample import PARENT, annexed, draft, plan
from kedraft.errors import SpecMismatch
from kedraft.model.finding import Finding


def mistakes(*sections: dict[str, Any], **fields: Any) -> tuple[Finding, ...]:
    with pytest.raises(SpecMismatch) as refused:
        draft(*sections, **fields)
    return refused.value.findings


def the_mistake(*sections: dict[str, Any], **fields: Any) -> tuple[str | None, str]:
    found = mistakes(*sections, **fields)
    assert len(found) == 1, [finding.message for finding in found]
    return found[0].where.field, found[0].message


def test_a_node_that_the_parent_lacks_is_named_with_what_is_there() -> None:
    field, message = the_mistake({"inherit": "I", "only": ["I.1", "I.7"]})
    assert field == "sections[0].only[1]"
    assert "không có đề mục I.7; mục I có: I.1, I.2" in message
    assert "kedraft outline ke-hoach-tinh.docx" in message


def test_every_problem_is_told_at_once() -> None:
    found = mistakes(
        {"inherit": "VII"},
        {"inherit": "I", "drop": [{"node": "I.9", "reason": "x"}], "nodes": [{"node": "I.2.z", "mode": "verbatim"}]},
        {"drop": "XX", "reason": "x"},
    )
    assert {finding.where.field for finding in found} == {
        "sections[0].inherit",
        "sections[1].drop[0].node",
        "sections[1].nodes[0].node",
        "sections[2].drop",
    }


def test_a_node_of_another_section_is_told_from_a_missing_one() -> None:
    field, message = the_mistake({"inherit": "I", "drop": [{"node": "II.1", "reason": "x"}]})
    assert field == "sections[0].drop[0].node"
    assert "II.1 không nằm trong mục I" in message


def test_only_takes_direct_children_and_says_how_to_reach_deeper() -> None:
    _, message = the_mistake({"inherit": "I", "only": ["I.1", "I.2.b"]})
    assert "nodes: [{node: I.2, only: [I.2.b]}]" in message


def test_the_same_section_twice() -> None:
    field, message = the_mistake({"inherit": "II"}, {"inherit": "II"})
    assert field == "sections[1].inherit"
    assert "II được lấy hai lần (lần đầu ở sections[0])" in message


def test_a_section_and_a_node_out_of_it() -> None:
    field, message = the_mistake({"inherit": "III"}, {"inherit": "III.2"})
    assert field == "sections[1].inherit"
    assert "III.2" in message


def test_a_node_lifted_out_of_a_section_that_drops_it_is_fine() -> None:
    draft({"inherit": "III", "drop": [{"node": "III.2", "reason": "thành mục riêng"}]}, {"inherit": "III.2"})


def test_the_same_node_twice_in_only() -> None:
    field, _ = the_mistake({"inherit": "II", "only": ["II.1", "II.1"]})
    assert field == "sections[0].only[1]"


def test_dropping_what_only_left_out_already() -> None:
    field, message = the_mistake({"inherit": "II", "only": ["II.1"], "drop": [{"node": "II.2", "reason": "x"}]})
    assert field == "sections[0].drop[0].node"
    assert "ngoài `only`" in message


def test_dropping_every_child() -> None:
    drops = [{"node": f"II.{n}", "reason": "x"} for n in (1, 2, 3)]
    field, message = the_mistake({"inherit": "II", "drop": drops})
    assert field == "sections[0].drop"
    assert "drop: II" in message


def test_dropping_every_child_but_adding_own_text_is_fine() -> None:
    draft(
        {
            "inherit": "II",
            "drop": [{"node": f"II.{n}", "reason": "x"} for n in (1, 2, 3)],
            "append": ["1. Chỉ tiêu riêng."],
        }
    )


def test_a_node_both_dropped_and_handled() -> None:
    field, message = the_mistake(
        {"inherit": "I", "drop": [{"node": "I.2", "reason": "x"}], "nodes": [{"node": "I.2.b", "mode": "verbatim"}]}
    )
    assert field == "sections[0].nodes[0].node"
    assert "drop: I.2" in message


def test_a_node_inside_a_rewritten_one() -> None:
    _, message = the_mistake(
        {
            "inherit": "I",
            "nodes": [{"node": "I.2", "mode": "replace", "text": "Mới."}],
            "drop": [{"node": "I.2.a", "reason": "x"}],
        }
    )
    assert "I.2 đã được viết lại" in message


def test_a_node_said_twice() -> None:
    _, message = the_mistake(
        {"inherit": "I", "nodes": [{"node": "I.1", "mode": "verbatim"}, {"node": "I.1", "mode": "adapt"}]}
    )
    assert "hai lần" in message


def test_a_section_both_dropped_and_taken() -> None:
    field, _ = the_mistake({"inherit": "II"}, {"drop": "II", "reason": "x"})
    assert field == "sections[1].drop"


def test_an_inner_node_dropped_beside_its_section_is_sent_to_the_sections_own_drop() -> None:
    _, message = the_mistake({"inherit": "II"}, {"drop": "II.1", "reason": "x"})
    assert "`drop` của mục II" in message


def test_a_draft_file_that_keeps_nothing() -> None:
    field, _ = the_mistake({"drop": "I", "reason": "x"})
    assert field == "sections"


def test_an_annex_among_sections_and_a_section_among_annexes() -> None:
    found = mistakes(
        {"inherit": "I"}, {"inherit": "PL"}, parent=plan(PARENT, annexes=annexed()), annexes=[{"inherit": "II"}]
    )
    assert {finding.where.field for finding in found} == {"sections[1].inherit", "annexes[0].inherit"}


def test_an_unknown_clause() -> None:
    field, message = the_mistake({"inherit": "I"}, {"heading": "KINH PHÍ", "clause": "kinh-phi/cap-xam"})
    assert field == "sections[1].clause"
    assert "kinh-phi/cap-xam" in message
    assert "Mẫu gần nhất: kinh-phi/cap-xa" in message


@pytest.mark.parametrize("text", ["", "  ", "1.", "a)"])
def test_own_text_without_words(text: str) -> None:
    field, message = the_mistake({"inherit": "II", "append": [text]})
    assert field == "sections[0].append[0]"
    assert "để trống" in message


def test_text_added_to_a_table() -> None:
    parent = plan("I. A\n| STT | Việc |\n| --- | --- |\n| 1 | Một |\n1. Hai.")
    field, message = the_mistake({"inherit": "I", "nodes": [{"node": "I.t1", "append": ["x"]}]}, parent=parent)
    assert field == "sections[0].nodes[0].append"
    assert "I.t1 là bảng" in message
