"""Communes that the source names one by one: their bodies are asked about, the target's own is not."""

import pytest

from .conftest import adapted


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Giao UBND xã Cao Lộc thí điểm thư viện.", ["UBND xã Cao Lộc"]),
        ("Giao UBND xã Cao Lộc, UBND phường Kỳ Lừa và UBND P. Đông Kinh trồng cây.",
         ["UBND xã Cao Lộc, UBND phường Kỳ Lừa và UBND P. Đông Kinh"]),
        ("Chủ tịch UBND phường Kỳ Lừa tiếp công dân.", ["Chủ tịch UBND phường Kỳ Lừa"]),
        ("Ủy ban nhân dân xã Cao Lộc báo cáo; Công an phường Kỳ Lừa tuần tra.",
         ["Ủy ban nhân dân xã Cao Lộc", "Công an phường Kỳ Lừa"]),
    ],
)  # fmt: skip
def test_a_body_of_another_commune_is_asked(text: str, asked: list[str]) -> None:
    got = adapted(text, "xã 2026")
    assert got.text.text == text
    assert [ask.span for ask in got.asks] == asked


@pytest.mark.parametrize("text", ["UBND xã Ba Sơn tổ chức.", "Công an xã Ba Sơn và UBND xã phối hợp."])
def test_the_own_body_is_not(text: str) -> None:
    assert not adapted(text, "xã 2026").asks


def test_a_district_knows_its_communes() -> None:
    assert not adapted("Giao UBND xã Hợp Thành sửa chợ.", "huyện 2023").asks
