"""Duties: every sentence of a parent plan that binds the level which drafts the child, and nothing else.

Three ways of binding: a block headed by the addressee (`14. Ủy ban nhân dân các huyện, thị xã, thành phố`), a sentence in which
the addressee acts, is told to act, or is named as partner, and a row of a task table. A body that is only spoken of (a place, an
audience, somebody whom a department guides) is not bound: what stands before the list of bodies decides.
"""

import re
from collections.abc import Sequence
from itertools import takewhile, zip_longest

from kedraft.grammar.address import OPENER, STATE, Role, list_end, list_start, relation
from kedraft.grammar.around import Around
from kedraft.grammar.assigned import TASK_TITLE, Taken, among, assigned_within, assignments, is_note, role_of, when
from kedraft.grammar.bodies import ACTS, ORGANS, OTHER_ACTS, TASK_START, VERB, starts_with_body
from kedraft.grammar.bound import AGENCIES, Bound, Mention
from kedraft.grammar.due import SENDS, deadline_of, receiver_of
from kedraft.grammar.tasks import rows_of
from kedraft.grammar.titles import block_of
from kedraft.model.base import Frozen, Words
from kedraft.model.locality import Locality
from kedraft.model.plan import Item, NodeId, Plan, Table
from kedraft.vietnamese.labels import NUMBERED, Marker
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import new_tone

#: Addressee of a sentence that names nobody and so binds whoever carries the plan out.
EVERYONE = "các cơ quan, đơn vị thực hiện Kế hoạch"


class Duty(Frozen):
    """Nhiệm vụ cấp trên giao - in the source's words; `deadline` and `to` None where it does not say.

    `node` is the nearest numbered item, `leaf` the paragraph or table itself (`closing` for the closing paragraphs).
    """

    text: Words
    addressed: Words
    role: Role
    deadline: Words | None = None
    to: Words | None = None
    node: NodeId
    leaf: NodeId


def duties(plan: Plan, locality: Locality) -> tuple[Duty, ...]:
    """Every duty of `plan` for the level of `locality`, in reading order."""
    reader = _Reader(Bound.of(plan, locality))
    for section in plan.sections:
        reader.read(section, Around(node=section.id))
    if plan.sections:
        last = plan.sections[-1].id
        for paragraph in plan.closing:
            reader.prose(paragraph.text.text, "closing", Around(node=last, closing=True))
    for annex in plan.annexes:
        heading = (annex.heading,) if annex.heading else ()
        for child in annex.children:
            reader.read(child, Around(node=annex.id, headings=heading))
    return tuple(reader.found)


#: `Giám đốc các Sở: …; Chủ tịch UBND …`: the list began before the semicolon.
_LISTED_BEFORE = lazily(
    rf"(?i:(?:(?:đề nghị|yêu cầu)\s+)?(?:các đồng chí\s+)?(?:thủ trưởng|giám đốc|lãnh đạo|các sở)(?!\w)(?:(?!(?<!\w)(?-i:{VERB})(?!\w))[^.])*;\s*)"
)
_BOUNDARY = lazily(r"(?<=[.!?])\s+(?=[A-ZĐÀ-Ỹ“\"(])|\n+")
_GENERIC = lazily(
    r"(?i:(?:thực hiện|tập trung|triển khai|có trách nhiệm|làm)\b[^.;]{0,40}(?:nhiệm vụ|nội dung|công việc|giải pháp|việc)(?: \w+){0,4}\s*:\s*\Z)"
)
_BINDING_WORDS = r"(?i:có trách nhiệm|chịu trách nhiệm|đề nghị|yêu cầu|(?<!\w)giao(?! tiếp)(?!\w)|có nhiệm vụ)"
_BINDING = lazily(_BINDING_WORDS)
#: `…; yêu cầu nghiêm túc tổ chức thực hiện`: an order that names no body.
_TOLD_NOBODY = lazily(rf"(?i:(?:đề nghị|yêu cầu)\s+(?=(?:{VERB}|{ACTS})(?!\w)))")
_ACTS_FIRST = lazily(rf"\s*(?!phấn đấu|xác định|nhận|nêu cao|nâng cao|phát huy)(?:{ACTS})(?!\w)")
_CONTACT = lazily(r"(?i:(?:mọi\s+)?(?:thông tin|chi tiết|thắc mắc)[^.]{0,40}\sliên hệ)")
#: Where purposes and requirements stand under one heading.
_BINDING_HERE = lazily(rf"{_BINDING_WORDS}|(?i:(?<!\w)(?:phải|cần)(?!\w))")

_LONGEST_NAME = 160


def _is_name(text: str) -> bool:
    """Whether a plain line says nothing but whom the lines after it speak to: `UBND các xã, phường`."""
    short = 0 < len(text) <= _LONGEST_NAME and ":" not in text and not text.endswith((".", ";"))
    return short and starts_with_body(text)


class _Reader:
    """Walks the plan and collects duties."""

    def __init__(self, bound: Bound) -> None:
        self.bound = bound
        self.found: list[Duty] = []

    def read(self, item: Item, around: Around, before: Item | None = None, above: Item | None = None) -> None:
        """One item with everything below it."""
        if item.marker in NUMBERED:
            around = Around(item.id, around.headings, around.block, around.closing)
        if item.table is not None:
            self._table(item, item.table, around)
            return
        heading = item.heading.text if item.heading else ""
        text = item.text.text if item.text else ""
        if assigned := assignments(heading, text):
            self._from_assignment(item, assigned, around, before, above)
            return
        title = heading or (text if item.children or text.rstrip().endswith(":") else "")
        inner = self._inside(title, around, item.children)
        if heading or item.children:
            said = text if inner.block is around.block or heading else ""
            self._own_words(item, heading, said, inner)
        else:
            self.prose(text, item.id, around)
        if not self._is_content_list(item, inner):
            self._children(item, inner)

    def _children(self, item: Item, inner: Around) -> None:
        before: Item | None = None
        led = inner
        for child, following in zip_longest(item.children, item.children[1:]):
            if child.marker is Marker.NONE:
                led = self._led(child, following, inner)
                if led is not inner:
                    continue
            self.read(child, led, before, item)
            if not (child.marker is Marker.NONE and before) and not is_note(child):
                before = child

    def _led(self, lead_in: Item, following: Item | None, around: Around) -> Around:
        """What a plain paragraph changes for the lines after it: `UBND các xã, phường thực hiện các nhiệm vụ sau:`."""
        text = lead_in.text.text.strip() if lead_in.text else ""
        if lead_in.children or following is None or following.marker is Marker.NONE:
            return around
        if not text.endswith(":") and not _is_name(text):
            return around
        inner = self._inside(text, around, (following,))
        return inner if inner.block is not around.block else around

    def _inside(self, title: str, around: Around, below: Sequence[Item]) -> Around:
        """What the title changes for everything below it."""
        if not title:
            return around
        block = block_of(self.bound, title, around, below)
        return Around(around.node, (*around.headings, title), block or around.block, around.closing)

    def _own_words(self, item: Item, heading: str, text: str, inner: Around) -> None:
        """The words of an item that also has a heading or children."""
        if not text and heading and (not item.children or TASK_START.match(new_tone(heading))):
            text = heading if inner.block is None or inner.block.addressed[:20] not in heading[:60] else ""
        if not text:
            return
        ours = inner.block is not None and inner.block.role is not None
        if item.children and text.rstrip().endswith(":") and ours and not self._is_content_list(item, inner):
            return
        self.prose(text, item.id, inner)

    def _is_content_list(self, item: Item, around: Around) -> bool:
        """Whether the items below only tell what the lead-in is about, so that the lead-in is the duty."""
        text = item.text.text.rstrip() if item.text else ""
        ours = around.block is not None and around.block.role is not None
        if not (ours and item.heading is None and text.endswith(":") and item.children) or _GENERIC.search(text):
            return False
        if block_of(self.bound, text, Around(around.node, around.headings)) is not None:
            return False
        tasks = sum(bool(TASK_START.match(child.words)) for child in item.children)
        return 2 * tasks < len(item.children)

    # --- paragraphs

    def prose(self, text: str, leaf: NodeId, around: Around) -> None:
        """A paragraph: as a whole inside a block that speaks to us, sentence by sentence elsewhere."""
        block = around.block
        if block is not None and block.role is not None:
            for part in _parts([one for one in _sentences(text) if not self._speaks_to_another(one)]):
                self._add(part, block.addressed, block.role, leaf, around)
            return
        told = next(
            (who for who in (among(self.bound, role, words) for role, words in assigned_within(text)) if who), None
        )
        if told is not None:
            self._add(text, told.addressed, told.role, leaf, around)
            return
        running: Taken | None = None
        for sentence in _sentences(text):
            taken = self._taken(sentence, around)
            if (taken is None or taken.addressed == EVERYONE) and running and self._goes_on(sentence):
                taken = running
            if taken is not None:
                self._add(sentence, taken.addressed, taken.role, leaf, around)
            running = taken if taken and taken.role is not Role.PARTNER and block is None else None

    def _add(self, text: str, addressed: str, role: Role, leaf: NodeId, around: Around) -> None:
        plain = new_tone(text)
        self.found.append(
            Duty(
                text=text,
                addressed=addressed,
                role=role,
                deadline=_as_printed(deadline_of(plain), plain, text),
                to=_as_printed(receiver_of(plain), plain, text),
                node=around.node,
                leaf=leaf,
            )
        )

    def _taken(self, sentence: str, around: Around) -> Taken | None:
        text = new_tone(sentence)
        best: Taken | None = None
        end = 0
        for mention in self.bound.mentions(text):
            if mention.start < end:
                continue  # a member of the list just read
            start, end = list_start(text, mention.start), list_end(text, mention.end, self.bound)
            stands = relation(text, start, end, inside=around.block is not None)
            if stands is None or not self._counts(text, mention, stands, around, text[end:]):
                continue
            first = mention.start == start or self.bound.only_units(text[start : mention.start])
            alone = first and not _LISTED_BEFORE.fullmatch(text[:start])
            role = stands if stands is Role.PARTNER else role_of(mention, first=alone)
            if best is None or best.role is Role.PARTNER:
                best = Taken(_shown(sentence, start, end, mention), role)
        return best or self._everyone(text, sentence, around)

    def _counts(self, text: str, mention: Mention, relation: Role, around: Around, rest: str) -> bool:
        """Aims, purposes and lists of those concerned bind nobody, unless the words themselves do."""
        if re.match(r"(?i:mỗi)", text[mention.start :]) and STATE.match(text, mention.end):
            return False
        if not around.topic or (around.topic == "scope" and re.search(r"(?<!\w)do\s+\Z", text[: mention.start])):
            return True
        if around.topic == "mixed" and relation is Role.LEAD and _ACTS_FIRST.match(rest):
            return True
        told = _BINDING_HERE if around.topic == "mixed" else _BINDING
        return relation is not Role.PARTNER and bool(told.search(text))

    def _everyone(self, text: str, sentence: str, around: Around) -> Taken | None:
        """Closing words and reporting rules that name only `các cơ quan, đơn vị`, or nobody."""
        if around.topic or around.block is not None or not (around.closing or around.reports):
            return None
        for found in AGENCIES.finditer(text):
            start, end = list_start(text, found.start()), list_end(text, found.end(), self.bound)
            limited = re.search(
                r"(?i:cấp tỉnh|thuộc tỉnh|của tỉnh|cấp huyện|của huyện|(?:thuộc|của|cơ quan) Bộ)",
                text[start : end + 12],
            )
            if relation(text, start, end) is Role.LEAD and not limited:
                return Taken(sentence[start:end].strip(), Role.ALL)
        if starts_with_body(text) or re.search(r"(?i:ban hành|(?:được|đã) báo cáo)", text[:40]):
            return None
        if around.closing and _TOLD_NOBODY.search(text):
            return Taken(EVERYONE, Role.ALL)
        asks = receiver_of(text) or (around.reports and deadline_of(text))
        acts = re.search(r"(?i:(?<!\w)(?:nếu|trong quá trình|đề nghị|yêu cầu|kịp thời|định kỳ|báo cáo|phản ánh))", text)
        return Taken(EVERYONE, Role.ALL) if asks and acts and not OTHER_ACTS.search(text) else None

    def _goes_on(self, sentence: str) -> bool:
        text = new_tone(sentence)
        return (
            not starts_with_body(text)
            and bool(TASK_START.match(text) or OPENER.match(text))
            and len(text.split()) > 3
            and not _CONTACT.match(text)
            and not OTHER_ACTS.search(text)
        )

    def _speaks_to_another(self, text: str) -> bool:
        plain = new_tone(text)
        if self.bound.mentions(plain[:160]):
            return False
        if re.match(rf"(?:{ORGANS})(?!\w)[^,;.:]{{0,60}}?\s(?:cấp tỉnh|cấp thành phố|tỉnh|[Tt]rung ương)(?!\w)", plain):
            return True
        told = re.match(rf"(?:Đề nghị|Giao|Yêu cầu)\s+(?={ORGANS})", plain)
        named = re.match(
            rf"(?:{ORGANS})(?!\w)[^,;.:]{{3,60}}?\s(?:có trách nhiệm|chủ trì|tham mưu|tổng hợp|hướng dẫn|kiểm tra|cung cấp|giám sát|theo dõi|thẩm định|hỗ trợ|đôn đốc)(?!\w)",
            plain,
        )
        return bool(
            told or (named and not re.match(r"(?:Báo cáo|Tổ chức|Phòng, chống|Ban hành|Đội ngũ|Đoàn kết)", plain))
        )

    # --- lines that assign, and tables

    def _from_assignment(
        self, item: Item, lines: list[tuple[Role, str]], around: Around, before: Item | None, above: Item | None
    ) -> None:
        task = (
            before if before is not None and item.marker is Marker.NONE and before.marker is not Marker.NONE else above
        )
        told_in = _task_line(item, above)
        if told_in is not None:
            task = told_in
        told = next((who for who in (among(self.bound, role, words) for role, words in lines) if who), None)
        if told is None or task is None:
            return
        text = task.words
        if any(duty.leaf == task.id for duty in self.found):
            return
        due = when(task, item) or (when(*_notes_after(item, above)) if told_in is not None and above else None)
        self.found.append(
            Duty(
                text=text,
                addressed=told.addressed,
                role=told.role,
                deadline=due or deadline_of(text),
                node=around.node,
                leaf=task.id,
            )
        )

    def _table(self, item: Item, table: Table, around: Around) -> None:
        for task in rows_of(table, around.node):
            told = among(self.bound, Role.LEAD, task.lead) if task.lead else None
            told = told or among(self.bound, Role.PARTNER, "; ".join(task.partners))
            if told is not None:
                self.found.append(
                    Duty(
                        text=task.content,
                        addressed=told.addressed,
                        role=told.role,
                        deadline=task.due,
                        node=around.node,
                        leaf=item.id,
                    )
                )


def _task_line(item: Item, above: Item | None) -> Item | None:
    """The line before `item` that tells the task itself: `Nội dung: …` above `Cơ quan thực hiện: …`."""
    told = None
    for one in above.children if above is not None else ():
        if one is item:
            return told
        if TASK_TITLE.match(one.words) and len(one.words.split(":", 1)[1].split()) > 1:
            told = one
    return None


def _notes_after(item: Item, above: Item) -> tuple[Item, ...]:
    """The lines after `item` that belong to the same task."""
    after = above.children[above.children.index(item) + 1 :]
    return tuple(takewhile(lambda one: not TASK_TITLE.match(one.words), after))


def _shown(sentence: str, start: int, end: int, mention: Mention) -> str:
    """The list of bodies as it stands; only our own words when the list is long."""
    words = sentence[start:end].strip(" ,;")
    return words if len(words) <= 160 else sentence[mention.start : mention.end].strip(" ,;")


def _sentences(text: str) -> list[str]:
    return [part for part in (piece.strip() for piece in _BOUNDARY.split(text)) if part]


def _parts(said: Sequence[str]) -> list[str]:
    """The sentences of a paragraph as one part, but for a later one that reports by a date of its own."""
    parts: list[str] = []
    for sentence in said:
        own = bool(SENDS.search(sentence)) and deadline_of(sentence) is not None
        if parts and not own and not (len(parts) > 1):
            parts[-1] += " " + sentence
        else:
            parts.append(sentence)
    return parts


def _as_printed(words: str | None, plain: str, text: str) -> str | None:
    """`words`, found in `plain`, as `text` prints them: the two differ in tone marks only."""
    at = plain.find(words) if words else -1
    return text[at : at + len(words)] if words and at >= 0 else words
