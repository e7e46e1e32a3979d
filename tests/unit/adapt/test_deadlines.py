"""Deadlines of an adapted draft: moved where the work is the child's own, listed, reversible, and never silently."""

from typing import Any

from inherit.sample import draft, node, plan

from kedraft.adaptation import adapt
from kedraft.model.draft import Draft
from kedraft.model.origin import Adapted

TEXT = """
I. NHIỆM VỤ
1. Kiện toàn tổ công nghệ số, hoàn thành trước ngày 30/6/2026.
2. Báo cáo kết quả về Sở Khoa học và Công nghệ trước ngày 10/12/2026.
3. Rà soát thiết bị, hoàn thành trước ngày 15/01/2026.
4. Lập danh sách chậm nhất ngày 12/02/2026.
5. Trả lời trong thời hạn 10 ngày kể từ ngày nhận được kiến nghị.
6. Bộ Khoa học và Công nghệ kiểm tra trước ngày 30/12/2026.
7. Đến năm 2030, tất cả thôn có mạng.
"""


def adapted(*sections: dict[str, Any], text: str = TEXT, **fields: Any) -> Draft:
    made = draft(*sections, parent=plan(text), **fields)
    assert made.locality
    return adapt(made, made.locality)


def said(made: Draft, rule: str) -> list[str]:
    return [f.where.field or "" for f in made.findings if f.rule == rule]


def test_the_childs_own_deadline_moves_and_is_listed() -> None:
    made = adapted({"inherit": "I"})
    item = node(made, "I.1")
    assert item.words == "Kiện toàn tổ công nghệ số, hoàn thành trước ngày 19/6/2026."
    assert isinstance(item.origin, Adapted)
    [change] = item.origin.changes
    assert (change.before, change.after, change.rule) == (
        "hoàn thành trước ngày 30/6/2026",
        "hoàn thành trước ngày 19/6/2026",
        "deadline.earlier",
    )


def test_a_report_to_an_office_above_and_its_own_work_keep_their_day() -> None:
    made = adapted({"inherit": "I"})
    assert "10/12/2026" in node(made, "I.2").words
    assert "30/12/2026" in node(made, "I.6").words


def test_a_deadline_that_has_passed_or_leaves_no_time_is_told_and_stays() -> None:
    made = adapted({"inherit": "I"})
    assert "15/01/2026" in node(made, "I.3").words
    assert "12/02/2026" in node(made, "I.4").words
    assert "I.3" in said(made, "KH-NG-04")
    assert said(made, "PK-22") == ["I.4", "I.5"]


def test_the_draft_file_sets_the_step() -> None:
    assert "25/6/2026" in node(adapted({"inherit": "I"}, deadlines={"step": 5}), "I.1").words
    assert "30/6/2026" in node(adapted({"inherit": "I"}, deadlines={"step": 0, "monthly": 0}), "I.1").words


def test_keep_undoes_one_move() -> None:
    made = adapted({"inherit": "I"}, adapt={"keep": ["trước ngày 30/6/2026"]})
    assert "30/6/2026" in node(made, "I.1").words
    assert not said(made, "KH-CH-05")


def test_verbatim_words_keep_the_parents_day() -> None:
    assert "30/6/2026" in node(adapted({"inherit": "I", "mode": "verbatim"}), "I.1").words


def test_adapting_twice_moves_once() -> None:
    once = adapted({"inherit": "I"})
    assert once.locality
    assert adapt(once, once.locality).plan == once.plan


def test_the_column_of_deadlines_moves_and_other_columns_stay() -> None:
    text = (
        "I. NHIỆM VỤ\n| STT | Nhiệm vụ | Thời gian hoàn thành |\n| --- | --- | --- |\n"
        "| 1 | Tổng kết phong trào năm 2025 | Quý IV/2026 |\n| 2 | Tập huấn | Thường xuyên |"
    )
    table = next(item for item in adapted({"inherit": "I"}, text=text).plan.walk() if item.table)
    assert table.words.split("\n")[1:] == [
        "1\tTổng kết phong trào năm 2025\tTrước ngày 21/12/2026",
        "2\tTập huấn\tThường xuyên",
    ]


def test_a_deadline_that_is_not_understood_to_its_end_stays_and_is_asked() -> None:
    text = (
        "I. NHIỆM VỤ\n1. Rà soát thiết bị, hoàn thành trước ngày 05/01 năm 2027.\n2. Họp thôn trước ngày 15/4/2026 (thứ Tư).\n"
        "3. Hoàn thành trong năm 2026 và những năm tiếp theo.\n4. Vệ sinh đường làng trước thứ Sáu hằng tuần.\n5. Hoàn thành trước 05/10 tiêu chí."
    )
    made = adapted({"inherit": "I"}, text=text)
    words = [node(made, f"I.{at}").words for at in range(1, 6)]
    assert words == [
        "Rà soát thiết bị, hoàn thành trước ngày 25/12 năm 2026.",
        "Họp thôn trước ngày 15/4/2026 (thứ Tư).",
        "Hoàn thành trong năm 2026 và những năm tiếp theo.",
        "Vệ sinh đường làng trước thứ Năm hằng tuần.",
        "Hoàn thành trước 05/10 tiêu chí.",
    ]
    assert said(made, "PK-22") == ["I.2", "I.3"]


def test_a_cell_of_a_deadline_that_is_not_understood_is_asked() -> None:
    text = "I. NHIỆM VỤ\n| STT | Nhiệm vụ | Thời hạn |\n| --- | --- | --- |\n| 1 | Tập huấn | Quý III, IV/2026 |\n| 2 | Họp | Thường xuyên |"
    made = adapted({"inherit": "I"}, text=text)
    table = next(item for item in made.plan.walk() if item.table)
    assert "Quý III, IV/2026" in table.words
    assert len(said(made, "PK-22")) == 1
