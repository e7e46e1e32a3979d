"""A template that went through Word: runs torn apart, marks of spelling and editing between them. It prints the same words."""

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from kedraft.model.plan import Plan
from kedraft.ooxml.xml import w
from kedraft.rendering import compile_template, render, template_findings

PART = "word/document.xml"
Change = Callable[[etree._Element], None]


def _run_like(run: etree._Element, text: str) -> etree._Element:
    other = etree.fromstring(etree.tostring(run, with_tail=False))
    (t,) = other.findall(w("t"))
    t.text = text
    t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return other


def torn_runs(root: etree._Element) -> None:
    """Each tag in runs of three letters, as after a correction in the middle of it."""
    for run in list(root.iter(w("r"))):
        t = run.find(w("t"))
        if t is not None and "{" in (t.text or ""):
            for at in range(0, len(t.text), 3):
                run.addprevious(_run_like(run, t.text[at : at + 3]))
            run.getparent().remove(run)


def editing_marks(root: etree._Element) -> None:
    """Numbers of editing sessions, spelling marks, bookmarks, the page as it was last broken."""
    torn_runs(root)
    for number, paragraph in enumerate(root.iter(w("p"))):
        paragraph.set(w("rsidR"), "00A1B2C3")
        paragraph.set(w("rsidRDefault"), "00D4E5F6")
        runs = paragraph.findall(w("r"))
        if len(runs) < 3:
            continue
        for kind, where in (("spellStart", 0), ("spellEnd", 1)):
            runs[where].addprevious(etree.Element(w("proofErr"), {w("type"): kind}))
        start = etree.Element(w("bookmarkStart"), {w("id"): str(number), w("name"): "_GoBack"})
        runs[2].addprevious(start)
        start.addnext(etree.Element(w("bookmarkEnd"), {w("id"): str(number)}))
        runs[1].insert(0, etree.Element(w("lastRenderedPageBreak")))


def smart_tags(root: etree._Element) -> None:
    """Runs inside a smart tag, as Word 2007 put around names of places."""
    torn_runs(root)
    for paragraph in root.iter(w("p")):
        runs = paragraph.findall(w("r"))
        if len(runs) > 4:
            tag = etree.Element(w("smartTag"), {w("element"): "place"})
            runs[1].addprevious(tag)
            tag.extend(runs[1:3])


def languages(root: etree._Element) -> None:
    """Each second piece of a tag in another language, so that Word keeps the pieces apart."""
    torn_runs(root)
    for number, run in enumerate(root.iter(w("r"))):
        looks = run.find(w("rPr"))
        if looks is None:
            looks = etree.Element(w("rPr"))
            run.insert(0, looks)
        etree.SubElement(looks, w("lang"), {w("val"): "vi-VN" if number % 2 else "en-US"})


def saved(template_bytes: bytes, change: Change) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template_bytes)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == PART:
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
            after.writestr(name, content)
    return out.getvalue()


def words(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read(PART))
    return ["".join(t.text or "" for t in paragraph.iter(w("t"))) for paragraph in root.iter(w("p"))]


@pytest.mark.parametrize(
    "change", [torn_runs, editing_marks, smart_tags, languages], ids=lambda change: change.__name__
)
def test_a_template_saved_by_word_keeps_its_contract_and_prints_the_same_words(
    change: Change, plans: dict[str, Plan], template_bytes: bytes
) -> None:
    data = saved(template_bytes, change)
    assert data != template_bytes
    assert template_findings(data) == ()
    ours, theirs = compile_template(template_bytes), compile_template(data)
    for name in ("xa-hai-cap", "phu-luc-trang-ngang", "chia-phan-va-bang"):
        assert words(render(plans[name], theirs).data) == words(render(plans[name], ours).data), name
