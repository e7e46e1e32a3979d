"""What the parent asks of this level, and what became of it in the draft: taken where, by whom, dropped why, or not seen.

A duty whose paragraph the draft keeps is taken there. Otherwise the draft's own words are searched, clause by clause; nothing is
claimed that the words do not show.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Any

from kedraft.grammar.bodies import addressee
from kedraft.grammar.due import deadline_of
from kedraft.grammar.duties import Duty
from kedraft.grammar.task_tables import rows_of
from kedraft.model.base import Frozen, Words
from kedraft.model.draft import Draft
from kedraft.model.origin import Adapted, Inherited, Replaced
from kedraft.model.plan import Item, NodeId
from kedraft.model.spec import DroppedSection, InheritedSection
from kedraft.report.core import PROBLEMS, REPORTS, holds, rhythm_said, task_and_report, without_dates
from kedraft.report.places import place_of
from kedraft.vietnamese.text import squeeze

#: Where a duty is met by the plan as such (`Xây dựng kế hoạch …`).
THIS_PLAN = "kế hoạch này"


class Taking(StrEnum):
    """Tiếp nhận - `partly`: some of its clauses are found; `unseen`: no words of the draft show it."""

    TAKEN = "taken"
    PARTLY = "partly"
    DROPPED = "dropped"
    UNSEEN = "unseen"


class TakenDuty(Frozen):
    """Nhiệm vụ được giao và nơi tiếp nhận - `at` is its place as a person names it, `nodes` of the child (or `kế hoạch này`), `by` its own body, its own `deadline`.

    `missing` are the clauses that no words of the draft show; `reason` why it was dropped, or why its section was.
    """

    duty: Duty
    at: Words = ""
    taking: Taking
    nodes: tuple[NodeId, ...] = ()
    by: Words | None = None
    words: Words | None = None
    deadline: Words | None = None
    missing: tuple[Words, ...] = ()
    reason: Words | None = None


def question_of(duty: Duty) -> str:
    """What a person must find out of a duty that means some units only; empty where it means all."""
    return f"Chỉ giao đơn vị “{duty.only}”: cần xác định đơn vị mình có thuộc diện này" if duty.only else ""


def duty_json(duty: Duty) -> dict[str, Any]:
    """A duty as in the contract; with `only` where the source says which units it means."""
    return duty.model_dump(mode="json", exclude={"leaf"} if duty.only else {"leaf", "only"})


def taken(draft: Draft, duties: Sequence[Duty]) -> tuple[TakenDuty, ...]:
    """What became of each duty, in the same order."""
    finder = Finder(draft)
    return tuple(finder.fate(duty).evolve(at=place_of(duty, draft.source_of(duty.leaf))) for duty in duties)


# --- the draft's words -----------------------------------------------------------------------------------------------

_COMMON = frozenset(
    re.findall(
        r"\w+",
        "các và của cho về tại trên trong theo với để từ đến là có được những này đó khi do việc thực hiện tổ chức triển khai kế hoạch nhiệm vụ công tác nội dung địa bàn "
        "tỉnh huyện xã phường thị trấn đặc khu thành phố quận cấp thôn bản trước ngày tháng năm quý hằng hàng hoàn thành nhân dân ủy ban ubnd cơ quan đơn vị địa phương sở ban ngành",
    )
)
_WORD = re.compile(r"[^\W\d_]+|\d+%?")
_MAKES_PLAN = re.compile(
    r"(?i:(?:chủ động\s+)?(?:căn cứ[^,;]*,\s*)?(?:xây dựng|ban hành|cụ thể hóa)(?:,?\s*(?:và\s+)?ban hành)?\s+(?:các\s+)?(?:kế hoạch|chương trình, kế hoạch|văn bản chỉ đạo)(?!\s+(?:số|kiểm tra|tập huấn|phối hợp liên ngành)))"
)
_CARRIES_OUT = re.compile(
    r"(?i:(?:triển khai|tổ chức|thực hiện|nghiêm túc)[^;.]{0,60}(?:kế hoạch này|nhiệm vụ được phân công|nội dung kế hoạch)|(?:nghiêm túc|khẩn trương)\s+(?:triển khai|tổ chức)?\s*(?:thực hiện|triển khai)\s*(?:\./)?\.?\s*\Z|thực hiện\s+(?:nghiêm túc|nghiêm|tốt|có hiệu quả)(?:,? (?:có )?hiệu quả)?\W*\Z)"
)
#: Who leads the whole plan: said with other words by each office.
_LEADS = re.compile(r"(?i:(?:đầu mối|thường trực|chủ trì)[^;.]{0,90}kế hoạch)")
_ALIKE = 0.6
#: From here on a paragraph speaks of a clause, be it in other words.
_NEARLY = 0.5


@dataclass(frozen=True, slots=True)
class _Words:
    """A paragraph or table row of the draft, and the body that it is given to."""

    node: NodeId
    text: str
    by: str | None
    tokens: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def _tokens(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold().replace("uỷ", "ủy")) if word not in _COMMON]


def _pairs(tokens: Sequence[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(tokens))


class Finder:
    """Looks duties up in one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def fate(self, duty: Duty) -> TakenDuty:
        """Taken with its paragraph, else as the draft's own words show."""
        kept = self._kept.get(duty.leaf)
        if kept is not None and (kept.table is None or duty.text.split("\n")[0] in kept.words):
            words = duty.text if kept.table else kept.words
            by = self._by.get(kept.id)
            deadline = (duty.deadline if kept.table else None) or deadline_of(words)
            return TakenDuty(duty=duty, taking=Taking.TAKEN, nodes=(kept.id,), by=by, words=words, deadline=deadline)
        return self._by_words(duty)

    def says_something_of(self, words: str, body: str | None, inside: frozenset[NodeId]) -> bool:
        """Whether the draft's items `inside` give `body` a block of its own, or say some clause of these words."""
        if body and _body(body) in {_body(one) for node in inside if (one := self._by.get(node))}:
            return True
        said = [one for one in self._own if one.node in inside]
        if _LEADS.search(words) and any(_LEADS.search(one.text) for one in said):
            return True
        return any(
            _MAKES_PLAN.match(clause) or any(self._score(tokens, one) >= _NEARLY for one in said)
            for clause in _clauses_of(words)
            if len(set(tokens := _tokens(without_dates(clause)))) > 1
        )

    def _by_words(self, duty: Duty) -> TakenDuty:
        found: list[_Words] = []
        dates: list[str] = []
        missing: list[str] = []
        met = False
        for clause in _clauses(duty):
            if _MAKES_PLAN.match(clause) or (_CARRIES_OUT.search(clause) and not REPORTS.search(clause)):
                met = True
            elif _weightless(clause):
                continue
            elif best := self._best(clause, duty):
                found.append(best)
                dates += [date] if (date := _date_for(clause, best.text)) else []
            else:
                missing.append(clause)
        nodes = (*((THIS_PLAN,) if met else ()), *dict.fromkeys(one.node for one in found))
        if not nodes:
            return self._not_found(duty)
        texts = list(dict.fromkeys(one.text for one in found))
        bodies = list(dict.fromkeys(one.by for one in found if one.by))
        return TakenDuty(
            duty=duty,
            taking=Taking.PARTLY if missing else Taking.TAKEN,
            nodes=nodes,
            by="; ".join(bodies) or None,
            words="\n".join(texts) or None,
            deadline="; ".join(dict.fromkeys(dates)) or None,
            missing=tuple(missing),
        )

    def _not_found(self, duty: Duty) -> TakenDuty:
        reason = self._reasons.get(duty.leaf)
        plans = (self.draft.parent, *(one.plan for one in self.draft.above))
        sections = {section.id for plan in plans for section in plan.sections}
        named = self._named & ({duty.leaf, duty.node} - sections)
        return TakenDuty(duty=duty, taking=Taking.DROPPED if named and reason else Taking.UNSEEN, reason=reason)

    def _best(self, clause: str, duty: Duty) -> _Words | None:
        if REPORTS.search(clause) and duty.to:
            return self._report(duty.to, clause)
        tokens = _tokens(without_dates(clause))
        if len(set(tokens)) < 2:
            return None
        instead = self._instead(duty)
        fitting = [
            (self._score(tokens, one) + 0.3 * (one.node in instead), -at)
            for at, one in enumerate(self._own)
            if holds(clause, one.text, instead=one.node in instead)
        ]
        best = max(fitting, default=(0.0, 0))
        return self._own[-best[1]] if best[0] >= _ALIKE else None

    def _instead(self, duty: Duty) -> frozenset[NodeId]:
        """The child's items that were written in the place of the duty's own paragraph."""
        return self._rewritten.get(duty.leaf, frozenset()) | self._rewritten.get(duty.node, frozenset())

    @cached_property
    def _rewritten(self) -> dict[NodeId, frozenset[NodeId]]:
        return {
            item.origin.node: frozenset(inner.id for inner in item.walk())
            for item in self.draft.plan.walk()
            if isinstance(item.origin, Replaced)
        }

    def _report(self, to: str, clause: str) -> _Words | None:
        """A paragraph that reports to the same body; troubles may be told wherever troubles are spoken of."""
        receiver = set(_WORD.findall(to.partition("(")[0].casefold()))
        asked = bool(PROBLEMS.search(clause))
        for one in self._own:
            said = set(_WORD.findall(one.text.casefold()))
            fits = PROBLEMS.search(one.text) if asked else receiver <= said and rhythm_said(clause, one.text)
            if REPORTS.search(one.text) and fits:
                return one
        return None

    def _score(self, tokens: Sequence[str], one: _Words) -> float:
        """How much of the clause stands in the paragraph: rare words count more, pairs of words as much as words."""
        weights = {token: self._weight(token) for token in set(tokens)}
        total = sum(weights.values())
        alone = sum(weight for token, weight in weights.items() if token in one.tokens) / total if total else 0.0
        pairs = _pairs(tokens)
        together = len(pairs & one.pairs) / len(pairs) if pairs else alone
        return 0.6 * alone + 0.4 * together

    def _weight(self, token: str) -> float:
        return math.log(1 + len(self._own) / (1 + self._counts[token]))

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(token for one in self._own for token in one.tokens)

    @cached_property
    def _kept(self) -> dict[NodeId, Item]:
        """The child's items that keep a paragraph of the parent, by the parent's node."""
        return {
            item.origin.node: item
            for item in self.draft.plan.walk()
            if isinstance(item.origin, Inherited | Adapted) and (item.text or item.table or not item.children)
        }

    @cached_property
    def _by(self) -> dict[NodeId, str]:
        """The body to which each item of the child is given, as the nearest title says."""
        bodies: dict[NodeId, str] = {}

        def walk(item: Item, body: str | None) -> None:
            title = item.heading or (item.text if item.children else None)
            here = (addressee(title.text) if title else None) or body
            if here:
                bodies[item.id] = here
            for child in item.children:
                walk(child, here)

        for section in self.draft.plan.sections:
            walk(section, None)
        return bodies

    @cached_property
    def _own(self) -> tuple[_Words, ...]:
        """Every paragraph and task row of the draft; the office's own words first, for they are meant to take duties."""
        items = list(self.draft.plan.walk())
        written = [item for item in items if not isinstance(item.origin, Inherited | Adapted)]
        rest = [item for item in items if isinstance(item.origin, Inherited | Adapted)]
        said = [words for item in (*written, *rest) for words in self._words(item)]
        said += [self._said("lời kết", _demand(one.text.text), None) for one in self.draft.plan.closing]
        return tuple(said)

    def _words(self, item: Item) -> Iterator[_Words]:
        if item.table is not None:
            for task in rows_of(item.table, item.id):
                due = f", {task.due}" if task.due else ""
                yield self._said(item.id, task.content + due, task.lead)
        elif item.text is not None or not item.children:
            yield self._said(item.id, item.words, self._by.get(item.id))

    def _said(self, node: NodeId, text: str, by: str | None) -> _Words:
        tokens = _tokens(text)
        return _Words(node, text, by, frozenset(tokens), _pairs(tokens))

    @cached_property
    def _reasons(self) -> dict[NodeId, str]:
        return {one.node: one.reason for one in self.draft.dropped}

    @cached_property
    def _named(self) -> frozenset[NodeId]:
        """Nodes that the draft file itself drops by name."""
        named: set[NodeId] = set()
        for entry in (*self.draft.spec.sections, *self.draft.spec.annexes):
            if isinstance(entry, InheritedSection):
                named |= {drop.node for drop in entry.drop}
            elif isinstance(entry, DroppedSection):
                named.add(entry.drop)
        return frozenset(named)


_CLAUSE = re.compile(
    r";\s+|(?<=[.!?])\s+(?=[^\W\d_])|(?<=kế hoạch)\s+và\s+(?=(?:giao|tổ chức|phân công|báo cáo|gửi|bố trí|thành lập|chỉ đạo)(?!\w))"
)


def _clauses(duty: Duty) -> list[str]:
    """The duty's clauses, without the bodies that it is addressed to."""
    return _clauses_of(duty.text.replace(duty.addressed, "", 1))


def _clauses_of(words: str) -> list[str]:
    """A text cut at its semicolons and sentence ends, and before what is to be reported of a task."""
    text = squeeze(words).replace(", ,", ",")
    parts = (part for part in (piece.strip(" ,./") for piece in _CLAUSE.split(text)) if part)
    return [one for part in parts for one in task_and_report(part)]


def _body(name: str) -> str:
    """A body's name without its level: `Công an tỉnh` and `Công an phường` do the same for their units."""
    words = re.sub(
        r"(?i:(?<!\w)(?:cấp|tỉnh|thành phố|huyện|xã(?! hội)|phường|đặc khu|thị trấn|trên địa bàn|các|đề nghị)(?!\w))",
        " ",
        name,
    )
    return squeeze(words.casefold().replace("uỷ", "ủy")).strip(" ,.:")


def _demand(closing: str) -> str:
    """A closing paragraph without the plan's title at its beginning, which would look like any duty."""
    return re.sub(
        r"(?i:\Atrên đây là kế hoạch[^;.]*?(?:[;.]|,\s*(?=đề nghị|yêu cầu|trong quá trình|các|ủy ban|ubnd)))",
        "",
        closing,
    )


def _date_for(clause: str, text: str) -> str | None:
    """The date of the part of `text` that is most like `clause`; that of the whole text when the part has none."""
    asked = set(_tokens(clause))
    parts = re.split(r";\s+", text)
    best = max(parts, key=lambda part: len(asked & set(_tokens(part))))
    return deadline_of(best) or deadline_of(text)


def _weightless(clause: str) -> bool:
    """Words that demand nothing by themselves (`Trên đây là Kế hoạch …`)."""
    return bool(re.match(r"(?i:trên đây là)", clause)) or len(set(_tokens(without_dates(clause)))) < 2
