"""KH-CA-02: a lower level that gives orders to a higher one."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Part, Spot
from kedraft.lint.issuer import (
    LEVEL_WORDS,
)
from kedraft.lint.prose import sentences
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, plan
from kedraft.model.finding import Severity
from kedraft.model.origin import Adapted, Inherited
from kedraft.model.place import Location
from kedraft.model.plan import Item, Level
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.quoting import around
from kedraft.vietnamese.remembering import remembered

_ABOVE = {
    Level.COMMUNE: r"(?:Sở [A-ZĐ]|Công an tỉnh|Tỉnh ủy|Huyện ủy|(?:Văn phòng |Chủ tịch )?(?:UBND|[ỦU]y ban nhân dân|HĐND|Hội đồng nhân dân) "
    r"(?:tỉnh|huyện)|Phòng [^,.;:]{3,40} huyện|các [Ss]ở\b|Bộ [A-ZĐ])",
    Level.DISTRICT: r"(?:Sở [A-ZĐ]|Công an tỉnh|Tỉnh ủy|(?:Văn phòng |Chủ tịch )?(?:UBND|[ỦU]y ban nhân dân|HĐND|Hội đồng nhân dân) tỉnh|"
    r"các [Ss]ở\b|Bộ [A-ZĐ])",
    Level.PROVINCE: r"(?:Bộ (?!Chỉ huy)[A-ZĐ]|Chính phủ|Thủ tướng)",
}
#: Other offices above, which a plan may tell of; they may only not be given orders.
_ALSO_ABOVE = {
    Level.COMMUNE: r"(?:Đài|Báo|Bộ Chỉ huy|Ban|Trung tâm|Chi cục|Bệnh viện|Kho bạc|Bảo hiểm xã hội|Cục|cơ quan, đơn vị|cơ quan|đơn vị)\b[^,.;:]{0,45}?\btỉnh\b",
    Level.DISTRICT: r"(?:Đài|Báo|Bộ Chỉ huy|Ban|Trung tâm|Chi cục|Bệnh viện|Cục|cơ quan, đơn vị|cơ quan|đơn vị)\b[^,.;:]{0,45}?\btỉnh\b",
}
_DOES = (
    r"^(?P<body>{0}[^,.;:]{{0,50}}?) (?:chủ trì|phối hợp|hướng dẫn|tham mưu|triển khai|tổ chức|xây dựng|rà soát|bố trí|thẩm định|"
    r"theo dõi|đôn đốc|tổng hợp|tuyên truyền|kiểm tra|chỉ đạo|có trách nhiệm|chịu trách nhiệm|căn cứ)\b"
)
_LEADS = lazily(r"chủ trì|đầu mối|cơ quan thực hiện|đơn vị thực hiện", re.IGNORECASE)
_ORDERS = (
    r"\b(?P<verb>[Gg]iao|[Yy]êu cầu|[Cc]hỉ đạo|[Pp]hân công|[Đđ]ôn đốc) (?:cho )?(?:các )?(?P<whom>{0}[^,.;:]{{0,40}})"
)
_REPORTED = lazily(
    r"(?:được|đã|theo|sự|có|các|những|tinh thần|ý kiến|văn bản|thực hiện|tiếp thu|đáp ứng|tỉnh|huyện|cấp trên|Chính phủ|ủy)\s*\Z",
    re.IGNORECASE,
)
_ASSIGNING = lazily(r"tổ chức thực hiện|phân công|trách nhiệm", re.IGNORECASE)


def _check(content: Content) -> Iterator[Hit]:
    above = _ABOVE.get(content.level)
    if not above:
        return
    for spot in content.body:
        yield from _orders(spot, f"(?:{above}|{also})" if (also := _ALSO_ABOVE.get(content.level)) else above)
        yield from _assigned(spot, above, content.level)
        yield from _acting(spot, above)
    for item in content.plan.walk():
        yield from _leading(item, re.compile(above))


def _orders(spot: Spot, above: str) -> Iterator[Hit]:
    for words in _ordered(spot.own, above):
        yield spot.hit(
            f'"{around(words, 0, len(words), 0)}" là giao việc cho cơ quan cấp trên; cấp dưới chỉ '
            'đề nghị, báo cáo hoặc phối hợp. Hãy viết lại, ví dụ: "phối hợp với …".'
        )


@remembered(maxsize=1024)
def _ordered(text: str, above: str) -> tuple[str, ...]:
    found = re.compile(_ORDERS.format(above)).finditer(text)
    return tuple(one.group() for one in found if not _REPORTED.search(text[: one.start()]))


def _assigned(spot: Spot, above: str, level: Level) -> Iterator[Hit]:
    assigned = spot.part is Part.HEADING and _ASSIGNING.search(spot.section) and spot.text != spot.section
    if assigned and re.match(above, spot.text):
        yield spot.hit(
            f'Mục phân công nêu "{spot.text}", là cơ quan cấp trên; kế hoạch {LEVEL_WORDS[level]} không giao việc cho cấp trên. '
            "Hãy bỏ, hoặc thay bằng cơ quan của cấp mình."
        )


def _acting(spot: Spot, above: str) -> Iterator[Hit]:
    """`Sở Giáo dục và Đào tạo hướng dẫn các trường học`: the parent's assignment, kept as a sentence."""
    if spot.part is not Part.TEXT:
        return
    for words in _done(spot.own, above):
        yield spot.hit(
            f'"{around(words, 0, len(words), 0)} …" là phân công cho cơ quan cấp trên; hãy bỏ, hoặc viết lại thành '
            "nhiệm vụ của cơ quan cấp mình.",
            None if isinstance(spot.origin, Inherited | Adapted) else Severity.WARNING,
        )


@remembered(maxsize=1024)
def _done(text: str, above: str) -> tuple[str, ...]:
    pattern = re.compile(_DOES.format(above))
    found = (pattern.match(sentence.text) for sentence in sentences(text))
    return tuple(one.group() for one in found if one)


def _leading(item: Item, above: re.Pattern[str]) -> Iterator[Hit]:
    """Rows of a table whose leading body is one above."""
    grid = item.table.grid() if item.table else ()
    header = item.table.header if item.table else 0
    columns = (
        [at for at, title in enumerate(grid[header - 1]) if _LEADS.search(title)] if 0 < header <= len(grid) else []
    )
    for row in grid[header:] if columns else ():
        if above.match(row[columns[0]].strip(" -")):
            yield Hit(
                Location(field=item.id),
                f'Cột "{grid[header - 1][columns[0]]}" giao việc cho "{row[columns[0]]}", là cơ quan cấp trên; hãy thay bằng cơ quan '
                "của cấp mình, hoặc bỏ dòng này.",
                None if isinstance(item.origin, Inherited | Adapted) else Severity.WARNING,
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
        draft(
            sections="I. NHIỆM VỤ\n1. Nội dung\n- Sở Giáo dục và Đào tạo hướng dẫn các trường học.",
            inherited=("I.1.1",),
        ),
        plan(sections="I. NHIỆM VỤ\n| Nhiệm vụ | Chủ trì || Tập huấn kỹ năng số | Sở Tài chính |"),
    ),
    good=(
        plan(
            sections="I. NHIỆM VỤ\n- Phối hợp với Sở Tài chính; thực hiện nhiệm vụ UBND tỉnh giao Sở Khoa học và Công nghệ chủ trì."
        ),
        plan(
            sections="I. NHIỆM VỤ\n- Đề nghị Sở Y tế hướng dẫn; thực hiện theo chỉ đạo Ủy ban nhân dân tỉnh; giao Phòng Văn hóa - Xã hội theo dõi."
        ),
    ),
)
