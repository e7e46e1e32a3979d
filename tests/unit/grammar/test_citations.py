"""Citations of documents inside running text."""

import pytest

from kedraft.grammar.citations import cited_documents, find_citations, tidy_number


def found(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (one.document.type, one.document.number, one.document.date, one.document.issuer) for one in find_citations(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quyết định số 12/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ phê duyệt Đề án", ("Quyết định", "12/QĐ-TTg", "2022-09-14", "Thủ tướng Chính phủ")),
        ("Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá", ("Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị")),
        ("Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ ban hành Chương trình", ("Nghị quyết", "30c/NQ-CP", "2011-11-08", "Chính phủ")),
        ("Kế hoạch số 215/KH-BCA-C11 ngày 16/7/20 21 của Bộ Công an,", ("Kế hoạch", "215/KH-BCA-C11", "2021-07-16", "Bộ Công an")),
        ("Kế hoạch số 86-KH/TU của Ban Thường vụ Tỉnh ủy", ("Kế hoạch", "86-KH/TU", None, "Ban Thường vụ Tỉnh ủy")),
        ("Nghị định số 45/2020/NĐ-CP ngày 31/02/2020 của Chính phủ về", ("Nghị định", "45/2020/NĐ-CP", None, "Chính phủ")),
        ("Quyết định số 1079/QĐ- TTg ngày 14/9/2022", ("Quyết định", "1079/QĐ-TTg", "2022-09-14", None)),
        ("Luật Thú y số 79/2015/QH13 ngày 19/6/2015", ("Luật", "79/2015/QH13", "2015-06-19", None)),
        ("Căn cứ Luật Trẻ em ngày 05/4/2016;", ("Luật", None, "2016-04-05", None)),
        ("Căn cứ Luật Chăn nuôi năm 2018;", ("Luật", None, "2018", None)),
        ("Căn cứ Luật tổ chức chính quyền địa phương ngày 19/6/2015;", ("Luật", None, "2015-06-19", None)),
        ("Căn cứ Luật phòng, chống lụt bão do Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIII thông qua ngày 18/6/2012;", ("Luật", None, "2012-06-18", None)),
        ("Căn cứ Quyết định số 629/QĐ-TTg ngày29/5/2012 của Thủ tướng Chính phủ phê duyệt", ("Quyết định", "629/QĐ-TTg", "2012-05-29", "Thủ tướng Chính phủ")),
        ("Thực hiện kế hoạch số 7-KH/TU ngày 03/4/2019 của Tỉnh ủy", ("Kế hoạch", "7-KH/TU", "2019-04-03", "Tỉnh ủy")),
        ("Thực hiện công văn 88/SNV-TĐKT , ngày 03/4/2019 của Sở Nội vụ", ("Công văn", "88/SNV-TĐKT", "2019-04-03", "Sở Nội vụ")),
        ("Căn cứ Hướng dẫn số 16 HD/TWĐTN ngày 03/4/2019", ("Hướng dẫn", "16 HD/TWĐTN", "2019-04-03", None)),
        ("Thực hiện Luật Thủy lợi và các văn bản hướng dẫn thi hành;", ("Luật", None, None, None)),
        ("Căn cứ Luật An ninh mạng;", ("Luật", None, None, None)),
        ("Công văn số 123/UBND-VX ngày 12 - 5 - 2023 của UBND tỉnh Lạng Sơn về việc", ("Công văn", "123/UBND-VX", "2023-05-12", "UBND tỉnh Lạng Sơn")),
    ],
)  # fmt: skip
def test_a_citation_has_type_number_date_and_issuer(
    text: str, expected: tuple[str, str | None, str | None, str | None]
) -> None:
    assert found(text)[0] == expected


def test_an_impossible_date_is_null_and_stays_in_the_text() -> None:
    (one,) = find_citations("Căn cứ Quyết định số 5/QĐ-UBND ngày 31/02/2023 của Ủy ban nhân dân tỉnh.")
    assert one.document.date is None
    assert "31/02/2023" in one.document.text


def test_several_documents_in_one_paragraph_are_told_apart() -> None:
    text = "Thực hiện Chỉ thị số 05-CT/TW, Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị; Kế hoạch 100/KH-UBND của UBND tỉnh"
    assert [one[1] for one in found(text)] == ["05-CT/TW", "01-KL/TW", "100/KH-UBND"]


def test_members_of_a_list_take_its_type_and_issuer() -> None:
    text = "Căn cứ các Quyết định của Thủ tướng Chính phủ: số 411/QĐ-TTg ngày 31/3/2022; số 749/QĐ-TTg ngày 03/6/2020"
    assert found(text) == [
        ("Quyết định", "411/QĐ-TTg", "2022-03-31", "Thủ tướng Chính phủ"),
        ("Quyết định", "749/QĐ-TTg", "2020-06-03", "Thủ tướng Chính phủ"),
    ]


def test_an_issuers_name_with_and_is_kept_whole() -> None:
    text = "Công văn số 9/SNN-TL ngày 01/2/2023 của Sở Nông nghiệp và Phát triển nông thôn về việc tưới tiêu"
    assert found(text)[0][3] == "Sở Nông nghiệp và Phát triển nông thôn"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "các Nghị quyết của HĐND tỉnh: số 1/NQ-HĐND ngày 02/3/2025; 2/NQ-HĐND ngày 04/5/2025 về giá",
            [("Nghị quyết", "1/NQ-HĐND", "2025-03-02"), ("Nghị quyết", "2/NQ-HĐND", "2025-05-04")],
        ),
        ("Kế hoạch số 4/KH-UBND của UBND tỉnh ngày 12/6/2025", [("Kế hoạch", "4/KH-UBND", "2025-06-12")]),
        ("Thông tri số 8-TT/TU ngày 15/11/2024 của Tỉnh ủy", [("Thông tri", "8-TT/TU", "2024-11-15")]),
        ("Quyết định số 3/QĐ-BKH &ĐT ngày 01/02/2024", [("Quyết định", "3/QĐ-BKH&ĐT", "2024-02-01")]),
    ],
)
def test_other_ways_of_citing(text: str, found: list[tuple[str, str, str]]) -> None:
    cited = [one.document for one in find_citations(text)]
    assert [(one.type, one.number, one.date) for one in cited] == found


def test_the_subject_ends_with_its_clause() -> None:
    (one,) = find_citations(
        "Quyết định số 7/QĐ-UBND ngày 01/2/2023 của UBND tỉnh về việc giữ rừng; Ủy ban nhân dân huyện"
    )
    assert one.document.subject == "về việc giữ rừng"


@pytest.mark.parametrize(
    "text", ["theo quy định của Luật An ninh mạng", "Kế hoạch này", "các Quyết định khác", "quyết định số lượng"]
)
def test_words_that_name_no_document_are_none(text: str) -> None:
    assert find_citations(text) == ()


def test_a_document_that_is_named_again_is_listed_once_with_what_is_known() -> None:
    texts = [
        "Quyết định số 7/QĐ-UBND ngày 01/2/2023 của UBND tỉnh (gọi tắt là Quyết định số 7/QĐ-UBND)",
        "theo Quyết định 7/QĐ-UBND",
    ]
    (one,) = cited_documents(texts)
    assert (one.number, one.date, one.issuer) == ("7/QĐ-UBND", "2023-02-01", "UBND tỉnh")


def test_one_number_with_two_dates_is_two_documents() -> None:
    texts = [
        "Kế hoạch số 7/KH-UBND ngày 01/2/2023 của UBND tỉnh",
        "Kế hoạch số 7/KH-UBND ngày 05/6/2022 của UBND huyện",
    ]
    assert len(cited_documents(texts)) == 2


def test_in_a_damaged_text_numbers_stay_as_printed() -> None:
    (one,) = find_citations("Thuc hién Quyet dinh s6 12/Qb- TTg ngay 14/9/2022 cua Thu", damaged=True)
    assert (one.document.type, one.document.number, one.document.date) == ("Quyết định", "12/Qb-TTg", "2022-09-14")


def test_a_number_is_tidied_without_touching_its_letters() -> None:
    assert tidy_number(" 12 / QĐ – TTg ") == "12/QĐ-TTg"


@pytest.mark.parametrize(
    "text", ["Xã lập kế hoạch 3 năm ngày 03/4/2019", "Thực hiện luật chơi của sân;", "Có quyết định 5 lần"]
)
def test_a_type_in_lower_case_is_cited_only_with_a_number(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Thực hiện Quyết định số 4/QĐ-TTg ngày 02/3/2025 của Thủ tướng Chính phủ về việc phê duyệt Đề án trồng cây, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", ["về việc phê duyệt Đề án trồng cây"]),
        ("Quyết định số 4/QĐ-TTg ngày 02/3/2025 của Thủ tướng Chính phủ phê duyệt Đề án “Cây xanh; hồ sạch”; Công văn số 6/BXD-KT ngày 03/3/2025", ["phê duyệt Đề án “Cây xanh; hồ sạch”", None]),
        ("Công văn số 6/BXD-KT ngày 03/3/2025 của Bộ Xây dựng về việc hướng dẫn thực hiện Quyết định số 4/QĐ-TTg; UBND tỉnh", ["về việc hướng dẫn thực hiện Quyết định số 4/QĐ-TTg", None]),
        ("Nghị quyết số 9-NQ/TW ngày 02/3/2018 của Ban Chấp hành Trung ương Đảng khóa XII về biển đảo;", ["về biển đảo"]),
        ("Quyết định số 4/QĐ-TTg ngày 02/3/2025 của Thủ tướng Chính phủ về trồng cây, Quyết định số 5/QĐ-TTg ngày 03/3/2025 về hồ.", ["về trồng cây", "về hồ"]),
    ],
)  # fmt: skip
def test_the_subject_of_each_citation_ends_with_its_clause(text: str, subjects: list[str | None]) -> None:
    assert [one.document.subject for one in find_citations(text)] == subjects


def test_the_text_of_a_citation_always_holds_its_subject() -> None:
    text = "Quyết định số 4/QĐ-TTg ngày 02/3/2025 về trồng cây, Quyết định số 5/QĐ-TTg ngày 03/3/2025 về hồ."
    assert [one.document.text for one in find_citations(text)] == [
        "Quyết định số 4/QĐ-TTg ngày 02/3/2025 về trồng cây",
        "Quyết định số 5/QĐ-TTg ngày 03/3/2025 về hồ",
    ]


@pytest.mark.parametrize(
    ("text", "number", "date", "said"),
    [
        ("Quyết định số 4/QĐ-TTg (ngày 02/3/2025) của Thủ tướng Chính phủ", "4/QĐ-TTg", "2025-03-02", "Quyết định số 4/QĐ-TTg (ngày 02/3/2025) của Thủ tướng Chính phủ"),
        ("Căn cứ Luật Phòng, chống thiên tai số 33/2013/QH13;", "33/2013/QH13", None, "Luật Phòng, chống thiên tai số 33/2013/QH13"),
        ("Căn cứ Bộ luật Lao động 2019;", None, "2019", "Bộ luật Lao động 2019"),
    ],
)  # fmt: skip
def test_laws_and_dates_in_brackets(text: str, number: str | None, date: str | None, said: str) -> None:
    (one,) = find_citations(text)
    assert (one.document.number, one.document.date, one.document.text) == (number, date, said)


@pytest.mark.parametrize(
    "text",
    ["Thực hiện Điều 12, 14 và 20, Luật Thủy lợi; ", "Căn cứ khoản 2 Điều 5 của Luật Thủy lợi."],
)
def test_a_law_that_is_named_by_its_articles_is_cited(text: str) -> None:
    assert [one.document.text for one in find_citations(text)] == ["Luật Thủy lợi"]


def test_a_type_glued_to_the_word_before_is_read() -> None:
    assert found("Căn cQuyết định 61/QĐ-TTg ngày 27/4/2018 của Thủ tướng Chính phủ phê duyệt Đề án;") == [
        ("Quyết định", "61/QĐ-TTg", "2018-04-27", "Thủ tướng Chính phủ")
    ]
