"""`kedraft batch`: real runs over a province; what is said, what is written, and how misuse ends."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from small_parent import PARENT

from kedraft.cli.app import run

DRAFT = """\
parent: ke-hoach.txt
locality: {commune: Ba Sơn, province: Lạng Sơn}
document:
  subject: Triển khai công tác văn thư năm 2026
  date: 2026-02
  signatory: {authority: [TM. ỦY BAN NHÂN DÂN], position: CHỦ TỊCH}
sections:
  - inherit: I
  - inherit: II
    mode: replace
    heading: TỔ CHỨC THỰC HIỆN
    text: 1. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân theo dõi, đôn đốc; báo cáo trước ngày 15/12/2026.
"""

TABLE = """\
Địa phương,Tỉnh
xã Ba Sơn,Lạng Sơn
phường Tam Thanh,Lạng Sơn
xã Cao Lộc,Lạng Sơn
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "ke-hoach.txt").write_text(PARENT, encoding="utf-8")
    (tmp_path / "phieu.yaml").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "xa.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _batch(*options: str, what: str = "xa.csv", to: str = "ra") -> int:
    return run(["batch", "phieu.yaml", "--localities", what, "-o", to, *options])


def _state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a folder with its bytes and its time."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


# --- what is written -------------------------------------------------------------------------------------------------


def test_a_province_of_the_examples_is_drafted_whole(
    examples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (examples / "tinh-xa-2026").glob("*.*"):
        shutil.copy(file, tmp_path / file.name)
    to = tmp_path / "ra"
    code = run(["batch", str(tmp_path / "draft.yaml"), "--localities", "province:Lạng Sơn", "-o", str(to)])
    rows = json.loads((to / "report.json").read_text(encoding="utf-8"))
    assert len(rows) == 65
    assert code == int(any(f["severity"] == "error" for row in rows for f in row["findings"]))
    assert all(set(row) == {"code", "name", "file", "status", "findings"} for row in rows)
    assert {row["status"] for row in rows} == {"written"}
    assert {path.name for path in to.glob("*.docx")} == {row["file"] for row in rows}
    said = capsys.readouterr().out
    assert "Đã ghi 65 tệp" in said
    assert "report.html" in said


def test_the_table_decides_for_whom_in_its_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _batch("--json") in (0, 1)
    shown = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in shown] == [
        "xã Ba Sơn, tỉnh Lạng Sơn",
        "phường Tam Thanh, tỉnh Lạng Sơn",
        "xã Cao Lộc, tỉnh Lạng Sơn",
    ]
    assert json.loads((folder / "ra" / "report.json").read_text(encoding="utf-8")) == shown
    assert load_workbook(folder / "ra" / "report.xlsx")["Địa phương"].max_row == 4
    assert "phường Tam Thanh" in (folder / "ra" / "report.html").read_text(encoding="utf-8")


def test_a_second_run_rewrites_nothing_and_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first_code = _batch()
    before = _state(folder / "ra")
    capsys.readouterr()
    assert _batch("--json") == first_code
    assert {row["status"] for row in json.loads(capsys.readouterr().out)} == {"unchanged"}
    assert _state(folder / "ra") == before
    _batch()
    assert "Đã ghi 0 tệp, giữ nguyên 3 tệp không có gì đổi" in capsys.readouterr().out


def test_the_folder_is_the_same_wherever_it_lies_and_however_many_processes(folder: Path) -> None:
    _batch(to="ra")
    _batch("--jobs", "2", to="khac")
    mine, other = ({name: data for name, (data, _) in _state(folder / at).items()} for at in ("ra", "khac"))
    assert mine == other


def test_findings_of_severity_error_end_with_code_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = DRAFT.replace("[TM. ỦY BAN NHÂN DÂN], position: CHỦ TỊCH", "[KT. CHỦ TỊCH], position: CHỦ TỊCH")
    (folder / "phieu.yaml").write_text(wrong, encoding="utf-8")
    assert _batch() == 1
    said = capsys.readouterr().out
    assert "Còn lỗi phải sửa 3" in said
    assert "Lỗi, 3 địa phương" in said


def test_the_folder_is_made_with_those_above_it(folder: Path) -> None:
    assert _batch(to="nam-2026/quy-1/ra") in (0, 1)
    assert len(list((folder / "nam-2026" / "quy-1" / "ra").glob("*.docx"))) == 3


def test_files_of_others_in_the_folder_are_left_alone(folder: Path) -> None:
    (folder / "ra").mkdir()
    (folder / "ra" / "Công văn.docx").write_text("riêng", encoding="utf-8")
    _batch()
    assert (folder / "ra" / "Công văn.docx").read_text(encoding="utf-8") == "riêng"


# --- what the draft file says of its own locality --------------------------------------------------------------------


def _told(folder: Path, rule: str) -> dict[str, list[dict[str, object]]]:
    rows = json.loads((folder / "ra" / "report.json").read_text(encoding="utf-8"))
    return {row["name"]: [found for found in row["findings"] if found["rule"] == rule] for row in rows}


def test_a_draft_file_that_names_its_own_commune_is_an_error_for_the_others_only(folder: Path) -> None:
    text = DRAFT.replace("công tác văn thư năm 2026", "công tác văn thư trên địa bàn xã Ba Sơn năm 2026")
    (folder / "phieu.yaml").write_text(text, encoding="utf-8")
    assert _batch() == 1
    told = _told(folder, "HL-04")
    assert told["xã Ba Sơn, tỉnh Lạng Sơn"] == []
    (found,) = told["xã Cao Lộc, tỉnh Lạng Sơn"]
    assert found["severity"] == "error"
    assert "“xã Ba Sơn”" in str(found["message"])
    assert not any(_told(folder, "KH-CA-07").values())  # said once, at the draft file's line
    assert found["where"]["line"] == 4  # type: ignore[index]
    (folder / "phieu.yaml").write_text(text.replace("xã Ba Sơn năm", "{đơn vị} năm"), encoding="utf-8")
    _batch()
    assert not any(_told(folder, "HL-04").values())


def test_a_name_that_is_also_the_provinces_counts_only_after_its_kind(folder: Path) -> None:
    def with_own(commune: str, subject: str) -> str:
        return DRAFT.replace("commune: Ba Sơn", f"commune: {commune}").replace("văn thư năm", f"{subject} năm")

    (folder / "phieu.yaml").write_text(with_own("phường Lạng Sơn", "văn thư tỉnh Lạng Sơn"), encoding="utf-8")
    _batch()
    assert not any(_told(folder, "HL-04").values())
    (folder / "phieu.yaml").write_text(with_own("xã Hòa", "hòa giải"), encoding="utf-8")
    _batch()
    assert not any(_told(folder, "HL-04").values())


def test_who_signs_is_asked_for_at_the_rows_place(folder: Path) -> None:
    (folder / "xa.csv").write_text(
        "Địa phương,Tỉnh,Họ tên người ký\nxã Ba Sơn,Lạng Sơn,\nxã Cao Lộc,Lạng Sơn,Lý Thị C\nxã Bình Gia,Lạng Sơn,\n",
        encoding="utf-8",
    )
    named = DRAFT.replace("position: CHỦ TỊCH", "position: CHỦ TỊCH, name: Trần Thị B")
    (folder / "phieu.yaml").write_text(named, encoding="utf-8")
    assert _batch() == 0
    told = _told(folder, "HL-03")
    assert told["xã Ba Sơn, tỉnh Lạng Sơn"] == []  # the draft file's own locality has the draft file's signer
    assert told["xã Cao Lộc, tỉnh Lạng Sơn"] == []
    (found,) = told["xã Bình Gia, tỉnh Lạng Sơn"]
    assert found["severity"] == "warning"
    assert "người ký ghi trong phiếu (Trần Thị B) là của nơi khác, nên chỗ này để trống" in str(found["message"])
    printed = {path.name: _text(path) for path in (folder / "ra").glob("*.docx")}
    assert [name for name, text in printed.items() if "Trần Thị B" in text] == ["Lạng Sơn - xã Ba Sơn.docx"]
    assert found["where"]["file"] == "xa.csv"  # type: ignore[index]
    assert found["where"]["line"] == 4  # type: ignore[index]


def _text(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())


def test_the_report_is_titled_for_all_localities(folder: Path) -> None:
    draft = DRAFT.replace("Triển khai công tác văn thư năm 2026", "Triển khai công tác văn thư của {đơn vị} năm 2026")
    (folder / "phieu.yaml").write_text(draft, encoding="utf-8")
    _batch()
    report = (folder / "ra" / "report.html").read_text(encoding="utf-8")
    assert "<h1>Triển khai công tác văn thư của các xã, phường năm 2026" in report
    assert "{đơn vị}" not in report.partition("</header>")[0]


def test_a_draft_file_for_every_kind_is_proposed_and_drafts_a_province(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = ["new", "ke-hoach.txt", "--province", "Lạng Sơn", "--batch", "-o", "chung.yaml"]
    assert run(new) == 0
    assert "kedraft batch chung.yaml --localities xa.xlsx" in capsys.readouterr().out
    assert run(["batch", "chung.yaml", "--localities", "province:Lạng Sơn", "-o", "ra"]) == 0
    rows = json.loads((folder / "ra" / "report.json").read_text(encoding="utf-8"))
    assert [row["name"] for row in rows if any(f["severity"] == "error" for f in row["findings"])] == []
    assert {row["status"] for row in rows} == {"written"}


def test_a_draft_file_without_a_commune_is_told_and_so_is_its_batch(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "ke-hoach.txt", "--province", "Lạng Sơn", "-o", "tinh.yaml"]) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert "chưa ghi --commune nên phiếu này là của tỉnh Lạng Sơn" in said
    assert "--batch" in said
    draft = (folder / "tinh.yaml").read_text(encoding="utf-8")
    (folder / "tinh.yaml").write_text(draft + "closing: {clause: kinh-phi/cap-tinh}\n", encoding="utf-8")
    assert run(["batch", "tinh.yaml", "--localities", "xa.csv", "-o", "ra"]) == 1
    report = (folder / "ra" / "report.json").read_text(encoding="utf-8")
    assert "tạo lại bằng `kedraft new`" in report


def test_a_commune_whose_parent_is_a_communes_own_plan_is_told_which_body_issued_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (folder / "ke-hoach.txt").read_text(encoding="utf-8")
    text = text.replace("TỈNH LẠNG SƠN", "XÃ BA SƠN").replace("Lạng Sơn, ngày", "Ba Sơn, ngày")
    (folder / "xa-khac.txt").write_text(text, encoding="utf-8")
    asked = ["--commune", "Bằng Mạc", "--province", "Lạng Sơn", "-o", "xa.yaml"]
    assert run(["new", "xa-khac.txt", *asked]) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert "do ỦY BAN NHÂN DÂN XÃ BA SƠN ban hành, cùng cấp với xã Bằng Mạc" in said
    assert "--commune" not in said


# --- misuse ----------------------------------------------------------------------------------------------------------


def _refused(capsys: pytest.CaptureFixture[str], *options: str, what: str = "xa.csv", to: str = "ra") -> str:
    assert _batch(*options, what=what, to=to) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    assert len(captured.err.strip().splitlines()) == 1
    return captured.err


def test_a_province_without_accents_is_found_and_a_misspelt_one_gets_a_proposal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _batch("--json", what="province:Lang Son") in (0, 1)
    assert len(json.loads(capsys.readouterr().out)) == 65
    assert "Lạng Sơn" in _refused(capsys, what="province:Lang Sown", to="khac")
    assert "Lâm Đồng" in _refused(capsys, what="province:Bình Thuận", to="khac")
    assert not (folder / "khac").exists()


@pytest.mark.parametrize("what", ["Lạng Sơn", "tinh:Lạng Sơn", "ALL!", "", "xa.docx"])
def test_what_is_no_table_no_province_and_not_all_gets_the_three_forms(
    folder: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _refused(capsys, what=what)
    assert ".xlsx" in said
    assert "province:" in said
    assert "all" in said
    assert not (folder / "ra").exists()


def test_a_table_that_is_missing_or_empty_is_told_in_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "xa.csv" in _refused(capsys, what="xaa.csv")
    (folder / "trong.csv").write_text("Địa phương,Tỉnh\n", encoding="utf-8")
    assert "chưa có địa phương nào" in _refused(capsys, what="trong.csv")
    assert not (folder / "ra").exists()


def test_a_parent_that_is_missing_is_told_at_its_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "ke-hoach.txt").unlink()
    assert "phieu.yaml:1" in _refused(capsys)


@pytest.mark.parametrize("to", ["xa.csv", "xa.csv/ra"])
def test_a_file_where_a_folder_should_be(folder: Path, to: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "thư mục" in _refused(capsys, to=to)
    assert (folder / "xa.csv").read_text(encoding="utf-8") == TABLE


def test_a_folder_that_may_not_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if os.name == "nt" or os.geteuid() == 0:  # neither heeds a folder's bits; the kernel's own folder refuses everyone
        assert "Không" in _refused(capsys, to="/proc/ke-hoach" if Path("/proc").is_dir() else "con:\\x")
        return
    (folder / "ra").mkdir(mode=0o500)
    assert "chọn thư mục khác" in _refused(capsys)


def test_a_report_of_somebody_else_is_not_overwritten_and_nothing_is_drafted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "ra").mkdir()
    (folder / "ra" / "report.html").write_text("của người khác", encoding="utf-8")
    assert "report.html" in _refused(capsys)
    assert [path.name for path in (folder / "ra").iterdir() if not path.name.startswith(".")] == ["report.html"]
    assert (folder / "ra" / "report.html").read_text(encoding="utf-8") == "của người khác"
    assert _batch("--force") in (0, 1)
    assert "<!doctype html>" in (folder / "ra" / "report.html").read_text(encoding="utf-8")


def test_a_table_named_as_a_report_is_never_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "ra").mkdir()
    run(["batch", "phieu.yaml", "--localities", "xa.csv", "-o", "khac"])
    shutil.copy(folder / "khac" / "report.xlsx", folder / "ra" / "report.xlsx")
    capsys.readouterr()
    table = (folder / "ra" / "report.xlsx").read_bytes()
    assert _batch("--force", what="ra/report.xlsx") == 2
    assert (folder / "ra" / "report.xlsx").read_bytes() == table


@pytest.mark.parametrize("options", [("--jobs", "0"), ("--jobs", "hai"), ("--prove", "some")])
def test_options_out_of_range(folder: Path, options: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert options[0] in _refused(capsys, *options)


# --- stopping --------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_says_what_was_done_and_the_next_run_goes_on(folder: Path) -> None:
    command = [sys.executable, "-m", "kedraft", "batch", "phieu.yaml", "--localities", "all", "-o", "ra"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder) as running:
        _wait_for_files(folder / "ra", running)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=120)
    assert running.returncode == 2
    assert "Đã dừng theo yêu cầu" in said.decode()
    assert "Chạy lại đúng lệnh cũ" in said.decode()
    assert "Traceback" not in said.decode()
    done = {path.name: path.stat().st_mtime_ns for path in (folder / "ra").glob("*.docx")}
    assert 0 < len(done) < 3321
    assert not list((folder / "ra").glob("*.tmp"))
    assert "dừng giữa chừng" in (folder / "ra" / "report.html").read_text(encoding="utf-8")
    again = subprocess.run(
        [*command[:6], "province:Hà Nội", "-o", "ra", "--json"],
        capture_output=True,
        cwd=folder,
        timeout=300,
        check=False,
    )
    rows = json.loads(again.stdout)
    kept = {row["file"] for row in rows if row["status"] == "unchanged"}
    assert kept == {row["file"] for row in rows} & set(done)
    assert kept
    assert {name: (folder / "ra" / name).stat().st_mtime_ns for name in kept} == {name: done[name] for name in kept}


def _wait_for_files(folder: Path, running: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 120
    while not list(folder.glob("*.docx")):
        assert running.poll() is None
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_folder_name_that_no_report_can_print_is_refused_before_anything_is_drafted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "ký tự không in được" in _refused(capsys, to="z\x01z")
    assert not (folder / "z\x01z").exists()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a folder of the kernel")
def test_a_folder_that_cannot_be_made_is_refused_in_vietnamese(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "không tạo được thư mục này" in _refused(capsys, to="/proc/x")
