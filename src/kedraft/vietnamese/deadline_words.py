"""How plans word deadlines: what opens one, the moments and periods that follow, and what may come after them.

Every quantifier is bounded, so that a text is read in time proportional to its length.

A date without a year, a day of the month and a cycle mean what the next words say (`ngày 05/01 của năm liền kề sau năm báo cáo`), so for them
the next word must be known. A date with its year means itself unless more words of time follow it (`(thứ Tư)`, `- quý IV/2026`, `và những
năm tiếp theo`).
"""

import re

from kedraft.vietnamese.letters import lazily

_S = r"\s{1,4}"
_O = r"\s{0,3}"
_EACH = r"(?:hằng|hàng|mỗi|từng|các)"
_LIMIT = (
    rf"trước|(?P<latest>(?:(?:chậm|muộn){_S}nhất)(?:{_O}:)?(?:{_S}(?:là|vào|trong)){{0,3}})(?:{_S}trước)?|không{_S}muộn{_S}hơn|hạn{_S}cuối(?:{_S}là|{_O}:)?"
    rf"|thời{_S}hạn(?:{_S}(?:hoàn{_S}thành|gửi{_S}báo{_S}cáo|báo{_S}cáo|gửi|nộp))?(?:{_S}là|{_O}:)|hạn{_S}(?:nộp|gửi|báo{_S}cáo)(?:{_S}là|{_O}:)"
)
_DONE = rf"(?P<done>(?:phải{_S})?(?:hoàn{_S}thành|làm{_S}xong|xong)(?:{_S}và{_S}\w{{1,7}}{_S}\w{{1,7}})?){_S}(?:xong{_S})?trong"
#: What opens a deadline.
OPENING = lazily(rf"(?<!\w)(?:{_DONE}|(?:(?:hoàn{_S}thành|xong){_S})?(?:{_LIMIT}))(?=\s)", re.I)
#: Words before an opening that make its day a mark in time, not a deadline.
MARK = lazily(r"(?<!\w)(?:từ|sinh|xảy ra|hiệu lực|tồn tại|thời điểm|thời kỳ|giai đoạn)\s{1,4}\Z", re.I)

_OF_YEAR = rf"{_S}(?:của{_S})?năm{_S}"
_NUMERIC = (
    r"(?P<d>[0-9]{1,2})\s?(?P<mark>[/.-])\s?(?P<m>[0-9]{1,2})"
    rf"(?:\s?(?P=mark)\s?(?P<y>[0-9]{{4}})|(?P<of>{_OF_YEAR})(?P<y2>[0-9]{{4}}))?"
)
_WORDED = (
    rf"(?P<wd>[0-9]{{1,2}})(?P<words>{_S}(?:của{_S})?tháng{_S})(?P<wm>[0-9]{{1,2}})"
    rf"(?:(?P<wof>{_OF_YEAR})(?P<wy>[0-9]{{4}})|/(?P<wy2>[0-9]{{4}}))?"
)
_DATE = rf"(?:{_WORDED}|{_NUMERIC})(?![0-9/%])"
_HOUR = rf"[0-9]{{1,2}}{_O}(?:giờ|h|g)(?:{_O}[0-9]{{2}}(?:{_O}phút)?)?"
#: The first day of a deadline, with the hour before it.
DAY = lazily(rf"(?P<before>{_S}(?:{_HOUR}{_O},?{_O})?(?:(?P<named>ngày){_S})?){_DATE}", re.I)
_NOTE = r"\s?\([^()\n]{1,60}\)|\s(?:đối với|cho)\s[^.;,()\n]{1,60}?"
#: One more day of the same deadline; after a note (`đối với báo cáo 6 tháng`) only where it is called a day.
MORE = lazily(
    rf"(?P<before>(?:{_O}(?:,|;|{_S}và|{_S}hoặc|,{_S}và){_S}(?:trước{_S})?(?:ngày{_S})?|(?:{_NOTE}){_O}(?:,|;|,?{_S}và){_S}(?:trước{_S})?ngày{_S})){_DATE}",
    re.I,
)
_SAME_YEAR = rf"(?:của{_S})?năm{_S}(?:báo{_S}cáo|kế{_S}hoạch|hiện{_S}hành)"
_NEXT_YEAR = rf"(?:của{_S})?năm{_S}(?:sau|tiếp{_S}theo|kế{_S}tiếp|liền{_S}kề|liền{_S}sau)"
#: The year of a day that names none.
WHICH_YEAR = lazily(rf"{_O},?{_S}{_EACH}{_S}năm(?!\w)|{_S}(?:{_SAME_YEAR}|{_NEXT_YEAR})(?!\w)", re.I)
MONTHLY = lazily(
    rf"(?P<before>{_S}(?P<named>(?:ngày){_S})?)(?P<d>[0-9]{{1,2}})(?P<tail>{_S}(?:của{_S})?(?:{_EACH}{_S}tháng|tháng{_S}(?:đầu|cuối{_S}cùng|cuối|sau|kế{_S}tiếp|tiếp{_S}theo)"
    rf"(?:{_S}(?:của{_S})?(?:(?:mỗi|hằng|hàng){_S})?(?:quý|kỳ)(?:{_S}(?:sau|tiếp{_S}theo|kế{_S}tiếp))?)?))(?!\w)",
    re.I,
)
DAILY = lazily(
    rf"(?P<before>{_S}(?:lúc{_S})?)(?P<h>[0-9]{{1,2}})(?P<tail>{_O}(?:giờ|h|g)(?:{_O}[0-9]{{2}}(?:{_O}phút)?)?{_O},?{_O}{_EACH}{_S}ngày)(?!\w)",
    re.I,
)
WEEKLY = lazily(
    rf"(?P<before>{_S}(?:ngày{_S})?)(?P<w>thứ{_S}(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ{_S}nhật)(?P<tail>{_O},?{_O}{_EACH}{_S}tuần)(?!\w)",
    re.I,
)
_SPAN = (
    rf"(?:tháng{_S}(?P<mm>[0-9]{{1,2}})(?:\s?/\s?|{_S}năm{_S})(?P<my>[0-9]{{4}})|quý{_S}(?P<q>IV|I{{1,3}}|[1-4])(?:\s?/\s?|{_S}năm{_S}|[-–])(?P<qy>[0-9]{{4}})"
    rf"|năm{_S}(?P<yy>[0-9]{{4}}))(?![0-9/])"
)
PERIOD = lazily(rf"(?P<before>{_S}(?:trong{_S})?){_SPAN}", re.I)
#: A whole cell: a period, a day.
ALONE = lazily(rf"\s{{0,4}}(?:trong{_S})?{_SPAN}{_O}\.?\s{{0,4}}\Z", re.I)
ALONE_DAY = lazily(
    rf"(?P<before>\s{{0,4}}(?:đến{_S})?(?P<named>ngày{_S})?){_DATE}(?P<tail>{WHICH_YEAR.pattern})?{_O}\.?\s{{0,4}}\Z",
    re.I,
)
#: Days counted from another day.
RELATIVE = lazily(
    rf"(?<!\w)(?P<lead>(?:(?:chậm|muộn){_S}nhất(?:{_S}(?:là|sau|trong{_S}vòng|trong)){{0,3}}|trong(?:{_S}(?:thời{_S}hạn|vòng|thời{_S}gian))?|không{_S}quá|sau)){_S}"
    rf"(?P<n>[0-9]{{1,3}})(?P<tail>{_S}ngày(?:{_S}làm{_S}việc)?,?{_S}(?:kể{_S})?từ)(?!\w)",
    re.I,
)
#: After an opening: words that name a time, though in no form known here.
SOME_TIME = lazily(
    rf"{_S}(?:(?:trong|vào|lúc){_S})?(?:{_HOUR}{_O},?{_O}(?=ngày|thứ|chủ|{_EACH}))?"
    rf"(?:ngày{_S}(?:[0-9]{{1,2}}(?![0-9])|thứ{_S}(?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w))|[0-9]{{1,2}}\s?/\s?[0-9]{{1,2}}(?![0-9%])"
    rf"|[0-9]{{1,2}}(?:\s?[.-]\s?[0-9]{{1,2}}){{1,2}}\s?[./-]\s?[0-9]{{4}}|[0-9]{{1,2}}{_S}(?:của{_S})?(?:tháng(?!{_S}kể)|{_EACH}{_S}tháng)(?!\w)"
    rf"|thứ{_S}(?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)|chủ{_S}nhật|{_EACH}{_S}ngày|(?:tháng|quý){_S}(?:[0-9]|[IV]{{1,3}}(?!\w)))",
    re.I,
)
_YEARS = lazily(rf"{_S}năm{_S}(?:học{_S})?[0-9]{{4}}", re.I)
#: Words of time in a cell.
TIME_IN_CELL = lazily(rf"[0-9]\s?/\s?[0-9]|(?:ngày|tháng|quý){_S}(?:[0-9]|[IV]{{1,3}}(?!\w))", re.I)
_UP_TO_A_STOP = lazily(
    r"(?:\s?[-–,(]\s?|\s)(?!(?:trước|chậm|muộn|hoàn)(?!\w))(?:[^\s.;:,()]{1,20})(?:(?:\s?[-–/,(]\s?|\s)(?!(?:trước|chậm|muộn|hoàn)(?!\w))[^\s.;:,()]{1,20}){0,4}\)?"
)

_TIME_NOUN = r"(?:năm|quý|tháng|tuần|ngày|kỳ|đợt|mùa|vụ)"
_LED = r"(?:\s(?:[0-9]{1,2}|[IV]{1,3}))?\s(?:báo cáo\s)?(?:trước|(?:chậm|muộn) nhất(?:\s(?:là|vào))?)\s(?:ngày|tháng|[0-9])"
#: After a deadline: more words of time, which belong to it or change it.
_MORE_TIME = lazily(
    r"\s{0,3}(?:[-–—~+]|\.[0-9]|/|%|,?\s?(?:hoặc|hay)\s|;\s(?:trước\s)?(?:ngày\s)?[0-9]{1,2}(?:\s?[/.-]\s?[0-9]{1,2}(?![0-9%])|\s(?:của\s)?tháng\s[0-9])"
    r"|\((?!(?:đối với|báo cáo|qua|thông qua|kèm|theo|gửi|bằng|bao gồm|có|nếu)(?!\w))"
    rf"|(?:,|,?\s?(?:và|rồi|lẫn|cũng như)\s)?\s{{0,3}}(?:(?:(?:những|các|hai|ba|vài|một số|{_EACH})\s)?{_TIME_NOUN}(?!\w)(?!{_LED})"
    r"|[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}(?![0-9%])|(?:19|20)[0-9]{2}(?!\w)|[0-9]{1,2}\s?(?:tháng|hằng|hàng|giờ|h(?:[0-9]{2})?)(?!\w)"
    r"|(?:thứ|mùng|mồng)\s(?:hai|ba|tư|năm|sáu|bảy|[0-9])(?!\w)|chủ nhật|âm lịch|dương lịch|tức(?!\w)|trở\s|(?:vào\s)?lúc\s"
    r"|(?:cho\s)?(?:đến|tới)\s(?:hết|năm|quý|tháng|ngày|tuần|khi|nay|[0-9])|sau\s(?:đó\s)?[0-9]|của\s|(?:đầu|giữa|cuối)\s(?:năm|quý|tháng|tuần|kỳ)|nhằm\s(?:ngày|mùng)))",
    re.I,
)
_STOPS = lazily(r"\s{0,4}(?:\Z|\.(?![0-9])|[;:!?|\n,\"”“’)\]…]|\()")
_AND = lazily(r"\s{1,4}(?:và|đồng thời|nhưng)\s", re.I)
_REPORTING = r"để|về|cho|đối với|theo|gửi|báo cáo|nhằm|qua|thông qua|bằng|tổng hợp"
_GOES_ON = (
    rf"{_REPORTING}|tại|trên|ở|phải|xong|hoàn thành|hoàn tất|với|do|khi|nếu|tổ chức|triển khai|xây dựng|ban hành|rà soát|lập|kiện toàn|trình|nộp|kết quả|cung cấp|cập nhật"
    r"|công khai|niêm yết|đăng ký|phê duyệt|thực hiện|tiến hành|đưa|tham mưu|phối hợp|chỉ đạo|yêu cầu|đề nghị|giao|gồm|đạt|được|mới|cần"
)
_BODY = r"UBND|Ủy ban|Uỷ ban|Phòng|Sở|Ban|Công an|Văn phòng|Trung tâm|Trạm|Tổ|Chủ tịch|Các|các|Mỗi|mỗi|cơ quan|đơn vị|Thôn|Xã|Phường"
_KNOWN = lazily(rf"\s{{1,4}}(?:(?i:{_GOES_ON})|{_BODY})(?!\w)")
_WORD = lazily(r"\s{1,4}[^\W\d_]")
_ENDS_LIST = lazily(rf"\s{{1,4}}(?:{_REPORTING})(?!\w)", re.I)


def understood(text: str, end: int, *, sure: bool) -> bool:
    """Whether nothing after `text[:end]` can change the moment that ends there. `sure`: the moment names its year."""
    if _MORE_TIME.match(text, end):
        return False
    return sure or bool(_STOPS.match(text, end) or _AND.match(text, end) or _KNOWN.match(text, end))


def ends_list(text: str, end: int) -> bool:
    """Whether the last of several days is a deadline as the first is: `…, ngày 15/7/2026 tổ chức lễ` is a day of its own."""
    return bool(_STOPS.match(text, end) or _ENDS_LIST.match(text, end))


def begins_a_noun(text: str, end: int) -> bool:
    """Whether a bare word follows that no deadline is followed by: `05/10 tiêu chí` is a fraction."""
    return bool(_WORD.match(text, end)) and not _MORE_TIME.match(text, end)


def some_time(text: str, end: int, *, years: bool) -> re.Match[str] | None:
    """The words of time after an opening, where they are in no known form."""
    return SOME_TIME.match(text, end) or (_YEARS.match(text, end) if years else None)


def up_to_a_stop(text: str, end: int) -> int:
    """Where the words around an unclear moment end, for showing them."""
    more = _UP_TO_A_STOP.match(text, end)
    return more.end() if more else end
