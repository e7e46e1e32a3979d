"""Units below the source in a text: districts, communes and hamlets, by name, by number or as groups."""

import re
from collections.abc import Iterator

from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.adaptation.patterns import HAMLET_JOINT, HAMLETS, HAMLETS_TOO, RURAL, URBAN
from kedraft.adaptation.unit_names import CAP
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.letters import lazily

_NAMED_BELOW = "địa danh cụ thể của cấp trên, cần chọn địa bàn của đơn vị"
_KINDS = r"huyện|quận|thị xã|thành phố|thị trấn|đặc khu|xã|phường"
_QUANTIFIER = lazily(
    r"(?i:(?<!\w)(?:(?<!năm )(?<!-)\d+(?:[.,]\d+)*(?:/\d+)?\s*%?|mỗi|từng|một số|tất cả(?:\s+các)?|hai|ba|những)\s+(?:số\s+)?$)"
)
_COUNTED = lazily(r"(?<![\d.,/])[1-9]\d[\d.]*\s+$")
#: Offices of the units below that the units one level down do not have: `Phòng Tư pháp các huyện`.
_OFFICE_OF = lazily(
    r"(?<!\w)(?:Phòng|Trung tâm|Đài|Tòa án|Viện|Kho bạc|Bảo hiểm|Hạt|Chi cục|Thanh tra|Văn phòng)(?!\w)[^.;:()]{0,70}?(?<![,;])\s+(?:thuộc\s+|của\s+)?$"
)
_OFFICES_BELOW = "cơ quan của cấp dưới của cấp trên; chọn cơ quan, bộ phận của đơn vị"
_GROUP_OF_ABOVE = "nhóm đơn vị hành chính cấp dưới của cấp trên, cần chọn địa bàn của đơn vị"
_BETWEEN_WHY = "quan hệ giữa cấp trên và cấp của đơn vị; bỏ, hoặc viết thành việc của đơn vị"
_OTHER_KIND = "khu dân cư của loại đơn vị khác; ghi khu dân cư của đơn vị"
_COUNT = "số lượng hoặc nhóm đơn vị cấp dưới của cấp trên, cần tính lại cho đơn vị"
_ITSELF = "chính là đơn vị; bỏ, hoặc ghi cấp dưới của đơn vị"
_OF_LEVEL = lazily(
    r"(?<![\w.,/])\d[\d.,]*\s*%?\s+(?:số\s+)?(?:đơn vị(?:\s+hành chính)?|chính quyền|UBND)\s+cấp\s+(?P<word>xã|huyện)(?!\w)"
)
_COMMUNE_KINDS = frozenset({"xã", "phường", "thị trấn", "đặc khu"})
#: Bodies and works that every commune has: `Trạm Y tế xã, phường`, `đài truyền thanh xã, phường, thị trấn`.
_BODY_OF = lazily(
    r"(?i:(?<!\w)(?:trạm y tế|công an|ban chỉ huy quân sự|thư viện|đài truyền thanh|loa truyền thanh|truyền thanh|nhà văn hóa|trung tâm học tập cộng đồng|cán bộ, công chức|công chức|cán bộ|hội đồng nhân dân|quân sự|đoàn thanh niên)\s+$)"
)
_WORK_OF = lazily(
    r"(?i:(?<!\w)(?:thư viện|đài truyền thanh|loa truyền thanh|truyền thanh|nhà văn hóa|trung tâm học tập cộng đồng)\s+$)"
)
#: Places of which each commune has its own: `tại trạm y tế các xã, phường`.
_PLACE_OF_EACH = lazily(
    r"(?i:(?<!\w)(?:tại|ở|đến)\s+(?:các\s+)?(?:trạm y tế|nhà văn hóa|trung tâm học tập cộng đồng|bộ phận một cửa)\s+$)"
)
_OF_XA = lazily(
    rf"(?<!\w)xã(?!\w)(?!\s+(?:[{CAP}]|hội))(?!\s*[,/]\s*(?:phường|thị trấn|đặc khu|huyện))(?!\s+và\s+(?:phường|thị trấn))"
)
# What may stand before "các huyện, thị xã, thành phố" for "các thôn" to make sense in its place.
_GROUP_FITS = lazily(
    r"(?i:(?:,|;|(?<!\w)(?:tại|ở|đến|tới|cho|với|của|trên|giữa|và|về|từ|hoặc|là|hỗ trợ|phối hợp|cùng|gồm))\s*$)"
)


def counted(page: Page) -> Iterator[Mention]:
    """`toàn tỉnh có 65 xã, phường`: a count of the source's units, with the unit that it belongs to."""
    for found in page.lexicon.counted.finditer(page.text):
        yield _asked_group(page, found.start(), found.end(), _COUNT)


def counted_levels(page: Page) -> Iterator[Mention]:
    """`50% đơn vị hành chính cấp xã`: a count of the target's own level, of which it is one."""
    word = page.target.level_word
    if page.source.level is page.target.level:
        return
    for found in _OF_LEVEL.finditer(page.text):
        if found["word"] == word or (found["word"] == "huyện" and page.target.two_tier):
            yield Mention(
                found.start(), found.end(), Kind.LOWER, None, "level.below", _COUNT, _group_rule(page, found[0])
            )


def communes(page: Page) -> Iterator[Mention]:
    """Units below the source by their names."""
    for found in page.lexicon.communes.finditer(page.text):
        rule = "KH-CA-04" if page.foreign(found[0]) else _group_rule(page, found[0])
        yield Mention(found.start(), found.end(), Kind.LOWER, None, "level.below", _NAMED_BELOW, rule)


def lower(page: Page) -> Iterator[Mention]:
    """Units below the source, as groups or one by one."""
    for found in page.lexicon.lower.finditer(page.text):
        mention = _below(page, found)
        if mention:
            yield mention


def _asked_group(page: Page, start: int, end: int, why: str) -> Mention:
    """A question about units below the source, quantifier before and the source's own name after included."""
    left = _QUANTIFIER.search(page.left(start))
    begin = start - len(left[0]) if left else start
    more = page.lexicon.of_source.match(page.text, end)
    stop = more.end() if more else end
    start, end = (begin if page.free(begin, start) else start), (stop if page.free(end, stop) else end)
    return Mention(start, end, Kind.LOWER, None, "level.below", why, _group_rule(page, page.text[start:end]))


def _group_rule(page: Page, words: str) -> str:
    """The rule for words of another level: those of a level that is gone have their own."""
    gone = page.target.two_tier and re.search(r"huyện|quận|thị xã|thị trấn", words)
    return "KH-2C-01" if gone else "KH-CA-01"


def _below(page: Page, found: re.Match[str]) -> Mention | None:
    start, end = found.span()
    units = found["hlist"] or found["list"] or found["hone"] or found["one"] or ""
    if found["hlevel"] or found["bare"]:
        return _single(page, found)
    if found["count"]:
        return _asked_group(page, start, end, _COUNT)
    if re.search(rf"(?<!\w){page.source.word}(?!\w)", units) and not found["many"] and not found["hmany"]:
        # "tỉnh, thành phố", "thành phố, xã": the source's own word among others says nothing of the source.
        return Mention(start, end, Kind.LOWER, found[0], "level.below")
    if re.search(rf"\s[{CAP}]", units):
        return Mention(
            start, end, Kind.LOWER, None, "level.below", "địa danh cụ thể của cấp trên, cần chọn địa bàn của đơn vị"
        )
    if not found["head"] and page.target.level is Level.COMMUNE and _PLACE_OF_EACH.search(page.left(start)):
        return Mention(start, end, Kind.LOWER, page.target.word, "level.below")
    if found["many"] and not found["head"] and _one_of_each(page, start, units):
        return Mention(start, end, Kind.LOWER, page.target.word, "level.below")
    if not found["head"] and _OFFICE_OF.search(page.left(start)):
        return _asked_group(page, start, end, _OFFICES_BELOW)
    owned = page.lexicon.of_source.match(page.text, end)
    if owned and owned["word"] in ("của", "thuộc"):
        return _asked_group(page, start, end, _GROUP_OF_ABOVE)
    if _QUANTIFIER.search(page.left(start)) or not (found["many"] or found["head"] or found["one"]):
        return _each(page, start, end, units)
    if found["one"] or found["hone"]:
        return _unless_same(page, start, end, units, _GROUP_OF_ABOVE)
    if page.target.level is Level.COMMUNE:
        return _for_commune(page, start, end, found["head"] or "")
    if _LED_ONES.search(page.left(start)) and set(re.findall(_KINDS, units)) <= _COMMUNE_KINDS:
        return _asked_group(page, start, end, _GROUP_OF_ABOVE)
    head = found["head"] or ""
    many = "Các " if page.text[start] == "C" and not head else "các "
    return Mention(start, end, Kind.LOWER, f"{head}{many}{page.target.hamlets}", "level.below")


#: A body of which each commune has one, as the one who acts: `Công an các xã, phường tuần tra`.
_ACTING_BODY = lazily(
    r"(?:^|[.;]\s+)\s*(?:[-+•*]\s*|\d+(?:\.\d+)*[.)]\s*|[a-zđ]\)\s*)?(?:(?:Giao|Đề nghị|Yêu cầu)\s+)?(?:Công an|Ban (?:Chỉ huy [Qq]uân sự|CHQS)|Trạm Y tế"
    r"|Phòng Văn hóa - Xã hội|Trung tâm Phục vụ hành chính công|(?:(?:[ỦU]y ban|UB)\s+)?(?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?)\s+$"
)


def _one_of_each(page: Page, start: int, units: str) -> bool:
    """Whether the communes stand after a body that each of them has, the target among them."""
    ours = page.target.level is Level.COMMUNE and set(re.findall(_KINDS, units)) <= _COMMUNE_KINDS
    return ours and _ACTING_BODY.search(page.left(start)) is not None


#: `UBND các huyện, thị xã chỉ đạo các xã, phường`: below a district's communes there is only what each of them has.
_LED_ONES = lazily(
    rf"(?<!\w)(?:{_KINDS})\s+(?:(?:thường xuyên|trực tiếp|kịp thời|có trách nhiệm)\s+)?(?:chỉ đạo|hướng dẫn|đôn đốc|yêu cầu|giao|kiểm tra|giám sát)(?:,\s+[^\s,]+\s+[^\s,]+)?\s+(?:UBND\s+)?$"
)


def _each(page: Page, start: int, end: int, units: str) -> Mention | None:
    """`100% xã, phường, thị trấn`, `từng xã, phường`: for a district its own kinds, where they are known."""
    if re.search(r"\d\s+$", page.left(start)):
        return _asked_group(page, start, end, _COUNT)
    named = re.findall(_KINDS, units)
    if page.target.level is Level.COMMUNE and set(named) <= _COMMUNE_KINDS and _BODY_OF.search(page.left(start)):
        return Mention(start, end, Kind.LOWER, page.target.word, "level.below")
    if page.target.level is Level.COMMUNE and set(named) <= _COMMUNE_KINDS and _becomes(page, start, end):
        return Mention(start, end, Kind.LOWER, page.target.word, "level.below")
    if page.target.level is not Level.DISTRICT or not set(named) <= {"xã", "phường", "thị trấn"}:
        return _unless_same(page, start, end, units, _COUNT)
    known = page.target.kinds_below
    if set(named) <= set(known):
        return None
    kept = [kind for kind in named if kind in known]
    if not kept:
        return _asked_group(page, start, end, _COUNT)
    first = units.startswith(named[0].capitalize())
    return Mention(start, end, Kind.LOWER, _cut_list(kept, first), "level.below")


#: What a commune is made, of which ours is one: `xây dựng xã, phường không ma túy`.
_MADE = lazily(r"(?i:(?<!\w)(?:xây dựng|công nhận|danh hiệu|tiêu chí|tiêu chuẩn)(?: mô hình)?\s+$)")
_QUALITY = lazily(r"\s+(?:không|đạt|an toàn|văn minh|kiểu mẫu|phù hợp|điểm|thông minh|học tập|tiên tiến)(?!\w)")


def _becomes(page: Page, start: int, end: int) -> bool:
    return bool(_MADE.search(page.left(start)) and _QUALITY.match(page.text, end))


def _unless_same(page: Page, start: int, end: int, units: str, why: str) -> Mention | None:
    kinds = set(re.findall(_KINDS, units))
    own = {Level.DISTRICT: {"xã", "phường", "thị trấn"}}.get(page.target.level, set())
    return None if kinds <= own else _asked_group(page, start, end, why)


def _for_commune(page: Page, start: int, end: int, head: str) -> Mention:
    left = page.left(start)
    if head and _SEAT.search(left):
        committee = re.sub(r"\s+(?:các|cấp)?\s*\Z", "", head)
        return Mention(start, end, Kind.LOWER, f"{committee} {page.target.word}", "level.below")
    led = _LED_ONES.search(left) or (head and _LEADS.match(page.text, end)) or _NEW_UNITS.match(page.text, end)
    if led:
        return _asked_group(page, start, end, _addressed(page, bool(head)))
    new = f"các {page.target.hamlets}"
    if re.match("[Cc]hủ tịch", head):
        new = _heads(page.target.hamlets)
    alone = re.search(
        r"(?:^|[.;:!?]\s+|^\s*(?:[-+•]|\d+(?:\.\d+)*[.)]?|[a-zđ]\))\s*)(?:Đề nghị|Giao|Yêu cầu)?\s*$", left
    )
    before = re.search(r"\s*;\s*$", left)
    listed = before is not None and start - len(before[0]) in page.collective_ends
    unfit = not head and not alone and not _GROUP_FITS.search(left)
    if unfit or (alone and not listed) or (head and _LED_WITH.search(left)):
        return _asked_group(page, start, end, _addressed(page, bool(head)))
    too = HAMLETS_TOO.match(page.text, end)
    end = too.end() if too and not head and page.free(end, too.end()) else end
    return Mention(start, end, Kind.LOWER, new, "level.below")


#: What a committee does and a hamlet cannot: `UBND các xã, phường chỉ đạo các trường`.
_LEADS = lazily(r"\s+chỉ đạo(?!\w)")
#: Units that a reform has made: `các xã, phường mới`.
_NEW_UNITS = lazily(r"\s+(?:mới|sau\s+(?:khi\s+)?(?:sắp xếp|sáp nhập|hợp nhất)|hình thành sau)(?!\w)")
#: The seat of a committee is its own, whatever lies below it.
_SEAT = lazily(
    r"(?i:(?<!\w)(?:trụ sở|bộ phận (?:một cửa|tiếp nhận và trả kết quả)|tham mưu)(?:\s+(?:làm việc|của|cho|giúp))*\s+$)"
)


def _heads(hamlets: str) -> str:
    """`Trưởng các thôn`, `Tổ trưởng các tổ dân phố`, both for a special zone."""
    heads = (f"{'Tổ trưởng' if one == 'tổ dân phố' else 'Trưởng'} các {one}" for one in hamlets.split(", "))
    return ", ".join(heads)


def _addressed(page: Page, head: bool) -> str:
    if head:
        return (
            "phần giao cho cấp dưới của cấp trên, gồm cả đơn vị; viết lại thành nhiệm vụ của đơn vị hoặc của các "
            + page.target.hamlets
        )
    return "nhóm đơn vị hành chính cấp dưới của cấp trên; chọn địa bàn của đơn vị"


def own_kind(page: Page) -> Iterator[Mention]:
    """`đài truyền thanh xã` in a ward's words: what every commune has, by the word of another kind."""
    if (
        page.target.level is not Level.COMMUNE
        or page.target.place.kind is UnitKind.XA
        or page.source.level is Level.COMMUNE
    ):
        return
    for found in _OF_XA.finditer(page.text):
        if _WORK_OF.search(page.left(found.start())):
            yield Mention(found.start(), found.end(), Kind.LOWER, page.target.word, "level.below")


def hamlets(page: Page) -> Iterator[Mention]:
    """`thôn, khối phố`: a commune has thôn, a ward tổ dân phố or what its region calls them; others keep both."""
    gone = {UnitKind.XA: URBAN, UnitKind.PHUONG: RURAL}.get(page.target.place.kind)
    if gone is None:
        return
    for found in HAMLETS.finditer(page.text):
        parts, joints = HAMLET_JOINT.split(found[0]), HAMLET_JOINT.findall(found[0])
        if all(gone.search(part) for part in parts):
            yield _hamlet_list(page, found, _replaced(page, found[0]))
        elif any(gone.search(part) for part in parts):
            yield _hamlet_list(page, found, _without(parts, joints, gone))


def _replaced(page: Page, words: str) -> str | None:
    """A list of hamlets of another kind only: the target's own; heads of hamlets are left to a person."""
    if re.search(r"[Tt]rưởng", words):
        return None
    many = re.match(r"[Cc]ác\s+", words)
    new = f"{many[0] if many else ''}{page.target.hamlets}"
    return new[0].upper() + new[1:] if words[0].isupper() else new


def _hamlet_list(page: Page, found: re.Match[str], new: str | None) -> Mention:
    """The list in the target's kinds; a number of them is the source's figure."""
    count = _COUNTED.search(page.left(found.start()))
    if count and page.free(found.start() - len(count[0]), found.start()):
        start = found.start() - len(count[0])
        return Mention(start, found.end(), Kind.HAMLET, None, "level.hamlet", _COUNT, "KH-CA-01")
    return Mention(found.start(), found.end(), Kind.HAMLET, new, "level.hamlet", None if new else _OTHER_KIND)


def _single(page: Page, found: re.Match[str]) -> Mention | None:
    """`UBND huyện`, `UBND cấp xã`, `huyện`: a level that is neither the source's own nor a group."""
    start, end = found.span()
    word = "huyện" if "huyện" in found[0] else "xã"
    if word == page.target.level_word and page.target.level is Level.COMMUNE and found["hlevel"]:
        return _own_committee(page, found)
    if page.source.level is not Level.PROVINCE:
        return None
    if word == page.target.level_word:
        named = page.target.level is Level.DISTRICT and "cấp" in (found["hlevel"] or "")
        if named and re.match("[Cc]hủ tịch", found["head"]):
            return Mention(start, end, Kind.BODY, f"{found['head']}{page.target.word}", "level.body")
        return Mention(start, end, Kind.LOWER, None, "level.below", _ITSELF) if named else None
    if word == "xã" and page.target.level is Level.DISTRICT:
        return None
    if found["bare"] and not page.target.two_tier:
        return None
    if word == "huyện" and page.target.two_tier:
        return Mention(start, end, Kind.LOWER, None, "level.gone", "từ ngày 01/7/2025 không còn cấp huyện", "KH-2C-01")
    return Mention(
        start,
        end,
        Kind.LOWER,
        None,
        "level.below",
        "cấp này không phải cấp của đơn vị; giữ, bỏ hay đổi tùy nội dung",
    )


#: `Đảng ủy, UBND các xã`: what leads each of the units below, of which ours is one.
_LED_WITH = lazily(r"(?<!\w)(?:Đảng ủy|Đảng uỷ|HĐND|Hội đồng nhân dân|[Cc]ấp ủy)\s*(?:,|và)\s+$")
_NEXT_IN_LIST = lazily(r"\s*(?:,|;|và)\s+(?:và\s+)?$")


def _after_group(page: Page, start: int) -> bool:
    """Whether a group of offices stands right before, as the item before in one list."""
    joint = _NEXT_IN_LIST.search(page.left(start))
    return joint is not None and start - len(joint[0]) in page.collective_ends


_BETWEEN = lazily(r"(?i:(?<!\w)giữa\s[^.;:]{2,80}\svà\s+$)")
_OWNED = lazily(r"(?:thuộc|của)\s+(?:UBND|[ỦU]y ban nhân dân)\s+[^,.;:]{2,30}(?P<joint>\s*,\s*(?:và\s+)?|\s+và\s+)$")


def _own_committee(page: Page, found: re.Match[str]) -> Mention | None:
    """`UBND cấp xã` in a commune's words is its own; between the office above and it a person must say what is meant."""
    start, end = found.span()
    if "cấp" not in found["hlevel"]:
        return None
    left = page.left(start)
    if _BETWEEN.search(left):
        return Mention(start, end, Kind.LOWER, None, "level.below", _BETWEEN_WHY)
    beside = _OWNED.search(left)
    if beside and page.free(start - len(beside["joint"]), start):
        # "cơ quan thuộc UBND tỉnh, UBND cấp xã": the first is its own already.
        return Mention(start - len(beside["joint"]), end, Kind.LOWER, "", "level.below")
    if _after_group(page, start):
        # "các phòng, ban và UBND xã": the committee does not order itself.
        heads = re.match("[Cc]hủ tịch", found["head"])
        new = _heads(page.target.hamlets) if heads else f"các {page.target.hamlets}"
        return Mention(start, end, Kind.LOWER, new, "level.below")
    return Mention(start, end, Kind.BODY, f"{found['head']}{page.target.word}", "level.body")


def _cut_list(kinds: list[str], capital: bool) -> str:
    words = ", ".join(dict.fromkeys(kinds))
    return words.capitalize() if capital else words


def _without(parts: list[str], joints: list[str], gone: re.Pattern[str]) -> str:
    """A list without the parts that fit `gone`; what parted the last two still parts them."""
    kept = [at for at, part in enumerate(parts) if not gone.search(part)]
    words = parts[kept[0]]
    for at in kept[1:]:
        joint = joints[-1] if at == kept[-1] and kept[-1] != len(parts) - 1 else joints[at - 1]
        words += joint + parts[at]
    lead = re.match(r"[Cc]ác\s+", parts[0])
    if kept[0] != 0 and lead and not words.startswith("các "):
        words = lead[0] + words
    words = _with_head(parts[0], words)
    return words[0].upper() + words[1:] if parts[0][0].isupper() else words


_HEAD = lazily(r"(?:[Tt]ổ trưởng|[Tt]rưởng)\s+(?:các\s+)?")


def _with_head(first: str, words: str) -> str:
    """`trưởng khóm, ấp` without `khóm`: the title that stood before the whole list is the rest's too."""
    if not _HEAD.match(first) or "trưởng" in words.lower():
        return words
    title = "tổ trưởng" if words.startswith("tổ dân phố") else "trưởng"
    many = "các " if "các " in first else ""
    return f"{title} {many}{words}"
