"""The fast path writes what docxtpl writes, and nothing that docxtpl would get wrong."""

import io
import zipfile

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from kedraft.model.inline import Inline
from kedraft.model.plan import Item, Marker, Plan
from kedraft.ooxml.template_parts import open_parts
from kedraft.ooxml.template_tags import plain_language
from kedraft.rendering import Template, compile_template, flow, render
from kedraft.rendering.filler import escaped
from kedraft.rendering.word import compiled, parsed

from .conftest import sample_plans


def as_docxtpl_reads_it(template_bytes: bytes) -> bytes:
    """The template with its layout tags written out, so that plain docxtpl understands all of it."""
    opened = open_parts(template_bytes, "template.docx")
    parts = {part.name: part for part in opened.parts}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in opened.entries:
            package.writestr(name, plain_language(parts[name], "t").encode() if name in parts else content)
    return out.getvalue()


def by_docxtpl(template_bytes: bytes, plan: Plan, template: Template) -> bytes:
    document = DocxTemplate(io.BytesIO(as_docxtpl_reads_it(template_bytes)))
    document.render(flow(plan, template.page)._asdict(), autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def canonical_parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {
            name: etree.tostring(etree.fromstring(package.read(name)), method="c14n", exclusive=True).decode()
            for name in package.namelist()
            if name.startswith(("word/", "docProps/")) and name.endswith(".xml")
        }


@pytest.mark.parametrize("name", sorted(sample_plans()))
def test_every_part_is_what_docxtpl_writes_with_autoescape(
    name: str, plans: dict[str, Plan], template: Template, template_bytes: bytes
) -> None:
    ours = canonical_parts(render(plans[name], template).data)
    theirs = canonical_parts(by_docxtpl(template_bytes, plans[name], template))
    assert ours.keys() == theirs.keys()
    for part, xml in ours.items():
        assert xml == theirs[part], part


@pytest.mark.parametrize(
    "text", ["Khoa học & Công nghệ <A>", "“trích” 'dẫn' \"kép\"", "hai\ndòng\tvà tab", "a {% b %} c"]
)
def test_special_characters_are_written_as_docxtpl_escapes_them(
    text: str, plans: dict[str, Plan], template: Template, template_bytes: bytes
) -> None:
    item = Item(id="I", marker=Marker.ARABIC, label="1.", text=Inline(text=text))
    plan = plans["xa-hai-cap"].evolve(sections=(item,))
    ours = canonical_parts(render(plan, template).data)["word/document.xml"]
    assert ours == canonical_parts(by_docxtpl(template_bytes, plan, template))["word/document.xml"]


def test_core_properties_are_escaped_once_where_docxtpl_escapes_twice(
    plans: dict[str, Plan], template: Template, template_bytes: bytes
) -> None:
    plan = plans["xa-hai-cap"].evolve(subject="Khoa học & Công nghệ")
    title = "{http://purl.org/dc/elements/1.1/}title"
    ours, theirs = (
        etree.fromstring(canonical_parts(data)["docProps/core.xml"].encode()).findtext(title)
        for data in (render(plan, template).data, by_docxtpl(template_bytes, plan, template))
    )
    assert ours == "Kế hoạch Khoa học & Công nghệ"
    assert theirs == "Kế hoạch Khoa học &amp; Công nghệ"


def test_braces_in_the_text_stay_where_docxtpl_would_fold_them(plans: dict[str, Plan], template: Template) -> None:
    item = Item(id="I", marker=Marker.ARABIC, label="1.", text=Inline(text="{_{ không phải biến }_} {{ cũng không }}"))
    data = render(plans["xa-hai-cap"].evolve(sections=(item,)), template).data
    assert "{_{ không phải biến }_} {{ cũng không }}" in canonical_parts(data)["word/document.xml"]


def test_the_plain_escape_is_the_one_jinja_has() -> None:
    from markupsafe import escape

    for text in ("&", "<b>", '"', "'", "a & b < c > d \" e ' f", "&amp;", "", "không có gì"):
        assert escaped(text) == str(escape(text))
        assert type(escaped(text)) is str


def test_a_filter_does_not_escape_twice_nor_skip_escaping() -> None:
    assert compiled(parsed("<a>{{ subject|upper }}</a>"))({"subject": "a & b"}).xml.endswith("<a>A &amp; B</a>")


def test_compiling_a_template_twice_gives_the_same_documents(plans: dict[str, Plan], template_bytes: bytes) -> None:
    first, second = (compile_template(template_bytes) for _ in range(2))
    assert render(plans["nhieu-trang"], first).data == render(plans["nhieu-trang"], second).data
