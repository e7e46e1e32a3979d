"""The parts of a Word template, opened with care: what is filled in, what is copied, the texts and widths that they hold."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from kedraft.errors import TemplateInvalid, misuse
from kedraft.model.place import Location
from kedraft.ooxml.gate import declares_entities, encoding_is_plain, is_local_template
from kedraft.ooxml.xml import w
from kedraft.vietnamese.letters import lazily

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAX_SIZE = 20_000_000
_MAX_UNPACKED = 60_000_000
_MAX_ENTRIES = 400
_OUTSIDE = lazily(r"^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|^[A-Za-z]:")
_SETTINGS = "word/settings.xml"
_SETTINGS_RELATIONS = "word/_rels/settings.xml.rels"
_TAG_START = lazily(r"\{[{%#]")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}

#: Parts whose tags are filled in, by the end of their content type.
RENDERED_KINDS = {
    "wordprocessingml.document.main+xml": "document",
    "wordprocessingml.template.main+xml": "document",
    "wordprocessingml.header+xml": "header",
    "wordprocessingml.footer+xml": "footer",
    "package.core-properties+xml": "core",
}


class Part(NamedTuple):
    """A part whose tags are filled in: `document`, `header`, `footer` or `core`."""

    name: str
    kind: str
    xml: bytes


class ParagraphText(NamedTuple):
    """A paragraph of a part as typed, tags included; `row` and `cell` are the whole texts around it."""

    number: int
    text: str
    row: str
    cell: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A package: all entries in order, the parts that are rendered, and those that hold tags but are not."""

    entries: tuple[tuple[str, bytes], ...]
    parts: tuple[Part, ...]
    strays: tuple[str, ...]


class Widths(NamedTuple):
    """Twips: text width of the first portrait and the first landscape section, columns of the first table."""

    portrait: int | None
    landscape: int | None
    columns: tuple[int, ...]


# ----------------------------------------------------------------------------------------------------------- opening


def open_parts(data: bytes, name: str) -> Opened:
    """The package's entries; raises `TemplateInvalid` for what is no Word file, or no safe one."""
    entries = _entries(data, name)
    kinds = _kinds(dict(entries), name)
    parts = tuple(Part(entry, kinds[entry], xml) for entry, xml in entries if entry in kinds)
    if not any(part.kind == "document" for part in parts):
        raise _refused(name, "tệp không có phần nội dung của Word; hãy lưu lại dưới dạng .docx")
    strays = tuple(entry for entry, xml in entries if _is_stray(entry, xml, kinds, name))
    return Opened(_normalised(entries), parts, strays)


def _is_stray(entry: str, xml: bytes, kinds: dict[str, str], name: str) -> bool:
    return entry.lower().endswith(".xml") and entry not in kinds and has_tags(parse_part(xml, entry, name))


def unchanged_entries(data: bytes, name: str, filled: frozenset[str]) -> tuple[tuple[str, bytes], ...]:
    """The entries of a package that was opened before, without those that are filled in."""
    return _normalised(tuple(entry for entry in _read(data, name) if entry[0] not in filled))


def _entries(data: bytes, name: str) -> tuple[tuple[str, bytes], ...]:
    entries = _read(data, name)
    for entry, content in entries:
        _gate(entry, content, name)
    return entries


def _read(data: bytes, name: str) -> tuple[tuple[str, bytes], ...]:
    if len(data) > _MAX_SIZE:
        raise _refused(name, "mẫu quá lớn (trên 20 MB)")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            if len(infos) > _MAX_ENTRIES or sum(info.file_size for info in infos) > _MAX_UNPACKED:
                raise _refused(name, "mẫu có quá nhiều phần hoặc giải nén ra quá lớn")
            if len({info.filename for info in infos}) != len(infos):
                raise _refused(name, "mẫu có hai phần trùng tên; hãy mở bằng Word và lưu lại")
            return tuple((info.filename, package.read(info)) for info in infos if not info.is_dir())
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise _refused(name, "tệp không phải là tệp Word .docx, hoặc đã hỏng") from error


def _gate(entry: str, content: bytes, name: str) -> None:
    lower = entry.lower()
    if _OUTSIDE.search(entry):
        raise _refused(name, f"tên phần {entry!r} chỉ ra ngoài gói tệp; hãy mở bằng Word và lưu lại")
    if "vbaproject" in lower or lower.endswith((".ole", ".exe")) or "/embeddings/" in lower or "/activex/" in lower:
        raise _refused(name, f"mẫu có macro hoặc đối tượng nhúng ({entry}); hãy bỏ đi rồi lưu lại dạng .docx")
    if lower.endswith((".xml", ".rels")):
        if declares_entities(content):
            raise _refused(name, f"phần {entry} khai báo DOCTYPE; tệp Word không có khai báo này")
        if not encoding_is_plain(content):
            raise _refused(name, f"phần {entry} dùng bảng mã lạ; hãy mở bằng Word và lưu lại")
        if lower.endswith(".rels"):
            _gate_relations(entry, content, name)


def _gate_relations(entry: str, content: bytes, name: str) -> None:
    for relation in parse_part(content, entry, name):
        kind = _relation_kind(relation)
        outside = relation.get("TargetMode") == "External" and not _is_own_template(relation)
        if outside and kind != "hyperlink":
            raise _refused(name, f"mẫu liên kết ra ngoài ({relation.get('Target')}); hãy bỏ liên kết này")
        if kind in ("afchunk", "subdocument", "frame"):
            raise _refused(name, "mẫu nhúng một văn bản khác; hãy bỏ đi rồi lưu lại")


def _relation_kind(relation: etree._Element) -> str:
    return (relation.get("Type") or "").rsplit("/", 1)[-1].lower()


def _is_own_template(relation: etree._Element) -> bool:
    """Word's note of the .dotm that the author works with; `_normalised` takes it out."""
    return _relation_kind(relation) == "attachedtemplate" and is_local_template(relation.get("Target") or "")


def _kinds(entries: dict[str, bytes], name: str) -> dict[str, str]:
    if "[Content_Types].xml" not in entries:
        raise _refused(name, "tệp không phải là tệp Word .docx, hoặc đã hỏng")
    kinds: dict[str, str] = {}
    for override in parse_part(entries["[Content_Types].xml"], "[Content_Types].xml", name).iter(
        f"{{{_TYPES}}}Override"
    ):
        part = (override.get("PartName") or "").lstrip("/")
        for ending, kind in RENDERED_KINDS.items():
            if (override.get("ContentType") or "").endswith(ending) and part in entries:
                kinds[part] = kind
    return kinds


def _normalised(entries: tuple[tuple[str, bytes], ...]) -> tuple[tuple[str, bytes], ...]:
    """LibreOffice names the core properties' relationship in its own way, Word notes the author's .dotm: both are mended."""
    entries = _without_own_template(entries)
    wrong = b"officedocument/2006/relationships/metadata/core-properties"
    right = b"package/2006/relationships/metadata/core-properties"
    return tuple(
        (entry, content.replace(wrong, right) if entry == "_rels/.rels" else content) for entry, content in entries
    )


def _without_own_template(entries: tuple[tuple[str, bytes], ...]) -> tuple[tuple[str, bytes], ...]:
    """No document printed from the template points to the machine of the template's author."""
    if not any(b"attachedTemplate" in content for entry, content in entries if entry == _SETTINGS_RELATIONS):
        return entries
    shed = {_SETTINGS_RELATIONS: _without_relation, _SETTINGS: _without_attached}
    return tuple((entry, shed[entry](content) if entry in shed else content) for entry, content in entries)


def _without_relation(content: bytes) -> bytes:
    root = etree.fromstring(content)
    for relation in list(root):
        if _relation_kind(relation) == "attachedtemplate":
            root.remove(relation)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _without_attached(content: bytes) -> bytes:
    root = etree.fromstring(content)
    for mark in root.findall(w("attachedTemplate")):
        root.remove(mark)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def parse_part(xml: bytes, entry: str, name: str) -> etree._Element:
    """The root of a part; raises `TemplateInvalid` when it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise _refused(name, f"phần {entry} của mẫu không phải XML đúng") from error


def _refused(name: str, message: str) -> TemplateInvalid:
    return TemplateInvalid((misuse("template-file", message, Location(file=name)),))


# --------------------------------------------------------------------------------------------------------------- tags


def tag_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each `{{ … }}`, `{% … %}` and `{# … #}` begins and ends. The text is gone through once, closed tags or not."""
    at, last = 0, len(text)
    ends: dict[str, int] = {}
    for start in _TAG_START.finditer(text):
        if start.start() < at:
            continue
        close = _CLOSES[start.group()]
        if ends.get(close, 0) < start.end():
            found = text.find(close, start.end())
            ends[close] = last if found < 0 else found
        if ends[close] < last:
            at = ends[close] + 2
            yield start.start(), at


def without_tags(text: str) -> str:
    """The text with its tags taken out."""
    kept, at = [], 0
    for start, end in tag_spans(text):
        kept.append(text[at:start])
        at = end
    return "".join((*kept, text[at:]))


def has_tags(root: etree._Element) -> bool:
    """Whether a part holds the beginning of a tag, in whatever encoding, spelling or torn over runs."""
    if _TAG_START.search(etree.tostring(root, encoding="unicode")):
        return True
    return any(_TAG_START.search(_text(paragraph)) for paragraph in root.iter(w("p")))


# ------------------------------------------------------------------------------------------------------------ reading


def paragraph_texts(part: Part, name: str) -> tuple[ParagraphText, ...]:
    """Every paragraph as typed, numbered from 1 in the order of the file; core properties count as paragraphs."""
    root = parse_part(part.xml, part.name, name)
    if part.kind == "core":
        return tuple(ParagraphText(n, child.text or "", "", "") for n, child in enumerate(root, 1))
    read: dict[etree._Element, str] = {}
    return tuple(
        ParagraphText(number, _text(paragraph), _around(paragraph, "tr", read), _around(paragraph, "tc", read))
        for number, paragraph in enumerate(root.iter(w("p")), 1)
    )


def _text(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(w("t")))


def _around(paragraph: etree._Element, name: str, read: dict[etree._Element, str]) -> str:
    """The text of the row or cell around a paragraph; each is read once and kept in `read`."""
    found = next(paragraph.iterancestors(w(name)), None)
    if found is None:
        return ""
    if found not in read:
        read[found] = _text(found)
    return read[found]


def widths(part: Part, name: str) -> Widths:
    """The page and column widths of a document part."""
    root = parse_part(part.xml, part.name, name)
    portrait = landscape = None
    for section in root.iter(w("sectPr")):
        size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
        if size is None or margins is None:
            continue
        room = _int(size, "w") - _int(margins, "left") - _int(margins, "right") - _int(margins, "gutter")
        if size.get(w("orient")) == "landscape":
            landscape = landscape or room
        else:
            portrait = portrait or room
    table = next(root.iter(w("tbl")), None)
    columns = () if table is None else tuple(_int(column, "w") for column in table.iterfind(f"{w('tblGrid')}/*"))
    return Widths(portrait, landscape, columns)


def _int(element: etree._Element, name: str) -> int:
    try:
        return int(float(element.get(w(name)) or 0))
    except ValueError:
        return 0
