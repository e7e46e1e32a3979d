"""ND30-DM-01: how the titles of sections are set."""

from collections.abc import Iterator

from kedraft.lint.layout_checks import is_capital, share
from kedraft.lint.layout_form import Kind, Passage
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, grouped, how_many
from kedraft.lint.layout_tolerance import STRAY
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.vietnamese.labels import Marker

_PARTS = (Kind.PART, Kind.PART_TITLE)


def _check(layout: Layout) -> Iterator[Hit]:
    titles = [one for one in layout.body if one.kind is Kind.SECTION and one.marker is Marker.ROMAN]
    for fault, paragraphs in grouped((fault, one.paragraph) for one in titles for fault in _faults(one)).items():
        yield layout.hit(paragraphs[0], f"{how_many(paragraphs, 'tiêu đề mục')} {fault}; quy định in hoa, đứng, đậm.")
    parts = [one for one in layout.body if one.kind in _PARTS]
    for fault, paragraphs in grouped((fault, one.paragraph) for one in parts for fault in _part_faults(one)).items():
        yield layout.hit(
            paragraphs[0], f"{how_many(paragraphs, 'dòng phần, chương')} {fault}; quy định đứng, đậm, canh giữa."
        )


def _part_faults(part: Passage) -> Iterator[str]:
    runs = part.paragraph.runs
    if (share(runs, "bold") or 0) < 1 - STRAY:
        yield "chưa in đậm"
    if (share(runs, "italic") or 0) > STRAY:
        yield "in nghiêng"
    if part.paragraph.format.align != "center":
        yield "không canh giữa"


def _faults(title: Passage) -> Iterator[str]:
    runs = title.paragraph.runs
    if not is_capital(title.words):
        yield "chưa in hoa"
    if (share(runs, "bold") or 0) < 1 - STRAY:
        yield "chưa in đậm"
    if (share(runs, "italic") or 0) > STRAY:
        yield "in nghiêng"


RULE = Rule(
    id="ND30-DM-01",
    name="tiêu đề mục không in hoa, đứng, đậm",
    severity=Severity.WARNING,
    citation=decree("PL1-V.6b"),
    manual=Manual(
        what="Tiêu đề mục (I., II., …) in hoa, kiểu chữ đứng, đậm.",
        why="Các cấp của văn bản được phân biệt bằng kiểu chữ.",
        instead="Chọn các tiêu đề mục, đặt in hoa, đậm, đứng; nên sửa trong style.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(section=say(bold=False)), sheet(section=say(text="I. Mục đích, yêu cầu"))),
    good=(sheet(section=say(align="left")), sheet()),
)
