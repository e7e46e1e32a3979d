"""The blank form of a table of localities: which columns it has, and the lines that are known already."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kedraft.localities.columns import BY_KEY, COLUMNS, REPLACES, Column
from kedraft.model.unit import Unit
from kedraft.vietnamese.text import name_key

_TWO_TIERS = date(2025, 7, 1)  # Luật 72/2025/QH15
_RESIDENTIAL = name_key(BY_KEY["residential"].title)


@dataclass(frozen=True, slots=True)
class Form:
    """Bảng mẫu - columns, and one line a unit. A free column's key is "figures", that of a `Thay: …` column "replace"."""

    columns: tuple[Column, ...]
    lines: tuple[tuple[str, ...], ...]
    on: date


def form_of(units: Sequence[Unit], on: date, figures: Iterable[str] = (), phrases: Iterable[str] = ()) -> Form:
    """A form for these units. `figures`: titles of free columns; `phrases`: words of the parent that each may replace."""
    known = [column for column in COLUMNS if column.key != "district" or on < _TWO_TIERS]
    free = dict.fromkeys(title for title in figures if name_key(title) != _RESIDENTIAL)
    columns = (*known, *map(_figure, free), *map(_phrase, dict.fromkeys(phrases)))
    return Form(columns, tuple(_line(unit, columns) for unit in units), on)


def _figure(title: str) -> Column:
    about = (
        f"Phiếu kế thừa dùng trường {{{title}}}: số in theo cách viết Việt Nam (1234 in là 1.234), chữ in như đã ghi."
    )
    return Column("figures", title[:1].upper() + title[1:], about=about, width=max(14, min(40, len(title) + 4)))


def _phrase(phrase: str) -> Column:
    about = f"Cụm từ thay cho “{phrase}” của cấp trên. Bỏ trống: như trong phiếu."
    return Column("replace", f"{REPLACES} {phrase}", about=about, width=max(20, min(48, len(phrase) + 8)))


def _line(unit: Unit, columns: Sequence[Column]) -> tuple[str, ...]:
    known = {
        "code": unit.code,
        "kind": unit.kind.value,
        "unit": unit.name,
        "district": unit.district or "",
        "province": unit.province,
    }
    return tuple(known.get(column.key, "") for column in columns)
