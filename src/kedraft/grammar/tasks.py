"""Tasks: who does what, with whom, by when, with what result; from prose, from labelled lines and from tables."""

import re
from collections.abc import Iterator, Sequence

from kedraft.grammar.bodies import ENDS, ORGANS, VERB
from kedraft.grammar.due import deadlines
from kedraft.grammar.statements import Node, Statement, excerpt, sentences
from kedraft.model.plan import Cell, NodeId, Table, Task
from kedraft.vietnamese.labels import NUMBERED
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import fold

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
            partners=_names(found.group("partners") or ""),
            due=next(iter(deadlines(sentence)), None),
            node=said.node,
        )


def line_tasks(node: Node, labelled: NodeId) -> Iterator[Task]:
    """Tasks told line by line: an item with `Đơn vị chủ trì: …`, `Đơn vị phối hợp: …`, `Thời gian: …` below it."""
    here = node.id if node.marker in NUMBERED else labelled
    lines = [" ".join(part.text for part in (one.heading, one.text) if part) for one in node.children]
    values = {name: value for name in _LINES for line in lines if (value := _value(name, line))}
    own = node.heading or node.text
    if own and "lead" in values and not _MERE_TITLE.match(own.text):
        yield Task(
            content=own.text,
            lead=values["lead"],
            partners=_names(values.get("partners", "")),
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


def _value(name: str, line: str) -> str | None:
    found = next((hit for part in _NEXT_LABEL.split(line) if (hit := _LINES[name].match(part))), None)
    return found.group("value").strip(" .;") if found else None


_AGENCY = pattern(rf"(?:Đề nghị\s+|Giao\s+)?((?:(?:Các\s+)?{_BODY}|các)(?!\w)[^.;:]*)")


def _agency(headings: tuple[str, ...]) -> str | None:
    for heading in reversed(headings):
        if found := _AGENCY.match(heading.strip()):
            return found.group(1).strip(" :.")
    return None


_BETWEEN_NAMES = pattern(
    r"\s*[,;]\s+(?=(?:các\s|[A-ZÀ-Ỹ]))(?!Thể thao|Hạ tầng|Du lịch)|\s+và\s+(?=(?:các\s|[A-ZĐ][^,]*\b(?:Sở|Ban|UBND)\b|Sở|Ủy ban|UBND|Phòng|Công an))"
)


def _names(text: str) -> tuple[str, ...]:
    """A list of bodies cut at its commas and its last `và`, not inside names that contain them."""
    parts = _BETWEEN_NAMES.split(text.strip(" .;,"))
    return tuple(part.strip(" .;,") for part in parts if part and part.strip(" .;,"))


_COLUMNS = (
    (
        "lead",
        pattern(
            r"chu tri|thuc hien chinh|don vi thuc hien|co quan thuc hien|dau moi|phu trach|nguoi thuc hien|trach nhiem(?! vu)|\Aphan cong(?: thuc hien)?\Z|\A(?:thuc hien|don vi|co quan)\Z"
        ),
    ),
    ("partners", pattern(r"phoi hop")),
    ("due", pattern(r"thoi gian|thoi han|tien do|hoan thanh|han\b")),
    ("product", pattern(r"san pham|ket qua|dau ra")),
    ("content", pattern(r"nhiem vu|noi dung|cong viec|hoat dong|giai phap|ten\b")),
)


def table_tasks(node: Node, labelled: NodeId) -> Iterator[Task]:
    """The tasks in the tables below `node`."""
    here = node.id if node.marker in NUMBERED else labelled
    if node.table:
        yield from rows_of(node.table, here)
    for child in node.children:
        yield from table_tasks(child, here)


def rows_of(table: Table, node: NodeId) -> Iterator[Task]:
    """The rows of a task table (nội dung, chủ trì, phối hợp, thời gian, sản phẩm) as tasks; none for other tables."""
    grid = _filled(table).grid()
    header = next(
        (
            i
            for i, row in enumerate(grid[:3])
            if _columns(row).keys() >= {"content", "lead"} or _columns(row).keys() >= {"content", "due"}
        ),
        None,
    )
    if header is None:
        return
    columns = _columns(grid[header])
    for row in grid[header + 1 :]:
        values = {name: row[at].strip() for name, at in columns.items() if at < len(row)}
        content = values.get("content", "")
        if not content or not any(values.get(name) for name in ("lead", "partners", "due", "product")):
            continue
        yield Task(
            content=content,
            lead=values.get("lead") or None,
            partners=_names(values.get("partners", "").replace("\n", ", ")),
            due=values.get("due") or None,
            product=values.get("product") or None,
            node=node,
        )


def _filled(table: Table) -> Table:
    """The table with merged cells written out in every row that they span."""
    width = max((sum(cell.across for cell in row) for row in table.rows), default=0)
    below: dict[tuple[int, int], Cell] = {}
    rows: list[tuple[Cell, ...]] = []
    for r, row in enumerate(table.rows):
        line: list[Cell] = []
        cells = iter(row)
        while len(line) < width:
            if (cell := below.pop((r, len(line)), None)) is not None:
                line.append(cell)
                continue
            if (own := next(cells, None)) is None:
                break
            for offset in range(own.down - 1):
                below[(r + 1 + offset, len(line))] = Cell(lines=own.lines)
            line += [Cell(lines=own.lines), *[Cell()] * (own.across - 1)]
        rows.append(tuple(line))
    return Table(rows=tuple(rows), header=table.header)


def _columns(row: Sequence[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, cell in enumerate(row):
        words = fold(cell)
        name = next((name for name, pattern in _COLUMNS if pattern.search(words)), None)
        if name and name not in columns:
            columns[name] = at
    return columns
