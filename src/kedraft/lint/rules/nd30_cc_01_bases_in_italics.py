"""ND30-CC-01: legal bases that stand upright."""

from collections.abc import Iterator

from kedraft.lint.layout_checks import share
from kedraft.lint.layout_form import Kind
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, how_many
from kedraft.lint.layout_tolerance import STRAY
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    bases = (one.paragraph for one in layout.body if one.kind is Kind.BASIS)
    upright = [
        one for one in bases if one.text.lstrip().startswith("Căn cứ") and (share(one.runs, "italic") or 0) < 1 - STRAY
    ]
    if upright:
        yield layout.hit(
            upright[0],
            f"{how_many(upright, 'căn cứ')} chưa in nghiêng; quy định căn cứ ban hành trình bày kiểu chữ nghiêng.",
        )


RULE = Rule(
    id="ND30-CC-01",
    name="căn cứ ban hành không in nghiêng",
    severity=Severity.ERROR,
    citation=decree("PL1-II.6a"),
    manual=Manual(
        what="Căn cứ ban hành văn bản được trình bày bằng chữ in thường, kiểu chữ nghiêng.",
        why="Kiểu chữ nghiêng tách căn cứ với lời văn.",
        instead="Chọn các dòng Căn cứ và đặt kiểu chữ nghiêng.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(basis=say(italic=False)), sheet(opening=None, basis=say(italic=False))),
    good=(
        sheet(),
        sheet(basis=say(text="Căn cứ tình hình thực tế, Ủy ban nhân dân xã ban hành Kế hoạch như sau:", italic=False)),
    ),
)
