"""Lines that part the work by levels (`Cấp tỉnh: …`, `Cấp xã: …`): ours is said of us, those of the levels above are left out."""

import re
from collections.abc import Iterator

from kedraft.model.locality import Locality
from kedraft.model.plan import Item, Level, Plan
from kedraft.model.proposal import ProposedNode
from kedraft.model.spec import Mode
from kedraft.proposal.decisions import Decisions
from kedraft.proposal.tasks import Tasks
from kedraft.proposal.wording import capital

_PART = re.compile(
    r"(?:Ở |Tại |Đối với )?(?:[Cc]ấp|[Tt]uyến)\s+(?P<level>[Tt]rung ương|tỉnh|thành phố|huyện|xã|cơ sở)(?P<more>[^:.;]{0,30}):\s*(?P<rest>.*)",
    re.DOTALL,
)
_ORDER = {
    "trung ương": Level.CENTRAL,
    "tỉnh": Level.PROVINCE,
    "thành phố": Level.PROVINCE,
    "huyện": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "cơ sở": Level.COMMUNE,
}
_COMMITTEES = re.compile(
    r"(?:UBND|[ỦU]y ban nhân dân)\s+(?:các\s+|cấp\s+)?(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)"
    r"(?:(?:\s*,\s*|\s+và\s+)(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố))*(?!\w)(?!\s+[A-ZĐ])"
)
_CHAIN = 2


def part_by_levels(parent: Plan, locality: Locality, tasks: Tasks, decisions: Decisions) -> None:
    """Decides of every line that is the part of one level, where its neighbours are those of others."""
    for item in parent.walk():
        parts = [(child, part) for child in item.children if (part := _part(child))]
        if len({part["level"].lower() for _, part in parts}) >= _CHAIN:
            for child, part in parts:
                _decide(child, part, locality, tasks, decisions)
        _inside(item, locality, tasks, decisions)


def _inside(item: Item, locality: Locality, tasks: Tasks, decisions: Decisions) -> None:
    """A paragraph whose clauses part the work by levels: `Tuyến tỉnh …; tuyến xã …`, `100% hồ sơ cấp tỉnh, 95% hồ sơ cấp xã …`: ours stays."""
    text = item.text.text if item.text and not item.children and not item.table else ""
    head, *rest = _pieces(text)
    told = [(piece, found) for piece in (head, *rest) if (found := _named(piece))]
    if len({level for _, level in told}) < _CHAIN or not any(level is locality.level for _, level in told):
        return
    theirs = {piece for piece, level in told if level.rank < locality.level.rank}
    own = _with_predicate([piece for piece in (head, *rest) if piece not in theirs], rest, theirs)
    words = tasks.said_of_us(_DONE_TWICE.sub(" ", " ".join(own).strip(), count=1))
    if words:
        why = f"phần của cấp mình; lược phần của cấp khác: xem lại, viết cho {locality.place.kind.value}"
        decisions.nodes[item.id] = ProposedNode(node=item.id, why=why, mode=Mode.REPLACE, text=capital(words))


def _with_predicate(own: list[str], rest: list[str], theirs: set[str]) -> list[str]:
    """Our clauses, with what the last one says of all of them where that was another level's."""
    if not rest or rest[-1] not in theirs or not own:
        return own
    said = re.search(r"(?:cấp|tuyến)\s+\w+\s+(?P<said>(?:được|đạt|có|thực hiện)\s.+)", rest[-1], re.DOTALL)
    return [*own[:-1], f"{own[-1].rstrip(' ,;')} {said['said']}"] if said else own


_BREAK = re.compile(r"(?<=;)\s+|(?<=,)\s+(?=\d+(?:,\d+)?%)|(?<=:)\s+(?=cấp\s+(?:tỉnh|thành phố|huyện|xã)\s)")
#: `Tổ chức Ngày hội …: cấp xã tổ chức từ ngày …` says twice what is done, where it is all that is left.
_DONE_TWICE = re.compile(r":\s+cấp\s+(?:huyện|xã)\s+(?:tổ chức|thực hiện|phát động|triển khai)\s+")
_OF_LEVEL = re.compile(r"(?:[Tt]uyến|[Cc]ấp)\s+(?P<level>tỉnh|thành phố|huyện|xã)(?!\w)")


def _pieces(text: str) -> list[str]:
    return _BREAK.split(text)


def _named(piece: str) -> Level | None:
    """The one level that a clause gives its figure or its work to: named at its beginning, or in a share of a whole."""
    found = list(_OF_LEVEL.finditer(piece))
    begins = bool(found) and found[0].start() == 0
    share = bool(found) and bool(re.match(r"\W*\d+(?:,\d+)?%", piece))
    return (
        _ORDER[found[0]["level"].lower()] if len({one["level"] for one in found}) == 1 and (begins or share) else None
    )


def _part(item: Item) -> re.Match[str] | None:
    return _PART.match(item.words.strip()) if not item.table else None


def _decide(item: Item, part: re.Match[str], locality: Locality, tasks: Tasks, decisions: Decisions) -> None:
    level = _ORDER[part["level"].lower()]
    if level.rank < locality.level.rank:
        decisions.drop(item.id, f"Phần việc của {part.group()[: part.start('more')].strip().lower()}")
    elif level is locality.level and not item.children:
        text = next(_own(part["rest"], locality, tasks), None)
        if text is None:
            decisions.drop(item.id, "Phần việc của cấp mình, đơn vị viết lại theo tình hình thực tế")
        else:
            why = f"phần việc giao cho cấp mình: viết thành việc của {locality.place.kind.value}"
            decisions.nodes[item.id] = ProposedNode(node=item.id, why=why, mode=Mode.REPLACE, text=text)


def _own(rest: str, locality: Locality, tasks: Tasks) -> Iterator[str]:
    """The words said of the office itself; nothing where they name what is not its matter."""
    own = _COMMITTEES.sub(f"Ủy ban nhân dân {locality.place.kind.value}", rest.strip())
    words = tasks.adapted(capital(own), "", norms=True) if own else None
    if words:
        yield words
