"""Deadlines as plans word them, and the same words with an earlier day.

A lower office is done before the office above wants it. How much earlier depends on the cycle: some days for a deadline once or
yearly, fewer for a monthly or quarterly one, a day for a weekly, an hour for a daily one. A day with a year moves off weekends and
holidays, to the working day before; a yearly one knows no weekdays and moves off the fixed holidays only.

Not deadlines: a time in which something goes on (`trong quý II/2026`), the horizon of a target (`đến năm 2030`), the day of an event
(`vào ngày 10/10`).
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kedraft.vietnamese.holidays import is_off_every_year, working_day


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


_LEAD = (
    r"(?P<lead>(?:(?:hoàn thành|xong)\s+)?(?:trước|(?:chậm|muộn) nhất(?:\s*:)?(?:\s+(?:là|vào|trong))*(?:\s+trước)?|không muộn hơn|hạn cuối(?:\s+là)?"
    r"|thời hạn(?:\s+(?:hoàn thành|báo cáo|gửi))?(?:\s+là|\s*:)|hạn (?:nộp|gửi|báo cáo)(?:\s+là|\s*:)))(?P<day_word>\s+ngày)?\s+"
)
_DONE = r"(?P<lead>(?:phải\s+)?(?:hoàn thành|làm xong|xong)(?:\s+(?:và\s+\w+\s+\w+))?)\s+(?:xong\s+)?trong\s+"
_DATE = (
    r"(?P<d>\d{1,2})(?:\s?[/.-]\s?(?P<m>\d{1,2})(?:\s?[/.-]\s?(?P<y>\d{4}))?"
    r"|(?P<words>\s+tháng\s+)(?P<m2>\d{1,2})(?:\s+năm\s+(?P<y2>\d{4})|/(?P<y3>\d{4}))?)(?![\d/])"
)
_EACH = r"(?:hằng|hàng|mỗi|từng|các)"
_YEARLY = re.compile(rf"\s*,?\s*{_EACH}\s+năm|\s+(?:của\s+)?năm\s+(?:sau|tiếp theo|kế tiếp|liền kề|liền sau)", re.I)
_NEXT_YEAR = re.compile(r"sau|tiếp|liền", re.I)
_MORE = re.compile(rf"(?P<lead>\s*(?:,|;|và|hoặc)\s+(?:trước\s+)?(?:ngày\s+)?){_DATE}", re.I)
_DATED = re.compile(rf"(?<!\w){_LEAD}{_DATE}", re.I)
_MONTHLY = re.compile(
    rf"(?<!\w){_LEAD}(?P<d>\d{{1,2}})(?P<tail>\s+(?:của\s+)?(?:{_EACH}\s+tháng|tháng\s+(?:đầu|cuối|cuối cùng|sau|kế tiếp|tiếp theo)"
    r"(?:\s+(?:của\s+)?(?:mỗi\s+|hằng\s+|hàng\s+)?(?:quý|kỳ)(?:\s+(?:sau|tiếp theo|kế tiếp))?)?))(?!\w)",
    re.I,
)
_DAILY = re.compile(
    rf"(?<!\w)(?P<lead>(?:trước|chậm nhất(?:\s+(?:là|vào|lúc))*)\s+)(?P<h>\d{{1,2}})(?P<tail>\s*(?:giờ|h|g)(?:\s*\d{{2}}(?:\s*phút)?)?\s*,?\s*(?:{_EACH}\s+ngày))(?!\w)",
    re.I,
)
_WEEKLY = re.compile(
    rf"(?<!\w)(?P<lead>(?:trước|chậm nhất(?:\s+(?:là|vào))*)\s+(?:ngày\s+)?)(?P<w>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?P<tail>\s*,?\s*{_EACH}\s+tuần)(?!\w)",
    re.I,
)
_SPAN = (
    r"(?:tháng\s+(?P<mm>\d{1,2})(?:/|\s+năm\s+)(?P<my>\d{4})|quý\s+(?P<q>IV|I{1,3}|[1-4])(?:/|\s+năm\s+|[-–])(?P<qy>\d{4})|năm\s+(?P<yy>\d{4}))"
    r"(?!\s*[-–]\s*\d|[\d/])"
)
_PERIOD = re.compile(
    rf"(?<!\w)(?:{_DONE}|(?P<latest>(?:chậm|muộn) nhất(?:\s+(?:là|vào|trong))*)\s+(?:trong\s+)?|(?P<before>trước)\s+(?=tháng|quý)){_SPAN}",
    re.I,
)
_BARE = re.compile(rf"\s*(?:trong\s+)?{_SPAN}\s*\.?\s*\Z", re.I)
_BARE_DATE = re.compile(rf"\s*(?P<lead>(?:đến\s+)?(?:ngày\s+)?){_DATE}\s*\.?\s*\Z", re.I)
_RELATIVE = re.compile(
    r"(?<!\w)(?P<lead>(?:chậm nhất|muộn nhất)?(?:\s*(?:là|sau|trong|trong vòng))*|(?:trong\s+(?:thời hạn|vòng|thời gian)|không quá|sau))\s+"
    r"(?P<n>\d{1,3})(?P<tail>\s+ngày(?:\s+làm việc)?,?\s+(?:kể\s+)?từ)(?!\w)",
    re.I,
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WEEK = ("Hai", "Ba", "Tư", "Năm", "Sáu")
_WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5}


def moved(text: str, pace: Pace) -> Iterator[Moved]:
    """Every deadline of a text with its earlier words, from left to right, without overlaps."""
    found = sorted((*_dates(text, pace), *_others(text, pace)), key=lambda one: (one.start, -one.end))
    end = -1
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def moved_cell(text: str, pace: Pace) -> Iterator[Moved]:
    """The deadlines of a text that is one by its place (a cell, a field): there a bare `Quý I/2026` is a deadline too."""
    alone = _alone(text, pace)
    yield from (alone,) if alone else moved(text, pace)


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


# --- days of the year ------------------------------------------------------------------------------------------------


def _dates(text: str, pace: Pace) -> Iterator[Moved]:
    at = 0
    while first := _DATED.search(text, at):
        group = [first]
        while more := _MORE.match(text, group[-1].end()):
            group.append(more)
        tail = _YEARLY.match(text, group[-1].end())
        for one in group:
            yield _dated(text, one, tail if one is group[-1] else None, pace, tail is not None)
        at = group[-1].end()


def _dated(text: str, found: re.Match[str], tail: re.Match[str] | None, pace: Pace, yearly: bool) -> Moved:
    start = found.start("d")
    end = tail.end() if tail else found.end()
    whole = text[found.start() : end].strip(" ,;")
    begin = found.start() + len(text[found.start() : end]) - len(text[found.start() : end].lstrip(" ,;"))
    day, month, year = found["d"], found["m"] or found["m2"], found["y"] or found["y2"] or found["y3"]
    lead = text[begin:start]
    if year and not yearly:
        was = _real(int(year), int(month), int(day))
        if was is None:
            return Moved(begin, end, whole, None, "ngày không có thật")
        new = working_day(was - timedelta(days=pace.days)) if pace.days else was
        return Moved(begin, end, whole, lead + _printed(new, found), was=was, day=new)
    return _yearly(begin, end, whole, lead, (int(month), int(day)), text[found.end() : end], found, pace)


def _yearly(
    begin: int,
    end: int,
    whole: str,
    lead: str,
    day: tuple[int, int],
    tail: str,
    found: re.Match[str],
    pace: Pace,
) -> Moved:
    was = _real(2001, *day)
    if was is None:
        return Moved(begin, end, whole, None, "ngày không có thật")
    new = was - timedelta(days=pace.days)
    while pace.days and is_off_every_year(new.month, new.day):
        new -= timedelta(days=1)
    if new.year < was.year and _NEXT_YEAR.search(tail):
        tail = " hằng năm"
    separator = found["words"] or "/"
    month = f"{new.month:02d}" if found["words"] and new.month < 3 else _month(new.month)
    return Moved(begin, end, whole, f"{lead}{new.day:02d}{separator}{month}{tail}")


def _printed(day: date, found: re.Match[str]) -> str:
    """The new day in the form of the old one."""
    if not found["words"]:
        return day_words(day)
    year = f"/{day.year}" if found["y3"] else f" năm {day.year}"
    return f"{day.day:02d}{found['words']}{_month(day.month)}{year}"


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# --- cycles, periods, and days counted from another ------------------------------------------------------------------


def _others(text: str, pace: Pace) -> Iterator[Moved]:
    low = text.lower()  # a word that every match holds is looked for first: most sentences have none
    if "ngày" in low and "tháng" in low:
        yield from (_monthly(found, pace) for found in _MONTHLY.finditer(text))
    if "ngày" in low and ("giờ" in low or "h" in low) and ("hằng" in low or "hàng" in low or "mỗi" in low):
        yield from (_daily(found) for found in _DAILY.finditer(text))
    if "tuần" in low:
        yield from (_weekly(found) for found in _WEEKLY.finditer(text))
    if "nhất" in low or "trước" in low or "xong" in low or "hoàn thành" in low:
        yield from (_period(found, pace) for found in _PERIOD.finditer(text))
    if "ngày" in low and " từ" in low:
        yield from (_relative(found) for found in _RELATIVE.finditer(text))


def _monthly(found: re.Match[str], pace: Pace) -> Moved:
    day = int(found["d"]) - pace.monthly
    if day < 1:
        return _fixed(found, f"không lùi được {pace.monthly} ngày trong cùng tháng")
    lead = found.group()[: found.start("d") - found.start()]
    return Moved(found.start(), found.end(), found.group(), f"{lead}{day:02d}{found['tail']}")


def _daily(found: re.Match[str]) -> Moved:
    hour = int(found["h"]) - 1
    if hour < 1:
        return _fixed(found, "không lùi được trong cùng ngày")
    width = len(found["h"])
    return Moved(found.start(), found.end(), found.group(), f"{found['lead']}{hour:0{width}d}{found['tail']}")


def _weekly(found: re.Match[str]) -> Moved:
    day = _WEEKDAYS.get(found["w"].split()[-1].lower(), 6)
    if day == 0:
        return _fixed(found, "thứ Hai không lùi được trong cùng tuần")
    new = f"{found['lead']}thứ {_WEEK[min(day - 1, 4)]}{found['tail']}"
    return Moved(found.start(), found.end(), found.group(), new)


def _relative(found: re.Match[str]) -> Moved:
    """Days counted from another day may be the law's own term, so they are never shortened by rule."""
    return _fixed(found, f"hạn tính {found['n']} ngày từ một ngày khác")


def _period(found: re.Match[str], pace: Pace) -> Moved:
    was = _last_day(found)
    if was is None:
        return _fixed(found, "kỳ hạn không có thật")
    if found["before"]:
        was = _first_of_span(found) - timedelta(days=1)
    new = working_day(was - timedelta(days=pace.days)) if pace.days else was
    if found["lead"]:
        words = f"{found['lead']} trước ngày {day_words(new)}"
    elif found["latest"]:
        words = f"{found['latest']} ngày {day_words(new)}".replace(" trong ngày", " là ngày")
    else:
        words = f"{found['before']} ngày {day_words(new)}"
    return Moved(found.start(), found.end(), found.group(), words, was=was, day=new)


def _alone(deadline: str, pace: Pace) -> Moved | None:
    if found := _BARE.match(deadline):
        was = _last_day(found)
        if was is None:
            return None
        new = working_day(was - timedelta(days=pace.days))
        words = deadline.strip()
        lead = "Trước" if words[:1].isupper() else "trước"
        return Moved(0, len(deadline), deadline, f"{lead} ngày {day_words(new)}", was=was, day=new)
    if found := _BARE_DATE.match(deadline):
        one = _dated(deadline, found, None, pace, False)
        return Moved(0, len(deadline), deadline, one.new, one.why, one.was, one.day)
    return None


def _fixed(found: re.Match[str], why: str) -> Moved:
    return Moved(found.start(), found.end(), found.group(), None, why)


def _last_day(found: re.Match[str]) -> date | None:
    if found["mm"]:
        month, year = int(found["mm"]), int(found["my"])
    elif found["q"]:
        month, year = 3 * _QUARTERS[found["q"].upper()], int(found["qy"])
    else:
        month, year = 12, int(found["yy"])
    return date(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 and year >= 1900 else None


def _first_of_span(found: re.Match[str]) -> date:
    if found["mm"]:
        return date(int(found["my"]), int(found["mm"]), 1)
    return date(int(found["qy"]), 3 * _QUARTERS[found["q"].upper()] - 2, 1)
