"""The foot: Nơi nhận and the signature, side by side, one after the other, or torn into each other by a converter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kedraft.grammar.shape import is_person, is_person_in_capitals, is_rule, is_upper, may_be_person_in_capitals
from kedraft.importers.annex_lines import may_open_annex
from kedraft.importers.foot_lines import (
    AUTHORITY,
    DASH,
    GARBAGE,
    KEPT,
    RECIPIENTS,
    SIGNED,
    is_foot_line,
    is_near_office,
    is_office,
    is_signature,
    name_behind,
)
from kedraft.importers.head import is_nation
from kedraft.model.inline import Inline
from kedraft.model.source import SourceParagraph
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import fold, squeeze

_LEADERS = "CHỦ TỊCH|GIÁM ĐỐC|CHÁNH|TRƯỞNG|CỤC TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|HIỆU TRƯỞNG|CHỦ NHIỆM|TỔNG"
_APPROVAL = pattern(r"(?:PHÊ )?DUYỆT\b|XÁC NHẬN\b")  # another's word on the plan, not its signature
_ACTING = pattern(r"Q\s*[.:]")
_SPOKEN_OFFICE = 30  # letters
_JUNK = 4  # letters; so are its words
_BODY = pattern(r"(?:SỞ|BỘ|UBND|ỦY BAN|TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG|BAN|PHÒNG|THƯỜNG TRỰC|KIÊM|CÔNG AN|HỘI)\b")
# Where the second column's words begin in a line that holds both columns; `KT. CHỦ TỊCH` stays whole.
_NOT_ACTING = r"(?<!\bTM\.)(?<!\bKT\.)(?<!\bTL\.)(?<!UQ\.)(?<!\bQ\.)(?<!\bTM)(?<!\bKT)(?<!\bTL)"
_COLUMN = pattern(
    r"(?<=\S)\s+(?=['‘“]?(?:TM|KT|TL|TUQ)\.\s?[A-ZÀ-Ỹ]{2})|(?<=;)\s+(?=(?:TM|KT),\s[A-ZÀ-Ỹ]{2})"
    r"|(?<=[A-ZÀ-Ỹ;.,:)])\s+(?=(?:TM|KT|TL|TUQ)\s+[A-ZÀ-Ỹ]{2})"
    rf"|(?<=[A-ZÀ-Ỹ;.:)]){_NOT_ACTING}\s+(?=PHÓ (?:{_LEADERS}))|(?<=[;.]){_NOT_ACTING}\s+(?=Q\.\s?[A-ZĐ]|(?:{_LEADERS})\b)"
    r"|(?<=;)\s+(?=(?:PHO )?(?:CHU TICH|GIAM DOC)\b)|(?<=;)\s+(?=VÀ\s[A-ZÀ-Ỹ]{2})"
    r"|(?<=NHÂN DÂN)\s+(?=CHỦ TỊCH\b)|(?<=[A-ZÀ-Ỹ])\s+(?=\([Đđ]ã k[ýí])"
    r"|(?<=\S)\s+(?=[*_]*N[ơo]i\s+nh\S{1,2}n\s*:)"
)
_NEXT_RECIPIENT = pattern(r"(?<=[;.,])\s+(?=[-–+•]\s*\S)")
_NEXT_UNDASHED = pattern(r"(?<=;)\s+(?=\w)(?![^()]*\))")  # not inside brackets
_OPEN_OFFICE = pattern(
    r"(?<!\w)(?:TỈNH|HUYỆN|XÃ|PHƯỜNG|QUẬN|THỊ TRẤN|THỊ XÃ|THÀNH PHỐ|ĐẶC KHU|SỞ|BỘ|PHÒNG|BAN|HỘI|VÀ|,|-)\Z"
)
#: A note of signing and the name behind it, or before it, on one line.
_SIGNED_NAME = pattern(
    r"(?P<note>\(?\s*(?:đã k[ýí]|ký tên)\s*\)?\s*:?)\s+(?P<name>[^():]+)\Z|(?P<first>[^():]+?)\s+(?P<behind>\(\s*đã k[ýí]\s*\))\Z",
    re.IGNORECASE,
)
_FILE_CODE = pattern(r"[^\s_\\]*[_\\][^\s]*\Z")  # what an office's file is called: `TN_VP6_KHCĐS`
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


def read_foot(paragraphs: Sequence[SourceParagraph], start: int, *, noisy: bool = False) -> Foot:
    """The foot that begins at `start`: at the Nơi nhận, a signature line, or in a `noisy` scan at what is left of the Nơi nhận."""
    foot = Foot(last=start, marked=_is_marked(paragraphs[start:]), noisy=noisy)
    quiet = 0
    if noisy and start < len(paragraphs) and not is_foot_line(paragraphs[start].text.text):
        foot.label = "" if DASH.match(paragraphs[start].text.text) else squeeze(paragraphs[start].text.text)
        foot.last, start = (start, start) if not foot.label else (start + 1, start + 1)
    for at in range(start, len(paragraphs)):
        took = [_take(foot, piece, paragraphs[at]) for piece in _pieces(paragraphs[at], foot)]
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


def _is_marked(paragraphs: Sequence[SourceParagraph]) -> bool:
    """Whether the lines of the list end with marks, so that a line without one goes on in the next."""
    lines = [squeeze(paragraph.text.text) for paragraph in paragraphs[:40]]
    end = next((i for i, line in enumerate(lines) if i and is_signature(line)), len(lines))
    return any(line.endswith(";") for line in lines[:end])


def _pieces(paragraph: SourceParagraph, foot: Foot) -> Iterator[str]:
    """The parts of a line that stand in different columns or name different recipients; an item of a list is one entry."""
    for line in paragraph.text.text.split("\n"):
        for part in _COLUMN.split(squeeze(line)):
            label = RECIPIENTS.match(part.lstrip("*_ \"'"))
            if label and (foot.label is None or not foot.recipients):
                foot.label = part[: len(part) - len(part.lstrip("*_ \"'")) + label.end()].strip()
                yield ""
                part = part.lstrip("*_ \"'")[label.end() :].strip()
            elif label:
                foot.closed = True
            for one in _entries(part) if foot.listing and paragraph.label is None else [part]:
                yield from _name_apart(one, foot)


def _entries(part: str) -> list[str]:
    """Recipients that share a line, each with its mark."""
    if part.count(";") >= 2 and not DASH.match(part) and not _NEXT_RECIPIENT.search(part):
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
    if (may_open_annex(text) and (_complete(foot) or _unsigned(foot, text))) or is_nation(text):
        foot.closed = True
        return False
    if (signed := _SIGNED_NAME.match(text)) and is_person(name := signed["name"] or signed["first"]):
        foot.notes.append(paragraph.evolve(text=signed["note"] or signed["behind"]))
        return _take_name(foot, name, paragraph)
    if (
        SIGNED.fullmatch(text)
        or (text[0] in "}{])" and foot.listing)
        or (foot.positions and _FILE_CODE.match(text) and any(map(str.isalpha, text)))
    ):
        foot.notes.append(paragraph.evolve(text=text))
        return True
    if foot.noisy and (text := _name_off(foot, text)) == "":
        return True
    if _is_approval(foot, text):
        foot.approval.append(paragraph.evolve(text=text))
        return True
    listing = foot.listing and not _done(foot)
    if listing and (paragraph.label is not None or DASH.match(text)):
        foot.recipients.append(text if DASH.match(text) else f"- {text}")
        return True
    if foot.positions and foot.name is None and not is_signature(text) and _is_name_in_capitals(foot, text):
        foot.name = text
        return True
    if _is_spoken_office(foot, text):
        foot.positions.append(text)
        return True
    begun = foot.authority or (foot.positions and (_OPEN_OFFICE.search(foot.positions[-1]) or text.startswith("VÀ ")))
    if is_signature(text) or (
        begun and not foot.name and is_upper(text) and not may_open_annex(text) and len(text) < 90
    ):
        return _is_scrawl(foot, text, paragraph) or _take_signature(foot, text)
    if _is_name(foot, text) and _is_open_to_name(foot, listing=listing):
        return _take_name(foot, text, paragraph)
    return (listing and _take_loose(foot, text)) or _is_noise(foot, text, paragraph)


def _is_spoken_office(foot: Foot, text: str) -> bool:
    """Whether the line is the signatory's office in small letters (`Phó Chủ tịch`), as some portals write it."""
    begun = bool(foot.authority) or _done(foot)
    spoken = text[:1].isupper() and not is_upper(text.split()[0]) and len(text) < _SPOKEN_OFFICE
    return begun and spoken and not foot.positions and foot.name is None and is_office(text.upper())


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
        and not (listing and not KEPT.match(foot.recipients[-1] if foot.recipients else ""))
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
    if DASH.match(text) and not _done(foot):
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
    if not foot.noisy or foot.name is not None or not (foot.authority or foot.positions) or len(text) > GARBAGE:
        return False
    foot.notes.append(paragraph.evolve(text=text))
    return True


def _is_scrawl(foot: Foot, text: str, paragraph: SourceParagraph) -> bool:
    """Whether capitals below an office are only what OCR made of a signature."""
    words = text.split()
    if is_signature(text) or is_near_office(text) or _BODY.match(text):
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
    dashed = bool(DASH.match(foot.recipients[0]))
    if last.endswith((";", ".")):
        if dashed:
            return False
        foot.recipients.append(text)
    elif KEPT.match(last) and not (last.endswith((",", "-", ":")) or text[0].islower() or text.endswith((";", "."))):
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
        name = name_behind(part)
        if name and foot.name is None:
            foot.name = name
            part = part[: len(part) - len(name)].strip()
        if not part:
            continue
        if AUTHORITY.match(part) and foot.name is not None and foot.positions and not foot.noisy:
            foot.notes.append(SourceParagraph(text=Inline(text=part)))  # who signs beside the first
        elif AUTHORITY.match(part):
            foot.authority.append(part)
        elif foot.positions and not is_office(part):
            foot.positions[-1] = f"{foot.positions[-1]} {part}"
        elif not foot.positions and foot.authority and not is_office(part) and not is_near_office(part):
            foot.authority[-1] = f"{foot.authority[-1]} {part}"
        else:
            foot.positions.append(part)
    return True


def _done(foot: Foot) -> bool:
    return (
        bool(foot.recipients) and bool(KEPT.match(foot.recipients[-1])) and foot.recipients[-1].rstrip().endswith(".")
    )


def _complete(foot: Foot) -> bool:
    return bool(foot.recipients) and foot.name is not None


def _unsigned(foot: Foot, text: str) -> bool:
    """Whether an annex begins behind a signature that nobody has put a name to yet."""
    return bool(foot.positions) and (text.startswith("PHỤ LỤC") or (bool(foot.recipients) and _done(foot)))


def tidy_recipient(text: str) -> str:
    """A recipient line without its dash and its last mark."""
    text = text.strip()
    dash = DASH.match(text)
    return re.sub(r"\s*[;.,]\s*\Z", "", text[dash.end() :] if dash else text).strip()
