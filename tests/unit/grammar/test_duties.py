"""Duties: what binds the level that drafts, told from what only speaks of it. Every sentence here is the project's own."""

from datetime import date
from pathlib import Path

import pytest

from kedraft.grammar.duties import Duty, deadline_of, duties, receiver_of
from kedraft.grammar.items import items_from_text
from kedraft.grammar.numbering import number
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Annex, IssuingBody, Level, Paragraph, PlaceAndDate, Plan
from kedraft.model.unit import UnitKind

_PROVINCE = Place(kind=UnitKind.TINH, name="Lạng Sơn")
_DISTRICT = Place(kind=UnitKind.HUYEN, name="Cao Lộc")
_COMMUNE = Place(kind=UnitKind.XA, name="Ba Sơn")

COMMUNE_2026 = Locality(level=Level.COMMUNE, province=_PROVINCE, commune=_COMMUNE, on=date(2026, 2, 1))
COMMUNE_2023 = Locality(
    level=Level.COMMUNE, province=_PROVINCE, district=_DISTRICT, commune=_COMMUNE, on=date(2023, 5, 1)
)
DISTRICT_2023 = Locality(level=Level.DISTRICT, province=_PROVINCE, district=_DISTRICT, on=date(2023, 5, 1))
PROVINCE_2024 = Locality(level=Level.PROVINCE, province=_PROVINCE, on=date(2024, 3, 1))


def plan(
    text: str,
    *,
    level: Level = Level.PROVINCE,
    on: str = "2026-01-15",
    closing: str = "",
    annex: str = "",
) -> Plan:
    """A parent plan out of text in plan style."""
    annexes = (Annex(id="PL", label="Phụ lục", children=number(items_from_text(annex), parent_id="PL")),)
    return Plan(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", level=level),
        place_and_date=PlaceAndDate(date=on),
        subject="Làm một việc",
        sections=number(items_from_text(text)),
        closing=(Paragraph(text={"text": closing}),) if closing else (),  # type: ignore[arg-type]
        annexes=annexes if annex else (),
    )


def found(text: str, locality: Locality = COMMUNE_2026, **more: str | Level) -> tuple[Duty, ...]:
    return duties(plan(text, **more), locality)  # type: ignore[arg-type]


def roles(sentence: str, locality: Locality = COMMUNE_2026, **more: str | Level) -> list[str]:
    """The roles found for one sentence that stands among a department's tasks."""
    text = f"IV. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- {sentence}"
    return [duty.role.value for duty in found(text, locality, **more)]


ACTING = [
    "Ủy ban nhân dân các xã, phường bố trí địa điểm tiêm chủng trước ngày 20/3/2026.",
    "UBND các xã, phường, đặc khu có trách nhiệm lập danh sách hộ nghèo.",
    "Uỷ ban nhân dân các xã, phường chủ động rà soát đối tượng.",
    "Yêu cầu UBND cấp xã công khai kết quả trên trang thông tin điện tử.",
    "Đề nghị Chủ tịch UBND các xã, phường trực tiếp chỉ đạo việc kiểm tra chợ.",
    "Giao UBND các xã, phường rà soát quỹ đất công.",
    "Căn cứ nội dung Kế hoạch này, UBND các xã, phường xây dựng kế hoạch của địa phương.",
    "Định kỳ hằng quý, UBND các xã, phường báo cáo số liệu về Sở Y tế.",
    "Trước ngày 15 hằng tháng, UBND cấp xã gửi danh sách về Sở Nội vụ.",
    "Mỗi xã, phường thành lập 01 tổ phản ứng nhanh trước ngày 30/4/2026.",
    "Các xã biên giới tổ chức trực ban 24/24 giờ.",
    "Từng xã, phường lập sổ theo dõi và cập nhật hằng tuần.",
    "UBND các xã, phường có di tích niêm yết nội quy tại nơi đông người.",
    "Sở Y tế hướng dẫn chuyên môn; UBND các xã, phường bố trí nhân lực.",
    "Kinh phí mua vật tư do UBND các xã, phường bảo đảm từ ngân sách cấp mình.",
    "Việc dọn vệ sinh do UBND cấp xã chủ trì.",
    "Ủy ban nhân dân tỉnh yêu cầu UBND các xã, phường khẩn trương thực hiện.",
    "Nếu phát hiện ca bệnh, UBND các xã, phường khoanh vùng ngay trong ngày.",
    "Công an các xã, phường lập danh sách người tạm trú.",
    "UBND xã Ba Sơn xây dựng mô hình điểm về chuyển đổi số.",
    "UBND các xã: Ba Sơn, Cao Lâu, Xuất Lễ tổ chức tuần tra đường biên.",
]

TOGETHER = [
    "Các sở, ban, ngành và UBND các xã, phường tổ chức quán triệt Kế hoạch này.",
    "Các cơ quan, đơn vị, địa phương chủ động bố trí kinh phí.",
    "Đề nghị các sở, ban, ngành, các địa phương thực hiện nghiêm túc.",
    "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường chịu trách nhiệm về kết quả.",
    "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị, địa phương phản ánh về Sở Y tế.",
    "Sở Tài chính, Sở Nội vụ và UBND các xã, phường rà soát biên chế.",
]

PARTNERS = [
    "Chủ trì, phối hợp với UBND các xã, phường tổ chức khám sức khỏe cho người cao tuổi.",
    "Phối hợp với Sở Tài chính, Công an tỉnh và UBND các xã, phường rà soát số liệu.",
    "Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch, UBND cấp xã kiểm tra cơ sở lưu trú.",
    "Phối hợp chặt chẽ với các sở, ngành, địa phương triển khai chiến dịch.",
    "Cùng với UBND các xã, phường vận động người dân tham gia.",
    "Chủ trì, phối hợp với các sở, ban, ngành; UBND các xã, phường; các đơn vị liên quan tổ chức hội nghị.",
]

SPOKEN_OF = [
    "Hướng dẫn UBND các xã, phường lập dự toán.",
    "Chỉ đạo, đôn đốc UBND các xã, phường thực hiện nghiêm.",
    "Chủ trì, phối hợp với các sở, ngành liên quan hướng dẫn UBND các xã, phường triển khai.",
    "Tập huấn cho cán bộ, công chức các xã, phường.",
    "Kiểm tra việc thực hiện tại các xã, phường trong tháng 8 năm 2026.",
    "Tuyên truyền đến người dân trên địa bàn các xã, phường.",
    "Tổng hợp báo cáo của UBND các xã, phường, trình Ủy ban nhân dân tỉnh.",
    "Tham mưu Ủy ban nhân dân tỉnh giao chỉ tiêu cho UBND các xã, phường.",
    "Giao chỉ tiêu cụ thể cho từng xã, phường trong tháng 02 năm 2026.",
    "Hỗ trợ UBND các xã, phường trang thiết bị.",
    "100% xã, phường có trạm y tế đạt chuẩn.",
    "Phấn đấu mỗi xã, phường có ít nhất 01 bác sĩ.",
    "Nâng cao năng lực của UBND các xã, phường trong quản lý.",
    "Theo dõi, đôn đốc các địa phương; yêu cầu các địa phương khắc phục tồn tại.",
    "Cấp kinh phí cho UBND cấp xã theo quy định.",
    "Đánh giá mức độ hài lòng đối với UBND các xã, phường.",
    "Các xã, phường đã được công nhận đạt chuẩn gồm 20 đơn vị.",
    "Chỉ đạo Công an các xã, phường tăng cường tuần tra.",
    "Vận động xã hội hóa cho học sinh các xã biên giới.",
    "UBND các huyện, thị xã, thành phố trước đây đã bàn giao hồ sơ.",
    "Công bố danh sách các xã, phường đạt chuẩn.",
    "Gửi tài liệu cho các sở, ban, ngành, UBND các xã, phường trước ngày 10/3/2026.",
    "Tăng cường sự phối hợp giữa các sở, ngành và địa phương.",
    "Tiếp nhận đề nghị của UBND các xã, phường để thẩm định.",
    "UBND các xã: Hồng Phong, Yên Trạch tổ chức tuần tra đường biên.",
    "Phối hợp với các cơ quan báo chí Trung ương, địa phương đưa tin.",
    "Ủy ban nhân dân tỉnh ban hành kế hoạch kiểm tra các xã, phường.",
    "Bồi dưỡng giảng viên nguồn cho cấp xã.",
]


@pytest.mark.parametrize("sentence", ACTING)
def test_a_sentence_in_which_the_commune_acts_is_its_own_duty(sentence: str) -> None:
    assert roles(sentence) == ["lead"]


@pytest.mark.parametrize("sentence", TOGETHER)
def test_a_sentence_that_names_the_commune_after_others_binds_all(sentence: str) -> None:
    assert roles(sentence) == ["all"]


@pytest.mark.parametrize("sentence", PARTNERS)
def test_a_department_that_works_with_communes_makes_them_partners(sentence: str) -> None:
    assert roles(sentence) == ["partner"]


@pytest.mark.parametrize("sentence", SPOKEN_OF)
def test_a_sentence_that_only_speaks_of_communes_binds_nobody(sentence: str) -> None:
    assert roles(sentence) == []
