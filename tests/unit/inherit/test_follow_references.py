"""References inside inherited sentences follow the child's numbering."""

from inherit.sample import PARENT, annexed, draft, every_section, node, plan
from kedraft.inheritance import follow_references, renumbered
from kedraft.model.draft import Draft
from kedraft.model.origin import Adapted, Change, Inherited
from kedraft.model.plan import Recipient


def rules(made: Draft) -> list[str]:
    return [finding.rule for finding in made.findings if finding.rule.startswith("KH-TC")]


def test_a_reference_follows_its_section() -> None:
    made = follow_references(draft({"inherit": "II"}, {"inherit": "I"}, {"inherit": "III"}, {"inherit": "IV"}))
    item = node(made, "II.2.b")
    assert item.words == "Hoàn thành chỉ tiêu tại Mục I Kế hoạch này."
    assert isinstance(item.origin, Adapted)
    assert item.origin.changes == (Change(before="Mục II", after="Mục I", rule="tham-chieu"),)


def test_a_reference_follows_its_node_inside_the_section() -> None:
    made = follow_references(
        draft({"inherit": "III"}, {"inherit": "I", "only": ["I.2", "I.1"]}, {"inherit": "II"}, {"inherit": "IV"})
    )
    assert node(made, "I.2.b").words == "Thực hiện nội dung tại điểm a khoản 1 Mục II."
    assert node(made, "IV.2").words == "Các cơ quan báo cáo theo mục 2 I."


def test_a_reference_to_a_lifted_node_is_said_anew() -> None:
    made = follow_references(draft({"inherit": "III.2"}, {"inherit": "IV"}, {"inherit": "I"}, {"inherit": "II"}))
    assert node(made, "II.2").words == "Các cơ quan báo cáo theo Mục I."


def test_nothing_changes_when_the_numbers_stay() -> None:
    parent = plan()
    made = draft(*every_section(parent), parent=parent)
    followed = follow_references(made)
    assert followed.plan == made.plan
    assert isinstance(node(made, "I.2.b").origin, Inherited)


def test_following_twice_is_following_once() -> None:
    once = follow_references(draft({"inherit": "III"}, {"inherit": "II"}, {"inherit": "I"}, {"inherit": "IV"}))
    assert follow_references(once) == once


def test_recipient_lines_that_name_each_others_sections_follow_once() -> None:
    parent = plan().evolve(
        recipients=(Recipient(text="Các cơ quan tại Mục IV"), Recipient(text="Các cơ quan tại Mục III"))
    )
    lines = ["Các cơ quan tại Mục IV", "Các cơ quan tại Mục III"]
    made = draft(
        {"drop": "I", "reason": "không cần"},
        {"inherit": "II"},
        {"inherit": "III"},
        {"inherit": "IV"},
        parent=parent,
        recipients=lines,
    )
    once = follow_references(made)
    assert [line.text for line in once.plan.recipients] == ["Các cơ quan tại Mục III", "Các cơ quan tại Mục II"]
    assert follow_references(once) == once


def test_a_reference_to_something_dropped_names_the_sentence_and_both_nodes() -> None:
    made = follow_references(
        draft({"inherit": "I"}, {"inherit": "III"}, {"drop": "II", "reason": "không giao"}, {"inherit": "IV"})
    )
    finding = next(finding for finding in made.findings if finding.rule == "KH-TC-01")
    assert finding.severity == "error"
    assert finding.where.field == "I.2.b"
    assert "Hoàn thành chỉ tiêu" in finding.message
    assert "II của kế hoạch cấp trên" in finding.message
    assert "không giao" in finding.message


def test_a_list_of_sections_is_moved_item_by_item() -> None:
    parent = plan(PARENT + "\n3. Nội dung tại các mục I, II và III Kế hoạch này.")
    made = follow_references(
        draft({"inherit": "III"}, {"inherit": "I"}, {"inherit": "II"}, {"inherit": "IV"}, parent=parent)
    )
    assert node(made, "IV.3").words == "Nội dung tại các mục II, III và I Kế hoạch này."


def test_references_into_other_documents_stay() -> None:
    parent = plan(PARENT + "\n3. Theo Mục II Kế hoạch số 12/KH-UBND và khoản 2 Điều 5 Luật Trẻ em.")
    made = follow_references(
        draft({"inherit": "II"}, {"inherit": "I"}, {"inherit": "III"}, {"inherit": "IV"}, parent=parent)
    )
    assert node(made, "IV.3").words == "Theo Mục II Kế hoạch số 12/KH-UBND và khoản 2 Điều 5 Luật Trẻ em."


def test_own_text_speaks_the_childs_numbers_and_must_lead_somewhere() -> None:
    own = {"heading": "KINH PHÍ", "text": "Thực hiện Mục II và Mục VII Kế hoạch này."}
    made = follow_references(draft({"inherit": "I"}, {"inherit": "II"}, {"inherit": "III"}, {"inherit": "IV"}, own))
    assert node(made, "V.p1").words == "Thực hiện Mục II và Mục VII Kế hoạch này."
    assert rules(made) == ["KH-TC-02"]
    assert "Mục VII" in made.findings[-1].message


def test_a_recipient_line_of_the_parent_follows_and_an_own_line_stays() -> None:
    sections = [{"inherit": "III"}, {"inherit": "I"}, {"inherit": "II"}, {"inherit": "IV"}]
    recipients = ["Các cơ quan tại mục 2 III", "Các đơn vị tại Mục IV", "Lưu: VT"]
    made = follow_references(draft(*sections, recipients=recipients))
    assert [line.text for line in made.plan.recipients] == [
        "Các cơ quan tại mục 2 I",
        "Các đơn vị tại Mục IV",
        "Lưu: VT",
    ]


def test_an_annex_that_is_left_alone_loses_its_number() -> None:
    parent = plan(PARENT + "\n3. Theo Phụ lục II kèm theo Kế hoạch này.", annexes=annexed(count=2))
    annexes = [{"inherit": "PL2"}, {"drop": "PL1", "reason": "của tỉnh"}]
    made = follow_references(draft(*every_section(parent), parent=parent, annexes=annexes))
    assert node(made, "IV.3").words == "Theo Phụ lục kèm theo Kế hoạch này."


def test_changes_of_adapt_are_kept() -> None:
    made = draft({"inherit": "II"}, {"inherit": "I"}, {"inherit": "III"}, {"inherit": "IV"})
    change = Change(before="tỉnh", after="xã", rule="level.place")
    section = made.plan.sections[1]

    def adapted(item):  # type: ignore[no-untyped-def]
        children = tuple(adapted(child) for child in item.children)
        return item.evolve(children=children, origin=item.origin.evolve(changes=(change,)))

    sections = (made.plan.sections[0], adapted(section), *made.plan.sections[2:])
    followed = follow_references(made.evolve(plan=made.plan.evolve(sections=sections)))
    assert [c.rule for c in node(followed, "II.2.b").origin.changes] == ["level.place", "tham-chieu"]


def test_words_of_the_parent_that_become_own_text_take_the_childs_numbers() -> None:
    made = follow_references(draft({"inherit": "II", "drop": [{"node": "II.1", "reason": "bỏ"}]}, {"inherit": "III"}))
    assert (
        renumbered("Đạt chỉ tiêu tại khoản 3 Mục II, theo Mục III.", made)
        == "Đạt chỉ tiêu tại khoản 2 Mục I, theo Mục II."
    )
    assert renumbered("Theo Mục IV Nghị quyết số 5/NQ-CP.", made) == "Theo Mục IV Nghị quyết số 5/NQ-CP."
