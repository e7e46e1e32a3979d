"""Deadlines as plans word them, and the same words with an earlier day.

A lower office is done before the office above wants it. How much earlier depends on the cycle: some days for a deadline once or
yearly, fewer for a monthly or quarterly one, a day for a weekly, an hour for a daily one. A day with a year moves off weekends and
holidays, to the working day before; a yearly one knows no weekdays and moves off the fixed holidays only.

Only what is understood to its end moves. Where the words after it may change the moment, where a day without its year would fall into the
year before, and where one day of a list cannot move, the words stay as they are and say why.

Not deadlines: a time in which something goes on (`trong quý II/2026`), the horizon of a target (`đến năm 2030`), the day of an event
(`vào ngày 10/10`).
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kedraft.vietnamese.deadline_words import (
    ALONE,
    ALONE_DAY,
    DAILY,
    DAY,
    MARK,
    MONTHLY,
    MORE,
    OPENING,
    PERIOD,
    RELATIVE,
    TIME_IN_CELL,
    WEEKLY,
    WHICH_YEAR,
    begins_a_noun,
    ends_list,
    some_time,
    understood,
    up_to_a_stop,
)
from kedraft.vietnamese.holidays import is_off_every_year, working_day
from kedraft.vietnamese.lunar import YEARS


@dataclass(frozen=True, slots=True)
class Pace:
    """Nhịp - how many days earlier, for a deadline once or yearly (`days`) and for a monthly or quarterly one (`monthly`)."""

    days: int = 10
    monthly: int = 3

    def times(self, levels: int) -> "Pace":
        """The pace over several levels of offices."""
        return Pace(self.days * levels, self.monthly * levels)


@dataclass(frozen=True, slots=True)
class Moved:
    """A deadline in a text: its span, its words and the earlier ones.

    `new` is None when the words allow no earlier day: `why` says so. `was` and `day` are the last days of both, where the year is known.
    """

    start: int
    end: int
    text: str
    new: str | None
    why: str = ""
    was: date | None = None
    day: date | None = None

    def leaves_too_little(self, issued: date) -> bool:
        """Whether more than half of the time from the day of issue would be gone: then nobody moves it by rule."""
        return bool(self.was and self.day and self.day - issued < self.was - self.day)


_UNCLEAR = "chưa chắc hiểu đúng cách ghi này"
_UNREAL = "ngày không có thật"
_LEAP = "ngày 29/02 chỉ có trong năm nhuận"
_IN = re.compile(r"(?:\s(?:là|vào))?\strong\sngày")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WEEK = ("Hai", "Ba", "Tư", "Năm", "Sáu")
_WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5}


def moved(text: str, pace: Pace) -> Iterator[Moved]:
    """Every deadline of a text with its earlier words, from left to right, without overlaps."""
    found = sorted((*_opened(text, pace), *_relative(text)), key=lambda one: (one.start, -one.end))
    end = -1
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def moved_cell(text: str, pace: Pace) -> Iterator[Moved]:
    """The deadlines of a text that is one by its place (a cell, a field): there a bare `Quý I/2026` is a deadline too."""
    alone = _alone(text, pace)
    found = [alone] if alone else list(moved(text, pace))
    if not found and TIME_IN_CELL.search(text):
        found = [Moved(0, len(text), text, None, _UNCLEAR)]
    yield from found


def moved_words(deadline: str, pace: Pace) -> str | None:
    """A text that is a deadline by its place, in earlier words. None when it names none, or one that cannot move."""
    found = list(moved_cell(deadline, pace))
    if not found or any(one.new is None for one in found):
        return None
    for one in reversed(found):
        deadline = deadline[: one.start] + (one.new or "") + deadline[one.end :]
    return deadline


def day_words(day: date) -> str:
    """A day as plans print it: `05/3/2026`, `28/02/2026` (Nghị định 30/2020/NĐ-CP, PL1-II.4b)."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year}"


# --- what an opening opens -------------------------------------------------------------------------------------------


def _opened(text: str, pace: Pace) -> Iterator[Moved]:
    end = 0
    for opening in OPENING.finditer(text):
        if opening.start() >= end and not MARK.search(text, max(0, opening.start() - 20), opening.start()):
            for one in _read(text, opening, pace):
                yield one
                end = one.end


def _read(text: str, opening: re.Match[str], pace: Pace) -> Sequence[Moved]:
    """The deadline at an opening: one for each of its days; none where no time is named."""
    at = opening.end()
    if opening["done"] is None:
        if first := DAY.match(text, at):
            return _days(text, opening, first, pace)
        if found := MONTHLY.match(text, at):
            return [_cycle(text, opening, found, _earlier_in_month(found, pace))]
        if found := DAILY.match(text, at):
            return [_cycle(text, opening, found, _earlier_hour(found))]
        if found := WEEKLY.match(text, at):
            return [_cycle(text, opening, found, _earlier_weekday(found))]
    bounds = opening["done"] or opening["latest"]
    if (found := PERIOD.match(text, at)) and (bounds or not found["yy"]):
        return [_period(text, opening, found, pace)]
    unclear = some_time(text, at, years=bool(bounds))
    return [_kept(text, opening, unclear.end(), _UNCLEAR)] if unclear else ()


def _kept(text: str, opening: re.Match[str], end: int, why: str) -> Moved:
    """A deadline that stays, shown with the words around it."""
    if why == _UNCLEAR:
        end = up_to_a_stop(text, end)
    return Moved(opening.start(), end, text[opening.start() : end], None, why)


# --- days of the year ------------------------------------------------------------------------------------------------


def _days(text: str, opening: re.Match[str], first: re.Match[str], pace: Pace) -> Sequence[Moved]:
    days = [first]
    while more := MORE.match(text, days[-1].end()):
        days.append(more)
    last = days[-1]
    tail = None if _year(last) else WHICH_YEAR.match(text, last.end())
    end = tail.end() if tail else last.end()
    known = understood(text, end, sure=bool(_year(last)))
    if not known and len(days) == 1 and not (tail or _year(first) or first["named"]) and begins_a_noun(text, end):
        return ()
    if not known or not all(map(_is_plain, days)) or (len(days) > 1 and not ends_list(text, end)):
        return [_kept(text, opening, end, _UNCLEAR)]
    moves = [_day(text, one, tail if one is last else None, pace) for one in days]
    if why := next((one.why for one in moves if one.new is None), None):
        return [_kept(text, opening, end, why)]
    return [_led(text, opening.start(), moves[0]), *moves[1:]]


def _is_plain(found: re.Match[str]) -> bool:
    """Not a number (`5.10`) nor a span of days (`5-10`)."""
    return found["mark"] in (None, "/") or found["y"] is not None


def _year(found: re.Match[str]) -> str | None:
    return found["y"] or found["y2"] or found["wy"] or found["wy2"]


def _led(text: str, start: int, one: Moved) -> Moved:
    """The same with the words from `start` on."""
    lead = text[start : one.start]
    new = None if one.new is None else lead + one.new
    return Moved(start, one.end, lead + one.text, new, one.why, one.was, one.day)


def _day(text: str, found: re.Match[str], tail: re.Match[str] | None, pace: Pace) -> Moved:
    start, end = found.end("before"), tail.end() if tail else found.end()
    day, month, year = int(found["d"] or found["wd"]), int(found["m"] or found["wm"]), _year(found)
    was = _real(int(year), month, day) if year else _real(2001, month, day)
    if was is None:
        leap = not year and (month, day) == (2, 29)
        return Moved(start, end, text[start:end], None, _LEAP if leap else _UNREAL)
    if year:
        new = _earlier(was, pace)
        return Moved(start, end, text[start:end], _printed(new, found), was=was, day=new)
    new = _earlier_each_year(was, pace)
    if new.year < was.year:
        why = f"lùi {pace.days} ngày thì sang năm trước mà không rõ là năm nào"
        return Moved(start, end, text[start:end], None, why)
    return Moved(start, end, text[start:end], _printed(new, found) + (tail.group() if tail else ""))


def _earlier(was: date, pace: Pace) -> date:
    return working_day(was - timedelta(days=pace.days)) if pace.days else was


def _earlier_each_year(was: date, pace: Pace) -> date:
    new = was - timedelta(days=pace.days)
    while pace.days and is_off_every_year(new.month, new.day):
        new -= timedelta(days=1)
    return new


def _printed(day: date, found: re.Match[str]) -> str:
    """The new day in the form of the old one."""
    if words := found["words"]:
        month = f"{day.month:02d}" if day.month < 3 else str(day.month)
        year = f"/{day.year}" if found["wy2"] else f"{found['wof']}{day.year}" if found["wy"] else ""
        return f"{day.day:02d}{words}{month}{year}"
    year = f"/{day.year}" if found["y"] else f"{found['of']}{day.year}" if found["y2"] else ""
    return f"{day.day:02d}/{_month(day.month)}{year}"


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


def _real(year: int, month: int, day: int) -> date | None:
    if year not in YEARS or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


# --- cycles ----------------------------------------------------------------------------------------------------------


def _cycle(text: str, opening: re.Match[str], found: re.Match[str], earlier: tuple[str | None, str]) -> Moved:
    if not understood(text, found.end(), sure=False):
        return _kept(text, opening, found.end(), _UNCLEAR)
    words, why = earlier
    if words is None:
        return _kept(text, opening, found.end(), why)
    whole = text[opening.start() : found.end()]
    lead = text[opening.start() : found.end("before")]
    return Moved(opening.start(), found.end(), whole, f"{lead}{words}{found['tail']}")


def _earlier_in_month(found: re.Match[str], pace: Pace) -> tuple[str | None, str]:
    was, new = int(found["d"]), int(found["d"]) - pace.monthly
    if not 1 <= was <= 31:
        return None, _UNREAL
    return (f"{new:02d}", "") if new >= 1 else (None, f"không lùi được {pace.monthly} ngày trong cùng tháng")


def _earlier_hour(found: re.Match[str]) -> tuple[str | None, str]:
    hour = int(found["h"]) - 1
    if hour > 23:
        return None, "giờ không có thật"
    return (f"{hour:0{len(found['h'])}d}", "") if hour >= 1 else (None, "không lùi được trong cùng ngày")


def _earlier_weekday(found: re.Match[str]) -> tuple[str | None, str]:
    day = _WEEKDAYS.get(found["w"].split()[-1].lower(), 6)
    if day == 0:
        return None, "thứ Hai không lùi được trong cùng tuần"
    return f"thứ {_WEEK[min(day - 1, 4)]}", ""


# --- periods, and days counted from another --------------------------------------------------------------------------


def _period(text: str, opening: re.Match[str], found: re.Match[str], pace: Pace) -> Moved:
    was = _last_day(found)
    if was is None:
        return _kept(text, opening, found.end(), "kỳ hạn không có thật")
    if not understood(text, found.end(), sure=True):
        return _kept(text, opening, found.end(), _UNCLEAR)
    lead = opening.group()
    if lead.lower().endswith("trước"):
        was = _first_day(found) - timedelta(days=1)
    new = _earlier(was, pace)
    words = f"{lead} ngày {day_words(new)}"
    if done := opening["done"]:
        words = f"{done} trước ngày {day_words(new)}"
    words = _IN.sub(" là ngày", words)
    return Moved(opening.start(), found.end(), text[opening.start() : found.end()], words, was=was, day=new)


def _relative(text: str) -> Iterator[Moved]:
    """Days counted from another day may be the law's own term, so they are never shortened by rule."""
    for found in RELATIVE.finditer(text) if "ngày" in text.lower() else ():
        why = f"hạn tính {found['n']} ngày từ một ngày khác"
        yield Moved(found.start(), found.end(), found.group(), None, why)


def _alone(deadline: str, pace: Pace) -> Moved | None:
    """A whole cell that is a period or a day."""
    if found := ALONE.match(deadline):
        was = _last_day(found)
        if was is None:
            return Moved(0, len(deadline), deadline, None, "kỳ hạn không có thật")
        new = _earlier(was, pace)
        lead = "Trước" if deadline.strip()[:1].isupper() else "trước"
        return Moved(0, len(deadline), deadline, f"{lead} ngày {day_words(new)}", was=was, day=new)
    found = ALONE_DAY.match(deadline)
    if not found:
        return None
    if not _is_plain(found) or (_year(found) and found["tail"]):
        return Moved(0, len(deadline), deadline, None, _UNCLEAR)
    one = _day(deadline, found, None, pace)
    new_words = None if one.new is None else one.new + (found["tail"] or "")
    return _led(
        deadline, 0, Moved(one.start, len(deadline), deadline[one.start :], new_words, one.why, one.was, one.day)
    )


def _last_day(found: re.Match[str]) -> date | None:
    if found["mm"]:
        month, year = int(found["mm"]), int(found["my"])
    elif found["q"]:
        month, year = 3 * _QUARTERS.get(found["q"].lower(), 5), int(found["qy"])
    else:
        month, year = 12, int(found["yy"])
    real = year in YEARS and 1 <= month <= 12
    return date(year, month, calendar.monthrange(year, month)[1]) if real else None


def _first_day(found: re.Match[str]) -> date:
    if found["mm"]:
        return date(int(found["my"]), int(found["mm"]), 1)
    if found["q"]:
        return date(int(found["qy"]), 3 * _QUARTERS[found["q"].lower()] - 2, 1)
    return date(int(found["yy"]), 1, 1)
