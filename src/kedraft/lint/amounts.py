"""Sums of money: a total and its parts in a sentence, a total row in a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kedraft.model.plan import Table
from kedraft.vietnamese.letters import lazily

_AMOUNT = lazily(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)\s*(?P<unit>nghìn|ngàn|triệu|tỷ|tỉ)?\s*đồng\b"
)
_UNITS = {None: 1, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_TOTAL = lazily(r"\b[Tt]ổng (?:số )?(?:kinh phí|cộng|số tiền|dự toán|nguồn vốn|mức|số vốn|nhu cầu)\b")
_OF_WHICH = lazily(r"trong đó|bao gồm|gồm có|gồm", re.IGNORECASE)
_INSIDE = lazily(r"\([^()]*\)")
_TOTAL_ROW = lazily(r"\s*(?:tổng cộng|tổng số|tổng|cộng)\b", re.IGNORECASE)
_NUMBER = lazily(r"\s*(?P<number>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)\s*\Z")
_NO_SUM = lazily(r"\b(?:stt|tt|số tt|năm|tỷ lệ|đơn giá|%)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Split:
    """A total as printed, and its parts in đồng."""

    printed: str
    total: float
    parts: tuple[float, ...]

    @property
    def adds_up(self) -> bool:
        """Whether the parts, or the first of them (the rest may split it another way), make the total."""
        sums = [sum(self.parts[:count]) for count in range(1, len(self.parts) + 1)]
        return any(abs(one - self.total) <= self.total * 0.001 for one in sums)

    @property
    def shown_sum(self) -> str:
        """The sum of the parts: `90.000.000 đồng`."""
        return f"{sum(self.parts):,.0f} đồng".replace(",", ".")


def has_total(text: str) -> bool:
    """Whether the text names a total of money."""
    return "ổng" in text and bool(_TOTAL.search(text))


def parts_of_total(text: str) -> Split | None:
    """The first total in the text that is split by `trong đó` into two or more parts."""
    text = _INSIDE.sub(lambda found: " " * len(found.group()), text)
    total = _TOTAL.search(text)
    first = _AMOUNT.search(text, total.end()) if total else None
    cut = _OF_WHICH.search(text, first.end()) if first else None
    if not first or not cut or "." in text[first.end() : cut.start()].strip(". ") or _TOTAL.search(text, first.end()):
        return None
    parts = tuple(_value(found) for found in _AMOUNT.finditer(text, cut.end()))
    return Split(first.group(), _value(first), parts) if len(parts) >= 2 else None


def _value(found: re.Match[str]) -> float:
    return _number(found["number"]) * _UNITS[found["unit"]]


def _number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


def column_faults(table: Table) -> Iterator[str]:
    """What is wrong with the last row of a table when it is a total."""
    grid = table.grid()
    header, rows = grid[: table.header], grid[table.header :]
    if len(rows) < 3 or not any(_TOTAL_ROW.match(cell) for cell in rows[-1]):
        return
    for column in range(len(rows[-1])):
        title = header[-1][column] if header and column < len(header[-1]) else ""
        numbers = [_NUMBER.match(row[column]) if column < len(row) else None for row in rows]
        if all(numbers) and not _NO_SUM.search(title):
            *parts, total = (_number(found["number"]) for found in numbers if found)
            if abs(sum(parts) - total) > 0.001 * max(total, 1) and abs(sum(parts) - 2 * total) > 0.001 * max(total, 1):
                shown = f"{sum(parts):,.0f}".replace(",", ".")
                yield (
                    f'Cột "{title or column + 1}" có dòng tổng là {rows[-1][column].strip()} nhưng các dòng cộng lại là {shown}; '
                    "hãy tính lại."
                )
