"""Percentages that a text sets as goals, with the words that say of what, for comparing a plan with its parent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kedraft.lint.matching import bare
from kedraft.lint.prose import likeness, own_words
from kedraft.model.plan import Item, Plan

_PERCENT = re.compile(r"(?<![\d,.])(?P<value>\d{1,3}(?:,\d+)?)\s?%")
_CUT = re.compile(r"[.;\n](?=\s|$)|\n")
_LESS = re.compile(
    r"(?:dưới|không quá|tối đa|còn|xuống|nhỏ hơn|thấp hơn|không vượt quá)(?: (?:còn|mức|khoảng|dưới))*\s*\Z",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"so với|hiện nay|hiện có|hiện đạt|\bđã\b|cùng kỳ|năm trước|tính đến|đến đầu|dự báo|có khả năng|trung bình|\bước ",
    re.IGNORECASE,
)
#: Words behind a figure that say nothing of what it is of.
_ONLY_SETS = re.compile(r"\btrở (?:lên|xuống)\b", re.IGNORECASE)
_AIM = re.compile(r"mục tiêu|chỉ tiêu|kết quả cần đạt", re.IGNORECASE)
_SET = re.compile(r"phấn đấu|chỉ tiêu|mục tiêu|tối thiểu|ít nhất", re.IGNORECASE)
_ALIKE = 0.6
_COMMON = 64


@dataclass(frozen=True, slots=True)
class Goal:
    """One percentage: its number, whether less is better, the words it belongs to, the node it stands in.

    `aim`: it stands under a heading of aims, or its clause says that it is one.
    """

    value: float
    printed: str
    less: bool
    topic: tuple[str, ...]
    node: str
    clause: str
    aim: bool


def goals_of(plan: Plan) -> Iterator[Goal]:
    """Every percentage of the tree that has a topic of at least three words."""
    for section in plan.sections:
        yield from _below(section, aim=False)


def _below(item: Item, *, aim: bool) -> Iterator[Goal]:
    aim = aim or bool(item.heading and _AIM.search(item.heading.text))
    if not item.table:
        yield from _goals(own_words(item.words), item.id, aim)
    for child in item.children:
        yield from _below(child, aim=aim)


@lru_cache(maxsize=32768)
def _goals(text: str, node: str, aim: bool) -> tuple[Goal, ...]:
    out: list[Goal] = []
    found = list(_PERCENT.finditer(text))
    for at, one in enumerate(found):
        before = text[found[at - 1].end() if at else 0 : one.start()]
        before = _CUT.split(before)[-1]
        after = _CUT.split(text[one.end() : found[at + 1].start() if at + 1 < len(found) else len(text)])[0]
        behind = bare(_ONLY_SETS.sub(" ", after))
        topic = behind if len(behind) >= 3 else bare(before)
        clause = " ".join(f"{before}{one.group()}{after}".split()).strip(" ,-")
        if len(topic) >= 3 and not _STATE.search(clause):
            value = float(one["value"].replace(",", "."))
            out.append(
                Goal(
                    value,
                    one.group(),
                    bool(_LESS.search(before)),
                    topic,
                    node,
                    clause,
                    aim or bool(_SET.search(clause)),
                )
            )
    return tuple(out)


def sets_level(before: str, clause: str) -> bool | None:
    """Whether less is better in a clause with a percentage; None where it tells a state and sets no goal."""
    return None if _STATE.search(clause) else bool(_LESS.search(before))


class Goals:
    """Goals that can be looked up by topic; of several on one topic, the easiest to reach."""

    def __init__(self, plan: Plan) -> None:
        self.all = tuple(goals_of(plan))
        self._by_word: dict[str, list[Goal]] = {}
        lenient: dict[tuple[str, ...], Goal] = {}
        for goal in self.all:
            known = lenient.get(goal.topic)
            if known is None or (goal.value > known.value if goal.less else goal.value < known.value):
                lenient[goal.topic] = goal
        for goal in lenient.values():
            for word in set(goal.topic):
                self._by_word.setdefault(word, []).append(goal)

    def like(self, goal: Goal) -> Goal | None:
        """The goal on the same topic, or None."""
        known = [word for word in set(goal.topic) if word in self._by_word]
        rare = sorted(known, key=lambda word: (len(self._by_word[word]), word))[:3]
        near = [one for word in rare for one in self._by_word[word][:_COMMON]]
        best = max(near, key=lambda one: (likeness(goal.topic, one.topic), one.node), default=None)
        return best if best and likeness(goal.topic, best.topic) >= _ALIKE else None
