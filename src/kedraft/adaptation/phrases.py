"""Where the phrase begins that a unit's word ends: the words of a question, which a clerk can paste into adapt.keep."""

import re

from kedraft.adaptation.unit_names import CAP
from kedraft.vietnamese.letters import lazily

_WORD = lazily(r"\S+\s+$")
_LONGEST = 10
# A word that no phrase of ours reaches across.
_STOPS = frozenset(
    word
    for words in (
        "trên tại ở trong ngoài cho đến tới về với theo để từ của thuộc do bởi là được có các những mỗi từng gửi phối cùng qua vào",
        " bằng khi nếu như nhằm đã đang sẽ không phải chủ thực hiện tham triển khai giữa giao hoặc và lên xuống nâng đăng bảo",
        " tăng đẩy xây tổ chỉ hướng báo phát",
    )
    for word in words.split()
)
_LEADING = lazily(r"[\s,;:–-]*(?:(?:và|hoặc|cùng|với|của|tại|do|cho|để|từ)(?!\w)\s*)*")


def phrase_start(text: str, at: int, floor: int = 0) -> int:
    """Where the words that belong to what stands at `at` begin, not before `floor`; never inside a word.

    A name that is written with capitals is taken whole, `và` and commas inside it included.
    """
    begin, first = at, at
    for _ in range(_LONGEST):
        found = _WORD.search(text, max(floor, begin - 40), begin)
        if not found or found.start() < floor or (found.start() > 0 and not text[found.start() - 1].isspace()):
            break
        word = found[0].strip()
        bare = word.strip("(“\"'")
        if re.search(r"[.;:)”\"]$", word):
            break
        joint = bare in ("và", "-", "–", "&") or word.endswith(",")
        if joint:
            if not _inside_name(text, found.start(), begin, floor):
                break
        elif bare.lower() in _STOPS:
            break
        begin = found.start()
        if bare[:1].isupper() or not joint:
            first = begin
        if bare != word:
            first = begin + len(word) - len(word.lstrip("(“\"'"))
            break
    return first


def trimmed(text: str, start: int, end: int) -> int:
    """The start of a span without the conjunction and the blanks that stand before its first word."""
    lead = _LEADING.match(text, start, end)
    return lead.end() if lead and lead.end() < end else start


def _inside_name(text: str, start: int, after: int, floor: int) -> bool:
    """`Giáo dục và Đào tạo`: a capital follows, and one stands at most three words before."""
    if not re.match(rf"[{CAP}]", text[after:]):
        return False
    left = re.search(rf"(?:^|\s|[(“\"])[{CAP}]\w*(?:\s+[a-zà-ỹđ]\w*){{0,2}}\s*$", text[floor:start])
    return left is not None


def words_before(text: str, at: int, count: int) -> int:
    """Where the `count` words before `at` begin, not across punctuation."""
    found = re.search(rf"(?:[^\s,.;:()“”\"]+\s+){{0,{count}}}$", text[max(0, at - 60) : at])
    return at - (len(found[0]) if found else 0)
