"""KH-CH-04: a body that takes part in what it leads itself."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Item

_WITH = re.compile(
    r"(?P<lead>(?<!\w)[A-ZĐ][^.;:,]{2,80}?)\s+(?:là\s+cơ quan\s+)?chủ trì\b[^.;:]{0,60}?phối hợp(?:\s+chặt chẽ)?\s+(?:(?:với|cùng)\s+)?"
    r"(?P<partners>[^.;:]+)"
)
#: Neither finds anything without this.
_LEADING = "hủ trì"
_LEADS = re.compile(r"[Cc]hủ trì\b[^.;:]{0,60}?phối hợp(?:\s+chặt chẽ)?\s+(?:(?:với|cùng)\s+)?(?P<partners>[^.;:]+)")
_ASKED = re.compile(r"^(?:Đề nghị|Giao|Yêu cầu|Phân công)\s+")
_LEAD_COLUMN, _PARTNER_COLUMN = re.compile("chủ trì|đầu mối", re.IGNORECASE), re.compile("phối hợp", re.IGNORECASE)


def _check(content: Content) -> Iterator[Hit]:
    for item in content.plan.walk():
        yield from _rows(item)
    for spot in content.body:
        for found in _WITH.finditer(spot.own) if _LEADING in spot.own else ():
            lead = _ASKED.sub("", found["lead"].strip())
            if _named(lead, found["partners"]):
                yield spot.hit(_message(lead))
    for section in content.plan.sections:
        yield from _under(section, None)


def _under(item: Item, body: str | None) -> Iterator[Hit]:
    """Sentences under a heading that is a body's name: it leads them."""
    if body and item.text and _LEADING in item.text.text:
        for found in _LEADS.finditer(item.text.text):
            if _named(body, found["partners"]) and not _WITH.search(item.text.text):
                yield Hit(Location(field=item.id), _message(body))
    own = _ASKED.sub("", item.heading.text.strip(" :.")) if item.heading and item.children else None
    for child in item.children:
        yield from _under(child, own if own and len(own) <= 70 else body)


def _rows(item: Item) -> Iterator[Hit]:
    grid = item.table.grid() if item.table else ()
    header = item.table.header if item.table else 0
    titles = grid[header - 1] if 0 < header <= len(grid) else ()
    leads = [at for at, title in enumerate(titles) if _LEAD_COLUMN.search(title)]
    partners = [at for at, title in enumerate(titles) if _PARTNER_COLUMN.search(title) and at not in leads]
    for row in grid[header:] if leads and partners else ():
        lead = row[leads[0]].strip(" -;,.")
        if lead and _named(lead, row[partners[0]]):
            yield Hit(Location(field=item.id), _message(lead))


def _named(lead: str, partners: str) -> bool:
    """Whether the body stands among the partners, not as the beginning of a longer name."""
    if len(lead.split()) < 2:
        return False
    return bool(re.search(rf"(?<!\w){re.escape(lead)}(?!\w)(?!\s+[A-ZĐ])(?!,? Hạ tầng)", partners))


def _message(lead: str) -> str:
    return (
        f'"{lead}" vừa chủ trì vừa phối hợp trong cùng một nhiệm vụ; hãy bỏ tên này ở phần phối hợp, '
        "hoặc nêu cơ quan phối hợp khác."
    )


RULE = Rule(
    id="KH-CH-04",
    name="cơ quan chủ trì cũng là cơ quan phối hợp",
    severity=Severity.WARNING,
    manual=Manual(
        what="Cơ quan chủ trì một nhiệm vụ không đứng trong danh sách cơ quan phối hợp của nhiệm vụ đó.",
        why="Nhiều sở của tỉnh quy đổi về một phòng của xã nên tên phòng dễ lặp lại ở cả hai phần.",
        instead="Bỏ tên lặp ở phần phối hợp; không còn cơ quan nào thì bỏ phần phối hợp hoặc nêu cơ quan khác.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(sections="I. NHIỆM VỤ\n- Phòng Văn hóa - Xã hội chủ trì, phối hợp với Phòng Văn hóa - Xã hội rà soát."),
        plan(
            sections="I. NHIỆM VỤ\n| Nhiệm vụ | Chủ trì | Phối hợp || Tập huấn | Phòng Kinh tế | Công an xã, Phòng Kinh tế |"
        ),
        plan(
            sections="I. NHIỆM VỤ\n1. Phòng Văn hóa - Xã hội\n- Chủ trì, phối hợp với Phòng Văn hóa - Xã hội và các thôn rà soát."
        ),
    ),
    good=(
        plan(sections="I. NHIỆM VỤ\n- Phòng Văn hóa - Xã hội chủ trì, phối hợp với Phòng Kinh tế rà soát."),
        plan(sections="I. NHIỆM VỤ\n| Nhiệm vụ | Chủ trì | Phối hợp || Tập huấn | Phòng Kinh tế | Công an xã |"),
    ),
)
