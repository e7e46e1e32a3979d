"""`kedraft duties`: what the parent asks of this level."""

import json
from pathlib import Path

import pytest

from kedraft.cli.app import run

PARENT = "ke-hoach-cap-tren.docx"
KEYS = {"text", "addressed", "role", "deadline", "to", "node"}


def test_json_is_the_contracts_and_nothing_else(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parent = str(examples / "tinh-xa-2026" / PARENT)
    assert run(["duties", parent, "--commune", "Ba Sơn", "--province", "Lạng Sơn", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert len(listed) == 15
    assert all(set(one) == KEYS for one in listed)
    assert {one["role"] for one in listed} == {"lead", "partner", "all"}
    report = next(one for one in listed if one["node"] == "VI.11.a")
    assert (report["deadline"], report["to"]) == ("trước ngày 15/6/2026", "Sở Khoa học và Công nghệ")


def test_the_parents_date_decides_where_the_commune_lies(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parent = str(examples / "huyen-xa-2023" / PARENT)
    where = ["--commune", "Mẫu Sơn", "--district", "Cao Lộc", "--province", "Lạng Sơn"]
    assert run(["duties", parent, *where]) == 0
    said = capsys.readouterr().out
    assert "5 việc" in said
    assert "VI.7" in said


def test_a_date_that_is_none_and_a_commune_that_is_none_are_told(
    examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parent = str(examples / "tinh-xa-2026" / PARENT)
    assert run(["duties", parent, "--commune", "Ba Sơn", "--province", "Lạng Sơn", "--date", "2026-13"]) == 2
    assert "2026-13" in capsys.readouterr().err
    assert run(["duties", parent, "--commune", "Không Có", "--province", "Lạng Sơn"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip()


def test_seed_000_asks_through_the_districts(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parent = str(next(seeds.glob("000_*")))
    where = ["--commune", "Ba Sơn", "--province", "Lạng Sơn", "--date", "2026-02"]
    assert run(["duties", parent, *where, "--json"]) == 0
    nodes = [one["node"] for one in json.loads(capsys.readouterr().out)]
    assert nodes.count("V.14") == 2


_HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NINH
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND

Quảng Ninh, ngày 05 tháng 3 năm 2026

KẾ HOẠCH

Dọn sạch bến tàu

Thực hiện Quyết định số 15/QĐ-TTg ngày 10/01/2026 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch, cụ thể như sau:

I. NHIỆM VỤ

1. UBND các xã, phường có bến tàu lắp thêm phao.

2. Đặc khu Vân Đồn, đặc khu Cô Tô nạo vét luồng vào bến.

Nơi nhận:
- UBND các xã, phường, đặc khu;
- Lưu: VT.
"""


def test_other_units_duties_are_not_counted_and_doubtful_ones_are_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parent = tmp_path / "ben-tau.txt"
    parent.write_text(_HEAD, encoding="utf-8")
    where = [str(parent), "--commune", "Hạ Long", "--province", "Quảng Ninh"]
    assert run(["duties", *where]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "giao phường Hạ Long: 1 việc" in said
    assert "Chỉ giao đơn vị “có bến tàu”: cần xác định đơn vị mình có thuộc diện này." in said
    assert "Không tính 1 việc giao riêng đơn vị khác: Đặc khu Vân Đồn, đặc khu Cô Tô." in said
    assert run(["duties", *where, "--json"]) == 0
    assert [one["only"] for one in json.loads(capsys.readouterr().out)] == ["có bến tàu"]


def test_what_a_ministry_asks_of_provinces_is_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parent = tmp_path / "bo.txt"
    text = _HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NINH", "BỘ XÂY DỰNG").replace("12/KH-UBND", "12/KH-BXD")
    parent.write_text(text.replace("1. UBND các xã, phường có bến tàu", "1. Các địa phương"), encoding="utf-8")
    assert run(["duties", str(parent), "--commune", "Hạ Long", "--province", "Quảng Ninh"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "giao phường Hạ Long: 0 việc" in said
    assert (
        "Không tính 1 việc mà cơ quan trung ương giao cấp tỉnh, các địa phương: phường chỉ nhận khi kế hoạch của tỉnh giao lại."
        in said
    )
