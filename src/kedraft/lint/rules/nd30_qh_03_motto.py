"""ND30-QH-03: the Tiêu ngữ is missing or misspelt."""

from collections.abc import Iterator

from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity

_DASHES = str.maketrans("–—‐‑−", "-----")


def _check(layout: Layout) -> Iterator[Hit]:
    wanted, line = layout.edition.literals.motto.text, layout.parts.motto
    if line is None:
        if layout.parts.national:
            yield layout.hit(
                layout.parts.national[-1].paragraph, f'Không tìm thấy Tiêu ngữ dưới Quốc hiệu; quy định ghi "{wanted}".'
            )
    elif line.text != wanted:
        alike = line.text.translate(_DASHES) == wanted
        what = "dùng gạch ngang dài" if alike else f'ghi là "{line.text}"'
        message = (
            f'Tiêu ngữ {what}; quy định ghi "{wanted}", giữa các cụm từ có gạch nối (-) và một dấu cách ở mỗi bên.'
        )
        yield layout.hit(line.paragraph, message, Severity.INFO if alike else None)


RULE = Rule(
    id="ND30-QH-03",
    name="thiếu hoặc sai Tiêu ngữ",
    severity=Severity.ERROR,
    citation=decree("PL1-II.1b"),
    manual=Manual(
        what="Tiêu ngữ ghi Độc lập - Tự do - Hạnh phúc; chữ đầu mỗi cụm từ viết hoa, giữa các cụm từ có gạch nối, có cách chữ.",
        why="Tiêu ngữ là thành phần bắt buộc của văn bản hành chính.",
        instead="Ghi lại Tiêu ngữ đúng từng chữ, dưới Quốc hiệu.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(motto=say(text="Độc lập-Tự do-Hạnh phúc")), sheet(motto=say(text="Độc Lập - Tự Do - Hạnh Phúc"))),
    good=(sheet(), sheet(annex=True)),
)
