"""Figures of a unit: whether a sentence reports what was measured there, or sets what is to be reached.

What was measured in the province says nothing of the commune; what is to be reached is handed down.
"""

import re
from collections.abc import Iterator

from kedraft.vietnamese.letters import lazily

_END = lazily(r"[.;!?](?=\s)|\n")
_FIGURE = lazily(
    r"(?<![\w/.,-])(?<!năm )(?<!tháng )(?<!ngày )(?<!số )(?<!Điều )(?<!khoản )(?<!Mục )(?<!quý )(?<!giai đoạn )(?<!kỳ )"
    r"(?!(?:19|20)\d\d(?![\d.,]|\s*%))(?!\d+\s+tháng\s+(?:đầu|cuối)\s+năm)\d[\d.,]*(?!\d|\s?/)(?:\s?%|\s+[a-zà-ỹđ])"
)
#: No sentence is longer on either side of a word, in characters.
_LONGEST = 1500
_SAID = lazily(
    r"(?i:(?<!\w)(?:theo\s+(?:kết quả|số liệu|báo cáo|thống kê)|qua)\s+(?:rà soát|khảo sát|điều tra|thống kê|đánh giá)(?!\w))"
)
_STATE = lazily(
    r"(?i:(?<!\w)(?:hiện nay|hiện tại|hiện (?:có|còn|đang|đã|đạt|mới)|đến nay|tính đến|thời gian qua|năm qua|ước đạt|ước tính"
    r"|theo\s+(?:số liệu|thống kê)|kết quả (?:rà soát|khảo sát|điều tra|thống kê))(?!\w))"
    r"|(?i:(?<!\w)hiện,)"
)
# These tell a state only where nothing in the sentence sets a target: "phấn đấu trồng được khoảng 842 ha".
_WEAK = lazily(
    r"(?<!\w)[Kk]hoảng\s+\d|(?<!\w)được\s+(?:trên\s+|hơn\s+|gần\s+|khoảng\s+)?\d|(?<!\w)đã\s+(?:[^\s\d.,;]+\s+){1,6}\d"
)
_TARGET = lazily(
    r"(?i:(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|tối thiểu|ít nhất|trở lên|không dưới|không quá|duy trì|bảo đảm|sẽ|hướng tới)(?!\w))"
)
_YEAR = lazily(r"(?P<before>(?:so với|từ|của|giai đoạn|[-–])\s+)?(?<!\w)năm\s+(?P<year>20\d\d)(?!\s*[-–]\s*20)", re.I)


def reports_figure(text: str, start: int, end: int, year: int) -> bool:
    """Whether the words at `start:end` stand in a sentence that tells a measured state, seen from a plan of `year`."""
    begin, stop = _sentence(text, start, end)
    sentence, at = text[begin:stop], start - begin
    if _SAID.search(sentence[:at]):
        return True
    if not _FIGURE.search(sentence):
        return False
    marks = sorted(_marks(sentence, year))
    if all(state for _, state in marks):
        marks = sorted([*marks, *((found.start(), True) for found in _WEAK.finditer(sentence))])
    before = [state for place, state in marks if place <= at]
    if before:
        return before[-1]
    return bool(marks) and marks[0][1]


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin = max(0, start - _LONGEST)
    for found in _END.finditer(text, begin, start):
        begin = found.end()
    after = _END.search(text, end, end + _LONGEST)
    return begin, after.start() if after else min(len(text), end + _LONGEST)


def _marks(sentence: str, year: int) -> Iterator[tuple[int, bool]]:
    """Words that tell, by place: True a measured state, False a target."""
    yield from ((found.start(), True) for found in _STATE.finditer(sentence))
    yield from ((found.start(), False) for found in _TARGET.finditer(sentence))
    for found in _YEAR.finditer(sentence):
        if not found["before"]:
            yield found.start(), int(found["year"]) < year
