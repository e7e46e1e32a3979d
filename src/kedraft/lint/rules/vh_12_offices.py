"""VH-12: titles of a named office written small: `thủ tướng Chính phủ`, `chủ tịch UBND xã`, `Phó chủ tịch`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.prose import begins_sentence, says_any
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.lint.spelling import everywhere
from kedraft.model.finding import Severity

_OFFICES = (
    r"thủ tướng(?= Chính phủ)|bộ trưởng(?= Bộ [A-ZĐ])|tổng bí thư|chủ tịch(?= (?:Quốc hội|nước|UBND|HĐND|[ỦU]y ban|Uỷ ban|Hội đồng))"
    r"|giám đốc(?= Sở [A-ZĐ])|bí thư(?= (?:Tỉnh|Thành|Đảng) ủy)|chánh văn phòng(?= (?:UBND|HĐND|[ỦU]y ban|Hội đồng))|trưởng phòng(?= Phòng [A-ZĐ])"
)
_CUES = ("thủ tướng", "bộ trưởng", "bí thư", "chủ tịch", "giám đốc", "văn phòng", "trưởng phòng")
_TITLE = re.compile(rf"(?<![\w-])(?P<deputy>[Pp]hó )?(?P<office>(?i:{_OFFICES}))")
#: Offices with a second capital, in their own names.
_INNER = {"chánh văn phòng": "Chánh Văn phòng", "tổng bí thư": "Tổng Bí thư"}
#: Several holders, or none in particular: "các chủ tịch", "chức danh chủ tịch".
_GENERAL = re.compile(r"(?:các|những|chức danh|chức vụ|làm|bầu|vị trí) \Z", re.IGNORECASE)


def _check(content: Content) -> Iterator[Hit]:
    seen: set[str] = set()
    for spot in everywhere(content):
        for found in _TITLE.finditer(spot.own) if says_any(spot.own, _CUES) else ():
            shown, right = found.group(), _right(found)
            if shown == right or shown in seen or shown.isupper() or _GENERAL.search(spot.own, 0, found.start()):
                continue
            if not (begins_sentence(spot.text, found.start()) and shown == right.capitalize()):
                seen.add(shown)
                yield spot.hit(f'Chức vụ "{shown}" gắn với một cơ quan cụ thể nên viết hoa; hãy sửa thành "{right}".')


def _right(found: re.Match[str]) -> str:
    office = found["office"].lower()
    office = _INNER.get(office, office[0].upper() + office[1:])
    return f"Phó {office}" if found["deputy"] else office


RULE = Rule(
    id="VH-12",
    name="chức vụ của một cơ quan cụ thể viết thường",
    severity=Severity.INFO,
    citation=decree("PL2-V.3"),
    manual=Manual(
        what="Tên chức vụ đi liền với tên người hoặc cơ quan cụ thể viết hoa: Thủ tướng Chính phủ, Chủ tịch UBND xã, Phó Chủ tịch HĐND xã.",
        why="Chữ hoa cho biết đó là một chức danh cụ thể chịu trách nhiệm, không phải chức vụ nói chung.",
        instead='Viết hoa chữ đầu của "Phó" và của tên chức vụ. Chức vụ nói chung ("các chủ tịch hội") thì viết thường.',
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Các thôn thực hiện theo chỉ đạo của thủ tướng Chính phủ./."),
        plan(closing="Báo cáo Phó chủ tịch UBND xã phụ trách trước ngày 10/12/2026./."),
    ),
    good=(
        plan(
            closing="Thực hiện chỉ đạo của Thủ tướng Chính phủ, Phó Chủ tịch UBND xã, Chủ tịch nước, các phó chủ tịch hội./."
        ),
        plan(
            closing="Quy trình bầu chủ tịch UBND xã thực hiện theo luật; giám đốc doanh nghiệp, bí thư chi bộ tham gia./."
        ),
    ),
)
