"""ND30-TR-12: page numbers in Roman figures or letters, or not from 1."""

from collections.abc import Iterator

from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity


def _check(layout: Layout) -> Iterator[Hit]:
    sections = layout.view.sections
    odd = next((one for one in sections if one.number_form not in ("decimal", "numberInDash")), None)
    if odd is not None:
        message = f"Số trang dùng kiểu {_FORMS.get(odd.number_form, odd.number_form)}; quy định chữ số Ả Rập."
        yield layout.page_hit(odd, "số trang", message)
    start = sections[0].number_start
    if start not in (None, 1):
        message = f"Số trang bắt đầu từ {start}; quy định đánh số từ 1, liên tục đến trang cuối."
        yield layout.page_hit(sections[0], "số trang", message)


_FORMS = {
    "upperRoman": "số La Mã",
    "lowerRoman": "số La Mã viết thường",
    "upperLetter": "chữ cái in hoa",
    "lowerLetter": "chữ cái",
}


RULE = Rule(
    id="ND30-TR-12",
    name="số trang không phải chữ số Ả Rập hoặc không bắt đầu từ 1",
    severity=Severity.ERROR,
    citation=decree("PL1-I.7"),
    manual=Manual(
        what="Số trang được đánh từ số 1, bằng chữ số Ả Rập, liên tục cho đến hết văn bản.",
        why="Số trang dùng để kiểm đếm và viện dẫn.",
        instead="Vào Insert > Page Number > Format Page Numbers, chọn 1, 2, 3 và Start at 1.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(page=say(number_form="upperRoman")), sheet(page=say(number_start=2))),
    good=(sheet(page=say(number_start=None)), sheet(page=say(number_start=1))),
)
