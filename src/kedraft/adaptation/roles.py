"""Role of a named body in its sentence: our own counterpart, the office above, or the one who collects reports."""

from enum import Enum

from kedraft.vietnamese.letters import lazily

_DOCUMENTS = (
    "chỉ đạo|hướng dẫn|quy định|yêu cầu|phân công|phân cấp|ủy quyền|uỷ quyền|định hướng|lãnh đạo|kết luận|ý kiến"
    "|chủ trương|phê duyệt|thông báo"
    "|văn bản|chỉ thị|nghị quyết|công văn|công điện|quyết định|kế hoạch|chương trình|đề án|điều hành|thống nhất|lệnh"
    "|cho phép|đề cương"
    "|biểu mẫu|quy chế|thông tri|điện"
)
# "theo chỉ đạo của", "Kế hoạch thực hiện … của", "sự lãnh đạo, chỉ đạo của"
_SUPERIOR = lazily(
    rf"(?i:(?<!\w)(?:{_DOCUMENTS})(?!\w)(?!\s+này)[^.;:]{{0,60}}?\s+(?:của|từ)\s+(?:các\s+|đồng chí\s+|lãnh đạo\s+)?$"
    r"|(?<!\w)theo\s+(?!dõi)[^.;:,]{1,50}\s+của\s+(?:các\s+)?$|(?<!\w)theo\s+$|(?<!\w)căn cứ\s+[^.;:]{1,60}\s+của\s+$)"
)
# "chịu trách nhiệm trước", "chịu sự kiểm tra của": whoever stands there is above the one who acts.
_ANSWERS_TO = lazily(
    r"(?i:(?<!\w)trách nhiệm(?!\w)[^.;:]{0,40}?\s+trước\s+(?:đồng chí\s+|lãnh đạo\s+|tập thể\s+)?$"
    r"|(?<!\w)(?:chịu|dưới)\s+sự\s+[^.;:]{1,80}?\s+của\s+(?:các\s+|đồng chí\s+|lãnh đạo\s+)?$)"
)
# For the bare unit ("của tỉnh") only what stands right before: "yêu cầu phát triển của tỉnh" speaks of the place.
_SUPERIOR_PLACE = lazily(
    r"(?i:(?<!\w)(?:chỉ đạo|lãnh đạo|chủ trương|nghị quyết|văn bản|quy định|hướng dẫn|chỉ thị|chính sách|phân cấp"
    r"|hỗ trợ|điều hành)"
    r"(?:\s+(?:đặc thù|chung))?\s+của\s+$|(?<!\w)(?:hỗ trợ|bổ sung|phân bổ|cấp)\s+(?:từ"
    r"|của)\s+(?:nguồn\s+)?ngân sách\s+$"
    r"|(?<!\w)trung ương(?:\s*,\s*|\s+và\s+)(?:của\s+)?$|(?<!\w)ngân sách trung ương(?:\s*,\s*"
    r"|\s+và\s+)ngân sách\s+(?:cấp\s+)?$)"
)
_REPORT = lazily(
    r"(?i:(?<!\w)(?:báo cáo|(?<!chương )(?<!quá )(?<!lộ )(?<!công )(?<!quy )(?<!giáo )trình|gửi|nộp|kiến nghị|xin ý kiến|đăng ký|chuyển)(?!\w)(?:\s+(?:lên|cho|về|tới|đến|với"
    r"|qua))?\s+$"
    r"|(?<!\w)(?:báo cáo|gửi|nộp|(?<!chương )(?<!quá )(?<!lộ )trình|đăng ký|chuyển|phản ánh|kiến nghị|đề xuất)(?!\w)[^.;]{0,110}?\s(?:về|cho|tới"
    r"|đến|lên|với|gửi)\s+$"
    r"|(?<!\w)(?:thông qua|qua)\s+$)"
)
_ADVISE = lazily(r"(?i:(?<!\w)tham mưu(?!\w)[^.;]*$)")
_BY = lazily(r"(?i:(?<!\w)(?:do|được|đã được)\s+(?:đồng chí\s+|lãnh đạo\s+)?$)")
_ACTS = lazily(
    r"\s+(?:đã\s+)?(?:phát động|tổ chức|ban hành|phê duyệt|phân bổ|phân công|cấp|hỗ trợ|giao|triệu tập|công bố"
    r"|công nhận|khen thưởng|tặng|thành lập|chỉ đạo|hướng dẫn|quy định|triển khai|xây dựng|ủy quyền|uỷ quyền|phân cấp"
    r"|cho phép|chấp thuận|chỉ định|ghi nhận|đánh giá|xếp loại)(?!\w)"
)
#: `đã chỉ đạo Sở Y tế chủ trì`: whom it has directed is ours, and so is the one who has.
_TO_OURS = r"\s+(?:các\s+)?(?:Sở|sở|Phòng|phòng|Công an|Văn phòng)(?!\w)"
#: `đã có 5 mô hình`: what there is, not what was issued.
_COUNTED = r"\s+\d"
_DONE = lazily(
    rf"\s+(?:đã\s+(?:ban hành|phê duyệt|triển khai|quy định|(?:chỉ đạo|giao)(?!{_TO_OURS})|có(?!{_COUNTED}))|giao(?=\s*(?:[.,;)]|$|năm|tại|theo|trong"
    r"|hằng|hàng)))(?!\w)"
    # "vừa ban hành Công điện số 13": a document that has a number was issued by whoever is named, then and there.
    r"|\s+(?:(?:đã|vừa|mới|cũng)\s+)*(?:(?:ký\s+)?(?:ban hành|phát hành)|ký|có|gửi|ra)\s+(?:[\wÀ-ỹ]+\s+){1,4}số\s+\d"
)
#: Acts that the one who speaks drafts, revises or publishes himself, not ones that he follows.
_OWN_ACTS = lazily(
    r"(?i:(?<!\w)(?:rà soát|hệ thống hóa|soạn thảo|xây dựng|ban hành|chất lượng|100%)(?!\w)?[^.;:]{0,60}văn bản(?:\s+quy phạm pháp luật)?(?:\s+thuộc thẩm quyền)?\s+(?:của|do)\s+$)"
)


#: The title of the plan itself, not a document that somebody else has issued.
_TITLE = lazily(r"\s*KẾ HOẠCH\s+")
#: `Kế hoạch này của UBND tỉnh`: the plan at hand.
_THIS_PLAN = lazily(r"(?i:(?<!\w)(?:kế hoạch|phụ lục)\s+này\s+của\s+$)")
#: `chương trình, dự án, các hoạt động của`: the last of the list is no document, and what it is of is ours.
_ACTIVITIES = lazily(r"(?i:,\s+(?:và\s+)?(?:các\s+)?hoạt động(?!\w)[^,.;:]{0,30}\s+của\s+(?:các\s+)?$)")


#: `UBND tỉnh ban hành Kế hoạch hoạt động của`: the plan that the sentence itself issues.
_ISSUES = lazily(
    r"(?i:^(?!.*(?<!\w)(?:quyết định|nghị quyết|văn bản|chỉ thị|thông báo|công văn|theo|căn cứ|thực hiện)(?!\w))"
    r".*(?<!\w)ban hành\s+(?:kế hoạch|chương trình|quy chế)(?!\w)(?!\s+số)[^.;:]{0,40}\s+của\s+$)"
)
#: A committee is watched by the council beside it.
_WATCHED_BY = "sự giám sát của "


#: `Ban Chỉ đạo thực hiện Nghị quyết số 57-NQ/TW của`: whose committee it is, not whose resolution.
_STEERED = lazily(r"(?:Ban [Cc]hỉ đạo|BCĐ|Tổ (?:công tác|giúp việc))\s[^.;:,]{0,60}\d-[A-ZĐ]+/TW\s+của\s+$")


class Role(Enum):
    """Vai - of a body in the sentence."""

    OWN = "own"
    SUPERIOR = "superior"
    COLLECTOR = "collector"
    ANSWERED = "answered"  # the one to whom somebody answers


def role(left: str, right: str, place: bool) -> Role:
    """From the words before and after (of one sentence); `place`: the bare unit, not an institution."""
    if title := _TITLE.match(left):
        left = left[title.end() :]
    if left.endswith("này của ") and _THIS_PLAN.search(left):
        return Role.OWN
    if left.endswith("/TW của ") and _STEERED.search(left):
        return Role.OWN
    if not place and (_OWN_ACTS.search(left) or _ACTIVITIES.search(left) or _ISSUES.search(left)):
        return Role.OWN
    if not place and left.endswith(_WATCHED_BY) and not left.endswith(("chịu " + _WATCHED_BY, "dưới " + _WATCHED_BY)):
        return Role.OWN
    if not place and _ANSWERS_TO.search(left):
        return Role.ANSWERED
    if (_SUPERIOR_PLACE if place else _SUPERIOR).search(left):
        return Role.SUPERIOR
    if handed_down(left, right):
        return Role.SUPERIOR
    if _DONE.match(right):
        return Role.SUPERIOR
    if _REPORT.search(left):
        return Role.OWN if _ADVISE.search(left) else Role.COLLECTOR
    return Role.OWN


def handed_down(left: str, right: str) -> bool:
    """`được … giao`, `do … phân công`: the body gives, whoever else is named with it."""
    return bool(_BY.search(left) and _ACTS.match(right))
