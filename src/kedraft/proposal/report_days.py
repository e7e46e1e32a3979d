"""The days of a sentence that reports: whether one is for results or for sending the plan itself, and for which periods it is."""

import re

from kedraft.grammar.due import deadlines
from kedraft.vietnamese.deadline_words import understood

#: Stands where the sentence says more about a day than can be carried over.
BLANK = "[điền thời hạn báo cáo]"
_PAPER = r"(?:kế hoạch|chương trình|phương án|danh sách|danh mục|nhu cầu|quyết định|đề án|văn bản)"
_SENDS_IT = re.compile(rf"(?:gửi|nộp|đăng ký|trình)\s+(?:các\s+|bản\s+)?{_PAPER}(?!\w)", re.IGNORECASE)
_MAKES_IT = re.compile(
    rf"(?:xây dựng|ban hành|lập|cụ thể hóa|rà soát|đăng ký|tổng hợp)(?!\w)[^;.]{{0,60}}?(?<!này )(?<!với )(?<!theo ){_PAPER}(?!\s+này)",
    re.IGNORECASE,
)
_RESULTS = re.compile(
    r"kết quả|tình hình|định kỳ|sơ kết|tổng kết|đánh giá|tiến độ|báo cáo\s+(?:năm|quý|tháng|tuần|hằng|hàng|0?[369]|sáu)(?!\w)"
    r"|(?:,|và)\s+(?:tổ chức\s+)?(?:triển khai\s+)?thực hiện",
    re.IGNORECASE,
)
_CLAUSE_BREAK = re.compile(r"[;:]|\.(?=\s)")
_NEXT_BREAK = re.compile(r"[,;:.)]")
_PERIOD = r"(?:quý(?:\s(?:[IV]{1,3}|[1-4]))?(?!\w)|(?:0?[369]|sáu|ba|chín)\stháng(?:\s(?:đầu|cuối)\snăm)?|(?:cả\s)?năm(?!\s(?:học|\d|nay|sau|tiếp))(?!\w))"
_PERIODS = re.compile(
    rf"(?:báo cáo|kết quả(?:\s(?:thực hiện|triển khai))?|sơ kết|tổng kết|định kỳ)\s(?P<periods>{_PERIOD}(?:(?:,\s(?:và\s)?|\svà\s|/){_PERIOD})*)",
    re.IGNORECASE,
)


def for_results(text: str, day: str) -> bool:
    """Whether a day is one by which results are reported, and not one by which the plan or a list is made or sent."""
    said = " ".join(_around(text, day))
    if _SENDS_IT.search(said):
        return "kết quả" in said.casefold()
    return not _MAKES_IT.search(said) or bool(_RESULTS.search(said))


def with_periods(text: str, day: str) -> str:
    """A day with the periods that its sentence reports on; a named blank where the sentence says more of time than that.

    `Báo cáo quý I, 6 tháng và năm trước ngày 15 của tháng cuối kỳ` ->
    `trước ngày 15 của tháng cuối kỳ đối với báo cáo quý I, 6 tháng và năm`.
    """
    at = text.find(day)
    if at < 0 or "đối với" in day:
        return day
    if not understood(text, at + len(day), sure=True):
        return BLANK
    before = _around(text, day)[0]
    found = list(_PERIODS.finditer(before))
    if found:
        return f"{day} đối với báo cáo {found[-1]['periods']}"
    if named := _NAMED.search(before):
        return f"{day} đối với kết quả {named['what']}"
    if checked := _CHECKED.search(before):
        return f"{day} đối với kết quả {checked['what'].lower()}"
    if kind := _OF_KIND.search(before):
        return f"{day} đối với báo cáo {kind['kind'].lower()}"
    bracketed = _BRACKETED.search(text[:at])
    return f"{day} đối với báo cáo {bracketed['period']}" if bracketed else day


#: `năm (trước ngày 05/12)`, `hằng quý (trước ngày 05 tháng cuối quý)`.
_BRACKETED = re.compile(rf"(?<!\w)(?P<period>{_PERIOD}|(?:(?:hằng|hàng) )?(?:quý|tháng|năm))\s*\(\s*\Z", re.IGNORECASE)
#: `báo cáo kết quả thực hiện Tháng hành động trước ngày 20/5/2026`.
_NAMED = re.compile(
    r"kết quả (?:thực hiện |triển khai )?(?P<what>(?:(?:Tháng|Tuần lễ|Ngày|Chiến dịch|Tết)\s[^;,.]{3,60}?|(?:phát động|ra quân|diễn tập|rà soát)(?:\s[^;,.]{3,40}?)?))\s*\Z"
)
#: `tự kiểm tra, gửi kết quả về Thanh tra tỉnh trước ngày 15/8`.
_CHECKED = re.compile(
    r"(?P<what>tự kiểm tra|tự rà soát|tự đánh giá)[^;.]{0,30}, (?:gửi|báo cáo) kết quả[^;.]*\Z", re.IGNORECASE
)
#: `báo cáo tổng kết trước ngày 30/11`, `: 6 tháng trước ngày 05/6`.
_OF_KIND = re.compile(
    rf"(?:báo cáo\s+|[:,]\s*|\A\s*)(?P<kind>tổng kết|sơ kết|quyết toán|chuyên đề|{_PERIOD})\s*\Z", re.IGNORECASE
)


def _around(text: str, day: str) -> tuple[str, str]:
    """What a sentence says before a day, since the clause began or the day before it, and after, up to the next break."""
    at = text.find(day)
    if at < 0:
        return text, ""
    others = (text.find(one) + len(one) for one in deadlines(text) if text.find(one) < at)
    breaks = (found.end() for found in _CLAUSE_BREAK.finditer(text, 0, at))
    begin = max((*others, *breaks), default=0)
    stop = _NEXT_BREAK.search(text, at + len(day))
    return text[min(begin, at) : at], text[at + len(day) : stop.start() if stop else len(text)]
