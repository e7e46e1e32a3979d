"""Documents that plans still give as a basis after another one took their place: which, by what, since when.

A row is meant to say what the closing article of the later document (Hiệu lực thi hành) says; a document that was merely amended is no
row. Days are those of issue. Most rows were written from knowledge of the laws and have not been compared with the documents
themselves: therefore the rule that reads them warns, asks to look, and never says error.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from kedraft.lint.citations import find_citations, parse_day


class Repealed(NamedTuple):
    """Văn bản đã được thay thế - its title (of a law), number and day; the number and title of the one that ended it, and since when."""

    name: str
    number: str
    day: date
    by: str
    by_number: str
    since: date


_DECREE, _RESOLUTION = "Nghị định", "Nghị quyết"
TABLE = (
    Repealed(
        "Luật Tổ chức chính quyền địa phương",
        "77/2015/QH13",
        date(2015, 6, 19),
        "Luật Tổ chức chính quyền địa phương",
        "65/2025/QH15",
        date(2025, 3, 1),
    ),
    Repealed(
        "Luật Tổ chức chính quyền địa phương",
        "47/2019/QH14",
        date(2019, 11, 22),
        "Luật Tổ chức chính quyền địa phương",
        "65/2025/QH15",
        date(2025, 3, 1),
    ),
    Repealed(
        "Luật Tổ chức chính quyền địa phương",
        "65/2025/QH15",
        date(2025, 2, 19),
        "Luật Tổ chức chính quyền địa phương",
        "72/2025/QH15",
        date(2025, 6, 16),
    ),
    Repealed(
        "Luật Ngân sách nhà nước",
        "83/2015/QH13",
        date(2015, 6, 25),
        "Luật Ngân sách nhà nước",
        "89/2025/QH15",
        date(2026, 1, 1),
    ),
    Repealed(
        "Luật Ban hành văn bản quy phạm pháp luật",
        "80/2015/QH13",
        date(2015, 6, 22),
        "Luật Ban hành văn bản quy phạm pháp luật",
        "64/2025/QH15",
        date(2025, 4, 1),
    ),
    Repealed(
        "Luật Cán bộ, công chức",
        "22/2008/QH12",
        date(2008, 11, 13),
        "Luật Cán bộ, công chức",
        "80/2025/QH15",
        date(2025, 7, 1),
    ),
    Repealed(
        "Luật Giao dịch điện tử",
        "51/2005/QH11",
        date(2005, 11, 29),
        "Luật Giao dịch điện tử",
        "20/2023/QH15",
        date(2024, 7, 1),
    ),
    Repealed(
        "Luật Khoa học và công nghệ",
        "29/2013/QH13",
        date(2013, 6, 18),
        "Luật Khoa học, công nghệ và đổi mới sáng tạo",
        "93/2025/QH15",
        date(2025, 10, 1),
    ),
    Repealed(
        "Luật Bảo vệ môi trường",
        "55/2014/QH13",
        date(2014, 6, 23),
        "Luật Bảo vệ môi trường",
        "72/2020/QH14",
        date(2022, 1, 1),
    ),
    Repealed("Luật Đất đai", "45/2013/QH13", date(2013, 11, 29), "Luật Đất đai", "31/2024/QH15", date(2024, 8, 1)),
    Repealed("Luật Lưu trữ", "01/2011/QH13", date(2011, 11, 11), "Luật Lưu trữ", "33/2024/QH15", date(2025, 7, 1)),
    Repealed(
        "Luật Thi đua, khen thưởng",
        "15/2003/QH11",
        date(2003, 11, 26),
        "Luật Thi đua, khen thưởng",
        "06/2022/QH15",
        date(2024, 1, 1),
    ),
    Repealed(
        "Luật Khám bệnh, chữa bệnh",
        "40/2009/QH12",
        date(2009, 11, 23),
        "Luật Khám bệnh, chữa bệnh",
        "15/2023/QH15",
        date(2024, 1, 1),
    ),
    Repealed("Luật Đấu thầu", "43/2013/QH13", date(2013, 11, 26), "Luật Đấu thầu", "22/2023/QH15", date(2024, 1, 1)),
    Repealed(
        "Luật Căn cước công dân",
        "59/2014/QH13",
        date(2014, 11, 20),
        "Luật Căn cước",
        "26/2023/QH15",
        date(2024, 7, 1),
    ),
    Repealed("Luật Cư trú", "81/2006/QH11", date(2006, 11, 29), "Luật Cư trú", "68/2020/QH14", date(2021, 7, 1)),
    Repealed("Luật Thanh tra", "56/2010/QH12", date(2010, 11, 15), "Luật Thanh tra", "11/2022/QH15", date(2023, 7, 1)),
    Repealed("Luật Thanh tra", "11/2022/QH15", date(2022, 11, 14), "Luật Thanh tra", "84/2025/QH15", date(2025, 7, 1)),
    Repealed(
        "Luật Phòng, chống bạo lực gia đình",
        "02/2007/QH12",
        date(2007, 11, 21),
        "Luật Phòng, chống bạo lực gia đình",
        "13/2022/QH15",
        date(2023, 7, 1),
    ),
    Repealed(
        "Luật Hợp tác xã", "23/2012/QH13", date(2012, 11, 20), "Luật Hợp tác xã", "17/2023/QH15", date(2024, 7, 1)
    ),
    Repealed(
        "Luật Bảo vệ quyền lợi người tiêu dùng",
        "59/2010/QH12",
        date(2010, 11, 17),
        "Luật Bảo vệ quyền lợi người tiêu dùng",
        "19/2023/QH15",
        date(2024, 7, 1),
    ),
    Repealed(
        "Luật Tài nguyên nước",
        "17/2012/QH13",
        date(2012, 6, 21),
        "Luật Tài nguyên nước",
        "28/2023/QH15",
        date(2024, 7, 1),
    ),
    Repealed(
        "Luật Đầu tư công", "49/2014/QH13", date(2014, 6, 18), "Luật Đầu tư công", "39/2019/QH14", date(2020, 1, 1)
    ),
    Repealed(
        "Luật Đầu tư công", "39/2019/QH14", date(2019, 6, 13), "Luật Đầu tư công", "58/2024/QH15", date(2025, 1, 1)
    ),
    Repealed(
        "Luật Phòng, chống tham nhũng",
        "55/2005/QH11",
        date(2005, 11, 29),
        "Luật Phòng, chống tham nhũng",
        "36/2018/QH14",
        date(2019, 7, 1),
    ),
    Repealed(
        "Luật Thanh niên", "53/2005/QH11", date(2005, 11, 29), "Luật Thanh niên", "57/2020/QH14", date(2021, 1, 1)
    ),
    Repealed("Luật Việc làm", "38/2013/QH13", date(2013, 11, 16), "Luật Việc làm", "74/2025/QH15", date(2026, 1, 1)),
    Repealed(
        "Luật Bảo hiểm xã hội",
        "58/2014/QH13",
        date(2014, 11, 20),
        "Luật Bảo hiểm xã hội",
        "41/2024/QH15",
        date(2025, 7, 1),
    ),
    Repealed(
        "Luật Phòng, chống mua bán người",
        "66/2011/QH12",
        date(2011, 3, 29),
        "Luật Phòng, chống mua bán người",
        "53/2024/QH15",
        date(2025, 7, 1),
    ),
    Repealed(
        "Luật Phòng cháy và chữa cháy",
        "27/2001/QH10",
        date(2001, 6, 29),
        "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
        "55/2024/QH15",
        date(2025, 7, 1),
    ),
    Repealed(
        "Luật Di sản văn hóa",
        "28/2001/QH10",
        date(2001, 6, 29),
        "Luật Di sản văn hóa",
        "45/2024/QH15",
        date(2025, 7, 1),
    ),
    Repealed(_DECREE, "110/2004/NĐ-CP", date(2004, 4, 8), _DECREE, "30/2020/NĐ-CP", date(2020, 3, 5)),
    Repealed(_DECREE, "61/2018/NĐ-CP", date(2018, 4, 23), _DECREE, "118/2025/NĐ-CP", date(2025, 7, 1)),
    Repealed(_DECREE, "24/2014/NĐ-CP", date(2014, 4, 4), _DECREE, "45/2025/NĐ-CP", date(2025, 3, 1)),
    Repealed(_DECREE, "37/2014/NĐ-CP", date(2014, 5, 5), _DECREE, "45/2025/NĐ-CP", date(2025, 3, 1)),
    Repealed(_DECREE, "91/2017/NĐ-CP", date(2017, 7, 31), _DECREE, "98/2023/NĐ-CP", date(2024, 1, 1)),
    Repealed(_RESOLUTION, "36a/NQ-CP", date(2015, 10, 14), _RESOLUTION, "17/NQ-CP", date(2019, 3, 7)),
)
_BY_NUMBER = {row.number.casefold(): row for row in TABLE}


def repealed_in(text: str, on: date) -> Iterator[tuple[str, Repealed]]:
    """Documents of the table that the text names and that were no longer in force on that day, each once, with the words that name them."""
    found: dict[str, tuple[str, Repealed]] = {}
    for cited in find_citations(text):
        row = _BY_NUMBER.get(cited.number.casefold())
        if row and cited.day in (None, row.day):
            found.setdefault(row.number, (f"{cited.type} số {cited.number}", row))
    for words, row in _named_laws(text):
        found.setdefault(row.number, (words, row))
    yield from ((words, row) for words, row in found.values() if row.since <= on)


def in_force_instead(row: Repealed, on: date) -> Repealed:
    """The row whose later document is in force on that day: a successor may have been replaced in its turn."""
    later = _BY_NUMBER.get(row.by_number.casefold())
    return in_force_instead(later, on) if later and later.since <= on else row


def _named_laws(text: str) -> Iterator[tuple[str, Repealed]]:
    """Laws named by title, and by number, day or year: `Luật Đất đai ngày 29 tháng 11 năm 2013`, `Luật Đất đai năm 2013`."""
    for found in _law_pattern().finditer(text) if "uật" in text else ():
        for row in _laws()[found["name"].casefold()]:
            if _is_meant(found, row):
                yield " ".join(found.group().split()).rstrip(" ,("), row


def _is_meant(found: re.Match[str], row: Repealed) -> bool:
    if found["number"]:
        return found["number"].casefold() == row.number.casefold()
    if found["day"]:
        return parse_day(found["day"]) == row.day
    return bool(found["year"]) and int(found["year"]) == row.day.year


@cache
def _laws() -> dict[str, list[Repealed]]:
    laws: dict[str, list[Repealed]] = {}
    for row in TABLE:
        if row.name.startswith("Luật"):
            laws.setdefault(row.name.casefold(), []).append(row)
    return laws


@cache
def _law_pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_laws(), key=len, reverse=True))
    day = r"\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}"
    return re.compile(
        rf"\b(?P<name>{names})(?!\w)(?:,?\s*\(?(?:số\s*)?(?P<number>\d+/\d{{4}}/QH\d+)\)?)?,?\s*(?:ngày\s+(?P<day>{day})|(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?!/))?",
        re.IGNORECASE,
    )
