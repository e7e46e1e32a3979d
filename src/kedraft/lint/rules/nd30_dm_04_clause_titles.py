"""ND30-DM-04: titles of clauses that are not bold."""

from collections.abc import Iterator

from kedraft.lint.layout_checks import share
from kedraft.lint.layout_form import Kind
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, how_many
from kedraft.lint.layout_tolerance import STRAY
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.vietnamese.labels import Marker


def _check(layout: Layout) -> Iterator[Hit]:
    titles = (one.paragraph for one in layout.body if one.kind is Kind.HEADING and one.marker is Marker.ARABIC)
    light = [one for one in titles if (share(one.runs, "bold") or 0) < 1 - STRAY]
    if light:
        message = f"{how_many(light, 'tiêu đề khoản')} chưa in đậm; quy định khoản có tiêu đề thì tiêu đề đứng riêng một dòng, in đậm."
        yield layout.hit(light[0], message)


RULE = Rule(
    id="ND30-DM-04",
    name="tiêu đề khoản không in đậm",
    severity=Severity.INFO,
    citation=decree("PL1-II.6đ"),
    manual=Manual(
        what="Khoản có tiêu đề thì số thứ tự và tiêu đề đứng riêng một dòng, in thường, đứng, đậm.",
        why="Các cấp của văn bản được phân biệt bằng kiểu chữ.",
        instead="Chọn các tiêu đề khoản và đặt in đậm; nếu là câu đầy đủ thì thêm dấu kết thúc câu.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(heading=say(bold=False)), sheet(heading=say(text="1. Mục đích chung", bold=False))),
    good=(sheet(), sheet(heading=say(text="1. Mục đích chung của Kế hoạch.", bold=False))),
)
