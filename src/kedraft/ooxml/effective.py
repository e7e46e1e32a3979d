"""Effective formatting: document defaults, table style, numbering, paragraph style, character style, direct, in that order.

Toggles (bold, italic, capitals, hidden) of the three kinds of styles cancel each other out; direct formatting wins.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from lxml import etree

from kedraft.ooxml.said import (
    INDENTS,
    NOTHING,
    Border,
    Letters,
    ParagraphFormat,
    Said,
    over,
    said_of_paragraph,
    said_of_run,
)
from kedraft.ooxml.styles import NumPr, ParagraphStyle, Styles, num_pr
from kedraft.ooxml.xml import DRAWING, FALSE, VAL, w, whole

_AUTO_GAP: Final = 280  # what Word puts for "auto" spacing: 14 points
_DEPTH: Final = 40


_RPR, _PPR, _NUM_PR = w("rPr"), w("pPr"), w("numPr")
_PRINTED_RULE: Final = frozenset({"none", "nil"})


class TableLook(NamedTuple):
    """What a table style says of the text in one kind of cell."""

    paragraph: tuple[tuple[str, str], ...] = ()
    run: tuple[tuple[str, str], ...] = ()


NO_TABLE: Final = TableLook()


class Cascade:
    """The effective formatting of paragraphs and runs of one document."""

    def __init__(
        self,
        styles: etree._Element | None,
        numbering: etree._Element | None = None,
        theme: etree._Element | None = None,
    ) -> None:
        self.styles = Styles(styles)
        self._elements: dict[str, etree._Element] = {}
        self._table_default: str | None = None
        self._indents = _indents(numbering)
        self._levels_of_styles = _levels_of_styles(numbering)
        self._themes = _theme_fonts(theme)
        self._run_base: Said = NOTHING
        self._paragraph_base: Said = NOTHING
        self._style_runs: dict[str | None, dict[str, str]] = {}
        self._style_paragraphs: dict[str | None, dict[str, str]] = {}
        self._characters: dict[str, dict[str, str]] = {}
        self._tables: dict[tuple[str | None, frozenset[str]], TableLook] = {}
        self._letters: dict[tuple[str | None, TableLook, tuple[tuple[str, str], ...]], Letters] = {}
        self._formats: dict[
            tuple[str | None, TableLook, NumPr | None, tuple[tuple[str, str], ...]], ParagraphFormat
        ] = {}
        if styles is not None:
            self._index(styles)

    def _index(self, root: etree._Element) -> None:
        for style in root.iterchildren(w("style")):
            key = style.get(w("styleId"), "")
            self._elements.setdefault(key, style)
            if style.get(w("type")) == "table" and style.get(w("default"), "0") not in FALSE:
                self._table_default = key
        defaults = root.find(w("docDefaults"))
        if defaults is not None:
            self._run_base = said_of_run(defaults.find(f"{w('rPrDefault')}/{_RPR}"))
            self._paragraph_base = said_of_paragraph(defaults.find(f"{w('pPrDefault')}/{_PPR}"))

    # --- paragraphs ---

    def style(self, key: str | None) -> ParagraphStyle:
        """The paragraph style with that id, or the default one."""
        return self.styles.paragraph(key)

    def format(
        self, key: str | None, properties: etree._Element | None, table: TableLook = NO_TABLE
    ) -> ParagraphFormat:
        """The effective format of a paragraph in the style `key` with the direct properties given."""
        direct = said_of_paragraph(properties)
        listed = num_pr(properties.find(_NUM_PR)) if properties is not None else None
        cached = (key, table, listed, tuple(direct.items()))
        found = self._formats.get(cached)
        if found is None:
            style = self._style_paragraph(key)
            list_indent = self._indents.get((listed.num or "", listed.level or 0), NOTHING) if listed else NOTHING
            size = self.letters(key, NOTHING, table).size
            said = over((self._paragraph_base, dict(table.paragraph), style, list_indent, direct))
            found = self._formats[cached] = _format(said, size)
        return found

    def _style_paragraph(self, key: str | None) -> dict[str, str]:
        if key not in self._style_paragraphs:
            levels: list[Said] = []
            for name in reversed(self.style(key).chain):
                properties = self._elements[name].find(_PPR) if name in self._elements else None
                if properties is not None:
                    levels += [self._style_indent(name, properties), said_of_paragraph(properties)]
            self._style_paragraphs[key] = over(levels)
        return self._style_paragraphs[key]

    def _style_indent(self, name: str, properties: etree._Element) -> Said:
        """The indent of the list level that a style names."""
        listed = num_pr(properties.find(_NUM_PR))
        if listed is None or not listed.num:
            return NOTHING
        level = self._levels_of_styles.get((listed.num, name), listed.level or 0)
        return self._indents.get((listed.num, level), NOTHING)

    # --- runs ---

    def letters(self, key: str | None, direct: Said, table: TableLook = NO_TABLE) -> Letters:
        """The effective look of a run in a paragraph of the style `key`."""
        cached = (key, table, tuple(direct.items()))
        found = self._letters.get(cached)
        if found is None:
            character = self._character(direct["style"]) if "style" in direct else NOTHING
            levels = (dict(table.run), self._style_run(key), character)
            found = self._letters[cached] = self._look(levels, direct)
        return found

    def _style_run(self, key: str | None) -> dict[str, str]:
        if key not in self._style_runs:
            self._style_runs[key] = over(map(self._own_run, reversed(self.style(key).chain)))
        return self._style_runs[key]

    def _own_run(self, name: str) -> Said:
        element = self._elements.get(name)
        return said_of_run(element.find(_RPR)) if element is not None else NOTHING

    def _character(self, key: str) -> dict[str, str]:
        if key not in self._characters:
            self._characters[key] = over(map(self._own_run, reversed(self._chain(key))))
        return self._characters[key]

    def _chain(self, key: str | None) -> list[str]:
        chain: list[str] = []
        while key is not None and key in self._elements and key not in chain and len(chain) < _DEPTH:
            chain.append(key)
            based = self._elements[key].find(w("basedOn"))
            key = based.get(VAL) if based is not None else None
        return chain

    def _look(self, levels: tuple[Said, ...], direct: Said) -> Letters:
        said = over((self._run_base, *levels, direct))

        def toggled(name: str) -> bool:
            if name in direct:
                return direct[name] == "1"
            odd = sum(level.get(name) == "1" for level in levels) % 2 == 1
            return self._run_base.get(name) == "1" or odd

        return Letters(
            size=whole(said.get("sz")) / 2 or 10.0,
            bold=toggled("b"),
            italic=toggled("i"),
            caps=toggled("caps"),
            hidden=toggled("vanish"),
            underline=said.get("u", "none") not in ("none", "0", "false"),
            raised=said.get("raise", "baseline") != "baseline",
            colour=said.get("colour", "auto"),
            highlight=_unless(said.get("highlight"), ("none",)),
            shade=_unless(said.get("shade", "auto").upper(), ("AUTO", "FFFFFF")),
            ascii=self._font(said.get("ascii")),
            font=self._font(said.get("hAnsi")),
        )

    def _font(self, name: str | None) -> str:
        if name is None:
            return "Times New Roman"
        return self._themes.get(name[6:], "Times New Roman") if name.startswith("theme:") else name

    # --- tables ---

    def table(self, key: str | None, conditions: frozenset[str] = frozenset()) -> TableLook:
        """What the table style `key` says of the text in a cell that meets `conditions` (`firstRow`, `lastCol`, …)."""
        cached = (key, conditions)
        if cached not in self._tables:
            chain = list(reversed(self._chain(key if key in self._elements else self._table_default)))
            parts = [self._elements[name] for name in chain]
            for condition in _CONDITIONS:
                if condition in conditions:
                    parts += [found for name in chain for found in _conditional(self._elements[name], condition)]
            self._tables[cached] = TableLook(
                tuple(over(said_of_paragraph(part.find(_PPR)) for part in parts).items()),
                tuple(over(said_of_run(part.find(_RPR)) for part in parts).items()),
            )
        return self._tables[cached]

    def table_has_borders(self, key: str | None) -> bool:
        """Whether a table style draws lines."""
        for name in self._chain(key if key in self._elements else self._table_default):
            found = self._elements[name].find(f"{w('tblPr')}/{w('tblBorders')}")
            if found is not None:
                return any(side.get(VAL) not in ("none", "nil", None) for side in found)
        return False

    def cell_margins(self, key: str | None) -> tuple[int, int]:
        """Left and right inner margin that a table style gives its cells."""
        for name in self._chain(key if key in self._elements else self._table_default):
            found = self._elements[name].find(f"{w('tblPr')}/{w('tblCellMar')}")
            if found is not None:
                return margins(found, (108, 108))
        return (108, 108)


#: Conditional formats of table styles, the weakest first.
_CONDITIONS: Final = (
    "band1Vert",
    "band2Vert",
    "band1Horz",
    "band2Horz",
    "lastCol",
    "firstCol",
    "lastRow",
    "firstRow",
    "seCell",
    "swCell",
    "neCell",
    "nwCell",
)


def _conditional(style: etree._Element, condition: str) -> Iterator[etree._Element]:
    return (part for part in style.iterchildren(w("tblStylePr")) if part.get(w("type")) == condition)


def margins(element: etree._Element, otherwise: tuple[int, int]) -> tuple[int, int]:
    """Left and right of a `w:tblCellMar` or `w:tcMar`."""

    def side(names: tuple[str, str], default: int) -> int:
        found = next((one for name in names if (one := element.find(w(name))) is not None), None)
        return whole(found.get(w("w")), default) if found is not None else default

    return side(("left", "start"), otherwise[0]), side(("right", "end"), otherwise[1])


def _unless(value: str | None, plain: tuple[str, ...]) -> str | None:
    return None if value is None or value in plain else value


def _border(value: str | None) -> Border | None:
    style, _, size = (value or "none").partition(" ")
    return None if style in _PRINTED_RULE else Border(style, whole(size, 4))


def _format(said: Mapping[str, str], size: float) -> ParagraphFormat:
    def twips(name: str) -> int:
        return whole(said.get(name))

    def gap(side: str) -> int:
        if said.get(f"{side}Autospacing", "0") not in FALSE:
            return _AUTO_GAP
        lines = twips(f"{side}Lines")
        return round(lines / 100 * 240) if lines else twips(side)

    def characters(name: str) -> int:
        return round(twips(name) / 100 * size * 20)

    first = characters("firstLineChars") or twips("firstLine")
    hanging = characters("hangingChars") or twips("hanging")
    return ParagraphFormat(
        align=said.get("align", "left"),
        left=characters("leftChars") or twips("left"),
        right=twips("right"),
        first_line=-hanging if hanging else first,
        before=gap("before"),
        after=gap("after"),
        line=whole(said.get("line"), 240),
        line_rule=said.get("lineRule", "auto"),
        contextual=said.get("contextual") == "1",
        keep_next=said.get("keepNext") == "1",
        page_break_before=said.get("pageBreakBefore") == "1",
        top=_border(said.get("top")),
        bottom=_border(said.get("bottom")),
        centre_tab=said.get("tabs") == "center",
        framed=said.get("frame"),
        outline=whole(said["outline"]) if "outline" in said else None,
    )


# --- numbering.xml and the theme ------------------------------------------------------------------------------------


def _lists(root: etree._Element | None) -> Iterator[tuple[str, etree._Element]]:
    """Every list instance with each level that it shows, an instance's own levels last."""
    if root is None:
        return
    abstracts = {one.get(w("abstractNumId"), ""): one for one in root.iterchildren(w("abstractNum"))}
    for instance in root.iterchildren(w("num")):
        named = instance.find(w("abstractNumId"))
        abstract = abstracts.get(named.get(VAL, "")) if named is not None else None
        own = instance.iterfind(f"{w('lvlOverride')}/{w('lvl')}")
        for level in (*(abstract.iterchildren(w("lvl")) if abstract is not None else ()), *own):
            yield instance.get(w("numId"), ""), level


def _indents(root: etree._Element | None) -> dict[tuple[str, int], Said]:
    """The indents of each level of each list."""
    return {
        (key, whole(level.get(w("ilvl")))): {
            name: value for name, value in said_of_paragraph(level.find(_PPR)).items() if name in INDENTS.values()
        }
        for key, level in _lists(root)
    }


def _levels_of_styles(root: etree._Element | None) -> dict[tuple[str, str], int]:
    """The level that a list keeps for a paragraph style."""
    found = {}
    for key, level in _lists(root):
        style = level.find(w("pStyle"))
        if style is not None:
            found[key, style.get(VAL, "")] = whole(level.get(w("ilvl")))
    return found


def _theme_fonts(root: etree._Element | None) -> dict[str, str]:
    """The fonts that `majorHAnsi`, `minorAscii` and the like stand for."""
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        found = root.find(f".//{{{DRAWING}}}{kind}Font/{{{DRAWING}}}latin") if root is not None else None
        name = found.get("typeface", "") if found is not None else ""
        for script in ("HAnsi", "Ascii", "EastAsia", "Bidi"):
            fonts[kind + script] = name or "Times New Roman"
    return fonts
