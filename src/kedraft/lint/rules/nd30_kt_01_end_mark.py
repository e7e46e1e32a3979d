"""ND30-KT-01: the content does not end with `./.`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Part
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.quoting import last_words


def _check(content: Content) -> Iterator[Hit]:
    body = [spot for spot in content.prose if not spot.annex and spot.part is not Part.TABLE]
    if not body:
        return
    end = body[-1].text.rstrip()
    if re.search(r"\s\./\.\Z", end):
        yield body[-1].hit(
            'Dấu "./." cuối nội dung đứng cách câu cuối; hãy bỏ dấu cách, ghi sát chữ cuối cùng.', Severity.INFO
        )
    elif not re.search(r"\./\.\Z", end.rstrip(' ”"')):
        yield body[-1].hit(
            f'Nội dung kết thúc bằng "{last_words(end, 40)}"; cuối nội dung phải có dấu "./.". '
            "Hãy thêm vào sát câu cuối, không có dấu cách."
        )


RULE = Rule(
    id="ND30-KT-01",
    name='nội dung không kết thúc bằng "./."',
    severity=Severity.WARNING,
    citation=decree("Phụ lục III, Mẫu 1.4"),
    manual=Manual(
        what='Nội dung văn bản kết thúc bằng dấu "./." ở cuối câu cuối cùng.',
        why="Dấu này cho biết nội dung đã hết, không thể viết thêm.",
        instead='Thêm "./." ngay sau chữ cuối cùng của nội dung.',
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Trên đây là Kế hoạch chuyển đổi số năm 2026."),
        plan(closing=()),
        plan(closing="Trên đây là Kế hoạch năm 2026./"),
    ),
    good=(plan(), plan(closing=(), sections="I. KINH PHÍ\nTừ ngân sách xã./.")),
)
