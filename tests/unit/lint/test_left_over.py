"""Words of the level above: what a draft says of them, what a plan alone says, and what nobody says twice."""

import pytest

from kedraft.lint import check
from kedraft.lint.sample import draft, plan
from kedraft.model.finding import Findings, Severity
from kedraft.model.spec import AdaptSpec


def told(found: Findings, rule: str) -> list[tuple[str | None, Severity]]:
    return [(one.where.field, one.severity) for one in found if one.rule == rule]


@pytest.mark.parametrize(
    "words",
    [
        "Giao chỉ tiêu cho từng xã, phường.",
        "Phát huy thế mạnh của tỉnh.",
        "Kiểm tra tối thiểu 20 xã, phường.",
        "Đăng tải trên Cổng Thông tin điện tử tỉnh.",
    ],
)
def test_text_kept_word_for_word_is_read_closely(words: str) -> None:
    kept = draft(sections=f"I. NHIỆM VỤ\n1. Nội dung\n- {words}", inherited=("I.1.1",)).draft()
    assert told(check(kept), "KH-CA-01") == [("I.1.1", Severity.WARNING)]


def test_an_assignment_kept_word_for_word_is_an_error() -> None:
    words = "I. NHIỆM VỤ\n3. Sở Giáo dục và Đào tạo hướng dẫn các trường học."
    assert told(check(draft(sections=words, inherited=("I.3",)).draft()), "KH-CA-02") == [("I.3", Severity.ERROR)]


@pytest.mark.parametrize("subject", ["trên địa bàn tỉnh Lạng Sơn năm 2026", "của tỉnh Lạng Sơn năm 2026"])
def test_the_title_must_name_our_own_unit(subject: str) -> None:
    found = check(plan(subject=f"Chuyển đổi số {subject}").plan())
    assert told(found, "KH-CA-01") == [("subject", Severity.ERROR)]


def test_a_movement_in_quotes_excuses_no_title() -> None:
    found = check(plan(subject="Triển khai phong trào “Bình dân học vụ số” trên địa bàn tỉnh Lạng Sơn năm 2026").plan())
    assert told(found, "KH-CA-01") == [("subject", Severity.ERROR)]


def test_what_the_clerk_keeps_on_purpose_is_not_told_again() -> None:
    made = draft(sections="I. NHIỆM VỤ\n- Giao chỉ tiêu cho từng xã, phường.").draft()
    kept = made.evolve(spec=made.spec.evolve(adapt=AdaptSpec(keep=("từng xã, phường",))))
    assert told(check(made), "KH-CA-01")
    assert not told(check(kept), "KH-CA-01")


@pytest.mark.parametrize(
    "words",
    [
        "Học tập kinh nghiệm của các xã, phường trong tỉnh.",
        "Phối hợp với các xã, phường lân cận.",
        "Thực hiện Kế hoạch của tỉnh; theo chỉ tiêu tỉnh giao.",
        "Đăng tin trên Cổng Thông tin điện tử tỉnh.",
        "Đẩy mạnh phát triển kinh tế - xã hội của địa phương.",
    ],
)
def test_an_own_sentence_may_speak_of_the_province(words: str) -> None:
    assert not told(check(plan(sections=f"I. NHIỆM VỤ\n- {words}").plan()), "KH-CA-01")


def test_a_plan_alone_is_told_what_its_draft_was_told() -> None:
    words = (
        "I. NHIỆM VỤ\n- Giao chỉ tiêu cho từng xã, phường trên địa bàn tỉnh.\n"
        "- Sở Tài chính chủ trì, phối hợp với Sở Tài chính.\nII. KINH PHÍ\nKhông."
    )
    rules = {"KH-CA-01", "KH-CA-02", "KH-CH-04", "KH-RO-03"}
    from_draft = {one.rule for one in check(draft(sections=words).draft())} & rules
    assert from_draft == {one.rule for one in check(plan(sections=words).plan())} & rules == rules
