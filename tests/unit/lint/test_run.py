"""Running rules: order, crashes, overrides, what is not looked at."""

from collections.abc import Iterator
from datetime import date

import pytest

from kedraft.errors import KedraftError
from kedraft.lint import Hit, Manual, Rule, check, manual, rule, rulebook
from kedraft.lint.content import Content
from kedraft.lint.run import CRASHED, IDLE_OVERRIDE, apply, idle, of_words, override, rules_for, told_once
from kedraft.lint.sample import draft, plan
from kedraft.model.finding import Finding, Findings, Severity
from kedraft.model.inline import Inline
from kedraft.model.place import Location
from kedraft.model.plan import Item, Marker
from kedraft.pipeline import draft_findings

NOTHING = Manual(what="Không.", why="Không.", instead="Không.")


def ids(found: Findings) -> list[str]:
    return [one.rule for one in found]


def test_a_clean_plan_has_no_findings() -> None:
    assert check(plan().plan()) == ()
    assert check(draft().draft()) == ()


def test_errors_come_first_and_the_order_is_always_the_same() -> None:
    faulty = plan(subject="Chuyển đổi số xã Ba Sơn năm 2026.", number="7", closing="Các các thôn thực hiện.").plan()
    found = check(faulty)
    assert ids(found) == ["ND30-SO-02", "KH-LT-01", "ND30-KT-01", "ND30-TL-05"]
    assert found == check(faulty)


def test_a_rule_that_crashes_becomes_a_finding_and_hides_nothing() -> None:
    def crash(_: Content) -> Iterator[Hit]:
        yield Hit(Location(field="subject"), "Trước khi hỏng.")
        raise ValueError("hỏng")

    broken = Rule("KH-XX-01", "quy tắc hỏng", Severity.ERROR, NOTHING, Content, crash, (), ())
    found = apply((broken, *rules_for(Content)), plan(number="7").build())
    assert ids(found) == ["KH-XX-01", "ND30-SO-02", CRASHED]
    assert "KH-XX-01" in found[-1].message
    assert found[-1].severity is Severity.WARNING


def test_an_override_with_a_reason_hides_its_findings() -> None:
    faulty = plan(number="7").plan()
    assert check(faulty, overrides={"ND30-SO-02": "sổ đăng ký cũ ghi như vậy"}) == ()


def test_the_overrides_of_a_draft_come_from_its_spec() -> None:
    made = draft(closing="Các các thôn thực hiện./.").draft()
    assert ids(check(made)) == ["KH-LT-01"]
    spec = made.spec.evolve(overrides={"KH-LT-01": "trích nguyên văn"})
    assert check(made.evolve(spec=spec)) == ()


def test_an_override_hides_what_a_stage_said_in_the_name_of_the_rule() -> None:
    made = draft().draft()
    noticed = Finding(rule="KH-CA-01", severity=Severity.WARNING, message="Giữ nguyên hay đổi.")
    asked = made.evolve(findings=(noticed,))
    assert draft_findings(asked) == (noticed,)
    spec = made.spec.evolve(overrides={"kh-ca-01": "giữ để đối chiếu"})
    assert draft_findings(asked.evolve(spec=spec)) == ()


def test_an_override_hides_nothing_that_is_no_rule_s() -> None:
    lost = Finding(rule=CRASHED, severity=Severity.WARNING, message="Quy tắc không chạy được.")
    assert ids(override((lost,), {CRASHED: "lý do"})) == [CRASHED, IDLE_OVERRIDE]


def test_an_override_is_idle_when_it_hides_nothing_in_words_and_pages() -> None:
    asked = {"ND30-SO-02": "lý do", "ND30-TR-02": "lý do", "KH-LT-01": "lý do"}
    words, pages = idle((_of("ND30-SO-02"),), asked), idle((_of("ND30-TR-02"),), asked)
    kept = _of("KH-CA-01")
    told = told_once((*words, kept), pages)
    assert [one.where.field for one in told if one.rule == IDLE_OVERRIDE] == ["overrides.KH-LT-01"]
    assert kept in told


def test_of_rules_for_pages_nothing_is_said_where_there_are_only_words() -> None:
    told = of_words(idle((), {"ND30-TR-02": "lý do", "KH-LT-01": "lý do"}))
    assert [one.where.field for one in told] == ["overrides.KH-LT-01"]


def _of(rule_id: str) -> Finding:
    return Finding(rule=rule_id, severity=Severity.WARNING, message="Một chỗ.")


def test_an_override_without_a_reason_hides_nothing_and_says_so() -> None:
    found = check(plan(number="7").plan(), overrides={"ND30-SO-02": " "})
    assert ids(found) == ["ND30-SO-02", IDLE_OVERRIDE]
    assert "lý do" in found[-1].message


def test_an_override_that_hides_nothing_is_said_so() -> None:
    found = check(plan().plan(), overrides={"ND30-SO-02": "lý do", "KH-SAI-99": "lý do"})
    assert ids(found) == [IDLE_OVERRIDE, IDLE_OVERRIDE]
    assert [one.where.field for one in found] == ["overrides.KH-SAI-99", "overrides.ND30-SO-02"]
    assert all(one.severity is Severity.INFO for one in found)


def test_rules_of_the_decree_are_silent_about_plans_older_than_it() -> None:
    old = {"subject": "Chuyển đổi số xã Ba Sơn năm 2019", "date": "2019-02-05", "closing": "Các các thôn thực hiện."}
    found = check(plan(number="7", opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:", **old).plan())
    assert ids(found) == ["KH-LT-01"]


def test_today_stands_in_for_a_missing_date() -> None:
    undated = plan(date=None, place=None, number=None).plan()
    assert check(undated) == ()
    assert ids(check(undated, today=date(2025, 12, 31))) == ["KH-NG-01"]


def test_manual_and_rule_find_ids_in_any_case_and_name_unknown_ones() -> None:
    assert rule("kh-lt-01").id == "KH-LT-01"
    assert manual("ND30-SO-02").startswith("ND30-SO-02 - số nhỏ hơn 10")
    assert "Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3, điểm c" in manual("ND30-SO-02")
    with pytest.raises(KedraftError, match="KH-KHONG-CO"):
        manual("KH-KHONG-CO")


def test_rules_are_sorted_by_id() -> None:
    assert [one.id for one in rulebook()] == sorted(one.id for one in rulebook())


def test_a_finding_on_own_words_names_the_line_of_the_draft_file() -> None:
    made = plan(closing="Các các thôn thực hiện./.").plan()
    [closing] = made.closing
    origin = closing.origin.model_copy(update={"place": Location(file="draft.yaml", line=12)})
    [found] = check(made.evolve(closing=(closing.evolve(origin=origin),)))
    assert found.where == Location(file="draft.yaml", line=12, field="closing")


def test_a_label_that_comes_again_below_itself_is_doubled() -> None:
    """Reading takes `1. Mục đích`, `1. Yêu cầu` for a list in the first one; where the outer list goes on, it is one."""

    def numbers(*outer: Item) -> list[str]:
        section = Item(id="I", marker=Marker.ROMAN, label="I.", heading=Inline(text="MỤC ĐÍCH"), children=outer)
        made = plan().plan().evolve(sections=(section,))
        return [one.message for one in check(made) if one.rule == "ND30-DM-02"]

    inner = Item(id="I.1.1", marker=Marker.ARABIC, label="1.", text=Inline(text="Yêu cầu rõ ràng."))
    first = Item(id="I.1", marker=Marker.ARABIC, label="1.", heading=Inline(text="Mục đích"), children=(inner,))
    second = Item(id="I.2", marker=Marker.ARABIC, label="2.", text=Inline(text="Thiết thực, tiết kiệm."))
    (said,) = numbers(first)
    assert 'phải là "2."' in said
    assert numbers(first, second) == []
