"""Rules that rest on dated tables: replaced documents, former units, years of a subject; and targets beside the parent's."""

from datetime import date, timedelta

import pytest

from kedraft.lint import check
from kedraft.lint.quantities import periods, quantities
from kedraft.lint.repealed_documents import Repealed, in_force_instead, repealed_in, table
from kedraft.lint.sample import draft, plan, province
from kedraft.model.finding import Findings, Severity


def of(rule: str, found: Findings) -> list[str]:
    return [one.message for one in found if one.rule == rule]


# --- replaced documents ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", table(), ids=lambda row: row.number)
def test_a_document_is_replaced_after_it_was_issued_and_by_another_one(row: Repealed) -> None:
    assert row.day < row.since
    assert row.number != row.by_number


@pytest.mark.parametrize("row", table(), ids=lambda row: row.number)
def test_a_document_is_known_from_the_day_of_its_replacement(row: Repealed) -> None:
    text = f"Căn cứ {row.name} số {row.number} ngày {row.day.day:02d}/{row.day.month:02d}/{row.day.year};"
    assert [found for _, found in repealed_in(text, row.since)] == [row]
    assert not list(repealed_in(text, row.since - timedelta(days=1)))


@pytest.mark.parametrize(
    "words",
    [
        "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        "Luật Tổ chức chính quyền địa phương ngày 19/6/2015",
        "Luật Tổ chức chính quyền địa phương số 77/2015/QH13",
        "Luật tổ chức chính quyền địa phương năm 2015",
    ],
)
def test_a_law_is_known_by_number_by_day_and_by_year(words: str) -> None:
    assert [row.number for _, row in repealed_in(f"Căn cứ {words};", date(2026, 2, 5))] == ["77/2015/QH13"]


@pytest.mark.parametrize(
    "words",
    [
        "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Luật Tổ chức chính quyền địa phương",
        "Luật Đất đai số 31/2024/QH15",
        "Luật Thanh niên năm 2020",
        "Nghị định số 61/2018/NĐ-CP ngày 05/5/2018 của Chính phủ",
    ],
)
def test_the_law_in_force_and_a_law_of_no_day_are_left_alone(words: str) -> None:
    assert not list(repealed_in(f"Căn cứ {words};", date(2026, 2, 5)))


def test_the_message_names_the_document_in_force_on_the_day_of_issue() -> None:
    first = table()[0]
    assert in_force_instead(first, date(2025, 4, 1)).by_number == "65/2025/QH15"
    assert in_force_instead(first, date(2026, 4, 1)).by_number == "72/2025/QH15"
    basis = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015."
    [message] = of("KH-CC-03", check(plan(bases=basis).plan()))
    assert "72/2025/QH15" in message
    assert "01/3/2025" in message or "01/03/2025" in message


def test_a_replaced_document_in_the_body_is_history() -> None:
    assert not of("KH-CC-03", check(plan(closing="Trước đây thực hiện theo Luật Đất đai năm 2013./.").plan()))


# --- former units ----------------------------------------------------------------------------------------------------


def test_a_merged_province_is_told_with_its_successor() -> None:
    [message] = of("KH-2C-03", check(plan(closing="Các thôn học tập tỉnh Bình Thuận, tỉnh Bình Thuận./.").plan()))
    assert "tỉnh Lâm Đồng" in message


def test_a_city_of_a_former_district_is_no_province() -> None:
    assert not of("KH-2C-03", check(plan(closing="Chợ tại thành phố Lạng Sơn, thành phố Huế./.").plan()))


def test_a_province_that_became_a_city_is_right_until_that_day() -> None:
    words = "Các thôn học tập mô hình của tỉnh Bắc Ninh./."
    assert not of("KH-2C-03", check(plan(date="2026-09-19", closing=words).plan()))
    assert of("KH-2C-03", check(plan(date="2026-09-20", closing=words).plan()))


def test_a_name_that_a_neighbour_bears_today_is_left_alone() -> None:
    """Mẫu Sơn went into Ba Sơn; another Mẫu Sơn exists in the province."""
    assert not of("KH-2C-03", check(plan(closing="Các thôn học tập xã Mẫu Sơn./.").plan()))
    assert of("KH-2C-03", check(plan(closing="Các hộ dân ở xã Xuất Lễ tham gia./.").plan()))


@pytest.mark.parametrize("name", ["PHƯỜNG 2 BẢO LỘC|Phường 2 Bảo Lộc", "XÃ VỊ THANH 1|xã Vị Thanh 1"])
def test_a_number_in_the_name_of_a_unit_belongs_to_it(name: str) -> None:
    issuer, words = name.split("|")
    given = plan(issuer=f"ỦY BAN NHÂN DÂN\n{issuer}", closing=f"Các tổ dân phố của {words} thực hiện./.")
    assert not of("KH-2C-03", check(given.plan()))


def test_a_province_names_its_communes_of_today() -> None:
    body = "I. NHIỆM VỤ\n- Thí điểm tại xã Cao Lâu và xã Ba Sơn."
    [message] = of("KH-2C-03", check(province(sections=body).plan()))
    assert "xã Ba Sơn" in message


def test_three_tiers_have_their_old_names() -> None:
    old = plan(date="2023-02-06", closing="Các thôn học tập tỉnh Bình Thuận, xã Cao Lâu./.").plan()
    assert not of("KH-2C-03", check(old))


# --- years of a subject ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "subject",
    [
        "Phát triển thương mại điện tử đến năm 2025",
        "Phát triển kinh tế số đến năm 2025, định hướng đến năm 2030",
        "PHÁT TRIỂN KINH TẾ SỐ TỪ NĂM 2021 ĐẾN NĂM 2025",
        "Thực hiện Đề án đến hết năm 2025",
    ],
)
def test_a_year_that_ends_a_time_is_no_year_of_the_plan(subject: str) -> None:
    assert not of("KH-NG-06", check(plan(date="2022-03-04", subject=subject, closing="Trên đây là Kế hoạch./.").plan()))


def test_a_time_that_is_over_is_still_told() -> None:
    found = check(plan(subject="Phát triển kinh tế số đến năm 2024", closing="Trên đây là Kế hoạch./.").plan())
    [message] = of("KH-NG-06", found)
    assert "đến 2024" in message


# --- targets beside the parent's ------------------------------------------------------------------------------------


def compared(ours: str, theirs: str) -> Findings:
    child = draft(sections=f"I. NHIỆM VỤ\n- {ours}", parent=province(sections=f"I. NHIỆM VỤ\n- {theirs}")).draft()
    return tuple(one for one in check(child) if one.rule == "KH-CT-03")


def test_a_share_that_became_a_count_cannot_be_compared() -> None:
    [one] = compared(
        "Cấp chữ ký số cá nhân cho 50 người dân trưởng thành.", "Cấp chữ ký số cá nhân cho 50% người dân trưởng thành."
    )
    assert one.severity is Severity.ERROR
    assert '"50 người"' in one.message
    assert '"50%"' in one.message


def test_a_sum_with_another_word_for_its_size_is_told() -> None:
    assert compared(
        "Bố trí 2 tỷ đồng mua sắm thiết bị cho bộ phận một cửa.",
        "Bố trí 2 triệu đồng mua sắm thiết bị cho bộ phận một cửa.",
    )
    assert not compared(
        "Bố trí 200 triệu đồng mua sắm thiết bị cho bộ phận một cửa.",
        "Bố trí 2 tỷ đồng mua sắm thiết bị cho bộ phận một cửa.",
    )


def test_more_often_is_stricter_and_right() -> None:
    rare, often = (
        "Họp tổ công nghệ số cộng đồng hằng quý tại thôn.",
        "Họp tổ công nghệ số cộng đồng hằng tháng tại thôn.",
    )
    assert not compared(often, rare)
    assert compared(rare, often)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tổ chức 02 lớp, 1.200 lượt người, 95,5% hộ", [(2, "lớp"), (1200, "lượt"), (95.5, "%")]),
        ("ngày 10/12/2026, Điều 5, mục 1.2", []),
        ("kinh phí 1,5 tỷ đồng", [(1.5, "tỷ đồng")]),
    ],
)
def test_amounts_are_read_with_their_unit(text: str, shown: list[tuple[float, str]]) -> None:
    assert [(one.value, one.unit) for one in quantities(text)] == shown


@pytest.mark.parametrize(
    ("text", "times"), [("báo cáo hằng năm", [1]), ("01 lớp/quý", [4]), ("định kỳ 6 tháng", [2]), ("năm 2026", [])]
)
def test_how_often_is_read(text: str, times: list[int]) -> None:
    assert [one.a_year for one in periods(text)] == times
