"""Bodies of communes that the source names one by one: what it tells them is not told to the target."""

from collections.abc import Iterator

from kedraft.adaptation.names import same_name
from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.adaptation.unit_names import CAP
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily

_WHY = "việc giao riêng cho đơn vị được nêu tên, không phải đơn vị mình; bỏ, hoặc ghi địa bàn của đơn vị"
_NAME = rf"[{CAP}][\w'’]*(?:\s+(?!UBND|HĐND)[{CAP}][\w'’]*){{0,4}}|\d{{1,2}}(?![\w./%])"
_KIND = r"\s+(?:(?:xã|phường|thị trấn|đặc khu)\s+|(?:P|X|TT)\.\s*)"
_ONE = lazily(rf"(?:UBND|ban nhân dân|Đảng ủy|Đảng uỷ|HĐND|Công an){_KIND}(?P<name>{_NAME})(?!\w)")
#: Who of it is spoken to: `Chủ tịch UBND xã Ba Sơn`.
_HEAD = lazily(
    r"(?:(?<!\w)(?:[Cc]hủ tịch|[Ll]ãnh đạo)\s+)?(?:(?<!\w)HĐND(?:\s+và|,)\s+)?(?:(?<!\w)(?:Ủy|ủy|Uỷ|uỷ)\s+)?$"
)
_KINDS = (" xã ", " phường ", " thị trấn ", " đặc khu ", " P.", " X.", " TT.")
_JOINT = lazily(r"\s*,\s*(?:và\s+)?|\s+và\s+")


def committees(page: Page) -> Iterator[Mention]:
    """`UBND phường Tam Thanh, UBND xã Ba Sơn`, one list as one question; the target's own body is none of them."""
    if not _names_one(page.text) or page.source.level not in (Level.PROVINCE, Level.DISTRICT):
        return
    if page.target.level is not Level.COMMUNE:
        return
    start, end = -1, -1
    for found in _ONE.finditer(page.text):
        if same_name(found["name"], page.target.place.name):
            continue
        head = _HEAD.search(page.left(found.start()))
        begin = found.start() - (len(head[0]) if head else 0)
        if end >= 0 and not _JOINT.fullmatch(page.text, end, begin):
            yield _asked(start, end)
            start = -1
        start, end = (start if start >= 0 else begin), found.end()
    if end >= 0:
        yield _asked(start, end)


def _names_one(text: str) -> bool:
    """Whether the word for a kind of commune stands before a capital or a number anywhere: plain searches spare the pattern."""
    for kind in _KINDS:
        at = text.find(kind)
        while at >= 0:
            name = text[at + len(kind) : at + len(kind) + 2].lstrip()
            if name[:1].isupper() or name[:1].isdigit():
                return True
            at = text.find(kind, at + 1)
    return False


def _asked(start: int, end: int) -> Mention:
    return Mention(start, end, Kind.LOWER, None, "level.below", _WHY)
