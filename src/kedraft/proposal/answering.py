"""Who answers for a piece of work by name: the chairman of the committee, or a body of the office's own that a clause begins with."""

import re

from kedraft.model.locality import Locality
from kedraft.model.plan import Level
from kedraft.proposal.fields import known_bodies
from kedraft.proposal.wording import DEED, capital

_ABOVE = r"(?:Chủ tịch )?(?:UBND|[ỦU]y ban nhân dân) (?:tỉnh|thành phố|huyện|quận|thị xã)"
_BEFORE = (
    rf"(?:chịu trách nhiệm|kiểm điểm(?: trách nhiệm)?)(?: toàn diện)? trước {_ABOVE}(?:(?:,| và) (?:trước )?pháp luật)?"
)
#: To answer for something by name, and not for the plan as a whole.
_ANSWERS = re.compile(
    rf"{_BEFORE}\s+(?:nếu|về|khi)\s+(?!(?:việc |kết quả |tổ chức )*(?:triển khai|thực hiện|kết quả)(?! [^;.]*(?:chỉ tiêu|tỷ lệ)))(?P<what>[^;.]{{12,}})",
    re.IGNORECASE,
)
_CHAIRMEN = re.compile(
    r"\AChủ tịch (?:UBND|[ỦU]y ban nhân dân)\s+(?:(?:các|cấp)\s+)?(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)"
    r"(?:(?:\s*,\s*|\s+và\s+)(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|quận|thị xã|thành phố))*\s+(?P<rest>[a-zà-ỹđ].+)",
    re.DOTALL,
)
#: What an office of the level above does for all below it.
ABOVE_ALONE = re.compile(
    r"báo cáo(?! viên)|thẩm định|phê duyệt|ban hành|nghiên cứu|quy chế|văn bản quy phạm|kế hoạch năm|biên soạn|phần mềm|(?<!với )cơ sở dữ liệu|kho (?:học liệu|dữ liệu)|(?:nền tảng|hạ tầng|hệ thống) dùng chung"
    r"|giảng viên nguồn|các địa phương|tổng hợp|công ước|hiệp định|quốc tế|nước ngoài|đa ngôn ngữ|Hội đồng phối hợp|đơn vị trực thuộc|(?:triển khai|thực hiện)[^,;.]{0,30}Kế hoạch(?: này)?\s*\.?\Z"
    r"|công bố [^,;.]{0,30}đủ điều kiện|cấp (?:giấy )?phép|giấy chứng nhận đủ điều kiện|công nhận hạng|thuốc gây nghiện|hướng dẫn (?:tiêu chí|quy trình|chuyên môn)|tập huấn chuyên môn|giao thông công cộng|vận tải hành khách|giảm giá vé|quản lý thị trường|chỉ đạo (?:các )?Công ty|Thanh tra Sở|cấp, cấp lại|tai nạn lao động chết người|\A(?:tổ chức |triển khai )?(?:triển khai|thực hiện)\.?\Z",
    re.IGNORECASE,
)
#: People and bodies that are nobody's offices and are found in the office's area as well.
OTHERS = re.compile(
    r"(?:Các )?(?:chủ rừng|người có uy tín|trưởng dòng họ|già làng|chức sắc|doanh nghiệp|hộ (?:kinh doanh|gia đình|dân)|đơn vị (?:quản lý|khai thác|cung cấp|kinh doanh|vận hành|cấp nước)|cơ sở (?:kinh doanh|sản xuất|lưu trú)|người (?:chăn nuôi|sản xuất|kinh doanh|nuôi|sử dụng lao động)|chủ (?:đầu tư|cơ sở|hồ chứa|phương tiện|tàu)|hợp tác xã|ban quản lý (?:rừng|chợ|tòa nhà|cụm công nghiệp|di tích)|công ty (?:lâm nghiệp|thủy lợi|cấp nước|vệ sinh|môi trường))(?!\w)",
    re.IGNORECASE,
)


def chairman_of(locality: Locality) -> str:
    """The heading under which the chairman's own work stands."""
    return f"Chủ tịch Ủy ban nhân dân {locality.place.kind.value}"


def held_before(clause: str) -> tuple[str, str]:
    """A clause with a sign for the one above before whom somebody answers, which no change of level may touch; and that name."""
    found = _ANSWERS_BEFORE.search(clause) or _AT_ONCE.search(clause) or _SENT.search(clause)
    if found is None:
        return clause, ""
    return clause[: found.start("above")] + ABOVE_US + clause[found.end("above") :], found["above"]


#: Stands for the committee above while a clause is brought to our level.
ABOVE_US = "§"
_ANSWERS_BEFORE = re.compile(
    rf"(?:chịu trách nhiệm|kiểm điểm(?: trách nhiệm)?)(?: toàn diện)? trước (?P<above>{_ABOVE})(?!\w)", re.IGNORECASE
)


_NAMES_ABOVE = r"(?:tỉnh|thành phố|huyện|quận|thị xã)(?!\w)(?! [A-ZĐ])"
#: `báo ngay Công an tỉnh và UBND tỉnh`: whoever is told at once stays.
_AT_ONCE = re.compile(
    rf"báo (?:cáo )?ngay (?:về |cho )?(?P<above>(?:UBND|[ỦU]y ban|Công an|Ban|Sở|Thanh tra)[^;.]*{_NAMES_ABOVE})"
)
#: `nộp lại kinh phí còn dư về Phòng A trước ngày …`.
_SENT = re.compile(
    r"(?:gửi|nộp)(?: lại)? [^,;.]{3,40}? về (?P<above>(?:Sở|Phòng|Thanh tra|Công an (?:tỉnh|huyện)|UBND (?:tỉnh|huyện))[^,;.(§]*?)(?=\s+(?:trước|chậm nhất|để)|[,;.(]|\Z)"
)


def tells_above_at_once(text: str) -> bool:
    """Whether somebody above is told of something at once: an office that no change of level may bring down."""
    return bool(_AT_ONCE.search(text))


def answers_for(clause: str) -> bool:
    """Whether a clause makes the office answer for something by name: `chịu trách nhiệm trước UBND tỉnh về tỷ lệ cây sống`."""
    return bool(_ANSWERS.search(clause))


def of_chairman(clause: str, locality: Locality) -> str | None:
    """A clause that is the chairman's, with its subject in our words; None where it is not."""
    found = _CHAIRMEN.match(clause)
    if found:
        return f"{chairman_of(locality)} {found['rest']}"
    return f"{chairman_of(locality)} {clause[:1].lower()}{clause[1:]}" if _answers_alone(clause) else None


def _answers_alone(clause: str) -> bool:
    found = _ANSWERS.search(clause)
    return found is not None and found.start() == 0


def subject_of(clause: str, locality: Locality) -> tuple[str | None, str]:
    """The body of our own that a clause begins with, and what it does: `Công chức Văn hóa - xã hội tuyên truyền …`."""
    names = (chairman_of(locality), *known_bodies(locality)) if locality.level in _LEVELS else ()
    for name in names:
        rest = clause[len(name) :].strip()
        if clause.casefold().startswith(name.casefold()) and _is_deed(rest):
            return name, capital(rest)
    return None, clause


def _is_deed(rest: str) -> bool:
    return bool(DEED.match(capital(rest))) or bool(re.match(r"(?:trực tiếp|chịu trách nhiệm|kiểm điểm)\s", rest))


_LEVELS = (Level.DISTRICT, Level.COMMUNE)
