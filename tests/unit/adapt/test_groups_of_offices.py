"""Offices as groups, their heads, and bodies that stand beside them."""

import pytest

from .conftest import adapted

GROUPS = [
    ("Giám đốc các Sở, Thủ trưởng các ban, ngành, đoàn thể tỉnh thi hành.", "xã 2026", "Thủ trưởng các phòng, ban, ngành, đoàn thể xã thi hành."),
    ("Giám đốc các sở; Thủ trưởng các Ban, Ngành tỉnh thi hành.", "huyện 2023", "Thủ trưởng các phòng, ban, ngành huyện thi hành."),
    ("Giám đốc Sở, Thủ trưởng ban, ngành tỉnh thi hành.", "xã 2023", "Thủ trưởng các ban, ngành, đoàn thể xã thi hành."),
    ("Giám đốc, Thủ trưởng các sở, ban, ngành trực tiếp chỉ đạo.", "phường 2026", "Thủ trưởng các phòng, ban, đơn vị thuộc phường trực tiếp chỉ đạo."),
    ("Giám đốc các sở, ban, ngành đôn đốc.", "xã 2026", "Thủ trưởng các phòng, ban, đơn vị thuộc xã đôn đốc."),
    ("Các Sở, Ban, Ngành tỉnh rà soát.", "xã 2026", "Các phòng, ban, đơn vị thuộc xã rà soát."),
    ("Các sở, ngành chuyên môn rà soát.", "xã 2026", "Các phòng chuyên môn thuộc UBND xã rà soát."),
    ("Các sở, ban, ngành, đơn vị trực thuộc UBND tỉnh rà soát.", "xã 2026", "Các phòng, ban, đơn vị thuộc xã rà soát."),
    ("Các sở, ban, ngành trên địa bàn tỉnh rà soát.", "xã 2026", "Các phòng, ban, đơn vị trên địa bàn xã rà soát."),
    ("Các cơ quan, đơn vị, địa phương liên quan rà soát.", "xã 2026", "Các cơ quan, đơn vị, thôn liên quan rà soát."),
    ("UBND các huyện, thành, thị rà soát.", "huyện 2023", "UBND các xã, thị trấn rà soát."),
    ("Ban Chỉ đạo chống COVID-19 các huyện, thị xã, thành phố rà soát.", "huyện 2023", "Ban Chỉ đạo chống COVID-19 các xã, thị trấn rà soát."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "to", "after"), GROUPS)
def test_groups_become_the_own_ones(before: str, to: str, after: str) -> None:
    got = adapted(before, to)
    assert (got.text.text, got.asks) == (after, ())
    assert not adapted(after, to).changes


def test_a_body_that_begins_like_the_last_of_a_group_is_none_of_it() -> None:
    got = adapted("Phối hợp với các sở, Ban An toàn giao thông tỉnh kiểm tra.", "xã 2026")
    assert got.text.text == "Phối hợp với các sở, Ban An toàn giao thông tỉnh kiểm tra."
    assert [ask.span for ask in got.asks] == ["các sở", "Ban An toàn giao thông tỉnh"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Sở An toàn thực phẩm và UBND các xã, phường kiểm tra.", "Sở An toàn thực phẩm"),
        ("Chi cục Chăn nuôi và Thú y tỉnh và Công an tỉnh kiểm tra.", "Chi cục Chăn nuôi và Thú y tỉnh"),
        ("Sở Y tế, Ban Quản lý Khu kinh tế kiểm tra.", "Ban Quản lý Khu kinh tế"),
        ("Liên minh Hợp tác xã tỉnh, Sở Y tế, Sở Nội vụ kiểm tra.", "Liên minh Hợp tác xã tỉnh"),
    ],
)
def test_a_body_that_no_row_names_is_asked_in_any_list(text: str, span: str) -> None:
    got = adapted(text, "xã 2026")
    assert span in got.text.text
    assert span in [ask.span for ask in got.asks]


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ("Ban chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn tỉnh trực.", "xã 2026", "Ban chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn xã trực."),
        ("Ủy ban bầu cử tỉnh giám sát.", "phường 2026", "Ủy ban bầu cử phường giám sát."),
        ("Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh họp.", "xã 2026", "Ban Chỉ đạo các Chương trình mục tiêu quốc gia xã họp."),
        ("Công chức, người lao động tỉnh và tuổi trẻ tỉnh hưởng ứng.", "xã 2026", "Công chức, người lao động xã và tuổi trẻ xã hưởng ứng."),
        ("Trong quý I, tỉnh tập trung làm đường.", "xã 2026", "Trong quý I, xã tập trung làm đường."),
        ("Công an các xã, phường tuần tra.", "xã 2026", "Công an xã tuần tra."),
        ("Phát động từ tỉnh đến các xã, phường.", "xã 2026", "Phát động từ xã đến thôn."),
        ("Lực lượng quân sự tỉnh huấn luyện.", "xã 2026", "Lực lượng quân sự xã huấn luyện."),
        ("Phòng Văn hóa - Xã hội tham mưu UBND xã, phường.", "xã 2026", "Phòng Văn hóa - Xã hội tham mưu UBND xã."),
        ("- Sở Văn hóa, Thể thao và Du lịch: Chủ trì, phối hợp Sở Nội vụ rà soát.", "xã 2026", "- Phòng Văn hóa - Xã hội: Chủ trì rà soát."),
    ],
)  # fmt: skip
def test_bodies_and_people_of_the_unit(before: str, to: str, after: str) -> None:
    once = adapted(before, to).text.text
    assert once == after
    assert not adapted(once, to).changes


@pytest.mark.parametrize(
    ("text", "to", "span"),
    [
        ("UBND các xã, phường chỉ đạo các trường học.", "xã 2026", "UBND các xã, phường"),
        ("Bàn giao cho các xã, phường mới.", "xã 2026", "các xã, phường"),
        (
            "Phối hợp với UBND các xã, thị trấn chỉ đạo các xã, phường, thị trấn.",
            "huyện 2023",
            "các xã, phường, thị trấn",
        ),
        ("Mô hình chính quyền hai cấp của tỉnh.", "xã 2026", "tỉnh"),
        ("Yêu cầu Sở Nội vụ lập tổ công tác của sở.", "xã 2026", "sở"),
        ("Từ ngân sách cấp tỉnh, cấp xã.", "xã 2026", "ngân sách cấp tỉnh, cấp xã"),
    ],
)
def test_what_makes_no_sense_one_level_down_is_asked(text: str, to: str, span: str) -> None:
    got = adapted(text, to)
    assert span in got.text.text
    assert span in [ask.span for ask in got.asks]
