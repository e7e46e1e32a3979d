"""Targets: shares and counts that a plan sets, told from shares of a present state, of money and of mixtures.

A count (`ít nhất 02 lớp`, `phấn đấu 05 mô hình`) is a target only where the words before it demand it; every other number of
things is part of a task. A share is one where a heading announces aims, or where its own clause demands it or orders it done.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kedraft.grammar.statements import Statement, excerpt, sentences
from kedraft.model.plan import Target
from kedraft.vietnamese.letters import pattern

_PERCENT = pattern(r"(?:\d{1,3}(?:[.,]\d+)?\s?%?\s?[-–]\s?)?\d{1,3}(?:[.,]\d+)?\s?(?:%|phần trăm)")
_AIM = pattern(
    r"mục tiêu|chỉ tiêu|muc tieu|chi tieu|kết quả cần đạt|kết quả phấn đấu|yêu cầu cần đạt|phấn đấu", re.IGNORECASE
)
_DEMAND = pattern(
    r"phấn đấu|bảo đảm|đảm bảo|đạt|tối thiểu|ít nhất|trên|duy trì|giảm|tăng|nâng|có|được|hoàn thành|thực hiện|xử lý|đến năm|đến hết năm|"
    r"hằng năm|hàng năm|không quá|dưới|không dưới|từ .{1,60} trở lên|trở lên",
    re.IGNORECASE,
)
#: A clause that orders something done to a share: the verb opens it, and the share is the verb's object.
_ORDERED = pattern(
    r"(?:^|[.,:]\s)\W*(?:kiểm tra|chỉ đạo|rà soát|đôn đốc|vận động|tuyên truyền|hướng dẫn|tập huấn|bồi dưỡng|cấp|thẩm định|giám sát|lập|xây dựng|"
    r"triển khai|tổ chức|yêu cầu|tiêm|tiêm phòng|tiêm chủng|cập nhật|số hóa|công khai|tiếp nhận|giải quyết|khảo sát|thống kê|quản lý|khám|trang bị|bố trí|"
    r"cung cấp|hỗ trợ|phổ biến|ký|thu gom|phân loại|lắp đặt|huy động)(?:\s+(?:cho|đến|tới|đối với|và|,|[^\W\d]+)){0,4}\s*\Z",
    re.IGNORECASE,
)
_ALL = pattern(r"100\s?(?:%|phần trăm)")
#: A clause that goes on with the demand of the one before: `Phấn đấu 100 % …; 80 % …`.
_FIRST = pattern(
    r"(?:và\s+|ít nhất\s+|trên\s+)?(?:\d{1,3}(?:[.,]\d+)?\s?%?\s?[-–]\s?)?\d{1,3}(?:[.,]\d+)?\s?(?:%|phần trăm)",
    re.IGNORECASE,
)
_STATE_HEADING = pattern(
    r"^(?:đánh giá|đặc điểm|thực trạng|tình hình|kết quả (?:đạt được|thực hiện|năm)|tồn tại|hạn chế|khái quát)", 2
)
_COUNT = pattern(
    r"(?:ít nhất|tối thiểu|không dưới|phấn đấu(?:\s+[^\W\d]+){0,5}?)\s+(?<!năm )(?<!tháng )(?<!quý )(?<!ngày )(?<!đoạn )"
    r"(?P<value>(?:có\s+)?\d[\d.,]*\s+(?!phần trăm)(?:[^\W\d]+))",
    2,
)
#: What was so when the plan was written. `đã` counts wherever it stands before the share.
_STATE = pattern(
    r"hiện (?:nay|tại|có|mới|đạt|chỉ|còn)|tính đến|đến nay|đến thời điểm|(?<!\w)đã(?!\w)|năm trước|thực trạng|(?:theo|qua) (?:kết quả|số liệu|khảo sát|thống kê|điều tra|rà soát)|"
    r"kết quả (?:năm|đạt được|điều tra)|xuống cấp|mới (?:chỉ|có|đạt|được)|còn tới",
    re.IGNORECASE,
)
_STRIVING = pattern(r"phấn đấu|mục tiêu|chỉ tiêu|cần đạt|sẽ", re.IGNORECASE)
#: Words after which a clause that told what has been done goes on with what is to be kept or reached.
_TURN = pattern(
    r"phấn đấu|mục tiêu|chỉ tiêu|cần đạt|sẽ|duy trì|nâng|bảo đảm|đảm bảo|tiếp tục|cuối năm(?! 20)|năm tới",
    re.IGNORECASE,
)
_COMPARED = pattern(r"\s*(?:[^\s,;.]+\s+){0,6}so\s+(?:với\s+)?(?:cùng kỳ|năm trước|năm ngoái)", re.IGNORECASE)
#: `chiếm 83 % dân số` tells how things are; with a bound, a year to come or a striving it is what they shall become.
_MAKES_UP = pattern(r"chiếm[^,;%]{0,40}\Z", re.IGNORECASE)
_SET = pattern(
    r"tỷ trọng|phấn đấu|ít nhất|tối thiểu|trở lên|không dưới|không quá|(?:đến|vào) (?:hết )?năm", re.IGNORECASE
)
#: `giảm từ 7,2 % … xuống còn 5 %`: the first share is where it starts.
_FROM = pattern(r"từ\s+(?:mức\s+)?\Z", re.IGNORECASE)
_REACHES = pattern(r"[^;.%]{0,40}?\b(?:xuống|lên|còn)\b[^;.%]{0,20}\d", re.IGNORECASE)
_IS = pattern(r"\s+(?:[^\s,;.]+\s+){0,2}là\s", re.IGNORECASE)
_YEAR = pattern(r"năm (20\d\d)", re.IGNORECASE)
#: `Năm 2024 đạt …`: what a year has brought, with nothing but words of the same clause before the share.
_REACHED = pattern(
    r"năm (?P<year>20\d\d)(?:,|\s+(?:mới|chỉ|đã|tỷ lệ|[^\s,;.]+)){0,8}?\s+(?:đạt|là|có|được|chiếm)(?:[^,;\d]{0,30})\Z",
    re.IGNORECASE,
)
_NEAR_MONEY = pattern(
    r"(?:kinh phí|ngân sách|nồng độ|lãi suất|mức hỗ trợ|hỗ trợ|dung dịch|hàm lượng|cồn)[^,;]{0,60}\Z", 2
)
#: An aim for money itself: `thu ngân sách tăng 10 %`, `giải ngân đạt 95 %`.
_GROWTH = pattern(r"giải ngân|(?<!\w)(?:tăng|vượt|đạt|giảm)(?!\w)[^,;]{0,20}\Z", re.IGNORECASE)
_MONEY = pattern(
    r"kinh phí|ngân sách|vốn|mức hỗ trợ|hỗ trợ|lãi suất|nguồn thu|tổng mức|đối ứng|trích|thanh toán|giải ngân|học phí|bảo hiểm|thuế|khấu trừ|nồng độ|dung dịch|"
    r"hàm lượng|độ ẩm|clo|cồn|pha",
    re.IGNORECASE,
)


def targets(said: Statement) -> Iterator[Target]:
    """The targets of a paragraph in reading order."""
    aim, state = _setting(said.headings)
    demanded, at = False, 0
    for sentence in sentences(said.text):
        at = said.text.find(sentence, at)
        goes_on = demanded and said.text[:at].rstrip().endswith(";") and bool(_FIRST.match(sentence))
        demanded = False
        if state and not _STRIVING.search(sentence):
            continue
        shares = () if _outdated(said.text, sentence) else _PERCENT.finditer(sentence)
        values = [(found.start(), found.group(0)) for found in shares if _is_target(sentence, found, aim or goes_on)]
        demanded = bool(values)
        values += [(found.start("value"), found.group("value")) for found in _COUNT.finditer(sentence)]
        for place, value in sorted(values):
            yield Target(value=value, text=excerpt(sentence, place), node=said.node)


@lru_cache(maxsize=256)
def _setting(headings: tuple[str, ...]) -> tuple[bool, bool]:
    """Whether headings announce aims, and whether they announce an account of the present state."""
    return any(map(_AIM.search, headings)), any(map(_STATE_HEADING.search, headings))


def _is_target(sentence: str, found: re.Match[str], aim: bool) -> bool:
    at = found.start()
    clause = sentence[max(0, at - 240) : at].rsplit(";", 1)[-1]
    if _is_overtaken(clause, sentence[found.end() : found.end() + 300]) or _is_state(sentence, found, clause):
        return False
    if _NEAR_MONEY.search(clause[-120:]):
        return aim and bool(_GROWTH.search(clause[-60:]))
    if aim:
        return True
    if _MONEY.search(clause) or _COMPARED.match(sentence, found.end()):
        return False
    told = _DEMAND.search(sentence[max(0, at - 400) : at + 200])
    return bool(told or _ALL.match(found.group(0)) or _ORDERED.search(clause))


def _is_state(sentence: str, found: re.Match[str], clause: str) -> bool:
    """Whether the share tells what is, what was, or where a change starts from."""
    striving = max((one.end() for one in _TURN.finditer(clause)), default=-1)
    if any(one.end() > striving for one in _STATE.finditer(clause)):
        return True
    if _MAKES_UP.search(clause) and not _SET.search(sentence):
        return True
    if _IS.match(sentence, found.end()):
        return True
    return bool(_FROM.search(clause) and _REACHES.match(sentence, found.end()))


def _outdated(text: str, sentence: str) -> bool:
    """Whether the sentence tells a year that the paragraph goes on from: `Năm 2024 đạt 92 %; năm 2025 phấn đấu 98 %`."""
    if _STRIVING.search(sentence) or not (years := _YEAR.findall(sentence)):
        return False
    rest = text[text.find(sentence) + len(sentence) :]
    return bool(_STRIVING.search(rest)) and any(later > max(years) for later in _YEAR.findall(rest))


def _is_overtaken(clause: str, rest: str) -> bool:
    """Whether the clause tells a year from which the sentence goes on: `năm 2024 đạt 92 %, năm 2025 phấn đấu 98 %`."""
    said = _REACHED.search(clause)
    later = _YEAR.search(rest) if said and not _STRIVING.search(clause) else None
    return bool(
        said and later and later.group(1) > said.group("year") and _STRIVING.search(rest, max(0, later.start() - 60))
    )


def is_past(target: Target, year: int) -> bool:
    """Whether the value is told of a year before the plan's own (`Năm 2023 đạt 92 %.` in a plan of 2024)."""
    places = [found.start() for found in re.finditer(re.escape(target.value), target.text)]
    return bool(places) and all(_told_of_past(target.text[max(0, at - 120) : at], year) for at in places)


def _told_of_past(clause: str, year: int) -> bool:
    said = _REACHED.search(re.split(r"[;.]\s", clause)[-1])
    return bool(said and int(said.group("year")) < year and not _STRIVING.search(clause))
