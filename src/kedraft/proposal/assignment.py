"""Who does what: the office's own bodies, out of the clause library, the parent's blocks by way of the agency map, and its duties."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kedraft.adaptation import Adapter
from kedraft.agencies import Field
from kedraft.clauses import Library, fill, words_of
from kedraft.model.locality import Locality
from kedraft.model.plan import Item, Level, Marker
from kedraft.proposal.answering import chairman_of
from kedraft.proposal.blocks import blocks_of
from kedraft.proposal.fields import body_of, known_bodies
from kedraft.proposal.handed import Handed, asked_of, handed_out, heading_of, is_asked, own_bodies
from kedraft.proposal.reports import Reporting
from kedraft.proposal.tasks import Task, Tasks
from kedraft.proposal.wording import capital

_MOST = 4
_MOST_IN_ALL = 9
_GROUP = "phan-cong"
_ANNEX = "Chủ trì, phối hợp, đôn đốc thực hiện các nhiệm vụ tại Phụ lục kèm theo Kế hoạch này."


@dataclass(slots=True)
class Blocks:
    """Bodies in the order in which they stand, each with its lines."""

    lines: dict[str, list[str]] = field(default_factory=dict)
    without: tuple[str, ...] = ()

    def add(self, body: str, lines: Iterable[str], beside: Sequence[str] = ()) -> None:
        """Lines of a body, without those that say what stands there already; what it shares with those `beside` it, each has."""
        mine = self.lines.setdefault(body, [])
        for line in lines:
            said = (other for name, one in self.lines.items() if name not in beside for other in one)
            if any(_PAYS.match(other) for other in mine):
                line = _but_paying(line)
            if not line:
                continue
            if not line.startswith(self.without) and not any(_alike(line, other) for other in (*said, *mine)):
                mine.append(line)

    def has(self, body: str) -> bool:
        """Whether a body has lines, alone or beside others."""
        return any(lines and body in name.split(", ") for name, lines in self.lines.items())

    def text(self, section: Item | None) -> str:
        """The section as an official plan is written: its blocks one level below the section's own number."""
        above = "1." if section is not None and section.marker is Marker.ARABIC else ""
        shown = [(body, lines) for body, lines in self.lines.items() if lines]
        return "\n".join(
            f"{above}{at}. {body}\n" + "\n".join(f"- {line}" for line in lines)
            for at, (body, lines) in enumerate(shown, 1)
        )


#: Who sees to the money: said once, unless it is for something by name.
_PAYS = re.compile(
    r"Tham mưu (?:[^;.]{5,40}? )?(?:chủ động )?(?:(?:cân đối(?:, bố trí)?|bố trí) (?:nguồn )?)?(?:kinh phí|ngân sách)(?!\w)"
)
_OF_ANY = frozenset(
    re.findall(
        r"\w+",
        "và trong dự toán được giao hằng hàng năm nay các hoạt động của kế hoạch này nhiệm vụ để bảo đảm đảm thực hiện triển khai tổ chức theo quy định"
        " khả năng cân đối ngân sách nhà nước phân cấp hiện hành tại địa bàn phương xã phường huyện đặc khu đơn vị công tác từ nguồn",
    )
)
_FEW = 4
#: Lines with fewer words of their own are the same only where all of them are.
_SHORT = 6


def _but_paying(line: str) -> str:
    """A line without its clauses that only pay."""
    kept = [clause for clause in re.split(r";\s+", line) if not _only_pays(clause)]
    return capital("; ".join(kept))


def _only_pays(line: str) -> bool:
    """Whether a line says no more than that money is to be found: hardly a word of what for."""
    found = _PAYS.match(line)
    if found is None:
        return False
    said = re.findall(r"\w+", line[found.end() :].lower())
    return len([word for word in said if word not in _OF_ANY]) <= _FEW


def pays_for(text: str) -> bool:
    """Whether words of money say what for: more than that the plan is to be paid."""
    found = _MONEY_FOR.search(text)
    said = re.findall(r"\w+", text[found.end() :].lower()) if found else []
    return len([word for word in said if word not in _OF_ANY]) > _FEW


_MONEY_FOR = re.compile(
    r"(?:cân đối|bố trí|trích|dành|bảo đảm|đảm bảo)[^;.]{0,30}?(?:kinh phí|ngân sách|chế độ)(?!\w)", re.IGNORECASE
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
    apart: bool = False,
    without: tuple[str, ...] = (),
) -> str:
    """The text of the section in which the office hands out its work.

    `annex`: a table of tasks goes with the plan; `apart`: reports have a section of their own;
    `without`: the beginnings of lines that cannot stand.
    """
    clauses = _Clauses(locality, library, tasks.lead, tasks.issuer)
    theirs = tuple(handed_out(section, locality, tasks)) if section else ()
    mine = {task.body: [one.words for one in found if one.body == task.body] for task in found}
    blocks = Blocks(without=without)
    blocks.add(chairman_of(locality), mine.get(chairman_of(locality), ()))
    blocks.add(_heading(tasks.lead), [*clauses.lead(reports), *([_ANNEX] if annex else [])])
    blocks.add(words_of(locality)["cơ quan tài chính"], clauses.of_id("phan-cong/tai-chinh"))
    _add_own(blocks, [one for one in theirs if not one.asked], mine, clauses)
    for clause in _places(section, locality):
        heading, lines = clauses.heading_and_lines(clause)
        blocks.add(heading, [] if blocks.has(heading) else lines)
    _add_asked(blocks, [one for one in theirs if one.asked], clauses)
    blocks.add(*clauses.heading_and_lines(_below(locality)))
    if not apart:
        blocks.add("Chế độ báo cáo", clauses.inward(reports))
    return blocks.text(section)


def reported(locality: Locality, library: Library, tasks: Tasks, reports: Reporting) -> str:
    """The text of a section on reports: by when the office's own bodies report."""
    return "\n".join(_Clauses(locality, library, tasks.lead, tasks.issuer).inward(reports))


def _heading(body: str) -> str:
    """The heading of a body's block: the Front and organisations are asked."""
    return f"Đề nghị {body}" if is_asked(body) else body


def _add_own(blocks: Blocks, theirs: Sequence[Handed], mine: Mapping[str, Sequence[str]], clauses: "_Clauses") -> None:
    """The blocks of the office's own bodies: its tasks first, then what the parent hands to their counterparts."""
    given = _by_heading(theirs, {*mine, *blocks.lines})
    locality = clauses.locality
    together = {body for heading, handed in given.items() for one in handed for body in one.bodies if body != heading}
    usual = [body for body in _usual(locality) if body not in together]
    own = {*known_bodies(locality), *blocks.lines, chairman_of(locality), *mine}
    bodies = dict.fromkeys([*given, *mine, *usual])
    for body in sorted(bodies, key=lambda one: not any(name in own for name in one.split(", "))):
        lines = [line for one in given.get(body, ()) for line in one.lines[:_MOST]][:_MOST_IN_ALL]
        special = [*mine.get(body, ()), *lines]
        beside = [other for one in given.get(body, ()) for other in one.bodies if other != body]
        general = [] if body in blocks.lines or body in _only_by_field(locality) else clauses.of_body(body)
        blocks.add(body, special or general, beside)


def _by_heading(theirs: Sequence[Handed], others: Iterable[str]) -> dict[str, list[Handed]]:
    """What is handed out under each heading: bodies that have nothing but one block in common stand in one."""
    counts = Counter([*others, *(body for one in theirs for body in one.bodies)])
    out: dict[str, list[Handed]] = {}
    for one in theirs:
        alone = one.lines and all(counts[body] == 1 for body in one.bodies)
        for heading in (", ".join(one.bodies),) if alone else one.bodies:
            out.setdefault(heading, []).append(one)
    return out


def _add_asked(blocks: Blocks, theirs: Sequence[Handed], clauses: "_Clauses") -> None:
    """The Front and organisations: as the parent asks theirs; the Front by the library where the parent does not name it."""
    if not any("Mặt trận" in body or "MTTQ" in body for one in theirs for body in one.bodies if one.lines):
        blocks.add(*clauses.heading_and_lines("phan-cong/mat-tran"))
    for one in theirs:
        heading = _heading(one.bodies[0])
        named = "Mặt trận" in heading or "MTTQ" in heading or heading in blocks.lines
        general = [] if named else clauses.of_id("phan-cong/doan-the", **{"cơ quan": heading})
        blocks.add(heading, one.lines or general)


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

    def inward(self, reports: Reporting) -> list[str]:
        values = {"thời hạn": reports.inward} if reports.inward else {}
        return self.of_id("bao-cao/dinh-ky" if reports.inward else "bao-cao/khi-co-yeu-cau", **values)

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
    first = next((name for child in blocks_of(section) if (name := heading_of(child))), None) if section else None
    for name in (*receivers, *((first,) if first else ())):
        if organisation := asked_of(name, adapter):
            return organisation
        body = next(iter(own_bodies(name, locality, adapter)), None)
        if body and "Văn phòng Hội đồng" not in body:
            return body
    return None


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
    headings = " ".join(heading_of(child) or "" for child in blocks_of(section))
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
    short = min(len(first), len(second))
    return len(first & second) >= (0.8 * short if short > _SHORT else max(1, short))
