"""Amounts with their unit, and how often: `80%`, `02 lớp`, `mỗi quý`, for comparing a target with the parent's."""

import re
from dataclasses import dataclass
from functools import lru_cache

PERCENT = "%"
_MONEY = ("tỷ đồng", "triệu đồng", "nghìn đồng", "đồng")
_COUNTED = (
    "hộ|người|lượt|lớp|buổi|cuộc|hội nghị|mô hình|điểm|thôn|cơ sở|sản phẩm|tin|bài|văn bản|hồ sơ|dịch vụ|thủ tục|doanh nghiệp|"
    "hợp tác xã|học sinh|giáo viên|cán bộ|công chức|ha|km"
)
_QUANTITY = re.compile(
    rf"(?<![\d.,/-])(?P<value>\d{{1,3}}(?:\.\d{{3}})+|\d+(?:,\d+)?)\s?(?P<unit>%|{'|'.join(_MONEY)}|{_COUNTED})(?!\w)",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:\b(?:mỗi|hằng|hàng|một)\s+|(?<=\w)/\s?)(?P<unit>ngày|tuần|tháng|quý|năm)\b|\bđịnh kỳ (?P<half>06|6) tháng\b|\b(?:06|6) tháng(?: một lần|/lần)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?<![\d.,/-])(?P<times>\d{1,3}) (?:lần|lượt|kỳ|đợt|cuộc|buổi) ?(?:/|một |mỗi |trong một |trong )(?P<unit>ngày|tuần|tháng|quý|năm)\b",
    re.IGNORECASE,
)
_A_YEAR = {"ngày": 365, "tuần": 52, "tháng": 12, "quý": 4, "năm": 1}
_HALF_YEARS = 2


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: its value, its unit in small letters, and as printed."""

    value: float
    unit: str
    printed: str

    @property
    def money(self) -> bool:
        """Whether it is a sum of money."""
        return self.unit in _MONEY


@dataclass(frozen=True, slots=True)
class Period:
    """How often something is done: times a year, and as printed."""

    a_year: int
    printed: str


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every amount with a unit, in reading order."""
    return tuple(
        Quantity(
            float(found["value"].replace(".", "").replace(",", ".")),
            found["unit"].casefold(),
            " ".join(found.group().split()),
        )
        for found in _QUANTITY.finditer(text)
    )


@lru_cache(maxsize=4096)
def periods(text: str) -> tuple[Period, ...]:
    """Every word for how often, in reading order."""
    often = tuple(
        Period(int(found["times"]) * _A_YEAR[found["unit"].casefold()], found.group())
        for found in _TIMES.finditer(text)
    )
    return often or tuple(
        Period(_A_YEAR[found["unit"].casefold()] if found["unit"] else _HALF_YEARS, found.group().strip(" /"))
        for found in _PERIOD.finditer(text)
    )
