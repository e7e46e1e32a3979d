"""Which of the units of our level a sentence means: `các xã, phường có đường sắt đi qua` binds those, and only they know that they are meant."""

from kedraft.grammar.bodies import ACTS, ENDS, VERB
from kedraft.vietnamese.letters import lazily

#: Words that part the units of a level by where they lie, or by what was said before.
_WHERE = r"còn lại|khác|ven biển|ven sông|biên giới|miền núi|vùng cao|vùng sâu|hải đảo|trọng điểm|sở tại|đặc biệt khó khăn|lân cận|giáp ranh"
#: Words that part them by what they have or what has been done with them; what follows says what.
_WHICH = (
    r"(?:nơi\s+)?có(?!\s+(?:trách nhiệm|nhiệm vụ|thể|liên quan|kế hoạch|phương án|giải pháp|biện pháp|văn bản|hiệu quả|ý kiến)(?!\w))"
    r"|thuộc (?:diện|đối tượng|danh sách|vùng|khu vực|phạm vi)|nằm|giáp|ven|dọc|vùng|được (?!giao|phân công)|bị|chưa|đã|không bị"
    r"|trong (?:vùng|khu vực|phạm vi|diện)|nơi"
)
_LIMIT = lazily(
    rf"(?i:\s*\(?(?P<only>(?:(?:{_WHERE})(?!\w)|(?:{_WHICH})(?!\w)(?:\s+(?!(?:{VERB}|{ENDS}|{ACTS})(?!\w))[^\s,;:.()]+){{0,5}})))"
)
#: Words that only say whose units they are.
_WHOSE = lazily(
    r"(?i:(?:\s+(?:trực thuộc trung ương|trực thuộc tỉnh|thuộc tỉnh|trong tỉnh|toàn tỉnh|trên địa bàn(?: toàn)?(?: (?:tỉnh|thành phố|huyện))?|(?:có )?liên quan))+)"
)
_UNITS = r"(?:xã(?!\s+hội)|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|địa phương)(?!\w)"
_LAST_UNIT = lazily(rf"(?is:.*{_UNITS})")


_COUNTED = lazily(r"(?i:\d{1,3}\s)")


def limit_of(text: str, start: int, end: int) -> str | None:
    """The words that say which units are meant by the mention at `start`..`end`; None where all are."""
    if counted := _COUNTED.match(text, start):
        return text[counted.start() : end].strip()
    last = _LAST_UNIT.match(text, start, end)
    at = last.end() if last else end
    if whose := _WHOSE.match(text, at):
        at = whose.end()
    found = _LIMIT.match(text, at)
    return found["only"].strip() if found and "(" not in text[at:end] else None
