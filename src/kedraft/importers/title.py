"""The title line: the words `KẾ HOẠCH`, what may stand before them, and what of the rest is the subject's."""

import re

from kedraft.grammar.shape import is_spaced, is_upper
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import fold

_DRAFT = pattern(r"\(?(?:BẢN )?DỰ THẢO\)?(?:\s+LẦN\s+\w+)?\s*[:–-]?\s+(?=K[ẾEÉÊ])", re.IGNORECASE)
_PLAN = pattern(r"K[ẾEÉÊ]\s+HO[ẠAÁ]CH\s")
#: Words that tell what kind of plan it is; alone behind `KẾ HOẠCH` they are no subject.
_KIND = pattern(
    r"(?:(?:HÀNH ĐỘNG|PHỐI HỢP|LIÊN NGÀNH|LIÊN TỊCH|TỔNG THỂ|CHUYÊN ĐỀ|TRUYỀN THÔNG|KIỂM TRA|GIÁM SÁT|THANH TRA|CHI TIẾT|CHUNG|CÔNG TÁC|ĐIỀU CHỈNH|BỔ SUNG|SỬA ĐỔI|QUỐC GIA|"
    r"CẤP (?:TỈNH|HUYỆN|XÃ)|VÀ|,)\s*)+\Z|\([^()]{1,40}\)\Z"
)


def title_of(text: str) -> str | None:
    """`KẾ HOẠCH` and what follows it in the same paragraph, or None when the line is no title."""
    line = text.strip(" *#_|")
    if is_spaced(line):
        return "" if fold("".join(line.split())) == "kehoach" and is_upper(line) else None
    line = _DRAFT.sub("", line, count=1)
    words = fold(line)
    if words.rstrip(" :.") == "ke hoach":
        return "" if line[:1].isupper() else None
    if words.startswith("ke hoach ") and _PLAN.match(line):
        rest = line[8:].strip(" :-–")
        return None if re.match(r"(?:SỐ|số)\b", rest) else rest
    return None


def is_kind(rest: str) -> bool:
    """Whether what stands behind `KẾ HOẠCH` only tells its kind: `HÀNH ĐỘNG`, `PHỐI HỢP LIÊN NGÀNH`, `(Điều chỉnh)`."""
    return bool(_KIND.match(rest))
