"""The foot of an official document: Nơi nhận, offices, the signatory's name."""

import re
from collections.abc import Iterator, Sequence

from kedraft.grammar.shape import is_person, is_rule, is_upper
from kedraft.lint.layout_annexes import names_annex
from kedraft.lint.layout_form import Line, Parts
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import fold, squeeze

_RECIPIENTS = lazily(r"noi nhan\b")
_AUTHORITY = lazily(r"(?:T[./]?M|K[./]?T|T[./]?L|TUQ|Q)\s*[.,:;]?\s*(?=[^\W\d_])", re.IGNORECASE)
_OFFICE = lazily(
    r"(?:pho )?(?:chu tich|giam doc|tong giam doc|truong ban|truong phong|truong doan|cuc truong|chi cuc truong|bo truong|thu truong"
    r"|thu tuong|bi thu|hieu truong|to truong|chu nhiem|vien truong|chanh van phong|chanh thanh tra|tong cuc truong|truong cong an"
    r"|chi huy truong|uy vien|truong ty|doi truong|tram truong)\b"
)
_SIGNED = lazily(r"\(?\s*(?:đã ký|ký tên|chữ ký|ký, ghi rõ|dấu)", re.IGNORECASE)
_DASH = lazily(r"\s*[-–—−•+]")


def read_foot(parts: Parts, start: int) -> int | None:
    """Takes Nơi nhận and signature; returns the index of the foot's first line."""
    lines = parts.lines
    label = next((at for at in range(start, len(lines)) if opens_recipients(lines[at].text)), None)
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


def opens_recipients(text: str) -> bool:
    """Whether the words are Nơi nhận, also without its colon."""
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
    end = next((at for at, line in enumerate(lines) if names_annex(line)), len(lines))
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
        parts.second_office = tuple(line for line in rest if line not in names[:1] and _is_office(line))
        unknown = [line for line in rest if line not in parts.second_office]
        parts.name = names[0] if names else unknown[-1] if unknown else None


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
