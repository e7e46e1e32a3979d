"""ND30-ND-06: line spacing outside single to one and a half."""

from collections.abc import Iterator

from kedraft.decree import Range
from kedraft.decree.measure import TWIPS_PER_POINT
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, as_pt, grouped, how_many, number
from kedraft.lint.layout_tolerance import LINE
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.metrics import LINE_HEIGHT
from kedraft.ooxml.view import Paragraph

_SINGLE = 240  # Word counts line spacing in 240ths of a line


def _check(layout: Layout) -> Iterator[Hit]:
    allowed = layout.edition.body.line_spacing.allowed
    wanted = f"từ dòng đơn đến {number(allowed.high)} lines"
    faults = ((fault, one.paragraph) for one in layout.running if (fault := _fault(one.paragraph, allowed)))
    for fault, paragraphs in grouped(faults).items():
        yield layout.hit(paragraphs[0], f"{how_many(paragraphs)} giãn dòng {fault}; quy định {wanted}.")


def _fault(paragraph: Paragraph, allowed: Range) -> str | None:
    line, rule = paragraph.format.line, paragraph.format.line_rule
    if rule == "auto":
        fits = allowed.low * _SINGLE - LINE <= line <= allowed.high * _SINGLE + LINE
        return None if fits else f"{round(line / _SINGLE, 2):g} dòng".replace(".", ",")
    single = _size(paragraph) * LINE_HEIGHT * TWIPS_PER_POINT
    low = allowed.low * single if rule == "exact" else 0
    if low - LINE <= line <= allowed.high * single + LINE:
        return None
    return f"{'đúng' if rule == 'exact' else 'ít nhất'} {as_pt(line)} với cỡ chữ {number(_size(paragraph))}"


def _size(paragraph: Paragraph) -> float:
    return max((run.letters.size for run in paragraph.runs if run.text.strip()), default=0.0)


RULE = Rule(
    id="ND30-ND-06",
    name="giãn dòng ngoài khoảng từ dòng đơn đến 1,5 lines",
    severity=Severity.WARNING,
    citation=decree("PL1-II.6e"),
    manual=Manual(
        what="Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines.",
        why="Dòng quá sát hoặc quá thưa đều khó đọc và tốn giấy.",
        instead="Chọn các đoạn được nêu, vào Paragraph > Line spacing, chọn Single đến 1.5 lines.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(clause=say(line=480)), sheet(clause=say(line=200, line_rule="exact"))),
    good=(sheet(clause=say(line=360)), sheet(clause=say(line=360, line_rule="exact"))),
)
