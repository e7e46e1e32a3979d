"""No file that a draft file is made from is ever written over, not even with --force."""

import shutil
from pathlib import Path

import pytest

from kedraft.cli.app import run
from kedraft.workspace import find_template, load_spec, sources_of

CLAUSES = "clauses:\n  - {id: rieng/mot, name: một câu, text: Câu của cơ quan.}\n"


@pytest.fixture
def folder(examples: Path, tmp_path: Path) -> Path:
    """An example with a parent and a plan behind it, with a template and clauses of the office's own."""
    folder = tmp_path / "viec"
    shutil.copytree(examples / "tw-tinh-xa-2026", folder)
    shutil.copytree(find_template("ke-hoach"), folder / "templates" / "rieng")
    draft = folder / "draft.yaml"
    draft.write_text("template: rieng\n" + draft.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


INPUTS = ("ke-hoach-cap-tren.docx", "ke-hoach-bo.docx", "templates/rieng/template.docx")


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize(
    "options",
    [("draft", "-o"), ("draft", "-o", "ra.docx", "--review"), ("trace", "-o")],
    ids=["-o", "--review", "trace"],
)
def test_an_input_is_refused_as_output(
    folder: Path,
    name: str,
    options: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(folder)
    before = (folder / name).read_bytes()
    command, *rest = options
    assert run([command, "draft.yaml", *rest, name, "--force"]) == 2
    assert "đang đọc" in capsys.readouterr().err
    assert (folder / name).read_bytes() == before
    assert not (folder / "ra.docx").exists()


def test_a_pdf_does_not_take_the_place_of_an_input(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "don-vi.pdf").symlink_to("ke-hoach-bo.docx")
    assert run(["draft", "draft.yaml", "-o", "don-vi.docx", "--pdf", "--force"]) == 2
    assert "đang đọc" in capsys.readouterr().err
    assert not (folder / "don-vi.docx").exists()


def test_the_first_draft_file_does_not_take_the_place_of_the_clauses_it_reads(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = folder / "mau-cau" / "rieng.yaml"
    own.parent.mkdir()
    own.write_text(CLAUSES, encoding="utf-8")
    asked = ["new", str(folder / INPUTS[0]), "--province", "Lào Cai", "--commune", "Mường Hum", "--force"]
    assert run([*asked, "--clauses", str(own.parent), "-o", str(own)]) == 2
    assert "đang đọc" in capsys.readouterr().err
    assert own.read_text(encoding="utf-8") == CLAUSES


def test_every_file_of_a_draft_file_is_counted(folder: Path) -> None:
    own = folder / "mau-cau" / "rieng.yaml"
    own.parent.mkdir()
    own.write_text(CLAUSES, encoding="utf-8")
    draft = folder / "draft.yaml"
    draft.write_text("units: don-vi.yaml\n" + draft.read_text(encoding="utf-8"), encoding="utf-8")
    table = folder / "bang-khac.csv"
    found = sources_of(load_spec(draft), table)
    assert set(found) == {draft, own, table, folder / "don-vi.yaml", *(folder / name for name in INPUTS)}
