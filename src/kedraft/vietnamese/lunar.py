"""The Vietnamese lunar calendar, computed: new moons and the sun's longitude at the meridian of UTC+7.

A month begins on the day of a new moon. Month 11 holds the winter solstice. A year between two months 11 that has thirteen new
moons has a leap month: the first one in which the sun enters no new twelfth of its course. Vietnam reckons its days at UTC+7 and not, as
China does, at UTC+8, so that the two New Years differ now and then (2007, 2030). The positions are those of Jean Meeus,
*Astronomical Algorithms*, chapters 25 and 49, good to some minutes between 1900 and 2100.
"""

from datetime import date, timedelta
from functools import lru_cache
from math import floor, radians, sin

#: The years for which the positions are good.
YEARS = range(1900, 2101)

_ZONE = 7 / 24  # days
_SYNODIC = 29.530588861
_EPOCH = 2451550.09766  # Julian day of the new moon of 6 January 2000
_ORDINAL = 1721424.5  # Julian day of the midnight at which `date.toordinal()` is 0


@lru_cache(maxsize=256)
def new_year(year: int) -> date:
    """The first day of the first lunar month: `2026` -> 17 February 2026."""
    return lunar_date(year, 1, 1)


@lru_cache(maxsize=1024)
def lunar_date(year: int, month: int, day: int) -> date:
    """The solar day of a day of the lunar `year` (not of a leap month): `2026, 3, 10` -> 26 April 2026.

    ValueError for a year that is not in `YEARS`.
    """
    if year not in YEARS:
        raise ValueError(f"no lunar calendar for the year {year}")
    starts = _months(year) if month < 11 else _months(year + 1)
    return starts[month] + timedelta(days=day - 1)


def _months(year: int) -> dict[int, date]:
    """First days of the months from the 11th of the year before to the 10th of `year`, leap months left out."""
    first, last = _eleventh(year - 1), _eleventh(year)
    starts = [first]
    while starts[-1] < last:
        starts.append(_next_moon(starts[-1]))
    starts = starts[:-1]
    leap = _leap(starts, last) if len(starts) == 13 else None
    kept = [start for at, start in enumerate(starts) if at != leap]
    return {(10 + at) % 12 + 1: start for at, start in enumerate(kept)}


def _leap(starts: list[date], last: date) -> int:
    """Which of thirteen months is the leap month: the first that begins and ends in one twelfth of the sun's course."""
    ends = [*starts[1:], last]
    return next(
        at for at, (start, end) in enumerate(zip(starts, ends, strict=True)) if at and _twelfth(start) == _twelfth(end)
    )


def _eleventh(year: int) -> date:
    """The first day of the month that holds the winter solstice of `year` (longitude 270 degrees, twelfth 9)."""
    number = _number(date(year, 12, 31))
    start = _moon_day(number)
    return _moon_day(number - 1) if _twelfth(start) >= 9 else start


def _next_moon(start: date) -> date:
    return _moon_day(_number(start + timedelta(days=15)) + 1)


def _number(day: date) -> int:
    """The number of the last new moon on or before `day`, counted from January 2000."""
    guess = floor((day.toordinal() + _ORDINAL - _EPOCH) / _SYNODIC) + 1
    while _moon_day(guess) > day:
        guess -= 1
    return guess


def _moon_day(number: int) -> date:
    """The day, at UTC+7, on which a new moon falls."""
    return date.fromordinal(floor(_moon(number) + _ZONE - _ORDINAL))


def _twelfth(day: date) -> int:
    """The twelfth of the sun's course (0 to 11) at the midnight that opens `day` at UTC+7."""
    return floor(_sun(day.toordinal() + _ORDINAL - _ZONE) / 30)


@lru_cache(maxsize=4096)
def _moon(number: int) -> float:
    """The Julian day (universal time) of a new moon."""
    century = number / 1236.85
    mean = _EPOCH + _SYNODIC * number + century**2 * (0.00015437 - 0.000000150 * century)
    sun = radians(2.5534 + 29.10535670 * number - 0.0000014 * century**2)
    moon = radians(201.5643 + 385.81693528 * number + 0.0107582 * century**2)
    latitude = radians(160.7108 + 390.67050284 * number - 0.0016118 * century**2)
    node = radians(124.7746 - 1.56375588 * number + 0.0020672 * century**2)
    flat = 1 - 0.002516 * century
    terms = (
        (-0.40720, moon),
        (0.17241 * flat, sun),
        (0.01608, 2 * moon),
        (0.01039, 2 * latitude),
        (0.00739 * flat, moon - sun),
        (-0.00514 * flat, moon + sun),
        (0.00208 * flat**2, 2 * sun),
        (-0.00111, moon - 2 * latitude),
        (-0.00057, moon + 2 * latitude),
        (0.00056 * flat, 2 * moon + sun),
        (-0.00042, 3 * moon),
        (0.00042 * flat, sun + 2 * latitude),
        (0.00038 * flat, sun - 2 * latitude),
        (-0.00024 * flat, 2 * moon - sun),
        (-0.00017, node),
    )
    planets = 0.000325 * sin(radians(299.77 + 0.107408 * number - 0.009173 * century**2))
    terrestrial = mean + sum(size * sin(angle) for size, angle in terms) + planets
    return terrestrial - _delta(2000 + number / 12.3685)


def _delta(year: float) -> float:
    """Terrestrial minus universal time, in days: a smooth curve through its measured values of this century and the last."""
    seconds = 63.9 + 0.32 * (year - 2000) + 0.0056 * (year - 2000) ** 2
    return seconds / 86400


def _sun(julian: float) -> float:
    """The apparent longitude of the sun in degrees."""
    century = (julian + _delta(2000 + (julian - 2451545) / 365.25) - 2451545) / 36525
    mean = 280.46646 + 36000.76983 * century + 0.0003032 * century**2
    anomaly = radians(357.52911 + 35999.05029 * century - 0.0001537 * century**2)
    centre = (
        (1.914602 - 0.004817 * century - 0.000014 * century**2) * sin(anomaly)
        + (0.019993 - 0.000101 * century) * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    node = radians(125.04 - 1934.136 * century)
    return (mean + centre - 0.00569 - 0.00478 * sin(node)) % 360


__all__ = ["YEARS", "lunar_date", "new_year"]
