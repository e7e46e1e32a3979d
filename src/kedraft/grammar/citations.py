"""Citations of documents inside running text: type, number and symbol, date, issuer, subject, and where they stand.

Forms: `Kế hoạch số 13/KH-UBND ngày 13/01/2023 của Ủy ban nhân dân tỉnh Lạng Sơn về …`, several after one type
(`các Quyết định: số 1/QĐ-TTg ngày …; số 2/QĐ-TTg ngày …`), laws without a number (Nghị định 30/2020/NĐ-CP, PL1-II.6a).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kedraft.model.plan import CitedDocument
from kedraft.vietnamese.dates import partial_date
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import fold

_TYPES = (
    "Bộ luật|Luật|Pháp lệnh|Hiến pháp|Nghị quyết liên tịch|Nghị quyết|Nghị định|Thông tư liên tịch|Thông tư|Thông tri|Quyết định|Chỉ thị|Quy chế phối hợp|Quy chế|"
    "Quy định|Thông báo kết luận|Thông báo|Hướng dẫn liên ngành|Hướng dẫn|Chương trình hành động|Chương trình phối hợp|Chương trình|Kế hoạch liên tịch|"
    "Kế hoạch hành động|Kế hoạch phối hợp|Kế hoạch|Phương án|Đề án|Báo cáo|[Tt]ờ trình|[Cc]ông văn|Công điện|Kết luận|[Vv]ăn bản hợp nhất|[Vv]ăn bản|Giấy mời|"
    "Đề cương|Điều lệ|Thỏa thuận|Biên bản|Tuyên bố|Lệnh|Thể lệ"
)
#: Behind them a number tells a document, whatever their first letter: `Thực hiện kế hoạch số 7/KH-TU`.
_TYPES_IN_ANY_CASE = re.sub(r"(?<![^|])([A-ZĐ])", lambda first: f"[{first[0]}{first[0].lower()}]", _TYPES)
_SYMBOL = r"[A-ZÀ-Ỹ][\w&]*(?:\s?[-./–&]\s?[A-ZÀ-Ỹ0-9][\w&]*)*"
_SPACED_SYMBOL = r"(?:KH|QĐ|NQ|HD|CTr|CT|TB|BC|CV|KL|QC)"  # `số 298 KH/TWĐTN`, as the Youth Union writes
#: Behind digits these letters can only be the type: a slash was lost (`số 4006KH-UBND`), by the typist or by OCR.
_GLUED = r"(?:KH|QĐ|NQ|NĐ|CTr|CT|TTr|TB|BC|HD|KL)(?=-[A-ZĐ])"
#: `số 31 15/QĐ-UBND`: a gap amid the digits, as OCR leaves it behind a 1.
_GAPPED = r"(?<=[Ss]ố )\d{1,3}\s\d{1,3}(?=/[A-ZĐ])"
_NUMBER = rf"(?:{_GAPPED}/{_SYMBOL}|\d{{1,5}}{_GLUED}-{_SYMBOL}|\d+\s{_SPACED_SYMBOL}\s?[/–-]\s?{_SYMBOL}|\d+[a-zA-Z]?(?:\s?/\s?\d{{4}}|-\d{{4}}(?=/))?\s?[/–-]\s?{_SYMBOL}|/\s?{_SYMBOL})"
_LOST_SLASH = pattern(rf"\A(\d{{1,5}})(?={_GLUED})")
_GAP = pattern(r"(?<=\d)\s(?=\d)")
_YEAR = r"(?:\d{4}|[12]\s?[09]\s?\d\s?\d)(?!\d)"
_DATE = (
    rf"(?:\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{_YEAR}|"
    r"\d{1,2}\s*tháng\s*\d{1,2}(?:\s*,)?\s*năm\s*\d{4}|\d{1,2}\s*tháng\s*\d{1,2}/\d{4})"
)

_FIRST = pattern(
    rf"(?P<type>(?:\b|(?<=[a-zà-ỹ])(?=[A-ZÀ-Ỹ]))(?:{_TYPES_IN_ANY_CASE}))\s*(?:\(\w+\)\s*)?(?::\s*)?(?:[Ss]ố\s*[:.]?\s*)?(?P<number>{_NUMBER})"
    rf"(?P<date>\s*,?\s*(?:ban hành\s+)?(?:ký\s+)?ngày\s*{_DATE}|\s*\(\s*(?:ban hành\s+)?(?:ký\s+)?ngày\s*{_DATE}\s*\))?"
)
_LAW = pattern(
    rf"(?P<type>\b(?:Bộ luật|Luật|Pháp lệnh))\s+(?P<name>(?!số\b|này\b|định\b|sư\b|pháp\b|gia\b)[^;.:()“”\"]{{3,160}}?)"
    rf"(?P<date>,?\s*(?:số\s+\d+/\d{{4}}/\w+\s*)?(?:(?:đã\s)?(?:được|do)\s[^;]{{3,90}}?thông qua\s+)?ngày\s*{_DATE}|,?\s+(?:số\s+\d+/\d{{4}}/\w+|(?:năm\s+)?(?:19|20)\d\d(?![\d/])))"
)
#: Behind them a law's name may begin small: `Căn cứ Luật tổ chức chính quyền địa phương ngày 19/6/2015`.
_BEFORE = 20  # letters
_LAW_BEFORE = pattern(r"(?:[Cc]ăn cứ|[Tt]hực hiện)\s+\Z")
_ARTICLES = r"[Đđ]iều\s+\d{1,3}[a-zđ]?(?:(?:,|\s+và)\s+(?:[Đđ]iều\s+)?\d{1,3}[a-zđ]?){0,6},?\s+(?:của\s+)?"
_BARE_LAW = pattern(
    rf"(?:(?<=Căn cứ )|(?<=căn cứ )|(?<=Thực hiện )|(?<=; )|{_ARTICLES})"
    r"(?P<type>Hiến pháp|Bộ luật|Luật|Pháp lệnh)(?P<name>(?:\s+(?!số\b)[^\W\d_]+[,-]?){0,14}?)(?P<year>\s+năm\s+\d{4})?(?=\s*(?:[;.]|\Z)|\s+và các văn bản\b)"
)
_TYPE = pattern(rf"\b(?:{_TYPES})\b")
_BARE = pattern(
    rf"(?:(?<![\w/])[Ss]ố\s*:?\s+|(?<=[;,]\s)(?=\d[^\s]*,?\s+ngày\s))(?P<number>{_NUMBER})(?P<date>\s*,?\s*(?:ban hành\s+)?ngày\s*{_DATE})?"
)
# Types as OCR with the wrong language leaves them: name of the group -> type, pattern.
_DAMAGED_TYPES = {
    "decision": ("Quyết định", r"Quy\S{1,3}t d\S{1,4}nh"),
    "letter": ("Công văn", r"C\S{1,2}ng v\S{1,3}n"),
    "submission": ("Tờ trình", r"T\S{1,2} tr\S{1,3}nh"),
    "plan": ("Kế hoạch", r"K\S{1,3} ho\S{1,3}ch"),
    "resolution": ("Nghị quyết", r"Ngh\S{1,3} quy\S{1,3}t"),
    "decree": ("Nghị định", r"Ngh\S{1,3} d\S{1,4}nh"),
    "directive": ("Chỉ thị", r"Ch\S{1,3} th\S{1,3}"),
}
_DAMAGED = pattern(
    "(?:"
    + "|".join(f"(?P<{name}>{form})" for name, (_, form) in _DAMAGED_TYPES.items())
    + r")\s+(?:s\S{1,3}\s+)?(?P<number>\d+/[A-Z]\w*(?:-\s?[A-Z]\w*)?)(?P<date>,?\s*ng\S{1,3}\s+\d{1,2}/\d{1,2}/\d{4})?"
)
_SYMBOL_TYPES = {
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "CT": "Chỉ thị",
    "KH": "Kế hoạch",
    "TT": "Thông tư",
    "KL": "Kết luận",
    "TB": "Thông báo",
    "CTr": "Chương trình",
    "ĐA": "Đề án",
    "HD": "Hướng dẫn",
}
_BY_SYMBOL = pattern(r"(?<=[/-])(" + "|".join(_SYMBOL_TYPES) + r")(?=[-/]|\Z)")
_CONVENTION_TAIL = pattern(r"\s*\((?:sau đây|gọi tắt|dưới đây|viết tắt).*\Z", re.DOTALL)
_CONVENTION = pattern(r"\s*\((?:sau đây|gọi tắt|dưới đây|viết tắt)[^)]*\)")
_ISSUER = pattern(r"\s*,?\s*(?:\([^()]{1,60}\)\s*)?(?:do|của)\s+(?=[A-ZÀ-Ỹ])")
_ISSUER_END = pattern(
    r"\s*(?:(?:,\s*)?\b(?:về|v/v|ban hành|phê duyệt|quy định|triển khai|thực hiện|hướng dẫn|sửa đổi|bổ sung|giao|công bố|thông qua|tăng cường|đẩy mạnh|"
    r"tại|chỉ đạo|kèm theo|nêu|trong|đã|được|khóa|nhiệm kỳ|phát động|tiếp tục|nhằm|để|cho|năm|ngày|chi tiết|yêu cầu|đề nghị|với|theo|liên quan|hợp nhất|"
    r"xây dựng|quyết định|cụ thể|điều chỉnh|sơ kết|tổng kết|thành lập|kiện toàn|phối hợp|phân công|báo cáo|phát triển|nâng cao|ký|trình|kết luận|thông báo|mở|có|là|như|do|gồm|và\s+(?:[a-zà-ỹ]|"
    + _TYPES
    + r"))\b|[;.:(“\"]|,\s*(?:[a-zà-ỹ]|số\b|"
    + _TYPES
    + r"|Ủy ban nhân dân|UBND)|\)|$)"
)
#: `Kế hoạch số 45/KH-UBND của UBND tỉnh ngày 12/6/2025`: the date behind the issuer.
_LATE_DATE = pattern(rf",?\s*(?:ký\s+)?ngày\s*{_DATE}")
_LIST = pattern(rf"\b(?:các|những)\s+(?:{_TYPES})(?:\s+sau)?\s+(?:của|do)\s+(?P<who>[A-ZÀ-Ỹ][^:;]{{2,80}}?)\s*:")
_SUBJECT_START = pattern(r"[a-zà-ỹ]")
#: Where the subject ends, and the quotation marks within which it does not.
_SUBJECT_END = pattern(
    r"(?P<quote>[“”\"])|[;.]\s*(?=$|[A-ZÀ-Ỹ“\"])|;|\n"
    # the main clause of the opening: `…, Ủy ban nhân dân tỉnh ban hành Kế hoạch … như sau:`
    r"|,\s*(?=(?:Ủy ban|Uỷ ban|UBND|HĐND|Hội|Sở|Bộ|Ban|Phòng|Đảng ủy|Huyện ủy|Tỉnh ủy|Thành ủy|Trường|Trung tâm|Công an|Chi cục|Cục|Đoàn|Bệnh viện|Văn phòng|"
    r"Chi bộ|Trạm|Tổ|Liên|Viện|Thanh tra|Công đoàn)\b[^;]{0,200}?\b(?:ban hành|xây dựng|lập|đề ra|triển khai|tổ chức)\b[^;]{0,160}?(?:[Kk]ế hoạch|(?<!\w)sau\s*[:.]))"
)
#: Which congress or session of the issuer: `khóa XI`, `(khóa XI)`, `nhiệm kỳ 2021 - 2026`.
_SESSION = pattern(r"(?:\s*,?\s*\(?(?:khóa|khoá)\s+[IVXLC]+\)?|\s*,?\s*nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4})+,?")
#: What parts two documents of a list: before it the first one's subject is over.
_LIST_BREAK = pattern(r"(?:[;,.]|(?<!\w)(?:và|các|những|cùng|cùng với))\s*\Z")
_LONGEST = 1500  # letters of a subject
_QUOTED = 500  # letters of a quotation in it
_NESTED = 3  # documents that a subject may name
_NO_LAW = pattern(rf"(?!(?:Bộ luật|Luật|Pháp lệnh)\b)\b(?:{_TYPES})\b|\d/")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation and its span: `start`..`end` from the type to the issuer, `subject_end` to the end of the subject."""

    document: CitedDocument
    start: int
    end: int
    subject_end: int


@lru_cache(maxsize=4096)
def find_citations(text: str, *, damaged: bool = False) -> tuple[Citation, ...]:
    """Every citation in reading order; a document that is mentioned twice is found twice. Cached: drafts of one parent share texts.

    In a `damaged` text (OCR with the wrong language) only type, number and numeric date are told; the number is as printed.
    """
    if damaged:
        return tuple(_damaged_citations(text))
    heads = _heads(text)
    out: list[Citation] = []
    for i, (kind, number, date, start, end) in enumerate(heads):
        limit = heads[i + 1][3] if i + 1 < len(heads) else len(text)
        issuer, after = _issuer(text, end, limit)
        if date is None and issuer and (late := _LATE_DATE.match(text, after)) and late.end() <= limit:
            date, after = late.group(0), late.end()
        if issuer is None and text[start] in "sS":
            issuer = _issuer_of_list(text, start)
        subject, subject_end = _subject(text, after, _subject_limit(text, heads, i))
        date_iso = (
            partial_date(date if "ngày" in date or "năm" in date else f"năm {date.strip(' ,')}") if date else None
        )
        document = CitedDocument(
            type=kind,
            number=number,
            date=date_iso,
            issuer=issuer,
            subject=subject,
            text=text[start:subject_end].strip(" ,;"),
        )
        out.append(Citation(document, start, after, subject_end))
    return tuple(out)


def cited_documents(texts: Iterable[str], *, damaged: bool = False) -> tuple[CitedDocument, ...]:
    """The documents cited in `texts`, each once: the first mention of a number, with what later mentions add."""
    found: dict[str, list[CitedDocument]] = {}
    for text in texts:
        for citation in find_citations(text, damaged=damaged):
            document = citation.document
            key = fold(document.number or f"{document.type} {document.subject or document.text}")
            known = found.setdefault(key, [])
            same = next((i for i, one in enumerate(known) if _may_be(one, document)), None)
            if same is None:
                known.append(document)
            else:
                known[same] = known[same].evolve(
                    date=known[same].date or document.date, issuer=known[same].issuer or document.issuer
                )
    return tuple(document for known in found.values() for document in known)


def _may_be(known: CitedDocument, document: CitedDocument) -> bool:
    """Whether two citations of one number may mean one document: one date, or one type and no second date."""
    if known.date and document.date:
        return known.date == document.date
    return known.type == document.type


def _damaged_citations(text: str) -> Iterator[Citation]:
    for found in _DAMAGED.finditer(text):
        kind = next(name for name in _DAMAGED_TYPES if found.group(name))
        document = CitedDocument(
            type=_DAMAGED_TYPES[kind][0],
            number=tidy_number(found.group("number")),
            date=partial_date(found.group("date") or ""),
            text=found.group(0).strip(" ,;"),
        )
        yield Citation(document, found.start(), found.end(), found.end())


def tidy_number(text: str) -> str:
    """`1079/QĐ- TTg` -> `1079/QĐ-TTg`: no spaces around `/` and `-` (PL1-II.3c)."""
    text = re.sub(r"\s*([-/.–&])\s*", r"\1", text.strip()).replace("–", "-")
    return _LOST_SLASH.sub(r"\1/", _GAP.sub("", text))


_Head = tuple[str, str | None, str | None, int, int]


def _heads(text: str) -> list[_Head]:
    heads: list[_Head] = [
        (_named(found), tidy_number(found.group("number")), found.group("date"), found.start(), found.end())
        for found in _FIRST.finditer(text)
    ]
    heads += _laws(text, sorted((head[3], head[4]) for head in heads))
    heads += _untyped(text, sorted((head[3], head[4]) for head in heads))
    short = [found.span() for found in _CONVENTION.finditer(text)] if "(" in text else []
    return sorted((head for head in heads if not _inside(head[3], short)), key=lambda head: head[3])


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the spans: `(sau đây gọi tắt là Chỉ thị số 20)` names no further document."""
    return any(start < at < end for start, end in spans)


def _named(found: re.Match[str]) -> str:
    """The type as a list of documents names it: with a capital."""
    kind = found.group("type")
    return kind[0].upper() + kind[1:]


def _untyped(text: str, taken: list[tuple[int, int]]) -> list[_Head]:
    """Further members of a list (`các Quyết định …: số …; số …`): their type is the last one named before."""
    out: list[_Head] = []
    for found in _BARE.finditer(text):
        if _overlaps(found, taken):
            continue
        kind = _type_before(text, found)
        if kind:
            out.append((kind, tidy_number(found.group("number")), found.group("date"), found.start(), found.end()))
    return out


def _type_before(text: str, found: re.Match[str]) -> str | None:
    """The type that the symbol itself tells (`QĐ` in `411/QĐ-TTg`), else the last one named before."""
    named: list[str] = _TYPE.findall(text, max(0, found.start() - 500), found.start())
    told = _BY_SYMBOL.search(found.group("number"))
    kind = _SYMBOL_TYPES.get(told.group(1)) if told else None
    return kind if kind and (named or not kind) else (named[-1] if named else None)


def _laws(text: str, taken: list[tuple[int, int]]) -> list[_Head]:
    out: list[_Head] = []
    for found in _LAW.finditer(text):
        name = found.group("name")
        named = (
            name[0].isupper()
            or name.startswith("sửa đổi")
            or bool(_LAW_BEFORE.search(text, max(0, found.start() - _BEFORE), found.start()))
        )
        if _overlaps(found, taken) or not named or _NO_LAW.search(name):
            continue
        number = re.search(r"\d+/\d{4}/\w+", found.group("date"))
        out.append(
            (found.group("type"), number.group(0) if number else None, found.group("date"), found.start(), found.end())
        )
    out += [
        (found.group("type"), None, found.group("year"), found.start("type"), found.end())
        for found in _BARE_LAW.finditer(text)
        if not _overlaps(found, sorted([*taken, *((head[3], head[4]) for head in out)]))
    ]
    return out


def _overlaps(found: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    """Whether the match meets one of the spans, which are in order and apart."""
    at = bisect_left(taken, (found.end(), 0))
    return at > 0 and taken[at - 1][1] > found.start()


def _issuer(text: str, at: int, limit: int) -> tuple[str | None, int]:
    found = _ISSUER.match(text, at)
    if not found or found.end() >= limit:
        return None, at
    start = found.end()
    end = min(_issuer_end(text, start), limit)
    return (text[start:end].strip(" ,") or None), end


def _issuer_of_list(text: str, at: int) -> str | None:
    """The issuer of a list of numbers (`các Quyết định của Thủ tướng Chính phủ: số …; số …`)."""
    lists = list(_LIST.finditer(text, max(0, at - 1500), at))
    return lists[-1].group("who").strip() if lists else None


def _issuer_end(text: str, start: int) -> int:
    at = start + 1
    while True:
        found = _ISSUER_END.search(text, at)
        assert found is not None  # the pattern ends with `$`
        word = text[found.start() : found.end()].strip()
        if word.startswith("và") and _is_name_and(text, start, found.start()):
            at = found.end()
            continue
        return found.start()


_NAMES_WITH_AND = pattern(r"(?:Bộ|Sở|Phòng|Ban|Ủy ban|Văn phòng|Hội)\b[^,;]*\Z")


def _is_name_and(text: str, start: int, at: int) -> bool:
    """Whether the `và` at `at` stands inside a body's name (`Sở Nông nghiệp và phát triển nông thôn`)."""
    following = text[at:].lstrip()
    return bool(_NAMES_WITH_AND.match(text[start:at])) and bool(
        re.match(r"và\s+(?:phát triển|môi trường|xã hội|đào tạo|truyền thông)", following)
    )


def _subject_limit(text: str, heads: list[_Head], i: int) -> int:
    """Where the next document of the list begins; one that is named inside the subject (`hướng dẫn thực hiện …`) is no next one."""
    for following in heads[i + 1 : i + 1 + _NESTED]:
        before = text[max(heads[i][4], following[3] - 12) : following[3]]
        if _LIST_BREAK.search(before) or not before.strip():
            return following[3]
    return heads[i + 1 + _NESTED][3] if i + 1 + _NESTED < len(heads) else len(text)


def _subject(text: str, at: int, limit: int) -> tuple[str | None, int]:
    """What the cited document is about: the words after the issuer up to the clause's end, and where they end."""
    found = _CONVENTION.match(text, at) or _SESSION.match(text, at)
    start = found.end() if found else at
    end = _subject_end(text, start, min(limit, start + _LONGEST))
    subject = _CONVENTION_TAIL.sub("", re.sub(r"\s*[,;]?\s*(?:và|,)?\s*\Z", "", text[start:end])).strip()
    if not _SUBJECT_START.match(subject):
        return None, at
    if re.match(r"(?:và|của|tại|được|đã|là|như|do|này|trên|cho|đối)\b", subject):
        return None, at
    return subject, start + text[start:end].index(subject) + len(subject)


def _subject_end(text: str, start: int, limit: int) -> int:
    """The end of the clause that begins at `start`; a mark inside a quotation does not end it."""
    quoted = ""
    for found in _SUBJECT_END.finditer(text, start, limit):
        mark = found.group("quote")
        if mark and quoted:
            quoted = ""
        elif (
            mark in ("“", '"')
            and text.find("”" if mark == "“" else '"', found.end(), min(limit, found.end() + _QUOTED)) >= 0
        ):
            quoted = mark
        elif not mark and not quoted:
            return found.start()
    return limit
