"""Who issued a document, and where its title ends: the clause after it speaks of the own unit again."""

import pytest

from .conftest import adapted

#: What stands before the clause that is the own unit's.
BASES = [
    "Bám sát Nghị quyết số 9-NQ/TW ngày 05/01/2026 của Bộ Chính trị",
    "Thực hiện Công văn số 31/SYT-NVY ngày 07/01/2026 của Sở Y tế",
    "Căn cứ Kế hoạch số 4/KH-UBND ngày 08/01/2026 của UBND tỉnh về trồng cây xanh",
    "Theo Chương trình hành động số 6-CTr/TU của Tỉnh ủy",
]


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize(
    ("clause", "own"),
    [
        ("Ban Thường vụ Tỉnh ủy ban hành kế hoạch học tập.", "Ban Thường vụ Đảng ủy xã ban hành kế hoạch học tập."),
        ("Hội Nông dân tỉnh phát động thi đua.", "Hội Nông dân xã phát động thi đua."),
        ("Sở Nội vụ phối hợp với Công an tỉnh kiểm tra.", "Phòng Văn hóa - Xã hội phối hợp với Công an xã kiểm tra."),
        ("Ban Chỉ đạo tỉnh phân công thành viên.", "Ban Chỉ đạo xã phân công thành viên."),
    ],
)
def test_the_clause_after_a_citation_is_the_own_units(basis: str, clause: str, own: str) -> None:
    assert adapted(f"{basis}, {clause}", "xã 2026").text.text == f"{basis}, {own}"


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh ban hành Quyết định số 71/QĐ-UBND ngày 09/01/2026 về mức thưởng.",
        "Chủ tịch UBND tỉnh vừa ký ban hành Công điện số 2/CĐ-UBND ngày 10/01/2026 về việc chủ động, tập trung chống rét trên địa bàn tỉnh.",
        "Ban Chỉ đạo phòng, chống hạn tỉnh mới ban hành văn bản số 8/BCĐ-VP.",
        "Quy chế số 5/QC-SYT ngày 02/01/2026 về phối hợp giữa Sở Y tế, Công an tỉnh kiểm tra bếp ăn.",
        "Quyết định số 6/QĐ-UBND ngày 02/01/2026 của UBND tỉnh về việc giao Sở Y tế, Sở Nội vụ tiếp tục quản lý quỹ.",
        "Học tập Nghị quyết Đại hội IX Đảng bộ tỉnh.",
    ],
)
def test_who_issued_a_document_with_a_number_stays(text: str) -> None:
    assert adapted(text, "xã 2026").text.text == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Triển khai Chương trình trồng rừng tỉnh Lạng Sơn đến năm 2030, UBND tỉnh ban hành Kế hoạch như sau:",
         "Triển khai Chương trình trồng rừng tỉnh Lạng Sơn đến năm 2030, UBND xã ban hành Kế hoạch như sau:"),
        ("Ban Chỉ đạo trồng rừng tỉnh ban hành Kế hoạch hoạt động của Ban Chỉ đạo tỉnh như sau:",
         "Ban Chỉ đạo trồng rừng xã ban hành Kế hoạch hoạt động của Ban Chỉ đạo xã như sau:"),
        ("Chịu sự lãnh đạo của Tỉnh ủy, sự giám sát của HĐND tỉnh.", "Chịu sự lãnh đạo của Tỉnh ủy, sự giám sát của HĐND xã."),
        ("Theo dõi việc thực hiện của các sở, ban, ngành.", "Theo dõi việc thực hiện của các phòng, ban, đơn vị thuộc xã."),
    ],
)  # fmt: skip
def test_the_plan_at_hand_is_the_own_units(before: str, after: str) -> None:
    once = adapted(before, "xã 2026").text.text
    assert once == after
    assert not adapted(once, "xã 2026").changes
