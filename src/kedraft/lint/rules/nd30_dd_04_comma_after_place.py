"""ND30-DD-04: no comma between the place and the date."""

import re
from collections.abc import Iterator

from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.vietnamese.text import squeeze

_WITHOUT = re.compile(r"(?P<place>[^,]*[^\W\d_])\s+ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*\Z", re.IGNORECASE)


def _check(layout: Layout) -> Iterator[Hit]:
    line = layout.parts.dated
    found = _WITHOUT.match(squeeze(line.text)) if line else None
    if line and found:
        yield layout.hit(
            line.paragraph,
            f'Dòng này ghi là "{squeeze(line.text)}", thiếu dấu phẩy sau địa danh; hãy ghi: {found["place"]}, ngày ….',
        )


RULE = Rule(
    id="ND30-DD-04",
    name="thiếu dấu phẩy sau địa danh",
    severity=Severity.ERROR,
    citation=decree("PL1-II.4c"),
    manual=Manual(
        what="Sau địa danh có dấu phẩy, rồi đến ngày, tháng, năm.",
        why="Nghị định quy định như vậy; thiếu dấu phẩy thì địa danh và thời gian dính liền nhau.",
        instead="Ghi: Ba Sơn, ngày 05 tháng 02 năm 2026.",
    ),
    subject=Layout,
    check=_check,
    bad=(
        sheet(dated=say(text="Ba Sơn ngày 05 tháng 02 năm 2026")),
        sheet(dated=say(text="Ba Sơn ngày      tháng 02 năm 2026")),
    ),
    good=(sheet(), sheet(dated=say(text="Phường 5, ngày … tháng … năm 2026"))),
)
