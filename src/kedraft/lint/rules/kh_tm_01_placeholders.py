"""KH-TM-01: places that somebody meant to fill in."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Part, Spot
from kedraft.lint.prose import MASK
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.quoting import around
from kedraft.vietnamese.remembering import remembered

_SLOT = re.compile(r"ngày[ .…_]*tháng[ .…_\d]*năm[ .…_]*\d*|số:?[ .…_]+/[A-ZĐ][\w-]*", re.IGNORECASE)
_HOLDER = pattern(
    r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\}\}|\{[^{}\n]{1,60}\}|(?<![\w.])\.{4,}|(?<![\w…])…{2,}|_{3,}|\?{3,}|\b(?:TODO|TBD|FIXME)\b|[Ll]orem ipsum"
    r"|(?<!kỷ )(?<!thứ )(?<!khóa )(?<!hội )(?<!Hội )\bX{2,}(?= (?:hộ|người|trẻ em|em|lớp|buổi|lượt|mô hình|thôn|bản|xã|triệu|tỷ|đồng|ha|km|ngày|tháng)\b)"
    r"|\bX{2,}(?=\s?(?:%|/))|(?<=/)X{2,}\b|\b(?:x{2,}|X{4,})\b"
    r"|<[^\W\d_][^<>]{0,40}>|\[\s*(?:\.{2,}|…|(?i:tên|điền|ghi|họ|số|ngày|nội dung|chèn|nhập|bổ sung|đơn vị)\b[^\]]{0,60})\s*\]"
    r"|\((?:điền\b|Điền(?=\s+(?![A-ZÀ-Ỹ])\w)|(?i:ghi rõ|nhập|bổ sung)\b)[^)]{0,60}\)"  # xã Điền Xá is a place
)
#: No holder without one of these.
_MAYBE = re.compile(r"[{}…_?<\[(]|\.{4}|X{2}|x{2}|TODO|TBD|FIXME|orem")


def _check(content: Content) -> Iterator[Hit]:
    severity = Severity.ERROR if content.final else Severity.WARNING
    for spot in (*content.spots, *content.recipients, *_signature(content)):
        for start, end in _holders(spot.text):
            yield spot.hit(
                f'Còn chỗ chưa điền: "{around(spot.text, start, end, 20)}"; hãy điền nội dung, hoặc bỏ chỗ này.',
                severity,
            )


@remembered(maxsize=1024)
def _holders(text: str) -> tuple[tuple[int, int], ...]:
    """Where places to be filled in stand in a text. Cached: drafts of one parent share texts."""
    if not _MAYBE.search(text):
        return ()
    masked = _SLOT.sub(lambda found: MASK * len(found.group()), text)
    return tuple(found.span() for found in _HOLDER.finditer(masked))


def _signature(content: Content) -> Iterator[Spot]:
    signatory = content.plan.signatory
    for name in ("position", "second_position", "name"):
        value = getattr(signatory, name)
        if isinstance(value, str):
            yield Spot(Part.TEXT, f"signatory.{name}", value)


RULE = Rule(
    id="KH-TM-01",
    name="chỗ trống, mã giữ chỗ chưa điền",
    severity=Severity.ERROR,
    manual=Manual(
        what="Văn bản không còn chỗ trống, mã giữ chỗ như {{ten_xa}}, [tên đơn vị], ......, XX%; dự thảo được trống số và ngày.",
        why="Chỗ chưa điền lọt vào bản phát hành là lỗi không sửa được nữa.",
        instead="Điền nội dung thật, hoặc bỏ câu.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Giao [tên đơn vị] theo dõi việc thực hiện./."),
        plan(closing="Phấn đấu XX% số hộ có tài khoản; kinh phí ....... đồng./."),
        plan(closing="Giao {đơn vị} theo dõi việc thực hiện./."),
        plan(closing="Giao {{don_vi}} theo dõi việc thực hiện./.", number=None, date="2026-02"),
        plan(name="<Họ và tên>"),
        plan(closing="Mỗi tổ (Điền tên tổ) báo cáo hằng tháng./."),
    ),
    good=(
        plan(closing="Mở lớp học tại trung tâm xã Điền Xá (Điền Xá) và tại các thôn./."),
        plan(
            closing="Từ đầu thế kỷ XX, Đại hội XXII; các hình thức (phóng sự, tiểu phẩm, video...); trẻ < 5 tuổi và người > 60 tuổi./."
        ),
        draft(
            closing="Nhiệm vụ cụ thể tại Phụ lục kèm theo./.",
            annexes=(
                (
                    None,
                    "PHÂN CÔNG",
                    "- Các thôn thực hiện.",
                    "(Kèm theo Kế hoạch số ……/KH-UBND ngày …… tháng …… năm 2026 của Ủy ban nhân dân xã Ba Sơn)",
                ),
            ),
        ),
    ),
)
