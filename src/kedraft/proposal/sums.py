"""Sums of the level above in what is taken over: shares that a table hands out, blanks for totals, what each unit must have said of us."""

import re
from collections.abc import Sequence

from kedraft.model.draft import Draft
from kedraft.model.locality import Locality
from kedraft.model.origin import Adapted, Inherited
from kedraft.model.plan import Item, Plan
from kedraft.model.proposal import ProposedNode
from kedraft.model.spec import Mode
from kedraft.proposal.decisions import Decisions
from kedraft.proposal.own_words import in_own_words, said_once
from kedraft.proposal.totals import Share, Shared, shares_of, table_with_blanks, with_blanks, with_norm


def drop_allotments(parent: Plan, locality: Locality, decisions: Decisions) -> tuple[Share, ...]:
    """Leaves out the tables that hand figures out to the units of our level, and gives back what they hand out to us."""
    shares: list[Share] = []
    for item in parent.walk():
        for child in item.children:
            found = shares_of(child.table, locality) if child.table else None
            if found is not None:
                alone = len(item.children) == 1
                decisions.drop(item.id if alone else child.id, "Bảng phân bổ của cấp trên cho từng đơn vị")
                shares += found
    return tuple(shares)


def ask_totals(draft: Draft, locality: Locality, shares: Sequence[Share], decisions: Decisions) -> None:
    """The office's own figure, or a blank, for every total of the office above that would become the office's own target."""
    for item in draft.plan.walk():
        origin = item.origin
        if not isinstance(origin, Adapted | Inherited) or item.children or not (item.text or item.table):
            continue
        known = decisions.nodes.get(origin.node)
        if origin.node in decisions.drops or (known and (known.mode is Mode.REPLACE or known.why.startswith("hỏi"))):
            continue
        shared = _without_totals(item, locality, shares)
        text = shared.text if shared else item.text.text if item.text else ""
        own = text if item.table else with_norm(_said_of_us(text, locality))
        if shared or own != text:
            why = _shared_out(shared, locality) if shared else _REWORDED
            decisions.nodes[origin.node] = ProposedNode(node=origin.node, why=why, mode=Mode.REPLACE, text=own)


def _said_of_us(text: str, locality: Locality) -> str:
    """The text where it begins with what each unit must do, said of us; a body that stands twice stands once."""
    return in_own_words(text, locality) if _OF_EACH.search(text) else said_once(text)


_OF_EACH = re.compile(
    r"\A(?:Mỗi|100%|\d+/\d+)|[,;:]\s+mỗi (?:xã|phường|thị trấn|đặc khu|huyện)(?!\w)"
    r"|(?:Công an|Trạm Y tế|UBND) cấp xã|(?:Hội|Liên đoàn|Đoàn|Công đoàn|UBND)(?:\s[^,;.()]{1,40}?)? các cấp(?!\w)|(?:xã|phường) nào (?:không|để)|báo ngay"
)
_REWORDED = "yêu cầu đối với từng đơn vị, hoặc cơ quan nêu hai lần sau khi đổi cấp: viết lại"


def _without_totals(item: Item, locality: Locality, shares: Sequence[Share]) -> Shared | None:
    """The words of a leaf without the totals of the office above; None where it holds none."""
    if item.table:
        return table_with_blanks(item.table, locality)
    shared = with_blanks(item.text.text, locality, shares) if item.text else None
    return shared if shared and item.text and shared.text != item.text.text else None


def _shared_out(shared: Shared, locality: Locality) -> str:
    asked = f"tổng của cấp trên ({', '.join(shared.asked)}): điền số của {locality.place.kind.value}, hoặc bỏ"
    told = f"tổng của cấp trên ({', '.join(shared.told)}): lấy số trong bảng phân bổ"
    return "; ".join(words for words, figures in ((told, shared.told), (asked, shared.asked)) if figures)
