"""A number of things and its parts: `250 trẻ em, trong đó: 150 em ở các xã, 100 em ở các thị trấn`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kedraft.lint.prose import words
from kedraft.vietnamese.letters import lazily

_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?P<scale> (?:nghìn|triệu))?"
_COUNT = lazily(rf"(?<![\d.,/-]){_NUMBER} (?P<noun>[^\W\d_]+(?: [^\W\d_]+){{0,3}})")
_SPLIT = lazily(r"(?:,|\()?\s*(?P<how>gồm|bao gồm|gồm có|trong đó)(?: có)?\s*:?\s*(?=\d)", re.IGNORECASE)
_DIGIT = lazily(r"\d")
_SCALES = {"": 1, " nghìn": 10**3, " triệu": 10**6}
#: Parts that may overlap: one person can be of several.
_OVERLAP = lazily(
    r"\bnữ\b|dân tộc|nghèo|đảng viên|khuyết tật|tôn giáo|mồ côi|công giáo|chuyên trách|trẻ\b|trong số|lượt",
    re.IGNORECASE,
)
_NO_COUNT = frozenset(["năm", "tháng", "ngày", "giờ", "tuổi", "đồng", "quý", "điều", "khoản"])
_TOLERANCE = 0.001


@dataclass(frozen=True, slots=True)
class CountFault:
    """A total as printed, and what its parts make."""

    printed: str
    shown_sum: str


def splits(text: str) -> bool:
    """Whether the text may split a total: a glance that spares a search."""
    return "gồm" in text or "rong đó" in text


def count_faults(text: str) -> Iterator[CountFault]:
    """Totals whose parts, counted in the same word, do not make them; after `trong đó` only when the parts exceed the total."""
    for split in _SPLIT.finditer(text):
        opens = max(text.rfind(mark, 0, split.start()) for mark in (".", ";", "\n")) + 1
        totals = list(_COUNT.finditer(text, opens, split.start()))
        stop = re.search(r"\.(?=\s|\Z)|\n|\)|\Z", text[split.end() :])
        rest = text[split.end() : split.end() + (stop.start() if stop else 0)]
        if totals:
            yield from _fault(totals[-1], rest, split["how"].casefold() == "trong đó")


def _fault(total: re.Match[str], rest: str, some: bool) -> Iterator[CountFault]:
    parts = list(_COUNT.finditer(rest))
    unit = words(parts[0]["noun"])[0] if parts else ""
    same = (
        unit in words(total["noun"]) and unit not in _NO_COUNT and all(words(part["noun"])[0] == unit for part in parts)
    )
    every = len(_DIGIT.findall(re.sub(r"[.,]", "", rest))) == sum(
        len(re.sub(r"\D", "", part["number"])) for part in parts
    )
    if len(parts) < 2 or not same or not every or (some and _OVERLAP.search(rest)):
        return
    whole, made = _value(total), sum(map(_value, parts))
    gap = made - whole
    if gap > whole * _TOLERANCE or (not some and abs(gap) > whole * _TOLERANCE):
        yield CountFault(f"{total['number']}{total['scale'] or ''} {unit}", f"{made:,.0f}".replace(",", "."))


def _value(found: re.Match[str]) -> float:
    return float(found["number"].replace(".", "").replace(",", ".")) * _SCALES[found["scale"] or ""]
