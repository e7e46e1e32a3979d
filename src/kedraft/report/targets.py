"""Chỉ tiêu: the parent's targets beside the child's on the same matter."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from kedraft.model.base import Frozen
from kedraft.model.draft import Draft
from kedraft.model.origin import Adapted, Inherited, Replaced
from kedraft.model.plan import Item, NodeId, Plan, Target


class Verdict(StrEnum):
    """So với chỉ tiêu cấp trên."""

    SAME = "same"
    STRICTER = "stricter"
    WEAKER = "weaker"
    MISSING = "missing"


class TargetRow(Frozen):
    """Chỉ tiêu - the parent's, and the child's on the same matter if there is one."""

    parent: Target
    child: Target | None = None
    verdict: Verdict


_LEVELS = frozenset(
    re.findall(
        r"\w+",
        "tỉnh huyện xã phường thành phố thị trấn quận thôn bản cấp địa bàn các trên toàn tại trong của và có được đạt từ trở lên ít nhất tối thiểu",
    )
)
_AIMS = re.compile(r"(?i:mục tiêu|chỉ tiêu)")
_COUNT = re.compile(
    r"(?<![\w/.,])\d[\d.]*(?!\d|/|[.,]\d) (?!tháng|năm|ngày|giờ)[^\W\d_]+(?: (?!hoặc|và|của|có|để|ở|tại|cho|trở|đạt|được|theo|với|trong|trên)[^\W\d_]+)?"
)
_LESS = re.compile(r"(?i:dưới|không quá|tối đa|còn|xuống|thấp hơn|không vượt quá)(?:\s+(?:còn|mức|khoảng|dưới))*\s*\Z")


class _Goal(Frozen):
    target: Target
    number: float | None
    less: bool
    topic: frozenset[str]
    node: NodeId


def _goals(listed: Sequence[Target]) -> list[_Goal]:
    out: list[_Goal] = []
    at: dict[tuple[NodeId, str], int] = {}
    for target in listed:
        key = (target.node, target.text)
        start = target.text.find(target.value, at.get(key, 0))
        start = start if start >= 0 else max(0, target.text.find(target.value))
        at[key] = start + len(target.value)
        out.append(_goal(target, start))
    return out


def _goal(target: Target, start: int) -> _Goal:
    before, after = target.text[:start], target.text[start + len(target.value) :]
    clause_before = re.split(r"[;%]|,(?=[^,]*\Z)", before)[-1]
    clause_after = re.split(r"[;.]|,?\s(?:và\s)?\d+\s?%", after)[0]
    words = [w for w in re.findall(r"[^\W\d_]+", f"{clause_before} {clause_after}".casefold()) if w not in _LEVELS]
    digits = re.search(r"\d+(?:[.,]\d+)?", target.value)
    number = float(digits.group().replace(",", ".")) if digits else None
    return _Goal(
        target=target, number=number, less=bool(_LESS.search(before)), topic=frozenset(words), node=target.node
    )


def targets_of(draft: Draft) -> tuple[TargetRow, ...]:
    """Each target of the parents beside the child's on the same matter; one whose paragraph was left out needs own words for it."""
    own = [*_goals(draft.plan.targets), *_counted(draft.plan)]
    free = list(range(len(own)))
    kept = {node.origin.node: node.id for node in draft.plan.walk() if isinstance(node.origin, Inherited | Adapted)}
    taken_over = frozenset(kept.values())
    kept |= {node.origin.node: node.id for node in draft.plan.walk() if isinstance(node.origin, Replaced)}
    gone = {one.node for one in draft.dropped}
    out: list[TargetRow] = []
    for goal in (*_asked(draft), *_counted(draft.parent)):
        fitting = [at for at in free if goal.node not in gone or own[at].node not in taken_over]
        here = [at for at in fitting if own[at].node == kept.get(goal.node)]
        scored = [(_alike(goal, own[at]), -at) for at in here or fitting]
        score, best = max(scored, default=(0.0, 0))
        if score < 0.5:
            out.append(TargetRow(parent=goal.target, verdict=Verdict.MISSING))
            continue
        free.remove(-best)
        out.append(TargetRow(parent=goal.target, child=own[-best].target, verdict=_verdict(goal, own[-best])))
    return tuple(out)


def _counted(plan: Plan) -> Iterator[_Goal]:
    """Counts in paragraphs of aims: reading a plan tells them from tasks only where a demand stands with them."""
    known = {target.node for target in plan.targets}
    for section in plan.sections:
        yield from _counts_below(section, known, aims=False)


def _counts_below(item: Item, known: set[NodeId], *, aims: bool) -> Iterator[_Goal]:
    aims = aims or bool(item.heading and _AIMS.search(item.heading.text))
    if aims and not item.children and item.text and item.id not in known:
        found = _COUNT.search(item.text.text)
        if found:
            yield _goal(Target(value=found.group(), text=item.text.text, node=item.id), found.start())
    for child in item.children:
        yield from _counts_below(child, known, aims=aims)


def _asked(draft: Draft) -> list[_Goal]:
    """The parent's goals, and those of the plans behind it which the parent does not set itself."""
    asked = _goals(draft.parent.targets)
    for one in draft.above:
        asked += [goal for goal in _goals(one.plan.targets) if all(_alike(goal, known) < 0.5 for known in asked)]
    return asked


def _alike(one: _Goal, other: _Goal) -> float:
    if not one.topic or not other.topic:
        return 0.0
    shared = len(one.topic & other.topic)
    return 2 * shared / (len(one.topic) + len(other.topic)) + (0.05 if one.target.value == other.target.value else 0.0)


def _verdict(parent: _Goal, child: _Goal) -> Verdict:
    if parent.number is None or child.number is None or parent.number == child.number:
        return Verdict.SAME
    higher = child.number > parent.number
    return Verdict.STRICTER if higher != parent.less else Verdict.WEAKER
