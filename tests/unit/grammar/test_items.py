"""Own text, written in plan style, to items."""

from kedraft.grammar.items import items_from_text
from kedraft.model.origin import Authored
from kedraft.model.place import Location
from kedraft.vietnamese.labels import Marker


def test_lines_become_items_with_their_children() -> None:
    (one,) = items_from_text("1. Trạm Y tế\n- Chủ trì, tham mưu.\n- Báo cáo.")
    assert one.heading
    assert (one.heading.text, [child.marker for child in one.children]) == ("Trạm Y tế", [Marker.DASH, Marker.DASH])


def test_a_line_in_lower_case_goes_on_with_an_unfinished_one() -> None:
    (one,) = items_from_text("- Giữ sạch nguồn nước\ncủa cả thôn.")
    assert one.words == "Giữ sạch nguồn nước của cả thôn."


def test_emphasis_becomes_marks() -> None:
    (one,) = items_from_text("- Giữ **sạch** nguồn *nước*.")
    assert one.text
    assert [(run.text, run.bold, run.italic) for run in one.text.runs if run.bold or run.italic] == [
        ("sạch", True, False),
        ("nước", False, True),
    ]


def test_rows_of_pipes_are_a_table() -> None:
    first, second = items_from_text("Bảng phân công:\n| Việc | Ai |\n|---|---|\n| Dọn | Thôn |")
    assert first.words == "Bảng phân công:"
    assert second.table
    assert second.table.grid() == (("Việc", "Ai"), ("Dọn", "Thôn"))


def test_lines_keep_their_place() -> None:
    items = items_from_text("A.\n\nB.", place=Location(file="d.yaml", line=10))
    assert [one.origin.place.line for one in items if isinstance(one.origin, Authored)] == [10, 12]


def test_a_label_without_words_is_no_item() -> None:
    assert items_from_text("1.\n\n2.") == ()
