"""Deadlines in a text: `trước ngày 10/12 hằng năm`, `chậm nhất ngày 05 tháng 3 năm 2026`, `trong quý I/2026`."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kedraft.vietnamese.letters import lazily

_OPENS = (
    r"(?:trước|chậm nhất|muộn nhất|không muộn hơn|đến hết|hết|xong trong|hoàn thành trong|hoàn thành|trong|thời hạn|hạn cuối|"
    r"thời gian hoàn thành|thời gian thực hiện)"
)
_FILL = r"(?:\s*:)?(?:\s+(?:là|vào|trước|trong|đến|hết|báo cáo))*(?:\s+ngày)?"
_DAY = r"(?P<d>\d{1,2})(?:\s?/\s?(?P<m>\d{1,2})(?:\s?/\s?(?P<y>\d{4}))?|\s+tháng\s+(?P<m2>\d{1,2})(?:\s+năm\s+(?P<y2>\d{4}))?)"
_MONTH = r"tháng\s+(?P<mm>\d{1,2})(?:/|\s+năm\s+)(?P<my>\d{4})"
_QUARTER = r"quý\s+(?P<q>IV|I{1,3}|[1-4])(?:/|\s+năm\s+)(?P<qy>\d{4})"
_YEAR = r"năm\s+(?P<yy>\d{4})"
_DEADLINE = lazily(rf"\b{_OPENS}{_FILL}\s+(?:{_DAY}|{_MONTH}|{_QUARTER}|{_YEAR})(?![\d/])", re.IGNORECASE)
_YEARLY = lazily(r"\s*,?\s*(?:hằng|hàng|mỗi) năm|\s*(?:của )?năm (?:sau|kế tiếp|liền kề|tiếp theo)", re.IGNORECASE)
_NEXT_YEAR = lazily(r"năm (?:sau|kế tiếp|liền kề|tiếp theo)|năm liền sau", re.IGNORECASE)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_REPORT = lazily(r"báo cáo|tổng kết|quyết toán|sơ kết", re.IGNORECASE)
_LOOSE = lazily(r"(?:đến hết|hết|trong|thời gian thực hiện)\b", re.IGNORECASE)
_PAST = lazily(r"\bđã (?:\w+ ){0,3}\w+", re.IGNORECASE)
_DUTY = lazily(
    r"báo cáo|hoàn thành|gửi|nộp|xong|ban hành|xây dựng|triển khai|thời hạn|thời gian|tổ chức|thực hiện|chậm nhất|rà soát|đăng ký"
    r"|cung cấp|trình|đạt|phấn đấu|kiện toàn|thành lập|phân công|tập huấn|kiểm tra|thống kê|lắp đặt|sửa chữa|tổng hợp|công bố|niêm yết"
    r"|bàn giao|ký cam kết|phê duyệt|thẩm định|khắc phục|xử lý|phổ biến|tuyên truyền|ra mắt|khai trương|cập nhật|lựa chọn|chuẩn bị|phát động",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline. `by` is its last day when the year is known; `yearly` (month, day, of the next year) when it recurs.

    `firm`: it can only be a limit; `đến hết năm 2025` may also open a report of what was.
    """

    start: int
    end: int
    text: str
    by: date | None
    yearly: tuple[int, int, bool] | None
    report: bool
    firm: bool


@lru_cache(maxsize=4096)
def find_deadlines(text: str) -> tuple[Deadline, ...]:
    """Every deadline for something that is still to be done, in reading order. Times in the past tense are left out.

    Cached: several rules ask, and drafts of one parent share most texts.
    """
    return tuple(_deadlines(text))


@lru_cache(maxsize=4096)
def find_days(text: str) -> tuple[Deadline, ...]:
    """The same whatever is to be done by then: for sentences that are known to give a task, as the verbs for tasks are many."""
    return tuple(_deadlines(text, any_task=True))


#: Letters on either side of a day in which its clause is looked for.
_LONGEST_CLAUSE = 1_000
_CLAUSE_ENDS = re.compile(r"[.;\n]")


def _deadlines(text: str, *, any_task: bool = False) -> Iterator[Deadline]:
    for found in _DEADLINE.finditer(text):
        near = max(found.start() - _LONGEST_CLAUSE, 0)
        begin = max(near, *(text.rfind(mark, near, found.start()) + 1 for mark in (".", ";", "\n")))
        clause = text[begin : found.end()]
        stop = _CLAUSE_ENDS.search(text, found.end(), found.end() + _LONGEST_CLAUSE)
        rest = text[found.end() : stop.start() if stop else found.end() + _LONGEST_CLAUSE]
        if (any_task or _DUTY.search(clause + rest)) and not _PAST.search(clause):
            yield _deadline(found, text, bool(_REPORT.search(clause + rest)))


def _deadline(found: re.Match[str], text: str, report: bool) -> Deadline:
    parts = found.groupdict()
    after = _YEARLY.match(text, found.end())
    end = after.end() if after else found.end()
    return Deadline(
        start=found.start(),
        end=end,
        text=text[found.start() : end],
        by=_by(parts),
        yearly=_yearly(parts, text[max(0, end - 20) : end + 25]),
        report=report,
        firm=not _LOOSE.match(found.group()),
    )


def _by(parts: dict[str, str | None]) -> date | None:
    day, month, year = parts["d"], parts["m"] or parts["m2"], parts["y"] or parts["y2"]
    if day and month and year:
        return _date(int(year), int(month), int(day))
    if parts["mm"] and parts["my"]:
        return _month_end(int(parts["my"]), int(parts["mm"]))
    if parts["q"] and parts["qy"]:
        return _month_end(int(parts["qy"]), 3 * _QUARTERS[parts["q"].upper()])
    return _date(int(parts["yy"]), 12, 31) if parts["yy"] else None


def _yearly(parts: dict[str, str | None], around: str) -> tuple[int, int, bool] | None:
    day, month, year = parts["d"], parts["m"] or parts["m2"], parts["y"] or parts["y2"]
    if not day or not month or year:
        return None
    return (int(month), int(day), bool(_NEXT_YEAR.search(around)))


def _month_end(year: int, month: int) -> date | None:
    return date(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 and year >= 1900 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
