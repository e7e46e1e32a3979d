"""Words that adaptation never enters: citations of documents, quotations, what the clerk wants kept."""

import re
from collections.abc import Iterable, Iterator

from kedraft.vietnamese.letters import lazily

Span = tuple[int, int]

_TYPES = (
    "Bộ luật|Luật|Pháp lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị"
    "|Quy chế"
    "|Quy định|Thông báo|Hướng dẫn|Chương trình hành động|Chương trình phối hợp|Chương trình|Kế hoạch|Phương án|Đề án"
    "|Báo cáo"
    "|Tờ trình|Công văn|Công điện|Kết luận|Văn bản|Quy hoạch|Dự án|Điện mật|Thư"
)
_CAP = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
# 953/KH-UBND, 30/2020/NĐ-CP, 86-KH/TU, 05-HD/VPTW, /KH-UBND with a blank number, 1672/NQ-UBTVQH15
_NUMBER = (
    rf"(?:\d+\s?/\s?\d{{4}}\s?/\s?|\d+\s?/\s?|\d+\s?-\s?(?=[{_CAP}]+\s?/)|(?<=số)[\s.…_]*/\s?)"
    rf"[{_CAP}][{_CAP}a-zà-ỹ\d&.]*(?:\s?[-/–&.]\s?[{_CAP}\d][{_CAP}a-zà-ỹ\d]*)*"
)
_DATE = (
    r"(?:,?\s*(?:ban hành\s+)?ngày\s*(?:[\d….]{0,5}\s?[/.-]\s?[\d….]{0,5}\s?[/.-]\s?\d{2,4}"
    r"|[\d….]*\s*tháng\s*[\d….]*\s*năm\s*\d{4}|[….]+))"
)
# One word of a body's name: capitalised, or a lower syllable that stands inside such names.
_INNER = (
    "nhân|dân|tỉnh|huyện|xã|phường|quận|thành|phố|thị|trấn|ủy|vụ|phủ|tướng|tịch|trưởng|hội|và|tin|thông|học|nghệ|tư|chính"
    "|thương|binh|vải|tải|thôn|nông|nghiệp|triển|nguyên|trường|tạo|dục|thao|lịch|hóa|tế|giáo|tộc|vận|chức|trị|an|sự|phòng"
    "|biên|kiểm|tra|sát|án|đạo|hành|ương|trung|bí|động|dựng|khoa|kỹ|thuật|lao|cứu|đồng|hiệp|nữ|trận|quốc|chiến|binh|kê|lý|hàng|bạc|hiểm|trực|huy|tâm|đổi|đoàn|cục|điện|thống|giao|đảng|bộ|ban|khóa|các|hoạch|chấp|liên|quân|viên"
)
_WORD = rf"(?:[{_CAP}][\wÀ-ỹ.]*|(?:{_INNER})(?!\w))"
_NAME = rf"[{_CAP}][\wÀ-ỹ.]*(?:,?\s*(?:[-–&]\s*)?{_WORD})*"
#: One body: after a comma its own name goes on with a capital (`Văn hóa, Thể thao`), never with another body.
_ANOTHER = (
    r"(?:Sở|Phòng|UBND|HĐND|[ỦU]y ban|Uỷ ban|Hội đồng|Công an|Bộ|Ban|Chủ tịch|Văn phòng|Trung tâm|Hội|Đoàn)(?!\w)"
)
_ONE_NAME = rf"[{_CAP}][\wÀ-ỹ.]*(?:\s*(?:[-–&]\s*)?{_WORD}|,\s*(?!{_ANOTHER})[{_CAP}][\wÀ-ỹ.]*)*"
_OPENER = (
    r"(?i:về|v/v|phê duyệt|ban hành|quy định|triển khai|thực hiện|hướng dẫn|sửa đổi|bổ sung|công bố|thành lập|kiện toàn"
    r"|tổ chức|phát động|tăng cường|đẩy mạnh|điều chỉnh|giao|tổng kết|sơ kết|phối hợp|chỉ đạo|thông qua|theo dõi"
    r"|bãi bỏ|thay thế|chọn|công nhận|chấp thuận)(?!\w)"
    r"(?!\s+(?:trên|tại|đến|tới|theo|từ|trong|ở|đúng|có|đầy đủ|nghiêm|hiệu quả)(?!\w))"
)
_STRICT = rf"\s+của\s+(?:liên\s+ngành\s+)?{_NAME}(?=[,;.)\s]|$)(?:\s*\([^()]*\))?"
#: What a body does in a clause of its own: `… của Bộ Chính trị, Ban Thường vụ Tỉnh ủy ban hành …` names one issuer.
_CLAUSE = r"(?i:ban hành(?!\s+(?:kèm theo\s+)?(?:các\s+)?(?:quy chế|quy định|quy trình|hướng dẫn|bảng|bộ|danh mục|mẫu|đề án|tiêu chí))|triển khai|thực hiện|tổ chức|phát động|tăng cường|đẩy mạnh|thành lập|kiện toàn|giao|chỉ đạo|phối hợp|theo dõi)(?!\w)"
_ALONE = rf"\s+của\s+(?:liên\s+ngành\s+)?{_ONE_NAME}(?=[,;.)\s]|$)(?:\s*\([^()]*\))?"
_LOOSE = (
    rf"\s+của\s+[{_CAP}](?:(?!\s(?:tới|đến|trên|tại|cho|để|nhằm|trong)\s)[^,;.()“”])"
    + r"{1,70}?(?=\s+(?:về|phê duyệt|ban hành|quy định)(?!\w))"
)
_ISSUER = (
    rf"(?P<issuer>{_ALONE}(?=\s*,?\s*\(?{_OPENER})|{_STRICT}(?=\s*,?\s*\(?(?!{_CLAUSE}){_OPENER})|{_LOOSE}|{_ALONE})?"
)
_CITATION = lazily(
    rf"(?:(?<!\w)(?:{_TYPES})\s+)?(?:(?<!\w)số\s*:?\s*)?(?<![\d/]){_NUMBER}"
    rf"(?:{_DATE})?(?:\s*\((?:[^()]*)\))?{_ISSUER}(?:{_DATE})?"
)
# A document named by its type and date, without a number.
_DATED = lazily(rf"(?<!\w)(?:{_TYPES})(?:{_DATE}){_ISSUER}")
_SUBJECT = lazily(rf"\s*(?:,\s*(?=(?i:về|v/v|phê duyệt|ban hành|quy định))|\(\s*)?(?={_OPENER})")
#: `Kế hoạch số 18/KH-UBND ngày 25/7/2025 rà soát, điều tra …`: work that names a plan, right after its date.
_WORK_OF = lazily(
    r"\s+(?=(?:rà soát|kiểm tra|điều tra|ứng phó|phòng,? chống|phòng ngừa|thi hành|truyền thông|tuyên truyền|phát triển|bảo đảm|đảm bảo|quản lý|nâng cao"
    r"|cải cách|chuyển đổi|khắc phục|xây dựng)(?!\w))"
)
#: Numbers of the Party's centre, of the Government and of the National Assembly, and bodies that have none of them.
_OF_THE_CENTRE = lazily(r"[-/](?:TW|TTg|CP|QH\d*|UBTVQH\d*)(?!\w)")
_LOCAL = lazily(
    r"\s+của\s+(?:(?:Ban Thường vụ|Ban Chấp hành|Thường trực)\s+)?(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng)\s+(?:ủy|uỷ)(?!\w)(?!\s+(?:Công an|Quân sự) [Tt]rung ương)"
)
_BODY = (
    r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Ban Chỉ đạo|Sở|Công an|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Chủ tịch"
    r"|Ban Thường vụ|Thường trực|Ban Chỉ huy|Bộ Chỉ huy|Ban Tổ chức|Hội|Liên đoàn|Tỉnh [đĐ]oàn|Đoàn Thanh niên|Phòng|Văn phòng|Thanh tra|[ỦU]y ban)"
)
_VERB = (
    r"(?:ban hành|xây dựng|yêu cầu|đề nghị|giao|triển khai|tổ chức|chỉ đạo|quyết định|báo cáo|thông báo|hướng dẫn|đã|phối hợp|chủ trì"
    r"|tham mưu|phát động|rà soát|thành lập|kiện toàn|vận động|tiếp tục|thống nhất|kiểm tra|phân công)"
)
# Where the title of a cited document ends.
_END = lazily(
    rf";|\.(?=\s+[{_CAP}\-+])|\.(?=\s*$)|\./\.|\n"
    r"|,(?=\s+(?:trong đó|đồng thời|qua đó|từ đó|nhằm|góp phần|bảo đảm|đảm bảo|phù hợp|gắn với|trên cơ sở|theo đó"
    r"|hoàn thành trước"
    r"|tập trung|phấn đấu|chủ động|kịp thời|các sở,|các phòng,|các đơn vị|các cơ quan|các địa phương|cụ thể|như sau"
    r"|bao gồm)(?!\w))"
    rf"|,(?=\s+{_BODY}(?:\s+\S+){{0,6}}?\s+{_VERB}(?!\w))"
    rf"|(?:,|\s+và|\s+và\s+các)(?=\s+(?:các\s+)?(?:{_TYPES})\s+(?:số\s+)?\d)"
    # "… và các chương trình, kế hoạch khác": documents that are not named are not part of the title.
    r"|(?:,|\s+và)(?=\s+các\s+(?:chương trình|kế hoạch|văn bản|đề án|quy định)(?!\w)[^.;:]{0,40}?\s(?:khác|liên quan)(?!\w))"
)
#: `ban hành Công điện số 13 … về việc chủ động, tập trung ứng phó`: the title goes on.
_TO_BE_DONE = lazily(r",\s+(?:tập trung|chủ động|kịp thời|phấn đấu)(?!\w)")
_ISSUES = "ban hành "
#: No list in a title is longer, in characters.
_FAR = 200
#: `về phối hợp giữa Sở Y tế, Công an tỉnh`, `về việc giao Sở Y tế, Sở Nội vụ`: the list is part of the title.
_NAMES_MORE = lazily(rf"(?<!\w)(?:giữa|giao|phân công)\s+(?:các\s+)?{_BODY}(?!\w)[^;.]*\Z")
#: `Thực hiện Chương trình … tỉnh … đến năm 2030, UBND tỉnh ban hành …`: a document of the office above, by its title alone.
_BASIS = lazily(
    r"(?:^\s*(?:[-+•]\s*)?|;\s+)(?:(?:Căn cứ|Thực hiện|Triển khai|Theo)\s+)?(?:Kế hoạch|Chương trình|Đề án|Quy hoạch|Chiến lược)\s+(?!này)"
    r"[^;:“”]{5,160}?(?=,\s+(?:UBND|Ủy ban nhân dân)\s[^,;.:]{0,40}?(?:ban hành|xây dựng)\s+[Kk]ế hoạch)"
)
_QUOTES = lazily(
    r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^„”“]*[”“]|‘[^’]*’|\"[^\"]*\"|''[^'\n]+''"
    # 'a quotation': never the apostrophe inside a name (`Krông A'Na`).
    r"|(?<![\w'’])'(?=[^\s'])[^'\n]{0,300}(?<=[^\s'])'(?![\w'])"
    # Opened and never closed: to the end of the sentence.
    r"|(?<!\w)\"(?=\S)[^\"]*?(?=[.!?;](?:\s|$)|\n|\Z)"
)
# A congress and its resolution are proper names.
_NAMED = lazily(
    r"(?:Nghị quyết\s+)?Đại hội\s+(?:lần thứ\s+)?[XVI]+\s+(?:của\s+)?Đảng bộ\s+(?:tỉnh|thành phố|huyện|quận|thị xã)(?!\w)"
    r"|(?:Nghị quyết\s+)?(?:Đại hội\s+)?(?:[Đđ]ại biểu\s+)?Đảng bộ\s+(?:tỉnh|thành phố|huyện|quận"
    r"|thị xã)(?:\s+[^\s,;.]+){0,4}?\s+(?:lần thứ|khóa|nhiệm kỳ)"
    r"[^,;.]*"
)
_DIGIT_SLASH = lazily(r"\d\s?[/-]|/\s?[A-ZĐ]")


def protected(text: str, keep: Iterable[str] = ()) -> list[Span]:
    """Spans that stay byte for byte, in order; they may touch but do not overlap."""
    quotes = [found.span() for found in _QUOTES.finditer(text)] if _has_quote(text) else []
    spans = [*quotes, *_citations(text, quotes), *_kept(text, keep)]
    if "ế hoạch" in text and (basis := _BASIS.search(text)):
        spans.append(basis.span())
    if "Đảng bộ" in text:
        spans += [found.span() for found in _NAMED.finditer(text)]
    return merged(spans)


def quotations(text: str) -> list[Span]:
    """Spans of quotations, marks included; an unclosed “ reaches to the end, an unclosed \" to that of the sentence."""
    return [found.span() for found in _QUOTES.finditer(text)]


def citations(text: str) -> list[Span]:
    """Spans of citations: type, number, date, issuer and title, as far as they are written."""
    return list(_citations(text, quotations(text)))


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, overlapping ones joined."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        elif end > start:
            out.append((start, end))
    return out


def _has_quote(text: str) -> bool:
    return any(mark in text for mark in "“«„‘\"'")


def _citations(text: str, quotes: list[Span]) -> Iterator[Span]:
    if "ngày" not in text and not _DIGIT_SLASH.search(text):
        return
    at = 0
    numbered = _CITATION.finditer(text) if "/" in text or "-" in text else ()
    for found in sorted((*numbered, *_DATED.finditer(text)), key=re.Match.start):
        if found.start() < at:
            continue
        end = _without_local(found)
        if end < found.end():
            yield found.start(), end
            at = end
            continue
        at = _title_end(text, end, quotes, issued=text[: found.start()].endswith(_ISSUES), bare=not found["issuer"])
        yield found.start(), at


def _without_local(found: re.Match[str]) -> int:
    """Where a citation ends: before a local body that cannot have issued a document of that number."""
    local = found["issuer"] and _LOCAL.match(found["issuer"]) and _OF_THE_CENTRE.search(found[0])
    return found.start("issuer") if local else found.end()


def _title_end(text: str, at: int, quotes: list[Span], *, issued: bool, bare: bool) -> int:
    """Where a title ends that may begin at `at`; of what the sentence itself `issued` it also says what is to be done.

    `bare`: no issuer stands before it.
    """
    opened = _SUBJECT.match(text, at) or (_WORK_OF.match(text, at) if bare and text[at - 4 : at].isdigit() else None)
    if not opened:
        return at
    for end in _END.finditer(text, opened.end()):
        comma = text[end.start()] == ","
        goes_on = comma and (
            (issued and _TO_BE_DONE.match(text, end.start()))
            or _NAMES_MORE.search(text, max(at, end.start() - _FAR), end.start())
        )
        if not goes_on and not any(start <= end.start() < stop for start, stop in quotes):
            return end.start()
    return len(text)


def _kept(text: str, keep: Iterable[str]) -> Iterator[Span]:
    for phrase in keep:
        at = text.find(phrase) if phrase else -1
        while at >= 0:
            yield at, at + len(phrase)
            at = text.find(phrase, at + len(phrase))
