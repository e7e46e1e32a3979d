"""References from a plan into itself: `điểm b khoản 2 Mục III`, `mục III.2`, `các mục II, III và IV`, `Phụ lục II kèm theo`.

A reference into another document (`Mục II Quyết định số …`, `khoản 2 Điều 5 Luật …`) is none; nor is one inside a quotation.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kedraft.model.plan import Annex, Item, NodeId, Plan
from kedraft.vietnamese.labels import NUMBERED, Marker, point_value, roman_value
from kedraft.vietnamese.letters import lazily


@dataclass(frozen=True, slots=True)
class Step:
    """One part of a reference: the word before it (`khoản`), its numeral, and where the numeral stands in the text.

    For an annex the span is that of the whole `Phụ lục II`, and the numeral may be empty.
    """

    word: str
    numeral: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference and its span; `steps` run from the outermost part to the one that is meant.

    Members of a list (`khoản 1, 2 Mục III`) are references of their own that share words. `explicit`: it says `Kế hoạch này`.
    """

    start: int
    end: int
    steps: tuple[Step, ...]
    printed: str
    explicit: bool = False


_WORD = lazily(
    r"(?<!\w)(?P<word>phần|chương|tiểu mục|mục|khoản|điểm|tiết|Điều|phụ lục|Phần|Chương|Tiểu mục|Mục|Khoản|Điểm|Tiết|Phụ lục)(?!\w)"
)
_FORMS = (
    r"(?:số\s+)?(?P<numeral>[IVXLC]{1,7}(?:\.\d{1,2})*(?:\.[a-zđ])?|\d{1,2}(?:\.\d{1,2})*(?:\.[a-zđ])?|[A-ZĐ]|[a-zđ]|\(\d{1,2}\))"
    r"(?![\w%]|[./]\d)"
)
_NUMERAL = lazily(r"\s+(?:từ\s+)?" + _FORMS)
_LISTED = lazily(_FORMS)
_BETWEEN = lazily(r"\s*,\s*(?:và\s+)?|\s*;\s*|\s+(?:và|hoặc|đến)\s+|\s*[-–→]\s*")
_GAP = lazily(r"\s*\(\s*|,?\s+(?:(?:của|tại|thuộc|trong)\s+)?|\s+")
_BARE_ROMAN = lazily(r"\s+(?P<numeral>[IVXL]{1,6})(?!\w|\.\w)")
_JOINED = lazily(r"\s*(?:,|;|và|hoặc|cùng với|đến)\s*(?:và\s+)?(?:(?:tại|theo)\s+)?\Z")

_RANK = {"phụ lục": 0, "phần": 1, "chương": 2, "mục": 3, "điều": 3, "tiểu mục": 4, "khoản": 4, "điểm": 5, "tiết": 6}

_DOCUMENT = (
    r"(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|Nghị quyết|Nghị định|Thông tư|Quyết định|Chỉ thị|Quy chế|Quy định|Thông báo|Hướng dẫn|Chương trình|"
    r"Kế hoạch|kế hoạch|Phương án|Đề án|Báo cáo|Công văn|Kết luận|Văn bản|Chiến lược|Điều lệ|Tờ trình|Dự án)"
)
_TAIL = lazily(
    rf"(?:\s*,?\s*(?:của|tại|trong|thuộc|theo|(?:được )?ban hành kèm theo|(?:đính )?kèm theo))?\s+(?P<document>{_DOCUMENT})(?P<after>[^\n]{{0,24}})"
)
_THIS = lazily(r"\s+này\b")
_PLAN_ENDS = lazily(r"\s*(?:[.,;:)]|\Z|(?:để|và|bảo đảm|đảm bảo|theo|được|đã|nêu)\b)")
_CITED_BEFORE = lazily(rf"{_DOCUMENT}\s+(?:số\s+)?\d\S*(?:,?\s+ngày\s+[\d/]+)?[\s,(]*(?:tại\s+)?\Z")


@dataclass(frozen=True, slots=True)
class _Part:
    """A word and the numerals that follow it."""

    word: str
    start: int
    end: int
    numerals: tuple[tuple[int, int, str], ...]

    @property
    def rank(self) -> int:
        numeral = self.numerals[0][2] if self.numerals else ""
        if self.word == "mục" and numeral[:1].isdigit():
            return _RANK["khoản"]
        return _RANK[self.word]


@dataclass(frozen=True, slots=True)
class _Chain:
    """Parts that name one place (or a list of places) together, the innermost first as they are spoken."""

    parts: tuple[_Part, ...]
    start: int
    end: int


def find_references(text: str) -> tuple[Reference, ...]:
    """Every reference to a place in the same plan, in reading order."""
    if not _WORD.search(text):
        return ()
    chains = _borrowed(text, list(_chains(text)))
    out: list[Reference] = []
    foreign = False
    for at in range(len(chains) - 1, -1, -1):
        chain = chains[at]
        told = _tail(text, chain)
        joined = at + 1 < len(chains) and bool(_JOINED.match(text[chain.end : chains[at + 1].start]))
        foreign = told == "other" or (told is None and joined and foreign)
        if not (foreign or _quoted(text, chain.start) or (told is None and _CITED_BEFORE.search(text[: chain.start]))):
            out = [*_references(text, chain, told == "this"), *out]
    return tuple(out)


def _chains(text: str) -> Iterator[_Chain]:
    at = 0
    while found := _WORD.search(text, at):
        part = _part(text, found)
        at = found.end()
        if part is None:
            continue
        parts = [part]
        while following := _next_part(text, parts):
            parts.append(following)
        end = _bracket_closed(text, part.start, parts[-1].end)
        at = max(at, end)
        yield _Chain(tuple(parts), part.start, end)


def _bracket_closed(text: str, start: int, end: int) -> int:
    """The end of a chain: behind the bracket that it opened itself (`Mục I (khoản 2)`)."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened and text[end : end + 1] == ")" else end


def _part(text: str, found: re.Match[str]) -> _Part | None:
    word = found.group("word").lower()
    numerals = _numerals(text, found.end(), word)
    if numerals:
        return _Part(word, found.start(), _closed(text, numerals[-1]), tuple(numerals))
    if word == "phụ lục" and not re.match(r"\s+(?:số\s+)?\w{1,3}\b(?=[.:]\s)", text[found.end() :]):
        return _Part(word, found.start(), found.end(), ())
    return None


def _closed(text: str, numeral: tuple[int, int, str]) -> int:
    """The end of the part: behind the bracket of `điểm a)`."""
    end = numeral[1]
    return end + 1 if text[end : end + 1] == ")" and _kind(numeral[2]) == "letter" else end


def _numerals(text: str, at: int, word: str) -> list[tuple[int, int, str]]:
    out: list[tuple[int, int, str]] = []
    found = _NUMERAL.match(text, at)
    while (
        found and _fits(word, found.group("numeral")) and (not out or _kind(out[0][2]) == _kind(found.group("numeral")))
    ):
        out.append((found.start("numeral"), found.end("numeral"), found.group("numeral")))
        between = _BETWEEN.match(text, found.end())
        found = _LISTED.match(text, between.end()) if between else None
    return out


def _fits(word: str, numeral: str) -> bool:
    if numeral[0].islower():
        return word in ("điểm", "tiết")
    return (
        _kind(numeral) in ("digits", "paren")
        if word in ("khoản", "điều")
        else word != "điểm" or _kind(numeral) != "upper"
    )


def _kind(numeral: str) -> str:
    head = numeral.split(".")[0]
    if head.isdigit():
        return "digits"
    if head.startswith("("):
        return "paren"
    if head.islower():
        return "letter"
    return "roman" if roman_value(head) else "upper"


def _next_part(text: str, parts: Sequence[_Part]) -> _Part | None:
    """The part that goes on with the same place: an outer one (`khoản 2 Mục III`), or, right behind, an inner one."""
    last = parts[-1]
    if (
        (bare := _BARE_ROMAN.match(text, last.end))
        and last.rank >= _RANK["tiểu mục"]
        and roman_value(bare.group("numeral"))
    ):
        span = (bare.start("numeral"), bare.end("numeral"), bare.group("numeral"))
        return _Part("mục", bare.start("numeral"), bare.end("numeral"), (span,))
    gap = _GAP.match(text, last.end)
    found = _WORD.match(text, gap.end()) if gap else None
    part = _part(text, found) if found else None
    if part is None or gap is None:
        return None
    outward = part.rank < last.rank and all(part.rank < earlier.rank for earlier in parts)
    inward = part.rank > last.rank and all(part.rank > earlier.rank for earlier in parts)
    rising = len(parts) < 2 or parts[0].rank < parts[1].rank
    return (
        part
        if (outward and (len(parts) < 2 or not rising)) or (inward and rising and not _outer_follows(text, part))
        else None
    )


def _outer_follows(text: str, part: _Part) -> bool:
    gap = _GAP.match(text, part.end)
    found = _WORD.match(text, gap.end()) if gap else None
    following = _part(text, found) if found else None
    return following is not None and following.rank < part.rank


def _borrowed(text: str, chains: list[_Chain]) -> list[_Chain]:
    """`khoản 2 và khoản 3 Mục III`: the first takes `Mục III` over from the second."""
    for at in range(len(chains) - 2, -1, -1):
        here, following = chains[at], chains[at + 1]
        outermost = min(here.parts, key=lambda part: part.rank)
        lent = [part for part in following.parts if part.rank < outermost.rank]
        same = any(part.rank == outermost.rank for part in following.parts)
        if lent and same and _JOINED.match(text[here.end : following.start]):
            chains[at] = _Chain((*here.parts, *lent), here.start, here.end)
    return chains


def _tail(text: str, chain: _Chain) -> str | None:
    """Which document the words behind a chain name: `this`, `other`, or None when they name none."""
    found = _TAIL.match(text, chain.end)
    if not found:
        return None
    after = found.group("after")
    if _THIS.match(after):
        return (
            "this"
            if found.group("document").lower() in ("kế hoạch", "chương trình", "phương án", "đề án", "dự án")
            else "other"
        )
    if found.group("document") in ("Kế hoạch", "kế hoạch") and _PLAN_ENDS.match(after):
        return "this"
    return None if found.group("document") == "kế hoạch" else "other"


def _quoted(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _references(text: str, chain: _Chain, explicit: bool) -> Iterator[Reference]:
    outer_first = sorted(chain.parts, key=lambda part: part.rank)
    paths: list[tuple[Step, ...]] = [()]
    for part in outer_first:
        options = [_steps(part, numeral) for numeral in part.numerals] or [(Step(part.word, "", part.start, part.end),)]
        paths = [(*path, *steps) for path in paths for steps in options]
    for path in paths:
        yield Reference(chain.start, chain.end, path, text[chain.start : chain.end], explicit)


def _steps(part: _Part, numeral: tuple[int, int, str]) -> tuple[Step, ...]:
    """`III.2.b` -> three steps, each with its own span."""
    start, end, words = numeral
    if part.word == "phụ lục":
        return (Step(part.word, words, part.start if len(part.numerals) == 1 else start, end),)
    steps: list[Step] = []
    word = part.word
    for piece in words.split("."):
        steps.append(Step(word, piece, start, start + len(piece)))
        start += len(piece) + 1
        word = "mục" if word in ("phần", "chương") else word  # what stands inside a part is none itself
    return tuple(steps)


# --- where a reference leads ------------------------------------------------------------------------------------------

Node = Item | Annex
_Key = tuple[Marker, int]


class Places:
    """Where the references of a plan lead: its items by label, found once for all of them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._items: list[Item] = []  # in reading order
        self._spans: dict[int, range] = {}  # by node: the places in `_items` of what stands below it
        self._by_label: dict[_Key, list[int]] = {}  # places of the items that carry a label
        self._below: dict[tuple[int, _Key], int] = {}  # the first of them right below a node
        self._annex_of: dict[int, Annex] = {}  # by item right below an annex
        self._add(plan, plan.sections)
        for annex in plan.annexes:
            self._add(annex, annex.children)
            self._annex_of |= {id(child): annex for child in annex.children}

    def _add(self, node: Plan | Node, children: Sequence[Item]) -> None:
        start = len(self._items)
        for child in children:
            at = len(self._items)
            self._items.append(child)
            value = value_of(child) if child.marker in NUMBERED else None
            if value is not None:
                key = (child.marker, value)
                self._by_label.setdefault(key, []).append(at)
                self._below.setdefault((id(node), key), at)
            self._add(child, child.children)
        self._spans[id(node)] = range(start, len(self._items))

    def find(self, node: NodeId) -> Node | None:
        """The item or annex with that id."""
        return self.plan.find(node) or next((annex for annex in self.plan.annexes if annex.id == node), None)

    def lineage(self, node: NodeId) -> tuple[Node, ...]:
        """The nodes from the section (or annex) down to the item with that id; empty when there is none."""
        path = self.plan.path(node)
        annex = self._annex_of.get(id(path[0])) if path else None
        return (annex, *path) if annex else path

    def resolve(self, reference: Reference, context: NodeId | None = None) -> tuple[Node, ...] | None:
        """The nodes that the steps name, outermost first; None when the plan has no such place, or several.

        `context` is the node in which the sentence stands: a reference that names no section is looked for around it.
        """
        first, *inner = reference.steps
        node = self._start(first, context)
        path: list[Node] = []
        for step in inner:
            if node is None:
                return None
            path.append(node)
            node = self._inside(step, node)
        return (*path, node) if node is not None else None

    def _start(self, step: Step, context: NodeId | None) -> Node | None:
        if step.word == "phụ lục":
            return _annex(step, self.plan)
        above = self.plan.path(context) if context is not None else ()
        around: tuple[Plan | Item, ...] = (*reversed(above), self.plan)
        for node in around:
            if (near := self._right_below(step, node)) is not None:
                return near
        return self._only_one(step, range(len(self._items)))

    def _inside(self, step: Step, node: Node) -> Item | None:
        """The item of that label below `node`: right below, or the only one further down."""
        near = self._right_below(step, node)
        return near if near is not None else self._only_one(step, self._spans[id(node)])

    def _right_below(self, step: Step, node: Plan | Node) -> Item | None:
        places = [at for key in _keys(step) if (at := self._below.get((id(node), key))) is not None]
        return self._items[min(places)] if places else None

    def _only_one(self, step: Step, span: range) -> Item | None:
        """The item of that label in a stretch of the plan, unless there are several."""
        found: list[int] = []
        for key in _keys(step):
            places = self._by_label.get(key, [])
            start = bisect_left(places, span.start)
            found += places[start : min(start + 2, bisect_left(places, span.stop))]
        return self._items[found[0]] if len(found) == 1 else None


def _annex(step: Step, plan: Plan) -> Annex | None:
    if not step.numeral:
        return plan.annexes[0] if len(plan.annexes) == 1 else None
    value = int(step.numeral) if step.numeral.isdigit() else roman_value(step.numeral)
    return plan.annexes[value - 1] if value is not None and 0 < value <= len(plan.annexes) else None


def resolve(reference: Reference, plan: Plan, context: NodeId | None = None) -> tuple[Node, ...] | None:
    """Where one reference of a plan leads; for many of them, make `Places` once."""
    return Places(plan).resolve(reference, context)


_FITTING = {
    "roman": (Marker.ROMAN, Marker.PART, Marker.CHAPTER),
    "digits": (Marker.ARABIC, Marker.DECIMAL, Marker.ARABIC_PAREN),
    "paren": (Marker.PAREN,),
    "letter": (Marker.LETTER,),
    "upper": (Marker.UPPER,),
}


def _keys(step: Step) -> Iterator[_Key]:
    """Marker and value of the items that a step may mean."""
    kind = _kind(step.numeral)
    fitting: tuple[Marker, ...] = _FITTING[kind]
    if kind == "digits" and step.word in ("phần", "chương"):
        fitting = (Marker.PART, Marker.CHAPTER)
    if step.word == "điều":
        fitting = (Marker.ARTICLE,)
    value = _value(step.numeral, kind)
    if value is not None:
        yield from ((marker, value) for marker in fitting)
    letter = point_value(step.numeral.lower()) if kind == "roman" and len(step.numeral) == 1 else None
    if letter is not None:
        yield Marker.UPPER, letter


def _value(numeral: str, kind: str) -> int | None:
    match kind:
        case "roman":
            return roman_value(numeral)
        case "digits":
            return int(numeral)
        case "paren":
            return int(numeral.strip("()"))
        case _:
            return point_value(numeral.lower())


def value_of(item: Item) -> int | None:
    """What the item's label counts, told from its id."""
    last = re.sub(r"(?<=.)\(\d+\)\Z", "", re.split(r"[.:]", item.id)[-1])
    match item.marker:
        case Marker.PART | Marker.CHAPTER | Marker.ARTICLE:
            return int(last[1:]) if last[1:].isdigit() else None
        case Marker.ROMAN | Marker.ROMAN_LOWER:
            return roman_value(last.rstrip(")").upper())
        case Marker.LETTER | Marker.UPPER:
            return point_value(last.lower())
        case _:
            return int(digits) if (digits := last.strip("()")).isdigit() else None


def numeral_of(item: Item) -> str:
    """The item's label as a reference names it: `III`, `2`, `1.2`, `b`."""
    label = (item.label or "").split(" ")[-1]
    return label if item.marker is Marker.PAREN else label.strip(".)")
