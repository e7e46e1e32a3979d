"""ND30-ND-03: the indent of first lines."""

from collections.abc import Iterator

from kedraft.decree import mm
from kedraft.lint.layout_form import Kind, Passage
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, as_cm, grouped, how_many
from kedraft.lint.layout_tolerance import INDENT, MOVED
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.view import Paragraph

_FREE = (Kind.PART, Kind.PART_TITLE, Kind.SECTION)


def _check(layout: Layout) -> Iterator[Hit]:
    allowed = [mm(one) for one in layout.edition.body.first_line]
    wanted = " hoặc ".join(map(as_cm, allowed))
    chosen = [one.paragraph for one in layout.running if one.kind not in _FREE and not _exempt(one)]
    wrong = ((_fault(one), one) for one in chosen if _nearest(one, allowed) is None)
    for fault, paragraphs in grouped(wrong).items():
        yield layout.hit(paragraphs[0], f"{how_many(paragraphs)} {fault}; quy định chữ đầu dòng lùi vào {wanted}.")
    yield from _moved(layout)
    groups = grouped((as_cm(near), one) for one in chosen if (near := _nearest(one, allowed)) is not None)
    if len(groups) > 1:
        fewer = min(groups.values(), key=len)
        shown = " và ".join(groups)
        yield layout.hit(
            fewer[0], f"Chữ đầu dòng lùi vào không thống nhất ({shown}); nên dùng một mức trong cả văn bản."
        )


def _moved(layout: Layout) -> Iterator[Hit]:
    """Plain paragraphs that stand off the left margin as a whole."""
    plain = [one.paragraph for one in layout.running if one.kind is Kind.TEXT and one.marker is None]
    off = [one for one in plain if abs(one.format.left) >= MOVED and one.format.first_line > 0]
    if off:
        side = "lùi vào" if off[0].format.left > 0 else "nhô ra ngoài"
        message = (
            f"{how_many(off)} {side} cả đoạn {as_cm(abs(off[0].format.left))} so với lề trái; chỉ chữ đầu dòng lùi vào."
        )
        yield layout.hit(off[0], message)


def _exempt(passage: Passage) -> bool:
    """Lists that hang, and first lines moved by tabs or spaces, which have a rule of their own."""
    hangs = passage.paragraph.format.first_line < 0 and passage.marker is not None
    return hangs or passage.paragraph.text.startswith(("\t", "  "))


def _nearest(paragraph: Paragraph, allowed: list[int]) -> int | None:
    return next((one for one in allowed if abs(paragraph.format.first_line - one) <= INDENT), None)


def _fault(paragraph: Paragraph) -> str:
    first = paragraph.format.first_line
    if first < 0:
        return f"có dòng đầu nhô ra {as_cm(-first)}"
    return f"có chữ đầu dòng lùi vào {as_cm(first)}" if first else "không lùi chữ đầu dòng"


RULE = Rule(
    id="ND30-ND-03",
    name="chữ đầu dòng không lùi vào 1 cm hoặc 1,27 cm",
    severity=Severity.WARNING,
    citation=decree("PL1-II.6e"),
    manual=Manual(
        what="Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm, thống nhất trong cả văn bản.",
        why="Đoạn văn được nhận ra nhờ dòng đầu lùi vào.",
        instead="Chọn các đoạn được nêu, vào Paragraph > Special > First line, đặt 1 cm hoặc 1,27 cm; nên sửa trong style.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(clause=say(first_line=0)), sheet(clause=say(first_line=mm(10))), sheet(text=say(left=mm(15)))),
    good=(sheet(section=say(first_line=0)), sheet(clause=say(first_line=-360, left=720))),
)
