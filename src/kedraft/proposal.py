"""A first draft file for a parent: a mode for every section with a one-line reason, and own text where a child always writes anew.

Funding and the assignment of work are never taken from the parent: its departments do not exist at the child's level. They are
proposed as own text that names the child's own bodies, by level and date.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from kedraft.adaptation import Adapter, SourceBody, adapt_text
from kedraft.inheritance.casing import is_capitals
from kedraft.inheritance.head import names_in, subject_of
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.plan import Item, Level, Plan
from kedraft.model.proposal import Proposal, ProposedSection
from kedraft.model.spec import Mode
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.dates import earlier, short
from kedraft.vietnamese.text import squeeze

STEP = 10  # days by which a child reports before its parent does


_FUNDING = re.compile(r"kinh phí|nguồn lực tài chính|dự toán", re.IGNORECASE)
_ASSIGNMENT = re.compile(r"tổ chức thực hiện|phân công|trách nhiệm (?:của )?các|tổ chức triển khai", re.IGNORECASE)
_STATE = re.compile(
    r"thực trạng|kết quả (?:thực hiện|đạt được)|đánh giá (?:tình hình|kết quả)|đặc điểm|tình hình", re.IGNORECASE
)
_CONTENT = re.compile(r"\bnội dung\b(?!.*(?:thực hiện|nhiệm vụ|công việc))|khái niệm|nguyên tắc", re.IGNORECASE)
_AIMS = re.compile(r"mục đích|mục tiêu|yêu cầu|quan điểm|chỉ tiêu", re.IGNORECASE)


def propose(parent: Plan, file: str, locality: Locality, on: str) -> Proposal:
    """A proposal for `locality` on the partial date `on`; `file` is what the draft file will name as its parent."""
    adapter = Adapter.of(SourceBody.of(parent, locality), locality)
    sections: list[ProposedSection] = []
    own = False
    for section in parent.sections:
        title = section.heading.text if section.heading else ""
        if _FUNDING.search(title):
            sections.append(_funding(section, locality))
        elif _ASSIGNMENT.search(title):
            sections.append(_assignment(parent, section, locality, on))
            own = True
        else:
            sections.append(_inherited(section, title, adapter, annexes=bool(parent.annexes)))
    if not own:
        sections.append(_assignment(parent, None, locality, on))
    annexes = tuple(
        ProposedSection(
            why="Phụ lục của cấp trên thường giao việc cho cơ quan cấp trên; lập lại nếu địa phương cần",
            node=annex.id,
            title=annex.heading or annex.label or "",
            drop="Phụ lục của cấp trên không áp dụng trực tiếp cho địa phương",
        )
        for annex in parent.annexes
    )
    return Proposal(
        parent=file,
        locality=locality,
        subject=_subject(parent, locality),
        date=on,
        sections=tuple(sections),
        committee=_committee(parent),
        annexes=annexes,
    )


def _committee(parent: Plan) -> str | None:
    """The name of the locality's own steering committee, made from the parent's: `BAN CHỈ ĐẠO QUỐC GIA …` loses its level."""
    name = parent.issuing_body.name.upper()
    if not name.startswith("BAN CHỈ ĐẠO"):
        return None
    return squeeze(_COMMITTEE_LEVEL.sub("BAN CHỈ ĐẠO ", name))


_COMMITTEE_LEVEL = re.compile(
    r"\ABAN CHỈ ĐẠO\s+(?:QUỐC GIA|TRUNG ƯƠNG|(?:CẤP )?(?:TỈNH|THÀNH PHỐ|HUYỆN|XÃ))?\s*(?:VỀ\s+)?"
)


def _inherited(section: Item, title: str, adapter: Adapter, *, annexes: bool) -> ProposedSection:
    if _STATE.search(title):
        return ProposedSection(
            why="số liệu, đánh giá của cấp trên: thay bằng số liệu của địa phương, hoặc bỏ",
            node=section.id,
            title=title,
            drop="Đánh giá tình hình của cấp trên; địa phương không nhắc lại",
        )
    drops = tuple(
        (item.id, _NO_ANNEX)
        for item in section.walk()
        if annexes and item.id != section.id and _ANNEX.search(item.words)
    )
    drops += tuple(
        (item.id, why)
        for item in section.walk()
        if item.text and (why := adapter.adapt(item.text).drop) and not item.children
    )
    if _CONTENT.search(title) and not _AIMS.search(title):
        why = "nội dung thống nhất từ cấp trên: giữ nguyên văn"
        adapted = tuple(item.id for item in section.walk() if item.text and adapter.adapt(item.text).changes)
        return ProposedSection(
            why=why, node=section.id, title=title, mode=Mode.VERBATIM, adapted=adapted, drops=_once(drops)
        )
    why = (
        "mục tiêu, yêu cầu: đổi cấp và địa danh"
        if _AIMS.search(title)
        else "đổi cấp và địa danh; bỏ việc ngoài thẩm quyền của địa phương"
    )
    return ProposedSection(why=why, node=section.id, title=title, mode=Mode.ADAPT, drops=_once(drops))


_ANNEX = re.compile(r"\b[Pp]hụ lục\b")
_NO_ANNEX = "Nhắc đến phụ lục của cấp trên, địa phương chưa lập"


def _once(drops: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple({node: (node, reason) for node, reason in reversed(drops)}.values())[::-1]


def _subject(parent: Plan, locality: Locality) -> str:
    """The parent's subject in the child's name; the place is added where the subject names none."""
    text = subject_of(parent, names_in(locality)) if is_capitals(parent.subject) else parent.subject
    text = squeeze(text).rstrip(".")
    text = text[:1].upper() + text[1:]
    done = adapt_text(Inline(text=text), source=SourceBody.of(parent, locality), locality=locality).text.text
    if locality.place.name.lower() in done.lower():
        return done
    at = re.search(r",?\s+(?:giai đoạn|năm)\s+20\d\d", done)
    place = f" trên địa bàn {locality.place.full}"
    return done[: at.start()] + place + done[at.start() :] if at else done + place


def _funding(section: Item, locality: Locality) -> ProposedSection:
    unit = locality.place.kind.value
    text = (
        f"Kinh phí thực hiện Kế hoạch này được bố trí trong dự toán ngân sách {unit} theo phân cấp quản lý ngân sách nhà nước; lồng ghép trong các "
        "chương trình, đề án, dự án có liên quan và huy động các nguồn hợp pháp khác theo quy định của pháp luật."
    )
    why = "nguồn kinh phí của cấp trên không áp dụng; câu thường dùng, sửa nếu có số tiền cụ thể"
    return ProposedSection(
        why=why, node=section.id, title=_title(section), mode=Mode.REPLACE, heading="KINH PHÍ THỰC HIỆN", text=text
    )


def _assignment(parent: Plan, section: Item | None, locality: Locality, on: str) -> ProposedSection:
    blocks = _blocks(locality, _lead(parent, locality), _report(parent, locality))
    text = "\n".join(
        f"{at}. {name}\n" + "\n".join(f"- {line}" for line in lines) for at, (name, lines) in enumerate(blocks, 1)
    )
    why = "phân công lại cho cơ quan của địa phương; xem lại đơn vị chủ trì, thời hạn"
    if section is None:
        return ProposedSection(why=why, heading="TỔ CHỨC THỰC HIỆN", text=text)
    return ProposedSection(
        why=why, node=section.id, title=_title(section), mode=Mode.REPLACE, heading="TỔ CHỨC THỰC HIỆN", text=text
    )


def _title(section: Item) -> str:
    return section.heading.text if section.heading else ""


Block = tuple[str, tuple[str, ...]]


def _blocks(locality: Locality, lead: str, report: tuple[str, str]) -> list[Block]:
    """Who does what: the lead, money, communication, the Front, the units below; then how they report."""
    unit = locality.place.kind.value
    committee = f"Ủy ban nhân dân {unit}"
    upward, inward = report
    lead_lines = (
        f"Chủ trì, phối hợp với các cơ quan, đơn vị liên quan tham mưu {committee} triển khai Kế hoạch; hướng dẫn, theo dõi, đôn đốc, kiểm tra việc thực hiện.",
        f"Tổng hợp kết quả, tham mưu {committee} {upward}.",
    )
    blocks: list[Block] = [(lead, lead_lines)]
    finance = _finance(locality)
    money = f"Tham mưu {committee} bố trí kinh phí thực hiện Kế hoạch; hướng dẫn việc quản lý, sử dụng, quyết toán theo quy định."
    if finance == lead:
        blocks[0] = (lead, (*lead_lines, money))
    else:
        blocks.append((finance, (money,)))
    blocks += _communication(locality, lead)
    blocks.append(
        (
            f"Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam {unit} và các tổ chức chính trị - xã hội {unit}",
            (
                "Tuyên truyền, vận động đoàn viên, hội viên và Nhân dân tham gia thực hiện; giám sát việc thực hiện Kế hoạch.",
            ),
        )
    )
    below = _below(locality)
    blocks.append((below, ("Phổ biến Kế hoạch đến Nhân dân; tổ chức thực hiện các nội dung liên quan trên địa bàn.",)))
    blocks.append(
        (
            "Chế độ báo cáo",
            (f"Các cơ quan, đơn vị, {_inside(below)} báo cáo kết quả thực hiện về {_receiver(lead)} {inward}.",),
        )
    )
    return blocks


def _inside(name: str) -> str:
    """A name inside a sentence: `các thôn`, but `Ủy ban nhân dân các xã`."""
    return name if name.startswith("Ủy ban") else name[0].lower() + name[1:]


def _receiver(lead: str) -> str:
    return lead[0].lower() + lead[1:] if lead.startswith("Công chức") else lead


def _lead(parent: Plan, locality: Locality) -> str:
    """The counterpart of the body that collects the parent's reports, or of the first one that the parent gives work to."""
    options = _rooms(locality)
    adapter = Adapter.of(SourceBody.of(parent, locality), locality)
    for body in (*(duty.to for duty in parent.reporting if duty.to), *_given_work(parent)):
        done = adapter.adapt(Inline(text=f"{body} tham mưu.")).text.text.lower()
        match = next((room for room in options if room.lower() in done), None)
        if match:
            return match
    return options[0]


def _given_work(parent: Plan) -> Iterator[str]:
    for section in parent.sections:
        if _ASSIGNMENT.search(_title(section)):
            yield from (child.heading.text.rstrip(":. ") for child in section.children if child.heading)


def _rooms(locality: Locality) -> tuple[str, ...]:
    """Offices that may lead, by level and date (Nghị định 150/2025/NĐ-CP for communes since 01/7/2025)."""
    unit = locality.place.kind.value
    if locality.level is Level.COMMUNE and locality.two_tier:
        economy = "Phòng Kinh tế, Hạ tầng và Đô thị" if locality.place.kind is UnitKind.PHUONG else "Phòng Kinh tế"
        return (
            "Phòng Văn hóa - Xã hội",
            economy,
            f"Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {unit}",
            f"Công an {unit}",
        )
    if locality.level is Level.COMMUNE:
        return (
            "Công chức Văn hóa - Xã hội",
            "Công chức Tài chính - Kế toán",
            "Công chức Văn phòng - Thống kê",
            "Công chức Tư pháp - Hộ tịch",
            "Công chức Địa chính - nông nghiệp - xây dựng và môi trường",
            f"Công an {unit}",
        )
    if locality.level is Level.DISTRICT:
        return (
            "Phòng Văn hóa và Thông tin",
            "Phòng Nông nghiệp và Phát triển nông thôn",
            "Phòng Nội vụ",
            "Phòng Y tế",
            f"Công an {unit}",
        )
    merged = locality.on >= date(2025, 3, 1)
    science = "Sở Khoa học và Công nghệ" if merged else "Sở Thông tin và Truyền thông"
    return (science, "Sở Nội vụ", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Công an tỉnh")


def _finance(locality: Locality) -> str:
    match locality.level:
        case Level.COMMUNE:
            return _rooms(locality)[1]
        case Level.DISTRICT:
            return "Phòng Tài chính - Kế hoạch"
        case _:
            return "Sở Tài chính"


def _communication(locality: Locality, lead: str) -> list[Block]:
    unit = locality.place.kind.value
    line = "Tuyên truyền nội dung Kế hoạch trên hệ thống truyền thanh cơ sở và Trang thông tin điện tử."
    name = (
        _rooms(locality)[0]
        if locality.level is Level.COMMUNE
        else f"Trung tâm Văn hóa, Thể thao và Truyền thông {unit}"
    )
    if locality.level is Level.PROVINCE or name == lead:
        return []
    return [(name, (line,))]


def _below(locality: Locality) -> str:
    if locality.level is Level.PROVINCE:
        return "Ủy ban nhân dân các xã, phường" if locality.two_tier else "Ủy ban nhân dân các huyện, thị xã, thành phố"
    if locality.level is Level.DISTRICT:
        return (
            "Ủy ban nhân dân các xã, phường, thị trấn"
            if locality.place.kind is not UnitKind.HUYEN
            else "Ủy ban nhân dân các xã, thị trấn"
        )
    if locality.place.kind is UnitKind.DAC_KHU:
        return "Các thôn, tổ dân phố"
    return "Các tổ dân phố" if locality.place.kind in (UnitKind.PHUONG, UnitKind.THI_TRAN) else "Các thôn"


def _report(parent: Plan, locality: Locality) -> tuple[str, str]:
    """How the child reports upward, and its own units to it, each a step before the parent's day; no day is invented."""
    collectors = Counter(
        duty.to for duty in parent.reporting if duty.to and duty.deadline and earlier(duty.deadline, STEP)
    )
    to = collectors.most_common(1)[0][0] if collectors else None
    days = [
        duty.deadline for duty in parent.reporting if duty.to == to and duty.deadline and earlier(duty.deadline, STEP)
    ]
    steps = 0
    if (
        locality.level is Level.COMMUNE
        and locality.district is not None
        and parent.issuing_body.level is Level.PROVINCE
    ):
        to, steps = f"Ủy ban nhân dân {locality.district.kind.value}", 1  # the district gathers first
    receiver = to or _above(locality)
    if not days:
        return f"báo cáo {receiver} kết quả thực hiện theo yêu cầu", "khi có yêu cầu"
    upward = ", ".join(short(day) if not steps else earlier(day, STEP) or "" for day in days)
    inward = ", ".join(earlier(day, STEP * (steps + 1)) or "" for day in days)
    return f"báo cáo {receiver} {upward}", inward


def _above(locality: Locality) -> str:
    if locality.level is Level.COMMUNE and locality.district is not None:
        return f"Ủy ban nhân dân {locality.district.kind.value}"
    return "cơ quan cấp trên" if locality.level is Level.PROVINCE else f"Ủy ban nhân dân {locality.province.kind.value}"
