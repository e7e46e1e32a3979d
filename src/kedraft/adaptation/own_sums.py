"""Money, shares of funds and counts that are the source's own: a sentence that tells them does not become the target's."""

import re

from kedraft.adaptation import spans
from kedraft.vietnamese.letters import lazily

WHY = "tiền, tỷ lệ kinh phí hoặc số lượng của cấp trên, không phải của đơn vị; thay bằng phần của đơn vị, hoặc bỏ"

_NUMBER = r"(?<![\d.,/–-])\d[\d.,]*(?<=\d)"
_MONEY = rf"{_NUMBER}\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)|(?:VNĐ|đồng|đ)(?!\w))"
_SHARE = rf"{_NUMBER}\s*%"
_HAS_MONEY = lazily(_MONEY)
_HAS_FUNDS = lazily(rf"{_MONEY}|{_SHARE}")
#: `Ngân sách tỉnh`, `nguồn ngân sách của tỉnh`: the words before the unit.
_BUDGET = lazily(r"(?i:(?<!\w)(?:ngân sách|vốn|kinh phí)(?:\s+nhà nước)?\s+(?:của\s+)?(?:cấp\s+)?$)")
#: What one does who pays.
_PAYS = lazily(
    r"(?i:\s+(?:sẽ\s+|đã\s+)?(?:hỗ trợ|bố trí|bảo đảm|đảm bảo|cấp|phân bổ|đối ứng|đầu tư|dành|chi|trích)(?!\w))"
)
#: The words before a unit that is spoken of as a whole.
_WHOLE = lazily(r"(?i:(?<!\w)(?:toàn|cả|khắp|(?:trên\s+)?địa bàn(?:\s+toàn)?)\s+$)")
_THERE_IS = lazily(
    r"(?i:\s*,?\s+(?:hiện\s+|hiện nay\s+|hiện tại\s+|đang\s+|đã\s+)*(?:có|còn|gồm|quản lý)\s+"
    rf"(?:(?:trên|hơn|gần|khoảng|tổng số|tất cả|tổng cộng)\s+)*(?P<count>{_NUMBER})(?!\s*%))"
)
_AIM = lazily(
    r"(?i:(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|đến (?:hết\s+|cuối\s+)?(?:năm|tháng|quý|ngày)|ít nhất|tối thiểu)(?!\w))"
)
#: A sum or a count of things that no single commune has: money, hundreds of hectares, or two digits and more of something.
_TOTAL = lazily(
    rf"(?i:{_MONEY}|(?<![\d.,/–-])(?:[1-9]\d{{0,2}}(?:\.\d{{3}})+|[1-9]\d{{2,}})(?:,\d+)?\s*(?:ha|héc ta|m2|m²|m3|km|tấn)(?!\w)"
    r"|(?<![\d.,/–-])(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{1,2})(?![\d.,/–-]*\d|\s*[%–/-])"
    r"\s+(?:mô hình|công trình|dự án|hộ|lao động|người|cơ sở|căn nhà|ngôi nhà|nhà|hợp tác xã|doanh nghiệp|trường|điểm trường|lớp|đề tài|sản phẩm|tổ|câu lạc bộ|trạm|con)(?!\w))"
)
#: `Toàn tỉnh …`: the unit as the one of whom the clause speaks.
_OPENS = lazily(r"(?i:(?<!\w)(?:toàn|cả)\s+$)")
_SHARE_OF = lazily(
    rf"{_SHARE}\s+(?:tổng\s+)?(?:(?:số|mức|dự toán)\s+)?(?:chi\s+)?(?:thường xuyên\s+)?ngân sách\s[^.;,]{{0,12}}$"
)
#: No clause is longer on either side of a unit, in characters.
_FAR = 200
_CLAUSE_ENDS = lazily(r"[;,:.](?=\s|$)")


def are_told(text: str, start: int, end: int) -> bool:
    """Whether the words round the unit at `text[start:end]` tell its own money, its share of funds or how much it has."""
    begin, stop = _around(text, start, end)
    if not any(char.isdigit() for char in text[begin:stop]):
        return False
    left = text[begin:start]
    if _BUDGET.search(left):
        return bool(_HAS_FUNDS.search(text, end, stop) or _HAS_MONEY.search(left) or _SHARE_OF.search(left))
    if not _WHOLE.search(left):
        return are_paid(text, start, end)
    return _there_are(text, begin, end) or _totalled(text, start, end, stop)


def are_paid(text: str, start: int, end: int) -> bool:
    """Whether who is named at `text[start:end]` pays a sum: `tỉnh hỗ trợ 100 triệu đồng`."""
    if not _PAYS.match(text, end):
        return False
    return bool(_HAS_FUNDS.search(text, end, _around(text, start, end)[1]))


def _around(text: str, start: int, end: int) -> spans.Span:
    """The sentence round the unit, as far as a sum of it may stand."""
    begin, stop = spans.sentence(text, start, end)
    return begin, min(stop, end + _FAR)


def _there_are(text: str, begin: int, end: int) -> bool:
    """`Trên địa bàn tỉnh có 572.000 ha`: a count, where nothing is aimed at."""
    return bool(_THERE_IS.match(text, end)) and not _AIM.search(text, begin, end)


def _totalled(text: str, start: int, end: int, stop: int) -> bool:
    """`Toàn tỉnh xây dựng 120 mô hình`, `trồng 9.000 ha trên địa bàn tỉnh`: the whole of it, in the clause of the unit."""
    left = re.split(r"[;,:.]\s", text[max(0, start - _FAR) : start])[-1]
    if _TOTAL.search(left):
        return True
    after = _CLAUSE_ENDS.search(text, end, stop)
    return bool(_OPENS.search(left)) and bool(_TOTAL.search(text, end, after.start() if after else stop))
