"""Titles that open a block of a plan: whom the lines below a title speak to, read from its parts and not from whole phrases."""

import re
from collections.abc import Sequence

from kedraft.grammar.address import STATE, Role, list_end, list_start
from kedraft.grammar.another import names_other_units
from kedraft.grammar.around import Around, Block
from kedraft.grammar.assigned import among, role_of
from kedraft.grammar.bodies import GROUPS, LEAD_IN, ORGANS, STOP, TASK_START
from kedraft.grammar.bound import Bound
from kedraft.grammar.limits import limit_of
from kedraft.model.plan import Item
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import new_tone

_ORGANISATION = lazily(r"(?i:tổ chức thực hiện|phân công|trách nhiệm|giải pháp|nhiệm vụ)")
_WEAK_LEAD = lazily(r"(?i:đối với|ở|tại)\s+\Z")
#: What a title may say after the body, by parts: which ones, what else they do, and that they are to act.
_WHICH = r"(?:\s+(?:còn lại|khác|(?:có|nơi|thuộc|vùng|ven|giáp|dọc|được)(?!\s+trách nhiệm)(?:\s+[^\s,;:.]+){1,5}))?"
_TOLD_TO_ACT = (
    r"(?:,?\s+(?:có|chịu|trách nhiệm|thực hiện|triển khai|tổ chức|tập trung|chủ động|phối hợp|cần|phải|tốt|nghiêm(?: túc)?|hiệu quả|ngay|những|các|một số|nhiệm vụ|nội dung|công việc|việc|giải pháp|trọng tâm|chủ yếu|cụ thể|chính|"
    r"sau(?: đây)?|như sau|dưới đây|đảm nhiệm|được giao|căn cứ chức năng, nhiệm vụ)(?!\w))*"
)
_HEAD_REST = lazily(
    rf"(?i:(?:\s*\([^()]*\))?(?:,\s+(?:ngoài|bên cạnh|căn cứ|theo|cùng với)\s[^:;]{{3,90}},)?{_WHICH}{_TOLD_TO_ACT}\s*[:.]?\s*)\Z"
)
#: Who is to do it, in brackets behind the title: `Nhiệm vụ chung (các sở, ngành, UBND các xã thực hiện)`.
_IN_BRACKETS = lazily(
    r"(?i:\((?:giao|phân công|thực hiện:|đơn vị thực hiện:|trách nhiệm(?: của|:))?\s*(?P<who>[^()]+?)\s*(?P<act>(?:cùng )?(?:chủ trì|tổ chức|triển khai)?(?:,? ?thực hiện)?)\s*\)\s*[:.]?\s*\Z)"
)
_OF_ABOVE = lazily(r"(?<!\w)(?:[Ss]ở|Bộ|[Tt]ỉnh|[Tt]rung ương|Thành ủy|thành phố|Mặt trận|MTTQ)(?!\w)")


def block_of(bound: Bound, title: str, around: Around, below: Sequence[Item] = ()) -> Block | None:
    """The block that a title opens: of a list of bodies that names us, of another body (role None), or none."""
    text = new_tone(title.strip())
    lead = LEAD_IN.match(text)
    at = lead.end() if lead else 0
    body = text[at:]
    if around.topic or len(body) > 260:
        return None
    if names_other_units(bound, body) and (bool(below) or title.rstrip().endswith(":")):
        return Block(body.strip(" :."), None)
    if bound.level_of_title(body):
        return Block(body.strip(" :."), Role.LEAD)
    if (bracket := _IN_BRACKETS.search(body)) and not bound.mentions(body[: bracket.start()]):
        told = among(bound, Role.LEAD, bracket["who"])
        return Block(told.addressed, told.role, told.only) if told else None
    mentions = bound.mentions(body)
    for mention in mentions:
        end = list_end(body, mention.end, bound)
        rest = body[end:]
        if list_start(body, mention.start) == 0 and (_HEAD_REST.match(rest) or _leads_on(rest, below)):
            level = body[:4].casefold() == "cấp "
            weak = mention.bare and not level and (not lead or bool(_WEAK_LEAD.search(lead.group())))
            if weak and not any(_ORGANISATION.search(above) for above in around.headings) and not _all_tasks(below):
                return None
            shown = title.strip()[at : at + end].strip(" :.")
            role = role_of(mention, first=bound.only_units(body[: mention.start]))
            return Block(shown, role, limit_of(body, mention.start, mention.end))
    if any(mention.start == 0 for mention in mentions):
        return None  # `UBND các xã: lập sổ; …` tells our tasks itself
    if re.match(rf"(?:{ORGANS}|{GROUPS})(?!\w)", body) and not STOP.search(body.split(",")[0].split(":")[0]):
        # Below a title of ours its own offices are named: what they are told is told to us.
        # Below one that names several bodies each is told its own.
        ours = around.block is not None and around.block.role is Role.LEAD
        return None if ours and not _OF_ABOVE.search(body) else Block(body.strip(" :."), None)
    return None


def _leads_on(rest: str, below: Sequence[Item]) -> bool:
    """Whether a title that says more than whom it speaks to (`… (Phòng Kinh tế tham mưu):`) has tasks below it."""
    if not below or STATE.match(rest) or len(rest.split()) > 25 or re.search(r"[;.]\s", rest):
        return False
    tasks = sum(bool(TASK_START.match(item.words)) for item in below)
    brief = rest.rstrip().endswith(":") and len(rest.split()) <= 4
    return bool(tasks) if brief else 2 * tasks >= len(below) + 1


def _all_tasks(below: Sequence[Item]) -> bool:
    return bool(below) and all(TASK_START.match(item.words) for item in below)
