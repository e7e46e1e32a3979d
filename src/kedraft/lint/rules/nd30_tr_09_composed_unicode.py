"""ND30-TR-09: letters apart from their marks, or in an encoding older than Unicode."""

from collections.abc import Iterator

from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, grouped, how_many
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.legacy import is_legacy_font
from kedraft.ooxml.view import Paragraph


def _check(layout: Layout) -> Iterator[Hit]:
    apart = [one for one in layout.view.paragraphs if one.decomposed]
    if apart:
        message = (
            f"{how_many(apart)} có chữ Unicode tổ hợp (dấu rời khỏi chữ); quy định Unicode dựng sẵn (TCVN 6909:2001)."
        )
        yield layout.hit(apart[0], message)
    for font, paragraphs in grouped(_legacy(layout.view.paragraphs)).items():
        message = f"{how_many(paragraphs)} dùng phông cũ {font} (không phải Unicode); quy định {layout.edition.page.font}, Unicode."
        yield layout.hit(paragraphs[0], message)


def _legacy(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[str, Paragraph]]:
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if run.text.strip() and is_legacy_font(run.letters.font):
                yield run.letters.font, paragraph


RULE = Rule(
    id="ND30-TR-09",
    name="chữ không phải Unicode dựng sẵn",
    severity=Severity.ERROR,
    citation=decree("PL1-I.4"),
    manual=Manual(
        what="Văn bản dùng Unicode dựng sẵn theo TCVN 6909:2001, không dùng phông TCVN3 (.Vn…) hay VNI.",
        why="Chữ tổ hợp và phông cũ làm tìm kiếm sót, hiển thị sai trên máy khác.",
        instead="Dùng bộ gõ hoặc công cụ chuyển mã để đổi sang Unicode dựng sẵn, rồi chọn phông Times New Roman.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(clause=say(decomposed=True)), sheet(clause=say(ascii=".VnTime", font=".VnTime"))),
    good=(sheet(), sheet(annex=True)),
)
