"""What the text itself says where its header is silent, and what it does not say at all."""

from kedraft.importers.levels import is_only_a_committee, level_of
from kedraft.model.finding import Finding, Severity
from kedraft.model.parsed import ParsedPlan
from kedraft.model.place import Location
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import squeeze

_ISSUES = pattern(
    r"(?P<who>(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Ban Chỉ đạo|Sở|Phòng|Ban|Bộ|Chi cục|Hội đồng)[^,;:.“\"()]{0,90}?)\s+(?:[Bb]an hành|[Xx]ây dựng|lập|đề ra|triển khai|tổ chức thực hiện)\s+(?:Kế hoạch|kế hoạch)"
)
_NAMES = (
    ("issuer", "tên cơ quan ban hành"),
    ("number", "số"),
    ("symbol", "ký hiệu"),
    ("place", "địa danh"),
    ("date", "ngày ban hành"),
    ("subject", "trích yếu"),
    ("sections", "đề mục nào (I., 1., a) …)"),
    ("recipients", "Nơi nhận"),
    ("position", "chức vụ người ký"),
    ("signed_by", "họ tên người ký"),
)


def with_said_level(plan: ParsedPlan) -> ParsedPlan:
    """The level, where the header names no issuing body, or nothing but its kind, and the opening does."""
    if plan.level is not None or (plan.issuer is not None and not is_only_a_committee(plan.issuer)):
        return plan
    who = said_issuer(plan)
    return plan.evolve(level=level_of(who, None, plan.date)) if who else plan


def said_issuer(plan: ParsedPlan) -> str | None:
    """The issuing body in the opening's words (`UBND xã Mẫu Sơn xây dựng Kế hoạch …`), or None."""
    for paragraph in reversed(plan.opening):
        found = list(_ISSUES.finditer(paragraph.text.text))
        if found:
            return squeeze(found[-1].group("who"))
    return None


def missing(plan: ParsedPlan) -> tuple[Finding, ...]:
    where = Location(file=plan.source)
    return tuple(
        Finding(
            rule="KH-ND-01",
            severity=Severity.INFO if name in ("number", "signed_by") else Severity.WARNING,
            message=f"Không thấy {title} trong văn bản; để trống, không đoán.",
            where=where.evolve(field=name),
        )
        for name, title in _NAMES
        if not getattr(plan, name)
    )
