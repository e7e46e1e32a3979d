"""VH-11: `Đảng` (the Communist Party of Viet Nam) and `Bác Hồ` written small."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.lint.spelling import everywhere
from kedraft.model.finding import Severity
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.quoting import around

_OTHER = r"(?! (?:ủy|uỷ|bộ|viên|đoàn|phái|phí|tịch|vụ|cấp|các cấp|cầm quyền|cộng sản (?!Việt)))"
_SMALL = lazily(
    rf"(?:chủ trương|đường lối|nghị quyết|chính sách|lãnh đạo|chỉ đạo|quan điểm|chỉ thị|văn kiện|mục tiêu|Nhân dân|tin) (?:của|với|vào|theo) "
    rf"(?P<one>đảng)\b{_OTHER}|\b(?P<two>đảng)(?=(?:,| và) [Nn]hà nước)|\b(?P<three>đảng)(?= ta\b)|\b[Tt]rung ương (?P<four>đảng)\b|\b(?P<five>bác)(?= Hồ\b)"
)


def _check(content: Content) -> Iterator[Hit]:
    for spot in everywhere(content):
        for found in _SMALL.finditer(spot.own) if "đảng" in spot.own or "bác Hồ" in spot.own else ():
            word = next(one for one in found.groups() if one)
            yield spot.hit(
                f'"{word}" trong "{around(spot.text, *found.span(), 15)}" viết thường; hãy sửa thành "{word.capitalize()}".'
            )


RULE = Rule(
    id="VH-11",
    name='"Đảng", "Bác" viết thường',
    severity=Severity.INFO,
    citation=decree("PL2-V.4"),
    manual=Manual(
        what='"Đảng" khi chỉ Đảng Cộng sản Việt Nam, "Bác", "Người" khi chỉ Chủ tịch Hồ Chí Minh viết hoa chữ đầu.',
        why="Nghị định coi đây là danh từ chung đã riêng hóa.",
        instead='Viết "chủ trương của Đảng", "Đảng và Nhà nước", "Bác Hồ"; "đảng viên", "đảng ủy", "đảng bộ" thì viết thường.',
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Tuyên truyền chủ trương của đảng về chuyển đổi số./."),
        plan(closing="Chấp hành chính sách của đảng và Nhà nước, học tập tấm gương bác Hồ./."),
    ),
    good=(
        plan(
            closing="Tuyên truyền chủ trương của Đảng, lãnh đạo của đảng ủy, của đảng bộ xã, cấp ủy đảng, đảng viên./."
        ),
        plan(closing="Học tập Bác Hồ; hướng dẫn các chú, các bác tại thôn dùng điện thoại thông minh./."),
    ),
)
