"""Committees of communes that the source names one by one: what it tells them is not told to the target."""

from collections.abc import Iterator

from kedraft.adaptation.names import same_name
from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.adaptation.unit_names import CAP
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily

_WHY = "việc giao riêng cho đơn vị được nêu tên, không phải đơn vị mình; bỏ, hoặc ghi địa bàn của đơn vị"
_NAME = rf"[{CAP}][\w'’]*(?:\s+(?!UBND|HĐND)[{CAP}][\w'’]*){{0,4}}|\d{{1,2}}(?![\w./%])"
_COMMITTEE = (
    r"(?:(?:[Cc]hủ tịch|[Ll]ãnh đạo)\s+)?(?:HĐND(?:\s+và|,)\s+UBND|UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân)"
    r"\s+(?:xã|phường|thị trấn|đặc khu)\s+"
)
_ONE = lazily(rf"(?<!\w){_COMMITTEE}(?P<name>{_NAME})(?!\w)")
_JOINT = lazily(r"\s*,\s*(?:và\s+)?|\s+và\s+")


def committees(page: Page) -> Iterator[Mention]:
    """`UBND phường Tam Thanh, UBND xã Ba Sơn`, one list as one question; the target's own committee is none of them."""
    if page.target.level is not Level.COMMUNE or page.source.level not in (Level.PROVINCE, Level.DISTRICT):
        return
    start, end = -1, -1
    for found in _ONE.finditer(page.text):
        if same_name(found["name"], page.target.place.name):
            continue
        if end >= 0 and not _JOINT.fullmatch(page.text, end, found.start()):
            yield _asked(start, end)
            start = -1
        start, end = (start if start >= 0 else found.start()), found.end()
    if end >= 0:
        yield _asked(start, end)


def _asked(start: int, end: int) -> Mention:
    return Mention(start, end, Kind.LOWER, None, "level.below", _WHY)
