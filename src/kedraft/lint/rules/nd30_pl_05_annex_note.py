"""ND30-PL-05: the line that ties an annex to its document."""

import re
from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_parts import Annex, Line
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.vietnamese.text import squeeze

_BLANK = re.compile(r"số\s*(?:[.…_]*\s*)/|ngày\s*[.…_]*\s*tháng|tháng\s*[.…_]*\s*năm(?!\s*\d)|[.…_]{3,}")
_NUMBER = re.compile(r"(\d+)\s*/\s*([^\s,]+)")
_DATE = re.compile(r"(\d{1,2})(?: tháng |/)(\d{1,2})(?: năm |/)(\d{4})")


def _check(layout: Layout) -> Iterator[Hit]:
    for annex in layout.parts.annexes:
        if annex.note:
            yield from _note_faults(layout, annex)
        else:
            message = (
                f'{annex.label.text} thiếu dòng "(Kèm theo … số … ngày … của …)" dưới tên phụ lục; '
                "quy định dòng này in nghiêng, canh giữa."
            )
            yield layout.hit(annex.label.paragraph, message, Severity.INFO if layout.electronic else None)


def _note_faults(layout: Layout, annex: Annex) -> Iterator[Hit]:
    yield from typography(layout, Component.ANNEX_NOTE, annex.note)
    if not layout.final or layout.electronic:
        return
    text, first = squeeze(" ".join(line.text for line in annex.note)), annex.note[0].paragraph
    if _BLANK.search(text):
        yield layout.hit(first, "Dòng Kèm theo dưới tên phụ lục còn để trống số hoặc ngày; bản giấy phải ghi đầy đủ.")
    elif _differs(layout, text, _NUMBER, layout.parts.number) or _differs(layout, text, _DATE, layout.parts.dated):
        yield layout.hit(first, "Số hoặc ngày ở dòng Kèm theo khác với số, ngày của văn bản; hãy ghi cho khớp.")


def _differs(layout: Layout, text: str, pattern: re.Pattern[str], line: Line | None) -> bool:
    mine = pattern.search(text)
    other = pattern.search(squeeze(line.text)) if line else None
    return bool(
        mine and other and [part.lstrip("0") for part in mine.groups()] != [part.lstrip("0") for part in other.groups()]
    )


RULE = Rule(
    id="ND30-PL-05",
    name="thiếu hoặc sai dòng Kèm theo của phụ lục",
    severity=Severity.ERROR,
    citation=decree("PL1-III.1c"),
    manual=Manual(
        what="Dưới tên phụ lục có dòng (Kèm theo văn bản số … ngày … của …), in nghiêng, cỡ chữ 13 đến 14, canh giữa; bản giấy ghi đầy đủ.",
        why="Dòng này cho biết phụ lục thuộc văn bản nào khi hai phần bị tách rời.",
        instead="Ghi dòng (Kèm theo Kế hoạch số … ngày … tháng … năm … của …) dưới tên phụ lục, in nghiêng, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(annex=True, annex_note=None), sheet(annex=True, annex_note=say(italic=False))),
    good=(
        sheet(annex=True, final=True),
        sheet(
            annex=True,
            annex_note=say(
                text="(Kèm theo Kế hoạch số     /KH-UBND ngày     tháng 02 năm 2026 của Ủy ban nhân dân xã Ba Sơn)"
            ),
        ),
    ),
)
