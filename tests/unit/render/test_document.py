"""The file that comes out: its name, its bytes, its parts, and the proof that no word is missing."""

import io
import re
import zipfile

import docx
import pytest

from kedraft.errors import TemplateInvalid
from kedraft.model.inline import Inline
from kedraft.model.plan import Item, Marker, Plan
from kedraft.rendering import Template, compile_template, flow, render
from kedraft.rendering.document import file_name
from kedraft.rendering.filler import Filled
from kedraft.rendering.proof import WordsLost, prove, texts_of
from kedraft.workspace import find_template, load_template

from .test_contract import edited


def xml_of(data: bytes, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(part).decode()


def test_the_same_plan_gives_the_same_bytes(plans: dict[str, Plan], template: Template) -> None:
    for plan in plans.values():
        assert render(plan, template).data == render(plan, template).data


def test_the_file_opens_with_python_docx_and_says_what_it_is(plans: dict[str, Plan], template: Template) -> None:
    document = docx.Document(io.BytesIO(render(plans["phu-luc-trang-ngang"], template).data))
    properties = document.core_properties
    assert properties.title == "Kế hoạch Phổ cập kỹ năng số cho người dân trên địa bàn xã Ba Sơn năm 2026"
    assert properties.author == "ỦY BAN NHÂN DÂN XÃ BA SƠN"
    assert properties.language == "vi-VN"
    assert len(document.sections) == 3


def test_the_package_holds_one_of_each_part_and_no_thumbnail(plans: dict[str, Plan], template: Template) -> None:
    with zipfile.ZipFile(io.BytesIO(render(plans["xa-hai-cap"], template).data)) as package:
        names = package.namelist()
        assert package.testzip() is None
    assert len(set(names)) == len(names)
    assert sum("core" in name for name in names) == 1
    assert not any("thumbnail" in name for name in names)
    assert names[0] == "[Content_Types].xml"


def test_no_tag_is_left_in_any_part(plans: dict[str, Plan], template: Template) -> None:
    for plan in plans.values():
        data = render(plan, template).data
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                assert b"{{" not in package.read(name)
                assert b"{%" not in package.read(name)


def test_number_and_date_stand_in_one_row(plans: dict[str, Plan], template: Template) -> None:
    table = docx.Document(io.BytesIO(render(plans["day-du-ngay-so"], template).data)).tables[0]
    assert [cell.text.strip() for cell in table.rows[1].cells] == [
        "Số: 07/KH-UBND",
        "Lạng Sơn, ngày 05 tháng 3 năm 2026",
    ]


def test_the_signature_row_cannot_split_and_the_last_paragraph_stays_with_it(
    plans: dict[str, Plan], template: Template
) -> None:
    document = docx.Document(io.BytesIO(render(plans["xa-hai-cap"], template).data))
    assert "w:cantSplit" in document.tables[-1].rows[0]._tr.xml
    last = [paragraph for paragraph in document.paragraphs if paragraph.text][-1]
    assert last.style.name == "Đoạn kết"
    assert last.style.paragraph_format.keep_with_next


def test_each_annex_is_numbered_from_one_and_turned_when_it_is_landscape(
    plans: dict[str, Plan], template: Template
) -> None:
    data = render(plans["phu-luc-trang-ngang"], template).data
    sections = docx.Document(io.BytesIO(data)).sections
    assert [section.orientation for section in sections] == [0, 1, 0]
    assert xml_of(data).count('<w:pgNumType w:start="1"/>') == 3


def test_a_landscape_annex_at_the_end_turns_the_last_page(plans: dict[str, Plan], template: Template) -> None:
    plan = plans["phu-luc-trang-ngang"]
    data = render(plan.evolve(annexes=plan.annexes[:1]), template).data
    assert [section.orientation for section in docx.Document(io.BytesIO(data)).sections] == [0, 1]


def test_header_rows_repeat_and_spans_are_words_own(plans: dict[str, Plan], template: Template) -> None:
    xml = xml_of(render(plans["chia-phan-va-bang"], template).data)
    assert xml.count("<w:tblHeader/>") == 2
    assert xml.count('<w:gridSpan w:val="2"/>') == 1
    assert xml.count('<w:vMerge w:val="restart"/>') == 5
    assert xml.count('<w:vMerge w:val="continue"/>') == 5


def test_bold_and_italic_words_keep_their_looks(plans: dict[str, Plan], template: Template) -> None:
    document = docx.Document(io.BytesIO(render(plans["chia-phan-va-bang"], template).data))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.text == "đúng hạn"]
    assert [(run.bold, run.italic) for run in runs] == [(True, True)]


def test_a_template_that_loses_words_hands_out_no_file(template_bytes: bytes, plans: dict[str, Plan]) -> None:
    loses = edited(template_bytes, ("{{ subject }}", "{{ subject|upper }}"))
    with pytest.raises(WordsLost, match="mất lời văn"):
        render(plans["xa-hai-cap"], compile_template(loses))


@pytest.mark.parametrize("words", ["a & b <c>", "hai\ndòng", "\t", "một", "", "một\n& hai"])
def test_the_proof_finds_words_however_they_are_written(words: str, plans: dict[str, Plan], template: Template) -> None:
    items = tuple(
        Item(id=f"I{at}", marker=Marker.ARABIC, label="1.", heading=Inline(text="Việc:"), text=Inline(text=text))
        for at, text in enumerate((words, "hai", words))
    )
    assert render(plans["xa-hai-cap"].evolve(sections=items), template).blocks


def test_the_proof_allows_another_order(template_bytes: bytes, plans: dict[str, Plan], template: Template) -> None:
    turned = edited(template_bytes, ("{{ document_type }}", "{{ subject }} {{ document_type }}"))
    assert render(plans["xa-hai-cap"], compile_template(turned)).blocks
    view = flow(plans["xa-hai-cap"])
    before = Filled("<w:t>" + "</w:t><w:t>".join(reversed(texts_of(view))) + "</w:t>", ())
    prove([before], texts_of(view))


def test_the_proof_misses_every_text_that_is_not_written(plans: dict[str, Plan]) -> None:
    view = flow(plans["chia-phan-va-bang"])
    texts = texts_of(view)
    for lost in {text for text in texts if sum(text in other for other in texts) == 1}:
        kept = [text for text in texts if text != lost]
        with pytest.raises(WordsLost):
            prove([Filled("".join(kept), kept)], texts)


def test_the_widths_of_a_changed_template_are_its_own(template_bytes: bytes) -> None:
    wider = edited(template_bytes, ('w:right="850" w:bottom', 'w:right="1134" w:bottom'))
    before, after = compile_template(template_bytes), compile_template(wider)
    assert before.page.text - after.page.text == 1134 - 850


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Chuyển đổi số năm 2026", "Kế hoạch Chuyển đổi số năm 2026.docx"),
        ('a<b>c:d"e/f\\g|h?i*j', "Kế hoạch a b c d e f g h i j.docx"),
        ("Kết thúc bằng dấu chấm...", "Kế hoạch Kết thúc bằng dấu chấm.docx"),
        ("hai\ndòng", "Kế hoạch hai dòng.docx"),
    ],
)
def test_the_proposed_name_keeps_its_accents_and_is_legal_on_windows(
    subject: str, name: str, plans: dict[str, Plan]
) -> None:
    assert file_name(plans["xa-hai-cap"].evolve(subject=subject)) == name


def test_a_very_long_subject_gives_a_short_name_cut_between_words(plans: dict[str, Plan]) -> None:
    name = file_name(plans["xa-hai-cap"].evolve(subject="Triển khai thực hiện " * 40))
    assert len(name) <= 125
    assert len(name.encode()) <= 205
    assert re.fullmatch(r"Kế hoạch( Triển khai thực hiện)*( Triển)?( khai)?( thực)?\.docx", name)


def test_a_subject_without_spaces_still_gives_a_name(plans: dict[str, Plan]) -> None:
    assert len(file_name(plans["xa-hai-cap"].evolve(subject="ệ" * 500))) < 126


def test_a_template_is_found_by_id_folder_and_file() -> None:
    folder = find_template("ke-hoach")
    assert load_template("ke-hoach").name == load_template(folder).name == load_template(folder / "template.docx").name


def test_an_unknown_template_is_refused_with_those_that_exist() -> None:
    with pytest.raises(TemplateInvalid, match="ke-hoach"):
        load_template("khong-co")


def test_a_template_saved_by_libreoffice_keeps_one_core_xml(template_bytes: bytes, plans: dict[str, Plan]) -> None:
    right = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    wrong = right.replace("package", "officedocument")
    data = render(
        plans["xa-hai-cap"], compile_template(edited(template_bytes, (right, wrong), part="_rels/.rels"))
    ).data
    assert right in xml_of(data, "_rels/.rels")
    out = io.BytesIO()
    document = docx.Document(io.BytesIO(data))
    assert document.core_properties.language == "vi-VN"
    document.save(out)
    with zipfile.ZipFile(out) as package:
        assert sum("core" in name for name in package.namelist()) == 1


def test_an_empty_plan_renders(plans: dict[str, Plan], template: Template) -> None:
    item = Item(id="I", marker=Marker.ROMAN, label="I.", heading=Inline(text="MỤC ĐÍCH"))
    assert render(plans["tat-ca-de-trong"].evolve(sections=(item,)), template).blocks == 2
