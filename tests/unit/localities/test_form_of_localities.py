"""The blank table of localities: what stands in it, and that it is read back as the communes that it lists."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kedraft.localities.columns import COLUMNS, column_of, nearly, phrase_of
from kedraft.localities.form import Form, form_of
from kedraft.localities.rows import communes_of, rows_of
from kedraft.model.localities import LocalityEntry
from kedraft.ooxml.workbook import check_workbook
from kedraft.report.schema import schema
from kedraft.workspace.localities import load_localities
from kedraft.workspace.localities_out import localities_form

NOW = date(2026, 2, 1)
THREE_TIERS = date(2025, 6, 1)


def form(
    on: date = NOW, figures: tuple[str, ...] = ("dân số", "số hộ nghèo"), phrases: tuple[str, ...] = ("Sở Y tế",)
) -> Form:
    return form_of(communes_of("Lạng Sơn", on), on, figures, phrases)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".yaml"])
@pytest.mark.parametrize("on", [NOW, THREE_TIERS])
def test_the_blank_form_is_read_back_as_all_communes_of_the_province(tmp_path: Path, suffix: str, on: date) -> None:
    path = tmp_path / f"bang{suffix}"
    path.write_bytes(localities_form(form(on), suffix))
    read = [(row.code, row.locality) for row in load_localities(path, on)]
    assert read == [(row.code, row.locality) for row in rows_of("province:Lạng Sơn", on)]
    assert len(read) == (65 if on == NOW else 194)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".yaml"])
def test_the_same_form_is_the_same_bytes(suffix: str) -> None:
    assert localities_form(form(), suffix) == localities_form(form(), suffix)


def test_the_sheet_has_drop_downs_an_explanation_of_each_column_and_a_frozen_header() -> None:
    data = localities_form(form(), ".xlsx")
    assert check_workbook(data, "bang.xlsx") is False
    book = load_workbook(BytesIO(data))
    table, guide = book["Địa phương"], book["Hướng dẫn"]
    titles = [cell.value for cell in table[1]]
    assert titles == [*(c.title for c in COLUMNS if c.key != "district"), "Dân số", "Số hộ nghèo", "Thay: Sở Y tế"]
    assert table.freeze_panes == "D2"
    assert not table.protection.sheet
    lists = {rule.formula1 for rule in table.data_validations.dataValidation if rule.type == "list"}
    assert len(lists) == 4
    offered = {
        cell.value for column in guide.iter_cols(min_col=6, max_col=9, min_row=5) for cell in column if cell.value
    }
    assert {"TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "phường", "đặc khu", "khu phố"} <= offered
    assert not any(rule.showErrorMessage for rule in table.data_validations.dataValidation)
    explained = [cell.value for cell in guide["A"]]
    assert all(title in explained for title in titles)
    assert all(0 < len(rule.prompt) <= 255 for rule in table.data_validations.dataValidation)


def test_the_drop_downs_point_at_their_lists() -> None:
    book = load_workbook(BytesIO(localities_form(form(), ".xlsx")))
    rules = {rule.promptTitle: rule.formula1 for rule in book["Địa phương"].data_validations.dataValidation}
    place = rules["Chức vụ"].split("!")[1].replace("$", "")
    assert [cell[0].value for cell in book["Hướng dẫn"][place]] == ["CHỦ TỊCH", "PHÓ CHỦ TỊCH"]


def test_before_two_tiers_there_is_a_column_for_the_district_and_thi_tran() -> None:
    book = load_workbook(BytesIO(localities_form(form(THREE_TIERS), ".xlsx")))
    assert "Huyện" in [cell.value for cell in book["Địa phương"][1]]
    words = {cell.value for row in book["Hướng dẫn"].iter_rows() for cell in row}
    assert "thị trấn" in words
    assert "đặc khu" not in words


def test_the_field_of_residential_areas_is_a_known_column_already() -> None:
    titles = [column.title for column in form(figures=("khu dân cư", "dân số")).columns]
    assert [title.lower() for title in titles].count("khu dân cư") == 1


def test_every_title_of_the_form_is_known_and_none_is_taken_for_another() -> None:
    for column in COLUMNS:
        assert column_of(column.title) is column
        assert all(column_of(title) is column for title in column.also)
    assert phrase_of("thay : Sở Y tế") is None
    assert phrase_of("THAY: Sở Y tế") == "Sở Y tế"
    assert nearly("Dân số") is None
    assert nearly("Số hộ nghèo") is None


def test_the_schema_has_every_column_with_its_title() -> None:
    properties = schema("localities")["$defs"]["LocalityEntry"]["properties"]
    assert {column.key: column.title for column in COLUMNS} == {
        column.key: properties[column.key]["title"] for column in COLUMNS
    }
    assert set(properties) == set(LocalityEntry.model_fields)
    assert json.dumps(schema("units"))


def test_the_whole_country_has_3321_rows_in_the_order_of_their_codes() -> None:
    rows = rows_of("all", NOW)
    assert len(rows) == 3321
    assert len({row.code for row in rows}) == 3321
