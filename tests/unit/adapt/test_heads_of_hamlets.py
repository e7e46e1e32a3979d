"""Heads of hamlets keep their title whatever falls out of the list; the police of a commune do not direct themselves."""

import pytest

from .conftest import adapted


@pytest.mark.parametrize(
    ("text", "to", "want"),
    [
        ("Giao trưởng thôn, khối trưởng, tổ tự quản nhắc nhở.", "xã 2026", "Giao trưởng thôn, tổ tự quản nhắc nhở."),
        (
            "Giao trưởng thôn, khối trưởng, tổ tự quản nhắc nhở.",
            "phường 2026",
            "Giao khối trưởng, tổ tự quản nhắc nhở.",
        ),
        ("Khối trưởng, trưởng thôn lập danh sách.", "xã 2026", "Trưởng thôn lập danh sách."),
        ("Người dân báo trưởng khóm, ấp.", "xã 2026", "Người dân báo trưởng ấp."),
        ("Trưởng các khu phố, thôn lập danh sách.", "xã 2026", "Trưởng các thôn lập danh sách."),
        ("Trưởng thôn, tổ dân phố lập danh sách.", "phường 2026", "Tổ trưởng tổ dân phố lập danh sách."),
    ],
)
def test_a_head_stays_a_head(text: str, to: str, want: str) -> None:
    assert adapted(text, to).text.text == want


@pytest.mark.parametrize("branch", ["Công an cấp xã", "Công an các xã, phường"])
def test_the_police_of_a_commune_do_not_direct_themselves(branch: str) -> None:
    got = adapted(f"Công an tỉnh chỉ đạo, hướng dẫn {branch} tuần tra ban đêm.", "xã 2026")
    assert got.text.text == "Công an xã tuần tra ban đêm."


@pytest.mark.parametrize(
    "text",
    [
        "Công an tỉnh chỉ đạo Công an cấp xã, các đội nghiệp vụ tuần tra.",
        "Công an tỉnh chỉ đạo các đội nghiệp vụ, Công an cấp xã tuần tra.",
    ],
)
def test_the_police_beside_others_whom_they_direct_are_asked_about(text: str) -> None:
    assert [ask.span for ask in adapted(text, "xã 2026").asks] == ["Công an cấp xã"]
