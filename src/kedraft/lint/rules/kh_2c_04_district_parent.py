"""KH-2C-04: a plan of the two-tier time drafted from a district's plan."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, province
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Level


def _check(content: Content) -> Iterator[Hit]:
    if content.parent and content.two_tier and content.parent.issuing_body.level is Level.DISTRICT:
        name = " ".join(content.parent.issuing_body.name.split())
        yield Hit(
            Location(field="parent"),
            f"Kế hoạch cấp trên do {name} ban hành; từ ngày 01/7/2025 cấp huyện không còn là cấp trên trực tiếp. "
            "Nên lấy Kế hoạch của Ủy ban nhân dân tỉnh làm gốc.",
        )


_DISTRICT = province(
    issuer="ỦY BAN NHÂN DÂN HUYỆN CAO LỘC",
    level="district",
    place="Cao Lộc",
    date="2025-01-13",
    opening="Ủy ban nhân dân huyện ban hành Kế hoạch như sau:",
)
_OPENING = (
    "Thực hiện Kế hoạch số 13/KH-UBND ngày 13/01/2025 của Ủy ban nhân dân huyện Cao Lộc về chuyển đổi số, Ủy ban nhân dân xã ban hành "
    "Kế hoạch như sau:"
)

RULE = Rule(
    id="KH-2C-04",
    name="kế thừa Kế hoạch của cấp huyện sau ngày 01/7/2025",
    severity=Severity.WARNING,
    manual=Manual(
        what="Kế hoạch ban hành từ 01/7/2025 không nên kế thừa Kế hoạch của Ủy ban nhân dân cấp huyện.",
        why="Cấp huyện đã kết thúc hoạt động; cấp trên trực tiếp của xã là tỉnh.",
        instead="Lấy Kế hoạch của Ủy ban nhân dân tỉnh làm gốc; văn bản cấp huyện chỉ để tham khảo.",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(
            parent=_DISTRICT,
            opening=_OPENING,
            recipients=("UBND huyện (cũ)", "Các thôn", "Lưu: VT, VHXH"),
        ),
        draft(
            parent=_DISTRICT,
            opening=_OPENING,
            date="2025-08",
            subject="Chuyển đổi số năm 2025",
            closing="Trên đây là Kế hoạch của xã./.",
            recipients=("UBND huyện (cũ)", "Các thôn", "Lưu: VT, VHXH"),
        ),
    ),
    good=(
        draft(),
        draft(
            parent=_DISTRICT,
            opening=_OPENING,
            date="2025-02",
            subject="Chuyển đổi số năm 2025",
            closing="Trên đây là Kế hoạch của xã./.",
            recipients=("UBND huyện (b/c)", "Các thôn", "Lưu: VT, VHXH"),
        ),
    ),
)
