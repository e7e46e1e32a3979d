"""The package validator: silent on what kedraft writes, and each fault told by its own rule."""

import inspect
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedraft.model.finding import Severity
from kedraft.ooxml.package import pack
from kedraft.ooxml.schema import ORDER
from kedraft.ooxml.validate import package_findings

TEMPLATE = (Path(__file__).parents[3] / "templates" / "ke-hoach" / "template.docx").read_bytes()
DOCUMENT, STYLES, TYPES = "word/document.xml", "word/styles.xml", "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(TEMPLATE)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_change(part: str, old: str, new: str, *, every: bool = False) -> bytes:
    """The template with one spot of a part changed; the spot must be there."""
    changed = parts()
    assert old.encode() in changed[part], old
    changed[part] = changed[part].replace(old.encode(), new.encode(), -1 if every else 1)
    return pack(changed)


def with_part(name: str, content: str, declared: str = "") -> bytes:
    changed = parts() | {name: content.encode()}
    changed[TYPES] = changed[TYPES].replace(b"</Types>", declared.encode() + b"</Types>")
    return pack(changed)


def rules(data: bytes) -> set[str]:
    found = package_findings(data, "t.docx")
    assert all(one.severity is Severity.ERROR for one in found)
    assert all(re.search("[ạ-ỹđăâêôơư]", one.message) for one in found)
    return {one.rule for one in found}


def test_the_shipped_template_is_sound() -> None:
    assert package_findings(TEMPLATE) == ()


def first_paragraph(properties: str) -> bytes:
    """The template with a paragraph of these properties in front."""
    return with_change(DOCUMENT, "<w:body>", f"<w:body><w:p>{properties}</w:p>")


FAULTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "no zip": ("KH-GO-01", lambda: b"not a zip"),
    "broken xml": ("KH-GO-01", lambda: with_change(STYLES, "</w:styles>", "")),
    "part without a type": ("KH-GO-02", lambda: with_part("word/a.bin", "x")),
    "type without a part": (
        "KH-GO-02",
        lambda: with_change(TYPES, "</Types>", f'<Override PartName="/word/gone.xml" ContentType="{CORE}1"/></Types>'),
    ),
    "two core.xml": (
        "KH-GO-03",
        lambda: with_part(
            "docProps/core1.xml", "<a/>", f'<Override PartName="/docProps/core1.xml" ContentType="{CORE}"/>'
        ),
    ),
    "pointer to nothing": ("KH-GO-04", lambda: with_change(RELATIONS, "settings.xml", "gone.xml")),
    "undeclared pointer": ("KH-GO-04", lambda: with_change(DOCUMENT, 'r:id="rId3"', 'r:id="rId99"')),
    "doubled pointer": ("KH-GO-05", lambda: with_change(RELATIONS, 'Id="rId2"', 'Id="rId1"')),
    "doubled bookmark": (
        "KH-GO-05",
        lambda: first_paragraph('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>' * 2),
    ),
    "doubled style": ("KH-GO-05", lambda: with_change(STYLES, 'w:styleId="Khoan"', 'w:styleId="Diem"')),
    "dangling style": ("KH-GO-06", lambda: first_paragraph('<w:pPr><w:pStyle w:val="Gone"/></w:pPr>')),
    "dangling list": ("KH-GO-06", lambda: first_paragraph('<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>')),
    "dangling note": ("KH-GO-06", lambda: first_paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>')),
    "pPr out of order": ("KH-GO-07", lambda: first_paragraph('<w:pPr><w:jc w:val="left"/><w:keepNext/></w:pPr>')),
    "rPr out of order": ("KH-GO-07", lambda: first_paragraph('<w:r><w:rPr><w:sz w:val="2"/><w:b/></w:rPr></w:r>')),
    "tcPr out of order": (
        "KH-GO-07",
        lambda: with_change(DOCUMENT, "<w:tcPr><w:tcW ", '<w:tcPr><w:vAlign w:val="top"/><w:tcW '),
    ),
    "tblPr out of order": (
        "KH-GO-07",
        lambda: with_change(DOCUMENT, "<w:tblPr>", '<w:tblPr><w:tblLook w:val="0000"/>'),
    ),
    "sectPr out of order": (
        "KH-GO-07",
        lambda: with_change(DOCUMENT, "<w:titlePg/></w:sectPr>", "<w:pgNumType/></w:sectPr>"),
    ),
    "settings out of order": (
        "KH-GO-07",
        lambda: with_change("word/settings.xml", "</w:settings>", "<w:evenAndOddHeaders/></w:settings>"),
    ),
    "pPr not first": ("KH-GO-07", lambda: first_paragraph("<w:r/><w:pPr/>")),
    "unknown child": ("KH-GO-07", lambda: first_paragraph("<w:pPr><w:bold/></w:pPr>")),
    "doubled child": ("KH-GO-07", lambda: first_paragraph("<w:pPr><w:keepNext/><w:keepNext/></w:pPr>")),
    "style without a name": ("KH-GO-08", lambda: first_paragraph("<w:pPr><w:pStyle/></w:pPr>")),
    "margins without gutter": ("KH-GO-08", lambda: with_change(DOCUMENT, ' w:gutter="0"', "")),
    "border without a kind": ("KH-GO-08", lambda: first_paragraph('<w:pPr><w:pBdr><w:top w:sz="4"/></w:pBdr></w:pPr>')),
    "cell without a paragraph": ("KH-GO-09", lambda: with_change(DOCUMENT, "</w:tc>", "<w:tbl/></w:tc>")),
    "table without a grid": (
        "KH-GO-09",
        lambda: with_change(DOCUMENT, "<w:body>", "<w:body><w:tbl><w:tblPr/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
    ),
    "row wider than the grid": (
        "KH-GO-09",
        lambda: with_change(
            DOCUMENT,
            "<w:body>",
            '<w:body><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>',
        ),
    ),
    "section in the middle": ("KH-GO-09", lambda: with_change(DOCUMENT, "<w:body>", "<w:body><w:sectPr/>")),
    "unknown alignment": ("KH-GO-10", lambda: first_paragraph('<w:pPr><w:jc w:val="middle"/></w:pPr>')),
    "length in words": ("KH-GO-10", lambda: first_paragraph('<w:pPr><w:ind w:left="much"/></w:pPr>')),
    "switch that is neither": ("KH-GO-10", lambda: first_paragraph('<w:r><w:rPr><w:b w:val="yes"/></w:rPr></w:r>')),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_by_its_rule(fault: str) -> None:
    rule, make = FAULTS[fault]
    assert rule in rules(make())


@pytest.mark.parametrize("rule", [f"KH-GO-{number:02d}" for number in range(1, 11)])
def test_every_rule_has_a_fault(rule: str) -> None:
    assert rule in {expected for expected, _ in FAULTS.values()}


def test_a_finding_names_the_part_and_the_paragraph() -> None:
    (found,) = package_findings(first_paragraph('<w:pPr><w:jc w:val="left"/><w:keepNext/></w:pPr>'))
    assert (found.where.file, found.where.paragraph) == (DOCUMENT, 1)
    assert found.message.startswith("Trong w:pPr, w:keepNext phải đứng trước w:jc;")


@pytest.mark.parametrize("parent", ["pPr", "rPr", "tblPr", "tcPr", "sectPr"])
def test_the_tables_hold_the_schemas_order_of_python_docx_too(parent: str) -> None:
    """python-docx inserts children by its own lists of successors; ours must agree with them."""
    from docx.oxml.section import CT_SectPr
    from docx.oxml.table import CT_TblPr, CT_TcPr
    from docx.oxml.text.font import CT_RPr
    from docx.oxml.text.parfmt import CT_PPr

    theirs = {"pPr": CT_PPr, "rPr": CT_RPr, "tblPr": CT_TblPr, "tcPr": CT_TcPr, "sectPr": CT_SectPr}[parent]
    listed = inspect.getsource(theirs).partition("_tag_seq = (")[2].partition(")")[0]
    sequence = re.findall(r'"w:(\w+)"', listed)
    known = [ORDER[parent][name] for name in sequence if name in ORDER[parent]]
    assert len(known) >= len(sequence) - 1 > 10
    assert known == sorted(known)


def test_a_new_file_of_python_docx_has_the_one_fault_that_it_really_has() -> None:
    """Its default template leaves out the required w:percent of w:zoom."""
    document = docx.Document()
    document.add_paragraph("Mục", style="List Bullet")
    document.add_table(2, 2).cell(0, 0).merge(document.tables[0].cell(0, 1))
    out = io.BytesIO()
    document.save(out)
    assert {(one.rule, "w:zoom" in one.message) for one in package_findings(out.getvalue())} == {("KH-GO-08", True)}


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    assert package_findings(b"PK\x03\x04" + data)


@given(st.integers(0, len(TEMPLATE) - 1), st.integers(0, 255))
def test_a_damaged_file_never_raises(at: int, byte: int) -> None:
    package_findings(TEMPLATE[:at] + bytes([byte]) + TEMPLATE[at + 1 :])


#: Children in the wrong place, attributes and words that no schema knows, each in the template or in a paragraph in front of it.
OUT_OF_PLACE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "paragraph in a run": ("KH-GO-07", lambda: first_paragraph("<w:r><w:p/></w:r>")),
    "words outside a run": ("KH-GO-07", lambda: first_paragraph("<w:t>a</w:t>")),
    "run below the body": ("KH-GO-07", lambda: with_change(DOCUMENT, "<w:body>", "<w:body><w:r/>")),
    "style name that holds something": (
        "KH-GO-07",
        lambda: first_paragraph('<w:pPr><w:pStyle w:val="Khoan"><w:b/></w:pStyle></w:pPr>'),
    ),
    "words that hold something": ("KH-GO-07", lambda: first_paragraph("<w:r><w:t>a<w:br/></w:t></w:r>")),
    "invented attribute": ("KH-GO-08", lambda: first_paragraph('<w:r w:colour="1"/>')),
    "attribute without a namespace": (
        "KH-GO-08",
        lambda: first_paragraph('<w:pPr><w:jc w:val="left" val="l"/></w:pPr>'),
    ),
    "compatibility setting without a value": (
        "KH-GO-08",
        lambda: with_change("word/settings.xml", "<w:compatSetting ", "<w:compatSetting/><w:compatSetting "),
    ),
    "field that neither begins nor ends": (
        "KH-GO-10",
        lambda: first_paragraph('<w:r><w:fldChar w:fldCharType="middle"/></w:r>'),
    ),
    "width in no unit": ("KH-GO-10", lambda: with_change(DOCUMENT, 'w:type="dxa"/>', 'w:type="twips"/>')),
    "size below nothing": ("KH-GO-10", lambda: first_paragraph('<w:r><w:rPr><w:sz w:val="-5"/></w:rPr></w:r>')),
    "number beyond all": ("KH-GO-10", lambda: first_paragraph('<w:pPr><w:ind w:left="99999999999"/></w:pPr>')),
    "colour in words": ("KH-GO-10", lambda: first_paragraph('<w:r><w:rPr><w:color w:val="blue"/></w:rPr></w:r>')),
}


@pytest.mark.parametrize("fault", OUT_OF_PLACE)
def test_what_stands_out_of_place_is_told(fault: str) -> None:
    rule, make = OUT_OF_PLACE[fault]
    assert rule in rules(make())


@pytest.mark.parametrize(
    "words",
    [
        '<w:r w:rsidR="00A1"><w:tab/><w:t xml:space="preserve"> a </w:t></w:r>',
        '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4536"/></w:tabs></w:pPr><w:r><w:tab/></w:r>',
        '<w:hyperlink w:anchor="a"><w:r><w:t>a</w:t></w:r></w:hyperlink>',
        '<w:ins w:id="1" w:author="a"><w:r><w:t>a</w:t></w:r></w:ins>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>",
        '<w:r><w:rPr><w:color w:val="auto"/><w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/></w:rPr><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    ],
)
def test_what_word_writes_itself_is_sound(words: str) -> None:
    assert package_findings(first_paragraph(words)) == ()
