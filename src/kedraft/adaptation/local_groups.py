"""`các địa phương` in a text for a commune: below the office above they were its communes, below a commune there are only hamlets."""

import re
from collections.abc import Iterator

from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.adaptation.source import Target
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily

_GROUP = lazily(
    r"(?<!\w)(?:(?P<list>(?P<many>[Cc]ác\s+)?cơ quan,\s+(?:tổ chức,\s+)?(?:đơn vị|ban, ngành|ngành))(?P<joint>\s*,\s*(?:và\s+)?|\s+và\s+)(?:các\s+)?địa phương"
    r"|(?P<each>[Tt]ừng|[Mm]ỗi)\s+địa phương|(?P<all>(?:[Tt]ất cả\s+)?[Cc]ác)\s+địa phương)(?!\w)"
)
#: Other people's places, or places as such.
_OTHERS = lazily(
    r"\s+(?:khác|bạn|lân cận|giáp ranh|liền kề|trong\s+(?:cả\s+)?(?:nước|tỉnh|vùng|khu vực)|trong\s+và\s+ngoài|ngoài\s+tỉnh|trên\s+cả\s+nước)(?!\w)"
)
_NEIGHBOURS = lazily(r"(?i:(?<!\w)(?:giữa|học tập|kinh nghiệm|liên kết)(?!\w)[^.;:]{0,40}$)")
#: What may stand before the group for hamlets to make sense in its place.
_FITS = lazily(
    r"(?i:(?:,|;|(?<!\w)(?:tại|ở|đến|tới|cho|với|của|trên|và|về|từ|hoặc|cùng|gồm|do|chỉ đạo|hướng dẫn|kiểm tra|đôn đốc|giám sát|hỗ trợ|giúp|yêu cầu|đề nghị|vận động|nhắc nhở|thông báo))\s+$)"
)
#: `các cơ quan, đơn vị, địa phương liên quan`: one word for all of them, before and after.
_CONCERNED = lazily(r"\s+(?:có\s+)?liên quan(?!\w)")
_WHY = "gồm cả đơn vị; viết lại thành việc của đơn vị, hoặc nêu rõ khu dân cư nào"


def local_groups(page: Page) -> Iterator[Mention]:
    """Groups of places below the source, in a commune's words."""
    if page.target.level is not Level.COMMUNE or page.source.level not in (
        Level.CENTRAL,
        Level.PROVINCE,
        Level.DISTRICT,
    ):
        return
    for found in _GROUP.finditer(page.text):
        left = page.left(found.start())
        if not _OTHERS.match(page.text, found.end()) and not _NEIGHBOURS.search(left):
            yield _mention(page, found, left)


def _mention(page: Page, found: re.Match[str], left: str) -> Mention:
    start, end, hamlets = found.start(), found.end(), page.target.hamlets
    if found["list"]:
        # "100% cơ quan, đơn vị, địa phương": hamlets are no offices that could be counted among them.
        many = "" if _CONCERNED.match(page.text, end) else "các "
        new = f"{found['list']}{found['joint']}{many}{hamlets}" if found["many"] else found["list"]
        if left.endswith(("từng ", "mỗi ")):
            new = f"{found['list']}{found['joint']}{hamlets}"
        return Mention(start, end, Kind.HAMLET, new, "level.below")
    if found["each"]:
        return Mention(start, end, Kind.HAMLET, f"{found['each']} {hamlets}", "level.below")
    if _FITS.search(left):
        return Mention(start, end, Kind.HAMLET, f"{found['all']} {hamlets}", "level.below")
    return Mention(start, end, Kind.LOWER, None, "level.below", _WHY)


def group_of(target: Target) -> str:
    """The target's own bodies as a group: `các sở, ban, ngành`, `các phòng, ban, đơn vị thuộc xã`."""
    match target.level:
        case Level.PROVINCE:
            return "các sở, ban, ngành"
        case Level.DISTRICT:
            return f"các phòng, ban, ngành {target.word}"
        case _:
            own = (
                f"phòng, ban, đơn vị thuộc {target.word}" if target.two_tier else f"ban, ngành, đoàn thể {target.word}"
            )
            return f"các {own}"
