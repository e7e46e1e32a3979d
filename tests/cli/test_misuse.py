"""Bad input ends in Vietnamese sentences with a place and a remedy, exit code 2, nothing written, no traceback."""

import json
from pathlib import Path

import pytest
from small_parent import PARENT

from kedraft.cli.app import run

DRAFT = """\
parent: ke-hoach.txt
locality: {commune: Ba Sơn, province: Lạng Sơn}
document:
  subject: Triển khai công tác văn thư
  date: 2026-02
sections:
  - inherit: I
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ke-hoach.txt").write_text(PARENT, encoding="utf-8")
    return tmp_path


def _run(folder: Path, text: str, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[str]]:
    path = folder / "draft.yaml"
    path.write_text(text, encoding="utf-8")
    code = run(["draft", str(path), "-o", str(folder / "ra.docx"), *options])
    err = capsys.readouterr().err
    assert "Traceback" not in err
    if code == 2:
        assert not (folder / "ra.docx").exists()
    return code, err.splitlines()


def test_a_good_draft_file_is_drafted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, err = _run(folder, DRAFT, capsys)
    assert (code, err) == (0, [])
    assert (folder / "ra.docx").stat().st_size > 4000


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("  date: 2026-02", "  date: 2026-02\n  sign: x", "draft.yaml:6:3", "sign"),
        ("date: 2026-02", "date: 2026-02-30", "draft.yaml:5:9", "không có thật"),
        ("date: 2026-02", "date: [1, 2]", "draft.yaml:5:9", "date"),
        ("inherit: I\n", "inherit: IX\n", "draft.yaml:7:", "IX"),
        ("parent: ke-hoach.txt", "parent: khong-co.txt", "khong-co.txt", "Không thấy tệp"),
        ("commune: Ba Sơn", "commune: Mẫu Sơn, district: Cao Lộc", "draft.yaml:2:", "Ba Sơn"),
        ("sections:\n", "template: la\nsections:\n", "la", "mẫu"),
        ("parent:", "parent", "draft.yaml:", ""),
    ],
    ids=[
        "unknown key",
        "impossible date",
        "wrong type",
        "unknown node",
        "missing parent",
        "dissolved unit",
        "unknown template",
        "broken YAML",
    ],
)
def test_one_fault_is_one_sentence_with_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, place: str, words: str
) -> None:
    assert old in DRAFT
    code, err = _run(folder, DRAFT.replace(old, new), capsys)
    assert code == 2
    assert len(err) == 1, err
    assert place in err[0]
    assert words in err[0]


def test_all_faults_of_a_file_come_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        DRAFT.replace("2026-02", "2026-13")
        .replace("subject:", "subjekt:")
        .replace("inherit: I", "inherit: I\n    moed: adapt")
    )
    code, err = _run(folder, text, capsys)
    assert code == 2
    assert len(err) >= 3


def test_nodes_that_the_parent_does_not_have_are_all_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = DRAFT.replace(
        "inherit: I", "inherit: I\n    drop:\n      - {node: I.8, reason: x}\n      - {node: I.9, reason: x}"
    )
    code, err = _run(folder, text, capsys)
    assert code == 2
    assert any("I.8" in line and "draft.yaml:9" in line for line in err)
    assert any("I.9" in line and "draft.yaml:10" in line for line in err)


def test_a_parent_that_is_no_plan_is_refused_with_the_reason(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "ke-hoach.txt").write_text(
        "Hôm nay tỉnh họp bàn về kế hoạch trồng cây.\nNhiều đại biểu dự.", encoding="utf-8"
    )
    code, err = _run(folder, DRAFT, capsys)
    assert code == 2
    assert "KẾ HOẠCH" in err[0]


def test_an_output_that_somebody_else_wrote_is_not_overwritten(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "ra.docx").write_bytes(b"mine")
    (folder / "draft.yaml").write_text(DRAFT, encoding="utf-8")
    assert run(["draft", str(folder / "draft.yaml"), "-o", str(folder / "ra.docx")]) == 2
    assert "--force" in capsys.readouterr().err
    assert (folder / "ra.docx").read_bytes() == b"mine"


def test_the_same_draft_may_write_its_own_file_again_but_not_over_a_persons_edits(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(folder, DRAFT, capsys)[0] == 0
    assert _run(folder, DRAFT.replace("văn thư\n", "văn thư, lưu trữ\n"), capsys)[0] == 0
    edited = (folder / "ra.docx").read_bytes() + b"\0"
    (folder / "ra.docx").write_bytes(edited)
    assert run(["draft", str(folder / "draft.yaml"), "-o", str(folder / "ra.docx")]) == 2
    assert (folder / "ra.docx").read_bytes() == edited


def test_a_file_open_in_word_is_told_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder, DRAFT, capsys)[0] == 0
    (folder / "~$ra.docx").write_bytes(b"x")
    (folder / "draft.yaml").write_text(DRAFT.replace("văn thư", "lưu trữ"), encoding="utf-8")
    assert run(["draft", str(folder / "draft.yaml"), "-o", str(folder / "ra.docx")]) == 2
    assert "đang mở" in capsys.readouterr().err


@pytest.mark.parametrize(
    "argv", [["nope"], ["draft"], ["draft", "--xx", "a"], ["schema", "zzz"], ["units", "find"], ["import", "a", "b"]]
)
def test_a_wrong_command_line_is_answered_in_vietnamese(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(argv) == 2
    err = capsys.readouterr().err.strip()
    assert len(err.splitlines()) == 1
    assert any(word in err for word in ("Không có", "Thiếu", "Giá trị", "Thừa"))


def test_an_empty_file_and_a_folder_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rong.txt").write_bytes(b"")
    assert run(["import", str(tmp_path / "rong.txt")]) == 2
    assert run(["import", str(tmp_path)]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert run(["import", str(tmp_path / "rong.txt"), "--json"]) == 2
    said = json.loads(capsys.readouterr().out)
    assert (said["kind"], "rỗng" in said["reason"]) == ("not_a_plan", True)


def test_a_commune_that_is_younger_than_the_parent_is_told_of_the_date(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parent = folder / "ke-hoach.txt"
    parent.write_text(parent.read_text("utf-8").replace("2026", "2024").replace("2025", "2024"), encoding="utf-8")
    asked = ["new", str(parent), "--commune", "Ba Sơn", "--province", "Lạng Sơn"]
    assert run(asked) == 2
    assert "--date 2026-02" in capsys.readouterr().err
    assert run([*asked, "--date", "2026-02"]) == 0


def test_a_file_that_could_not_be_checked_is_never_called_clean(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "tin.txt").write_text("Tỉnh họp bàn về việc trồng cây.", encoding="utf-8")
    assert run(["check", str(folder / "tin.txt")]) == 2
    said = capsys.readouterr()
    assert "không có vấn đề" not in said.out
    assert "chưa rà soát được" in said.out


def test_a_place_that_is_none_is_told_without_the_name_of_a_field(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", str(folder / "ke-hoach.txt"), "--province", "Lạng Sơn", "--commune", "Zzzz"]) == 2
    err = capsys.readouterr().err
    assert "Zzzz" in err
    assert "locality" not in err


@pytest.mark.parametrize("option", ["--commune", "--district", "--province"])
@pytest.mark.parametrize("command", ["new", "duties", "adapt"])
def test_a_place_left_blank_is_told_with_its_option(
    folder: Path, capsys: pytest.CaptureFixture[str], command: str, option: str
) -> None:
    what = ["--from", "tỉnh Lạng Sơn", "--on", "2026-02"] if command == "adapt" else [str(folder / "ke-hoach.txt")]
    places = {"--province": "Lạng Sơn", option: " "}
    assert run([command, *what, *(word for pair in places.items() for word in pair)]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith(f"{option} đang để trống")
