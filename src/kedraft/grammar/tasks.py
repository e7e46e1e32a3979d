"""Tasks: who does what, with whom, by when, with what result; from prose, from labelled lines and from tables."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kedraft.grammar.bodies import ENDS, ORGANS, VERB
from kedraft.grammar.due import deadlines
from kedraft.grammar.names import names_in
from kedraft.grammar.statements import Node, Statement, excerpt, sentences
from kedraft.model.plan import NodeId, Task
from kedraft.vietnamese.labels import NUMBERED
from kedraft.vietnamese.letters import pattern

_LINES = {
    "lead": pattern(
        r"(?:(?:các\s+)?(?:cơ quan|đơn vị)\s+)?(?:chủ trì|thực hiện|đầu mối)(?:\s+(?:tổ chức\s+)?thực hiện)?\s*:\s*(?P<value>.+)",
        re.IGNORECASE,
    ),
    "partners": pattern(
        r"(?:(?:các\s+)?(?:cơ quan|đơn vị)\s+)?phối hợp(?:\s+thực hiện)?\s*:\s*(?P<value>.+)", re.IGNORECASE
    ),
    "due": pattern(
        r"(?:thời gian|thời hạn|tiến độ)(?:\s+(?:thực hiện|hoàn thành))*\s*:\s*(?P<value>.+)", re.IGNORECASE
    ),
    "product": pattern(r"(?:sản phẩm|kết quả)(?:\s+(?:đầu ra|dự kiến|cần đạt))?\s*:\s*(?P<value>.+)", re.IGNORECASE),
}
_BODY = rf"(?:{ORGANS}|Công chức)"
#: Who leads: `Giao Sở Y tế chủ trì`, `Sở Y tế là cơ quan chủ trì`, `Công an tỉnh: Chủ trì …`.
_LED = pattern(
    r"(?:\A|[;:.]\s+|(?<!\w)(?:[Gg]iao|[Dd]o|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công)\s+(?:cho\s+)?)"
    rf"(?P<who>(?:Các\s+)?{_BODY}(?!\w)(?:(?!\sdo\s)[^;:.]){{1,160}}?)"
    r"(?:\s*:\s*|,?\s+)(?:(?:là|làm|có trách nhiệm|chịu trách nhiệm)\s+(?:(?:cơ quan|đơn vị)\s+)?)?(?:đầu mối,?\s*)?[Cc]hủ trì"
)
_PROSE = pattern(
    rf"[Cc]hủ trì,?\s*(?:(?:và\s+)?phối hợp(?:\s+chặt chẽ)?\s+(?:với\s+|cùng\s+)?(?P<partners>.+?)(?=\s+(?:{VERB}|{ENDS})(?!\w)|[;:.]|\Z))?"
)
_BODY_ENDS = pattern(rf"(?<!\w)(?:{VERB}|{ENDS})(?!\w)")
_STARTS = pattern(r"\W*[Cc]hủ trì")


def prose_tasks(said: Statement) -> Iterator[Task]:
    """The tasks that sentences with `chủ trì` hand out."""
    for sentence in sentences(said.text):
        found = _PROSE.search(sentence)
        if not found or any(form.match(sentence) for form in _LINES.values()):
            continue
        led = _LED.search(sentence)
        if not led and not found.group("partners") and not _STARTS.match(sentence):
            continue
        lead = _BODY_ENDS.split(led.group("who"))[0].strip(" ,") if led else _agency(said.headings)
        yield Task(
            content=excerpt(sentence, found.start()),
            lead=lead,
            partners=names_in(found.group("partners") or ""),
            due=next(iter(deadlines(sentence)), None),
            node=said.node,
        )


def line_tasks(node: Node, labelled: NodeId) -> Iterator[Task]:
    """Tasks told line by line: an item with `Đơn vị chủ trì: …`, `Đơn vị phối hợp: …`, `Thời gian: …` below it."""
    here = node.id if node.marker in NUMBERED else labelled
    lines = [" ".join(part.text for part in (one.heading, one.text) if part) for one in node.children]
    values = {name: value for line in lines for name, value in _values(line)}
    own = node.heading or node.text
    if own and "lead" in values and not _MERE_TITLE.match(own.text):
        yield Task(
            content=own.text,
            lead=values["lead"],
            partners=names_in(values.get("partners", "")),
            due=values.get("due"),
            product=values.get("product"),
            node=here,
        )
    for child in node.children:
        yield from line_tasks(child, here)


#: Where the next label begins on a line that has several: `Chủ trì: …; phối hợp: …; thời gian: …`.
_NEXT_LABEL = pattern(
    r"[;.]\s+(?=(?:(?:các\s+)?(?:cơ quan|đơn vị)\s+)?(?:chủ trì|phối hợp|thời gian|thời hạn|tiến độ|sản phẩm|kết quả)[^:;.]{0,30}:)",
    re.IGNORECASE,
)
#: A title that only says that tasks are handed out below it.
_MERE_TITLE = pattern(
    r"(?:phân công|tổ chức|trách nhiệm)(?:\s+(?:nhiệm vụ|thực hiện|tổ chức))*\s*[:.]?\s*\Z", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def _values(line: str) -> tuple[tuple[str, str], ...]:
    """What a line says under its labels. Cached: drafts of one parent share their lines."""
    return tuple((name, value) for name in _LINES if (value := _value(name, line)))


def _value(name: str, line: str) -> str | None:
    found = next((hit for part in _NEXT_LABEL.split(line) if (hit := _LINES[name].match(part))), None)
    return found.group("value").strip(" .;") if found else None


_AGENCY = pattern(rf"(?:Đề nghị\s+|Giao\s+)?((?:(?:Các\s+)?{_BODY}|các)(?!\w)[^.;:]*)")


def _agency(headings: tuple[str, ...]) -> str | None:
    for heading in reversed(headings):
        if found := _AGENCY.match(heading.strip()):
            return found.group(1).strip(" :.")
    return None
