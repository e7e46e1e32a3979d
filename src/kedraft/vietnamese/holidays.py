"""Days on which offices are closed: weekends and the public holidays of Bộ luật Lao động 2019 (45/2019/QH14), Điều 112.

Which five days make up Tết, and whether the day before or after 2 September is the second day of Quốc khánh, the Prime Minister says
each year (Điều 112, khoản 3). Taken here: the last day of the old lunar year with the first four of the new one, and 1 and 2 September:
the choice of most years. Days that are swapped, or given because a holiday fell on a weekend (Điều 111, khoản 3), are announced
year by year and not computed.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from kedraft.vietnamese.lunar import YEARS, lunar_date, new_year

_LAW = "Bộ luật Lao động 2019, Điều 112, khoản 1"


class Holiday(NamedTuple):
    """Ngày nghỉ lễ - its name, its day in the solar (month, day) or the lunar calendar, how many days from there, its source."""

    name: str
    month: int
    day: int
    days: int
    source: str
    lunar: bool = False


HOLIDAYS = (
    Holiday("Tết Dương lịch", 1, 1, 1, f"{_LAW}, điểm a"),
    Holiday("Tết Âm lịch", 1, 0, 5, f"{_LAW}, điểm b", lunar=True),
    Holiday("Ngày Chiến thắng", 4, 30, 1, f"{_LAW}, điểm c"),
    Holiday("Ngày Quốc tế lao động", 5, 1, 1, f"{_LAW}, điểm d"),
    Holiday("Quốc khánh", 9, 1, 2, f"{_LAW}, điểm đ"),
    Holiday("Giỗ Tổ Hùng Vương", 3, 10, 1, f"{_LAW}, điểm e", lunar=True),
)


def working_day(day: date) -> date:
    """`day` itself, or the last working day before it."""
    while is_off(day) and day > date.min:
        day -= timedelta(days=1)
    return day


def is_off(day: date) -> bool:
    """Whether it is a weekend (Bộ luật Lao động 2019, Điều 111: offices close on Saturday and Sunday) or a holiday."""
    return day.weekday() >= 5 or day in _holidays(day.year)


def is_off_every_year(month: int, day: int) -> bool:
    """Whether that day of the solar calendar is a holiday in every year."""
    fixed = (one for one in HOLIDAYS if not one.lunar)
    return any(one.month == month and one.day <= day < one.day + one.days for one in fixed)


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    known = [one for one in HOLIDAYS if year in YEARS or not one.lunar]
    return frozenset(_start(one, year) + timedelta(days=at) for one in known for at in range(one.days))


def _start(holiday: Holiday, year: int) -> date:
    if not holiday.lunar:
        return date(year, holiday.month, holiday.day)
    if holiday.month == 1:
        return new_year(year) + timedelta(days=holiday.day - 1)
    return lunar_date(year, holiday.month, holiday.day)
