"""Deadlines and receivers: when something is due and to whom it goes, always in the source's own words."""

import re

from kedraft.grammar.bodies import ORGANS
from kedraft.grammar.names import joined, parted
from kedraft.vietnamese.letters import lazily, pattern

#: `16 giờ`, `17 giờ 00`, `10h30’`
_HOUR = (
    r"\d{1,2}\s?(?:giờ(?:\s?\d{1,2}(?:\s?phút|['’′]+)?)?|[hg]\s?(?:\d{2})?['’′]*)(?:\s+(?:sáng|trưa|chiều|tối))?(?!\w)"
)
_WEEKDAY = r"(?:ngày\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w)"
_RHYTHM = r"(?:năm|quý|tháng|tuần|ngày)"

# --- of a duty: one stretch of words ---------------------------------------------------------------------------------

_YEARLY = rf"(?:\s*,?\s*(?:hằng|hàng|mỗi)\s+{_RHYTHM})?"
_DAY = r"(?:(?:ngày\s+)?\d{1,2}-\d{1,2}-\d{4}|ngày\s+\d{1,2}-\d{1,2}(?![-/\d])|(?:ngày\s+)?\d{1,2}\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?\d{4}|\s+(?:của\s+)?năm\s+\d{4})?|ngày\s+\d{1,2}(?:\s+(?:của\s+)?tháng\s+(?:\d{1,2}|cuối(?: của)? (?:quý|kỳ|năm)|cuối|đầu)(?:\s+(?:của\s+)?năm\s+\d{4})?)?|tháng\s+\d{1,2}(?:\s?/\s?\d{4}|\s+năm\s+\d{4})?|quý\s+[IV]{1,3}(?:\s?/\s?\d{4}|\s+năm\s+\d{4})?|năm\s+\d{4})"
_MOMENT = rf"(?:{_HOUR}(?:\s*,?\s*(?:{_WEEKDAY}|{_DAY}))?|{_WEEKDAY}|{_DAY}){_YEARLY}"
_WITHIN = (
    r"trong (?:vòng|thời hạn)\s+\d{1,3}\s+(?:ngày|giờ)(?:\s+làm việc)?(?:[,\s]+(?:kể )?(?:từ|sau) (?:khi|ngày)[^,;.]{0,50})?"
    r"|(?:chậm nhất|không quá)\s+\d{1,3}\s+(?:ngày|giờ)(?:\s+làm việc)?[,\s]+(?:(?:kể )?từ\s+(?:khi|ngày)|sau(?!\w))[^,;.]{0,50}"
    r"|trong\s+\d{1,3}\s+(?:ngày|giờ)\s+làm việc"
)
_DATED = lazily(
    rf"(?i:{_WITHIN}|(?:trước|chậm nhất(?:\s+là)?(?:\s+vào)?(?:\s+đến)?(?:\s+trước)?|muộn nhất|không muộn hơn|đến hết|hết|vào)\s+{_MOMENT}"
    rf"|trước\s+(?:mùa|dịp|Tết|năm học|khai giảng|lũ|bão|(?:mỗi|từng)\s+(?:đợt|kỳ|vụ|mùa|buổi))(?!\w)(?:\s+(?!để|và|về|báo|gửi|hằng|hàng)\w+){{0,3}}{_YEARLY}(?=\s*(?:[,;.)]|\Z))"
    r"|ngày\s+\d{1,2}(?:\s?/\s?\d{1,2}|\s+tháng\s+\d{1,2})?\s+(?:hằng|hàng)\s+(?:năm|quý|tháng)(?!\w)"
    rf"|(?:trong|từ)\s+(?:tháng\s+\d{{1,2}}|quý\s+[IV]{{1,3}})(?:\s?/\s?\d{{4}}|\s+năm\s+\d{{4}})?|trong năm\s+\d{{4}}|(?<=hoàn thành )(?:tháng \d{{1,2}}|quý\s+[IV]{{1,3}}|năm \d{{4}})(?:\s?/\s?\d{{4}}| năm \d{{4}})?)"
)
_PERIODIC = lazily(
    r"(?i:định kỳ\s+(?:hằng|hàng)?\s*(?:(?:tuần|tháng|quý|năm|6 tháng|06 tháng|9 tháng|01 năm|một năm|sáu tháng|cả năm)(?!\s\d{4})(?:\s*[,;]\s*|\s+và\s+|/lần)?(?:(?:hằng|hàng)\s+)?)+|(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm)(?:,\s*(?:quý|năm|6 tháng)| và (?:cả )?năm)*)"
)


def deadline_of(text: str, since: int | None = None) -> str | None:
    """When it is due, in the source's words: a date before a rhythm; None when neither is said. `since`: no year before it is due."""
    dated = _of_one_act(text, _dates(text, since))
    if dated:
        return text[dated[0].start() : dated[-1].end()].strip(" ,;/")
    found = _PERIODIC.search(text)
    return found.group(0).strip(" ,;/") if found else None


def dates_of(text: str) -> tuple[str, ...]:
    """The deadlines of a text one by one, where `deadline_of` gives them with the words between."""
    return tuple(found.group(0).strip(" ,;/") for found in _dates(text)) or tuple(filter(None, [deadline_of(text)]))


#: Words between two dates that begin another act: the second date is that act's.
_ANOTHER_ACT = lazily(
    r"(?i:[;,]\s+(?!báo cáo|gửi|sơ kết|tổng kết|và|hoặc|trước|chậm nhất|muộn nhất|đối với|kết quả|năm|quý|tháng|cả năm|định kỳ|\d|\()\w)"
)


_YEAR = lazily(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def _is_past(words: str, since: int | None) -> bool:
    """Whether words name a year gone by: `nhà xây trước năm 2010` tells its age."""
    years = [int(year) for year in _YEAR.findall(words)]
    return since is not None and bool(years) and max(years) < since


def _dates(text: str, since: int | None = None) -> list[re.Match[str]]:
    """The first date and those that belong to it: close by, in one sentence, and not the collector's own."""
    dated = [m for m in _DATED.finditer(text) if _is_due(text, m) and not _is_past(m.group(), since)]
    for at in range(1, len(dated)):
        between = text[dated[at - 1].end() : dated[at].start()]
        if len(between) > 90 or re.search(r"[.!?]\s|tổng hợp|để báo cáo", between):
            return dated[:at]
    return dated


def _of_one_act(text: str, dated: list[re.Match[str]]) -> list[re.Match[str]]:
    """The dates up to where another act begins."""
    for at in range(1, len(dated)):
        if _ANOTHER_ACT.search(text, dated[at - 1].end(), dated[at].start()):
            return dated[:at]
    return dated


def _is_due(text: str, found: re.Match[str]) -> bool:
    """Not the date of a cited document, nor a period that the duty is about (`từ tháng 2 đến tháng 4` has its own words)."""
    if re.match(r"(?i:trước|chậm nhất|muộn nhất|trong (?:vòng|thời hạn)|không (?:muộn|quá))", found.group()):
        return True
    before = text[: found.start()].rstrip()
    return not re.search(r"(?i:ban hành|ký|số \S+|kết quả|số liệu|tính)\Z", before)


# --- of a report: every deadline by itself ---------------------------------------------------------------------------

_DATE = r"(?:ngày\s+)?\d{1,2}-\d{1,2}-\d{4}|(?:ngày\s+)?\d{1,2}\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?\d{4}|\s+(?:của\s+)?năm\s+\d{4})?(?![\d/%])"
_DAY_WORDS = r"(?:ngày\s+)?\d{1,2}\s+(?:của\s+)?tháng\s+(?:\d{1,2}(?:\s+(?:của\s+)?năm\s+\d{4})?|cuối(?:(?:\s+của)?\s+(?:quý|kỳ|năm))?|đầu(?:\s+quý)?)"
_ANY_DAY = rf"(?:{_DAY_WORDS}|{_DATE}|ngày\s+\d{{1,2}})"
_ANY_MOMENT = rf"(?:{_HOUR}(?:\s*,?\s*(?:{_WEEKDAY}|{_ANY_DAY}))?|{_WEEKDAY}|{_ANY_DAY})"
_PERIOD = r"(?:năm|quý|tháng|tuần|kỳ|ngày)"
_TAIL = (
    rf"\s*,?\s*(?:hằng|hàng|mỗi)\s+{_PERIOD}|\s+(?:của\s+)?(?:(?:tháng\s+)?cuối\s+{_PERIOD}(?:\s+báo cáo)?|{_PERIOD}\s+(?:sau|tiếp theo|kế tiếp))"
    r"|\s*\(?\s*đối với\s+báo cáo\s+(?:sơ kết|tổng kết|định kỳ|hằng|hàng|năm|quý|tháng|\d|,|và|đầu|cuối|\s)+\)?"
    r"|\s*\((?:báo cáo|đối với)[^()]{1,40}\)"
)
_REPORT_DATED = pattern(
    r"(?:(?:chậm nhất|muộn nhất)(?:\s+(?:là|vào))?(?:\s+trước)?|trước|xong trước|hoàn thành trước|vào|đến hết|không quá)\s+"
    rf"{_ANY_MOMENT}(?:\s+và\s+(?:trước\s+)?{_ANY_DAY})*(?:{_TAIL})*"
    r"|ngày\s+\d{1,2}(?:/\d{1,2})?\s+(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)(?!\w)|(?<=\()ngày\s+\d{1,2}(?:/\d{1,2})?(?=\))"
    r"|trong\s+(?:tháng\s+\d{1,2}|quý\s+[IV]{1,3})(?:\s?/\s?\d{4}|\s+năm\s+\d{4})"
    r"|trong (?:vòng|thời hạn)\s+\d{1,3}\s+(?:ngày|giờ)(?:\s+làm việc)?(?:[,\s]+(?:kể )?từ (?:khi|ngày)[^,;.]{0,50}?(?=\s+(?:về|cho|gửi|đến)\s|[,;.)]|\Z))?",
    re.IGNORECASE,
)
_REPORT_PERIODIC = pattern(
    rf"(?:định kỳ\s+)?(?:(?:(?:hằng|hàng|mỗi)\s+{_PERIOD}|quý|(?:0?[369]|sáu|ba|chín|một|01) tháng(?:\s+đầu năm)?|(?:(?:01|1|một)\s)?năm)(?:\s*(?:,|và|hoặc|/)\s*(?:cả\s+)?)?)+(?:\s*1 lần|\s*một lần)?",
    re.IGNORECASE,
)
_REGULAR = pattern(rf"định kỳ|(?:hằng|hàng|mỗi)\s+{_RHYTHM}", re.IGNORECASE)


def deadlines(sentence: str) -> tuple[str, ...]:
    """The deadlines in a sentence, as it words them (`trước ngày 10/12 hằng năm`); a mere period when it names no day."""
    dated = tuple(found.group(0).strip(" ,(") for found in _REPORT_DATED.finditer(sentence))
    if dated:
        return dated
    periodic = (
        found.group(0).strip(" ,/") for found in _REPORT_PERIODIC.finditer(sentence) if _REGULAR.match(found.group(0))
    )
    return tuple(periodic)[:1]


# --- to whom ---------------------------------------------------------------------------------------------------------

#: A sentence that sends something to somebody.
SENDS = lazily(
    r"(?i:báo cáo(?! viên| tuyên truyền)|gửi|phản ánh|đăng ký|kiến nghị|(?<!công )(?<!quy )(?<!chương )(?<!quá )(?<!lộ )(?<!giáo )(?<!hành )(?<!tiến )(?<!tờ )(?<!lịch )trình|(?:giao )?nộp(?! thuế| tiền| phí| quỹ)|chuyển (?:kết quả|hồ sơ|danh sách|số liệu)(?:\s[^\s,;.]+){0,4}\s(?:cho|về|đến|sang)(?!\w)|(?<!di )(?<!vận )chuyển(?= (?:Sở|Ban|Công an|Văn phòng|UBND|Ủy ban|Kho bạc|Phòng|Chi cục|Trung tâm))|thông tin (?:về|cho|kịp thời|(?:[^\s,;.]+\s){1,4}về (?:Sở|Ban|UBND|Ủy ban)))"
)
#: Commas inside names: `Văn hóa, Thể thao và Du lịch`, `Phòng, chống thiên tai`, `Phát thanh, truyền hình`.
_NAME = r"(?:[^,;.:()]|(?<=[Vv]ăn hóa),(?= [Tt]hể thao)|(?<=hể thao),(?= [Dd]u lịch)|(?<=[Pp]hòng),(?= chống)|(?<=thanh),(?= [Tt]ruyền hình)|(?<=cháy),(?= chữa))*"
_TO = lazily(
    rf"(?i:(?:về|cho|gửi|đến|với|lên|báo cáo|phản ánh|(?<!công )(?<!quy )(?<!chương )(?<!quá )(?<!lộ )(?<!giáo )(?<!hành )(?<!tiến )(?<!tờ )(?<!lịch )trình|kiến nghị|tới|chuyển)\s+(?:(?:kịp thời|nhanh|ngay|nhanh chóng)\s+)?(?:bằng văn bản\s+)?(?:về\s+|cho\s+|đến\s+)?)(?P<to>{ORGANS.replace('|Các|Tất cả', '|Chính phủ|Thủ tướng|cơ quan (?:thường trực|đầu mối|chủ trì)')}(?!\w){_NAME}(?:\(\s*(?:qua|thông qua)\s[^)]*\))?)"
)
_THROUGH = lazily(rf"\(?\s*(?:thông )?qua\s+(?P<to>{ORGANS}(?!\w){_NAME})")
_TO_END = lazily(
    r"(?<!Ngân)\s+(?:để|trước|theo|chậm nhất|định kỳ|vào|nhằm|đúng|kết quả|tình hình|và báo cáo|xem xét|tổng hợp|hằng|hàng|ngày|khi|những|các|về|(?<!vụ )việc|phối hợp|biết|chỉ đạo|có|là|kịp thời|trong|sau|hoặc|giải quyết|quyết định|phê duyệt|thông qua|ban hành|giao(?! thông)|hướng dẫn|tham mưu|thẩm định|qua|bằng văn bản|ngay|được|(?<!hu vực )(?<!uân khu )\d)(?!\w).*",
    re.DOTALL,
)


def receiver_of(text: str) -> str | None:
    """To whom it is reported or sent, in the source's words; with `(qua …)` when that follows. None when it does not say."""
    to = _receiver(joined(text))
    return parted(to) if to else None


def _receiver(text: str) -> str | None:
    sends = SENDS.search(text)
    if sends is None:
        return None
    found = _TO.search(text, sends.start())
    if found is None:
        through = _THROUGH.search(text)
        return _TO_END.sub("", through["to"]).strip() if through else None
    head, bracket, inner = found["to"].partition("(")
    if bracket and "(" not in inner and not _TO_END.search(head):
        return found["to"].strip()
    return _TO_END.sub("", head).strip() or None
