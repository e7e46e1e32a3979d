"""The source's place in a text: its unit's word and its name."""

import re
from collections.abc import Iterator

from kedraft.adaptation.levels import APART_WHY, BUDGET_WHY, INDEX, INDEX_OF, INDEX_WHY, budget_of_many, told_apart
from kedraft.adaptation.offices import WORK, WORK_WHY
from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.adaptation.phrases import trimmed, words_before
from kedraft.adaptation.unit_names import CAP
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily

#: `nằm trong nhóm 20 tỉnh dẫn đầu`: the source is ranked among its equals.
_RANKED = lazily(
    r"(?i:(?<!\w)\d+\s+tỉnh(?:, thành phố)?(?!\w)|các tỉnh(?:, thành phố)? (?:dẫn đầu|khá|tốt)|xếp hạng[^.;]{0,30}cả nước)"
)
#: `tỉnh nằm trong nhóm 10 địa phương dẫn đầu`, `thành phố đứng thứ 5 cả nước`.
_AHEAD = 300
_IN_RANKING = lazily(
    r"(?i:\s+(?:tiếp tục\s+|luôn\s+)?(?:nằm|đứng|thuộc|xếp|lọt|vào|ở)\s+(?:trong\s+|vào\s+)?(?:nhóm|top|tốp|thứ|hạng)\s[^.;]{0,60}?(?:cả nước|toàn quốc|dẫn đầu|khá|tốt|vùng|khu vực))"
)
_NOUN = (
    r"(?:\s+(?!(?:trên|tại|ở|trong|cho|đến|tới|về|với|theo|để|từ|của|thuộc|do|là|được|có|các|gửi|thực|triển)(?!\w))"
    r"[^\s.,;:()“”]+)"
)
#: A word inside a body's name: no preposition, no verb of doing, nobody who might be its object.
_NAMED_BY = (
    r"\s+(?!(?:trên|tại|ở|trong|cho|đến|tới|về|với|theo|để|từ|của|thuộc|do|là|được|có|các|gửi|thực hiện|triển khai|tổ chức|phối hợp|chủ trì|hướng dẫn"
    r"|vận động|nhân dân|người|cán bộ|toàn|lãnh đạo|địa bàn)(?!\w))[^\s.,;:()“”]+"
)
_WORKS = (
    r"(?i:(?:các\s+)?(?:cơ quan báo chí|báo chí|báo và phát thanh, truyền hình|báo, đài"
    r"|phát thanh(?:,|\s+và|\s*[-–])\s+truyền hình|kho (?:học liệu|dữ liệu|lưu trữ|tư liệu)|cơ sở dữ liệu|nền tảng"
    r"|hệ thống thông tin|trục liên thông|mạng truyền số liệu|cổng (?:thông tin|dịch vụ|dữ liệu)|trang thông tin điện tử"
    r"|(?:đoàn|tổ) (?:kiểm tra|thanh tra|giám sát|liên ngành|công tác)|quỹ|bệnh viện|bảo tàng|thư viện|công ty))(?!\w)"
)
_WORK = lazily(
    rf"(?<!\w)(?P<work>(?:{_WORKS}{_NOUN}{{0,10}}|(?:Trung tâm|Trường|Đài|Báo)(?!\w){_NOUN}{{0,10}}(?=\s+(?:của|thuộc)\s))"
    r"(?:,\s+[a-zà-ỹ]+\s+[^\s.,;]+)?(?:\s+(?:của|thuộc))?\s+)$"
)
# `nền tảng dùng chung của tỉnh, thành phố`: the word means the kind, not the source.
_BESIDE_KIND = lazily(r"\s*(?:,|/|và|-)\s*(?:thành phố|huyện|thị xã|quận)(?!\w)")
_RANGE = lazily(r"(?i:(?<!\w)từ\s+(?:cấp\s+)?$)")
_REACHES = lazily(r"\s*(?:,|[-–])?\s+(?:đến|tới|xuống|về)(?!\w)")
_UNSURE = "từ ngữ của cấp trên, chưa rõ có thay bằng tên của đơn vị được không"
_UNIT_BODY = "tổ chức của cấp trên, chưa rõ đơn vị có tổ chức tương ứng không"
# A body whose name ends in the unit's word: `Trung tâm Kiểm soát bệnh tật tỉnh`.
_BODY_BEFORE = lazily(
    r"^(?:.*[^\w])?(?P<body>(?:Trung tâm|Ban Quản lý|Trường|Bệnh viện|Đài|Chi cục|Cục|Quỹ|Liên minh|Liên hiệp"
    r"|Hiệp hội|Hội|Đoàn|Ban|Bảo tàng|Thư viện"
    r"|Bưu điện|Viễn thông|Công ty|Cổng|Học viện|Tạp chí)(?!\w)[^.;:()]{0,80})$"
)
#: `Kế hoạch … trên địa bàn tỉnh ban hành kèm theo Quyết định số …`: the end of a document's title.
_ISSUED_WITH = lazily(
    r"\s+(?:đã\s+)?(?:được\s+)?(?:ban hành|phê duyệt)\s+(?:kèm theo|tại|theo)\s+(?:Quyết định|Nghị quyết|Kế hoạch|Công văn|Thông báo)(?!\s+này)(?!\w)"
)
#: A body or work of which a province has one, with its name before the unit: `Hiệp hội Doanh nghiệp tỉnh`, `Bưu điện tỉnh`.
_OF_ITS_OWN = lazily(
    rf"(?<!\w)(?P<body>(?:(?:Trung tâm|Ban Quản lý|Trường|Học viện|Bệnh viện|Chi cục|Cục|Quỹ|Liên minh|Liên hiệp|Hiệp hội|Hội(?! đồng)|Bảo tàng|Thư viện|Đài(?! Truyền thanh)|Cảng vụ|Vườn"
    rf"|Nhà hát|Công ty|Tổng công ty|Ngân hàng)\s+[{CAP}][^\s.,;:()“”]*(?:{_NAMED_BY}){{0,9}}|Bưu điện|Viễn thông|Điện lực)\s+)$"
)
#: `chính quyền các cấp trong tỉnh`: a commune has one.
_ALL_TIERS = lazily(
    r"(?i:(?<!\w)(?:cấp ủy|cấp uỷ|chính quyền|mặt trận|đoàn thể)\s+(?P<tiers>các cấp\s+(?:trong|của)\s+)$)"
)
#: `chính quyền địa phương hai cấp của tỉnh`: a commune is one of the two.
_TWO_TIERS = lazily(r"(?i:(?<!\w)(?:hai|0?2)\s+cấp\s+của\s+$)")
_INSTITUTION = (
    "tên cơ quan, tổ chức hoặc công trình mang địa danh của cấp trên; đơn vị không có cơ quan như vậy thì bỏ hoặc thay"
)
_INSTITUTE = lazily(
    r"^(?:.*[^\w])?(?P<body>(?:Báo và Phát thanh,? (?:và )?[Tt]ruyền hình|Báo|Tạp chí|Đài|Trường|Đại học|Cảng|Bệnh viện|Công ty|Nhà máy|Khu|Bưu điện|Viễn thông|Điện lực|Ngân hàng"
    r"|Trung tâm|Sân bay|Ga|Bảo tàng)"
    r"(?!\w)[^.;:()“”]{0,60})$",
    re.DOTALL,
)
_ALONE = "địa danh của cấp trên, chưa rõ có thay bằng tên của đơn vị được không"
# Words before the unit's word with which it is another unit, or none.
_OTHER = lazily(
    r"(?i:(?:(?<!\w)(?:các|liên|những|mỗi|nhiều|hai|ba|một số|từng|giữa|bất|thức|đường|(?<!đổi )(?<!quyền )(?<!tế )(?<!xã hội )(?<!liệu )(?<!tầng )(?<!nghệ )số|khác|bạn|\d+|một)"
    r"\s*)$)"
)
# Beside a unit word of another kind ("tỉnh, thành phố") the word means the kind, not the source's unit.
_BESIDE = lazily(r"(?i:(?<!\w)(tỉnh|huyện|quận|thị xã)\s*(?:,|và|-|/)\s*$)")
_COMPOUND = lazily(
    r"\s+(?:lộ|táo|thức|khác|bạn|thành(?!\s+(?:lập|công|phần))|lỵ|lị|mộng|ngộ|thông minh|lớn)(?!\w)|\s*(?:,|/|và|-)\s*(?:thành phố|huyện"
    r"|thị xã|quận|xã)(?!\w)(?!\s+hội)"
)
# A unit with its name right before: the source's is where it lies.
_ADDRESS = lazily(
    rf"(?<!\w)(?i:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)\s+(?:[{CAP}][\w'’]*|\d+)(?:\s+[{CAP}][\w'’]*|\s+\d+)*"
    r"(?P<joint>\s*,\s*|\s*-\s*|\s+và\s+|\s*\(|\s+(?:của|thuộc)\s+)$"
)
_KNOWN = lazily(
    r"(?i:(?<!\w)(?:địa bàn|toàn|trong|trong toàn|ngoài|tại|ở|của|thuộc|cho|đến|từ|nội|quê hương|người dân|nhân dân"
    r"|lãnh đạo|ngân sách|cán bộ"
    r"|cơ quan|đơn vị|đoàn thể|phạm vi|mặt|chính quyền|xã hội|với|tế|trung tâm|khắp|cả|trong nội|đạo|chính trị"
    r"|kinh tế|thể thao|tdtt|hình|riêng"
    r"|đại biểu|thanh niên|lực lượng|hệ thống chính trị|dân tộc|công chức|viên chức|người lao động|đoàn viên|hội viên|học sinh|cử tri|doanh nghiệp"
    r"|tuổi trẻ|đồng bào|phụ nữ|nông dân|vũ trang|quân và dân|(?<!ủy )(?<!uỷ )quân sự"
    r"|ngành|cấp ủy"
    r"|hình ảnh|phát triển|do|được|cấp|(?:chuyển đổi|chính quyền|kinh tế|xã hội) số|cải cách hành chính|nông thôn mới)\s+$)"
)
#: `của huyện và của xã`: the source's unit and the target's, each for itself.
_OWN_BESIDE = lazily(
    rf"\s*(?:,|và|hoặc)\s+(?:của|tại|ở|cho)\s+(?P<word>xã|phường|thị trấn|đặc khu|huyện|quận)(?!\w)(?!\s+(?:hội|[{CAP}\d]))"
)
#: `Đại hội Đảng bộ tỉnh … là sự kiện của Nhân dân tỉnh`: theirs from the first word to the last.
_THEIR_EVENT = lazily(r"Đại hội\s[^.;]{0,40}Đảng bộ\s+(?:tỉnh|thành phố|huyện|quận|thị xã)(?!\w)[^.;]*\slà\s[^.;]*$")
#: `Ban Chỉ đạo phong trào “…” tỉnh`: a committee with a title in its name.
_QUOTED = ("” ", '" ')
_TITLED = lazily(
    r"(?<!\w)(?:Ban (?:[Cc]hỉ đạo|[Tt]ổ chức|[Vv]ận động)|BCĐ|BTC|Hội đồng)(?!\w)[^.;:()“”\"]{0,60}(?:“[^“”]{1,100}”|\"[^\"]{1,100}\")\s+$"
)
_START = lazily(r"(?:^|[.!?;:]\s+)(?:[-+•*]\s*)?$")
#: `Trong quý IV, tỉnh tập trung …`: the unit as the one who acts.
_ACTS = lazily(
    r"\s+(?:phấn đấu|tập trung|tổ chức|triển khai|tiếp tục|đặt mục tiêu|sẽ|xác định|cũng|chú trọng|hoàn thành)(?!\w)"
)
_SAFE_NAME = lazily(
    r"(?i:(?<!\w)(?:địa bàn|người dân|nhân dân|tại|ở|của|trong|toàn|quê hương|đến với|vùng đất|con người|hình ảnh)\s+$)"
)


#: Before these words no name of a body or work can end.
_PLAIN = ("địa bàn ", "toàn ", "trong ", "người dân ", "nhân dân ")


def places(page: Page) -> Iterator[Mention]:
    """The source's unit as a place: `trên địa bàn tỉnh`."""
    for found in page.lexicon.unit.finditer(page.text):
        if page.free(*found.span()) and (mention := _place(page, found)):
            yield mention


def _place(page: Page, found: re.Match[str]) -> Mention | None:
    start, end = found.span()
    left, named = page.left(start), page.named(found[0])
    if _RANGE.search(left) and _REACHES.match(page.text, end):
        return Mention(start, end, Kind.PLACE, None, "level.place", _UNSURE)
    if named and (own := _ADDRESS.search(left)):
        return _address(page, found, own)
    other = _OTHER.search(left)
    if other and named:
        return Mention(start, end, Kind.PLACE, None, "level.place", _ALONE, "KH-CA-04")
    if (apart := _OWN_BESIDE.match(page.text, end)) and apart["word"] == page.target.word:
        return Mention(start, end, Kind.PLACE, None, "level.place", APART_WHY)
    if left.endswith("hân dân ") and _THEIR_EVENT.search(page.text, max(0, start - _AHEAD), start):
        return Mention(start, end, Kind.PLACE, None, "level.place", _UNSURE)
    if _ISSUED_WITH.match(page.text, end):
        return Mention(start, end, Kind.PLACE, found[0], "level.place")
    special = _tiers(page, found, left) or _index(page, found, left) or _work(page, found, left)
    if special:
        return special
    beside = _BESIDE.search(left)
    if other or _COMPOUND.match(page.text, end) or (beside and beside[1].lower() != page.source.word):
        return None
    acts = left.endswith(", ") and _ACTS.match(page.text, end)
    if (named or acts or _KNOWN.search(left) or _titled(left) or _START.search(left)) and not left.endswith(
        "uy hoạch "
    ):
        new = page.target.level_word if left.endswith("cấp ") else page.target.unit(named)
        context = words_before(page.text, start, 2 if left.endswith("địa bàn ") else 1)
        return Mention(start, end, Kind.PLACE, new, "level.place", context=context)
    body = _BODY_BEFORE.search(left)
    begin = page.phrase(start, end, len(body["body"]) if body else 0)
    rule = "KH-CH-01" if body else "KH-CA-04" if page.foreign(found[0]) else "KH-CA-01"
    return Mention(begin, end, Kind.PLACE, None, "level.place", _UNIT_BODY if body else _UNSURE, rule)


def _titled(left: str) -> bool:
    return left.endswith(_QUOTED) and _TITLED.search(left) is not None


def _tiers(page: Page, found: re.Match[str], left: str) -> Mention | None:
    """Budgets of several levels, and the tiers below a province, of which a commune is the last."""
    start, end = found.span()
    if budget_of_many(page, start, end):
        return Mention(page.phrase(start, end), end, Kind.PLACE, None, "level.place", BUDGET_WHY)
    if left.endswith("cấp ") and told_apart(page, start, end):
        return Mention(start - len("cấp "), end, Kind.PLACE, None, "level.place", APART_WHY)
    if left.endswith("cấp của ") and _TWO_TIERS.search(left):
        return Mention(start, end, Kind.PLACE, None, "level.place", _UNSURE)
    tiers = _ALL_TIERS.search(left) if page.target.level is Level.COMMUNE and "các cấp " in left[-20:] else None
    if tiers:
        return Mention(start - len(tiers["tiers"]), end, Kind.PLACE, page.target.word, "level.place")
    return None


def _index(page: Page, found: re.Match[str], left: str) -> Mention | None:
    """A figure by which provinces are compared."""
    start, end = found.span()
    index = INDEX_OF.search(left) or INDEX.search(left)
    if index and (INDEX_OF.search(left) or _RANKED.search(page.text, end, end + _AHEAD)):
        return Mention(page.phrase(start, end, len(index[0])), end, Kind.PLACE, None, "level.place", INDEX_WHY)
    ranked = _IN_RANKING.match(page.text, end)
    return Mention(start, end, Kind.PLACE, None, "level.place", INDEX_WHY) if ranked else None


def _work(page: Page, found: re.Match[str], left: str) -> Mention | None:
    """A body or a work that the source has built or keeps and the target has not."""
    start, end = found.span()
    if left.endswith(_PLAIN):
        return None
    if body := _OF_ITS_OWN.search(left):
        begin = page.phrase(start, end, len(body["body"]))
        return Mention(begin, end, Kind.PLACE, None, "level.place", _UNIT_BODY, "KH-CH-01")
    work = _WORK.search(left)
    if not work or _BESIDE_KIND.match(page.text, end):
        return None
    return Mention(page.phrase(start, end, len(work["work"])), end, Kind.PLACE, None, WORK, WORK_WHY)


def _address(page: Page, found: re.Match[str], own: re.Match[str]) -> Mention:
    """`xã Ba Sơn, tỉnh Lạng Sơn` is an address and stays; the unit beside its own province is asked."""
    start, end = found.span()
    begin = start - len(own[0])
    if own["joint"].strip() == "và" and page.free(begin, start):
        return Mention(trimmed(page.text, begin, end), end, Kind.PLACE, None, "level.place", _UNSURE)
    return Mention(start, end, Kind.PLACE, found[0], "level.place")


def names(page: Page) -> Iterator[Mention]:
    """The source's name without its kind."""
    for found in page.lexicon.name.finditer(page.text):
        start, end = found.span()
        if not page.free(start, end):
            continue
        left, right = page.left(start), page.text[end : end + 40]
        if re.search(r"(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu|TP\.?)\s+$", left, re.IGNORECASE):
            continue
        if _SAFE_NAME.search(left) and not re.match(rf"\s+[{CAP}\d]|\s*[-–]\s*[{CAP}]", right):
            yield Mention(
                start,
                end,
                Kind.NAME,
                page.target.place.full,
                "level.name",
                context=words_before(page.text, start, 1),
            )
            continue
        body = _INSTITUTE.search(left) or re.search(rf"(?P<body>(?<!\w)(?:[{CAP}][\wÀ-ỹ]*\s+)+)$", left)
        begin = page.phrase(start, end, len(body["body"])) if body else start
        yield Mention(begin, end, Kind.NAME, None, "level.name", _INSTITUTION if body else _ALONE, "KH-CA-04")
