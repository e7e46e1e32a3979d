"""Targets: shares and counts that a plan sets, told from shares of a present state, of money and of mixtures.

A count (`ít nhất 02 lớp`, `phấn đấu 05 mô hình`) is a target only where the words before it demand it; every other number of
things is part of a task.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kedraft.grammar.statements import Statement, excerpt, sentences
from kedraft.model.plan import Target
from kedraft.vietnamese.letters import pattern

_PERCENT = pattern(r"(?:\d{1,3}(?:[.,]\d+)?\s?%?\s?[-–]\s?)?\d{1,3}(?:[.,]\d+)?\s?%")
_AIM = pattern(
    r"mục tiêu|chỉ tiêu|muc tieu|chi tieu|kết quả cần đạt|kết quả phấn đấu|yêu cầu cần đạt|phấn đấu", re.IGNORECASE
)
_DEMAND = pattern(
    r"phấn đấu|bảo đảm|đảm bảo|đạt|tối thiểu|ít nhất|trên|duy trì|giảm|tăng|nâng|có|được|hoàn thành|thực hiện|xử lý|đến năm|đến hết năm|"
    r"hằng năm|hàng năm|không quá|dưới|không dưới|từ .{1,60} trở lên|trở lên",
    re.IGNORECASE,
)
_STATE_HEADING = pattern(
    r"^(?:đánh giá|đặc điểm|thực trạng|tình hình|kết quả (?:đạt được|thực hiện|năm)|tồn tại|hạn chế|khái quát)", 2
)
_COUNT = pattern(
    r"(?:ít nhất|tối thiểu|không dưới|phấn đấu(?:\s+[^\W\d]+){0,5}?)\s+(?P<value>(?:có\s+)?\d[\d.,]*\s+(?:[^\W\d]+))", 2
)
_STATE = pattern(
    r"hiện nay|hiện tại|tính đến|trong năm \d{4} (?:đã|có)|đã đạt|đã có|đã hoàn thành|năm trước|cùng kỳ|thực trạng|so với năm|chiếm|"
    r"năm 20\d\d,? (?:toàn (?:tỉnh|huyện|xã) )?(?:đã|có \d)|kết quả (?:năm|đạt được)",
    re.IGNORECASE,
)
_STRIVING = pattern(r"phấn đấu|mục tiêu", re.IGNORECASE)
_NEAR_MONEY = pattern(
    r"(?:kinh phí|ngân sách|nồng độ|lãi suất|mức hỗ trợ|hỗ trợ|dung dịch|hàm lượng|cồn|chiếm)[^,;]{0,60}\Z", 2
)
_MONEY = pattern(
    r"kinh phí|ngân sách|vốn|mức hỗ trợ|hỗ trợ|lãi suất|nguồn thu|tổng mức|đối ứng|trích|thanh toán|giải ngân|học phí|bảo hiểm|thuế|khấu trừ|nồng độ|dung dịch|"
    r"hàm lượng|độ ẩm|clo|cồn|pha",
    re.IGNORECASE,
)


def targets(said: Statement) -> Iterator[Target]:
    """The targets of a paragraph in reading order."""
    aim, state = _setting(said.headings)
    for sentence in sentences(said.text):
        if state and not _STRIVING.search(sentence):
            continue
        values = [
            (found.start(), found.group(0))
            for found in _PERCENT.finditer(sentence)
            if _is_target(sentence, found.start(), aim)
        ]
        values += [(found.start("value"), found.group("value")) for found in _COUNT.finditer(sentence)]
        for at, value in sorted(values):
            yield Target(value=value, text=excerpt(sentence, at), node=said.node)


@lru_cache(maxsize=256)
def _setting(headings: tuple[str, ...]) -> tuple[bool, bool]:
    """Whether headings announce aims, and whether they announce an account of the present state."""
    return any(map(_AIM.search, headings)), any(map(_STATE_HEADING.search, headings))


def _is_target(sentence: str, at: int, aim: bool) -> bool:
    clause = sentence[max(0, at - 240) : at].rsplit(";", 1)[-1]
    if _STATE.search(clause) and not _STRIVING.search(clause):
        return False
    if _NEAR_MONEY.search(clause[-120:]):
        return aim and "giải ngân" in clause
    if aim:
        return True
    return bool(_DEMAND.search(sentence[max(0, at - 400) : at + 200])) and not _MONEY.search(clause)
