"""KH-CA-07: another commune's name, left where the drafting commune's own should stand."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kedraft import units
from kedraft.lint.content import Content, Part, Spot, above
from kedraft.lint.issuer import capitals, unit_of
from kedraft.lint.own_kind import KindWords, named_communes, own_kinds
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, plan, province
from kedraft.model.finding import Severity
from kedraft.model.origin import Adapted, Inherited
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily

#: Where a plan speaks of nobody but its own unit.
_FRAME = (Part.SUBJECT, Part.OPENING, Part.CLOSING)
_OTHERS = lazily(
    r"giáp|lân cận|liền kề|kinh nghiệm|học tập|liên kết|kết nghĩa|sáp nhập|hợp nhất|sắp xếp|trước đây|tách|phối hợp với",
    re.IGNORECASE,
)


def _check(content: Content) -> Iterator[Hit]:
    unit = unit_of(content.plan)
    if not unit or content.level is not Level.COMMUNE:
        return
    places: dict[str, list[Spot]] = {}
    for spot in (*content.spots, *content.recipients):
        if not isinstance(spot.origin, Inherited | Adapted):
            for words in _named(spot, unit.name) if content.draft else _area_named(spot, unit.kind.lower(), unit.name):
                places.setdefault(words, []).append(spot)
    for words, (first, *more) in places.items():
        if not any(words in said for said in _said_above(content)):
            again = f" Tên ấy còn ở: {', '.join(dict.fromkeys(spot.named for spot in more))}." if more else ""
            yield first.hit(
                f'"{words}" là tên của nơi khác, trong khi kế hoạch này là của {_ours(content)}; '
                f"hãy thay bằng tên đơn vị mình, trong phiếu dùng chung viết {{đơn vị}}.{again}"
            )


def _ours(content: Content) -> str:
    place = content.draft.locality.place if content.draft and content.draft.locality else None
    unit = unit_of(content.plan)
    return place.full if place else f"{unit.kind.lower()} {unit.name.title()}" if unit else "đơn vị khác"


def _named(spot: Spot, own: str) -> Iterator[str]:
    """Communes that the text names as if they were its own unit, in the words of the text."""
    found: Iterable[KindWords] = named_communes(spot.own) if spot.part in _FRAME else own_kinds(spot.own)
    seen: set[str] = set()
    for one in found:
        name = _known(one.name) if one.name else None
        if not name or _is_own(one.name or "", own) or _OTHERS.search(spot.own[max(0, one.start - 60) : one.start]):
            continue
        words = f"{one.kind} {name}"
        if words not in seen:
            seen.add(words)
            yield words


def _area_named(spot: Spot, kind: str, own: str) -> Iterator[str]:
    """In a plan of which no draft file is known: only another commune's area, where the plan speaks of its own."""
    if spot.part in _FRAME and "địa bàn" in spot.own:
        area = (one for one in own_kinds(spot.own) if one.words.casefold().startswith("địa bàn") and one.kind == kind)
        for one in area:
            name = _known(one.name) if one.name else None
            if name and not _is_own(one.name or "", own) and not _OTHERS.search(spot.own[: one.start]):
                yield f"{one.kind} {name}"


def _is_own(name: str, own: str) -> bool:
    said = capitals(name)
    behind = said[len(own) : len(own) + 1]
    return said.startswith(own) and not (behind.isalnum() or behind == "_")


@lru_cache(maxsize=4096)
def _known(name: str) -> str | None:
    """The longest beginning of the words that is the name of a commune, past or present. Cached: a batch asks again and again."""
    parts = capitals(name).split(" ")
    starts = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((known for start in starts if (known := _called(start))), None)


def _called(start: str) -> str | None:
    """The commune of that very name, in whatever case; one named by a number has no name without its kind."""
    alike = (one for one in units.spellings(start, Level.COMMUNE) if not one[:1].isdigit())
    return next((one for one in alike if capitals(one) == start), None)


def _said_above(content: Content) -> Iterator[str]:
    """Everything that the plans above say."""
    plans = (*((content.parent,) if content.parent else ()), *content.chain)
    return (spot.text for plan in plans for spot in above(plan).spots)


RULE = Rule(
    id="KH-CA-07",
    name="tên một xã, phường, đặc khu khác đứng ở chỗ tên đơn vị mình",
    severity=Severity.ERROR,
    manual=Manual(
        what="Trích yếu, lời mở đầu, lời kết và tên cơ quan trong lời tự viết của kế hoạch mang tên địa phương soạn thảo, không mang tên nơi khác.",
        why="Phiếu chép của đơn vị bạn còn tên cũ thì kế hoạch ký ra là của nơi khác.",
        instead="Thay bằng tên đơn vị mình; trong phiếu dùng chung viết {đơn vị}. Viện dẫn, trích dẫn, đơn vị giáp ranh thì giữ nguyên.",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(subject="Chuyển đổi số trên địa bàn xã Mẫu Sơn năm 2026"),
        draft(sections="I. NHIỆM VỤ\n1. Tham mưu Ủy ban nhân dân phường Kỳ Lừa tổ chức thực hiện Kế hoạch này."),
        draft(closing="Trên đây là Kế hoạch chuyển đổi số của xã Mẫu Sơn năm 2026./."),
        plan(closing="Trên đây là Kế hoạch chuyển đổi số trên địa bàn xã Lộc Bình./."),
    ),
    good=(
        draft(
            sections="I. NHIỆM VỤ\n1. Trao đổi kinh nghiệm với Ủy ban nhân dân xã Mẫu Sơn; Công an xã Ba Sơn phối hợp thực hiện."
        ),
        draft(
            sections="I. NHIỆM VỤ\n1. Tham gia mô hình điểm do Ủy ban nhân dân xã Mẫu Sơn chủ trì.",
            parent=province(sections="I. NHIỆM VỤ\n1. Ủy ban nhân dân xã Mẫu Sơn chủ trì mô hình điểm."),
        ),
    ),
)
