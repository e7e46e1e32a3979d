"""Overrides of a draft file: they hide what they name, whoever found it, and only those that hide nothing are told, once."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from small_parent import PARENT

from kedraft.cli.app import run
from kedraft.workspace import find_template

DRAFT = """\
template: le-rong
parent: ke-hoach.txt
locality: {commune: Ba Sơn, province: Lạng Sơn}
document:
  subject: Triển khai công tác văn thư
  date: 2026-02
sections:
  - inherit: I
  - inherit: II
"""
MARGIN = "ND30-TR-02"  # looks at pages only
ASKED = "KH-CA-01"  # said by the stage that adapts
IDLE = "KH-RS-02"
DIRECTED = (
    "2. Giám đốc các sở; Chủ tịch Ủy ban nhân dân các xã, phường chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh "
    "về kết quả thực hiện.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A parent, and a template whose top margin is wider than the decree allows."""
    (tmp_path / "ke-hoach.txt").write_text(PARENT, encoding="utf-8")
    own = tmp_path / "templates" / "le-rong"
    shutil.copytree(find_template("ke-hoach"), own, ignore=shutil.ignore_patterns("__pycache__"))
    for file in own.iterdir():
        if file.name != "template.docx":
            file.unlink()
    _widen(own / "template.docx")
    return tmp_path


def _widen(template: Path) -> None:
    with zipfile.ZipFile(template) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"]
    assert b'w:top="1134"' in body
    parts["word/document.xml"] = body.replace(b'w:top="1134"', b'w:top="1700"')
    with zipfile.ZipFile(template, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def _found(folder: Path, capsys: pytest.CaptureFixture[str], command: str, **overrides: str) -> list[tuple[str, str]]:
    """Rules and fields of what a command finds in the draft file with these overrides (`_` for `-`)."""
    lines = [f"  {rule.replace('_', '-')}: {reason}\n" for rule, reason in overrides.items()]
    (folder / "draft.yaml").write_text(DRAFT + ("overrides:\n" if lines else "") + "".join(lines), encoding="utf-8")
    run([command, str(folder / "draft.yaml"), "--json"])
    said = json.loads(capsys.readouterr().out)
    findings = said["findings"] if isinstance(said, dict) else said
    return [(one["rule"], one["where"]["field"] or "") for one in findings]


def test_an_override_of_a_rule_for_pages_hides_it_and_is_not_called_idle(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert MARGIN in [rule for rule, _ in _found(folder, capsys, "draft")]
    rules = [rule for rule, _ in _found(folder, capsys, "draft", ND30_TR_02="mẫu cũ của cơ quan")]
    assert MARGIN not in rules
    assert IDLE not in rules


def test_an_idle_override_is_told_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = _found(folder, capsys, "draft", ND30_SO_02="lý do", KH_SAI_99="lý do", ND30_TR_02="lý do")
    assert sorted(field for rule, field in found if rule == IDLE) == ["overrides.KH-SAI-99", "overrides.ND30-SO-02"]


def test_where_no_pages_are_made_nothing_is_said_of_rules_for_pages(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _found(folder, capsys, "check", ND30_TR_02="mẫu cũ", KH_SAI_99="lý do")
    assert [field for rule, field in found if rule == IDLE] == ["overrides.KH-SAI-99"]


@pytest.mark.parametrize("typed", ["KH_CA_01", "kh_ca_01"])
def test_what_adapting_says_is_hidden_too_in_whatever_case_the_rule_is_typed(
    folder: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    (folder / "ke-hoach.txt").write_text(PARENT.replace("\nNơi nhận", DIRECTED + "\nNơi nhận"), encoding="utf-8")
    assert ASKED in [rule for rule, _ in _found(folder, capsys, "check")]
    rules = [rule for rule, _ in _found(folder, capsys, "check", **{typed: "giữ để đối chiếu"})]
    assert ASKED not in rules
    assert IDLE not in rules
