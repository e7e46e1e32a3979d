"""Who does what: the office's own bodies, out of the clause library, the parent's blocks by way of the agency map, and its duties."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kedraft.adaptation import Adapter
from kedraft.agencies import Field
from kedraft.clauses import Library, fill, words_of
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.plan import Item, Level, Marker
from kedraft.proposal.blocks import blocks_of, lines_of
from kedraft.proposal.reports import Reporting
from kedraft.proposal.sections import title_of
from kedraft.proposal.tasks import Task, Tasks, body_of, known_bodies
from kedraft.proposal.wording import DEED, capital

#: What an office of the level above does for all below it.
_THEIRS = re.compile(
    r"báo cáo(?! viên)|thẩm định|phê duyệt|ban hành|nghiên cứu|quy chế|văn bản quy phạm|kế hoạch năm|biên soạn|phần mềm|cơ sở dữ liệu|kho (?:học liệu|dữ liệu)|nền tảng dùng chung"
    r"|giảng viên nguồn|các địa phương|tổng hợp|công ước|hiệp định|quốc tế|nước ngoài|đa ngôn ngữ|Hội đồng phối hợp|đơn vị trực thuộc|(?:triển khai|thực hiện)[^,;.]{0,30}Kế hoạch(?: này)?\s*\.?\Z",
    re.IGNORECASE,
)
#: A block without a heading of its own: `Sở Nội vụ là cơ quan thường trực, …`.
_SUBJECT = re.compile(
    r"(?P<body>[^,;:.]{5,120}?)(?:\s*\([^()]*\))?(?:\s+(?:là|có trách nhiệm|chủ trì|căn cứ|tham mưu|phối hợp|báo cáo|theo dõi|hướng dẫn|chỉ đạo)\b|:|\Z)"
)
_MOST = 3
_LONGEST = 380
_GROUP = "phan-cong"
_ANNEX = "Chủ trì, phối hợp, đôn đốc thực hiện các nhiệm vụ tại Phụ lục kèm theo Kế hoạch này."


@dataclass(slots=True)
class Blocks:
    """Bodies in the order in which they stand, each with its lines."""

    lines: dict[str, list[str]] = field(default_factory=dict)

    def add(self, body: str, lines: Iterable[str]) -> None:
        """Lines of a body, without those that say what stands there already."""
        mine = self.lines.setdefault(body, [])
        for line in lines:
            if not any(_alike(line, other) for one in self.lines.values() for other in one):
                mine.append(line)

    def text(self, section: Item | None) -> str:
        """The section as an official plan is written: its blocks one level below the section's own number."""
        above = "1." if section is not None and section.marker is Marker.ARABIC else ""
        shown = [(body, lines) for body, lines in self.lines.items() if lines]
        return "\n".join(
            f"{above}{at}. {body}\n" + "\n".join(f"- {line}" for line in lines)
            for at, (body, lines) in enumerate(shown, 1)
        )


def assigned(
    section: Item | None,
    locality: Locality,
    library: Library,
    tasks: Tasks,
    found: Sequence[Task],
    reports: Reporting,
    *,
    annex: bool,
) -> str:
    """The text of the section in which the office hands out its work. `annex`: a table of tasks goes with the plan."""
    clauses = _Clauses(locality, library, tasks.lead, tasks.issuer)
    blocks = Blocks()
    blocks.add(tasks.lead, clauses.lead(reports))
    if annex:
        blocks.add(tasks.lead, [_ANNEX])
    blocks.add(words_of(locality)["cơ quan tài chính"], clauses.of_id("phan-cong/tai-chinh"))
    theirs = _theirs(section, locality, tasks) if section else {}
    mine = {task.body: [one.words for one in found if one.body == task.body] for task in found}
    bodies = dict.fromkeys([*theirs, *mine, *_usual(locality)])
    for body in bodies:
        special = [*mine.get(body, ()), *theirs.get(body, ())[:_MOST]]
        general = [] if body in blocks.lines or body in _only_by_field(locality) else clauses.of_body(body)
        blocks.add(body, special or general)
    for clause in _places(section, locality):
        heading, lines = clauses.heading_and_lines(clause)
        blocks.add(heading, [] if blocks.lines.get(heading) else lines)
    blocks.add(*clauses.heading_and_lines("phan-cong/mat-tran"))
    blocks.add(*clauses.heading_and_lines(_below(locality)))
    inside = "bao-cao/dinh-ky" if reports.inward else "bao-cao/khi-co-yeu-cau"
    values = {"thời hạn": reports.inward} if reports.inward else {}
    blocks.add("Chế độ báo cáo", clauses.of_id(inside, **values))
    return blocks.text(section)


@dataclass(frozen=True, slots=True)
class _Clauses:
    """The library for one office."""

    locality: Locality
    library: Library
    leader: str
    issuer: str

    def lead(self, reports: Reporting) -> list[str]:
        values = {"nơi nhận báo cáo": reports.to}
        values |= {"thời hạn báo cáo": reports.upward} if reports.upward else {}
        return self.of_id("phan-cong/chu-tri", **values)

    def of_id(self, clause: str, **values: str) -> list[str]:
        return self._filled(clause, values)[1]

    def heading_and_lines(self, clause: str) -> tuple[str, list[str]]:
        return self._filled(clause, {})

    def of_body(self, body: str) -> list[str]:
        """The lines that the library has for a body, by its heading."""
        for clause in self.library.holding(self.locality, _GROUP):
            heading, lines = self._filled(clause.id, {})
            if heading.casefold() == body.casefold():
                return lines
        return self._filled("phan-cong/phoi-hop", {"cơ quan": body})[1]

    def _filled(self, clause: str, values: dict[str, str]) -> tuple[str, list[str]]:
        found = self.library.find(clause, self.locality)
        if found is None:
            return "", []
        inside = self.leader[0].lower() + self.leader[1:] if self.leader.startswith("Công chức") else self.leader
        done = fill(found, self.locality, {"đơn vị chủ trì": inside, "cơ quan ban hành": self.issuer} | values)
        heading, *lines = done.text.split("\n")
        if not lines:
            return "", [heading]
        return capital(heading.removeprefix("1. ")), [line.removeprefix("- ") for line in lines]


def leading_body(section: Item | None, receivers: Sequence[str], locality: Locality, adapter: Adapter) -> str | None:
    """The counterpart of the body that collects the parent's reports, or of the one that the parent gives work to first."""
    first = next((name for child in blocks_of(section) if (name := _heading(child))), None) if section else None
    for name in (*receivers, *((first,) if first else ())):
        body = next(iter(own_bodies(name, locality, adapter)), None)
        if body and "Văn phòng Hội đồng" not in body:
            return body
    return None


def _theirs(section: Item, locality: Locality, tasks: Tasks) -> dict[str, list[str]]:
    """The office's bodies to whose counterparts the parent gives work, with the lines that fit them."""
    out: dict[str, list[str]] = {}
    for child in blocks_of(section):
        name = _heading(child)
        for body in own_bodies(name, locality, tasks.adapter) if name else ():
            out.setdefault(body, []).extend(line for line in _fitting(child, body, tasks) if line not in out[body])
    return out


def _fitting(block: Item, body: str, tasks: Tasks) -> Iterator[str]:
    """Lines of the parent's block that its counterpart could be given as they are."""
    for text in lines_of(block):
        if not DEED.match(text) or _THEIRS.search(text) or len(text) > _LONGEST:
            continue
        words = tasks.words(text, body)
        if words and "[" not in words:
            yield words


def _heading(block: Item) -> str | None:
    """The body in the heading of a block, with or without a heading of its own."""
    title = title_of(block) or (block.text.text if block.text else "")
    if block.text and not title_of(block) and not block.children:
        subject = _SUBJECT.match(title)
        title = subject["body"] if subject else ""
    title = title.strip(" :.")
    return title if title and len(title) <= 140 else None


def own_bodies(name: str, locality: Locality, adapter: Adapter) -> list[str]:
    """The office's own bodies that stand in an adapted heading, in its order."""
    done = adapter.adapt(Inline(text=f"{name} tham mưu."))
    text = done.text.text
    found: list[tuple[int, str]] = []
    for body in known_bodies(locality):
        at = text.casefold().find(body.casefold())
        if at >= 0 and not any(start <= at < start + len(one) for start, one in found):
            found.append((at, body))
    return [body for _, body in sorted(found)]


def _only_by_field(locality: Locality) -> set[str]:
    """Bodies that have a part in a plan only where something of their field is in it."""
    return {
        body
        for one in (Field.TRADE, Field.FARMING, Field.ENVIRONMENT, Field.CONSTRUCTION)
        if (body := body_of(one, locality))
    }


def _usual(locality: Locality) -> list[str]:
    """Bodies that have a part in any plan: who makes it known."""
    body = body_of(Field.INFORMATION, locality) if locality.level is not Level.PROVINCE else None
    return [body] if body else []


def _places(section: Item | None, locality: Locality) -> Iterator[str]:
    """Clauses for the schools and the clinic of a commune, where the parent gives work to the offices above them."""
    if section is None or locality.level is not Level.COMMUNE:
        return
    headings = " ".join(_heading(child) or "" for child in blocks_of(section))
    for words, clause in (("Giáo dục", "phan-cong/truong-hoc"), ("Y tế", "phan-cong/tram-y-te")):
        if words in headings:
            yield clause


def _below(locality: Locality) -> str:
    match locality.level:
        case Level.PROVINCE:
            return "phan-cong/uy-ban-cap-duoi"
        case Level.DISTRICT:
            return "phan-cong/uy-ban-cap-xa"
        case _:
            return "phan-cong/khu-dan-cu"


#: Words that most lines have.
_COMMON = frozenset(
    re.findall(r"\w+", "tham mưu ủy ban nhân dân xã phường huyện tỉnh các và thực hiện kế hoạch trên địa bàn theo về")
)


def _alike(one: str, other: str) -> bool:
    """Whether two lines say the same: most words of the shorter one stand in the other."""
    first, second = (set(re.findall(r"\w+", line.casefold())) - _COMMON for line in (one, other))
    return len(first & second) >= 0.8 * max(1, min(len(first), len(second)))
