"""Lines that assign: `Cơ quan chủ trì: …; cơ quan phối hợp: …`, and the notes around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from kedraft.grammar.address import Role
from kedraft.grammar.bodies import ACTS, PART_OF_NAME, PIECE, TASK_START
from kedraft.grammar.bound import Bound, Mention
from kedraft.grammar.limits import limit_of
from kedraft.model.plan import Item
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import new_tone

_ASSIGNED = lazily(
    r"(?i:(?:(?:các\s+)?(?:cơ quan|đơn vị|bộ phận)\s+|phân công\s+|trách nhiệm\s+)?(?P<what>(?:chủ trì(?:,| và)? phối hợp|chủ trì(?: thực hiện| tổ chức thực hiện)?|phối hợp(?: thực hiện)?|đầu mối|(?:(?<=đơn vị )|(?<=cơ quan )|(?<=phân công )|(?<=trách nhiệm ))thực hiện|thực hiện(?=\s*:\s*(?:Sở|Ban|Công an|UBND|Ủy ban|Chủ tịch|Các|Trung tâm|Phòng|Văn phòng|các)\s)))\s*:\s*)"
)
#: `Đơn vị thực hiện: UBND các xã rà soát, bổ sung sách`: the line tells the task itself.
_TELLS_ITSELF = lazily(
    rf"{_ASSIGNED.pattern}(?:Chủ tịch\s+)?(?:UBND|Ủy ban nhân dân)\s+(?:các|cấp)\s+(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|và|[,\s])+?"
    rf"\s(?!chủ trì|phối hợp|thực hiện|triển khai|tổ chức|làm)(?:{ACTS})(?!\w)"
)
_HELPS = lazily(r"\s*(?:cùng )?phối hợp(?: thực hiện)?\s*(?:[;.)]|\Z)")
_WITHIN = lazily(rf"(?:[.;,(]\s*|\s[-–]\s)(?={_ASSIGNED.pattern}\S)")
_NOTES = lazily(
    r"(?i:(?:thời gian|thời hạn|tiến độ|kinh phí|địa điểm|sản phẩm|kết quả|nội dung|hình thức|số lượng|đối tượng|thành phần|quy mô)[^:.;]{0,30}:)"
)
_WHEN = lazily(r"(?i:(?:thời gian|thời hạn|tiến độ)(?: thực hiện| hoàn thành| tổ chức)*\s*:\s*(?P<when>[^;)\n]+))")

#: A line that names the task itself, above the one that names who does it: `Nhiệm vụ: …`, `Trách nhiệm thực hiện: …`.
TASK_TITLE = lazily(
    r"(?i:(?:tên\s+)?(?:nhiệm vụ|công việc|hoạt động|nội dung)(?:\s+(?:thực hiện|công việc|nhiệm vụ|hoạt động|chủ yếu|chính|cụ thể))?)\s*:"
)


def assignments(heading: str, text: str) -> list[tuple[Role, str]]:
    """The roles and lists of bodies of a line that assigns; empty for other paragraphs, and for a mere title."""
    whole = f"{heading} {text}".strip()
    lines = _assignments(whole) if _ASSIGNED.match(whole) and not _TELLS_ITSELF.match(whole) else []
    return lines if any(words.strip() for _, words in lines) else []


def _assignments(text: str) -> list[tuple[Role, str]]:
    found = list(_ASSIGNED.finditer(text))
    ends = [m.start() for m in found[1:]] + [len(text)]
    out: list[tuple[Role, str]] = []
    for m, end in zip(found, ends, strict=True):
        words = text[m.end() : end]
        note = _NOTES.search(words)
        role = Role.PARTNER if re.match(r"(?i:phối hợp)", m["what"]) else Role.LEAD
        out.append((role, words[: note.start()] if note else words))
    return out


def assigned_within(text: str) -> list[tuple[Role, str]]:
    """The roles and bodies told at the end of the paragraph that tells the task: `…; đơn vị thực hiện: UBND các xã`."""
    found = _WITHIN.search(text)
    return _assignments(text[found.end() :]) if found else []


def is_note(item: Item) -> bool:
    """Whether the item is no task but a note to one: who does it, when, with what."""
    return bool(_ASSIGNED.match(item.words) or _NOTES.match(item.words))


def when(*items: Item) -> str | None:
    """The time that a note in or below the items gives."""
    for words in (inner.words for item in items for inner in item.walk()):
        if found := _WHEN.search(words):
            return found["when"].strip(" .,")
    return None


def task_line(item: Item, above: Item | None) -> Item | None:
    """The line before `item` that tells the task itself: `Nội dung: …` above `Cơ quan thực hiện: …`."""
    told = None
    for one in above.children if above is not None else ():
        if one is item:
            return told
        if TASK_TITLE.match(one.words) and len(one.words.split(":", 1)[1].split()) > 1:
            told = one
    return None


def notes_after(item: Item, above: Item) -> tuple[Item, ...]:
    """The lines after `item` that belong to the same task."""
    after = above.children[above.children.index(item) + 1 :]
    return tuple(takewhile(lambda one: not TASK_TITLE.match(one.words), after))


# --- whom they name


@dataclass(frozen=True, slots=True)
class Taken:
    """A list of bodies in a sentence that binds us; `only`: the words that say which units of our level are meant."""

    addressed: str
    role: Role
    only: str | None = None


def among(bound: Bound, role: Role, words: str) -> Taken | None:
    """Whether a list of assignees names us, and as what."""
    text = new_tone(words)
    mention = next(iter(bound.mentions(text)), None)
    if mention is None:
        return None
    shown = " ".join((words if mention.others else words[mention.start : mention.end]).split())
    before = text[: mention.start]
    beside = role is Role.PARTNER or re.search(r"(?i:phối hợp)", before) or _HELPS.match(text, mention.end)
    role = Role.PARTNER if beside else role_of(mention, first=not before.strip(" -+\n"))
    return Taken(shown, role, limit_of(text, mention.start, mention.end))


def told_by(bound: Bound, lead: str) -> Taken | None:
    """Whether the cell that says who leads names us; it may also say who helps: `Chủ trì: UBND các xã. Phối hợp: Sở Y tế`."""
    lines = assignments("", lead) or [(Role.LEAD, lead)]
    return next((who for who in (among(bound, role, words) for role, words in lines) if who), None)


#: Who is to do it stands behind the task, in brackets: `Dọn cống (Sở Xây dựng, UBND các xã).`
_BEHIND = lazily(r"\s*\((?P<who>[^()]{6,200})\)\s*[.;]?\s*\Z")
#: What brackets only name one by one: `làm việc với ba đơn vị (Sở Y tế, UBND các xã)`, or where, or for whom.
_NAMED_ONE_BY_ONE = lazily(
    r"(?i:(?<!\w)(?:đơn vị|cơ quan|ngành|bên|cấp|địa phương|thành phần|đại biểu|thành viên|đối tượng|lực lượng|nơi|trụ sở|cơ sở|ban|tổ|đoàn|hội đồng)(?:\s+(?:liên quan|có liên quan|phối hợp|tham gia|tham dự|nêu trên|trên|này))?\Z"
    r"|(?<!\w)(?:tại|ở|cho|với|gửi|của|từ|gồm)\s+(?:[^\s,;:.]+\s+){0,4}[^\s,;:.]+\Z)"
)


def named_behind(bound: Bound, text: str) -> Taken | None:
    """Whom brackets at the end of a task name, when they hold nothing but bodies, at least two, and no body acts before them."""
    found = _BEHIND.search(text) if ")" in text[-4:] else None
    before = new_tone(text[: found.start()]) if found else ""
    if found is None or not TASK_START.match(before) or _NAMED_ONE_BY_ONE.search(before) or bound.mentions(before):
        return None
    who = new_tone(found["who"])
    others = _without(who, bound.mentions(who))
    bodies = [one for at, one in enumerate(others) if PIECE.match(one) or not (at and PART_OF_NAME.match(one))]
    return among(bound, Role.LEAD, found["who"]) if bodies and all(map(PIECE.match, bodies)) else None


def _without(words: str, mentions: Sequence[Mention]) -> list[str]:
    """The members of a list of bodies but for those that `mentions` are."""
    for mention in reversed(mentions):
        words = words[: mention.start] + words[mention.end :]
    return [member for member in (one.strip() for one in re.split(r"[,;]|\s+và\s+", words)) if member]


def role_of(mention: Mention, *, first: bool) -> Role:
    """The role of a body that acts: alone or first, or among others."""
    return Role.LEAD if first and not mention.others else Role.ALL
