"""Level words, places and bodies: sentence by sentence, before and after."""

import pytest

from .conftest import adapted

PLACES = [
    ("Phát huy sức mạnh của toàn dân trên địa bàn tỉnh.", "Phát huy sức mạnh của toàn dân trên địa bàn xã."),
    ("Phát huy sức mạnh trên địa bàn tỉnh Lạng Sơn.", "Phát huy sức mạnh trên địa bàn xã Mẫu Sơn."),
    ("Toàn tỉnh phấn đấu giảm nghèo bền vững.", "Toàn xã phấn đấu giảm nghèo bền vững."),
    ("Tỉnh Lạng Sơn phấn đấu giảm nghèo bền vững.", "Xã Mẫu Sơn phấn đấu giảm nghèo bền vững."),
    ("- Tỉnh Lạng Sơn phấn đấu giảm nghèo.", "- Xã Mẫu Sơn phấn đấu giảm nghèo."),
    ("Người dân trong tỉnh, tại tỉnh và của tỉnh.", "Người dân trong xã, tại xã và của xã."),
    ("Quản lý chặt chẽ trên địa bàn toàn tỉnh.", "Quản lý chặt chẽ trên địa bàn toàn xã."),
    ("Thu hút du khách trong và ngoài tỉnh.", "Thu hút du khách trong và ngoài xã."),
    ("Người dân Lạng Sơn thân thiện, mến khách.", "Người dân xã Mẫu Sơn thân thiện, mến khách."),
    ("Hình ảnh con người tại Lạng Sơn.", "Hình ảnh con người tại xã Mẫu Sơn."),
    ("Phù hợp với tình hình kinh tế - xã hội tỉnh.", "Phù hợp với tình hình kinh tế - xã hội xã."),
    (
        "70% thủ tục hành chính cấp tỉnh được cung cấp trực tuyến.",
        "70% thủ tục hành chính cấp xã được cung cấp trực tuyến.",
    ),
    ("70 % cán bộ cấp tỉnh, 50% lãnh đạo tỉnh.", "70 % cán bộ cấp xã, 50% lãnh đạo xã."),
    ("ĐẨY MẠNH GIẢM NGHÈO TRÊN ĐỊA BÀN TỈNH LẠNG SƠN NĂM 2023", "ĐẨY MẠNH GIẢM NGHÈO TRÊN ĐỊA BÀN XÃ MẪU SƠN NĂM 2023"),
    ("NHIỆM VỤ CỦA TỈNH ĐẾN NĂM 2025", "NHIỆM VỤ CỦA XÃ ĐẾN NĂM 2025"),
    ("CÁC CHỈ TIÊU CẤP TỈNH", "CÁC CHỈ TIÊU CẤP XÃ"),
    ("Phù hợp với điều kiện thực tế của địa phương.", "Phù hợp với điều kiện thực tế của địa phương."),
    (
        "Học tập kinh nghiệm của các tỉnh, thành phố trong khu vực.",
        "Học tập kinh nghiệm của các tỉnh, thành phố trong khu vực.",
    ),
    ("Phối hợp với tỉnh Bắc Giang và các tỉnh bạn.", "Phối hợp với tỉnh Bắc Giang và các tỉnh bạn."),
    ("Tuyến đường tỉnh 241, tỉnh lộ 242.", "Tuyến đường tỉnh 241, tỉnh lộ 242."),
    ("Hình ảnh đất nước, con người Việt Nam trên cả nước.", "Hình ảnh đất nước, con người Việt Nam trên cả nước."),
    (
        "Chủ trương của Đảng, Nhà nước, của Trung ương và của tỉnh.",
        "Chủ trương của Đảng, Nhà nước, của Trung ương và của tỉnh.",
    ),
]

BODIES = [
    ("Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", "Ủy ban nhân dân xã ban hành Kế hoạch như sau:"),
    ("Uỷ ban nhân dân tỉnh Lạng Sơn ban hành Kế hoạch.", "Uỷ ban nhân dân xã Mẫu Sơn ban hành Kế hoạch."),
    ("UBND tỉnh yêu cầu các đơn vị thực hiện.", "UBND xã yêu cầu các đơn vị thực hiện."),
    ("Tham mưu Chủ tịch UBND tỉnh khen thưởng.", "Tham mưu Chủ tịch UBND xã khen thưởng."),
    ("Thường trực HĐND tỉnh giám sát.", "Thường trực HĐND xã giám sát."),
    ("Thường trực Tỉnh ủy, Thường trực HĐND tỉnh dự.", "Thường trực Đảng ủy xã, Thường trực HĐND xã dự."),
    ("Các đồng chí Tỉnh ủy viên phụ trách.", "Các đồng chí Đảng ủy viên phụ trách."),
    ("Giám đốc Sở Nội vụ, Giám đốc Công an tỉnh.", "Công chức Văn phòng - Thống kê, Trưởng Công an xã."),
    ("Đảng bộ tỉnh và hệ thống chính trị tỉnh vào cuộc.", "Đảng bộ xã và hệ thống chính trị xã vào cuộc."),
    ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh phối hợp.", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã phối hợp."),
    ("Đề nghị Hội Nông dân tỉnh, Hội Cựu chiến binh tỉnh, Tỉnh đoàn phối hợp.",
     "Đề nghị Hội Nông dân xã, Hội Cựu chiến binh xã, Đoàn Thanh niên xã phối hợp."),
    ("Các tổ chức chính trị - xã hội tỉnh tuyên truyền.", "Các tổ chức chính trị - xã hội xã tuyên truyền."),
    ("Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh chủ trì.", "Công an xã, Ban Chỉ huy Quân sự xã chủ trì."),
    ("Ban Chỉ đạo chuyển đổi số tỉnh họp hằng quý.", "Ban Chỉ đạo chuyển đổi số xã họp hằng quý."),
]  # fmt: skip

GROUPS = [
    ("Các sở, ban, ngành tỉnh chủ động thực hiện.", "Các ban, ngành, đoàn thể xã chủ động thực hiện."),
    ("Yêu cầu các sở, ban, ngành, đoàn thể cấp tỉnh thực hiện.", "Yêu cầu các ban, ngành, đoàn thể xã thực hiện."),
    ("Kinh phí của các sở, ngành và các địa phương.", "Kinh phí của các ban, ngành, đoàn thể xã và các thôn."),
    ("Tập huấn cho các sở, ban, ngành, các huyện, thành phố.", "Tập huấn cho các ban, ngành, đoàn thể xã, các thôn."),
    ("Phối hợp với UBND các huyện, thành phố kiểm tra.", "Phối hợp với các thôn kiểm tra."),
    ("Tổ chức tại các xã, phường, thị trấn.", "Tổ chức tại các thôn."),
    ("Thủ trưởng các sở, ngành và Chủ tịch UBND các huyện, thành phố chịu trách nhiệm.",
     "Thủ trưởng các ban, ngành, đoàn thể xã và Trưởng các thôn chịu trách nhiệm."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), PLACES + BODIES + GROUPS)
def test_a_province_text_becomes_that_of_a_commune_of_2023(before: str, after: str) -> None:
    assert adapted(before, "xã 2023").text.text == after


@pytest.mark.parametrize(
    ("to", "after"),
    [
        ("xã 2026", "Các phòng, ban, đơn vị thuộc xã báo cáo tình hình trên địa bàn xã Ba Sơn, cấp xã."),
        ("phường 2026", "Các phòng, ban, đơn vị thuộc phường báo cáo tình hình trên địa bàn phường Tam Thanh, cấp xã."),
        (
            "phường Lương Văn Tri",
            "Các phòng, ban, đơn vị thuộc phường báo cáo tình hình trên địa bàn Phường Lương Văn Tri, cấp xã.",
        ),
        (
            "đặc khu 2026",
            "Các phòng, ban, đơn vị thuộc đặc khu báo cáo tình hình trên địa bàn đặc khu Phú Quý, cấp xã.",
        ),
        (
            "thị trấn 2023",
            "Các ban, ngành, đoàn thể thị trấn báo cáo tình hình trên địa bàn thị trấn Đồng Đăng, cấp xã.",
        ),
        ("huyện 2023", "Các phòng, ban, ngành huyện báo cáo tình hình trên địa bàn huyện Cao Lộc, cấp huyện."),
        (
            "thành phố 2023",
            "Các phòng, ban, ngành thành phố báo cáo tình hình trên địa bàn thành phố Lạng Sơn, cấp huyện.",
        ),
    ],
)
def test_the_words_follow_the_kind_of_unit_and_the_date(to: str, after: str) -> None:
    text = "Các sở, ban, ngành báo cáo tình hình trên địa bàn tỉnh Lạng Sơn, cấp tỉnh."
    assert adapted(text, to).text.text == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Các phòng, ban, ngành, đoàn thể huyện và UBND các xã, thị trấn phối hợp.",
         "Các ban, ngành, đoàn thể xã và các thôn phối hợp."),
        ("Trên địa bàn huyện Cao Lộc, cấp huyện, toàn huyện.", "Trên địa bàn xã Mẫu Sơn, cấp xã, toàn xã."),
        ("Huyện ủy, HĐND huyện, Huyện đoàn.", "Đảng ủy xã, HĐND xã, Đoàn Thanh niên xã."),
        ("Chợ thị trấn Cao Lộc và cấp tỉnh.", "Chợ thị trấn Cao Lộc và cấp tỉnh."),
        ("Công an huyện, Ban Chỉ huy Quân sự huyện.", "Công an xã, Ban Chỉ huy Quân sự xã."),
        ("Tình hình kinh tế - xã hội của tỉnh Lạng Sơn.", "Tình hình kinh tế - xã hội của tỉnh Lạng Sơn."),
    ],
)  # fmt: skip
def test_a_district_text_becomes_that_of_its_commune(before: str, after: str) -> None:
    assert adapted(before, "xã 2023", "huyện Cao Lộc").text.text == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ủy ban nhân dân các huyện, thành phố triển khai.", "Ủy ban nhân dân các xã, thị trấn triển khai."),
        ("Đài truyền thanh cấp huyện, cấp xã.", "Đài truyền thanh cấp huyện, cấp xã."),
        ("Tỉnh ủy, Tỉnh đoàn, Ban Tuyên giáo Tỉnh ủy.", "Huyện ủy, Huyện đoàn, Ban Tuyên giáo Huyện ủy."),
    ],
)
def test_a_province_text_becomes_that_of_a_district(before: str, after: str) -> None:
    assert adapted(before, "huyện 2023").text.text == after


def test_a_city_under_the_central_government_speaks_of_thanh_pho() -> None:
    got = adapted("Thành ủy, UBND thành phố, trên địa bàn Thành phố, cấp thành phố.", "phường 2026", "thành phố Hà Nội")
    assert got.text.text == "Đảng ủy phường, UBND phường, trên địa bàn phường, cấp xã."


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ("Dịch vụ công cấp tỉnh, cấp huyện, cấp xã.", "xã 2026", "Dịch vụ công cấp tỉnh, cấp xã."),
        ("Dịch vụ công cấp tỉnh, cấp huyện, cấp xã.", "xã 2023", "Dịch vụ công cấp tỉnh, cấp huyện, cấp xã."),
        (
            "Đăng tải trên bảng tin cấp huyện, loa truyền thanh cấp xã.",
            "xã 2026",
            "Đăng tải trên loa truyền thanh cấp xã.",
        ),
        ("Bộ phận một cửa cấp huyện và cấp xã.", "xã 2026", "Bộ phận một cửa cấp xã."),
    ],
)
def test_the_district_level_falls_out_when_it_is_gone(before: str, to: str, after: str) -> None:
    assert adapted(before, to).text.text == after


def test_the_district_level_above_a_commune_of_2023_is_asked() -> None:
    got = adapted("Đăng tải trên bảng tin cấp huyện, loa truyền thanh cấp xã.", "xã 2023")
    assert not got.changes
    assert [ask.span for ask in got.asks] == ["cấp huyện"]


def test_hamlets_are_called_as_the_region_calls_them() -> None:
    text = "Triển khai đến các xã, phường, thị trấn."
    assert adapted(text, "phường 2026").text.text == "Triển khai đến các tổ dân phố."
    assert adapted(text, "xã 2026").text.text == "Triển khai đến các thôn."
