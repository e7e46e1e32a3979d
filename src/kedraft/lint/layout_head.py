"""The head of an official document: ô 1 to 5, the issuing body's names, type and subject."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from kedraft.decree import Edition
from kedraft.grammar.shape import is_closed, is_rule, is_upper
from kedraft.lint.layout_form import Line, Parts
from kedraft.ooxml.view import Paragraph, Run
from kedraft.vietnamese.labels import labels_at
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import fold, letters_and_figures, new_tone, squeeze

_LONGEST_HEAD = 45
_NUMBER = lazily(
    r"[Ss][ốoôóòỐÓ]\s*[:.]?\s*(?:[\d\s.…_\[\]]*[/-]\s*(?:\d{4}\s*/\s*)?[A-ZĐa-z]|:\s*[\d.…_]*\s*\Z|\d+\s*\Z)"
)
_DATED = lazily(r"[^.;:()]{0,60}?ng[àa]y[\s\d.…_]*th[áa]ng[\s\d.…_]*n[ăa]m[\s\d.…_]*\Z", re.IGNORECASE)
_ABOUT = lazily(r"V/v\b|Về việc\b", re.IGNORECASE)
_OPENERS = lazily(
    r"(?:Căn cứ|Thực hiện|Thi hành|Theo đề nghị|Xét|Để |Nhằm |Trên cơ sở|Kính gửi|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chấp hành|Tiếp tục)\b"
)
BASIS = lazily(r"(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét Tờ trình)\b")
ATTACHED = lazily(r"\(?\s*(?:ban hành )?kèm theo\b", re.IGNORECASE)
_MARKS = lazily(
    r"\(?(?:hoa toc|thuong khan|khan|mat|toi mat|tuyet mat|du thao.*|ban sao.*|luu hanh noi bo|xem xong tra lai)\)?\Z"
)
_BODY = lazily(
    r"(?:[ỦU]Y BAN\b|UBND\b|HĐND\b|HỘI\b|SỞ\b|PHÒNG\b|BAN\b|BỘ\b|VĂN PHÒNG\b|CHI CỤC\b|TỔNG CỤC\b|CỤC\b|TRUNG TÂM\b|TRƯỜNG\b(?! -)|CÔNG AN\b|"
    r"LIÊN ĐOÀN\b|ĐOÀN\b|TỔ\b|THANH TRA\b|CHÍNH PHỦ\b|CHỦ TỊCH\b|VIỆN\b|TÒA ÁN\b|BẢO HIỂM\b|KHO BẠC\b|NGÂN HÀNG\b|ĐẠI HỌC\b|TỔNG CÔNG TY\b|"
    r"TRẠM\b|HẠT\b|ĐÀI\b|BQL\b|BCĐ\b|MẶT TRẬN\b)"
)
_UNFINISHED = lazily(
    r"(?:\b(?:[ỦU]Y BAN NHÂN DÂN|ỦY BAN|ỦY|HỘI ĐỒNG NHÂN DÂN|HỘI ĐỒNG|BAN CHỈ ĐẠO|CHỦ TỊCH|VÀ|CỦA)|,|-)\Z"
)
_UNIT = lazily(r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\b")


def find_title(lines: Sequence[Line], edition: Edition) -> int | None:
    """Index of the line that names the document's type."""
    names = {fold(one.name) for one in edition.document_types}
    marked = False
    for at, line in enumerate(lines[: _LONGEST_HEAD * 2]):
        words = fold(squeeze(line.text)).strip(" :.*")
        if not words:
            continue
        marked = marked or is_national(line.text, edition) or is_motto(line.text) or bool(_NUMBER.match(line.text))
        spaced = words.replace(" ", "")
        named = words in names or any(spaced == name.replace(" ", "") for name in names)
        if named and (marked or at < 12) and _stands_out(line):
            return at
        if marked and at > _LONGEST_HEAD:
            return None
    return None


def _stands_out(line: Line) -> bool:
    return line.alone and (line.paragraph.format.align == "center" or is_upper(line.text) or mostly(line.runs, "bold"))


def head_end(lines: Sequence[Line], edition: Edition) -> int:
    """Behind the last line of the header, for a document without a type (công văn)."""
    marks = [
        at
        for at, line in enumerate(lines[:_LONGEST_HEAD])
        if is_national(line.text, edition) or is_motto(line.text) or _NUMBER.match(line.text) or _is_dated(line)
    ]
    if not marks:
        return 0
    end = marks[-1] + 1
    while (
        end < len(lines)
        and end < marks[-1] + 6
        and (not lines[end].text or _ABOUT.match(lines[end].text) or lines[end].paragraph.cell is not None)
    ):
        end += 1
    return end


def is_national(text: str, edition: Edition) -> bool:
    """Whether the line is the Quốc hiệu, also misspelt."""
    words = fold(squeeze(text))
    wanted = fold(edition.literals.national_name.text)
    if "cong hoa xa hoi" in words:
        return True
    near = abs(len(words) - len(wanted)) < 10 and words[:1] == wanted[:1]
    return near and SequenceMatcher(None, words, wanted).ratio() > 0.75


def is_motto(text: str) -> bool:
    """Whether the line is the Tiêu ngữ, also misspelt."""
    words = fold(squeeze(text))
    return len(words) < 50 and sum(part in words for part in ("doc lap", "tu do", "hanh phuc")) >= 2


def _is_dated(line: Line) -> bool:
    text = squeeze(line.text)
    return len(text) < 90 and bool(_DATED.match(text)) and not _OPENERS.match(text)


def read_head(parts: Parts, head: Sequence[Line], edition: Edition) -> None:
    """Puts the parts of the head where they belong."""
    names: list[Line] = []
    for at, line in enumerate(head):
        if not line.text or is_rule(line.text):
            continue
        if not parts.national and is_national(line.text, edition):
            parts.national = _whole_national(head, at)
        elif parts.motto is None and is_motto(line.text):
            parts.motto = line
        elif parts.number is None and _NUMBER.match(line.text):
            parts.number = line
        elif parts.dated is None and _is_dated(line):
            parts.dated = line
        elif line not in parts.national:
            names.append(line)
    parts.superior, parts.issuer = _bodies(_names(parts, names, head))


def _whole_national(head: Sequence[Line], at: int) -> tuple[Line, ...]:
    """The Quốc hiệu, with its second line when it is broken."""
    if "viet nam" not in fold(head[at].text) and at + 1 < len(head) and fold(head[at + 1].text).endswith("viet nam"):
        return (head[at], head[at + 1])
    return (head[at],)


def is_mark(text: str) -> bool:
    """Whether the line is a stamp: urgency, secrecy, circulation; its ink is red."""
    return bool(_MARKS.match(fold(squeeze(text))))


def _names(parts: Parts, names: Sequence[Line], head: Sequence[Line]) -> list[Line]:
    """The lines that name the issuing body: on the left, above the number."""
    stop = head.index(parts.number) if parts.number in head else len(head)
    if not any(head.index(line) < stop for line in names):
        stop = len(head)  # the number stands above the names
    anchor = parts.national[0] if parts.national else parts.motto
    found = []
    for line in names:
        if head.index(line) > stop or is_mark(line.text) or _ABOUT.match(line.text) or len(line.text) > 120:
            continue
        beside = anchor is not None and anchor.place[:3] != (None, None, None)
        if beside and line.paragraph.cell is not None and anchor is not None:
            if line.place != anchor.place and line.place[0] == anchor.place[0]:
                found.append(line)
        elif line.column != 1 and (is_upper(line.text) or _BODY.match(new_tone(line.text).upper())):
            found.append(line)
    return found


def _bodies(names: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the managing body and those of the issuing body."""
    bodies: list[list[Line]] = []
    for line in names:
        text = new_tone(squeeze(line.text)).upper()
        last = bodies[-1][-1] if bodies else None
        goes_on = last is not None and (_UNFINISHED.search(new_tone(squeeze(last.text)).upper()) or _UNIT.match(text))
        heavier = last is not None and mostly(line.runs, "bold") and not mostly(last.runs, "bold")
        if last is None or (not goes_on and (_BODY.match(text) or heavier)):
            bodies.append([])
        bodies[-1].append(line)
    if not bodies:
        return (), ()
    return tuple(line for body in bodies[:-1] for line in body), tuple(bodies[-1])


def mostly(runs: Sequence[Run], what: str, share: float = 0.5) -> bool:
    """Whether more than `share` of the letters are bold, italic, …"""
    total = yes = 0
    for run in runs:
        letters = letters_and_figures(run.text)
        total += letters
        yes += letters if getattr(run.letters, what) else 0
    return total > 0 and yes > share * total


def read_subject(parts: Parts, start: int) -> int:
    """Takes the subject's lines; returns the index behind them."""
    lines, at = parts.lines, start
    found: list[Line] = []
    while at < len(lines):
        line = lines[at]
        if line.text and not is_rule(line.text):
            if not _is_subject(line, found):
                break
            found.append(line)
        elif found and (is_rule(line.text) or line.paragraph.drawn or has_border(line.paragraph)):
            at += 1
            break
        elif not line.text and len(found) > 0 and not _goes_on(lines, at, found):
            break
        at += 1
    parts.subject = tuple(found)
    return at


def _goes_on(lines: Sequence[Line], at: int, found: list[Line]) -> bool:
    behind = next((line for line in lines[at : at + 3] if line.text), None)
    return behind is not None and (is_rule(behind.text) or (_is_subject(behind, found) and mostly(behind.runs, "bold")))


def _is_subject(line: Line, found: list[Line]) -> bool:
    text = line.text
    centred, bold = line.paragraph.format.align == "center", mostly(line.runs, "bold")
    if line.paragraph.cell is not None or line.paragraph.label or ATTACHED.match(text) or len(text) > 400:
        return False
    if found:
        if found[-1].paragraph is line.paragraph:
            return True
        capitals = is_upper(text) and not is_upper(found[0].text)
        return (centred or bold) and not capitals and not labels_at(text) and not BASIS.match(text)
    if centred or bold:
        return not BASIS.match(text) or centred
    return not _OPENERS.match(text) and not labels_at(text) and len(text) < 250 and not is_closed(text)


def has_border(paragraph: Paragraph) -> bool:
    """Whether a line is drawn as the paragraph's border."""
    return paragraph.format.top is not None or paragraph.format.bottom is not None
