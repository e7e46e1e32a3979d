"""Automatic numbers as Word shows them.

A paragraph names a list (`w:num`), which is an instance of an abstract list. Counters belong to the abstract list, so
that two instances go on counting together, unless an instance restarts them where it first appears.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from kedraft.ooxml.glyphs import readable
from kedraft.ooxml.styles import NumPr, ParagraphStyle, Styles, run_look
from kedraft.ooxml.xml import VAL, on, w, whole

LEVELS: Final = 9
_LONGEST: Final = 250  # characters of a label; Word itself stops at 31
_HIGHEST: Final = 32_767  # where Word stops counting and lets no list start
_PLACE: Final = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list, as its definition says."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""  # for form "custom": `001, 002, 003, ...`
    text: str = ""
    restart: int | None = None  # 1-based level after which it starts anew; 0: never; None: after any higher level
    legal: bool = False
    style: str | None = None
    font: str | None = None
    caps: bool = False
    hidden: bool = False
    suffix: str = "tab"


@dataclass(frozen=True, slots=True)
class Label:
    """A number as printed (`Điều 1.`), and what follows it: `tab`, `space` or `nothing`."""

    text: str
    suffix: str
    bullet: bool
    level: int


@dataclass(slots=True)
class _Instance:
    """A `w:num`: its abstract list, levels of its own, starts of its own."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """numbering.xml. `label` is to be asked once for every paragraph, in the order of the document."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._nums: dict[str, etree._Element] = {}
        self._instances: dict[str, _Instance | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._seen: set[tuple[str, int]] = set()
        self._wanted: dict[tuple[NumPr | None, tuple[str, ...]], tuple[str, int] | None] = {}
        if root is not None:
            self._index(root)

    def _index(self, root: etree._Element) -> None:
        for element in root:
            if element.tag == w("abstractNum"):
                key = element.get(w("abstractNumId"), "")
                self._abstracts[key] = dict(map(_level, element.iterchildren(w("lvl"))))
                link = element.find(w("numStyleLink"))
                if link is not None:
                    self._links[key] = link.get(VAL, "")
            elif element.tag == w("num"):
                self._nums[element.get(w("numId"), "")] = element

    def label(self, direct: NumPr | None, style: ParagraphStyle) -> Label | None:
        """The number of the next paragraph, None when it has none. Moves the counters on."""
        key = (direct, style.chain)
        if key not in self._wanted:
            self._wanted[key] = self._resolve(direct, style)
        wanted = self._wanted[key]
        return self._count(*wanted) if wanted else None

    def _resolve(self, direct: NumPr | None, style: ParagraphStyle) -> tuple[str, int] | None:
        """List and level of a paragraph, from itself or its styles."""
        if direct is not None and direct.num is not None:
            num, level = direct.num, direct.level or 0
        else:
            own = next(((i, pr) for i, pr in enumerate(style.numbering) if pr and pr.num is not None), None)
            if own is None or own[1].num is None:
                return None
            num = own[1].num
            level = self._style_level(num, style, own[0]) if direct is None or direct.level is None else direct.level
        return (num, level) if num != "0" and 0 <= level < LEVELS else None

    def _style_level(self, num: str, style: ParagraphStyle, depth: int) -> int:
        """The level of a numbered style: the one that names it (`w:pStyle`), else the style's own, else the first."""
        instance = self._instance(num)
        by_style = {level.style: number for number, level in instance.levels.items()} if instance else {}
        for key, own in zip(style.chain[: depth + 1], style.numbering, strict=False):
            if key in by_style:
                return by_style[key]
            if own is not None and own.level is not None:
                return own.level
        return 0

    def _instance(self, num: str) -> _Instance | None:
        if num not in self._instances:
            self._instances[num] = self._make_instance(num)
        return self._instances[num]

    def _make_instance(self, num: str) -> _Instance | None:
        element = self._nums.get(num)
        if element is None:
            return None
        found = element.find(w("abstractNumId"))
        abstract = self._follow(found.get(VAL, "") if found is not None else "")
        if abstract not in self._abstracts:
            return None
        levels, starts = dict(self._abstracts[abstract]), {}
        for override in element.iterchildren(w("lvlOverride")):
            number = whole(override.get(w("ilvl")))
            own, start = override.find(w("lvl")), override.find(w("startOverride"))
            if own is not None:
                levels[number] = _level(own)[1]
            if start is not None:
                starts[number] = _start(start.get(VAL), 1)
                levels[number] = replace(levels.get(number, Level()), start=starts[number])
        return _Instance(abstract, levels, starts)

    def _follow(self, abstract: str) -> str:
        """An abstract list that only points to a numbering style: the list of that style."""
        seen = set()
        while abstract in self._links and abstract not in seen:
            seen.add(abstract)
            pointed = self._styles.numbering_style(self._links[abstract])
            num = self._nums.get(pointed.num or "") if pointed else None
            found = num.find(w("abstractNumId")) if num is not None else None
            if found is None:
                break
            abstract = found.get(VAL, "")
        return abstract

    def _count(self, num: str, level: int) -> Label | None:
        instance = self._instance(num)
        if instance is None:
            return None
        counters = self._counters.setdefault(instance.abstract, {})
        own = instance.levels.get(level, Level(form="none"))
        first = (num, level) not in self._seen
        self._seen.add((num, level))
        if (first and level in instance.starts) or level not in counters:
            counters[level] = own.start
        else:
            counters[level] = min(counters[level] + 1, _HIGHEST)
        for upper in range(level):
            counters.setdefault(upper, instance.levels.get(upper, Level()).start)
        for deeper in [number for number in counters if number > level]:
            if _starts_anew(instance.levels.get(deeper, Level()), level):
                del counters[deeper]
        return _print(own, level, counters, instance.levels)


def _starts_anew(deeper: Level, used: int) -> bool:
    """Whether a paragraph at level `used` makes a deeper level start anew."""
    return deeper.restart is None or used < deeper.restart


def _level(element: etree._Element) -> tuple[int, Level]:
    """Number and definition of a `w:lvl`."""

    def value(tag: str) -> str | None:
        found = element.find(w(tag))
        return found.get(VAL) if found is not None else None

    legal = element.find(w("isLgl"))
    form = next(element.iter(w("numFmt")), None)
    restart = value("lvlRestart")
    properties = element.find(w("rPr"))
    look = run_look(properties) if properties is not None else None
    picture = element.find(w("lvlPicBulletId")) is not None
    return whole(element.get(w("ilvl"))), Level(
        start=_start(value("start"), 0),
        form=form.get(VAL, "decimal") if form is not None else "decimal",
        pattern=form.get(w("format"), "")[:_LONGEST] if form is not None else "",
        text="•" if picture else (value("lvlText") or "")[:_LONGEST],
        restart=whole(restart) if restart is not None else None,
        legal=legal is not None and on(legal),
        style=value("pStyle"),
        font=look.font if look else None,
        caps=bool(look and look.caps),
        hidden=bool(look and look.hidden),
        suffix=value("suff") or "tab",
    )


def _start(value: str | None, otherwise: int) -> int:
    """Where a list starts to count, as far as Word lets it."""
    return min(max(whole(value, otherwise), -_HIGHEST), _HIGHEST)


def _print(own: Level, level: int, counters: Mapping[int, int], levels: Mapping[int, Level]) -> Label | None:
    """The number as a reader sees it."""
    if own.form == "bullet":
        text = readable(own.text, own.font).strip()
    else:

        def number(found: re.Match[str]) -> str:
            at = int(found.group(1)) - 1
            if at > level or at not in counters:
                return ""
            shown = levels.get(at, Level())
            legal = own.legal and shown.form not in ("none", "decimalZero")
            return numeral(counters[at], "decimal" if legal else shown.form, shown.pattern)

        text = readable(_PLACE.sub(number, own.text)[:_LONGEST], own.font).strip()
    if not text or own.hidden:
        return None
    return Label(text.upper() if own.caps else text, own.suffix, own.form == "bullet", level)


# --- numerals -------------------------------------------------------------------------------------------------------

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def numeral(value: int, form: str, pattern: str = "") -> str:
    """A count in one of Word's number formats; a format that is not known prints plain digits."""
    match form:
        case "none":
            return ""
        case "upperRoman" | "lowerRoman":
            text = _roman(value)
            return text if form == "upperRoman" else text.lower()
        case "upperLetter" | "lowerLetter":
            text = _letter(value)
            return text if form == "upperLetter" else text.lower()
        case "decimalZero":
            return f"{value:02d}"
        case "ordinal":
            return f"{value}{_ordinal_ending(value)}"
        case "vietnameseCounting" | "cardinalText":
            return _counting(value)
        case "custom":
            return str(value).zfill(len(pattern.partition(",")[0].strip()))
        case "numberInDash":
            return f"- {value} -"
        case "decimalEnclosedParen":
            return f"({value})"
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if 1 <= value <= 20:
            return chr(0x245F + value)
        case "decimalEnclosedFullstop":
            return f"{value}."
        case "hex":
            return f"{value:X}"
        case "chicago" if 0 < value <= 4 * _LONGEST:
            return "*†‡§"[(value - 1) % 4] * ((value - 1) // 4 + 1)
        case _:
            return str(value)


def _roman(value: int) -> str:
    if not 0 < value < 32_768:
        return str(value)
    text = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        text += letters * times
    return text


def _letter(value: int) -> str:
    """A … Z, AA, BB … ZZ, AAA, as Word counts."""
    if not 0 < value <= 780:
        return str(value)
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _ordinal_ending(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _counting(value: int) -> str:
    """Một, Hai, … Mười lăm, Hai mươi mốt: below one hundred in words."""
    if not 0 <= value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    if tens == 0:
        return _DIGITS[ones].capitalize()
    last = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _DIGITS[ones])
    return f"{'mười' if tens == 1 else _DIGITS[tens] + ' mươi'} {last}".strip().capitalize()
