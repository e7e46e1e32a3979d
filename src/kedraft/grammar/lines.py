"""Broken lines joined to paragraphs.

Normal form on leaving: one `SourceParagraph` a paragraph; no paragraph is only a label; no word is lost or moved.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kedraft.grammar.shape import is_closed, is_rule, is_terminal, is_upper, starts_lower
from kedraft.model.inline import Run, inline
from kedraft.model.source import SourceParagraph, SourceTable
from kedraft.vietnamese.labels import NUMBERED, Label, Marker, labels_at
from kedraft.vietnamese.letters import pattern

# A line that ends so is not over: the number on the next line belongs to it.
_EXPECTS_NUMBER = pattern(
    r"(?:(?<!/)\b(?:khoản|điều|mục|điểm|số|ngày|tháng|năm|quý|phụ lục|chương|phần|từ|đến|và|hoặc|khoảng|trên|dưới|gồm|ít nhất|tối thiểu|tổng số)|[,(/–-])\s*\Z",
    re.IGNORECASE,
)
_AWAITS = pattern(
    r"(?:^Số\s*:|\b(?:số|ngày|ngay|tháng|khoản|Điều)"
    r"|(?:^Căn cứ|^Thực hiện|^Thi hành|;)\s+(?:các\s+)?(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Công văn|Kết luận|Chương trình))\s*\Z"
)
# An office parted from the body that it leads, behind other words (`… của Thủ tướng` / `Chính phủ`).
_PARTED_OFFICE = pattern(
    r"\S\s+(?:Thủ tướng\nChính phủ|Chủ tịch\n(?:UBND|[ỦU][yỷ] ban)|Bộ trưởng\nBộ|Giám đốc\nSở|Tổng Giám đốc\nBảo hiểm|Ban Thường vụ\n\S+ ủy)\b"
)
# A year parted from its word, as in a law's name (`Luật … năm` / `2018; …`).
_PARTED_YEAR = pattern(r"\bnăm\n(?:19|20)\d\d(?!\d)")
# Words that end no paragraph: what they lead to stands on the next line.
_LEADS_ON = pattern(r"(?<!\w)(?:với|và|của|(?<!tồn )(?<!hiện )tại|hoặc|để|nhằm)\s*\Z")
# Words behind which a body stands that is asked, told or joined.
_LEADS_TO_BODY = pattern(
    r"(?<!\w)(?:gửi|tham mưu|báo cáo(?: về)?|phối hợp|thuộc|(?<!ông )(?<!ương )(?<!uy )(?<!ộ )(?<!ờ )(?<!ải )(?<!ành )(?<!uá )(?<!iáo )trình)\s*\Z"
)
_SPOKEN_TO = pattern(
    r"[ỦU][ỷyY] ban|UBND|HĐND|Hội đồng|Thường trực|Chủ tịch|Thủ tướng|Chính phủ|Bộ|Sở|Ban|Phòng|Công an|Văn phòng|Tỉnh ủy|Thành ủy|Đảng ủy|Huyện ủy"
)
_YEAR_DASH = pattern(r"[-–—]\s*\d{4}\b")
_OPENING = pattern(
    r"(?:Căn cứ|Thực hiện|Thi hành|Chấp hành|Tiếp tục thực hiện|Triển khai thực hiện)\s+(?:các\s+)?"
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị|Quyết định|Chỉ thị|Thông|Chương trình|Kế hoạch|Kết luận|Công văn|Công điện|Hướng dẫn|Đề án|Văn bản|ý kiến|Điều|chức năng)"
)
_SURE_HEAD = pattern(r"Nơi nhận\s*:|CỘNG HÒA XÃ HỘI|(?:TM|KT|TL|TUQ)\.|[UỦ][YỶ] BAN NHÂN DÂN\Z|PHỤ LỤC\b|KẾ HOẠCH\Z")
_HEAD = pattern(
    r"(?:căn cứ|nơi nhận|cộng hòa|độc lập|kế hoạch|phụ lục|tm\.|kt\.|tl\.|tuq\.|số\s*:|biểu\b|\(kèm theo|\(ban hành)",
    re.IGNORECASE,
)
_FEWEST_LINES = 6  # from which a right edge can be told
_WORTH = 20  # letters; shorter lines say nothing of the edge
_WIDEST = 140  # letters of a printed line
_CUT_LINES = 4  # lines cut inside a sentence; fewer are a slip of the hand
_HEADING_LINE = 100  # letters of a heading that a list follows
_LONGEST_HEADING = 20  # lines


def join_lines(blocks: Sequence[SourceParagraph | SourceTable]) -> tuple[SourceParagraph | SourceTable, ...]:
    """Physical lines to paragraphs; tables pass as they are.

    Whether lines were wrapped is told from their lengths: wrapped text has a right edge that most lines reach.
    """
    edge = _right_edge([block.text.text for block in blocks if isinstance(block, SourceParagraph)])
    if edge is not None:
        blocks = _without_idle_gaps(blocks)
    out: list[SourceParagraph | SourceTable] = []
    parts: list[SourceParagraph] = []
    for block in blocks:
        if isinstance(block, SourceTable):
            out += _closed(parts)
            parts = []
            out.append(block)
        elif parts and (_goes_on(parts, block, edge) or _names_part(out, parts, block)):
            parts.append(block)
        else:
            out += _closed(parts)
            parts = [block]
    return (*out, *_closed(parts))


def is_cut(blocks: Sequence[SourceParagraph | SourceTable]) -> bool:
    """Whether paragraphs of a file are a page's printed lines, as converters make them: most full ones end inside a sentence."""
    texts = [block.text.text for block in blocks if isinstance(block, SourceParagraph)]
    sizes = sorted(len(line) for line in texts if len(line) > _WORTH)
    return len(sizes) >= _FEWEST_LINES and _ends_inside(texts, sizes[int(len(sizes) * 0.95)])


def _ends_inside(lines: Sequence[str], edge: int) -> bool:
    """Whether lines that reach the edge often end inside a sentence, and none goes far beyond it."""
    if edge >= _WIDEST or max(map(len, lines)) > 1.3 * edge:
        return False
    cut = [line for line, after in pairwise(lines) if _is_begun(line, after)]
    full = sum(len(line) >= 0.75 * edge for line in cut)
    return full >= max(_CUT_LINES, 0.05 * len(lines)) and full >= 0.8 * len(cut)


def _is_begun(line: str, after: str) -> bool:
    """Whether a sentence goes on from one line to the next."""
    return after[:1].islower() and len(line) > 2 * _WORTH and not is_terminal(line) and not labels_at(after)


def join_parted(blocks: Iterable[SourceParagraph | SourceTable]) -> tuple[SourceParagraph | SourceTable, ...]:
    """A marker that stands alone in its paragraph is put before the next one; nothing else changes."""
    out: list[SourceParagraph | SourceTable] = []
    for block in blocks:
        last = out[-1] if out else None
        if (
            isinstance(block, SourceParagraph)
            and isinstance(last, SourceParagraph)
            and _only_label(last)
            and block.label is None
            and not labels_at(block.text.text)
            and not is_rule(block.text.text)
        ):
            out[-1] = put_together([last, block])
        else:
            out.append(block)
    return tuple(out)


def _without_idle_gaps(blocks: Sequence[SourceParagraph | SourceTable]) -> Sequence[SourceParagraph | SourceTable]:
    """Blank lines between all lines say nothing: they are forgotten."""
    lines = [block for block in blocks if isinstance(block, SourceParagraph)]
    if sum(line.look.gap_before for line in lines) < 0.85 * len(lines):
        return blocks
    return [b.evolve(look=b.look.evolve(gap_before=False)) if isinstance(b, SourceParagraph) else b for b in blocks]


def _right_edge(lines: list[str]) -> int | None:
    """Width at which lines were wrapped, in characters; None for text whose lines are paragraphs."""
    sizes = sorted(len(line) for line in lines if len(line) > _WORTH)
    if len(sizes) < _FEWEST_LINES:
        return None
    edge = sizes[int(len(sizes) * 0.95)]
    full = sum(edge * 0.8 <= size for size in sizes)
    return edge if edge < _WIDEST and (full >= 0.35 * len(sizes) or _ends_inside(lines, edge)) else None


def _closed(parts: list[SourceParagraph]) -> list[SourceParagraph]:
    return [put_together(parts)] if parts else []


def put_together(parts: list[SourceParagraph]) -> SourceParagraph:
    """One paragraph of several lines, a blank between them."""
    if len(parts) == 1:
        return parts[0]
    runs: list[Run] = []
    for part in parts:
        if runs and not runs[-1].text.endswith((" ", "\n")):
            runs.append(Run(" ", False, False))
        runs += part.text.runs
    first = parts[0]
    label = first.label or (parts[1].label if _only_label(first) else None)
    return first.evolve(text=inline(tuple(runs)), label=label)


def _only_label(part: SourceParagraph) -> bool:
    text = part.text.text.strip()
    if part.label is not None:
        return not text
    found = labels_at(text)
    return bool(found) and found[0].end >= len(text) and found[0].marker not in (Marker.PART, Marker.CHAPTER)


def _goes_on(parts: list[SourceParagraph], line: SourceParagraph, edge: int | None) -> bool:
    last, text = parts[-1].text.text, line.text.text
    if is_rule(last) or is_rule(text) or not text or line.label is not None:
        return False
    if len(parts) == 1 and _only_label(parts[0]):
        return not labels_at(text)
    label = labels_at(text)
    if label and (
        not _inside_sentence(last, text, label[0], line.look.gap_before) or _begins_list(parts, label, text, edge)
    ):
        return False
    if label:
        return True
    if _AWAITS.search(last) and not line.look.gap_before:
        return True
    cut = f"{last[-40:]}\n{text[:20]}"
    if (_PARTED_OFFICE.search(cut) or _PARTED_YEAR.search(cut)) and not line.look.gap_before:
        return True
    if last == "KẾ" and text.startswith("HOẠCH"):
        return True
    if _OPENING.match(text) and not _ends_with_comma(last):
        return False
    if _SURE_HEAD.match(text) and not is_upper(last):
        return False
    if _HEAD.match(text) and not _wrapped(last, text, edge) and not _heading_goes_on(parts, text):
        return False
    return _flows(parts, last, line, edge)


def _names_part(
    out: Sequence[SourceParagraph | SourceTable], parts: list[SourceParagraph], line: SourceParagraph
) -> bool:
    """Whether the name of a part in capitals goes on, below the label that stands alone (`Phần I` / `KẾT QUẢ …` / `NĂM …`)."""
    above = out[-1] if out else None
    if not isinstance(above, SourceParagraph) or line.look.gap_before or labels_at(line.text.text):
        return False
    label = labels_at(above.text.text)
    if not label or label[0].marker not in (Marker.PART, Marker.CHAPTER) or label[0].end < len(above.text.text):
        return False
    last = parts[-1].text.text
    return is_upper(last) and is_upper(line.text.text) and not is_terminal(last) and not labels_at(parts[0].text.text)


def _inside_sentence(last: str, text: str, label: Label, gap: bool) -> bool:
    """Whether what looks like a label at the line's start is a number or dash inside the sentence of the line before."""
    if is_terminal(last) or gap or is_upper(last):
        return False
    marker, rest = label.marker, text[label.end :]
    if " " in rest.strip() and is_upper(rest):  # a heading
        return False
    if label.printed.endswith(")") and not label.printed.startswith("(") and _is_open(last):
        return True
    if marker in (Marker.DASH, Marker.PLUS):
        return bool(_YEAR_DASH.match(text)) or last.rstrip().endswith(("chính trị", "kinh tế", "văn hóa", "Phát thanh"))
    if marker in (Marker.ARABIC, Marker.DECIMAL, Marker.ROMAN, Marker.UPPER):
        return bool(_EXPECTS_NUMBER.search(last))
    return False


def _begins_list(parts: list[SourceParagraph], labels: tuple[Label, ...], text: str, edge: int | None) -> bool:
    """Whether the label opens the list below a heading, or goes on in the heading's own, whatever word the heading ends with.

    `II. Quan điểm` / `1. Tăng cường …`: a heading that leaves room in its line is not cut, and a capital follows.
    """
    above = labels_at(parts[0].text.text) if len(parts) == 1 else ()
    if not above or above[0].marker not in NUMBERED or _wrapped(parts[0].text.text, text, edge):
        return False
    if len(parts[0].text.text) > _HEADING_LINE:
        return False
    for label in labels:
        first = text[label.end : label.end + 1]
        same = any(one.marker is label.marker and one.value + 1 == label.value for one in above)
        opens = label.value == 1 and all(one.marker is not label.marker for one in above)
        if (first.isupper() or first.isdigit() or first in '“"') and (same or opens):
            return True
    return False


def _is_open(line: str) -> bool:
    """Whether a bracket opens in the line and does not close (`… (khóa` / `XI); …`)."""
    return line.rfind("(") > line.rfind(")")


def _heading_goes_on(parts: list[SourceParagraph], text: str) -> bool:
    """Whether a heading in capitals goes on with the word that else is the title (`I. CĂN CỨ XÂY DỰNG` / `KẾ HOẠCH`)."""
    if len(parts) > _LONGEST_HEADING or not text.startswith("KẾ HOẠCH") or not is_upper(text):
        return False
    return all(is_upper(part.text.text) for part in parts) and bool(labels_at(parts[0].text.text))


def _ends_with_comma(last: str) -> bool:
    return last.rstrip().endswith((",", "và"))


def _wrapped(last: str, text: str, edge: int | None) -> bool:
    """Whether the line before is so full that the first word of this one had no room in it."""
    return edge is not None and len(last) + 1 + len(text.split(" ", 1)[0]) > edge * 0.93


def _leads_on(last: str, text: str) -> bool:
    """Whether the line before ends with a word that ends no paragraph."""
    return bool(_LEADS_ON.search(last)) or bool(_SPOKEN_TO.match(text) and _LEADS_TO_BODY.search(last))


def _flows(parts: list[SourceParagraph], last: str, line: SourceParagraph, edge: int | None) -> bool:
    text, first = line.text.text, parts[0].text.text
    if is_upper(text) and len(text.split()) > 2 and not is_upper(last) and last.count("“") <= last.count("”"):
        return False
    if is_upper(last) and is_upper(text):
        return not line.look.gap_before and bool(labels_at(first)) and not is_terminal(last)
    if is_upper(last):
        return False
    if line.look.gap_before:  # a paragraph cut by a page end
        return starts_lower(text) and not is_terminal(last) and len(last) >= 40
    if starts_lower(text) or _leads_on(last, text):
        return not is_closed(last)
    if edge is None:
        return False
    if not is_terminal(last) and len(last) + 1 + len(text.split(" ", 1)[0]) > edge * 0.84:
        return True
    return _wrapped(last, text, edge) and (not is_closed(last) or len(last) > edge * 0.9)
