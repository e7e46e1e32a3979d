"""What the README shows runs as it stands."""

import re
import shutil
from pathlib import Path

import pytest

from kedraft.cli.app import run

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found
    return found.group(1)


def test_the_draft_file_of_the_readme_is_drafted_without_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "examples" / "tinh-xa-2026" / "ke-hoach-cap-tren.docx", tmp_path / "ke-hoach-tinh.docx")
    (tmp_path / "phieu.yaml").write_text(_block("yaml"), encoding="utf-8")
    assert run(["draft", str(tmp_path / "phieu.yaml"), "-o", str(tmp_path / "ke-hoach-xa.docx")]) == 0
    assert "LỖI" not in capsys.readouterr().out


def test_the_python_of_the_readme_gives_a_word_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    exec(_block("python"), names)
    assert names["document"].data[:2] == b"PK"
    assert [f.message for f in names["findings"] if f.severity == "error" and f.rule.startswith("KH-TC")] == []  # type: ignore[attr-defined]


def test_the_first_screen_names_the_two_commands() -> None:
    first = "\n".join(README.splitlines()[:16])
    assert "make demo" in first
    assert "make test" in first
