"""kedraft localities, the draft file's fields on the command line, and a batch over a table."""

import json
import shutil
from pathlib import Path

import pytest

from kedraft.cli.app import run
from kedraft.pipeline import accept, import_plan
from kedraft.report.text import plan_text

STORY = Path(__file__).resolve().parents[2] / "examples" / "hang-loat-2026"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A copy of the story to write in."""
    for name in ("draft.yaml", "ke-hoach-cap-tren.docx", "bang-dia-phuong.csv"):
        shutil.copy(STORY / name, tmp_path / name)
    return tmp_path


def changed(path: Path, *pairs: str) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def words(path: Path) -> str:
    return plan_text(accept(import_plan(path.read_bytes(), path.name)))


def batch(folder: Path, table: str = "bang-dia-phuong.csv") -> int:
    return run(
        ["batch", str(folder / "draft.yaml"), "--localities", str(folder / table), "-o", str(folder / "ket-qua")]
    )


def test_the_form_is_written_and_says_how_to_go_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "bang.xlsx"
    assert run(["localities", "--province", "Lạng Sơn", "--on", "2026-02", "-o", str(target)]) == 0
    assert "65 địa phương" in capsys.readouterr().out
    assert target.stat().st_size > 5000
    assert run(["localities", "--province", "Huế", "--on", "2026-02", "-o", str(target)]) == 2
    assert "Đã có tệp cùng tên" in capsys.readouterr().err


def test_the_form_for_a_draft_file_has_the_columns_of_its_fields(story: Path) -> None:
    target = story / "bang.csv"
    assert run(["localities", "--province", "Lạng Sơn", "--draft", str(story / "draft.yaml"), "-o", str(target)]) == 0
    head = target.read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.endswith("Khu dân cư,Dân số,Số khu dân cư,Số trường học")


@pytest.mark.parametrize(
    ("words_", "why"),
    [
        (["--province", "Bình Thuận", "-o", "a.csv"], "đã nhập vào tỉnh Lâm Đồng"),
        (["--province", "Lạng Sơn", "--on", "2026-02-31", "-o", "a.csv"], "không phải là ngày có thật"),
        (["--province", "Lạng Sơn", "-o", "a.doc"], "Tên tệp phải kết thúc bằng .xlsx"),
    ],
)
def test_misuse_is_told_in_a_sentence(
    tmp_path: Path, words_: list[str], why: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["localities", *words_]) == 2
    assert why in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_field_is_told_at_its_line(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(story / "draft.yaml", "{số khu dân cư} {khu dân cư} trên", "{số khu dân cứ} {khu dân cư} trên")
    line = (story / "draft.yaml").read_text(encoding="utf-8").split("{số khu dân cứ}")[0].count("\n") + 1
    assert run(["draft", str(story / "draft.yaml"), "-o", str(story / "a.docx")]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"draft.yaml:{line}:11 (sections[1].nodes[0].text): “{{số khu dân cứ}}”")
    assert "có phải là {số khu dân cư}?" in told
    assert not (story / "a.docx").exists()


def test_a_text_that_begins_with_a_brace_is_told_to_be_quoted(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(story / "draft.yaml", 'text: "{Đơn vị} tổ chức', "text: {Đơn vị} tổ chức", 'tham gia."', "tham gia.")
    assert run(["draft", str(story / "draft.yaml")]) == 2
    assert "phải đặt trong dấu ngoặc kép" in capsys.readouterr().err


def test_places_behind_an_entry_that_is_left_out_are_those_of_the_file(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(story / "draft.yaml", "commune: Ba Sơn", "commune: Đông Kinh", "  - drop: V\n", "  - drop: IX\n")
    line = (story / "draft.yaml").read_text(encoding="utf-8").split("drop: IX")[0].count("\n") + 1
    assert run(["draft", str(story / "draft.yaml"), "-o", str(story / "a.docx")]) == 2
    assert f"draft.yaml:{line}:11 (sections[6].drop): Kế hoạch cấp trên không có đề mục IX" in capsys.readouterr().err


def test_a_batch_gives_each_locality_its_own_words_and_its_share(story: Path) -> None:
    assert batch(story) == 0
    phuong = words(story / "ket-qua" / "Lạng Sơn - phường Đông Kinh.docx")
    assert "Xây dựng 12 tủ sách cộng đồng tại các khối phố, phục vụ 38.905 người dân của 26 khối phố" in phuong
    assert "Phòng Kinh tế, Hạ tầng và Đô thị" in phuong
    assert "CHỢ PHIÊN" not in phuong
    xa = words(story / "ket-qua" / "Lạng Sơn - xã Đồng Đăng.docx")
    assert "CHỢ PHIÊN" in xa
    assert "Lưu: VT, VX" in xa
    files = sorted((story / "ket-qua").glob("*.docx"))
    shares = [int(words(path).split("Xây dựng ")[1].split(" ")[0]) for path in files]
    assert (len(files), sum(shares), min(shares)) == (6, 40, 3)


def test_a_batch_with_a_total_that_the_parent_does_not_state_is_refused(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(story / "draft.yaml", "total: 40", "total: 44")
    assert batch(story) == 2
    told = capsys.readouterr().err
    assert told.startswith("draft.yaml:")
    assert "Tổng “số tủ sách” trong phiếu là 44" in told
    assert not (story / "ket-qua").exists()


def test_a_figure_that_a_row_lacks_is_told_at_its_cell_and_the_others_are_drafted(story: Path) -> None:
    table = (story / "bang-dia-phuong.csv").read_text(encoding="utf-8-sig")
    (story / "b.csv").write_text(table.replace(",6.815,21,05", ",6.815,21,"), encoding="utf-8")
    assert batch(story, "b.csv") in (0, 1)
    report = {one["name"]: one for one in json.loads((story / "ket-qua" / "report.json").read_text(encoding="utf-8"))}
    found = [one for one in report["xã Mẫu Sơn, tỉnh Lạng Sơn"]["findings"] if one["rule"] == "PK-13"]
    assert [(one["where"]["file"], one["where"]["line"], one["where"]["column"]) for one in found] == [("b.csv", 3, 12)]
    assert "[điền số trường học]" in words(story / "ket-qua" / "Lạng Sơn - xã Mẫu Sơn.docx")
    assert "PK-13" not in {one["rule"] for one in report["xã Ba Sơn, tỉnh Lạng Sơn"]["findings"]}


def test_a_table_with_faults_is_refused_before_anything_is_drafted(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (story / "b.csv").write_text("Địa phương,Tỉnh\nBa Sơn,Lạng Sơn\nxã Cao Lâu,Lạng Sơn\n", encoding="utf-8")
    assert batch(story, "b.csv") == 2
    assert "b.csv:3:1: Xã Cao Lâu" in capsys.readouterr().err
    assert not (story / "ket-qua").exists()


def test_a_draft_may_be_for_a_unit_of_the_office_s_own_table(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "don-vi.yaml").write_text(
        "units:\n  - {kind: xã, name: Tân Lập Mới, province: Lạng Sơn}\n", encoding="utf-8"
    )
    changed(story / "draft.yaml", "commune: Ba Sơn", "commune: Tân Lập Mới")
    target = story / "a.docx"
    assert run(["draft", str(story / "draft.yaml"), "-o", str(target)]) == 2
    assert run(["draft", str(story / "draft.yaml"), "-o", str(target), "--units", str(story / "don-vi.yaml")]) == 0
    changed(story / "draft.yaml", "locality:  ", "units: don-vi.yaml\nlocality:  ")
    assert run(["draft", str(story / "draft.yaml"), "-o", str(target)]) == 0
    assert "ỦY BAN NHÂN DÂN XÃ TÂN LẬP MỚI" in words(target)
    capsys.readouterr()
    assert run(["units", "find", "tan lap moi", "--units", str(story / "don-vi.yaml")]) == 0
    assert "xã Tân Lập Mới (Lạng Sơn)" in capsys.readouterr().out


def test_a_missing_table_of_units_is_told_at_the_line_that_names_it(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(story / "draft.yaml", "locality:  ", "units: khong-co.yaml\nlocality:  ")
    assert run(["draft", str(story / "draft.yaml")]) == 2
    assert capsys.readouterr().err.startswith("draft.yaml:10:8 (units): khong-co.yaml: Không thấy tệp này")


def test_braces_of_the_parent_are_braces_in_a_new_draft_file(tmp_path: Path) -> None:
    parent = (STORY / "ke-hoach-cap-tren.docx").read_bytes()
    plan = import_plan(parent, "cha.docx")
    text = plan_text(accept(plan)).replace("Phát triển văn hóa đọc trên", "Phát triển {văn hóa} đọc trên")
    (tmp_path / "cha.txt").write_text(text, encoding="utf-8")
    made = tmp_path / "phieu.yaml"
    place = ["--commune", "Ba Sơn", "--province", "Lạng Sơn", "--date", "2026-03"]
    assert run(["new", str(tmp_path / "cha.txt"), *place, "-o", str(made)]) == 0
    assert 'subject: "Phát triển {{văn hóa}} đọc' in made.read_text(encoding="utf-8")
    assert run(["draft", str(made), "-o", str(tmp_path / "con.docx")]) in (0, 1)
    assert "Phát triển {văn hóa} đọc trên địa bàn xã Ba Sơn" in words(tmp_path / "con.docx")
