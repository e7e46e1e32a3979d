"""The source's place in a text: its unit's word, its name, and both in capitals."""

import re
from collections.abc import Iterator

from kedraft.adaptation.levels import INDEX, INDEX_OF, INDEX_WHY
from kedraft.adaptation.offices import WORK, WORK_WHY
from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.adaptation.phrases import trimmed, words_before
from kedraft.adaptation.unit_names import CAP
from kedraft.vietnamese.letters import lazily

#: `nằm trong nhóm 20 tỉnh dẫn đầu`: the source is ranked among its equals.
_RANKED = lazily(
    r"(?i:(?<!\w)\d+\s+tỉnh(?:, thành phố)?(?!\w)|các tỉnh(?:, thành phố)? (?:dẫn đầu|khá|tốt)|xếp hạng[^.;]{0,30}cả nước)"
)
_NOUN = (
    r"(?:\s+(?!(?:trên|tại|ở|trong|cho|đến|tới|về|với|theo|để|từ|của|thuộc|do|là|được|có|các|gửi|thực|triển)(?!\w))"
    r"[^\s.,;:()“”]+)"
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
_RANGE = lazily(r"(?i:(?<!\w)từ\s+$)")
_REACHES = lazily(r"\s*(?:,|[-–])?\s+(?:đến|tới|xuống|về)(?!\w)")
_UNSURE = "từ ngữ của cấp trên, chưa rõ có thay bằng tên của đơn vị được không"
_UNIT_BODY = "tổ chức của cấp trên, chưa rõ đơn vị có tổ chức tương ứng không"
# A body whose name ends in the unit's word: `Trung tâm Kiểm soát bệnh tật tỉnh`.
_BODY_BEFORE = lazily(
    r"^(?:.*[^\w])?(?P<body>(?:Trung tâm|Ban Quản lý|Trường|Bệnh viện|Đài|Chi cục|Cục|Quỹ|Liên minh|Liên hiệp"
    r"|Hiệp hội|Hội|Đoàn|Ban|Bảo tàng|Thư viện"
    r"|Bưu điện|Viễn thông|Công ty|Cổng|Học viện|Tạp chí)(?!\w)[^.;:()]{0,80})$"
)
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
    r"(?i:(?:(?<!\w)(?:các|liên|những|mỗi|nhiều|hai|ba|một số|từng|giữa|bất|thức|đường|số|khác|bạn|\d+|một)"
    r"\s*)$)"
)
# Beside a unit word of another kind ("tỉnh, thành phố") the word means the kind, not the source's unit.
_BESIDE = lazily(r"(?i:(?<!\w)(tỉnh|huyện|quận|thị xã)\s*(?:,|và|-|/)\s*$)")
_COMPOUND = lazily(
    r"\s+(?:lộ|táo|thức|khác|bạn|thành|lỵ|lị|mộng|ngộ|thông minh|lớn)(?!\w)|\s*(?:,|/|và|-)\s*(?:thành phố|huyện"
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
    r"|kinh tế|thể thao|hình|riêng"
    r"|đại biểu|thanh niên|lực lượng|hệ thống chính trị|dân tộc"
    r"|hình ảnh|phát triển|do|được|cấp)\s+$)"
)
_START = lazily(r"(?:^|[.!?;:]\s+)(?:[-+•*]\s*)?$")
_SAFE_NAME = lazily(
    r"(?i:(?<!\w)(?:địa bàn|người dân|nhân dân|tại|ở|của|trong|toàn|quê hương|đến với|vùng đất|con người|hình ảnh)\s+$)"
)


def places(page: Page) -> Iterator[Mention]:
    """The source's unit as a place: `trên địa bàn tỉnh`."""
    source = page.source
    for found in page.lexicon.unit.finditer(page.text):
        start, end = found.span()
        if not page.free(start, end):
            continue
        left = page.left(start)
        beside = _BESIDE.search(left)
        if _RANGE.search(left) and _REACHES.match(page.text, end):
            yield Mention(start, end, Kind.PLACE, None, "level.place", _UNSURE)
            continue
        if page.named(found[0]) and (own := _ADDRESS.search(left)):
            yield _address(page, found, own)
            continue
        if _OTHER.search(left) and page.named(found[0]):
            yield Mention(start, end, Kind.PLACE, None, "level.place", _ALONE, "KH-CA-04")
            continue
        index = INDEX_OF.search(left) or (INDEX.search(left) if _RANKED.search(page.text, end) else None)
        if index:
            yield Mention(page.phrase(start, end, len(index[0])), end, Kind.PLACE, None, "level.place", INDEX_WHY)
            continue
        work = _WORK.search(left)
        if work and not _BESIDE_KIND.match(page.text, end):
            begin = page.phrase(start, end, len(work["work"]))
            yield Mention(begin, end, Kind.PLACE, None, WORK, WORK_WHY)
            continue
        if _OTHER.search(left) or _COMPOUND.match(page.text, end) or (beside and beside[1].lower() != source.word):
            continue
        new = page.target.level_word if left.endswith("cấp ") else page.target.unit(page.named(found[0]))
        known = (_KNOWN.search(left) or page.named(found[0]) or _START.search(left)) and not left.endswith("uy hoạch ")
        context = words_before(page.text, start, 2 if left.endswith(("địa bàn ", "uy hoạch ")) else 1)
        if known:
            yield Mention(start, end, Kind.PLACE, new, "level.place", context=context)
        else:
            body = _BODY_BEFORE.search(left)
            begin = page.phrase(start, end, len(body["body"]) if body else 0)
            rule = "KH-CH-01" if body else "KH-CA-04" if page.foreign(found[0]) else "KH-CA-01"
            yield Mention(begin, end, Kind.PLACE, None, "level.place", _UNIT_BODY if body else _UNSURE, rule)


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


def capitals(page: Page) -> Iterator[Mention]:
    """The source's unit in headings in capitals."""
    for found in page.lexicon.upper_case.finditer(page.text):
        if found[0].startswith("CẤP"):
            yield Mention(found.start(), found.end(), Kind.LEVEL, f"CẤP {page.target.level_word.upper()}", "level.word")
            continue
        if re.search(r"(?:CÁC|LIÊN|NGOÀI CÁC)\s+$", page.left(found.start())):
            continue
        lead = f"{found['lead']} " if found["lead"] else ""
        new = lead + page.target.unit(bool((found["name"] or "").strip())).upper()
        yield Mention(found.start(), found.end(), Kind.PLACE, new, "level.place")
