"""Searching: the units that a text may mean, best first."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from kedraft.model.plan import Level
from kedraft.model.unit import Unit
from kedraft.units.asking import Asked
from kedraft.units.matching import exact, misspelt, other_kind, without_marks
from kedraft.units.names import key
from kedraft.units.register import Register
from kedraft.units.rows import Row
from kedraft.vietnamese.text import fold


def search(register: Register, text: str, *, on: date | None, limit: int = 10) -> tuple[Unit, ...]:
    """Units that a text may mean, best first: `mau son`, `xã Mẫu Sơn, Lộc Bình`. `on=None` searches all times."""
    wanted = key(text.split(",")[0])
    context = fold(key(" ".join(text.split(",")[1:]))).split()
    if not wanted:
        return ()
    found: dict[tuple[str, str], Row] = {}
    for row in _ranked_matches(register, wanted, context):
        if on is None or row.holds(on.isoformat()):
            found.setdefault((row.code, row.since), row)
        if len(found) >= limit:
            break
    if not found:
        far = _in_context(register, _far(register, wanted), context)
        found = {(r.code, r.since): r for r in far if on is None or r.holds(on.isoformat())}
    return tuple(register.unit(row) for row in list(found.values())[:limit])


def _ranked_matches(register: Register, wanted: str, context: list[str]) -> Iterator[Row]:
    """Rows that a text may mean, best first, worked out only as far as somebody asks; some come twice."""
    levels = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
    asked = [Asked(level, wanted) for level in levels]
    for tier in (exact, without_marks, other_kind):
        yield from _sorted(register, [row for one in asked for row in tier(register, one)], context)
    words = [*fold(wanted).split(), *context]
    yield from (register.ranked[at] for at in register.words.matching(words))
    yield from _sorted(register, [row for one in asked for row in misspelt(register, one)], context)
    yield from (register.ranked[at] for at in register.words.matching(words, begun=True))


def _far(register: Register, wanted: str) -> list[Row]:
    """Names that look alike as a whole; slow, so only when nothing else fits."""
    asked = [Asked(level, wanted) for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)]
    tables = [(register.folded[one.level], register.by_name[one.level], fold(one.bare)) for one in asked]
    return [
        row
        for folded, by_name, text in tables
        for near in get_close_matches(text, folded, n=10, cutoff=0.7)
        for name in folded[near]
        for row in by_name[name]
    ]


def _in_context(register: Register, rows: list[Row], context: list[str]) -> list[Row]:
    addresses = register.addresses if context else {}
    for begun in (f" {word}" for word in context):
        rows = [row for row in rows if begun in addresses[row.code, row.since]]
    return rows


def _sorted(register: Register, rows: list[Row], context: list[str]) -> list[Row]:
    return sorted(_in_context(register, rows, context), key=register.search_order)
