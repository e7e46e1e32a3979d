"""References from a plan into itself: `điểm b khoản 2 Mục III`, `mục III.2`, `các mục II, III và IV`, `Phụ lục II kèm theo`.

A reference into another document (`Mục II Quyết định số …`, `khoản 2 Điều 5 Luật …`) is none; nor is one inside a quotation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kedraft.vietnamese.labels import roman_value
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
    return end + 1 if text[end : end + 1] == ")" and kind_of(numeral[2]) == "letter" else end


def _numerals(text: str, at: int, word: str) -> list[tuple[int, int, str]]:
    out: list[tuple[int, int, str]] = []
    found = _NUMERAL.match(text, at)
    while (
        found
        and _fits(word, found.group("numeral"))
        and (not out or kind_of(out[0][2]) == kind_of(found.group("numeral")))
    ):
        out.append((found.start("numeral"), found.end("numeral"), found.group("numeral")))
        between = _BETWEEN.match(text, found.end())
        found = _LISTED.match(text, between.end()) if between else None
    return out


def _fits(word: str, numeral: str) -> bool:
    if numeral[0].islower():
        return word in ("điểm", "tiết")
    return (
        kind_of(numeral) in ("digits", "paren")
        if word in ("khoản", "điều")
        else word != "điểm" or kind_of(numeral) != "upper"
    )


def kind_of(numeral: str) -> str:
    """`roman`, `digits`, `paren`, `letter` or `upper`: how a numeral is written (`1.2` by what it begins with)."""
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
