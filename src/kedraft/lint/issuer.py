"""Who issues a plan: a People's Committee, a steering committee, a party body; of which unit."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kedraft.model.plan import Level, Plan
from kedraft.vietnamese.text import new_tone

_KINDS = "TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU"
_UNIT = re.compile(
    rf"\b(?P<kind>{_KINDS})\s+(?!HỘI(?:\Z| (?:NÔNG|LIÊN|CỰU|PHỤ|CHỮ|ĐỒNG|KHUYẾN|NGƯỜI|LUẬT)\b))(?!(?:ỦY|UỶ|VỀ|THỰC|TRIỂN|PHÒNG|CHỐNG|CẢI|XÂY)\b)(?P<name>\S+(?: \S+){{0,5}})\Z"
)
_PARTY = re.compile(r"TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|QUẬN ỦY|THỊ ỦY|ĐẢNG ỦY|ĐẢNG BỘ|BAN CHẤP HÀNH")

LEVEL_WORDS = {
    Level.CENTRAL: "trung ương",
    Level.PROVINCE: "cấp tỉnh",
    Level.DISTRICT: "cấp huyện",
    Level.COMMUNE: "cấp xã",
    Level.OTHER: "khác",
}


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """The unit in an issuing body's name, in capitals: `XÃ`, `BA SƠN`."""

    kind: str
    name: str


@lru_cache(maxsize=1024)
def capitals(text: str) -> str:
    """Capitals, one space between words, tones in the new style: for comparing names. Cached: many rules ask for the same ones."""
    return new_tone(" ".join(text.split())).upper()


def spoken_name(plan: Plan) -> str:
    """The issuing body as it stands in a sentence: `Ủy ban nhân dân tỉnh Bình Thuận`."""
    unit = unit_of(plan)
    if unit and is_people_committee(plan):
        return f"Ủy ban nhân dân {unit.kind.lower()} {unit.name.title()}"
    return " ".join(plan.issuing_body.name.split())


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for case, spaces and tone placement."""
    return capitals(one) == capitals(other)


def is_people_committee(plan: Plan) -> bool:
    """UBND of any level; not its chairman, departments or steering committees."""
    return bool(re.match(r"(ỦY BAN NHÂN DÂN|UBND)\b", capitals(plan.issuing_body.name)))


def is_steering_committee(plan: Plan) -> bool:
    """Ban Chỉ đạo."""
    return "BAN CHỈ ĐẠO" in capitals(plan.issuing_body.name)


def is_party(plan: Plan) -> bool:
    """A party body: its documents follow the party's own rules."""
    return bool(_PARTY.search(capitals(plan.issuing_body.name)))


def unit_of(plan: Plan) -> NamedUnit | None:
    """The unit named in the issuing body, or in the body above it."""
    return unit_in(plan.issuing_body.name, plan.issuing_body.superior or "")


def unit_in(name: str, superior: str) -> NamedUnit | None:
    """The unit named in the name of an issuing body, or of the body above it."""
    return _unit_named(name) or _unit_named(superior)


@lru_cache(maxsize=64)
def _unit_named(text: str) -> NamedUnit | None:
    found = _UNIT.search(capitals(text))
    return NamedUnit(found["kind"], found["name"]) if found else None


def same_body(one: Plan, other: Plan) -> bool:
    """Whether both plans were issued by the same body of the same unit."""
    return same_name(one.issuing_body.name, other.issuing_body.name) and unit_of(one) == unit_of(other)
