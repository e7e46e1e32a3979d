"""VH-14: the type of a specific document written small: `kế hoạch số 13/KH-UBND`, `kế hoạch này`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity

_TYPES = "kế hoạch|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|công văn|tờ trình|chương trình|đề án|báo cáo|hướng dẫn|thông báo"
_SMALL = re.compile(
    rf"\b(?P<type>{_TYPES}) (?P<which>số\s?\d+[\w-]*/\S+)|\b(?P<own>kế hoạch|quyết định|nghị quyết) này\b"
)


def _check(content: Content) -> Iterator[Hit]:
    for spot in content.prose:
        for found in _SMALL.finditer(spot.unquoted):
            right = found.group()[0].upper() + found.group()[1:]
            yield spot.hit(
                f'"{found.group()}" chỉ một văn bản cụ thể nên tên loại phải viết hoa; hãy sửa thành "{right}".'
            )


RULE = Rule(
    id="VH-14",
    name="tên loại của một văn bản cụ thể viết thường",
    severity=Severity.WARNING,
    citation=decree("PL2-V.6"),
    manual=Manual(
        what="Khi nói tới một văn bản cụ thể thì viết hoa chữ đầu của tên loại: Kế hoạch số 13/KH-UBND, Kế hoạch này.",
        why="Chữ hoa phân biệt một văn bản nhất định với tên loại nói chung (xây dựng kế hoạch hằng năm).",
        instead="Viết hoa chữ đầu của tên loại.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Các thôn thực hiện theo kế hoạch số 13/KH-UBND./."),
        plan(closing="Các thôn lồng ghép nhiệm vụ của kế hoạch này vào công việc hằng ngày./."),
    ),
    good=(
        plan(closing="Các thôn xây dựng kế hoạch hằng năm, thực hiện Kế hoạch này và Kế hoạch số 13/KH-UBND./."),
        plan(closing="Hằng năm rà soát chương trình, đề án, báo cáo số liệu trước ngày 10/12/2026./."),
    ),
)
