"""The officials at the head of offices: who stands where the director of a department stood."""

import re

from kedraft.vietnamese.letters import lazily

#: The title before an office: `Giám đốc Sở Y tế`, `Trưởng ban Ban Dân tộc`, `Lãnh đạo các …`.
TITLE = lazily(r"(?:Giám đốc|Trưởng ban|Trưởng|Thủ trưởng|Chánh|Lãnh đạo|lãnh đạo)\s+(?:các\s+)?$")
#: Titles that the head of an office of another kind does not bear.
_OF_ITS_KIND = re.compile(r"Giám đốc|Trưởng ban")


def headed(title: str, office: str) -> str | None:
    """The head of `office`, whose counterpart bore `title`; None where the title fits as it stands.

    A clerk is the official himself: no title at all.
    """
    if office.startswith("công chức"):
        return office
    if not _OF_ITS_KIND.match(title):
        return None
    if office.startswith("Phòng "):
        return f"Trưởng phòng {office.removeprefix('Phòng ')}"
    if office.startswith("Văn phòng "):
        return f"Chánh {office}"
    return f"Trưởng {office}" if re.match(r"Công an|Trạm", office) else None
