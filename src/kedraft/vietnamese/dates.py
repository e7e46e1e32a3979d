"""Dates as plans write them."""

import re
from datetime import date

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")


def is_partial_date(text: str) -> bool:
    """Whether `2026`, `2026-02` or `2026-02-05` names a real year, month or day."""
    found = _PARTIAL.match(text)
    if not found:
        return False
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        return 1900 <= year <= 2200
    try:
        date(year, month, day or 1)
    except ValueError:
        return False
    return 1900 <= year <= 2200


# A converter may leave a blank inside the year (`20 21`).
_NUMERIC = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|[12]\s?[09]\s?\d\s?\d)(?!\d)")
_YEAR = re.compile(r"năm\s+(\d{4})")
_IN_WORDS = re.compile(r"(?:(\d{1,2})\s*)?tháng\s*(\d{1,2})(?:\s*,)?(?:\s*năm\s*|/)(\d{4})")


def partial_date(text: str) -> str | None:
    """`ngày 14/9/2022`, `05 tháng 02 năm 2026`, `tháng 01 năm 2023`, `năm 2024` ->
    `2022-09-14`, `2026-02-05`, `2023-01`, `2024`.

    None when no date stands there, or none that is real.
    """
    if (found := _NUMERIC.search(text)) or (found := _IN_WORDS.search(text)):
        day, month, year = (part and part.replace(" ", "") for part in found.groups())
        assert month
    elif found := _YEAR.search(text):
        return found.group(1)
    else:
        return None
    iso = f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
    return iso if is_partial_date(iso) else None


def first_day(partial: str) -> date:
    """`2026-02` -> 1 February 2026: the first day that a partial date leaves open."""
    year, month, day = (int(part) for part in [*partial.split("-"), "1", "1"][:3])
    return date(year, month, day)
