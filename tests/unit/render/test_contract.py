"""What a template may not do is refused when it is loaded, in Vietnamese, with the paragraph."""

import io
import zipfile

import pytest

from kedraft.errors import TemplateInvalid
from kedraft.model.plan import Plan
from kedraft.rendering import compile_template, render, template_findings

DOCUMENT = "word/document.xml"
SUBJECT = "{{ subject }}"


def edited(template_bytes: bytes, *changes: tuple[str, str], part: str = DOCUMENT, new: str | None = None) -> bytes:
    """The template with texts of a part replaced, or the whole part; new parts are added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template_bytes)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part and new is None:
                text = content.decode()
                for old, replacement in changes:
                    assert old in text, old
                    text = text.replace(old, replacement, 1)
                content = text.encode()
            if name != part or new is None:
                after.writestr(name, content)
        if new is not None:
            after.writestr(part, new)
    return out.getvalue()


def messages(data: bytes) -> list[str]:
    return [f"{finding.where}: {finding.message}" for finding in template_findings(data, "mau.docx")]


def test_the_shipped_template_keeps_its_contract(template_bytes: bytes) -> None:
    assert template_findings(template_bytes) == ()


def test_an_unknown_variable_is_named_with_its_paragraph(template_bytes: bytes) -> None:
    (message,) = messages(edited(template_bytes, (SUBJECT, "{{ subject }}{{ subjct }}")))
    assert message.startswith("mau.docx, đoạn 18: biến không có trong văn bản: subjct")


def test_an_unknown_field_is_named_with_its_path(template_bytes: bytes) -> None:
    (message,) = messages(edited(template_bytes, (SUBJECT, "{{ subject }}{{ letterhead.fax }}")))
    assert "trường không có trong văn bản: letterhead.fax" in message


def test_every_problem_is_told_at_once(template_bytes: bytes) -> None:
    told = messages(edited(template_bytes, (SUBJECT, "{{ subject }}{{ a }}{{ b }}{{ letterhead.c }}")))
    assert [name for name in (": a", ": b", "letterhead.c") if any(name in message for message in told)] == [
        ": a",
        ": b",
        "letterhead.c",
    ]


ATTACKS = [
    "{{ subject.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ subject.format(1) }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner() }}",
    "{{ lipsum() }}",
    "{{ namespace(a=1) }}",
    "{{ dict(a=1) }}",
    "{{ range(1000000000) }}",
    "{% for x in range(1000000000) %}a{% endfor %}",
    "{{ 'x' * 1000000000 }}",
    "{{ 10 ** 9 }}",
    "{{ subject ~ subject }}",
    "{{ subject + subject }}",
    "{{ subject[0] }}",
    "{{ subject['__class__'] }}",
    "{{ blocks[0] }}",
    "{{ subject|attr('__class__') }}",
    "{{ subject|safe }}",
    "{{ subject|replace('a', 'b') }}",
    "{{ subject|center(1000000000) }}",
    "{{ blocks|map(attribute='__class__')|list }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ loop }}",
    "{{ url_for.__globals__ }}",
    "{{ blocks }}",
    "{{ letterhead }}",
    "{{ letterhead._replace }}",
    "{{ letterhead.__add__ }}",
    "{{ letterhead._asdict() }}",
    "{{ blocks.count(1) }}",
    "{{ subject if subject else cycler }}",
    "{% set x = 1 %}",
    "{% macro m() %}{% endmacro %}",
    "{% include 'a' %}",
    "{% import 'a' as b %}",
    "{% extends 'a' %}",
    "{% block a %}{% endblock %}",
    "{% call subject() %}{% endcall %}",
    "{% filter upper %}a{% endfilter %}",
    "{% with x = subject %}{{ x }}{% endwith %}",
    "{% autoescape false %}{{ subject }}{% endautoescape %}",
    "{% for a in blocks recursive %}{% endfor %}",
    "{% for a in blocks if cycler %}{% endfor %}",
    "{% for a, b in blocks %}{% endfor %}",
    "{% for a in subject %}{% endfor %}",
    "{% for a in blocks %}{% for b in blocks %}x{% endfor %}{% endfor %}",
    "{% if cycler %}{% endif %}",
    "{% if subject is defined %}{% endif %}",
    "{% if subject == cycler %}{% endif %}",
    "{% if subject in [cycler] %}{% endif %}",
    "{% colspan cycler %}",
    "{% cellbg subject.__class__ %}",
    "{{ 1 }}" + "{% if subject %}" * 40 + "{% endif %}" * 40,
    "{{p subject }}",
    "{% do subject %}",
    "{{ subject",
    "{% if subject %}",
    "{% endfor %}",
    "{{ subject }",
    "{% for line in letterhead.issuer %}{{ line.text }}{% endfor %}",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_anything_outside_the_language_is_refused_in_the_body(attack: str, template_bytes: bytes) -> None:
    assert messages(edited(template_bytes, (SUBJECT, SUBJECT + attack)))


@pytest.mark.parametrize("attack", ["{{ cycler }}", "{{ subject.__class__ }}", "{% for x in range(9) %}{% endfor %}"])
@pytest.mark.parametrize(
    ("part", "anchor"),
    [
        ("word/header1.xml", '<w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>'),
        ("docProps/core.xml", "<dc:title>"),
    ],
)
def test_header_and_properties_are_held_to_the_same_language(
    attack: str, part: str, anchor: str, template_bytes: bytes
) -> None:
    typed = f"<w:r><w:t>{attack}</w:t></w:r>" if part.startswith("word") else attack
    (message,) = messages(edited(template_bytes, (anchor, anchor + typed), part=part))
    assert "đầu trang" in message or "thuộc tính tệp" in message


def test_a_tag_in_a_part_that_is_never_filled_in_is_refused(template_bytes: bytes) -> None:
    (message,) = messages(edited(template_bytes, part="word/footnotes.xml", new="<a>{{ subject }}</a>"))
    assert "word/footnotes.xml có lệnh mẫu nhưng không được điền" in message


def test_text_beside_a_paragraph_tag_would_vanish_and_is_told(template_bytes: bytes) -> None:
    (message,) = messages(edited(template_bytes, ("{%p for block in blocks %}", "Lưu ý: {%p for block in blocks %}")))
    assert "chữ “Lưu ý:” sẽ mất" in message
    assert "đoạn 20" in message


def test_text_beside_a_row_tag_would_vanish_and_is_told(template_bytes: bytes) -> None:
    change = ("{%tr for row in block.table.rows %}", "Tổng {%tr for row in block.table.rows %}")
    assert "chữ “Tổng” sẽ mất vì đứng cùng hàng" in messages(edited(template_bytes, change))[0]


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("{{ letterhead.number }}", "", "số, ký hiệu"),
        ("Độc lập - Tự do - Hạnh phúc", "Độc lập", "Độc lập - Tự do - Hạnh phúc"),
        ("block.role == 'dash'", "block.role == 'nothing'", "vai trò “dash”"),
        ("block.role == 'table'", "block.role == 'nothing'", "vai trò “table”"),
        ("block.role == 'signature'", "block.role == 'nothing'", "vai trò “signature”"),
        ("block.role == 'landscape_ends'", "block.role == 'nothing'", "vai trò “landscape_ends”"),
        ("{{ block.signature.name }}", "", "họ tên người ký"),
        ("{% section ends_landscape %}", "", "phần trang ngang"),
    ],
)
def test_a_missing_part_of_the_document_is_told(old: str, new: str, missing: str, template_bytes: bytes) -> None:
    assert any(missing in message for message in messages(edited(template_bytes, (old, new))))


def test_a_layout_tag_outside_its_place_is_told(template_bytes: bytes) -> None:
    (message,) = messages(edited(template_bytes, (SUBJECT, "{{ subject }}{% span subject %}")))
    assert "{% span … %} phải nằm trong bảng" in message


def test_a_tag_that_word_has_torn_into_runs_is_mended(
    template_bytes: bytes, plans: dict[str, Plan], template: object
) -> None:
    torn = '{{ sub</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>ject</w:t></w:r><w:r><w:t xml:space="preserve"> }}'
    runs = '{{</w:t></w:r><w:r><w:t>r block.</w:t></w:r><w:r><w:t xml:space="preserve">runs }}'
    data = edited(template_bytes, (SUBJECT, torn), ("{{r block.runs }}", runs))
    rendered = render(plans["nhieu-trang"], compile_template(data))
    assert rendered.blocks == render(plans["nhieu-trang"], compile_template(template_bytes)).blocks


def test_smart_quotes_that_word_types_are_read_as_quotes(template_bytes: bytes, plans: dict[str, Plan]) -> None:
    data = edited(template_bytes, ("block.role == 'dash'", "block.role == ‘dash’"))
    assert template_findings(data) == ()


def test_an_else_branch_serves_every_role_that_has_no_sample_of_its_own(template_bytes: bytes) -> None:
    assert template_findings(edited(template_bytes, ("{%p elif block.role == 'annex_note' %}", "{%p else %}"))) != ()
    only_last = edited(template_bytes, ("elif block.role == 'plus'", "elif block.role in ('plus', 'nothing')"))
    assert template_findings(only_last) == ()


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        ("word/vbaProject.bin", "x", "macro"),
        ("word/embeddings/a.bin", "x", "đối tượng nhúng"),
        ("word/styles.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DOCTYPE"),
        ("word/document.xml", "<không đúng", "không phải XML đúng"),
        (
            "word/_rels/settings.xml.rels",
            '<R><Relationship Type="a/attachedTemplate" Target="http://x/y.dotm" TargetMode="External"/></R>',
            "liên kết ra ngoài",
        ),
    ],
)
def test_a_dangerous_or_broken_package_is_refused(part: str, content: str, words: str, template_bytes: bytes) -> None:
    (message,) = messages(edited(template_bytes, part=part, new=content))
    assert words in message


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"kh\xc3\xb4ng", b"\xd0\xcf\x11\xe0" * 100])
def test_bytes_that_are_no_word_file_are_refused(data: bytes) -> None:
    with pytest.raises(TemplateInvalid, match="không phải là tệp Word"):
        compile_template(data)
