"""What a parent says of all units of a level, said of the one that drafts."""

from datetime import date

import pytest

from kedraft.model.locality import Place
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind
from kedraft.proposal.own_words import in_own_words, said_once
from kedraft.proposal.totals import with_blanks

from .test_proposing import BA_SON

WARD = BA_SON.evolve(commune=Place(kind=UnitKind.PHUONG, name="Kỳ Lừa"))
DISTRICT = BA_SON.evolve(
    level=Level.DISTRICT,
    commune=None,
    district=Place(kind=UnitKind.HUYEN, name="Cao Lộc"),
    on=date(2023, 2, 1),
)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("65/65 xã, phường có tổ thu gom; mỗi xã, phường xây dựng ít nhất 02 điểm gom pin.", "Xã có tổ thu gom; xây dựng ít nhất 02 điểm gom pin."),
        ("Mỗi xã trồng 01 hàng rào; mỗi phường trồng 02 bồn hoa.", "Xã trồng 01 hàng rào."),
        ("Hội Nông dân các cấp làm nòng cốt.", "Hội Nông dân xã làm nòng cốt."),
        ("Trực ngày đêm; xã, phường nào để cháy kho thì kiểm điểm.", "Trực ngày đêm; nếu xã để cháy kho thì kiểm điểm."),
        ("Đăng tin trên Cổng Thông tin điện tử tỉnh, trang thông tin điện tử các xã, phường.", "Đăng tin trên trang thông tin điện tử xã."),
        ("Trên 90% nhà có hố ủ; mỗi xã, phường duy trì 01 đội xung kích.", "Trên 90% nhà có hố ủ; xã duy trì 01 đội xung kích."),
        ("100% xã, phường mỗi quý có 02 bài viết.", "Xã mỗi quý có 02 bài viết."),
        ("Phấn đấu 100% các xã, phường treo pa nô.", "Phấn đấu xã treo pa nô."),
        ("100% số hộ ký cam kết với UBND cấp xã.", "100% số hộ ký cam kết với UBND xã."),
        ("Chính quyền các xã, phường và đặc khu lập sổ.", "Chính quyền xã lập sổ."),
        ("100% công chức môi trường cấp tỉnh, cấp xã được học.", "100% công chức môi trường cấp xã được học."),
        ("Kiểm tra 9.000 lượt hộ, trong đó cấp tỉnh 1.000 lượt, cấp xã 8.000 lượt.", "Kiểm tra 9.000 lượt hộ."),
        ("Tỷ lệ đúng hạn cấp tỉnh đạt 98%, cấp xã đạt 95%.", "Tỷ lệ đúng hạn cấp xã đạt 95%."),
        ("Đăng tin trên Báo Lạng Sơn, Cổng Thông tin điện tử tỉnh và hệ thống truyền thanh cơ sở.", "Đăng tin trên hệ thống truyền thanh cơ sở."),
        ("Đặt biển cấm tại hồ Nà Tâm, hồ Phai Loạn và các ao, mương khác.", "Đặt biển cấm tại các ao, mương khác."),
        ("Tỷ lệ thu gom tại thị trấn Cao Lộc đạt 95%, tại các xã đạt 85%.", "Tỷ lệ thu gom đạt 85%."),
        (
            "Tổ chức Lễ ra quân nhặt rác cấp tỉnh tại phường Đông Kinh; các xã, phường tổ chức ra quân trong tháng 3.",
            "Tổ chức lễ ra quân nhặt rác trong tháng 3.",
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_all_units_is_said_of_ours(theirs: str, ours: str) -> None:
    assert in_own_words(theirs, BA_SON) == ours


@pytest.mark.parametrize(
    "text",
    [
        "25/65 xã, phường đạt chuẩn sạch rác.",
        "Kiểm tra tại 10 xã, phường.",
        "Các xã thuộc vùng hồ làm trước.",
        "Phát triển kinh tế - xã hội, thành phố Lạng Sơn (cũ) làm điểm.",
    ],
)
def test_what_may_be_others_stays_as_it_is(text: str) -> None:
    assert in_own_words(text, BA_SON) == text


def test_of_what_each_kind_must_do_only_our_kind_s_part_stays() -> None:
    said = "Trồng cây ven đường; mỗi phường trồng ít nhất 50 cây, mỗi xã trồng ít nhất 90 cây trước ngày 19/5/2026."
    assert in_own_words(said, WARD) == "Trồng cây ven đường; trồng ít nhất 50 cây trước ngày 19/5/2026."
    assert in_own_words(said, BA_SON) == "Trồng cây ven đường; trồng ít nhất 90 cây trước ngày 19/5/2026."


def test_a_district_speaks_of_itself_and_of_the_level_below() -> None:
    rates = "Hồ sơ đúng hạn cấp tỉnh đạt 98%, cấp huyện đạt 97%, cấp xã đạt 96%."
    assert in_own_words(rates, DISTRICT) == "Hồ sơ đúng hạn cấp huyện đạt 97%, cấp xã đạt 96%."
    power = "Phân cấp giữa UBND huyện với UBND cấp huyện."
    assert in_own_words(power, DISTRICT) == "Phân cấp giữa UBND huyện với UBND cấp xã."


def test_a_body_that_stands_twice_after_a_change_of_level_stands_once() -> None:
    said = "Nâng cấp Bộ phận Một cửa liên thông huyện, Bộ phận Một cửa liên thông cấp huyện, cấp xã."
    assert said_once(said) == "Nâng cấp Bộ phận Một cửa liên thông cấp huyện, cấp xã."


def test_what_each_unit_must_have_is_no_total_even_behind_a_blank() -> None:
    said = "Tổ chức 20 cuộc diễn tập; mỗi xã, phường cử 100 người trực; mua từ 70 đến 150 người nộm."
    blank = "Tổ chức [điền số của xã] cuộc diễn tập; mỗi xã, phường cử 100 người trực; mua từ 70 đến 150 người nộm."
    assert with_blanks(said, BA_SON).text == blank
