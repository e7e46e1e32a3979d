"""What adaptation never enters: citations, quotations, the office above, other people's names."""

import pytest

from .conftest import adapted

KEPT = [
    "Kế hoạch số 12/KH-UBND ngày 05/01/2023 của Ủy ban nhân dân tỉnh Lạng Sơn về phát triển du lịch trên địa bàn tỉnh",
    "Quyết định số 45/QĐ-UBND, ngày 02 tháng 3 năm 2022 của Chủ tịch UBND tỉnh về việc giao chỉ tiêu cho các sở, ban, ngành",
    "Nghị quyết số 09-NQ/TU ngày 06/9/2021 của Tỉnh ủy (khóa XVII) về chuyển đổi số tỉnh Lạng Sơn đến năm 2025",
    "Quyết định 3250/QĐ-UBND ngày 24/11/2021 phê duyệt Đề án “Nâng cao nhận thức” trên địa bàn tỉnh",
    "Công văn số 197/STTTT-TTBC ngày 02/2/2021 của Sở Thông tin và Truyền thông về tuyên truyền trên địa bàn tỉnh",
    "Chỉ thị số 05-CT/TU của Ban Thường vụ Tỉnh ủy về tăng cường lãnh đạo các sở, ban, ngành, địa phương",
    "Quyết định ngày 12/3/2022 của UBND tỉnh về quy chế phối hợp giữa Sở Y tế và Công an tỉnh",
    "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2020 - 2025",
    "Kế hoạch số …/KH-UBND ngày …/…/2023 của UBND tỉnh về phòng, chống thiên tai trên địa bàn tỉnh",
    "Nghị quyết số 20/2021/NQ-HĐND ngày 15/7/2021 của Hội đồng nhân dân tỉnh quy định mức chi ngân sách cấp tỉnh",
]


@pytest.mark.parametrize("citation", KEPT)
@pytest.mark.parametrize(
    "frame", ["Thực hiện {}; UBND tỉnh ban hành Kế hoạch.", "Căn cứ {};", "{}", "Tiếp tục triển khai {}./."]
)
def test_a_citation_stays_byte_for_byte(citation: str, frame: str) -> None:
    for to in ("xã 2023", "xã 2026", "huyện 2023"):
        got = adapted(frame.format(citation), to)
        assert citation in got.text.text
        assert ("UBND tỉnh ban hành" not in got.text.text) or "UBND tỉnh ban hành" not in frame


def test_a_citation_with_two_issuers_stays_whole() -> None:
    text = "Thực hiện Kế hoạch số 5/KHPH ngày 02/3/2023 của Sở Y tế, Công an tỉnh về phối hợp trên địa bàn tỉnh;"
    assert adapted(text, "xã 2023").text.text == text


def test_lists_of_citations_stay_whole() -> None:
    text = (
        "Thực hiện Kế hoạch số 1/KH-UBND ngày 02/01/2023 của UBND tỉnh về an toàn giao thông trên địa bàn tỉnh và Kế hoạch số 22/KH-UBND "
        "ngày 03/01/2023 của UBND tỉnh về phòng cháy của tỉnh; các Quyết định: số 3/QĐ-UBND ngày 04/01/2023, số 4/QĐ-UBND ngày 05/01/2023 "
        "của UBND tỉnh về phân công các sở, ngành"
    )
    assert not adapted(text, "xã 2023").changes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("theo Quyết định số 9/QĐ-TTg phù hợp với thực tiễn tại tỉnh.", "theo Quyết định số 9/QĐ-TTg phù hợp với thực tiễn tại xã."),
        ("việc thực hiện Quyết định 9/QĐ-TTg trên địa bàn tỉnh.", "việc thực hiện Quyết định 9/QĐ-TTg trên địa bàn xã."),
        ("Phổ biến Quyết định số 5/QĐ-UBND ngày 01/01/2023 của UBND tỉnh tới các thôn trên địa bàn tỉnh.",
         "Phổ biến Quyết định số 5/QĐ-UBND ngày 01/01/2023 của UBND tỉnh tới các thôn trên địa bàn xã."),
        ("Theo Hướng dẫn số 5/HD-SNV ngày 01/01/2023 của Sở Nội vụ, các sở, ngành rà soát.",
         "Theo Hướng dẫn số 5/HD-SNV ngày 01/01/2023 của Sở Nội vụ, các ban, ngành, đoàn thể xã rà soát."),
        ("Theo Công văn số 5/SNV-CCHC ngày 01/01/2023 của Sở Nội vụ, Sở Y tế báo cáo.",
         "Theo Công văn số 5/SNV-CCHC ngày 01/01/2023 của Sở Nội vụ, Trạm Y tế xã báo cáo."),
        ("Theo Quyết định số 5/QĐ-UBND ngày 01/01/2023 của UBND tỉnh về giảm nghèo và các văn bản khác có liên quan, các sở, ngành rà soát.",
         "Theo Quyết định số 5/QĐ-UBND ngày 01/01/2023 của UBND tỉnh về giảm nghèo và các văn bản khác có liên quan, các ban, ngành, đoàn thể xã rà soát."),
        ("Đề án chợ trên địa bàn tỉnh ban hành kèm theo Quyết định số 5/QĐ-UBND.", "Đề án chợ trên địa bàn tỉnh ban hành kèm theo Quyết định số 5/QĐ-UBND."),
        ("Thực hiện Kế hoạch số 5/KH-UBND ngày 01/01/2023 của UBND tỉnh về giảm nghèo, Ủy ban nhân dân tỉnh yêu cầu:",
         "Thực hiện Kế hoạch số 5/KH-UBND ngày 01/01/2023 của UBND tỉnh về giảm nghèo, Ủy ban nhân dân xã yêu cầu:"),
    ],
)  # fmt: skip
def test_the_sentence_around_a_citation_is_adapted(before: str, after: str) -> None:
    assert adapted(before, "xã 2023").text.text == after


@pytest.mark.parametrize(
    "quotation",
    ["“Toàn tỉnh chung sức vì người nghèo”", '"Tỉnh Lạng Sơn xanh"', "«cấp tỉnh»", "‘các sở, ban, ngành’"],
)
def test_a_quotation_stays_byte_for_byte(quotation: str) -> None:
    got = adapted(f"Hưởng ứng cuộc vận động {quotation} trên địa bàn tỉnh.", "xã 2026")
    assert got.text.text == f"Hưởng ứng cuộc vận động {quotation} trên địa bàn xã."


@pytest.mark.parametrize(
    "text",
    [
        "Triển khai theo chỉ đạo của UBND tỉnh.",
        "Thực hiện theo hướng dẫn của Sở Y tế.",
        "theo quy định của Ủy ban nhân dân tỉnh tại Quyết định số 1/QĐ-UBND ngày 02/3/2023.",
        "Dưới sự lãnh đạo, chỉ đạo của Tỉnh ủy, HĐND tỉnh.",
        "Tham gia hội thi do tỉnh tổ chức, phong trào do UBND tỉnh phát động.",
        "Hoàn thành chỉ tiêu được UBND tỉnh giao.",
        "Nguồn hỗ trợ từ ngân sách tỉnh.",
        "Quán triệt Kế hoạch của UBND tỉnh, Nghị quyết của HĐND tỉnh.",
    ],
)
def test_the_office_above_stays_without_a_question(text: str) -> None:
    got = adapted(text, "xã 2023")
    assert got.text.text == text
    assert not got.asks


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Định kỳ báo cáo UBND tỉnh trước ngày 15/12.", "UBND tỉnh"),
        ("Tổng hợp, trình Ủy ban nhân dân tỉnh xem xét.", "Ủy ban nhân dân tỉnh"),
        ("Gửi báo cáo kết quả về Sở Nội vụ để tổng hợp.", "Sở Nội vụ"),
        ("Đăng tin trên Báo Lạng Sơn.", "Báo Lạng Sơn"),
        ("Phối hợp với Trường Cao đẳng Lạng Sơn.", "Trường Cao đẳng Lạng Sơn"),
        ("Xếp hạng di tích cấp tỉnh.", "cấp tỉnh"),
        ("Phối hợp với Cục Thuế tỉnh, Kho bạc Nhà nước tỉnh.", "Cục Thuế tỉnh"),
        ("Trung tâm Kiểm soát bệnh tật tỉnh phối hợp.", "Trung tâm Kiểm soát bệnh tật tỉnh"),
        ("Đến năm 2025 có 05 huyện, thành phố đạt chuẩn.", "05 huyện, thành phố"),
        ("Đến năm 2025 có 02 huyện đạt chuẩn.", "02 huyện"),
        ("Chỉ đạo Công an các huyện, thành phố nắm tình hình.", "các huyện, thành phố"),
        ("Liên kết giữa tỉnh Lạng Sơn với các tỉnh bạn.", "tỉnh Lạng Sơn"),
        ("Giám đốc các sở chịu trách nhiệm.", "các sở"),
        ("Phối hợp với Sở An toàn thực phẩm.", "Sở An toàn thực phẩm"),
        ("Theo Quy hoạch tỉnh Lạng Sơn thời kỳ mới.", "Quy hoạch tỉnh Lạng Sơn"),
    ],
)
def test_what_is_not_certain_is_asked_and_kept(text: str, span: str) -> None:
    got = adapted(text, "xã 2023")
    assert got.text.text == text
    assert got.asks[0].span == span
    assert text[got.asks[0].start : got.asks[0].end] == span


def test_advising_the_own_committee_is_not_reporting_upwards() -> None:
    got = adapted("Sở Nội vụ tham mưu UBND tỉnh báo cáo HĐND tỉnh xem xét.", "xã 2026")
    assert got.text.text == "Phòng Văn hóa - Xã hội tham mưu UBND xã báo cáo HĐND xã xem xét."


def test_a_body_that_opens_a_clause_is_not_part_of_the_list_above() -> None:
    got = adapted("Thực hiện chỉ đạo của UBND tỉnh, Sở Nội vụ chủ trì rà soát.", "xã 2026")
    assert got.text.text == "Thực hiện chỉ đạo của UBND tỉnh, Phòng Văn hóa - Xã hội chủ trì rà soát."
