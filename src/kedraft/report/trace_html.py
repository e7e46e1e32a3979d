"""The trace as one HTML page: nothing is fetched, it filters by fate, and it prints on A4 landscape."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from typing import TypeVar

from kedraft.grammar.due import dates_of
from kedraft.report.duties import THIS_PLAN, TakenDuty, Taking, question_of
from kedraft.report.marking import Span
from kedraft.report.others import THEIRS
from kedraft.report.places import place
from kedraft.report.rows import Fate, Row
from kedraft.report.targets import TargetRow, Verdict
from kedraft.report.trace import Added, Trace

Key = TypeVar("Key")

FATES = {
    Fate.KEPT: "Giữ nguyên",
    Fate.ADAPTED: "Cụ thể hóa",
    Fate.REPLACED: "Viết lại",
    Fate.DROPPED: "Lược bỏ",
    Fate.NOT_MENTIONED: "Chưa nhắc đến",
}
TAKINGS = {
    Taking.TAKEN: "Đã nhận",
    Taking.PARTLY: "Mới thấy một phần",
    Taking.DROPPED: "Lược bỏ",
    Taking.UNSEEN: "Chưa thấy trong dự thảo",
}
VERDICTS = {
    Verdict.SAME: "Bằng",
    Verdict.STRICTER: "Cao hơn",
    Verdict.WEAKER: "Thấp hơn",
    Verdict.MISSING: "Chưa thấy",
}
ROLES = {"lead": "chủ trì", "partner": "phối hợp", "all": "cùng thực hiện"}
#: What a leader looks at first.
_ALARMS = (Taking.UNSEEN, Taking.PARTLY)


def trace_html(found: Trace) -> str:
    """The whole page."""
    parts = [
        _HEAD.replace("$TITLE", escape(f"Đối chiếu: {found.child_subject}")),
        _titles(found),
        _counts(found),
        _duties(found.duties),
        _targets(found.targets),
        _rows(found.rows),
        _own(found.added),
        _SCRIPT,
    ]
    return "\n".join(part for part in parts if part) + "\n"


def where(nodes: Iterable[str]) -> str:
    """Nodes as a person names them; the plan as such is `bằng chính Kế hoạch này`."""
    return "; ".join("bằng chính Kế hoạch này" if node == THIS_PLAN else place(node) for node in nodes)


def when(one: TakenDuty) -> str:
    """The parent's deadlines, without the words between them."""
    asked = one.duty.deadline
    said = dates_of(one.duty.text)
    return "; ".join(said if asked and asked.startswith(said[:1]) else dates_of(asked or "")) or asked or ""


def verdict_note(one: TargetRow) -> str:
    """`Cao hơn (60% → 65%)`."""
    if one.child is None or one.verdict is Verdict.SAME:
        return VERDICTS[one.verdict]
    return f"{VERDICTS[one.verdict]} ({one.parent.value} → {one.child.value})"


def clipped(words: str, size: int) -> str:
    """The first words, up to about `size` characters."""
    line = " ".join(words.split())
    return line if len(line) <= size else line[:size].rsplit(" ", 1)[0].rstrip(" ,;") + " …"


def reason_of(row: Row, before: Row | None) -> str:
    """Why a paragraph is not there, said once for a run of rows."""
    if row.together:
        return f"Viết lại chung với {place(row.together)}"
    if row.fate is Fate.NOT_MENTIONED:
        return "Phiếu kế thừa không nhắc đến; cần quyết định lấy hay bỏ"
    if not row.reason:
        return ""
    if before and before.fate is row.fate and before.reason == row.reason:
        return "Lý do như trên"
    return f"Lý do: {row.reason}"


def _titles(found: Trace) -> str:
    return (
        "<header><h1>ĐỐI CHIẾU KẾ HOẠCH VỚI KẾ HOẠCH CẤP TRÊN</h1>"
        f"<p><b>Cấp trên:</b> {escape(found.parent_title)}<br><i>{escape(found.parent_subject)}</i></p>"
        f"<p><b>Dự thảo:</b> {escape(found.child_title)}<br><i>{escape(found.child_subject)}</i></p></header>"
    )


def _counts(found: Trace) -> str:
    tiles = [
        _tile(fate.value, found.fates[fate], name)
        for fate, name in FATES.items()
        if found.fates[fate] or fate is not Fate.NOT_MENTIONED
    ]
    tiles.append(_tile("added", len(found.added), "Tự viết thêm"))
    lines = "".join(
        f'<li class="alarm">{escape(line)}</li>' if line.startswith("Cần xem") else f"<li>{escape(line)}</li>"
        for line in summary(found)
    )
    return (
        f'<section class="counts"><div class="tiles">{"".join(tiles)}</div><ul class="summary">{lines}</ul></section>'
    )


def _tile(key: str, count: int, name: str) -> str:
    return f'<div class="tile {key}"><b>{count}</b><span>{escape(name)}</span></div>'


def summary(found: Trace) -> Iterator[str]:
    """What a leader should know first, a sentence each."""
    yield (
        f"Kế hoạch cấp trên có {len(found.rows)} đoạn: "
        + ", ".join(f"{FATES[fate].lower()} {found.fates[fate]}" for fate in FATES if found.fates[fate])
        + f"; tự viết thêm {len(found.added)} đoạn."
    )
    if found.duties:
        yield f"Cấp trên giao {len(found.duties)} việc: " + _listed(TAKINGS, found.takings) + "."
    if found.targets:
        yield f"Chỉ tiêu cấp trên {len(found.targets)}: " + _listed(VERDICTS, found.verdicts) + "."
    low = [place(one.parent.node) for one in found.targets if one.verdict is Verdict.WEAKER]
    if low:
        yield "Cần xem: chỉ tiêu thấp hơn cấp trên tại " + ", ".join(low) + "."
    open_duties = [one.at for one in found.duties if one.taking in _ALARMS]
    if open_duties:
        yield (
            "Cần xem: việc được giao chưa thấy đủ trong dự thảo, tại "
            + ", ".join(dict.fromkeys(open_duties))
            + " của cấp trên."
        )
    doubtful = [one.at for one in found.duties if one.duty.only]
    if doubtful:
        asked = "việc chỉ giao một số đơn vị, cần xác định đơn vị mình có thuộc diện đó, tại "
        yield "Cần xem: " + asked + ", ".join(dict.fromkeys(doubtful)) + " của cấp trên."
    taken_over = (Fate.KEPT, Fate.ADAPTED)
    theirs = [place(row.node) for row in found.rows if row.fate in taken_over and THEIRS in (row.reason or "")]
    if theirs:
        yield f"Cần xem: dự thảo còn giữ {THEIRS} tại " + ", ".join(theirs) + " của cấp trên."
    silent = [place(row.node) for row in found.rows if row.fate is Fate.NOT_MENTIONED]
    if silent:
        yield "Cần xem: phiếu chưa nhắc đến " + ", ".join(silent[:12]) + (" …" if len(silent) > 12 else "") + "."


def _listed(names: Mapping[Key, str], counts: Mapping[Key, int]) -> str:
    return ", ".join(f"{name[0].lower() + name[1:]} {counts[key]}" for key, name in names.items() if counts[key])


def _duties(listed: tuple[TakenDuty, ...]) -> str:
    if not listed:
        return ""
    rows = "".join(_duty(one) for one in listed)
    head = _head("Mục", "Việc cấp trên giao", "Vai trò", "Thời hạn, nơi nhận", "Trong dự thảo", "Tình trạng")
    return f'<section><h2>1. Việc và thời hạn cấp trên giao ({len(listed)})</h2><table class="duties">{head}<tbody>{rows}</tbody></table></section>'


def _duty(one: TakenDuty) -> str:
    asked = "<br>".join(
        part
        for part in (
            f"<b>{escape(when(one))}</b>" if one.duty.deadline else "",
            f"gửi {escape(one.duty.to)}" if one.duty.to else "",
        )
        if part
    )
    return (
        f'<tr class="{one.taking.value}"><td>{escape(one.at)}</td><td>{escape(clipped(one.duty.text, 260))}{_asked(one)}</td>'
        f"<td>{ROLES[one.duty.role.value]}</td><td>{asked}</td><td>{taken_html(one)}</td>"
        f'<td><span class="mark">{TAKINGS[one.taking]}</span></td></tr>'
    )


def _asked(one: TakenDuty) -> str:
    question = question_of(one.duty)
    return f'<div class="why">{escape(question)}</div>' if question else ""


def taken_html(one: TakenDuty) -> str:
    """Where a duty was taken, by whom, by when; what is missing; why it was dropped."""
    parts = [f"<b>{escape(where(one.nodes))}</b>" if one.nodes else ""]
    parts += [f"{escape(one.by)}" if one.by else "", escape(one.deadline) if one.deadline else ""]
    parts += [f"<i>Chưa thấy: {escape(clipped(clause, 140))}</i>" for clause in one.missing]
    parts += [f"<i>Mục này được bỏ: {escape(one.reason)}</i>" if one.reason else ""]
    return "<br>".join(part for part in parts if part)


def _targets(listed: tuple[TargetRow, ...]) -> str:
    if not listed:
        return ""
    rows = "".join(
        f'<tr class="{one.verdict.value}"><td>{escape(place(one.parent.node))}</td><td>{_target(one.parent.value, one.parent.text)}</td>'
        f'<td><span class="mark">{escape(verdict_note(one))}</span></td>'
        f"<td>{escape(place(one.child.node)) if one.child else ''}</td><td>{_target(one.child.value, one.child.text) if one.child else ''}</td></tr>"
        for one in listed
    )
    head = _head("Mục", "Chỉ tiêu cấp trên", "So sánh", "Mục", "Chỉ tiêu của dự thảo")
    return f'<section><h2>2. Chỉ tiêu ({len(listed)})</h2><table class="targets">{head}<tbody>{rows}</tbody></table></section>'


def _target(value: str, text: str) -> str:
    at = text.find(value)
    if at < 0:
        return escape(clipped(text, 200))
    start = max(0, text.rfind(" ", 0, max(0, at - 90)))
    before = ("… " if start else "") + text[start:at].lstrip()
    after = text[at + len(value) :]
    if len(after) > 150:
        after = after[: len(after) - len(after.lstrip())] + clipped(after, 150)
    return f"{escape(before)}<b>{escape(value)}</b>{escape(after)}"


def _rows(listed: tuple[Row, ...]) -> str:
    bodies = "".join(_section(title, tuple(rows)) for title, rows in groupby(listed, key=lambda row: row.section))
    head = _head("Mục", "Kế hoạch cấp trên", "Xử lý", "Mục", "Trong dự thảo")
    buttons = "".join(
        f'<button type="button" data-fate="{fate.value}" aria-pressed="true">{name}</button>'
        for fate, name in FATES.items()
    )
    return (
        f'<section><h2>3. Đối chiếu từng đoạn ({len(listed)})</h2><p class="filter">Hiện: {buttons}'
        f'<button type="button" data-fate="*">Tất cả</button></p><table class="rows">{head}{bodies}</table></section>'
    )


def _section(title: str, rows: tuple[Row, ...]) -> str:
    lines = [f'<tbody><tr class="title"><td colspan="5">{escape(title)}</td></tr>']
    before: Row | None = None
    for row in rows:
        lines.append(_row(row, before))
        before = row
    return "".join(lines) + "</tbody>"


def _row(row: Row, before: Row | None) -> str:
    return (
        f'<tr class="{row.fate.value}" data-fate="{row.fate.value}"><td>{escape(place(row.node))}</td><td><div class="words">{_text(row.words)}</div>{_first(row)}</td>'
        f'<td><span class="mark">{FATES[row.fate]}</span></td><td>{escape(place(row.child)) if row.child else ""}</td><td>{_child(row, before)}</td></tr>'
    )


def _first(row: Row) -> str:
    """Where a higher plan said it before."""
    return f'<div class="why">{escape(first_said(row))}</div>' if row.first else ""


def first_said(row: Row) -> str:
    """`Nêu trước tại Kế hoạch số 1200/KH-BKHCN, tw:II.1`."""
    return f"Nêu trước tại {row.first}" if row.first else ""


def _child(row: Row, before: Row | None) -> str:
    why = reason_of(row, before)
    note = f'<div class="why">{escape(why)}</div>' if why else ""
    match row.fate:
        case Fate.KEPT:
            return '<span class="same">Giữ nguyên văn</span>' + note
        case Fate.ADAPTED:
            return "".join(map(_span, row.marked)) + note
        case Fate.REPLACED:
            return (f'<div class="new">{_text(row.child_words or "")}</div>' if row.child_words else "") + note
        case _:
            return note


def _span(span: Span) -> str:
    tag = {"cut": "del", "new": "ins"}.get(span.kind)
    return f"<{tag}>{_text(span.text)}</{tag}>" if tag else _text(span.text)


def _own(listed: tuple[Added, ...]) -> str:
    if not listed:
        return ""
    bodies = ""
    for title, group in groupby(listed, key=lambda one: one.section):
        bodies += f'<tbody><tr class="title"><td colspan="2">{escape(title)}</td></tr>'
        bodies += (
            "".join(f"<tr><td>{escape(place(one.node))}</td><td>{_text(one.words)}</td></tr>" for one in group)
            + "</tbody>"
        )
    return f'<section><h2>4. Phần tự viết thêm ({len(listed)})</h2><table class="own">{_head("Mục", "Nội dung")}{bodies}</table></section>'


def _head(*names: str) -> str:
    return "<thead><tr>" + "".join(f"<th>{escape(name)}</th>" for name in names) + "</tr></thead>"


def _text(words: str) -> str:
    return escape(words).replace("\t", " | ").replace("\n", "<br>")


_HEAD = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>$TITLE</title><style>
:root{--line:#b9c0c9;--soft:#f3f5f8;--kept:#5b6675;--adapted:#1f5fbf;--replaced:#8a5a00;--dropped:#7a1f1f;--alarm:#b00020;--good:#1d6b3a}
*{box-sizing:border-box}body{font:15px/1.45 "Times New Roman",Tinos,"Liberation Serif",serif;color:#15181c;margin:0 auto;max-width:1380px;padding:20px 24px}
h1{font-size:20px;margin:0 0 8px;text-align:center}h2{font-size:17px;margin:26px 0 8px}header p{margin:4px 0}
.tiles{display:flex;gap:10px;flex-wrap:wrap;margin:14px 0 8px}.tile{border:1px solid var(--line);border-top:4px solid var(--kept);padding:6px 14px;min-width:118px}
.tile b{display:block;font-size:24px;line-height:1.1}.tile.adapted{border-top-color:var(--adapted)}.tile.replaced{border-top-color:var(--replaced)}
.tile.dropped{border-top-color:var(--dropped)}.tile.not_mentioned{border-top-color:var(--alarm)}.tile.added{border-top-color:var(--good)}
.summary{margin:6px 0 0 18px;padding:0}.summary li{margin:2px 0}.alarm{color:var(--alarm);font-weight:bold}
table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border:1px solid var(--line);padding:5px 7px;vertical-align:top;text-align:left;overflow-wrap:anywhere}
th{background:#e4e8ee;font-weight:bold}tr.title td{background:var(--soft);font-weight:bold}thead{display:table-header-group}tr{break-inside:avoid}tr.title{break-after:avoid}del+ins{margin-left:3px}
.rows th:nth-child(1),.rows th:nth-child(4){width:8.5%}.rows th:nth-child(3){width:9%}.rows th:nth-child(2){width:36%}
.duties th:nth-child(1){width:7%}.duties th:nth-child(2){width:34%}.duties th:nth-child(3){width:8%}.duties th:nth-child(4){width:17%}.duties th:nth-child(6){width:10%}
.targets th:nth-child(1),.targets th:nth-child(4){width:8%}.targets th:nth-child(3){width:14%}.own th:nth-child(1){width:10%}
.mark{font-weight:bold}.kept .mark,.same{color:var(--kept)}.adapted .mark{color:var(--adapted)}.replaced .mark{color:var(--replaced)}.dropped .mark{color:var(--dropped)}
.not_mentioned .mark,.unseen .mark,.partly .mark,.weaker .mark,.missing .mark{color:var(--alarm)}.taken .mark,.stricter .mark{color:var(--good)}
.dropped .words{color:#5a5f66}.why{color:#444;font-style:italic}.kept .words{display:-webkit-box;-webkit-line-clamp:3;-webkit-box-orient:vertical;overflow:hidden;cursor:pointer}
.kept .words.open{display:block}del{color:var(--alarm);background:#fdecee}ins{color:#0b5a2a;background:#e6f5ea;text-decoration:underline}
.filter button{font:inherit;margin:0 4px 4px 0;padding:2px 10px;border:1px solid var(--line);background:#fff;cursor:pointer}.filter button[aria-pressed=true]{background:#dfe8f5;border-color:#7f9cc7}
@page{size:A4 landscape;margin:12mm}
@media print{body{font-size:11.5px;padding:0;max-width:none}h1{font-size:15px}h2{font-size:13px;break-after:avoid}.filter{display:none}.tile b{font-size:17px}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
</style></head><body>"""

_SCRIPT = """<script>
const shown=new Set([...document.querySelectorAll('.filter [aria-pressed]')].map(b=>b.dataset.fate)),all=[...shown];
function paint(){document.querySelectorAll('.filter [aria-pressed]').forEach(b=>b.setAttribute('aria-pressed',shown.has(b.dataset.fate)));
document.querySelectorAll('.rows tbody').forEach(t=>{let any=false;t.querySelectorAll('tr[data-fate]').forEach(r=>{r.hidden=!shown.has(r.dataset.fate);any=any||!r.hidden});t.hidden=!any})}
document.querySelectorAll('.filter button').forEach(b=>b.onclick=()=>{const f=b.dataset.fate;if(f==='*')all.forEach(x=>shown.add(x));else if(shown.size===all.length){shown.clear();shown.add(f)}else if(!shown.delete(f))shown.add(f);if(!shown.size)all.forEach(x=>shown.add(x));paint()});
document.querySelectorAll('.kept .words').forEach(w=>w.onclick=()=>w.classList.toggle('open'));
</script></body></html>"""
