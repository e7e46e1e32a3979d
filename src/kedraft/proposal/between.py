"""What an office above has those below do, said as they do it themselves."""

import re

from kedraft.agencies import Field
from kedraft.model.locality import Locality
from kedraft.proposal.fields import body_of
from kedraft.proposal.wording import NEXT_DEED, capital

_HAS_DO = (
    r"(?i:\A(?:chỉ đạo|hướng dẫn|đôn đốc|yêu cầu|giao)(?:,\s*(?:chỉ đạo|hướng dẫn|đôn đốc|kiểm tra))*)\s+(?:các\s+)?"
)
#: The forces below of a field's office above; clerks of a commune by what they are called, whoever they are.
_FORCES: tuple[tuple[Field | None, str], ...] = (
    (Field.POLICE, r"(?i:(?:(?:lực lượng\s+|phòng\s+)?cảnh sát[^,;.]{0,30},\s+)?(?:lực lượng\s+)?công an)"),
    (Field.MILITARY, r"(?i:(?:ban chỉ huy|cơ quan) quân sự)"),
    (Field.CLINIC, r"(?i:cơ sở (?:y tế|khám|tiêm chủng)|trung tâm (?:y tế|kiểm soát bệnh tật)|trạm y tế|đơn vị y tế)"),
    (None, r"(?i:(?:cán bộ, )?công chức)"),
)
#: What a district has its communes do is a commune's own work.
_THROUGH = re.compile(
    r"\A(?:chỉ đạo|hướng dẫn|đôn đốc|yêu cầu|giao)(?:,\s*(?:hướng dẫn|đôn đốc|kiểm tra))*\s+(?:[^;.,]{0,40}?\s(?:và|cùng)\s+)?(?:(?:UBND|[ỦU]y ban nhân dân)\s+(?:các|cấp)|các)\s+(?:xã|phường|thị trấn|đặc khu)"
    r"(?:(?:\s*,\s*|\s+và\s+)(?:xã|phường|thị trấn|đặc khu))*\s+(?=[a-zà-ỹđ])",
    re.IGNORECASE,
)
#: The committees of our level as the subject of a clause.
_OURSELVES = re.compile(
    rf"\A(?:UBND|[ỦU]y ban nhân dân)\s+(?:các|cấp)\s+(?:xã|phường|thị trấn|đặc khu)(?:(?:\s*,\s*|\s+và\s+)(?:xã|phường|thị trấn|đặc khu))*\s+{NEXT_DEED}"
)


def as_ourselves(clause: str) -> str:
    """A commune's clause without those who have it done, and without itself: `Chỉ đạo UBND các xã lập danh sách` -> `Lập danh sách`."""
    return capital(_OURSELVES.sub("", _THROUGH.sub("", clause)))


def without_going_between(clause: str, body: str, locality: Locality) -> str:
    """What forces below are to do, as those do it: `Chỉ đạo Công an các xã nắm tình hình` -> `Nắm tình hình`."""
    for field, forces in _FORCES:
        if field is None or body == body_of(field, locality):
            clause = capital(
                re.sub(
                    rf"{_HAS_DO}{forces}(?!\w)(?:(?!trường|ban quản lý|hợp tác xã|doanh nghiệp)[^;.]){{0,90}}?\s+{NEXT_DEED}",
                    "",
                    clause,
                    count=1,
                )
            )
    return clause


def leads_forces(text: str, body: str, locality: Locality) -> bool:
    """Whether a body has forces of its own do something: no committee has to be asked."""
    armed = {body_of(field, locality) for field in (Field.POLICE, Field.MILITARY)}
    return bool(body in armed and re.match(r"Chỉ đạo (?:các )?(?:lực lượng|dân quân|cán bộ)", text))
