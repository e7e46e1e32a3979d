"""VH-18: holidays and days of commemoration with the wrong capitals: `ngày quốc khánh`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.lint.spelling import Spellings, everywhere
from kedraft.model.finding import Severity

_NAMES = Spellings(
    "Quốc khánh",
    "Quốc tế Lao động",
    "Quốc tế Phụ nữ",
    "Quốc tế Thiếu nhi",
    "Phụ nữ Việt Nam",
    "Nhà giáo Việt Nam",
    "Thầy thuốc Việt Nam",
    "Gia đình Việt Nam",
    "Báo chí cách mạng Việt Nam",
    "Thương binh - Liệt sĩ",
    "Tổng tuyển cử đầu tiên",
    "Chuyển đổi số quốc gia",
    "Đại đoàn kết toàn dân tộc",
)
_DAY = re.compile(r"\bngày (?:lễ |hội |kỷ niệm )?\Z", re.IGNORECASE)


def _check(content: Content) -> Iterator[Hit]:
    for spot in everywhere(content):
        for shown, at, right in _NAMES.wrong(spot.own):
            if _DAY.search(spot.own, 0, at):
                yield spot.hit(f'Tên ngày lễ, ngày kỷ niệm "{shown}" viết hoa chưa đúng; hãy sửa thành "{right}".')


RULE = Rule(
    id="VH-18",
    name="tên ngày lễ, ngày kỷ niệm viết hoa sai",
    severity=Severity.INFO,
    citation=decree("PL2-V.5"),
    manual=Manual(
        what="Tên ngày lễ, ngày kỷ niệm viết hoa chữ đầu của âm tiết tạo thành tên gọi: ngày Quốc khánh 2-9, ngày Quốc tế Lao động 1-5.",
        why="Đó là quy định của Nghị định; tên viết đúng thì dễ tìm khi tổng hợp.",
        instead="Viết ngày Phụ nữ Việt Nam, ngày Thương binh - Liệt sĩ, Ngày Chuyển đổi số quốc gia. Các ngày kỷ niệm khác kedraft không rà được.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Tuyên truyền nhân ngày quốc khánh 2-9./."),
        plan(closing="Tổ chức Ngày Chuyển đổi số Quốc gia 10/10 tại các thôn./."),
    ),
    good=(
        plan(
            closing="Tuyên truyền nhân ngày Quốc khánh 2-9, ngày Phụ nữ Việt Nam 20-10, Ngày Chuyển đổi số quốc gia./."
        ),
        plan(closing="Hội Phụ nữ phối hợp; phụ nữ Việt Nam tự tin, mỗi gia đình Việt Nam có một tài khoản số./."),
    ),
)
