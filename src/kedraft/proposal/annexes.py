"""Annexes: a task table is rebuilt of the rows that bind the office; anything else is left to a person."""

import re
from collections.abc import Sequence

from kedraft.grammar.address import Role
from kedraft.grammar.duties import Duty
from kedraft.grammar.task_tables import rows_of
from kedraft.model.inline import Inline
from kedraft.model.plan import Annex, Table
from kedraft.model.proposal import ProposedSection
from kedraft.model.spec import Mode
from kedraft.proposal.handed import own_bodies
from kedraft.proposal.tasks import MAKES_PLAN, Tasks
from kedraft.vietnamese.deadlines import moved_cell, moved_words
from kedraft.vietnamese.text import squeeze

_HEADER = "| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |"
_LEAST = 2


def proposed_annex(annex: Annex, duties: Sequence[Duty], tasks: Tasks) -> ProposedSection:
    """The entry of one annex."""
    title = annex.heading or annex.label or ""
    mine = [duty for duty in duties if any(duty.leaf == child.id for child in annex.children)]
    notes = tuple(f"cấp trên giao: {_told(duty)}" for duty in mine)
    if any(task for child in annex.children if child.table for task in rows_of(child.table, annex.id)):
        return _task_table(annex, title, mine, tasks, notes)
    if any(child.table and _counts(child.table) for child in annex.children):
        reason = "Số liệu trong phụ lục là tổng của cấp trên"
        return ProposedSection(
            why=f"{reason}: lập lại bằng số của đơn vị, nếu cần", node=annex.id, title=title, drop=reason
        )
    return ProposedSection(why="phụ lục dùng chung: đổi cấp, địa danh", node=annex.id, title=title, mode=Mode.ADAPT)


def refused(entry: ProposedSection) -> ProposedSection:
    """The entry of an annex that cannot be taken over."""
    return ProposedSection(why=_THEIRS, node=entry.node, title=entry.title, drop=_REASON, notes=entry.notes)


_THEIRS = "phụ lục của cấp trên thường giao việc cho cơ quan cấp trên; lập lại nếu đơn vị cần"
_REASON = "Phụ lục của cấp trên không áp dụng trực tiếp cho đơn vị"
_FIGURE = re.compile(r"\s*(?:\d{1,3}(?:\.\d{3})+|\d{2,})(?:,\d+)?\s*\Z")


def _counts(table: Table) -> bool:
    """Whether a table holds counts of the office above: figures outside the first column, in rows that do not speak of percents."""
    rows = table.grid()[table.header :]
    return any(
        _FIGURE.match(cell) and not 1990 < int(re.sub(r"\D", "", cell)[:4]) < 2100
        for row in rows
        if "%" not in "".join(row)
        for cell in row[1:]
    )


def _task_table(
    annex: Annex, title: str, mine: Sequence[Duty], tasks: Tasks, notes: tuple[str, ...]
) -> ProposedSection:
    """A table of the rows that the parent gives to this level; left out where they are too few for one."""
    lead = [duty for duty in mine if duty.role is not Role.PARTNER and not MAKES_PLAN.match(duty.text)]
    partners = {
        task.content: task.partners
        for child in annex.children
        if child.table
        for task in rows_of(child.table, annex.id)
    }
    rows = [row for duty in lead if (row := _row(duty, partners.get(duty.text, ()), tasks))]
    if len(rows) < _LEAST:
        return ProposedSection(why=_THEIRS, node=annex.id, title=title, drop=_REASON, notes=notes)
    table = [_HEADER, "| --- | --- | --- | --- | --- |", *(f"| {at} | {row} |" for at, row in enumerate(rows, 1))]
    heading = tasks.adapter.adapt(Inline(text=title)).text.text
    why = "lập lại bảng từ các dòng giao cho cấp mình; xem lại cơ quan, thời hạn"
    return ProposedSection(
        why=why, node=annex.id, title=title, mode=Mode.REPLACE, heading=heading, text="\n".join(table), notes=notes
    )


def _row(duty: Duty, partners: Sequence[str], tasks: Tasks) -> str | None:
    text = " ".join(duty.text.split())
    body = tasks.body_for(text)
    words = tasks.words(text, body)
    if words is None:
        return None
    due = _due(squeeze(duty.deadline), tasks) if duty.deadline else "Thường xuyên"
    return f"{words.rstrip('.')} | {body} | {_helpers(partners, body, tasks)} | {due}"


def _helpers(partners: Sequence[str], lead: str, tasks: Tasks) -> str:
    """The office's own counterparts of those who help in the parent's row; a general word where none is known."""
    own = [one for name in partners for one in own_bodies(name, tasks.locality, tasks.adapter)]
    others = [one for one in dict.fromkeys(own) if one.casefold() != lead.casefold()]
    return "; ".join(others) or "Các cơ quan, đơn vị liên quan"


def _due(deadline: str, tasks: Tasks) -> str:
    """The deadline of a row, earlier; noted where it is one that cannot move."""
    if earlier := moved_words(deadline, tasks.pace):
        return earlier
    for one in moved_cell(deadline, tasks.pace):
        if one.new is None:
            tasks.notes.append(f"phụ lục đang giữ hạn “{deadline}” của cấp trên, {one.why}: hãy tự đặt hạn, nếu cần")
    return deadline


def _told(duty: Duty) -> str:
    text = " ".join(duty.text.split())
    due = f" ({' '.join(duty.deadline.split())})" if duty.deadline else ""
    return f"{text}{due}"
