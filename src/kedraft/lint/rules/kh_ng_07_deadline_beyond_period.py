"""KH-NG-07: a deadline outside the plan's own period."""

import re
from collections.abc import Iterator
from datetime import date

from kedraft.lint.content import Content
from kedraft.lint.deadlines import find_deadlines
from kedraft.lint.prose import own_words
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity

_YEARS = re.compile(r"(?<![/\d])(20\d{2})(?![\d/])")


def _check(content: Content) -> Iterator[Hit]:
    years = [int(year) for year in _YEARS.findall(own_words(content.plan.subject))]
    if not years:
        return
    end = date(max(years), 12, 31)
    for spot in content.body:
        for one in find_deadlines(spot.own):
            if one.by and one.by > (_last_report(end) if one.report else end):
                yield spot.hit(
                    f'Thời hạn "{one.text}" nằm ngoài thời gian của Kế hoạch (đến hết năm {end.year} theo trích yếu); '
                    "hãy xem lại thời hạn hoặc trích yếu."
                )


def _last_report(end: date) -> date:
    """Reports on a period may come well into the year after it."""
    return date(end.year + 1, 6, 30)


RULE = Rule(
    id="KH-NG-07",
    name="thời hạn nằm ngoài giai đoạn của Kế hoạch",
    severity=Severity.WARNING,
    manual=Manual(
        what="Thời hạn của nhiệm vụ nằm trong năm hay giai đoạn ghi ở trích yếu; hạn báo cáo thì được sang nửa đầu năm sau.",
        why="Thời hạn ngoài giai đoạn thường là gõ nhầm năm.",
        instead="Sửa thời hạn, hoặc sửa giai đoạn trong trích yếu.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Các thôn hoàn thành trước ngày 30/6/2027./."),
        plan(closing="Các thôn hoàn thành trong quý I/2028./."),
        plan(closing="Các thôn gửi báo cáo kết quả trước ngày 25/11/2027./."),
    ),
    good=(
        plan(closing="Các thôn hoàn thành trước ngày 31/12/2026, báo cáo trước ngày 10/01/2027./."),
        plan(subject="Triển khai Đề án giai đoạn 2023 - 2028", closing="Các thôn hoàn thành trong năm 2028./."),
    ),
)
