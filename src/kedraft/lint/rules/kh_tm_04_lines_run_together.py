"""KH-TM-04: several labels inside one paragraph: lines of the draft file that ran together."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Part, Spot
from kedraft.lint.labels import value_of
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.origin import Authored, FromClause, Replaced
from kedraft.model.plan import Marker
from kedraft.vietnamese.labels import roman
from kedraft.vietnamese.quoting import around

_CITED = (
    r"(?<!khoản )(?<!Khoản )(?<!mục )(?<!Mục )(?<!điều )(?<!Điều )(?<!điểm )(?<!số )(?<!tháng )(?<!quý )(?<!Quý )(?<!năm )"
    r"(?<!ngày )(?<!Chương )(?<!cấp )(?<!lớp )(?<!loại )(?<!đợt )(?<!vòng )(?<!đoạn )(?<!độ )(?<!lục )(?<!Phần )(?<!khóa )(?<!kỳ )"
)
_LABEL = re.compile(rf"(?:(?<=\s){_CITED}|^)(?P<label>\d{{1,2}}|[IVX]{{1,4}})\.\s+(?=[A-ZĐÀ-Ỹ“])")

#: No label without one of these.
_NUMBERED = re.compile(r"[\dIVX]\.\s")


def _check(content: Content) -> Iterator[Hit]:
    labels = {item.id: value_of(item) for item in content.plan.walk() if item.marker in (Marker.ARABIC, Marker.ROMAN)}
    for spot in content.body:
        if spot.part is Part.TEXT or spot.part is Part.HEADING:
            second = _second(spot, labels.get(spot.field))
            if second:
                yield spot.hit(
                    f'Trong một đoạn có nhiều số thứ tự: "{around(spot.text, *second.span(), 30)}"; các dòng đã nối vào nhau. '
                    + _remedy(spot)
                )


def _second(spot: Spot, own: int | None) -> re.Match[str] | None:
    """The label that counts on from the paragraph's own, or from one that stands before it."""
    if not _NUMBERED.search(spot.unquoted):
        return None
    last = own
    for found in _LABEL.finditer(spot.unquoted):
        value = int(found["label"]) if found["label"].isdecimal() else _roman(found["label"])
        if found.start() > 0 and last is not None and value == last + 1:
            return found
        last = value
    return None


def _roman(text: str) -> int:
    return next((number for number in range(1, 20) if roman(number) == text), 0)


def _remedy(spot: Spot) -> str:
    if isinstance(spot.origin, Authored | Replaced | FromClause):
        return "Trong phiếu, hãy ghi text: | (có dấu gạch đứng) rồi mới xuống dòng, để giữ nguyên các dòng."
    return "Hãy tách mỗi số thứ tự thành một đoạn riêng."


RULE = Rule(
    id="KH-TM-04",
    name="nhiều số thứ tự trong một đoạn",
    severity=Severity.WARNING,
    manual=Manual(
        what='Mỗi khoản, mục có số thứ tự đứng ở đầu một đoạn riêng, không nối thành "1. … 2. …" trong một đoạn.',
        why='Trong phiếu kế thừa, thiếu dấu "|" sau text: thì các dòng bị nối thành một đoạn.',
        instead='Ghi "text: |" rồi xuống dòng, mỗi mục một dòng; trong tệp Word thì ngắt đoạn trước mỗi số thứ tự.',
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(
            sections="I. NHIỆM VỤ\n1. Phòng Văn hóa - Xã hội - Chủ trì tham mưu, theo dõi. 2. Các thôn - Tuyên truyền đến hộ dân."
        ),
        plan(
            sections="I. NHIỆM VỤ\nPhân công: 1. Công an xã theo dõi an ninh mạng. 2. Các thôn tuyên truyền đến hộ dân."
        ),
    ),
    good=(
        plan(sections="I. NHIỆM VỤ\n1. Thực hiện khoản 2. Các thôn phối hợp trong năm 2026. Các hộ dân tham gia."),
        plan(sections="I. NHIỆM VỤ\n1. Các bước: (1) rà soát; (2) tập huấn; (3) đánh giá."),
    ),
)
