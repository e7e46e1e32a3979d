"""What the elements of a web page mean: which are seen, what they hand down to their words, the numbers of lists."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from kedraft.vietnamese.labels import roman

BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
#: No words: a program, a look. Not even set aside.
CODE: Final = frozenset(("script", "style"))
#: Words that a reader does not see, or sees as a control of the page. They are set aside.
_UNSEEN: Final = frozenset((
    "template", "noscript", "head", "title", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
    "select", "datalist", "textarea", "button", "map",
))  # fmt: skip
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "th"))
_HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BOLD: Final = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|[1-5]00|lighter)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
_ALIGN: Final = re.compile(r"text-align\s*:\s*(left|center|right|justify)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What elements hand down: bold, italic, alignment, kept spaces."""

    bold: bool = False
    italic: bool = False
    align: str | None = None
    spaces: bool = False


def is_seen(element: etree._Element) -> bool:
    """Whether the words of an element are part of the page as it is read."""
    return element.tag not in _UNSEEN and not is_hidden(element)


def is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def styled(element: etree._Element, tag: str, style: Style) -> Style:
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
    return Style(bold, italic, align, style.spaces or tag == "pre")


def whole_number(text: str | None, otherwise: int) -> int:
    found = re.match(r"\s*(\d{1,6})", text or "")
    return int(found.group(1)) if found else otherwise


def list_number(value: int, kind: str) -> str:
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
