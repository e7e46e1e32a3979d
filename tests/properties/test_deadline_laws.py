"""Laws of deadlines: adapting twice moves once; a move is never later, never far off the step, and never lands on a day off."""

import itertools
import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kedraft.adaptation import adapt
from kedraft.inheritance import inherit
from kedraft.lint.sample import province
from kedraft.model.draft import Draft
from kedraft.model.spec import DraftSpec
from kedraft.vietnamese.deadlines import Pace, day_words, moved, moved_words
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


#: What plans put into and around deadlines, well or badly put together.
_PIECES = (
    "trước|trước ngày|chậm nhất|chậm nhất là ngày|muộn nhất|hoàn thành|hoàn thành trong|hoàn thành trước ngày|không muộn hơn|hạn cuối:|thời hạn gửi báo cáo:|xong trước"
    "|ngày|tháng|quý|năm|của|hằng năm|hàng tháng|hằng tuần|hằng ngày|năm sau|của năm liền kề|tháng cuối quý|và|hoặc|,|;|.|-|–|/|(|)|:|đến|những năm tiếp theo|âm lịch"
    "|05/01|10/12|30/6/2026|05/01/2027|29/02|30/02/2026|01/01/0001|31/12/9999|15|02|2026|0001|99|I|IV|İ|III/2026|quý II/2026|tháng 6/2026|năm 2026|16 giờ|17h00|thứ Sáu|thứ Hai|chủ nhật"
    "|05 tháng 01 năm 2027|10 tháng 12|5-10|30.6.2026|để báo cáo|gửi Phòng Kinh tế|UBND xã|tiêu chí|10 ngày kể từ|trong thời hạn|sau|năm 2027|của năm 2027"
)
jumbled = st.lists(st.sampled_from(_PIECES.split("|")), min_size=1, max_size=9).map(" ".join)
steps = st.integers(0, 90)
_LONGEST_PAUSE = 12


@given(st.one_of(jumbled, dated, forms), steps, st.integers(1, 3))
def test_no_day_is_later_or_much_earlier_than_the_step(text: str, step: int, levels: int) -> None:
    for found in moved(text, Pace(days=step).times(levels)):
        assert (found.was is None) == (found.day is None)
        if found.was and found.day:
            assert timedelta(0) <= found.was - found.day <= timedelta(days=step * levels + _LONGEST_PAUSE * levels)


@given(jumbled, steps)
def test_a_day_of_every_year_moves_within_its_year(text: str, step: int) -> None:
    for found in moved(text, Pace(days=step)):
        if found.new and found.was is None:
            assert [*_ranks(found.new)] <= [*_ranks(found.text)]


def _ranks(words: str) -> list[tuple[int, int]]:
    """Days without a year as (month, day)."""
    return [(int(month), int(day)) for day, month in re.findall(r"(\d{1,2})(?:/| tháng )(\d{1,2})", words)]


@settings(max_examples=1000)
@given(st.one_of(jumbled, dated, forms), st.integers(0, 15))
def test_what_a_deadline_becomes_reads_as_such_a_deadline(text: str, step: int) -> None:
    found = list(moved(text, Pace(days=step)))
    if not found or any(one.new is None for one in found):
        return
    after = text
    for one in reversed(found):
        after = after[: one.start] + (one.new or "") + after[one.end :]
    again = list(moved(after, Pace(days=0, monthly=0)))
    assert [one.day for one in again] == [one.day for one in found]
    assert all(one.new is not None for one in again)


@settings(max_examples=1000)
@given(st.one_of(st.text(max_size=200), jumbled))
def test_any_text_is_read_without_an_error(text: str) -> None:
    spans = [(one.start, one.end, one.text) for one in moved(text, Pace())]
    assert all(0 <= start < end <= len(text) for start, end, _ in spans)
    assert all(text[start:end] == words for start, end, words in spans)
    assert all(end <= begin for (_, end, _), (begin, _, _) in itertools.pairwise(spans))
    moved_words(text, Pace())
