"""What belongs to the parent's unit and stays its own: those it answers to, its counts, its figures, its works."""

import pytest

from .conftest import adapted


@pytest.mark.parametrize(
    "text",
    [
        "Chịu trách nhiệm trước Chủ tịch UBND tỉnh về kết quả thực hiện.",
        "Chịu trách nhiệm toàn diện trước UBND tỉnh, Chủ tịch UBND tỉnh và trước pháp luật.",
        "Công an xã chịu sự chỉ đạo của UBND tỉnh và chịu sự kiểm tra của Sở Nội vụ.",
        "Thực hiện các nhiệm vụ khác theo phân công của Chủ tịch UBND tỉnh.",
        "Thực hiện nhiệm vụ được UBND tỉnh, Chủ tịch UBND tỉnh giao.",
        "Thực hiện nhiệm vụ được Chủ tịch UBND tỉnh ủy quyền.",
        "Kịp thời báo cáo với Chủ tịch UBND tỉnh.",
        "Kịp thời xin ý kiến Chủ tịch UBND tỉnh.",
    ],
)
@pytest.mark.parametrize("to", ["xã 2023", "xã 2026", "phường 2026", "huyện 2023"])
def test_those_above_whom_one_answers_to_stay(text: str, to: str) -> None:
    assert adapted(text, to).text.text == text


def test_a_department_that_answers_to_the_chairman_is_asked_about() -> None:
    got = adapted("Sở Nội vụ chịu trách nhiệm trước UBND tỉnh về tiến độ.", "xã 2026")
    assert got.text.text == "Phòng Văn hóa - Xã hội chịu trách nhiệm trước UBND tỉnh về tiến độ."
    assert [ask.span for ask in got.asks] == ["UBND tỉnh"]


def test_a_programme_is_no_report() -> None:
    assert adapted("Lồng ghép trong chương trình xã hội của tỉnh.", "xã 2023").text.text.endswith("của xã.")


COUNTS = [
    ("Triển khai tại 65 xã, phường của tỉnh Lạng Sơn.", "65 xã, phường của tỉnh Lạng Sơn"),
    ("Thí điểm tại 20 xã, phường trong năm 2026.", "20 xã, phường"),
    ("Tổ chức tại các xã, phường của tỉnh.", "các xã, phường của tỉnh"),
    ("Hiện nay toàn tỉnh có 65 xã, phường.", "toàn tỉnh có 65 xã, phường"),
    ("Toàn tỉnh có 65 xã đạt chuẩn.", "Toàn tỉnh có 65 xã"),
    ("Mỗi xã, phường chọn một mô hình.", "Mỗi xã, phường"),
    ("Có 120 thôn, khối phố đạt chuẩn.", "120 thôn, khối phố"),
]


@pytest.mark.parametrize(("text", "span"), COUNTS)
def test_a_set_of_the_parents_units_is_asked_with_what_it_belongs_to(text: str, span: str) -> None:
    got = adapted(text, "xã 2026")
    assert got.text.text == text
    assert [(ask.span, ask.rule) for ask in got.asks] == [(span, "KH-CA-01")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Hiện nay khoảng 58% người dân trưởng thành trên địa bàn tỉnh có chữ ký số.", "tỉnh Lạng Sơn"),
        ("Theo kết quả rà soát, toàn tỉnh còn 12 nghìn hộ nghèo.", "tỉnh Lạng Sơn"),
        ("Năm 2022 toàn huyện trồng được 842 ha rừng.", "huyện Cao Lộc"),
        ("Sau 5 năm thực hiện, toàn tỉnh đã xây dựng được 120 mô hình.", "tỉnh Lạng Sơn"),
    ],
)
def test_a_figure_of_the_parents_is_not_the_childs(text: str, source: str) -> None:
    got = adapted(text, "xã 2023", source)
    assert got.text.text == text
    assert [ask.rule for ask in got.asks] == ["KH-CT-06"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Phấn đấu 70% người dân trên địa bàn tỉnh biết chữ.", "Phấn đấu 70% người dân trên địa bàn xã biết chữ."),
        ("Phấn đấu trồng được khoảng 8 ha trên địa bàn tỉnh.", "Phấn đấu trồng được khoảng 8 ha trên địa bàn xã."),
        ("Đến năm 2030, khoảng 70% hộ dân toàn tỉnh có số nhà.", "Đến năm 2030, khoảng 70% hộ dân toàn xã có số nhà."),
        ("Tăng 10% so với năm 2022 trên địa bàn tỉnh.", "Tăng 10% so với năm 2022 trên địa bàn xã."),
        ("100% cơ quan trên địa bàn tỉnh công khai.", "100% cơ quan trên địa bàn xã công khai."),
    ],
)
def test_a_target_is_handed_down(before: str, after: str) -> None:
    assert adapted(before, "xã 2026").text.text == after


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Các cơ quan báo chí của tỉnh tuyên truyền.", "Các cơ quan báo chí của tỉnh"),
        ("Kết nối với kho học liệu số dùng chung của tỉnh.", "kho học liệu số dùng chung của tỉnh"),
        ("Đăng trên báo và phát thanh, truyền hình tỉnh.", "báo và phát thanh, truyền hình tỉnh"),
        ("Đăng trên Cổng Thông tin điện tử tỉnh.", "Cổng Thông tin điện tử tỉnh"),
        ("Tham gia Đoàn kiểm tra liên ngành của tỉnh.", "Đoàn kiểm tra liên ngành của tỉnh"),
        ("Sử dụng Quỹ Phòng, chống thiên tai tỉnh.", "Quỹ Phòng, chống thiên tai tỉnh"),
    ],
)
@pytest.mark.parametrize("to", ["xã 2023", "phường 2026", "huyện 2023"])
def test_an_institution_or_work_of_the_province_is_asked(text: str, span: str, to: str) -> None:
    got = adapted(text, to)
    assert got.text.text == text
    assert [ask.span for ask in got.asks] == [span]


def test_the_own_portal_is_named_in_the_question() -> None:
    (ask,) = adapted("Đăng trên Cổng Thông tin điện tử tỉnh.", "xã 2026").asks
    assert "Trang thông tin điện tử xã" in ask.why


@pytest.mark.parametrize(
    "text", ["Bảo đảm môi trường của tỉnh.", "Hệ thống chính trị của tỉnh.", "Phát triển thị trường của tỉnh."]
)
def test_other_nouns_are_no_works(text: str) -> None:
    assert adapted(text, "xã 2026").text.text == text.replace("tỉnh", "xã")


HAMLETS = [
    ("100% thôn, khối phố có tổ công nghệ số.", "xã 2026", "100% thôn có tổ công nghệ số."),
    ("100% thôn, khối phố có tổ công nghệ số.", "phường 2026", "100% khối phố có tổ công nghệ số."),
    ("100% thôn, khối phố có tổ công nghệ số.", "đặc khu 2026", "100% thôn, khối phố có tổ công nghệ số."),
    ("Mỗi thôn, tổ dân phố, khối phố một tổ.", "xã 2026", "Mỗi thôn một tổ."),
    ("Mỗi thôn, tổ dân phố, khối phố một tổ.", "phường 2026", "Mỗi tổ dân phố, khối phố một tổ."),
    ("Các thôn, bản và tổ dân phố triển khai.", "xã 2026", "Các thôn và bản triển khai."),
    ("Các thôn, bản và tổ dân phố triển khai.", "phường 2026", "Các tổ dân phố triển khai."),
    ("Trưởng thôn, Tổ trưởng tổ dân phố vận động.", "xã 2026", "Trưởng thôn vận động."),
    ("Đến từng thôn, xóm, khu phố, hộ gia đình.", "xã 2026", "Đến từng thôn, xóm, hộ gia đình."),
    ("Danh hiệu Thôn, tổ dân phố văn hóa.", "xã 2026", "Danh hiệu Thôn, tổ dân phố văn hóa."),
    ("Họp tại tổ dân phố.", "xã 2026", "Họp tại tổ dân phố."),
    ("Triển khai đến các xã, phường, thôn, khối phố.", "xã 2026", "Triển khai đến các thôn."),
    ("100% xã, phường, thị trấn có loa.", "huyện 2023", "100% xã, thị trấn có loa."),
]


@pytest.mark.parametrize(("before", "to", "after"), HAMLETS)
def test_what_lies_below_is_called_by_the_kind_of_unit(before: str, to: str, after: str) -> None:
    assert adapted(before, to).text.text == after


def test_a_shorter_list_of_hamlets_is_a_recorded_change() -> None:
    (change,) = adapted("Họp thôn, khối phố.", "xã 2026").changes
    assert (change.change.before, change.change.after, change.change.rule) == (
        "thôn, khối phố", "thôn", "level.hamlet",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["Gửi báo cáo về Sở Khoa học và Công nghệ.", "Theo hướng dẫn của Sở Nội vụ."])
def test_a_department_whose_successor_bears_its_name_has_not_gone(text: str) -> None:
    assert not [ask for ask in adapted(text, "xã 2026").asks if "không còn" in ask.why]


LEADS = [
    ("Sở Y tế chủ trì, phối hợp với Sở Nội vụ, Công an tỉnh rà soát.",
     "Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an xã rà soát."),
    ("Sở Y tế chủ trì, phối hợp với Sở Nội vụ và các đơn vị rà soát.",
     "Phòng Văn hóa - Xã hội chủ trì, phối hợp với các đơn vị rà soát."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), LEADS)
def test_a_partner_that_became_the_leader_leaves_the_sentence(before: str, after: str) -> None:
    assert adapted(before, "xã 2026").text.text == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Sở Y tế chủ trì, phối hợp với Sở Nội vụ rà soát.", "Phòng Văn hóa - Xã hội chủ trì rà soát."),
        ("Sở Y tế phối hợp với Sở Nội vụ rà soát.", "Phòng Văn hóa - Xã hội rà soát."),
        (
            "Sở Tư pháp phối hợp với Văn phòng UBND tỉnh rà soát.",
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã rà soát.",
        ),
    ],
)
def test_the_only_partner_that_became_the_leader_falls_away(text: str, after: str) -> None:
    got = adapted(text, "xã 2026")
    assert got.text.text == after
    assert {change.change.rule for change in got.changes} >= {"agency.merge"}
    assert not adapted(got.text.text, "xã 2026").changes


def test_a_partner_that_became_the_leader_is_asked_where_no_verb_follows() -> None:
    got = adapted("Sở Y tế chủ trì, phối hợp với Sở Nội vụ.", "xã 2026")
    assert [(ask.span, ask.rule) for ask in got.asks] == [("Sở Nội vụ", "KH-CH-04")]


@pytest.mark.parametrize(
    ("text", "to", "source", "after"),
    [
        ("Bộ Chỉ huy quân sự tỉnh trực.", "xã 2026", "tỉnh Lạng Sơn", "Ban Chỉ huy quân sự xã trực."),
        ("Bộ Chỉ huy Quân sự tỉnh trực.", "xã 2026", "tỉnh Lạng Sơn", "Ban Chỉ huy Quân sự xã trực."),
        (
            "Phòng Tài nguyên và Môi trường huyện chủ trì, phối hợp Phòng Kinh tế và Hạ tầng kiểm tra.",
            "xã 2023",
            "huyện Cao Lộc",
            "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường chủ trì kiểm tra.",
        ),
    ],
)
def test_bodies_are_named_as_the_source_writes_them_and_once(text: str, to: str, source: str, after: str) -> None:
    once = adapted(text, to, source).text.text
    assert once == after
    assert adapted(once, to, source).text.text == after


def test_an_office_of_the_units_below_is_asked_where_the_next_level_has_none() -> None:
    got = adapted("Chỉ đạo Phòng Tư pháp các huyện, thành phố kiểm tra.", "huyện 2023")
    assert got.text.text == "Chỉ đạo Phòng Tư pháp các huyện, thành phố kiểm tra."
    assert [ask.span for ask in got.asks] == ["các huyện, thành phố"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tòa án nhân dân huyện xét xử lưu động.", "Tòa án nhân dân khu vực"),
        ("Bảo hiểm xã hội huyện rà soát.", "Bảo hiểm xã hội cơ sở"),
    ],
)
def test_a_body_that_went_with_the_district_is_asked_with_what_took_over(text: str, told: str) -> None:
    got = adapted(text, "xã 2026", "huyện Cao Lộc")
    assert got.text.text == text
    assert any("từ ngày 01/7/2025" in ask.why and told in ask.why for ask in got.asks)


def test_a_list_that_becomes_shorter_and_names_a_body_that_is_gone_is_one_change() -> None:
    got = adapted("Sở Giao thông vận tải, Sở Xây dựng, Bộ Kế hoạch và Đầu tư phối hợp.", "xã 2026")
    assert got.text.text == "Phòng Kinh tế, Bộ Tài chính phối hợp."
    assert [change.change.rule for change in got.changes] == ["agency.merge"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Phối hợp với Hiệp hội Làng nghề tỉnh Lạng Sơn.", "Hiệp hội Làng nghề tỉnh Lạng Sơn"),
        ("Liên minh Hợp tác xã tỉnh Lạng Sơn tập huấn.", "Liên minh Hợp tác xã tỉnh Lạng Sơn"),
        ("Bưu điện tỉnh Lạng Sơn nhận hồ sơ.", "Bưu điện tỉnh Lạng Sơn"),
        ("Quỹ Đầu tư phát triển tỉnh cho vay.", "Quỹ Đầu tư phát triển tỉnh"),
        ("Ngân hàng Chính sách xã hội chi nhánh tỉnh Lạng Sơn giải ngân.", "Ngân hàng Chính sách xã hội chi nhánh tỉnh Lạng Sơn"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("to", ["xã 2023", "xã 2026", "phường 2026"])
def test_no_body_is_invented_for_one_that_a_province_has_alone(text: str, span: str, to: str) -> None:
    got = adapted(text, to)
    assert got.text.text == text
    assert [ask.span for ask in got.asks] == [span]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Hội vận động nhân dân tỉnh Lạng Sơn tham gia.", "Hội vận động nhân dân xã Ba Sơn tham gia."),
        ("Hội viên tỉnh Lạng Sơn tham gia.", "Hội viên xã Ba Sơn tham gia."),
        ("Hội Khuyến học tỉnh Lạng Sơn phát động.", "Hội Khuyến học xã Ba Sơn phát động."),
        ("Trụ sở y tế, cơ sở y tế trên địa bàn tỉnh.", "Trụ sở y tế, cơ sở y tế trên địa bàn xã."),
    ],
)
def test_other_words_beside_the_place_are_no_institution(before: str, after: str) -> None:
    assert adapted(before, "xã 2026").text.text == after


@pytest.mark.parametrize(
    ("text", "to", "span"),
    [
        ("Ngân sách tỉnh hỗ trợ 60%, ngân sách xã đối ứng 40%.", "xã 2026", "Ngân sách tỉnh"),
        ("Huy động ngân sách cấp tỉnh, ngân sách cấp xã và nguồn khác.", "xã 2026", "ngân sách cấp tỉnh"),
        ("Do ngân sách tỉnh, ngân sách huyện bảo đảm.", "huyện 2023", "ngân sách tỉnh"),
    ],
)
def test_one_budget_among_several_is_asked(text: str, to: str, span: str) -> None:
    got = adapted(text, to)
    assert got.text.text == text
    assert span in [ask.span for ask in got.asks]


def test_a_budget_alone_is_the_own_one() -> None:
    assert adapted("Bố trí từ ngân sách tỉnh.", "xã 2026").text.text == "Bố trí từ ngân sách xã."


def test_a_level_told_apart_from_the_own_one_is_asked() -> None:
    text = "Ở cấp tỉnh mở một lớp; ở cấp xã mở hai lớp."
    got = adapted(text, "xã 2026")
    assert got.text.text == text
    assert [ask.span for ask in got.asks] == ["cấp tỉnh"]


@pytest.mark.parametrize("to", ["xã 2023", "xã 2026", "huyện 2023"])
def test_honours_of_the_province_stay_the_provinces(to: str) -> None:
    text = "Lập hồ sơ tặng Bằng khen của Chủ tịch UBND tỉnh."
    got = adapted(text, to)
    assert got.text.text == text
    assert [ask.span for ask in got.asks] == ["Chủ tịch UBND tỉnh"]
    assert "Giấy khen" in got.asks[0].why


def test_all_tiers_of_the_province_are_one_in_a_commune() -> None:
    got = adapted("Chính quyền các cấp trong tỉnh và đoàn thể các cấp của tỉnh vào cuộc.", "xã 2026")
    assert got.text.text == "Chính quyền xã và đoàn thể xã vào cuộc."


def test_a_count_of_communes_is_not_the_communes() -> None:
    got = adapted("Có 60% đơn vị hành chính cấp xã đạt chuẩn.", "xã 2026")
    assert [ask.span for ask in got.asks] == ["60% đơn vị hành chính cấp xã"]


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ("Các sở, ban, ngành và UBND cấp xã thực hiện.", "xã 2026", "Các phòng, ban, đơn vị thuộc xã và các thôn thực hiện."),
        ("Các sở, ngành, đơn vị sự nghiệp báo cáo.", "xã 2023", "Các ban, ngành, đoàn thể xã, đơn vị sự nghiệp báo cáo."),
        ("Ủy ban nhân dân (UBND) tỉnh yêu cầu.", "xã 2023", "Ủy ban nhân dân (UBND) xã yêu cầu."),
        ("Kế hoạch chuyển đổi số tỉnh năm 2026.", "xã 2026", "Kế hoạch chuyển đổi số xã năm 2026."),
        ("Căn cứ Kế hoạch này của UBND tỉnh, các sở, ngành thực hiện.", "xã 2026",
         "Căn cứ Kế hoạch này của UBND xã, các phòng, ban, đơn vị thuộc xã thực hiện."),
        ("KẾ HOẠCH Hoạt động của Ban Chỉ đạo giảm nghèo tỉnh.", "xã 2026", "KẾ HOẠCH Hoạt động của Ban Chỉ đạo giảm nghèo xã."),
        ("Trong chương trình, các hoạt động của sở, ngành.", "xã 2023", "Trong chương trình, các hoạt động của ban, ngành, đoàn thể xã."),
    ],
)  # fmt: skip
def test_the_own_words_follow(before: str, to: str, after: str) -> None:
    once = adapted(before, to).text.text
    assert once == after
    assert not adapted(once, to).changes


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ("Củng cố mạng lưới khuyến học từ tỉnh đến cơ sở.", "xã 2026", "Củng cố mạng lưới khuyến học từ xã đến thôn."),
        ("Truyền dữ liệu thông suốt từ cấp tỉnh đến cấp xã.", "phường 2026", "Truyền dữ liệu thông suốt từ phường đến tổ dân phố."),
        ("Trực ban từ tỉnh đến cơ sở.", "huyện 2023", "Trực ban từ huyện đến cơ sở."),
    ],
)  # fmt: skip
def test_the_ladder_down_begins_at_the_own_level(before: str, to: str, after: str) -> None:
    got = adapted(before, to)
    assert got.text.text == after
    assert not got.asks


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ("Thi đua xây dựng xã, phường học tập.", "phường 2026", "Thi đua xây dựng phường học tập."),
        ("Niêm yết tại trụ sở UBND các xã, phường.", "xã 2026", "Niêm yết tại trụ sở UBND xã."),
        ("Chủ tịch UBND cấp huyện quyết định huy động.", "huyện 2023", "Chủ tịch UBND huyện quyết định huy động."),
        ("Chọn hai đội tham gia hội thi cấp tỉnh.", "xã 2026", "Chọn hai đội tham gia hội thi cấp tỉnh."),
        ("Trạm Y tế xã, phường, thị trấn lập sổ khám.", "xã 2023", "Trạm Y tế xã lập sổ khám."),
        ("Khám lưu động tại trạm y tế các xã, phường.", "xã 2026", "Khám lưu động tại trạm y tế xã."),
    ],
)  # fmt: skip
def test_what_each_commune_has_or_becomes_is_its_own(before: str, to: str, after: str) -> None:
    assert adapted(before, to).text.text == after


def test_a_district_among_those_addressed_is_asked() -> None:
    got = adapted("Các sở, ban, ngành và UBND cấp huyện thực hiện.", "huyện 2023")
    assert [ask.span for ask in got.asks] == ["UBND cấp huyện"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kiện toàn Ban Chỉ đạo chuyển đổi số tỉnh, Ban Chỉ đạo chuyển đổi số cấp xã.", "Kiện toàn Ban Chỉ đạo chuyển đổi số xã."),
        ("HĐND tỉnh và HĐND cấp xã giám sát.", "HĐND xã giám sát."),
        ("Kiện toàn Ban Chỉ đạo giữ đê cấp tỉnh và cấp xã; trực đê.", "Kiện toàn Ban Chỉ đạo giữ đê cấp xã; trực đê."),
        ("Trung tâm Phục vụ hành chính công tỉnh và cấp xã niêm yết mã.", "Trung tâm Phục vụ hành chính công xã niêm yết mã."),
        ("Hội Nông dân tỉnh và Hội Nông dân xã Công Sơn ký kết.", "Hội Nông dân xã và Hội Nông dân xã Công Sơn ký kết."),
    ],
)  # fmt: skip
def test_a_body_beside_its_like_of_the_own_level_is_one(before: str, after: str) -> None:
    assert adapted(before, "xã 2026").text.text == after


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Giữ vững tỉnh trong tốp đầu; tỉnh Lạng Sơn đứng thứ 5 của vùng.", "tỉnh Lạng Sơn"),
        ("Đưa tỉnh vào nhóm 15 địa phương khá.", "tỉnh"),
        ("Họp Đảng ủy, UBND các xã, phường.", "UBND các xã, phường"),
    ],
)
def test_a_rank_among_provinces_and_the_leaders_of_all_communes_are_asked(text: str, span: str) -> None:
    got = adapted(text, "xã 2026")
    assert span in [ask.span for ask in got.asks]
    assert span in got.text.text


def test_each_office_and_place_is_each_hamlet() -> None:
    assert adapted("Giao từng cơ quan, đơn vị, địa phương.", "xã 2026").text.text == "Giao từng cơ quan, đơn vị, thôn."


def test_an_older_province_s_own_document_is_asked_where_it_has_merged() -> None:
    text = "Theo quy định của UBND tỉnh tại Quyết định số 7/QĐ-UBND."
    merged = adapted(text, "đặc khu 2026", "tỉnh Bình Thuận")
    assert merged.text.text == text
    assert [(ask.span, ask.rule) for ask in merged.asks] == [("UBND tỉnh", "KH-CA-04")]
    assert adapted(text, "đặc khu 2026", "tỉnh Lâm Đồng").asks == ()


def test_the_label_of_a_heading_is_no_count() -> None:
    got = adapted("14. Ủy ban nhân dân các huyện, thành phố", "xã 2023")
    assert [ask.span for ask in got.asks] == ["Ủy ban nhân dân các huyện, thành phố"]
