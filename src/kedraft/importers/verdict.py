"""Whether a text is a plan: a title in capitals, the marks of an issued document, and items."""

import re
from itertools import pairwise

from kedraft.grammar.tree import label_of
from kedraft.importers.foot_lines import is_recipients, is_signature
from kedraft.importers.frame import Frame, other_title
from kedraft.importers.head import is_dateline, is_nation, is_number_line
from kedraft.importers.other_kinds import kind_told
from kedraft.model.source import SourceParagraph, SourceText
from kedraft.vietnamese.labels import NUMBERED, Marker
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import squeeze

_PLAN_SYMBOL = pattern(r"S[ốóô]\s*:?\s*[\d\s.…]*/\s*KH\b")
_DECISION_SYMBOL = pattern(r"S[ốóô]\s*:?\s*[\d\s.…]*/\s*QĐ\b")
_DECIDES = pattern(r"QUYẾT ĐỊNH\b|Điều \d|Theo đề nghị|Xét đề nghị")
_ISSUES = pattern(
    r"(?:[ỦU][yỷ] ban|UBND|Ban (?:[Cc]hỉ đạo|[Đđ]iều hành|Tổ chức|Thường (?:trực|vụ)|Chấp hành|Giám hiệu)|Sở|Phòng|Bộ|Trường)\b[^.]{0,300}?\b(?:[Bb]an hành|[Xx]ây dựng|[Ll]ập)\s+[Kk]ế hoạch\b"
)
_LETTER = pattern(r"\AKính gửi|\AV/v\b|\b(?:vừa|mới) ban hành\b|\bđã ban hành (?:Kế hoạch|kế hoạch|văn bản)")
_LEADS_IN = pattern(r"(?:như sau|sau đây|nội dung (?:chính |cụ thể |chủ yếu )?sau|cụ thể sau)\s*[:.;]?\s*\Z")
_LOST_LETTER = pattern(r"[^\W\d_]\?[^\W\d_\s]|[^\W\d_]\?[\u0300-\u0323]")
_BLANKS = pattern(r"\.{4,}|…{2,}|_{4,}|\[[^\]]*\]|\(\d+\)\s*\.{3,}")


def verdict(frame: Frame, source: SourceText) -> str | None:
    """None for a plan; else the reason, in Vietnamese, why the text is not one."""
    texts = [squeeze(block.text.text) for block in frame.blocks if isinstance(block, SourceParagraph)]
    if not any(texts):
        return "Tệp không có chữ nào. Nếu là bản quét, hãy nhận dạng chữ (OCR) với dữ liệu tiếng Việt trước."
    head = [squeeze(b.text.text) for b in frame.blocks[frame.head : frame.preamble] if isinstance(b, SourceParagraph)]
    other = _other_type(frame)
    if other:
        return f"Văn bản là “{other[:60]}”, không phải Kế hoạch."
    if frame.title is None and frame.wrapper is None and not _is_headless_plan(head, texts, frame):
        return (
            kind_told(texts)
            or _damaged_letters(source)
            or "Không thấy dòng tên loại “KẾ HOẠCH” đứng riêng, viết hoa; đây có thể là bài viết hoặc trang hỏi đáp về kế hoạch."
        )
    marks = _marks(head, texts)
    items = _items(frame)
    if marks < 2 and frame.title is not None and not _issues_items(texts, frame):
        return "Có chữ “KẾ HOẠCH” nhưng không có thể thức của văn bản (Quốc hiệu, số và ký hiệu, địa danh và ngày, Nơi nhận, chữ ký)."
    if items == 0 and frame.foot - frame.body < 3 and marks < 3:
        return "Không thấy đề mục nào (I., 1., a) …) sau dòng “KẾ HOẠCH”."
    if _is_form(frame, texts):
        return "Đây là mẫu trống chưa điền (nhiều chỗ để chấm), không phải một kế hoạch đã soạn."
    return None


def _damaged_letters(source: SourceText) -> str | None:
    """Why the title was not found, where letters of an old encoding were lost before the file came here."""
    paragraphs = list(source.paragraphs())
    if sum(bool(_LOST_LETTER.search(one.text.text)) for one in paragraphs) < 0.3 * len(paragraphs):
        return None
    return "Nhiều chữ trong tệp đã thành dấu “?” (tệp lưu bằng bảng mã cũ, mất dấu); hãy mở bản gốc bằng Word, lưu dạng .docx rồi đọc lại."


def _other_type(frame: Frame) -> str | None:
    """The type of a document that only names a plan in its subject: another title stands above `KẾ HOẠCH`."""
    if frame.title is None or frame.wrapper is not None:
        return None
    above = (b for b in frame.blocks[frame.head : frame.title] if isinstance(b, SourceParagraph))
    return next((title for block in above if (title := other_title(squeeze(block.text.text)))), None)


def _items(frame: Frame) -> int:
    paragraphs = [b for b in frame.blocks[frame.body : frame.foot] if isinstance(b, SourceParagraph)]
    return sum(bool(found) and found[0].marker in NUMBERED for found in map(label_of, paragraphs))


def _marks(head: list[str], texts: list[str]) -> int:
    """How many of a document's marks are there: nation, number, dateline, recipients, signature, lead-in."""
    joined = " ".join(head)
    return (
        is_nation(joined)
        + bool(is_number_line(joined) or any(map(is_number_line, head)))
        + bool(any(map(is_dateline, head)) or re.search(r"ngày\s+\d{1,2}\s+tháng", joined))
        + any(map(is_recipients, texts))
        + any(map(is_signature, texts))
        + any(_LEADS_IN.search(text) for text in texts[:60])
    )


def _is_headless_plan(head: list[str], texts: list[str], frame: Frame) -> bool:
    """A plan whose title line was lost: its symbol says `KH`, or its opening issues a plan and items follow."""
    if any(_PLAN_SYMBOL.match(text) for text in head):
        return True
    if any(_LETTER.search(text) for text in texts[:40]):
        return False
    if any(map(is_number_line, head)) and not _is_misnumbered(head, texts):
        return False  # a document of another type
    return _issues_items(texts, frame)


def _is_misnumbered(head: list[str], texts: list[str]) -> bool:
    """Whether a decision's symbol stands above a text that decides nothing, as portals write it now and then."""
    return any(_DECISION_SYMBOL.match(text) for text in head) and not any(_DECIDES.match(text) for text in texts)


def _issues_items(texts: list[str], frame: Frame) -> bool:
    """Whether the opening issues a plan (`… ban hành Kế hoạch … như sau:`), and a section or some items follow."""
    opening = texts[frame.preamble : frame.preamble + 8]
    cut = [f"{first} {then}" for first, then in pairwise(opening)]  # a sentence that a portal broke in two
    above = " ".join(texts[max(frame.preamble, frame.body - 8) : frame.body])  # or in more lines
    issues = any(_LEADS_IN.search(text) and _ISSUES.search(text) for text in (*opening, *cut, above))
    return issues and (_items(frame) >= 3 or _begins_with_section(frame))


def _begins_with_section(frame: Frame) -> bool:
    """Whether the body begins with the first section: `Phần I`, `A.`, `I.`; a copy that was cut short may hold no more."""
    block = frame.blocks[frame.body] if frame.body < len(frame.blocks) else None
    labels = label_of(block) if isinstance(block, SourceParagraph) else ()
    return any(label.marker in (Marker.PART, Marker.ROMAN, Marker.UPPER) and label.value == 1 for label in labels)


def _is_form(frame: Frame, texts: list[str]) -> bool:
    body = [squeeze(b.text.text) for b in frame.blocks[frame.preamble : frame.foot] if isinstance(b, SourceParagraph)]
    blank = sum(bool(_BLANKS.search(text)) for text in body)
    words = sum(len(text.split()) for text in body)
    return blank >= 4 and blank >= 0.3 * max(1, len(body)) and words < 60 * blank
