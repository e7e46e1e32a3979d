"""Tables as Word wants them: every row fills the grid, a cell below a spanning one continues it, columns are set."""

from math import sqrt

from kedraft.model.document import CellFlow, Line, RowFlow, TableFlow
from kedraft.model.plan import Cell, Table
from kedraft.rendering.metrics import width

#: Points; the decree sets no size for tables.
TABLE_SIZE = 13
#: What a cell leaves free beside its words, and a printer's rounding.
_MARGINS = 2 * 108 + 20
_NARROWEST = 560
_LETTER = 130
_LONG_TEXT = 120
_FIGURE = "0123456789IVXLCDM.,()/%+- "
_BLANK = Cell()
_NO_LINES = (Line(()),)


def table_flow(table: Table, room: int) -> TableFlow:
    """`table` set in `room` twips."""
    rows = _filled(table)
    columns = _columns(table, rows, room)
    last = len(rows) - 1
    flowed = tuple(_row(row, columns, keep=at == last - 1) for at, row in enumerate(rows))
    header = min(table.header, len(flowed))
    return TableFlow(columns=columns, header=flowed[:header], rows=flowed[header:])


_Placed = tuple[int, Cell, str]
_Hanging = dict[int, tuple[Cell, int]]


def _filled(table: Table) -> list[list[_Placed]]:
    """Rows of (column, cell, vertical merge); cells that continue one above are put in, short rows filled up."""
    hanging: _Hanging = {}
    rows: list[list[_Placed]] = []
    for row in table.rows or ((),):
        placed, hanging = _place(row, hanging)
        rows.append(placed)
    size = max(1, *(_reach(row) for row in rows))
    for filled in rows:
        filled += [(column, _BLANK, "") for column in range(_reach(filled), size)]
    return rows


def _place(row: tuple[Cell, ...], hanging: _Hanging) -> tuple[list[_Placed], _Hanging]:
    """One row from the left, and what hangs down from it; `hanging` holds, by column, what hangs down from above."""
    placed: list[_Placed] = []
    below: _Hanging = {}
    waiting = list(reversed(row))
    column = 0
    while waiting or any(at >= column for at in hanging):
        cell, left = hanging[column] if column in hanging else (waiting.pop() if waiting else _BLANK, 0)
        merge = "continue" if left else "restart" if cell.down > 1 else ""
        placed.append((column, cell, merge))
        if (left or cell.down) > 1:
            below[column] = (cell, (left or cell.down) - 1)
        column += cell.across
    return placed, below


def _reach(row: list[_Placed]) -> int:
    return max((column + cell.across for column, cell, _ in row), default=0)


def _row(row: list[_Placed], columns: tuple[int, ...], keep: bool) -> RowFlow:
    return RowFlow(tuple(_cell(column, cell, merge, columns) for column, cell, merge in row), keep)


def _cell(column: int, cell: Cell, merge: str, columns: tuple[int, ...]) -> CellFlow:
    lines = () if merge == "continue" else cell.lines
    return CellFlow(
        columns[column] if cell.across == 1 else sum(columns[column : column + cell.across]),
        cell.across,
        merge,
        bool(lines) and not "".join([line.text for line in lines]).strip(_FIGURE),
        tuple([Line(line.runs) for line in lines]) or _NO_LINES,
    )


def _columns(table: Table, rows: list[list[_Placed]], room: int) -> tuple[int, ...]:
    size = max(_reach(row) for row in rows)
    weights = list(table.widths) if len(table.widths) == size and min(table.widths) > 0 else _weights(rows, size)
    widths = _shared(weights, _needs(rows, size), room)
    widths[-1] += room - sum(widths)
    return tuple(widths)


def _shared(weights: list[int], needs: list[int], room: int) -> list[int]:
    """`room` by weight; a column that would be too narrow for its longest word gets what it needs, as long as there is room for all."""
    if sum(needs) > room:
        needs = [0] * len(needs)
    fixed: dict[int, int] = {}
    while True:
        left = room - sum(fixed.values())
        total = sum(weight for at, weight in enumerate(weights) if at not in fixed)
        narrow = [at for at, weight in enumerate(weights) if at not in fixed and weight * left // total < needs[at]]
        if not narrow:
            return [fixed.get(at) or weight * left // total for at, weight in enumerate(weights)]
        fixed |= {at: needs[at] for at in narrow}


def _needs(rows: list[list[_Placed]], size: int) -> list[int]:
    """What the longest word of each column takes up, set bold."""
    longest = [""] * size
    for row in rows:
        for column, cell, merge in row:
            if cell.across == 1 and merge != "continue":
                longest[column] = max((longest[column], *cell.text.split()), key=len)
    return [width(word, TABLE_SIZE, "bold") + _MARGINS for word in longest]


def _weights(rows: list[list[_Placed]], size: int) -> list[int]:
    """By what the columns hold: the longest word must fit, long texts get more, but not in proportion."""
    weights = [_NARROWEST] * size
    for row in rows:
        for column, cell, merge in row:
            if cell.across == 1 and merge != "continue":
                weights[column] = max(weights[column], _wish(cell))
    return weights


def _wish(cell: Cell) -> int:
    words = cell.text.split()
    longest = max((len(word) for word in words), default=0)
    length = sum(len(word) + 1 for word in words)
    return _LETTER * max(longest + 2, min(length, 12), round(4 * sqrt(min(length, _LONG_TEXT))))
