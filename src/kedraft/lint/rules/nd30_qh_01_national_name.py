"""ND30-QH-01: the Quốc hiệu is missing or misspelt."""

from collections.abc import Iterator

from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.vietnamese.text import new_tone, squeeze


def _check(layout: Layout) -> Iterator[Hit]:
    wanted, lines = layout.edition.literals.national_name, layout.parts.national
    if not lines:
        if layout.view.paragraphs and not layout.parts.annex_only:
            message = f'Không tìm thấy Quốc hiệu ở đầu văn bản; quy định ghi "{wanted.text}".'
            yield layout.hit(layout.view.paragraphs[0], message)
        return
    shown = squeeze(" ".join(line.text for line in lines))
    if new_tone(shown) not in {new_tone(one) for one in (wanted.text, *wanted.accepted)}:
        yield layout.hit(lines[0].paragraph, f'Quốc hiệu ghi là "{shown}"; quy định ghi "{wanted.text}".')


RULE = Rule(
    id="ND30-QH-01",
    name="thiếu hoặc sai Quốc hiệu",
    severity=Severity.ERROR,
    citation=decree("PL1-II.1a"),
    manual=Manual(
        what="Quốc hiệu ghi CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, in hoa.",
        why="Quốc hiệu là thành phần bắt buộc của văn bản hành chính.",
        instead="Ghi lại Quốc hiệu đúng từng chữ, in hoa, ở phía trên bên phải trang đầu.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(national=None), sheet(national=say(text="CỘNG HÒA XÃ HÔI CHỦ NGHĨA VIỆT NAM"))),
    good=(sheet(national=say(text="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")), sheet()),
)
