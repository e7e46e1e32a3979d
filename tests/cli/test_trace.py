"""`kedraft trace`: parent and child side by side, on the terminal and as a file."""

import json
import shutil
from pathlib import Path

import pytest

from kedraft.cli.app import run

MAGIC = {".html": b"<!doctype html>", ".docx": b"PK", ".xlsx": b"PK"}


@pytest.fixture
def draft(examples: Path, tmp_path: Path) -> Path:
    for file in (examples / "tinh-xa-2026").glob("*.*"):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path / "draft.yaml"


def test_json_only(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trace", str(draft), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert set(shown) == {"parent", "child", "counts", "rows", "targets", "duties", "added"}
    assert {row["fate"] for row in shown["rows"]} == {"kept", "adapted", "replaced", "dropped"}


def test_the_terminal_shows_counts_and_open_duties(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trace", str(draft)]) == 0
    said = capsys.readouterr().out
    assert "Cấp trên giao 15 việc" in said
    assert "Chưa thấy trong dự thảo" in said


@pytest.mark.parametrize("kind", MAGIC)
def test_a_file_is_written_and_may_be_written_again(draft: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    output = draft.with_name(f"doi-chieu{kind}")
    assert run(["trace", str(draft), "-o", str(output)]) == 0
    first = output.read_bytes()
    assert first.startswith(MAGIC[kind])
    assert run(["trace", str(draft), "-o", str(output)]) == 0
    assert output.read_bytes() == first
    assert output.name in capsys.readouterr().out


def test_other_kinds_and_foreign_files_are_refused(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trace", str(draft), "-o", str(draft.with_name("a.pdf"))]) == 2
    assert ".xlsx" in capsys.readouterr().err
    foreign = draft.with_name("a.html")
    foreign.write_text("của người khác", encoding="utf-8")
    assert run(["trace", str(draft), "-o", str(foreign)]) == 2
    assert foreign.read_text(encoding="utf-8") == "của người khác"
