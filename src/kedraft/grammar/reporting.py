"""Reporting duties: a report that is owed, by when and to whom, in the source's words."""

import re
from collections.abc import Iterator

from kedraft.grammar.statements import Statement, excerpt
from kedraft.model.plan import ReportingDuty
from kedraft.vietnamese.letters import pattern

_DATE = r"(?:ngày\s+)?\d{1,2}\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?\d{4})?(?![\d/%])"
_DAY_WORDS = r"(?:ngày\s+)?\d{1,2}\s+tháng\s+(?:\d{1,2}(?:\s+năm\s+\d{4})?|cuối(?:\s+(?:quý|kỳ|năm))?|đầu(?:\s+quý)?)"
_DAY = rf"(?:{_DAY_WORDS}|{_DATE}|ngày\s+\d{{1,2}})"
_PERIOD = r"(?:năm|quý|tháng|tuần|kỳ)"
_TAIL = (
    rf"\s*,?\s*(?:hằng|hàng|mỗi)\s+{_PERIOD}|\s+(?:của\s+)?(?:(?:tháng\s+)?cuối\s+{_PERIOD}(?:\s+báo cáo)?|{_PERIOD}\s+(?:sau|tiếp theo|kế tiếp))"
    r"|\s*\(?\s*đối với\s+báo cáo\s+(?:sơ kết|tổng kết|định kỳ|hằng|hàng|năm|quý|tháng|\d|,|và|đầu|cuối|\s)+\)?"
    r"|\s*\((?:báo cáo|đối với)[^()]{1,40}\)"
)
_DATED = pattern(
    r"(?:(?:chậm nhất|muộn nhất)(?:\s+(?:là|vào))?(?:\s+trước)?|trước|xong trước|hoàn thành trước|vào|đến hết|không quá)\s+"
    rf"{_DAY}(?:\s+và\s+(?:trước\s+)?{_DAY})*(?:{_TAIL})*",
    re.IGNORECASE,
)
_PERIODIC = pattern(
    rf"(?:định kỳ\s+)?(?:(?:(?:hằng|hàng|mỗi)\s+{_PERIOD}|quý|(?:0?[369]|sáu|ba|chín|một|01) tháng(?:\s+đầu năm)?|năm)(?:\s*(?:,|và|hoặc|/)\s*(?:cả\s+)?)?)+(?:\s*1 lần|\s*một lần)?",
    re.IGNORECASE,
)
_REGULAR = pattern(r"định kỳ|(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần)", re.IGNORECASE)
_REPORT = pattern(r"báo cáo|gửi (?:kết quả|báo cáo)|tổng hợp gửi", re.IGNORECASE)
_REPORTER = pattern(r"báo cáo viên|báo cáo tuyên truyền|bản báo cáo mẫu", re.IGNORECASE)
_BODY = (
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Thường trực|Ban|Sở|Phòng|Bộ|Văn phòng|Công an|Thủ tướng|Chính phủ|Hội đồng nhân dân|HĐND|Chủ tịch|Đảng ủy|"
    r"Huyện ủy|Tỉnh ủy|Thành ủy|Quận ủy|Thanh tra|Trung tâm|Cơ quan thường trực|Hội|Chi cục|Cục|Tổng cục|Bảo hiểm|Ủy ban|Mặt trận|Công chức|Liên đoàn|Đoàn|Tòa án|Viện|Kho bạc|Tổ công tác)"
)
_RECEIVER = pattern(
    r"(?:[Bb]áo cáo|[Gg]ửi|về|cho|[Tt]rình)\s+(?:kết quả[^,;.]{0,80}?\s+)?(?:về|cho|gửi|đến|với|qua|lên)?\s*(?:\((?:qua|thông qua)\s+)?"
    rf"(?P<to>{_BODY}\b[^,;.()]*(?:,\s+(?={_BODY}\b)[^,;.()]*)*)"
)
_RECEIVER_END = pattern(
    r",?\s+(?:để|trước|theo|chậm nhất|định kỳ|vào|nhằm|đúng|kết quả|tình hình|và báo cáo|xem xét|tổng hợp|hằng|hàng|khi|những|các|về|việc|đồng thời|chủ trì)\b.*",
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


def deadlines(sentence: str) -> tuple[str, ...]:
    """The deadlines in a sentence, as it words them (`trước ngày 10/12 hằng năm`); a mere period when it names no day."""
    dated = tuple(found.group(0).strip(" ,(") for found in _DATED.finditer(sentence))
    if dated:
        return dated
    periodic = (found.group(0).strip(" ,/") for found in _PERIODIC.finditer(sentence) if _REGULAR.match(found.group(0)))
    return tuple(periodic)[:1]


def _receivers(sentence: str) -> list[str]:
    found = (_RECEIVER_END.sub("", match.group("to")).strip() for match in _RECEIVER.finditer(sentence))
    return [to for to in found if to]
