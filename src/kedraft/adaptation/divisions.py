"""Divisions inside a body of the office above: the own counterpart of the body has none of that name."""

from collections.abc import Iterator

from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.adaptation.unit_names import CAP
from kedraft.agencies import Agency, Field
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily

WHY = "đơn vị bên trong cơ quan của cấp trên, cơ quan tương ứng không có; ghi cơ quan của đơn vị, hoặc bỏ"
_RULE = "KH-CH-01"
#: No word of a name: somebody does something, or the list goes on.
_ENDS_NAME = r"(?:phối|chủ|tham|với|cùng|cho|chỉ|hướng|giao(?!\s+thông)|đề|tổ|triển|thực|báo|gửi|đến|tới|theo|do|để|kiểm(?!\s+(?:lâm|dịch|soát|định))|rà|tại|các|những|là|được|có)(?!\w)"
_NAME = rf"[{CAP}][\wÀ-ỹ&]*(?:\s+(?!{_ENDS_NAME})[\wÀ-ỹ&]+){{0,11}}?"
#: `Chi cục Thủy lợi thuộc`, `Phòng Tham mưu -`: what stands before the body that it is a part of.
_PART_OF = lazily(
    rf"(?<!\w)(?:Phòng|Chi cục|Trung tâm|Thanh tra|Ban Quản lý)\s+{_NAME}(?:\s+(?:trực\s+)?thuộc|\s+của|\s*[-–])\s+$"
)
#: `Phòng Cảnh sát giao thông Công an tỉnh`: the police name theirs without a joint.
_OF_THE_POLICE = lazily(
    rf"(?<!\w)(?:Phòng|Thủ trưởng Phòng)\s+(?:Cảnh sát|An ninh|Tham mưu|Xây dựng|Hậu cần)(?:\s+{_NAME}|(?:\s+(?!{_ENDS_NAME})[\wÀ-ỹ&]+){{0,11}}?)\s+$"
)
_IN_BRACKETS = lazily(rf"\(\s*(?:qua\s+)?(?P<division>Phòng\s+[{CAP}][^()]{{3,90}})\)")


def division_of(page: Page, start: int, row: Agency) -> int | None:
    """Where the division begins that stands before a body, as a part of it."""
    left = page.left(start)
    found = _PART_OF.search(left) or (_OF_THE_POLICE.search(left) if Field.POLICE in row.fields else None)
    return start - len(found[0]) if found else None


def divisions(page: Page) -> Iterator[Mention]:
    """`Công an tỉnh (Phòng An ninh mạng)`: the division in brackets after its body."""
    if page.source.level is not Level.PROVINCE:
        return
    for found in _IN_BRACKETS.finditer(page.text):
        yield Mention(*found.span("division"), Kind.LOWER, None, "agency.division", WHY, _RULE)
