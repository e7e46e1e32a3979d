"""Laws of deadlines: adapting twice moves once; a move is never later, and never lands on a day off."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kedraft.adaptation import adapt
from kedraft.inheritance import inherit
from kedraft.lint.sample import province
from kedraft.model.draft import Draft
from kedraft.model.spec import DraftSpec
from kedraft.vietnamese.deadlines import Pace, day_words, moved
from kedraft.vietnamese.holidays import is_off

days = st.dates(min_value=date(2026, 2, 1), max_value=date(2028, 12, 31))
leads = st.sampled_from(["trước ngày", "chậm nhất ngày", "hoàn thành trước ngày", "xong trước ngày"])
dated = st.builds(lambda lead, day: f"{lead} {day_words(day)}", leads, days)
forms = st.one_of(
    dated,
    st.builds(
        lambda q, y: f"hoàn thành trong quý {q}/{y}", st.sampled_from(["I", "II", "III", "IV"]), st.integers(2026, 2028)
    ),
    st.builds(lambda m, y: f"hoàn thành trong tháng {m}/{y}", st.integers(1, 12), st.integers(2026, 2028)),
    st.builds(lambda d, m: f"trước ngày {d:02d}/{m} hằng năm", st.integers(1, 28), st.integers(1, 12)),
    st.builds(lambda d: f"trước ngày {d} hằng tháng", st.integers(1, 28)),
    st.sampled_from(
        ["trước 16 giờ hằng ngày", "trước thứ Sáu hằng tuần", "trong 10 ngày kể từ ngày nhận", "Đến năm 2030"]
    ),
)
sentences = st.lists(st.builds(lambda form: f"Rà soát trên địa bàn tỉnh, {form}.", forms), min_size=1, max_size=4)


SPEC = DraftSpec.model_validate(
    {
        "parent": "tinh.docx",
        "locality": {"commune": "Ba Sơn", "province": "Lạng Sơn"},
        "document": {"subject": "Chuyển đổi số xã Ba Sơn", "date": "2026-02"},
        "sections": [{"inherit": "I"}],
    }
)


def drafted(lines: list[str]) -> Draft:
    text = "I. NHIỆM VỤ\n" + "\n".join(f"{at}. {line}" for at, line in enumerate(lines, 1))
    return inherit(province(sections=text).plan(), SPEC)


@given(sentences)
def test_adapting_twice_moves_once(lines: list[str]) -> None:
    made = drafted(lines)
    assert made.locality
    once = adapt(made, made.locality)
    assert adapt(once, made.locality).plan == once.plan


@given(dated, st.integers(0, 40))
def test_a_move_is_at_least_the_step_and_lands_on_a_working_day(text: str, step: int) -> None:
    [found] = moved(text, Pace(days=step))
    assert found.was
    assert found.day
    assert found.was - found.day >= timedelta(days=step)
    assert step == 0 or not is_off(found.day)


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    spans = [(one.start, one.end, one.text) for one in moved(text, Pace())]
    assert all(0 <= start < end <= len(text) for start, end, _ in spans)
    assert all(end <= begin for (_, end, _), (begin, _, _) in itertools.pairwise(spans))
