"""`kedraft clauses`, and an office's own clauses beside its draft file."""

from pathlib import Path

import pytest

from kedraft.cli.app import run

OWN = """
clauses:
  - id: kinh-phi/cap-xa
    title: Kinh phí theo cách viết của xã
    levels: [commune]
    text: Kinh phí do ngân sách {cấp} bảo đảm, {ghi chú}.
    parameters:
      - {name: ghi chú, meaning: điều cần nói thêm, default: sử dụng tiết kiệm}
    source: Quy chế làm việc của xã
"""
DRAFT = """
parent: {parent}
locality: {{commune: Ba Sơn, province: Lạng Sơn}}
document: {{subject: Bình dân học vụ số trên địa bàn xã Ba Sơn năm 2026, date: 2026-02}}
sections:
  - inherit: I
  - heading: KINH PHÍ THỰC HIỆN
    clause: kinh-phi/cap-xa
"""


@pytest.fixture
def office(tmp_path: Path, examples: Path) -> Path:
    """A folder with a draft file that asks for a clause."""
    parent = examples / "tinh-xa-2026" / "ke-hoach-cap-tren.docx"
    (tmp_path / "tinh.docx").write_bytes(parent.read_bytes())
    (tmp_path / "phieu.yaml").write_text(DRAFT.format(parent="tinh.docx"), encoding="utf-8")
    return tmp_path


def own(folder: Path, text: str = OWN, name: str = "mau-cau") -> None:
    (folder / name).mkdir()
    (folder / name / "cua-xa.yaml").write_text(text, encoding="utf-8")


def test_the_list_names_every_clause_and_one_tells_its_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clauses"]) == 0
    listed = capsys.readouterr().out
    assert "kinh-phi/cap-xa" in listed
    assert "từ 01/07/2025" in listed
    assert run(["clauses", "phan-cong/chu-tri"]) == 0
    told = capsys.readouterr().out
    assert "{đơn vị chủ trì}: cơ quan đầu mối của kế hoạch; chưa ghi thì để chỗ trống" in told
    assert "{cơ quan ban hành}" in told


def test_an_unknown_id_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clauses", "kinh-phi/cap-xax"]) == 2
    assert "Mẫu gần nhất: kinh-phi/cap-xa" in capsys.readouterr().err


def test_a_draft_file_asks_for_an_unknown_clause_and_is_told_where(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = office / "phieu.yaml"
    draft.write_text(draft.read_text(encoding="utf-8").replace("kinh-phi/cap-xa", "kinh-phi/cap-ca"), encoding="utf-8")
    assert run(["draft", str(draft)]) == 2
    told = capsys.readouterr().err
    assert "phieu.yaml:8:13" in told
    assert "Mẫu gần nhất: kinh-phi/cap-xa" in told


@pytest.mark.parametrize("name", ["mau-cau", "clauses"])
def test_own_clauses_lie_beside_the_draft_file_and_win(
    office: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    own(office, name=name)
    assert run(["draft", str(office / "phieu.yaml"), "-o", str(office / "xa.docx")]) in (0, 1)
    told = capsys.readouterr().out
    assert "PK-20" in told
    assert "phieu.yaml:8:13" in told


def test_an_own_clause_that_is_wrong_is_told_with_file_and_line(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own(office, OWN.replace("{ghi chú}", "{lưu ý}"))
    assert run(["draft", str(office / "phieu.yaml")]) == 2
    told = capsys.readouterr().err
    assert "cua-xa.yaml:3:5" in told
    assert "{lưu ý}" in told


def test_a_folder_that_is_not_there_is_told_at_its_line(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = office / "phieu.yaml"
    draft.write_text(draft.read_text(encoding="utf-8") + "clauses: khong-co\n", encoding="utf-8")
    assert run(["draft", str(draft)]) == 2
    assert "phieu.yaml:9:10" in capsys.readouterr().err


def test_new_proposes_from_the_offices_own_folder(
    office: Path, examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own(office, name="cua-co-quan")
    parent = str(examples / "tinh-xa-2026" / "ke-hoach-cap-tren.docx")
    where = ["--commune", "Ba Sơn", "--province", "Lạng Sơn", "--clauses", str(office / "cua-co-quan")]
    out = office / "moi.yaml"
    assert run(["new", parent, *where, "-o", str(out)]) == 0
    assert 'clauses: "cua-co-quan"' in out.read_text(encoding="utf-8")
    capsys.readouterr()
    assert run(["draft", str(out), "-o", str(office / "moi.docx")]) == 0
    assert "PK-20" in capsys.readouterr().out
