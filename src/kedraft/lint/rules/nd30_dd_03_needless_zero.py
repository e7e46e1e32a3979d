"""ND30-DD-03: `tháng 03`, where the decree's examples write `tháng 3`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Part
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.text import squeeze

_MONTH = re.compile(r"ngày \d{1,2} tháng 0(?P<month>[3-9]) năm \d{4}")
_TYPED = re.compile(r"tháng[ .…_]*0(?P<month>[3-9])(?!\d)", re.IGNORECASE)


def _check(content: Content) -> Iterator[Hit]:
    for spot in content.spots:
        if spot.part in (Part.NOTE, Part.BASIS, Part.OPENING):
            for found in _MONTH.finditer(spot.unquoted):
                yield spot.hit(
                    f'Ngày ghi là "{found.group()}"; từ tháng 3 đến tháng 9 không thêm số 0. Hãy ghi tháng {found["month"]}.',
                    None if spot.part is Part.NOTE else Severity.INFO,
                )


def _typed(layout: Layout) -> Iterator[Hit]:
    line = layout.parts.dated
    found = _TYPED.search(line.text) if line else None
    if line and found:
        message = f'Dòng này ghi là "{squeeze(line.text)}"; từ tháng 3 đến tháng 9 không thêm số 0. Hãy ghi tháng {found["month"]}.'
        yield layout.hit(line.paragraph, message)


RULE = Rule(
    id="ND30-DD-03",
    name="tháng 3 đến tháng 9 có số 0 phía trước",
    severity=Severity.WARNING,
    citation=decree("PL1-V"),
    manual=Manual(
        what="Số 0 chỉ thêm trước tháng 1 và tháng 2; từ tháng 3 đến tháng 9 ghi một chữ số.",
        why="Ví dụ của Nghị định ghi như vậy: ngày 29 tháng 6 năm 2019.",
        instead="Ghi tháng 3, tháng 4, …, tháng 9.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            bases=(
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 06 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình "
                "Chuyển đổi số quốc gia.",
            )
        ),
        plan(
            annexes=(
                (
                    None,
                    "PHÂN CÔNG NHIỆM VỤ",
                    "- Các thôn tổ chức thực hiện.",
                    "(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 03 năm 2026 của Ủy ban nhân dân xã Ba Sơn)",
                ),
            ),
            closing="Nhiệm vụ cụ thể tại Phụ lục kèm theo./.",
            date="2026-03-05",
        ),
    ),
    good=(
        plan(
            bases=(
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình "
                "Chuyển đổi số quốc gia.",
            )
        ),
        plan(closing="Hoàn thành trong tháng 03 năm 2026./."),
    ),
)
PAGE = RULE.on(
    subject=Layout,
    check=_typed,
    bad=(
        sheet(dated=say(text="Ba Sơn, ngày 15 tháng 03 năm 2026")),
        sheet(dated=say(text="Ba Sơn, ngày      tháng 09 năm 2026")),
    ),
    good=(sheet(dated=say(text="Ba Sơn, ngày 15 tháng 3 năm 2026")), sheet()),
)
