"""The foot: Nơi nhận and the signature, side by side, one after the other, or torn into each other by a converter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kedraft.grammar.shape import is_person, is_rule, is_upper
from kedraft.model.source import SourceParagraph
from kedraft.vietnamese.text import fold, squeeze

_RECIPIENTS = re.compile(r"N[ơo]i\s+nh\S{1,2}n\s*[:.;]?\s*", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:T/?M|KT|K/T|TL|T/L|TUQ|Q)\s*[.:]?\s+(?=[A-ZĐÀ-Ỹ])|(?:TM|KT|TL|TUQ|Q)\.(?=[A-ZĐÀ-Ỹ])")
_OFFICE = (
    r"(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?GIÁM ĐỐC|(?:PHÓ )?CHÁNH (?:VĂN PHÒNG|THANH TRA)|(?:PHÓ )?TRƯỞNG (?:BAN|PHÒNG|ĐOÀN|TIỂU BAN|CÔNG AN)|(?:PHÓ )?CỤC TRƯỞNG|THỨ TRƯỞNG|"
    r"BỘ TRƯỞNG|(?:PHÓ )?THỦ TƯỚNG|(?:PHÓ )?BÍ THƯ|(?:PHÓ )?HIỆU TRƯỞNG|(?:PHÓ )?TỔ TRƯỞNG|(?:PHÓ )?CHỦ NHIỆM|(?:PHÓ )?CHI CỤC TRƯỞNG|(?:PHÓ )?VIỆN TRƯỞNG|"
    r"(?:PHÓ )?TỔNG GIÁM ĐỐC|(?:PHÓ )?TỔNG CỤC TRƯỞNG|(?:PHÓ )?CHỈ HUY TRƯỞNG|ỦY VIÊN|TRƯỞNG BAN"
)
_POSITION = re.compile(rf"(?:{_OFFICE})\b")
_POSITION_FOLDED = re.compile(
    r"(?:pho )?(?:chu tich|giam doc|truong ban|chanh van phong|truong phong|thu truong|bo truong|thu tuong)"
)
_SIGNED = re.compile(
    r"\(?\s*(?:đã ký|đã kí|ký tên|chữ ký|\[daky\]|\(signed\)|ký bởi|người ký|signature).*", re.IGNORECASE
)
_DASH = re.compile(r"[-–—+•*]\s*")
_KEPT = re.compile(r"[-–—•]?\s*L[ưu]u\b", re.IGNORECASE)
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu|Mẫu|DANH MỤC|BẢNG)\b")
_GLUED = re.compile(
    r"(?<=\S)\s+(?=(?:KT|TM|TL|TUQ)\.?\s+[A-ZĐÀ-Ỹ]{2})|(?<=[A-ZĐÀ-Ỹ])\s+(?=(?:KT|TM|TL|TUQ)\.\s?[A-ZĐ])|(?<=[A-ZĐÀ-Ỹ])\s+(?=PHÓ (?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH|TRƯỞNG|CỤC|THỦ|BÍ|HIỆU|CHỦ NHIỆM|TỔNG))"
)


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


def is_recipients(text: str) -> bool:
    """Whether the line opens the Nơi nhận."""
    return bool(_RECIPIENTS.match(text.lstrip("*_ \"'")))


def is_signature(text: str) -> bool:
    """Whether the line belongs to the signature: an authority (`TM.`, `KT.`) or an office in capitals."""
    line = squeeze(text)
    if len(line) > 120 or not line:
        return False
    if _AUTHORITY.match(line) and _mostly_upper(line):
        return True
    name = _name_behind(line)
    office = line[: len(line) - len(name)].strip() if name else line
    return is_upper(office) and bool(_POSITION.match(office)) and len(line) < 90


def _mostly_upper(line: str) -> bool:
    words = [word for word in line.split() if any(c.isalpha() for c in word)]
    return sum(word.upper() == word for word in words) >= 0.5 * len(words)


def read_foot(paragraphs: Sequence[SourceParagraph], start: int) -> Foot:
    """The foot that begins at `start`: at the Nơi nhận or at a signature line."""
    foot = Foot()
    listing = False
    quiet = 0
    for at in range(start, len(paragraphs)):
        paragraph = paragraphs[at]
        took = False
        for line in paragraph.text.text.split("\n"):
            text = squeeze(line)
            if found := _RECIPIENTS.match(text.lstrip("*_ \"'")):
                if foot.label is not None and foot.recipients:
                    foot.closed = True
                    break
                foot.label = text[: len(text) - len(text.lstrip("*_ \"'")) + found.end()].strip()
                listing, took = True, True
                text = text.lstrip("*_ \"'")[found.end() :].strip()
                if not text:
                    continue
            took = _take(foot, text, paragraph, listing) or took
            if foot.closed:
                break
        if foot.closed:
            break
        if took:
            foot.last, quiet = at + 1, 0
        else:
            quiet += 1
            if quiet > 2:
                break
    return foot


def _take(foot: Foot, text: str, paragraph: SourceParagraph, listing: bool) -> bool:
    if not text or is_rule(text):
        return bool(text) and not _complete(foot)
    if _complete(foot) and _ANNEX.match(text):
        foot.closed = True
        return False
    if _SIGNED.fullmatch(text):
        foot.notes.append(paragraph.evolve(text=text))
        return True
    if paragraph.label is not None and listing and not _done(foot):
        return _take_recipient(foot, f"- {text}")
    if _DASH.match(text) and listing and not _done(foot):
        return _take_recipient(foot, text)
    if is_signature(text) or (
        foot.authority and not foot.name and is_upper(text) and not _ANNEX.match(text) and len(text) < 90
    ):
        return _take_signature(foot, text)
    if foot.name is None and (foot.authority or foot.positions) and is_person(text) and not text.endswith((";", ".")):
        foot.name = text
        return True
    if (
        listing
        and not _done(foot)
        and (not foot.recipients or not foot.recipients[-1].rstrip().endswith((";", ".")) or text.endswith((";", ".")))
    ):
        return _take_loose(foot, text)
    return False


def _take_recipient(foot: Foot, text: str) -> bool:
    glued = _GLUED.search(text)
    if glued:
        _take_signature(foot, text[glued.end() :])
        text = text[: glued.start()]
    for part in re.split(r"(?<=[;.,])\s+(?=[-–]\s+\S)", text):
        foot.recipients.append(part)
    return True


def _take_loose(foot: Foot, text: str) -> bool:
    """A line without a dash: the rest of the recipient before, or a recipient of a list that has no dashes."""
    if text[0] in "}{])":
        return False
    if not foot.recipients:
        if len(text) > 200:
            return False
        foot.recipients.append(text)
        return True
    last = foot.recipients[-1].rstrip()
    if last.endswith((";", ".")):
        if _DASH.match(foot.recipients[0]):
            return False
        foot.recipients.append(text)
    else:
        foot.recipients[-1] = f"{last} {text}"
    return True


def _take_signature(foot: Foot, text: str) -> bool:
    for part in _GLUED.split(text):
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
        elif foot.positions and not _POSITION.match(part):
            foot.positions[-1] = f"{foot.positions[-1]} {part}"
        elif (
            not foot.positions
            and foot.authority
            and not _POSITION.match(part)
            and not _POSITION_FOLDED.match(fold(part))
        ):
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


def tidy_recipient(text: str) -> str:
    """A recipient line without its dash and its last mark."""
    return re.sub(r"\s*[;.,]\s*\Z", "", _DASH.sub("", text.strip(), count=1)).strip()
