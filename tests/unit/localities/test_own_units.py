"""An office's own units over the packaged table: added, renamed, merged; conflicts told with their place."""

from datetime import date
from pathlib import Path

import pytest

from kedraft.errors import DataInvalid, LocalityUnknown
from kedraft.localities.rows import rows_of
from kedraft.model.spec import LocalitySpec
from kedraft.model.unit import UnitKind
from kedraft.pipeline import locate
from kedraft.units import UnitTable
from kedraft.workspace.own_units import load_units

BEFORE, AFTER = date(2026, 2, 1), date(2026, 4, 1)


def table(folder: Path, *units: str) -> UnitTable:
    path = folder / "don-vi.yaml"
    path.write_text("units:\n" + "".join(f"  - {{{unit}}}\n" for unit in units), encoding="utf-8")
    return load_units(path)


def told(folder: Path, *units: str) -> list[str]:
    with pytest.raises(DataInvalid) as error:
        table(folder, *units)
    return [f"{one.where}: {one.message}" for one in error.value.findings]


def test_a_unit_with_a_known_code_takes_its_place_from_its_day_on(tmp_path: Path) -> None:
    own = table(tmp_path, 'kind: phường, name: Ba Sơn, code: "06196", province: Lạng Sơn, since: 2026-03-01')
    before = own.find(commune="Ba Sơn", province="Lạng Sơn", on=BEFORE).unit
    assert before is not None
    assert (before.kind, before.valid_until) == (UnitKind.XA, date(2026, 3, 1))
    now = own.find(commune="Ba Sơn", province="Lạng Sơn", on=AFTER).unit
    assert now is not None
    assert now.kind is UnitKind.PHUONG
    assert "nay là phường Ba Sơn" in (own.find(commune="xã Ba Sơn", province="Lạng Sơn", on=AFTER).reason or "")


def test_units_that_go_into_a_new_one_end_on_its_day_and_name_it(tmp_path: Path) -> None:
    own = table(tmp_path, 'kind: xã, name: Tân Lập Mới, province: Lạng Sơn, since: 01/3/2026, replaces: "06001, 06004"')
    old = own.find(commune="Đoàn Kết", province="Lạng Sơn", on=AFTER)
    assert [unit.name for unit in old.successors] == ["Tân Lập Mới"]
    assert own.find(commune="Đoàn Kết", province="Lạng Sơn", on=BEFORE).unit is not None
    new = own.find(commune="tan lap moi", province="Lạng Sơn", on=AFTER).unit
    assert new is not None
    assert [unit.name for unit in own.predecessors(new)] == ["Đoàn Kết", "Quốc Khánh"]
    assert len(own.communes("Lạng Sơn", AFTER)) == 64
    assert [unit.name for unit in own.search("tân lập mới", on=AFTER)][:1] == ["Tân Lập Mới"]


def test_a_unit_that_is_split_names_all_its_parts(tmp_path: Path) -> None:
    parts = [
        f'kind: xã, name: {name}, province: Lạng Sơn, since: 2026-03-01, replaces: "06001"'
        for name in ("Mới A", "Mới B")
    ]
    old = table(tmp_path, *parts).find(commune="Đoàn Kết", province="Lạng Sơn", on=AFTER)
    assert [unit.name for unit in old.successors] == ["Mới A", "Mới B"]


def test_a_draft_may_be_for_an_own_unit_and_a_batch_has_it_among_its_rows(tmp_path: Path) -> None:
    own = table(tmp_path, "kind: đặc khu, name: Thử Nghiệm, province: Lạng Sơn")
    asked = LocalitySpec(commune="Thử Nghiệm", province="Lạng Sơn")
    assert locate(asked, AFTER, own).place.full == "đặc khu Thử Nghiệm"
    with pytest.raises(LocalityUnknown):
        locate(asked, AFTER)
    assert len(rows_of("province:Lạng Sơn", AFTER, own)) == 66


def test_a_sheet_says_the_same_as_yaml(tmp_path: Path) -> None:
    (tmp_path / "don-vi.csv").write_text(
        "Loại,Tên,Mã,Tỉnh,Từ ngày,Thay cho,Giữ loại ở địa danh\nxã,Mới,,Lạng Sơn,01/3/2026,06001,có\n", encoding="utf-8"
    )
    unit = load_units(tmp_path / "don-vi.csv").find(commune="Mới", province="Lạng Sơn", on=AFTER).unit
    assert unit is not None
    assert unit.valid_from == date(2026, 3, 1)
    assert unit.eponymous


def test_every_fault_is_told_with_its_place(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        "kind: thôn, name: A, province: Lạng Sơn",
        "kind: xã, name: B, province: Lạng Sơ",
        "kind: xã, name: C, province: Lạng Sơn, since: 2026-02-31",
        "kind: xã, name: D, province: Lạng Sơn, since: 2026-02-01, until: 2026-01-01",
        "kind: tỉnh, name: E",
        'kind: xã, name: F, province: Lạng Sơn, replaces: "06001"',
    )
    assert [line.split(":")[1] for line in found] == ["2", "3", "4", "5", "6", "7"]
    assert "“thôn” không phải loại đơn vị" in found[0]
    assert "Có phải là: tỉnh Lạng Sơn?" in found[1]
    assert "phải ghi mã chính thức" in found[4]


def test_conflicts_with_the_table_are_told_not_settled(tmp_path: Path) -> None:
    (same,) = told(tmp_path, "kind: xã, name: Ba Sơn, province: Lạng Sơn, since: 2026-01-01")
    assert "đã có trong bảng với mã 06196" in same
    (unknown,) = told(tmp_path, 'kind: xã, name: M, province: Lạng Sơn, since: 2026-01-01, replaces: "99999"')
    assert "không có đơn vị nào mang mã 99999" in unknown
    twice = 'kind: xã, name: {}, code: "06196", province: Lạng Sơn, since: 2026-01-01'
    (double,) = told(tmp_path, twice.format("P"), twice.format("Q"))
    assert "Mã 06196 đã dùng cho xã P" in double
    assert told(tmp_path, "kind: xã, name: X, prov: Lạng Sơn")[0].startswith("don-vi.yaml:2:")


def test_a_sheet_with_an_unknown_title_is_told(tmp_path: Path) -> None:
    (tmp_path / "dv.csv").write_text("Loại,Tên,Mãa,Tỉnh\nxã,Mới,,Lạng Sơn\nxã,,,Lạng Sơn\n", encoding="utf-8")
    with pytest.raises(DataInvalid) as error:
        load_units(tmp_path / "dv.csv")
    assert [str(one.where) for one in error.value.findings] == ["dv.csv:1:3", "dv.csv:3"]
