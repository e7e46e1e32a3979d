"""How a node is named to a person: `V.14, gạch 2`, `Phụ lục II, bảng 1, dòng 3`."""

import re

from kedraft.grammar.duties import Duty
from kedraft.model.plan import NodeId, Plan, Table
from kedraft.vietnamese.labels import roman

_STEP = {"-": "gạch", "+": "cộng", "*": "chấm", "p": "đoạn", "t": "bảng"}


def place(node: NodeId) -> str:
    """A node as a person names it: `V.14.-2` -> `V.14, gạch 2`; `PL2.t1` -> `Phụ lục II, bảng 1`."""
    shown = ""
    apart = False
    for step in node.split("."):
        named = _named_step(step)
        shown += (", " if apart or named != step else ".") * bool(shown) + named
        apart = named != step
    return shown


def _named_step(step: str) -> str:
    if found := re.fullmatch(r"PL(\d*)", step):
        return "Phụ lục" + (f" {roman(int(found[1]))}" if found[1] else "")
    if found := re.fullmatch(r"([-+*pt])(\d+)", step):
        return f"{_STEP[found[1]]} {found[2]}"
    return step


def place_of(duty: Duty, plan: Plan) -> str:
    """Where the plan asks for a duty, down to the dash and the row of a table."""
    if duty.leaf == "closing":
        return "lời kết"
    item = plan.find(duty.leaf)
    row = _row(duty.text, item.table) if item is not None and item.table is not None else None
    return place(re.sub(r"\.p1\Z", "", duty.leaf)) + (f", dòng {row}" if row else "")


def _row(text: str, table: Table) -> str | None:
    """The row's own number where it shows one, else how many rows stand before it."""
    for at, row in enumerate(table.grid()):
        if any(cell.strip() == text for cell in row):
            shown = row[0].strip(" .")
            return shown if shown.isdigit() else str(at - table.header + 1)
    return None
