"""Broken lines joined to paragraphs, and only those that belong together."""

from collections.abc import Callable

import pytest

from kedraft.grammar.lines import join_lines, join_parted
from kedraft.importers.text import read_text
from kedraft.model.inline import Inline
from kedraft.model.source import SourceParagraph, SourceTable


def joined(text: str) -> list[str]:
    blocks = join_lines(read_text(text.encode(), "a.txt").blocks)
    return [block.text.text for block in blocks if isinstance(block, SourceParagraph)]


def test_a_line_that_starts_in_lower_case_goes_on_with_an_unfinished_one() -> None:
    assert joined("Tuần tra rừng trong\nmùa khô.\nTrực chòi.") == ["Tuần tra rừng trong mùa khô.", "Trực chòi."]


def test_a_marker_alone_is_put_before_its_text() -> None:
    assert joined("1.\nTuần tra\na)\n\nBan ngày") == ["1. Tuần tra", "a) Ban ngày"]


def test_a_paragraph_cut_by_a_page_end_is_joined() -> None:
    assert joined("Các đơn vị phối hợp tuần tra, canh gác, trực chòi\n\nvà báo cáo hằng ngày.") == [
        "Các đơn vị phối hợp tuần tra, canh gác, trực chòi và báo cáo hằng ngày."
    ]


def test_a_number_that_a_sentence_waits_for_is_no_label() -> None:
    assert joined("Thực hiện theo khoản\n1. Điều này\nvà Mục\nII. của luật") == [
        "Thực hiện theo khoản 1. Điều này và Mục II. của luật"
    ]


def test_a_heading_in_capitals_over_two_lines_is_one() -> None:
    assert joined("I. MỤC ĐÍCH, YÊU CẦU\nCỦA KẾ HOẠCH NĂM\n1. Mục đích") == [
        "I. MỤC ĐÍCH, YÊU CẦU CỦA KẾ HOẠCH NĂM",
        "1. Mục đích",
    ]


def test_a_numeral_that_closes_a_bracket_is_no_label() -> None:
    assert joined("Thực hiện Kết luận của Ban Chấp hành Đảng bộ (khóa\nXI); xã lập kế hoạch\nI. MỤC ĐÍCH") == [
        "Thực hiện Kết luận của Ban Chấp hành Đảng bộ (khóa XI); xã lập kế hoạch",
        "I. MỤC ĐÍCH",
    ]


def test_the_name_of_a_part_over_two_lines_is_one_and_other_lines_in_capitals_stay_apart() -> None:
    assert joined("Phần I\nKẾT QUẢ TRỒNG CÂY VÀ\nGIỮ RỪNG NĂM 2024\nI. TRỒNG CÂY") == [
        "Phần I",
        "KẾT QUẢ TRỒNG CÂY VÀ GIỮ RỪNG NĂM 2024",
        "I. TRỒNG CÂY",
    ]
    assert joined("ỦY BAN NHÂN DÂN\nXÃ BA SƠN") == ["ỦY BAN NHÂN DÂN", "XÃ BA SƠN"]


@pytest.mark.parametrize("line", ["KẾ HOẠCH", "Kế hoạch", "- KẾ HOẠCH", "CĂN CỨ", "PHỤ LỤC", "và các sở", "I."])
def test_a_line_repeated_without_end_costs_no_more_for_each(line: str, calls: Callable[..., int]) -> None:
    def lines(times: int) -> tuple[SourceParagraph | SourceTable, ...]:
        return read_text(("I. CĂN CỨ XÂY DỰNG\n" + f"{line}\n" * times).encode(), "a.txt").blocks

    few, many = lines(1_000), lines(2_000)
    assert calls(lambda: join_lines(many)) < 3 * calls(lambda: join_lines(few))


def test_a_broken_title_is_one_line() -> None:
    assert joined("KẾ\nHOẠCH\n\nGiữ rừng") == ["KẾ HOẠCH", "Giữ rừng"]


@pytest.mark.parametrize("head", ["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "PHỤ LỤC", "KẾ HOẠCH"])
def test_the_heads_of_parts_are_never_joined_to_what_stands_before(head: str) -> None:
    wide = "Các đơn vị nghiêm túc triển khai thực hiện kế hoạch này trong mùa khô năm nay"
    assert joined("\n".join([wide] * 8 + [head]))[-1] == head


def test_full_lines_of_wrapped_text_are_joined_even_before_a_capital() -> None:
    lines = [
        "Ủy ban nhân dân các xã trong vùng chủ động phối hợp với các cơ quan của",
        "Bộ Công an tổ chức tuần tra rừng trong suốt mùa khô hằng năm ở địa bàn",
        "Lạng Sơn và các vùng lân cận theo đúng phương án đã được duyệt từ trước",
        "để giữ rừng, giữ nước, giữ nguồn sống lâu dài của người dân trong vùng,",
        "không để xảy ra cháy lớn, không để người dân vào rừng đốt nương trái lệ",
        "trong những tháng cao điểm hanh khô của năm.",
    ]
    assert len(joined("\n".join(lines))) == 1


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert joined("Giữ rừng\nGiữ nước\nGiữ làng") == ["Giữ rừng", "Giữ nước", "Giữ làng"]


def test_an_automatic_label_starts_a_paragraph() -> None:
    blocks = [SourceParagraph(text=Inline(text="Tuần tra")), SourceParagraph(text=Inline(text="ban ngày"), label="1.")]
    assert len(join_lines(blocks)) == 2


def test_a_label_alone_takes_the_next_paragraph_only_if_that_has_no_label() -> None:
    blocks = [SourceParagraph(text=Inline(text=text)) for text in ("1.", "Tuần tra", "2.", "a) Trực")]
    assert [one.text.text for one in join_parted(blocks) if isinstance(one, SourceParagraph)] == [
        "1. Tuần tra",
        "2.",
        "a) Trực",
    ]


def test_the_type_of_a_document_waits_for_its_name() -> None:
    assert joined("Căn cứ Luật\nThủy lợi ngày 19/6/2017;\nThực hiện Kế hoạch\nSố 7-KH/TU của Tỉnh ủy.") == [
        "Căn cứ Luật Thủy lợi ngày 19/6/2017;",
        "Thực hiện Kế hoạch Số 7-KH/TU của Tỉnh ủy.",
    ]


def test_a_price_for_each_part_waits_for_no_number() -> None:
    assert joined("Quà cho học sinh: 50.000đ/phần\n2. Quà cho thầy cô") == [
        "Quà cho học sinh: 50.000đ/phần",
        "2. Quà cho thầy cô",
    ]


def test_a_heading_in_capitals_is_a_label_also_behind_a_comma() -> None:
    assert joined("Sửa giếng nước sân trường,\nII. CÁCH LÀM VIỆC") == [
        "Sửa giếng nước sân trường,",
        "II. CÁCH LÀM VIỆC",
    ]


def test_a_line_in_capitals_is_not_joined_to_a_sentence() -> None:
    wide = "Các đơn vị nghiêm túc triển khai thực hiện kế hoạch này trong mùa khô năm nay"
    assert joined("\n".join([wide] * 8 + ["LỊCH TRỰC CHÒI CANH"]))[-1] == "LỊCH TRỰC CHÒI CANH"


@pytest.mark.parametrize(
    ("office", "body"), [("Thủ tướng", "Chính phủ: số 5/QĐ-TTg"), ("Chủ tịch", "UBND tỉnh"), ("Giám đốc", "Sở Y tế")]
)
def test_an_office_waits_for_the_body_that_it_leads(office: str, body: str) -> None:
    assert joined(f"Căn cứ các Quyết định của {office}\n{body}") == [f"Căn cứ các Quyết định của {office} {body}"]
    assert joined(f"{office}\n{body}") == [office, body]


def test_a_year_parted_from_its_word_is_joined() -> None:
    text = "Căn cứ Luật Thủy lợi năm\n2017; Nghị định số 12/2018/NĐ-CP của Chính phủ."
    assert joined(text) == [text.replace("\n", " ")]
