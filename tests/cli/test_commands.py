"""The commands do what the README says, for people and for programs."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from kedraft.cli.app import run

PARENT = "ke-hoach-cap-tren.docx"


def _json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_import_prints_only_json(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(examples / "tinh-xa-2026" / PARENT), "--json"]) == 0
    plan = _json(capsys)
    assert plan["kind"] == "plan"
    assert plan["issuing_body"] == {"superior": None, "name": "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "level": "province"}
    assert [section["label"] for section in plan["sections"]] == ["I.", "II.", "III.", "IV.", "V.", "VI."]
    assert plan["annexes"][0]["tables"] == 1
    assert plan["tasks"]


def test_an_imported_plan_written_as_data_serves_as_parent(
    examples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "cap-tren.yaml"
    assert run(["import", str(examples / "huyen-xa-2023" / PARENT), "-o", str(data)]) == 0
    story = (examples / "huyen-xa-2023" / "draft.yaml").read_text(encoding="utf-8").replace(PARENT, data.name)
    (tmp_path / "draft.yaml").write_text(story, encoding="utf-8")
    assert run(["draft", str(tmp_path / "draft.yaml"), "-o", str(tmp_path / "a.docx"), "--json"]) == 0
    assert run(["draft", str(examples / "huyen-xa-2023" / "draft.yaml"), "-o", str(tmp_path / "b.docx"), "--json"]) == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    capsys.readouterr()


def test_standard_input_is_read_as_a_file(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stream:
        buffer = io.BytesIO(next(seeds.glob("004_*")).read_bytes())

    monkeypatch.setattr("sys.stdin", Stream())
    assert run(["import", "-", "--json"]) == 0
    assert _json(capsys)["place"] == "Mẫu Sơn"


def test_what_is_no_plan_ends_with_2_and_still_prints_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tin.txt").write_text("Sáng nay, huyện ban hành kế hoạch trồng cây năm 2026.", encoding="utf-8")
    assert run(["import", str(tmp_path / "tin.txt"), "--json"]) == 2
    said = capsys.readouterr()
    assert json.loads(said.out)["kind"] == "not_a_plan"
    assert said.err.strip()


def test_outline_shows_ids_labels_and_counts(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["outline", str(examples / "tinh-xa-2026" / PARENT)]) == 0
    out = capsys.readouterr().out
    assert "III.5" in out
    assert "Chỉ tiêu: " in out
    assert "\x1b[" not in out


@pytest.mark.parametrize(
    ("story", "where"),
    [
        ("tinh-xa-2026", ["--commune", "Ba Sơn", "--province", "Lạng Sơn"]),
        ("tinh-huyen-2023", ["--district", "Tuy Phong", "--province", "Bình Thuận"]),
    ],
)
def test_the_proposed_draft_file_is_drafted_untouched_without_errors(
    story: str, where: list[str], examples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "phieu.yaml"
    assert run(["new", str(examples / story / PARENT), *where, "-o", str(draft)]) == 0
    text = draft.read_text(encoding="utf-8")
    for node in ("I", "II", "III", "IV", "V"):
        assert f": {node}\n" in text
    capsys.readouterr()
    code = run(["draft", str(draft), "-o", str(tmp_path / "ra.docx"), "--json"])
    said = _json(capsys)
    assert [f["message"] for f in said["findings"] if f["severity"] == "error"] == []
    assert code == 0
    assert (tmp_path / "ra.docx").exists()


def test_check_reads_a_word_file_a_text_and_a_draft_file(
    examples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = examples / "tinh-xa-2026"
    assert run(["draft", str(story / "draft.yaml"), "-o", str(tmp_path / "ra.docx")]) == 0
    capsys.readouterr()
    assert run(["check", str(tmp_path / "ra.docx"), "--json"]) == 0
    for finding in _json(capsys):
        assert set(finding) == {"rule", "severity", "message", "where", "citation"}
    assert run(["check", str(story / "draft.yaml")]) == 0
    assert "Kết quả:" in capsys.readouterr().out


def test_a_check_that_finds_an_error_ends_with_1(
    examples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = (examples / "huyen-xa-2023" / "draft.yaml").read_text(encoding="utf-8")
    story = story.replace("parent: ", f"parent: {examples / 'huyen-xa-2023'}/")
    story = story.replace("TM. ỦY BAN NHÂN DÂN", "TM ỦY BAN NHÂN DÂN")
    (tmp_path / "draft.yaml").write_text(story, encoding="utf-8")
    assert run(["check", str(tmp_path / "draft.yaml"), "--json"]) == 1
    assert any(finding["severity"] == "error" for finding in _json(capsys))


def test_adapt_answers_one_object_a_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Tuyên truyền trên địa bàn tỉnh Bình Thuận.\n\nGiữ nguyên câu này.\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
    where = ["--commune", "Mẫu Sơn", "--district", "Cao Lộc", "--province", "Lạng Sơn", "--on", "2023-04-01"]
    assert run(["adapt", "--from", "tỉnh Bình Thuận", *where, "--json"]) == 0
    first, blank, last = _json(capsys)
    assert first["after"] == "Tuyên truyền trên địa bàn xã Mẫu Sơn."
    assert first["changes"]
    assert blank["after"] == ""
    assert last == {"before": last["before"], "after": last["before"], "changes": [], "ask": [], "drop": None}


def test_the_schema_of_the_draft_file_has_vietnamese_titles(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "draft"]) == 0
    schema = _json(capsys)
    assert schema["properties"]["parent"]["title"] == "Kế hoạch cấp trên"
    assert run(["schema", "plan"]) == 0
    assert _json(capsys)["properties"]["legal_bases"]["title"] == "Căn cứ ban hành"


def test_every_rule_has_a_manual(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == 0
    ids = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert len(ids) > 30
    assert run(["rules", ids[0]]) == 0
    assert ids[0] in capsys.readouterr().out
    assert run(["rules", "XX-99"]) == 2


def test_units_are_found_by_name_without_marks(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["units", "find", "ba son", "--on", "2026-01-01", "--json"]) == 0
    found = _json(capsys)
    assert ("xã", "Ba Sơn", "Lạng Sơn") in [(unit["kind"], unit["name"], unit["province"]) for unit in found]


def test_the_packaged_template_passes_its_own_check(capsys: pytest.CaptureFixture[str]) -> None:
    template = Path(__file__).resolve().parents[2] / "templates" / "ke-hoach" / "template.docx"
    assert run(["template", "check", str(template)]) == 0
    assert run(["template", "list"]) == 0
    assert "ke-hoach" in capsys.readouterr().out


def test_a_file_with_tracked_changes_is_checked_as_it_was_or_as_it_will_be(
    examples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = (examples / "tinh-xa-2026" / PARENT).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    end = b"<w:sectPr"
    added = "<w:p><w:ins w:id='1' w:author='a'><w:r><w:t>Mục IX Kế hoạch này.</w:t></w:r></w:ins></w:p>".encode()
    body = parts["word/document.xml"]
    at = body.rindex(end)
    parts["word/document.xml"] = body[:at] + added + body[at:]
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    said = {}
    for revisions in ("final", "original"):
        run(["check", str(tmp_path / "a.docx"), "--json", "--revisions", revisions])
        said[revisions] = [finding["message"] for finding in _json(capsys)]
    assert any("đã chấp nhận tất cả" in message for message in said["final"])
    assert any("đã bỏ qua tất cả" in message for message in said["original"])
