"""ND30-KT-02: `./.` before the end of the content, or more than once."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.quoting import first_words


def _check(content: Content) -> Iterator[Hit]:
    body = [spot for spot in content.prose if not spot.annex]
    for spot in body[:-1]:
        if "./." in spot.text:
            yield spot.hit(
                f'Dấu "./." đứng giữa nội dung, sau "{first_words(spot.text, 40)}"; dấu này chỉ đặt một lần ở cuối. Hãy thay bằng dấu chấm.'
            )
    if body and body[-1].text.count("./.") > 1:
        yield body[-1].hit('Dấu "./." xuất hiện nhiều lần trong đoạn cuối; hãy chỉ giữ dấu cuối cùng.')


RULE = Rule(
    id="ND30-KT-02",
    name='dấu "./." đứng giữa nội dung',
    severity=Severity.WARNING,
    citation=decree("Phụ lục III, Mẫu 1.4"),
    manual=Manual(
        what='Dấu "./." chỉ xuất hiện một lần, ở cuối nội dung; mỗi phụ lục cũng kết thúc bằng dấu này.',
        why="Dấu kết thúc đứng giữa làm người đọc tưởng phần sau không thuộc văn bản; thường do ghép hai văn bản.",
        instead='Thay "./." ở giữa bằng dấu chấm.',
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(sections="I. KINH PHÍ\nTừ ngân sách xã./.\nII. TỔ CHỨC THỰC HIỆN\nCác thôn phối hợp thực hiện."),
        plan(closing=("Các thôn phối hợp thực hiện./.", "Trên đây là Kế hoạch chuyển đổi số năm 2026./.")),
    ),
    good=(
        plan(),
        plan(
            closing="Nhiệm vụ cụ thể tại Phụ lục kèm theo./.",
            annexes=((None, "PHÂN CÔNG NHIỆM VỤ", "- Các thôn tổ chức thực hiện./."),),
        ),
    ),
)
