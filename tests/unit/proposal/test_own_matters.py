"""What stays of the parent's own sections: only what is the commune's matter, in whole sentences, with its own figures."""

import pytest

from kedraft.model.locality import Place
from kedraft.model.proposal import Proposal
from kedraft.model.unit import UnitKind
from kedraft.proposal import propose
from kedraft.workspace.yaml_out import dump_proposal

from .test_proposing import BA_SON, province, untouched

DIEN_BIEN = BA_SON.evolve(
    province=Place(kind=UnitKind.TINH, name="Điện Biên"), commune=Place(kind=UnitKind.XA, name="Mường Phăng")
)

TEXT = """
I. MỤC TIÊU
1. Mọi nhà có sọt rác.
II. NHIỆM VỤ
1. {line}
2. Quét dọn đường làng mỗi tuần.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Môi trường
- Hướng dẫn ủ phân từ rác nhà bếp.
2. Ủy ban nhân dân các xã, phường
- Báo cáo kết quả về Sở Nông nghiệp và Môi trường trước ngày 20/11/2026.
"""


def proposed(line: str) -> Proposal:
    return propose(province(TEXT.replace("{line}", line)), "tinh.docx", BA_SON, "2026-02")


def drafted(line: str) -> list[str]:
    """The lines of the draft's second section."""
    parent = province(TEXT.replace("{line}", line))
    draft, _ = untouched(parent, propose(parent, "tinh.docx", BA_SON, "2026-02"))
    return [item.words for item in draft.plan.sections[1].children]


OTHER = "Quét dọn đường làng mỗi tuần."


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("Thu gom rác ven đường; mỗi xã, phường xử lý ít nhất 90% rác tồn.", "Thu gom rác ven đường; xử lý ít nhất 90% rác tồn."),
        ("Tổ chức ra quân tại ít nhất 20 xã, phường có nhiều rác; tập trung vào khu chợ.", "Tổ chức ra quân; tập trung vào khu chợ."),
        ("Điểm rác cháy được báo ngay về Ban Chỉ đạo (Chi cục Bảo vệ môi trường tỉnh) trong 30 phút.", "Điểm rác cháy được báo ngay về Ban Chỉ đạo trong 30 phút."),
        ("Giữ vững số xã, phường sạch rác; không để phát sinh bãi rác mới.", "Không để phát sinh bãi rác mới."),
        ("Chủ tịch Ủy ban nhân dân các xã, phường chịu trách nhiệm nếu để phát sinh bãi rác.", "Chủ tịch Ủy ban nhân dân xã chịu trách nhiệm nếu để phát sinh bãi rác."),
        ("Các xã, phường có tiềm năng du lịch lựa chọn 01 tuyến phố sạch.", "Xã lựa chọn 01 tuyến phố sạch."),
        ("100% túi rác cấp tỉnh, 95% túi rác cấp xã được cân.", "95% túi rác cấp xã được cân."),
        ("Tuyến tỉnh kiểm tra theo quý; tuyến huyện kiểm tra theo tháng; tuyến xã kiểm tra hằng tuần.", "Tuyến xã kiểm tra hằng tuần."),
        ("75% số xã, phường có đội thu gom; thành lập mới 40 câu lạc bộ nhặt rác.", "Thành lập mới [điền số của xã] câu lạc bộ nhặt rác."),
        ("Treo băng rôn ở mọi ngã ba đường; lễ ra quân cấp tỉnh tổ chức tại phường Tam Thanh.", "Treo băng rôn ở mọi ngã ba đường."),
    ],
)  # fmt: skip
def test_only_what_is_not_ours_leaves_a_paragraph(line: str, own: str) -> None:
    assert drafted(line) == [own, OTHER]


@pytest.mark.parametrize(
    "line",
    [
        "Tỷ trọng ngành tái chế đạt 3% GRDP của tỉnh.",
        "Nâng cấp Cơ sở cai nghiện ma túy số 2 thuộc tỉnh; bảo đảm tiếp nhận 900 học viên.",
        "Tham mưu Hội đồng nhân dân tỉnh ban hành nghị quyết về giá thu gom rác.",
        "Quảng bá đồ tái chế tại thị trường Hàn Quốc.",
        "In và cấp phát sọt rác cho các xã, phường.",
        "Xây dựng khu tái chế tại Đồng Đăng.",
        "Phấn đấu 60% số xã có xe chở rác.",
        "Văn phòng Đăng ký đất đai tỉnh đo bãi rác; kết nối bản đồ bãi rác.",
    ],
)
def test_what_only_a_province_does_is_left_out_with_a_reason(line: str) -> None:
    assert drafted(line) == [OTHER]
    section = proposed(line).sections[1]
    assert dict(section.drops)["II.1"]


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("Thu hồi 185.000 bản chụp phiếu rác.", "Thu hồi [điền số của xã] bản chụp phiếu rác."),
        ("Đón 2 triệu lượt khách, trong đó 5 triệu lượt khách quen.", "Đón [điền số của xã] lượt khách, trong đó [điền số của xã] lượt khách quen."),
        ("Làm 10 sản phẩm tái chế, 05 điểm đổi rác.", "Làm [điền số của xã] sản phẩm tái chế, [điền số của xã] điểm đổi rác."),
        ("Tổ chức 120 sự kiện nhặt rác.", "Tổ chức [điền số của xã] sự kiện nhặt rác."),
    ],
)  # fmt: skip
def test_totals_of_anything_leave_a_blank(line: str, own: str) -> None:
    assert drafted(line) == [own, OTHER]


@pytest.mark.parametrize(
    "line",
    [
        "Thi đua 150 ngày làm sạch đường.",
        "Gọi tổng đài 111 trẻ em khi thấy bãi rác lạ.",
        "Lồng ghép Chương trình 135 giai đoạn hai.",
        "Trồng mỗi hộ 300 cây.",
        "Giao mỗi đội trông không quá 100 hộ.",
        "Cấp phiếu cho tối đa 200 hộ.",
        "Dọn sạch trong 02 giờ, với 03 người trực.",
    ],
)
def test_figures_that_are_no_totals_stay(line: str) -> None:
    assert drafted(line) == [line, OTHER]


def test_where_guests_come_to_is_our_own_place() -> None:
    assert drafted("Thu hút khách đến Lạng Sơn cả bốn mùa.")[0] == "Thu hút khách đến xã Ba Sơn cả bốn mùa."


HAMLETS = TEXT.replace("đường làng", "đường").replace(
    "{line}", "Các bản nhặt rác; họp bản mỗi tháng; đến từng bản vận động."
)


def test_the_parent_s_own_word_for_hamlets_is_kept() -> None:
    proposal = propose(province(HAMLETS), "tinh.docx", DIEN_BIEN, "2026-02")
    assert ". Các bản\n" in (proposal.sections[-1].text or "")
    assert 'figures:\n  khu dân cư: "bản"' in dump_proposal(proposal)
    draft, _ = untouched(province(HAMLETS), proposal)
    assert "Các bản" in [one.text for one in draft.plan.recipients]


def test_a_parent_that_says_thon_as_well_leaves_the_usual_word() -> None:
    proposal = propose(province(HAMLETS.replace("Quét dọn", "Các thôn quét dọn")), "tinh.docx", DIEN_BIEN, "2026-02")
    assert ". Các thôn\n" in (proposal.sections[-1].text or "")
    assert "figures:" not in dump_proposal(proposal)
