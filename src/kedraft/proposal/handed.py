"""What the parent hands out, block by block, as the office would: to its own bodies, to the Front and organisations that it asks, to others."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kedraft.adaptation import Adapter
from kedraft.agencies import AGENCIES, Field
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.plan import Item, Level
from kedraft.model.unit import UnitKind
from kedraft.proposal.between import without_going_between
from kedraft.proposal.blocks import blocks_of, lines_of
from kedraft.proposal.fields import body_of, known_bodies
from kedraft.proposal.sections import title_of
from kedraft.proposal.tasks import Tasks
from kedraft.proposal.wording import DEED, capital, names_above

#: What an office of the level above does for all below it.
_THEIRS = re.compile(
    r"báo cáo(?! viên)|thẩm định|phê duyệt|ban hành|nghiên cứu|quy chế|văn bản quy phạm|kế hoạch năm|biên soạn|phần mềm|(?<!với )cơ sở dữ liệu|kho (?:học liệu|dữ liệu)|(?:nền tảng|hạ tầng|hệ thống) dùng chung"
    r"|giảng viên nguồn|các địa phương|tổng hợp|công ước|hiệp định|quốc tế|nước ngoài|đa ngôn ngữ|Hội đồng phối hợp|đơn vị trực thuộc|(?:triển khai|thực hiện)[^,;.]{0,30}Kế hoạch(?: này)?\s*\.?\Z"
    r"|công bố [^,;.]{0,30}đủ điều kiện|cấp (?:giấy )?phép|giấy chứng nhận đủ điều kiện|công nhận hạng|thuốc gây nghiện|hướng dẫn (?:tiêu chí|quy trình|chuyên môn)|tập huấn chuyên môn|giao thông công cộng|vận tải hành khách|giảm giá vé",
    re.IGNORECASE,
)
#: A block without a heading of its own: `Sở Nội vụ là cơ quan thường trực, …`.
_SUBJECT = re.compile(
    r"(?P<body>[^,;:.]{5,120}?)(?:\s*\([^()]*\))?(?:\s+(?:là|có trách nhiệm|chủ trì|căn cứ|tham mưu|phối hợp|báo cáo|theo dõi|hướng dẫn|chỉ đạo)\b|:|\Z)"
)
#: Names, with commas between them, before what they are asked: `Đề nghị Hội A tỉnh, Hội B tỉnh: Vận động …`.
_NAMES = re.compile(r"(?P<body>(?:Đề nghị|Giao)?\s*[A-ZĐỦ][^:;.]{5,160}):\s")
_ASKED_FIRST = re.compile(
    r"\A(?:(?:Đề nghị|Yêu cầu|Giao)\s+)?(?:Ban (?:Đại diện|Chấp hành|Thường vụ)\s+(?=Hội))?", re.IGNORECASE
)
#: The Front and mass organisations: an office asks them, it does not order them.
_ORGANISATION = re.compile(
    r"(?:Ủy ban |UB\s?)?(?:Mặt trận|MTTQ)|UBMTTQ|Hội (?:Liên hiệp |LH)?(?:Phụ nữ|Thanh niên)|Hội LHPN|Hội (?:Nông dân|Cựu|Chữ thập đỏ|Người cao tuổi|Khuyến học|Người khuyết tật)"
    r"|Đoàn (?:Thanh niên|TNCS|thanh niên)|(?:Tỉnh|Thành|Huyện|Quận) [đĐ]oàn|Liên đoàn Lao động|Công đoàn|[Cc]ác (?:tổ chức (?:chính trị|thành viên|đoàn thể)|hội, đoàn thể|đoàn thể)"
)
#: People and bodies that are nobody's offices and are found in the office's area as well.
_OTHERS = re.compile(
    r"(?:Các )?(?:chủ rừng|doanh nghiệp|hộ (?:kinh doanh|gia đình|dân)|đơn vị (?:quản lý|khai thác|cung cấp|kinh doanh|vận hành|cấp nước)|cơ sở (?:kinh doanh|sản xuất|lưu trú)|chủ (?:đầu tư|cơ sở|hồ chứa|phương tiện|tàu)|hợp tác xã|ban quản lý rừng)(?!\w)",
    re.IGNORECASE,
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
        elif others := _others(name, tasks):
            yield Handed((others,), tuple(dict.fromkeys(_fitting(block, [others], tasks))))


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
        subject = _NAMES.match(title) or _SUBJECT.match(title)
        title = subject["body"] if subject else ""
    title = title.strip(" :.")
    return title if title and len(title) <= _TITLE else None


def asked_of(name: str, adapter: Adapter) -> str | None:
    """The office's own organisations that a heading names: `Tỉnh đoàn, Hiệp hội Du lịch tỉnh` -> `Đoàn Thanh niên xã`."""
    parts = _LIST.split(_ASKED_FIRST.sub("", name))
    if not any(_ORGANISATION.match(part) for part in parts):
        return None
    found = [text for part in parts if _ORGANISATION.match(part) and (text := _adapted(part, adapter))]
    if not found:
        return None
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
    return capital(done.text.text.removesuffix(" phối hợp.").replace(place.full, place.kind.value))


def _others(name: str, tasks: Tasks) -> str | None:
    if not _OTHERS.match(name):
        return None
    own = _adapted(name, tasks.adapter)
    return own if own and not names_above(own, tasks.locality) else None


def _requested(block: Item, organisations: str, tasks: Tasks) -> Iterator[str]:
    """The parent's lines to organisations; the first word of one that goes on after their names is made a capital."""
    for text in _said_to(block):
        words = tasks.adapted(capital(text), organisations)
        if words and "[" not in words and len(words) <= _LONGEST and not _THEIRS.search(words):
            yield capital(words.strip(" ;,")).rstrip("./") + "."


def _said_to(block: Item) -> Iterator[str]:
    """The lines of a block; of one that is a single sentence, what follows the names."""
    if block.children or title_of(block) or not block.text:
        yield from lines_of(block)
        return
    text = block.text.text
    said = _NAMES.match(text) or _SUBJECT.match(text)
    rest = text[said.end("body") :].strip(" :") if said else ""
    if re.match(r"[a-zà-ỹđ]|[A-ZĐ][a-zà-ỹ]", rest) and not rest.startswith("("):
        yield rest


def _fitting(block: Item, bodies: list[str], tasks: Tasks, *, through: bool = False) -> Iterator[str]:
    """Lines of the parent's block that its counterpart could be given as they are; with `through` only those that go to it from above."""
    clinic = body_of(Field.CLINIC, tasks.locality)
    for text in lines_of(block):
        own = without_going_between(text, bodies[0], tasks.locality)
        passes = bool(clinic) and without_going_between(text, clinic or "", tasks.locality) != text
        if passes is not through and (through or clinic not in bodies):
            continue
        if not DEED.match(own) or _THEIRS.search(own) or len(own) > _LONGEST:
            continue
        words = tasks.words(own, bodies[0])
        if words and "[" not in words:
            yield words
