"""VH-09: the central bodies of the Party with the wrong capitals: `Bộ chính trị`, `Ban chấp hành Trung ương`."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.prose import small
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.lint.spelling import Spellings, everywhere
from kedraft.model.finding import Severity

_NAMES = Spellings(
    "Đảng Cộng sản Việt Nam",
    "Ban Chấp hành Trung ương",
    "Ban Chấp hành Trung ương Đảng",
    "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam",
    "Văn phòng Trung ương Đảng",
    "Ban Bí thư Trung ương",
    "Ban Bí thư Trung ương Đảng",
    "Bộ Chính trị",
)


def _check(content: Content) -> Iterator[Hit]:
    for spot in everywhere(content):
        for shown, at, right in _NAMES.wrong(spot.unquoted):
            if not small(spot.unquoted).endswith("cán ", 0, at):  # "cán bộ chính trị"
                yield spot.hit(f'"{shown}" viết hoa chưa đúng; hãy sửa thành "{right}".')


RULE = Rule(
    id="VH-09",
    name="tên cơ quan trung ương của Đảng viết hoa sai",
    severity=Severity.INFO,
    citation=decree("PL2-IV.1b"),
    manual=Manual(
        what="Viết hoa đặc biệt: Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam, Văn phòng Trung ương Đảng, Bộ Chính trị, Ban Bí thư Trung ương Đảng.",
        why="Nghị định nêu riêng các tên này vì không theo cách viết tên cơ quan thông thường.",
        instead="Viết như trên, kể cả trong phần căn cứ.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(
            bases="Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ chính trị về đột phá phát triển khoa học, công nghệ."
        ),
        plan(closing="Các thôn học tập nghị quyết của Ban chấp hành Trung ương Đảng./."),
    ),
    good=(
        plan(
            bases="Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ."
        ),
        plan(
            closing="Thực hiện chủ trương của Ban Chấp hành Trung ương Đảng; Ban Chấp hành Đoàn xã phối hợp, cán bộ chính trị tham gia./."
        ),
    ),
)
