"""The days of laws that plans cite by name: every edition of a law, so that a day that is none of them is told.

A law belongs here only with all of its editions since 2000; days are those of adoption by the National Assembly.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from kedraft.lint.citations import parse_day

_EDITIONS = {
    "Luật Trẻ em": ("2016-04-05",),
    "Luật Bình đẳng giới": ("2006-11-29",),
    "Luật Người cao tuổi": ("2009-11-23",),
    "Luật Người khuyết tật": ("2010-06-17",),
    "Luật An toàn thực phẩm": ("2010-06-17",),
    "Luật Phổ biến, giáo dục pháp luật": ("2012-06-20",),
    "Luật Hòa giải ở cơ sở": ("2013-06-20",),
    "Luật Phòng, chống thiên tai": ("2013-06-19",),
    "Luật Tiếp cận thông tin": ("2016-04-06",),
    "Luật Hỗ trợ doanh nghiệp nhỏ và vừa": ("2017-06-12",),
    "Luật Lâm nghiệp": ("2017-11-15",),
    "Luật An toàn thông tin mạng": ("2015-11-19",),
    "Luật Thực hiện dân chủ ở cơ sở": ("2022-11-10",),
    "Luật Phòng thủ dân sự": ("2023-06-20",),
    "Luật Bảo vệ môi trường": ("2005-11-29", "2014-06-23", "2020-11-17"),
    "Luật Đất đai": ("2003-11-26", "2013-11-29", "2024-01-18"),
    "Luật Phòng, chống bạo lực gia đình": ("2007-11-21", "2022-11-14"),
    "Luật Phòng, chống ma túy": ("2000-12-09", "2021-03-30", "2025-12-10"),
    "Luật Thi đua, khen thưởng": ("2003-11-26", "2022-06-15"),
    "Luật Ngân sách nhà nước": ("2002-12-16", "2015-06-25", "2025-06-25"),
    "Luật Tổ chức chính quyền địa phương": ("2015-06-19", "2025-02-19", "2025-06-16"),
    "Luật Giao dịch điện tử": ("2005-11-29", "2023-06-22"),
    "Luật Thanh niên": ("2005-11-29", "2020-06-16"),
    "Luật Giáo dục": ("2005-06-14", "2019-06-14"),
}
_DAY = r"\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}"
#: The day belongs to the law that amends: `Luật sửa đổi, bổ sung một số điều của Luật Trẻ em ngày …`.
_AMENDING = re.compile(r"sửa đổi|bổ sung|hợp nhất|thay thế", re.IGNORECASE)


@cache
def _days() -> dict[str, tuple[date, ...]]:
    return {name.casefold(): tuple(map(date.fromisoformat, days)) for name, days in _EDITIONS.items()}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_EDITIONS, key=len, reverse=True))
    return re.compile(rf"\b(?P<name>{names})(?:,? số \d+/\d{{4}}/QH\d+)?,? ngày (?P<day>{_DAY})", re.IGNORECASE)


def wrong_law_days(text: str) -> Iterator[tuple[re.Match[str], tuple[date, ...]]]:
    """Laws that the text cites with a day that no edition has, each with the days of its editions."""
    for found in _pattern().finditer(text) if "uật " in text else ():
        day, editions = parse_day(found["day"]), _days()[found["name"].casefold()]
        clause = text[text.rfind(";", 0, found.start()) + 1 : found.start()]
        if day is not None and day not in editions and not _AMENDING.search(clause):
            yield found, editions
