"""HTML as legal portals publish it: a walk over visible blocks; `<br>` ends a line, tables keep their spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml import html as lxml_html

from kedraft.errors import SourceUnreadable
from kedraft.importers.read import decode
from kedraft.model.inline import Inline, Run, inline
from kedraft.model.place import Location
from kedraft.model.plan import digest
from kedraft.model.source import Look, SourceCell, SourceFormat, SourceParagraph, SourceTable, SourceText
from kedraft.vietnamese.labels import labels_at
from kedraft.vietnamese.text import clean

_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN: Final = frozenset(
    "script style template noscript head title meta link iframe object embed svg math canvas audio video select datalist "
    "textarea button input map colgroup col".split()
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "th"))
_HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BOLD: Final = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|[1-5]00|lighter)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
_ALIGN: Final = re.compile(r"text-align\s*:\s*(left|center|right|justify)", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_FRONT: Final = re.compile(r"\A\s*(---.*?^---\s*$)", re.DOTALL | re.MULTILINE)
_PLAIN_LIST: Final = re.compile(r"breadcrumb|menu|nav|list-unstyled", re.IGNORECASE)
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
    broken: bool = False
    gap: bool = False


def read_html(data: bytes, name: str) -> SourceText:
    """The visible paragraphs and tables of a page.

    `broken_lines` is True when most line ends are `<br>` or stand in `<pre>`. Metadata before the first tag goes into `asides`.
    Raises `SourceUnreadable` when no encoding fits or the page nests without end.
    """
    declared = _CHARSET.search(data[:8192])
    decoded = decode(data, name, declared.group(1).decode("ascii", "replace") if declared else None)
    text, front = _parted(clean(decoded.text))
    walker = _Walker(name)
    try:
        walker.page(_tree(text))
    except RecursionError:
        raise SourceUnreadable(
            "Trang HTML lồng quá nhiều tầng nên không đọc được; hãy mở bằng trình duyệt, chép chữ vào Word rồi lưu .docx.",
            Location(file=name),
        ) from None
    blocks, broken = _settled(walker.flow.out)
    return SourceText(
        name=name,
        format=SourceFormat.HTML,
        blocks=tuple(blocks),
        broken_lines=broken,
        asides=tuple(_aside(line, name) for line in front.split("\n") if line.strip()),
        digest=digest(data.decode("latin-1")),
        findings=decoded.findings,
    )


def _aside(line: str, name: str) -> SourceParagraph:
    return SourceParagraph(text=Inline(text=line.strip()), place=Location(file=name, field="phần khai báo"))


def _parted(text: str) -> tuple[str, str]:
    """The page without the metadata block that some sites' sources begin with, and that block."""
    found = _FRONT.match(text)
    return (text[found.end() :], found.group(1)) if found else (text, "")


def _tree(text: str) -> etree._Element | None:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    body = text.encode("utf-8", "replace")
    if not text.strip():
        return None
    try:
        return lxml_html.document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


class _Walker:
    """Walks the visible page once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._cells = 0
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
        self._flush(flow, style)
        self._inside(element, style, flow)
        self._flush(flow, style)

    def _list(self, element: etree._Element, style: _Style, flow: _Flow) -> None:
        """A list: its items show the numbers or bullets that a browser prints."""
        self._flush(flow, style)
        marked = not _PLAIN_LIST.search(f"{element.get('class', '')} {element.get('id', '')}") and "none" not in element.get("style", "")
        number = _whole(element.get("start"), 1)
        for child in element:
            if child.tag == "li" and not _is_hidden(child):
                number = _whole(child.get("value"), number)
                flow.label = (_number(number, element.get("type", "1")) if element.tag == "ol" else "•") if marked else None
                self._element(child, style, flow)
                flow.label, number = None, number + 1
            else:
                self._element(child, style, flow)
            self._words(child.tail, style, flow)
        self._flush(flow, style)

    def _words(self, text: str | None, style: _Style, flow: _Flow) -> None:
        if not text:
            return
        if not style.spaces:
            flow.runs.append(Run(re.sub(r"\s+", " ", text), style.bold, style.italic))
            return
        for at, line in enumerate(text.split("\n")):
            if at:
                self._break(flow)
            flow.runs.append(Run(line, style.bold, style.italic))

    def _break(self, flow: _Flow) -> None:
        """The end of a line inside a block; two of them leave a blank line."""
        if not self._flush(flow, _Style(align=None)):
            flow.gap = flow.gap or flow.broken
        flow.broken = True

    def _flush(self, flow: _Flow, style: _Style | None = None) -> bool:
        """Ends the line; returns whether it had words."""
        text = _inline(flow.runs)
        flow.runs = []
        if text.text:
            flow.out.append(_Line(self._paragraph(text, flow, style), flow.broken and not flow.gap))
            flow.gap = False
        if style is None or style.align is not None or not isinstance(style, _Style):
            pass
        flow.broken = False
        return bool(text.text)

    def _paragraph(self, text: Inline, flow: _Flow, style: _Style | None) -> SourceParagraph:
        shown = [run for run in text.runs if not run.text.isspace()]
        bold, italic = all(run.bold for run in shown), all(run.italic for run in shown)
        if bold or italic:
            text = inline([Run(run.text, run.bold and not bold, run.italic and not italic) for run in text.runs])
        label, flow.label = flow.label, None
        if label is not None and labels_at(text.text):
            label = None
        look = Look(bold=bold, italic=italic, align=style.align if style else None, gap_before=flow.gap)
        return SourceParagraph(text=text, label=label, look=look, place=Location(file=self._name))
