"""Agency rows: dated, sourced, unambiguous; many bodies above become few below."""

from datetime import date
from itertools import combinations

import pytest

from kedraft.agencies import AGENCIES, MERGER, SPLIT, TWO_TIER, Agency, Field, counterpart, heir
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind

DAYS = [date(2023, 1, 5), date(2025, 2, 28), MERGER, date(2025, 6, 30), TWO_TIER, date(2026, 9, 1)]


@pytest.mark.parametrize("row", AGENCIES, ids=lambda row: row.id)
def test_a_row_says_what_it_does_where_and_how_we_know(row: Agency) -> None:
    assert row.names
    assert row.fields
    assert row.source
    assert row.confidence in {"H", "M", "L"}
    assert row.since is None or row.until is None or row.since < row.until


def test_ids_are_unique_and_splits_are_known() -> None:
    ids = [row.id for row in AGENCIES]
    assert len(set(ids)) == len(ids)
    assert set(SPLIT) <= set(ids)


def test_rows_of_one_name_do_not_overlap_in_time() -> None:
    for one, other in combinations(AGENCIES, 2):
        if one.level is other.level and set(one.names) & set(other.names):
            assert (one.until and other.since and one.until <= other.since) or (
                other.until and one.since and other.until <= one.since
            ), (one.id, other.id)


def _name(field: Field, level: Level, on: date, kind: UnitKind) -> str | None:
    row = counterpart(AGENCIES, (field,), level, on, kind)
    return row.name if row else None


@pytest.mark.parametrize(
    ("field", "on", "kind", "name"),
    [
        (Field.INFORMATION, date(2023, 5, 1), UnitKind.XA, "công chức Văn hóa - Xã hội"),
        (Field.INFORMATION, date(2026, 5, 1), UnitKind.XA, "Phòng Văn hóa - Xã hội"),
        (Field.FINANCE, date(2026, 5, 1), UnitKind.XA, "Phòng Kinh tế"),
        (Field.FINANCE, date(2026, 5, 1), UnitKind.PHUONG, "Phòng Kinh tế, Hạ tầng và Đô thị"),
        (Field.FINANCE, date(2026, 5, 1), UnitKind.DAC_KHU, None),
        (Field.JUSTICE, date(2026, 5, 1), UnitKind.XA, "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {đv}"),
        (
            Field.CONSTRUCTION,
            date(2023, 5, 1),
            UnitKind.PHUONG,
            "công chức Địa chính - Xây dựng - Đô thị và Môi trường",
        ),
        (Field.TAX, date(2023, 5, 1), UnitKind.XA, None),
    ],
)
def test_the_commune_has_its_body_for_a_field(field: Field, on: date, kind: UnitKind, name: str | None) -> None:
    assert _name(field, Level.COMMUNE, on, kind) == name


@pytest.mark.parametrize("on", DAYS)
def test_every_field_of_a_department_has_a_body_in_a_commune(on: date) -> None:
    for row in AGENCIES:
        if row.level is Level.PROVINCE and row.name.startswith("Sở") and row.exists(on):
            assert counterpart(AGENCIES, row.fields, Level.COMMUNE, on, UnitKind.XA), row.id


def test_departments_that_were_merged_have_successors() -> None:
    for row in AGENCIES:
        if row.level in (Level.PROVINCE, Level.CENTRAL) and row.until == MERGER:
            assert counterpart(AGENCIES, row.fields, row.level, MERGER), row.id


def test_no_district_body_is_left_after_the_district_level_ended() -> None:
    assert not [row.id for row in AGENCIES if row.level is Level.DISTRICT and row.exists(TWO_TIER)]


def test_fourteen_departments_become_few_bodies() -> None:
    on = date(2026, 5, 1)
    old = [
        row
        for row in AGENCIES
        if row.level is Level.PROVINCE and row.name.startswith("Sở") and row.exists(date(2023, 1, 1))
    ]
    new = {found.id for row in old if (found := counterpart(AGENCIES, row.fields, Level.COMMUNE, on, UnitKind.XA))}
    assert len(old) >= 14
    assert new == {"phong-vhxh", "phong-kt", "vp-xa"}


@pytest.mark.parametrize(
    ("topic", "name"),
    [
        ("rà soát hộ nghèo", "Sở Nông nghiệp và Môi trường"),
        ("dạy nghề cho thanh niên", "Sở Giáo dục và Đào tạo"),
        ("chăm sóc người cao tuổi", "Sở Y tế"),
        ("giới thiệu việc làm", "Sở Nội vụ"),
        ("cai nghiện tại cộng đồng", None),
        ("rà soát hộ nghèo, giới thiệu việc làm", None),
    ],
)
def test_the_work_of_a_divided_department_goes_by_what_it_is_about(topic: str, name: str | None) -> None:
    row = next(row for row in AGENCIES if row.id == "so-ldtbxh")
    assert heir(row, topic) == name


@pytest.mark.parametrize("name", ["Sở Quy hoạch - Kiến trúc", "Sở Giao thông công chánh"])
def test_departments_of_the_cities_have_a_counterpart(name: str) -> None:
    row = next(row for row in AGENCIES if row.name == name)
    other = counterpart(AGENCIES, row.fields, Level.COMMUNE, date(2025, 9, 1), UnitKind.PHUONG)
    assert other is not None
    assert other.name == "Phòng Kinh tế, Hạ tầng và Đô thị"
