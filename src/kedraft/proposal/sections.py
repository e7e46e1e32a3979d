"""Kinds of sections, told by their titles."""

import re
from enum import Enum

from kedraft.model.plan import Item, Marker, Plan


class Kind(Enum):
    """Loại mục - with the reason that is given to the clerk."""

    STATE = "số liệu, đánh giá của cấp trên: bỏ, hoặc viết lại bằng số liệu của đơn vị"
    FUNDING = "nguồn kinh phí của cấp trên không áp dụng: dùng mẫu câu theo cấp ngân sách"
    ASSIGNMENT = "phân công lại cho cơ quan của đơn vị; xem lại cơ quan chủ trì, thời hạn"
    REPORTS = "chế độ báo cáo: nơi nhận, ngày báo cáo của đơn vị"
    CONTENT = "nội dung thống nhất từ cấp trên: giữ nguyên văn"
    AIMS = "mục tiêu, yêu cầu: đổi cấp và địa danh"
    TASKS = "đổi cấp, địa danh, thời hạn; bỏ việc ngoài thẩm quyền"


_FUNDING = re.compile(r"kinh phí|nguồn lực tài chính|dự toán|\A\W*nguồn lực(?: thực hiện)?\W*\Z", re.IGNORECASE)
_ASSIGNMENT = re.compile(
    r"tổ chức (?:triển khai )?thực hiện|phân công|trách nhiệm (?:của )?(?:các|cơ quan|đơn vị)|tổ chức triển khai",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\A\W*(?:(?:chế độ|công tác|thực hiện chế độ)\s+)?(?:thông tin(?:,| và)?\s+)?báo cáo(?! viên)|\A\W*sơ kết, tổng kết",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"thực trạng|kết quả (?:thực hiện|đạt được)|\A\W*kết quả\W*\Z|đánh giá (?:tình hình|kết quả|thực trạng)|đặc điểm|tình hình|sự cần thiết"
    r"|tồn tại|hạn chế|nguyên nhân|bài học kinh nghiệm",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"\bnội dung\b(?!.*(?:thực hiện|nhiệm vụ|công việc|giải pháp|kế hoạch|hoạt động))|khái niệm|nguyên tắc",
    re.IGNORECASE,
)
_AIMS = re.compile(r"mục đích|mục tiêu|yêu cầu|quan điểm|chỉ tiêu", re.IGNORECASE)
_WRITTEN_ANEW = (Kind.ASSIGNMENT, Kind.FUNDING, Kind.REPORTS)
_OUTER = (Marker.PART, Marker.CHAPTER, Marker.UPPER)


def title_of(item: Item) -> str:
    """The heading's words; empty where there is none."""
    return item.heading.text if item.heading else ""


def kind_of(section: Item) -> Kind:
    """What a section is, as its title says."""
    title = title_of(section)
    if _ASSIGNMENT.search(title):
        return Kind.ASSIGNMENT
    if _FUNDING.search(title):
        return Kind.FUNDING
    if _REPORTS.match(title):
        return Kind.REPORTS
    if _AIMS.search(title):
        return Kind.AIMS
    if _STATE.search(title):
        return Kind.STATE
    return Kind.CONTENT if _CONTENT.search(title) else Kind.TASKS


def is_general(title: str) -> bool:
    """Whether a heading stands over words on the whole country's purpose, which a child takes over as they are."""
    if re.search(r"cụ thể|yêu cầu|chỉ tiêu", title, re.IGNORECASE):
        return False
    return bool(re.search(r"tổng quát|mục tiêu chung|quan điểm|mục đích", title, re.IGNORECASE))


def sections_of(plan: Plan) -> tuple[tuple[Item, Kind], ...]:
    """The sections that a child takes one by one, and what each is: those inside the parts, where the plan consists of parts."""
    parts = [one for one in plan.sections if one.marker in _OUTER]
    if not parts or len(parts) < len(plan.sections) or not any(_numbered(part) for part in parts):
        return tuple((section, kind_of(section)) for section in plan.sections)
    if parts[0].marker is Marker.UPPER and not all(_numbered(part) or kind_of(part) in _WRITTEN_ANEW for part in parts):
        return tuple((section, kind_of(section)) for section in plan.sections)
    return tuple(pair for part in parts for pair in _inside(part))


def _inside(part: Item) -> tuple[tuple[Item, Kind], ...]:
    own = kind_of(part)
    if not _numbered(part):
        return ((part, own),)
    return tuple((one, own if own is Kind.STATE else kind_of(one)) for one in part.children)


def _numbered(part: Item) -> bool:
    """Whether a part consists of titled sections: Roman ones, or lettered ones where it is called a part."""
    inner = (Marker.ROMAN,) if part.marker is Marker.UPPER else (Marker.ROMAN, Marker.UPPER)
    markers = {one.marker for one in part.children}
    return len(markers) == 1 and markers <= set(inner) and all(one.heading for one in part.children)
