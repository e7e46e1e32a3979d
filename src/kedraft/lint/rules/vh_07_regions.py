"""VH-07: regions named by directions, written small: `vùng tây bắc`, `Tây nguyên`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.prose import says_any
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.lint.spelling import everywhere
from kedraft.model.finding import Severity
from kedraft.vietnamese.letters import lazily

_REGIONS = (
    "Tây Bắc",
    "Đông Bắc",
    "Tây Nguyên",
    "Đông Nam Bộ",
    "Tây Nam Bộ",
    "Bắc Trung Bộ",
    "Nam Trung Bộ",
    "Bắc Bộ",
    "Trung Bộ",
    "Nam Bộ",
)
_RIGHT = {name.casefold(): name for name in _REGIONS}
_NAMED = lazily(
    rf"\b(?:vùng|khu vực|miền|duyên hải|các tỉnh|đồng bằng|miền núi(?: và trung du)?|trung du(?: và miền núi)?)\s+(?:phía\s+)?"
    rf"(?P<region>{'|'.join(sorted(_REGIONS, key=len, reverse=True))})\b(?! (?:đội|máy|phận)\b)(?P<after>\s+(?:của|xã|phường|huyện|tỉnh|thành phố|thị xã|địa bàn)\b)?",
    re.IGNORECASE,
)
_CUES = ("tây bắc", "đông bắc", "tây nguyên", "nam bộ", "trung bộ", "bắc bộ")
_PLATEAU = lazily(r"\b(?P<region>[Tt]ây nguyên)\b")


def _check(content: Content) -> Iterator[Hit]:
    for spot in everywhere(content):
        for found in _regions(spot.own) if says_any(spot.own, _CUES) else ():
            shown = found["region"]
            right = _RIGHT[shown.casefold()]
            if shown in (right, right.upper()) or found.groupdict().get("after"):
                continue
            yield spot.hit(f'"{shown}" là tên một vùng nên viết hoa tất cả các âm tiết; hãy sửa thành "{right}".')


def _regions(text: str) -> Iterator[re.Match[str]]:
    yield from _NAMED.finditer(text)
    yield from _PLATEAU.finditer(text)


RULE = Rule(
    id="VH-07",
    name="tên vùng, miền viết hoa sai",
    severity=Severity.INFO,
    citation=decree("PL2-III.1đ"),
    manual=Manual(
        what="Tên vùng, miền tạo bằng từ chỉ phương hướng viết hoa tất cả các âm tiết: Tây Bắc, Đông Bắc, Bắc Bộ, Tây Nguyên.",
        why="Viết thường thì chỉ còn là phương hướng (gió đông bắc, phía tây bắc của xã), không phải tên vùng.",
        instead="Viết hoa từng âm tiết của tên vùng.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Các thôn học tập mô hình của vùng tây bắc./."),
        plan(closing="Các thôn học tập mô hình của các tỉnh Tây nguyên./."),
        plan(closing="Các thôn học tập mô hình của vùng Đông Nam bộ./."),
    ),
    good=(
        plan(closing="Phòng, chống rét khi có gió mùa đông bắc ở khu vực đông bắc của xã, phía tây bắc các thôn./."),
        plan(closing="Tập trung bộ máy, nam bộ đội và Nhân dân vùng Đông Bắc, Tây Nguyên, Trung Bộ thực hiện./."),
    ),
)
