"""Reporting duties: a report that is owed, by when and to whom, in the source's words."""

import re
from collections.abc import Iterator

from kedraft.grammar.due import deadlines
from kedraft.grammar.names import joined
from kedraft.grammar.statements import Statement, excerpt
from kedraft.model.plan import ReportingDuty
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import new_tone

_REPORT = pattern(r"báo cáo|gửi (?:kết quả|báo cáo)|tổng hợp gửi", re.IGNORECASE)
_REPORTER = pattern(r"báo cáo viên|báo cáo tuyên truyền|bản báo cáo mẫu", re.IGNORECASE)
_BODY = (
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Thường trực|Ban|Sở|Phòng|Bộ|Văn phòng|Công an|Thủ tướng|Chính phủ|Hội đồng nhân dân|HĐND|Chủ tịch|Đảng ủy|"
    r"Huyện ủy|Tỉnh ủy|Thành ủy|Quận ủy|Thanh tra|Trung tâm|Cơ quan thường trực|Hội|Chi cục|Cục|Tổng cục|Bảo hiểm|Ủy ban|Mặt trận|Công chức|Liên đoàn|Đoàn|Tòa án|Viện|Kho bạc|Ngân hàng|Tổ công tác)"
)
_RECEIVER = pattern(
    r"(?:[Bb]áo cáo|[Gg]ửi|về|cho|[Tt]rình)\s+(?:hỏa tốc\s+|kịp thời\s+|bằng văn bản\s+)?(?:kết quả[^,;.]{0,80}?\s+)?(?:về|cho|gửi|đến|với|qua|lên)?\s*(?:\((?:qua|thông qua)\s+)?"
    rf"(?P<to>{_BODY}\b[^,;.()]*(?:,\s+(?={_BODY}\b)[^,;.()]*)*)"
)
_RECEIVER_END = pattern(
    r"(?<!Ngân)(?<!hu vực)(?<!uân khu),?\s+(?:để|trước|trong|theo|chậm nhất|định kỳ|vào|nhằm|đúng|kết quả|tình hình|và báo cáo|báo cáo|xem xét|tổng hợp|hằng|hàng|khi|những|các|về|việc|đồng thời|chủ trì)\b.*",
    re.DOTALL,
)
_FOR_DECISION = pattern(
    r"(?:trình|báo cáo)\b[^.;]{0,120}(?:xem xét|quyết định|phê duyệt|cho ý kiến|chỉ đạo giải quyết)", 2
)
_OWED = pattern(r"định kỳ|kết quả|tổng hợp|theo quy định|tình hình", re.IGNORECASE)
_SENTENCE_END = pattern(r"(?<=[.;])\s+(?=[A-ZÀ-Ỹ-])|\n")


def reporting_duties(said: Statement) -> Iterator[ReportingDuty]:
    """The duties of a paragraph: one for each deadline, one without a deadline where only a receiver is named."""
    for sentence in _SENTENCE_END.split(said.text):
        if not _REPORT.search(_REPORTER.sub("", sentence)):
            continue
        receivers = _receivers(sentence)
        due = deadlines(_reporting_clauses(sentence)) or deadlines(sentence)
        if not due and not (receivers and _OWED.search(sentence) and not _FOR_DECISION.search(sentence)):
            continue
        for i, deadline in enumerate(due or (None,)):
            to = (
                receivers[min(i, len(receivers) - 1)]
                if receivers and len(due) == len(receivers)
                else next(iter(receivers), None)
            )
            yield ReportingDuty(deadline=deadline, to=to, text=excerpt(sentence.strip(), 0), node=said.node)


def _reporting_clauses(sentence: str) -> str:
    return "; ".join(clause for clause in sentence.split("; ") if _REPORT.search(clause))


def _receivers(sentence: str) -> list[str]:
    words = (sentence[slice(*match.span("to"))] for match in _RECEIVER.finditer(joined(new_tone(sentence))))
    return [to for one in words if (to := _RECEIVER_END.sub("", one).strip())]
