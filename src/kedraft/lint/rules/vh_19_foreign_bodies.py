"""VH-19: international organisations with the wrong capitals: `Liên Hợp Quốc`, `Unesco`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.lint.spelling import Spellings, everywhere
from kedraft.model.finding import Severity

_NAMES = Spellings(
    "Liên hợp quốc",
    "Tổ chức Y tế thế giới",
    "UNESCO",
    "UNICEF",
    "ASEAN",
    "APEC",
    "UNDP",
    "WTO",
)

#: What stands beside a name inside an address: www.unicef.org.
_IN_ADDRESS = re.compile(r"[@/_-]|\.\w|\A\.")


def _check(content: Content) -> Iterator[Hit]:
    for spot in everywhere(content):
        for shown, start, right in _NAMES.wrong(spot.own):
            beside = spot.own[max(start - 1, 0) : start] + spot.own[start + len(shown) :][:2]
            if right.isupper() and shown.islower() and _IN_ADDRESS.search(beside):
                continue
            yield spot.hit(f'"{shown}" viết hoa chưa đúng; hãy sửa thành "{right}".')


RULE = Rule(
    id="VH-19",
    name="tên tổ chức nước ngoài, quốc tế viết hoa sai",
    severity=Severity.INFO,
    citation=decree("PL2-IV.2"),
    manual=Manual(
        what="Tên tổ chức nước ngoài đã dịch nghĩa viết như tên cơ quan Việt Nam; tên viết tắt viết in hoa như nguyên ngữ.",
        why="Nghị định nêu ví dụ: Liên hợp quốc (UN), Tổ chức Y tế thế giới (WHO), UNESCO, ASEAN.",
        instead='Viết "Liên hợp quốc", "UNESCO", "UNICEF", "ASEAN".',
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Thực hiện các mục tiêu phát triển bền vững của Liên Hợp Quốc./."),
        plan(closing="Phối hợp với tổ chức Unicef hỗ trợ trẻ em các thôn./."),
    ),
    good=(
        plan(closing="Thực hiện các mục tiêu phát triển bền vững của Liên hợp quốc, UNESCO, UNICEF, ASEAN./."),
        plan(closing="Liên hệ với các hợp tác xã; xem tài liệu tại trang www.unicef.org./."),
    ),
)
