"""What the draft file chooses is what the child has."""

from inherit.sample import PARENT, annexed, draft, every_section, node, origins, outline, plan
from kedraft.inheritance import UNMENTIONED
from kedraft.model.origin import Adapted, Authored, Inherited, Replaced


def test_sections_stand_in_the_order_of_the_draft_file_and_are_numbered_anew() -> None:
    made = draft({"inherit": "III"}, {"inherit": "I"}, {"drop": "II", "reason": "x"}, {"drop": "IV", "reason": "x"})
    assert [section.id for section in made.plan.sections] == ["I", "II"]
    assert [section.origin.node for section in made.plan.sections] == ["III", "I"]


def test_dropping_a_node_renumbers_the_ones_after_it() -> None:
    made = draft({"inherit": "I", "drop": [{"node": "I.2.a", "reason": "không phù hợp"}]})
    assert node(made, "I.2.a").words.startswith("Hoàn thành")
    assert node(made, "I.2.a").label == "a)"
    assert made.dropped[0].node == "I.2.a"
    assert made.dropped[0].reason == "không phù hợp"


def test_only_takes_these_nodes_in_this_order() -> None:
    made = draft({"inherit": "II", "only": ["II.3", "II.1"]})
    assert [child.origin.node for child in made.plan.sections[0].children] == ["II.3", "II.1"]
    assert [child.label for child in made.plan.sections[0].children] == ["1.", "2."]
    assert ("II.2", "không nằm trong `only` của phiếu") in [(d.node, d.reason) for d in made.dropped]


def test_the_mode_of_an_inner_node_wins_over_the_section() -> None:
    made = draft({"inherit": "I", "mode": "verbatim", "nodes": [{"node": "I.2", "mode": "adapt"}]})
    assert origins(made)["I.1"] == "inherited I.1"
    assert origins(made)["I.2"] == "adapted I.2"
    assert origins(made)["I.2.b"] == "adapted I.2.b"


def test_the_mode_is_adapt_when_the_draft_file_says_none() -> None:
    made = draft({"inherit": "II"})
    origin = node(made, "I.1").origin
    assert origin == Adapted(node="II.1", digest=plan().find("II.1").digest, changes=())


def test_a_verbatim_node_keeps_words_and_digest() -> None:
    parent = plan()
    made = draft(*every_section(parent), parent=parent)
    assert outline(made) == outline(parent)
    for item in made.plan.walk():
        assert isinstance(item.origin, Inherited)
        assert item.origin.digest == item.digest


def test_an_inner_node_lifted_to_a_section_takes_the_sections_marker() -> None:
    made = draft({"inherit": "III.2", "mode": "verbatim"}, {"inherit": "II"})
    lifted = made.plan.sections[0]
    assert (lifted.id, lifted.label, lifted.words) == ("I", "I.", "Hướng dẫn")
    assert [child.label for child in lifted.children] == ["1.", "2."]


def test_the_heading_of_a_lifted_node_is_in_capitals_as_those_beside_it() -> None:
    lifted = draft({"inherit": "III.2"}, {"inherit": "II"}).plan.sections[0]
    assert lifted.words == "HƯỚNG DẪN"
    assert [(change.before, change.after) for change in lifted.origin.changes] == [("Hướng dẫn", "HƯỚNG DẪN")]


def test_a_lifted_node_without_a_heading_is_reported() -> None:
    made = draft({"inherit": "II.1"}, {"inherit": "I"})
    assert "PK-09" in {finding.rule for finding in made.findings}


def test_replacing_a_node_keeps_its_label_and_heading() -> None:
    made = draft(
        {"inherit": "I", "nodes": [{"node": "I.1", "mode": "replace", "text": "Cho người dân xã.", "reason": "cụ thể"}]}
    )
    item = node(made, "I.1")
    assert (item.heading and item.heading.text, item.text) == ("Mục đích", None)
    assert node(made, "I.1.p1").words == "Cho người dân xã."
    assert isinstance(item.origin, Replaced)
    assert item.origin.reason == "cụ thể"
    assert isinstance(node(made, "I.1.p1").origin, Authored)


def test_replacing_a_paragraph_puts_the_text_behind_its_label() -> None:
    made = draft({"inherit": "II", "nodes": [{"node": "II.2", "mode": "replace", "text": "100% trường trong xã."}]})
    item = node(made, "I.2")
    assert (item.label, item.words, item.heading, item.children) == ("2.", "100% trường trong xã.", None, ())


def test_replacing_text_that_brings_the_same_labels_becomes_several_nodes() -> None:
    made = draft({"inherit": "I", "nodes": [{"node": "I.2.b", "mode": "replace", "text": "b) Một.\nc) Hai."}]})
    assert [child.words for child in node(made, "I.2").children] == [
        "Thiết thực, tiết kiệm.",
        "Một.",
        "Hai.",
        "Bảo đảm an toàn thông tin.",
    ]
    assert [child.label for child in node(made, "I.2").children] == ["a)", "b)", "c)", "d)"]


def test_what_stood_below_a_replaced_node_is_not_listed_as_dropped() -> None:
    made = draft(
        {"inherit": "III", "mode": "replace", "text": "1. Việc mới."}, *every_section(plan())[:2], {"inherit": "IV"}
    )
    assert made.dropped == ()


def test_own_text_is_read_by_the_grammar_of_plans() -> None:
    made = draft(
        {"inherit": "I"}, {"heading": "KINH PHÍ", "text": "1. Ngân sách xã.\na) Chi thường xuyên.\n2. Nguồn khác."}
    )
    assert [item.id for item in made.plan.sections[1].walk()] == ["II", "II.1", "II.1.a", "II.2"]
    assert origins(made)["II.1.a"] == "authored"


def test_text_appended_without_a_label_takes_the_next_number() -> None:
    made = draft({"inherit": "II", "append": ["Mỗi thôn có một tổ."]})
    assert made.plan.sections[0].children[-1].label == "4."


def test_text_appended_without_a_label_to_dashes_becomes_a_dash() -> None:
    made = draft({"inherit": "III", "nodes": [{"node": "III.1", "append": ["Gửi tin vào nhóm Zalo của thôn."]}]})
    assert node(made, "I.1").children[-1].label == "-"


def test_text_typed_with_another_label_keeps_its_label() -> None:
    made = draft({"inherit": "II", "prepend": ["- Giao chỉ tiêu đến thôn."]})
    assert [child.label for child in made.plan.sections[0].children] == ["-", "1.", "2.", "3."]


def test_text_without_a_label_joins_the_list_as_it_is_numbered() -> None:
    made = draft({"inherit": "II", "append": ["Giao chỉ tiêu đến thôn."]})
    assert [child.label for child in made.plan.sections[0].children] == ["1.", "2.", "3.", "4."]


def test_a_new_heading_is_recorded() -> None:
    made = draft({"inherit": "II", "heading": "CHỈ TIÊU CỦA XÃ"})
    section = made.plan.sections[0]
    assert section.words == "CHỈ TIÊU CỦA XÃ"
    assert isinstance(section.origin, Replaced)


def test_a_section_passed_over_in_silence_is_a_warning_and_is_listed() -> None:
    made = draft({"inherit": "I"}, {"inherit": "II"}, {"inherit": "III"})
    assert [finding.severity for finding in made.findings] == ["warning"]
    assert "Mục IV" in made.findings[0].message
    assert {(d.node, d.reason) for d in made.dropped} == {(n, UNMENTIONED) for n in ("IV", "IV.1", "IV.2")}


def test_a_section_of_which_only_a_part_was_lifted_is_named_with_what_is_missing() -> None:
    made = draft({"inherit": "I"}, {"inherit": "II"}, {"inherit": "III.1"}, {"inherit": "IV"})
    assert "III.2" in made.findings[0].message


def test_every_parent_node_is_taken_replaced_or_listed() -> None:
    parent = plan()
    made = draft({"inherit": "I", "drop": [{"node": "I.2", "reason": "x"}]}, {"inherit": "III.2"}, parent=parent)
    taken = {getattr(item.origin, "node", None) for item in made.plan.walk()}
    assert {item.id for item in parent.walk()} == (taken - {None}) | {d.node for d in made.dropped}


def test_annexes_are_inherited_labelled_and_tied_to_the_plan() -> None:
    parent = plan(PARENT, annexes=annexed(count=2))
    made = draft(
        *every_section(parent), parent=parent, annexes=[{"inherit": "PL2"}, {"drop": "PL1", "reason": "của tỉnh"}]
    )
    annex = made.plan.annexes[0]
    assert (annex.id, annex.label, annex.origin.node) == ("PL", "Phụ lục", "PL2")
    assert (
        annex.note
        == "(Kèm theo Kế hoạch số       /KH-UBND ngày        tháng 02 năm 2026 của Ủy ban nhân dân xã Ba Sơn)"
    )
    assert [child.id for child in annex.children] == ["PL.1", "PL.2"]
    assert {d.node for d in made.dropped} == {"PL1", "PL1.1", "PL1.2"}


def test_an_annex_passed_over_in_silence_is_a_warning() -> None:
    parent = plan(PARENT, annexes=annexed())
    made = draft(*every_section(parent), parent=parent)
    assert "PL" in made.findings[0].message
