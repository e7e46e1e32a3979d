"""HTML as legal portals publish it: a walk over visible blocks; `<br>` ends a line, tables keep their spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml import html as lxml_html

from kedraft.errors import SourceUnreadable
from kedraft.importers.text import MAX_LINES, decoded, too_long
from kedraft.model.inline import Inline, Run, inline
from kedraft.model.place import Location
from kedraft.model.plan import digest
from kedraft.model.source import Look, SourceCell, SourceFormat, SourceParagraph, SourceTable, SourceText
from kedraft.vietnamese.labels import labels_at, roman
from kedraft.vietnamese.text import clean

_BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_UNSEEN: Final = frozenset((
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "iframe", "object", "embed", "svg",
    "math", "canvas", "audio", "video", "select", "datalist", "textarea", "button", "input", "map", "colgroup",
    "col",
))  # fmt: skip
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "th"))
_HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BOLD: Final = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|[1-5]00|lighter)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
_ALIGN: Final = re.compile(r"text-align\s*:\s*(left|center|right|justify)", re.IGNORECASE)
_ENTITIES: Final = re.compile(rb"&#(?:7[89]\d\d|x1e[a-f]\w);", re.IGNORECASE)  # ạ to ỹ
_FRONT: Final = re.compile(r"\A\s*(---.*?^---\s*$)", re.DOTALL | re.MULTILINE)
_PLAIN_LIST: Final = re.compile(r"breadcrumb|menu|nav|list-unstyled", re.IGNORECASE)
_SPACES: Final = re.compile(r"\s+")
_MOST_CELLS: Final = 60_000
_WIDEST: Final = 200
_LONG_CELL: Final = 12  # paragraphs; a table of few rows with a longer cell only lays out the page


@dataclass(slots=True)
class _Line:
    """A line as gathered: its paragraph, and whether a `<br>` (or a line end in `<pre>`) parts it from the one before."""

    paragraph: SourceParagraph
    broken: bool


@dataclass(frozen=True, slots=True)
class _Style:
    """What elements hand down: bold, italic, alignment, kept spaces."""

    bold: bool = False
    italic: bool = False
    align: str | None = None
    spaces: bool = False


@dataclass(slots=True)
class _Flow:
    """Where lines go: the page, or a cell."""

    out: list["_Line | SourceTable"] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    label: str | None = None
    align: str | None = None
    broken: bool = False
    gap: bool = False


def read_html(data: bytes, name: str) -> SourceText:
    """The visible paragraphs and tables of a page.

    `broken_lines` is True when most line ends are `<br>` or stand in `<pre>`. Metadata before the first tag goes into `asides`.
    Raises `SourceUnreadable` when no encoding fits or the page nests without end.
    """
    text, findings = decoded(data, name, _western(data))
    text, front = _parted(text)
    walker = _Walker(name)
    try:
        walker.page(_tree(text, name))
    except RecursionError:
        raise _too_deep(name) from None
    blocks, broken = _settled(walker.flow.out)
    return SourceText(
        name=name,
        format=SourceFormat.HTML,
        blocks=tuple(blocks),
        broken_lines=broken,
        asides=tuple(_aside(line, name) for line in front.split("\n") if line.strip()),
        digest=digest(data.decode("latin-1")),
        findings=findings,
    )


def _aside(line: str, name: str) -> SourceParagraph:
    return SourceParagraph(text=Inline(text=line.strip()), place=Location(file=name, field="phần khai báo"))


def _parted(text: str) -> tuple[str, str]:
    """The page without the metadata block that some sites' sources begin with, and that block."""
    found = _FRONT.match(text)
    return (text[found.end() :], found.group(1)) if found else (text, "")


def _tree(text: str, name: str) -> etree._Element | None:
    """The page's root; None for a page without words. Raises `SourceUnreadable` where the parser gives up and drops the rest."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    if not text.strip():
        return None
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        root = None
    if any(entry.level_name == "FATAL" or "depth" in entry.message for entry in parser.error_log):
        raise _too_deep(name)
    return root


def _too_deep(name: str) -> SourceUnreadable:
    return SourceUnreadable(
        "Trang HTML lồng quá nhiều tầng nên không đọc được; hãy mở bằng trình duyệt, chép chữ vào Word rồi lưu .docx.",
        Location(file=name),
    )


class _Walker:
    """Walks the visible page once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._cells = self._lines = 0
        self.flow = _Flow()

    def page(self, root: etree._Element | None) -> None:
        """Everything under `root`."""
        if root is not None:
            self._element(root, _Style(), self.flow)
            self._flush(self.flow)

    def _element(self, element: etree._Element, style: _Style, flow: _Flow) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN or _is_hidden(element):
            return
        style = _styled(element, tag, style)
        if tag == "br":
            self._break(flow)
        elif tag == "table":
            self._table(element, style, flow)
        elif tag in ("ul", "ol"):
            self._list(element, style, flow)
        elif tag in _BLOCKS:
            self._block(element, style, flow)
        else:
            self._inside(element, style, flow)

    def _inside(self, element: etree._Element, style: _Style, flow: _Flow) -> None:
        self._words(element.text, style, flow)
        for child in element:
            self._element(child, style, flow)
            self._words(child.tail, style, flow)

    def _block(self, element: etree._Element, style: _Style, flow: _Flow) -> None:
        self._flush(flow)
        self._inside(element, style, flow)
        self._flush(flow)

    def _list(self, element: etree._Element, style: _Style, flow: _Flow) -> None:
        """A list: its items show the numbers or bullets that a browser prints."""
        self._flush(flow)
        marked = not _PLAIN_LIST.search(
            f"{element.get('class', '')} {element.get('id', '')}"
        ) and "none" not in element.get("style", "")
        number = _whole(element.get("start"), 1)
        self._words(element.text, style, flow)
        for child in element:
            if child.tag == "li" and not _is_hidden(child):
                number = _whole(child.get("value"), number)
                flow.label = (
                    (_number(number, element.get("type", "1")) if element.tag == "ol" else "•") if marked else None
                )
                self._element(child, style, flow)
                flow.label, number = None, number + 1
            else:
                self._element(child, style, flow)
            self._words(child.tail, style, flow)
        self._flush(flow)

    def _words(self, text: str | None, style: _Style, flow: _Flow) -> None:
        if not text:
            return
        if not text.isspace():
            flow.align = style.align
        if not style.spaces:
            flow.runs.append(Run(_SPACES.sub(" ", text), style.bold, style.italic))
            return
        for at, line in enumerate(text.split("\n")):
            if at:
                self._break(flow)
            flow.runs.append(Run(line, style.bold, style.italic))

    def _break(self, flow: _Flow) -> None:
        """The end of a line inside a block; two of them leave a blank line."""
        if not self._flush(flow):
            flow.gap = True
        flow.broken = True

    def _flush(self, flow: _Flow) -> bool:
        """Ends the line; returns whether it had words."""
        text = _inline(flow.runs)
        flow.runs = []
        if text.text:
            self._lines += 1
            if self._lines > MAX_LINES:
                raise too_long(self._name)
            flow.out.append(_Line(self._paragraph(text, flow), flow.broken))
            flow.gap = False
        flow.broken = False
        return bool(text.text)

    def _paragraph(self, text: Inline, flow: _Flow) -> SourceParagraph:
        shown = [run for run in text.runs if not run.text.isspace()]
        bold, italic = all(run.bold for run in shown), all(run.italic for run in shown)
        if bold or italic:
            text = inline([Run(run.text, run.bold and not bold, run.italic and not italic) for run in text.runs])
        label, flow.label = flow.label, None
        if label is not None and labels_at(text.text):
            label = None
        look = Look(bold=bold, italic=italic, align=flow.align, gap_before=flow.gap)
        return SourceParagraph(text=text, label=label, look=look, place=Location(file=self._name))

    # --- tables ---

    def _table(self, element: etree._Element, style: _Style, flow: _Flow) -> None:
        """A table of data as a table; one that only lays out the page as what it holds."""
        self._flush(flow)
        rows = [[cell for cell in row if cell.tag in ("td", "th") and not _is_hidden(cell)] for row in _rows(element)]
        rows = [row for row in rows if row]
        self._strays(element, style, flow)
        self._flush(flow)
        read = [[self._cell(cell, style) for cell in row] for row in rows]
        self._cells += sum(map(len, read))
        if self._cells > _MOST_CELLS:
            raise SourceUnreadable(
                "Trang HTML có bảng lớn bất thường; hãy chép riêng phần kế hoạch vào Word rồi lưu .docx.",
                Location(file=self._name),
            )
        if _lays_out(element, read):
            flow.out += [one for row in read for cell in row for one in cell]
            return
        flow.out.append(
            SourceTable(
                rows=tuple(
                    tuple(_source_cell(cell, lines) for cell, lines in zip(row, held, strict=True))
                    for row, held in zip(rows, read, strict=True)
                ),
                header=_header_rows(rows),
                place=Location(file=self._name),
            )
        )

    def _strays(self, element: etree._Element, style: _Style, flow: _Flow) -> None:
        """Words of a table that stand in no cell: its caption, and what broken markup left between rows."""
        self._words(element.text, style, flow)
        for child in element:
            if child.tag in ("thead", "tbody", "tfoot", "tr") and not _is_hidden(child):
                self._strays(child, style, flow)
            elif child.tag not in ("td", "th") or element.tag != "tr":
                self._element(child, style, flow)
            self._words(child.tail, style, flow)

    def _cell(self, element: etree._Element, style: _Style) -> list["_Line | SourceTable"]:
        inner = _Flow()
        self._inside(element, _styled(element, str(element.tag), style), inner)
        self._flush(inner)
        return inner.out


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, not those of tables inside it."""
    for child in table:
        if _is_hidden(child):
            continue
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr" and not _is_hidden(row))


def _lays_out(table: etree._Element, read: list[list[list["_Line | SourceTable"]]]) -> bool:
    """Whether a table only arranges the page: another table inside, one cell in all, or few rows with a long cell."""
    held = [cell for row in read for cell in row if cell]
    if len(held) <= 1 or any(isinstance(one, SourceTable) for cell in held for one in cell):
        return True
    return len(read) <= 2 and max(map(len, held)) > _LONG_CELL and not _is_foot(held)


def _is_foot(held: list[list["_Line | SourceTable"]]) -> bool:
    """Two cells of short lines: recipients and signature, however many they are."""
    return all(len(one.paragraph.text.text) < 120 for cell in held for one in cell if isinstance(one, _Line))


def _source_cell(element: etree._Element, lines: list["_Line | SourceTable"]) -> SourceCell:
    return SourceCell(
        paragraphs=tuple(_whole_paragraphs([one for one in lines if isinstance(one, _Line)])),
        across=min(max(_whole(element.get("colspan"), 1), 1), _WIDEST),
        down=min(max(_whole(element.get("rowspan"), 1), 1), _MOST_CELLS),
    )


def _header_rows(rows: list[list[etree._Element]]) -> int:
    count = 0
    for row in rows:
        if not (all(cell.tag == "th" for cell in row) or any(True for _ in row[0].iterancestors("thead"))):
            break
        count += 1
    return min(count, len(rows) - 1)


# --- lines to paragraphs ----------------------------------------------------------------------------------------------


def _settled(out: list["_Line | SourceTable"]) -> tuple[list[SourceParagraph | SourceTable], bool]:
    """Blocks, and whether they are lines that may still have to be joined: when most line ends are `<br>`."""
    lines = [one for one in out if isinstance(one, _Line)]
    broken = sum(line.broken for line in lines) > 0.6 * len(lines) and len(lines) > 8
    blocks: list[SourceParagraph | SourceTable] = []
    gathered: list[_Line] = []
    for one in [*out, None]:
        if isinstance(one, _Line):
            gathered.append(one)
            continue
        blocks += [_apart(line) for line in gathered] if broken else _whole_paragraphs(gathered)
        gathered = []
        if one is not None:
            blocks.append(one)
    return blocks, broken


def _apart(line: _Line) -> SourceParagraph:
    """A line of a text that is broken by `<br>`; where a block begins, a gap stands before it."""
    if line.broken:
        return line.paragraph
    return line.paragraph.evolve(look=line.paragraph.look.evolve(gap_before=True))


def _whole_paragraphs(lines: list[_Line]) -> list[SourceParagraph]:
    """Lines that a single `<br>` parts as one paragraph with a line end in it."""
    out: list[SourceParagraph] = []
    for line in lines:
        same = line.broken and out and not line.paragraph.look.gap_before and line.paragraph.label is None
        if not same or line.paragraph.look.align != out[-1].look.align:
            out.append(line.paragraph)
            continue
        last = out[-1]
        runs = [*_runs(last), Run("\n", False, False), *_runs(line.paragraph)]
        bold = bool(last.look.bold and line.paragraph.look.bold)
        italic = bool(last.look.italic and line.paragraph.look.italic)
        text = inline([Run(run.text, run.bold and not bold, run.italic and not italic) for run in runs])
        out[-1] = last.evolve(text=text, look=last.look.evolve(bold=bold, italic=italic))
    return out


def _runs(paragraph: SourceParagraph) -> list[Run]:
    """The runs of a paragraph with its look written into them."""
    look = paragraph.look
    return [Run(r.text, r.bold or bool(look.bold), r.italic or bool(look.italic)) for r in paragraph.text.runs]


# --- elements ---------------------------------------------------------------------------------------------------------


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _styled(element: etree._Element, tag: str, style: _Style) -> _Style:
    """What an element hands down to its words."""
    bold, italic, align = style.bold, style.italic, style.align
    if tag in ("b", "strong") or tag in _HEADINGS:
        bold = True
    if tag in ("i", "em", "cite", "dfn", "var"):
        italic = True
    if tag == "center" or tag == "th":
        align = "center"
    if align_attribute := element.get("align", "").strip().lower():
        align = {"justify": "both"}.get(align_attribute, align_attribute)
    css = element.get("style", "")
    if css:
        if found := _BOLD.search(css):
            bold = found.group(1).lower() in ("bold", "bolder") or found.group(1)[0] in "6789"
        if found := _ITALIC.search(css):
            italic = found.group(1).lower() != "normal"
        if found := _ALIGN.search(css):
            align = {"justify": "both"}.get(found.group(1).lower(), found.group(1).lower())
    if align not in (None, "left", "center", "right", "both"):
        align = style.align
    return _Style(bold, italic, align, style.spaces or tag == "pre")


def _inline(runs: list[Run]) -> Inline:
    """Runs with one space between words and none at the ends."""
    out: list[Run] = []
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        if text.startswith(" ") and (not out or out[-1].text.endswith(" ")):
            text = text[1:]
        if text and out and out[-1][1:] == run[1:]:
            out[-1] = out[-1]._replace(text=out[-1].text + text)
        elif text:
            out.append(Run(text, run.bold, run.italic))
    while out and not out[-1].text.rstrip():
        out.pop()
    if out:
        out[-1] = out[-1]._replace(text=out[-1].text.rstrip())
    whole = "".join(run.text for run in out)
    return inline(out) if clean(whole) == whole else Inline(text=clean(whole).replace("\n", " ").strip())


def _whole(text: str | None, otherwise: int) -> int:
    found = re.match(r"\s*(\d{1,6})", text or "")
    return int(found.group(1)) if found else otherwise


def _number(value: int, kind: str) -> str:
    """The number that a browser prints before an item of an ordered list."""
    match kind:
        case "a":
            return f"{chr(96 + value)}." if value <= 26 else f"{value}."
        case "A":
            return f"{chr(64 + value)}." if value <= 26 else f"{value}."
        case "I" | "i":
            return f"{roman(value) if kind == 'I' else roman(value).lower()}."
        case _:
            return f"{value}."


def _western(data: bytes) -> str | None:
    """cp1252, when Vietnamese letters are written as entities: other bytes then are Western, whatever they resemble."""
    return "cp1252" if len(_ENTITIES.findall(data)) >= 5 else None
