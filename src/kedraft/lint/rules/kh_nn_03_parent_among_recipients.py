"""KH-NN-03: the office that issued the parent is not among the recipients."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import capitals, is_people_committee, unit_of
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Level


def _check(content: Content) -> Iterator[Hit]:
    parent = content.parent
    if not parent or not content.recipients or parent.issuing_body.level is Level.CENTRAL:
        return
    if not is_people_committee(parent):
        wanted = capitals(parent.issuing_body.name)
        found = any(
            wanted in capitals(spot.text) or "BAN CHỈ ĐẠO" in capitals(spot.text) or "BCĐ" in spot.text
            for spot in content.recipients
        )
    else:
        unit = unit_of(parent)
        wanted = f"UBND {unit.kind.lower()}" if unit else "UBND"
        called = _called_now(wanted, joined=content.two_tier and parent.issuing_body.level is Level.PROVINCE)
        found = any(capitals(name) in _short(spot.text) for spot in content.recipients for name in called)
    if not found:
        yield Hit(
            Location(field="recipients"),
            f"Nơi nhận chưa có cơ quan ban hành Kế hoạch cấp trên; hãy thêm: {wanted} (b/c).",
        )


def _short(text: str) -> str:
    return capitals(text).replace("ỦY BAN NHÂN DÂN", "UBND")


def _called_now(wanted: str, *, joined: bool) -> tuple[str, ...]:
    """What the office may be called by now: a province may have become a city, or joined one."""
    return (wanted, "UBND tỉnh", "UBND thành phố") if joined else (wanted,)


RULE = Rule(
    id="KH-NN-03",
    name="Nơi nhận thiếu cơ quan ban hành Kế hoạch cấp trên",
    severity=Severity.WARNING,
    manual=Manual(
        what="Nơi nhận có cơ quan ban hành Kế hoạch cấp trên, kèm chữ (b/c).",
        why="Cấp trên theo dõi việc triển khai qua các kế hoạch cấp dưới gửi lên.",
        instead="Thêm dòng: UBND tỉnh (b/c).",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(recipients=("Các thôn", "Lưu: VT, VHXH")),
        draft(recipients=("Chủ tịch, các PCT UBND xã", "Các thôn", "Lưu: VT, VHXH")),
    ),
    good=(
        draft(),
        draft(recipients=("Ủy ban nhân dân tỉnh (để b/c)", "Các thôn", "Lưu: VT, VHXH")),
    ),
)
