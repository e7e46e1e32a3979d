"""Who gets work in a plan, and whether a line under Nơi nhận reaches them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kedraft.lint.prose import words
from kedraft.model.plan import Item, Plan

_ASSIGNING = re.compile(r"tổ chức thực hiện|phân công|trách nhiệm", re.IGNORECASE)
_BODY = re.compile(
    r"(?:Các )?(?:Sở|Phòng|Ban|Văn phòng|Công an|Trung tâm|Trạm|Hội|Đoàn|Ủy ban|Uỷ ban|UBND|[Tt]hôn|[Bb]ản|[Tt]ổ dân phố|Báo|Đài|Mặt trận|"
    r"[Cc]ông chức|Trường|Chi cục|Thanh tra|Bộ Chỉ huy|Đảng ủy|Tổ Công nghệ|[Kk]hối|(?:Tỉnh|Thành|Huyện|Quận|Thị) [đĐ]oàn|(?:Tỉnh|Thành|Huyện|Quận|Thị)[đĐ]oàn"
    r"|Bưu điện|Kho bạc|Bảo hiểm xã hội|Hạt Kiểm lâm|Ngân hàng|Liên đoàn|Liên minh)\b"
)
#: Between two bodies in one line: `Phòng Kinh tế, Phòng Văn hóa - Xã hội`.
_NEXT_BODY = re.compile(r",\s+(?=(?:Phòng|Công an|Trạm|Trung tâm|Hội|Đoàn|Trường|Ban|Văn phòng)\b)")
_ASK = re.compile(r"^(?:Đề nghị|Giao|Yêu cầu)\s+(?:các cơ quan:?\s+)?", re.IGNORECASE)
_SHORT = {
    "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "mttq": "mặt trận tổ quốc", "ub": "ủy ban", "vhxh": "văn hóa xã hội",
    "vh": "văn hóa", "xh": "xã hội", "ca": "công an", "vp": "văn phòng", "pt": "phát thanh", "th": "truyền hình", "kt": "kinh tế",
    "tttt": "thông tin truyền thông", "tt": "trung tâm", "lhpn": "liên hiệp phụ nữ", "ccb": "cựu chiến binh", "nd": "nông dân",
    "tncs": "thanh niên cộng sản",
}  # fmt: skip
_EMPTY = frozenset(
    [
        "các",
        "và",
        "xã",
        "phường",
        "tỉnh",
        "huyện",
        "của",
        "việt",
        "nam",
        "trên",
        "địa",
        "bàn",
        "cấp",
        "đề",
        "nghị",
        "b",
        "c",
        "để",
        "t",
        "h",
        "p",
        "thuộc",
        "uỷ",
    ]
)
_EVERYONE = re.compile(
    r"các (?:cơ quan|đơn vị|phòng,? ban|ban,? ngành|phòng,? đơn vị|tổ chức, cá nhân)(?![^:;]{0,25}:)|các ngành(?!\s*:)|như (?:trên|thành phần)",
    re.IGNORECASE,
)
_GROUPS = (
    (r"(?:Phòng|Văn phòng|Trung tâm)\b", r"các phòng(?!\s*:)|phòng,? ban(?!\s*:)|các ban\b(?!\s*:)"),
    (
        r"(?:Sở|Ban(?! (?:Tuyên giáo|Dân vận|Tổ chức|Nội chính|Thường vụ))|Thanh tra|Công an|Bộ Chỉ huy|Văn phòng)\b",
        r"các sở(?!\s*:)|sở,? ban(?!,? ngành\s*:|\s*:)|sở,? ngành(?!\s*:)",
    ),
    (r"(?:Các )?(?:[Tt]hôn|[Bb]ản|[Kk]hối|[Tt]ổ dân phố)", r"thôn|bản\b|khối|tổ dân phố|trưởng thôn"),
    (r"(?:Các )?[Cc]ông chức", r"công chức|bộ phận|chuyên môn"),
    (
        r"(?:Hội|Đoàn|(?:Tỉnh|Thành|Huyện|Quận|Thị) ?[đĐ]oàn|Liên đoàn|Mặt trận|Ủy ban M|UB ?M|Uỷ ban M)",
        r"đoàn thể|tổ chức chính trị|hội,? đoàn|tổ chức hội|MTTQ|Mặt trận",
    ),
    (
        r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân) các",
        r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân) các|các (?:xã|huyện|địa phương)",
    ),
    (r"Trường\b", r"trường|nhà trường"),
)
_ABOVE = re.compile(r"b/c|báo cáo|\bTT\b|Thường trực|Chủ tịch|PCT|Lưu|Tỉnh|Đảng ủy|HĐND", re.IGNORECASE)


def assignees(plan: Plan) -> Iterator[tuple[str, str]]:
    """Bodies that get work: (place, name); headings of the assigning section, and the leads of tasks."""
    seen: set[str] = set()
    for section in plan.sections:
        if section.heading and _ASSIGNING.search(section.heading.text):
            for item in section.children:
                name = _assigned(item)
                if name and name not in seen:
                    seen.add(name)
                    yield item.id, name
    for task in plan.tasks:
        if task.lead and task.lead not in seen and _BODY.match(task.lead):
            seen.add(task.lead)
            yield task.node, task.lead


def _assigned(item: Item) -> str | None:
    name = _ASK.sub("", item.heading.text.strip(" :.")) if item.heading else ""
    return name if name and _BODY.match(name) and len(name) < 120 else None


def is_received(name: str, lines: tuple[str, ...]) -> bool:
    """Whether one of the lines is this body, holds it among others, or is a group that it belongs to."""
    wanted = _tokens(name)
    mine = {at for at, (kind, _) in enumerate(_GROUPS) if re.match(kind, name)}
    for line in lines:
        given = _tokens(line)
        common = wanted & given
        if wanted and (len(common) >= 0.6 * len(wanted) or (len(given) >= 2 and given <= wanted)):
            return True
        if _EVERYONE.search(line) or mine & _groups_in(line):
            return True
    return False


@lru_cache(maxsize=256)
def _groups_in(line: str) -> frozenset[int]:
    """Which groups a line speaks to. Cached: each body is compared with the same lines."""
    return frozenset(at for at, (_, group) in enumerate(_GROUPS) if re.search(group, line, re.IGNORECASE))


def is_specific(line: str) -> bool:
    """Whether a recipient is one named body below or beside the issuer, not a superior, a leader or a group."""
    return bool(
        re.match(r"(?:Phòng|Trung tâm|Trạm|Công an|Ban Chỉ huy|Trường|Hội|Đoàn|Hạt|Chi cục) ", line)
    ) and not _ABOVE.search(line)


def is_mentioned(line: str, body: tuple[str, ...]) -> bool:
    """Whether the text speaks of the recipient, or of a group that it belongs to."""
    wanted = [_tokens(one) for one in _NEXT_BODY.split(line)]
    return any(
        any(one <= _tokens(text) for one in wanted) or _EVERYONE.search(text) or _grouped(line, text) for text in body
    )


def _grouped(line: str, text: str) -> bool:
    return any(re.match(kind, line) and re.search(group, text, re.IGNORECASE) for kind, group in _GROUPS[:2])


@lru_cache(maxsize=1024)
def _tokens(text: str) -> frozenset[str]:
    """The words that tell bodies apart. Cached: each body is compared with the same lines."""
    long = " ".join(_SHORT.get(word, word) for word in words(text))
    return frozenset(word for word in long.split() if word not in _EMPTY)
