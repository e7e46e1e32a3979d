"""Laws of the checker of layout: it never raises, whatever a file says; it says the same twice; comments change no word."""

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from kedraft.errors import SourceUnreadable
from kedraft.lint.layout import check_layout
from kedraft.lint.run import CRASHED
from kedraft.ooxml.annotate import annotate
from kedraft.ooxml.package import pack
from kedraft.ooxml.view import view

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PARENTS = sorted(EXAMPLES.glob("*/ke-hoach-cap-tren.docx"))
CHANGED = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml", "word/settings.xml")
ODD = st.sampled_from(
    ["", "-1", "0", "99999999", "1.5", "auto", "none", "center", "x", "\u0301", "single", "PAGE", "Kế hoạch"]
)


@cache
def parts(path: Path) -> dict[str, bytes]:
    package = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    return {name: package.read(name) for name in package.namelist()}


def damage(root: Any, data: st.DataObject) -> None:
    """Removes, moves or changes some elements."""
    elements = [one for one in root.iter() if one.getparent() is not None]
    for _ in range(data.draw(st.integers(1, 25))):
        element = elements[data.draw(st.integers(0, len(elements) - 1))]
        match data.draw(st.sampled_from(["remove", "attribute", "text", "twice"])):
            case "remove" if element.getparent() is not None and len(element.getparent()) > 0:
                element.getparent().remove(element)
            case "attribute" if element.attrib:
                element.set(sorted(element.attrib)[0], data.draw(ODD).replace("\u0301", "á"))
            case "text" if element.text is not None:
                element.text = data.draw(ODD)
            case "twice" if element.getparent() is not None and len(element) < 20:
                element.addnext(etree.fromstring(etree.tostring(element)))
            case _:
                pass


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.sampled_from(PARENTS), st.sampled_from(CHANGED), st.data())
def test_a_damaged_file_is_checked_or_refused_and_never_breaks_a_rule(
    path: Path, name: str, data: st.DataObject
) -> None:
    files = dict(parts(path))
    if name not in files:
        return
    root = etree.fromstring(files[name])
    damage(root, data)
    files[name] = etree.tostring(root)
    try:
        made = view(pack(files), "x.docx")
    except SourceUnreadable:
        return
    found = check_layout(made)
    assert [one.message for one in found if one.rule == CRASHED] == []
    assert found == check_layout(view(pack(files), "x.docx"))
    again = view(annotate(pack(files), found), "x.docx")
    assert [one.text for one in again.paragraphs] == [one.text for one in made.paragraphs]
