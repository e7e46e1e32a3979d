"""`keep` under one node of the draft file: a change undone at that place alone."""

from inherit.sample import plan, spec
from kedraft.model.draft import Draft
from kedraft.pipeline import draft_plan, locate_for

TEXT = """
I. MỤC ĐÍCH
1. Nâng cao kỹ năng số trên địa bàn tỉnh.
2. Bảo đảm an toàn trên địa bàn tỉnh.
"""


def made(*nodes: dict[str, object]) -> Draft:
    wanted = spec({"inherit": "I", "nodes": nodes})
    return draft_plan(plan(TEXT), wanted, locate_for(wanted))


def words(draft: Draft) -> list[str]:
    return [item.words for item in draft.plan.sections[0].children]


def test_a_phrase_is_kept_at_its_node_and_moved_elsewhere() -> None:
    assert words(made({"node": "I.1", "keep": ["địa bàn tỉnh"]})) == [
        "Nâng cao kỹ năng số trên địa bàn tỉnh.",
        "Bảo đảm an toàn trên địa bàn xã.",
    ]


def test_a_node_whose_changes_are_all_undone_is_inherited_again() -> None:
    draft = made({"node": "I.1", "keep": ["địa bàn tỉnh"]})
    assert [item.origin.kind for item in draft.plan.sections[0].children] == ["inherited", "adapted"]


def test_a_phrase_that_the_node_does_not_have_is_told() -> None:
    draft = made({"node": "I.1", "keep": ["địa bàn huyện"]})
    assert [f.message for f in draft.findings if f.rule == "KH-CH-05"] == [
        "“địa bàn huyện” không có trong đề mục I.1 của kế hoạch cấp trên, nên keep ở đó không có tác dụng."
    ]
