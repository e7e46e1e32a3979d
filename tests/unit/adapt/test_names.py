"""Names: other spellings of the source's, other units of its kind, the target's own, and what only a province has."""

from datetime import date

import pytest

from kedraft.adaptation import SourceBody
from kedraft.adaptation.guards import quotations
from kedraft.adaptation.phrases import phrase_start
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind

from .conftest import adapted

HCM = "Thành phố Hồ Chí Minh"
CHANGED = [
    ("Sở Y tế TP.HCM; UBND TP.HCM", HCM, "phường 2026", "Phòng Văn hóa - Xã hội; UBND phường Tam Thanh"),
    ("UBND TPHCM, tại TP. Hồ Chí Minh.", HCM, "phường 2026", "UBND phường Tam Thanh, tại phường Tam Thanh."),
    ("Trên địa bàn tp Hồ Chí Minh.", HCM, "phường 2026", "Trên địa bàn phường Tam Thanh."),
    ("TRÊN ĐỊA BÀN TP. HỒ CHÍ MINH NĂM 2026", HCM, "phường 2026", "TRÊN ĐỊA BÀN PHƯỜNG TAM THANH NĂM 2026"),
    ("Tư tưởng, đạo đức của Hồ Chí Minh.", HCM, "phường 2026", "Tư tưởng, đạo đức của Hồ Chí Minh."),
    ("UBND TP chỉ đạo tại TP.", "thành phố Hà Nội", "phường 2026", "UBND phường chỉ đạo tại phường."),
    ("Học tập TP.HCM, TP. Hồ Chí Minh.", "thành phố Hà Nội", "phường 2026", "Học tập TP.HCM, TP. Hồ Chí Minh."),
    ("Học tập TP.HCM, tp Hồ Chí Minh.", "tỉnh Lạng Sơn", "xã 2026", "Học tập TP.HCM, tp Hồ Chí Minh."),
    ("Tại xã Ba Sơn, tỉnh Lạng Sơn.", "tỉnh Lạng Sơn", "xã 2026", "Tại xã Ba Sơn, tỉnh Lạng Sơn."),
    ("Tại xã Cao Lộc của tỉnh Lạng Sơn.", "tỉnh Lạng Sơn", "xã 2026", "Tại xã Cao Lộc của tỉnh Lạng Sơn."),
    ("Quận 10, Quận 12; UBND Quận 1.", "Quận 1", "phường 2026", "Quận 10, Quận 12; UBND phường Tam Thanh."),
    ("Tại quận 3 trong 1 tháng.", "Quận 1", "phường 2026", "Tại quận 3 trong 1 tháng."),
    ("Toàn quận 6 tháng đầu năm.", "Quận 1", "phường 2026", "Toàn phường 6 tháng đầu năm."),
    ("Tại tỉnh Bình Thuận Mới.", "tỉnh Bình Thuận", "xã 2026", "Tại tỉnh Bình Thuận Mới."),
    ("Tại huyện Cư M'gar.", "HUYỆN CƯ M'GAR", "xã 2023", "Tại xã Mẫu Sơn."),
    ("Tại huyện Cư M’Gar.", "HUYỆN CƯ M'GAR", "xã 2023", "Tại xã Mẫu Sơn."),
    ("UBND huyện Ea H'leo, Ea H'Leo.", "HUYỆN EA H'LEO", "xã 2023", "UBND xã Mẫu Sơn, Ea H'Leo."),
    ("Tại huyện Krông A Na; huyện Krông Ana.", "HUYỆN KRÔNG A NA", "xã 2023", "Tại xã Mẫu Sơn; xã Mẫu Sơn."),
]


@pytest.mark.parametrize(("before", "source", "to", "after"), CHANGED)
def test_a_name_is_the_sources_in_any_spelling_and_no_longer_name_is(
    before: str, source: str, to: str, after: str
) -> None:
    once = adapted(before, to, source).text.text
    assert once == after
    assert adapted(once, to, source).text.text == after


ASKED = [
    ("Triển khai tại các xã Ba Sơn, Cao Lộc của tỉnh Lạng Sơn.", "các xã Ba Sơn, Cao Lộc của tỉnh Lạng Sơn"),
    ("Địa bàn xã Ba Sơn và tỉnh Lạng Sơn.", "xã Ba Sơn và tỉnh Lạng Sơn"),
    ("Mời Đại biểu Quốc hội tỉnh Lạng Sơn dự.", "Đại biểu Quốc hội tỉnh Lạng Sơn"),
    ("Đề nghị Đoàn đại biểu Quốc hội tỉnh giám sát.", "Đoàn đại biểu Quốc hội tỉnh"),
    ("Phối hợp với Trường Chính trị tỉnh mở lớp.", "Trường Chính trị tỉnh"),
    ("Nâng chỉ số cải cách hành chính cấp tỉnh.", "chỉ số cải cách hành chính cấp tỉnh"),
    ("Cải thiện PCI của tỉnh.", "PCI của tỉnh"),
    ("Đưa chỉ số hài lòng của tỉnh vào nhóm 20 tỉnh dẫn đầu.", "chỉ số hài lòng của tỉnh"),
    ("Đề nghị Chi cục Kiểm lâm tuần tra.", "Chi cục Kiểm lâm"),
    ("Kính gửi: Sở Y tế", "Sở Y tế"),
    ("Bồi dưỡng giáo viên tỉnh.", "Bồi dưỡng giáo viên tỉnh"),
    ("Phối hợp với ngành Nội chính tỉnh.", "ngành Nội chính tỉnh"),
    ("Phối hợp với ngành Giáo dục và Đào tạo tỉnh.", "ngành Giáo dục và Đào tạo tỉnh"),
    ("Đăng trên Báo và Phát thanh, Truyền hình Lạng Sơn.", "Báo và Phát thanh, Truyền hình Lạng Sơn"),
]


@pytest.mark.parametrize(("text", "span"), ASKED)
def test_what_only_a_province_has_is_asked_with_a_whole_phrase(text: str, span: str) -> None:
    got = adapted(text, "xã 2026")
    assert got.text.text == text
    assert [ask.span for ask in got.asks] == [span]
    assert not adapted(text, "xã 2026", keep=(span,)).asks


def test_a_question_begins_with_no_conjunction() -> None:
    got = adapted("Sở Y tế và Báo Bình Thuận đưa tin.", "xã 2026", "tỉnh Bình Thuận")
    assert [ask.span for ask in got.asks] == ["Báo Bình Thuận"]


@pytest.mark.parametrize("text", ["Giao tỉnh", "a, b tỉnh", "(Ban Nội chính tỉnh", "và tỉnh", "từ A và B tỉnh"])
def test_a_phrase_begins_with_a_word(text: str) -> None:
    at = phrase_start(text, text.index("tỉnh"))
    assert at == 0 or not text[at - 1].isalnum()


KEPT = [
    "Kính gửi: UBND tỉnh",
    "Nâng hạng PCI cấp tỉnh.",
    "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI).",
    "Hội đồng nhân dân tỉnh khóa XVII, kỳ họp thứ 5.",
    "Quyết tâm của Tỉnh ủy khóa XVIII.",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_is_certainly_the_provinces_stays_without_a_question(text: str) -> None:
    got = adapted(text, "xã 2026")
    assert (got.text.text, got.asks) == (text, ())


def test_a_straight_quotation_mark_that_is_not_closed_protects_its_sentence() -> None:
    got = adapted('Hưởng ứng "Toàn tỉnh chung tay. UBND tỉnh chỉ đạo.', "xã 2026")
    assert got.text.text == 'Hưởng ứng "Toàn tỉnh chung tay. UBND xã chỉ đạo.'
    assert quotations('Màn hình 55" tại tỉnh') == []


@pytest.mark.parametrize(
    ("text", "on", "level"),
    [
        ("UBND THÀNH PHỐ BẮC NINH", date(2023, 5, 4), Level.DISTRICT),
        ("UBND THÀNH PHỐ BẮC NINH", None, Level.DISTRICT),
        ("UBND THÀNH PHỐ BẮC NINH", date(2026, 12, 1), Level.PROVINCE),
        ("thành phố Huế", date(2024, 12, 31), Level.DISTRICT),
        ("thành phố Huế", date(2025, 1, 1), Level.PROVINCE),
        ("TP. CẦN THƠ", date(2021, 1, 1), Level.PROVINCE),
    ],
)
def test_the_level_of_a_city_depends_on_the_day(text: str, on: date | None, level: Level) -> None:
    assert SourceBody.parse(text, on=on).level is level


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("UBND TP.HCM", UnitKind.THANH_PHO, "Hồ Chí Minh"),
        ("UBND TPHCM", UnitKind.THANH_PHO, "Hồ Chí Minh"),
        ("UBND HUYỆN CƯ M'GAR", UnitKind.HUYEN, "Cư M'gar"),
        ("UBND HUYỆN Y B'LÔ", UnitKind.HUYEN, "Y B'lô"),
    ],
)
def test_a_name_in_capitals_is_spelled_as_the_table_does(text: str, kind: UnitKind, name: str) -> None:
    assert SourceBody.parse(text)[1:] == (kind, name)


HEIRS = [
    ("Gửi báo cáo chuyển đổi số về Sở Thông tin và Truyền thông.",
     "Gửi báo cáo chuyển đổi số về Sở Khoa học và Công nghệ."),
    ("Gửi báo cáo giảm nghèo về Sở Lao động - Thương binh và Xã hội.", "Gửi báo cáo giảm nghèo về Sở Nông nghiệp và Môi trường."),
    ("Gửi báo cáo đào tạo nghề về Sở LĐTB&XH.", "Gửi báo cáo đào tạo nghề về Sở Giáo dục và Đào tạo."),
    ("Gửi báo cáo về Sở KH&ĐT tỉnh.", "Gửi báo cáo về Sở Tài chính tỉnh."),
    ("Báo cáo Giám đốc Sở GTVT.", "Báo cáo Giám đốc Sở Xây dựng."),
    ("Theo hướng dẫn của Bộ TN&MT, Bộ Y tế.", "Theo hướng dẫn của Bộ Nông nghiệp và Môi trường, Bộ Y tế."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), HEIRS)
def test_the_one_successor_of_a_body_above_takes_its_place(before: str, after: str) -> None:
    got = adapted(before, "xã 2026")
    assert got.text.text == after
    assert [change.change.rule for change in got.changes] == ["level.successor"]
    assert not adapted(after, "xã 2026").changes
    assert adapted(before, "xã 2023").text.text == before


@pytest.mark.parametrize(
    "text",
    [
        "Gửi báo cáo chuyển đổi số, báo chí về Sở Thông tin và Truyền thông.",
        "Gửi báo cáo tuyên truyền về Sở Thông tin và Truyền thông.",
        "Theo Quyết định của Bộ Tài nguyên và Môi trường.",
        "Theo hướng dẫn của Bộ Tài nguyên và Môi trường năm 2023.",
        "Gửi báo cáo cai nghiện về Sở Lao động - Thương binh và Xã hội.",
        "Gửi báo cáo về Sở Kế hoạch và Đầu tư, Sở Tài chính.",
    ],
)
def test_a_successor_that_is_not_certain_is_asked(text: str) -> None:
    got = adapted(text, "xã 2026")
    assert got.text.text == text
    assert "KH-2C-02" in [ask.rule for ask in got.asks]
