"""Whether a text is a plan: a title in capitals, the marks of an issued document, and items."""

import re

from kedraft.grammar.tree import label_of
from kedraft.importers.foot import is_recipients, is_signature
from kedraft.importers.frame import Frame, other_title
from kedraft.importers.head import is_dateline, is_nation, is_number_line
from kedraft.model.source import SourceParagraph, SourceText
from kedraft.vietnamese.labels import NUMBERED
from kedraft.vietnamese.text import squeeze

_BLANKS = re.compile(r"\.{4,}|…{2,}|_{4,}|\[[^\]]*\]|\(\d+\)\s*\.{3,}")


def verdict(frame: Frame, source: SourceText) -> str | None:
    """None for a plan; else the reason, in Vietnamese, why the text is not one."""
    texts = [squeeze(block.text.text) for block in frame.blocks if isinstance(block, SourceParagraph)]
    if not any(texts):
        return "Tệp không có chữ nào. Nếu là bản quét, hãy nhận dạng chữ (OCR) với dữ liệu tiếng Việt trước."
    if frame.title is None:
        other = next((title for text in texts[:60] if (title := other_title(text))), None)
        if other:
            return f"Văn bản là “{other[:60]}”, không phải Kế hoạch."
        return "Không thấy dòng tên loại “KẾ HOẠCH” đứng riêng, viết hoa; đây có thể là bài viết hoặc trang hỏi đáp về kế hoạch."
    marks = _marks(frame, texts)
    items = sum(bool(label_of(b)) and label_of(b)[0].marker in NUMBERED for b in frame.blocks[frame.body : frame.foot] if isinstance(b, SourceParagraph))
    if marks < 2:
        return "Có chữ “KẾ HOẠCH” nhưng không có thể thức của văn bản (Quốc hiệu, số và ký hiệu, địa danh và ngày, Nơi nhận, chữ ký)."
    if items == 0 and frame.foot - frame.body < 3:
        return "Không thấy đề mục nào (I., 1., a) …) sau dòng “KẾ HOẠCH”."
    if _is_form(frame, texts):
        return "Đây là mẫu trống chưa điền (nhiều chỗ để chấm), không phải một kế hoạch đã soạn."
    return None


def _marks(frame: Frame, texts: list[str]) -> int:
    """How many of a document's marks are there: nation, number, dateline, recipients, signature, body."""
    head = [squeeze(b.text.text) for b in frame.blocks[: (frame.title or 0)] if isinstance(b, SourceParagraph)]
    return (
        any(is_nation(t) for t in head)
        + any(is_number_line(t) for t in head)
        + any(is_dateline(t) for t in head)
        + any(is_recipients(t) for t in texts)
        + any(is_signature(t) for t in texts)
        + any(re.search(r"như sau\s*[:.]?\Z", t) for t in texts[: 40])
    )


def _is_form(frame: Frame, texts: list[str]) -> bool:
    body = [squeeze(b.text.text) for b in frame.blocks[frame.preamble : frame.foot] if isinstance(b, SourceParagraph)]
    blank = sum(bool(_BLANKS.search(text)) for text in body)
    words = sum(len(text.split()) for text in body)
    return blank >= 4 and blank >= 0.3 * max(1, len(body)) and words < 60 * blank
