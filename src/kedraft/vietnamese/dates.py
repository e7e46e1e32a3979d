"""Dates as plans write them."""

import re
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


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
