"""`các địa phương`: below a commune there are only hamlets."""

import pytest

from .conftest import adapted


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ("Phù hợp với điều kiện của từng địa phương.", "xã 2026", "Phù hợp với điều kiện của từng thôn."),
        ("Từng địa phương, từng cơ sở phải chủ động.", "phường 2026", "Từng tổ dân phố, từng cơ sở phải chủ động."),
        ("Tổ chức ngày hội tại các địa phương.", "xã 2023", "Tổ chức ngày hội tại các thôn."),
        ("Hướng dẫn, kiểm tra các địa phương thực hiện.", "xã 2026", "Hướng dẫn, kiểm tra các thôn thực hiện."),
        ("Các cơ quan, đơn vị, địa phương phối hợp.", "xã 2026", "Các cơ quan, đơn vị, các thôn phối hợp."),
        ("100% cơ quan, đơn vị, địa phương dùng chữ ký số.", "xã 2026", "100% cơ quan, đơn vị dùng chữ ký số."),
        ("Của từng địa phương.", "đặc khu 2026", "Của từng thôn, tổ dân phố."),
    ],
)
def test_groups_of_places_become_hamlets(before: str, to: str, after: str) -> None:
    got = adapted(before, to, "tỉnh Lâm Đồng" if to == "đặc khu 2026" else "tỉnh Lạng Sơn")
    assert got.text.text == after
    assert got.asks == ()


def test_places_that_act_are_asked_for_the_commune_is_one_of_them() -> None:
    got = adapted("Các địa phương chủ động bố trí kinh phí.", "xã 2026")
    assert got.text.text == "Các địa phương chủ động bố trí kinh phí."
    assert [ask.span for ask in got.asks] == ["Các địa phương"]


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("Phối hợp giữa các địa phương.", "xã 2026"),
        ("Học tập kinh nghiệm của các địa phương khác.", "xã 2026"),
        ("Phù hợp với tình hình của địa phương.", "xã 2026"),
        ("Phù hợp với điều kiện của từng địa phương.", "huyện 2023"),
    ],
)
def test_other_people_s_places_and_those_of_a_district_stay(words: str, to: str) -> None:
    got = adapted(words, to)
    assert (got.text.text, got.asks) == (words, ())


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ("Vận động Nhân dân các thôn, xóm đóng góp.", "phường 2026", "Vận động Nhân dân các tổ dân phố đóng góp."),
        ("Phổ biến đến từng ấp, khóm, khu phố.", "xã 2026", "Phổ biến đến từng ấp."),
        ("Trạm Y tế xã, phường trực cấp cứu.", "phường 2026", "Trạm Y tế phường trực cấp cứu."),
        ("Nâng cấp đài truyền thanh xã.", "thị trấn 2023", "Nâng cấp đài truyền thanh thị trấn."),
        ("UBND cấp xã lập danh sách.", "phường 2026", "UBND phường lập danh sách."),
        (
            "Các cơ quan chuyên môn thuộc UBND tỉnh, UBND cấp xã.",
            "xã 2026",
            "Các phòng chuyên môn thuộc UBND xã.",
        ),
        ("Rà soát văn bản quy phạm pháp luật do UBND tỉnh ban hành.", "xã 2026", "Rà soát văn bản quy phạm pháp luật do UBND xã ban hành."),
        ("Cấm biển khi có lệnh của UBND tỉnh.", "xã 2026", "Cấm biển khi có lệnh của UBND tỉnh."),
    ],
)  # fmt: skip
def test_what_every_commune_has_is_the_commune_s_own(before: str, to: str, after: str) -> None:
    assert adapted(before, to).text.text == after


def test_work_between_the_province_and_the_commune_is_asked() -> None:
    got = adapted("Phân cấp giữa UBND tỉnh và UBND cấp xã.", "xã 2026")
    assert "UBND cấp xã" in got.text.text
    assert [ask.span for ask in got.asks] == ["UBND cấp xã"]
