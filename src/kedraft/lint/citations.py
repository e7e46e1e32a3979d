"""Documents that a text cites, with the span that the citation takes, its title included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.remembering import remembered

TYPES = (
    "Bộ luật|Luật|Pháp lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị|"
    "Quy chế|Quy định|Thông báo|Hướng dẫn|Chương trình hành động|Chương trình phối hợp|Chương trình|Kế hoạch|Phương án|"
    "Đề án|Báo cáo|Tờ trình|Công văn|Công điện|Kết luận|Văn bản"
)
_SYMBOL = r"\d+[a-zA-Z]?(?=[^\s,;)]*(?:- )?[A-ZĐ])(?:/\d{4})?(?:(?:/|-(?: (?=[A-ZĐ]{2}))?)[A-Za-zĂÂĐÊÔƠƯđăâêôơư&0-9]+(?:\.[A-ZĐ]+)*)+(?:\([A-ZĐ]{2,8}\))?"
#: No number of a document without this.
_NUMBERED = re.compile(r"\d[a-zA-Z]?[/-]")
_DAY = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}"
_VERBS = (
    "phê duyệt|ban hành|quy định|triển khai|thực hiện|hướng dẫn|sửa đổi|bãi bỏ|thành lập|công bố|giao|tổ chức|tăng cường|"
    "đẩy mạnh|kiện toàn|điều chỉnh|bổ sung|sắp xếp|đề nghị|thông báo|tiếp tục|nâng cao|xây dựng"
)
#: Words that go on after an issuer and stand in no issuer's name.
_AFTER_ISSUER = "tại|ngày|đến|tới|với|trong|theo|nhằm|để|bảo đảm|đảm bảo|là"
_HEAD = lazily(
    rf"(?P<type>{TYPES})(?:\s+số\s*:?)?\s+(?P<number>{_SYMBOL})"
    rf"(?:,?\s*(?:ký\s+)?ngày\s+(?P<day>{_DAY}))?"
    r"(?:,?\s+của\s+(?P<issuer>(?:[^;,.()“\"¤:]|, Thể thao và|, Hạ tầng và)+?)"
    rf"(?=\s+(?:về|{_VERBS}|và\s+(?:{TYPES})|{_AFTER_ISSUER})\b|\s*(?:[;,.():“\"]|$)))?",
    re.IGNORECASE,
)
_SUBJECT = lazily(rf",?\s*(?:\([^()]*\)\s*)?(?:về(?:\s+việc)?|v/v)\s+|\s+(?=(?:{_VERBS})\b)", re.IGNORECASE)
_ABOUT = lazily(r",?\s*(?:\([^()]*\)\s*)?(?:về(?:\s+việc)?|v/v)\s+", re.IGNORECASE)
_STOP = lazily(
    r";|\.(?=\s|/|$)|:(?=\s|$)|\)|\s*\((?:sau đây|gọi tắt|dưới đây)|"
    r",\s+(?=(?:UBND|Ủy ban|Uỷ ban|Hội đồng nhân dân|Ban Chỉ đạo|Sở|Phòng|Chủ tịch)\b)|"
    rf",?\s+(?:và|cùng)\s+(?=(?:các\s+)?(?:{TYPES})\s+số\b)|,\s+(?=(?:{TYPES})\s+số\b)"
)
_SHORT_DAY = lazily(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})")
_LONG_DAY = lazily(r"(\d{1,2}) tháng (\d{1,2}) năm (\d{4})")


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document: what the text says of it, and where. `day` is None when not given or impossible; `printed` shows it."""

    start: int
    end: int
    type: str
    number: str
    printed: str | None
    day: date | None
    issuer: str | None
    subject: str | None
    text: str

    @property
    def law(self) -> bool:
        """Luật and Pháp lệnh are cited by name alone."""
        return self.type.casefold() in ("luật", "bộ luật", "pháp lệnh")

    @property
    def full(self) -> bool:
        """Whether day and issuer stand with it."""
        return self.printed is not None and self.issuer is not None


def parse_day(text: str) -> date | None:
    """`14/9/2022` or `14 tháng 9 năm 2022` as a date; None when there is no such day."""
    found = _SHORT_DAY.search(text) or _LONG_DAY.search(text)
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


@remembered(maxsize=32768)
def find_citations(text: str) -> tuple[Citation, ...]:
    """Every document cited by number, in reading order; one cited inside another's title is listed too."""
    return tuple(_citations(text)) if _NUMBERED.search(text) else ()


def _citations(text: str) -> Iterator[Citation]:
    for found in _HEAD.finditer(text):
        end, subject = _subject(text, found)
        printed, issuer = found["day"], found["issuer"]
        yield Citation(
            start=found.start(),
            end=end,
            type=found["type"],
            number=found["number"].replace(" ", ""),
            printed=printed,
            day=parse_day(printed) if printed else None,
            issuer=issuer.strip() if issuer else None,
            subject=subject,
            text=text[found.start() : found.end()],
        )


def _subject(text: str, head: re.Match[str]) -> tuple[int, str | None]:
    opener = _SUBJECT if head["day"] or head["issuer"] else _ABOUT
    start = opener.match(text, head.end())
    if not start:
        return head.end(), None
    end = _subject_end(text, start.end())
    subject = text[start.end() : end].strip(" ,")
    return (end, subject) if subject else (head.end(), None)


def _subject_end(text: str, start: int) -> int:
    """Where the title ends; a bracket that opens inside it ("Kế hoạch 5 năm (2021 - 2025) …") does not end it."""
    for stop in _STOP.finditer(text, start):
        inside = text[start : stop.start()]
        if stop.group() != ")" or inside.count("(") <= inside.count(")"):
            return stop.start()
    return len(text)
