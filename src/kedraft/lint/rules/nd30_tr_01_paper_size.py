"""ND30-TR-01: A4 paper."""

from collections.abc import Iterator

from kedraft.decree import mm
from kedraft.decree.measure import TWIPS_PER_MM
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, number
from kedraft.lint.layout_tolerance import PAPER
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    page = layout.edition.page
    wanted = (mm(page.width), mm(page.height))
    seen: set[tuple[int, int]] = set()
    for section in layout.view.sections:
        size = (section.height, section.width) if section.landscape else (section.width, section.height)
        wrong = any(abs(one - other) > PAPER for one, other in zip(size, wanted, strict=True))
        if wrong and size not in seen:
            seen.add(size)
            shown = " × ".join(number(side / TWIPS_PER_MM) for side in size)
            message = f"Khổ giấy là {shown} mm; quy định A4 ({number(page.width)} × {number(page.height)} mm)."
            yield layout.page_hit(section, "khổ giấy", message)


RULE = Rule(
    id="ND30-TR-01",
    name="khổ giấy khác A4",
    severity=Severity.ERROR,
    citation=decree("PL1-I.1"),
    manual=Manual(
        what="Văn bản được trình bày trên khổ giấy A4 (210 × 297 mm).",
        why="Khổ giấy thống nhất để in, lưu và đóng tập; mẫu của Word thường là khổ Letter.",
        instead="Vào Layout > Size và chọn A4.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(page=say(width=12240, height=15840)), sheet(page=say(width=mm(216), height=mm(330)))),
    good=(sheet(page=say(width=11906, height=16838)), sheet(page=say(width=11907, height=16840))),
)
