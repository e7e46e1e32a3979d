"""What the parent hands out, block by block, as the office would: to its own bodies, to the Front and organisations that it asks, to others."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kedraft.adaptation import Adapter
from kedraft.agencies import AGENCIES, Field
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.plan import Item, Level
from kedraft.model.unit import UnitKind
from kedraft.proposal.answering import ABOVE_ALONE, OTHERS
from kedraft.proposal.between import without_going_between
from kedraft.proposal.blocks import blocks_of, lines_of
from kedraft.proposal.fields import body_of, known_bodies
from kedraft.proposal.sections import title_of
from kedraft.proposal.tasks import Tasks
from kedraft.proposal.wording import DEED, capital, names_above

#: A block without a heading of its own: `Sở Nội vụ là cơ quan thường trực, …`.
_SUBJECT = re.compile(
    r"(?P<body>[^,;:.]{5,120}?)(?:\s*\([^()]*\))?(?:\s+(?:là|có trách nhiệm|chủ trì|căn cứ|tham mưu|phối hợp|báo cáo|theo dõi|hướng dẫn|chỉ đạo)\b|:|\Z)"
)
#: Names, with commas between them, before what they are asked: `Đề nghị Hội A tỉnh, Hội B tỉnh: Vận động …`.
_NAMES = re.compile(r"(?P<body>(?:Đề nghị|Giao)?\s*[A-ZĐỦ][^:;.]{5,160}):\s")
#: Several names without a colon before what they are asked: `Đề nghị Hội A, Đoàn B chỉ đạo …`.
_SEVERAL = re.compile(
    r"(?P<body>(?:Đề nghị|Giao)\s+[A-ZĐỦ][^;:.]{5,60}?,\s+[A-ZĐỦ][^;:.]{5,160}?)\s+(?=(?:theo chức năng|chỉ đạo|phối hợp|tăng cường|tuyên truyền|vận động|tổ chức|đẩy mạnh)(?!\w))"
)
_ASKED_FIRST = re.compile(
    r"\A(?:(?:Đề nghị|Yêu cầu|Giao)\s+)?(?:Trung ương\s+(?=Hội|Đoàn)|Ban (?:Đại diện|Chấp hành|Thường vụ)\s+(?=Hội))?",
    re.IGNORECASE,
)
#: The Front and mass organisations: an office asks them, it does not order them.
_ORGANISATION = re.compile(
    r"(?:Ủy ban |UB\s?)?(?:Mặt trận|MTTQ)|UBMTTQ|Hội (?:Liên hiệp |LH)?(?:Phụ nữ|Thanh niên)|Hội LHPN|Hội (?:Nông dân|Cựu|Chữ thập đỏ|Người cao tuổi|Khuyến học|Người khuyết tật)"
    r"|Đoàn (?:Thanh niên|TNCS|thanh niên)|(?:Tỉnh|Thành|Huyện|Quận) [đĐ]oàn|Liên đoàn Lao động|Công đoàn|[Cc]ác (?:tổ chức (?:chính trị|thành viên|đoàn thể)|hội, đoàn thể|đoàn thể)"
)
_LIST = re.compile(r",\s+(?:và\s+)?(?=[A-ZĐ]|các )|\s+và\s+(?=[A-ZĐ]|các )")
_LONGEST = 380
_TITLE = 140
_MOST_ASKED = 4


class Handed(NamedTuple):
    """Lines for bodies that share them; `asked` bodies are requested to take part."""

    bodies: tuple[str, ...]
    lines: tuple[str, ...]
    asked: bool = False


def handed_out(section: Item, locality: Locality, tasks: Tasks) -> Iterator[Handed]:
    """The parent's blocks, in its order, as far as the office has somebody for them."""
    for block in blocks_of(section):
        name = heading_of(block)
        if name is None:
            continue
        if organisations := asked_of(name, tasks.adapter):
            yield Handed((organisations,), tuple(_requested(block, organisations, tasks))[:_MOST_ASKED], asked=True)
        elif bodies := own_bodies(name, locality, tasks.adapter):
            yield Handed(tuple(bodies), tuple(dict.fromkeys(_fitting(block, bodies, tasks))))
            yield from _of_clinic(block, bodies, tasks)
        elif (others := _others(name, tasks)) and (lines := tuple(dict.fromkeys(_fitting(block, [others], tasks)))):
            yield Handed((others,), lines)


def _of_clinic(block: Item, bodies: list[str], tasks: Tasks) -> Iterator[Handed]:
    """What the parent's department of health has its clinics do, where another room than the clinic is its counterpart."""
    clinic = body_of(Field.CLINIC, tasks.locality)
    lines = tuple(dict.fromkeys(_fitting(block, [clinic], tasks, through=True))) if clinic else ()
    if clinic and lines and clinic not in bodies:
        yield Handed((clinic,), lines)


def heading_of(block: Item) -> str | None:
    """The body in the heading of a block, with or without a heading of its own."""
    title = title_of(block) or (block.text.text if block.text else "")
    if block.text and not title_of(block) and not block.children:
        subject = _NAMES.match(title) or _SEVERAL.match(title) or _SUBJECT.match(title)
        title = subject["body"] if subject else ""
    title = title.strip(" :.")
    return title if title and len(title) <= _TITLE else None


def asked_of(name: str, adapter: Adapter) -> str | None:
    """The office's own organisations that a heading names: `Tỉnh đoàn, Hiệp hội Du lịch tỉnh` -> `Đoàn Thanh niên xã`."""
    parts = [_ASKED_FIRST.sub("", part) for part in _LIST.split(_ASKED_FIRST.sub("", name))]
    if not any(_ORGANISATION.match(part) for part in parts):
        return None
    found = [text for part in parts if _ORGANISATION.match(part) and (text := _adapted(part, adapter))]
    if not found:
        return None
    if found[0] == "Mặt trận":
        found[0] = f"Ủy ban Mặt trận Tổ quốc Việt Nam {adapter.target.place.kind.value}"
    own = [found[0], *(re.sub(r"\ACác\b", "các", one) for one in found[1:])]
    return f"{', '.join(own[:-1])} và {own[-1]}" if len(own) > 1 else own[0]


def is_asked(body: str) -> bool:
    """Whether a body is the Front or an organisation, which an office asks."""
    return bool(_ORGANISATION.match(body))


def own_bodies(name: str, locality: Locality, adapter: Adapter) -> list[str]:
    """The office's own bodies that stand in an adapted heading, in its order."""
    done = adapter.adapt(Inline(text=f"{name} tham mưu."))
    text = done.text.text
    found: list[tuple[int, str]] = []
    for body in known_bodies(locality):
        at = text.casefold().find(body.casefold())
        if at >= 0 and not any(start <= at < start + len(one) for start, one in found):
            found.append((at, body))
    bodies = [body for _, body in sorted(found)]
    return bodies or _by_field(name, locality)


def _by_field(name: str, locality: Locality) -> list[str]:
    """The room that has a department's field, where the map names none: that of a special zone's economy."""
    if locality.place.kind is not UnitKind.DAC_KHU:
        return []
    rows = [row for row in AGENCIES if row.level is Level.PROVINCE and any(name.startswith(one) for one in row.names)]
    room = body_of(rows[0].fields[0], locality) if rows else None
    return [room] if room else []


def _adapted(name: str, adapter: Adapter) -> str | None:
    done = adapter.adapt(Inline(text=f"{name} phối hợp."))
    if done.asks or done.drop:
        return None
    place = adapter.target.place
    own = done.text.text.removesuffix(" phối hợp.").replace(place.full, place.kind.value)
    return capital(_NATIONAL.sub(rf"\g<one> {place.kind.value}", own))


#: An organisation of the whole country, by its full name: ours is the one of our unit.
_NATIONAL = re.compile(
    r"\A(?P<one>(?:Hội|Liên đoàn)\s[^,]{3,60}?|Đoàn Thanh niên)(?:\s+Cộng sản Hồ Chí Minh|\s+Việt Nam)\Z"
)


def _others(name: str, tasks: Tasks) -> str | None:
    if not OTHERS.match(name):
        return None
    own = _adapted(name, tasks.adapter)
    return own if own and not names_above(own, tasks.locality) else None


def _requested(block: Item, organisations: str, tasks: Tasks) -> Iterator[str]:
    """The parent's lines to organisations; the first word of one that goes on after their names is made a capital."""
    for text in _said_to(block):
        words = _asked_words(_through_branches(text), organisations, tasks)
        if words and "[" not in words and len(words) <= _LONGEST and not ABOVE_ALONE.search(words):
            yield capital(words.strip(" ;,")).replace(" kế hoạch này", " Kế hoạch này").rstrip("./") + "."


def _asked_words(text: str, organisations: str, tasks: Tasks) -> str | None:
    """What organisations are asked, in our words; without the clauses for those that nobody here answers to."""
    clauses = [one for one in re.split(r";\s+", text) if not ABOVE_ALONE.search(one)]
    if clauses and (whole := tasks.adapted(capital("; ".join(clauses)), organisations)):
        return whole
    own = [words for one in clauses if (words := tasks.adapted(capital(one), organisations))]
    return "; ".join(one.rstrip(" .") for one in own) if own and len(clauses) > 1 else None


def _through_branches(text: str) -> str:
    """What organisations have those below do, as ours do it: `chỉ đạo các cấp Hội vận động hội viên` -> `vận động hội viên`."""
    return _BRANCHES.sub("", text)


_UNION = r"(?:Hội|Đoàn|Công đoàn)(?! viên)(?!\w)"
_BRANCHES = re.compile(
    r"(?:chỉ đạo|hướng dẫn)\s+(?:Ủy ban )?(?:Mặt trận|MTTQ)(?: Tổ quốc)?(?: Việt Nam)? (?:cấp (?:xã|huyện)|các (?:cấp|xã, phường|xã, thị trấn))(?: và các [^;.]{5,40}?)?\s+(?=(?-i:[a-zà-ỹđ]))"
    rf"|(?:chỉ đạo|hướng dẫn)(?:, (?:chỉ đạo|hướng dẫn))*\s+(?:các\s+)?(?:cấp|cơ sở|tổ chức)?\s*{_UNION}(?:(?:, | và ){_UNION})*(?: (?:cơ sở|các cấp|cấp dưới|trực thuộc))?,?\s+(?=(?-i:[a-zà-ỹđ]))"
    rf"|(?:chỉ đạo|hướng dẫn)\s+{_UNION}(?:\s[^,;.]{{2,30}}?)?\s(?:cơ sở|các cấp|cấp (?:xã|huyện)|các (?:xã|phường|huyện)(?:, (?:xã|phường|thị trấn|đặc khu))*)\s+(?=(?-i:[a-zà-ỹđ]))",
    re.IGNORECASE,
)


def _said_to(block: Item) -> Iterator[str]:
    """The lines of a block; of one that is a single sentence, what follows the names."""
    if block.children or title_of(block) or not block.text:
        yield from lines_of(block)
        return
    text = block.text.text
    said = _NAMES.match(text) or _SEVERAL.match(text) or _SUBJECT.match(text)
    rest = text[said.end("body") :].strip(" :") if said else ""
    if re.match(r"[a-zà-ỹđ]|[A-ZĐ][a-zà-ỹ]", rest) and not rest.startswith("("):
        yield rest


def _fitting(block: Item, bodies: list[str], tasks: Tasks, *, through: bool = False) -> Iterator[str]:
    """Lines of the parent's block that its counterpart could be given as they are; with `through` only those that go to it from above."""
    for line in lines_of(block):
        line = capital(_BY_FUNCTION.sub("", line))
        pieces = [capital(piece.strip(" .")) + "." for piece in re.split(r";\s+", line)]
        parted = _said_by(bodies, pieces, tasks, through=through)
        whole = _said_by(bodies, [line], tasks, through=through)
        if whole and len(parted) < len(pieces) and not _passes_on(pieces[1:], bodies[0], tasks):
            parted = whole
        elif not whole and not through and _passes_on([line], body_of(Field.CLINIC, tasks.locality), tasks):
            continue
        yield from (words for _, words in tasks.in_lines(parted))


_BY_FUNCTION = re.compile(
    r"\A(?:Căn cứ|Theo) chức năng, nhiệm vụ(?: (?:được giao|được phân công|của (?:ngành|mình|đơn vị)))?,?\s+",
    re.IGNORECASE,
)


#: What the office above does for committees like ours.
_GUIDES_US = re.compile(
    r"(?:hướng dẫn|kiểm tra|đôn đốc|giám sát|tập huấn|hỗ trợ)[^;.]{0,40}\s(?:(?:UBND|[ỦU]y ban nhân dân) (?:các|cấp) (?:xã|phường|đặc khu)|(?:các|cấp) (?:xã|phường|đặc khu|địa phương)(?!\w))",
    re.IGNORECASE,
)


def _passes_on(texts: Sequence[str], body: str | None, tasks: Tasks) -> bool:
    """Whether one of the texts is what the office above has a body below do."""
    return bool(body) and any(without_going_between(text, body or "", tasks.locality) != text for text in texts)


def _said_by(bodies: list[str], texts: Sequence[str], tasks: Tasks, *, through: bool) -> list[tuple[str, str]]:
    return [(bodies[0], words) for text in texts if (words := _fit(text, bodies, tasks, through=through))]


def _fit(text: str, bodies: list[str], tasks: Tasks, *, through: bool) -> str | None:
    """A line as the counterpart could be given it; None where it is the work of the office above."""
    clinic = body_of(Field.CLINIC, tasks.locality)
    own = without_going_between(text, bodies[0], tasks.locality)
    passes = bool(clinic) and without_going_between(text, clinic or "", tasks.locality) != text
    if passes is not through and (through or clinic not in bodies):
        return None
    if not DEED.match(own) or ABOVE_ALONE.search(own.rstrip(" .")) or len(own) > _LONGEST:
        return None
    if tasks.locality.level is Level.COMMUNE and _GUIDES_US.search(own):
        return None
    words = tasks.words(own, bodies[0])
    return words if words and "[" not in words else None
