"""What may stand before the body that a sentence tells to act, and what may not. Every sentence here is the project's own."""

import pytest

from grammar.test_duties import found
from kedraft.grammar.due import deadline_of, receiver_of
from kedraft.grammar.openers import may_order, opens


def told(sentence: str) -> list[str]:
    return [duty.role.value for duty in found(f"II. NHIỆM VỤ\n1. {sentence}")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mặt khác, UBND các xã, phường đếm lại số ghe chưa có phao.",
        "Qua ba vụ lúa, các xã, phường rút ra cách ngăn chuột của mình.",
        "Nhất là UBND các xã, phường thiết lập trạm rửa xe chở bùn.",
        "Sở Xây dựng cấp cọc tiêu, còn UBND cấp xã cắm dọc bờ ao.",
        "Phó Chủ tịch UBND tỉnh giao UBND các xã, phường hoàn tất sổ ghi giếng.",
        "Lãnh đạo UBND tỉnh yêu cầu các xã, phường kiểm đếm lồng bè.",
        "Thống nhất giao UBND các xã, phường giữ chìa khóa nhà kho.",
        "Công việc đào mương giao UBND các xã, phường làm trong tháng 5/2026.",
        "Sở Y tế đề nghị các xã, phường hoàn thiện sổ tiêm chủng.",
        "Chủ đầu tư cấp xã giải ngân xong trước ngày 20/12/2026.",
        "Ủy ban bầu cử cấp xã niêm yết danh sách.",
        "Trách nhiệm các địa phương: vớt bèo, nạo vét cửa cống.",
        "Lưới cũ của ba trạm giao UBND cấp xã vá lại.",
        "Hạt giống do xã mua, gửi hóa đơn trước ngày 15/6/2026.",
        "Sở giữ tem; đối với phường, xã thì phát tem cho hộ bán cá.",
    ],
)
def test_a_body_behind_any_opening_is_told_to_act(sentence: str) -> None:
    assert told(sentence) == ["lead"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Đình làng, bến đò, các xã ven sông: dán tờ rơi bằng hai thứ tiếng.",
        "Chỉ tiêu: tỉnh giao cho mỗi xã, phường từ 300 đến 900 gốc tre.",
        "Sở Xây dựng sơn vạch rồi bàn giao phường, xã giữ gìn.",
        "Vốn hỗ trợ lúa giống giao cho các xã làm chủ đầu tư.",
        "Sở Y tế theo dõi, đôn đốc, đề nghị các xã, phường hoàn thiện sổ.",
    ],
)
def test_places_shares_and_what_a_department_does_bind_nobody(sentence: str) -> None:
    assert told(sentence) == []


def test_a_circumstance_names_no_body_and_no_task() -> None:
    assert opens("Qua ba vụ lúa, ")
    assert not opens("Nâng cao hiểu biết của cán bộ, ")
    assert not opens("Đình làng, bến đò, ")


def test_only_the_parent_or_a_department_that_asks_gives_orders() -> None:
    assert may_order("Phó Chủ tịch UBND tỉnh")
    assert may_order("Sở LĐ-TB-XH")
    assert not may_order("Tham mưu UBND tỉnh")
    assert not may_order("Người dân")


@pytest.mark.parametrize(
    ("who", "orders"),
    [
        ("Giám đốc Sở Y tế", True),
        ("Đoàn kiểm tra số 2", True),
        ("Văn bản số 12/UBND-NC của UBND tỉnh", True),
        ("Trong mùa khô, Ngân hàng Chính sách xã hội tỉnh", True),
        ("Lãnh đạo tỉnh tiếp tục", True),
        ("Cơ quan thường trực", True),
        ("Chi cục Thủy lợi", True),
        ("Rà soát,", False),
        ("Các hộ nuôi cá", False),
        ("Đơn vị tư vấn lập hồ sơ", False),
    ],
)
def test_whoever_asks_and_does_nothing_else_orders(who: str, orders: bool) -> None:
    assert may_order(who) is orders


def test_a_heading_of_shares_given_out_is_no_aim() -> None:
    assert [duty.role.value for duty in found("II. GIAO CHỈ TIÊU\n1. UBND các xã, phường chia đều cho từng thôn.")]


def test_a_day_with_a_hyphen_and_a_receiver_in_writing() -> None:
    assert deadline_of("Hoàn tất việc đếm trước ngày 30-8.") == "trước ngày 30-8"
    assert deadline_of("Đợt đo định kỳ năm 2022 đúng quy trình.") is None
    assert receiver_of("Báo cáo Sở Nội vụ bằng văn bản trước ngày 3/5.") == "Sở Nội vụ"
