"""The lunar calendar and the days on which offices are closed."""

import itertools
from datetime import date

import pytest

from kedraft.vietnamese.holidays import HOLIDAYS, is_off, is_off_every_year, working_day
from kedraft.vietnamese.lunar import lunar_date, new_year

NEW_YEARS = [
    "2015-02-19",
    "2016-02-08",
    "2017-01-28",
    "2018-02-16",
    "2019-02-05",
    "2020-01-25",
    "2021-02-12",
    "2022-02-01",
    "2023-01-22",
    "2024-02-10",
    "2025-01-29",
    "2026-02-17",
    "2027-02-06",
    "2028-01-26",
    "2029-02-13",
    "2030-02-02",
]
HUNG_KINGS = [
    "2015-04-28",
    "2016-04-16",
    "2017-04-06",
    "2018-04-25",
    "2019-04-14",
    "2020-04-02",
    "2021-04-21",
    "2022-04-10",
    "2023-04-29",
    "2024-04-18",
    "2025-04-07",
    "2026-04-26",
    "2027-04-16",
    "2028-04-04",
    "2029-04-23",
    "2030-04-12",
]


@pytest.mark.parametrize("day", NEW_YEARS)
def test_the_lunar_new_year_falls_on_its_known_day(day: str) -> None:
    assert new_year(int(day[:4])) == date.fromisoformat(day)


@pytest.mark.parametrize("day", HUNG_KINGS)
def test_the_tenth_of_the_third_month_falls_on_its_known_day(day: str) -> None:
    assert lunar_date(int(day[:4]), 3, 10) == date.fromisoformat(day)


@pytest.mark.parametrize(("year", "day"), [(1968, "1968-01-29"), (1985, "1985-01-21"), (2007, "2007-02-17")])
def test_vietnam_reckons_at_its_own_meridian(year: int, day: str) -> None:
    assert new_year(year) == date.fromisoformat(day)


def test_months_follow_one_another_without_a_gap() -> None:
    for year in range(2015, 2031):
        starts = [lunar_date(year, month, 1) for month in range(1, 13)]
        lengths = {(after - before).days for before, after in itertools.pairwise(starts)}
        assert lengths <= {29, 30, 58, 59, 60}, year  # two months where a leap month lies between


@pytest.mark.parametrize(
    "day",
    ["2026-01-01", "2026-02-16", "2026-02-20", "2026-04-26", "2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02"],
)
def test_holidays_are_off(day: str) -> None:
    assert is_off(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2026-03-20", "2026-03-20"),
        ("2026-03-22", "2026-03-20"),  # a Sunday
        ("2026-02-20", "2026-02-13"),  # Tết, and the weekend before it
        ("2026-05-03", "2026-04-29"),  # a Sunday after two holidays
    ],
)
def test_the_working_day_before(day: str, before: str) -> None:
    assert working_day(date.fromisoformat(day)) == date.fromisoformat(before)


def test_fixed_holidays_are_off_in_every_year_and_lunar_ones_are_not() -> None:
    assert is_off_every_year(9, 1)
    assert is_off_every_year(4, 30)
    assert not is_off_every_year(2, 17)


def test_every_holiday_names_its_article() -> None:
    assert all("Bộ luật Lao động 2019, Điều 112" in one.source for one in HOLIDAYS)
    assert sum(one.days for one in HOLIDAYS) == 11


@pytest.mark.parametrize("year", [1, 1899, 2101, 9999])
def test_years_without_a_lunar_calendar_have_the_solar_holidays_only(year: int) -> None:
    with pytest.raises(ValueError, match=str(year)):
        lunar_date(year, 1, 1)
    assert is_off(date(year, 5, 1))
    assert working_day(date(year, 1, 1)) <= date(year, 1, 1)
