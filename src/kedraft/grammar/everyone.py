"""Words that bind whoever carries the plan out: closings and reporting rules that name only `các cơ quan, đơn vị`, or nobody."""

import re

from kedraft.grammar.address import Role, list_end, list_start, relation
from kedraft.grammar.around import Around
from kedraft.grammar.assigned import Taken
from kedraft.grammar.bodies import ACTS, OTHER_ACTS, VERB, starts_with_body
from kedraft.grammar.bound import AGENCIES, Bound
from kedraft.grammar.due import SENDS, deadline_of, receiver_of
from kedraft.vietnamese.letters import lazily

#: Addressee of a sentence that names nobody and so binds whoever carries the plan out.
EVERYONE = "các cơ quan, đơn vị thực hiện Kế hoạch"

#: `…; yêu cầu nghiêm túc tổ chức thực hiện`: an order that names no body.
TOLD_NOBODY = lazily(rf"(?i:(?:đề nghị|yêu cầu|lưu ý)\s+(?=(?:{VERB}|{ACTS})(?!\w)))")
_LIMITED = lazily(
    r"(?i:cấp tỉnh|thuộc tỉnh|của tỉnh|cấp huyện|của huyện|trực thuộc|chuyên môn|trung ương|(?:thuộc|của|cơ quan) Bộ)"
)
_ASKS = lazily(r"(?i:(?<!\w)(?:nếu|trong quá trình|đề nghị|yêu cầu|kịp thời|định kỳ|báo cáo|phản ánh))")


def everyone(bound: Bound, text: str, sentence: str, around: Around) -> Taken | None:
    """Whom a sentence binds that names our level with no word of its own; `text` is `sentence` in the new tone style."""
    if around.topic or around.block is not None or bound.others or bound.through_province:
        return None
    listens = around.closing or around.reports
    if not (listens or (around.implements and _reports_by_day(text))):
        return None
    for found in AGENCIES.finditer(text):
        start, end = list_start(text, found.start()), list_end(text, found.end(), bound)
        if relation(text, start, end) is Role.LEAD and not _LIMITED.search(text[start : end + 12]):
            return Taken(sentence[start:end].strip(), Role.ALL)
    if not listens or starts_with_body(text) or re.search(r"(?i:ban hành|(?:được|đã) báo cáo)", text[:40]):
        return None
    if around.closing and TOLD_NOBODY.search(text):
        return Taken(EVERYONE, Role.ALL)
    asks = receiver_of(text) or (around.reports and deadline_of(text))
    return Taken(EVERYONE, Role.ALL) if asks and _ASKS.search(text) and not OTHER_ACTS.search(text) else None


def _reports_by_day(text: str) -> bool:
    return bool(SENDS.search(text) and receiver_of(text) and deadline_of(text))
