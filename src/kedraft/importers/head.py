"""The header block: Quốc hiệu, issuing body, number and symbol, place and date, type, subject.

It may come as two columns in one line, as cells one after the other, as lines with the name broken anywhere
(`ỦY` / `BAN NHÂN DÂN`), or not at all. What is not there stays None.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kedraft.grammar.citations import tidy_number
from kedraft.grammar.shape import is_rule, is_upper, unspaced
from kedraft.model.source import SourceParagraph
from kedraft.vietnamese.dates import is_partial_date
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import fold, new_tone, squeeze

_VOWEL = r"[^\W\d]"
_MOTTO_WORDS = r"\S{2,6}\s+[lL][aậAẬ][pP]\b"
# A sentence that names the country (`Quốc hội nước Cộng hòa …`) is no header.
# Damaged letters, a line end before the last word, and a last word that is not to be recognised leave it what it is.
_NATION = pattern(
    rf"(?<!nước )(?:(?i:C{_VOWEL}NG\s+H{_VOWEL}{{1,2}})\s+(?i:X{_VOWEL}\s*H{_VOWEL}[IQLT]?\s+CH{_VOWEL}\s+NGH{_VOWEL}{{1,2}}))"
    rf"(?:\s*(?i:V{_VOWEL}{{1,2}}T)(?:\s+(?i:N{_VOWEL}M)\b|\s+[NHĐ][A-ZÀ-Ỹ]{{1,3}}\b|\s*\n[^\n]{{1,8}}(?=\n{_MOTTO_WORDS}))?)?"
)
_PARTED = pattern(r"[^\n]*\n[^\n]*\S\s(?P<last>N[AĂÂẠ]M)[ \x00]*(?=\n|\Z)")
_MOTTO = pattern(r"\S{2,6}\s+l[aậ]p\s*[-–—.]?\s*T\S{1,3}\s+do\s*[-–—.]?\s*H[aạ]nh\s+\S{3,5}", re.IGNORECASE)
_PARTY = pattern(r"ĐẢNG CỘNG SẢN VIỆT NAM|(?m:^ĐOÀN TNCS HỒ CHÍ MINH$)")  # stand where the Quốc hiệu does
_NUMBER = pattern(
    r"S[ốóoôỐ6]\s*[:.;]?\s*(?P<number>\d{1,2}\.\d{3}(?=\s*/)|\d[\d\s]{0,7}[a-z]?(?=\s*[/-])|\d{1,5}(?=\s*(?:KH|QĐ|TB|BC|HD|NQ|CT|CV)\s?[-–/]\s?[A-ZĐ])|[\s.…_\[\]]*(?=/|-\s?[A-ZĐ]{2}|\s[A-ZĐ]{2,}-))\s*[/-]?\s*"
    r"(?P<symbol>(?:\d{4}/(?=[A-ZĐ]{2}))?[A-ZĐ][\w&]*(?:\s?[-–/.]\s?[A-ZĐ][\w&]*)*)?"
)
_NUMBER_LINE = pattern(r"(?<![^\W\d])" + _NUMBER.pattern)
_UNIT_BEFORE = r"(?:(?:[Tt]hành phố|[Tt]hị xã|[Tt]hị trấn|[Đđ]ặc khu|[Hh]uyện|[Qq]uận|[Pp]hường|[Xx]ã)[ ]*)?"
_PLACE_WORD = (
    r"(?:TP\.?(?:HCM\b)?|[A-ZÀ-Ỹ](?:[A-ZÀ-Ỹ](?=[a-zà-ỹ]))?[a-zà-ỹ]*(?:['’‘][A-ZÀ-Ỹ]?[a-zà-ỹ]+)*\.?|\d{1,2}|-|–)"
)
#: A place in capitals counts at the start of its column only: before it the issuing body's name ends in capitals too.
_PLACE_IN_CAPITALS = r"(?:\A|(?<=[\n\x00\t]))[ ]*[A-ZÀ-Ỹ'’]{2,}(?:[ -]+[A-ZÀ-Ỹ'’]{1,7}){0,4}(?=[ ]?,)"
_CUT_PLACE = (
    # its first words alone in a line (`Tiền` / `Giang, ngày`, `Thành phố Hồ Chí` / `Minh, ngày`)
    rf"(?:(?:\A|(?<=[\n\x00\t]))(?!Dự\s|Bản\s|Hỏa\s|Số\s){_UNIT_BEFORE}[A-ZÀ-Ỹ][a-zà-ỹ]{{1,6}}(?: [A-ZÀ-Ỹ][a-zà-ỹ]{{1,6}}){{0,2}}(?: [-–])?\n)?"
)
_PLACE = rf"(?P<place>{_CUT_PLACE}{_UNIT_BEFORE}{_PLACE_WORD}(?:[ ]+{_PLACE_WORD})*|{_PLACE_IN_CAPITALS})"
_IN_MONTH = r"[tT](?:h[áa]?\S{0,2}ng|HÁNG)\s*"
_DATELINE = pattern(
    rf"(?<!\w){_PLACE}?\s*,?\s*\b(?:[nN]g[àa]y|NGÀY)\s*"
    r"(?P<day>\d\s?\d?|\d{3}|[\s.…_\[\]—–-]*)\s*"
    rf"(?:/(?P<m2>\d{{1,2}})/(?P<y2>\d{{4}})|{_IN_MONTH}(?P<month>\d\s?\d?|[\s.…_\[\]]*)\s*[nN]\S{{0,2}}[mM]\s*(?P<year>\d{{4}}|2\s?0\s?\d\s?\d|20[\s.…_]*|[\s.…_]*))"
)
#: `Ba Sơn, tháng 02 năm 2026`: a line of its own that names no day.
_MONTHLINE = pattern(
    rf"(?:\A|(?<=[\n\x00\t])){_PLACE},\s*{_IN_MONTH}(?P<month>\d{{1,2}})\s+[nN]ăm\s+(?P<year>\d{{4}})(?=\s*(?:[\n\x00\t]|\Z))"
)
_ANCHOR = re.compile(r"[nN]g[àa]y|NGÀY")
_BODY_START = pattern(
    r"(?:[UỦỤ]Y BAN\b|UBND\b|HĐND\b|HỘI ĐỒNG\b|HỘI\b|SỞ\b|PHÒNG (?!CHỐNG|,|NGỪA|THỦ|CHÁY)|BAN (?!HÀNH|NHÂN)|B[ỘO] (?!MÁY|TIÊU CHÍ)|VĂN PHÒNG\b|CHI CỤC\b|TỔNG CỤC\b|CỤC\b|"
    r"ĐỘI\b|CHI BỘ\b|CHI ĐOÀN\b|CHI HỘI\b|CHI NHÁNH\b|LIÊN ĐỘI\b|CÔNG ĐOÀN\b|TIỂU BAN\b|KHOA (?!HỌC)|BỆNH VIỆN\b|HỌC VIỆN\b|THUẾ (?!SUẤT)|ĐỒN\b|BẢO TÀNG\b|THƯ VIỆN\b|BHXH\b|THÔN (?=\S)|KHU PHỐ\b|QUỸ\b|LIÊN MINH\b|CẢNG VỤ\b|VƯỜN\b|TẬP ĐOÀN\b|"
    r"TRUNG TÂM\b|TRƯỜNG\b(?! -)|CÔNG AN\b|LIÊN ĐOÀN\b|ĐOÀN\b|ĐẢNG\b|TỔ CÔNG TÁC\b|TỔ (?!CHỨC)|THANH TRA\b|CHÍNH PHỦ\b|THỦ TƯỚNG\b|CHỦ TỊCH\b|VIỆN\b|TÒA ÁN\b|BẢO HIỂM\b|KHO BẠC\b|"
    r"NGÂN HÀNG\b|ĐẠI HỌC\b|HUYỆN ỦY\b|TỈNH ỦY\b|THÀNH ỦY\b|MẶT TRẬN\b|(?:TỔNG )?CÔNG TY\b|BQL\b|BCĐ\b|BAN CHỈ\b|QUỐC HỘI\b|TRẠM\b|HẠT\b|ĐÀI\b|BÁO\b)"
)
_DAMAGED_BODIES = ("uy ban nhan dan", "ban chi dao", "hoi dong nhan dan", "van phong")
_UNIT_LINE = pattern(r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s", re.IGNORECASE)
_INCOMPLETE = pattern(
    r"(?:[UỦỤ]Y BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|BAN CHỈ ĐẠO|BAN TỔ CHỨC|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|ỦY|UỶ|ỦY BAN|CHỦ TỊCH|VÀ|,|PHÁT TRIỂN NÔNG|VÀ MÔI|\A(?:(?:TỔNG |CHI )?CỤC|SỞ|PHÒNG|TRUNG TÂM|VĂN PHÒNG|BỆNH VIỆN|VIỆN|TRƯỜNG))\Z"
)
_UNFINISHED = pattern(r"\s?[-–/]\s*[.…_]{2,}")  # a symbol whose second half waits to be written (`/KH-……`)
_PAGE_TITLE = pattern(  # above every body's name, what a portal calls the page
    r"K[ẾEÉÊ] HO[ẠAÁ]CH\b|(?:TỔ CHỨC|TRIỂN KHAI|THỰC HIỆN|TUYÊN TRUYỀN|HƯỞNG ỨNG|PHÁT ĐỘNG|XÂY DỰNG|TĂNG CƯỜNG|ĐẨY MẠNH)(?:\s\S+){4}"
)
_SCHOOL = pattern(r"\s+(?=TRƯỜNG (?:TH|THCS|THPT|TIỂU HỌC|TRUNG HỌC|MẦM NON|MẪU GIÁO|PHỔ THÔNG|PTDT|MN|MG)\b)")
_SCHOOL_AUTHORITY = pattern(r"(?:SỞ|PHÒNG|UBND|[ỦU][YỶ] BAN)\s")
_BLANK = pattern(r"[\s.…_\[\]]*\Z")
_COPY_NOTES = pattern(r"(?:\(?bản sao\)?|dự thảo|\(?dự thảo.*|hỏa tốc|khẩn|thượng khẩn|mật|đã ký)\Z", re.IGNORECASE)


@dataclass
class Head:
    """What the header shows; None or empty where it shows nothing. `lines` are the literals, `unused` everything else."""

    superior: str | None = None
    issuer: str | None = None
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    date: str | None = None
    bad_date: str | None = None
    lines: list[str] = field(default_factory=list)
    names: list[tuple[str, SourceParagraph]] = field(default_factory=list)
    unused: list[SourceParagraph] = field(default_factory=list)


def is_nation(text: str) -> bool:
    """Whether the line holds the Quốc hiệu, or what OCR left of it."""
    return bool(_NATION.search(text))


def nation_at(lines: Sequence[str]) -> bool:
    """Whether the Quốc hiệu begins in the first of `lines`, which it may share with the next two."""
    found = _NATION.search(" ".join(lines[:4]))
    return bool(found and lines and found.start() < len(lines[0]))


def starts_head(text: str) -> bool:
    """Whether the header block may begin with this line."""
    return (
        is_nation(text)
        or bool(_PARTY.search(text))
        or (is_upper(text) and bool(_BODY_START.match(new_tone(unspaced(text)).lstrip("* "))))
    )


def is_dateline(text: str) -> bool:
    """Whether the line is a place and date line (`Ba Sơn, ngày … tháng 02 năm 2026`)."""
    if len(text) > 200:
        return False
    return any(found.group("place") and len(text) - len(found.group(0)) < 45 for found in _datelines(text))


def _datelines(text: str) -> Iterator[re.Match[str]]:
    """Every `…, ngày … tháng … năm …`, looked for around each `ngày`, so that the time grows with the text only; else `…, tháng …`."""
    end = 0
    for anchor in _ANCHOR.finditer(text):
        found = _DATELINE.search(text, max(end, anchor.start() - 80), anchor.end() + 120)
        if found and found.end() > anchor.start() >= end:
            yield found
            end = found.end()
    if not end:
        yield from _MONTHLINE.finditer(text)


def is_number_line(text: str) -> bool:
    """Whether the line is the number and symbol (`Số: 07/KH-UBND`)."""
    found = _NUMBER.match(text)
    return bool(found and (found.group("symbol") or _BLANK.match(text[2:].lstrip(": "))) and len(text) < 160)


def read_head(paragraphs: Sequence[SourceParagraph]) -> Head:
    """Everything that the lines above the title say.

    Literals, number and date are looked for across line ends (`CỘNG` / `HÒA XÃ HỘI …`); the lines in capitals that remain are the
    issuing body and the one above it.
    """
    head = Head()
    lines = [(squeeze(line), paragraph) for paragraph in paragraphs for line in paragraph.text.text.split("\n")]
    text = "\n".join(line for line, _ in lines)
    for form, take in (
        (_NATION, _keep),
        (_PARTY, _keep),
        (_MOTTO, _keep),
        (_NUMBER_LINE, _take_number),
        (_DATELINE, _take_date),
    ):
        matches = _datelines(text) if form is _DATELINE else form.finditer(text)
        found = next((one for one in matches if _worth(one)), None)
        if found:
            take(head, found)
            text = text[: found.start()] + re.sub(r"[^\n]", "\x00", found.group(0)) + text[found.end() :]
            if form is _NATION:
                text = _without_last_word(head, found, text)
    for rest, (_, paragraph) in zip(text.split("\n"), lines, strict=bool(lines)):
        beside = "\x00" in rest
        for piece in re.split("[\x00\t]", rest):  # a tab parts two columns
            _take_rest(head, _bare(piece), paragraph, beside=beside)
    head.superior, head.issuer = _bodies(head.names)
    return head


def _without_last_word(head: Head, found: re.Match[str], text: str) -> str:
    """The text without the `NAM` that a line end has parted from `VIỆT` and put behind the line of the left column."""
    parted = _PARTED.match(text, found.end()) if found.group(0).upper().endswith("T") else None
    if parted is None:
        return text
    head.lines[-1] += f" {parted.group('last')}"
    return text[: parted.start("last")] + re.sub(r".", "\x00", parted.group("last")) + text[parted.end("last") :]


def _worth(found: re.Match[str]) -> bool:
    """Whether a match says something: a dateline needs a place or a year, a number line a symbol or blanks."""
    if "year" in found.re.groupindex:
        return bool(found.group("place") or re.search(r"\d", _part(found, "year", "y2")))
    return True


def _keep(head: Head, found: re.Match[str]) -> None:
    head.lines.append(squeeze(found.group(0)))


def _take_number(head: Head, found: re.Match[str]) -> None:
    number = re.sub(r"\s", "", found.group("number") or "")
    head.number = number if number and number[0].isdigit() else None
    symbol = None if _UNFINISHED.match(found.string, found.end()) else found.group("symbol")
    head.symbol = tidy_number(symbol) if symbol else None
    head.lines.append(squeeze(found.group(0)))


def _take_date(head: Head, found: re.Match[str]) -> None:
    head.place = squeeze(found.group("place") or "").strip(" ,") or None
    day, month, year = _part(found, "day"), _part(found, "month", "m2"), _part(found, "year", "y2")
    if re.fullmatch(r"\d{4}", year):
        iso = year
        if month.isdigit():
            iso += f"-{int(month):02d}"
            iso += f"-{int(day):02d}" if day.isdigit() else ""
        if is_partial_date(iso):
            head.date = iso
        else:
            head.bad_date = squeeze(found.group(0))
    head.lines.append(squeeze(found.group(0)))


def _part(found: re.Match[str], *names: str) -> str:
    """What the first of the named groups holds that stands in the match, without blanks."""
    groups = found.groupdict()
    return re.sub(r"\s", "", next((groups[name] for name in names if groups.get(name)), ""))


def _bare(piece: str) -> str:
    """A piece of a header line without what a table, a comma or a drawn line leaves at its ends; a drawn line stays."""
    text = piece.strip(" *|")
    return text if is_rule(text) else text.strip(" *|-–_").lstrip(", ")


def _take_rest(head: Head, line: str, paragraph: SourceParagraph, *, beside: bool) -> None:
    if not line:
        return
    if is_rule(line):
        head.lines.append(line)
    elif not head.names and _PAGE_TITLE.match(line):
        head.unused.append(paragraph.evolve(text=line))
    elif (is_upper(line) or _is_loose_name(head, line, beside)) and not _COPY_NOTES.match(line) and len(line) < 200:
        head.names.append((line, paragraph))
    else:
        head.unused.append(paragraph.evolve(text=line))


def _is_loose_name(head: Head, line: str, beside: bool) -> bool:
    """A body's name that is not in capitals (`UBND tỉnh Lạng Sơn`), also one `beside` the literals of the other column."""
    if beside and _starts_body(new_tone(line.upper())):
        return len(line) < 90
    return not head.names and bool(re.match(r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s", line)) and len(line) < 60


def _bodies(names: list[tuple[str, SourceParagraph]]) -> tuple[str | None, str | None]:
    """The managing body, if one stands above, and the issuing body, from the name lines in order."""
    bodies: list[list[str]] = []
    weights: list[bool] = []
    for line, paragraph in _school_apart(names):
        plain = new_tone(line)
        bold = paragraph.look.bold is True
        new = not bodies or (_starts_body(plain.upper()) and not _INCOMPLETE.search(new_tone(bodies[-1][-1])))
        if new and bodies and _continues(bodies[-1], plain, weights[-1], bold):
            new = False
        if new:
            bodies.append([])
            weights.append(bold)
        bodies[-1].append(line)
    texts = [squeeze(" ".join(lines)) for lines in bodies]
    if not texts:
        return None, None
    return (" ".join(texts[:-1]) or None), texts[-1]


def _school_apart(names: list[tuple[str, SourceParagraph]]) -> list[tuple[str, SourceParagraph]]:
    """The names, that of a school parted from the authority's in the same line."""
    return [
        (part, paragraph)
        for line, paragraph in names
        for part in (_SCHOOL.split(line) if _SCHOOL_AUTHORITY.match(line) else [line])
    ]


def _starts_body(line: str) -> bool:
    """Whether a body's name begins here, also where OCR changed its marks (`BẠN CHÍ ĐẠO`)."""
    return bool(_BODY_START.match(line)) or fold(line).startswith(_DAMAGED_BODIES)


def _continues(lines: list[str], line: str, was_bold: bool, bold: bool) -> bool:
    """A line that starts like a body but goes on with the name above (`BAN CHỈ ĐẠO … CỦA` / `CHÍNH PHỦ`)."""
    last = new_tone(lines[-1])
    return last.endswith((" VÀ", ",", " CỦA", " -", "ĐẠO", "THUỘC")) or (
        line.startswith("PHÒNG") and "BAN CHỈ ĐẠO" in last and was_bold == bold
    )
