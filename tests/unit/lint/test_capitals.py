"""Capitals of the decree's second annex: what a quick search gets wrong, and what it must find."""

import pytest

from kedraft.lint import check
from kedraft.lint.places import named_places
from kedraft.lint.sample import plan
from kedraft.lint.spelling import Spellings


def fired(words: str, **given: str) -> set[str]:
    return {one.rule for one in check(plan(closing=f"{words}./.", **given).plan())}


def said(rule: str, words: str) -> list[str]:
    return [one.message for one in check(plan(closing=f"{words}./.").plan()) if one.rule == rule]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("VH-01", "Các thôn thực hiện nghiêm túc. trường hợp vướng mắc thì báo cáo"),
        ("VH-03", "Các thôn làm việc với Công an Tỉnh Lạng Sơn"),
        ("VH-03", "Các hộ dân của Xã Ba Sơn, Thị xã Nghĩa Lộ tham gia"),
        ("VH-04", "Các thôn học tập mô hình của xã Hoàng Văn Thụ"),
        ("VH-04", "Các thôn học tập mô hình của phường 5"),
        ("VH-06", "Các thôn học tập kinh nghiệm vùng đồng bằng Sông Hồng"),
        ("VH-07", "Các thôn học tập kinh nghiệm các tỉnh duyên hải Nam Trung bộ"),
        ("VH-09", "Các thôn học tập kết luận của bộ chính trị"),
        ("VH-09", "Nghị quyết của Ban Chấp hành trung ương Đảng Cộng Sản Việt Nam"),
        ("VH-11", "Tuyên truyền sự lãnh đạo của đảng đối với chuyển đổi số"),
        ("VH-12", "Thực hiện ý kiến của Phó thủ tướng Chính phủ"),
        ("VH-12", "Báo cáo chủ tịch UBND xã trước ngày 10/12/2026"),
        ("VH-13", "Xã được tặng Huân chương Độc Lập"),
        ("VH-17", "Các tổ trực vào tối thứ bảy"),
        ("VH-18", "Tổ chức văn nghệ nhân ngày nhà giáo Việt Nam"),
        ("VH-19", "Thực hiện mục tiêu của liên hợp quốc"),
        ("CT-03", "Các thôn xử lí vướng mắc"),
    ],
)
def test_a_word_with_the_wrong_letters_is_found(rule: str, words: str) -> None:
    assert rule in fired(words)


@pytest.mark.parametrize(
    "words",
    [
        "Truy cập cổng dịch vụ công. https://dichvucong.gov.vn là địa chỉ duy nhất",
        "Các hội, đoàn thể, v.v. và người dân; ông Nông Văn A. cùng các hộ; TP. Lạng Sơn cũ",
        "Phòng Văn hóa - Xã hội chủ trì; Xã Ba Sơn có 15 thôn. Tỉnh Lạng Sơn có cửa khẩu",
        "Huyện Đoàn trước đây; Thành phố Hồ Chí Minh; Phường Lương Văn Tri; Quận 1",
        "Toàn tỉnh có 4 phường 61 xã, mỗi phường 3 tổ; các quận 1, 3, 5 của thành phố bạn",
        "Chủ quyền trên Biển Đông; thủy điện Sông Đà; gió mùa đông bắc; phía tây nam của xã",
        "Tập trung bộ phận một cửa; khu vực trung bộ máy; cán bộ chính trị xã",
        "Đảng viên, cấp ủy đảng, lãnh đạo của đảng bộ, nghị quyết của đảng ủy; các bác trưởng thôn",
        "Bầu chủ tịch UBND xã; các chủ tịch hội; giám đốc hợp tác xã, bí thư chi bộ thôn",
        "Lần thứ hai trong năm, sáng ngày thứ ba của đợt tập huấn; một tháng tám buổi; tháng 8",
        "Phụ nữ Việt Nam; thương binh, liệt sĩ; mỗi gia đình Việt Nam; anh hùng lao động sản xuất",
        "Quy định, quản lý, chiến sĩ; chia quà theo quý; ông Sỹ, bà Mĩ; xem www.unicef.org, asean.org",
    ],
)
def test_a_word_that_only_looks_wrong_is_left_alone(words: str) -> None:
    own = {"VH-01", "VH-03", "VH-04", "VH-06", "VH-07", "VH-09", "VH-11", "VH-12", "VH-13", "VH-17", "VH-18", "VH-19"}
    assert not fired(words) & (own | {"CT-03"})


def test_quotations_and_titles_of_cited_documents_keep_their_letters() -> None:
    words = "Phong trào “vì Tỉnh Lạng Sơn”; Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh về qui định quản lí"
    assert not fired(words) & {"VH-03", "CT-03"}


def test_a_heading_in_capitals_is_no_fault_of_capitals() -> None:
    found = check(plan(sections="I. CHỦ TRƯƠNG CỦA ĐẢNG, BỘ CHÍNH TRỊ VỀ TỈNH LẠNG SƠN\n- Các thôn học tập.").plan())
    assert not [one for one in found if one.rule.startswith("VH-")]


def test_lines_of_a_list_that_begin_small_are_one_finding() -> None:
    found = check(plan(sections="I. MỤC ĐÍCH\n- tuyên truyền.\n- hướng dẫn.\n- Tập huấn.").plan())
    [one] = [one for one in found if one.rule == "VH-01"]
    assert '"- tuyên …" và 1 dòng khác' in one.message


def test_a_plain_paragraph_that_begins_small_is_the_rest_of_a_broken_line() -> None:
    found = check(plan(sections="I. MỤC ĐÍCH\n- Tuyên truyền tới\ncác hộ dân.").plan())
    assert "VH-01" not in {one.rule for one in found}


def test_the_same_wrong_spelling_is_said_once_with_its_number() -> None:
    [message] = said("CT-03", "Qui định này thay qui định cũ; làm theo qui định")
    assert message.startswith('"qui định" (3 chỗ)')


def test_a_name_ends_where_its_capitals_end() -> None:
    found = [(one.kind, one.name) for one in named_places("Đảng ủy xã Ba Sơn UBND xã Cư M'gar, phường 5 và Tỉnh Đoàn")]
    assert found == [("xã", "Ba Sơn"), ("xã", "Cư M'gar"), ("phường", "5")]
    found = [(one.kind, one.name) for one in named_places("Phường 2 Bảo Lộc, xã Vị Thanh 1; phường 12 tổ; xã 135")]
    assert found == [("Phường", "2 Bảo Lộc"), ("xã", "Vị Thanh 1"), ("phường", "12")]


def test_spellings_are_compared_with_any_dash() -> None:
    names = Spellings("Thương binh - Liệt sĩ")
    assert not list(names.wrong("ngày Thương binh – Liệt sĩ"))
    assert [right for _, _, right in names.wrong("ngày thương binh - liệt sĩ")] == ["Thương binh - Liệt sĩ"]


def test_an_office_inside_another_word_is_no_office() -> None:
    words = "Các cơ sở y tế, cơ sở giáo dục và đào tạo, cán bộ tài chính, nội bộ ngành phối hợp với Sở Y tế"
    assert "VH-08" not in fired(words)
    assert "VH-08" in fired("Các thôn phối hợp với sở y tế")


def test_the_old_tone_in_the_head_is_advice() -> None:
    found = check(plan(issuer="UỶ BAN NHÂN DÂN\nXÃ BA SƠN").plan())
    [one] = [one for one in found if one.rule == "CT-02"]
    assert (one.severity, one.where.field) == ("info", "issuing_body.name")
    assert "ỦY BAN NHÂN DÂN XÃ BA SƠN" in one.message
