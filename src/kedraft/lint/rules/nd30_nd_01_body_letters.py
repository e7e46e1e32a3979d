"""ND30-ND-01: letter size and slant of the text."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import share, size_faults
from kedraft.lint.layout_form import Kind, Passage
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, grouped, how_many
from kedraft.lint.layout_tolerance import STRAY
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity

_UPRIGHT = (Kind.TEXT, Kind.CLAUSE, Kind.POINT, Kind.HEADING)
_PLAIN = (Kind.TEXT, Kind.CLAUSE, Kind.POINT)
_LONG = 130


def _check(layout: Layout) -> Iterator[Hit]:
    wanted = layout.edition.type_of(Component.BODY).size
    sizes = ((fault, one.paragraph) for one in layout.running for fault in size_faults(one.paragraph.runs, wanted))
    for fault, paragraphs in grouped(sizes).items():
        yield layout.hit(paragraphs[0], f"{how_many(paragraphs, 'đoạn nội dung')} có {fault}.")
    slanted = [one.paragraph for one in layout.running if one.kind in _UPRIGHT and _mostly_slanted(one)]
    if slanted:
        yield layout.hit(slanted[0], f"{how_many(slanted, 'đoạn nội dung')} in nghiêng; quy định kiểu chữ đứng.")
    bold = [one.paragraph for one in layout.running if one.kind in _PLAIN and _all_bold(one)]
    if bold:
        message = f"{how_many(bold, 'đoạn nội dung')} in đậm cả đoạn; quy định chỉ tiêu đề in đậm."
        yield layout.hit(bold[0], message, Severity.WARNING)


def _mostly_slanted(passage: Passage) -> bool:
    return (share(passage.paragraph.runs, "italic") or 0) > 1 / 2


def _all_bold(passage: Passage) -> bool:
    text = passage.paragraph.text.rstrip()
    sentence = len(text) >= _LONG or text.endswith((".", ";"))
    return sentence and (share(passage.paragraph.runs, "bold") or 0) > 1 - STRAY


RULE = Rule(
    id="ND30-ND-01",
    name="nội dung sai cỡ chữ hoặc kiểu chữ",
    severity=Severity.ERROR,
    citation=decree("PL1-II.6e"),
    manual=Manual(
        what="Nội dung văn bản dùng cỡ chữ 13 đến 14, kiểu chữ đứng.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn các đoạn được nêu, đặt cỡ chữ 13 hoặc 14, kiểu đứng; nên sửa trong style.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(clause=say(size=12)), sheet(clause=say(italic=True))),
    good=(
        sheet(
            heading=say(size=13),
            point=say(size=13),
            clause=say(size=13),
            text=say(size=13),
            closing=say(size=13),
            opening=say(size=13),
            basis=say(size=13),
        ),
        sheet(),
    ),
)
