"""KH-CC-01: a draft that does not cite the parent it was made from."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import spoken_name
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, province
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    parent = content.parent
    if not parent or not parent.number.number or not parent.number.symbol:
        return
    number = f"{parent.number.number}/{parent.number.symbol}"
    party = f"{parent.number.number}-{parent.number.symbol}"
    if not any(number in spot.text or party in spot.text for spot in content.spots):
        yield Hit(
            Location(field="opening"),
            f"Văn bản không viện dẫn Kế hoạch cấp trên số {number}; hãy nêu ở lời mở đầu: "
            f"Thực hiện Kế hoạch số {number} ngày … của {spoken_name(parent)} ….",
        )


RULE = Rule(
    id="KH-CC-01",
    name="không viện dẫn Kế hoạch cấp trên",
    severity=Severity.ERROR,
    manual=Manual(
        what="Kế hoạch của cấp dưới phải viện dẫn Kế hoạch cấp trên mà nó triển khai.",
        why="Đó là căn cứ trực tiếp nhất; thiếu thì không rõ kế hoạch này thực hiện việc gì của ai.",
        instead="Mở đầu bằng: Thực hiện Kế hoạch số … ngày … của Ủy ban nhân dân tỉnh … về ….",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:"),
        draft(
            opening="Thực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã Ba Sơn ban hành Kế hoạch chuyển đổi số năm 2026 như sau:"
        ),
    ),
    good=(draft(), draft(parent=province(number=None), opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:")),
)
