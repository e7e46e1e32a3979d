"""The officials at the head of offices, one by one and in lists."""

import pytest

from .conftest import adapted

HEADS = [
    ("Giám đốc Sở Tư pháp ký ban hành.", "xã 2026", "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã ký ban hành."),
    ("Phó Giám đốc Sở Tài chính dự họp.", "xã 2026", "Phó Trưởng phòng Kinh tế dự họp."),
    ("Trưởng ban Ban Dân tộc tỉnh dự họp.", "huyện 2023", "Trưởng phòng Dân tộc dự họp."),
    ("Giám đốc Công an tỉnh chỉ đạo trực.", "xã 2026", "Trưởng Công an xã chỉ đạo trực."),
    ("Chánh Văn phòng UBND tỉnh đôn đốc.", "xã 2026", "Chánh Văn phòng HĐND và UBND xã đôn đốc."),
    ("Giám đốc các Sở: Y tế, Nội vụ, Tài chính thi hành.", "xã 2026", "Trưởng phòng Văn hóa - Xã hội và Trưởng phòng Kinh tế thi hành."),
    ("Giám đốc các Sở: Y tế, Tài chính thi hành.", "huyện 2023", "Trưởng phòng Y tế và Trưởng phòng Tài chính - Kế hoạch thi hành."),
    ("Giám đốc các Sở: Y tế, Tài chính thi hành.", "xã 2023", "Trưởng Trạm Y tế xã và công chức Tài chính - Kế toán thi hành."),
    ("Chánh Văn phòng UBND tỉnh, Giám đốc các Sở: Tư pháp, Y tế thi hành.", "xã 2026",
     "Chánh Văn phòng HĐND và UBND xã, Trưởng phòng Văn hóa - Xã hội thi hành."),
    ("Giám đốc các Sở: Nội vụ, Tài chính; Chủ tịch UBND các xã, phường thi hành.", "xã 2026",
     "Trưởng phòng Văn hóa - Xã hội và Trưởng phòng Kinh tế; Trưởng các thôn thi hành."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "to", "after"), HEADS)
def test_the_head_bears_the_title_of_the_own_office(before: str, to: str, after: str) -> None:
    once = adapted(before, to).text.text
    assert once == after
    assert not adapted(once, to).changes


@pytest.mark.parametrize("text", ["Đảng ủy Công an tỉnh lãnh đạo.", "Chi bộ Sở Nội vụ sinh hoạt chuyên đề."])
def test_the_partys_organisation_inside_a_body_is_asked(text: str) -> None:
    got = adapted(text, "xã 2026")
    assert got.text.text == text
    assert [ask.rule for ask in got.asks] == ["KH-CH-01"]


def test_the_partys_departments_as_a_group_are_the_own_committees() -> None:
    got = adapted("Đề nghị các ban Đảng Tỉnh ủy phối hợp.", "xã 2026")
    assert got.text.text == "Đề nghị các cơ quan tham mưu, giúp việc Đảng ủy xã phối hợp."


def test_the_partys_organisation_of_the_army_is_asked() -> None:
    got = adapted("Đảng ủy Quân sự tỉnh lãnh đạo.", "xã 2026")
    assert got.text.text == "Đảng ủy Quân sự tỉnh lãnh đạo."
    assert len(got.asks) == 1
