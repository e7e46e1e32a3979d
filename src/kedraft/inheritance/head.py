"""Head and foot of the child: issuing body, symbol, place and date, bases, opening, closing, signatory, the note of an annex."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kedraft.inheritance.abbreviations import explained
from kedraft.inheritance.carried import carried
from kedraft.inheritance.casing import body_name, first_lower, is_capitals, place_name, sentence_case
from kedraft.model.draft import Above
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.origin import Authored
from kedraft.model.place import Location
from kedraft.model.plan import (
    CitedDocument,
    DocumentNumber,
    IssuingBody,
    Item,
    Paragraph,
    PlaceAndDate,
    Plan,
    Signatory,
)
from kedraft.model.spec import DraftSpec, IssuerSpec
from kedraft.vietnamese.text import squeeze

BLANK = " " * 6
END = "./."

_DEEDS = (
    "triển khai", "thực hiện", "tổ chức", "tăng cường", "phát động", "đẩy mạnh", "nâng cao", "xây dựng", "phát triển", "bảo đảm", "đảm bảo",
    "phòng, chống", "phòng chống", "hưởng ứng", "kiểm tra", "rà soát", "tuyên truyền", "truyền thông", "hỗ trợ", "khắc phục", "ứng phó", "sơ kết",
    "tổng kết", "tiếp tục", "phối hợp", "quản lý", "giảm", "cải thiện", "đào tạo", "bồi dưỡng", "thu thập", "điều tra",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues the child: as printed in the head, and as named in a sentence (`full`, and `short` at later mentions)."""

    body: IssuingBody
    full: str
    short: str

    @property
    def committee(self) -> bool:
        """Whether it is a Ban Chỉ đạo, which signs for itself and may use its host's seal."""
        return self.body.name.upper().startswith("BAN CHỈ ĐẠO")


def issuer_of(spec: DraftSpec, locality: Locality) -> Issuer:
    """The People's Committee of the locality, or the body that the spec names."""
    own = spec.document.issuer
    if own is None:
        place = locality.place
        body = IssuingBody(name=f"ỦY BAN NHÂN DÂN {place.full.upper()}", level=locality.level)
        return Issuer(body, f"Ủy ban nhân dân {place.full}", f"Ủy ban nhân dân {place.kind.value}")
    body = IssuingBody(superior=own.superior, name=own.name.upper(), level=locality.level)
    full = _named(own, locality)
    return Issuer(body, full, own.short or full)


def _named(own: IssuerSpec, locality: Locality) -> str:
    name = body_name(own.name) if is_capitals(own.name) else squeeze(own.name)
    place = locality.place.full
    known = own.short or name
    return known if place.lower() in known.lower() else (own.short or f"{name} {place}")


def number_of(spec: DraftSpec, issuer: Issuer) -> DocumentNumber:
    """The number if there is one, and the symbol (Nghị định 30/2020/NĐ-CP, PL1-II.3)."""
    document = spec.document
    return DocumentNumber(number=document.number, symbol=document.symbol or f"KH-{_abbreviation(issuer)}")


def _abbreviation(issuer: Issuer) -> str:
    name = issuer.body.name
    if "ỦY BAN NHÂN DÂN" in name:
        return "UBND"
    if issuer.committee:
        return "BCĐ"
    words = [word for word in re.split(r"[\s,\-–]+", name) if word and word != "VÀ"]
    if words[0] == "PHÒNG":
        words = words[1:]
    return "".join(word[0] for word in words)


def place_and_date_of(spec: DraftSpec, locality: Locality) -> PlaceAndDate:
    """Where and when, as far as the draft file says."""
    return PlaceAndDate(place=spec.document.place or locality.place.dateline, date=spec.document.date)


def signatory_of(spec: DraftSpec, issuer: Issuer) -> Signatory:
    """As the draft file says; by default the head signs for the committee, the name left to the clerk (Nghị định 30, Điều 13)."""
    own = spec.document.signatory
    authority = _default_authority(issuer) if own.authority is None else own.authority
    return Signatory(
        authority=authority,
        position=own.position or _default_position(issuer, authority),
        second_position=own.second_position,
        name=own.name,
    )


def _default_authority(issuer: Issuer) -> tuple[str, ...]:
    for collective in ("ỦY BAN NHÂN DÂN", "BAN CHỈ ĐẠO", "HỘI ĐỒNG"):
        if issuer.body.name.startswith(collective):
            return (f"TM. {collective}",)
    return ()


def _default_position(issuer: Issuer, authority: tuple[str, ...]) -> str | None:
    for line in authority:
        if line.startswith("KT. "):
            return f"PHÓ {line[4:]}"
    name = issuer.body.name
    for start, head in (
        ("ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
        ("HỘI ĐỒNG", "CHỦ TỊCH"),
        ("SỞ", "GIÁM ĐỐC"),
        ("PHÒNG", "TRƯỞNG PHÒNG"),
    ):
        if name.startswith(start):
            return head
    return None


@dataclass(frozen=True, slots=True)
class Citation:
    """How the child cites its parent."""

    text: str
    document: CitedDocument
    blank: bool


def cite(parent: Plan, names: tuple[str, ...] = ()) -> Citation:
    """`Kế hoạch số 953/KH-UBND ngày 24/3/2023 của Ủy ban nhân dân tỉnh Bình Thuận về …`; what the parent lacks stays a visible blank."""
    number, blank_number = _number(parent.number)
    date, blank_date = short_date(parent.place_and_date.date)
    issuer = _parent_issuer(parent)
    subject = subject_of(parent, names)
    kind = _kind(parent)
    about = _about(subject) if kind == _type_name(parent) else f"về việc ban hành {_type_name(parent)} {subject}"
    text = f"{kind} số {number} ngày {date} của {issuer} {about}"
    document = CitedDocument(
        type=kind,
        number=None if blank_number else number,
        date=parent.place_and_date.date,
        issuer=issuer,
        subject=subject,
        text=text,
    )
    return Citation(text, document, blank_number or blank_date)


def subject_of(plan: Plan, names: tuple[str, ...] = ()) -> str:
    """The plan's subject as the middle of a sentence has it."""
    running = [paragraph.text.text for paragraph in (*plan.opening, *plan.legal_bases, *plan.closing)]
    if is_capitals(plan.subject):
        running += [item.text.text for item in plan.walk() if item.text]
    title = sentence_case(plan.subject, like=running, names=(*names, *_own_names(plan)))
    kind = _type_name(plan)
    return first_lower(re.sub(rf"\A{kind}\s+", "", title, flags=re.IGNORECASE).rstrip(" .;,"))


def _own_names(plan: Plan) -> tuple[str, ...]:
    """Place names that the head of the plan itself shows."""
    names = [plan.place_and_date.place] if plan.place_and_date.place else []
    found = re.search(
        r"\b(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|đặc khu|xã|phường) (.+)\Z", body_name(plan.issuing_body.name)
    )
    return (*names, *([found.group(1)] if found else []))


def _type_name(plan: Plan) -> str:
    kind = squeeze(plan.document_type)
    return kind[:1].upper() + kind[1:].lower()


def _kind(plan: Plan) -> str:
    if plan.wrapped_in:
        return plan.wrapped_in.partition(" số")[0]
    if (plan.number.symbol or "").startswith("QĐ"):
        return "Quyết định"
    return _type_name(plan)


def _parent_issuer(plan: Plan) -> str:
    body = plan.issuing_body
    name = body_name(
        body.name, like=[paragraph.text.text for paragraph in (*plan.opening, *plan.legal_bases, *plan.closing)]
    )
    host = re.search(r"\b(?:tỉnh|thành phố|huyện|xã|phường)\s+(.+)", (body.superior or "").lower())
    if host and name.startswith("Ban Chỉ đạo") and host.group(1) not in name.lower():
        return f"{name} {host.group(0).replace(host.group(1), place_name(host.group(1)))}"
    return name


def _about(subject: str) -> str:
    if re.match(r"(?:về|v/v)\b", subject, re.IGNORECASE):
        return first_lower(subject)
    return f"về việc {subject}" if subject.lower().startswith(_DEEDS) else f"về {subject}"


def _number(number: DocumentNumber) -> tuple[str, bool]:
    if number.number is None:
        return f"{BLANK}/{number.symbol or BLANK}", True
    if number.symbol is None:
        return number.number, False
    between = "-" if "/" in number.symbol and "-" not in number.symbol else "/"  # a Party symbol: 86-KH/TU
    return f"{number.number}{between}{number.symbol}", False


def short_date(partial: str | None) -> tuple[str, bool]:
    """`2023-03-24` -> `24/3/2023`; what is missing stays blank, in words; and whether anything is."""
    year, month, day = _parts(partial)
    if year and month and day:
        return f"{day}/{month}/{year}", False
    return long_date(partial), True


def long_date(partial: str | None) -> str:
    """`2026-02` -> `       tháng 02 năm 2026`: day, month and year in words, blank where unknown."""
    year, month, day = _parts(partial)
    return f"{day or BLANK} tháng {month or BLANK} năm {year or BLANK}"


def _parts(partial: str | None) -> tuple[str, str, str]:
    year, month, day = [*(partial or "").split("-"), "", ""][:3]
    return year, (month if month in ("", "01", "02") else month.lstrip("0")), day


def opening_of(
    parent: Plan,
    spec: DraftSpec,
    issuer: Issuer,
    locality: Locality,
    above: tuple[Above, ...] = (),
    sections: tuple[Item, ...] = (),
) -> tuple[tuple[Paragraph, ...], tuple[Finding, ...]]:
    """The opening, which cites every parent, the highest first; and what had to be left blank in it.

    Documents that the kept `sections` name by number alone are cited before, as the parent cites them.
    """
    if spec.opening != "auto":
        return _own_paragraphs(spec.opening, "opening"), ()
    plans = sorted((*(one.plan for one in above), parent), key=lambda plan: plan.issuing_body.level.rank)
    citations = [cite(plan, names_in(locality)) for plan in plans]
    known = {citation.document.number for citation in citations}
    grounds = tuple(one for one in carried(parent, sections) if one.number not in known)
    cited = "; ".join((*(one.text for one in grounds), *(citation.text for citation in citations)))
    subject = explained(own_subject(spec), parent, sections)
    text = f"Thực hiện {cited}, {issuer.full} ban hành Kế hoạch {subject} như sau:"
    documents = (*grounds, *(citation.document for citation in citations))
    paragraph = Paragraph(text=Inline(text=text), cites=documents, origin=Authored(place=Location(field="opening")))
    return (paragraph,), _blanks(citations)


def _blanks(citations: Sequence[Citation]) -> tuple[Finding, ...]:
    if not any(citation.blank for citation in citations):
        return ()
    message = (
        "Kế hoạch cấp trên chưa có đủ số và ngày, nên chỗ viện dẫn còn để trống. "
        "Điền số, ngày khi có, hoặc dùng bản kế hoạch cấp trên đã ban hành."
    )
    return (Finding(rule="PK-07", severity=Severity.WARNING, message=message, where=Location(field="opening")),)


def names_in(locality: Locality) -> tuple[str, ...]:
    """The names of the drafting unit and of the units above it."""
    return tuple(place.name for place in (locality.province, locality.district, locality.commune) if place)


def own_subject(spec: DraftSpec) -> str:
    """The child's subject as the middle of a sentence has it."""
    subject = sentence_case(
        spec.document.subject, names=(spec.locality.province, spec.locality.district or "", spec.locality.commune or "")
    )
    return first_lower(re.sub(r"\Akế hoạch\s+", "", subject, flags=re.IGNORECASE).rstrip(" .;,"))


def bases_of(
    parent: Plan, spec: DraftSpec, opening: tuple[Paragraph, ...], locality: Locality
) -> tuple[Paragraph, ...]:
    """The legal bases: each line ends with `;`, the last with `.` (Nghị định 30, PL1-II.6a)."""
    if spec.bases != "auto":
        lines = [line for base in spec.bases if (line := squeeze(base).rstrip(" .;,"))]
        ends = [";"] * (len(lines) - 1) + ["."] * bool(lines)
        return tuple(
            Paragraph(text=Inline(text=line + end), origin=Authored(place=Location(field=f"bases[{i}]")))
            for i, (line, end) in enumerate(zip(lines, ends, strict=True))
        )
    citation = cite(parent, names_in(locality))
    if citation.document.number is None or any(
        citation.document.number in paragraph.text.text for paragraph in opening
    ):
        return ()
    return (
        Paragraph(
            text=Inline(text=f"Căn cứ {citation.text}."),
            cites=(citation.document,),
            origin=Authored(place=Location(field="bases")),
        ),
    )


def closing_of(
    spec: DraftSpec, sections: tuple[Item, ...], issuer: Issuer, locality: Locality
) -> tuple[Paragraph, ...]:
    """The closing, which ends with `./.`; none when the last section already ends so."""
    if isinstance(spec.closing, str) and spec.closing != "auto":
        own = _own_paragraphs(spec.closing, "closing")
        return (*own[:-1], _ended(own[-1])) if own else ()
    if sections and last_words(sections[-1]).endswith(END):
        return ()
    text = f"Trên đây là Kế hoạch {own_subject(spec)}; {issuer.short} {_request(issuer, locality)} nghiêm túc triển khai thực hiện{END}"
    return (Paragraph(text=Inline(text=text), origin=Authored(place=Location(field="closing"))),)


def _request(issuer: Issuer, locality: Locality) -> str:
    below = "các huyện, thị xã, thành phố" if not locality.two_tier else "các xã, phường"
    if issuer.committee:
        return "đề nghị các thành viên Ban Chỉ đạo và các cơ quan, đơn vị có liên quan"
    match locality.level:
        case "province":
            return f"yêu cầu các sở, ban, ngành, Ủy ban nhân dân {below} và các cơ quan, đơn vị có liên quan"
        case "district":
            return "yêu cầu các phòng, ban, đơn vị, Ủy ban nhân dân cấp xã và các cơ quan, tổ chức có liên quan"
        case _:
            return "yêu cầu các cơ quan, đơn vị và cá nhân có liên quan"


def last_words(item: Item) -> str:
    """The words that a section ends with."""
    while item.children:
        item = item.children[-1]
    return item.words.rstrip()


def _ended(paragraph: Paragraph) -> Paragraph:
    text = paragraph.text
    if text.text.rstrip().endswith(END):
        return paragraph
    bare = len(text.text.rstrip(" .;,"))
    return paragraph.evolve(text=text.splice(bare, len(text.text), END))


def _own_paragraphs(text: str, field: str) -> tuple[Paragraph, ...]:
    lines = [squeeze(line) for line in text.split("\n")]
    return tuple(
        Paragraph(text=Inline(text=line), origin=Authored(place=Location(field=field))) for line in lines if line
    )


def annex_note(number: DocumentNumber, date: str | None, issuer: Issuer) -> str:
    """The line that ties an annex to its plan (Nghị định 30, PL1-III.1c)."""
    return f"(Kèm theo Kế hoạch số {number.number or BLANK}/{number.symbol} ngày {long_date(date)} của {issuer.full})"
