"""ND30-ND-02: paragraphs that are not justified."""

from collections.abc import Iterator

from kedraft.lint.layout_form import Kind
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, grouped, how_many
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity

_TITLES = (Kind.PART, Kind.PART_TITLE, Kind.SECTION, Kind.HEADING)
_SHOWN = {"left": "canh trái", "center": "canh giữa", "right": "canh phải"}


def _check(layout: Layout) -> Iterator[Hit]:
    texts = (one.paragraph for one in layout.running if one.kind not in _TITLES)
    for align, paragraphs in grouped((one.format.align, one) for one in texts if one.format.align != "both").items():
        message = f"{how_many(paragraphs, 'đoạn nội dung')} {_SHOWN.get(align, 'chưa canh đều')}; quy định canh đều cả hai lề."
        yield layout.hit(paragraphs[0], message)


RULE = Rule(
    id="ND30-ND-02",
    name="nội dung không canh đều hai lề",
    severity=Severity.WARNING,
    citation=decree("PL1-II.6e"),
    manual=Manual(
        what="Nội dung văn bản được canh đều cả hai lề.",
        why="Lề phải thẳng hàng làm trang văn bản cân đối.",
        instead="Chọn các đoạn được nêu và nhấn Ctrl+J (Justify); nên sửa trong style.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(clause=say(align="left")), sheet(text=say(align="center"))),
    good=(sheet(heading=say(align="left")), sheet(section=say(align="left"))),
)
