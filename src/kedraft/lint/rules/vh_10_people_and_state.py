"""VH-10: `Nhân dân`, `Nhà nước` written small where they mean the people and the State."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.quoting import around

_BEFORE = (
    "ủy ban|uỷ ban|hội đồng|tòa án|toà án|viện kiểm sát|kiểm sát|công an|quân đội|an ninh|cảnh sát|toàn|hội thẩm|thanh tra|vũ trang|"
    "tín dụng|nhà giáo|nghệ sĩ|chiến tranh|báo|thầy thuốc|đại biểu|anh hùng|dân chủ|đoàn thể|ngoại giao|đối ngoại"
)
_PEOPLE = re.compile(r"\bnhân dân\b(?! (?i:các nước|thế giới|tiến bộ|tệ))")
_IN_A_NAME = re.compile(rf"\b(?:{_BEFORE}) \Z", re.IGNORECASE)
#: No word before it is longer.
_LONGEST = max(map(len, _BEFORE.split("|"))) + 1
_STATE = re.compile(r"(?:Đảng,|Đảng và|của) nhà nước\b(?! (?:cấp|ở|tại|các))|\bnhà nước (?:ta|Việt Nam)\b")


def _check(content: Content) -> Iterator[Hit]:
    for spot in content.prose:
        for found in _PEOPLE.finditer(spot.own):
            if not _IN_A_NAME.search(spot.own, max(0, found.start() - _LONGEST), found.start()):
                yield spot.hit(
                    f'"nhân dân" trong "{around(spot.text, *found.span(), 20)}" viết thường; khi nói về Nhân dân phải viết hoa chữ N. '
                    'Hãy sửa thành "Nhân dân".'
                )
        for found in _STATE.finditer(spot.own) if "nhà nước" in spot.own else ():
            yield spot.hit(
                f'"{found.group()}" viết thường; khi nói về Nhà nước phải viết hoa chữ N. Hãy sửa thành "Nhà nước".'
            )


RULE = Rule(
    id="VH-10",
    name='"Nhân dân", "Nhà nước" viết thường',
    severity=Severity.WARNING,
    citation=decree("PL2-V.1"),
    manual=Manual(
        what='"Nhân dân" và "Nhà nước" viết hoa chữ N, trừ khi nằm trong tên gọi như Ủy ban nhân dân, Tòa án nhân dân, toàn dân.',
        why="Nghị định coi đây là danh từ đặc biệt đã riêng hóa.",
        instead="Phục vụ Nhân dân; chính sách của Nhà nước.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Tuyên truyền tới các tầng lớp nhân dân./."),
        plan(closing="Chấp hành chủ trương của Đảng, nhà nước về chuyển đổi số./."),
    ),
    good=(
        plan(
            closing="Tuyên truyền tới Nhân dân; phối hợp với Công an nhân dân, Ban Thanh tra nhân dân, quỹ tín dụng nhân dân./."
        ),
        plan(
            closing="Tăng cường quản lý nhà nước, đúng phân cấp ngân sách nhà nước; nghĩa vụ của nhà nước cấp dưới./."
        ),
    ),
)
