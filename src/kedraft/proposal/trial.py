"""The proposal tried out: what drafting with it would leave over of the level above, node by node."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kedraft.adaptation import adapt
from kedraft.inheritance import follow_references, inherit
from kedraft.lint import check
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding
from kedraft.model.locality import Locality
from kedraft.model.origin import Adapted, Inherited, Origin, Replaced
from kedraft.model.plan import Item, NodeId, Plan
from kedraft.model.proposal import ProposedSection
from kedraft.model.spec import DraftSpec
from kedraft.proposal.sections import is_general, title_of
from kedraft.proposal.wording import beyond, elsewhere

#: Rules that tell of words which a plan of this level must not have, with the reason for leaving them out.
_FAULTS = {
    "KH-CA-01": "Việc, phạm vi của cấp trên",
    "KH-CA-02": "Giao việc cho cơ quan cấp trên",
    "KH-CA-04": "Mang địa danh, cơ quan riêng của cấp trên",
    "KH-CA-05": "Cơ quan không có ở cấp này",
    "KH-2C-01": "Cấp huyện không còn từ ngày 01/7/2025",
    "KH-2C-02": "Cơ quan đã hợp nhất, giải thể",
    "KH-2C-05": "Cơ quan không có ở loại đơn vị này",
    "KH-CA-06": "Cơ quan của loại đơn vị khác",
    "KH-CH-01": "Cơ quan không có tương ứng ở cấp này",
    "KH-CH-02": "Việc giao cho cơ quan không có ở cấp này",
    "KH-CH-04": "Phối hợp với chính mình sau khi quy đổi cơ quan",
    "KH-CT-06": "Số liệu thực trạng của cấp trên",
    "KH-NG-04": "Thời hạn đã qua khi kế hoạch này được ban hành",
    "KH-TC-01": "Nhắc đến phần không đưa vào kế hoạch này",
    "ND30-PL-01": "Nhắc đến phụ lục không đưa vào kế hoạch này",
}
_SAID = re.compile(r"“([^”]+)”|\"([^\"]+)\"")


class Fault(NamedTuple):
    """Words of a node that cannot stay: the node of the parent, the words if they are known, the reason for leaving them out."""

    node: NodeId
    words: str | None
    reason: str
    rule: str


def tried(
    parent: Plan,
    sections: Sequence[ProposedSection],
    annexes: Sequence[ProposedSection],
    locality: Locality,
    date: str,
    subject: str,
) -> Draft:
    """The draft that the entries would give."""
    spec = DraftSpec.model_validate(
        {
            "parent": "parent",
            "locality": _names(locality),
            "document": {"subject": subject, "date": date},
            "sections": [_entry(one) for one in sections],
            "annexes": [_entry(one) for one in annexes],
        }
    )
    return follow_references(adapt(inherit(parent, spec, locality=locality), locality))


def faults(draft: Draft, locality: Locality) -> Iterator[Fault]:
    """What a person of this level would stumble over in words that came from the parent."""
    for finding in (*draft.findings, *check(draft)):
        if finding.rule in _FAULTS:
            yield from _fault(finding, draft)
    for section in draft.plan.sections:
        yield from _beyond(section, locality, general=False)


def lines_to_nowhere(draft: Draft) -> Iterator[str]:
    """The beginnings of own lines that refer to something of the parent which the draft does not have."""
    for finding in draft.findings:
        said = _SAID.search(finding.message) if finding.rule == "KH-TC-04" else None
        if said:
            yield (said[1] or said[2]).rstrip("… ")


def node_of(origin: Origin) -> NodeId | None:
    """The parent's node behind some words."""
    return origin.node if isinstance(origin, Adapted | Inherited | Replaced) else None


def _fault(finding: Finding, draft: Draft) -> Iterator[Fault]:
    item = draft.plan.find(finding.where.field or "")
    node = node_of(item.origin) if item else None
    if item is None or node is None:
        return
    said = _SAID.search(finding.message)
    words = (said[1] or said[2]).strip("… ") if said else None
    known = words if words and words in item.words else None
    reason = _FAULTS[finding.rule]
    yield Fault(node, known, f"{reason} (“{known}”)" if known and len(known) <= 50 else reason, finding.rule)


def _beyond(item: Item, locality: Locality, *, general: bool) -> Iterator[Fault]:
    title = title_of(item)
    general = is_general(title) if title else general
    node = node_of(item.origin)
    look = elsewhere if general else beyond
    words = None if item.table else look(item.words, locality)
    if node and words:
        yield Fault(node, words, f"Ngoài thẩm quyền cấp {locality.place.kind.value} (“{words}”)", "")
    for child in item.children:
        yield from _beyond(child, locality, general=general)


def _names(locality: Locality) -> dict[str, str]:
    places = {"commune": locality.commune, "district": locality.district, "province": locality.province}
    return {key: place.name for key, place in places.items() if place}


def _entry(one: ProposedSection) -> dict[str, object]:
    """The entry as the draft file will have it."""
    if one.drop is not None:
        return {"drop": one.node, "reason": one.drop}
    own = {"heading": one.heading, "text": one.text, "clause": one.clause}
    entry: dict[str, object] = {key: value for key, value in own.items() if value is not None}
    if one.node is None:
        return entry
    entry |= {"inherit": one.node, "mode": one.mode, "drop": [{"node": node, "reason": why} for node, why in one.drops]}
    entry["nodes"] = [
        {"node": node.node, "mode": node.mode, "reason": node.why, "text": node.text, "heading": node.heading}
        for node in one.nodes
    ]
    return entry
