"""The core of a duty's clause, and whether a paragraph really holds it: the verb, the numbers, the rhythm of a report.

Words in common are not enough: `kiện toàn Ban An toàn giao thông` is not said by a paragraph that reports to the Ban An toàn giao thông.
"""

import re
from collections.abc import Iterator

from kedraft.grammar.due import dates_of
from kedraft.vietnamese.text import squeeze

REPORTS = re.compile(r"(?i:báo cáo|phản ánh)")
PROBLEMS = re.compile(r"(?i:khó khăn|vướng mắc|phát sinh)")

_ADVERBS = re.compile(
    r"(?i:(?:chủ động|tiếp tục|thường xuyên|kịp thời|nghiêm túc|tích cực|khẩn trương|đồng thời|phải|có trách nhiệm|có nhiệm vụ|hằng năm|hàng năm),?\s+(?:và\s+)?)+"
)
# Verbs that say no more than that something is done, or by whom.
_GENERAL = re.compile(
    r"(?i:(?:tổ chức|triển khai|thực hiện|chỉ đạo|chủ trì|phối hợp|tăng cường|đẩy mạnh|hướng dẫn|tham mưu|tham gia|bảo đảm|đảm bảo|nâng cao|phát huy|quan tâm|"
    r"căn cứ|đối với|theo|trên|trong|tại|khi|nếu|mỗi|các|tiến hành|tập trung|chú trọng|lồng ghép|cụ thể|chịu trách nhiệm|kết quả|định kỳ|trước ngày)(?!\w))"
)
_SYNONYMS = (
    ("kiện toàn", "thành lập", "củng cố", "duy trì"),
    ("xây dựng", "ban hành", "lập", "soạn thảo"),
    ("bố trí", "cân đối", "phân bổ", "bảo đảm", "đảm bảo"),
    ("tuyên truyền", "truyền thông", "phổ biến", "vận động", "quán triệt"),
    ("rà soát", "thống kê", "lập danh sách", "khảo sát"),
    ("kiểm tra", "giám sát", "thanh tra", "theo dõi", "đôn đốc"),
    ("giới thiệu", "phân công", "cử"),
    ("tập huấn", "bồi dưỡng", "đào tạo"),
    ("khắc phục", "xử lý", "giải quyết"),
)
_SHORT_VERBS = frozenset(
    re.findall(r"\w+", "đưa mở ký cử giao lập nộp thu cấp gửi đặt treo dán xóa xoá mua trồng tiêm phun quét ghi rút")
)
_NUMBER = re.compile(r"(?<![\w/.,])(?P<number>\d+(?:[.,]\d+)?)(?![\d/])\s*(?P<unit>%|[^\W\d_]+)?")
_NOT_COUNTED = re.compile(
    r"(?i:(?:khoản|mục|điểm|điều|phụ lục|năm|tháng|ngày|quý|giai đoạn|số|lớp|khóa|thứ|đợt|nhiệm kỳ)\s+(?:số\s+)?[\d\s,–-]+\S*|\d+/\S+|20\d\d(?:\s*[-–]\s*20\d\d)?)"
)
_RHYTHMS = {
    "tháng": re.compile(r"(?i:(?:hằng|hàng|mỗi) tháng)"),
    "quý": re.compile(r"(?i:(?<!\w)quý(?!\w))"),
    "6 tháng": re.compile(r"(?i:(?<!\w)0?6 tháng|sáu tháng|sơ kết|giữa năm)"),
    "9 tháng": re.compile(r"(?i:(?<!\w)0?9 tháng|chín tháng)"),
    "đợt": re.compile(
        r"(?i:(?:từng|mỗi|sau|kết thúc) đợt|\d+ (?:ngày|giờ)(?: làm việc)?,? (?:sau|kể từ|từ) khi|đột xuất)"
    ),
}
_YEAR = re.compile(
    r"(?i:(?:hằng|hàng|cuối|mỗi) năm|báo cáo (?:kết quả )?năm|tổng kết|(?:tháng|và|,) năm(?! 20)|(?:^|\D)\d{1,2}/1[0-2](?!\d))"
)
_YEAR_SAID = re.compile(
    r"(?i:(?:hằng|hàng|cuối|mỗi|báo cáo) năm|tổng kết|\d{1,2}/(?:1[0-2]|0?1)(?!\d)|tháng 1[0-2]|định kỳ|quý IV)"
)
_REPORT_STARTS = re.compile(r"(?i:(?:,|;|\s+và|\()\s+(?=[^,;()]*(?:báo cáo|phản ánh)))")
_NO_TASK = re.compile(
    r"(?i:định kỳ|kết quả|tổng hợp|theo dõi|trước|nếu|trong|khi|căn cứ|theo|hằng|hàng|kịp thời|thường xuyên|các|\d)"
)
_TASK_WORDS = 5


def without_dates(clause: str) -> str:
    """The clause without the words that only say when: they are compared for themselves."""
    for words in dates_of(clause):
        clause = clause.replace(words, " ")
    return squeeze(re.sub(r"(?i:\(?\s*(?:hoàn thành|xong)?\s*\)?\s*[,.;]?\s*\Z)", "", clause))


def task_and_report(clause: str) -> tuple[str, ...]:
    """`Huy động lực lượng …, kết quả báo cáo Sở Y tế` asks for two things; a clause that only reports for one."""
    told = REPORTS.search(clause)
    if not told or PROBLEMS.search(clause):
        return (clause,)
    cuts = [found for found in _REPORT_STARTS.finditer(clause) if found.start() < told.start()]
    at = cuts[-1].start() if cuts else -1
    task = clause[:at].strip() if at > 0 else ""
    if _NO_TASK.match(task) or len(task.split()) < _TASK_WORDS:
        return (clause,)
    return task, clause[cuts[-1].end() :]


def holds(clause: str, text: str, *, instead: bool = False) -> bool:
    """Whether the text has the clause's verb and its numbers. `instead`: it was written in that clause's place, in its own words."""
    said = squeeze(text).casefold()
    return (instead or _verb_said(clause, said)) and all(
        _counted(number, unit, said) for number, unit in _numbers(clause)
    )


def _verb_said(clause: str, said: str) -> bool:
    told = _ADVERBS.sub("", squeeze(clause), count=1) if _ADVERBS.match(squeeze(clause)) else squeeze(clause)
    if not told or _GENERAL.match(told):
        return True
    first, *rest = re.findall(r"[^\W\d_]+", told.casefold())[:2] or [""]
    if first in _SHORT_VERBS or not rest:
        return bool(re.search(rf"(?<!\w){re.escape(first)}(?!\w)", said))
    verb = f"{first} {rest[0]}"
    wanted = {verb}.union(*(group for group in _SYNONYMS if verb in group))
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", said) for one in wanted)


def _numbers(clause: str) -> Iterator[tuple[str, str]]:
    for found in _NUMBER.finditer(_NOT_COUNTED.sub(" ", without_dates(clause))):
        yield found["number"].lstrip("0") or "0", (found["unit"] or "").casefold()


def _counted(number: str, unit: str, said: str) -> bool:
    """Whether the number is there, or another one of the same thing: an office may ask more of itself."""
    return any(
        (one["number"].lstrip("0") or "0") == number or (unit and (one["unit"] or "") == unit)
        for one in _NUMBER.finditer(said)
    )


def rhythm_said(clause: str, text: str) -> bool:
    """Whether every rhythm in which the clause wants reports is one in which the text reports."""
    asked = {name for name, pattern in _RHYTHMS.items() if pattern.search(clause)}
    if not all(_RHYTHMS[name].search(text) for name in asked):
        return False
    return not _YEAR.search(clause) or bool(_YEAR_SAID.search(text))
