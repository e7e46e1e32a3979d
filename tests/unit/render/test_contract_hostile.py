"""Mistakes and tricks that a template's author may type: each is a finding with its place, never a crash or a broken page."""

import io
import re
import zipfile

import pytest
from lxml import etree

from kedraft.model.finding import Finding
from kedraft.model.plan import Plan
from kedraft.ooxml import template_parts
from kedraft.ooxml.template_parts import tag_spans, without_tags
from kedraft.rendering import compile_template, render, template_findings

from .test_contract import DOCUMENT, SUBJECT, edited

HEADER = "word/header1.xml"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(*texts: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts) + "</w:p>"


def cell(content: str) -> str:
    return f"<w:tbl><w:tblGrid/><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>"


def beginning_with(template_bytes: bytes, xml: str) -> bytes:
    return edited(template_bytes, ("<w:body>", f"<w:body>{xml}"))


def with_header(template_bytes: bytes, xml: str) -> bytes:
    return edited(template_bytes, ("</w:hdr>", f"{xml}</w:hdr>"), part=HEADER)


def part_of(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def repacked(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.namelist():
            if entry != name:
                after.writestr(entry, before.read(entry))
        after.writestr(name, content)
    return out.getvalue()


def in_utf16(xml: bytes) -> bytes:
    words = re.sub(r"<\?xml.*?\?>", "", xml.decode())
    return f'<?xml version="1.0" encoding="UTF-16"?>{words}'.encode("utf-16")


def words_of(xml: bytes) -> str:
    return "".join(str(text) for text in etree.fromstring(xml).itertext())


def only_finding(data: bytes) -> Finding:
    (found,) = template_findings(data, "mau.docx")
    return found


# ------------------------------------------------------------------------------------------------------ torn tags


@pytest.mark.parametrize(
    "texts", [("{", "{ subject }", "}"), ("{{ sub", "ject }}"), ("&#123;&#123; subject }}",), ("{", "{ sub", "ject }}")]
)
def test_a_tag_torn_in_a_header_is_filled_in(
    texts: tuple[str, ...], template_bytes: bytes, plans: dict[str, Plan]
) -> None:
    template = compile_template(with_header(template_bytes, paragraph(*texts)))
    words = words_of(part_of(render(plans["nhieu-trang"], template).data, HEADER))
    assert plans["nhieu-trang"].subject in words
    assert "{" not in words


def test_a_tag_in_a_header_in_utf_16_is_filled_in(template_bytes: bytes, plans: dict[str, Plan]) -> None:
    typed = with_header(template_bytes, paragraph("{{ subject }}"))
    template = compile_template(repacked(typed, HEADER, in_utf16(part_of(typed, HEADER))))
    assert plans["nhieu-trang"].subject in words_of(part_of(render(plans["nhieu-trang"], template).data, HEADER))


def test_a_torn_tag_outside_the_language_is_refused_in_a_header(template_bytes: bytes) -> None:
    found = only_finding(with_header(template_bytes, paragraph("{", "{ cycler.__class__ }", "}")))
    assert "cycler" in found.message
    assert "đầu trang" in found.message


@pytest.mark.parametrize("name", ["word/footnotes.xml", "docProps/custom.XML", "word/comments.xml"])
@pytest.mark.parametrize("texts", [("{", "{ subject }}"), ("&#123;&#123; subject }}",)])
def test_a_torn_tag_in_a_part_that_is_never_filled_in_is_refused(
    name: str, texts: tuple[str, ...], template_bytes: bytes
) -> None:
    found = only_finding(edited(template_bytes, part=name, new=f"<w:a {WORD}>{paragraph(*texts)}</w:a>"))
    assert f"phần {name} có lệnh mẫu nhưng không được điền" in found.message


def test_raw_would_print_a_tag_and_is_refused(template_bytes: bytes) -> None:
    found = only_finding(beginning_with(template_bytes, paragraph("{% raw %}{{ x }}{% endraw %}")))
    assert "raw" in found.message
    assert found.where.paragraph == 1


# ------------------------------------------------------------------------------------------------ ordinary mistakes


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("{% if letterhead.number &gt; 3 %}x{% endif %}", "gt"),
        ("{% if letterhead.number in 5 %}x{% endif %}", "vế phải của in"),
        ("{% if 5 in letterhead.number %}x{% endif %}", "vế phải của in"),
        ("{% if blocks in letterhead.number %}x{% endif %}", "vế phải của in"),
        ("{% if " + " or ".join(["author"] * 45) + " %}x{% endif %}", "quá nhiều vế"),
        ("{{ author" + "|upper" * 60 + " }}", "quá nhiều vế"),
        ("{% if " + "not " * 60 + "author %}x{% endif %}", "quá nhiều vế"),
        ("{% for x in letterhead" + ".a" * 60 + " %}{% endfor %}", "quá nhiều vế"),
        ("{% if " + " or ".join(["author"] * 2500) + " %}x{% endif %}", "dài quá"),
        ("{{ author" + ".a" * 2000 + " }}", "dài quá"),
        ("{{ " + "(" * 400 + "author" + ")" * 400 + " }}", "quá sâu"),
        ("{% if subject %}" * 900 + "{% endif %}" * 900, "quá sâu"),
        ("{{ " + "9" * 5000 + " }}", "dài quá"),
        ("{% if subject %}" + "{% elif author %}" * 3000 + "{% endif %}", "quá nhiều nhánh"),
        ('{{ "\\ud800" }}', "ký tự điều khiển"),
        ('{{ "\\x00" }}', "ký tự điều khiển"),
        ('{{ "\\uffff" }}', "ký tự điều khiển"),
        ('{% if author in ["\\x01"] %}x{% endif %}', "ký tự điều khiển"),
    ],
)
def test_a_mistake_is_told_with_its_paragraph(typed: str, words: str, template_bytes: bytes) -> None:
    found = template_findings(beginning_with(template_bytes, paragraph("Đầu") + paragraph(typed)), "mau.docx")
    assert words in found[0].message
    assert {finding.where.paragraph for finding in found} == {2}


def test_what_may_stand_after_in_is_taken(template_bytes: bytes) -> None:
    typed = "{% if author in ('a', 'b') or 'KH' in letterhead.number %}x{% endif %}"
    assert template_findings(beginning_with(template_bytes, paragraph(typed))) == ()


def test_a_number_of_thousands_of_digits_in_an_attribute_is_told(template_bytes: bytes) -> None:
    xml = f'<w:p><w:pPr><w:pStyle w:val="{{{{ {"9" * 5000} }}}}"/></w:pPr></w:p>'
    assert "con số quá dài" in only_finding(beginning_with(template_bytes, xml)).message


def test_a_grid_in_a_table_without_columns_is_told(template_bytes: bytes) -> None:
    table = cell(paragraph("{% grid block.table %}")).replace("<w:tblGrid/>", "")
    found = only_finding(beginning_with(template_bytes, table))
    assert "tblGrid" in found.message
    assert found.where.paragraph == 1


def test_a_condition_that_ends_in_another_cell_than_it_began_is_told(template_bytes: bytes) -> None:
    xml = paragraph("Đầu") + paragraph("{% if author == 'z' %}") + cell(paragraph("{% endif %}"))
    found = only_finding(beginning_with(template_bytes, xml))
    assert "tệp in ra sẽ hỏng: {% if author == 'z' %}" in found.message
    assert found.where.paragraph == 2


@pytest.mark.parametrize("end", ["{% endif %}", "{% else %}y{% endif %}"])
def test_a_condition_over_two_paragraphs_keeps_the_page_whole(
    end: str, template_bytes: bytes, plans: dict[str, Plan]
) -> None:
    xml = paragraph("a {% if author == 'z' %} b") + paragraph(f"c {end} d")
    template = compile_template(beginning_with(template_bytes, xml))
    assert words_of(part_of(render(plans["nhieu-trang"], template).data, DOCUMENT))


def test_a_dash_that_swallows_the_frame_of_a_table_is_told(template_bytes: bytes) -> None:
    typed = "{%- if letterhead.number -%} a {%- endif -%}"
    found = only_finding(beginning_with(template_bytes, paragraph("Đầu") + paragraph(typed)))
    assert "vỡ khung của phần word/document.xml" in found.message
    assert found.where.paragraph == 2


# ---------------------------------------------------------------------------------------------------------- packages


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "word/../../evil", "..\\evil", "C:evil"])
def test_an_entry_that_points_out_of_the_package_is_refused(name: str, template_bytes: bytes) -> None:
    assert "chỉ ra ngoài gói tệp" in only_finding(repacked(template_bytes, name, b"x")).message


def doctype_behind_a_comment(xml: bytes) -> bytes:
    declared = f'<!--{"x" * 5000}--><!DOCTYPE a SYSTEM "file:///a">'.encode()
    return re.sub(rb"<\?xml.*?\?>", b"", declared + xml.replace(b"\xef\xbb\xbf", b""))


def doctype_in_utf16(xml: bytes) -> bytes:
    words = re.sub(r"<\?xml.*?\?>", "", xml.decode())
    return f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]>{words}'.encode("utf-16")


@pytest.mark.parametrize("hide", [doctype_behind_a_comment, doctype_in_utf16])
@pytest.mark.parametrize("name", [DOCUMENT, "word/styles.xml"])
def test_a_hidden_doctype_is_refused(name: str, hide: object, template_bytes: bytes) -> None:
    assert callable(hide)
    found = only_finding(repacked(template_bytes, name, hide(part_of(template_bytes, name))))
    assert f"phần {name} khai báo DOCTYPE" in found.message


def test_the_authors_own_dotm_is_taken_out(template_bytes: bytes, plans: dict[str, Plan]) -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{office}/attachedTemplate" Target="file:///C:/Users/x/Normal.dotm" TargetMode="External"/></Relationships>'
    )
    settings = part_of(template_bytes, "word/settings.xml").decode()
    attached = re.sub(
        r"(<w:settings[^>]*>)", rf'\1<w:attachedTemplate xmlns:r="{office}" r:id="rId1"/>', settings, count=1
    )
    data = repacked(template_bytes, "word/settings.xml", attached.encode())
    data = repacked(data, "word/_rels/settings.xml.rels", relations.encode())
    printed = render(plans["nhieu-trang"], compile_template(data)).data
    assert b"dotm" not in part_of(printed, "word/_rels/settings.xml.rels")
    assert b"attachedTemplate" not in part_of(printed, "word/settings.xml")


# -------------------------------------------------------------------------------------------------------------- work


class Counted(str):
    """A text that counts how often it is searched."""

    __slots__ = ("searches",)

    def find(self, *given: object) -> int:
        self.searches = getattr(self, "searches", 0) + 1
        return super().find(*given)  # type: ignore[arg-type]


@pytest.mark.parametrize("start", ["{{ ", "{% inset ", "{# "])
def test_tags_that_never_close_are_searched_for_their_end_once(start: str) -> None:
    text = Counted(start * 1000)
    assert list(tag_spans(text)) == []
    assert text.searches == 1


def test_tags_are_found_as_they_close() -> None:
    text = "a {{ b }} {% c }} %} {# {{ d #} {{ e {% f %}"
    assert [text[start:end] for start, end in tag_spans(text)] == ["{{ b }}", "{% c }} %}", "{# {{ d #}", "{% f %}"]
    assert without_tags(text) == "a    {{ e "


def test_a_cell_is_read_once_for_all_its_paragraphs(template_bytes: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    read = template_parts._text
    calls: list[str] = []

    def counted(element: etree._Element) -> str:
        calls.append(str(element.tag))
        return read(element)

    monkeypatch.setattr(template_parts, "_text", counted)

    def cells_read(paragraphs: int) -> int:
        calls.clear()
        data = beginning_with(template_bytes, cell(paragraph("lời văn") * paragraphs))
        assert template_findings(data) == ()
        return sum(tag.endswith(("}tc", "}tr")) for tag in calls)

    assert cells_read(200) == cells_read(2) > 0


def test_a_tag_is_as_long_as_a_page_may_need(template_bytes: bytes) -> None:
    longest = "{% if author in (" + ", ".join(f"'{n:03}'" for n in range(100)) + ") %}x{% endif %}"
    assert template_findings(edited(template_bytes, (SUBJECT, SUBJECT + longest))) == ()
