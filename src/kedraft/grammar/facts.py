"""What a plan demands, read off its sentences and task tables: targets, reporting duties, tasks.

`node` in every fact is the nearest labelled item (a dash or plain paragraph belongs to the item above it).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kedraft.model.inline import Inline
from kedraft.model.plan import NodeId, ReportingDuty, Table, Target, Task
from kedraft.vietnamese.labels import NUMBERED, Marker
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import fold


class Node(Protocol):
    """What a tree must offer: both the parsed and the strict tree do."""

    @property
    def id(self) -> NodeId: ...
    @property
    def marker(self) -> Marker: ...
    @property
    def heading(self) -> Inline | None: ...
    @property
    def text(self) -> Inline | None: ...
    @property
    def table(self) -> Table | None: ...
    @property
    def children(self) -> Sequence["Node"]: ...


@dataclass(frozen=True, slots=True)
class Facts:
    """Tasks, targets and reporting duties, each in reading order."""

    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    reporting: tuple[ReportingDuty, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A paragraph in its place: words, the nearest labelled node, the headings above it, the agency it speaks to."""

    text: str
    node: NodeId
    headings: tuple[str, ...]


def facts(sections: Sequence[Node], annexes: Sequence[Node] = (), closing: Sequence[str] = ()) -> Facts:
    """Everything that `sections`, `annexes` and the closing paragraphs demand. The closing counts as the last section's."""
    said = [statement for section in sections for statement in statements(section)]
    if sections:
        said += [Statement(text, sections[-1].id, ()) for text in closing]
    targets = [target for statement in said for target in _targets(statement)]
    reporting = [duty for statement in said for duty in _reporting(statement)]
    tasks = [task for statement in said for task in _tasks(statement)]
    tasks += [task for section in (*sections, *annexes) for task in _table_tasks(section, section.id)]
    return Facts(tuple(tasks), tuple(targets), tuple(reporting))


def statements(node: Node, labelled: NodeId = "", headings: tuple[str, ...] = ()) -> Iterator[Statement]:
    """Every paragraph below `node`, itself included, in reading order."""
    here = node.id if node.marker in NUMBERED or not labelled else labelled
    heading = node.heading.text if node.heading else None
    if node.text and node.text.text:
        yield Statement(node.text.text, here, (*headings, heading) if heading else headings)
    below = (*headings, heading) if heading else headings
    if heading is None and node.text and node.text.text.rstrip().endswith(":"):
        below = (*headings, node.text.text)
    for child in node.children:
        yield from statements(child, here, below)


_SENTENCE_END = pattern(r"(?<=[.;!?])\s+(?=[A-ZÀ-Ỹ“\"(])|;\s+|\n")


def sentences(text: str) -> list[str]:
    """The sentences (and clauses set off by semicolons) of a paragraph."""
    return [part for part in (piece.strip() for piece in _SENTENCE_END.split(text)) if part]


# --- targets ---------------------------------------------------------------------------------------------------------

_PERCENT = pattern(r"(?:\d{1,3}(?:[.,]\d+)?\s?[-–]\s?)?\d{1,3}(?:[.,]\d+)?\s?%")
_AIM = pattern(
    r"mục tiêu|chỉ tiêu|muc tieu|chi tieu|kết quả cần đạt|kết quả phấn đấu|yêu cầu cần đạt|phấn đấu", re.IGNORECASE
)
_DEMAND = pattern(
    r"phấn đấu|bảo đảm|đảm bảo|đạt|tối thiểu|ít nhất|trên|duy trì|giảm|tăng|nâng|có|được|hoàn thành|thực hiện|xử lý|đến năm|đến hết năm|"
    r"hằng năm|hàng năm|không quá|dưới|không dưới|từ .* trở lên|trở lên",
    re.IGNORECASE,
)
_STATE = pattern(
    r"hiện nay|hiện tại|tính đến|trong năm \d{4} (?:đã|có)|đã đạt|đã có|đã hoàn thành|năm trước|cùng kỳ|thực trạng|so với năm|chiếm|"
    r"năm 20\d\d,? (?:toàn (?:tỉnh|huyện|xã) )?(?:đã|có \d)|kết quả (?:năm|đạt được)",
    re.IGNORECASE,
)
_MONEY = pattern(
    r"kinh phí|ngân sách|vốn|mức hỗ trợ|hỗ trợ|lãi suất|nguồn thu|tổng mức|đối ứng|trích|thanh toán|giải ngân|học phí|bảo hiểm|thuế|khấu trừ|nồng độ|dung dịch|"
    r"hàm lượng|độ ẩm|clo|cồn|pha",
    re.IGNORECASE,
)


def _targets(said: Statement) -> Iterator[Target]:
    aim = any(_AIM.search(heading) for heading in said.headings)
    for sentence in sentences(said.text):
        for found in _PERCENT.finditer(sentence):
            if _is_target(sentence, found.start(), aim):
                yield Target(value=found.group(0), text=sentence, node=said.node)


def _is_target(sentence: str, at: int, aim: bool) -> bool:
    before = sentence[:at]
    clause = re.split(r"[;]", before)[-1]
    if _STATE.search(clause) and not re.search(r"phấn đấu|mục tiêu", clause, re.IGNORECASE):
        return False
    if re.search(
        r"(?:kinh phí|ngân sách|nồng độ|lãi suất|mức hỗ trợ|hỗ trợ|dung dịch|hàm lượng|cồn|chiếm)[^,;]{0,60}\Z",
        clause,
        re.IGNORECASE,
    ):
        return aim and "giải ngân" in clause
    if aim:
        return True
    return bool(_DEMAND.search(sentence)) and not _MONEY.search(clause)


# --- reporting -------------------------------------------------------------------------------------------------------

_DAY = r"(?:ngày\s+)?\d{1,2}\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?\d{4})?"
_DAY_WORDS = (
    r"ngày\s+\d{1,2}(?:\s+tháng\s+(?:\d{1,2}|cuối quý|cuối|đầu)|\s+hằng tháng|\s+hàng tháng)(?:\s+năm\s+\d{4})?"
)
_WHEN = pattern(
    rf"(?:định kỳ\s+)?(?:trước|chậm nhất(?:\s+là)?(?:\s+vào)?(?:\s+trước)?|muộn nhất|xong trước|vào|hoàn thành trước|đến hết|không quá)\s+(?:{_DAY_WORDS}|{_DAY})"
    r"(?:\s*,?\s*(?:hằng|hàng|mỗi|của)\s+(?:năm|quý|tháng)(?:\s+\w+)?|\s+(?:năm sau|cuối (?:quý|năm|kỳ)|tháng cuối quý|của tháng cuối quý))*"
    r"(?:\s*(?:\(|đối với\s+)báo cáo[^),;.]*\)?)?"
    r"|(?:định kỳ\s+)?(?:hằng|hàng)\s+(?:năm|quý|tháng|tuần)|(?:định kỳ\s+)?(?:6 tháng|sáu tháng|06 tháng|quý)(?:,\s*(?:9 tháng|năm|01 năm|một năm|cả năm)| và (?:cả )?năm|/lần)?",
    re.IGNORECASE,
)
_REPORT_SENTENCE_END = pattern(r"(?<=[.;])\s+(?=[A-ZÀ-Ỹ-])|\n")
_REPORT = pattern(r"báo cáo|bao cdo|gửi (?:kết quả|báo cáo)|tổng hợp gửi", re.IGNORECASE)
_REPORT_NOUN = pattern(
    r"\b(?:đội ngũ|của|tham luận,?|nội dung|mẫu|theo|chế độ|viết|hội nghị)\s+báo cáo viên|báo cáo viên|báo cáo tuyên truyền"
)
_RECEIVER = pattern(
    r"(?:báo cáo|gửi|về|cho|trình)\s+(?:kết quả[^,;.]{0,80}?\s+)?(?:về|cho|gửi|đến|với|qua|lên)?\s*(?:\(qua\s+)?(?P<to>(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Thường trực|Ban|Sở|Phòng|"
    r"Bộ|Văn phòng|Công an|Thủ tướng|Chính phủ|Hội đồng nhân dân|HĐND|Chủ tịch|Đảng ủy|Huyện ủy|Tỉnh ủy|Thành ủy|Thanh tra|Trung tâm|Cơ quan thường trực|Hội|Chi cục|Cục|"
    r"Tổng cục|Bảo hiểm|Ủy ban|Mặt trận|Công chức|Liên đoàn|Đoàn|Tòa án|Viện|Kho bạc)[^,;.()]*)",
)
_RECEIVER_END = pattern(
    r"\s+(?:để|trước|theo|chậm nhất|định kỳ|vào|nhằm|đúng|kết quả|tình hình|và báo cáo|xem xét|tổng hợp|hằng|hàng|khi|những|các|về|việc)\b.*",
    re.DOTALL,
)


def _reporting(said: Statement) -> Iterator[ReportingDuty]:
    for sentence in _REPORT_SENTENCE_END.split(said.text):
        report = _REPORT.search(_REPORT_NOUN.sub("", sentence))
        if not report:
            continue
        deadline = _deadline(sentence)
        receiver = _receiver(sentence)
        if deadline is None and not (receiver and re.search(r"định kỳ|kết quả|tổng hợp|theo quy định", sentence)):
            continue
        if deadline is None and receiver is None:
            continue
        yield ReportingDuty(deadline=deadline, to=receiver, text=sentence.strip(), node=said.node)


def _deadline(sentence: str) -> str | None:
    found = list(_WHEN.finditer(sentence))
    dated = [match for match in found if re.search(r"\d", match.group(0))]
    best = dated or [match for match in found if re.search(r"định kỳ", match.group(0))]
    return best[0].group(0).strip(" ,(") if best else None


def _receiver(sentence: str) -> str | None:
    found = _RECEIVER.search(sentence)
    return (_RECEIVER_END.sub("", found.group("to")).strip() or None) if found else None


# --- tasks -----------------------------------------------------------------------------------------------------------

_LEAD = pattern(
    r"(?:(?:cơ quan|đơn vị)\s+)?(?:chủ trì(?: thực hiện| tổ chức thực hiện)?|thực hiện|đầu mối)\s*:\s*(?P<who>.+)",
    re.IGNORECASE,
)
_PARTNER = pattern(r"(?:(?:cơ quan|đơn vị)\s+)?phối hợp(?: thực hiện)?\s*:\s*(?P<who>.+)", re.IGNORECASE)
_DUE = pattern(r"(?:thời gian|thời hạn|tiến độ)(?: thực hiện| hoàn thành)*\s*:\s*(?P<when>.+)", re.IGNORECASE)
_PROSE = pattern(
    r"(?:Giao\s+(?P<given>[A-ZÀ-Ỹ][^,;:.]{3,80}?)\s+)?[Cc]hủ trì,?\s*(?:(?:và\s+)?phối hợp(?:\s+chặt chẽ)?\s+(?:với|cùng)\s+(?P<partners>.+?)(?=\s+(?:tham mưu|tổ chức|triển khai|xây dựng|"
    r"hướng dẫn|thực hiện|kiểm tra|theo dõi|rà soát|đẩy mạnh|tăng cường|tuyên truyền|đôn đốc|thẩm định|bố trí|cân đối|tổng hợp|giúp|nghiên cứu|đề xuất|quản lý|lồng ghép|chỉ đạo|vận động|nâng cao|đưa|cung cấp|ban hành|phổ biến|lập|trình|báo cáo|huy động|tiếp tục|bảo đảm|đảm bảo)\b|[;:.]|$))?"
)


def _tasks(said: Statement) -> Iterator[Task]:
    for sentence in sentences(said.text):
        found = _PROSE.search(sentence)
        if not found:
            continue
        lead = (found.group("given") or "").strip() or _agency(said.headings)
        yield Task(
            content=sentence,
            lead=lead,
            partners=_names(found.group("partners") or ""),
            due=_deadline(sentence),
            node=said.node,
        )


_AGENCY = pattern(
    r"(?:Đề nghị\s+|Giao\s+)?((?:Các\s+)?(?:Sở|Phòng|Ban|Văn phòng|Công an|Ủy ban|UBND|Ủy ban nhân dân|Bộ|Trung tâm|Công chức|Hội|Đoàn|Trạm|Chi cục|Cục|Báo|Đài|Mặt trận|Trường|các|Thanh tra|Bộ Chỉ huy|Ban Chỉ huy|Trưởng|Kho bạc|Bảo hiểm)\b[^.;:]*)"
)


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
        re.compile(r"chu tri|thuc hien chinh|don vi thuc hien|co quan thuc hien|dau moi|phu trach|nguoi thuc hien"),
    ),
    ("partners", re.compile(r"phoi hop")),
    ("due", re.compile(r"thoi gian|thoi han|tien do|hoan thanh|han\b")),
    ("product", re.compile(r"san pham|ket qua|dau ra")),
    ("content", re.compile(r"nhiem vu|noi dung|cong viec|hoat dong|giai phap|ten\b")),
)


def _table_tasks(node: Node, labelled: NodeId) -> Iterator[Task]:
    here = node.id if node.marker in NUMBERED else labelled
    if node.table:
        yield from table_tasks(node.table, here)
    for child in node.children:
        yield from _table_tasks(child, here)


def table_tasks(table: Table, node: NodeId) -> Iterator[Task]:
    """The rows of a task table (nội dung, chủ trì, phối hợp, thời gian, sản phẩm) as tasks; none for other tables."""
    grid = table.grid()
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


def _columns(row: Sequence[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, cell in enumerate(row):
        words = fold(cell)
        name = next((name for name, pattern in _COLUMNS if pattern.search(words)), None)
        if name and name not in columns:
            columns[name] = at
    return columns
