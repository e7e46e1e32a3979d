"""The level of an issuing body, told by the unit that its name holds.

Unit words are matched with their marks (`QUẬN` is no `QUAN`, `PHƯỜNG` no `PHƯƠNG`); only a text that has lost all its marks is
matched without.
"""

import re
from datetime import date

from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind
from kedraft.units import provinces
from kedraft.vietnamese.dates import first_day
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import fold, new_tone

_UNIT = pattern(
    r"(?<!\w)(?:(?P<district>THỊ XÃ|HUYỆN|QUẬN)|(?P<commune>(?<!HỢP TÁC )XÃ(?! HỘI\b)|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)"
    r"|(?P<province>TỈNH)|(?P<city>THÀNH PHỐ|THÀNH ỦY|THÀNH ĐOÀN|TP\b\.?)\s*(?P<name>[\w ]*))(?!\w)"
)
_UNIT_WITHOUT_MARKS = re.compile(
    r"(?<!\w)(?:(?P<district>thi xa|huyen|quan(?! su| doi| ly| tri| khu))|(?P<commune>(?<!hop tac )xa(?! hoi\b)|phuong(?! huong| an| tien| cham)|thi tran|dac khu)"
    r"|(?P<province>tinh)|(?P<city>thanh pho|thanh uy|tp\b\.?)\s*(?P<name>[\w ]*))(?!\w)"
)
#: The word behind a committee's name is a unit's, whatever OCR made of its marks (`ỦY BAN NHÂN DÂN TĨNH …`).
_DAMAGED_UNIT = re.compile(
    r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan)\s+(?:(?P<district>thi xa|huyen|quan)|(?P<commune>xa|phuong|thi tran|dac khu)"
    r"|(?P<province>tinh)|(?P<city>thanh pho)\s*(?P<name>[\w ]*))(?!\w)"
)
_CENTRAL = pattern(
    r"(?<!ĐẢNG )(?<!CHI )(?<!CÁN )(?<!\w)BỘ (?!PHẬN|MÔN)|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC GIA|TRUNG ƯƠNG|QUỐC HỘI|TỔNG CỤC|NGÂN HÀNG NHÀ NƯỚC|"
    r"BẢO HIỂM XÃ HỘI VIỆT NAM|TÒA ÁN NHÂN DÂN TỐI CAO|ỦY BAN DÂN TỘC"
)
_NO_AUTHORITY = re.compile(
    r"(?:.*\btruong (?:th|thcs|thpt|tieu hoc|trung hoc|mam non|mau giao|pho thong|cao dang|trung cap|dai hoc)\b|truong|hoc vien|dai hoc|benh vien|(?:tong )?cong ty|nha may|tap doan|hop tac xa|ngan hang|khach san)\b(?! ban)"
)
_TWO_TIERS = date(2025, 7, 1)
#: `ỦY BAN NHÂN DÂN`, also as a page has torn it (`ỦY BAN NHÂN`, `ỦY BAN NHÂN NHÂN`).
_ONLY_A_COMMITTEE = re.compile(r"(?:uy ban(?: nhan(?: [a-z]{1,4})?)?|ubnd)\Z")


def is_only_a_committee(issuer: str) -> bool:
    """Whether a name says no more than that it is a People's Committee: which one, another line has to say."""
    return bool(_ONLY_A_COMMITTEE.match(fold(issuer)))


def level_of(issuer: str, superior: str | None, date: str | None) -> Level | None:
    """Level of an issuing body by the first unit that it names, or that the body above names.

    A `THÀNH PHỐ` is a province's equal when it is one of those run by the centre on that date. None where only
    `ỦY BAN NHÂN DÂN` stands, or a city that was none on that date; a school, a hospital or a company is of no level.
    """
    if _NO_AUTHORITY.match(fold(new_tone(issuer))):
        return Level.OTHER
    for text in (issuer, superior or ""):
        if found := _unit_in(text):
            return _level(found, date)
    if not superior and is_only_a_committee(issuer):
        return None
    whole = new_tone(f"{superior or ''} {issuer}").upper()
    if _CENTRAL.search(whole):
        return Level.CENTRAL
    return Level.PROVINCE if re.search(r"\bSỞ\b", whole) else Level.OTHER


def _unit_in(text: str) -> re.Match[str] | None:
    """The first unit word in a body's name."""
    whole, bare = new_tone(text).upper(), fold(text)
    if found := _UNIT.search(whole):
        return found
    return (_UNIT_WITHOUT_MARKS if bare == text.casefold() else _DAMAGED_UNIT).search(bare)


def _level(unit: re.Match[str], on: str | None) -> Level | None:
    if unit.group("city"):
        return _level_of_city(fold(unit.group("name")).strip(), on)
    return next(level for level in (Level.DISTRICT, Level.COMMUNE, Level.PROVINCE) if unit.group(level.value))


def _level_of_city(name: str, on: str | None) -> Level | None:
    """Level of a city on a (partial) date: since 2025-07-01 there are only those run by the centre."""
    day = first_day(on) if on else date(2025, 6, 30)
    cities = tuple(fold(unit.name) for unit in provinces(day) if unit.kind is UnitKind.THANH_PHO)
    if not name:  # `UBND THÀNH PHỐ` alone: since then a province's equal, before that doubtful
        return Level.PROVINCE if day >= _TWO_TIERS else None
    if name.startswith(cities):
        return Level.PROVINCE
    return Level.DISTRICT if day < _TWO_TIERS else None
