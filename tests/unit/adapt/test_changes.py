"""What is recorded of an adaptation, the clerk's own choices, lists of bodies, and paragraphs that fall away."""

import pytest

from kedraft.adaptation import SourceBody, adapt_text
from kedraft.model.inline import Inline, Mark
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind

from .conftest import LOCALITIES, adapted


def test_a_change_shows_the_words_around_it() -> None:
    got = adapted("Quản lý trên địa bàn tỉnh Lạng Sơn, cấp tỉnh; UBND tỉnh Lạng Sơn chỉ đạo.", "xã 2023")
    assert [(c.change.before, c.change.after) for c in got.changes] == [
        ("địa bàn tỉnh Lạng Sơn", "địa bàn xã Mẫu Sơn"),
        ("cấp tỉnh", "cấp xã"),
        ("UBND tỉnh Lạng Sơn", "UBND xã Mẫu Sơn"),
    ]
    assert {c.change.rule for c in got.changes} == {"level.place", "level.word", "level.body"}


def test_bold_and_italic_move_with_their_words() -> None:
    text = Inline(text="Trên địa bàn tỉnh Lạng Sơn: tốt", marks=(Mark(start=28, end=31, bold=True),))
    got = adapt_text(text, source=SourceBody.parse("tỉnh Lạng Sơn"), locality=LOCALITIES["xã 2026"]).text
    assert [run.text for run in got.runs if run.bold] == ["tốt"]


def test_kept_phrases_are_never_replaced() -> None:
    got = adapted("Quỹ vì người nghèo của tỉnh và UBND tỉnh.", "xã 2023", keep=("Quỹ vì người nghèo của tỉnh",))
    assert got.text.text == "Quỹ vì người nghèo của tỉnh và UBND xã."


def test_own_pairs_win_over_rules() -> None:
    got = adapted("Sở Y tế và Công an tỉnh phối hợp.", "xã 2026", replace={"Sở Y tế": "Trạm Y tế xã"})
    assert got.text.text == "Trạm Y tế xã và Công an xã phối hợp."
    assert got.changes[0].change.rule == "own.replace"


def test_an_own_pair_that_contains_its_phrase_is_applied_once() -> None:
    once = adapted("Hội thi cấp cơ sở.", "xã 2026", replace={"Hội thi": "Hội thi, hội diễn"})
    assert once.text.text == "Hội thi, hội diễn cấp cơ sở."
    assert not adapted(once.text.text, "xã 2026", replace={"Hội thi": "Hội thi, hội diễn"}).changes


def test_the_longer_own_pair_goes_first() -> None:
    got = adapted(
        "các trường của tỉnh",
        "xã 2023",
        replace={"các trường": "trường học", "các trường của tỉnh": "các trường tiểu học"},
    )
    assert got.text.text == "các trường tiểu học"


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ("Sở Kế hoạch và Đầu tư, Sở Tài chính thẩm định.", "xã 2023", "Công chức Tài chính - Kế toán thẩm định."),
        ("Phối hợp Sở Tài chính, Sở Y tế và Sở Xây dựng.", "xã 2026", "Phối hợp Phòng Kinh tế và Phòng Văn hóa - Xã hội."),
        ("Phối hợp Sở Nội vụ, Sở Y tế và các đơn vị.", "xã 2026", "Phối hợp Phòng Văn hóa - Xã hội và các đơn vị."),
        ("Các Sở: Y tế, Tài chính, Giáo dục và Đào tạo phối hợp.", "xã 2026", "Phòng Văn hóa - Xã hội và Phòng Kinh tế phối hợp."),
        ("các Sở Y tế, Tài chính và các đơn vị", "xã 2026", "Phòng Văn hóa - Xã hội, Phòng Kinh tế và các đơn vị"),
    ],
)  # fmt: skip
def test_bodies_that_became_one_stand_once_in_a_list(before: str, to: str, after: str) -> None:
    got = adapted(before, to).text.text
    assert got.casefold() == after.casefold()


def test_a_partner_that_became_the_actor_leaves_the_list() -> None:
    actor = "Phòng Văn hóa - Xã hội"
    assert adapted("Phối hợp với Sở Y tế, Công an tỉnh rà soát.", "xã 2026", actor=actor).text.text == (
        "Phối hợp với Công an xã rà soát."
    )
    assert adapted("Phối hợp với Sở Y tế và các đơn vị rà soát.", "xã 2026", actor=actor).text.text == (
        "Phối hợp với các đơn vị rà soát."
    )
    alone = adapted("Phối hợp với Sở Y tế rà soát.", "xã 2026", actor=actor)
    assert not alone.changes
    assert alone.asks[0].span == "Sở Y tế"


@pytest.mark.parametrize(
    "text",
    [
        "12. Báo Lạng Sơn, Đài Phát thanh - Truyền hình tỉnh",
        "Cục Thuế tỉnh, Kho bạc Nhà nước tỉnh",
        "14. Ủy ban nhân dân các huyện, thành phố",
        "Đề nghị Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân tỉnh:",
    ],
)
def test_a_paragraph_of_bodies_without_a_counterpart_falls_away(text: str) -> None:
    got = adapted(text, "xã 2023")
    assert got.drop
    assert not got.changes


@pytest.mark.parametrize("text", ["3. Sở Y tế", "Báo Lạng Sơn đưa tin về hội nghị.", "Bộ Y tế", "Nội dung"])
def test_other_paragraphs_do_not(text: str) -> None:
    assert adapted(text, "xã 2023").drop is None


@pytest.mark.parametrize(
    ("text", "level", "kind", "name"),
    [
        ("tỉnh Bình Thuận", Level.PROVINCE, UnitKind.TINH, "Bình Thuận"),
        ("UBND huyện Cao Lộc", Level.DISTRICT, UnitKind.HUYEN, "Cao Lộc"),
        ("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", Level.PROVINCE, UnitKind.TINH, "Đắk Lắk"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ", Level.PROVINCE, UnitKind.THANH_PHO, "Cần Thơ"),
        ("thành phố Lạng Sơn", Level.DISTRICT, UnitKind.THANH_PHO, "Lạng Sơn"),
        ("Thành phố Hồ Chí Minh", Level.PROVINCE, UnitKind.THANH_PHO, "Hồ Chí Minh"),
        ("thị xã La Gi", Level.DISTRICT, UnitKind.THI_XA, "La Gi"),
        ("Trung ương", Level.CENTRAL, None, None),
        ("Bộ Y tế", Level.CENTRAL, None, None),
    ],
)
def test_the_source_is_read_from_its_words(text: str, level: Level, kind: UnitKind | None, name: str | None) -> None:
    assert SourceBody.parse(text) == SourceBody(level, kind, name)


def test_a_central_text_keeps_its_words() -> None:
    text = "Bộ Y tế chủ trì; cả nước, các tỉnh, thành phố trực thuộc Trung ương; Nhân dân Việt Nam."
    assert adapted(text, "xã 2026", "Trung ương").text.text == text


def test_a_dissolved_body_above_is_asked_with_its_successors() -> None:
    got = adapted("Gửi báo cáo về Sở Thông tin và Truyền thông.", "xã 2026")
    assert not got.changes
    assert got.asks[0].rule == "KH-2C-02"
    assert "Sở Khoa học và Công nghệ" in got.asks[0].why


def test_the_district_above_is_asked_once_it_is_gone() -> None:
    got = adapted("Triển khai theo chỉ đạo của UBND huyện.", "xã 2026", "huyện Cao Lộc")
    assert [ask.rule for ask in got.asks] == ["KH-2C-01"]


def test_a_province_that_was_merged_is_asked() -> None:
    got = adapted("Triển khai theo chỉ đạo của UBND tỉnh Bình Thuận.", "đặc khu 2026", "tỉnh Bình Thuận")
    assert [ask.rule for ask in got.asks] == ["KH-CA-04"]


def test_an_own_pair_that_shortens_its_phrase_is_applied() -> None:
    got = adapted("Tại các buổi họp thôn, khối phố hằng tháng.", "xã 2026", replace={"họp thôn, khối phố": "họp thôn"})
    assert got.text.text == "Tại các buổi họp thôn hằng tháng."
