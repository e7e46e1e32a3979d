"""Reporting days of a text by their rhythm (monthly, quarterly, at mid-year, at the year's end), each with whom it goes to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kedraft.grammar.due import receiver_of
from kedraft.lint.deadlines import Deadline, find_deadlines
from kedraft.lint.prose import Sentence, sentences, words
from kedraft.vietnamese.text import new_tone

_REPORTS = re.compile(r"báo cáo(?! viên)|tổng kết|sơ kết", re.IGNORECASE)
_MONTHLY = re.compile(r"(?:trước |chậm nhất |vào )?ngày (?P<day>\d{1,2}),? (?:hằng|hàng|mỗi) tháng\b", re.IGNORECASE)
_QUARTERLY = re.compile(
    r"(?:trước |chậm nhất |vào )?ngày (?P<day>\d{1,2}) (?:(?:của )?tháng cuối (?:của )?(?:mỗi )?quý|(?:hằng|hàng|mỗi) quý|cuối (?:mỗi )?quý)\b",
    re.IGNORECASE,
)
_MID_YEAR, _YEAR_END, _AFTER_YEAR = range(5, 8), range(10, 13), range(1, 3)


@dataclass(frozen=True, slots=True)
class ReportDay:
    """A day by which is reported; `rank` orders the days of one rhythm. `to`: words of the receiver's name, empty when it is not said."""

    text: str
    rhythm: str
    rank: int
    to: frozenset[str]


@lru_cache(maxsize=1024)
def report_days(text: str, year: int | None) -> tuple[ReportDay, ...]:
    """The reporting days of a paragraph; `year` is that of the plan. A receiver counts for the clauses after it, too.

    Cached: drafts of one parent share most texts.
    """
    return tuple(_report_days(text, year))


def _report_days(text: str, year: int | None) -> Iterator[ReportDay]:
    to: frozenset[str] = frozenset()
    for sentence in sentences(text):
        if not _REPORTS.search(sentence.text):
            continue
        receiver = receiver_of(new_tone(sentence.text))
        to = _name(receiver) if receiver else to
        for rhythm, pattern in (("tháng", _MONTHLY), ("quý", _QUARTERLY)):
            for found in pattern.finditer(sentence.text):
                yield ReportDay(found.group(), rhythm, int(found["day"]), to)
        yield from _dated(text, sentence, year, to)


def _dated(text: str, sentence: Sentence, year: int | None, to: frozenset[str]) -> Iterator[ReportDay]:
    for one in find_deadlines(text):
        if not sentence.start <= one.start < sentence.start + len(sentence.text):
            continue
        told = _told(one, year)
        if told:
            later, month, day = told
            yield ReportDay(one.text, _rhythm(later, month), (12 * later + month) * 31 + day, to)


def _told(one: Deadline, year: int | None) -> tuple[int, int, int] | None:
    """Years after the plan's own, month and day."""
    if one.yearly:
        month, day, next_year = one.yearly
        return int(next_year), month, day
    if one.by is None or not re.search(r"\d\s?[/.]\s?\d|tháng", one.text):
        return None
    return (one.by.year - year if year else 0), one.by.month, one.by.day


def _rhythm(later: int, month: int) -> str:
    """Mid-year, the year's end, or that very month: only days of one rhythm are compared."""
    if (later == 0 and month in _YEAR_END) or (later == 1 and month in _AFTER_YEAR):
        return "năm"
    if later == 0 and month in _MID_YEAR:
        return "6 tháng"
    return f"tháng {month} + {later} năm"


def _name(receiver: str) -> frozenset[str]:
    short = new_tone(receiver.partition("(")[0]).replace("UBND", "Ủy ban nhân dân")
    return frozenset(words(short))
