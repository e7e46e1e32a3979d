"""The paragraphs of the text and what each of them is."""

import re
from collections.abc import Iterator

from kedraft.grammar.shape import is_closed, is_rule, is_upper
from kedraft.lint.layout_foot import opens_recipients
from kedraft.lint.layout_form import Kind, Parts, Passage
from kedraft.lint.layout_head import BASIS, mostly
from kedraft.ooxml.view import Paragraph
from kedraft.vietnamese.labels import Label, Marker, labels_at
from kedraft.vietnamese.text import squeeze

_TITLE = 130
_CAPTION = re.compile(r"(?:Bảng|Biểu|Hình|Sơ đồ|Đơn vị(?: tính)?|ĐVT|Mẫu)\b")


def passages(parts: Parts, start: int, stop: int) -> Iterator[Passage]:
    """The paragraphs of the text, tables and text boxes left out."""
    lines = parts.lines
    annex = next((at for at in range(start, stop) if any(lines[at] is one.label for one in parts.annexes)), stop)
    last: Paragraph | None = lines[start - 1].paragraph if start else None
    before: Passage | None = None
    headed = False
    for line in lines[start : min(stop, annex)]:
        paragraph = line.paragraph
        if paragraph is last or paragraph.cell is not None or paragraph.box is not None:
            continue
        last = paragraph
        text = squeeze(paragraph.text.replace("\t", " "))
        if not text or is_rule(text) or opens_recipients(text):
            continue
        before = _passage(paragraph, text, before, headed)
        headed = headed or before.kind in (Kind.PART, Kind.SECTION, Kind.HEADING)
        yield before


def _passage(paragraph: Paragraph, text: str, before: Passage | None, headed: bool) -> Passage:
    label, automatic = _label(paragraph, text)
    if label is None:
        return Passage(paragraph, _unlabelled(paragraph, text, before, headed))
    words = text if automatic else text[label.end :]
    return Passage(paragraph, _labelled(label.marker, words, paragraph), label.marker, automatic)


def _label(paragraph: Paragraph, text: str) -> tuple[Label | None, bool]:
    if paragraph.label:
        found = labels_at(f"{paragraph.label} x")
        return (found[0] if found else Label(Marker.BULLET, paragraph.label, 0, 0), True)
    found = labels_at(text)
    return (found[0] if found else None, False)


def _labelled(marker: Marker, words: str, paragraph: Paragraph) -> Kind:
    if marker in (Marker.PART, Marker.CHAPTER):
        return Kind.PART
    short = len(words) < 250
    if marker in (Marker.ROMAN, Marker.UPPER) and short:
        return Kind.SECTION
    if marker is Marker.ARTICLE:
        return Kind.HEADING if not is_closed(words) and len(words) < 200 else Kind.CLAUSE
    if marker is Marker.ARABIC:
        return Kind.HEADING if _is_title(words) or (mostly(paragraph.runs, "bold", 0.9) and short) else Kind.CLAUSE
    titled = len(words) < _TITLE and not is_closed(words) and mostly(paragraph.runs, "bold", 0.9)
    return Kind.HEADING if titled else Kind.POINT


def _is_title(words: str) -> bool:
    return len(words) < _TITLE and bool(words) and words.rstrip()[-1:] not in ".;:,/!?…"


def _unlabelled(paragraph: Paragraph, text: str, before: Passage | None, headed: bool) -> Kind:
    centred = paragraph.format.align == "center"
    if (
        before is not None
        and before.kind is Kind.PART
        and before.words.strip(" .:") == ""
        and (centred or is_upper(text))
    ):
        return Kind.PART_TITLE
    bold = mostly(paragraph.runs, "bold", 0.9)
    if text.startswith(("Kính gửi", "(", "[")) or _CAPTION.match(text) or (centred and (is_upper(text) or bold)):
        return Kind.APART
    if is_upper(text) and len(text) < 120:
        return Kind.APART
    if before is not None and before.paragraph.number and text.startswith("- ") and before.kind is Kind.APART:
        return Kind.APART
    if not headed and BASIS.match(text) and not text.endswith(":"):
        return Kind.BASIS
    return Kind.TEXT
