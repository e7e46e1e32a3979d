"""What a document is that is no plan, in words that tell what to do: a letter, a decision without its plan, another type."""

from collections.abc import Sequence

from kedraft.importers.frame import other_title
from kedraft.importers.wrappers import is_address, is_first_article
from kedraft.vietnamese.labels import Marker, labels_at
from kedraft.vietnamese.letters import LOWER_MARKED, pattern
from kedraft.vietnamese.text import fold

_TOP = 60  # paragraphs among which a title stands
_HEAD = 25  # paragraphs among which a letter says to whom it goes
_QUOTED = 0.5  # share of lines with a mail's quotation mark
_LETTER = pattern(r"(?:V/v|Về việc)\s")
_MARKED_AS_MAIL = pattern(r"(?:>|&gt;)\s*\S")
#: Titles in capitals that run on in sentence case on one line: `BÁO CÁO Kết quả thực hiện …`.
_RUN_ON = pattern(
    r"(?P<title>BÁO CÁO|TỜ TRÌNH|THÔNG BÁO|NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|HƯỚNG DẪN|GIẤY MỜI|BIÊN BẢN|KẾT LUẬN|CÔNG ĐIỆN|ĐỀ ÁN|PHƯƠNG ÁN|CHƯƠNG TRÌNH|QUY CHẾ|QUY ĐỊNH)\s+[A-ZÀ-Ỹ]?[a-zà-ỹ]"
)
_BEHIND_DATE = pattern(r"\A[^\n]{0,60}\bnăm\s+\d{4}\s+(?=[A-ZÀ-Ỹ]{2})")  # a title that was joined to the place and date
_MORE_TITLES = (
    "hop dong",
    "lich cong tac",
    "lich tiep",
    "de cuong",
    "noi quy",
    "giay gioi thieu",
    "giay uy quyen",
    "don xin",
    "don de nghi",
)
_ISSUES_PLAN = pattern(r"(?:[Bb]an hành|[Pp]hê duyệt|[Tt]hông qua)[^.;:]{0,60}\b[Kk]ế hoạch\b")


#: A decision's subject: `VỀ VIỆC BAN HÀNH KẾ HOẠCH …`, `Phê duyệt Kế hoạch …`.
_ON_PLAN = pattern(
    r"\A(?:(?:VỀ VIỆC|V/V|Về việc|V/v)\s+)?(?:BAN HÀNH|PHÊ DUYỆT|Ban hành|Phê duyệt)\s+(?:KẾ HOẠCH|Kế hoạch|kế hoạch)\b"
)
_NOTE = pattern(r"\(\s*(?:Ban hành )?[Kk]èm theo Quyết định\b")
_FOLDED = pattern(r"(?<!\S)QUYẾT ĐỊNH\s+(?:VỀ VIỆC\s+)?(?:BAN HÀNH|PHÊ DUYỆT)\s+KẾ HOẠCH(?!\S)")
_FOLDED_LINE = 500  # letters
_PLAN_MISSING = (
    "Văn bản là “QUYẾT ĐỊNH” ban hành Kế hoạch, nhưng tệp này thiếu phần Kế hoạch kèm theo; "
    "hãy tải tệp kế hoạch đính kèm, hoặc tệp có cả quyết định và kế hoạch."
)
_UNTITLED = (
    "Văn bản là “QUYẾT ĐỊNH” có phần kèm theo, nhưng phần ấy không còn dòng tên loại. Nếu đó là Kế hoạch, "
    "hãy thêm dòng “KẾ HOẠCH” phía trên trích yếu của phần kèm theo (và dòng “Điều 1. …” nếu đã mất), rồi đọc lại."
)


def kind_told(texts: Sequence[str]) -> str | None:
    """The sentence that tells what the document is instead of a plan; None where its words do not say."""
    if title := _title(texts[:_TOP]):
        return _decision(texts) if fold(title).startswith("quyet dinh") else _is(title)
    if any(map(is_address, texts[:_HEAD])) or (any(map(_LETTER.match, texts[:_HEAD])) and not _is_decision(texts)):
        return (
            "Văn bản là công văn (có “Kính gửi” hoặc “V/v”), không phải Kế hoạch. "
            "Nếu kế hoạch được gửi kèm công văn này, hãy chọn tệp kế hoạch đính kèm."
        )
    if any(map(_is_folded_decision, texts)):
        return _PLAN_MISSING
    if sum(bool(_MARKED_AS_MAIL.match(text)) for text in texts) > _QUOTED * len(texts):
        return "Văn bản chép từ thư điện tử, đầu dòng còn dấu “>”; hãy bỏ các dấu ấy (thay “> ” bằng trống), hoặc xin tệp gốc."
    if not any(letter in LOWER_MARKED for text in texts for letter in text.lower()):
        return "Văn bản không có chữ tiếng Việt có dấu nên không nhận ra được kế hoạch; hãy xin bản tiếng Việt có dấu."
    return None


def _is(title: str) -> str:
    return f"Văn bản là “{title[:60]}”, không phải Kế hoạch."


def _title(texts: Sequence[str]) -> str | None:
    for text in (_BEHIND_DATE.sub("", text) for text in texts):
        if title := other_title(text.rstrip(" :")):
            return title
        if found := _RUN_ON.match(text):
            return found.group("title")
        if text.isupper() and fold(text).startswith(_MORE_TITLES):
            return text
    return None


def _is_decision(texts: Sequence[str]) -> bool:
    return any(map(is_first_article, texts))


def _decision(texts: Sequence[str]) -> str:
    """What a decision lacks to be read as a plan: its annexed plan, or a title above the plan inside its article."""
    at = next((i for i, text in enumerate(texts) if is_first_article(text)), None)
    if at is None or not _ISSUES_PLAN.search(texts[at]):
        if any(map(_NOTE.match, texts)) and not any(map(_is_other_kind, texts)):
            return _UNTITLED
        return _PLAN_MISSING if any(map(_ON_PLAN.search, texts[:_TOP])) else _is("QUYẾT ĐỊNH")
    inside = [labels_at(text) for text in texts[at + 1 :]]
    if any(labels and labels[0].marker in (Marker.ROMAN, Marker.PART) for labels in inside):
        return (
            "Văn bản là “QUYẾT ĐỊNH” có nội dung kế hoạch viết ngay trong Điều 1. Hãy chép phần ấy (từ mục I đến trước Điều 2) "
            "sang tệp mới, phía trên ghi phần đầu văn bản, dòng “KẾ HOẠCH” và trích yếu, rồi đọc tệp mới."
        )
    return _PLAN_MISSING


def _is_other_kind(text: str) -> bool:
    """Whether the line is the title of something that a decision issues: `CHƯƠNG TRÌNH`, `QUY CHẾ`."""
    title = other_title(text.rstrip(" :"))
    return title is not None and not fold(title).startswith("quyet dinh")


def _is_folded_decision(text: str) -> bool:
    """Whether a whole decision on a plan stands in one line, as some copies have it."""
    found = _FOLDED.search(text) if len(text) > _FOLDED_LINE else None
    return bool(found and "/QĐ" in text[: found.start()])
