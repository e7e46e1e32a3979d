"""Labels of the child where the parent has none, or where a list lost all but one of its points."""

from inherit.sample import draft, node, plan
from kedraft.model.plan import Marker, Plan


def _unnumbered() -> Plan:
    """The parent with its sections told by their titles alone."""
    parent = plan()
    return parent.evolve(sections=tuple(one.evolve(marker=Marker.NONE, label=None) for one in parent.sections))


def test_a_child_of_a_plan_with_unnumbered_sections_numbers_its_own() -> None:
    parent = _unnumbered()
    taken = [{"inherit": section.id} for section in parent.sections]
    made = draft(*taken, {"heading": "PHỤ TRÁCH", "text": "1. Đội tự quản\n- Quét ngõ."}, parent=parent)
    assert [section.label for section in made.plan.sections] == ["I.", "II.", "III.", "IV.", "V."]
    assert [section.children[0].label for section in made.plan.sections[-2:]] == ["1.", "1."]


def test_own_text_goes_below_the_heading_of_an_unnumbered_section() -> None:
    parent = _unnumbered()
    entry = {
        "inherit": parent.sections[3].id,
        "mode": "replace",
        "heading": "PHÂN CÔNG",
        "text": "1. Đội tự quản\n- Quét ngõ.",
    }
    made = draft(entry, parent=parent)
    section = made.plan.sections[0]
    assert section.label == "I."
    assert section.heading is not None
    assert section.heading.text == "PHÂN CÔNG"
    assert section.children[0].words.startswith("Đội tự quản")


def test_a_point_that_alone_is_left_loses_its_label() -> None:
    reason = "không phù hợp"
    made = draft({"inherit": "I", "drop": [{"node": one, "reason": reason} for one in ("I.2.a", "I.2.c")]})
    left = node(made, "I.2").children
    assert [one.label for one in left] == [None]
    assert left[0].words.startswith("Hoàn thành")


def test_a_line_with_a_dash_that_alone_is_left_keeps_it() -> None:
    made = draft({"inherit": "III", "drop": [{"node": "III.1.-1", "reason": "không phù hợp"}]})
    assert [one.marker for one in node(made, "I.1").children] == [Marker.DASH]
