"""The tags of a Word template: those that Word tore apart mended, the layout tags turned into plain docxtpl language.

Beside docxtpl's tags a template may hold six layout tags, typed as text like all others:

    {{r block.runs }}          the words of a list of runs, bold and italic where they are, else as the tag looks
    {% inset FIELD %}          this paragraph is indented by FIELD twips left and right
    {% grid TABLE %}           this table has the columns of TABLE
    {% span CELL %}            this cell has the width of CELL and spans the columns and rows that it spans
    {% keep ROW %}             this paragraph's row stays on the page of the next one, where ROW asks for it
    {% section CONDITION %}    when CONDITION holds, the document ends with this paragraph's section instead of its own

Word keeps them through a save because they are text; what they set could not be typed into Word as a tag.
"""

import re

from lxml import etree

from kedraft.errors import TemplateInvalid, misuse
from kedraft.model.place import Location
from kedraft.ooxml.template_parts import Part, parse_part, tag_spans
from kedraft.ooxml.xml import WORD, w
from kedraft.vietnamese.letters import lazily

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: The schema's order: what stands after `w:ind` in `w:pPr`, and after `w:b` and `w:i` in `w:rPr` before it.
_AFTER_IND = frozenset(
    ["contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"]
) | frozenset(["textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"])
_RUNS = lazily(r"\{\{r\s(.*)\}\}", re.DOTALL)
_LAYOUT = lazily(r"\{%\s*(inset|grid|span|keep|section)\s(.*)%\}", re.DOTALL)


def plain_language(part: Part, name: str) -> str:
    """The part's XML with split tags mended and layout tags written out in docxtpl's own language."""
    root = parse_part(part.xml, part.name, name)
    if part.kind != "core":
        for paragraph in root.iter(w("p")):
            _mend(paragraph)
        _write_out_runs(root)
        _write_out_layout(root, part, name)
    return etree.tostring(root, encoding="unicode")


def _own_texts(paragraph: etree._Element) -> list[etree._Element]:
    return [t for t in paragraph.iter(w("t")) if next(t.iterancestors(w("p")), None) is paragraph]


def _mend(paragraph: etree._Element) -> None:
    """Word parts a tag among runs while it is edited: the whole tag goes to the run in which it begins."""
    texts = _own_texts(paragraph)
    whole = "".join(t.text or "" for t in texts)
    if "{" not in whole or len(texts) < 2:
        return
    owner = [at for at, t in enumerate(texts) for _ in t.text or ""]
    for start, end in tag_spans(whole):
        owner[start:end] = [owner[start]] * (end - start)
    mended = [""] * len(texts)
    for at, letter in zip(owner, whole, strict=True):
        mended[at] += letter
    for t, text in zip(texts, mended, strict=True):
        if t.text != text:
            t.text = text
            t.set(_XML_SPACE, "preserve")


def _tags(form: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The tags of one form, where they stand in the text."""
    return [tag for start, end in tag_spans(text) if (tag := form.fullmatch(text, start, end))]


def _write_out_runs(root: etree._Element) -> None:
    for t in list(root.iter(w("t"))):
        if _tags(_RUNS, t.text or ""):
            _write_out_run(_alone(t))


def _alone(t: etree._Element) -> etree._Element:
    """The run that holds nothing but `t` and its looks; its neighbours in the run get runs of their own."""
    run = t.getparent()
    assert run is not None
    looks = run.find(w("rPr"))
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
    other = etree.Element(w("r"), nsmap={"w": WORD})
    if looks is not None:
        other.append(etree.fromstring(etree.tostring(looks, with_tail=False)))
    return other


def _write_out_run(run: etree._Element) -> None:
    """`before{{r FIELD }}after` -> a run, a loop over runs, a run."""
    t = run.find(w("t"))
    assert t is not None
    looks = run.find(w("rPr"))
    text = t.text or ""
    at = 0
    for tag in _tags(_RUNS, text):
        _add_text_run(run, looks, text[at : tag.start()])
        loop = _like(run, looks)
        _weigh(loop)
        _add_text(loop, "{{ run.text }}")
        run.addprevious(loop)
        _type_before(loop, f"{{% for run in {tag.group(1).strip()} %}}")
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
    t = etree.SubElement(run, w("t"))
    t.set(_XML_SPACE, "preserve")
    t.text = text


def _weigh(run: etree._Element) -> None:
    """Bold and italic from the data, unless the sample has them anyway."""
    looks = run.find(w("rPr"))
    if looks is None:
        looks = etree.SubElement(run, w("rPr"))
        run.text = "{% if run.bold or run.italic %}"
        looks.tail = "{% endif %}"
    position = sum(1 for child in looks if child.tag in (w("rStyle"), w("rFonts")))
    for name, field in (("b", "bold"), ("i", "italic")):
        if looks.find(w(name)) is None:
            mark = etree.Element(w(name))
            looks.insert(position, mark)
            _type_before(mark, f"{{% if run.{field} %}}")
            mark.tail = "{% endif %}" + (mark.tail or "")
        position = sum(1 for child in looks if child.tag in (w("rStyle"), w("rFonts"), w("b"), w("bCs")))


def _write_out_layout(root: etree._Element, part: Part, name: str) -> None:
    for number, paragraph in enumerate(list(root.iter(w("p"))), 1):
        for t in _own_texts(paragraph):
            text = t.text or ""
            tags = _tags(_LAYOUT, text)
            if not tags:
                continue
            t.text = _without(tags, text)
            if not t.text:
                _remove_text(t)
            for tag in tags:
                _apply(tag[1], tag[2].strip(), paragraph, root, Location(file=name, paragraph=number))


def _without(tags: list[re.Match[str]], text: str) -> str:
    starts, ends = [tag.start() for tag in tags], [tag.end() for tag in tags]
    return "".join(text[end:start] for end, start in zip([0, *ends], [*starts, len(text)], strict=True))


def _apply(word: str, field: str, paragraph: etree._Element, root: etree._Element, where: Location) -> None:
    match word:
        case "inset":
            _inset(paragraph, field)
        case "grid":
            _grid(_enclosing(paragraph, "tbl", word, where), field, where)
        case "keep":
            _keep(paragraph, field)
        case "span":
            _span(_enclosing(paragraph, "tc", word, where), field)
        case _:
            _last_section(paragraph, root, field, where)


def _enclosing(paragraph: etree._Element, name: str, word: str, where: Location) -> etree._Element:
    found = next(paragraph.iterancestors(w(name)), None)
    if found is None:
        message = f"lệnh {{% {word} … %}} phải nằm trong bảng; hãy chuyển vào ô của bảng hoặc bỏ đi"
        raise TemplateInvalid((misuse("template-tag-place", message, where),))
    return found


def _inset(paragraph: etree._Element, field: str) -> None:
    properties = _child(paragraph, "pPr", 0)
    indent = properties.find(w("ind"))
    if indent is None:
        at = sum(1 for child in properties if etree.QName(child).localname not in _AFTER_IND)
        indent = etree.Element(w("ind"))
        properties.insert(at, indent)
    for name in ("start", "end", "hanging"):
        indent.attrib.pop(w(name), "")
    indent.set(w("left"), f"{{{{ {field} }}}}")
    indent.set(w("right"), f"{{{{ {field} }}}}")


def _grid(table: etree._Element, field: str, where: Location) -> None:
    grid = table.find(w("tblGrid"))
    if grid is None:
        message = "bảng có lệnh {% grid … %} thiếu khai báo cột (tblGrid); hãy mở bằng Word, lưu lại, hoặc vẽ lại bảng"
        raise TemplateInvalid((misuse("template-tag-place", message, where),))
    for column in list(grid):
        grid.remove(column)
    grid.text = f"{{% for column in {field}.columns %}}"
    column = etree.SubElement(grid, w("gridCol"))
    column.set(w("w"), "{{ column }}")
    column.tail = "{% endfor %}"


def _keep(paragraph: etree._Element, field: str) -> None:
    properties = _child(paragraph, "pPr", 0)
    if properties.find(w("keepNext")) is not None:
        return
    mark = etree.Element(w("keepNext"))
    properties.insert(sum(1 for child in properties if child.tag == w("pStyle")), mark)
    _type_before(mark, f"{{% if {field}.keep %}}")
    mark.tail = "{% endif %}"


def _span(cell: etree._Element, field: str) -> None:
    properties = _child(cell, "tcPr", 0)
    for name in ("tcW", "gridSpan", "hMerge", "vMerge"):
        for old in properties.findall(w(name)):
            _remove(old)
    at = sum(1 for child in properties if child.tag == w("cnfStyle"))
    width = etree.Element(w("tcW"))
    width.set(w("w"), f"{{{{ {field}.width }}}}")
    width.set(w("type"), "dxa")
    across = etree.Element(w("gridSpan"))
    across.set(w("val"), f"{{{{ {field}.across }}}}")
    down = etree.Element(w("vMerge"))
    down.set(w("val"), f"{{{{ {field}.merge }}}}")
    for offset, element in enumerate((width, across, down)):
        properties.insert(at + offset, element)
    width.tail = f"{{% if {field}.across != 1 %}}"
    across.tail = f"{{% endif %}}{{% if {field}.merge %}}"
    down.tail = "{% endif %}"


def _last_section(paragraph: etree._Element, root: etree._Element, field: str, where: Location) -> None:
    body = root.find(w("body"))
    other = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    own = None if body is None else body.find(w("sectPr"))
    if other is None or own is None:
        message = "lệnh {% section … %} phải đứng ở đoạn có ngắt phần (Section Break) ngay trước cuối văn bản"
        raise TemplateInvalid((misuse("template-tag-place", message, where),))
    own.addprevious(other)
    _type_before(other, f"{{% if {field} %}}")
    other.tail = "{% else %}"
    own.tail = "{% endif %}"
    _remove(paragraph)


def _child(element: etree._Element, name: str, at: int) -> etree._Element:
    found = element.find(w(name))
    if found is None:
        found = etree.Element(w(name))
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
    if all(child.tag == w("rPr") for child in run):
        _remove(run)
