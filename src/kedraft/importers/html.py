"""HTML as legal portals publish it: a walk over visible blocks; `<br>` ends a line, tables keep their spans."""

import re
from typing import Final

from lxml import etree
from lxml import html as lxml_html

from kedraft.errors import SourceUnreadable
from kedraft.importers.html_lines import settled
from kedraft.importers.html_walker import Walker
from kedraft.importers.text import MAX_LINES, decoded, too_long
from kedraft.model.inline import Inline
from kedraft.model.place import Location
from kedraft.model.plan import digest
from kedraft.model.source import SourceFormat, SourceParagraph, SourceText

_ENTITIES: Final = re.compile(rb"&#(?:7[89]\d\d|x1e[a-f]\w);", re.IGNORECASE)  # ạ to ỹ
_PICTURE: Final = re.compile(rb"data:image/[\w.+-]{1,20};base64,[A-Za-z0-9+/=\s]+")
#: A tag that begins a line, with words right behind it: a page has at least as many lines.
_LINE_START: Final = re.compile(
    r"<(?:p|br|li|div|h[1-6]|td|th|dd|dt)\b[^<>]{0,400}>(?:\s{0,40}<(?:b|i|u|em|strong|span|font|a)\b[^<>]{0,400}>){0,6}\s*[^<\s&]",
    re.IGNORECASE,
)
#: Words behind these are still words, but the parser would drop them.
_PAGE_END: Final = re.compile(r"</(?:html|body)\b[^<>]*>", re.IGNORECASE)
#: A tag with more between its brackets than any real one has, but for a picture written into it.
_LONG_TAG: Final = re.compile(r"<[a-zA-Z][^<>]{1500,}")
_PROGRAM: Final = re.compile(r"<(script|style)\b.*?(?:</\1|\Z)", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"<[a-zA-Z][^<>]*")
_QUOTED: Final = re.compile(r"""["'][^"'<>]*["']""")
_PARTED: Final = re.compile(r"[\s/]+")
_FRONT: Final = re.compile(r"\A\s*(---.*?^---\s*$)", re.DOTALL | re.MULTILINE)

MAX_PAGE: Final = 8 << 20  # bytes, pictures left out; 300 pages saved by Word have 5 MB
MAX_TAGS: Final = 200_000
MAX_ATTRIBUTES: Final = 400_000
_COUNTED_FROM: Final = 1 << 20  # characters of a page; a smaller one cannot hold too many attributes
MAX_ATTRIBUTES_OF_ONE: Final = 200  # the parser compares each with all before it


def read_html(data: bytes, name: str) -> SourceText:
    """The visible paragraphs and tables of a page.

    `broken_lines` is True when most line ends are `<br>` or stand in `<pre>`. Metadata before the first tag and words that nobody sees
    are in `asides`. Raises `SourceUnreadable` when no encoding fits, or the page is too large or nests without end.
    """
    text, findings = decoded(_gate(data, name), name, _western(data))
    _count(text, name)
    text, front = _parted(text)
    walker = Walker(name)
    try:
        walker.page(_tree(text, name))
    except RecursionError:
        raise _too_deep(name) from None
    blocks, broken = settled(walker.flow.out)
    return SourceText(
        name=name,
        format=SourceFormat.HTML,
        blocks=tuple(blocks),
        broken_lines=broken,
        asides=(*(_aside(line, name) for line in front.split("\n") if line.strip()), *walker.asides),
        digest=digest(data.decode("latin-1")),
        findings=findings,
    )


def _gate(data: bytes, name: str) -> bytes:
    """The page without pictures written into it; refused when it still is too large."""
    if len(data) > MAX_PAGE:
        data = _PICTURE.sub(b"", data)
    if len(data) > MAX_PAGE:
        raise _too_large(name)
    return data


def _count(text: str, name: str) -> None:
    """Refuses a page of more lines or tags than a plan can have, before any of them is built."""
    if text.count("<") - text.count("</") > MAX_TAGS or text.count("=") > MAX_ATTRIBUTES:
        raise _too_large(name)
    if _LONG_TAG.search(text) and any(map(_is_flood, _LONG_TAG.findall(_PROGRAM.sub("", text)))):
        raise _too_large(name)
    if len(text) > _COUNTED_FROM and _attributes(text) > MAX_ATTRIBUTES:
        raise _too_large(name)
    if sum(1 for _ in _LINE_START.finditer(text)) > MAX_LINES:
        raise too_long(name)


def _attributes(text: str) -> int:
    """At most so many attributes stand in all tags, those without a value too."""
    tags = _TAG.findall(_QUOTED.sub("", _PROGRAM.sub("", text)))
    return sum(tag.count(" ") + tag.count("/") + tag.count("\n") + tag.count("\t") for tag in tags)


def _is_flood(tag: str) -> bool:
    """Whether a tag holds more attributes than any real one; a program or a picture is none."""
    return len(_PARTED.split(_QUOTED.sub("", tag))) > MAX_ATTRIBUTES_OF_ONE


def _too_large(name: str) -> SourceUnreadable:
    return SourceUnreadable(
        "Trang HTML lớn bất thường; hãy mở bằng trình duyệt, chép riêng phần kế hoạch vào Word rồi lưu .docx.",
        Location(file=name),
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
        root = lxml_html.document_fromstring(_PAGE_END.sub(" ", text).encode("utf-8", "replace"), parser=parser)
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


def _western(data: bytes) -> str | None:
    """cp1252, when Vietnamese letters are written as entities: other bytes then are Western, whatever they resemble."""
    return "cp1252" if len(_ENTITIES.findall(data)) >= 5 else None
