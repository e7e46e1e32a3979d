"""The parts of an official document, found by text and position: ô 1 to 9 of Nghị định 30/2020, and the annexes.

Works on lines, not paragraphs: a header may stand in cells, in text boxes, in columns parted by tabs, or in one paragraph with
soft line ends. What is not there stays empty.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from kedraft.decree import Component, Edition
from kedraft.grammar.shape import is_closed, is_person, is_rule, is_upper
from kedraft.ooxml.view import DocxView, Paragraph, Run
from kedraft.vietnamese.labels import Label, Marker, labels_at
from kedraft.vietnamese.text import fold, new_tone, nfc, squeeze


class Line(NamedTuple):
    """One printed line end's worth of a paragraph. `column` is 0 (left) or 1 (right) where there are two; `alone`: its paragraph's only one."""

    paragraph: Paragraph
    text: str
    runs: tuple[Run, ...]
    column: int | None = None
    alone: bool = True

    @property
    def place(self) -> tuple[int | None, int | None, int | None, int | None]:
        """What it shares with the lines of its cell or box."""
        cell, box = self.paragraph.cell, self.paragraph.box
        return (*(cell[:3] if cell else (None, None, None)), box.number if box else None)


class Kind(StrEnum):
    """What a paragraph of the text is."""

    BASIS = "basis"
    PART = "part"
    PART_TITLE = "part_title"
    SECTION = "section"
    HEADING = "heading"
    CLAUSE = "clause"
    POINT = "point"
    TEXT = "text"
    APART = "apart"  # centred lines, captions, addressees: not running text


class Passage(NamedTuple):
    """A paragraph of the text with its kind; `marker` is that of its label, automatic or typed."""

    paragraph: Paragraph
    kind: Kind
    marker: Marker | None = None
    automatic: bool = False

    @property
    def words(self) -> str:
        """Its words without the label."""
        text = self.paragraph.text.strip()
        if self.automatic:
            return text
        found = labels_at(squeeze(text))
        return squeeze(text)[found[0].end :] if found and self.marker is not None else text


class Annex(NamedTuple):
    """An annex: the lines of its label, title and note, and its first paragraph."""

    label: Line
    title: tuple[Line, ...]
    note: tuple[Line, ...]


@dataclass
class Parts:
    """Thành phần thể thức - the lines of each part; empty where there is none."""

    national: tuple[Line, ...] = ()
    motto: Line | None = None
    superior: tuple[Line, ...] = ()
    issuer: tuple[Line, ...] = ()
    number: Line | None = None
    dated: Line | None = None
    title: Line | None = None
    subject: tuple[Line, ...] = ()
    body: tuple[Passage, ...] = ()
    recipients_label: Line | None = None
    recipients: tuple[Line, ...] = ()
    office: tuple[Line, ...] = ()
    second_office: tuple[Line, ...] = ()
    name: Line | None = None
    annexes: tuple[Annex, ...] = ()
    head: tuple[Line, ...] = ()
    party: bool = False
    annex_only: bool = False
    lines: tuple[Line, ...] = field(default=(), repr=False)
    subject_end: int = 0  # index in `lines` behind the subject

    def is_above(self, line: Line | None, others: Sequence[Line]) -> bool:
        """Whether the line stands above the first of the others, in the same column."""
        if line is None or not others or line.paragraph is others[0].paragraph or line.column != others[0].column:
            return False
        return self.lines.index(line) < self.lines.index(others[0])

    def of(self, component: Component) -> tuple[Line, ...]:
        """The lines of one component."""
        single = {
            Component.MOTTO: self.motto,
            Component.NUMBER: self.number,
            Component.PLACE_AND_DATE: self.dated,
            Component.DOCUMENT_TYPE: self.title,
            Component.SIGNER: self.name,
            Component.RECIPIENTS_HEADING: self.recipients_label,
        }
        if component in single:
            line = single[component]
            return (line,) if line else ()
        several = {
            Component.NATIONAL_NAME: self.national,
            Component.SUPERIOR: self.superior,
            Component.ISSUER: self.issuer,
            Component.SUBJECT: self.subject,
            Component.AUTHORITY: (*self.office, *self.second_office),
            Component.RECIPIENTS: self.recipients,
        }
        return several.get(component, ())


_LONGEST_HEAD = 45
_SHORT = 60
_TITLE = 130
_COLUMN_GAP = re.compile(
    r" {3,}(?=C[ỘO]NG H|[ĐD][ộo]c l|(?:TM|KT|TL|TUQ|Q)\.|(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?GIÁM ĐỐC|(?:PHÓ )?TRƯỞNG|CHÁNH)"
    r"|(?<=\S) {3,}(?=[A-ZĐÀ-Ỹ][^,.;:]{1,40}, ngày)"
)
_GOES_ON = ("/", "tháng", "năm", "ngày", ",")
_NUMBER = re.compile(r"S[ốoôóòỐÓ]\s*[:.]?\s*(?:[\d\s.…_\[\]]*[/-]\s*[A-ZĐa-z]|:\s*[\d.…_]*\s*\Z|\d+\s*\Z)")
_DATED = re.compile(r"[^.;:()]{0,60}?ng[àa]y[\s\d.…_]*th[áa]ng[\s\d.…_]*n[ăa]m[\s\d.…_]*\Z", re.IGNORECASE)
_PARTY = "dang cong san viet nam"
_ABOUT = re.compile(r"V/v\b|Về việc\b", re.IGNORECASE)
_OPENERS = re.compile(
    r"(?:Căn cứ|Thực hiện|Thi hành|Theo đề nghị|Xét|Để |Nhằm |Trên cơ sở|Kính gửi|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chấp hành|Tiếp tục)\b"
)
_BASIS = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét Tờ trình)\b")
_CAPTION = re.compile(r"(?:Bảng|Biểu|Hình|Sơ đồ|Đơn vị(?: tính)?|ĐVT|Mẫu)\b")
_RECIPIENTS = re.compile(r"noi nhan\b")
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s*[.:]?\s*(?=[^\W\d_])", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:pho )?(?:chu tich|giam doc|tong giam doc|truong ban|truong phong|truong doan|cuc truong|chi cuc truong|bo truong|thu truong"
    r"|thu tuong|bi thu|hieu truong|to truong|chu nhiem|vien truong|chanh van phong|chanh thanh tra|tong cuc truong|truong cong an"
    r"|chi huy truong|uy vien|truong ty|doi truong|tram truong)\b"
)
_SIGNED = re.compile(r"\(?\s*(?:đã ký|ký tên|chữ ký|ký, ghi rõ|dấu)", re.IGNORECASE)
_DASH = re.compile(r"\s*[-–—−•+]")
_ANNEX = re.compile(r"phu luc\s*(?:so\s*)?(?:[ivxlc]{1,6}|\d{1,2}|[a-z])?\s*[.:]?\Z")
_ATTACHED = re.compile(r"\(?\s*(?:ban hành )?kèm theo\b", re.IGNORECASE)
_MARKS = re.compile(
    r"\(?(?:hoa toc|thuong khan|khan|mat|toi mat|tuyet mat|du thao.*|ban sao.*|luu hanh noi bo|xem xong tra lai)\)?\Z"
)
_BODY = re.compile(
    r"(?:[ỦU]Y BAN\b|UBND\b|HĐND\b|HỘI\b|SỞ\b|PHÒNG\b|BAN\b|BỘ\b|VĂN PHÒNG\b|CHI CỤC\b|TỔNG CỤC\b|CỤC\b|TRUNG TÂM\b|TRƯỜNG\b|CÔNG AN\b|"
    r"LIÊN ĐOÀN\b|ĐOÀN\b|TỔ\b|THANH TRA\b|CHÍNH PHỦ\b|CHỦ TỊCH\b|VIỆN\b|TÒA ÁN\b|BẢO HIỂM\b|KHO BẠC\b|NGÂN HÀNG\b|ĐẠI HỌC\b|TỔNG CÔNG TY\b|"
    r"TRẠM\b|HẠT\b|ĐÀI\b|BQL\b|BCĐ\b|MẶT TRẬN\b)"
)
_UNFINISHED = re.compile(
    r"(?:\b(?:[ỦU]Y BAN NHÂN DÂN|ỦY BAN|ỦY|HỘI ĐỒNG NHÂN DÂN|HỘI ĐỒNG|BAN CHỈ ĐẠO|CHỦ TỊCH|VÀ|CỦA)|,|-)\Z"
)
_UNIT = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\b")


def find_parts(view: DocxView, edition: Edition) -> Parts:
    """The parts of the document."""
    lines = tuple(_lines(view.paragraphs))
    parts = Parts(lines=lines)
    written = [line for line in lines if line.text]
    parts.party = any(fold(line.text).startswith(_PARTY) for line in written[:12])
    parts.annex_only = bool(written) and any(_names_annex(line) for line in written[:2])
    title = _find_title(lines, edition)
    head = lines[: title if title is not None else _head_end(lines, edition)]
    parts.head = head
    _read_head(parts, head, edition)
    after = len(head)
    if title is not None:
        parts.title = lines[title]
        after = _read_subject(parts, title + 1)
    parts.subject_end = after
    foot = _read_foot(parts, after)
    _read_annexes(parts, foot if foot is not None else after, foot is not None)
    parts.body = tuple(_passages(parts, after, foot if foot is not None else len(lines)))
    return parts


# --- lines ----------------------------------------------------------------------------------------------------------


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[Line]:
    for paragraph in paragraphs:
        pieces = list(_pieces(paragraph))
        for text, runs, column in pieces:
            alone = len(pieces) == 1 and column is None
            yield Line(paragraph, text, runs, _column(paragraph) if column is None else column, alone)


def _column(paragraph: Paragraph) -> int | None:
    """Left or right, for a paragraph in a cell or in a text box whose place is known."""
    if paragraph.box is not None and paragraph.box.left is not None:
        return int(paragraph.box.left + paragraph.box.width // 2 > 4500)
    if paragraph.cell is not None and paragraph.cell.columns > 1:
        return int(paragraph.cell.column * 2 >= paragraph.cell.columns)
    return None


def _pieces(paragraph: Paragraph) -> Iterator[tuple[str, tuple[Run, ...], int | None]]:
    text = paragraph.text
    if "\n" not in text and "\t" not in text and "   " not in text:
        yield _tidy(text), paragraph.runs, None
        return
    start = 0
    for stop in [*(found.start() for found in re.finditer("\n", text)), len(text)]:
        yield from _columns(paragraph, start, stop)
        start = stop + 1


def _columns(paragraph: Paragraph, start: int, stop: int) -> Iterator[tuple[str, tuple[Run, ...], int | None]]:
    """A line in one or two columns: parted by tabs, or by many spaces before words that open the right column."""
    line = paragraph.text[start:stop]
    cut = next((at for at in _tabs(line)), None)
    if cut is None and (found := _COLUMN_GAP.search(line)) and line[: found.start()].strip():
        cut = found.start()
    inside = paragraph.cell is not None and paragraph.cell.columns > 1
    if cut is not None and not inside:
        yield _tidy(line[:cut]), _cut(paragraph.runs, start, start + cut), 0
        yield _tidy(line[cut:]), _cut(paragraph.runs, start + cut, stop), 1
    else:
        pushed = not inside and line.startswith("\t") and 0 < len(line.strip()) < _SHORT and not labels_at(line.strip())
        yield _tidy(line), _cut(paragraph.runs, start, stop), 1 if pushed else None


def _tabs(line: str) -> Iterator[int]:
    for found in re.finditer("\t+", line):
        before, behind = line[: found.start()].strip(), line[found.end() :].strip()
        marker = labels_at(f"{before} x")
        lone_label = bool(marker) and marker[0].end >= len(before)
        if behind and not lone_label and (before and not behind.startswith(_GOES_ON) and not before.endswith("Số:")):
            yield found.start()


def _cut(runs: tuple[Run, ...], start: int, stop: int) -> tuple[Run, ...]:
    kept, at = [], 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, stop - at)]
        if text:
            kept.append(run._replace(text=text))
        at += len(run.text)
    return tuple(kept)


def _tidy(text: str) -> str:
    return nfc(text.replace("\t", " ").strip())


# --- the head -------------------------------------------------------------------------------------------------------


def _find_title(lines: Sequence[Line], edition: Edition) -> int | None:
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


def _head_end(lines: Sequence[Line], edition: Edition) -> int:
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


def _read_head(parts: Parts, head: Sequence[Line], edition: Edition) -> None:
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
        letters = sum(c.isalnum() for c in run.text)
        total += letters
        yes += letters if getattr(run.letters, what) else 0
    return total > 0 and yes > share * total


def _read_subject(parts: Parts, start: int) -> int:
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
    if line.paragraph.cell is not None or line.paragraph.label or _ATTACHED.match(text) or len(text) > 400:
        return False
    if found:
        if found[-1].paragraph is line.paragraph:
            return True
        capitals = is_upper(text) and not is_upper(found[0].text)
        return (centred or bold) and not capitals and not labels_at(text) and not _BASIS.match(text)
    if centred or bold:
        return not _BASIS.match(text) or centred
    return not _OPENERS.match(text) and not labels_at(text) and len(text) < 250 and not is_closed(text)


def has_border(paragraph: Paragraph) -> bool:
    """Whether a line is drawn as the paragraph's border."""
    return paragraph.format.top is not None or paragraph.format.bottom is not None


# --- the foot -------------------------------------------------------------------------------------------------------


def _read_foot(parts: Parts, start: int) -> int | None:
    """Takes Nơi nhận and signature; returns the index of the foot's first line."""
    lines = parts.lines
    label = next((at for at in range(start, len(lines)) if _opens_recipients(lines[at].text)), None)
    if label is None:
        return _signature_alone(parts, start)
    parts.recipients_label = lines[label]
    cell = lines[label].paragraph.cell
    if cell is not None:
        inside = [at for at in range(start, len(lines)) if _same_table(lines[at], cell.table)]
        parts.recipients = tuple(one for one in lines[label + 1 :] if one.place == lines[label].place and one.text)
        _sign(parts, [lines[at] for at in inside if lines[at].place != lines[label].place and lines[at].column == 1])
        if not parts.office:
            _sign(parts, [lines[at] for at in inside if lines[at].place != lines[label].place])
        if not parts.office:
            return _outside_signature(parts, start, inside[0], inside[-1])
        return inside[0]
    return _open_foot(parts, start, label)


def _opens_recipients(text: str) -> bool:
    return text[:1] in "Nn" and bool(_RECIPIENTS.match(fold(squeeze(text[:20]))))


def _same_table(line: Line, table: int) -> bool:
    return line.paragraph.cell is not None and line.paragraph.cell.table == table


def _outside_signature(parts: Parts, start: int, first: int, last: int) -> int:
    """A signature above or below the table of the Nơi nhận."""
    above = _back_to_authority(parts.lines, max(start, first - 14), first)
    if above is not None:
        _sign(parts, parts.lines[above:first])
        return above
    _sign(parts, _until_annex(parts.lines[last + 1 : last + 16]))
    return first


def _open_foot(parts: Parts, start: int, label: int) -> int:
    """Nơi nhận and signature outside tables: in columns made by tabs, one below the other, or in text boxes."""
    lines = parts.lines
    column = lines[label].column
    behind = list(_until_annex(lines[label + 1 :]))
    if column == 0 and not lines[label].alone:
        same_row = [line for line in lines[label : label + 2] if line.paragraph is lines[label].paragraph]
        zone = [*same_row, *(line for line in behind if line not in same_row)]
        left = [line for line in zone if line.column != 1 and line is not lines[label] and line.text]
        parts.recipients = tuple(line for line in left if _DASH.match(line.text))
        _sign(parts, [line for line in zone if line.column == 1] or zone)
        rest = [line for line in left if line not in parts.recipients]
        if parts.name is None and rest and is_name(rest[-1].text):
            parts.name = rest[-1]
        return label
    parts.recipients = tuple(_listed(behind))
    above = _back_to_authority(lines, max(start, label - 14), label)
    if above is not None:
        _sign(parts, lines[above:label])
        return above
    taken = {id(line) for line in parts.recipients}
    _sign(parts, [line for line in behind[:40] if id(line) not in taken])
    return label


def _listed(lines: Sequence[Line]) -> Iterator[Line]:
    """The recipients' lines: those with a dash, or a list's automatic one."""
    for line in lines:
        if not line.text:
            continue
        if not (_DASH.match(line.text) or line.paragraph.label) or (
            _AUTHORITY.match(line.text) and is_upper(line.text)
        ):
            if line.column == 1 or line.paragraph.box is not None:
                continue
            return
        yield line


def _until_annex(lines: Sequence[Line]) -> Sequence[Line]:
    end = next((at for at, line in enumerate(lines) if _names_annex(line)), len(lines))
    return lines[:end]


def _back_to_authority(lines: Sequence[Line], start: int, stop: int) -> int | None:
    return next((at for at in range(start, stop) if _opens_signature(lines[at])), None)


def _opens_signature(line: Line) -> bool:
    text = squeeze(line.text)
    if not text or len(text) > 90 or line.paragraph.label:
        return False
    if _AUTHORITY.match(text) and re.match(r"(?:TM|KT|TL|TUQ|Q|T/M)\b", text) and is_upper(text):
        return True
    return bool(is_upper(text) and _OFFICE.match(fold(text)) and len(text) < 60)


def _signature_alone(parts: Parts, start: int) -> int | None:
    """A signature without Nơi nhận: the last authority or office in capitals, near the end."""
    lines = parts.lines
    found = [at for at in range(start, len(lines)) if _opens_signature(lines[at])]
    if not found:
        return None
    first = found[-1]
    while first - 1 in found:
        first -= 1
    _sign(parts, _until_annex(lines[first : first + 16]))
    return first


def _sign(parts: Parts, lines: Sequence[Line]) -> None:
    """Offices, and the name below the room for the pen."""
    written = [line for line in lines if line.text and not _SIGNED.match(line.text) and not is_rule(line.text)]
    while written and not _is_office(written[0]):
        written = written[1:]
    if not written:
        return
    blocks = list(_blocks(lines, written))
    office = blocks[0]
    rest = [line for block in blocks[1:] for line in block]
    if not rest and len(office) > 1 and is_name(office[-1].text):
        office, rest = office[:-1], office[-1:]
    parts.office = tuple(office)
    if rest:
        names = [line for line in rest if is_name(line.text)]
        parts.name = names[0] if names else rest[-1]
        parts.second_office = tuple(line for line in rest if line is not parts.name and _is_office(line))


def _blocks(lines: Sequence[Line], written: list[Line]) -> Iterator[list[Line]]:
    """Written lines in groups parted by blank ones."""
    group: list[Line] = []
    known = {id(line) for line in written}
    for line in lines:
        if id(line) in known:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_office(line: Line) -> bool:
    text = squeeze(line.text)
    return len(text) < 120 and bool(_AUTHORITY.match(text) or _OFFICE.match(fold(text)))


def is_name(text: str) -> bool:
    """Whether the line may be a person's name, in whatever case."""
    line = squeeze(text)
    if is_person(line):
        return True
    words = line.split()
    plain = all(word.replace(".", "").isalpha() for word in words)
    return 2 <= len(words) <= 5 and plain and not _OFFICE.search(fold(line)) and not _AUTHORITY.match(line)


# --- annexes --------------------------------------------------------------------------------------------------------


def _read_annexes(parts: Parts, start: int, behind_foot: bool) -> None:
    lines = parts.lines
    found = []
    for at in range(start, len(lines)):
        line = lines[at]
        if (
            line.paragraph.cell is None
            and _names_annex(line)
            and (behind_foot or line.paragraph.format.align == "center")
        ):
            found.append(_annex(lines, at))
    parts.annexes = tuple(found)


def _names_annex(line: Line) -> bool:
    return 0 < len(line.text) < 30 and bool(_ANNEX.match(fold(squeeze(line.text))))


def _annex(lines: Sequence[Line], at: int) -> Annex:
    title: list[Line] = []
    note: list[Line] = []
    behind = [line for line in lines[at + 1 : at + 14] if line.text]
    last_note = next((i for i, line in enumerate(behind[:7]) if _ATTACHED.match(line.text)), None)
    for index, line in enumerate(behind):
        if line.paragraph.cell is not None or is_rule(line.text):
            break
        if last_note is not None and index >= last_note:
            if index > last_note and (")" in note[-1].text or line.paragraph.format.align != "center"):
                break
            note.append(line)
        elif last_note is not None or _titles(line):
            title.append(line)
        else:
            break
    return Annex(lines[at], tuple(title), tuple(note))


def _titles(line: Line) -> bool:
    upper = is_upper(line.text)
    return not labels_at(line.text) and (
        upper or (line.paragraph.format.align == "center" and mostly(line.runs, "bold"))
    )


# --- the text -------------------------------------------------------------------------------------------------------


def _passages(parts: Parts, start: int, stop: int) -> Iterator[Passage]:
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
        if not text or is_rule(text) or _opens_recipients(text):
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
    if not headed and _BASIS.match(text) and not text.endswith(":"):
        return Kind.BASIS
    return Kind.TEXT
