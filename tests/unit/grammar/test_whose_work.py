"""Whose the work is: said after `là`, in brackets behind a task, by another speaker, or with no comma before the body. All sentences are the project's own."""

import pytest

from grammar.test_duties import COMMUNE_2023, found
from kedraft.grammar.due import deadline_of, receiver_of
from kedraft.grammar.openers import may_order, stands_apart
from kedraft.model.plan import Level


def told(sentence: str) -> list[str]:
    return [duty.role.value for duty in found(f"II. NHIỆM VỤ\n1. {sentence}")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Việc đóng cọc bờ ao là việc của UBND các xã, phường.",
        "Đơn vị thực hiện là UBND cấp xã, xong trong tháng 6/2026.",
        "Việc gác cầu phao thuộc trách nhiệm của UBND các xã, phường.",
        "Trách nhiệm chính thuộc về UBND cấp xã.",
        "Việc cần làm trước của UBND các xã, phường là lập sổ giếng.",
        "Trường hợp thiếu thuyền, xã huy động ghe của dân.",
        "Các cấp chính quyền phải giữ kho gạo cứu đói.",
        "Các Chủ tịch UBND xã, phường trực tiếp đi kiểm tra bến đò.",
        "Ban ATGT các xã, phường sơn lại vạch trước cổng chợ.",
        "Thành phố đề nghị các xã, phường đếm lại sạp hàng.",
        "Hà Giang yêu cầu các xã, phường vá lưới chắn đá.",
        "Công điện yêu cầu các xã, phường buộc lại mái tôn nhà kho.",
        "Thường trực Tỉnh ủy đề nghị các xã, phường mở sổ góp ý.",
        "Chi cục Thủy lợi đề nghị UBND các xã, phường khơi rãnh.",
        "Danh sách này UBND các xã, phường niêm yết bảy ngày.",
        "Khi lũ rút UBND các xã, phường dọn bùn ở trường học.",
        "Thời gian tới UBND xã sẽ kiểm tra cân ở chợ.",
        "Tại các điểm cầu cấp xã, phường, Chủ tịch UBND cấp xã chủ trì việc ghi chép.",
        "Nghiêm cấm các xã, phường thu thêm tiền gửi xe.",
        "Xã nào chưa có sổ giếng phải lập trước ngày 10/4/2026.",
        "UBND các xã, phường được yêu cầu gửi mẫu nước.",
        "Vừa chống hạn, vừa gieo mạ, các xã, phường chia máy bơm theo ngày.",
    ],
)
def test_whose_work_it_is(sentence: str) -> None:
    assert told(sentence) == ["lead"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Xác định giữ đình là trách nhiệm của chính quyền cơ sở.",
        "Phòng bệnh là trách nhiệm của các cấp, các ngành và mọi nhà.",
        "Nhiệm vụ của Sở là giúp UBND các xã, phường lập sổ.",
        "Khó khăn lớn của xã là thiếu người.",
        "Sau khi UBND các xã, phường gửi sổ, Sở Nội vụ tổng hợp.",
        "Trong thời gian UBND các xã, phường đếm giếng, Sở Y tế chuẩn bị thuốc.",
        "Mương do tỉnh đào, các xã, phường không phải góp tiền.",
        "Họp với ba bên (Sở Y tế, UBND các xã, phường, chủ chợ).",
        "Tổ chức tập huấn cho các cơ quan (Sở Y tế, UBND các xã, phường).",
        "Nâng cấp trạm bơm (Sở Xây dựng, Ban Quản lý dự án).",
        "Mùa mưa này, các xã, phường ven sông bị ngập sâu.",
        "Không xã, phường nào được bỏ sót trong sổ.",
    ],
)
def test_views_places_and_the_spared_bind_nobody(sentence: str) -> None:
    assert told(sentence) == []


def test_bodies_in_brackets_behind_a_task_are_to_do_it() -> None:
    assert told("Khơi thông cửa cống (Chi cục Chăn nuôi và Thú y, UBND các xã, phường).") == ["all"]
    assert told("Dọn bãi biển sau bão (UBND các xã, phường; Đoàn Thanh niên).") == ["lead"]


def test_a_colon_after_the_kind_of_bodies_only_begins_the_list() -> None:
    assert told("UBND tỉnh yêu cầu các Sở: Tư pháp, Xây dựng, UBND các xã, phường kiểm tra bến đò.") == ["all"]
    partner = "Sở Y tế chủ trì, phối hợp với các đơn vị: Công an tỉnh, UBND các xã, phường khám cho dân vạn chài."
    assert told(partner) == ["partner"]


def test_a_province_is_told_what_to_have_communes_do() -> None:
    text = "III. THỰC HIỆN\n1. Ủy ban nhân dân các tỉnh, thành phố\n- {}\n- Bố trí kinh phí."
    listed = text.format("Chỉ đạo Ủy ban nhân dân cấp xã: giữ kho muối; đếm ghe.")
    assert [duty.role.value for duty in found(listed, level=Level.CENTRAL)] == ["lead"]
    handed_on = text.format("Chỉ đạo Ủy ban nhân dân cấp xã giữ kho muối.")
    assert found(handed_on, level=Level.CENTRAL) == ()


def test_the_board_of_a_district_is_told_what_its_committee_is_told() -> None:
    text = "II. NHIỆM VỤ\n1. Ban Chỉ đạo tỉnh đề nghị Ban Chỉ đạo các huyện, thị xã kiểm kê phao cứu sinh."
    assert [duty.role.value for duty in found(text, COMMUNE_2023, on="2023-03-01")] == ["lead"]


def test_an_order_that_names_nobody_goes_on_with_the_one_before_but_not_to_another_body() -> None:
    order = "Giao UBND các xã, phường đếm giếng. "
    assert len(told(order + "Yêu cầu gửi số liệu về Sở Y tế trước ngày 5/5/2026.")) == 2
    assert len(told(order + "Đồng thời đề nghị Công ty Điện lực bảo đảm điện cho trạm bơm.")) == 1


def test_a_year_gone_by_is_no_deadline() -> None:
    (duty,) = found("II. NHIỆM VỤ\n1. Nhà sàn dựng trước năm 2010 giao UBND các xã, phường ghi vào sổ.")
    assert duty.deadline is None
    assert deadline_of("Nhà sàn dựng trước năm 2010.", 2026) is None
    assert deadline_of("Dựng lại nhà sàn trước năm 2027.", 2026) == "trước năm 2027"


def test_receivers_behind_hasty_words_and_not_behind_works() -> None:
    assert receiver_of("Trước 16 giờ báo cáo nhanh Trung tâm Y tế huyện.") == "Trung tâm Y tế huyện"
    assert receiver_of("Báo cáo Sở Y tế ngay trong ngày.") == "Sở Y tế"
    assert receiver_of("Rà soát công trình; phối hợp với UBND các huyện lập phương án.") is None


def test_who_may_order_and_what_stands_apart() -> None:
    assert may_order("Hà Nội")
    assert may_order("Kế hoạch này")
    assert not may_order("Người dân Ba Sơn")
    assert stands_apart("Số tiền này ")
    assert not stands_apart("Sau khi ")
    assert not stands_apart("Nâng cao hiểu biết này ")
