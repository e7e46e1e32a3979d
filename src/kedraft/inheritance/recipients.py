"""Nơi nhận: who gets the plan, by level, date and parent (Nghị định 30/2020/NĐ-CP, PL1-II.9; practice for the order)."""

import re
from collections.abc import Iterable

from kedraft.clauses.words import residential_of
from kedraft.inheritance.casing import body_name
from kedraft.inheritance.head import Issuer
from kedraft.model.locality import Locality
from kedraft.model.origin import Authored, Replaced
from kedraft.model.plan import Item, Level, Plan, Recipient
from kedraft.model.spec import DraftSpec
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import squeeze

_REPORT = "(b/c)"
_PARTY = {
    UnitKind.TINH: "Tỉnh ủy",
    UnitKind.HUYEN: "Huyện ủy",
    UnitKind.QUAN: "Quận ủy",
    UnitKind.THI_XA: "Thị ủy",
    UnitKind.THANH_PHO: "Thành ủy",
}
_FILE = "Lưu: VT"


def recipients_of(
    parent: Plan, spec: DraftSpec, sections: tuple[Item, ...], issuer: Issuer, locality: Locality
) -> tuple[Recipient, ...]:
    """The lines of the spec as they are, or the usual ones of that level and date with the bodies that own text hands work to."""
    unit = spec.document.drafting_unit
    if isinstance(spec.recipients, tuple):
        return tuple(Recipient(text=_filed(_bare(line), unit)) for line in spec.recipients if _bare(line))
    usual = [*_above(parent, locality), *_own(issuer, locality)]
    below = _below(locality)
    handed = bodies_named(sections, locality)
    named = [body for body in handed if not _covered(body, [*usual, *below])]
    if any(map(_UNIONS.search, (*handed, *_asked(sections)))):
        usual = [_with_unions(line) for line in usual]
        named = [body for body in named if not _UNIONS.match(body)]
    last = f"{_FILE}, BCĐ" if issuer.committee else _FILE
    return tuple(Recipient(text=line) for line in (*usual, *named, *below, _filed(last, unit)))


_ASKED = "Đề nghị "


def _asked(sections: Iterable[Item]) -> list[str]:
    """Headings of own text under which organisations are asked to take part."""
    titles = (item.heading for section in sections for item in section.walk() if isinstance(item.origin, Authored))
    return [title.text for title in titles if title and title.text.startswith(_ASKED)]


#: The organisations that stand beside the Front: one line names them all.
_UNIONS = lazily(
    r"(?:Hội (?:Liên hiệp |LH)?Phụ nữ|Hội LHPN|Hội Nông dân|Hội Cựu chiến binh|Hội CCB|Đoàn (?:Thanh niên|TNCS)|Công đoàn|Liên đoàn Lao động)"
)


def _with_unions(line: str) -> str:
    return (
        line.replace("Ủy ban MTTQ Việt Nam ", "Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội ")
        if " và " not in line
        else line
    )


_FILED = lazily(r"(Lưu\s*:\s*VT)\b(.*)", re.DOTALL)


def _filed(line: str, unit: str | None) -> str:
    """The last line with the drafting unit's letters, in the place of any that stand there: `Lưu: VT, VHXH`."""
    found = _FILED.match(line) if unit else None
    if not found:
        return line
    committee = ", BCĐ" if "BCĐ" in found[2] and unit != "BCĐ" else ""
    return f"{found[1]}{committee}, {unit}"


def _bare(line: str) -> str:
    return squeeze(line).removeprefix("- ").rstrip(" ;.")


def _above(parent: Plan, locality: Locality) -> list[str]:
    """The office above, the office whose plan this one carries out, the parent's collector of reports."""
    lines: list[str] = []
    if parent.issuing_body.level in (Level.CENTRAL, Level.OTHER) or locality.level is Level.PROVINCE:
        lines.append(f"{body_name(parent.issuing_body.name)} {_REPORT}")
    if locality.level is not Level.PROVINCE and (parent.issuing_body.level is Level.PROVINCE or not locality.district):
        lines.append(f"UBND {locality.province.kind.value} {_REPORT}")
    if locality.level is Level.DISTRICT and not lines:
        lines.append(f"UBND {locality.province.kind.value} {_REPORT}")
    if locality.commune and locality.district:
        lines.append(f"UBND {locality.district.kind.value} {_REPORT}")
    return list(dict.fromkeys(lines + _collector(parent, locality)))


_CENTRAL = lazily(r"Bộ [A-ZĐ]|.* (?:Trung ương|[Qq]uốc gia)(?!\w)")
_COLLECTOR = lazily(
    r"(?:Sở|Phòng|Bộ(?: Chỉ huy Quân sự)?|Ban|Thanh tra|Công an|Hội|Liên đoàn) (?:[A-ZĐ].{2,60}|tỉnh|thành phố|huyện|quận|thị xã)\Z"
)
_ROOM = lazily(r"Phòng [A-ZĐ]")


def _collector(parent: Plan, locality: Locality) -> list[str]:
    """The department that the parent wants reports at, if this office reports to it directly and it was not merged away since."""
    merged_since = locality.on.isoformat() >= "2025-03-01" > (parent.place_and_date.date or "9999")
    issuer = parent.issuing_body.level
    skips_a_level = (issuer is Level.PROVINCE and locality.commune is not None and locality.district is not None) or (
        issuer is Level.CENTRAL and locality.level is not Level.PROVINCE
    )
    if merged_since or skips_a_level:
        return []
    named = (name for duty in parent.reporting if duty.to for name in (squeeze(duty.to), *_THROUGH.findall(duty.text)))
    near = (body for body in named if locality.level is Level.PROVINCE or not _CENTRAL.match(body))
    if issuer is Level.PROVINCE:  # what the communes tell a room of the district's is no report of ours
        near = (body for body in near if not _ROOM.match(body))
    return [f"{body} {_REPORT}" for body in near if _COLLECTOR.match(body)][:1]


#: The department through which reports go to the committee.
_THROUGH = lazily(r"qua ((?:Sở|Phòng) [^;.()]{3,60}?)(?=[);.]|,|\Z)")


def _own(issuer: Issuer, locality: Locality) -> list[str]:
    kind = locality.place.kind
    unit = kind.value
    party = _PARTY.get(kind, "Đảng ủy") if locality.level is not Level.COMMUNE else "Đảng ủy"
    lines = [f"TT {party}, TT HĐND {unit} {_REPORT}"]
    if issuer.committee:
        return [*lines, "Thành viên Ban Chỉ đạo", *_bodies(locality)]
    return [*lines, f"Chủ tịch, các PCT UBND {unit}", *_bodies(locality)]


def _bodies(locality: Locality) -> list[str]:
    kind = locality.place.kind
    unit = kind.value
    if locality.level is Level.PROVINCE:
        return [f"Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội {unit}", f"Các sở, ban, ngành {unit}"]
    if locality.level is Level.DISTRICT:
        return [f"UB MTTQ và các đoàn thể {unit}", f"Các phòng, ban, đơn vị {unit}"]
    if not locality.two_tier:
        return [f"UB MTTQ và các đoàn thể {unit}", "Các công chức chuyên môn"]
    return [
        f"Ủy ban MTTQ Việt Nam {unit}",
        f"Văn phòng HĐND và UBND {unit}",
        *_rooms(kind),
        f"Trung tâm Phục vụ hành chính công {unit}",
    ]


def _rooms(kind: UnitKind) -> list[str]:
    """The specialised rooms of a commune since 1/7/2025 (Nghị định 150/2025/NĐ-CP); a special zone may have either."""
    match kind:
        case UnitKind.XA:
            return ["Các phòng: Kinh tế, Văn hóa - Xã hội"]
        case UnitKind.PHUONG:
            return ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội"]
        case _:
            return [f"Các phòng chuyên môn thuộc UBND {kind.value}"]


def _below(locality: Locality) -> list[str]:
    kind = locality.place.kind
    if locality.level is Level.PROVINCE:
        return ["UBND các xã, phường" if locality.two_tier else "UBND các huyện, thị xã, thành phố"]
    if locality.level is Level.DISTRICT:
        return [
            {UnitKind.HUYEN: "UBND các xã, thị trấn", UnitKind.QUAN: "UBND các phường"}.get(kind, "UBND các xã, phường")
        ]
    return [f"Các {residential_of(locality)}"]


_VERBS = (
    "chủ trì|tham mưu|phối hợp|có trách nhiệm|căn cứ|tuyên truyền|tổ chức|thực hiện|triển khai|xây dựng|hướng dẫn|theo dõi|kiểm tra|bố trí|phổ biến|vận động|"
    "tiếp tục|tăng cường|đẩy mạnh|lập|rà soát|báo cáo|chịu trách nhiệm|quản lý|cử|đôn đốc|tổng hợp|chỉ đạo|chủ động|lồng ghép|bảo đảm|đảm bảo|giúp|nghiên cứu"
)
_BODY = lazily(
    r"(?:Đề nghị|Giao)?\s*((?:Phòng(?=\s+(?:[A-ZĐ]|chuyên môn))|Công an|Ban Chỉ huy Quân sự|Trạm Y tế|Trung tâm|Văn phòng|Hội|Đoàn Thanh niên|Đoàn TNCS|Ủy ban Mặt trận|Ủy ban MTTQ|"
    r"Mặt trận|Công chức|Trường(?! hợp)|Hạt Kiểm lâm|Bảo hiểm xã hội|Các trường|Các hội|Các thôn|Đồn Biên phòng|Hợp tác xã)\b[^:;.(]*?)(?=\s*(?:[:;.(]|\Z|,? (?:"
    + _VERBS
    + r")\b))"
)


def bodies_named(sections: Iterable[Item], locality: Locality) -> list[str]:
    """Bodies of the own level that headings or first words of own text hand work to; inherited text still has the parent's."""
    found: list[str] = []
    for section in sections:
        for item in section.walk():
            words = item.heading or item.text
            if words is None or not isinstance(item.origin, Authored | Replaced):
                continue
            named = _BODY.match(words.text)
            if named and len(named.group(1).split()) <= 12 and _at_own_level(named.group(1), locality):
                found.append(squeeze(named.group(1)).rstrip(" ,"))
    return list(dict.fromkeys(found))


def _at_own_level(body: str, locality: Locality) -> bool:
    above = {place.kind.value for place in (locality.province, locality.district) if place and place != locality.place}
    return not any(re.search(rf"\b{kind}\b(?! hội)", body) for kind in above)


def _covered(body: str, lines: Iterable[str]) -> bool:
    """Whether a line names the body or the group that it belongs to."""
    head, _, rest = body.partition(" ")
    generic = {"Phòng": "phòng", "Công": "công chức", "Văn": "Văn phòng", "Mặt": "MTTQ", "Ủy": "MTTQ"}
    for line in lines:
        if body.lower() in line.lower():
            return True
        if head in generic and generic[head].lower() in line.lower() and (head != "Phòng" or _in_group(rest, line)):
            return not body.startswith("Công an")
    return False


def _in_group(field: str, line: str) -> bool:
    own_words = re.sub(r"\s+(?:xã|phường|huyện|đặc khu|thị xã|quận)\Z", "", field)
    return own_words.lower() in line.lower() or "các phòng, ban" in line.lower() or "phòng chuyên môn" in line.lower()
