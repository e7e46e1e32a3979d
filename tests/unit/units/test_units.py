"""The dated table of administrative units and its look-ups."""

import subprocess
import sys
from collections import Counter
from datetime import date

import pytest

from kedraft import units
from kedraft.model.plan import Level
from kedraft.model.unit import Unit, UnitKind
from kedraft.units import Found, find, full_name, place_line
from kedraft.units.names import distance, key, lacks_only_marks
from kedraft.vietnamese.text import fold, nfc

LAST_DAY_OF_THREE_TIERS = date(2025, 6, 30)
FIRST_DAY_OF_TWO_TIERS = date(2025, 7, 1)
NOW = date(2026, 2, 1)
LATE_2026 = date(2026, 10, 1)


def every_commune(on: date) -> tuple[Unit, ...]:
    return tuple(unit for province in units.provinces(on) for unit in units.communes(province.name, on))


def shown(found: tuple[Unit, ...]) -> list[str]:
    return [full_name(unit) for unit in found]


def the_unit(found: Found) -> Unit:
    assert found.unit is not None, found.reason
    assert found.reason is None
    return found.unit


def the_reason(found: Found) -> str:
    assert found.unit is None
    assert found.reason is not None
    return found.reason


# How many there are


def test_there_are_34_provinces_and_3321_communes_on_the_first_day_of_two_tiers() -> None:
    provinces = units.provinces(FIRST_DAY_OF_TWO_TIERS)
    communes = every_commune(FIRST_DAY_OF_TWO_TIERS)
    assert Counter(unit.kind for unit in provinces) == {UnitKind.TINH: 28, UnitKind.THANH_PHO: 6}
    assert Counter(unit.kind for unit in communes) == {UnitKind.XA: 2621, UnitKind.PHUONG: 687, UnitKind.DAC_KHU: 13}
    assert sum(len(units.districts(unit.name, FIRST_DAY_OF_TWO_TIERS)) for unit in provinces) == 0


def test_there_are_63_provinces_696_districts_and_10035_communes_on_the_day_before() -> None:
    provinces = units.provinces(LAST_DAY_OF_THREE_TIERS)
    assert len(provinces) == 63
    assert sum(len(units.districts(unit.name, LAST_DAY_OF_THREE_TIERS)) for unit in provinces) == 696
    assert len(every_commune(LAST_DAY_OF_THREE_TIERS)) == 10035


def test_in_late_2026_there_are_nine_cities_and_709_wards() -> None:
    assert Counter(unit.kind for unit in units.provinces(LATE_2026)) == {UnitKind.TINH: 25, UnitKind.THANH_PHO: 9}
    kinds = Counter(unit.kind for unit in every_commune(LATE_2026))
    assert kinds == {UnitKind.XA: 2599, UnitKind.PHUONG: 709, UnitKind.DAC_KHU: 13}


def test_lang_son_has_61_xa_and_4_phuong() -> None:
    kinds = Counter(unit.kind for unit in units.communes("tỉnh Lạng Sơn", NOW))
    assert kinds == {UnitKind.XA: 61, UnitKind.PHUONG: 4}


@pytest.mark.parametrize("on", [LAST_DAY_OF_THREE_TIERS, FIRST_DAY_OF_TWO_TIERS, LATE_2026])
def test_no_code_is_used_twice_on_one_day(on: date) -> None:
    codes = [unit.code for unit in (*units.provinces(on), *every_commune(on))]
    assert len(codes) == len(set(codes))


# What follows what


def test_every_commune_of_the_three_tiers_has_a_successor() -> None:
    lost = [unit for unit in every_commune(LAST_DAY_OF_THREE_TIERS) if not units.successors(unit)]
    assert lost == []


def test_every_district_and_merged_province_has_a_successor() -> None:
    provinces = units.provinces(LAST_DAY_OF_THREE_TIERS)
    districts = [unit for province in provinces for unit in units.districts(province.name, LAST_DAY_OF_THREE_TIERS)]
    lost = [unit for unit in (*provinces, *districts) if unit.valid_until and not units.successors(unit)]
    assert lost == []


def test_every_commune_of_the_two_tiers_has_a_predecessor_and_a_resolution() -> None:
    communes = every_commune(FIRST_DAY_OF_TWO_TIERS)
    assert [full_name(unit) for unit in communes if not units.predecessors(unit)] == []
    assert [full_name(unit) for unit in communes if not unit.resolution.endswith("/NQ-UBTVQH15")] == []


def test_successors_and_predecessors_mirror_each_other() -> None:
    for old in every_commune(LAST_DAY_OF_THREE_TIERS):
        assert all(old in units.predecessors(new) for new in units.successors(old)), full_name(old)


def test_an_island_district_without_communes_is_the_predecessor_of_its_special_zone() -> None:
    con_dao = the_unit(find(commune="Côn Đảo", province=None, on=NOW))
    assert con_dao.kind is UnitKind.DAC_KHU
    assert shown(units.predecessors(con_dao)) == ["huyện Côn Đảo"]


def test_one_code_names_different_units_on_different_days() -> None:
    old, new = units.by_code("06196", LAST_DAY_OF_THREE_TIERS), units.by_code("06196", FIRST_DAY_OF_TWO_TIERS)
    assert old is not None
    assert new is not None
    assert (old.name, new.name) == ("Cao Lâu", "Ba Sơn")
    assert units.by_code("99999", NOW) is None


# The two communes called Mẫu Sơn


def test_mau_son_of_cao_loc_went_into_ba_son_and_the_reason_says_so() -> None:
    found = find(commune="xã Mẫu Sơn", district="huyện Cao Lộc", province="Lạng Sơn", on=NOW)
    assert shown(found.successors) == ["xã Ba Sơn"]
    assert "Xã Mẫu Sơn (huyện Cao Lộc, tỉnh Lạng Sơn) đã nhập vào xã Ba Sơn từ 01/7/2025" in the_reason(found)
    assert "1672/NQ-UBTVQH15" in the_reason(found)


def test_mau_son_of_loc_binh_went_into_the_new_mau_son() -> None:
    found = find(commune="xã Mẫu Sơn", district="huyện Lộc Bình", province="Lạng Sơn", on=NOW)
    assert found.unit is None
    assert found.successors == (the_unit(find(commune="xã Mẫu Sơn", province="Lạng Sơn", on=NOW)),)


def test_mau_son_without_a_district_was_ambiguous_in_2024_and_is_not_today() -> None:
    before = find(commune="Mẫu Sơn", province="Lạng Sơn", on=date(2024, 5, 1))
    assert {unit.district for unit in before.candidates} == {"huyện Cao Lộc", "huyện Lộc Bình"}
    assert "ghi thêm huyện" in the_reason(before)
    assert the_unit(find(commune="Mẫu Sơn", province="Lạng Sơn", on=NOW)).district is None


# Provinces


@pytest.mark.parametrize(
    ("old", "new"),
    [("Bình Thuận", "tỉnh Lâm Đồng"), ("Kon Tum", "tỉnh Quảng Ngãi"), ("tỉnh Trà Vinh", "tỉnh Vĩnh Long")],
)
def test_a_merged_province_names_its_successor(old: str, new: str) -> None:
    found = find(commune=None, province=old, on=NOW)
    assert shown(found.successors) == [new]
    assert f"đã nhập vào {new} từ 01/7/2025 (Nghị quyết 202/2025/QH15)" in the_reason(found)


def test_dong_nai_is_a_city_from_30_april_2026() -> None:
    assert full_name(the_unit(find(commune=None, province="Đồng Nai", on=date(2026, 4, 29)))) == "tỉnh Đồng Nai"
    assert full_name(the_unit(find(commune=None, province="Đồng Nai", on=date(2026, 4, 30)))) == "thành phố Đồng Nai"
    found = find(commune=None, province="tỉnh Đồng Nai", on=date(2026, 4, 30))
    assert shown(found.successors) == ["thành phố Đồng Nai"]


def test_the_kind_of_the_province_does_not_matter_when_a_commune_is_asked_for() -> None:
    assert the_unit(find(commune="Long Thành", province="tỉnh Đồng Nai", on=LATE_2026)).kind is UnitKind.PHUONG


def test_a_commune_given_with_its_old_province_finds_the_one_of_today_as_a_candidate() -> None:
    found = find(commune="Hàm Thuận Bắc", province="Bình Thuận", on=NOW)
    assert [(unit.name, unit.province) for unit in found.candidates] == [("Hàm Thuận Bắc", "Lâm Đồng")]
    assert "tỉnh Lâm Đồng" in the_reason(found)


def test_an_old_commune_given_with_its_new_province_is_traced() -> None:
    found = find(commune="xã Hồng Phong", district="Bắc Bình", province="Lâm Đồng", on=NOW)
    assert found.successors
    assert "tỉnh Bình Thuận" in the_reason(found)


def test_hue_was_thua_thien_hue_until_2025() -> None:
    assert the_unit(find(commune=None, province="Thừa Thiên Huế", on=date(2024, 12, 31))).kind is UnitKind.TINH
    assert shown(find(commune=None, province="Thừa Thiên Huế", on=NOW).successors) == ["thành phố Huế"]


# Districts


def test_a_district_is_found_before_the_two_tiers_and_dissolved_after() -> None:
    assert full_name(the_unit(find(commune=None, district="Cao Lộc", province="Lạng Sơn", on=LAST_DAY_OF_THREE_TIERS)))
    found = find(commune=None, district="Cao Lộc", province="Lạng Sơn", on=NOW)
    assert len(found.successors) == 8
    assert "bỏ cấp huyện" in the_reason(found)


def test_a_commune_of_today_given_with_a_district_is_a_candidate_only() -> None:
    found = find(commune="Ba Sơn", district="Cao Lộc", province="Lạng Sơn", on=NOW)
    assert shown(found.candidates) == ["xã Ba Sơn"]
    assert "Hãy bỏ trống huyện" in the_reason(found)


def test_a_district_and_a_city_of_the_same_name_are_told_apart_by_kind() -> None:
    on = date(2024, 6, 30)
    assert len(find(commune=None, district="Cao Lãnh", province="Đồng Tháp", on=on).candidates) == 2
    assert the_unit(find(commune=None, district="huyện Cao Lãnh", province="Đồng Tháp", on=on)).code == "873"


# How names may be written


@pytest.mark.parametrize(
    "name", ["xã Ba Sơn", "Ba Sơn", "XÃ BA SƠN", "ba son", "Xa Ba Son", "X. Ba Sơn", "  Ba   Sơn ", "Ba So\u031bn"]
)
def test_a_name_may_lack_kind_capitals_and_marks(name: str) -> None:
    assert the_unit(find(commune=name, province="Lạng Sơn", on=NOW)).name == "Ba Sơn"


@pytest.mark.parametrize("name", ["Hoà Lạc", "Hòa Lạc", "HOÀ LẠC", "xã hoà lạc"])
def test_the_tone_may_stand_on_the_other_vowel(name: str) -> None:
    assert the_unit(find(commune=name, province="Hà Nội", on=NOW)).name == "Hòa Lạc"


@pytest.mark.parametrize("name", ["Phường 5", "phường 05", "P.5", "P5", "5"])
def test_a_numbered_ward_may_be_abbreviated(name: str) -> None:
    unit = the_unit(find(commune=name, district="Q. Gò Vấp", province="TP. Hồ Chí Minh", on=date(2025, 6, 1)))
    assert full_name(unit) == "Phường 5"


def test_a_missing_mark_is_read_but_another_mark_is_not() -> None:
    assert lacks_only_marks(key("Ba Son"), key("Ba Sơn"))
    assert lacks_only_marks(key("Dong Đăng"), key("Đồng Đăng"))
    assert not lacks_only_marks(key("Bá Sơn"), key("Ba Sơn"))
    found = find(commune="Bá Sơn", province="Lạng Sơn", on=NOW)
    assert shown(found.candidates)[0] == "xã Ba Sơn"
    assert "Có phải là" in the_reason(found)


def test_a_misspelt_name_gives_candidates_and_never_a_unit() -> None:
    for name in ("Ba Sown", "Ba Sn", "Bas Ơn", "Ba Sơnn"):
        found = find(commune=name, province="Lạng Sơn", on=NOW)
        assert found.unit is None
        assert "xã Ba Sơn" in shown(found.candidates), name


def test_names_that_collide_without_marks_are_ambiguous_without_marks_and_exact_with() -> None:
    assert the_unit(find(commune="Văn Lang", province="Thái Nguyên", on=NOW)).name == "Văn Lang"
    assert the_unit(find(commune="Văn Lăng", province="Thái Nguyên", on=NOW)).name == "Văn Lăng"
    found = find(commune="van lang", province="Thái Nguyên", on=NOW)
    assert {unit.name for unit in found.candidates} == {"Văn Lang", "Văn Lăng"}
    assert found.unit is None


def test_a_name_of_several_provinces_is_never_picked() -> None:
    found = find(commune="Hưng Đạo", province=None, on=NOW)
    assert {unit.province for unit in found.candidates} == {"Cao Bằng", "Hà Nội", "Hải Phòng"}
    assert "ghi thêm tỉnh" in the_reason(found)


def test_the_wrong_kind_gives_the_right_one_as_a_candidate() -> None:
    found = find(commune="phường Ba Sơn", province="Lạng Sơn", on=NOW)
    assert shown(found.candidates)[0] == "xã Ba Sơn"
    assert the_reason(found)


def test_the_name_of_an_office_is_not_a_unit() -> None:
    assert "tên cơ quan" in the_reason(find(commune="UBND xã Ba Sơn", province="Lạng Sơn", on=NOW))


def test_a_misspelt_province_is_the_first_thing_said() -> None:
    reason = the_reason(find(commune="Ba Sơn", province="Lạng Soơn", on=NOW))
    assert "“Lạng Soơn”" in reason
    assert "tỉnh Lạng Sơn" in reason


def test_nothing_asked_is_a_reason_too() -> None:
    assert the_reason(find(commune=None, province="  ", on=NOW)).startswith("Chưa nêu tên")


def test_a_unit_that_is_not_there_yet_names_what_was_before() -> None:
    found = find(commune="Ba Sơn", province="Lạng Sơn", on=date(2022, 1, 1))
    assert sorted(shown(found.candidates)) == ["xã Cao Lâu", "xã Mẫu Sơn", "xã Xuất Lễ"]
    assert "chỉ có từ 01/7/2025" in the_reason(found)


def test_a_commune_upgraded_in_2026_is_xa_before_and_phuong_after() -> None:
    assert the_unit(find(commune="Bố Hạ", province="Bắc Ninh", on=date(2026, 9, 19))).kind is UnitKind.XA
    assert the_unit(find(commune="Bố Hạ", province="Bắc Ninh", on=date(2026, 9, 20))).kind is UnitKind.PHUONG
    reason = the_reason(find(commune="xã Bố Hạ", province="Bắc Ninh", on=LATE_2026))
    assert "nay là phường Bố Hạ từ 20/9/2026 (Nghị quyết 388/NQ-UBTVQH16)" in reason


def test_a_commune_that_was_gone_before_2025_is_known_by_name_without_a_date() -> None:
    found = find(commune="phường Văn Miếu", district="Đống Đa", province="Hà Nội", on=date(2022, 1, 1))
    assert shown(found.successors) == ["phường Văn Miếu Quốc Tử Giám"]
    assert "bảng không có ngày" in the_reason(found)


def test_every_old_commune_given_in_full_finds_itself_then_and_its_successors_now() -> None:
    for unit in every_commune(LAST_DAY_OF_THREE_TIERS):
        name = full_name(unit)
        then = find(commune=name, district=unit.district, province=unit.province, on=LAST_DAY_OF_THREE_TIERS)
        now = find(commune=name, district=unit.district, province=unit.province, on=NOW)
        assert then.unit == unit
        assert now.unit is None
        assert now.reason
        assert set(now.successors) == set(units.successors(unit))


def test_every_commune_of_today_is_found_by_kind_name_and_province() -> None:
    for unit in every_commune(FIRST_DAY_OF_TWO_TIERS):
        found = find(commune=full_name(unit), province=unit.province, on=FIRST_DAY_OF_TWO_TIERS)
        assert found.unit == unit, found.reason


# How a unit is written


@pytest.mark.parametrize(
    ("name", "province", "line", "full"),
    [
        ("Ba Sơn", "Lạng Sơn", "Ba Sơn", "xã Ba Sơn"),
        ("Lương Văn Tri", "Lạng Sơn", "Phường Lương Văn Tri", "Phường Lương Văn Tri"),
        ("Hoàng Văn Thụ", "Lạng Sơn", "Xã Hoàng Văn Thụ", "Xã Hoàng Văn Thụ"),
        ("Điện Biên Phủ", "Điện Biên", "Phường Điện Biên Phủ", "Phường Điện Biên Phủ"),
        ("Phường 1 Bảo Lộc", "Lâm Đồng", "Phường 1 Bảo Lộc", "Phường 1 Bảo Lộc"),
        ("A Lưới 3", "Huế", "A Lưới 3", "xã A Lưới 3"),
        (None, "Hồ Chí Minh", "Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        (None, "Hà Nội", "Hà Nội", "thành phố Hà Nội"),
    ],
)
def test_units_named_after_a_number_a_person_or_an_event_keep_their_kind(
    name: str | None, province: str, line: str, full: str
) -> None:
    unit = the_unit(find(commune=name, province=province, on=NOW))
    assert (place_line(unit), full_name(unit)) == (line, full)


def test_a_numbered_district_keeps_its_kind() -> None:
    unit = the_unit(find(commune=None, district="Quận 1", province="Hồ Chí Minh", on=date(2024, 1, 1)))
    assert place_line(unit) == "Quận 1"


def test_a_city_of_2026_has_a_plain_place_line() -> None:
    unit = the_unit(find(commune=None, province="Đồng Nai", on=LATE_2026))
    assert (place_line(unit), full_name(unit)) == ("Đồng Nai", "thành phố Đồng Nai")


@pytest.mark.parametrize("on", [LAST_DAY_OF_THREE_TIERS, FIRST_DAY_OF_TWO_TIERS, LATE_2026])
def test_no_two_communes_of_the_country_collide_as_file_names(on: date) -> None:
    stems = [units.file_stem(unit) for unit in every_commune(on)]
    assert len({nfc(stem).casefold() for stem in stems}) == len(stems)
    assert not any(set(stem) & set('<>:"/\\|?*') or stem != stem.strip(" .") for stem in stems)


# Searching


def test_search_ignores_marks_and_puts_the_unit_of_today_first() -> None:
    assert [(u.name, u.province, u.district) for u in units.search("mau son", on=None)][:3] == [
        ("Mẫu Sơn", "Lạng Sơn", None),
        ("Mẫu Sơn", "Lạng Sơn", "huyện Cao Lộc"),
        ("Mẫu Sơn", "Lạng Sơn", "huyện Lộc Bình"),
    ]


def test_search_forgives_a_wrong_letter() -> None:
    assert shown(units.search("Ba Sown", on=NOW))[0] == "xã Ba Sơn"


def test_search_reads_what_stands_after_a_comma_as_the_place() -> None:
    assert [unit.district for unit in units.search("xã Mẫu Sơn, Lộc Bình", on=None)] == ["huyện Lộc Bình"]


def test_search_finds_words_of_the_address() -> None:
    assert [u.district for u in units.search("mau son cao loc", on=None)] == ["huyện Cao Lộc"]


def test_search_keeps_to_the_day_and_to_the_limit() -> None:
    assert all(unit.valid_until is None for unit in units.search("Sơn", on=LATE_2026, limit=50))
    assert len(units.search("Sơn", on=None, limit=3)) == 3
    assert units.search("", on=None) == ()


def test_names_holds_every_name_of_a_province_old_and_new() -> None:
    names = units.names(province="Lạng Sơn")
    assert {"Mẫu Sơn", "Ba Sơn", "Cao Lộc", "Xuất Lễ", "Lạng Sơn"} <= names
    assert "Hàm Thuận Bắc" not in names
    assert "Hàm Thuận Bắc" in units.names(Level.DISTRICT, province="Lâm Đồng")
    assert "Phường 5" in units.names()
    assert "5" not in units.names()


# An office's own table


def test_an_office_adds_a_unit_of_its_own() -> None:
    new = Unit(
        code="L0001",
        level=Level.COMMUNE,
        kind=UnitKind.PHUONG,
        name="Thử Nghiệm",
        province="Lạng Sơn",
        source="bảng riêng",
    )
    table = units.with_overrides([new])
    assert table.find(commune="thu nghiem", province="Lạng Sơn", on=NOW).unit == new
    assert new in table.communes("Lạng Sơn", NOW)
    assert find(commune="Thử Nghiệm", province="Lạng Sơn", on=NOW).unit is None


def test_an_office_replaces_a_unit_from_a_day_on() -> None:
    old = the_unit(find(commune="Ba Sơn", province="Lạng Sơn", on=NOW))
    ward = old.evolve(kind=UnitKind.PHUONG, valid_from=date(2026, 6, 1), predecessors=(old.code,), source="bảng riêng")
    table = units.with_overrides([ward])
    assert table.find(commune="Ba Sơn", province="Lạng Sơn", on=date(2026, 5, 31)).unit is not None
    assert table.find(commune="Ba Sơn", province="Lạng Sơn", on=date(2026, 6, 1)).unit == ward
    gone = table.find(commune="xã Ba Sơn", province="Lạng Sơn", on=date(2026, 6, 1))
    assert gone.successors == (ward,)
    assert len(table.communes("Lạng Sơn", LATE_2026)) == 65


def test_an_office_says_that_a_name_is_a_persons() -> None:
    unit = the_unit(find(commune="Ba Sơn", province="Lạng Sơn", on=NOW))
    table = units.with_overrides([unit.evolve(eponymous=True)])
    assert place_line(the_unit(table.find(commune="Ba Sơn", province="Lạng Sơn", on=NOW))) == "Xã Ba Sơn"


# The data


def test_packaged_names_are_tidy() -> None:
    for on in (LAST_DAY_OF_THREE_TIERS, LATE_2026):
        untidy = [unit.name for unit in every_commune(on) if key(unit.name) != unit.name.casefold()]
        assert untidy == []


def test_importing_the_package_reads_no_table() -> None:
    code = "import kedraft.units as u; print(u.table.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


@pytest.mark.parametrize(
    ("a", "b", "steps"),
    [("ba son", "ba son", 0), ("ba son", "ba sn", 1), ("ba son", "ba sno", 1), ("ba son", "bo sa", 3)],
)
def test_distance_counts_letters_to_change(a: str, b: str, steps: int) -> None:
    assert distance(fold(a), fold(b)) == steps
