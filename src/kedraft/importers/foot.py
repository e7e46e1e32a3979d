"""The foot: Nơi nhận and the signature, side by side, one after the other, or torn into each other by a converter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from kedraft.grammar.shape import is_person, is_person_in_capitals, is_rule, is_upper, may_be_person_in_capitals
from kedraft.importers.annex_lines import may_open_annex
from kedraft.model.inline import Inline
from kedraft.model.source import SourceParagraph
from kedraft.vietnamese.letters import lazily, pattern
from kedraft.vietnamese.text import fold, squeeze

#: `Nơi nhận:`, also without its colon at a line's end or before a recipient; not `Nơi nhận hồ sơ: …`.
_RECIPIENTS = pattern(
    r"N[ơo]i\s+(?:nh\S{1,2}n|gửi(?=\s*:))(?:\s*[:.;]\s*|\s*(?=[-–—+•*_(),]|\Z)|\s+(?=(?-i:[A-ZÀ-Ỹ][a-zà-ỹ]|(?:TM|KT|TL|TUQ|Q)\b|\d)))",
    re.IGNORECASE,
)
_AUTHORITY = pattern(
    r"['‘“]?(?:T/?M|KT|K/T|TL|T/L|TUQ|Q)\s*[.:]?\s+(?=[A-ZÀ-Ỹ])|(?:TM|KT|TL|TUQ|Q)\.(?=[A-ZÀ-Ỹ])|(?:TM|KT),\s(?=[A-ZÀ-Ỹ]{2})"
)
_OFFICE = (
    r"(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?GIÁM ĐỐC|(?:PHÓ )?CHÁNH (?:VĂN PHÒNG|THANH TRA)|(?:PHÓ )?TRƯỞNG (?:BAN|PHÒNG|ĐOÀN|TIỂU BAN|CÔNG AN)|(?:PHÓ )?CỤC TRƯỞNG|THỨ TRƯỞNG|"
    r"BỘ TRƯỞNG|(?:PHÓ )?THỦ TƯỚNG|(?:PHÓ )?BÍ THƯ|(?:PHÓ )?HIỆU TRƯỞNG|(?:PHÓ )?TỔ TRƯỞNG|(?:PHÓ )?CHỦ NHIỆM|(?:PHÓ )?CHI CỤC TRƯỞNG|(?:PHÓ )?VIỆN TRƯỞNG|"
    r"(?:PHÓ )?TRƯỞNG (?:KHOA|TRẠM|THÔN|ẤP|KHU PHỐ|BỘ MÔN|CHI NHÁNH)|(?:PHÓ )?(?:ĐỘI|KHỐI|NHÓM|TRẠM|HẠT) TRƯỞNG|THỦ TRƯỞNG|TỔNG (?:BIÊN TẬP|THƯ KÝ|PHỤ TRÁCH)|"
    r"NGƯỜI (?:LẬP|XÂY DỰNG|VIẾT|BÁO CÁO)|(?:PHÓ )?TỔNG GIÁM ĐỐC|(?:PHÓ )?TỔNG CỤC TRƯỞNG|(?:PHÓ )?CHỈ HUY TRƯỞNG|ỦY VIÊN|TRƯỞNG BAN"
)
_LEADERS = "CHỦ TỊCH|GIÁM ĐỐC|CHÁNH|TRƯỞNG|CỤC TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|HIỆU TRƯỞNG|CHỦ NHIỆM|TỔNG"
_POSITION = pattern(rf"(?:{_OFFICE})\b")
_APPROVAL = pattern(r"(?:PHÊ )?DUYỆT\b|XÁC NHẬN\b")  # another's word on the plan, not its signature
_APPROVER = pattern(r"(?:PHÊ )?DUYỆT(?: CỦA\b|\Z)|XÁC NHẬN CỦA\b")
_ACTING = pattern(r"Q\s*[.:]")
_POSITION_FOLDED = lazily(rf"(?:{fold(_OFFICE)})(?: thuong truc)?\Z")
_NEAR = 0.75  # how like an office a damaged one still is
_GARBAGE = 25  # letters; what OCR makes of a pen's strokes is shorter
_JUNK = 4  # letters; so are its words
_BODY = pattern(r"(?:SỞ|BỘ|UBND|ỦY BAN|TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG|BAN|PHÒNG|THƯỜNG TRỰC|KIÊM|CÔNG AN|HỘI)\b")
_SIGNED = pattern(r"\(?\s*(?:đã ký|đã kí|ký tên|chữ ký|\[daky\]|\(signed\)|ký bởi|người ký|signature).*", re.IGNORECASE)
_DASH = pattern(r"(?:~\s?(?=-))?[-–—+•*~]\s*")
_KEPT = pattern(r"[-–—•~]*\s*L[ưu]u\b", re.IGNORECASE)
# Where the second column's words begin in a line that holds both columns; `KT. CHỦ TỊCH` stays whole.
_NOT_ACTING = r"(?<!\bTM\.)(?<!\bKT\.)(?<!\bTL\.)(?<!UQ\.)(?<!\bQ\.)(?<!\bTM)(?<!\bKT)(?<!\bTL)"
_COLUMN = pattern(
    r"(?<=\S)\s+(?=['‘“]?(?:TM|KT|TL|TUQ)\.\s?[A-ZÀ-Ỹ])|(?<=;)\s+(?=(?:TM|KT),\s[A-ZÀ-Ỹ]{2})"
    r"|(?<=[A-ZÀ-Ỹ;.,:)])\s+(?=(?:TM|KT|TL|TUQ)\s+[A-ZÀ-Ỹ]{2})"
    rf"|(?<=[A-ZÀ-Ỹ;.:)]){_NOT_ACTING}\s+(?=PHÓ (?:{_LEADERS}))|(?<=[;.]){_NOT_ACTING}\s+(?=Q\.\s?[A-ZĐ]|(?:{_LEADERS})\b)"
    r"|(?<=;)\s+(?=(?:PHO )?(?:CHU TICH|GIAM DOC)\b)"
    r"|(?<=\S)\s+(?=[*_]*N[ơo]i\s+nh\S{1,2}n\s*:)"
)
_NEXT_RECIPIENT = pattern(r"(?<=[;.,])\s+(?=[-–+•]\s*\S)")
_NEXT_UNDASHED = pattern(r"(?<=;)\s+(?=[A-ZÀ-Ỹ])")
_OPEN_OFFICE = pattern(
    r"(?<!\w)(?:TỈNH|HUYỆN|XÃ|PHƯỜNG|QUẬN|THỊ TRẤN|THỊ XÃ|THÀNH PHỐ|ĐẶC KHU|SỞ|BỘ|PHÒNG|BAN|HỘI|VÀ|,|-)\Z"
)
#: A note of signing and the name behind it, or before it, on one line.
_SIGNED_NAME = pattern(
    r"(?P<note>\(?\s*(?:đã k[ýí]|ký tên)\s*\)?\s*:?)\s+(?P<name>[^():]+)\Z|(?P<first>[^():]+?)\s+(?P<behind>\(\s*đã k[ýí]\s*\))\Z",
    re.IGNORECASE,
)
_SENTENCE_GAP = pattern(r"(?<=[;.])\s+")


@dataclass
class Foot:
    """Recipients and signature; `last` is the index after the last paragraph that belongs to them."""

    recipients: list[str] = field(default_factory=list)
    authority: list[str] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    name: str | None = None
    notes: list[SourceParagraph] = field(default_factory=list)
    label: str | None = None
    last: int = 0
    closed: bool = False
    marked: bool = True
    approval: list[SourceParagraph] = field(default_factory=list)  # what stands with `DUYỆT CỦA …`
    approving: bool = False
    others: list[SourceParagraph] = field(default_factory=list)  # names of those who sign beside the first
    noisy: bool = False  # read from a scan: seal and pen leave letters that say nothing

    @property
    def listing(self) -> bool:
        """Whether the Nơi nhận has begun."""
        return self.label is not None


def is_recipients(text: str) -> bool:
    """Whether the line opens the Nơi nhận."""
    return bool(_RECIPIENTS.match(text.lstrip("*_ \"'")))


def is_signature(text: str) -> bool:
    """Whether the line belongs to the signature: an authority (`TM.`, `KT.`) or an office in capitals."""
    line = squeeze(text)
    if len(line) > 120 or not line:
        return False
    if (_AUTHORITY.match(line) and _mostly_upper(line)) or (_APPROVER.match(line) and is_upper(line)):
        return True
    name = _name_behind(line)
    office = (line[: len(line) - len(name)].strip() if name else line).lstrip("'‘“")
    return is_upper(office) and _is_office(office) and len(line) < 90


def has_authority(text: str) -> bool:
    """Whether the line names an authority to sign: `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.`."""
    return bool(_AUTHORITY.match(squeeze(text)))


def is_kept(text: str) -> bool:
    """Whether the line is the list's last one: `- Lưu: VT.`"""
    return bool(_KEPT.match(text))


def is_signed_note(text: str) -> bool:
    """Whether the line stands for a signature: `(Đã ký)`."""
    return bool(_SIGNED.fullmatch(text))


def _is_office(text: str) -> bool:
    """Whether words in capitals are an office, also where OCR lost their marks (`PHO CHU TỊCH`)."""
    return bool(_POSITION.match(text)) or (len(text) < 40 and bool(_POSITION_FOLDED.match(fold(text))))


def _is_near_office(text: str) -> bool:
    """Whether damaged words are likely an office (`PHO GHỤ TỊCH`); asked only below an authority."""
    words = fold(text)
    offices = ("pho chu tich", "chu tich", "giam doc", "pho giam doc", "truong ban", "pho truong ban")
    return any(SequenceMatcher(None, words, office).ratio() >= _NEAR for office in offices)


def _mostly_upper(line: str) -> bool:
    words = [word for word in line.split() if any(c.isalpha() for c in word)]
    return sum(word.upper() == word for word in words) >= 0.5 * len(words)


def read_foot(paragraphs: Sequence[SourceParagraph], start: int, *, noisy: bool = False) -> Foot:
    """The foot that begins at `start`: at the Nơi nhận, a signature line, or in a `noisy` scan at what is left of the Nơi nhận."""
    foot = Foot(last=start, marked=_is_marked(paragraphs[start:]), noisy=noisy)
    quiet = 0
    if noisy and start < len(paragraphs) and not is_foot_line(paragraphs[start].text.text):
        foot.label = "" if _DASH.match(paragraphs[start].text.text) else squeeze(paragraphs[start].text.text)
        foot.last, start = (start, start) if not foot.label else (start + 1, start + 1)
    for at in range(start, len(paragraphs)):
        took = [_take(foot, piece, paragraphs[at]) for piece in _pieces(paragraphs[at].text.text, foot)]
        if any(took):
            foot.last, quiet = at + 1, 0
        else:
            quiet += 1
        if foot.closed or quiet > 2:
            break
    _settle_approval(foot)
    if not foot.positions and foot.authority and _ACTING.match(foot.authority[-1]):
        foot.positions.append(foot.authority.pop())
    return foot


def is_foot_line(text: str) -> bool:
    """Whether the foot begins with this line."""
    return is_recipients(text) or is_signature(text)


def lost_recipients(texts: Sequence[str], first: int) -> int | None:
    """Where a Nơi nhận begins whose label OCR has lost: at the lines with dashes above `Lưu: VT`, or the short line over them."""
    kept = next((at for at in range(len(texts) - 1, first, -1) if _KEPT.match(texts[at])), None)
    if kept is None:
        return None
    at = kept
    while at - 1 > first and _DASH.match(texts[at - 1]) and ";" in texts[at - 1]:
        at -= 1
    above = texts[at - 1]
    if at - 1 > first and len(above) < _GARBAGE + 15 and not above.rstrip().endswith((".", ";", ":")):
        return at - 1
    return at if at < kept else None


def _is_marked(paragraphs: Sequence[SourceParagraph]) -> bool:
    """Whether the lines of the list end with marks, so that a line without one goes on in the next."""
    lines = [squeeze(paragraph.text.text) for paragraph in paragraphs[:40]]
    end = next((i for i, line in enumerate(lines) if i and is_signature(line)), len(lines))
    return any(line.endswith(";") for line in lines[:end])


def _pieces(text: str, foot: Foot) -> Iterator[str]:
    """The parts of a line that stand in different columns or name different recipients."""
    for line in text.split("\n"):
        for part in _COLUMN.split(squeeze(line)):
            label = _RECIPIENTS.match(part.lstrip("*_ \"'"))
            if label and (foot.label is None or not foot.recipients):
                foot.label = part[: len(part) - len(part.lstrip("*_ \"'")) + label.end()].strip()
                yield ""
                part = part.lstrip("*_ \"'")[label.end() :].strip()
            elif label:
                foot.closed = True
            for one in _entries(part) if foot.listing else [part]:
                yield from _name_apart(one, foot)


def _entries(part: str) -> list[str]:
    """Recipients that share a line, each with its mark."""
    if part.count(";") >= 2 and not _DASH.match(part) and not _NEXT_RECIPIENT.search(part):
        return _NEXT_UNDASHED.split(part)
    return _NEXT_RECIPIENT.split(part)


def _name_apart(part: str, foot: Foot) -> Iterator[str]:
    """A recipient and the signatory's name that stands beside it."""
    gaps = list(_SENTENCE_GAP.finditer(part)) if foot.listing else []
    if (
        gaps
        and not is_person(part)
        and is_person(part[gaps[-1].end() :])
        and (foot.authority or foot.positions)
        and foot.name is None
    ):
        yield part[: gaps[-1].start()]
        yield part[gaps[-1].end() :]
    else:
        yield part


def _take(foot: Foot, text: str, paragraph: SourceParagraph) -> bool:
    if foot.closed:
        return False
    if not text or is_rule(text):
        return bool(text or foot.label) and not _complete(foot)
    if may_open_annex(text) and (_complete(foot) or _unsigned(foot, text)):
        foot.closed = True
        return False
    if (signed := _SIGNED_NAME.match(text)) and is_person(name := signed["name"] or signed["first"]):
        foot.notes.append(paragraph.evolve(text=signed["note"] or signed["behind"]))
        return _take_name(foot, name, paragraph)
    if _SIGNED.fullmatch(text) or (text[0] in "}{])" and foot.listing):
        foot.notes.append(paragraph.evolve(text=text))
        return True
    if foot.noisy and (text := _name_off(foot, text)) == "":
        return True
    if _is_approval(foot, text):
        foot.approval.append(paragraph.evolve(text=text))
        return True
    listing = foot.listing and not _done(foot)
    if listing and (paragraph.label is not None or _DASH.match(text)):
        foot.recipients.append(text if _DASH.match(text) else f"- {text}")
        return True
    if foot.positions and foot.name is None and not is_signature(text) and _is_name_in_capitals(foot, text):
        foot.name = text
        return True
    begun = foot.authority or (foot.positions and _OPEN_OFFICE.search(foot.positions[-1]))
    if is_signature(text) or (
        begun and not foot.name and is_upper(text) and not may_open_annex(text) and len(text) < 90
    ):
        return _is_scrawl(foot, text, paragraph) or _take_signature(foot, text)
    if _is_name(foot, text) and _is_open_to_name(foot, listing=listing):
        return _take_name(foot, text, paragraph)
    return (listing and _take_loose(foot, text)) or _is_noise(foot, text, paragraph)


def _is_name_in_capitals(foot: Foot, text: str) -> bool:
    """Whether the line is the signatory's name in capitals, and not the rest of the office above (`CHỦ TỊCH UBND XÃ` / `CAO SƠN`)."""
    if _OPEN_OFFICE.search(foot.positions[-1]):
        return False
    return is_person_in_capitals(text) or (not foot.noisy and may_be_person_in_capitals(text))


def _take_name(foot: Foot, text: str, paragraph: SourceParagraph) -> bool:
    """The signatory's name; a second one is kept apart. What was taken for a name in capitals gives way to a surer one."""
    if _is_doubtful(foot):
        foot.positions[-1] += f" {foot.name}"
        foot.name = None
    if foot.name is None:
        foot.name = text
    else:
        foot.others.append(paragraph.evolve(text=text))
    return True


def _is_open_to_name(foot: Foot, *, listing: bool) -> bool:
    """Whether a name may still come: the first one, a surer one, or beside two offices the second signatory's."""
    if foot.name is None or _is_doubtful(foot):
        return bool(foot.authority or foot.positions)
    return (
        len(foot.positions) > 1
        and not foot.noisy
        and not (listing and not _KEPT.match(foot.recipients[-1] if foot.recipients else ""))
    )


def _is_doubtful(foot: Foot) -> bool:
    """Whether the name was only taken from capitals of no known family."""
    return (
        foot.name is not None and bool(foot.positions) and is_upper(foot.name) and not is_person_in_capitals(foot.name)
    )


def _is_approval(foot: Foot, text: str) -> bool:
    """Whether the line belongs to an approval (`HIỆU TRƯỞNG PHÊ DUYỆT`, and the name below it)."""
    if is_upper(text) and len(text) < 60 and _APPROVAL.search(text):
        foot.approving = True
    elif foot.approving:
        foot.approving = is_person(text) or text.startswith("(")
    return foot.approving


def _settle_approval(foot: Foot) -> None:
    """An approval beside a signature, or without a name, is a note; one with a name that stands alone is the signature."""
    kept, foot.approval = foot.approval, []
    if foot.positions or foot.authority or not any(is_person(one.text.text) for one in kept):
        foot.notes += kept
        return
    for paragraph in kept:
        text = paragraph.text.text
        if foot.positions and foot.name is None and is_person(text):
            foot.name = text
        else:
            _take_signature(foot, text)


def _is_name(foot: Foot, text: str) -> bool:
    """Whether the line is a name; in a scan one of some length, since strokes of a pen look like short ones."""
    if not is_person(text) or text.endswith((";", ".")):
        return False
    words = text.split()
    return not foot.noisy or len(words) > 2 or min(map(len, words)) > 2


def _name_off(foot: Foot, text: str) -> str:
    """The rest of a line at whose end, or before whose dash, the signatory's name stands; the name goes to the foot."""
    if foot.name is not None or not (foot.authority or foot.positions) or is_person(text):
        return text
    head, dash, rest = text.partition(" - ")
    if dash and is_person(head):
        foot.name = head
        return f"- {rest}"
    words = text.split()
    if _DASH.match(text) and not _done(foot):
        return text
    for at in range(1, len(words) - 1):
        name = " ".join(words[at:])
        if is_person(name) and all(len(word) <= _JUNK for word in words[:at]) and len(words) - at >= 3:
            foot.name = name
            foot.notes.append(SourceParagraph(text=Inline(text=" ".join(words[:at]))))
            return ""
    return text


def _is_noise(foot: Foot, text: str, paragraph: SourceParagraph) -> bool:
    """What OCR makes of pen and seal between the office and the name."""
    if not foot.noisy or foot.name is not None or not (foot.authority or foot.positions) or len(text) > _GARBAGE:
        return False
    foot.notes.append(paragraph.evolve(text=text))
    return True


def _is_scrawl(foot: Foot, text: str, paragraph: SourceParagraph) -> bool:
    """Whether capitals below an office are only what OCR made of a signature."""
    words = text.split()
    if is_signature(text) or _is_near_office(text) or _BODY.match(text):
        return False
    marked = any(fold(word) != word.lower() for word in words)
    if all(map(str.isalpha, words)) and sum(map(len, words)) >= 2.6 * len(words) and (marked or len(text) > _JUNK):
        return False
    return _is_noise(foot, text, paragraph)


def _take_loose(foot: Foot, text: str) -> bool:
    """A line without a dash: the rest of the recipient before, or a recipient of a list that has no dashes."""
    if len(text) > 200:
        return False
    if not foot.recipients:
        foot.recipients.append(text)
        return True
    last = foot.recipients[-1].rstrip()
    dashed = bool(_DASH.match(foot.recipients[0]))
    if last.endswith((";", ".")):
        if dashed:
            return False
        foot.recipients.append(text)
    elif _KEPT.match(last) and not (last.endswith((",", "-", ":")) or text[0].islower() or text.endswith((";", "."))):
        return False
    elif dashed or foot.marked or text[0].islower() or last.endswith((",", "-", " và")):
        foot.recipients[-1] = f"{last} {text}"
    else:
        foot.recipients.append(text)
    return True


def _take_signature(foot: Foot, text: str) -> bool:
    for part in _COLUMN.split(text):
        part = part.strip()
        if not part:
            continue
        name = _name_behind(part)
        if name and foot.name is None:
            foot.name = name
            part = part[: len(part) - len(name)].strip()
        if not part:
            continue
        if _AUTHORITY.match(part):
            foot.authority.append(part)
        elif foot.positions and not _is_office(part):
            foot.positions[-1] = f"{foot.positions[-1]} {part}"
        elif not foot.positions and foot.authority and not _is_office(part) and not _is_near_office(part):
            foot.authority[-1] = f"{foot.authority[-1]} {part}"
        else:
            foot.positions.append(part)
    return True


def _name_behind(part: str) -> str | None:
    """The person's name printed behind the office in one line (`PHÓ CHỦ TỊCH Nguyễn Văn A`)."""
    words = part.split()
    at = next((i for i, word in enumerate(words) if word.upper() != word), None)
    if at is None or at == 0:
        return None
    name = " ".join(words[at:])
    return name if is_person(name) else None


def _done(foot: Foot) -> bool:
    return (
        bool(foot.recipients) and bool(_KEPT.match(foot.recipients[-1])) and foot.recipients[-1].rstrip().endswith(".")
    )


def _complete(foot: Foot) -> bool:
    return bool(foot.recipients) and foot.name is not None


def _unsigned(foot: Foot, text: str) -> bool:
    """Whether an annex begins behind a signature that nobody has put a name to yet."""
    return bool(foot.positions) and (text.startswith("PHỤ LỤC") or (bool(foot.recipients) and _done(foot)))


def tidy_recipient(text: str) -> str:
    """A recipient line without its dash and its last mark."""
    text = text.strip()
    dash = _DASH.match(text)
    return re.sub(r"\s*[;.,]\s*\Z", "", text[dash.end() :] if dash else text).strip()
