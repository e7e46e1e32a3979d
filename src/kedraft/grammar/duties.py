"""Duties: every sentence of a parent plan that binds the level which drafts the child, and nothing else.

Three ways of binding: a block headed by the addressee (`14. Ủy ban nhân dân các huyện, thị xã, thành phố`), a sentence in which
the addressee acts, is told to act, or is named as partner, and a row of a task table. A body that is only spoken of (a place, an
audience, somebody whom a department guides) is not bound: what stands before the list of bodies decides.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest

from kedraft.grammar.address import AT_PLACE, STATE, Role, list_end, list_start, relation
from kedraft.grammar.another import speaks_to_another
from kedraft.grammar.around import Around
from kedraft.grammar.assigned import (
    Taken,
    among,
    assigned_within,
    assignments,
    is_note,
    named_behind,
    notes_after,
    role_of,
    task_line,
    told_by,
    when,
)
from kedraft.grammar.bodies import ACTS, OTHER_ACTS, TASK_START, VERB, starts_with_body
from kedraft.grammar.bound import Bound, Mention
from kedraft.grammar.due import deadline_of, receiver_of
from kedraft.grammar.everyone import EVERYONE, TOLD_NOBODY, everyone
from kedraft.grammar.lead_ins import LONGEST_NAME, breaks_off, hands_out, is_name, may_lead, runs_in
from kedraft.grammar.limits import limit_of
from kedraft.grammar.openers import OPENER
from kedraft.grammar.paragraphs import as_printed, parts, said_in
from kedraft.grammar.task_tables import rows_of
from kedraft.grammar.titles import block_of
from kedraft.model.base import Frozen, Words
from kedraft.model.locality import Locality
from kedraft.model.plan import Item, Level, NodeId, Plan, Table
from kedraft.vietnamese.labels import NUMBERED, Marker
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import new_tone


class Duty(Frozen):
    """Nhiệm vụ cấp trên giao - in the source's words; `deadline` and `to` None where it does not say.

    `node` is the nearest numbered item, `leaf` the paragraph or table itself (`closing` for the closing paragraphs). `only`: the words
    that say which units of the level are meant (`có đường sắt đi qua`), where the source does not name them: the unit itself must know.
    """

    text: Words
    addressed: Words
    role: Role
    deadline: Words | None = None
    to: Words | None = None
    node: NodeId
    leaf: NodeId
    only: Words | None = None


def duties(plan: Plan, locality: Locality) -> tuple[Duty, ...]:
    """Every duty of `plan` for the level of `locality`, in reading order."""
    return _read(plan, Bound.of(plan, locality))


def duties_of_others(plan: Plan, locality: Locality) -> tuple[Duty, ...]:
    """What `plan` asks of other units of the same level by their own names, and not of `locality`."""
    ours = {(duty.leaf, duty.text) for duty in duties(plan, locality)}
    others = _read(plan, Bound.of(plan, locality).elsewhere)
    return tuple(duty for duty in others if (duty.leaf, duty.text) not in ours)


def duties_of_province(plan: Plan, locality: Locality) -> tuple[Duty, ...]:
    """What a central body's plan asks of provinces and of `các địa phương`: below them it is work once the province hands it on."""
    if plan.issuing_body.level is not Level.CENTRAL or locality.level is Level.PROVINCE:
        return ()
    return duties(plan, Locality(level=Level.PROVINCE, province=locality.province, on=locality.on))


def _read(plan: Plan, bound: Bound) -> tuple[Duty, ...]:
    issued = plan.place_and_date.date
    reader = _Reader(bound, int(issued[:4]) if issued else None)
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
    rf"(?i:(?:(?:đề nghị|yêu cầu)\s+)?(?:các đồng chí\s+)?(?:thủ trưởng|giám đốc|lãnh đạo|các sở)(?!\w)(?:(?!(?<!\w)(?-i:{VERB})(?!\w))[^.])*;\s*|(?:[^:;]*\s)?các sở(?:, ngành)?\s*:[^:;]*,\s*)"
)
_GENERIC = lazily(
    r"(?i:(?:thực hiện|tập trung|triển khai|có trách nhiệm|làm)\b[^.;]{0,40}(?:nhiệm vụ|nội dung|công việc|giải pháp|việc)(?: \w+){0,4}\s*:\s*\Z)"
)
_BINDING_WORDS = r"(?i:có trách nhiệm|chịu trách nhiệm|đề nghị|yêu cầu|(?<!\w)giao(?! tiếp)(?!\w)|có nhiệm vụ)"
#: Among aims and purposes only an order to the body binds it, or words that make it answer for something.
_ORDER_BEFORE = lazily(r"(?i:(?<!\w)(?:đề nghị|yêu cầu|giao(?! tiếp))(?!\w))")
_TRUSTED = lazily(r"(?i:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)")
_ACTS_FIRST = lazily(
    rf"\s*(?!phấn đấu|xác định(?![^;.]{3, 60} là nhiệm vụ)|nhận|nêu cao|nâng cao|phát huy)(?:{ACTS})(?!\w)"
)
_CONTACT = lazily(
    r"(?i:(?:mọi\s+)?(?:thông tin|chi tiết|thắc mắc)[^.]{0,40}\sliên hệ|kế hoạch này\s+(?:thay thế|có hiệu lực|được ban hành|gồm))"
)
#: Where purposes and requirements stand under one heading.
_BINDING_HERE = lazily(rf"{_BINDING_WORDS}|(?i:(?<!\w)(?:phải|cần)(?!\w))")

#: Words that only join an order to the one before: `Đồng thời đề nghị Công ty Điện lực …`.
_BESIDES = lazily(r"(?i:\A(?:đồng thời|ngoài ra|bên cạnh đó|cùng với đó),?\s+)")
_APART = lazily(r"(?i:(?:riêng|đối với|về phía)\s+(?:đối với\s+)?)")


def _under_own_title(text: str, around: Around) -> Around:
    """Where a line stands that begins with a title of its own: `Tình hình: …` tells how things are."""
    label, colon, _ = text.partition(":")
    if not colon or around.block is not None or len(label.split()) > _SHORT_TITLE:
        return around
    told = Around(around.node, (*around.headings, label), None, around.closing)
    return told if told.topic == "purpose" else around


_SHORT_TITLE = 6


class _Reader:
    """Walks the plan and collects duties."""

    def __init__(self, bound: Bound, since: int | None) -> None:
        self.bound = bound
        self.since = since
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
        if breaks_off(heading, text):
            heading, text = "", f"{heading} {text}"
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
        led, leader = inner, Marker.NONE
        for child, following in zip_longest(item.children, item.children[1:]):
            if child.marker in (Marker.NONE, leader) or may_lead(child, following):
                led = self._led(child, following, inner)
                leader = child.marker
                if led is not inner:
                    continue
            self.read(child, led, before, item)
            if not (child.marker is Marker.NONE and before) and not is_note(child):
                before = child

    def _led(self, lead_in: Item, following: Item | None, around: Around) -> Around:
        """What a plain paragraph changes for the lines after it: `UBND các xã, phường thực hiện các nhiệm vụ sau:`."""
        text = lead_in.text.text.strip() if lead_in.text else ""
        if lead_in.children or following is None or following.marker is lead_in.marker:
            return around
        if following.marker is Marker.NONE or (lead_in.marker is Marker.NONE and hands_out(following)):
            return around
        if not text.endswith(":") and not is_name(text):
            return around
        inner = self._inside(text, around, (following,))
        return inner if inner.block is not around.block else around

    def _inside(self, title: str, around: Around, below: Sequence[Item]) -> Around:
        """What the title changes for everything below it."""
        if not title:
            return around
        block = block_of(self.bound, title, around, below)
        if block and block.role is Role.ALL and 2 * sum(map(hands_out, below)) > len(below):
            block = None  # `Trách nhiệm của các cấp, các ngành`: each line names its own body
        return Around(around.node, (*around.headings, title), block or around.block, around.closing)

    def _labelled(self, text: str, around: Around) -> Taken | None:
        """`Ngân sách huyện, xã: bố trí …`: what a line tells the level to do that its first words name."""
        label, colon, rest = text.partition(":")
        if not colon or around.topic or around.block is not None or len(label) > LONGEST_NAME:
            return None
        named = self.bound.level_of_title(new_tone(label)) and TASK_START.match(new_tone(rest.strip().capitalize()))
        return Taken(label.strip(), Role.LEAD) if named else None

    def _own_words(self, item: Item, heading: str, text: str, inner: Around) -> None:
        """The words of an item that also has a heading or children."""
        if not text and heading and (not item.children or TASK_START.match(new_tone(heading)) or runs_in(heading)):
            text = heading if inner.block is None or inner.block.addressed[:20] not in heading else ""
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
        around = _under_own_title(text, around)
        block = around.block
        if block is not None and block.role is not None:
            for part in parts([one for one in said_in(text) if not speaks_to_another(self.bound, one)]):
                only = self._limited(new_tone(part)) or block.only
                self._add(part, Taken(block.addressed, block.role, only), leaf, around)
            return
        assigned = (among(self.bound, role, words) for role, words in assigned_within(text))
        told = next((who for who in assigned if who), None) or self._labelled(text, around)
        if told is None and not around.topic and block is None:
            told = named_behind(self.bound, text)
        if told is not None:
            self._add(text, told, leaf, around)
            return
        running: Taken | None = None
        for sentence in said_in(text):
            taken = self._taken(sentence, around)
            if (taken is None or taken.addressed == EVERYONE) and running and self._goes_on(sentence):
                taken = running
            if taken is not None:
                self._add(sentence, taken, leaf, around)
            running = taken if taken and taken.role is not Role.PARTNER and block is None else None

    def _limited(self, text: str) -> str | None:
        """The words with which a sentence of a block says at its head which of the units it means."""
        first = next(iter(self.bound.mentions(text[:200])), None)
        if first is None or not self.bound.only_units(_APART.sub("", text[: first.start])):
            return None
        return limit_of(text, first.start, first.end)

    def _add(self, text: str, whose: Taken, leaf: NodeId, around: Around) -> None:
        plain = new_tone(text)
        self.found.append(
            Duty(
                text=text,
                addressed=whose.addressed,
                role=whose.role,
                only=whose.only,
                deadline=as_printed(deadline_of(plain, self.since), plain, text),
                to=as_printed(receiver_of(plain), plain, text),
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
            stands = relation(text, start, end, inside=around.block is not None, below=around.below_committee)
            if stands is None or not self._counts(text, mention, stands, around, text[end:]):
                placed = AT_PLACE.match(text, 0, mention.start)
                end = mention.end if placed else list_end(text, mention.end, self.bound, clause=True)
                continue
            first = mention.start == start or self.bound.only_units(text[start : mention.start])
            alone = first and not _LISTED_BEFORE.fullmatch(text[:start])
            role = stands if stands is Role.PARTNER else role_of(mention, first=alone)
            if best is None or best.role is Role.PARTNER:
                best = Taken(_shown(sentence, start, end, mention), role, limit_of(text, mention.start, mention.end))
        return best or everyone(self.bound, text, sentence, around)

    def _counts(self, text: str, mention: Mention, relation: Role, around: Around, rest: str) -> bool:
        """Aims, purposes and lists of those concerned bind nobody, unless the words themselves do."""
        if re.match(r"(?i:mỗi)", text[mention.start :]) and STATE.match(text, mention.end):
            return False
        if not around.topic or (
            around.topic in ("scope", "mixed") and re.search(r"(?<!\w)do\s+\Z", text[: mention.start])
        ):
            return True
        if around.topic == "mixed" and relation is Role.LEAD and _ACTS_FIRST.match(rest):
            return True
        if relation is Role.PARTNER:
            return False
        if around.topic == "mixed":
            return bool(_BINDING_HERE.search(text))
        return bool(_ORDER_BEFORE.search(text[: mention.end]) or _TRUSTED.search(rest))

    def _goes_on(self, sentence: str) -> bool:
        text = new_tone(sentence)
        return (
            not starts_with_body(text)
            and bool(TASK_START.match(text) or OPENER.match(text) or TOLD_NOBODY.match(text))
            and len(text.split()) > 3
            and not _CONTACT.match(text)
            and not OTHER_ACTS.search(text)
            and not speaks_to_another(self.bound, _as_begun(_BESIDES.sub("", text)))
        )

    # --- lines that assign, and tables

    def _from_assignment(
        self, item: Item, lines: list[tuple[Role, str]], around: Around, before: Item | None, above: Item | None
    ) -> None:
        task = (
            before if before is not None and item.marker is Marker.NONE and before.marker is not Marker.NONE else above
        )
        told_in = task_line(item, above)
        if told_in is not None:
            task = told_in
        told = next((who for who in (among(self.bound, role, words) for role, words in lines) if who), None)
        if told is None or task is None:
            return
        text = task.words
        if any(duty.leaf == task.id for duty in self.found):
            return
        due = when(task, item) or (when(*notes_after(item, above)) if told_in is not None and above else None)
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
            told = told_by(self.bound, task.lead) if task.lead else None
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


def _as_begun(text: str) -> str:
    """Words as they would stand at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def _shown(sentence: str, start: int, end: int, mention: Mention) -> str:
    """The list of bodies as it stands; only our own words when the list is long."""
    words = sentence[start:end].strip(" ,;")
    return words if len(words) <= 160 else sentence[mention.start : mention.end].strip(" ,;")
