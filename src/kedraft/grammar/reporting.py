"""Reporting duties: a report that is owed, by when and to whom, in the source's words."""

import re
from collections.abc import Iterator

from kedraft.grammar.due import deadlines
from kedraft.grammar.names import joined
from kedraft.grammar.statements import Statement, excerpt
from kedraft.model.plan import ReportingDuty
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import new_tone

_REPORT = pattern(
    r"báo cáo|gửi (?:kết quả|báo cáo)|tổng hợp gửi|(?:sơ kết|tổng kết)[^.]{0,160}?(?<!\w)gửi(?!\w)", re.IGNORECASE
)
#: A further period of the report in the clause before: `quý I trước ngày 05/3; 6 tháng trước ngày 05/6`.
_PERIOD = pattern(
    r"(?:báo cáo\s+)?(?:cả\s+)?(?:quý|năm|tháng|tuần|kỳ|(?:0?[369]|sáu|ba|chín) tháng)(?!\w)[^,;.]{0,30}?(?:trước|chậm nhất|vào|ngày|\()",
    re.IGNORECASE,
)
#: What one says when something hinders: no duty of its own.
_HINDERED = pattern(
    r"(?:nếu|khi|trường hợp)\s+(?:có|gặp|phát sinh)|(?:khó khăn|vướng mắc|bất cập|phát sinh)[^.;]{0,60}?(?:đề nghị|kịp thời|phản ánh)",
    re.IGNORECASE,
)
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
    r"(?<!Ngân)(?<!hu vực)(?<!uân khu),?\s+(?:để|ngày|trước|trong|theo|chậm nhất|định kỳ|vào|nhằm|đúng|kết quả|tình hình|và báo cáo|báo cáo|xem xét|tổng hợp|hằng|hàng|khi|những|các|về|việc|đồng thời|chủ trì)\b.*",
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
        if not due and not (receivers and _is_owed(sentence)):
            continue
        for i, deadline in enumerate(due or (None,)):
            to = (
                receivers[min(i, len(receivers) - 1)]
                if receivers and len(due) == len(receivers)
                else next(iter(receivers), None)
            )
            yield ReportingDuty(deadline=deadline, to=to, text=excerpt(sentence.strip(), 0), node=said.node)


def _is_owed(sentence: str) -> bool:
    """Whether a report without a date is one that comes due at all, and not only when something hinders."""
    return bool(_OWED.search(sentence)) and not _FOR_DECISION.search(sentence) and not _HINDERED.search(sentence)


def _reporting_clauses(sentence: str) -> str:
    """The clauses that speak of a report, with those that only add a period to the one before."""
    kept: list[str] = []
    goes_on = False
    for clause in sentence.split("; "):
        goes_on = bool(_REPORT.search(clause)) or (goes_on and bool(_PERIOD.match(clause)))
        kept += [clause] if goes_on else []
    return "; ".join(kept)


def _receivers(sentence: str) -> list[str]:
    words = (sentence[slice(*match.span("to"))] for match in _RECEIVER.finditer(joined(new_tone(sentence))))
    return [to for one in words if (to := _RECEIVER_END.sub("", one).strip())]
