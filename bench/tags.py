"""Our template in the other engines' tag languages: the same paragraphs, styles and words, one loop over the blocks.

What only kedraft and docxtpl do (indents that make titles even, spans, tables from data, landscape pages) is left out, and
only the roles that the document has are there: the other engines have less to do, not more.
"""

import copy
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from kedraft.model.document import Flow, Role
from kedraft.ooxml.template_parts import open_parts
from kedraft.ooxml.template_tags import plain_language
from kedraft.ooxml.xml import w

_TAG = re.compile(r"\{%p (.*?) %\}\Z")
_LAYOUT = re.compile(r"\{%\s*(?:inset|grid|span|section)\s.*?%\}|\{#.*?#\}")
_FIELD = re.compile(r"\{\{r?\s+(.*?)\s*\}\}")
_ROLE = re.compile(r"(?:if|elif) block\.role == '(\w+)'")
_LOOP = re.compile(r"for line in (\S+)")

Data = dict[str, Any]


def for_docxtpl(template: bytes) -> bytes:
    """The template with its layout tags written out, so that plain docxtpl understands all of it."""
    opened = open_parts(template, "template.docx")
    parts = {part.name: part for part in opened.parts}
    return _zip(
        {name: plain_language(parts[name], "t").encode() if name in parts else xml for name, xml in opened.entries}
    )


def data_of(view: Flow, styles: dict[str, str]) -> Data:
    """A flow as JSON for the other engines: flat names, one flag per role and its style, lists of lines."""
    signed = next(block.signature for block in view.blocks if block.signature)
    head = view.letterhead
    return {
        "superior": _lines(head.superior),
        "issuer": _lines(head.issuer),
        "number": head.number,
        "place_and_date": head.place_and_date,
        "document_type": view.document_type,
        "subject": view.subject,
        "blocks": [
            {
                "style": styles[block.role],
                str(block.role): True,
                "bold": "".join(run.text for run in block.runs if run.bold),
                "text": "".join(run.text for run in block.runs if not run.bold),
            }
            for block in view.blocks
            if not block.signature
        ],
        "recipients": _lines(signed.recipients),
        "office": _lines(signed.office),
        "name": signed.name,
    }


def _lines(lines: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"line": line} for line in lines]


def styles_of(template: bytes) -> dict[str, str]:
    """The paragraph style of each role that is one paragraph."""
    body = _body(open_parts(template, "template.docx").entries)
    start = next(at for at, element in enumerate(body) if _tag_of(element).startswith("for block in"))
    samples = _samples(list(body)[start + 1 : _end(list(body), start)])
    return {
        role: next(sample[0].iter(w("pStyle"))).get(w("val"), "")
        for role, sample in samples.items()
        if sample[0].tag == w("p")
    }


def _body(entries: tuple[tuple[str, bytes], ...]) -> etree._Element:
    body = etree.fromstring(dict(entries)["word/document.xml"]).find(w("body"))
    assert body is not None
    return body


class Docxtemplater:
    """`{#list}` and `{/list}` in paragraphs of their own."""

    def repeat(self, name: str, sample: etree._Element) -> list[etree._Element]:
        """A sample repeated for each line of a list."""
        return [_tag_paragraph(f"{{#{name}}}"), _filled(sample, "{line}"), _tag_paragraph(f"{{/{name}}}")]

    def blocks(self, samples: dict[str, etree._Element]) -> list[etree._Element]:
        """The one loop, a condition per role."""
        inner = [
            element
            for role, sample in samples.items()
            for element in (
                _tag_paragraph(f"{{#{role}}}"),
                _in_two_runs(sample, "{bold}", "{text}"),
                _tag_paragraph(f"{{/{role}}}"),
            )
        ]
        return [_tag_paragraph("{#blocks}"), *inner, _tag_paragraph("{/blocks}")]

    def field(self, name: str) -> str:
        """A value."""
        return f"{{{name}}}"


class EasyTemplateX(Docxtemplater):
    """The same tags, in the sample itself: `loopOver: "paragraph"` says what is repeated or left out."""

    def repeat(self, name: str, sample: etree._Element) -> list[etree._Element]:
        """A paragraph repeated for each line of a list."""
        return [_filled(sample, f"{_over_paragraphs(name)}{{line}}{{/{name}}}")]

    def blocks(self, samples: dict[str, etree._Element]) -> list[etree._Element]:
        """The loop begins in the first sample and ends in the last one."""
        last = len(samples) - 1
        return [
            _in_two_runs(
                sample,
                f"{_over_paragraphs('blocks') if not at else ''}{_over_paragraphs(role)}{{bold}}",
                f"{{text}}{{/{role}}}{'{/blocks}' if at == last else ''}",
            )
            for at, (role, sample) in enumerate(samples.items())
        ]


class Carbone:
    """`{d.list[i].x}` and, in a second row that goes away, `{d.list[i+1].x}`."""

    def repeat(self, name: str, sample: etree._Element) -> list[etree._Element]:
        """The sample and its second row."""
        return [_filled(sample, f"{{d.{name}[{at}].line}}") for at in ("i", "i+1")]

    def blocks(self, samples: dict[str, etree._Element]) -> list[etree._Element]:
        """One sample whose style is a field: paragraphs to choose from would leave empty ones behind. It has less to do."""
        rows = []
        for at in ("i", "i+1"):
            row = _in_two_runs(samples["clause"], f"{{d.blocks[{at}].bold}}", f"{{d.blocks[{at}].text}}")
            next(row.iter(w("pStyle"))).set(w("val"), f"{{d.blocks[{at}].style}}")
            rows.append(row)
        return rows

    def field(self, name: str) -> str:
        """A value."""
        return f"{{d.{name}}}"


Language = Docxtemplater | Carbone
LANGUAGES: dict[str, Language] = {
    "docxtemplater": Docxtemplater(),
    "easy-template-x": EasyTemplateX(),
    "carbone": Carbone(),
}


def for_engine(template: bytes, engine: str, view: Flow) -> bytes:
    """The template in an engine's language, for documents with the roles of `view`."""
    language = LANGUAGES[engine]
    opened = open_parts(template, "template.docx")
    roles = [str(role) for role in dict.fromkeys(block.role for block in view.blocks) if role is not Role.SIGNATURE]
    entries = dict(opened.entries)
    body = _body(opened.entries)
    root = body.getroottree().getroot()
    _replace(body, list(_translated(list(body), language, roles, view)))
    entries["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    core = entries["docProps/core.xml"].replace(b"{{ title }}", view.title.encode())
    entries["docProps/core.xml"] = core.replace(b"{{ author }}", view.author.encode())
    return _zip(entries)


def _translated(
    elements: list[etree._Element], language: Language, roles: list[str], view: Flow
) -> Iterator[etree._Element]:
    """Siblings with their tag paragraphs understood; a condition is decided here, by the data."""
    at = 0
    while at < len(elements):
        tag = _tag_of(elements[at])
        end = _end(elements, at) if tag else at
        inside = elements[at + 1 : end]
        if tag.startswith("for block in"):
            samples = _samples(inside)
            yield from language.blocks({role: samples[role][0] for role in roles})
            yield from _translated(samples["signature"], language, roles, view)
        elif loop := _LOOP.match(tag):
            (sample,) = inside
            yield from language.repeat(loop.group(1).rsplit(".", 1)[-1], sample)
        elif tag.startswith("if"):
            yield from _translated(_chosen(tag, inside, view), language, roles, view)
        elif not _is_layout(elements[at]):
            yield _plain(elements[at], language, roles, view)
        at = end + 1


def _tag_of(element: etree._Element) -> str:
    found = _TAG.match(_text(element)) if element.tag == w("p") else None
    return found.group(1) if found else ""


def _end(elements: list[etree._Element], start: int) -> int:
    depth = 0
    for at in range(start, len(elements)):
        tag = _tag_of(elements[at])
        depth += tag.startswith(("for ", "if ")) - tag.startswith(("endfor", "endif"))
        if not depth:
            return at
    raise ValueError(_text(elements[start]))


def _samples(inside: list[etree._Element]) -> dict[str, list[etree._Element]]:
    """The paragraphs of each role."""
    found: dict[str, list[etree._Element]] = {}
    role = ""
    depth = 0
    for element in inside:
        tag = _tag_of(element)
        here = _ROLE.match(tag)
        if here:
            role = here.group(1)
        elif tag != "endif" or depth:
            depth += tag.startswith(("for ", "if ")) - tag.startswith(("endfor", "endif"))
            found.setdefault(role, []).append(element)
    return found


def _chosen(tag: str, inside: list[etree._Element], view: Flow) -> list[etree._Element]:
    """The branch that the data take."""
    cut = next((at for at, element in enumerate(inside) if _tag_of(element) == "else"), len(inside))
    signed = next(block.signature for block in view.blocks if block.signature)
    values = {
        "if letterhead.long_place_and_date": view.letterhead.long_place_and_date,
        "if block.signature.second_position": bool(signed.second_position),
    }
    return inside[:cut] if values[tag] else inside[cut + 1 :]


def _is_layout(element: etree._Element) -> bool:
    """The paragraph that only says which section is the last."""
    return "{% section" in _text(element)


def _plain(element: etree._Element, language: Language, roles: list[str], view: Flow) -> etree._Element:
    element = copy.deepcopy(element)
    for cell in element.iter(w("tc")):
        properties = [child for child in cell if child.tag == w("tcPr")]
        rest = [child for child in cell if child.tag != w("tcPr")]
        _replace(cell, [*properties, *_translated(rest, language, roles, view)])
    for text in element.iter(w("t")):
        text.text = _LAYOUT.sub("", text.text or "")
        text.text = _FIELD.sub(lambda found: language.field(found.group(1).rsplit(".", 1)[-1]), text.text)
    return element


def _filled(element: etree._Element, words: str) -> etree._Element:
    element = copy.deepcopy(element)
    for text in element.iter(w("t")):
        text.text = words
    return element


def _in_two_runs(element: etree._Element, bold: str, plain: str) -> etree._Element:
    """A bold run and one in the style's looks, for a run-in heading and what follows it."""
    element = _filled(element, plain)
    run = element.find(w("r"))
    assert run is not None
    first = copy.deepcopy(run)
    looks = etree.Element(w("rPr"))
    etree.SubElement(looks, w("b"))
    first.insert(0, looks)
    next(first.iter(w("t"))).text = bold
    run.addprevious(first)
    return element


def _over_paragraphs(name: str) -> str:
    return f'{{#{name} [loopOver: "paragraph"]}}'


def _tag_paragraph(text: str) -> etree._Element:
    paragraph = etree.Element(w("p"))
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = text
    return paragraph


def _replace(parent: etree._Element, children: list[etree._Element]) -> None:
    for child in list(parent):
        parent.remove(child)
    parent.extend(children)


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def _zip(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return out.getvalue()
