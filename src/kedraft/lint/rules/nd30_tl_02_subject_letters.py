"""ND30-TL-02: how the subject is set."""

import re
from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.grammar.shape import is_upper
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.vietnamese.text import squeeze

_ABOUT = re.compile(r"\s*v/v\b", re.IGNORECASE)


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(layout, Component.SUBJECT)
    subject = layout.parts.subject
    if subject and is_upper(" ".join(line.text for line in subject)):
        yield layout.hit(subject[0].paragraph, "Trích yếu in hoa toàn bộ; quy định chữ in thường.")
    if subject and subject[0].text.strip()[:1].islower() and not _ABOUT.match(subject[0].text):
        yield layout.hit(
            subject[0].paragraph, "Trích yếu viết thường chữ đầu; hãy viết hoa chữ cái đầu.", Severity.INFO
        )
    title = layout.parts.title
    if title and not subject and layout.edition.abbreviation(squeeze(title.text)) == "KH":
        yield layout.hit(
            title.paragraph, "Không tìm thấy trích yếu ngay dưới tên loại; quy định trích yếu đặt ngay dưới tên loại."
        )


RULE = Rule(
    id="ND30-TL-02",
    name="trích yếu trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.ERROR,
    citation=decree("PL1-II.5b"),
    manual=Manual(
        what="Trích yếu in thường, cỡ chữ 13 đến 14, đứng, đậm, canh giữa dưới tên loại.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn dòng trích yếu, đặt cỡ 13 hoặc 14, chữ thường, đậm, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(
        sheet(subject=say(bold=False)),
        sheet(subject=say(text="chuyển đổi số xã Ba Sơn năm 2026")),
        sheet(subject=say(text="CHUYỂN ĐỔI SỐ NĂM 2026")),
    ),
    good=(sheet(subject=say(size=13)), sheet(subject=say(text="Về chuyển đổi số xã Ba Sơn năm 2026"))),
)
