"""KH-CA-05: a body that this level does not have."""

import re
from collections.abc import Iterator

from kedraft.lint.bodies import DEPARTMENTS, DISTRICT_ROOMS, any_of
from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.remembering import remembered

_NOT_ABOVE = r"(?! (?:huyện|quận|thị xã|thành phố))"
_ROOM = lazily(rf"\bPhòng (?:{any_of(DISTRICT_ROOMS)}){_NOT_ABOVE}(?![\w,]| -|-)")
_ANY_ROOM = lazily(r"\bPhòng [A-ZĐÀ-Ỹ][^,.;:()]{2,50}")
_DEPARTMENT = lazily(rf"\bSở (?:{any_of(DEPARTMENTS)}) (?:xã|phường|huyện)\b")
_CLERK = lazily(
    r"\b[Cc]ông chức (?:Văn hóa\s*[-–]\s*[Xx]ã hội|Tài chính\s*[-–]\s*[Kk]ế toán|Tư pháp\s*[-–]\s*[Hh]ộ tịch|"
    r"Địa chính\s*[-–][^,.;]{3,40}|Văn phòng\s*[-–]\s*[Tt]hống kê)"
)
_HISTORIC = lazily(r"trước đây|\bcũ\b|tiếp nhận|bàn giao|sáp nhập")


def _check(content: Content) -> Iterator[Hit]:
    if content.level is not Level.COMMUNE:
        return
    for spot in (*content.body, *content.recipients):
        for found in _found(spot.own, content.two_tier):
            if _HISTORIC.search(spot.own):
                continue
            yield spot.hit(
                f'"{found.group().strip()}" không có ở cấp xã vào thời điểm ban hành; hãy thay bằng cơ quan hoặc công chức đang có của xã.',
                Severity.WARNING if found.re is _CLERK else None,
            )


@remembered(maxsize=1024)
def _found(text: str, two_tier: bool) -> tuple[re.Match[str], ...]:
    return tuple(_bodies(text, two_tier))


def _bodies(text: str, two_tier: bool) -> Iterator[re.Match[str]]:
    yield from _DEPARTMENT.finditer(text)
    if two_tier:
        yield from _ROOM.finditer(text)
        yield from _CLERK.finditer(text)
    else:
        yield from (one for one in _ANY_ROOM.finditer(text) if one.group().rstrip().endswith((" xã", " phường")))


RULE = Rule(
    id="KH-CA-05",
    name="giao việc cho cơ quan không có ở cấp này",
    severity=Severity.ERROR,
    manual=Manual(
        what="Cơ quan được nêu phải tồn tại ở cấp ban hành vào ngày ban hành.",
        why="Từ 01/7/2025 cấp xã có các phòng chuyên môn mới; trước đó cấp xã không có phòng.",
        instead="Từ 01/7/2025: Phòng Kinh tế (hoặc Phòng Kinh tế, Hạ tầng và Đô thị), Phòng Văn hóa - Xã hội, Văn phòng; "
        "trước đó: công chức chuyên môn.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(sections="I. NHIỆM VỤ\n- Phòng Tài chính - Kế hoạch bố trí kinh phí."),
        plan(sections="I. NHIỆM VỤ\n- Công chức Văn hóa - Xã hội theo dõi các thôn."),
    ),
    good=(
        plan(sections="I. NHIỆM VỤ\n- Phòng Kinh tế, Phòng Văn hóa - Xã hội và Văn phòng phối hợp thực hiện."),
        plan(
            number=None,
            date="2023-01",
            subject="Chuyển đổi số xã Ba Sơn năm 2023",
            opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
            sections="I. NHIỆM VỤ\n- Công chức Văn hóa - Xã hội báo cáo Phòng Văn hóa và Thông tin huyện trước ngày 30/11/2023.",
            closing="Trên đây là Kế hoạch của xã./.",
        ),
    ),
)
