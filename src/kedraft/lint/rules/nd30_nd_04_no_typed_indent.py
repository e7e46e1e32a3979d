"""ND30-ND-04: first lines moved by tabs or spaces."""

from collections.abc import Iterator

from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, how_many
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    typed = [one.paragraph for one in layout.running if one.paragraph.text.startswith(("\t", "  "))]
    if typed:
        message = f"{how_many(typed)} lùi đầu dòng bằng phím Tab hoặc dấu cách; nên dùng First line trong Paragraph."
        yield layout.hit(typed[0], message)


RULE = Rule(
    id="ND30-ND-04",
    name="lùi đầu dòng bằng phím Tab hoặc dấu cách",
    severity=Severity.INFO,
    citation=decree("PL1-II.6e"),
    manual=Manual(
        what="Chữ đầu dòng lùi vào bằng định dạng đoạn, không bằng phím Tab hay dấu cách.",
        why="Khoảng lùi gõ tay lệch nhau giữa các đoạn và khi đổi phông.",
        instead="Xóa Tab và dấu cách ở đầu đoạn, rồi đặt Paragraph > Special > First line.",
    ),
    subject=Layout,
    check=_check,
    bad=(
        sheet(clause=say(text="\t2. Các nhiệm vụ có người phụ trách, có thời hạn.", first_line=0)),
        sheet(text=say(text="   Các thôn thực hiện."), clause=say(text="   2. Các nhiệm vụ.")),
    ),
    good=(sheet(), sheet(annex=True)),
)
