"""ND30-TR-08: letters that are not black, or marked."""

from collections.abc import Iterator

from kedraft.lint.layout_head import is_mark
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, grouped, how_many
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.view import Paragraph

_BLACK = ("auto", "000000")


def _check(layout: Layout) -> Iterator[Hit]:
    pairs = ((fault, one) for one in layout.view.paragraphs if not is_mark(one.text) for fault in _faults(one))
    for fault, paragraphs in grouped(pairs).items():
        yield layout.hit(paragraphs[0], f"{how_many(paragraphs)} {fault}; quy định chữ màu đen, không tô nền.")


def _faults(paragraph: Paragraph) -> Iterator[str]:
    for run in paragraph.runs:
        look = run.letters
        if not run.text.strip():
            continue
        if look.colour not in _BLACK:
            yield f"có chữ màu #{look.colour}"
        if look.highlight or look.shade:
            yield "còn chữ được tô nền"


RULE = Rule(
    id="ND30-TR-08",
    name="chữ không phải màu đen hoặc còn tô nền",
    severity=Severity.WARNING,
    citation=decree("PL1-I.4"),
    manual=Manual(
        what="Chữ trong văn bản màu đen, không tô nền.",
        why="Chữ màu, chữ tô nền thường là dấu vết của bản soạn thảo.",
        instead="Chọn đoạn được nêu, đặt Font Color là Automatic và bỏ Text Highlight Color.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(clause=say(colour="FF0000")), sheet(clause=say(highlight="yellow"))),
    good=(
        sheet(clause=say(colour="000000")),
        sheet(issuer_1=say(text="HỎA TỐC", colour="FF0000"), issuer_2=say(text="ỦY BAN NHÂN DÂN XÃ BA SƠN")),
    ),
)
