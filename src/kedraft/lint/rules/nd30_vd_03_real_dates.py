"""ND30-VD-03: a date that does not exist, or a short date without its zeros."""

import re
from collections.abc import Iterator
from datetime import date

from kedraft.lint.content import Content, Part, Spot
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity

_FULL = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d{2})(?![\d/])")
_LONG = re.compile(r"ngày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?: năm (?P<year>\d{4}))?")
_YEARLY = re.compile(r"ngày (?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])")


def _check(content: Content) -> Iterator[Hit]:
    for spot in (*content.prose, *(one for one in content.spots if one.part is Part.NOTE)):
        for pattern in (_FULL, _LONG, _YEARLY):
            for found in pattern.finditer(spot.text):
                yield from _date(spot, found, short=pattern is _FULL)


def _date(spot: Spot, found: re.Match[str], *, short: bool) -> Iterator[Hit]:
    parts = found.groupdict()
    day, month, year = int(parts["day"]), int(parts["month"]), int(parts.get("year") or 2024)
    if not _exists(day, month, year):
        yield spot.hit(f'Ngày "{found.group()}" không có trong lịch; hãy tra lại văn bản gốc và sửa.')
    elif short and (len(parts["day"]) == 1 or parts["month"] in ("1", "2")):
        wanted = f"{day:02d}/{parts['month'].zfill(2) if month < 3 else parts['month']}/{parts['year']}"
        yield spot.hit(f'Ngày ghi là "{found.group()}"; nên thêm số 0: {wanted}.', Severity.INFO)


def _exists(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


RULE = Rule(
    id="ND30-VD-03",
    name="ngày không có thật hoặc thiếu số 0",
    severity=Severity.ERROR,
    citation=decree("PL1-II.6b"),
    manual=Manual(
        what="Ngày tháng trong văn bản phải có trong lịch; ngày dưới 10 và tháng 1, tháng 2 nên có số 0 phía trước.",
        why="Ngày không có thật làm thời hạn, viện dẫn mất giá trị; thường do gõ nhầm hoặc nhận dạng ảnh sai.",
        instead="Tra lại văn bản gốc; ghi 05/01/2026 thay cho 5/1/2026.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Các thôn hoàn thành trước ngày 31/11/2026./."),
        plan(closing="Các thôn báo cáo trước ngày 31/6 hằng năm./."),
        plan(closing="Các thôn hoàn thành trước ngày 5/12/2026./."),
    ),
    good=(
        plan(closing="Các thôn hoàn thành trước ngày 30/11/2026, báo cáo trước ngày 15/12 hằng năm./."),
        plan(closing="Tỷ lệ 1/3 số hộ, phấn đấu đạt 30/30 thôn./."),
    ),
)
