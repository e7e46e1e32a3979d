"""What people live in, as the parent says it: `bản`, `buôn`, where it knows no other word for it."""

import re

from kedraft.model.locality import Locality
from kedraft.model.plan import Plan
from kedraft.model.unit import UnitKind

_SAID = re.compile(
    r"(?<!\w)(?:các|từng|mỗi|đến|tại|ở|trong|họp|trưởng|của|cho)\s+(?:(?:xã|phường|thị trấn|tổ dân phố),\s+)*(?P<word>bản|buôn|làng|xóm)(?!\w)"
    r"(?!\s+(?:chụp|án|đồ|sao|cam kết|tin|thân|quyền|kế hoạch|đăng ký|nghề|nghiệp|lĩnh|chất|văn hóa|mềm|in|ghi|vẽ|giao|báo cáo))(?:,\s+(?P<more>bản|buôn|làng|xóm)(?!\w))?",
    re.IGNORECASE,
)
_USUAL = re.compile(r"(?<!\w)(?<!y tế )(?:thôn|ấp|khóm|phum|sóc)(?!\w)", re.IGNORECASE)
_LEAST = 2


def as_said(parent: Plan, locality: Locality) -> Locality:
    """The locality with the parent's own word for hamlets; as it was where the parent has the usual one, or hardly any."""
    if locality.commune is None or locality.commune.kind is not UnitKind.XA or locality.residential:
        return locality
    words = "\n".join(item.text.text for item in parent.walk() if item.text)
    found = list(_SAID.finditer(words))
    if len(found) < _LEAST or _USUAL.search(words):
        return locality
    names = [name.lower() for one in found for name in (one["word"], one["more"]) if name]
    return locality.evolve(residential=", ".join(dict.fromkeys(names)))
