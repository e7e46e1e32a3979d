"""ND30-CC-04: a law cited with its number."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Part
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity

_LAW = re.compile(r"\b(?:Bộ luật|Luật|Pháp lệnh) [^;.,()]*?(?:số )?\d+/\d{4}/(?:QH|UBTVQH|PL-UBTVQH)\d+")


def _check(content: Content) -> Iterator[Hit]:
    for spot in content.spots:
        if spot.part is Part.BASIS:
            for found in _LAW.finditer(spot.unquoted):
                yield spot.hit(
                    f'Căn cứ ghi "{found.group()}"; theo Nghị định 30, Luật và Pháp lệnh không ghi số, ký hiệu và cơ quan '
                    "ban hành. Có thể bỏ số, giữ tên luật và ngày; nhiều cơ quan nay vẫn ghi số thì hãy thống nhất."
                )


RULE = Rule(
    id="ND30-CC-04",
    name="Luật, Pháp lệnh ghi cả số, ký hiệu",
    severity=Severity.INFO,
    citation=decree("PL1-II.6a"),
    manual=Manual(
        what="Khi làm căn cứ, Luật và Pháp lệnh ghi tên, không ghi số, ký hiệu và cơ quan ban hành.",
        why="Nghị định ngoại trừ như vậy. Từ năm 2025 nhiều văn bản ghi cả số; đây chỉ là lời khuyên.",
        instead="Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(bases=("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025.",)),
        plan(bases=("Căn cứ Luật An ninh mạng số 24/2018/QH14 ngày 12 tháng 6 năm 2018.",)),
    ),
    good=(
        plan(bases=("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.",)),
        plan(
            bases=(
                "Căn cứ Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội về việc sắp xếp đơn vị hành chính cấp tỉnh.",
            )
        ),
    ),
)
