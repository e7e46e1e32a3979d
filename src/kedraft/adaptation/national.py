"""The whole country in a text of a central body: its area, its bodies as a group, the provinces below it, and ministries that act."""

import re
from collections.abc import Iterator

from kedraft.adaptation.local_groups import group_of
from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily

_COUNTRY = r"(?:cả nước|toàn quốc)"
_AREA = lazily(
    rf"(?<!\w)(?:(?P<within>(?:[Tt]rên|[Tt]rong|[Tt]ại|[Ởở])\s+(?:(?:phạm vi|địa bàn|quy mô)\s+)?){_COUNTRY}|(?P<scope>(?:phạm vi|địa bàn)\s+){_COUNTRY}"
    rf"|(?P<of>của\s+){_COUNTRY}|(?P<first>C)ả nước|(?P<whole>T)oàn quốc"
    rf"|(?P<people>(?i:nhân dân|người dân|nông dân|thanh niên|học sinh|phụ nữ|đồng bào|cử tri|viên chức|công chức|doanh nghiệp|cộng đồng)\s+){_COUNTRY})(?!\w)"
)
#: Beside these words the country is what it is: something is compared with it, is one for all of it, or stands beside our own.
_COMPARED = lazily(
    r"(?i:(?<!\w)(?:so với|bình quân|trung bình|dẫn đầu|top|nhóm|xếp hạng|thứ|đứng|mức|thống nhất|liên thông|kết nối|cơ sở dữ liệu|cùng với|cùng|chung)(?!\w)[^.;]{0,40}$)"
)
_IN_GENERAL = lazily(r"\s+nói chung(?!\w)")
_FROM_ABOVE = lazily(
    r"(?P<all>(?<!\w)các cấp,?\s+)?(?<!\w)từ\s+[Tt]rung ương\s+(?:đến|tới|xuống)\s+(?:tận\s+)?(?:các\s+)?(?:địa phương|cơ sở|cấp xã)(?!\w)"
)
_BETWEEN = lazily(r"(?<!\w)giữa\s+(?:các\s+)?[Tt]rung ương\s+(?:và|với)\s+(?:các\s+)?địa phương(?!\w)")
_WHY_BETWEEN = "quan hệ giữa Trung ương và địa phương, không phải việc của đơn vị; bỏ, hoặc viết thành việc của đơn vị"
_MEMBER = r"(?:cơ quan ngang [Bb]ộ|cơ quan thuộc Chính phủ|ban, ngành|ban|ngành|cơ quan|đoàn thể|tập đoàn|tổng công ty)"
_PROVINCES = (
    r"(?:các\s+)?tỉnh(?!\s+ủy)(?:(?:\s*,\s*|\s+và\s+|/)thành phố)?(?:\s+trực thuộc(?:\s+[Tt]rung ương|\s+TW)?)?(?!\w)"
)
_COMMITTEES = r"(?:(?:HĐND,\s+)?UBND|(?:Hội đồng nhân dân,\s+)?(?:Ủy|Uỷ|ủy) ban nhân dân)"
_BODIES = lazily(
    rf"(?<!\w)(?P<many>[Cc]ác)\s+[Bb]ộ(?:\s*,\s*{_MEMBER}(?!\w)(?:\s+(?:ở\s+)?[Tt]rung ương)?)+(?:\s+và\s+{_MEMBER}(?!\w))?(?:\s+có liên quan|\s+liên quan)?"
    rf"(?P<places>\s*(?:,|,?\s+và)\s+(?:(?:các\s+)?địa phương(?!\w)|(?:{_COMMITTEES}\s+)?{_PROVINCES}))?"
)
#: `lồng ghép vào kế hoạch của các bộ, ngành, địa phương`: whose plans they are, of which the target has one.
_THEIR_PLANS = lazily(
    r"(?i:(?<!\w)(?:vào|trong)\s+(?:các\s+)?(?:kế hoạch|chương trình|đề án|dự toán)(?!\w)[^.;:]{0,70}\scủa\s+$)"
)
_BELOW = lazily(
    rf"(?<!\w)(?P<head>(?:[Cc]hủ tịch\s+)?{_COMMITTEES}\s+|(?:Sở|Công an|Chi cục|Trung tâm)(?:\s+[^\s,.;:]+){{0,9}}?\s+)?(?P<units>(?P<count>\d+(?:/\d+)?%?\s+(?:số\s+)?|[Mm]ỗi\s+|[Tt]ừng\s+|[Mm]ột số\s+|[Cc]ác\s+)"
    r"(?:các\s+)?tỉnh(?!\s+ủy)(?:(?:\s*,\s*|\s+và\s+|/)thành phố)?(?:\s+trực thuộc(?:\s+[Tt]rung ương|\s+TW)?)?(?!\w)|tỉnh,\s+thành phố(?:\s+trực thuộc(?:\s+[Tt]rung ương|\s+TW)?)?(?!\w))"
)
_NEIGHBOURS = lazily(r"(?i:(?:phối hợp (?:với|cùng)|liên kết|hợp tác|học tập|kinh nghiệm|giáp|giữa)(?!\w)[^.;]{0,30}$)")
_OTHERS = lazily(r"\s+(?:khác|bạn|lân cận|giáp ranh|liền kề|miền|phía|vùng)(?!\w)")
_WHY_BELOW = (
    "nhóm tỉnh, thành phố mà cơ quan trung ương giao việc hoặc tính chung; viết thành việc, số liệu của đơn vị, hoặc bỏ"
)
_CAP = "A-ZĐÀ-ỸẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰ"
_CENTRAL = (
    rf"(?:Bộ(?!\s+(?:phận|máy|chỉ số|tiêu chí|Chỉ huy|luật|Luật))\s+[{_CAP}]|Tổng cục(?!\w)|Cục\s+[{_CAP}]|Vụ\s+[{_CAP}]|Viện\s+[{_CAP}]|Văn phòng (?:Bộ|Chính phủ|Trung ương)"
    r"|Thanh tra (?:Chính phủ|Bộ)|Ban Chỉ đạo (?:[Qq]uốc gia|[Tt]rung ương)|Thủ tướng|Chính phủ|Trung ương (?:Đoàn|Hội)|Ủy ban Trung ương|Ban (?:Tuyên giáo|Tổ chức|Nội chính)[^,;.:]{0,15} Trung ương"
    r"|Đài (?:Truyền hình|Tiếng nói) Việt Nam|Thông tấn xã|Ngân hàng Nhà nước|Bảo hiểm xã hội Việt Nam|Tổng Liên đoàn)"
)
#: A central body at the beginning, as the one who acts.
_ACTS = lazily(
    rf"(?:\A|(?<=[.;]\s))(?:Giao\s+|Đề nghị\s+|Yêu cầu\s+)?(?P<body>{_CENTRAL}[^,;.:()]{{0,70}}?)(?=\s*[:,;.]|\s*\Z|\s+(?:chủ trì|phối hợp|tổ chức|xây dựng|thành lập|hướng dẫn|ban hành|chỉ đạo|kiểm tra|tham mưu|là|có|theo dõi|đôn đốc|tổng hợp|cung cấp|vận hành|triển khai"
    r"|thực hiện|tiếp tục|rà soát|nghiên cứu|biên soạn|cung ứng|phát động|bố trí|vận động|căn cứ|chịu)(?!\w))"
)
_WHY_ACTS = "việc của cơ quan trung ương, cấp dưới không giao được; bỏ, hoặc viết thành việc của đơn vị"


def national(page: Page) -> Iterator[Mention]:
    """Everything of the country in a text of a central body; nothing in texts of others."""
    if page.source.level is not Level.CENTRAL or page.target.level is Level.CENTRAL:
        return
    yield from _acting(page)
    yield from _groups(page)
    yield from _provinces(page)
    yield from _areas(page)
    if page.target.level is not Level.PROVINCE:
        for found in _BETWEEN.finditer(page.text):
            yield Mention(found.start(), found.end(), Kind.LOWER, None, "level.below", _WHY_BETWEEN)
    for found in _FROM_ABOVE.finditer(page.text):
        yield Mention(found.start(), found.end(), Kind.LEVEL, _downward(page, found), "level.word")


def _acting(page: Page) -> Iterator[Mention]:
    for found in _ACTS.finditer(page.text):
        start, end = found.span("body")
        yield Mention(start, end, Kind.ABOVE, above_why=_WHY_ACTS, above_rule="KH-CA-02")


def _groups(page: Page) -> Iterator[Mention]:
    """`các bộ, ngành, địa phương` -> the target's own bodies, and who carries out below it."""
    for found in _BODIES.finditer(page.text):
        if _THEIR_PLANS.search(page.left(found.start())):
            yield Mention(found.start(), found.end(), Kind.HAMLET, page.target.word, "agency.collective")
            continue
        new = group_of(page.target)
        if found["places"]:
            joint = " và " if "và" in found["places"].split("địa phương")[0] else ", "
            new += joint + _below(page, found["places"])
        yield Mention(found.start(), found.end(), Kind.COLLECTIVE, new, "agency.collective")


def _below(page: Page, places: str) -> str:
    if page.target.level is Level.PROVINCE and "địa phương" in places:
        return "địa phương"
    return f"các {page.target.hamlets}" if page.target.level is Level.COMMUNE else f"UBND các {page.target.hamlets}"


def _provinces(page: Page) -> Iterator[Mention]:
    for found in _BELOW.finditer(page.text):
        theirs = _NEIGHBOURS.search(page.left(found.start())) and page.target.level is Level.PROVINCE
        if theirs or _OTHERS.match(page.text, found.end()):
            continue
        yield Mention(found.start(), found.end(), Kind.LOWER, None, "level.below", _WHY_BELOW)


def _areas(page: Page) -> Iterator[Mention]:
    for found in _AREA.finditer(page.text):
        if _COMPARED.search(page.left(found.start())) or _IN_GENERAL.match(page.text, found.end()):
            continue
        yield Mention(found.start(), found.end(), Kind.PLACE, _area(page, found), "level.place")


def _area(page: Page, found: re.Match[str]) -> str:
    word = page.target.word
    if found["first"] or found["whole"]:
        return f"Toàn {word}"
    if found["of"]:
        return f"của {word}"
    if found["scope"]:
        return f"địa bàn {word}"
    head = found["people"] or ""
    lead = "Trên" if found["within"] and found["within"][0].isupper() else "trên"
    return f"{head}{lead} địa bàn {word}"


def _downward(page: Page, found: re.Match[str]) -> str:
    """`từ Trung ương đến cơ sở`: from our own level on; `các cấp` of a commune are one."""
    own = page.target
    if own.level is Level.COMMUNE:
        return "cấp xã" if found["all"] else f"từ {own.word} đến {own.hamlets}"
    return f"{found['all'] or ''}từ {own.level_word} đến cơ sở"
