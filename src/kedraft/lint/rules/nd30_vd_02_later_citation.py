"""ND30-VD-02: a document cited in full again."""

from collections.abc import Iterator

from kedraft.lint.content import Content, Part
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity


def _check(content: Content) -> Iterator[Hit]:
    seen: set[str] = set()
    for spot, cited in content.citations:
        number = cited.number.casefold()
        if number in seen and cited.full and spot.part not in (Part.BASIS, Part.OPENING) and not spot.annex:
            yield spot.hit(
                f'"{cited.type} số {cited.number}" đã viện dẫn đầy đủ ở trên; từ lần thứ hai chỉ cần ghi tên loại và số, ký hiệu. '
                "Có thể rút gọn."
            )
        if cited.full:
            seen.add(number)


RULE = Rule(
    id="ND30-VD-02",
    name="lần viện dẫn sau vẫn ghi đầy đủ",
    severity=Severity.INFO,
    citation=decree("PL1-II.6b"),
    manual=Manual(
        what="Từ lần viện dẫn thứ hai chỉ ghi tên loại và số, ký hiệu.",
        why="Câu văn ngắn hơn, và không có chỗ thứ hai để ghi sai ngày.",
        instead="Ghi: Kế hoạch số 13/KH-UBND.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            sections="I. MỤC ĐÍCH\n- Triển khai Kế hoạch số 13/KH-UBND ngày 13/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn."
        ),
        plan(closing="Căn cứ Kế hoạch số 13/KH-UBND ngày 13/01/2026 của Ủy ban nhân dân tỉnh, các thôn thực hiện./."),
    ),
    good=(
        plan(sections="I. MỤC ĐÍCH\n- Triển khai Kế hoạch số 13/KH-UBND trên địa bàn xã."),
        plan(),
    ),
)
