"""Words by which a commune's plan speaks of its own unit: `Ủy ban nhân dân xã`, `Công an phường`, `địa bàn xã Ba Sơn`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.remembering import remembered

#: Kinds of units of the commune level, as they stand in a sentence.
KINDS = ("xã", "phường", "thị trấn", "đặc khu")

_BODY = (
    r"Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Đảng ủy|Đảng uỷ|Công an|Trạm Y tế|Ban Chỉ đạo|Ban Chỉ huy|Ban CHQS|Ủy ban Mặt trận"
    r"|Uỷ ban Mặt trận|Ủy ban MTTQ|UBMTTQ|UB MTTQ|MTTQ|Mặt trận Tổ quốc|Phòng|Văn phòng|Trung tâm|Đài|Hội|Đoàn|Tổ|Bộ phận|Thường trực|Trang thông tin"
    r"|các tổ chức chính trị - xã hội|cán bộ, công chức|lãnh đạo"
)
# Words of a body's name; a verb, a level or another body ends it.
_REST = r"(?:(?!(?:phối|với|cho|về|đến|các|từng|mỗi|tại|trên|cấp|của|thuộc|ở|tỉnh|hai|tham|chỉ đạo các)\b)[^.;:()\n¤]){0,60}?"
_AREA = r"địa bàn|toàn|của"
_KIND = r"(?P<kind>(?<!thị )xã(?! hội)|phường|thị trấn|đặc khu)"
_NAME = r"(?P<name>(?-i:[A-ZĐÀ-Ỹ])[\w'’]*(?:[ -]+(?-i:[A-ZĐÀ-Ỹ0-9])[\w'’]*){0,4}|\d{1,2}\b)"
# `xã, phường`, `xã/phường`, `xã (phường)` speak of every commune; `xã cũ` of one that is gone.
_LISTED = r"(?!\s*(?:,|/|và|hoặc|\(|-)\s*(?:các\s+)?(?:xã(?! hội)|phường|thị trấn|đặc khu)\b)(?!\s*(?:\(?cũ|trước đây|khác|bạn|lân cận|giáp)\b)"
_FRAMED = lazily(
    rf"(?<!\w)(?P<frame>(?:{_BODY})(?!\w){_REST}|{_AREA})\s+{_KIND}(?!\w)(?:\s+{_NAME})?{_LISTED}", re.IGNORECASE
)
_STARTS = lazily(rf"(?:\A|(?<=[.;:]\s))(?-i:(?P<kind>Xã(?! hội)|Phường|Đặc khu))\s+(?=[a-zđà-ỹ]){_LISTED}")
_NAMED = lazily(rf"(?<!\w){_KIND}\s+{_NAME}", re.IGNORECASE)
# Titles of laws and habits of speech that hold the words.
_FIXED = lazily(r"(?:Pháp lệnh|Luật|danh hiệu|tiêu chí)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KindWords:
    """A place where a text speaks of a commune as its own: `Công an xã`, with the kind in small letters and the name that follows."""

    start: int
    end: int
    words: str
    kind: str
    name: str | None


@remembered(maxsize=1024)
def own_kinds(text: str) -> tuple[KindWords, ...]:
    """Bodies and areas of a commune (`Công an xã`, `toàn xã`), in reading order; lists of all communes are none. Cached: rules share it."""
    return tuple(_own_kinds(text))


def _own_kinds(text: str) -> Iterator[KindWords]:
    for found in _FRAMED.finditer(text):
        if not _FIXED.search(text[: found.start()]) and not _follows_a_list(found["frame"]):
            yield _kind_words(found, found["name"])


def acting_kinds(text: str) -> Iterator[KindWords]:
    """Sentences in which the unit itself acts: `Xã thành lập …`."""
    return (_kind_words(found, None) for found in _STARTS.finditer(text))


def named_communes(text: str) -> Iterator[KindWords]:
    """Communes called by kind and name: `xã Ba Sơn`; the name may hold a word too many."""
    return (_kind_words(found, found["name"]) for found in _NAMED.finditer(text))


def _follows_a_list(frame: str) -> bool:
    return bool(re.search(r"(?:xã|phường|thị trấn|đặc khu)\s*(?:,|/|và|hoặc)\s*\Z", frame, re.IGNORECASE))


def _kind_words(found: re.Match[str], name: str | None) -> KindWords:
    words = " ".join(found.group().split())
    return KindWords(found.start(), found.end(), words, found["kind"].lower(), name)
