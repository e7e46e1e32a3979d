"""A number shared out over the localities: the sum is the total, whatever the order of the table."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kedraft.localities.distribution import Shared, distribute, other_totals, shared_out, shares_of
from kedraft.model.localities import LocalityRow
from kedraft.model.place import Location
from kedraft.model.spec import DistributeSpec, LocalitySpec
from kedraft.pipeline import parent_plan


def rows(*people: str, column: str = "Dân số") -> tuple[LocalityRow, ...]:
    """Localities with that many people, in cells B2, B3 and so on."""
    return tuple(
        LocalityRow(
            locality=LocalitySpec(commune=f"xã {at}", province="Lạng Sơn"),
            code=f"{at:05}",
            figures={column: words} if words else {},
            cells={column: Location(file="bang.xlsx", field=f"trang Địa phương, ô B{at + 2}")},
        )
        for at, words in enumerate(people)
    )


def asked(**more: Any) -> DistributeSpec:
    return DistributeSpec.model_validate({"field": "số tủ sách", "total": "10", "by": "dân số"} | more)


def shares(found: Shared) -> list[str | None]:
    return [row.figures.get("số tủ sách") for row in found.rows]


def told(found: Shared) -> list[tuple[str, str]]:
    return [(one.rule, str(one.where)) for one in found.findings]


def test_a_total_is_shared_in_proportion_and_small_numbers_have_two_figures() -> None:
    found = distribute(rows("1.000", "2.000", "7.000"), [asked()])
    assert shares(found) == ["01", "02", "07"]
    assert found.findings == ()


def test_what_is_left_over_goes_to_the_largest_remainders() -> None:
    assert shares(distribute(rows("1", "1", "1"), [asked()])) == ["04", "03", "03"]
    assert shares(distribute(rows("13", "17", "70"), [asked()])) == ["01", "02", "07"]
    assert shares(distribute(rows("15", "15", "70"), [asked()])) == ["02", "01", "07"]


def test_nobody_gets_less_than_the_least_and_the_sum_stays() -> None:
    assert shares(distribute(rows("1", "1", "98"), [asked(least="2")])) == ["02", "02", "06"]


def test_a_number_that_the_table_has_already_stays() -> None:
    given_ = rows("1.000", "1.000", "2.000")
    first = given_[0].evolve(figures=given_[0].figures | {"Số tủ sách": "4"})
    found = distribute((first, *given_[1:]), [asked()])
    assert [row.figures.get("số tủ sách", row.figures.get("Số tủ sách")) for row in found.rows] == ["4", "02", "04"]


def test_shares_of_thousands_are_printed_with_marks() -> None:
    assert shares(distribute(rows("1", "1"), [asked(total="10.000")])) == ["5.000", "5.000"]


def test_one_number_may_follow_another_s_shares() -> None:
    second = asked(field="số buổi", total="20", by="số tủ sách")
    found = distribute(rows("1", "4"), [asked(), second])
    assert [row.figures["số buổi"] for row in found.rows] == ["04", "16"]


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=40), st.integers(0, 5000), st.integers(0, 20), st.randoms())
def test_the_sum_is_the_total_no_share_is_below_the_least_and_the_order_does_not_matter(
    people: list[int], total: int, least: int, random: Any
) -> None:
    assume(any(people) and total >= least * len(people))
    weighed = [(Fraction(number), f"{at:05}") for at, number in enumerate(people)]
    found = shares_of(total, weighed, least)
    assert sum(found) == total
    assert min(found) >= least
    mixed = weighed[:]
    random.shuffle(mixed)
    assert dict(zip((code for _, code in mixed), shares_of(total, mixed, least), strict=True)) == dict(
        zip((code for _, code in weighed), found, strict=True)
    )


@given(st.lists(st.integers(1, 1000), min_size=2, max_size=20), st.integers(0, 500))
def test_more_people_never_get_less(people: list[int], total: int) -> None:
    found = shares_of(total, [(Fraction(number), f"{at:05}") for at, number in enumerate(people)])
    ranked = sorted(zip(people, found, strict=True))
    assert all(a[1] <= b[1] for a, b in pairwise(ranked) if a[0] < b[0])


# What cannot be shared out


@pytest.mark.parametrize(
    ("people", "more", "place", "why"),
    [
        (("1", "x"), {}, "bang.xlsx, trang Địa phương, ô B3", "không phải một số"),
        (("1", ""), {}, "bang.xlsx, trang Địa phương, ô B3", "chưa có “dân số”"),
        (("1", "2"), {"by": "số hộ"}, "distribute[0].by", "không có cột “số hộ”"),
        (("1", "2"), {"least": "6"}, "distribute[0].total", "không đủ"),
        (("0", "0"), {}, "distribute[0].by", "bằng 0"),
    ],
)
def test_what_cannot_be_shared_out_is_told_and_left_open(
    people: tuple[str, ...], more: dict[str, str], place: str, why: str
) -> None:
    found = distribute(rows(*people), [asked(**more)])
    assert told(found) == [("PB-01", place)]
    assert why in found.findings[0].message
    assert shares(found) == [None] * len(people)


def test_a_table_that_has_given_out_more_than_the_total_is_told() -> None:
    found = distribute(rows("7", "8", column="số tủ sách"), [asked(by="dân số")])
    assert ("PB-01", "distribute[0].total") in told(found)


# A column as it is


def test_a_column_that_adds_up_to_the_total_is_left_as_it_is() -> None:
    given_ = rows("3", "7", column="số tủ sách")
    found = distribute(given_, [asked(by=None)])
    assert found.rows == given_
    assert found.findings == ()


@pytest.mark.parametrize(("people", "why"), [(("3", "8"), "nhiều hơn 01"), (("3", "4"), "còn thiếu 03")])
def test_a_column_with_another_sum_is_told(people: tuple[str, str], why: str) -> None:
    found = distribute(rows(*people, column="số tủ sách"), [asked(by=None)])
    assert told(found) == [("PB-02", "distribute[0].total")]
    assert why in found.findings[0].message


def test_an_empty_or_too_small_cell_of_the_column_is_told_at_its_place() -> None:
    found = distribute(rows("10", "", column="số tủ sách"), [asked(by=None)])
    assert told(found) == [("PB-01", "bang.xlsx, trang Địa phương, ô B3")]
    found = distribute(rows("9", "1", column="số tủ sách"), [asked(by=None, least="2")])
    assert told(found) == [("PB-02", "bang.xlsx, trang Địa phương, ô B3")]
    found = distribute(rows("9,5", "1", column="số tủ sách"), [asked(by=None)])
    assert ("PB-01", "bang.xlsx, trang Địa phương, ô B2") in told(found)


# The parent's own total

PARENT = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 5/KH-UBND
Lạng Sơn, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Triển khai công tác năm 2026
I. CHỈ TIÊU
1. Xây dựng 1.040 tủ sách tại 06 xã, phường.
2. Vận động Nhân dân tham gia.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
"""


def test_another_total_in_the_parent_s_words_is_told() -> None:
    parent = parent_plan(PARENT.encode(), "cha.txt")
    assert other_totals(parent, [asked(total="1.040", node="I.1")]) == ()
    assert other_totals(parent, [asked(total="1040", node="I.1"), asked()]) == ()
    (wrong,) = other_totals(parent, [asked(total="1.050", node="I.1")])
    assert (wrong.rule, wrong.where.field) == ("PB-03", "distribute[0].total")
    assert "1.050" in wrong.message
    assert "chỉ nêu 1.040, 06" in wrong.message
    assert "không nêu số nào" in other_totals(parent, [asked(node="I.2")])[0].message
    assert other_totals(parent, [asked(node="IX")])[0].rule == "PK-01"


def test_a_rule_with_a_reason_is_not_told() -> None:
    parent = parent_plan(PARENT.encode(), "cha.txt")
    specs = [asked(total="1.050", node="I.1")]
    assert [one.rule for one in shared_out(rows("1"), specs, parent).findings] == ["PB-03"]
    assert shared_out(rows("1"), specs, parent, {"PB-03": "Tỉnh giao thêm 10"}).findings == ()
