"""ND30-DD-02: days below ten, January and February without their zero, where a date is written in words."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Part
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.text import squeeze

_DATE = re.compile(r"ngày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2}) năm \d{4}")
#: The line of place and date, whose day or month may be blank; and the figures that take a zero.
_TYPED = re.compile(r"ngày[ .…_]*(?P<day>\d{1,2})?[ .…_]*tháng[ .…_]*(?P<month>\d{1,2})?[ .…_]*năm", re.IGNORECASE)
_ALL, _PADDED = frozenset("123456789"), frozenset("12")


def _check(content: Content) -> Iterator[Hit]:
    for spot in content.spots:
        if spot.part in (Part.NOTE, Part.BASIS, Part.OPENING):
            for found in _DATE.finditer(spot.unquoted):
                wanted = _padded(found["day"], found["month"])
                if wanted:
                    severity = None if spot.part is Part.NOTE else Severity.INFO
                    yield spot.hit(
                        f'Ngày ghi là "{found.group()}"; ngày nhỏ hơn 10 và tháng 1, tháng 2 phải có số 0 phía trước. '
                        f"Hãy ghi {wanted}.",
                        severity,
                    )


def _padded(day: str, month: str) -> str | None:
    wanted_day = day.zfill(2)
    wanted_month = month.zfill(2) if month in ("1", "2") else month
    return None if (wanted_day, wanted_month) == (day, month) else f"ngày {wanted_day} tháng {wanted_month}"


def _typed(layout: Layout) -> Iterator[Hit]:
    line = layout.parts.dated
    found = _TYPED.search(line.text) if line else None
    if line is None or found is None:
        return
    day, month = found["day"] or "", found["month"] or ""
    short = [part for part, figures, padded in (("ngày", day, _ALL), ("tháng", month, _PADDED)) if figures in padded]
    if short:
        yield layout.hit(
            line.paragraph,
            f'Dòng này ghi là "{squeeze(line.text)}"; {" và ".join(short)} phải có số 0 phía trước. '
            "Hãy ghi ngày 05 tháng 02 năm 2026.",
        )


RULE = Rule(
    id="ND30-DD-02",
    name="ngày dưới 10, tháng 1, tháng 2 thiếu số 0 phía trước",
    severity=Severity.ERROR,
    citation=decree("PL1-II.4b"),
    manual=Manual(
        what="Khi ghi ngày tháng năm ban hành, ngày nhỏ hơn 10 và tháng 1, tháng 2 phải có số 0 phía trước.",
        why="Số 0 giữ cho ngày tháng không bị viết thêm chữ số.",
        instead="Ghi ngày 05 tháng 02 năm 2026.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            annexes=(
                (
                    None,
                    "PHÂN CÔNG NHIỆM VỤ",
                    "- Các thôn tổ chức thực hiện.",
                    "(Kèm theo Kế hoạch số 15/KH-UBND ngày 5 tháng 02 năm 2026 của Ủy ban nhân dân xã Ba Sơn)",
                ),
            ),
            closing="Nhiệm vụ cụ thể tại Phụ lục kèm theo./.",
        ),
        plan(
            bases=(
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 3 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình "
                "Chuyển đổi số quốc gia.",
            )
        ),
    ),
    good=(
        plan(
            bases=(
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình "
                "Chuyển đổi số quốc gia.",
            )
        ),
        plan(closing="Lễ phát động ngày 5 tháng 3 năm 2026 tại các thôn./."),
    ),
)
PAGE = RULE.on(
    subject=Layout,
    check=_typed,
    bad=(
        sheet(dated=say(text="Ba Sơn, ngày 5 tháng 02 năm 2026")),
        sheet(dated=say(text="Ba Sơn, ngày      tháng 2 năm 2026")),
    ),
    good=(
        sheet(dated=say(text="Ba Sơn, ngày 05 tháng 12 năm 2026")),
        sheet(dated=say(text="Ba Sơn, ngày 15 tháng 3 năm 2026")),
    ),
)
