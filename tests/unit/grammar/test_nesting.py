"""Where labels belong: lists inside lists of other markers, and lines that only look cut."""

import pytest

from kedraft.grammar.glued import unglued
from kedraft.grammar.lines import join_lines
from kedraft.grammar.tree import grow
from kedraft.model.inline import Inline
from kedraft.model.source import Look, SourceParagraph


def blocks(*lines: str) -> list[SourceParagraph]:
    return [SourceParagraph(text=Inline(text=line)) for line in lines]


def ids(*lines: str) -> list[str]:
    return [node.id for top in grow(blocks(*lines)).nodes for node in top.walk()]


def joined(*lines: str) -> list[str]:
    return [block.text.text for block in join_lines(blocks(*lines)) if isinstance(block, SourceParagraph)]


def test_letters_below_a_numeral_stay_there_when_the_numerals_go_on() -> None:
    lines = ("I. MỘT", "II. HAI", "A. Trước", "1. Cuốc đất.", "B. Sau", "1. Gieo hạt.", "III. BA")
    assert ids(*lines) == ["I", "II", "II.A", "II.A.1", "II.B", "II.B.1", "III"]


def test_letters_stand_above_numerals_that_begin_again_below_them() -> None:
    assert ids("I. MỞ ĐẦU", "A. MỘT", "I. Trước", "II. Sau", "B. HAI", "I. Trước") == [
        "I", "A", "A.I", "A.II", "B", "B.I",
    ]  # fmt: skip


def test_brackets_of_another_sort_open_a_list_below() -> None:
    assert ids("1. Vườn", "(1) Cuốc.", "(2) Gieo:", "(i) Lạc;", "(ii) Đỗ.", "(3) Tưới.") == [
        "1", "1.(1)", "1.(2)", "1.(2).(1)", "1.(2).(2)", "1.(3)",
    ]  # fmt: skip


def test_a_letter_in_brackets_is_no_numeral_of_a_hundred() -> None:
    grown = grow(blocks("1. Vườn", "(a) Cuốc.", "(b) Gieo.", "(c) Tưới."))
    assert [node.id for node in grown.nodes[0].walk()] == ["1", "1.(1)", "1.(2)", "1.(3)"]
    assert grown.findings == ()


def test_a_division_stands_above_the_numbers_below_it() -> None:
    grown = grow(blocks("Chương I", "VƯỜN", "Mục 1. Đất trồng", "1. Cuốc.", "2. Xới.", "Mục 2. Hạt giống", "1. Gieo."))
    assert [node.id for node in grown.nodes[0].walk()] == ["C1", "C1.1", "C1.1.1", "C1.1.2", "C1.2", "C1.2.1"]
    assert grown.findings == ()


def test_numbers_glued_to_a_numeral_and_to_a_word_are_labels() -> None:
    assert ids("I. VƯỜN", "I.1.Đất", "I.1.1.Cuốc.", "I.1.2.Xới.", "I.2.Hạt") == ["I", "I.1", "I.1.1", "I.1.2", "I.2"]


def test_a_share_glued_to_the_number_of_its_item_is_parted_where_the_number_is_due() -> None:
    parted = unglued(blocks("1.100% thôn có vườn.", "2.80% hộ có giếng."))
    assert [block.text.text for block in parted if isinstance(block, SourceParagraph)] == [
        "1. 100% thôn có vườn.",
        "2. 80% hộ có giếng.",
    ]
    alone = blocks("Sản lượng tăng:", "2.80% so với năm trước.")
    assert unglued(alone) == tuple(alone)


def test_the_lists_of_a_page_nest_as_the_page_nests_them() -> None:
    def listed(label: str, words: str, depth: int) -> SourceParagraph:
        return SourceParagraph(text=Inline(text=words), label=label, look=Look(depth=depth))

    grown = grow(
        [
            listed("1.", "Vườn", 1),
            listed("1.", "Cuốc", 2),
            listed("2.", "Xới", 2),
            listed("2.", "Ao", 1),
            listed("1.", "Cá", 2),
        ]
    )
    assert [node.id for top in grown.nodes for node in top.walk()] == ["1", "1.1", "1.2", "2", "2.1"]


@pytest.mark.parametrize(
    "heading", ["Quan điểm", "Thời gian, địa điểm", "Việc của từng năm", "Phần của", "Dân số", "Vườn, ao và"]
)
def test_a_heading_never_swallows_the_first_item_below_it(heading: str) -> None:
    assert joined(f"II. {heading}", "1. Cuốc đất.", "2. Gieo hạt.") == [
        f"II. {heading}",
        "1. Cuốc đất.",
        "2. Gieo hạt.",
    ]


def test_a_number_inside_a_sentence_still_goes_on() -> None:
    assert joined("Việc này làm theo khoản", "2. Điều 7 của Luật.") == ["Việc này làm theo khoản 2. Điều 7 của Luật."]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("1. Xã báo cáo kết quả gửi", "Sở Xây dựng."),
        ("1. Xã trồng cây cùng các thôn, phối hợp với", "Công an huyện."),
        ("1. Sở lập dự toán, trình", "Ủy ban nhân dân tỉnh."),
        ("1. Làm theo quy định tại", "Nghị định của Chính phủ."),
    ],
)
def test_a_word_that_ends_no_sentence_leads_on_to_the_next_line(above: str, below: str) -> None:
    assert joined(above, below) == [f"{above} {below}"]


@pytest.mark.parametrize("heading", ["2. Các công trình", "2. Khó khăn, tồn tại"])
def test_words_that_only_sound_so_do_not(heading: str) -> None:
    assert joined(heading, "Sở Xây dựng sửa đường.") == [heading, "Sở Xây dựng sửa đường."]


def test_a_capital_line_of_a_scan_above_item_one_is_the_first_heading() -> None:
    lines = (
        "U MỤC ĐÍCH",
        "1/ Che nắng.",
        "2/ Giữ đất.",
        "I/ VIỆC LÀM",
        "Trồng cây.",
        "II KINH PHÍ",
        "1/ Tỉnh cấp.",
        "2/ Dân góp.",
    )
    grown = grow(blocks(*lines), scanned=True)
    assert [node.id for node in grown.nodes] == ["I", "II", "III"]
    assert [len([child for child in node.children if child.label]) for node in grown.nodes] == [2, 0, 2]


def test_a_heading_that_may_have_swallowed_text_is_reported() -> None:
    grown = grow(blocks("I. Trồng cây " + "ven đường " * 25, "1. Cuốc đất."))
    assert any("dài" in finding.message for finding in grown.findings)
