"""The table of localities: what is read from .xlsx, .csv and .yaml, and every fault with its place."""

import unicodedata
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kedraft.errors import DataInvalid, SourceUnreadable
from kedraft.model.localities import LocalityRow
from kedraft.workspace.localities import load_localities
from kedraft.workspace.sheets import number_words

NOW = date(2026, 2, 1)
HEAD = ["Địa phương", "Tỉnh, thành phố"]
BA_SON = ["Ba Sơn", "Lạng Sơn"]


def workbook(folder: Path, rows: Sequence[Sequence[Any]], title: str = "Địa phương", name: str = "bang.xlsx") -> Path:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    book.save(folder / name)
    return folder / name


def written(folder: Path, text: str, name: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def read(folder: Path, *rows: Sequence[Any]) -> tuple[LocalityRow, ...]:
    return load_localities(workbook(folder, rows), NOW)


def faults(path: Path, on: date = NOW) -> list[str]:
    with pytest.raises(DataInvalid) as error:
        load_localities(path, on)
    return [f"{one.where}: {one.message}" for one in error.value.findings]


def fault(folder: Path, *rows: Sequence[Any]) -> str:
    found = faults(workbook(folder, rows))
    assert len(found) == 1, found
    return found[0]


# What is read


def test_a_row_says_the_unit_its_signatory_and_its_own_data(tmp_path: Path) -> None:
    head = [*HEAD, "Quyền hạn ký", "Chức vụ", "Họ tên người ký", "Ký hiệu", "Số", "Đơn vị soạn thảo", "Khu dân cư"]
    more = ["Dân số", "Thay: Sở Y tế"]
    (row,) = read(
        tmp_path,
        [*head, *more],
        [
            *BA_SON,
            "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "Trần Thị B",
            "KH-UBND",
            "07",
            "VHXH",
            "bản",
            11240,
            "Trạm Y tế",
        ],
    )
    assert (row.locality.commune, row.locality.province, row.code) == ("xã Ba Sơn", "Lạng Sơn", "06196")
    assert row.signatory is not None
    assert row.signatory.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert (row.signatory.position, row.signatory.name) == ("PHÓ CHỦ TỊCH", "Trần Thị B")
    assert (row.symbol, row.number, row.drafting_unit) == ("KH-UBND", "07", "VHXH")
    assert row.figures == {"Dân số": "11.240", "khu dân cư": "bản"}
    assert row.bodies == {"Sở Y tế": "Trạm Y tế"}


def test_what_is_empty_is_as_the_draft_file_has_it(tmp_path: Path) -> None:
    (row,) = read(tmp_path, [*HEAD, "Chức vụ", "Dân số", "Thay: Sở Y tế"], [*BA_SON])
    assert (row.signatory, row.symbol, row.bodies, row.figures) == (None, None, {}, {})
    assert {title: str(where) for title, where in row.cells.items()} == {"Dân số": "bang.xlsx, trang Địa phương, ô D2"}
    assert row.lacking == ("Dân số",)


def test_columns_may_stand_in_any_order_lines_above_and_between_may_be_empty(tmp_path: Path) -> None:
    rows = read(
        tmp_path,
        ["BẢNG ĐỊA PHƯƠNG"],
        [],
        ["Dân số", "Tỉnh", None, "Xã, phường"],
        [1, "Lạng Sơn", None, "  xã Ba Sơn "],
        [None, None],
        [2, "lạng sơn", None, "đông kinh"],
    )
    assert [row.locality.commune for row in rows] == ["xã Ba Sơn", "phường Đông Kinh"]


def test_decomposed_letters_and_names_without_marks_are_understood(tmp_path: Path) -> None:
    title, name = (unicodedata.normalize("NFD", text) for text in ("Địa phương", "xã Ba Sơn"))
    rows = read(tmp_path, [title, "tinh, thanh pho"], [name, "Lang Son"], ["Dong Kinh", "Lang Son"])
    assert [row.locality.commune for row in rows] == ["xã Ba Sơn", "phường Đông Kinh"]


def test_the_sheet_of_that_name_is_read_whatever_others_there_are(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Ghi chú"
    book.active.append(HEAD)
    sheet = book.create_sheet("địa phương")
    sheet.append(HEAD)
    sheet.append(BA_SON)
    book.save(tmp_path / "bang.xlsx")
    assert len(load_localities(tmp_path / "bang.xlsx", NOW)) == 1


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (1234, "General", "1.234"),
        (999, "General", "999"),
        (1234567, "#,##0", "1.234.567"),
        (12.5, "General", "12,5"),
        (0.1, "General", "0,1"),
        (1234.5, "#,##0.00", "1.234,50"),
        (0.125, "0.0%", "12,5%"),
        (0.7, "0%", "70%"),
        (-1500, "General", "-1.500"),
        (7, "00", "07"),
        (5977, "00000", "05977"),
    ],
)
def test_a_number_is_printed_the_vietnamese_way(value: float, form: str, words: str) -> None:
    assert number_words(value, form) == words


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (12345678.9, "General", "12.345.678,9"),
        (-1e-12, "General", "0"),
        (-0.4, "0", "-0,4"),
        (-0.004, "0.00", "0,00"),
        (0.1 + 0.2, "General", "0,3"),
        (2.345, "0.00", "2,35"),
        (2.5, "0.0##", "2,5"),
        (1e22, "General", "10.000.000.000.000.000.000.000"),
        (1234, "#,##0;[Red]-#,##0", "1.234"),
    ],
)
def test_a_number_is_printed_with_the_figures_that_the_cell_shows(value: float, form: str, words: str) -> None:
    assert number_words(value, form) == words


def test_a_unit_that_stands_in_the_number_format_only_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, [[*HEAD, "Kinh phí"], [*BA_SON, 1.5]])
    book = load_workbook(path)
    book.active["C2"].number_format = '0.0" tỷ"'
    book.save(path)
    (said,) = faults(path)
    assert "ô C2" in said
    assert "“tỷ”" in said
    assert "“1,5 tỷ”" in said


def test_a_day_with_an_hour_keeps_its_hour(tmp_path: Path) -> None:
    (row,) = read(tmp_path, [*HEAD, "Họp lúc"], [*BA_SON, datetime(2026, 3, 5, 7, 30)])
    assert row.figures == {"Họp lúc": "7 giờ 30 ngày 05/3/2026"}


@pytest.mark.parametrize("row", [1_500, 21_000, 60_000])
def test_words_far_below_the_table_are_told_with_their_place(tmp_path: Path, row: int) -> None:
    path = workbook(tmp_path, [HEAD, BA_SON])
    book = load_workbook(path)
    book.active.cell(row, 1, "Mẫu Sơn")
    book.save(path)
    (said,) = faults(path)
    assert f"ô A{row}" in said


def test_rows_beyond_the_last_that_is_read_are_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEAD])
    book = load_workbook(path)
    for row in range(2, 21_000, 900):
        book.active.cell(row, 1, "Ba Sơn")
    book.save(path)
    assert any("ô A20702" in said and "dài quá 20000 dòng" in said for said in faults(path))


def test_words_in_a_column_beyond_the_last_that_is_read_are_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, [[*HEAD, *[""] * 451, "Dân số"], [*BA_SON, *[""] * 451, 11240]])
    said = faults(path)
    assert any("ô QL2" in one for one in said), said


def test_the_sheet_of_that_very_name_is_read_and_two_alike_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEAD, BA_SON])
    book = load_workbook(path)
    other = book.create_sheet("Dia phuong")
    for line in (HEAD, ["Mẫu Sơn", "Lạng Sơn"]):
        other.append(line)
    book.save(path)
    assert [row.locality.commune for row in load_localities(path, NOW)] == ["xã Ba Sơn"]
    book["Địa phương"].title = "DIA PHUONG."
    book["DIA PHUONG."].title = "địa phương"
    book.save(path)
    (said,) = faults(path)
    assert "“địa phương”, “Dia phuong”" in said


@pytest.mark.parametrize("title", ["Tên", "Tên tỉnh", "NĂM", "Cơ quan ban hành"])
def test_a_column_named_like_a_field_that_every_locality_has_is_refused_at_its_cell(tmp_path: Path, title: str) -> None:
    said = fault(tmp_path, [*HEAD, title], [*BA_SON, "chỗ khác"])
    assert "ô C1" in said
    assert "kedraft tự điền" in said


def test_a_figure_in_yaml_named_like_such_a_field_is_refused_at_its_line(tmp_path: Path) -> None:
    text = "localities:\n  - unit: Ba Sơn\n    province: Lạng Sơn\n    figures: {Tên: chỗ khác, Khu Dân Cư: bản}\n"
    (said,) = faults(written(tmp_path, text, "bang.yaml"))
    assert "bang.yaml:4:15" in said
    (row,) = load_localities(written(tmp_path, text.replace("Tên: chỗ khác, ", ""), "bang.yaml"), NOW)
    assert row.figures == {"khu dân cư": "bản"}


def test_years_and_codes_typed_as_numbers_have_no_marks_of_thousands(tmp_path: Path) -> None:
    (row,) = read(tmp_path, [*HEAD, "Mã", "Năm thành lập", "Dân số"], [*BA_SON, 6196, 2025, 2025])
    assert row.figures == {"Năm thành lập": "2025", "Dân số": "2.025"}
    assert row.code == "06196"


def test_a_day_is_printed_as_plans_print_days(tmp_path: Path) -> None:
    (row,) = read(tmp_path, [*HEAD, "Ngày họp"], [*BA_SON, datetime(2026, 3, 5)])
    assert row.figures == {"Ngày họp": "05/3/2026"}


def test_text_is_printed_as_typed(tmp_path: Path) -> None:
    (row,) = read(tmp_path, [*HEAD, "Dân số", "Ghi chú"], [*BA_SON, "11 240", "hai\ndòng"])
    assert row.figures == {"Dân số": "11 240", "Ghi chú": "hai dòng"}


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_is_read_with_the_marks_and_letters_that_excel_writes(tmp_path: Path, mark: str, encoding: str) -> None:
    text = f'Địa phương{mark}"Tỉnh, thành phố"{mark}Dân số\r\nBa Sơn{mark}Lạng Sơn{mark}"1.234"\r\n'
    (row,) = load_localities(written(tmp_path, text, "bang.csv", encoding), NOW)
    assert row.figures == {"Dân số": "1.234"}
    assert str(row.cells["Dân số"]) == "bang.csv:2:3"


def test_a_yaml_has_keys_in_english_and_values_as_typed(tmp_path: Path) -> None:
    text = (
        "localities:\n"
        "  - unit: xã Ba Sơn\n"
        "    province: Lạng Sơn\n"
        "    authority: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]\n"
        "    number: 07\n"
        "    figures: {dân số: 1.234, số hộ: }\n"
        "    replace: {Sở Y tế: Trạm Y tế}\n"
        '  - code: "05977"\n'
    )
    one, other = load_localities(written(tmp_path, text, "bang.yaml"), NOW)
    assert (one.number, one.figures, one.bodies) == ("07", {"dân số": "1.234"}, {"Sở Y tế": "Trạm Y tế"})
    assert one.signatory is not None
    assert one.signatory.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert str(one.cells["số hộ"]) == "bang.yaml:6:36 (localities[0].figures.số hộ)"
    assert other.locality.commune == "phường Đông Kinh"


# Which unit


def test_a_name_with_several_units_is_an_error_that_names_them(tmp_path: Path) -> None:
    found = faults(workbook(tmp_path, [["Địa phương"], ["Tân Tiến"]]))
    assert found[0].startswith("bang.xlsx, trang Địa phương, ô A2: “Tân Tiến”: có ")
    assert "xã Tân Tiến (tỉnh Lạng Sơn)" in found[0]
    assert "Hãy ghi thêm tỉnh" in found[0]


def test_a_code_says_which_of_several_units_is_meant(tmp_path: Path) -> None:
    (row,) = load_localities(workbook(tmp_path, [["Mã đơn vị", "Địa phương"], ["06019", "Tân Tiến"]]), NOW)
    assert (row.locality.commune, row.locality.province) == ("xã Tân Tiến", "Lạng Sơn")


def test_a_unit_that_is_gone_names_its_successor(tmp_path: Path) -> None:
    told = fault(tmp_path, HEAD, ["xã Cao Lâu", "Lạng Sơn"])
    assert told.startswith(
        "bang.xlsx, trang Địa phương, ô A2: Xã Cao Lâu (huyện Cao Lộc, tỉnh Lạng Sơn) đã nhập vào xã Ba Sơn"
    )


def test_the_units_are_those_of_the_day(tmp_path: Path) -> None:
    path = workbook(tmp_path, [[*HEAD, "Huyện"], ["Mẫu Sơn", "Lạng Sơn", "Lộc Bình"]])
    (row,) = load_localities(path, date(2025, 6, 1))
    assert row.locality.district == "huyện Lộc Bình"


def test_a_unit_twice_names_both_cells(tmp_path: Path) -> None:
    told = fault(tmp_path, HEAD, BA_SON, ["Đông Kinh", "Lạng Sơn"], ["XÃ BA SƠN", "Lạng Sơn"])
    assert told == (
        "bang.xlsx, trang Địa phương, ô A4: xã Ba Sơn đã có ở ô A2; mỗi địa phương chỉ một dòng, xóa bớt một dòng."
    )


def test_a_code_of_another_unit_than_the_name_is_an_error(tmp_path: Path) -> None:
    told = fault(tmp_path, [*HEAD, "Mã"], [*BA_SON, "05977"])
    assert "ô C2: Mã 05977 là của phường Đông Kinh" in told


def test_the_kind_may_stand_in_a_column_of_its_own(tmp_path: Path) -> None:
    (row,) = read(tmp_path, [*HEAD, "Loại"], ["Đông Kinh", "Lạng Sơn", "phường"])
    assert row.locality.commune == "phường Đông Kinh"
    told = faults(workbook(tmp_path, [[*HEAD, "Loại"], ["Đông Kinh", "Lạng Sơn", "thôn"]]))
    assert "ô C2: “thôn” không phải loại đơn vị" in told[0]
    (wrong,) = faults(workbook(tmp_path, [[*HEAD, "Loại"], ["Đông Kinh", "Lạng Sơn", "xã"]]))
    assert "Có phải là: phường Đông Kinh" in wrong


# What is wrong with the sheet


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    rows = [[*HEAD, "Dân số", "Dân số"], ["Ba Sơ", "Lạng Sơn"], [None, None, 5], ["xã Cao Lâu", "Lạng Sơn"]]
    assert len(faults(workbook(tmp_path, rows))) == 4


def test_a_title_that_is_nearly_a_known_one_is_not_taken_for_a_figure(tmp_path: Path) -> None:
    told = fault(tmp_path, [*HEAD, "Họ tên người kí"], [*BA_SON, "Trần Thị B"])
    assert "ô C1: Cột “Họ tên người kí” gần giống cột “Họ tên người ký”" in told


def test_a_column_without_title_that_holds_words_is_told(tmp_path: Path) -> None:
    assert "ô C2: Cột này có số liệu mà chưa có tiêu đề" in fault(tmp_path, HEAD, [*BA_SON, "lạc"])


def test_a_replacement_without_phrase_is_told(tmp_path: Path) -> None:
    assert "Sau “Thay:” phải ghi cụm từ" in fault(tmp_path, [*HEAD, "Thay:"], [*BA_SON, "x"])


def test_a_formula_without_its_value_is_told_and_one_with_its_value_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path, [[*HEAD, "Dân số"], [*BA_SON, "=1000+234"]])
    (told,) = faults(path)
    assert "ô C2: Ô này là công thức chưa có kết quả" in told
    _rewrite(path, b"<v></v>", b"<v>1234</v>", b"<v />", b"<v>1234</v>")
    (row,) = load_localities(path, NOW)
    assert row.figures == {"Dân số": "1.234"}


@pytest.mark.parametrize("value", [True, "#REF!"])
def test_a_cell_that_says_nothing_usable_is_told(tmp_path: Path, value: Any) -> None:
    assert "bang.xlsx, trang Địa phương, ô C2: Ô này" in fault(tmp_path, [*HEAD, "Dân số"], [*BA_SON, value])


def test_a_table_without_units_or_titles_is_told(tmp_path: Path) -> None:
    assert "Bảng chưa có địa phương nào" in fault(tmp_path, HEAD)
    assert "Không thấy dòng tiêu đề" in fault(tmp_path, ["a", "b"], BA_SON)
    (told,) = faults(workbook(tmp_path, [["a"]], title="Trang 1"))
    assert "không trang nào có cột “Địa phương”" in told


def test_a_number_that_is_none_is_told(tmp_path: Path) -> None:
    assert "Cột “Số” chỉ ghi số" in fault(tmp_path, [*HEAD, "Số"], [*BA_SON, "07/KH-UBND"])


# Files that are not opened


def _rewrite(path: Path, *pairs: bytes) -> None:
    """Changes bytes inside the first sheet."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = next(name for name in parts if name.startswith("xl/worksheets/"))
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        parts[sheet] = parts[sheet].replace(old, new)
    _packed(path, parts)


def _packed(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)


def _parts(folder: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(workbook(folder, [HEAD, BA_SON])) as book:
        return {name: book.read(name) for name in book.namelist()}


def refused(path: Path) -> str:
    with pytest.raises(SourceUnreadable) as error:
        load_localities(path, NOW)
    assert "Word" not in str(error.value)
    return str(error.value)


def test_a_workbook_with_macros_is_refused(tmp_path: Path) -> None:
    _packed(tmp_path / "bang.xlsx", _parts(tmp_path) | {"xl/vbaProject.bin": b"x"})
    assert "Tệp chứa macro" in refused(tmp_path / "bang.xlsx")


def test_a_workbook_that_takes_figures_from_another_file_is_refused(tmp_path: Path) -> None:
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" '
        'Target="file:///c:/khac.xlsx" TargetMode="External"/></Relationships>'
    )
    link = {"xl/externalLinks/_rels/externalLink1.xml.rels": rels.encode()}
    _packed(tmp_path / "bang.xlsx", _parts(tmp_path) | link)
    assert "liên kết ngoài" in refused(tmp_path / "bang.xlsx")


def test_a_workbook_that_unpacks_to_a_bomb_is_refused(tmp_path: Path) -> None:
    _packed(tmp_path / "bang.xlsx", _parts(tmp_path) | {"xl/media/a.bin": b"\x00" * (20 << 20)})
    assert "bom nén" in refused(tmp_path / "bang.xlsx")


def test_a_workbook_that_declares_entities_is_refused(tmp_path: Path) -> None:
    parts = _parts(tmp_path)
    parts["xl/workbook.xml"] = b'<!DOCTYPE a [<!ENTITY b "c">]>' + parts["xl/workbook.xml"]
    _packed(tmp_path / "bang.xlsx", parts)
    assert "DOCTYPE" in refused(tmp_path / "bang.xlsx")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "Tệp rỗng"),
        (b"PK\x03\x04 half", "bị hỏng"),
        (b"%PDF-1.7", "thực ra là PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "Excel cũ (.xls)"),
        (b"a,b", "văn bản thuần"),
    ],
)
def test_what_is_no_workbook_is_told_what_it_is(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "bang.xlsx").write_bytes(data)
    assert why in refused(tmp_path / "bang.xlsx")


def test_a_damaged_workbook_is_told(tmp_path: Path) -> None:
    parts = _parts(tmp_path)
    sheet = next(name for name in parts if name.startswith("xl/worksheets/"))
    parts[sheet] = parts[sheet][:80]
    _packed(tmp_path / "bang.xlsx", parts)
    assert "bị hỏng" in refused(tmp_path / "bang.xlsx")


def test_another_ending_is_told_which_there_are(tmp_path: Path) -> None:
    told = refused(written(tmp_path, "x", "bang.ods"))
    assert ".xlsx, .csv, .yaml" in told


def test_a_word_file_is_no_table(tmp_path: Path) -> None:
    from docx import Document

    stream = BytesIO()
    Document().save(stream)
    (tmp_path / "bang.xlsx").write_bytes(stream.getvalue())
    assert "thực ra là văn bản .docx, không phải bảng địa phương" in refused(tmp_path / "bang.xlsx")


def test_before_two_tiers_a_row_may_be_a_district(tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEAD, ["huyện Cao Lộc", "Lạng Sơn"], ["thành phố Lạng Sơn", "Lạng Sơn"]])
    one, other = load_localities(path, date(2023, 6, 1))
    assert (one.locality.commune, one.locality.district, one.code) == (None, "huyện Cao Lộc", "183")
    assert other.locality.district == "thành phố Lạng Sơn"
    assert "Huyện Cao Lộc" in faults(path)[0] or "huyện Cao Lộc" in faults(path)[0]


def test_a_number_typed_as_a_number_gets_its_zero_back(tmp_path: Path) -> None:
    (row,) = read(tmp_path, [*HEAD, "Số"], [*BA_SON, 7])
    assert row.number == "07"


# Who signs


def test_offices_typed_in_small_letters_are_printed_in_capitals(tmp_path: Path) -> None:
    (row,) = read(
        tmp_path,
        [*HEAD, "Quyền hạn ký", "Chức vụ"],
        [*BA_SON, "TM. Ủy ban nhân dân; KT. Chủ tịch", "Phó chủ tịch"],
    )
    assert row.signatory is not None
    assert row.signatory.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert row.signatory.position == "PHÓ CHỦ TỊCH"


@pytest.mark.parametrize(
    ("title", "typed", "told"),
    [
        ("Họ tên người ký", "123", "không phải họ và tên đầy đủ"),
        ("Họ tên người ký", "[điền họ tên]", "không phải họ và tên đầy đủ"),
        ("Họ tên người ký", "TS. LÊ VĂN HÙNG", "ghi LÊ VĂN HÙNG"),
        ("Họ tên người ký", "PGS.TS. Trần Thị D", "ghi Trần Thị D"),
        ("Quyền hạn ký", "ký thay", "“ký thay” không phải dòng quyền hạn ký"),
        ("Chức vụ", "ký thay", "“ký thay” không phải chức vụ"),
        ("Chức vụ", "Chủ tịch 2", "không phải chức vụ"),
    ],
)
def test_a_cell_that_no_signature_can_hold_is_refused(tmp_path: Path, title: str, typed: str, told: str) -> None:
    said = fault(tmp_path, [*HEAD, title], [*BA_SON, typed])
    assert "ô C2" in said
    assert told in said


@pytest.mark.parametrize("name", ["Nguyễn Văn A", "NGUYỄN VĂN A", "K'Brôi", "H’Lơm Niê", "Y Ka Nin H'Đơk"])
def test_names_of_any_people_are_names(tmp_path: Path, name: str) -> None:
    (row,) = read(tmp_path, [*HEAD, "Họ tên người ký"], [*BA_SON, name])
    assert row.signatory is not None
    assert row.signatory.name == name


# Which line, which kind


def test_a_kind_that_is_not_the_unit_s_is_told_at_its_cell(tmp_path: Path) -> None:
    said = fault(tmp_path, ["Mã", "Loại", *HEAD], ["06196", "phường", *BA_SON])
    assert "ô B2" in said
    assert "xã Ba Sơn" in said


def test_a_table_without_the_column_of_units_is_one_fault_whatever_its_cells_say(tmp_path: Path) -> None:
    said = fault(tmp_path, ["Loại", "Nơi soạn", "Tỉnh"], *[["xã", *BA_SON]] * 5)
    assert "thiếu cột “Địa phương”" in said
    assert "dòng 1" in said


def test_a_title_of_units_without_commas_and_marks_is_understood(tmp_path: Path) -> None:
    (row,) = read(tmp_path, ["Loại", "Xa phuong", "Tỉnh"], ["xã", *BA_SON])
    assert row.locality.commune == "xã Ba Sơn"
