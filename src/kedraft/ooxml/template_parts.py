"""The parts of a Word template, opened with care, and its layout tags turned into plain docxtpl language.

Beside docxtpl's tags a template may hold five layout tags, typed as text like all others:

    {{r block.runs }}          the words of a list of runs, bold and italic where they are, else as the tag looks
    {% inset FIELD %}          this paragraph is indented by FIELD twips left and right
    {% grid TABLE %}           this table has the columns of TABLE
    {% span CELL %}            this cell has the width of CELL and spans the columns and rows that it spans
    {% section CONDITION %}    when CONDITION holds, the document ends with this paragraph's section instead of its own

Word keeps them through a save because they are text; what they set could not be typed into Word as a tag.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from kedraft.errors import TemplateInvalid, misuse
from kedraft.model.place import Location

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAX_SIZE = 20_000_000
_MAX_UNPACKED = 60_000_000
_MAX_ENTRIES = 400

#: Parts whose tags are filled in, by the end of their content type.
RENDERED_KINDS = {
    "wordprocessingml.document.main+xml": "document",
    "wordprocessingml.template.main+xml": "document",
    "wordprocessingml.header+xml": "header",
    "wordprocessingml.footer+xml": "footer",
    "package.core-properties+xml": "core",
}
#: The schema's order: what stands after `w:ind` in `w:pPr`, and after `w:b` and `w:i` in `w:rPr` before it.
_AFTER_IND = frozenset(
    ["contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"]
) | frozenset(["textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"])
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_RUNS = re.compile(r"\{\{r\s+(.*?)\s*\}\}")
_LAYOUT = re.compile(r"\{%\s*(inset|grid|span|section)\s+(.*?)\s*%\}")


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


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
    strays = tuple(
        entry
        for entry, xml in entries
        if entry.endswith(".xml") and entry not in kinds and (b"{{" in xml or b"{%" in xml)
    )
    return Opened(_normalised(entries), parts, strays)


def _entries(data: bytes, name: str) -> tuple[tuple[str, bytes], ...]:
    if len(data) > _MAX_SIZE:
        raise _refused(name, "mẫu quá lớn (trên 20 MB)")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            if len(infos) > _MAX_ENTRIES or sum(info.file_size for info in infos) > _MAX_UNPACKED:
                raise _refused(name, "mẫu có quá nhiều phần hoặc giải nén ra quá lớn")
            if len({info.filename for info in infos}) != len(infos):
                raise _refused(name, "mẫu có hai phần trùng tên; hãy mở bằng Word và lưu lại")
            entries = tuple((info.filename, package.read(info)) for info in infos if not info.is_dir())
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise _refused(name, "tệp không phải là tệp Word .docx, hoặc đã hỏng") from error
    for entry, content in entries:
        _gate(entry, content, name)
    return entries


def _gate(entry: str, content: bytes, name: str) -> None:
    lower = entry.lower()
    if "vbaproject" in lower or lower.endswith((".ole", ".exe")) or "/embeddings/" in lower or "/activex/" in lower:
        raise _refused(name, f"mẫu có macro hoặc đối tượng nhúng ({entry}); hãy bỏ đi rồi lưu lại dạng .docx")
    if lower.endswith((".xml", ".rels")):
        head = content[:4096]
        if b"<!DOCTYPE" in head or b"<!ENTITY" in content:
            raise _refused(name, f"phần {entry} khai báo DOCTYPE; tệp Word không có khai báo này")
        if lower.endswith(".rels"):
            _gate_relations(entry, content, name)


def _gate_relations(entry: str, content: bytes, name: str) -> None:
    for relation in _parse(content, entry, name):
        kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
        if relation.get("TargetMode") == "External" and kind != "hyperlink":
            raise _refused(name, f"mẫu liên kết ra ngoài ({relation.get('Target')}); hãy bỏ liên kết này")
        if kind in ("aFChunk", "subDocument", "frame"):
            raise _refused(name, "mẫu nhúng một văn bản khác; hãy bỏ đi rồi lưu lại")


def _kinds(entries: dict[str, bytes], name: str) -> dict[str, str]:
    if "[Content_Types].xml" not in entries:
        raise _refused(name, "tệp không phải là tệp Word .docx, hoặc đã hỏng")
    kinds: dict[str, str] = {}
    for override in _parse(entries["[Content_Types].xml"], "[Content_Types].xml", name).iter(f"{{{_TYPES}}}Override"):
        part = (override.get("PartName") or "").lstrip("/")
        for ending, kind in RENDERED_KINDS.items():
            if (override.get("ContentType") or "").endswith(ending) and part in entries:
                kinds[part] = kind
    return kinds


def _normalised(entries: tuple[tuple[str, bytes], ...]) -> tuple[tuple[str, bytes], ...]:
    """LibreOffice names the core properties' relationship in its own way; readers then add a second core.xml."""
    wrong = b"officedocument/2006/relationships/metadata/core-properties"
    right = b"package/2006/relationships/metadata/core-properties"
    return tuple(
        (entry, content.replace(wrong, right) if entry == "_rels/.rels" else content) for entry, content in entries
    )


def _parse(xml: bytes, entry: str, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise _refused(name, f"phần {entry} của mẫu không phải XML đúng") from error


def _refused(name: str, message: str) -> TemplateInvalid:
    return TemplateInvalid((misuse("template-file", message, Location(file=name)),))


# ------------------------------------------------------------------------------------------------------------ reading


def paragraph_texts(part: Part, name: str) -> tuple[ParagraphText, ...]:
    """Every paragraph as typed, numbered from 1 in the order of the file; core properties count as paragraphs."""
    root = _parse(part.xml, part.name, name)
    if part.kind == "core":
        return tuple(ParagraphText(n, child.text or "", "", "") for n, child in enumerate(root, 1))
    return tuple(
        ParagraphText(number, _text(paragraph), _around(paragraph, "tr"), _around(paragraph, "tc"))
        for number, paragraph in enumerate(root.iter(_w("p")), 1)
    )


def _text(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(_w("t")))


def _around(paragraph: etree._Element, name: str) -> str:
    found = next(paragraph.iterancestors(_w(name)), None)
    return "" if found is None else _text(found)


def widths(part: Part, name: str) -> Widths:
    """The page and column widths of a document part."""
    root = _parse(part.xml, part.name, name)
    portrait = landscape = None
    for section in root.iter(_w("sectPr")):
        size, margins = section.find(_w("pgSz")), section.find(_w("pgMar"))
        if size is None or margins is None:
            continue
        room = _int(size, "w") - _int(margins, "left") - _int(margins, "right") - _int(margins, "gutter")
        if size.get(_w("orient")) == "landscape":
            landscape = landscape or room
        else:
            portrait = portrait or room
    table = next(root.iter(_w("tbl")), None)
    columns = () if table is None else tuple(_int(column, "w") for column in table.iterfind(f"{_w('tblGrid')}/*"))
    return Widths(portrait, landscape, columns)


def _int(element: etree._Element, name: str) -> int:
    try:
        return int(float(element.get(_w(name)) or 0))
    except ValueError:
        return 0


# ---------------------------------------------------------------------------------------------------------- preparing


def plain_language(part: Part, name: str) -> str:
    """The part's XML with split tags mended and layout tags written out in docxtpl's own language."""
    root = _parse(part.xml, part.name, name)
    if part.kind != "core":
        for paragraph in root.iter(_w("p")):
            _mend(paragraph)
        _write_out_runs(root)
        _write_out_layout(root, part, name)
    return etree.tostring(root, encoding="unicode")


def _own_texts(paragraph: etree._Element) -> list[etree._Element]:
    return [t for t in paragraph.iter(_w("t")) if next(t.iterancestors(_w("p")), None) is paragraph]


def _mend(paragraph: etree._Element) -> None:
    """Word parts a tag among runs while it is edited: the whole tag goes to the run in which it begins."""
    texts = _own_texts(paragraph)
    whole = "".join(t.text or "" for t in texts)
    if "{" not in whole or len(texts) < 2:
        return
    owner = [at for at, t in enumerate(texts) for _ in t.text or ""]
    for tag in _TAG.finditer(whole):
        owner[tag.start() : tag.end()] = [owner[tag.start()]] * (tag.end() - tag.start())
    mended = [""] * len(texts)
    for at, letter in zip(owner, whole, strict=True):
        mended[at] += letter
    for t, text in zip(texts, mended, strict=True):
        if t.text != text:
            t.text = text
            t.set(_XML_SPACE, "preserve")


def _write_out_runs(root: etree._Element) -> None:
    for t in list(root.iter(_w("t"))):
        if _RUNS.search(t.text or ""):
            _write_out_run(_alone(t))


def _alone(t: etree._Element) -> etree._Element:
    """The run that holds nothing but `t` and its looks; its neighbours in the run get runs of their own."""
    run = t.getparent()
    assert run is not None
    looks = run.find(_w("rPr"))
    children = [child for child in run if child is not looks]
    at = children.index(t)
    for child in children[:at]:
        run.addprevious(_holding(child, run, looks))
    for child in reversed(children[at + 1 :]):
        run.addnext(_holding(child, run, looks))
    return run


def _holding(child: etree._Element, run: etree._Element, looks: etree._Element | None) -> etree._Element:
    other = _like(run, looks)
    other.append(child)
    return other


def _like(run: etree._Element, looks: etree._Element | None) -> etree._Element:
    other = etree.Element(_w("r"), nsmap={"w": _W})
    if looks is not None:
        other.append(etree.fromstring(etree.tostring(looks, with_tail=False)))
    return other


def _write_out_run(run: etree._Element) -> None:
    """`before{{r FIELD }}after` -> a run, a loop over runs, a run."""
    t = run.find(_w("t"))
    assert t is not None
    looks = run.find(_w("rPr"))
    text = t.text or ""
    at = 0
    for tag in _RUNS.finditer(text):
        _add_text_run(run, looks, text[at : tag.start()])
        loop = _like(run, looks)
        _weigh(loop)
        _add_text(loop, "{{ run.text }}")
        run.addprevious(loop)
        _type_before(loop, f"{{% for run in {tag.group(1)} %}}")
        loop.tail = "{% endfor %}"
        at = tag.end()
    _add_text_run(run, looks, text[at:])
    _remove(run)


def _add_text_run(run: etree._Element, looks: etree._Element | None, text: str) -> None:
    if text:
        other = _like(run, looks)
        _add_text(other, text)
        run.addprevious(other)


def _add_text(run: etree._Element, text: str) -> None:
    t = etree.SubElement(run, _w("t"))
    t.set(_XML_SPACE, "preserve")
    t.text = text


def _weigh(run: etree._Element) -> None:
    """Bold and italic from the data, unless the sample has them anyway."""
    looks = run.find(_w("rPr"))
    if looks is None:
        looks = etree.SubElement(run, _w("rPr"))
        run.text = "{% if run.bold or run.italic %}"
        looks.tail = "{% endif %}"
    position = sum(1 for child in looks if child.tag in (_w("rStyle"), _w("rFonts")))
    for name, field in (("b", "bold"), ("i", "italic")):
        if looks.find(_w(name)) is None:
            mark = etree.Element(_w(name))
            looks.insert(position, mark)
            _type_before(mark, f"{{% if run.{field} %}}")
            mark.tail = "{% endif %}" + (mark.tail or "")
        position = sum(1 for child in looks if child.tag in (_w("rStyle"), _w("rFonts"), _w("b"), _w("bCs")))


def _write_out_layout(root: etree._Element, part: Part, name: str) -> None:
    for number, paragraph in enumerate(list(root.iter(_w("p"))), 1):
        for t in _own_texts(paragraph):
            text = t.text or ""
            tags = _LAYOUT.findall(text)
            if not tags:
                continue
            t.text = _LAYOUT.sub("", text)
            if not t.text:
                _remove_text(t)
            for word, field in tags:
                _apply(word, field, paragraph, root, Location(file=name, paragraph=number))


def _apply(word: str, field: str, paragraph: etree._Element, root: etree._Element, where: Location) -> None:
    match word:
        case "inset":
            _inset(paragraph, field)
        case "grid":
            _grid(_enclosing(paragraph, "tbl", word, where), field)
        case "span":
            _span(_enclosing(paragraph, "tc", word, where), field)
        case _:
            _last_section(paragraph, root, field, where)


def _enclosing(paragraph: etree._Element, name: str, word: str, where: Location) -> etree._Element:
    found = next(paragraph.iterancestors(_w(name)), None)
    if found is None:
        message = f"lệnh {{% {word} … %}} phải nằm trong bảng; hãy chuyển vào ô của bảng hoặc bỏ đi"
        raise TemplateInvalid((misuse("template-tag-place", message, where),))
    return found


def _inset(paragraph: etree._Element, field: str) -> None:
    properties = _child(paragraph, "pPr", 0)
    indent = properties.find(_w("ind"))
    if indent is None:
        at = sum(1 for child in properties if etree.QName(child).localname not in _AFTER_IND)
        indent = etree.Element(_w("ind"))
        properties.insert(at, indent)
    for name in ("start", "end", "hanging"):
        indent.attrib.pop(_w(name), "")
    indent.set(_w("left"), f"{{{{ {field} }}}}")
    indent.set(_w("right"), f"{{{{ {field} }}}}")


def _grid(table: etree._Element, field: str) -> None:
    grid = table.find(_w("tblGrid"))
    assert grid is not None
    for column in list(grid):
        grid.remove(column)
    grid.text = f"{{% for column in {field}.columns %}}"
    column = etree.SubElement(grid, _w("gridCol"))
    column.set(_w("w"), "{{ column }}")
    column.tail = "{% endfor %}"


def _span(cell: etree._Element, field: str) -> None:
    properties = _child(cell, "tcPr", 0)
    for name in ("tcW", "gridSpan", "hMerge", "vMerge"):
        for old in properties.findall(_w(name)):
            _remove(old)
    at = sum(1 for child in properties if child.tag == _w("cnfStyle"))
    width = etree.Element(_w("tcW"))
    width.set(_w("w"), f"{{{{ {field}.width }}}}")
    width.set(_w("type"), "dxa")
    across = etree.Element(_w("gridSpan"))
    across.set(_w("val"), f"{{{{ {field}.across }}}}")
    down = etree.Element(_w("vMerge"))
    down.set(_w("val"), f"{{{{ {field}.merge }}}}")
    for offset, element in enumerate((width, across, down)):
        properties.insert(at + offset, element)
    width.tail = f"{{% if {field}.across != 1 %}}"
    across.tail = f"{{% endif %}}{{% if {field}.merge %}}"
    down.tail = "{% endif %}"


def _last_section(paragraph: etree._Element, root: etree._Element, field: str, where: Location) -> None:
    body = root.find(_w("body"))
    other = paragraph.find(f"{_w('pPr')}/{_w('sectPr')}")
    own = None if body is None else body.find(_w("sectPr"))
    if other is None or own is None:
        message = "lệnh {% section … %} phải đứng ở đoạn có ngắt phần (Section Break) ngay trước cuối văn bản"
        raise TemplateInvalid((misuse("template-tag-place", message, where),))
    own.addprevious(other)
    _type_before(other, f"{{% if {field} %}}")
    other.tail = "{% else %}"
    own.tail = "{% endif %}"
    _remove(paragraph)


def _child(element: etree._Element, name: str, at: int) -> etree._Element:
    found = element.find(_w(name))
    if found is None:
        found = etree.Element(_w(name))
        element.insert(at, found)
    return found


def _type_before(element: etree._Element, text: str) -> None:
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
        return
    parent = element.getparent()
    assert parent is not None
    parent.text = (parent.text or "") + text


def _remove(element: etree._Element) -> None:
    """Take an element out, its tail stays."""
    if element.tail:
        _type_before(element, element.tail)
        element.tail = None
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _remove_text(t: etree._Element) -> None:
    run = t.getparent()
    assert run is not None
    _remove(t)
    if all(child.tag == _w("rPr") for child in run):
        _remove(run)
