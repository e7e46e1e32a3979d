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
