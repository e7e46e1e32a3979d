"""KH-CA-02: a lower level that gives orders to a higher one."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Part
from kedraft.lint.issuer import (
    LEVEL_WORDS,
)
from kedraft.lint.prose import around
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.plan import Level

_ABOVE = {
    Level.COMMUNE: r"(?:Sở [A-ZĐ]|Công an tỉnh|Tỉnh ủy|Huyện ủy|(?:Văn phòng |Chủ tịch )?(?:UBND|[ỦU]y ban nhân dân|HĐND|Hội đồng nhân dân) "
    r"(?:tỉnh|huyện)|Phòng [^,.;:]{3,40} huyện|các [Ss]ở\b|Bộ [A-ZĐ])",
    Level.DISTRICT: r"(?:Sở [A-ZĐ]|Công an tỉnh|Tỉnh ủy|(?:Văn phòng |Chủ tịch )?(?:UBND|[ỦU]y ban nhân dân|HĐND|Hội đồng nhân dân) tỉnh|"
    r"các [Ss]ở\b|Bộ [A-ZĐ])",
    Level.PROVINCE: r"(?:Bộ (?!Chỉ huy)[A-ZĐ]|Chính phủ|Thủ tướng)",
}
_ORDERS = (
    r"\b(?P<verb>[Gg]iao|[Yy]êu cầu|[Cc]hỉ đạo|[Pp]hân công|[Đđ]ôn đốc) (?:cho )?(?:các )?(?P<whom>{0}[^,.;:]{{0,40}})"
)
_REPORTED = re.compile(
    r"(?:được|đã|theo|sự|có|các|những|tinh thần|ý kiến|văn bản|thực hiện|tiếp thu|đáp ứng|tỉnh|huyện|cấp trên|Chính phủ|ủy)\s*\Z",
    re.IGNORECASE,
)
_ASSIGNING = re.compile(r"tổ chức thực hiện|phân công|trách nhiệm", re.IGNORECASE)


def _check(content: Content) -> Iterator[Hit]:
    above = _ABOVE.get(content.level)
    if not above:
        return
    orders, named = re.compile(_ORDERS.format(above)), re.compile(above)
    for spot in content.body:
        for found in orders.finditer(spot.own):
            if not _REPORTED.search(spot.own[: found.start()]):
                yield spot.hit(
                    f'"{around(found.group(), 0, len(found.group()), 0)}" là giao việc cho cơ quan cấp trên; cấp dưới chỉ '
                    'đề nghị, báo cáo hoặc phối hợp. Hãy viết lại, ví dụ: "phối hợp với …".'
                )
        assigned = spot.part is Part.HEADING and _ASSIGNING.search(spot.section) and spot.text != spot.section
        if assigned and named.match(spot.text):
            yield spot.hit(
                f'Mục phân công nêu "{spot.text}", là cơ quan cấp trên; kế hoạch {LEVEL_WORDS[content.level]} không giao việc cho cấp trên. '
                "Hãy bỏ, hoặc thay bằng cơ quan của cấp mình."
            )


RULE = Rule(
    id="KH-CA-02",
    name="cấp dưới giao nhiệm vụ cho cơ quan cấp trên",
    severity=Severity.ERROR,
    manual=Manual(
        what="Kế hoạch của cấp dưới không giao, yêu cầu, chỉ đạo cơ quan cấp trên.",
        why="Cấp dưới không có thẩm quyền đó; câu này thường chép nguyên của cấp trên.",
        instead='Dùng "đề nghị", "phối hợp với", "theo hướng dẫn của", hoặc giao cho cơ quan của cấp mình.',
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(sections="I. NHIỆM VỤ\n- Giao Sở Khoa học và Công nghệ hướng dẫn các thôn."),
        plan(
            sections="I. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Bố trí kinh phí.",
            recipients=("UBND tỉnh (b/c)", "Sở Tài chính", "Các thôn", "Lưu: VT, VHXH"),
        ),
    ),
    good=(
        plan(
            sections="I. NHIỆM VỤ\n- Phối hợp với Sở Tài chính; thực hiện nhiệm vụ UBND tỉnh giao Sở Khoa học và Công nghệ chủ trì."
        ),
        plan(
            sections="I. NHIỆM VỤ\n- Thực hiện theo chỉ đạo Ủy ban nhân dân tỉnh; giao Phòng Văn hóa - Xã hội theo dõi."
        ),
    ),
)
