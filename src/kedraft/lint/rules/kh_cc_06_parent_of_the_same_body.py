"""KH-CC-06: a plan drafted from a plan of its own issuing body."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import same_body, spoken_name
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, plan, province
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    parent = content.parent
    if parent and same_body(parent, content.plan):
        yield Hit(
            Location(field="parent"),
            f"Văn bản chọn làm kế hoạch cấp trên do chính đơn vị này ban hành ({spoken_name(parent)}); "
            "hãy chọn kế hoạch của cấp trên trực tiếp, hoặc sửa lại địa phương trong phiếu.",
        )


_OWN = plan(number="4", date="2026-01-13", subject="Chuyển đổi số năm 2026", recipients=("Lưu: VT",))
_OPENING = (
    "Thực hiện Kế hoạch số 4/KH-UBND ngày 13/01/2026 của Ủy ban nhân dân xã Ba Sơn về chuyển đổi số năm 2026, "
    "Ủy ban nhân dân xã Ba Sơn ban hành Kế hoạch như sau:"
)
_TO = ("UBND xã Ba Sơn", "Các thôn", "Lưu: VT, VHXH")

RULE = Rule(
    id="KH-CC-06",
    name="kế hoạch cấp trên do chính đơn vị này ban hành",
    severity=Severity.ERROR,
    manual=Manual(
        what="Kế hoạch cấp trên phải do một cơ quan khác ban hành, không phải chính đơn vị đang soạn.",
        why="Lấy kế hoạch của chính mình làm cấp trên thường là chọn nhầm tệp; lời dẫn và nơi nhận đều thành sai.",
        instead="Chọn kế hoạch của cấp trên trực tiếp; kế hoạch cũ của mình thì dùng để tham khảo khi viết nội dung.",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(parent=_OWN, opening=_OPENING, recipients=_TO),
        draft(
            parent=plan(number="4", date="2026-01-13", issuer="Uỷ ban nhân dân xã Ba Sơn", recipients=("Lưu: VT",)),
            opening=_OPENING,
            recipients=_TO,
        ),
    ),
    good=(draft(), draft(parent=province(number=None), opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:")),
)
