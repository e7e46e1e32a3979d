"""What a person must decide of paragraphs that are taken over: duties of other units, of some units only, and work that a province does once for all."""

import re
from collections.abc import Iterable, Sequence

from kedraft.grammar.another import theirs_alone
from kedraft.grammar.duties import Duty, duties_of_others
from kedraft.model.locality import Locality
from kedraft.model.plan import Item, Level, NodeId, Plan
from kedraft.model.proposal import ProposedNode
from kedraft.model.spec import Mode
from kedraft.proposal.answering import ABOVE_ALONE, tells_above_at_once
from kedraft.proposal.decisions import Decisions
from kedraft.proposal.nodes import ASKED, without
from kedraft.proposal.own_words import own_committees
from kedraft.proposal.tasks import Tasks
from kedraft.proposal.wording import NEXT_DEED, capital
from kedraft.vietnamese.text import squeeze

#: Why what is asked of units by name is left out.
THEIRS = "Việc của đơn vị khác"
#: Work that is done once for a whole province: one system, one book, one rule for all.
_ONCE_FOR_ALL = re.compile(
    r"\b(?:(?:kết nối|tích hợp|liên thông)\b[^.;]{0,60}?(?:cổng dịch vụ công|trục liên thông|cơ sở dữ liệu|nền tảng|ngân hàng|kho bạc|trung gian thanh toán)"
    r"|biên soạn[^.;]{0,25}?(?:tài liệu|giáo trình|sổ tay|cẩm nang|bộ câu hỏi)"
    r"|(?:xây dựng|phát triển|nâng cấp|hoàn thiện)[^.;,]{0,20}?(?:phần mềm|cơ sở dữ liệu|nền tảng|hệ thống thông tin|trung tâm dữ liệu|trục liên thông|bộ tài liệu)"
    r"|(?:ban hành|xây dựng|sửa đổi)[^.;,]{0,25}?(?:văn bản quy phạm pháp luật|nghị quyết của hội đồng nhân dân|định mức|đơn giá|bảng giá)"
    r"|đào tạo[^.;,]{0,15}?giảng viên nguồn|đề tài khoa học|nghiên cứu khoa học)",
    re.IGNORECASE,
)


def leave_to_others(parent: Plan, taken: Sequence[Item], tasks: Tasks, decisions: Decisions) -> None:
    """Leaves out what the parent asks of other units by name; of a paragraph that says more, only those sentences."""
    by_leaf: dict[NodeId, list[Duty]] = {}
    for duty in duties_of_others(parent, tasks.locality):
        by_leaf.setdefault(duty.leaf, []).append(duty)
    for item in _below(taken):
        if found := by_leaf.get(item.id):
            _leave(item, found, tasks, decisions)


def _leave(item: Item, found: Sequence[Duty], tasks: Tasks, decisions: Decisions) -> None:
    names = "; ".join(dict.fromkeys(squeeze(duty.addressed) for duty in found))
    if not all(theirs_alone(duty.text, duty.addressed) for duty in found):
        _ask(item.id, f"{ASKED} ({names}): bỏ phần ấy, hoặc viết việc của đơn vị mình", decisions)
        return
    rest = item.words
    for duty in found:
        rest = rest.replace(duty.text, "")
    if item.children or not rest.strip(" .;:") or rest.rstrip().endswith(":"):
        decisions.drop(item.id, f"{THEIRS} ({names})")
        return
    left = without(item.words, (duty.text for duty in found), whole=True)
    own = tasks.adapted(left, "") if left else None
    if own is None:
        _ask(item.id, f"{ASKED} ({names}): bỏ câu ấy, hoặc viết việc của đơn vị mình", decisions)
    else:
        why = f"lược việc của đơn vị khác ({names})"
        decisions.nodes[item.id] = ProposedNode(node=item.id, why=why, mode=Mode.REPLACE, text=own)


#: What the level above does for the communes, ours among them.
_FOR_COMMUNES = re.compile(
    r"(?<!\w)cho\s+(?:các|(?:UBND|Ủy ban nhân dân)\s+(?:các|cấp))\s+(?:xã|phường|thị trấn|đặc khu)(?:(?:,| và) (?:xã|phường|thị trấn|đặc khu))*(?!\w)"
)


def leave_to_above(taken: Sequence[Item], asked: Iterable[Duty], tasks: Tasks, decisions: Decisions) -> None:
    """Leaves out what the level above does for all communes and asks of none: `cấp phát tài liệu cho các xã, phường`."""
    if tasks.locality.level is not Level.COMMUNE:
        return
    bound = {duty.leaf for duty in asked}
    for item in _below(taken):
        found = _FOR_COMMUNES.search(item.words)
        if not found or item.children or item.table or item.id in bound or _gone(item.id, taken, decisions):
            continue
        left = without(item.words, [found.group()])
        own = tasks.adapted(left, "") if left else None
        if own is None:
            decisions.drop(item.id, f"Việc cấp trên làm “{found.group()}”")
        else:
            why = f"lược việc cấp trên làm “{found.group()}”"
            decisions.nodes[item.id] = ProposedNode(node=item.id, why=why, mode=Mode.REPLACE, text=own)


#: An office of the level above as the one that does something.
_OFFICE = re.compile(
    rf"(?:Sở|Phòng|Chi cục|Cục|Ban)\s[A-ZĐ][^;.]{{2,80}}?\s+(?:chủ trì,?\s+)?{NEXT_DEED}|(?:Sở|Phòng|Chi cục)\s[A-ZĐ][^;.]{{2,60}}?\s+(?=cấp|cấp phép|lựa chọn|thuê|đấu thầu)"
)
_UNIT_ABOVE = re.compile(rf"(?:Tỉnh|Huyện|Thành phố)\s+{NEXT_DEED}")
_FOR_ALL = re.compile(r"(?:lựa chọn|thuê|đấu thầu)\s+[^;.]{0,20}(?:đơn vị|nhà thầu)", re.IGNORECASE)


def leave_to_offices(taken: Sequence[Item], tasks: Tasks, decisions: Decisions) -> None:
    """Leaves out what an office of the level above does for all, wherever it stands: `Sở A cấp giấy phép …; UBND các xã …`."""
    for item in _below(taken):
        text = item.text.text if item.text and not (item.children or item.table) else ""
        head, *rest = re.split(r"(?<=;)\s+", text)
        office = _OFFICE.match(head) or _UNIT_ABOVE.match(head)
        if office is None or _gone(item.id, taken, decisions) or item.id in decisions.nodes:
            continue
        deed = head[office.end() :]
        if not (_UNIT_ABOVE.match(head) or _FOR_ALL.search(deed) or ABOVE_ALONE.search(capital(deed).rstrip(" .;"))):
            continue
        own = [one for one in rest if not ABOVE_ALONE.search(one) or re.match(r"(?:UBND|[ỦU]y ban nhân dân)\s", one)]
        own = [one for one in own if not _PUBLISHES.match(one)]
        why = f"lược việc của cơ quan cấp trên (“{head[: office.end()].strip()}”)"
        if own:
            words = tasks.brought_down(capital(" ".join(own).rstrip(" ;.")) + ".")
            decisions.nodes[item.id] = ProposedNode(node=item.id, why=why, mode=Mode.REPLACE, text=words)
        else:
            decisions.drop(item.id, f"Việc của cơ quan cấp trên (“{head[: office.end()].strip()}”)")


#: What an office does with a thing of its own that was left out.
_PUBLISHES = re.compile(r"công khai|niêm yết|đăng tải|tổng hợp", re.IGNORECASE)


def say_of_committee(taken: Sequence[Item], tasks: Tasks, decisions: Decisions) -> None:
    """Says of our committee what the committees of our level do inside a paragraph."""
    for item in _below(taken):
        text = item.text.text if item.text and not (item.children or item.table) else ""
        said = own_committees(text, tasks.locality) != text or tells_above_at_once(text)
        if not text or not said or item.id in decisions.nodes:
            continue
        if not _gone(item.id, taken, decisions):
            why = f"việc của {tasks.locality.place.kind.value} trong đoạn: viết thành việc của mình"
            words = tasks.brought_down(text)
            decisions.nodes[item.id] = ProposedNode(node=item.id, why=why, mode=Mode.REPLACE, text=words)


def ask_doubts(taken: Sequence[Item], asked: Iterable[Duty], locality: Locality, decisions: Decisions) -> None:
    """Asks, of paragraphs that stay, whether a duty of some units only is ours, and who does what a province does once for all."""
    limited = {duty.leaf: duty.only for duty in asked if duty.only}
    bound = {duty.leaf for duty in asked}
    for item in _below(taken):
        if item.children or item.table or _gone(item.id, taken, decisions):
            continue
        if only := limited.get(item.id):
            _ask(item.id, f"hỏi: chỉ giao đơn vị “{only}”; đơn vị mình không thuộc diện này thì bỏ", decisions)
        elif (
            item.id not in bound and locality.level is not Level.PROVINCE and (told := _ONCE_FOR_ALL.search(item.words))
        ):
            kind = locality.place.kind.value
            why = f"hỏi: “{squeeze(told.group())}” thường do cấp tỉnh làm chung; {kind} không tự làm thì bỏ, hoặc viết phần mình phối hợp"
            _ask(item.id, why, decisions)


def limits_asked(duties: Iterable[Duty]) -> tuple[str, ...]:
    """The questions on duties of some units only that were written anew as tasks."""
    return tuple(
        f"hỏi: việc tại {duty.node} chỉ giao đơn vị “{duty.only}”; đơn vị mình không thuộc diện này thì bỏ: {squeeze(duty.text)[:120]}"
        for duty in duties
        if duty.only
    )


def _ask(node: NodeId, question: str, decisions: Decisions) -> None:
    if node in decisions.nodes:
        decisions.questions[node] = question
    else:
        decisions.nodes[node] = ProposedNode(node=node, why=question, mode=Mode.ADAPT)


def _gone(node: NodeId, taken: Sequence[Item], decisions: Decisions) -> bool:
    """Whether a node or one above it is left out."""
    if node in decisions.drops:
        return True
    return any(
        node in {inner.id for inner in item.walk()}
        for item in _below(taken)
        if item.children and item.id in decisions.drops
    )


def _below(taken: Sequence[Item]) -> list[Item]:
    return [item for section in taken for item in section.walk() if item is not section]
