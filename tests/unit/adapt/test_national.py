"""Texts of central bodies: the country becomes the unit, ministries that act and provinces that are told are asked."""

import pytest

from .conftest import adapted

MINISTRY = "Bộ Y tế"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kiểm soát dịch bệnh trên phạm vi cả nước.", "Kiểm soát dịch bệnh trên địa bàn xã."),
        ("Nâng cao nhận thức của người dân trong toàn quốc.", "Nâng cao nhận thức của người dân trên địa bàn xã."),
        ("Cả nước có ít nhất 10 mô hình.", "Toàn xã có ít nhất 10 mô hình."),
        ("Tỷ số giới tính khi sinh của cả nước giảm.", "Tỷ số giới tính khi sinh của xã giảm."),
        ("Người dân cả nước hưởng ứng.", "Người dân trên địa bàn xã hưởng ứng."),
        ("Kiện toàn Ban Chỉ đạo các cấp từ Trung ương đến cơ sở.", "Kiện toàn Ban Chỉ đạo cấp xã."),
        ("Triển khai đồng bộ từ Trung ương đến cơ sở.", "Triển khai đồng bộ từ xã đến thôn."),
        (
            "Các bộ, ngành, địa phương tổ chức thực hiện nghiêm túc.",
            "Các phòng, ban, đơn vị thuộc xã, các thôn tổ chức thực hiện nghiêm túc.",
        ),
        (
            "Đưa mục tiêu dân số vào kế hoạch phát triển của các bộ, ngành, địa phương.",
            "Đưa mục tiêu dân số vào kế hoạch phát triển của xã.",
        ),
    ],
)
def test_the_country_becomes_the_commune(before: str, after: str) -> None:
    assert adapted(before, "xã 2026", MINISTRY).text.text == after


@pytest.mark.parametrize(
    "words",
    [
        "Giảm so với mức bình quân của cả nước.",
        "Động viên cử tri cả nước nói chung tham gia.",
        "Cơ sở dữ liệu dùng chung trên toàn quốc.",
        "Theo hướng dẫn của các bộ, ngành.",
        "Học tập kinh nghiệm của các tỉnh lân cận.",
    ],
)
def test_what_is_the_country_s_stays(words: str) -> None:
    assert adapted(words, "xã 2026", MINISTRY).text.text == words


def test_a_province_hands_on_to_its_departments_and_communes() -> None:
    got = adapted("Các bộ, cơ quan ngang bộ và Ủy ban nhân dân các tỉnh, thành phố phối hợp.", "huyện 2023", MINISTRY)
    assert got.text.text == "Các phòng, ban, ngành huyện và UBND các xã, thị trấn phối hợp."


@pytest.mark.parametrize(
    ("words", "span", "rule"),
    [
        ("63/63 tỉnh, thành phố ban hành kế hoạch.", "63/63 tỉnh, thành phố", "KH-CA-01"),
        ("UBND các tỉnh, thành phố trực thuộc Trung ương bố trí kinh phí.", None, "KH-CA-01"),
        ("Bảo đảm phối hợp giữa Trung ương và địa phương.", "giữa Trung ương và địa phương", "KH-CA-01"),
        ("Bộ Y tế thành lập đoàn kiểm tra.", "Bộ Y tế", "KH-CA-02"),
        ("Cục Chăn nuôi và Thú y xây dựng bản đồ dịch tễ.", "Cục Chăn nuôi và Thú y", "KH-CA-02"),
    ],
)
def test_provinces_and_ministries_are_asked(words: str, span: str | None, rule: str) -> None:
    got = adapted(words, "xã 2026", MINISTRY)
    assert got.text.text == words
    assert [(ask.rule, ask.span) for ask in got.asks] == [(rule, span or words.split(" bố trí")[0])]


def test_a_province_s_text_keeps_the_country() -> None:
    words = "Góp phần ổn định thị trường trên phạm vi cả nước."
    assert adapted(words, "xã 2026").text.text == words
