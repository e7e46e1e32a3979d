"""Bản duyệt: the draft's Word file with a comment at each change, for the person who answers for it."""

from collections.abc import Iterable, Iterator

from kedraft.model.draft import Draft
from kedraft.model.finding import Finding
from kedraft.model.origin import Adapted, Change, FromClause, Replaced
from kedraft.model.plan import Annex, Item, NodeId
from kedraft.ooxml.annotate import Remark, commented, paragraphs_of, told
from kedraft.report.places import place

#: In the names of rules that put words in other words (`level.place`); a title from the draft file or a number that follows cannot be kept.
_ADAPTING = "."
#: So many paragraphs that were written anew are shown in one comment.
_MOST = 12
_SILENT = "không nhắc đến trong phiếu"


def review(data: bytes, draft: Draft, findings: Iterable[Finding] = ()) -> bytes:
    """`data`, the Word file rendered from `draft`, with a comment at each paragraph that is not the parent's word for word.

    A comment says what the words were, what they became and by which rule, or why they were written anew; sections of the parent that
    were left out are told at the first paragraph, findings at their nodes.
    """
    places = _Places(paragraphs_of(data), draft)
    remarks = [
        *_left_out(draft, places),
        *(Remark(places.of(node), lines) for node, lines in _changes(draft)),
        *(Remark(places.of(one.where.field), told(one)) for one in findings),
    ]
    return commented(data, sorted(remarks, key=lambda remark: remark.paragraph))


class _Places:
    """Where each node of the draft stands among the file's paragraphs."""

    def __init__(self, paragraphs: tuple[str, ...], draft: Draft) -> None:
        self._at: dict[NodeId, int] = {}
        self._subject = _find(paragraphs, draft.plan.subject, 0)
        at = max(self._subject, 0)
        for node in _nodes(draft):
            first = _first_words(node)
            found = _find(paragraphs, first, at) if first else -1
            if found >= 0:
                self._at[node.id] = found + 1
                at = found + (node.table is None if isinstance(node, Item) else 0)

    @property
    def title(self) -> int:
        """The paragraph of the subject; the first one when it stands in several."""
        return self._subject + 1 if self._subject >= 0 else 1

    def of(self, node: str | None) -> int:
        """The node's paragraph, or that of the nearest node around it."""
        here = node or ""
        while here:
            if here in self._at:
                return self._at[here]
            here = here.rpartition(".")[0]
        return self.title


def _find(paragraphs: tuple[str, ...], words: str, start: int) -> int:
    wanted = words.casefold()
    return next((at for at in range(start, len(paragraphs)) if wanted in paragraphs[at].casefold()), -1)


def _nodes(draft: Draft) -> Iterator[Item | Annex]:
    for section in draft.plan.sections:
        yield from section.walk()
    for annex in draft.plan.annexes:
        yield annex
        for child in annex.children:
            yield from child.walk()


def _first_words(node: Item | Annex) -> str:
    """Words that stand in one paragraph of the file: the closing mark may have taken the place of the last sign."""
    if isinstance(node, Annex):
        return node.heading or ""
    if node.table is not None:
        cells = (line.text for row in node.table.rows for cell in row for line in cell.lines)
        return next((text for text in cells if text.strip()), "")
    words = node.heading or node.text
    return words.text.split("\n")[0].rstrip(" .;,:/") if words else ""


def _changes(draft: Draft) -> Iterator[tuple[NodeId, tuple[str, ...]]]:
    for node in _nodes(draft):
        lines = _said(node, draft)
        if lines:
            yield node.id, lines


def _said(node: Item | Annex, draft: Draft) -> tuple[str, ...]:
    match node.origin:
        case Adapted(changes=changes) if changes:
            before = _before(node.origin.node, draft)
            shown = (*(_change(change) for change in changes), f"Lấy từ {_called(node.origin.node)}: “{before}”")
            return (*shown, *_undo(node.origin.node, changes))
        case Replaced(node=source, reason=reason):
            why = f", lý do: {reason}" if reason else ""
            before = _before(source, draft)
            said = (f"Cấp trên viết: “{before}”",) if before else ()
            return (f"Viết lại thay {_called(source)}{why}.", *said, *_inside(source, draft))
        case FromClause(clause=clause):
            return (f"Lấy từ mẫu câu {clause}.",)
        case _:
            return ()


def _inside(node: NodeId, draft: Draft) -> Iterator[str]:
    """What stood below the words that were written anew: its titles and paragraphs, whole, as many as a comment can hold."""
    item = draft.source_of(node).find(node)
    below = [inner for inner in item.walk() if inner is not item] if item else []
    if len(below) <= _MOST:
        yield from (_line(inner) for inner in below)
        return
    titles = [inner for inner in below if inner.children or inner.heading]
    shown = titles if titles and len(titles) <= _MOST else below[:_MOST]
    for inner in shown:
        inside = sum(1 for _ in inner.walk()) - 1 if shown is titles else 0
        yield _line(inner) + (f" ({inside} đoạn)" if inside else "")
    rest = len(below) - len(shown)
    yield f"Còn {rest} đoạn nữa của cấp trên dưới các đề mục này, xem {_called(node)}."


def _line(item: Item) -> str:
    words = item.words if item.table is None else f"[bảng {len(item.table.rows)} dòng]"
    return f"{item.label or ''} {words}".strip()


def _undo(node: NodeId, changes: tuple[Change, ...]) -> Iterator[str]:
    """How to have the parent's words back at this one place."""
    moved = [change.before for change in changes if change.before and _ADAPTING in change.rule]
    if moved:
        phrases = ", ".join(f'"{words}"' for words in dict.fromkeys(moved))
        yield f"Muốn giữ lời cấp trên ở riêng chỗ này, thêm vào phiếu, dưới nodes, dòng: - {{node: {node}, keep: [{phrases}]}}"


def _change(change: Change) -> str:
    if not change.after:
        return f"Bỏ “{change.before}” (quy tắc {change.rule})."
    return f"“{change.before}” → “{change.after}” (quy tắc {change.rule})."


def _called(node: NodeId) -> str:
    return f"{place(node)} của kế hoạch cấp trên"


def _before(node: NodeId, draft: Draft) -> str:
    plan = draft.source_of(node)
    item = plan.find(node)
    if item is not None:
        return item.words if item.table is None else ""
    return next((annex.heading or "" for annex in plan.annexes if annex.id == node), "")


def _left_out(draft: Draft, places: _Places) -> Iterator[Remark]:
    """One remark for all that was left out, the outermost node of each branch."""
    gone = {one.node: one.reason for one in draft.dropped}
    lines = tuple(
        f"{place(node)}: {'phiếu chưa nhắc đến, cần quyết định' if reason == _SILENT else reason}"
        for node, reason in gone.items()
        if gone.get(node.rpartition(".")[0]) != reason
    )
    if lines:
        yield Remark(places.title, ("Đề mục của kế hoạch cấp trên không đưa vào kế hoạch này:", *lines))
