"""Tasks in tables: a row each, with the columns told by their titles, or by what stands in them where no title does."""

import re
from collections.abc import Iterator, Sequence

from kedraft.grammar.bodies import ORGANS, TASK_START
from kedraft.grammar.names import names_in
from kedraft.grammar.statements import Node
from kedraft.model.plan import Cell, NodeId, Table, Task
from kedraft.vietnamese.labels import NUMBERED
from kedraft.vietnamese.letters import lazily, pattern
from kedraft.vietnamese.text import fold, new_tone

_HEADS = 3  # rows from the top among which the column titles begin
_DEPTH = 3  # rows that titles may take
_TITLE = 60  # letters of a column's title
_BODY_FIRST = lazily(rf"(?:(?:Các|các)\s+)?(?:{ORGANS}|Công chức)(?!\w)")
_NUMBER = re.compile(r"[(\[]?(?:\d{1,2}|[IVX]{1,4})[)\].]?\Z")
_COLUMNS = (
    (
        "lead",
        pattern(
            r"chu tri|thuc hien chinh|\Aai (?:lam|thuc hien)|don vi thuc hien|co quan thuc hien|duoc giao|giao cho|dau moi|phu trach|nguoi thuc hien|trach nhiem(?! vu)|\Aphan cong(?: thuc hien)?\Z|\A(?:thuc hien|don vi|co quan)\Z"
        ),
    ),
    ("partners", pattern(r"phoi hop")),
    ("due", pattern(r"thoi gian|thoi han|tien do|hoan thanh|khi nao|thoi diem|han\b")),
    ("product", pattern(r"san pham|ket qua|dau ra")),
    (
        "content",
        pattern(
            r"nhiem vu|noi dung|cong viec|hoat dong|giai phap|ten\b|\A(?:cac )?viec(?:\Z| (?:can|phai) (?:lam|thuc hien)|\s+lam)|hang muc"
        ),
    ),
)
_Columns = dict[str, int]


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
    titled = _titled(grid)
    columns, first = titled if titled else (_untitled(grid), 0)
    titles = [grid[at] for at in range(first)]
    for row in grid[first:]:
        values = {name: row[at].strip() for name, at in columns.items() if at < len(row)}
        content = values.get("content", "")
        if not content or not any(values.get(name) for name in ("lead", "partners", "due", "product")):
            continue
        if row in titles or all(_NUMBER.match(cell.strip()) for cell in row if cell.strip()):
            continue  # the titles again on a new page, or the columns' numbers
        yield Task(
            content=content,
            lead=values.get("lead") or None,
            partners=names_in(values.get("partners", "").replace("\n", ", ")),
            due=values.get("due") or None,
            product=values.get("product") or None,
            node=node,
        )


def _titled(grid: Sequence[Sequence[str]]) -> tuple[_Columns, int] | None:
    """The columns by their titles, and the first row behind these; None for a table without titles of tasks."""
    for start in range(min(_HEADS, len(grid))):
        titles, end = list(grid[start]), start + 1
        while end < min(start + _DEPTH, len(grid)) and _is_second_head(titles, grid[end]):
            titles = [below or above for above, below in zip(titles, grid[end], strict=False)]
            end += 1
        columns = _columns(titles)
        if columns.keys() >= {"content", "lead"} or columns.keys() >= {"content", "due"}:
            return columns, end
    return None


def _is_second_head(above: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row divides the titles above it (`Phân công`: `Chủ trì`, `Phối hợp`): each cell is empty, as above, or a title."""
    if len(above) != len(row):
        return False
    new = [cell for title, cell in zip(above, row, strict=True) if cell.strip() and cell != title]
    return bool(new) and all(len(cell) < _TITLE and _columns([cell]) for cell in new)


def _untitled(grid: Sequence[Sequence[str]]) -> _Columns:
    """The columns of a table without titles: one whose cells all name a body, one whose cells all begin with an act."""
    columns: _Columns = {}
    for at, cells in enumerate(zip(*grid, strict=False)):
        said = [new_tone(cell.strip()) for cell in cells]
        if "lead" not in columns and all(len(cell) < 4 * _TITLE and _BODY_FIRST.match(cell) for cell in said):
            columns["lead"] = at
        elif "content" not in columns and all(map(TASK_START.match, said)):
            columns["content"] = at
    return columns if len(columns) > 1 else {}


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
