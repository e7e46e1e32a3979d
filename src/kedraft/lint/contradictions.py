"""Targets of one plan that set two figures for the same thing at the same time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kedraft.lint.goals import sets_level
from kedraft.lint.prose import own_words, words
from kedraft.model.plan import Item, Plan

_PERCENT = re.compile(r"(?<![\d,.])(?P<value>\d{1,3}(?:,\d+)?)\s?%")
_CUT = re.compile(r"[.;:\n](?=\s|$)|\n")
_YEAR = re.compile(r"(?<![\d/.])(?:20\d{2})(?!\d)")
#: Headings under which the same words mean another thing: another time, another group, another area.
_APART = re.compile(
    r"đối với|giai đoạn|khu vực|vùng|nhóm|cấp|năm|quý|tháng|đợt|vòng|kịch bản|phương án|đến|xã|phường|huyện|thôn|trường|\d",
    re.IGNORECASE,
)
#: Words that set a target without saying of what.
_SETTING = frozenset(
    [
        "phấn",
        "đấu",
        "đạt",
        "được",
        "ít",
        "nhất",
        "tối",
        "thiểu",
        "trên",
        "từ",
        "trở",
        "lên",
        "khoảng",
        "tỷ",
        "lệ",
        "có",
        "là",
        "và",
        "đến",
        "hết",
        "năm",
        "duy",
        "trì",
        "bảo",
        "đảm",
        "đảm",
        "hằng",
        "hàng",
        "mỗi",
    ]
)
_LEAST = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """A percentage that is aimed at: its value, as printed, what it is of, and where it stands."""

    value: float
    printed: str
    node: str
    clause: str


def contradictions(plan: Plan) -> Iterator[tuple[Figure, Figure]]:
    """A figure with the earlier one that it contradicts."""
    first: dict[tuple[object, ...], Figure] = {}
    for section in plan.sections:
        for key, figure in _below(section, ""):
            known = first.setdefault(key, figure)
            if known.value != figure.value and known.node != figure.node:
                yield known, figure


def _below(item: Item, under: str) -> Iterator[tuple[tuple[object, ...], Figure]]:
    said = item.words
    if not item.table and "%" in said:
        yield from _figures(item, said, under)
    if item.children:
        heading = item.heading.text if item.heading else said
        inner = f"{under}|{heading.casefold()}" if _APART.search(heading) else under
        for child in item.children:
            yield from _below(child, inner)


def _topic(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if word not in _SETTING and not word.isdigit())


def _figures(item: Item, said: str, under: str) -> Iterator[tuple[tuple[object, ...], Figure]]:
    text = own_words(said)
    found = list(_PERCENT.finditer(text))
    for at, one in enumerate(found):
        before = _CUT.split(text[found[at - 1].end() if at else 0 : one.start()])[-1]
        after = _CUT.split(text[one.end() : found[at + 1].start() if at + 1 < len(found) else len(text)])[0]
        clause = " ".join(f"{before}{one.group()}{after}".split()).strip(" ,-")
        topic = _topic(after) if len(_topic(after)) >= _LEAST else _topic(f"{before} {after}")
        less = sets_level(before, clause)
        if len(topic) >= _LEAST and less is not None:
            years = frozenset(_YEAR.findall(clause))
            value = float(one["value"].replace(",", "."))
            yield (topic, years, less, under), Figure(value, one.group(), item.id, clause)
