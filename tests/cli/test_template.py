"""kedraft template build and check: what the office is told, and at which paragraph."""

import json
import shutil
from pathlib import Path
from urllib.parse import quote

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from small_parent import PARENT

from kedraft.cli.app import run
from kedraft.workspace import templates
from kedraft.workspace.builders import outdated

SHIPPED = Path(__file__).resolve().parents[2] / "templates" / "ke-hoach" / "template.docx"


def told(change: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    document = docx.Document(str(SHIPPED))
    change(document)  # type: ignore[operator]
    path = tmp_path / "mau.docx"
    document.save(str(path))
    code = run(["template", "check", str(path)])
    return code, capsys.readouterr().out


def test_what_the_decree_allows_may_be_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def change(document: Document) -> None:
        for style in document.styles:
            if style.type == 1 and style.name == "Nội dung":
                style.paragraph_format.space_before = Pt(8)
                style.paragraph_format.line_spacing = 1.2

    code, said = told(change, tmp_path, capsys)
    assert code == 0
    assert "không có vấn đề nào" in said


def test_a_margin_out_of_range_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def change(document: Document) -> None:
        for section in document.sections:
            section.left_margin = Mm(20)

    code, said = told(change, tmp_path, capsys)
    assert code == 1
    assert "ND30-TR-04" in said


def test_a_restyled_part_is_told_at_its_paragraph_of_the_template(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(document: Document) -> None:
        document.styles["Tên loại"].font.size = Pt(18)

    code, said = told(change, tmp_path, capsys)
    paragraphs = list(docx.Document(str(SHIPPED)).element.body.iter(docx.oxml.ns.qn("w:p")))
    number = next(at for at, one in enumerate(paragraphs, 1) if "{{ document_type }}" in "".join(one.itertext()))
    assert code == 1
    assert f"mau.docx, đoạn {number} " in said
    assert "ND30-TL-01" in said


def test_a_paragraph_inside_the_loop_is_told_at_its_place_in_the_template(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(document: Document) -> None:
        document.styles["Khoản"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT

    _, said = told(change, tmp_path, capsys)
    paragraphs = list(docx.Document(str(SHIPPED)).element.body.iter(docx.oxml.ns.qn("w:p")))
    number = next(at for at, one in enumerate(paragraphs, 1) if one.pPr is not None and one.pPr.style == "Khoan")
    assert f"mau.docx, đoạn {number} " in said
    assert "ND30-ND-02" in said


def test_a_field_that_is_only_asked_about_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def change(document: Document) -> None:
        for paragraph in list(document.element.body.iter(docx.oxml.ns.qn("w:p"))):
            if "{{ block.signature.second_position }}" in "".join(paragraph.itertext()):
                paragraph.getparent().remove(paragraph)

    code, said = told(change, tmp_path, capsys)
    assert code == 1
    assert "block.signature.second_position" in said


def test_the_shipped_template_is_what_its_builder_makes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "build", "ke-hoach", "--check"]) == 0
    assert "khớp" in capsys.readouterr().out


def test_an_unknown_template_is_misuse_with_the_names_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "build", "../ke-hoach"]) == 2
    assert run(["template", "build", "khong-co"]) == 2
    assert "ke-hoach" in capsys.readouterr().err


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped templates in a folder of their own, which is taken for the packaged one."""
    folder = tmp_path / "templates"
    shutil.copytree(SHIPPED.parents[1], folder)
    monkeypatch.setattr(templates, "_packaged", lambda: (folder,))
    return folder / "ke-hoach"


def test_a_template_that_was_changed_is_told_and_built_anew(copied: Path) -> None:
    document = docx.Document(str(copied / "template.docx"))
    document.styles["Tên loại"].font.size = Pt(13)
    document.save(str(copied / "template.docx"))
    assert outdated("ke-hoach") == ("template.docx", "template.json")
    assert run(["template", "build", "ke-hoach", "--check"]) == 1
    assert run(["template", "build", "ke-hoach"]) == 0
    assert outdated("ke-hoach") == ()


def test_a_template_without_its_builder_is_told_kindly(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copied / "build.py").unlink()
    assert run(["template", "build", "ke-hoach"]) == 2
    assert "build.py" in capsys.readouterr().err


def test_sarif_names_rules_levels_and_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    path = tmp_path / "ke hoach.docx"
    document.save(str(path))
    run(["check", str(path), "--sarif"])
    log = json.loads(capsys.readouterr().out)
    (sarif,) = log["runs"]
    rules = sarif["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0"
    assert sarif["results"]
    for result in sarif["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == quote(path.as_posix())


def test_sarif_tells_files_of_one_name_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("một", "hai"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "kh.txt").write_text(PARENT.replace("Số: 12", "Số: 1"), encoding="utf-8")
    run(["check", str(Path("một") / "kh.txt"), str(Path("hai") / "kh.txt"), "--sarif"])
    (sarif,) = json.loads(capsys.readouterr().out)["runs"]
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in sarif["results"]}
    assert uris == {quote("một/kh.txt"), "hai/kh.txt"}
