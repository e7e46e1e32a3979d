"""Sentences of a block that leave it: they speak to another body, or to another unit of our level."""

from kedraft.grammar.bodies import ORGANS
from kedraft.grammar.bound import Bound
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import new_tone

_ABOVE = lazily(rf"(?:{ORGANS})(?!\w)[^,;.:]{{0,60}}?\s(?:cấp tỉnh|cấp thành phố|tỉnh|[Tt]rung ương)(?!\w)")
_TOLD = lazily(rf"(?:Đề nghị|Giao|Yêu cầu)\s+(?:cho\s+)?(?P<who>(?:{ORGANS})(?!\w)[^;:]{{0,90}})")
#: Whom a committee of our level cannot order: an order to these is the parent's own.
_NOT_BELOW = lazily(
    r"(?:Sở|Bộ|Cục|Tỉnh|Thành|Mặt trận|Ủy ban MTTQ|Ủy ban Mặt trận|UBMTTQ)(?!\w)|tỉnh(?!\w)|[Tt]rung ương"
)
_ACTS = lazily(
    rf"(?:{ORGANS})(?!\w)[^,;.:]{{3,60}}?\s(?:có trách nhiệm|chủ trì|tham mưu|tổng hợp|hướng dẫn|kiểm tra|cung cấp|giám sát|theo dõi|thẩm định|hỗ trợ|đôn đốc)(?!\w)"
)
#: `Sở Ngoại vụ: xúc tiến viện trợ`: a body of the province at the head of its own line.
_LABELLED = lazily(
    r"(?:Các\s+)?(?:Sở|Cục|Chi cục|Bộ|Đài|Báo|Tỉnh|Kho bạc|Bảo hiểm xã hội|Ngân hàng)(?!\w)[^;:.]{2,120}:\s"
)
_NO_BODY = lazily(r"(?:Báo cáo|Tổ chức|Phòng, chống|Ban hành|Đội ngũ|Đoàn kết|Bộ phận|Bộ máy)")
_APART = lazily(r"(?i:(?:riêng|đối với|về phía|giao|yêu cầu|đề nghị)\s+(?:đối với\s+)?)*\Z")


def speaks_to_another(bound: Bound, sentence: str) -> bool:
    """Whether a sentence inside a block of ours is not ours."""
    text = new_tone(sentence)
    if names_other_units(bound, text):
        return True
    label = _LABELLED.match(text)
    if label and not bound.mentions(label.group()):
        return True
    if bound.mentions(text[:160]) or _NO_BODY.match(text):
        return False
    told = _TOLD.match(text)
    if told and (not text.startswith("Giao") or _NOT_BELOW.search(told["who"])):
        return True
    return bool(_ABOVE.match(text) or _ACTS.match(text))


def theirs_alone(text: str, addressed: str) -> bool:
    """Whether all that a duty's text says is for its addressees: they stand at its head, or in a title above it."""
    at = new_tone(text).casefold().find(new_tone(addressed).casefold())
    return at < 0 or bool(_APART.match(new_tone(text)[:at]))


def names_other_units(bound: Bound, text: str) -> bool:
    """Whether a sentence begins with units of our level that are named one by one, and ours is none of them."""
    first = next(iter(bound.elsewhere.mentions(text[:200])), None)
    if first is None or not _APART.match(text[: first.start]):
        return False
    return not any(mention.start <= first.end + 40 for mention in bound.mentions(text[:240]))
